"""The steps of a build: records, identity, statements, store, names, checks, manifest."""

import gzip
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.arrays.graph_files import write_arrays
from filmgraph.arrays.name_index import NameEntry, write_names
from filmgraph.build.added import Added
from filmgraph.build.circles import without_circles
from filmgraph.build.folder import GraphFolder, storage_errors
from filmgraph.build.manifest import BUILD_FORMAT, Manifest, SourceEntry, digest, files_of
from filmgraph.build.name_entries import NameEntries
from filmgraph.build.reading import Records, read_all
from filmgraph.build.shapes import check_store
from filmgraph.build.withdrawn import read_withdrawn
from filmgraph.curtain import LEVELS
from filmgraph.doors.loading import extend_store, store_stream
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.doors.turtle import triples_of
from filmgraph.errors import NotAGraph
from filmgraph.identity import Ledger, Naming, claim, identify
from filmgraph.names import curie
from filmgraph.narrative.found import with_structures
from filmgraph.options import LIMITS
from filmgraph.shipped import folder as shipped_folder
from filmgraph.statements.shared import SharedEntities
from filmgraph.statements.writer import StatementWriter

__all__ = ["BuildReport", "Progress", "build"]

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called as `progress(step, done, total)`; `total` is 0 where it is not known."""

_OPTIMIZE_FROM: Final = 10_000_000
"""Quads from which on the store is compacted: below, reads gain nothing."""

_EVERY: Final = 500


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    Attributes
    ----------
    folder : Path
    manifest : Manifest
    """

    folder: Path
    manifest: Manifest

    def __str__(self) -> str:
        made = self.manifest
        lines = [
            f"Build {made.number}: {made.films:,} films, {sum(made.statements.values()):,} "
            f"statements from {len(made.sources)} sources in {sum(made.seconds.values()):.1f} s."
        ]
        if not made.conforms:
            lines.append("Some statements do not fit the ontology's shapes: see filmgraph check.")
        if made.doubts:
            lines.append(f"{made.doubts:,} doubtful matches stayed apart: see filmgraph check.")
        return "\n".join([*lines, *made.notes])


class _Hashing:
    """A file that is hashed while it is written."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.sha256 = hashlib.sha256()
        self.bytes = 0

    def write(self, content: bytes) -> int:
        self.add(content)
        return self._out.write(content)

    def add(self, content: bytes) -> None:
        """Hash what stands elsewhere."""
        self.sha256.update(content)
        self.bytes += len(content)


@dataclass(slots=True)
class _Making:
    """A build while it is made."""

    folder: GraphFolder
    made: Path
    source_graphs: bool
    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    names: NameEntries = field(default_factory=NameEntries)
    edges: EdgeColumns = field(default_factory=EdgeColumns)
    statements: dict[str, int] = field(default_factory=dict)
    entities: dict[str, dict[str, int]] = field(default_factory=dict)
    quads: int = 0

    def counted(self, shared: SharedEntities) -> Iterator[NameEntry]:
        """The entries of the name index, counted by kind and level on their way."""
        for entry in self.names.entries(shared):
            levels = self.entities.setdefault(entry.kind, {})
            levels[entry.level] = levels.get(entry.level, 0) + 1
            yield entry

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.progress(name, 0, 0)
        start = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - start, 3)


def build(
    folder: GraphFolder,
    *,
    source_graphs: bool = True,
    keep: int | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Make a new build of a graph folder and put it in use.

    Readers of an earlier build are not hindered; killed at any moment, the folder still opens with
    the last whole build.

    Parameters
    ----------
    folder : GraphFolder
    source_graphs : bool
        Whether each source's own graphs are kept, for "who says so".
    keep : int, optional
        Builds to keep, the new one included.
    progress : callable, optional
        `progress(step, done, total)`.

    Raises
    ------
    NotAGraph
        If nothing has been loaded.
    GraphBusy
        If another process is writing the folder.
    StorageError
        If the disk does not take it.
    """
    keep = LIMITS.builds_kept if keep is None else keep
    with folder.writing(), folder.making() as made:
        making = _Making(folder, made, source_graphs, progress or (lambda *_: None))
        manifest = _make(making)
        folder.publish(made, keep)
    return BuildReport(folder.build_folder(manifest.number), manifest)


def _make(making: _Making) -> Manifest:
    files = making.folder.record_files()
    if not files and not making.folder.statement_files():
        raise NotAGraph(
            f"'{making.folder.path}' holds no records.",
            hint="Load a source first: filmgraph load LOADER FILES --graph FOLDER",
        )
    ledger = Ledger.read(making.folder.ledger)
    with making.step("identity"):
        records, films = read_all(files)
        claims = [claim(source, film) for source, film in films]
        withdrawn = read_withdrawn(making.folder.withdrawn)
        naming = identify(claims, records.concepts, ledger, withdrawn)
        making.notes += [
            f"{making.folder.withdrawn.name} names what there is not: {curie(one)}"
            for one in naming.not_withdrawn
        ]
        records.concepts, notes = without_circles(records.concepts, naming)
        making.notes += notes
    with storage_errors(f"'{making.made}'"):
        with store_stream(making.made / "rdf", making.made / "statements.nq") as out:
            with making.step("statements"):
                writer, hashed = _write_statements(making, records, naming, out)
            out.close()
            # The store goes on sorting while the names are written.
            with making.step("names"):
                names = list(making.counted(writer.shared))
                write_names(making.made / "names", names)
            with making.step("arrays"):
                _write_arrays(making, names, hashed.sha256.hexdigest())
            making.progress("store", 0, 0)
            waited = time.perf_counter()
        _add(making, writer)
        making.seconds["store"] = round(time.perf_counter() - waited, 3)
        conforms = _check(making, records, naming)
        ledger.append_to(making.folder.ledger)
        manifest = _manifest(making, records, naming, (writer, hashed), conforms)
        manifest.write(making.made)
    return manifest


