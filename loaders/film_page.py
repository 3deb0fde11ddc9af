"""A film's page, saved as plain text: facts, synopsis, plot, and the story that the plot tells.

Source: a page about one film, copied from a film site into a text file, one page a file.  The
first line is the title; lines such as `Year: 1942`, `Runtime: 102 min`, `Director: …` may stand in
any order; then come a synopsis, a mark of spoilers (or a heading for the plot) and the plot.
Licence: all rights stay with the owner of the page; what you load is for your private use.
Where to get it: save the page's text from your browser as UTF-8 with the ending .txt.

    filmgraph load film-page casablanca.txt
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from filmgraph.errors import RecordError, SourceError
from filmgraph.intake import Refused, Skipped, files, read_text
from filmgraph.record import (
    MAX_TEXT,
    Company,
    Credit,
    FilmRecord,
    Source,
    Text,
    TextKind,
    decode,
    encode,
)
from filmgraph.text import MOST_SENTENCES, Page, Told, language_of, read_page, read_story, tell
from filmgraph.text.scenes import numbered_by_level

SOURCE = Source(
    name="film-page",
    title="Pages of films, saved as text",
    licence="all rights with the owner of the page; for private use",
)
REPLACES = "films"
OPTIONS: dict[str, str] = {}

PARTS: Final = ("director", "writer", "producer", "composer", "cinematographer", "editor")
MAX_PAGE: Final = 8 * 2**20
"""The largest page that is read, in bytes: the two longest texts of a record, in any script."""
COMPANIES: Final = ("production", "distribution")


def read(
    paths: Sequence[Path], options: Mapping[str, str]
) -> Iterator[FilmRecord | Refused | Skipped]:
    """One film record a page; a file that is no page is refused with the reason."""
    seen: dict[str, str] = {}
    for path in files(paths, (".txt",)):
        try:
            page = read_page(read_text(path, MAX_PAGE))
            record = film_of(page)
        except (RecordError, SourceError) as error:
            yield Refused(path.name, str(error))
            continue
        if record.key in seen:
            yield Refused(path.name, f"{record.key} was already read from {seen[record.key]}.")
            continue
        seen[record.key] = path.name
        yield record
        for note in left_out(page):
            yield Skipped(path.name, note)


def left_out(page: Page) -> Iterator[str]:
    """What of a page's texts is not read."""
    if any(part and not _english(part) for part in (page.synopsis, page.plot)):
        yield "the story of a text that is not in English"
    if len(_told(page)) > MOST_SENTENCES:
        yield f"what stands behind the first {MOST_SENTENCES:,} sentences of a page"


def _told(page: Page) -> Sequence[Told]:
    """The sentences that are read: those of texts in English."""
    return tell(_english(page.synopsis), _english(page.plot))


def _english(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return paragraphs if language_of("\n\n".join(paragraphs)) == "en" else ()


def film_of(page: Page) -> FilmRecord:
    """The record of a page that has been read."""
    texts = tuple(_texts(page))  # first, so that one that is too long is refused at once
    story = read_story(_told(page), page.cast, page.people, page.title)
    behind = [Credit(person=name, part=part) for part in PARTS for name in page.lists.get(part, ())]
    record = FilmRecord(
        key=page.title if page.year is None else f"{page.title} ({page.year})",
        title=page.title,
        year=page.year,
        runtime_minutes=page.runtime_minutes,
        languages=page.languages,
        countries=page.lists.get("country", ()),
        genres=page.genres,
        companies=tuple(
            Company(name=name, part=part) for part in COMPANIES for name in page.lists.get(part, ())
        ),
        credits=(*behind, *story.credits),
        characters=story.characters,
        relations=story.relations,
        settings=story.settings,
        events=story.events,
        texts=texts,
    )
    record = numbered_by_level(record)
    decode(encode(record))  # holds the record to the limits of the format
    return record


def _texts(page: Page) -> Iterator[Text]:
    kinds: tuple[tuple[TextKind, tuple[str, ...]], ...] = (
        ("synopsis", page.synopsis),
        ("plot", page.plot),
    )
    for kind, paragraphs in kinds:
        text = "\n\n".join(paragraphs)
        if len(text) > MAX_TEXT:
            raise RecordError(
                f"The {kind} has {len(text):,} characters; at most {MAX_TEXT:,} are read.",
                hint="Is it the page of one film?",
            )
        if text:
            yield Text(kind=kind, text=text, language=language_of(text), licence=SOURCE.licence)
