"""The records loader: the door for whoever can write JSON lines."""

import gzip
import json
from pathlib import Path

import pytest

from filmgraph.errors import InputError, OptionError, SourceError
from filmgraph.intake import LoadReport, find_loader, load, read_records, read_source, source_of
from filmgraph.record import FilmRecord

HEAD = {"record": "source", "name": "mine", "title": "My films"}
ALIEN = {"record": "film", "key": "alien", "title": "Alien", "year": 1979}
SOLARIS = {"record": "film", "key": "solaris", "title": "Solaris", "year": 1972}


def write(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    data = b"\n".join(lines) + b"\n"
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def run(tmp_path: Path, *files: Path, **options: str) -> LoadReport:
    report = load(find_loader("records"), files, tmp_path / "out.jsonl.gz", options=options)
    assert report.read == report.loaded + report.refused_count
    return report


def keys(tmp_path: Path) -> list[str]:
    records = read_records(tmp_path / "out.jsonl.gz")
    return [one.key if isinstance(one, FilmRecord) else one.name for one in records]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_file_is_read_plain_and_compressed(tmp_path: Path, name: str) -> None:
    run(tmp_path, write(tmp_path / name, HEAD, ALIEN, SOLARIS))
    assert keys(tmp_path) == ["alien", "solaris"]


def test_the_first_line_names_the_source(tmp_path: Path) -> None:
    head = {**HEAD, "licence": "CC0", "as_of": "2020-01-01"}
    run(tmp_path, write(tmp_path / "a.jsonl", head, ALIEN))
    source = read_source(tmp_path / "out.jsonl.gz")
    assert (source.name, source.licence, source.as_of) == ("mine", "CC0", "2020-01-01")


def test_several_files_of_a_source_are_one(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", HEAD, ALIEN)
    two = write(tmp_path / "b.jsonl", HEAD, SOLARIS)
    run(tmp_path, one, two)
    assert keys(tmp_path) == ["alien", "solaris"]


def test_files_put_one_after_another_are_read(tmp_path: Path) -> None:
    report = run(tmp_path, write(tmp_path / "a.jsonl", HEAD, ALIEN, HEAD, SOLARIS))
    assert (report.loaded, report.refused_count) == (2, 0)


def test_files_of_two_sources_are_refused(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", HEAD, ALIEN)
    two = write(tmp_path / "b.jsonl", {**HEAD, "name": "yours"}, SOLARIS)
    with pytest.raises(SourceError, match=r"of the source 'yours', another file of 'mine'"):
        run(tmp_path, one, two)


def test_a_file_without_its_first_line_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r'does not say which source.*"record":"source".*source='):
        run(tmp_path, write(tmp_path / "a.jsonl", ALIEN))


def test_an_option_names_the_source_of_such_a_file(tmp_path: Path) -> None:
    report = run(tmp_path, write(tmp_path / "a.jsonl", ALIEN), source="mine", title="Mine")
    assert (report.source.name, report.source.title) == ("mine", "Mine")


def test_a_name_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"cannot be named 'My Films'"):
        run(tmp_path, write(tmp_path / "a.jsonl", ALIEN), source="My Films")


def test_the_source_can_be_known_before_the_load(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", HEAD, ALIEN)
    assert source_of(find_loader("records"), [file]).name == "mine"


@pytest.mark.parametrize("name", ["open", "plot", "ending", "demo"])
def test_a_source_cannot_take_the_name_of_a_level(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=f"cannot be named '{name}'"):
        run(tmp_path, write(tmp_path / "a.jsonl", {**HEAD, "name": name}, ALIEN))


def test_records_of_a_newer_format_are_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"format 99.*Install a newer filmgraph"):
        run(tmp_path, write(tmp_path / "a.jsonl", {**HEAD, "format": 99}, ALIEN))


def test_a_json_array_is_told_from_lines(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"one JSON array.*jq"):
        run(tmp_path, write(tmp_path / "a.jsonl", [ALIEN, SOLARIS]))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{", "truncated"),
        (b"\xff\xfe{", "malformed"),
        (b"[]", "Expected `object`"),
        ({**ALIEN, "yaer": 1979}, "unknown field `yaer`"),
        ({**ALIEN, "year": 20222}, "<= 2100"),
        ({**ALIEN, "year": 0}, ">= 1870"),
        ({**ALIEN, "year": "1979"}, "Expected `int"),
        ({**ALIEN, "title": ""}, "length >= 1"),
        ({**ALIEN, "title": "Al\nien"}, "line breaks"),
        ({**ALIEN, "credits": [{"person": "...", "part": "actor"}]}, "no letter or digit"),
        ({"record": "movie"}, "Invalid value 'movie'"),
        ({"key": "x", "title": "X"}, "missing required field `record`"),
        (b'{"record":"film","key":"x","title":"' + b"x" * 20_000_000 + b'"}', "longer than"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_bad_line_harms_only_itself_and_is_told_by_its_number(
    tmp_path: Path, bad: object, reason: str
) -> None:
    report = run(tmp_path, write(tmp_path / "a.jsonl", HEAD, ALIEN, bad, SOLARIS))
    assert keys(tmp_path) == ["alien", "solaris"]
    assert report.examples[0].where == "a.jsonl:3"
    assert reason in report.examples[0].reason


def test_the_same_key_twice_is_refused_once(tmp_path: Path) -> None:
    report = run(tmp_path, write(tmp_path / "a.jsonl", HEAD, ALIEN, {**SOLARIS, "key": "alien"}))
    assert (report.loaded, report.refused_count) == (1, 1)


def test_what_was_loaded_can_be_loaded_again(tmp_path: Path) -> None:
    run(tmp_path, write(tmp_path / "a.jsonl", {**HEAD, "as_of": "2020-01-01"}, ALIEN, SOLARIS))
    before = (tmp_path / "out.jsonl.gz").read_bytes()
    (tmp_path / "copy.jsonl.gz").write_bytes(before)
    run(tmp_path, tmp_path / "copy.jsonl.gz")
    assert (tmp_path / "out.jsonl.gz").read_bytes() == before
