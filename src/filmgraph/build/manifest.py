"""The manifest of a build: what went in, what came out, and how to tell whether it is whole."""

import hashlib
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from filmgraph.curtain import allowed
from filmgraph.errors import DamagedGraph, NewerGraph
from filmgraph.record import Level, Source

__all__ = [
    "BUILD_FORMAT",
    "Manifest",
    "SourceEntry",
    "digest",
    "files_of",
    "read_manifest",
    "torn_files",
]

BUILD_FORMAT: Final = 2
"""Version of the layout of a build.  A build of another version is made anew, not converted."""

MANIFEST: Final = "manifest.json"
_CHUNK: Final = 1 << 20


class SourceEntry(Struct, frozen=True, kw_only=True):
    """A source as it went into the build."""

    source: Source
    films: int
    concepts: int
    quads: int
    records_sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What is known of a build without opening its stores.

    Attributes
    ----------
    statements : dict
        Level: merged statements that stand at that level.
    entities : dict
        Kind: level: how many become known at that level.
    files : dict
        Path in the build's folder: (bytes, SHA-256).
    seconds : dict
        Step of the build: how long it took.
    """

    format: int
    filmgraph: str
    number: int
    made: str
    sources: tuple[SourceEntry, ...]
    films: int
    statements: dict[str, int]
    entities: dict[str, dict[str, int]]
    quads: int
    quads_bytes: int
    quads_sha256: str
    conforms: bool
    doubts: int
    notes: tuple[str, ...]
    seconds: dict[str, float]
    files: dict[str, tuple[int, str]]

    def statements_at(self, level: Level) -> int:
        """Merged statements that a viewer at a level may see."""
        return sum(self.statements.get(one, 0) for one in allowed(level))

    def entities_at(self, level: Level) -> dict[str, int]:
        """Kind: how many a viewer at a level may see."""
        counted = {
            kind: sum(levels.get(one, 0) for one in allowed(level))
            for kind, levels in sorted(self.entities.items())
        }
        return {kind: count for kind, count in counted.items() if count}

    def write(self, folder: Path) -> None:
        """Write it into the build's folder."""
        body = msgspec.json.format(msgspec.json.encode(self), indent=1)
        (folder / MANIFEST).write_bytes(body + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a build; the sizes of all its files are compared.

    Raises
    ------
    DamagedGraph
        If it cannot be read, or a file is missing or has another size.
    NewerGraph
        If another version of filmgraph made the build.
    """
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
        version = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).get("format")
        number = int(bytes(version)) if version is not None else -1
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        raise _damaged(f"'{path}' cannot be read.") from None
    if number != BUILD_FORMAT:
        raise NewerGraph(
            f"The build in '{folder}' has the format {number}; this filmgraph uses {BUILD_FORMAT}.",
            hint="Make a new build: filmgraph build",
        )
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except msgspec.MsgspecError as error:
        raise _damaged(f"'{path}' is not a manifest: {error}.") from None
    for name, (size, _) in manifest.files.items():
        file = folder / name
        try:
            found = file.stat().st_size
        except OSError:
            raise _damaged(f"'{file}' is missing.") from None
        if found != size:
            raise _damaged(f"'{file}' has {found:,} bytes instead of {size:,}.")
    return manifest


def _damaged(what: str) -> DamagedGraph:
    return DamagedGraph(
        what,
        hint="The folder may be copied in part: copy it again, or run filmgraph build.",
    )


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    total = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            total.update(chunk)
    return total.hexdigest()


def files_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Path in a folder: (bytes, SHA-256), for all files but the manifest and logs."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, digest(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (MANIFEST, "LOCK") and "LOG" not in path.name
    }


def torn_files(folder: Path, manifest: Manifest) -> list[str]:
    """The files of a build whose bytes are not those that were written, sorted."""
    return [
        name
        for name, (_, sha256) in sorted(manifest.files.items())
        if digest(folder / name) != sha256
    ]
