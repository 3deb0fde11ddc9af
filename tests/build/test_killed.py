"""Killed at any moment, or with a full disk: the last whole build and all whole records stay."""

import errno
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.graphs import CONCEPTS, FILMS, graph_folder, load_into, open_door

from filmgraph.build.check import check_graph
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.errors import StorageError
from filmgraph.intake.store import read_records

ROOT = Path(__file__).resolve().parents[2]
TIMES = 10


@pytest.fixture
def folder(tmp_path: Path) -> GraphFolder:
    """A folder with one build of four films."""
    return graph_folder(tmp_path / "films.graph")


def kill_after(seconds: float, *arguments: str) -> None:
    """Start writing, and kill it some time after it has begun."""
    writing = subprocess.Popen(
        [sys.executable, "-m", "tests.build.writing", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert writing.stdout is not None
    assert writing.stdout.readline() == b"ready\n"
    time.sleep(seconds)
    assert writing.poll() is None
    writing.kill()
    writing.wait()
    writing.stdout.close()


def assert_whole(folder: GraphFolder) -> None:
    assert check_graph(GraphFolder.open(folder.path)).torn == ()
    films = open_door(folder, ["mine"]).query("SELECT ?film { ?film a fg:Film }")
    assert len(films) == len(FILMS)


def assert_clean(folder: GraphFolder) -> None:
    names = {one.name for one in (folder.path / "builds").iterdir()}
    assert names == {f"{number:06}" for number in folder.builds()}
    assert [one.name for one in (folder.path / "records").iterdir()] == ["mine.jsonl.gz"]
    assert not list(folder.path.glob(".*"))
    assert not list(folder.path.glob("*.new"))


def test_killed_while_building_the_folder_opens_with_the_last_whole_build(
    folder: GraphFolder,
) -> None:
    dice = random.Random(1979)
    for _ in range(TIMES):
        kill_after(dice.uniform(0, 0.9), "build", str(folder.path))
        assert_whole(folder)
    build(folder)
    assert_whole(folder)
    assert_clean(folder)


def test_killed_while_loading_the_records_are_the_old_or_the_new_ones(
    folder: GraphFolder,
) -> None:
    dice = random.Random(1982)
    load_into(folder, {"mine": FILMS})
    for _ in range(TIMES):
        kill_after(dice.uniform(0, 0.2), "load", str(folder.path))
        films = list(read_records(folder.record_file("mine")))
        assert sorted(one.key for one in films if hasattr(one, "key")) in (
            sorted(one.key for one in FILMS),
            sorted(one.key for one in FILMS[1:]),
        )
    load_into(folder, {"mine": (*FILMS, *CONCEPTS)})
    build(folder)
    assert_whole(folder)
    assert_clean(folder)


def test_killed_the_first_time_the_folder_can_be_made_again(tmp_path: Path) -> None:
    folder = GraphFolder.create(tmp_path / "films.graph")
    load_into(folder, {"mine": (*FILMS, *CONCEPTS)})
    kill_after(0.1, "build", str(folder.path))
    build(folder)
    assert_whole(folder)
    assert_clean(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize(
    ("step", "size"),
    [
        ("identity", 0),
        ("identity", 8_000),
        ("statements", 0),
        ("statements", 100),
        ("statements", 1_000),
        ("names", 0),
        ("names", 500),
        ("names", 2_000),
        ("check", 0),
        ("check", 1_000),
    ],
)
def test_where_the_disk_takes_no_more_the_old_build_stays(
    folder: GraphFolder, step: str, size: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.build.writing", "limited", str(folder.path), step, str(size)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == ["ready", "StorageError"]
    assert "could not be written" in done.stdout
    assert_whole(folder)
    assert folder.builds() == [1]
    assert_clean(folder)


def no_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("name", ["rename", "replace", "write_bytes", "write_text", "unlink"])
def test_no_space_at_any_step_is_a_storage_error(
    folder: GraphFolder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # `replace` gives the ledger and `current` their names.
    load_into(folder, {"mine": (*FILMS[1:], *CONCEPTS), "yours": FILMS[:1]})
    with monkeypatch.context() as patched:
        patched.setattr(Path, name, no_space)
        with pytest.raises(StorageError, match="No space left"):
            build(folder)
    assert folder.current == 1
    assert_whole(folder)
    build(folder)
    assert check_graph(folder).torn == ()


def test_no_space_while_loading_keeps_the_old_records(
    folder: GraphFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folder.record_file("mine").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", no_space)
        with pytest.raises(StorageError, match="No space left"):
            load_into(folder, {"mine": FILMS[1:]})
    assert folder.record_file("mine").read_bytes() == before
    assert_clean(folder)
