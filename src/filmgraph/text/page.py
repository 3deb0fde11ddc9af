"""The shape of a film page: title, facts, synopsis, plot; everything else is left out.

A page is plain text.  Its first line is the title; lines of facts (`Year: 1942`) may stand in any
order; what comes before a mark of spoilers or the heading of the plot is the synopsis, what comes
behind it the plot, up to the foot of the page.  Without mark and heading a short first paragraph
is the synopsis and the rest is the plot, so that nothing is shown too early.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from filmgraph.errors import RecordError
from filmgraph.names import fold, has_letters, one_line
from filmgraph.text.facts import facts_of, join_suffixes, minutes, names, year
from filmgraph.text.genres import split_genres
from filmgraph.text.sentences import sentences

__all__ = ["Page", "Player", "paragraphs_of", "read_page"]

_TITLE_LENGTH = 200
_HEADING_LENGTH = 120
_OTHER_LENGTH = 200
_SYNOPSIS_SENTENCES = 5
_SYNOPSIS_LENGTH = 900

_TITLE_YEAR = re.compile(r"\s*\((\d{4})\)\s*\Z")
_HASHES = re.compile(r"\A#+\s")
_SPOILERS = re.compile(r"\bspoilers?\b", re.IGNORECASE)
_WARNS = re.compile(r"\b(?:warning|alert|ahead|below|contains?|major)\b", re.IGNORECASE)
_PLOT_WORDS = re.compile(
    r"\b(?:full|complete|detailed|entire)?\s?(?:plot|story)\s(?:summary|synopsis|breakdown|outline)\b"
    r"|\bending,? explained\b|\bfull plot\b",
    re.IGNORECASE,
)
_PLOT_HEADING = re.compile(r"(?:the\s)?(?:full\s)?(?:plot|story|storyline)\s*:?\Z", re.IGNORECASE)
_OPEN_HEADING = re.compile(
    r"(?:short\s|brief\s)?(?:synopsis|premise|overview|summary|about|description)\s*:?\Z",
    re.IGNORECASE,
)
_FOOT = re.compile(r"last\s(?:updated|modified|edited)\b", re.IGNORECASE)
_FOOT_HEADING = re.compile(
    r"(?:more\s(?:about|like|on)|similar\s(?:movies|films)|related\b|see\salso|unlock\b|timeline\b"
    r"|characters\b|cast\b|reviews?\b|comments?\b|share\b|explore\b|recommend\w*|you\smay\salso"
    r"|explained\b|themes\b)",
    re.IGNORECASE,
)
_SENTENCE_END = tuple('.!?…。！？।"”»’)')
_ROLE = re.compile(r"\s+(?:as|\.{2,}|…|[–—])\s+")
_CAST_SEPARATOR = re.compile(r"\s*[,;|•·]\s*")

_PEOPLE = ("director", "writer", "producer", "composer", "cinematographer", "editor")
_LISTS = (*_PEOPLE, "language", "country", "production", "distribution")
_PHRASES = ("production", "distribution")


@dataclass(frozen=True, slots=True)
class Player:
    """An actor of a cast list, and the role that the list gives."""

    person: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a film page says, in parts.

    Attributes
    ----------
    title : str
    year, runtime_minutes : int, optional
    genres : tuple of str
    lists : mapping
        `director`, `writer`, `language`, `country` …: names, in the page's order.
    cast : tuple of Player
    synopsis, plot : tuple of str
        Paragraphs.
    marked : bool
        Whether the page itself parts synopsis and plot.
    other : tuple of (str, str)
        Label and value of facts that are not known here.
    """

    title: str
    year: int | None = None
    runtime_minutes: int | None = None
    genres: tuple[str, ...] = ()
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cast: tuple[Player, ...] = ()
    synopsis: tuple[str, ...] = ()
    plot: tuple[str, ...] = ()
    marked: bool = False
    other: tuple[tuple[str, str], ...] = ()

    @property
    def directors(self) -> tuple[str, ...]:
        """Who directed the film."""
        return self.lists.get("director", ())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages spoken in it."""
        return self.lists.get("language", ())

    @property
    def people(self) -> frozenset[str]:
        """Everyone the facts name: none of them is a character."""
        behind = {name for part in _PEOPLE for name in self.lists.get(part, ())}
        return frozenset(behind | {player.person for player in self.cast})


def read_page(text: str) -> Page:
    """A film page from its plain text.

    Parameters
    ----------
    text : str

    Returns
    -------
    Page

    Raises
    ------
    RecordError
        If the page has no title or no fact, or if the text holds more than one page.

    Notes
    -----
    Time is linear in the length of the text.

    Examples
    --------
    >>> page = read_page("The Pier\\n\\nYear: 1958\\n\\nDramaCrime\\n\\nA sailor comes home.")
    >>> page.title, page.year, page.genres, page.synopsis
    ('The Pier', 1958, ('Drama', 'Crime'), ('A sailor comes home.',))
    """
    blocks = list(_blocks(text))
    reader = _Reader(*_title(blocks))
    for block in blocks:
        reader.block(block)
    return reader.page()


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text, without headings; lines of one paragraph are joined.

    Examples
    --------
    >>> paragraphs_of("Act One\\n\\nTom leaves\\nthe house.\\n\\nAnn weeps.")
    ('Tom leaves the house.', 'Ann weeps.')
    """
    blocks = list(_blocks(text))
    lines = [line for block in blocks for line in block]
    if len(lines) == len(blocks) and 2 * sum(map(_is_closed, lines)) < len(lines):
        blocks = [lines]  # no line is blank, and they are broken by width
    found = tuple(" ".join(block) for block in blocks)
    kept = tuple(one for one in found if _is_closed(one) or len(one) > _HEADING_LENGTH)
    return kept or found


