"""Loading what cannot be loaded ends with a sentence, never with a traceback."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import FOUND, GRAPH, INPUT, USAGE, Run, check

RECORD = {"record": "film", "key": "a", "title": "Alien", "year": 1979}
SOURCE = {"record": "source", "name": "mine", "title": "Mine"}


def _lines(*values: object) -> bytes:
    return "".join(json.dumps(value) + "\n" for value in values).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\x00\x01\x02\x80\xff",
        b"not JSON\n",
        _lines(SOURCE),
        _lines(RECORD),
        _lines(SOURCE, {"record": "film"}),
        _lines(SOURCE, {**RECORD, "title": "é"}).decode("unicode_escape").encode("latin-1"),
        "\ufeff".encode("utf-16"),
        b"\x1f\x8b\x08 torn",
        b"[" * 100_000,
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz"])
def test_a_file_without_a_good_record_is_told(
    name: str, content: bytes, run: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    check(run("load", "records", tmp_path / name, "--graph", tmp_path / "g"), INPUT)


@pytest.mark.parametrize("loader", ["records", "wikipedia-films", "theme-ontology", "film-page"])
def test_a_file_that_is_not_there_is_told_and_makes_no_folder(
    loader: str, run: Run, tmp_path: Path
) -> None:
    ran = run("load", loader, tmp_path / "none.json", "--graph", tmp_path / "g")
    check(ran, INPUT, "none.json")
    assert not (tmp_path / "g").exists()


@pytest.mark.parametrize("loader", ["records", "wikipedia-films", "theme-ontology", "film-page"])
def test_an_empty_folder_is_told(loader: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    check(run("load", loader, tmp_path / "empty", "--graph", tmp_path / "g"), INPUT)


@pytest.mark.parametrize("loader", ["wikipedia-films", "theme-ontology", "film-page"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\x80", b"\xff\xfea\x00"], ids=range(3))
def test_a_file_of_another_kind_is_told(
    content: bytes, loader: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "x.json").write_bytes(content)
    check(run("load", loader, tmp_path / "x.json", "--graph", tmp_path / "g"), INPUT)


@pytest.mark.parametrize(
    ("loader", "code", "words"),
    [
        ("record", FOUND, ("records",)),
        ("wikipedia-film", FOUND, ("wikipedia-films",)),
        ("xyzzy", FOUND, ("records",)),
        ("./none.py", FOUND, ("none.py",)),
    ],
)
def test_an_unknown_loader_names_those_there_are(
    loader: str, code: int, words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD))
    check(run("load", loader, tmp_path / "x.jsonl", "--graph", tmp_path / "g"), code, *words)


OWN = '''"""My films, MIT, from nowhere."""
from filmgraph.record import FilmRecord, Source
SOURCE = Source(name="own", title="Own")
def read(paths, options):
    %s
'''


def test_an_own_loader_is_named_by_its_path(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(OWN % "yield FilmRecord(key='a', title='Alien', year=1979)")
    (tmp_path / "x").write_text("")
    ran = run("load", tmp_path / "own.py", tmp_path / "x", "--graph", tmp_path / "g")
    assert ran.code == 0
    assert "1 loaded" in ran.out
    assert "filmgraph build --graph" in ran.err


@pytest.mark.parametrize(
    "broken",
    [
        OWN % "yield 1 / 0",
        OWN % "raise SystemExit(3)",
        OWN % "yield 'not a record'",
        OWN % "return None",
        OWN % "yield FilmRecord(key='a')",
        "def read(paths, options:",
        "import no_such_package_at_all",
        "raise SystemExit",
        "x = 1",
        "\x00",
    ],
    ids=range(10),
)
def test_a_broken_own_loader_is_told(broken: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(broken)
    (tmp_path / "x").write_text("")
    check(run("load", tmp_path / "own.py", tmp_path / "x", "--graph", tmp_path / "g"), INPUT, "own")


@pytest.mark.parametrize(
    ("option", "code"), [("depth=3", INPUT), ("depth", USAGE), ("=", INPUT), ("", USAGE)]
)
def test_a_wrong_option_of_a_loader_is_told(
    option: str, code: int, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD))
    file = tmp_path / "x.jsonl"
    check(run("load", "records", file, "--option", option, "--graph", tmp_path / "g"), code)


def test_what_is_loaded_into_must_be_a_graph_or_new(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD))
    check(run("load", "records", tmp_path / "x.jsonl", "--graph", tmp_path), GRAPH, "not empty")


def test_loading_strictly_stops_at_a_bad_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD, {"record": "film", "key": "b"}))
    file = tmp_path / "x.jsonl"
    check(run("load", "records", file, "--strict", "--graph", tmp_path / "g"), INPUT, "title")


def test_the_loaders_are_listed(run: Run) -> None:
    listed = run("load", "--list")
    assert listed.code == 0
    assert {"records", "wikipedia-films"} <= {line.split()[0] for line in listed.out.splitlines()}


def test_a_check_reads_and_reports_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD))
    ran = run("load", "records", tmp_path / "x.jsonl", "--check")
    assert (ran.code, ran.out) == (0, "Mine (mine): 1 read, 1 loaded, 0 refused\n")
    assert [file.name for file in tmp_path.iterdir()] == ["x.jsonl"]


def test_a_check_that_finds_a_bad_record_ends_as_bad_input_does(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD, {"record": "film", "key": "b"}))
    ran = run("load", "records", tmp_path / "x.jsonl", "--check")
    check(ran, INPUT, "Nothing was written.")
    assert "x.jsonl:3: " in ran.out


def test_a_check_of_a_timeline_names_file_and_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("film: X\nruntme: 1\n", encoding="utf-8")
    ran = run("load", "timeline", tmp_path / "x.yaml", "--check")
    check(ran, INPUT, "x.yaml:1: ", "x.yaml:2: 'runtme' is no key of a timeline.")


def test_a_load_without_a_folder_to_load_into_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(_lines(SOURCE, RECORD))
    check(run("load", "records", tmp_path / "x.jsonl"), USAGE, "--graph", "--check")
