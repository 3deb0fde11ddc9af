"""What all tests and examples share: the isolated environment, the data, the demo graph."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings

# The same examples at every run: a change is judged by what it changes, not by luck.  More luck:
# pytest --hypothesis-profile=default
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent
KEPT = {"FILMGRAPH_DATA", "FILMGRAPH_REQUIRE"}
"""Environment variables of filmgraph that say how to test, not how to work."""

CACHE = ROOT / ".cache"
"""Where the demo graph is built for tests; it is keyed by what it is made from."""

Require: TypeAlias = Callable[[str, bool, str], None]


def _require(part: str, present: bool, reason: str) -> None:
    if present:
        return
    if part in os.environ.get("FILMGRAPH_REQUIRE", "").replace(" ", "").split(","):
        pytest.fail(f"FILMGRAPH_REQUIRE names {part!r}, but: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require() -> Require:
    """`require(part, present, reason)`: skips the test where a part is not present.

    It fails instead where `FILMGRAPH_REQUIRE` (comma-separated) names the part.  `reason` says
    what is missing and what to do: "install chromium".
    """
    return _require


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real data that `FILMGRAPH_DATA` names."""
    folder = os.environ.get("FILMGRAPH_DATA", "")
    present = bool(folder) and Path(folder).is_dir()
    _require("data", present, f"set FILMGRAPH_DATA to the folder of real data (it is {folder!r})")
    return Path(folder).absolute()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.fixture(autouse=True)
def _isolated(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A test must give the same result whatever the user of this machine has set or cached.
    for name in [name for name in os.environ if name.startswith("FILMGRAPH_")]:
        if name not in KEPT:
            monkeypatch.delenv(name)
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name, value in {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        # A folder for each test, made only where one writes there: the next must not read it.
        "XDG_CONFIG_HOME": str(home / "config" / _hash(request.node.nodeid)),
        "FILMGRAPH_CACHE": str(CACHE),
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }.items():
        monkeypatch.setenv(name, value)
    if isinstance(request.node, pytest.DoctestItem):
        # Examples may write files, and may open the demo graph.
        monkeypatch.chdir(tmp_path_factory.mktemp("example"))
        if any("filmgraph.open(" in example.source for example in request.node.dtest.examples):
            request.getfixturevalue("demo_graph_folder")


@pytest.fixture(scope="session")
def demo_graph_folder() -> Path:
    """The folder of the demo graph, built once for all workers.  Read it, never write it."""
    # Here, so that the tests of one room run while the rooms of a build are being worked on.
    from filmgraph.build.demo import ensure_demo

    return ensure_demo(CACHE)
