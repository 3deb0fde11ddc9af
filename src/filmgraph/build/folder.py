"""The graph folder: records, the ledger, immutable numbered builds, and which one is in use."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from filmgraph.durable import sync_folder
from filmgraph.errors import (
    DamagedGraph,
    GraphBusy,
    NewerGraph,
    NotAGraph,
    StorageError,
)

__all__ = [
    "FOLDER_FORMAT",
    "GraphFolder",
    "is_graph",
    "storage_errors",
    "write_whole",
]

FOLDER_FORMAT: Final = 1
"""Version of the layout of a graph folder."""

_MARK: Final = "graph.json"
_MAKING: Final = ".making-"
_DROPPED: Final = ".dropped-"
_DIGITS: Final = 18


@contextlib.contextmanager
def storage_errors(what: str) -> Iterator[None]:
    """Turn the disk's refusals into a `StorageError` that says what was being written."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{what} could not be written: {error.strerror or error}.",
            hint="What was there before is untouched; free some space and try again.",
        ) from None


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file so that it is the old one or the new one, never half of it."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with storage_errors(f"'{path}'"):
        try:
            with part.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    sync_folder(path.parent)


class GraphFolder:
    """A folder that holds a graph.

    Attributes
    ----------
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> folder = GraphFolder.create(Path(tempfile.mkdtemp()) / "films.graph")
    >>> folder.current is None
    True
    >>> GraphFolder.open(folder.path).path == folder.path
    True
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def create(cls, path: Path) -> "GraphFolder":
        """A new graph folder, or the one that is there.

        Raises
        ------
        NotAGraph
            If something else is there.
        """
        if is_graph(path):
            return cls.open(path)
        if path.exists() and not (path.is_dir() and _is_empty(path)):
            raise NotAGraph(
                f"'{path}' is not a graph folder and is not empty.",
                hint="Choose a folder that does not exist yet.",
            )
        with storage_errors(f"The graph folder '{path}'"):
            path.mkdir(parents=True, exist_ok=True)
        write_whole(path / _MARK, json.dumps({"format": FOLDER_FORMAT}).encode() + b"\n")
        with storage_errors(f"The graph folder '{path}'"):
            (path / "records").mkdir(exist_ok=True)
            (path / "builds").mkdir(exist_ok=True)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> "GraphFolder":
        """The graph folder at a path.

        Raises
        ------
        NotAGraph
            If there is none.
        NewerGraph
            If a newer filmgraph made it.
        DamagedGraph
            If its mark cannot be read.
        """
        mark = path / _MARK
        if not is_graph(path):
            what = "is not a graph folder" if path.exists() else "does not exist"
            raise NotAGraph(
                f"'{path}' {what}.",
                hint="Make one with: filmgraph load LOADER FILES --graph FOLDER",
            )
        try:
            number = json.loads(mark.read_bytes())["format"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise DamagedGraph(
                f"'{mark}' cannot be read.", hint="The folder may be copied in part: copy it again."
            ) from None
        if not isinstance(number, int) or number > FOLDER_FORMAT:
            raise NewerGraph(
                f"'{path}' has the format {number}; this filmgraph reads up to {FOLDER_FORMAT}.",
                hint="Install a newer filmgraph.",
            )
        return cls(path)

    @property
    def ledger(self) -> Path:
        """The file of IRIs that were given."""
        return self.path / "identity.jsonl"

    @property
    def withdrawn(self) -> Path:
        """The file of characters that are nobody else; a user may write one."""
        return self.path / "withdrawn.txt"

    def record_file(self, source: str) -> Path:
        """The file of records of a source."""
        return self.path / "records" / f"{source}.jsonl.gz"

    def record_files(self) -> list[Path]:
        """The files of records, sorted by source."""
        return sorted((self.path / "records").glob("[!.]*.jsonl.gz"))

    def statement_files(self) -> list[Path]:
        """RDF that a user added as it is, sorted by name."""
        return sorted((self.path / "statements").glob("[!.]*.nq.gz"))

    @property
    def current(self) -> int | None:
        """The number of the build in use; None where nothing is built."""
        try:
            text = (self.path / "current").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise DamagedGraph(f"'{self.path / 'current'}' cannot be read: {error}.") from None
        if not text.isdigit() or len(text) > _DIGITS:
            raise DamagedGraph(
                f"'{self.path / 'current'}' holds {text[:20]!r}, not the number of a build.",
                hint="Choose one of the builds: filmgraph build --use NUMBER",
            )
        return int(text)

    def build_folder(self, number: int) -> Path:
        """The folder of a build."""
        return self.path / "builds" / f"{number:06}"

    def current_build(self) -> Path:
        """The folder of the build in use.

        Raises
        ------
        NotAGraph
            If nothing is built yet.
        DamagedGraph
            If the build is not there.
        """
        number = self.current
        if number is None:
            raise NotAGraph(
                f"'{self.path}' holds no build yet.",
                hint=f"Make one with: filmgraph build --graph '{self.path}'",
            )
        build = self.build_folder(number)
        if not build.is_dir():
            others = ", ".join(str(one) for one in self.builds()) or "none"
            raise DamagedGraph(
                f"Build {number} of '{self.path}' is not there (builds: {others}).",
                hint="Use another, or build anew: filmgraph build",
            )
        return build

    def builds(self) -> list[int]:
        """The numbers of the builds that are there, in order."""
        folders = (self.path / "builds").glob("[0-9]*")
        return sorted(int(one.name) for one in folders if one.name.isdigit() and one.is_dir())

    def changed_since(self, build: Path) -> bool:
        """Whether something was loaded after a build was made."""
        made = (build / "manifest.json").stat().st_mtime
        files = [*self.record_files(), *self.path.glob(self.withdrawn.name)]
        return any(file.stat().st_mtime > made for file in files)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the folder for writing; readers are not hindered.

        Raises
        ------
        GraphBusy
            If another process holds it.
        """
        with storage_errors(f"The lock of '{self.path}'"):
            lock = (self.path / "lock").open("a+b")
        with lock:
            if not _take(lock.fileno()):
                raise GraphBusy(
                    f"Another process is writing '{self.path}'.", hint="Wait until it is done."
                )
            yield

    @contextlib.contextmanager
    def making(self) -> Iterator[Path]:
        """A fresh folder to make the next build in; what an earlier attempt left is cleared.

        To be used while the folder is held for writing.
        """
        with storage_errors(f"What an earlier attempt left in '{self.path}'"):
            self._clear()
        number = max([0, *self.builds(), self._current_or_none() or 0]) + 1
        folder = self.path / "builds" / f"{_MAKING}{number:06}"
        with storage_errors(f"The build in '{self.path}'"):
            folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _current_or_none(self) -> int | None:
        # A new build mends a broken `current`.
        with contextlib.suppress(DamagedGraph):
            return self.current
        return None

    def _clear(self) -> None:
        """Take away what was left by processes that were killed while they wrote."""
        for prefix in (_MAKING, _DROPPED):
            for left in (self.path / "builds").glob(f"{prefix}*"):
                shutil.rmtree(left, ignore_errors=True)
        for folder in (self.path, self.path / "records"):
            for part in folder.glob(".*.part"):
                part.unlink(missing_ok=True)
        self.ledger.with_name(f"{self.ledger.name}.new").unlink(missing_ok=True)

    def _drop(self, number: int) -> None:
        # Renamed first: half a build must not look like one.
        old = self.build_folder(number)
        dropped = old.with_name(f"{_DROPPED}{old.name}")
        with contextlib.suppress(OSError):
            old.rename(dropped)
            shutil.rmtree(dropped, ignore_errors=True)

    def publish(self, made: Path, keep: int) -> int:
        """Give a made build its number, put it in use, and drop all but the newest `keep`."""
        number = int(made.name.removeprefix(_MAKING))
        with storage_errors(f"Build {number} of '{self.path}'"):
            made.rename(self.build_folder(number))
        sync_folder(self.path / "builds")
        self.use(number)
        for old in self.builds()[: -max(1, keep)]:
            if old != number:
                self._drop(old)
        return number

    def use(self, number: int) -> None:
        """Put a build in use, such as an earlier one.

        Raises
        ------
        NotAGraph
            If there is no such build.
        """
        if number not in self.builds():
            others = ", ".join(str(one) for one in self.builds()) or "none"
            raise NotAGraph(f"'{self.path}' has no build {number}; it has: {others}.")
        write_whole(self.path / "current", f"{number}\n".encode())


def is_graph(path: Path) -> bool:
    """Whether a folder is a graph folder, of whatever version and however damaged."""
    return (path / _MARK).is_file()


def _is_empty(folder: Path) -> bool:
    # A process that was killed while it wrote the mark leaves a part of it.
    return all(one.name.startswith(f".{_MARK}.") for one in folder.iterdir())


def _take(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _take_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _take_on_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
