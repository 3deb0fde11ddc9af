"""Timelines: what happens in a film, in the order it is told and in the order it happens.

Source: files that a fan writes by hand, one film a file, in YAML: docs/timelines.md shows how.
Licence: yours; the timelines that come with filmgraph are under MIT, as filmgraph is.
Where to get it: you write it, or take one of loaders/demo/timelines to begin with.

    filmgraph load timeline casablanca-1942.yaml --check

A quote must stand in the film's page, if the timeline names one (`page: casablanca.txt`) or one of
the same name lies beside it (`casablanca-1942.txt`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from filmgraph.errors import RecordError, SourceError
from filmgraph.intake import Refused, files, read_text
from filmgraph.intake.timeline import SHOWN, Fault, PartOf, read_timeline
from filmgraph.names import one_line
from filmgraph.record import FilmRecord, Source
from filmgraph.text import Told, cue, read_page, tell

SOURCE = Source(name="timeline", title="Timelines written by hand")
REPLACES = "films"
OPTIONS = {"licence": "Licence of the timelines (CC0)."}

LARGEST: Final = 8 * 2**20
"""The largest timeline, and the largest page, that is read, in bytes."""

_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_PARTS: Final = ("ending", "plot", "synopsis")


def source_of(paths: Sequence[Path], options: Mapping[str, str]) -> Source:
    """The source, with the licence that the options give it."""
    return replace(SOURCE, licence=options.get("licence"))


def read(paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[FilmRecord | Refused]:
    """One film record a timeline; one with faults is refused with all of them."""
    seen: dict[str, str] = {}
    for path in files(paths, (".yaml", ".yml")):
        try:
            timeline = read_timeline(read_text(path, LARGEST), partial(page_of, path))
        except SourceError as error:
            yield Refused(path.name, str(error))
            continue
        record = timeline.record
        if record is None:
            yield refused(path.name, timeline.faults)
        elif record.key in seen:
            yield Refused(path.name, f"{record.key} was already read from {seen[record.key]}.")
        else:
            seen[record.key] = path.name
            yield record


def refused(name: str, faults: Sequence[Fault]) -> Refused:
    """A file with its first faults, each with its line."""
    first, *others = [Refused(f"{name}:{one.line}", one.message) for one in faults[:SHOWN]]
    if len(faults) > SHOWN:
        others.append(Refused(name, f"There are {len(faults) - SHOWN:,} more faults."))
    return Refused(first.where, first.reason, tuple(others))


def page_of(timeline: Path, name: str | None) -> PartOf:
    """Where a quote stands in the film's page: in the page that is named, or that lies beside."""
    page = timeline.parent / name if name is not None else timeline.with_suffix(".txt")
    if name is None and not page.is_file():
        return without_page
    if not page.is_file():
        raise SourceError(f"There is no page '{name}' beside the timeline.")
    text = read_text(page, LARGEST)
    try:
        told = tell(*parts_of(text))
    except RecordError:  # plain text of another shape: its words count, its parts are unknown
        told = ()
    return Quotes(text, told).part


def parts_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Synopsis and plot of a page."""
    page = read_page(text)
    return page.synopsis, page.plot


def without_page(quote: str) -> str:
    """The part of a page that is not there: a quote is of the plot at least."""
    return "ending" if cue(quote) else "plot"


class Quotes:
    """Finds quotes in a page, whatever its line breaks and quotation marks."""

    def __init__(self, text: str, told: Sequence[Told]) -> None:
        self._text = plain(text)
        self._told = [(plain(one.text), one.part) for one in told]

    def part(self, quote: str) -> str | None:
        """The most hidden part that a quote stands in; None where it stands nowhere."""
        wanted = plain(quote)
        if wanted not in self._text:
            return None
        parts = {part for text, part in self._told if wanted in text or text in wanted}
        return next((part for part in _PARTS if part in parts), without_page(quote))


def plain(text: str) -> str:
    """A text without what an editor or a browser changes in it."""
    return re.sub(r"\s+", " ", one_line(text).translate(_MARKS)).casefold()
