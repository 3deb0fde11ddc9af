"""A folder that was copied in part, or changed: never garbage, always an error that says so."""

import gzip
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.graphs import CONCEPTS, FILMS, graph_folder, open_door

from filmgraph.arrays.name_index import NameIndex
from filmgraph.build.check import check_graph
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.build.manifest import files_of, read_manifest
from filmgraph.errors import DamagedGraph, FilmgraphError, InputError, NewerGraph
from filmgraph.graph import open_graph
from filmgraph.options import LIMITS


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """A whole graph folder, to be copied."""
    return graph_folder(tmp_path_factory.mktemp("whole") / "films.graph")


@pytest.fixture
def folder(whole: GraphFolder, tmp_path: Path) -> GraphFolder:
    """A copy of one's own to break."""
    return GraphFolder(Path(shutil.copytree(whole.path, tmp_path / "films.graph")))


def remove(path: Path) -> None:
    path.unlink()


def halve(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x55
    path.write_bytes(content)


def ask_all(folder: GraphFolder) -> None:
    """Open a graph as `filmgraph.open` does, and read all of it."""
    build_ = GraphFolder.open(folder.path).current_build()
    manifest = read_manifest(build_)
    door = open_door(folder, [one.source.name for one in manifest.sources])
    names = NameIndex.open(build_ / "names")
    assert names.resolve("Alien (1979)", kind="film").label == "Alien"
    assert len(door.query("SELECT * { ?s ?p ?o }")) == manifest.statements_at("open")
    films = open_graph(folder.path).theme("android").films()
    assert [str(film) for film in films] == ["Blade Runner (1982)"]


def test_a_whole_folder_is_whole(folder: GraphFolder) -> None:
    ask_all(folder)
    report = check_graph(folder)
    assert report.torn == ()
    assert report.shapes is not None
    assert report.shapes.conforms, str(report.shapes)
    assert "are whole" in str(report)


def test_the_manifest_covers_every_file_but_itself_and_logs(folder: GraphFolder) -> None:
    made = folder.current_build()
    there = {one.relative_to(made).as_posix() for one in made.rglob("*") if one.is_file()}
    assert there - set(read_manifest(made).files) == {"manifest.json", "rdf/LOCK", "rdf/LOG"}
    covered = {name.rpartition("/")[2].partition("-")[0] for name in read_manifest(made).files}
    assert {"CURRENT", "MANIFEST", "OPTIONS", "IDENTITY"} <= covered


@pytest.mark.parametrize("harm", [remove, halve])
def test_a_file_that_is_missing_or_short_is_damage(
    whole: GraphFolder, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    files = files_of(whole.current_build())
    for number, (name, (size, _)) in enumerate(files.items()):
        if harm is halve and size == 0:
            continue
        made = tmp_path / str(number)
        shutil.copytree(whole.current_build(), made, copy_function=os.link)
        content = (made / name).read_bytes()
        (made / name).unlink()
        if harm is halve:
            (made / name).write_bytes(content[: size // 2])
        with pytest.raises(DamagedGraph, match=r"missing|bytes instead of") as caught:
            read_manifest(made)
        assert name in str(caught.value)


def test_a_changed_byte_is_found_by_the_check_and_gives_no_garbage(
    whole: GraphFolder, tmp_path: Path
) -> None:
    for number, (name, (size, _)) in enumerate(files_of(whole.current_build()).items()):
        if size == 0:
            continue
        path = tmp_path / str(number)
        shutil.copytree(whole.path, path, copy_function=os.link)
        folder = GraphFolder(path)
        broken = folder.current_build() / name
        content = broken.read_bytes()
        broken.unlink()
        broken.write_bytes(content)
        flip(broken)
        assert check_graph(folder).torn == (name,)
        assert f"torn: {name}" in str(check_graph(folder))
        try:
            open_door(folder, ["mine"]).query("SELECT * { ?s ?p ?o }")
        except DamagedGraph:
            assert name.startswith("rdf/")


@pytest.mark.parametrize("harm", [remove, halve, flip])
def test_a_manifest_that_is_not_whole_is_damage_or_shows_in_the_check(
    folder: GraphFolder, harm: Callable[[Path], None]
) -> None:
    path = folder.current_build() / "manifest.json"
    harm(path)
    try:
        read_manifest(folder.current_build())
    except FilmgraphError:
        return
    assert check_graph(folder).torn  # such as where it was the hash of a file that was changed


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'"x"', b'{"format": "one"}', b"\xff", b'{"x":' * 100_000]
)
def test_a_manifest_of_something_else_is_damage(folder: GraphFolder, content: bytes) -> None:
    (folder.current_build() / "manifest.json").write_bytes(content)
    with pytest.raises((DamagedGraph, NewerGraph), match=r"manifest\.json|format"):
        read_manifest(folder.current_build())


def test_a_manifest_without_a_field_is_damage(folder: GraphFolder) -> None:
    path = folder.current_build() / "manifest.json"
    body = json.loads(path.read_bytes())
    del body["films"]
    path.write_text(json.dumps(body))
    with pytest.raises(DamagedGraph, match="films"):
        read_manifest(folder.current_build())


def test_a_build_of_a_newer_format_is_not_opened(folder: GraphFolder) -> None:
    path = folder.current_build() / "manifest.json"
    body = json.loads(path.read_bytes())
    body["format"] += 1
    body["something"] = "new"
    path.write_text(json.dumps(body))
    with pytest.raises(NewerGraph, match="Make a new build"):
        read_manifest(folder.current_build())


def test_a_build_of_an_older_format_is_made_anew(folder: GraphFolder) -> None:
    path = folder.current_build() / "manifest.json"
    body = json.loads(path.read_bytes())
    shutil.rmtree(folder.current_build() / "arrays")
    body["format"] = 1
    body["files"] = {name: one for name, one in body["files"].items() if "arrays" not in name}
    path.write_text(json.dumps(body))
    with pytest.raises(NewerGraph, match=r"format 1; this filmgraph uses 2\. Make a new build"):
        open_graph(folder.path)
    build(folder)
    ask_all(folder)


def test_the_arrays_of_another_build_are_told_though_they_are_as_long(
    folder: GraphFolder, tmp_path: Path
) -> None:
    films = [msgspec.structs.replace(FILMS[0], title="Elian"), *FILMS[1:]]
    other = graph_folder(tmp_path / "other.graph", {"mine": [*films, *CONCEPTS]}).current_build()
    for name in (other / "arrays").iterdir():
        shutil.copyfile(name, folder.current_build() / "arrays" / name.name)
    graph = open_graph(folder.path)  # nothing is read yet that would tell
    with pytest.raises(DamagedGraph, match=r"arrays\.json is torn, or of another build"):
        graph.adjacency


def test_a_build_without_arrays_is_damage_even_if_its_manifest_knows_of_none(
    folder: GraphFolder,
) -> None:
    path = folder.current_build() / "manifest.json"
    body = json.loads(path.read_bytes())
    shutil.rmtree(folder.current_build() / "arrays")
    body["files"] = {name: one for name, one in body["files"].items() if "arrays" not in name}
    path.write_text(json.dumps(body))
    with pytest.raises(DamagedGraph, match="filmgraph build"):
        open_graph(folder.path).adjacency


def test_a_build_that_was_copied_in_part_is_mended_by_a_new_one(folder: GraphFolder) -> None:
    halve(next((folder.current_build() / "rdf").glob("*.sst")))
    build(folder)
    ask_all(folder)


def test_records_that_are_torn_are_named(folder: GraphFolder) -> None:
    halve(folder.record_file("mine"))
    with pytest.raises(DamagedGraph, match=r"records/mine\.jsonl\.gz"):
        build(folder)
    ask_all(folder)


def test_records_that_are_torn_show_in_the_check(folder: GraphFolder) -> None:
    halve(folder.record_file("mine"))
    assert check_graph(folder).torn == ("mine.jsonl.gz",)


def rewrite(folder: GraphFolder, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path = folder.record_file("mine")
    lines = gzip.decompress(path.read_bytes()).splitlines()
    path.write_bytes(gzip.compress(b"\n".join(change(lines)) + b"\n"))


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"",
        b'{"record":"film","key":"x"}',
        b'{"record":"film","key":"x","title":"X","yaer":1}',
        b'{"record":"cat"}',
        b"\xff\xfe",
    ],
)
def test_a_line_that_is_no_record_is_damage_that_names_file_and_line(
    folder: GraphFolder, line: bytes
) -> None:
    rewrite(folder, lambda lines: [*lines[:2], line, *lines[2:]])
    with pytest.raises(DamagedGraph, match=r"Line 3 of .*mine\.jsonl\.gz"):
        build(folder)


def test_a_line_without_end_in_a_small_file_does_not_fill_the_memory(folder: GraphFolder) -> None:
    long = b'{"record":"film","key":"' + b"a" * LIMITS.line_bytes
    rewrite(folder, lambda lines: [*lines[:2], long, *lines[2:]])
    assert folder.record_files()[0].stat().st_size < 100_000
    with pytest.raises(DamagedGraph, match="a line is longer than 20,000,000 bytes"):
        build(folder)


def test_a_key_that_stands_twice_is_damage(folder: GraphFolder) -> None:
    rewrite(folder, lambda lines: [*lines[:2], lines[1], *lines[2:]])
    with pytest.raises(DamagedGraph, match=r"Line 3 of .*twice"):
        build(folder)


def test_records_of_a_newer_format_say_so(folder: GraphFolder) -> None:
    head = b'{"record":"source","name":"mine","title":"Mine","format":99}'
    rewrite(folder, lambda lines: [head, *lines[1:]])
    with pytest.raises(FilmgraphError, match=r"format 99.*Install a newer filmgraph"):
        build(folder)


def test_a_file_of_records_without_a_source_is_damage(folder: GraphFolder) -> None:
    rewrite(folder, lambda lines: lines[1:])
    with pytest.raises(DamagedGraph, match="first line must be a source"):
        build(folder)


def test_two_files_of_one_source_are_refused(folder: GraphFolder) -> None:
    shutil.copyfile(folder.record_file("mine"), folder.record_file("mine-copy"))
    with pytest.raises(InputError, match=r"mine-copy.*mine\.jsonl\.gz.*both hold"):
        build(folder)


def test_a_source_with_the_name_of_a_level_is_refused(folder: GraphFolder) -> None:
    head = b'{"record":"source","name":"plot","title":"Plots"}'
    rewrite(folder, lambda lines: [head, *lines[1:]])
    with pytest.raises(InputError, match="cannot be named 'plot'"):
        build(folder)


def test_a_torn_ledger_is_damage(folder: GraphFolder) -> None:
    content = folder.ledger.read_bytes()
    folder.ledger.write_bytes(content[:40] + b"\n" + content[40:])
    with pytest.raises(DamagedGraph, match=r"identity\.jsonl"):
        build(folder)


def test_the_torn_last_line_of_a_ledger_is_written_anew(folder: GraphFolder) -> None:
    content = folder.ledger.read_bytes()
    folder.ledger.write_bytes(content[:-20])
    build(folder)
    assert sorted(folder.ledger.read_bytes().splitlines()) == sorted(content.splitlines())


def test_the_sample_films_are_what_the_tests_take_them_for() -> None:
    assert (len(FILMS), len(CONCEPTS)) == (4, 2)
