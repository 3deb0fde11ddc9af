"""Forrest Gump shot by shot: where each of 869 shots plays, and how time flows between them.

Source: studyforrest, an annotation by Christian Häusler and Michael Hanke (F1000Research, 2016),
https://www.studyforrest.org.
Licence: CC0.
Where to get it: `locations.tsv` of
https://github.com/psychoinformatics-de/studyforrest-data-annotations.

A run of shots in one place without a jump in time is one event.  What the column `flow_of_time`
says of a shot, as against the one before it, is all that is said of the order of the story: `+` and
`++` are jumps ahead, `-` is a jump back, `0` is no jump.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from filmgraph.curtain import LEVELS
from filmgraph.errors import SourceError
from filmgraph.intake import Refused, Skipped, files, read_text
from filmgraph.intake.timeline.form import Faults
from filmgraph.intake.timeline.orders import Link, Order, check_order, seen_order
from filmgraph.names import one_line
from filmgraph.record import Event, FilmRecord, Level, Setting, Source, Telling
from filmgraph.text.scenes import scene_ids, scene_levels

SOURCE = Source(
    name="studyforrest",
    title="studyforrest",
    url="https://www.studyforrest.org",
    licence="CC0",
)
OPTIONS: dict[str, str] = {}

LARGEST: Final = 8 * 2**20
COLUMNS: Final = ("major_location", "setting", "flow_of_time", "time_of_day")
AHEAD: Final = frozenset({"+", "++"})
BACK: Final = "-"
NO_JUMP: Final = "0"
NO_STORY: Final = "Paramount"
"""The company's logo is a shot, but nothing happens in it."""


@dataclass(slots=True)
class Run:
    """Shots in one place without a jump in time between them."""

    region: str
    place: str
    flow: str
    daytime: str
    before: list[int] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The place, with the region that tells it from others of its name."""
        named = self.region.casefold() in self.place.casefold()
        return self.place if named else f"{self.place}, {self.region}"

    @property
    def label(self) -> str:
        """Where it plays and whether by day."""
        where = self.where
        return f"{where[0].upper()}{where[1:]} ({self.daytime})"


def read(
    paths: Sequence[Path], options: Mapping[str, str]
) -> Iterator[FilmRecord | Refused | Skipped]:
    """The one film; a bad line ends the file, as the order of all after it hangs on it."""
    for path in files(paths, (".tsv",)):
        text = read_text(path, LARGEST)
        try:
            shots = list(read_shots(text))
        except SourceError as error:
            yield Refused(path.name, str(error))
            continue
        told = [shot for shot in shots if shot.region != NO_STORY]
        for _ in range(len(shots) - len(told)):
            yield Skipped(path.name, "a shot in which nothing happens")
        yield film_of(runs_of(told))


def read_shots(text: str) -> Iterator[Run]:
    """The shots, each as a run of its own."""
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise SourceError(f"The columns {', '.join(missing)} are missing.")
    for number, row in enumerate(rows, start=2):
        region, place, flow, daytime = (one_line(row[name] or "") for name in COLUMNS)
        if flow not in AHEAD | {BACK, NO_JUMP}:
            raise SourceError(f"The flow of time in line {number} is {flow!r}; +, ++, - or 0 is.")
        if not region or not place:
            raise SourceError(f"Line {number} names no place.")
        yield Run(region, place.removeprefix("flashback "), flow, daytime or "day")


def runs_of(shots: Iterable[Run]) -> list[Run]:
    """The runs, each with those that are known to happen before it.

    What is not parted by a jump belongs to one stream of time, in which a cut to another place may
    show what happens at the same time: of two such runs neither is put before the other.  After a
    jump ahead all of the stream has happened.
    """
    runs: list[Run] = []
    stream: list[int] = []
    for shot in shots:
        last = runs[-1] if runs else None
        if last is not None and shot.flow == NO_JUMP:
            if (shot.region, shot.place) == (last.region, last.place):
                continue
        elif shot.flow in AHEAD:
            shot.before += stream
            stream = []
        elif last is not None and shot.flow == BACK:
            last.before.append(len(runs))
            stream = []
        stream.append(len(runs))
        runs.append(shot)
    return runs


def film_of(runs: Sequence[Run]) -> FilmRecord:
    """The film of its runs."""
    levels = scene_levels([run.label for run in runs])
    ids = scene_ids(levels)
    order = Order(
        lines={name: place for place, name in enumerate(ids)},
        links=[
            Link(ids[other], ids[place], place)
            for place, run in enumerate(runs)
            for other in run.before
        ],
        ranks={name: LEVELS.index(level) for name, level in zip(ids, levels, strict=True)},
    )
    after = seen_order(order, check_order(order, Faults()))
    return FilmRecord(
        key="locations",
        title="Forrest Gump",
        year=1994,
        settings=tuple(settings_of(runs, levels)),
        events=tuple(
            Event(
                id=ids[place],
                what=run.label,
                place=run.where,
                level=levels[place],
                after=after[ids[place]],
                tellings=(
                    Telling(index=place + 1, mode="flashback" if run.flow == BACK else "scene"),
                ),
            )
            for place, run in enumerate(runs)
        ),
    )


def settings_of(runs: Sequence[Run], levels: Sequence[Level]) -> Iterator[Setting]:
    """The places and their regions, each from the level on of the first run there."""
    first: dict[str, Level] = {}
    for run, level in zip(runs, levels, strict=True):
        for name in (run.region, run.where):
            if first.get(name) != "plot":
                first[name] = level
    for name, level in first.items():
        yield Setting(place=name, level=level)
