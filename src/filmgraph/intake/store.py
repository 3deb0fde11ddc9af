"""Files of records: the source on the first line, then its records in a fixed order."""

import contextlib
import gzip
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from filmgraph.durable import sync_folder
from filmgraph.errors import DamagedGraph, NewerGraph, RecordError, StorageError
from filmgraph.options import LIMITS
from filmgraph.record import FilmRecord, Record, Source, decode, decode_source, encode

__all__ = [
    "RecordName",
    "name_of",
    "read_lines",
    "read_records",
    "read_source",
    "write_lines",
    "write_records",
]

RecordName = tuple[int, str, str]
"""What names a record in its file, and sorts it: films first, then concepts by kind."""

_LEVEL = 6
_ABANDONED_SECONDS = 86_400
_TORN = (OSError, EOFError, zlib.error)


def name_of(record: Record) -> RecordName:
    """What names a record in its file and sorts it.

    Examples
    --------
    >>> name_of(FilmRecord(key="alien", title="Alien"))
    (0, '', 'alien')
    """
    if isinstance(record, FilmRecord):
        return (0, "", record.key)
    return (1, record.kind, record.name)


def write_records(path: Path, source: Source, records: Iterable[Record]) -> None:
    """Write a file of records: whole or not at all, and equal records as equal bytes.

    Parameters
    ----------
    path : Path
        A `.jsonl.gz` file; the one that is there stays as it is until the new one is whole.
    source : Source
    records : iterable of FilmRecord or ConceptRecord
        In any order.

    Raises
    ------
    StorageError
        If the disk does not take it.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> film = FilmRecord(key="alien", title="Alien", year=1979)
    >>> write_records(folder / "mine.jsonl.gz", Source(name="mine", title="Mine"), [film])
    >>> list(read_records(folder / "mine.jsonl.gz")) == [film]
    True
    """
    named = sorted((name_of(record), encode(record)) for record in records)
    write_lines(path, source, (line for _, line in named))


def write_lines(path: Path, source: Source, encoded: Iterable[bytes]) -> None:
    """Write a file of records that are encoded and sorted already.

    Raises
    ------
    StorageError
        If the disk does not take it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        with part.open("wb") as stream:
            _compress(stream, source, encoded)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"'{path}' could not be written: {error.strerror or error}.",
            hint="What was there before is untouched.",
        ) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what writes that were killed left behind; one that is under way is younger."""
    for left in path.parent.glob(f".{path.name}.*.part"):
        if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
            left.unlink(missing_ok=True)


def _compress(stream: BinaryIO, source: Source, encoded: Iterable[bytes]) -> None:
    # No file name and no time in the head: equal records are equal bytes.
    with gzip.GzipFile("", "wb", _LEVEL, stream, mtime=0) as zipped:
        zipped.write(encode(source) + b"\n")
        for line in encoded:
            zipped.write(line + b"\n")


def _raw_lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as stream:
            while line := stream.readline(LIMITS.line_bytes + 2):
                if len(line) > LIMITS.line_bytes + 1:  # which a small file can hold, zipped
                    raise EOFError(f"a line is longer than {LIMITS.line_bytes:,} bytes")
                if not line.endswith(b"\n"):
                    raise EOFError("its last line is not whole")
                yield line[:-1]
    except _TORN as error:
        raise DamagedGraph(
            f"The file of records '{path}' is missing or torn: {error}.",
            hint="Load its source again.",
        ) from None


def read_source(path: Path) -> Source:
    """The source that heads a file of records.

    Raises
    ------
    DamagedGraph
        If the file is missing or torn.
    NewerGraph
        If a newer filmgraph wrote it.
    """
    raw = _raw_lines(path)
    try:
        return decode_source(next(raw, b""))
    except RecordError as error:
        if error.hint:  # a newer format
            raise NewerGraph(f"'{path}': {error.message}", hint=error.hint) from None
        raise _damaged(path, 1, error) from None
    finally:
        raw.close()  # type: ignore[attr-defined]


def read_lines(path: Path) -> Iterator[bytes]:
    """The record lines of a file, undecoded, without its head and without line ends.

    Raises
    ------
    DamagedGraph
        If the file is missing or torn.
    """
    raw = _raw_lines(path)
    next(raw, None)
    yield from raw


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file, in its order.

    Raises
    ------
    DamagedGraph
        If the file is missing or torn, or a line is not a record.
    """
    for number, line in enumerate(read_lines(path), start=2):
        try:
            yield decode(line)
        except RecordError as error:
            raise _damaged(path, number, error) from None


def _damaged(path: Path, number: int, error: RecordError) -> DamagedGraph:
    return DamagedGraph(
        f"Line {number} of the file of records '{path}' is damaged: {error}",
        hint="Load its source again.",
    )
