"""Files of records: whole or not at all, equal records as equal bytes."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from filmgraph.errors import DamagedGraph, StorageError
from filmgraph.intake import read_lines, read_records, read_source, write_records
from filmgraph.record import ConceptRecord, FilmRecord, Record, Source

MINE = Source(name="mine", title="My films", as_of="2024-01-01")
ALIEN = FilmRecord(key="alien", title="Alien", year=1979)
SOLARIS = FilmRecord(key="solaris", title="Solaris", year=1972)
SPACE = ConceptRecord(kind="theme", name="space")


def test_records_come_back_films_first_and_sorted(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "mine.jsonl.gz"
    write_records(file, MINE, [SPACE, SOLARIS, ALIEN])
    assert read_source(file) == MINE
    assert list(read_records(file)) == [ALIEN, SOLARIS, SPACE]
    assert next(read_lines(file)) == b'{"record":"film","key":"alien","title":"Alien","year":1979}'


def test_the_same_records_in_any_order_are_the_same_bytes(tmp_path: Path) -> None:
    write_records(tmp_path / "a", MINE, [SPACE, SOLARIS, ALIEN])
    write_records(tmp_path / "b", MINE, [ALIEN, SPACE, SOLARIS])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.jsonl.gz"
    write_records(file, MINE, [ALIEN])
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=r"No space left on device\. What was there before"):
        write_records(file, MINE, [SOLARIS])
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl.gz"
    write_records(file, MINE, [ALIEN])

    def stopped() -> Iterator[Record]:
        yield SOLARIS
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_records(file, MINE, stopped())
    assert list(read_records(file)) == [ALIEN]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("keep", [0, 5, 40, -9])
def test_a_torn_file_is_named(tmp_path: Path, keep: int) -> None:
    file = tmp_path / "mine.jsonl.gz"
    write_records(file, MINE, [ALIEN, SOLARIS])
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(DamagedGraph, match=r"mine\.jsonl\.gz"):
        read_source(file)
        list(read_records(file))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedGraph, match=r"none\.jsonl\.gz"):
        read_source(tmp_path / "none.jsonl.gz")
