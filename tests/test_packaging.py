"""What is installed is whole, and works alone in a clean environment."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from filmgraph.shipped import FOLDERS

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
OFFLINE = re.compile("connection|resolve|timed out|network", re.IGNORECASE)
SECONDS = 900

pytestmark = pytest.mark.xdist_group("packaging")


def _pins() -> dict[str, str]:
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    return dict(line.split("==") for line in lines)


def _requirements() -> list[Requirement]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [Requirement(one) for group in groups for one in group]


def _needed(requirement: Requirement, seen: set[str]) -> Iterator[str]:
    """The names of all that a requirement needs here, itself included."""
    name = canonicalize_name(requirement.name)
    key = f"{name}{sorted(requirement.extras)}"
    if key in seen:
        return
    seen.add(key)
    yield name
    extras = requirement.extras or {""}
    try:
        lines = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        lines = []  # such as a peer of the benchmarks, which is not needed to test
    for line in lines:
        inner = Requirement(line)
        if inner.marker is None or any(inner.marker.evaluate({"extra": one}) for one in extras):
            yield from _needed(inner, seen)


def test_constraints_are_names_and_versions_only() -> None:
    lines = [line for line in CONSTRAINTS.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.!+]+", line)] == []
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(set(names))


def test_constraints_satisfy_what_the_project_asks_for() -> None:
    pins = _pins()
    unmet = [
        str(one)
        for one in _requirements()
        if pins.get(canonicalize_name(one.name), "0") not in one.specifier
    ]
    assert unmet == []


def test_constraints_cover_everything_that_is_installed_with_it() -> None:
    seen: set[str] = set()
    needed = {name for one in _requirements() for name in _needed(one, seen)}
    assert sorted(needed - _pins().keys()) == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source distribution, and the wheel made from that."""
    folder = tmp_path_factory.mktemp("dist")
    run = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(made: Path) -> Path:
    (path,) = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def wheel_names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("name", FOLDERS)
def test_the_wheel_holds_a_shipped_folder_whole(name: str, wheel_names: set[str]) -> None:
    start = f"filmgraph/_data/{name}/"
    inside = {one.removeprefix(start) for one in wheel_names if one.startswith(start)}
    assert inside == _files(ROOT / name)


@pytest.mark.parametrize("name", ["loaders", "ontology", "queries"])
def test_a_shipped_folder_is_not_empty(name: str) -> None:
    assert _files(ROOT / name)


def test_the_wheel_holds_the_package_whole(wheel_names: set[str]) -> None:
    inside = {one.removeprefix("filmgraph/") for one in wheel_names if "/_data/" not in one}
    assert _files(ROOT / "src" / "filmgraph") - inside == set()
    assert "py.typed" in inside


def test_the_wheel_holds_nothing_but_the_package(wheel_names: set[str]) -> None:
    tops = {one.partition("/")[0] for one in wheel_names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"filmgraph"}


def test_the_wheel_holds_the_licences(wheel_names: set[str]) -> None:
    held = {one.rpartition("/")[2] for one in wheel_names if ".dist-info/licenses/" in one}
    assert held == {"LICENSE", "NOTICE"}


def test_the_source_distribution_holds_what_is_needed_to_test_it(made: Path) -> None:
    (path,) = made.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"Makefile", "constraints.txt", "conftest.py", "README.md", "CHANGELOG.md", "NOTICE"}
    wanted |= {"LICENSE", "tests/test_packaging.py", "docs/decisions/README.md", "pyproject.toml"}
    assert wanted - names == set()
    assert {name for name in names if name.startswith((".venv", ".cache", "dist"))} == set()


@pytest.fixture(scope="module")
def clean(
    wheel: Path,
    tmp_path_factory: pytest.TempPathFactory,
    require: Callable[[str, bool, str], None],
) -> Path:
    """The programs of a clean environment that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("clean environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run = subprocess.run(
        [programs / "python", "-m", "pip", "install", "-c", ROOT / "constraints.txt", wheel],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    said = run.stdout + run.stderr
    online = run.returncode == 0 or not OFFLINE.search(said)
    require("network", online, "pip needs the network to install what filmgraph depends on")
    assert run.returncode == 0, said
    return programs


def _run(clean: Path, folder: Path, *words: str) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    run = subprocess.run(
        [str(clean / words[0]), *words[1:]],
        cwd=folder,
        env={**environment, "FILMGRAPH_CACHE": str(folder / "cache")},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_the_wheel_alone_finds_what_it_is_shipped_with(clean: Path, tmp_path: Path) -> None:
    code = "from filmgraph.shipped import folder; print(folder('ontology'))"
    found = Path(_run(clean, tmp_path, "python", "-c", code).strip())
    assert found.is_relative_to(clean.parent)
    assert _files(found) == _files(ROOT / "ontology")


def test_the_wheel_alone_has_all_it_depends_on(clean: Path, tmp_path: Path) -> None:
    assert "No broken requirements" in _run(clean, tmp_path, "python", "-m", "pip", "check")


def test_the_wheel_alone_knows_its_version(clean: Path, tmp_path: Path) -> None:
    assert PROJECT["version"] in _run(clean, tmp_path, "filmgraph", "--version")


def test_the_wheel_alone_shows_its_help(clean: Path, tmp_path: Path) -> None:
    assert "demo" in _run(clean, tmp_path, "filmgraph", "--help")


def test_the_wheel_alone_runs_the_demo(clean: Path, tmp_path: Path) -> None:
    assert _run(clean, tmp_path, "filmgraph", "demo").strip()


def test_importing_the_package_leaves_heavy_ones_alone() -> None:
    heavy = ["click", "networkx", "numpy", "pandas", "pyshacl", "pyvis", "rdflib", "totolo"]
    code = f"import sys, filmgraph; print([one for one in {heavy} if one in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
