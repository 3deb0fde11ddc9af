"""Reading files that may be missing, broken, huge or something else than they seem."""

import gzip
import os
from pathlib import Path

import pytest

from filmgraph.errors import SourceError
from filmgraph.intake import Refused, as_of, files, lines, read_text

LONG = 100 * 2**20


def test_files_names_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no file or folder .*nowhere\.json"):
        files([tmp_path / "nowhere.json"], [".json"])


def test_files_asks_for_a_name_when_none_is_given() -> None:
    with pytest.raises(SourceError, match="No file was named"):
        files([], [".json"])


def test_files_finds_those_of_a_folder_sorted_and_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2.json", "a/1.json", "c.txt", ".git/3.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    found = files([tmp_path], [".json"])
    assert [file.name for file in found] == ["1.json", "2.json"]


def test_files_takes_a_named_file_whatever_its_suffix_and_once(tmp_path: Path) -> None:
    file = tmp_path / "films.jsonl"
    file.write_text("{}")
    assert files([file, tmp_path, file], [".jsonl"]) == [file]


def test_files_refuses_a_folder_without_such_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no file ending in \.json or \.jsonl"):
        files([tmp_path], [".json", ".jsonl"])


def test_read_text_takes_a_byte_order_mark_and_any_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfAm\xc3\xa9lie\r\nAlien\rSolaris\n")
    assert read_text(file) == "Amélie\nAlien\nSolaris\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"Am\xe9lie", r"not UTF-8: byte 0xe9 at offset 2\. .*iconv"),
        (b"PK\x03\x04\x00\x00", "binary: a zero byte at offset 4"),
        ("Alien".encode("utf-16"), "is UTF-16"),
    ],
    ids=["empty", "blank", "latin-1", "binary", "utf-16"],
)
def test_read_text_says_what_a_file_is_instead(
    tmp_path: Path, content: bytes, message: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(SourceError, match=message):
        read_text(file)


def test_read_text_refuses_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x" * 11)
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        read_text(file, 10)


def test_read_text_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_text(tmp_path)


@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "gzip"])
def test_lines_are_numbered_and_blank_ones_left_out(tmp_path: Path, zipped: bool) -> None:
    content = b"\xef\xbb\xbfone\r\n\n  \ntwo"
    file = tmp_path / "a.jsonl"
    file.write_bytes(gzip.compress(content) if zipped else content)
    assert list(lines(file)) == [(1, b"one"), (4, b"two")]


def test_a_line_of_100_megabytes_is_one_refusal_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as stream:
        stream.truncate(0)
        stream.write(b"one\n")
        for _ in range(100):
            stream.write(b"x" * 2**20)
        stream.write(b"\ntwo\n")
    found = list(lines(file))
    assert found[0] == (1, b"one")
    assert found[2] == (3, b"two")
    assert isinstance(found[1][1], Refused)
    assert f"{LONG + 1:,} bytes" in found[1][1].reason


def test_a_truncated_gzip_yields_what_is_whole_then_one_refusal(tmp_path: Path) -> None:
    rows = [os.urandom(20).hex().encode() for _ in range(5_000)]
    data = gzip.compress(b"\n".join(rows))
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(data[: len(data) // 2])
    found = list(lines(file))
    whole = [line for _, line in found if isinstance(line, bytes)]
    assert len(whole) > 1_000
    assert whole == rows[: len(whole)]
    assert isinstance(found[-1][1], Refused)
    assert [one for _, one in found[:-1] if isinstance(one, Refused)] == []


@pytest.mark.parametrize(
    "content", [b"", b"\x1f\x8b", b"\x1f\x8bnot gzip at all", b"\x89PNG\r\x00\n"]
)
def test_lines_of_a_file_that_is_none_is_an_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(content)
    with pytest.raises(SourceError):
        list(lines(file))


def test_as_of_is_the_date_of_the_newest_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, seconds in (("a", 86_400), ("b", 10 * 86_400), (".c", 99 * 86_400)):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (seconds, seconds))
    assert as_of([tmp_path / "a"]) == "1970-01-02"
    assert as_of([tmp_path]) == "1970-01-11"


def test_as_of_yields_to_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert as_of([tmp_path]) == "1970-01-01"
