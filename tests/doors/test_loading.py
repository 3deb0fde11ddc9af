"""Making a store while it is written: whatever ends one side ends the other."""

import threading
from pathlib import Path

import pytest

from filmgraph.doors.loading import store_stream
from filmgraph.errors import StorageError


def ends(run: object) -> list[BaseException]:
    """What a function raises; fails if it does not come to an end."""
    raised: list[BaseException] = []

    def catch() -> None:
        try:
            assert callable(run)
            run()
        except BaseException as error:  # Ctrl-C among them
            raised.append(error)

    thread = threading.Thread(target=catch, daemon=True)
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    return raised


def test_ctrl_c_before_the_store_reads_ends_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []

    def interrupted(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("filmgraph.doors.loading.time.sleep", interrupted)

    def write() -> None:
        with store_stream(tmp_path / "rdf", tmp_path / "pipe"):
            pass

    assert [type(one) for one in ends(write)] == [KeyboardInterrupt]
    assert not (tmp_path / "pipe").exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_writer_that_fails_ends_both(tmp_path: Path, error: type[BaseException]) -> None:
    def write() -> None:
        with store_stream(tmp_path / "rdf", tmp_path / "pipe") as out:
            out.write(b"<http://example.org/s> ")
            raise error

    assert [type(one) for one in ends(write)] == [error]
    assert not (tmp_path / "pipe").exists()


def test_a_store_that_fails_at_once_ends_both(tmp_path: Path) -> None:
    (tmp_path / "rdf").write_text("no folder")

    def write() -> None:
        with store_stream(tmp_path / "rdf", tmp_path / "pipe") as out:
            while True:
                out.write(b'<http://example.org/s> <http://example.org/p> "o" .\n' * 1000)

    assert [type(one) for one in ends(write)] == [StorageError]
