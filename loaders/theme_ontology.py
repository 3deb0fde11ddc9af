"""The Theme Ontology: themes of films, how much each weighs and why, and the tree of themes.

Source: the Theme Ontology by Mikael Onsjö and Paul Sheridan, https://www.themeontology.org.
Licence: MIT; the descriptions of stories are edited Wikipedia text under CC BY-SA 4.0.
Where to get it: the folder `notes` of https://github.com/theme-ontology/theming.

Only films are read: blocks named `movie: …`, and those of the story format `film`.  Books, plays,
games and episodes are left out, and so are `Not Themes`, which say what a film is not about.

Motivations name the film's characters, and some say where it is set: both are read out of them
(`filmgraph.text.motivations`), and of which characters each theme is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from msgspec.structs import replace
from totolo.impl.to_parser import TOParser
from totolo.lib.textformat import remove_wordwrap
from totolo.story import TOStory
from totolo.theme import TOTheme

from filmgraph.intake import Item, Refused, Skipped, files, read_text
from filmgraph.intake.wikipedia import SCHEME, page_name, plain_title
from filmgraph.names import fold, one_line
from filmgraph.record import (
    ConceptRecord,
    Detail,
    FilmRecord,
    FilmRelation,
    Identifier,
    Link,
    Release,
    Source,
    Text,
    ThemeUse,
    Weight,
)
from filmgraph.text.motivations import lower_words, read_motivations, read_settings

SOURCE = Source(
    name="theme-ontology",
    title="Theme Ontology",
    url="https://www.themeontology.org",
    licence="MIT; descriptions of stories CC BY-SA 4.0",
)

_MOVIE = "movie: "
_COLLECTION = "Collection: "
_WEIGHTS: tuple[tuple[str, Weight], ...] = (
    ("Choice Themes", "choice"),
    ("Major Themes", "major"),
    ("Minor Themes", "minor"),
)
_DESCRIPTION_LICENCE = "CC BY-SA 4.0"
_YEAR = re.compile(r"^\d{4}$")
_DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
_IN_BRACKETS = re.compile(r"\((\d{4})[^()]*\)")
_IMDB = re.compile(r"imdb\.com/title/(tt\d+)")
_NO_FILM_PAGE = re.compile(r"^List_of_|\((?:[^()]*_)?(?:series|novel|play|franchise|book)\)$")
_NOT_IN_URL = ' "<>\\^`{|}'

_Stories = Mapping[str, TOStory]
_Blocks = Mapping[str, Sequence[TOStory]]


def read(paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[Item]:
    """Themes, then films, in the order of the files."""
    stories: list[tuple[Path, TOStory]] = []
    for file in files(paths, (".st.txt", ".th.txt")):
        if file.stat().st_size == 0:
            # The source keeps an empty file for themes that are proposed.
            yield Skipped(file.name, "an empty file")
            continue
        lines = read_text(file).split("\n")
        # totolo reads whole ontologies; its parser is used block by block, because there the
        # second of two blocks of a name replaces the first, and a bad file ends the reading.
        if file.name.endswith(".th.txt"):
            for theme in TOParser.parse_themes(lines):
                yield _theme(file, theme)
        else:
            stories += [(file, story) for story in TOParser.parse_stories(lines)]
    yield from _films(stories)


def _texts(values: Iterable[object]) -> list[str]:
    lines = (one_line(str(value)) for value in values)
    return [line for line in lines if line]


def _theme(file: Path, theme: TOTheme) -> Item:
    name = one_line(theme.name)
    if not theme.fields:
        return Refused(f"{file.name}: {name[:80]}", "The block has no fields; it is no theme.")
    definition = remove_wordwrap(str(theme.get("Description").to_obj()))
    pages = [page_name(line) for line in _texts(theme.get("References")) if "#" not in line]
    same = [page for page in pages if page and fold(plain_title(page)) == fold(name)]
    identifiers = [Identifier(scheme="theme-ontology", value=name)]
    identifiers += [Identifier(scheme=SCHEME, value=page) for page in same[:1]]
    return ConceptRecord(
        kind="theme",
        name=name,
        parents=_distinct(_texts(theme.get("Parents"))),
        other_names=_distinct(_texts(theme.get("Aliases"))),
        identifiers=tuple(identifiers),
        texts=(Text(kind="definition", text=definition, licence="MIT"),) if definition else (),
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _films(stories: Sequence[tuple[Path, TOStory]]) -> Iterator[Item]:
    blocks: dict[str, list[TOStory]] = {}
    where: dict[str, str] = {}
    for file, story in stories:
        name = one_line(story.name)
        if not story.fields:
            yield Refused(f"{file.name}: {name[:80]}", "The block has no fields; it is no story.")
        elif (kind := _kind(story)) != "film":
            yield Skipped(f"{file.name}: {name}", f"not a film: {kind}")
        else:
            blocks.setdefault(name, []).append(story)
            where.setdefault(name, f"{file.name}: {name}")
    everything = {story.name: story for _, story in stories}
    relations = _series(stories)
    parts = _segments(blocks)
    pages = _pages(blocks)
    records: list[FilmRecord] = []
    for name, same in blocks.items():
        try:
            record = _film(name, same, everything)
        except ValueError as error:
            yield Refused(where[name], str(error))
            continue
        records.append(_extended(record, relations.get(name, ()), parts.get(name), pages.get(name)))
    # What is a name and what begins a sentence shows where all motivations are seen together.
    lower = lower_words(use.motivation or "" for record in records for use in record.themes)
    yield from (_peopled(record, lower) for record in records)


def _kind(story: TOStory) -> str:
    if story.name.startswith(_COLLECTION):
        return "collection"
    if story.name.startswith(_MOVIE) or str(story.get("Story Format")).strip() == "film":
        return "film"
    kind, colon, _ = story.name.partition(": ")
    return kind if colon and kind.isalpha() and kind.islower() else "episode or other story"


def _film(name: str, same: Sequence[TOStory], everything: _Stories) -> FilmRecord:
    """The record of a film; one that stands in two files is one film with the themes of both."""
    title = one_line(_field(same, "Title"))
    if not title:
        raise ValueError("The film has no title.")
    day, year = _date(name, _field(same, "Date"))
    references = _references(same)
    imdb = [found[1] for line in references if (found := _IMDB.search(line))]
    description = remove_wordwrap(_field(same, "Description"))
    return FilmRecord(
        key=name,
        title=title,
        year=year,
        identifiers=tuple(Identifier(scheme="imdb", value=value) for value in imdb[:1]),
        releases=(Release(date=day),) if day else (),
        themes=_themes(same),
        film_relations=tuple(_related(same, year, everything)),
        links=tuple(Link(url=url) for url in _distinct(map(_url, references))),
        texts=(Text(kind="extract", text=description, licence=_DESCRIPTION_LICENCE),)
        if description
        else (),
    )


def _field(same: Sequence[TOStory], heading: str) -> str:
    """A field of the first of a film's blocks that has it."""
    texts = (str(story.get(heading).to_obj()).strip() for story in same)
    return next((text for text in texts if text), "")


