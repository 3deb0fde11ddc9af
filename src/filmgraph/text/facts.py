"""The lines of facts on a film page: `Runtime: 1h 51m`, `Directors: A, B`."""

import re
from collections.abc import Iterator
from typing import Final

from filmgraph.names import has_letters, one_line
from filmgraph.record import FIRST_YEAR, LAST_YEAR

__all__ = ["LABELS", "facts_of", "join_suffixes", "minutes", "names", "year"]

LABELS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "film", "movie"),
    "year": ("year", "release year", "year of release"),
    "runtime": ("runtime", "running time", "run time", "duration", "length"),
    "language": ("language", "languages", "original language", "spoken languages"),
    "country": ("country", "countries", "country of origin", "countries of origin"),
    "genre": ("genre", "genres"),
    "director": ("director", "directors", "directed by"),
    "writer": ("writer", "writers", "written by", "screenplay", "screenplay by", "screenwriter"),
    "producer": ("producer", "producers", "produced by"),
    "composer": ("composer", "composers", "music", "music by"),
    "cinematographer": ("cinematographer", "cinematography", "cinematography by"),
    "editor": ("editor", "editors", "edited by", "editing"),
    "cast": ("cast", "stars", "starring", "actors", "main cast"),
    "production": ("production company", "production companies", "studio", "studios"),
    "distribution": ("distributor", "distributors", "distributed by"),
}
"""Fact: the labels that films' pages give it, in lower case."""

_FACT: Final[dict[str, str]] = {label: fact for fact, labels in LABELS.items() for label in labels}
_LINE = re.compile(r"\s*([^\W\d_][^:：.!?\n]{0,30}?)\s*[:：]\s*(\S.*?)\s*\Z")
_SEVERAL = re.compile(r"\s+[|·•]\s+")
_LONGEST = 2_000

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_HOURS = re.compile(
    r"(?:(\d{1,3})\s*(?:hours?|hrs?|h)\b\.?\s*,?(?:\s*and\b)?\s*|(\d{1,2})h\s*)"
    r"(?:(\d{1,2})\s*(?:minutes?|mins?|m)?\b\.?)?\Z",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d{1,5})\s*(?:minutes?|mins?|m)?\b\.?\s*\Z", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?\Z")
_MOST_MINUTES = 100_000

_SEPARATOR = re.compile(r"\s*(?:[,;/|•·、]|\s&\s|\sand\s)\s*")
_PUNCTUATION = re.compile(r"\s*[,;|•·、]\s*")
_SUFFIX = re.compile(r",\s*(Jr|Sr|II|III|IV)\b(\.?)")
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def facts_of(line: str) -> Iterator[tuple[str, str, str]]:
    """Facts of a line: the fact (`''` if it is none we know), its label and its value.

    Examples
    --------
    >>> list(facts_of("Year: 1942 | Running time: 102 min"))
    [('year', 'Year', '1942'), ('runtime', 'Running time', '102 min')]
    >>> list(facts_of("Rick waits."))
    []
    """
    if len(line) > _LONGEST or (":" not in line and "：" not in line):
        return
    pieces = _SEVERAL.split(line)
    matches = [_LINE.match(piece) for piece in pieces]
    if len(pieces) > 1 and not all(matches):
        matches = [_LINE.match(line)]
    for match in matches:
        if match:
            label, value = one_line(match.group(1)), one_line(match.group(2))
            yield _FACT.get(label.lower(), ""), label, value


def year(value: str) -> int | None:
    """The year in a value, if there is one and only one that films can have.

    Examples
    --------
    >>> year("November 26, 1942"), year("1942-1943"), year("soon")
    (1942, None, None)
    """
    found = {int(text) for text in _YEAR.findall(value)}
    only = found.pop() if len(found) == 1 else 0
    return only if FIRST_YEAR <= only <= LAST_YEAR else None


def minutes(value: str) -> int | None:
    """A running time in minutes.

    Examples
    --------
    >>> minutes("1h 51m"), minutes("111 min"), minutes("2 hours"), minutes("1:51"), minutes("long")
    (111, 111, 120, 111, None)
    """
    value = value.strip()
    if clock := _CLOCK.match(value):
        total = 60 * int(clock.group(1)) + int(clock.group(2))
    elif hours := _HOURS.match(value):
        total = 60 * int(hours.group(1) or hours.group(2)) + int(hours.group(3) or 0)
    elif plain := _MINUTES.match(value):
        total = int(plain.group(1))
    else:
        return None
    return total if 1 <= total <= _MOST_MINUTES else None


def names(value: str, *, conjunctions: bool = True) -> tuple[str, ...]:
    """The names in a list, once each, without notes in brackets.

    Parameters
    ----------
    value : str
    conjunctions : bool
        Whether `and`, `&` and `/` part names too; in a company's name they do not.

    Examples
    --------
    >>> names("Lana Wachowski, Lilly Wachowski and Tom Tykwer (segments)")
    ('Lana Wachowski', 'Lilly Wachowski', 'Tom Tykwer')
    >>> names("Robert Downey, Jr.")
    ('Robert Downey Jr.',)
    """
    value = join_suffixes(_NOTE.sub("", value))
    separator = _SEPARATOR if conjunctions else _PUNCTUATION
    parts = (one_line(part) for part in separator.split(value))
    return tuple(dict.fromkeys(part for part in parts if has_letters(part)))


def join_suffixes(value: str) -> str:
    """A list of names in which `Jr.` is parted from its name by no comma.

    Examples
    --------
    >>> join_suffixes("Robert Downey, Jr., Ann Lee")
    'Robert Downey Jr., Ann Lee'
    """
    return _SUFFIX.sub(r" \1\2", value)
