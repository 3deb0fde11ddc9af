"""A film's plot as plain text: who is in it, their relations, where it plays and what happens.

Source: the plot of one film in a text file, in English, as you find or write it: no title, no
facts, no mark of spoilers.  Which film it is you say with the option `film`.
Licence: all rights stay with the owner of the text; what you load is for your private use.
Where to get it: save or write the plot as UTF-8.

    filmgraph load text --film "Casablanca (1942)" plot.txt
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from filmgraph.errors import OptionError, RecordError, SourceError
from filmgraph.intake import Refused, Skipped, files, read_text
from filmgraph.names import has_letters, one_line
from filmgraph.record import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_TEXT,
    FilmRecord,
    Source,
    Text,
    decode,
    encode,
)
from filmgraph.text import MOST_SENTENCES, language_of, paragraphs_of, read_story, tell
from filmgraph.text.scenes import numbered_by_level

SOURCE = Source(
    name="text",
    title="Plots as plain text",
    licence="all rights with the owner of the text; for private use",
)
REPLACES = "films"
OPTIONS = {"film": "The film whose plot it is: its title and year, as in 'Casablanca (1942)'."}

MAX_FILE: Final = 4 * MAX_TEXT
"""The largest plot that is read, in bytes: the longest text of a record, in any script."""

_FILM: Final = re.compile(r"(?P<title>.*?)\s*\((?P<year>\d{4})\)")


def read(
    paths: Sequence[Path], options: Mapping[str, str]
) -> Iterator[FilmRecord | Refused | Skipped]:
    """The record of one film, and what of its text was left out."""
    title, year = film_of(options.get("film", ""))
    found = files(paths, (".txt",))
    if len(found) > 1:
        raise SourceError(
            f"{len(found)} files were named, and the option 'film' names one film.",
            hint="Load the plot of each film by itself.",
        )
    (path,) = found
    try:
        record, notes = record_of(title, year, read_text(path, MAX_FILE))
    except (RecordError, SourceError) as error:
        yield Refused(path.name, str(error))
        return
    yield record
    for note in notes:
        yield Skipped(path.name, note)


def film_of(text: str) -> tuple[str, int | None]:
    """The title and year that the option gives."""
    name = one_line(text)
    match = _FILM.fullmatch(name)
    title, year = (match["title"], int(match["year"])) if match else (name, None)
    if not has_letters(title):
        raise OptionError(
            "Which film is it? The option 'film' must give a title, with the year if you know it.",
            hint='For example: --film "Casablanca (1942)"',
        )
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise OptionError(f"No film is of the year {year}: {FIRST_YEAR} to {LAST_YEAR} are known.")
    return title, year


def record_of(title: str, year: int | None, text: str) -> tuple[FilmRecord, list[str]]:
    """The record of a plot, and what was left out."""
    plot = paragraphs_of(text)
    whole = "\n\n".join(plot)
    if len(whole) > MAX_TEXT:
        raise RecordError(
            f"The plot has {len(whole):,} characters; at most {MAX_TEXT:,} are read.",
            hint="Is it the plot of one film?",
        )
    language = language_of(whole)
    told = tell((), plot) if language == "en" else []
    notes = [] if told else ["the story of a text that is not in English"]
    if len(told) > MOST_SENTENCES:
        notes.append(f"what stands behind the first {MOST_SENTENCES:,} sentences of a plot")
    story = read_story(told, title=title)
    record = FilmRecord(
        key=title if year is None else f"{title} ({year})",
        title=title,
        year=year,
        credits=story.credits,
        characters=story.characters,
        relations=story.relations,
        settings=story.settings,
        events=story.events,
        texts=(Text(kind="plot", text=whole, language=language, licence=SOURCE.licence),),
    )
    record = numbered_by_level(record)
    decode(encode(record))  # holds the record to the limits of the format
    return record, notes
