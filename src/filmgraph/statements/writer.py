"""Sayings merged over sources and levels, and written as N-Quads.

The default graph gets what is open, `graph/plot` and `graph/ending` the rest: one statement stands
in one of the three, at the lowest level at which any source says it.  Each source's own graphs
repeat what it said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from filmgraph.curtain import LEVELS
from filmgraph.identity import CharacterIdentity, Naming
from filmgraph.names import IRI, graph_iri, iri, slug
from filmgraph.record import ConceptRecord, FilmRecord, Source
from filmgraph.statements.film import say_facts, say_relations, say_texts
from filmgraph.statements.people import identity_triples, say_characters, say_credits
from filmgraph.statements.saying import Mention, Saying, Single
from filmgraph.statements.settle import settle, settle_parts
from filmgraph.statements.shared import CLASSES, SharedEntities, SharedEntity
from filmgraph.statements.story import (
    say_events,
    say_motifs,
    say_settings,
    say_structures,
    say_themes,
)
from filmgraph.statements.terms import date, node, text, url
from filmgraph.vocabulary import DCTERMS, FG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["Output", "StatementWriter", "Written", "WrittenFilm", "film_saying"]


class Output(Protocol):
    """Where the N-Quads go."""

    def write(self, content: bytes, /) -> int:
        """Take some bytes."""


_LEVEL_TERMS = (FG.open, FG.plot, FG.ending)


def film_saying(film: IRI, source: str, record: FilmRecord, naming: Naming) -> Saying:
    """All that one record says of one film."""
    said = Saying(film, source, record, naming)
    say_facts(said)
    say_texts(said)
    say_relations(said)
    say_credits(said)
    say_characters(said)
    say_settings(said)
    say_themes(said)
    say_motifs(said)
    say_events(said)
    say_structures(said)
    return said


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of one thing.

    Attributes
    ----------
    merged : dict
        Triple: the lowest rank of level at which any source says it.
    by_source : dict
        Name of a source: what it says, in the same way.
    """

    merged: Mapping[str, int]
    by_source: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class WrittenFilm(Written):
    """A film that was written: the title and year it goes by, and what it mentions."""

    label: str
    year: int | None
    mentions: Sequence[Mention]


