"""The files of the name index: written once by a build, then mapped into memory and only read.

names/
  terms/            a tantivy index of one segment: which names have a word, or nearly
  keys.bin          of each name, in the order of degree: its keys, one a line
  cards.bin         of each name: what is shown (JSON)
  *.ends.bin        where each of these ends (int64)
  degrees.bin, years.bin   int64; year 0 where there is none
  names.json        version, count, and the size of every file; written last
"""

import contextlib
import mmap
import os
import shutil
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec
import tantivy

from filmgraph.arrays.names_query import name_schema, seen_term
from filmgraph.arrays.names_text import joined, name_key
from filmgraph.curtain import LEVELS
from filmgraph.durable import sync_folder
from filmgraph.errors import DamagedGraph, NewerGraph, StorageError
from filmgraph.names import IRI
from filmgraph.record import Level
from filmgraph.values import Entity

__all__ = ["NameEntry", "NameFiles", "open_names", "write_names"]

_VERSION = 1
_MANIFEST = "names.json"
_TERMS = "terms"
# A limit, not an allocation: whatever is written below it becomes one segment in our order.
_HEAP = 4_000_000_000


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A thing with its names, as a build hands it to the name index.

    A thing may stand there twice, where some of its names may be seen later than others.

    Attributes
    ----------
    iri : IRI
    kind : str
        `film`, `person`, `theme`, …
    label : str
        Its human name, without the year.
    year : int, optional
        Of a film.
    other_names : tuple of str
    note : str
        What tells it from others of that name: `known for Alien (1979)`.
    degree : int
        How many statements of that level and below lead to or from it.
    level : str
        From which level on it may be found: `open`, `plot` or `ending`.
    """

    iri: IRI
    kind: str
    label: str
    year: int | None = None
    other_names: tuple[str, ...] = ()
    note: str = ""
    degree: int = 0
    level: Level = "open"


def write_names(folder: Path, entries: Iterable[NameEntry]) -> int:
    """Write the name index of a build.

    Parameters
    ----------
    folder : Path
        Made where it is missing; what an earlier call left there is replaced.
    entries : iterable of NameEntry
        In any order.

    Returns
    -------
    int
        How many were written.

    Raises
    ------
    StorageError
        If the disk does not take it.

    Examples
    --------
    >>> import tempfile
    >>> from filmgraph.names import iri
    >>> alien = NameEntry(iri("film", "alien-1979"), "film", "Alien", 1979)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_names(Path(folder), [alien])
    1
    """
    # By degree, so that the first k of equal hits are the best known, whatever else is there.
    ordered = sorted(entries, key=lambda e: (-e.degree, e.iri, LEVELS.index(e.level)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MANIFEST).unlink(missing_ok=True)
        keys = [_keys(entry) for entry in ordered]
        _write_terms(folder / _TERMS, ordered, keys)
        _write_column(folder, "keys", ("\n".join(names).encode() for names in keys))
        _write_column(folder, "cards", (_card(entry) for entry in ordered))
        _write_integers(folder / "degrees.bin", (entry.degree for entry in ordered))
        _write_integers(folder / "years.bin", (entry.year or 0 for entry in ordered))
        _write_manifest(folder, len(ordered))
    except (OSError, ValueError) as error:
        raise StorageError(f"The name index in {folder} could not be written: {error}.") from error
    return len(ordered)


def _keys(entry: NameEntry) -> tuple[str, ...]:
    names = dict.fromkeys(name_key(name) for name in (entry.label, *entry.other_names))
    return tuple(name for name in names if name) or ("",)


def _card(entry: NameEntry) -> bytes:
    return msgspec.json.encode((entry.iri, entry.kind, entry.label, entry.year, entry.note))


def _write_terms(folder: Path, entries: list[NameEntry], keys: list[tuple[str, ...]]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    writer = tantivy.Index(name_schema(), path=str(folder)).writer(_HEAP, 1)
    for entry, names in zip(entries, keys, strict=True):
        document = tantivy.Document()
        words = " ".join(names)
        document.add_text("words", words if entry.year is None else f"{words} {entry.year}")
        document.add_text("joined", " ".join(dict.fromkeys(map(joined, names))))
        document.add_text("iri", entry.iri)
        document.add_text("seen", _seen_terms(entry.level, entry.kind))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    segments = tantivy.Index.open(str(folder)).searcher().num_segments
    if segments > 1:  # then a hit's number would not be its place in our order
        raise ValueError(f"{len(entries)} names are too many for one index")
    for lock in folder.glob(".*.lock"):
        lock.unlink()
    for file in folder.iterdir():  # tantivy makes some of them private to their writer
        file.chmod(0o644)


@cache
def _seen_terms(level: Level, kind: str) -> str:
    seen_at = LEVELS[LEVELS.index(level) :]
    return " ".join(seen_term(at, each) for at in seen_at for each in (None, kind))


def _write_column(folder: Path, name: str, cells: Iterable[bytes]) -> None:
    ends = []
    position = 0
    with (folder / f"{name}.bin").open("wb") as file:
        for cell in cells:
            position += file.write(cell)
            ends.append(position)
        _sync(file)
    _write_integers(folder / f"{name}.ends.bin", ends)


def _write_integers(path: Path, values: Iterable[int]) -> None:
    with path.open("wb") as file:
        array("q", values).tofile(file)
        _sync(file)


def _write_manifest(folder: Path, count: int) -> None:
    sizes = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    body = {"version": _VERSION, "count": count, "files": sizes}
    with (folder / _MANIFEST).open("wb") as file:
        file.write(msgspec.json.encode(body))
        _sync(file)
    for directory in (folder / _TERMS, folder):
        sync_folder(directory)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


class _Manifest(msgspec.Struct, frozen=True):
    version: int
    count: int = 0
    files: dict[str, int] = {}


class NameFiles:
    """The opened files: a tantivy searcher and columns by row number."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.schema = name_schema()
        self.searcher = _open_terms(folder / _TERMS)
        self._keys = _Column(folder, "keys")
        self._cards = _Column(folder, "cards")
        self._degrees = _integers(folder / "degrees.bin")
        self._years = _integers(folder / "years.bin")
        self._decoder = msgspec.json.Decoder(tuple[str, str, str, int | None, str])
        columns = (self._keys.count, self._cards.count, len(self._degrees), len(self._years))
        if {self.searcher.num_docs, *columns} != {count}:
            raise ValueError("the files do not belong together")

    def keys(self, row: int) -> list[str]:
        """The keys of a thing's names, the label's first."""
        return self._keys[row].decode().split("\n")

    def year(self, row: int) -> int | None:
        """The year of a film."""
        return self._years[row] or None

    def degree(self, row: int) -> int:
        """The degree it was written with."""
        return self._degrees[row]

    def entity(self, row: int) -> Entity:
        """What is shown of it."""
        iri, kind, label, year, note = self._decoder.decode(self._cards[row])
        return Entity(IRI(iri), kind, label, year, note)