def _date(name: str, given: str) -> tuple[str | None, int | None]:
    """The day, month or year a film came out, and the year."""
    found = _IN_BRACKETS.search(name)
    in_name = int(found[1]) if found else None
    if not given:
        return None, in_name
    if not _DATE.match(given):
        raise ValueError(f"The date {given!r} is not a year, a month or a day (1979-05-25).")
    try:
        date.fromisoformat((given + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"There is no day {given!r}.") from None
    return given, int(given[:4])


def _references(same: Sequence[TOStory]) -> list[str]:
    """The addresses that a film's blocks refer to.

    An address with a comma in it stands on two lines, the comma gone; lines that are no address
    are themes under the wrong heading.
    """
    mended: list[str] = []
    for line in _texts(line for story in same for line in story.get("References")):
        if mended and not re.search(r"://|[ \[]", line):
            mended[-1] += "," + line
        else:
            mended.append(re.sub(r"^h+ttp", "http", line))
    return [line for line in mended if re.match(r"https?://[^\s/]+/", line)]


def _url(reference: str) -> str:
    return "".join(quote(c) if c in _NOT_IN_URL else c for c in reference)


def _themes(same: Sequence[TOStory]) -> tuple[ThemeUse, ...]:
    """Each theme once: with its highest weight, and all that is said of why."""
    weights: dict[str, Weight] = {}
    motivations: dict[str, dict[str, None]] = {}
    for heading, weight in _WEIGHTS:
        for story in same:
            for entry in story.get(heading):
                theme = one_line(entry.keyword)
                weights.setdefault(theme, weight)
                said = one_line(entry.motivation)
                motivations.setdefault(theme, {})
                if said:
                    motivations[theme][said] = None
    return tuple(
        ThemeUse(theme=theme, weight=weight, motivation="\n".join(motivations[theme]) or None)
        for theme, weight in weights.items()
    )


def _related(
    same: Sequence[TOStory], year: int | None, everything: _Stories
) -> Iterator[FilmRelation]:
    """What a film is based on: an earlier story it is related to that is not a film.

    Two films that are related may be remakes or may share a book: the source does not say.
    """
    for name in _distinct(_texts(line for story in same for line in story.get("Related Stories"))):
        other = everything.get(name)
        if other is None or _kind(other) == "film":
            continue
        earlier = int(other.date[:4]) if _YEAR.match(other.date[:4]) else None
        if year is not None and (earlier is None or earlier < year):
            known = earlier if earlier is not None and earlier >= 1870 else None
            yield FilmRelation(kind="based on", title=one_line(other.title), year=known)


def _series(stories: Sequence[tuple[Path, TOStory]]) -> dict[str, list[FilmRelation]]:
    """The series that films belong to.

    A collection is a series unless it heads a file of stories (those are lists: a decade's
    science fiction, a prize, a director) or its name is a kind of film ("Giant monster films",
    with a small letter, against "Star Trek Films").
    """
    lists = {file for file, story in stories if _kind(story) != "collection"}
    found: dict[str, list[FilmRelation]] = {}
    for file, story in stories:
        name = one_line(story.name.removeprefix(_COLLECTION))
        is_film = str(story.get("Story Format")).strip() == "film"
        if _kind(story) != "collection" or file in lists or not is_film or name.endswith(" films"):
            continue
        series = re.sub(r" Film(s| Series)$", "", name)
        for member in _distinct(_texts(story.get("Component Stories"))):
            found.setdefault(member, []).append(FilmRelation(kind="in series", title=series))
    return found


def _segments(films: _Blocks) -> dict[str, str]:
    """Films that are a part of another film, with the whole they are a part of."""
    return {
        part: f"{one_line(story.title)} ({story.date[:4]})"
        for same in films.values()
        for story in same
        for part in _texts(story.get("Component Stories"))
        if part in films
    }


def _pages(films: _Blocks) -> dict[str, str]:
    """The film's own page of the English Wikipedia.

    Some references name the page of another film or of a television series.  A page that several
    films name belongs to the one that has its title; a page of another year to none.
    """
    named: dict[str, str] = {}
    for name, same in films.items():
        pages = [page for line in _references(same) if (page := page_name(line))]
        if pages and not _NO_FILM_PAGE.search(pages[0]) and _same_year(name, pages[0]):
            named[name] = pages[0]
    counts = Counter(named.values())
    titled = {name: _has_title(films[name], page) for name, page in named.items()}
    rightful = Counter(page for name, page in named.items() if titled[name])
    return {
        name: page
        for name, page in named.items()
        if counts[page] == 1 or (rightful[page] == 1 and titled[name])
    }


def _same_year(name: str, page: str) -> bool:
    ours = _IN_BRACKETS.search(name)
    theirs = _IN_BRACKETS.search(page)
    return ours is None or theirs is None or abs(int(ours[1]) - int(theirs[1])) <= 1


def _has_title(same: Sequence[TOStory], page: str) -> bool:
    return fold(_field(same, "Title")) == fold(plain_title(page))


def _extended(
    film: FilmRecord, series: Sequence[FilmRelation], whole: str | None, page: str | None
) -> FilmRecord:
    identifiers = (Identifier(scheme=SCHEME, value=page),) if page else ()
    return replace(
        film,
        identifiers=identifiers + film.identifiers,
        details=(Detail(aspect="segment of", value=whole),) if whole else (),
        film_relations=(*film.film_relations, *series),
    )


def _peopled(film: FilmRecord, lower: Mapping[str, int]) -> FilmRecord:
    """The film with the characters and the settings that its motivations tell of."""
    motivations = [(use.theme, use.motivation) for use in film.themes if use.motivation]
    descriptions = [text.text for text in film.texts]
    told = read_motivations(motivations, descriptions, lower)
    return replace(
        film,
        characters=told.characters,
        settings=read_settings([text for _, text in motivations], descriptions),
        themes=tuple(
            replace(use, characters=told.said_of.get(use.theme, ())) for use in film.themes
        ),
    )
