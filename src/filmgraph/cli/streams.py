"""The process's streams: letters they cannot hold, readers that go away, keys that stop it."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from filmgraph.errors import StorageError, exit_code

__all__ = ["ending", "forgive_letters", "holds_all_letters"]

_STOPPED = 130


def forgive_letters() -> None:
    """Let streams write `?` for letters that their encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def holds_all_letters() -> bool:
    """Whether the output's encoding has all letters."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").startswith("utf")


@contextmanager
def ending() -> Iterator[None]:
    """End the process in order whatever becomes of its output, and on Ctrl-C."""
    try:
        yield
        _flush()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        _leave(_STOPPED)
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader (head, less) has had enough
            _leave(0)
        place = f"'{error.filename}'" if error.filename else "The output"
        print(f"Error: {place} could not be used: {error.strerror or error}.", file=sys.stderr)
        _leave(exit_code(StorageError("")))
    except SystemExit:
        _flush_or_leave()
        raise


def _flush() -> None:
    if sys.stdout is not None:  # it is None where the shell closed it
        sys.stdout.flush()


def _flush_or_leave() -> None:
    with ending():
        _flush()


def _leave(code: int) -> NoReturn:
    """End now: Python would complain at its end of what it cannot write, or wait for a thread."""
    os._exit(code)
