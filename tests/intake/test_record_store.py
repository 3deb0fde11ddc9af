"""Files of records: whole or not at all, equal records as equal bytes."""

import errno
import os
import signal
import subprocess
import sys
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


def test_a_write_that_is_killed_leaves_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl.gz"
    write_records(file, MINE, [ALIEN])
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from filmgraph.intake.store import write_lines\n"
        "from filmgraph.record import Source\n"
        "def lines():\n"
        "    for _ in range(100_000): yield b'{}'\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(60)\n"
        "    yield b'{}'\n"
        "write_lines(Path(sys.argv[1]), Source(name='mine', title='Mine'), lines())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
    assert list(read_records(file)) == [ALIEN]


def test_what_a_killed_write_left_behind_is_removed_a_day_later(tmp_path: Path) -> None:
    old, young = (tmp_path / f".mine.jsonl.gz.{number}.part" for number in (1, 2))
    old.write_bytes(b"x")
    young.write_bytes(b"x")
    os.utime(old, (0, 0))
    write_records(tmp_path / "mine.jsonl.gz", MINE, [ALIEN])
    assert not old.exists()
    assert young.exists()