class StatementWriter:
    """Writes a build's N-Quads, film by film, then what films share.

    Parameters
    ----------
    out : Output
        A binary file, or what has its `write`.
    naming : Naming
    sources : sequence of Source
    source_graphs : bool
        Whether the sources' own graphs are written.  Without them nobody can ask who says so.

    Attributes
    ----------
    counts : Counter
        Statements by level, and quads by source (`source NAME`).
    shared : SharedEntities
    """

    def __init__(
        self,
        out: Output,
        naming: Naming,
        sources: Sequence[Source],
        *,
        source_graphs: bool = True,
    ) -> None:
        self._out = out
        self._naming = naming
        self._sources = sources
        self._source_graphs = source_graphs
        self._merged_ends = [
            " .\n" if level == "open" else f" <{graph_iri(level=level)}> .\n" for level in LEVELS
        ]
        self._source_ends = {
            source.name: [f" <{graph_iri(source.name, level)}> .\n" for level in LEVELS]
            for source in sources
        }
        self._other_names: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.shared = SharedEntities()

    def film(self, film: IRI, records: Sequence[tuple[str, FilmRecord]]) -> WrittenFilm:
        """Write all that the records of one film say."""
        by_source: dict[str, dict[str, int]] = {}
        mentions: dict[str, list[Mention]] = {}
        singles: list[Single] = []
        for source, record in records:
            said = film_saying(film, source, record, self._naming)
            _merge(by_source.setdefault(source, {}), said.triples)
            mentions.setdefault(source, []).extend(said.mentions)
            singles += said.singles
        merged: dict[str, int] = {}
        for triples in by_source.values():
            _merge(merged, triples)
        label, year = settle(film, [record for _, record in records], merged)
        settle_parts(singles, merged)
        self._write_merged(merged)
        self._write_sources(by_source)
        self.shared.film(film, year, mentions)
        mentioned = [one for each in mentions.values() for one in each]
        return WrittenFilm(merged, by_source, label, year, mentioned)

    def concept(self, records: Sequence[tuple[str, ConceptRecord]]) -> Written:
        """Write what the sources say of one theme, genre or place."""
        by_source: dict[str, dict[str, int]] = {}
        for source, record in records:
            _merge(by_source.setdefault(source, {}), self._concept_triples(source, record))
        merged: dict[str, int] = {}
        for triples in by_source.values():
            _merge(merged, triples)
        self._other_names.update(one for one in merged if f" <{SKOS.altLabel}> " in one)
        self._write_merged(merged)
        self._write_sources(by_source)
        return Written(merged, by_source)

    def _concept_triples(self, source: str, record: ConceptRecord) -> dict[str, int]:
        named = self._naming.concept(record.kind, record.name)
        self.shared.concept(named, record.kind, source, record.name)
        said: list[tuple[IRI, str]] = []
        for parent in record.parents:
            broader = self._naming.concept(record.kind, parent)
            self.shared.concept(broader, record.kind, source, parent, 1)
            said.append((SKOS.broader, node(broader)))
        said += [(SKOS.altLabel, text(name)) for name in record.other_names]
        said += [(SKOS.definition, text(one.text, one.language)) for one in record.texts]
        said += [(SCHEMA.identifier, text(f"{i.scheme}:{i.value}")) for i in record.identifiers]
        if record.url is not None:
            said.append((SKOS.exactMatch, url(record.url)))
        return {f"{node(named)} <{predicate}> {value}": 0 for predicate, value in said}

    def identity(self, one: CharacterIdentity) -> Written:
        """Write that characters of several films are one; no source's graph repeats it."""
        merged = identity_triples(one)
        self._write_merged(merged)
        return Written(merged, {})

    def open_statements(self, triples: Iterable[str]) -> None:
        """Write statements that no source makes, such as the labels of the weights."""
        self._write_merged(dict.fromkeys(triples, 0))

    def finish(self) -> None:
        """Write the shared entities, the sources, their graphs and what was replaced."""
        for entity in self.shared:
            self._write_shared(entity)
        for one in self._sources:
            self._write_merged(_source_triples(one))
        for old, new in sorted(self._naming.replaced.items()):
            number = self._rank_of_former(old, new)
            if number is not None:
                triple = f"{node(old)} <{DCTERMS.isReplacedBy}> {node(new)}"
                self._write_merged({triple: number})

    def _write_shared(self, entity: SharedEntity) -> None:
        this = node(entity.iri)
        kind = f"{this} <{RDF.type}> {node(CLASSES[entity.kind])}"
        by_source: dict[str, dict[str, int]] = {}
        for source, number, label in entity.said_by():
            by_source[source] = {kind: number, f"{this} <{RDFS.label}> {text(label)}": number}
        first, *others = entity.spellings(entity.rank)
        merged = {kind: entity.rank, f"{this} <{RDFS.label}> {text(first)}": entity.rank}
        for label in others:
            triple = f"{this} <{SKOS.altLabel}> {text(label)}"
            # What a concept's own record gave as another name is written already.
            if triple not in self._other_names:
                merged[triple] = entity.rank
        for (source, identifier), number in sorted(entity.identifiers.items()):
            triple = f"{this} <{SCHEMA.identifier}> {text(identifier)}"
            by_source[source][triple] = number
            merged[triple] = min(number, merged.get(triple, number))
        self._write_merged(merged)
        self._write_sources(by_source)

    def _rank_of(self, iri: IRI) -> int | None:
        """From which level on an entity is known at all; None where nothing names it now."""
        if iri in self._naming.films:
            return 0
        if iri in self._naming.identities:
            # Its former IRI is made of a name that may be for later than the one it has now.
            return len(LEVELS) - 1
        entity = self.shared.get(iri)
        return None if entity is None else entity.rank

    def _rank_of_former(self, old: IRI, new: IRI) -> int | None:
        """From which level on it may be seen that an IRI stood for what has another now.

        A person's former IRI is made of a name, which may be for later than the person is.
        """
        entity = self.shared.get(new)
        if entity is None or entity.kind != "person":
            return self._rank_of(new)
        name = old.rpartition("/")[2]
        seen = [n for n, _, label in entity.labels if f"{name}-".startswith(f"{slug(label)}-")]
        return min(seen, default=len(LEVELS) - 1)

    def _write_merged(self, triples: dict[str, int]) -> None:
        ends = self._merged_ends
        lines = [triple + ends[number] for triple, number in triples.items()]
        self._out.write("".join(lines).encode())
        for number in triples.values():
            self.counts[LEVELS[number]] += 1

    def _write_sources(self, by_source: dict[str, dict[str, int]]) -> None:
        if not self._source_graphs:
            return
        for source, triples in by_source.items():
            ends = self._source_ends[source]
            lines = [triple + ends[number] for triple, number in triples.items()]
            self._out.write("".join(lines).encode())
            self.counts[f"source {source}"] += len(lines)


def _merge(into: dict[str, int], triples: dict[str, int]) -> None:
    if not into:
        into.update(triples)
        return
    for triple, number in triples.items():
        known = into.get(triple)
        if known is None or number < known:
            into[triple] = number


def _source_triples(source: Source) -> dict[str, int]:
    this = node(iri("source", source.name))
    triples = {
        f"{this} <{RDF.type}> {node(FG.Source)}": 0,
        f"{this} <{RDFS.label}> {text(source.title)}": 0,
    }
    if source.url is not None:
        triples[f"{this} <{SCHEMA.url}> {url(source.url)}"] = 0
    if source.licence is not None:
        triples[f"{this} <{SCHEMA.license}> {text(source.licence)}"] = 0
    if source.as_of is not None:
        triples[f"{this} <{DCTERMS.modified}> {date(source.as_of)}"] = 0
    # All three graphs are described whether or not the source fills them: that a film's plot is
    # known to it would be a hint.
    for level, term in zip(LEVELS, _LEVEL_TERMS, strict=True):
        graph = node(graph_iri(source.name, level))
        triples[f"{graph} <{RDF.type}> {node(FG.Graph)}"] = 0
        triples[f"{graph} <{DCTERMS.source}> {this}"] = 0
        triples[f"{graph} <{FG.level}> {node(term)}"] = 0
    return triples
