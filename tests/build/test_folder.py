"""The graph folder: what it is, which build is in use, who may write."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.graphs import FILMS, graph_folder, load_into, open_door

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.build.manifest import read_manifest
from filmgraph.errors import DamagedGraph, GraphBusy, NewerGraph, NotAGraph, StorageError

ROOT = Path(__file__).resolve().parents[2]
FILM_COUNT = "SELECT (COUNT(*) AS ?films) { ?film a fg:Film }"


@pytest.fixture
def folder(tmp_path: Path) -> GraphFolder:
    """A folder with one build of four films."""
    return graph_folder(tmp_path / "films.graph")


def count_films(folder: GraphFolder) -> object:
    return open_door(folder, ["mine"]).query(FILM_COUNT).rows[0][0]


def test_a_folder_that_is_not_there_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(NotAGraph, match="does not exist"):
        GraphFolder.open(tmp_path / "nothing")


def test_any_other_folder_or_file_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file"):
        with pytest.raises(NotAGraph, match="is not a graph folder"):
            GraphFolder.open(path)


def test_a_folder_with_other_things_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotAGraph, match="is not empty"):
        GraphFolder.create(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert GraphFolder.create(tmp_path).current is None


def test_making_a_folder_twice_is_making_it_once(folder: GraphFolder) -> None:
    assert GraphFolder.create(folder.path).current == 1


def test_what_a_killed_process_left_of_a_new_folder_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".graph.json.123.part").write_bytes(b'{"for')
    assert GraphFolder.create(tmp_path).current is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"form": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_mark_that_cannot_be_read_is_damage(folder: GraphFolder, content: bytes) -> None:
    (folder.path / "graph.json").write_bytes(content)
    with pytest.raises(DamagedGraph, match=r"graph\.json"):
        GraphFolder.open(folder.path)


@pytest.mark.parametrize("number", [2, 99, "1.5"])
def test_a_folder_of_a_newer_format_is_not_opened(folder: GraphFolder, number: object) -> None:
    (folder.path / "graph.json").write_text(json.dumps({"format": number}))
    with pytest.raises(NewerGraph, match="newer filmgraph"):
        GraphFolder.open(folder.path)


def test_nothing_is_built_from_nothing(tmp_path: Path) -> None:
    folder = GraphFolder.create(tmp_path)
    with pytest.raises(NotAGraph, match="holds no records"):
        build(folder)
    with pytest.raises(NotAGraph, match="holds no build yet"):
        folder.current_build()


def test_builds_are_numbered_and_the_last_is_in_use(folder: GraphFolder) -> None:
    assert build(folder).manifest.number == 2
    assert folder.current == 2
    assert folder.builds() == [1, 2]


def test_old_builds_are_dropped_and_leave_nothing(folder: GraphFolder) -> None:
    for _ in range(3):
        build(folder)
    assert sorted(one.name for one in (folder.path / "builds").iterdir()) == ["000003", "000004"]


def test_as_many_builds_are_kept_as_one_asks(folder: GraphFolder) -> None:
    build(folder, keep=3)
    build(folder, keep=3)
    assert folder.builds() == [1, 2, 3]
    build(folder, keep=1)
    assert folder.builds() == [4]


def test_use_goes_back_to_an_earlier_build(folder: GraphFolder) -> None:
    load_into(folder, {"mine": FILMS[1:]})
    build(folder)
    assert count_films(folder) == len(FILMS) - 1
    folder.use(1)
    assert count_films(folder) == len(FILMS)
    folder.use(2)
    assert count_films(folder) == len(FILMS) - 1


def test_a_new_build_after_going_back_is_in_use(folder: GraphFolder) -> None:
    build(folder)
    folder.use(1)
    build(folder)
    assert (folder.current, folder.builds()) == (3, [2, 3])


def test_a_build_that_is_not_there_cannot_be_used(folder: GraphFolder) -> None:
    with pytest.raises(NotAGraph, match="no build 7; it has: 1"):
        folder.use(7)
    assert folder.current == 1


@pytest.mark.parametrize("content", [b"", b"one", b"-1", b"1.0", b"\xff", b"1 2", b"9" * 5_000])
def test_a_broken_current_is_damage_that_a_new_build_mends(
    folder: GraphFolder, content: bytes
) -> None:
    (folder.path / "current").write_bytes(content)
    with pytest.raises(DamagedGraph, match="current"):
        folder.current_build()
    build(folder)
    assert count_films(folder) == len(FILMS)


def test_a_broken_current_is_mended_by_use(folder: GraphFolder) -> None:
    (folder.path / "current").write_bytes(b"")
    folder.use(1)
    assert count_films(folder) == len(FILMS)


def test_a_current_that_names_no_build_says_which_there_are(folder: GraphFolder) -> None:
    (folder.path / "current").write_text("9")
    with pytest.raises(DamagedGraph, match=r"Build 9 .* is not there \(builds: 1\)"):
        folder.current_build()


def test_only_one_process_writes_at_a_time(folder: GraphFolder) -> None:
    holding = subprocess.Popen(
        [sys.executable, "-m", "tests.build.writing", "hold", str(folder.path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holding.stdin is not None
    assert holding.stdout is not None
    assert [holding.stdout.readline() for _ in range(2)] == ["ready\n", "held\n"]
    with pytest.raises(GraphBusy, match="Another process is writing"):
        build(folder)
    assert count_films(folder) == len(FILMS)
    holding.stdin.close()
    assert holding.wait(timeout=30) == 0
    holding.stdout.close()
    assert build(folder).manifest.number == 2


def test_a_folder_is_held_once_in_one_process_too(folder: GraphFolder) -> None:
    with folder.writing(), pytest.raises(GraphBusy), folder.writing():
        pass
    with folder.writing():
        pass


def test_a_build_that_fails_leaves_the_folder_free_and_clean(
    folder: GraphFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder, progress=lambda step, *_: fail() if step == "check" else None)
    assert [one.name for one in (folder.path / "builds").iterdir()] == ["000001"]
    assert build(folder).manifest.number == 2


def test_what_killed_processes_left_is_cleared_by_the_next_build(folder: GraphFolder) -> None:
    (folder.path / "builds" / ".making-000002" / "rdf").mkdir(parents=True)
    (folder.path / "builds" / ".dropped-000000").mkdir()
    (folder.path / "records" / ".mine.jsonl.gz.123.part").write_bytes(b"half")
    (folder.path / ".current.123.part").write_bytes(b"")
    (folder.path / "identity.jsonl.new").write_bytes(b"half")
    build(folder)
    left = {one.relative_to(folder.path).as_posix() for one in folder.path.rglob("*")}
    assert {one for one in left if not one.startswith("builds/00000")} == {
        "builds",
        "current",
        "graph.json",
        "identity.jsonl",
        "lock",
        "records",
        "records/mine.jsonl.gz",
    }


def test_a_reader_goes_on_while_builds_are_made_and_dropped(folder: GraphFolder) -> None:
    door = open_door(folder, ["mine"])
    load_into(folder, {"mine": FILMS[1:]})
    for _ in range(3):
        build(folder)
        assert door.query(FILM_COUNT).rows == ((len(FILMS),),)
    assert folder.builds() == [3, 4]
    assert count_films(folder) == len(FILMS) - 1


def test_many_readers_open_one_build(folder: GraphFolder) -> None:
    doors = [open_door(folder, ["mine"]) for _ in range(5)]
    assert {door.query(FILM_COUNT).rows for door in doors} == {((len(FILMS),),)}


def test_it_is_known_whether_something_was_loaded_since(folder: GraphFolder) -> None:
    made = folder.current_build()
    assert not folder.changed_since(made)
    later = (made / "manifest.json").stat().st_mtime + 10
    os.utime(folder.record_file("mine"), (later, later))
    assert folder.changed_since(made)


def test_a_folder_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="could not be written"):
        GraphFolder.create(tmp_path / "file" / "films.graph")


def test_opening_and_asking_changes_no_file(folder: GraphFolder) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        files = (one for one in folder.path.rglob("*") if one.is_file())
        return {str(one): (one.stat().st_mtime_ns, one.read_bytes()) for one in files}

    before = state()
    count_films(folder)
    read_manifest(folder.current_build())
    assert state() == before
