"""Small graphs for tests: a few real films in our own words, and what makes graphs of them."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from tests.canary import canary_film

from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.build.name_entries import NameEntries
from filmgraph.curtain import LEVELS
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.identity import Ledger, Naming, claim, identify
from filmgraph.intake.store import write_records
from filmgraph.names import BASE, IRI, curie
from filmgraph.record import (
    Character,
    ConceptRecord,
    Credit,
    Event,
    FilmRecord,
    Identifier,
    Level,
    Participant,
    Record,
    Setting,
    Source,
    Telling,
    Text,
    ThemeUse,
)
from filmgraph.statements.writer import StatementWriter
from filmgraph.statements.writer import Written as SaidOfOne

__all__ = [
    "CONCEPTS",
    "FILMS",
    "Quad",
    "Sources",
    "Written",
    "canary_film",
    "films",
    "graph_folder",
    "load_into",
    "open_door",
    "quads_of",
    "write",
]

Sources: TypeAlias = Mapping[str, Sequence[Record]]
"""Source name: its records."""


def films() -> tuple[FilmRecord, ...]:
    """Four films, each with a few facts."""
    return (
        FilmRecord(
            key="alien",
            title="Alien",
            year=1979,
            runtime_minutes=117,
            countries=("United Kingdom", "United States"),
            genres=("science fiction", "horror"),
            identifiers=(Identifier(scheme="imdb", value="tt0078748"),),
            credits=(
                Credit(person="Ridley Scott", part="director"),
                Credit(person="Sigourney Weaver", part="actor", character="Ripley", billing=1),
                Credit(person="Ian Holm", part="actor", character="Ash", billing=5),
            ),
            characters=(Character(name="Ripley"), Character(name="Ash", traits=("android",))),
            themes=(
                ThemeUse(theme="survival", weight="choice"),
                ThemeUse(theme="android", weight="minor", characters=("Ash",)),
            ),
            texts=(Text(kind="synopsis", text="A freighter answers a call for help."),),
        ),
        FilmRecord(
            key="casablanca",
            title="Casablanca",
            year=1942,
            genres=("drama",),
            credits=(
                Credit(person="Michael Curtiz", part="director"),
                Credit(person="Humphrey Bogart", part="actor", character="Rick", billing=1),
                Credit(person="Ingrid Bergman", part="actor", character="Ilsa", billing=2),
            ),
            characters=(Character(name="Rick"), Character(name="Ilsa")),
            settings=(Setting(place="Casablanca", period="1941", premise=True),),
            themes=(ThemeUse(theme="sacrifice", weight="major", motivation="He lets her go."),),
        ),
        FilmRecord(
            key="blade-runner",
            title="Blade Runner",
            year=1982,
            genres=("science fiction",),
            credits=(
                Credit(person="Ridley Scott", part="director"),
                Credit(person="Harrison Ford", part="actor", billing=1),
            ),
            themes=(ThemeUse(theme="android", weight="choice"),),
        ),
        FilmRecord(
            key="memento",
            title="Memento",
            year=2000,
            credits=(Credit(person="Christopher Nolan", part="director"),),
            characters=(Character(name="Leonard"),),
            events=(
                Event(
                    id="loss",
                    what="Leonard loses his memory.",
                    who=(Participant(character="Leonard"),),
                    tellings=(Telling(index=2, mode="flashback"),),
                ),
                Event(
                    id="hunt",
                    what="Leonard looks for the man.",
                    after=("loss",),
                    tellings=(Telling(index=1),),
                ),
            ),
        ),
    )


FILMS = films()

CONCEPTS = (
    ConceptRecord(kind="theme", name="android", parents=("robot",), other_names=("synthetic",)),
    ConceptRecord(kind="theme", name="robot"),
)


@dataclass(frozen=True, slots=True, order=True)
class Quad:
    """A statement in short: CURIEs and plain text, its source (or none) and its level."""

    subject: str
    predicate: str
    object: str
    source: str
    level: Level


@dataclass(frozen=True, slots=True)
class Written:
    """What the writer wrote.

    Attributes
    ----------
    text : bytes
        N-Quads.
    writer : StatementWriter
    naming : Naming
    said : tuple
        What was written of each film and each concept.
    names : NameEntries
    edges : EdgeColumns
        What the names and the arrays of a build are made of.
    """

    text: bytes
    writer: StatementWriter
    naming: Naming
    said: tuple[SaidOfOne, ...]
    names: NameEntries
    edges: EdgeColumns

    @property
    def quads(self) -> set[Quad]:
        """What a strict parser reads."""
        return quads_of(self.text)

    def merged(self) -> set[tuple[str, str, str, Level]]:
        """The statements of the three merged graphs."""
        return {
            (one.subject, one.predicate, one.object, one.level)
            for one in self.quads
            if not one.source
        }

    def of(self, source: str) -> set[tuple[str, str, str, Level]]:
        """The statements of a source's own graphs."""
        return {
            (one.subject, one.predicate, one.object, one.level)
            for one in self.quads
            if one.source == source
        }


