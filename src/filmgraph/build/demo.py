"""The demo graph: the shipped facts, built into the user's cache on first use."""

import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filmgraph.build.folder import GraphFolder, storage_errors
from filmgraph.errors import FilmgraphError, GraphBusy
from filmgraph.record import decode, decode_source
from filmgraph.shipped import folder as shipped_folder

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = ["demo_folder", "ensure_demo"]

_KEPT: Final = 2
_WAIT_SECONDS: Final = 600
_ROOMS: Final = ("record", "identity", "statements", "arrays", "build", "doors")


def demo_folder(cache: Path) -> Path:
    """Where the demo graph is: another folder for other facts or another way of building."""
    package = Path(__file__).resolve().parents[1]
    code = [path for room in _ROOMS for path in sorted((package / room).glob("*.py"))]
    code += [package / "names.py", package / "curtain.py"]
    total = hashlib.sha256()
    for path in [*_facts(), *code, *sorted(shipped_folder("ontology").glob("*.ttl"))]:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return cache / f"demo-{total.hexdigest()[:12]}.graph"


def _facts() -> list[Path]:
    demo = shipped_folder("loaders") / "demo"
    files = sorted([*demo.glob("*.jsonl"), *demo.glob("*.jsonl.gz")])
    if not files:
        raise FilmgraphError(
            "The shipped facts are missing: the installation is damaged.",
            hint="Install filmgraph again.",
        )
    return files


def ensure_demo(cache: Path, progress: "Progress | None" = None) -> Path:
    """The demo's graph folder, built if it is not there yet.

    Two processes that ask at the same time build it once.

    Parameters
    ----------
    cache : Path
        Folder to build in.
    progress : callable, optional
        `progress(step, done, total)`.

    Raises
    ------
    StorageError
        If the cache cannot be written.
    """
    path = demo_folder(cache)
    deadline = time.monotonic() + _WAIT_SECONDS
    while not (path / "current").is_file():
        try:
            _build(path, progress)
        except GraphBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    return path


def _take_in(facts: Path, folder: GraphFolder) -> None:
    from filmgraph.intake.store import write_records

    if facts.suffix == ".gz":
        target = folder.path / "records" / facts.name
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        shutil.copyfile(facts, part)
        part.replace(target)
        return
    # What we write by hand is kept as plain lines, so that a change of it can be read.
    head, *lines = facts.read_bytes().splitlines()
    source = decode_source(head)
    write_records(folder.record_file(source.name), source, (decode(line) for line in lines))


def _build(path: Path, progress: "Progress | None") -> None:
    # What makes a graph takes long to import, and most often the demo stands already.
    from filmgraph.build.make import build

    with storage_errors(f"The demo graph in '{path.parent}'"):
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = GraphFolder.create(path)
        with folder.writing():
            for facts in _facts():
                _take_in(facts, folder)
    build(folder, keep=1, progress=progress)
    others = [one for one in path.parent.glob("demo-*.graph") if one != path]
    others.sort(key=lambda one: one.stat().st_mtime)
    for old in others[: max(0, len(others) - _KEPT + 1)]:
        shutil.rmtree(old, ignore_errors=True)
