"""Finding loaders: the shipped ones, those of installed packages, and one's own files."""

import importlib.util
import inspect
import sys
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from rapidfuzz import process

from filmgraph.errors import InputError, UnknownLoader
from filmgraph.intake.items import Loader, Replaces
from filmgraph.record import Source
from filmgraph.shipped import folder

__all__ = ["GROUP", "RESERVED", "check_source", "find_loader", "loaders"]

GROUP = "filmgraph.loaders"
"""Entry-point group in which a package names its loader modules."""

RESERVED = frozenset({"open", "plot", "ending", "demo"})
"""Names that no source may have: they would collide with the graphs of the levels."""

_NEAR = 60


def loaders() -> dict[str, Path]:
    """The shipped loaders: name and file, in the order of their names.

    Examples
    --------
    >>> "records" in loaders()
    True
    """
    inside = sorted(folder("loaders").glob("*.py"))
    return {_name(file): file for file in inside if not file.name.startswith("_")}


def _name(file: Path) -> str:
    return file.stem.replace("_", "-")


def find_loader(name_or_path: str) -> Loader:
    """A loader by its name, or from a Python file of one's own.

    Parameters
    ----------
    name_or_path : str
        The name of a shipped loader or of an installed one, or a path ending in `.py`.

    Raises
    ------
    UnknownLoader
        If there is none of that name.
    InputError
        If the file is not a loader; the message says what it lacks.

    Examples
    --------
    >>> find_loader("records").name
    'records'
    >>> find_loader("record")
    Traceback (most recent call last):
    filmgraph.errors.UnknownLoader: There is no loader 'record'. Did you mean: records?
    """
    if name_or_path.endswith(".py") or "/" in name_or_path or "\\" in name_or_path:
        file = Path(name_or_path)
        if not file.is_file():
            raise UnknownLoader(f"There is no loader file '{file}'.")
        return _from_file(file)
    name = name_or_path.replace("_", "-")
    shipped = loaders()
    if name in shipped:
        return _from_file(shipped[name])
    installed = {point.name.replace("_", "-"): point for point in entry_points(group=GROUP)}
    if name in installed:
        return _from_package(name, installed[name])
    known = sorted({*shipped, *installed})
    near = process.extract(name, known, limit=5, score_cutoff=_NEAR)
    raise UnknownLoader(
        f"There is no loader {name_or_path!r}.",
        candidates=[match[0] for match in near],
        hint="" if near else f"There are: {', '.join(known)}.",
    )


def _from_file(file: Path) -> Loader:
    module_name = f"filmgraph_loader_{file.stem}"
    spec = importlib.util.spec_from_file_location(module_name, file)
    if spec is None or spec.loader is None:
        raise InputError(f"The loader '{file}' is not a Python file.")
    module = importlib.util.module_from_spec(spec)
    # dataclasses and msgspec look their module up by name while it runs.
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[module_name]
        raise _broken(str(file), error) from None
    return _loader(_name(file), str(file), module)


def _from_package(name: str, point: EntryPoint) -> Loader:
    try:
        module = point.load()
    except (Exception, SystemExit) as error:
        raise _broken(point.value, error) from None
    return _loader(name, point.value, module)


def _broken(where: str, error: BaseException) -> InputError:
    line = ""
    if isinstance(error, SyntaxError):
        line = f" in line {error.lineno}"
    return InputError(f"The loader '{where}' cannot be run: {type(error).__name__}: {error}{line}.")


def _loader(name: str, where: str, module: ModuleType) -> Loader:
    lacks = list(_lacks(module))
    if lacks:
        raise InputError(
            f"'{where}' is not a loader: it lacks {', '.join(lacks)}.",
            hint="How to write one stands in docs/loaders.md.",
        )
    source: Source = module.SOURCE
    check_source(source)
    return Loader(
        name=name,
        doc=inspect.cleandoc(module.__doc__ or ""),
        source=source,
        read=module.read,
        replaces=_replaces(where, getattr(module, "REPLACES", "source")),
        options=_options(where, getattr(module, "OPTIONS", {})),
        source_of=getattr(module, "source_of", None),
    )


def _lacks(module: ModuleType) -> list[str]:
    lacks = []
    if not (module.__doc__ or "").strip():
        lacks.append("a docstring that names the source, its licence and where to get it")
    if not isinstance(getattr(module, "SOURCE", None), Source):
        lacks.append("SOURCE = Source(name=..., title=...)")
    if not _takes_two(getattr(module, "read", None)):
        lacks.append("a function read(paths, options)")
    return lacks


def _takes_two(read: object) -> bool:
    if not callable(read):
        return False
    try:
        inspect.signature(read).bind((), {})
    except TypeError:
        return False
    return True


def _replaces(where: str, value: object) -> Replaces:
    if value == "source":
        return "source"
    if value == "films":
        return "films"
    raise InputError(f"REPLACES in '{where}' is {value!r}; it can be 'source' or 'films'.")


def _options(where: str, value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(
        isinstance(part, str) for pair in value.items() for part in pair
    ):
        raise InputError(f"OPTIONS in '{where}' must map each option's name to its help.")
    return dict(value)


def check_source(source: Source) -> None:
    """Refuse a source whose name is taken.

    Raises
    ------
    InputError
        If the name is `open`, `plot`, `ending` or `demo`.

    Examples
    --------
    >>> check_source(Source(name="plot", title="Plots"))
    Traceback (most recent call last):
    filmgraph.errors.InputError: A source cannot be named 'plot'. Choose another name for it.
    """
    if source.name in RESERVED:
        raise InputError(
            f"A source cannot be named {source.name!r}.", hint="Choose another name for it."
        )
