"""The records of a graph folder, held so that a build can look at each twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filmgraph.intake.store import read_lines, read_source
from filmgraph.intake.tree import Trees
from filmgraph.names import fold
from filmgraph.record import ConceptRecord, FilmRecord, Source, decode

__all__ = ["Records", "read_all"]


@dataclass(slots=True)
class Records:
    """All sources' records: films as their JSON lines (a fifth of the memory), concepts decoded.

    Attributes
    ----------
    sources : list of Source
        Sorted by name.
    files : dict
        Source name: its file of records.
    films : dict
        (source name, key): JSON line.
    concepts : list of (str, ConceptRecord)
        Source name and record, without parents that close a circle.
    notes : list of str
        What was mended.
    """

    sources: list[Source] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    films: dict[tuple[str, str], bytes] = field(default_factory=dict)
    concepts: list[tuple[str, ConceptRecord]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def film(self, source: str, key: str) -> FilmRecord:
        """The film record of a source by its key."""
        record = decode(self.films[source, key])
        assert isinstance(record, FilmRecord)
        return record


def read_all(files: list[Path]) -> tuple[Records, Iterator[tuple[str, FilmRecord]]]:
    """The records of some files, and their films as they are read, source by source.

    The iterator must be exhausted before the records are used.
    """
    records = Records()
    return records, _films(records, sorted(files))


def _films(records: Records, files: list[Path]) -> Iterator[tuple[str, FilmRecord]]:
    trees = Trees()
    for file in files:
        source = read_source(file)
        records.sources.append(source)
        records.files[source.name] = file
        for line in read_lines(file):
            record = decode(line)
            if isinstance(record, FilmRecord):
                records.films[source.name, record.key] = line
                yield source.name, record
            else:
                trees.add(record)
                records.concepts.append((source.name, record))
    records.sources.sort(key=lambda one: one.name)
    _open_circles(records, trees)


def _open_circles(records: Records, trees: Trees) -> None:
    """Drop the links to a parent that close a circle over several sources."""
    closing: set[tuple[str, str, str]] = {
        (concept.kind, fold(concept.name), fold(parent)) for concept, parent in trees.open_circles()
    }
    for kind, name, parent in sorted(closing):
        records.notes.append(f"The {kind} {name!r} is below itself through {parent!r}: not linked.")
    if not closing:
        return
    records.concepts = [(source, _without(record, closing)) for source, record in records.concepts]


def _without(record: ConceptRecord, closing: set[tuple[str, str, str]]) -> ConceptRecord:
    name = fold(record.name)
    kept = tuple(one for one in record.parents if (record.kind, name, fold(one)) not in closing)
    return ConceptRecord(
        **{field: getattr(record, field) for field in record.__struct_fields__} | {"parents": kept}
    )