def write(sources: Sources, ledger: Ledger | None = None) -> Written:
    """The statements of some records, as a build writes them but without a folder."""
    heads = [Source(name=name, title=name.title()) for name in sorted(sources)]
    by_key = {
        (name, record.key): record
        for name, records in sources.items()
        for record in records
        if isinstance(record, FilmRecord)
    }
    concepts = [
        (name, record)
        for name in sorted(sources)
        for record in sources[name]
        if isinstance(record, ConceptRecord)
    ]
    claims = [claim(source, record) for (source, _), record in by_key.items()]
    naming = identify(claims, concepts, ledger or Ledger())
    out = io.BytesIO()
    writer = StatementWriter(out, naming, heads)
    said: list[SaidOfOne] = []
    names, edges = NameEntries(), EdgeColumns()
    for film, keys in naming.films.items():
        of_film = [(source, by_key[source, key]) for source, key in keys]
        one = writer.film(film, of_film)
        names.film(film, one.label, one.year, of_film, one.mentions)
        edges.add(one.merged, one.by_source, film)
        said.append(one)
    for identity in naming.identities.values():
        said.append(writer.identity(identity))
        edges.add(said[-1].merged, said[-1].by_source)
        names.identity(identity)
    grouped: dict[IRI, list[tuple[str, ConceptRecord]]] = {}
    for source, record in concepts:
        grouped.setdefault(naming.concept(record.kind, record.name), []).append((source, record))
    for name in sorted(grouped):
        said.append(writer.concept(grouped[name]))
        edges.add(said[-1].merged, said[-1].by_source)
        names.concept(name, (record for _, record in grouped[name]))
    writer.finish()
    return Written(out.getvalue(), writer, naming, tuple(said), names, edges)


def quads_of(text: bytes) -> set[Quad]:
    """N-Quads as a strict parser reads them, in short."""
    return {_short(quad) for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS)}


_GRAPH = re.compile(re.escape(BASE) + r"graph/([a-z0-9-]+?)(?:/(plot|ending))?")


def _short(quad: ox.Quad) -> Quad:
    assert isinstance(quad.subject, ox.NamedNode)
    assert isinstance(quad.object, ox.NamedNode | ox.Literal)
    source, level = "", "open"
    if isinstance(quad.graph_name, ox.NamedNode):
        match = _GRAPH.fullmatch(quad.graph_name.value)
        assert match, quad.graph_name
        source, level = match.group(1), match.group(2) or "open"
        if source in LEVELS:
            source, level = "", source
    value = quad.object
    text = curie(value.value) if isinstance(value, ox.NamedNode) else value.value
    known = next(one for one in LEVELS if one == level)
    return Quad(curie(quad.subject.value), curie(quad.predicate.value), text, source, known)


def load_into(folder: GraphFolder, sources: Sources) -> None:
    """Write the records of some sources into a graph folder."""
    for name, records in sources.items():
        head = Source(name=name, title=name.title(), as_of="2024-05-01")
        write_records(folder.record_file(name), head, records)


def graph_folder(path: Path, sources: Sources | None = None) -> GraphFolder:
    """A graph folder with a build of some records, of `FILMS` and `CONCEPTS` by default."""
    folder = GraphFolder.create(path)
    load_into(folder, {"mine": (*FILMS, *CONCEPTS)} if sources is None else sources)
    build(folder)
    return folder


def open_door(folder: GraphFolder, sources: Iterable[str], level: Level = "open") -> SparqlDoor:
    """The SPARQL door of the build in use."""
    return SparqlDoor(folder.current_build() / "rdf", sources, level)
