"""The records of a graph folder, held so that a build can look at each twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filmgraph.errors import DamagedGraph, FilmgraphError, InputError, RecordError
from filmgraph.intake.registry import check_source
from filmgraph.intake.store import read_lines, read_source
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
        Source name and record.
    """

    sources: list[Source] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    films: dict[tuple[str, str], bytes] = field(default_factory=dict)
    concepts: list[tuple[str, ConceptRecord]] = field(default_factory=list)

    def film(self, source: str, key: str) -> FilmRecord:
        """The film record of a source by its key."""
        record = decode(self.films[source, key], trusted=True)
        assert isinstance(record, FilmRecord)
        return record


def read_all(files: list[Path]) -> tuple[Records, Iterator[tuple[str, FilmRecord]]]:
    """The records of some files, and their films as they are read, source by source.

    The iterator must be exhausted before the records are used.

    Raises
    ------
    InputError
        If two files are of one source, or a source has a name that it cannot have.
    DamagedGraph
        While the films are read, if a file is torn or a line is not a record.
    """
    records = Records()
    for file in files:
        _add_source(records, file)
    records.sources.sort(key=lambda one: one.name)
    return records, _films(records)


def _add_source(records: Records, file: Path) -> None:
    source = read_source(file)
    known = records.files.get(source.name)
    if known is not None:
        raise InputError(
            f"'{known}' and '{file}' both hold records of the source {source.name!r}.",
            hint="Take one of them away.",
        )
    check_source(source)
    records.sources.append(source)
    records.files[source.name] = file


def _films(records: Records) -> Iterator[tuple[str, FilmRecord]]:
    for source in records.sources:
        file = records.files[source.name]
        for number, line in enumerate(read_lines(file), start=2):
            try:
                record = decode(line)
            except RecordError as error:
                raise _damaged(file, number, error) from None
            if isinstance(record, ConceptRecord):
                records.concepts.append((source.name, record))
                continue
            if (source.name, record.key) in records.films:
                twice = InputError(f"The key {record.key!r} stands there twice.")
                raise _damaged(file, number, twice)
            records.films[source.name, record.key] = line
            yield source.name, record


def _damaged(file: Path, number: int, error: FilmgraphError) -> DamagedGraph:
    return DamagedGraph(
        f"Line {number} of the file of records '{file}' is damaged: {error}",
        hint="Load its source again.",
    )