def _write_arrays(making: _Making, names: Sequence[NameEntry], stamp: str) -> None:
    left_out = write_arrays(making.made / "arrays", names, making.edges, stamp)
    if left_out:
        making.notes.append(f"Edges left out, as they lead to nothing that is known: {left_out:,}.")


def _write_statements(
    making: _Making, records: Records, naming: Naming, out: BinaryIO
) -> tuple[StatementWriter, _Hashing]:
    hashed = _Hashing(out)
    writer = StatementWriter(hashed, naming, records.sources, source_graphs=making.source_graphs)
    files = making.folder.statement_files()
    added = Added(files)
    total = len(naming.films)
    for done, (film, keys) in enumerate(naming.films.items()):
        if done % _EVERY == 0:
            making.progress("statements", done, total)
        of_film = [(source, with_structures(records.film(source, key))) for source, key in keys]
        written = writer.film(film, of_film)
        making.names.film(film, written.label, written.year, of_film, written.mentions)
        said = added.take(film, written)
        making.edges.add(said.merged, said.by_source, film)
    for name, one in naming.identities.items():
        said = added.take(name, writer.identity(one))
        making.edges.add(said.merged, said.by_source)
        making.names.identity(one)
    _write_concepts(making, records, naming, writer, added)
    writer.finish()
    writer.open_statements(triples_of(shipped_folder("ontology") / "schemes.ttl"))
    for said in added.rest():
        making.edges.add(said.merged, said.by_source)
    for file in files:
        with gzip.open(file, "rb") as stream:
            while chunk := stream.read(1 << 20):
                hashed.add(chunk)
    return writer, hashed


def _write_concepts(
    making: _Making, records: Records, naming: Naming, writer: StatementWriter, added: Added
) -> None:
    by_concept: dict[str, list[int]] = {}
    for index, (_, record) in enumerate(records.concepts):
        by_concept.setdefault(naming.concept(record.kind, record.name), []).append(index)
    for name in sorted(by_concept):
        concepts = [records.concepts[index] for index in by_concept[name]]
        said = added.take(name, writer.concept(concepts))
        making.edges.add(said.merged, said.by_source)
        making.names.concept(name, (record for _, record in concepts))


def _add(making: _Making, writer: StatementWriter) -> None:
    """Add to the store what the user adds, and count what is in it."""
    store = making.made / "rdf"
    making.quads = sum(writer.counts.values())
    making.statements = {level: writer.counts[level] for level in LEVELS}
    added = making.folder.statement_files()
    optimize = making.quads > _OPTIMIZE_FROM
    making.quads += extend_store(store, added, optimize=optimize)
    if added:
        # What was added may say again what is said already.
        making.statements = SparqlDoor(store, (), "ending").count()


def _check(making: _Making, records: Records, naming: Naming) -> bool:
    """Write what is doubtful; give whether all statements fit the shapes."""
    with making.step("check"):
        sources = [source.name for source in records.sources]
        report = check_store(making.made / "rdf", sources)
        (making.made / "shapes.json").write_text(report.to_json() + "\n", encoding="utf-8")
        doubts = "".join(
            f"{one.kind}\t{one.one}\t{one.other}\t{one.reason}\n" for one in naming.doubts
        )
        (making.made / "doubts.tsv").write_text(doubts, encoding="utf-8")
    return report.conforms


def _manifest(
    making: _Making,
    records: Records,
    naming: Naming,
    written: tuple[StatementWriter, _Hashing],
    conforms: bool,
) -> Manifest:
    writer, hashed = written
    return Manifest(
        format=BUILD_FORMAT,
        filmgraph=version("filmgraph"),
        number=int(making.made.name.rpartition("-")[2]),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        sources=_source_entries(records, writer),
        films=len(naming.films),
        statements=making.statements,
        entities=making.entities,
        quads=making.quads,
        quads_bytes=hashed.bytes,
        quads_sha256=hashed.sha256.hexdigest(),
        conforms=conforms,
        doubts=len(naming.doubts),
        notes=tuple(making.notes),
        seconds=making.seconds,
        files=files_of(making.made),
    )


def _source_entries(records: Records, writer: StatementWriter) -> tuple[SourceEntry, ...]:
    films = Counter(source for source, _ in records.films)
    concepts = Counter(source for source, _ in records.concepts)
    return tuple(
        SourceEntry(
            source=source,
            films=films[source.name],
            concepts=concepts[source.name],
            quads=writer.counts[f"source {source.name}"],
            records_sha256=digest(records.files[source.name]),
        )
        for source in records.sources
    )
