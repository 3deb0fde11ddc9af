"""The ledger: which IRI a source's key was given, for ever.

One JSON object a line, only ever appended:

- `{"kind":"film","source":"…","key":"…","iri":"…"}`: this key of this source names that entity; a
  later line for the same key stands above an earlier one;
- `{"replaced":"…","by":"…"}`: two entities turned out to be one; the first IRI is still found.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from filmgraph.durable import sync_folder
from filmgraph.errors import DamagedGraph, StorageError
from filmgraph.names import BASE, IRI

__all__ = ["Ledger"]


class _Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    source: str
    key: str
    iri: str


class _Replaced(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    replaced: str
    by: str


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    kind: str = ""
    source: str = ""
    key: str = ""
    iri: str = ""
    replaced: str = ""
    by: str = ""


# Statements and queries are written of these as they are: what ends an IRI must not stand in one.
_IRI = re.compile(r'[^<>"{}|^`\\\x00-\x20\x7f-\x9f\ud800-\udfff]+')

_decoder = msgspec.json.Decoder(_Line)
_encoder = msgspec.json.Encoder()


class Ledger:
    """Every IRI ever given, and what this run adds.

    Attributes
    ----------
    notes : list of str
        What was odd about the file read.

    Examples
    --------
    >>> ledger = Ledger()
    >>> ledger.give("film", "mine", "a", IRI("https://w3id.org/filmgraph/film/alien-1979"))
    >>> ledger.given("film", "mine", "a")
    'https://w3id.org/filmgraph/film/alien-1979'
    >>> len(ledger.new_lines())
    1
    """

    def __init__(self) -> None:
        self._given: dict[str, dict[str, dict[str, IRI]]] = {}
        self._taken: dict[str, set[IRI]] = {}
        self._replaced: dict[IRI, IRI] = {}
        self._new: set[tuple[str, str, str]] = set()
        self._new_replaced: set[IRI] = set()
        self._torn = False
        self.notes: list[str] = []

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """The ledger kept in a file; an empty one where there is no file.

        A last line that was torn off while it was written is left out and noted.

        Raises
        ------
        DamagedGraph
            If any other line is not a line of a ledger.
        StorageError
            If the file cannot be read.
        """
        ledger = cls()
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    ledger._read_line(line, number, path)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise StorageError(f"The ledger {path} cannot be read: {error.strerror}.") from error
        ledger._refuse_circles(path)
        return ledger

    def _refuse_circles(self, path: Path) -> None:
        safe: set[IRI] = set()
        for start in self._replaced:
            way = [start]
            while way[-1] in self._replaced and way[-1] not in safe:
                way.append(self._replaced[way[-1]])
                if way[-1] == start:
                    raise DamagedGraph(f"In {path} {start} is replaced by itself.")
            safe.update(way)

    def _read_line(self, line: bytes, number: int, path: Path) -> None:
        entry = _decode(line)
        if entry is None and not line.endswith(b"\n"):
            self._torn = True
            self.notes.append(f"The last line of {path.name} was torn and is left out.")
        elif entry is None:
            raise DamagedGraph(
                f"Line {number} of {path} is not a line of a ledger.",
                hint="Put a copy of the file in its place, or delete the line.",
            )
        elif entry.replaced:
            self._replaced[IRI(entry.replaced)] = IRI(entry.by)
        else:
            self._put(entry.kind, entry.source, entry.key, IRI(entry.iri))

    def given(self, kind: str, source: str, key: str) -> IRI | None:
        """The IRI that a source's key has, the one it was replaced by included; None if none."""
        iri = self._given.get(kind, {}).get(source, {}).get(key)
        return None if iri is None else self.current(iri)

    def current(self, iri: IRI) -> IRI:
        """The IRI itself, or the one that stands for it now."""
        while iri in self._replaced:
            iri = self._replaced[iri]
        return iri

    def taken(self, kind: str) -> set[IRI]:
        """Every IRI of a kind that was ever given; not to be given again to something else."""
        return self._taken.setdefault(kind, set())

    def sources(self, kind: str) -> Mapping[str, Mapping[str, IRI]]:
        """Source, then key, then IRI of all that was given of a kind."""
        return self._given.get(kind, {})

    def give(self, kind: str, source: str, key: str, iri: IRI) -> None:
        """Write down that a source's key has an IRI from now on; nothing if it has it already."""
        if self.given(kind, source, key) != iri:
            self._put(kind, source, key, iri)
            self._new.add((kind, source, key))

    def replace(self, old: IRI, new: IRI) -> None:
        """Write down that an IRI is replaced by another."""
        old, new = self.current(old), self.current(new)
        if old != new:
            self._replaced[old] = new
            self._new_replaced.add(old)

    @property
    def replaced(self) -> Mapping[IRI, IRI]:
        """Every IRI that was replaced, sorted, with the one that stands for it now."""
        return {old: self.current(old) for old in sorted(self._replaced)}

    def new_lines(self) -> list[bytes]:
        """What was added since the ledger was read, sorted, one JSON line each without its end."""
        return list(self._lines())

    def append_to(self, path: Path) -> None:
        """Add the new lines to a file, all of them or none.

        A whole new file is written beside the old one and takes its place.  Nothing is touched
        where nothing is new.

        Raises
        ------
        StorageError
            If the disk does not take it.
        """
        if not (self._new or self._new_replaced or self._torn):
            return
        beside = path.with_name(path.name + ".new")
        try:
            with beside.open("wb") as target:
                _copy_whole_lines(path, target)
                target.writelines(line + b"\n" for line in self._lines())
                target.flush()
                os.fsync(target.fileno())
            beside.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise StorageError(f"The ledger {path} was not written: {error.strerror}.") from error
        self._new.clear()
        self._new_replaced.clear()
        self._torn = False

    def _lines(self) -> Iterator[bytes]:
        for kind, source, key in sorted(self._new):
            iri = self._given[kind][source][key]
            yield _encoder.encode(_Given(kind, source, key, iri))
        for old in sorted(self._new_replaced):
            yield _encoder.encode(_Replaced(old, self._replaced[old]))

    def _put(self, kind: str, source: str, key: str, iri: IRI) -> None:
        self._given.setdefault(kind, {}).setdefault(source, {})[key] = iri
        self.taken(kind).add(iri)


def _decode(line: bytes) -> _Line | None:
    try:
        entry = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    if entry.replaced:
        whole = entry.replaced != entry.by and _is_iri(entry.replaced) and _is_iri(entry.by)
    else:
        named = entry.iri.startswith(f"{BASE}{entry.kind}/") and _is_iri(entry.iri)
        whole = bool(entry.kind and entry.source and entry.key) and named
    return entry if whole else None


def _is_iri(text: str) -> bool:
    return _IRI.fullmatch(text) is not None


def _copy_whole_lines(path: Path, target: BinaryIO) -> None:
    if not path.exists():
        return
    length = _whole_length(path)
    with path.open("rb") as source:
        shutil.copyfileobj(source, target)
        source.seek(length)
        tail = source.read()
    target.seek(length)
    target.truncate()
    if tail and _decode(tail):
        target.write(tail + b"\n")


def _whole_length(path: Path) -> int:
    """How many bytes stand before the end of the last whole line."""
    length = path.stat().st_size
    with path.open("rb") as file:
        end = length
        while end > 0:
            start = max(0, end - (1 << 16))
            file.seek(start)
            found = file.read(end - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
    return 0