class _Column:
    """Cells of bytes of any length, mapped into memory."""

    def __init__(self, folder: Path, name: str) -> None:
        self._bytes = _mapped(folder / f"{name}.bin")
        self._ends = _integers(folder / f"{name}.ends.bin")
        self.count = len(self._ends)

    def __getitem__(self, row: int) -> bytes:
        start = self._ends[row - 1] if row else 0
        return bytes(self._bytes[start : self._ends[row]])


def open_names(folder: Path) -> NameFiles:
    """Open what `write_names` wrote.

    Raises
    ------
    DamagedGraph
        If a file is missing or torn.
    NewerGraph
        If a newer filmgraph wrote it.
    """
    hint = "Build the graph again: filmgraph build."
    try:
        manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes(), type=_Manifest)
        if manifest.version > _VERSION:
            raise NewerGraph(
                f"The name index in {folder} has version {manifest.version}, this filmgraph "
                f"reads {_VERSION}.",
                hint="Install a newer filmgraph.",
            )
        for name, size in manifest.files.items():
            if (found := (folder / name).stat().st_size) != size:
                raise DamagedGraph(f"{folder / name} has {found} bytes, not {size}.", hint=hint)
        return NameFiles(folder, manifest.count)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise DamagedGraph(f"The name index in {folder} is damaged: {error}.", hint=hint) from error


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        if not path.stat().st_size:  # nothing cannot be mapped
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _integers(path: Path) -> memoryview:
    return _mapped(path).cast("q")


@contextlib.contextmanager
def _linked(folder: Path) -> Iterator[Path]:
    """A folder of our own with links to the files: tantivy writes a lock even to read."""
    # Its own threads may still take the lock away while the folder is being cleared.
    try:
        forgiving = tempfile.TemporaryDirectory(
            prefix="filmgraph-names-", ignore_cleanup_errors=True
        )
    except OSError as error:
        raise StorageError(
            f"There is no room for a temporary folder: {error.strerror or error}.",
            hint="Set TMPDIR to a folder that can be written.",
        ) from None
    with forgiving as name:
        for path in folder.resolve(strict=True).iterdir():
            try:
                (Path(name) / path.name).symlink_to(path)
            except OSError:  # a system where only some may link
                shutil.copy(path, name)
        yield Path(name)
    shutil.rmtree(name, ignore_errors=True)


def _open_terms(folder: Path) -> tantivy.Searcher:
    with _linked(folder) as linked:
        return tantivy.Index.open(str(linked)).searcher()
