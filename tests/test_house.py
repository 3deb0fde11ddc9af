"""The house rules that a machine can hold: docs/decisions/0001-record-decisions.md."""

import ast
import importlib
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import filmgraph

ROOT = Path(__file__).resolve().parents[1]
MODULE_LINES = 400
FUNCTION_LINES = 40
FILE_BYTES = 3_000_000
PYTHON = [
    path
    for folder in ("src", "loaders", "tests", "docs")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
CODE = [path for path in PYTHON if path.is_relative_to(ROOT / "src")]
ROOM_OF = {
    "click": "cli",
    "rich": "cli",
    "ladybug": "doors",
    "neo4j": "doors",
    "pyoxigraph": "doors",
    "pyvis": "export",
    "starlette": "server",
    "uvicorn": "server",
}
"""Third-party package: the one room that may know it."""
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "crates" + ".io")
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|mnt|opt/conda)/[\w.-]+|[A-Z]:\\\\?(?:Users|work)\b"
)
LOCK_FILES = re.compile(r"(^|/)([\w.-]*\.lock|[\w.-]*-lock\.(json|ya?ml)|Pipfile)$")
OPEN_END = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!\([^)]{8,}\))")


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout, so no file is tracked")
    paths = [ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name]
    return [path for path in paths if path.is_file()]


def _texts() -> Iterator[tuple[str, str]]:
    for path in _tracked():
        content = path.read_bytes()
        if b"\0" not in content[:8_000] and path != Path(__file__):
            yield _relative(path), content.decode("utf-8", "replace")


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    # A docstring with parameters, errors and an example is wanted, so it does not count.
    body = node.body
    first = body[0]
    documented = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def _imports(path: Path) -> set[str]:
    """The packages that a module imports, but for those it needs for its types only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body.clear()
    return {name for node in ast.walk(tree) for name in _imported(node)}


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.partition(".")[0]


def _room(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "filmgraph").parts[0].removesuffix(".py")


def test_modules_are_shorter_than_the_house_allows() -> None:
    # A test module is a list of behaviours: it may be as long as what it lists.
    lengths = {
        _relative(path): len(path.read_bytes().splitlines())
        for path in PYTHON
        if not path.is_relative_to(ROOT / "tests")
    }
    assert {name: lines for name, lines in lengths.items() if lines >= MODULE_LINES} == {}


def test_functions_are_shorter_than_the_house_allows() -> None:
    long = {
        f"{_relative(path)}:{node.lineno} {node.name}": _lines_of_code(node)
        for path in PYTHON
        if not path.is_relative_to(ROOT / "tests")
        for node in _functions(path)
        if _lines_of_code(node) >= FUNCTION_LINES
    }
    assert long == {}


def test_each_third_party_package_is_known_to_its_room_only() -> None:
    strays = [
        f"{_relative(path)} imports {package}"
        for path in CODE
        for package in sorted(_imports(path) & ROOM_OF.keys())
        if _room(path) != ROOM_OF[package]
    ]
    assert strays == []


def test_rooms_take_nothing_but_the_version_from_the_public_face() -> None:
    taken = [
        f"{_relative(path)}: {alias.name}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "filmgraph"
        for alias in node.names
        if alias.name != "__version__"
    ]
    assert taken == []


def test_public_names_are_all_there_and_listed() -> None:
    # Their order is ruff's to check (RUF022).
    names = list(filmgraph.__all__)
    assert len(set(names)) == len(names)
    assert [name for name in names if not hasattr(filmgraph, name)] == []
    assert set(names) <= set(dir(filmgraph))


@pytest.mark.parametrize("path", CODE, ids=_relative)
def test_all_of_a_module_is_there(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    module = importlib.import_module(name.removesuffix(".__init__"))
    names = list(getattr(module, "__all__", []))
    assert len(set(names)) == len(names)
    assert [one for one in names if not hasattr(module, one)] == []


@pytest.mark.parametrize("path", CODE, ids=_relative)
def test_public_things_say_in_one_line_what_you_get(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wordless = []
    for node in (tree, *_public(tree)):
        summary = (ast.get_docstring(node) or "").partition("\n")[0].strip()
        if not summary.endswith((".", "?", ":", "…")):
            wordless.append(f"{getattr(node, 'name', 'the module')}: {summary!r}")
    assert wordless == []


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            overload = any("overload" in ast.unparse(one) for one in node.decorator_list)
            if not overload:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def test_no_file_names_a_folder_of_one_machine() -> None:
    found = [f"{name}: {hit.group()}" for name, text in _texts() for hit in MACHINE.finditer(text)]
    assert found == []


def test_no_file_names_a_registry_host() -> None:
    found = [
        f"{name}: {host}" for name, text in _texts() for host in REGISTRIES if host in text.lower()
    ]
    assert found == []


def test_no_file_is_large() -> None:
    sizes = {_relative(path): path.stat().st_size for path in _tracked()}
    assert {name: size for name, size in sizes.items() if size > FILE_BYTES} == {}


def test_there_is_no_lock_file() -> None:
    assert [name for name in map(_relative, _tracked()) if LOCK_FILES.search(name)] == []


def test_there_is_no_symbolic_link() -> None:
    assert [_relative(path) for path in _tracked() if path.is_symlink()] == []


def test_what_is_left_to_do_has_a_subject() -> None:
    found = [
        f"{name}: {line.strip()}"
        for name, text in _texts()
        if name.endswith((".py", ".js", ".css", ".ttl", ".rq", ".cypher", "Makefile"))
        for line in text.splitlines()
        if OPEN_END.search(line)
    ]
    assert found == []


def test_every_decision_is_in_the_table_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    table = (folder / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in sorted(folder.glob("[0-9]*.md"))]
    assert [name for name in pages if f"]({name})" not in table] == []


def test_the_layers_name_every_room() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        contract["layers"]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    named = {room for layer in layers for room in re.findall(r"\w+", layer)}
    assert {_room(path) for path in CODE} - {"__init__"} <= named
