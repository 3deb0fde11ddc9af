"""Wikipedia's lists of American films, 1900 to 2023: title, year, cast, genres, first sentences.

Source: the lists of American films in the English Wikipedia, as JSON by decade.
Licence: MIT (the lists); the extracts are Wikipedia text under CC BY-SA.
Where to get it: https://github.com/prust/wikipedia-movie-data, the files `movies-1900s.json` to
`movies-2020s.json`.

The lists name no director: the first sentences of a film's article often do, and are read where
they are certain.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from filmgraph.errors import SourceError
from filmgraph.intake import Item, Refused, files, read_text
from filmgraph.intake.cast_lists import CastName, cast_names
from filmgraph.intake.credit_prose import first_sentences, is_american, makers
from filmgraph.intake.wikipedia import SCHEME, page_name, page_url
from filmgraph.names import fold, one_line, short_hash
from filmgraph.record import (
    Credit,
    FilmRecord,
    Identifier,
    Link,
    Release,
    Source,
    Text,
    Title,
)

SOURCE = Source(
    name="wikipedia-films",
    title="Wikipedia: lists of American films",
    url="https://github.com/prust/wikipedia-movie-data",
    licence="MIT; extracts CC BY-SA",
)

_EXTRACT_LICENCE = "CC BY-SA"
_GENRES = {"Sport": "Sports"}
_NEAR = 2
"""How many years a list and an article may be apart and still mean the same film."""

_STYLES = re.compile(r"\.mw-parser-output.*\}")
_FOOTNOTE = re.compile(r"\[[^\]]{1,3}\]")
_KIND = re.compile(r"\s*\((?:\d{4} )?(?:film|serial|movie)\)$")
_AGAIN = re.compile(r"\s*(?:in )?3-?D$|\s*\((?:[^()]*re-release|Director's Cut)\)", re.IGNORECASE)
# The year of the film itself, not that of the novel it is based on.
_YEAR_SAID = re.compile(
    r"^(?:(?! (?:is|was) ).)*? (?:is|was) an? (?:[a-z-]+ ){0,2}((?:18|19|20)\d\d)\b"
    r"|^[^(]{1,80} \(((?:18|19|20)\d\d)\)[^.]{0,40}? (?:is|was)\b"
)
_YEAR_IN_PAGE = re.compile(r"\((\d{4})[^()]*\)$")
_PREDICATE = re.compile(
    r"\b(?:is|was|are|were) (.*?)(?: (?:that|which|who|by|directed|starring|about|based|written|"
    r"set|from|in|of|with|released|produced|for|featuring|chronicling|located|born)\b|,|;|$)"
)
_NO_FILM = re.compile(
    r"\b(?:novels?|novella|play|books?|memoir|biography|albums?|bands?|franchise|series|songs?|story|stories|"
    r"county|town|city|director|actor|actress|characters?|poem|opera|painting|line|list|company|"
    r"magazine|game|comics?|comic book|writer|author|toys?|singer|musician|comedian|rapper|duo|"
    r"group|bears|show|sitcom|(?:Broadway|stage) musical|fairy tale|name|term|word|phrase|"
    r"murder|battle|event|people|person|politician|murderer|filmmaker|producer|brand)$",
    re.IGNORECASE,
)
_A_FILM = re.compile(
    r"\b(?:film|movie|serial|short|documentary|cartoon)"
    r"(?! (?:series|directors?|act(?:or|ress)|producers?|studio|company|critic|franchise|writer)"
    r")\b",
    re.IGNORECASE,
)


class _Entry(msgspec.Struct, frozen=True):
    """A film as the lists tell it; other fields (pictures) are passed over."""

    title: str
    year: int
    cast: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    href: str | None = None
    extract: str | None = None


@dataclass(frozen=True, slots=True)
class _Film:
    """An entry, cleaned."""

    where: str
    title: str
    year: int
    cast: tuple[CastName, ...]
    genres: tuple[str, ...]
    page: str | None
    extract: str | None
    sentences: tuple[str, ...] = ()
    releases: tuple[int, ...] = ()
    other_titles: tuple[str, ...] = ()

    @property
    def bare_title(self) -> str:
        """The title without "3D" and "re-release", folded."""
        return fold(_AGAIN.sub("", self.title))


def read(paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[Item]:
    """The films of all files."""
    films: list[_Film] = []
    for file in files(paths, (".json",)):
        for item in _entries(file):
            if isinstance(item, Refused):
                yield item
            else:
                films.append(item)
    yield from _keyed(_merged(films))


def _entries(file: Path) -> Iterator[_Film | Refused]:
    try:
        entries = msgspec.json.decode(read_text(file).encode(), type=list[msgspec.Raw])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise SourceError(
            f"'{file}' is not a JSON list of films: {error}.",
            hint="It may be cut off; get the file again.",
        ) from None
    decoder = msgspec.json.Decoder(_Entry)
    for number, raw in enumerate(entries, start=1):
        where = f"{file.name}: film {number}"
        try:
            yield _cleaned(where, decoder.decode(raw))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield Refused(where, f"{error}.")


def _cleaned(where: str, entry: _Entry) -> _Film:
    title = _FOOTNOTE.sub("", _STYLES.sub("", one_line(entry.title)))
    extract = (entry.extract or "").strip() or None
    film = _Film(
        where=where,
        title=one_line(_KIND.sub("", title)),
        year=entry.year,
        cast=tuple(cast_names(entry.cast)),
        genres=_distinct(_GENRES.get(genre, genre) for genre in map(one_line, entry.genres)),
        page=page_name(entry.href) if entry.href and "#" not in entry.href else None,
        extract=extract,
        sentences=first_sentences(extract) if extract else (),
    )
    return film if _is_about(film) else _without_page(film)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _without_page(film: _Film) -> _Film:
    return replace(film, page=None, extract=None, sentences=())


def _is_about(film: _Film) -> bool:
    """Whether the article is about the film, and not about its book or another film of its name.

    It is where it calls itself something that a film can be, and its year is near, or one of the
    cast is named in it.
    """
    if film.page is None:
        return False
    if film.extract is None:
        return True
    predicate = _PREDICATE.search(film.sentences[0])
    if predicate is not None and _NO_FILM.search(predicate[1]) and not _A_FILM.search(predicate[1]):
        return False
    said = _year_said(film)
    near = said is None or abs(said - film.year) <= _NEAR or _AGAIN.search(film.title) is not None
    return near or any(one.name in film.extract for one in film.cast)


def _year_said(film: _Film) -> int | None:
    """The year that the article gives the film: in its name, else in its first sentence."""
    if (named := _YEAR_IN_PAGE.search(film.page or "")) is not None:
        return int(named[1])
    said = _YEAR_SAID.search(film.sentences[0]) if film.sentences else None
    return int(said[1] or said[2]) if said is not None else None


def _merged(films: Sequence[_Film]) -> Iterator[_Film]:
    """Films, those of the same page made one where they are the same film."""
    by_page: dict[str, list[_Film]] = {}
    for film in films:
        if film.page is None:
            yield film
        else:
            by_page.setdefault(film.page, []).append(film)
    for same in by_page.values():
        yield from _one_page(same)


def _one_page(same: Sequence[_Film]) -> Iterator[_Film]:
    """The film of a page, and those that are on it by mistake.

    Most pages that occur twice are one film that two years' lists name, or that came out again
    in 3D.  Films of one page are the same if their titles are or if they share an actor; if they
    are many years apart, two actors.
    """
    said = _year_said(same[0])
    base = min(same, key=lambda film: abs(film.year - said) if said is not None else film.year)
    again = []
    for film in same:
        if film is base:
            continue
        if _is_same(base, film):
            again.append(film)
        else:
            yield _without_page(film)
    yield _joined(base, again, said)


def _is_same(base: _Film, film: _Film) -> bool:
    shared = {one.name for one in base.cast} & {one.name for one in film.cast}
    if _AGAIN.search(film.title) or abs(film.year - base.year) <= _NEAR + 1:
        return bool(shared) or film.bare_title == base.bare_title
    return len(shared) > 1


def _joined(base: _Film, again: Sequence[_Film], said: int | None) -> _Film:
    years = sorted({film.year for film in (base, *again)})
    year = base.year
    if said is not None and abs(said - year) >= _NEAR:
        # The list has the year it came to America, the article the year it is from.
        year = said
    people = {one.name: one for film in (base, *again) for one in reversed(film.cast)}
    order = _distinct(one.name for film in (base, *again) for one in film.cast)
    titles = [film.title for film in again if not _AGAIN.search(film.title)]
    return replace(
        base,
        title=one_line(_AGAIN.sub("", base.title)) if again or year != base.year else base.title,
        year=year,
        cast=tuple(people[name] for name in order),
        genres=_distinct(genre for film in (base, *again) for genre in film.genres),
        releases=tuple(other for other in years if other != year),
        other_titles=_distinct(title for title in titles if fold(title) != base.bare_title),
    )


def _keyed(films: Iterable[_Film]) -> Iterator[FilmRecord]:
    """Records whose key is the page; else title and year, and a hash of the cast if need be."""
    without: dict[str, list[_Film]] = {}
    for film in films:
        if film.page is not None:
            yield _record(film.page, film)
        else:
            without.setdefault(f"{film.title} ({film.year})", []).append(film)
    for name, same in without.items():
        by_cast: dict[str, list[_Film]] = {}
        for film in same:
            by_cast.setdefault("/".join(one.name for one in film.cast), []).append(film)
        for cast, again in by_cast.items():
            key = name if len(by_cast) == 1 else f"{name} {short_hash(cast)}"
            yield _record(key, _joined(again[0], again[1:], None))


def _record(key: str, film: _Film) -> FilmRecord:
    page = film.page
    return FilmRecord(
        key=key,
        title=film.title,
        year=film.year,
        url=page_url(page) if page else None,
        other_titles=tuple(Title(text=title) for title in film.other_titles),
        identifiers=(Identifier(scheme=SCHEME, value=page),) if page else (),
        releases=tuple(Release(date=f"{year:04d}") for year in film.releases),
        countries=("United States",) if film.extract and is_american(film.sentences[0]) else (),
        genres=film.genres,
        credits=tuple(_credits(film)),
        links=(Link(url=page_url(page), label="Wikipedia"),) if page else (),
        texts=(Text(kind="extract", text=film.extract, licence=_EXTRACT_LICENCE),)
        if film.extract
        else (),
    )


def _credits(film: _Film) -> Iterator[Credit]:
    if film.extract:
        found = makers(film.sentences)
        for name in found.directors:
            yield Credit(person=name, part="director")
        for name in found.writers:
            yield Credit(person=name, part="writer")
    for billing, one in enumerate(film.cast, start=1):
        yield Credit(
            person=one.name,
            part="actor",
            role=one.role,
            aspect="voice" if one.is_voice else None,
            billing=billing,
        )