def _is_closed(text: str) -> bool:
    return text.endswith(_SENTENCE_END)


def _blocks(text: str) -> Iterator[list[str]]:
    # Where no line is blank, each line is a paragraph; else lines of one paragraph are joined.
    lines = [_HASHES.sub("", one_line(line)) for line in text.removeprefix("\ufeff").split("\n")]
    if all(lines[:-1]):
        yield from ([line] for line in lines if line)
        return
    block: list[str] = []
    for line in lines:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _title(blocks: list[list[str]]) -> tuple[str, int | None]:
    given = [value for fact, _, value in _facts(block[0] for block in blocks) if fact == "title"]
    first = given[0] if given else (blocks[0][0] if blocks else "")
    if not given and (next(_facts([first]), None) or len(split_genres(first)) > 1):
        first = ""
    titled = _TITLE_YEAR.search(first)
    title = _TITLE_YEAR.sub("", first) if titled and titled.start() else first
    if not has_letters(title):
        raise RecordError("The page has no title.", hint="Its first line should be the title.")
    if len(title) > _TITLE_LENGTH:
        raise RecordError(
            f"The first line has {len(title):,} characters, too many for a title.",
            hint="The first line of a page should be the film's title.",
        )
    return title, year(titled.group(1)) if titled else None


def _facts(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    return (fact for line in lines for fact in facts_of(line) if fact[0])


class _Reader:
    """Reads a page line by line; `part` is where it stands."""

    def __init__(self, title: str, from_title: int | None) -> None:
        self.title = title
        self.folded = fold(title)
        self.years = [from_title] if from_title else []
        self.runtimes: list[int] = []
        self.genres: dict[str, None] = {}
        self.lists: dict[str, dict[str, None]] = {}
        self.cast: dict[Player, None] = {}
        self.other: dict[tuple[str, str], None] = {}
        self.prose: dict[str, list[str]] = {"open": [], "plot": [], "foot": []}
        self.part = "open"
        self.marked = False

    def block(self, lines: list[str]) -> None:
        rest = [line for line in lines if not self._line(line)]
        paragraph = " ".join(rest)
        if paragraph.endswith(_SENTENCE_END) or len(paragraph) > _HEADING_LENGTH:
            self.prose[self.part].append(paragraph)

    def _line(self, line: str) -> bool:
        """Whether the line is something else than prose."""
        if len(line) <= _HEADING_LENGTH and fold(_TITLE_YEAR.sub("", line)) in ("", self.folded):
            return True
        if self._mark(line):
            return True
        return self._fact(line) if self.part != "plot" or not self.prose["plot"] else False

    def _mark(self, line: str) -> bool:
        heading = len(line) <= _HEADING_LENGTH and not line.endswith(".")
        if self.part == "plot" and self.prose["plot"]:
            return self._foot(line, heading)
        if self._announces(line, heading):
            if self.part == "foot":
                return heading or self.title in line
            self.part, self.marked = "plot", True
            return True
        if heading and _PLOT_HEADING.match(line):
            self.part, self.marked = "plot", True
            return True
        if heading and _OPEN_HEADING.match(line):
            self.part = "open"
            return True
        return self._foot(line, heading)

    def _announces(self, line: str, heading: bool) -> bool:
        """Whether the line is a mark, the plot's heading, or words of the page about its plot."""
        if _SPOILERS.search(line):
            return heading or bool(_WARNS.search(line))
        return bool(_PLOT_WORDS.search(line)) and (heading or self.title in line)

    def _foot(self, line: str, heading: bool) -> bool:
        short = heading and not line.endswith(_SENTENCE_END)
        site = short and _FOOT_HEADING.search(line) and f" {self.folded} " in f" {fold(line)} "
        alone = short and _FOOT_HEADING.fullmatch(line)
        if _FOOT.match(line) or site or alone:
            self.part = "foot"
            return True
        return False

    def _fact(self, line: str) -> bool:
        found = list(facts_of(line))
        if not found:
            return self._genres(split_genres(line))
        unknown = [(label, value) for fact, label, value in found if not fact]
        for _, value in unknown:
            if len(value) > _OTHER_LENGTH or value.endswith(_SENTENCE_END[:3]):
                return False
        self.other.update(dict.fromkeys(unknown))
        for fact, _, value in found:
            self._keep(fact, value)
        return True

    def _genres(self, found: tuple[str, ...]) -> bool:
        self.genres.update(dict.fromkeys(found))
        return bool(found)

    def _keep(self, fact: str, value: str) -> None:
        if fact == "year" and (number := year(value)):
            self.years.append(number)
        elif fact == "runtime" and (number := minutes(value)):
            self.runtimes.append(number)
        elif fact == "genre":
            self._genres(split_genres(value, labelled=True))
        elif fact == "cast":
            self.cast.update(dict.fromkeys(_players(value)))
        elif fact in _LISTS:
            found = names(value, conjunctions=fact not in _PHRASES)
            known = self.lists.setdefault(fact, {})
            if (
                fact == "director"
                and known
                and self.prose["plot"]
                and not known.keys() & set(found)
            ):
                raise _two_pages("directors", next(iter(known)), found[0])
            known.update(dict.fromkeys(found))

    def page(self) -> Page:
        for what, found in (("years", self.years), ("running times", self.runtimes)):
            if len(set(found)) > 1:
                raise _two_pages(what, *sorted(set(found))[:2])
        if not (self.years or self.runtimes or self.genres or self.lists or self.cast):
            raise RecordError(
                f"The text {self.title!r} has no fact of a film.",
                hint="A film page has lines such as 'Year: 1942' or 'Director: Ann Lee'.",
            )
        synopsis, plot = self.prose["open"], self.prose["plot"]
        if not self.marked:
            shown = 1 if synopsis and _is_synopsis(synopsis[0]) else 0
            synopsis, plot = synopsis[:shown], synopsis[shown:]
        return Page(
            title=self.title,
            year=self.years[0] if self.years else None,
            runtime_minutes=self.runtimes[0] if self.runtimes else None,
            genres=tuple(self.genres),
            lists={name: tuple(found) for name, found in self.lists.items()},
            cast=tuple(self.cast),
            synopsis=tuple(synopsis),
            plot=tuple(plot),
            marked=self.marked,
            other=tuple(self.other),
        )


def _two_pages(what: str, one: object, other: object) -> RecordError:
    return RecordError(
        f"The file gives two {what}, {one} and {other}: it seems to hold two pages.",
        hint="Write each page to a file of its own.",
    )


def _is_synopsis(paragraph: str) -> bool:
    short = len(paragraph) <= _SYNOPSIS_LENGTH
    return short and len(sentences(paragraph)) <= _SYNOPSIS_SENTENCES


def _players(value: str) -> Iterator[Player]:
    for entry in _CAST_SEPARATOR.split(join_suffixes(value)):
        person, *role = _ROLE.split(entry.strip(), maxsplit=1)
        if has_letters(person):
            given = one_line(role[0]) if role and has_letters(role[0]) else ""
            yield Player(one_line(person), given)
