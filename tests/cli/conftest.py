"""How tests run the command line: in this process, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from filmgraph.cli import main
from filmgraph.errors import EXIT_CODES, GraphError, InputError, NotFound, QueryError, StorageError


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("show", "Alien", ...)`: the command in this process; it never raises."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["filmgraph", *map(str, arguments)])
        capsys.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        assert isinstance(code, int)
        return Ran(code, out, err)

    return run


@pytest.fixture
def process() -> Run:
    """`process("show", "Alien", ..., NAME="value")`: the command in a process of its own."""

    def process(*arguments: str | Path, **environment: str) -> Ran:
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            check=False,
            timeout=60,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return process


INPUT, FOUND, QUERY, GRAPH, STORAGE = (
    EXIT_CODES[kind][0] for kind in (InputError, NotFound, QueryError, GraphError, StorageError)
)
USAGE = 2


def check(ran: Ran, code: int, *words: str) -> None:
    """Fail unless it ended with that code and a sentence that holds the words."""
    assert ran.code == code, ran.all
    assert ran.err.startswith(("Error:", "Usage:")), ran.err
    assert "Traceback" not in ran.all
    for word in words:
        assert word in ran.err


COMMAND = (sys.executable, "-c", "from filmgraph.cli import main; main()")
