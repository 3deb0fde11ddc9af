"""Options and limits: everything a user can set, and everything that is capped, as one list each.

What is given in a call or on the command line wins, then the environment, then the default.
"""

import os
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields
from operator import index
from pathlib import Path
from typing import Final

from filmgraph.errors import OptionError, shown

__all__ = [
    "LIMITS",
    "OPTIONS",
    "Limit",
    "Limits",
    "Option",
    "cache_folder",
    "check_limit",
    "check_word",
    "limits",
    "seen_file",
    "value",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a user can set.

    Attributes
    ----------
    name : str
    default : str
        What holds where nothing is set; empty where it is worked out.
    environment : str
        The environment variable that sets it.
    help : str
        What it does, in one sentence.
    """

    name: str
    default: str
    environment: str
    help: str


OPTIONS: Final = (
    Option(
        "graph",
        "demo",
        "FILMGRAPH_GRAPH",
        "The graph to use: a graph folder, or 'demo' for the graph that is shipped.",
    ),
    Option(
        "cache",
        "",
        "FILMGRAPH_CACHE",
        "The folder in which the demo graph is built; by default the user's cache folder.",
    ),
    Option(
        "spoilers",
        "open",
        "FILMGRAPH_SPOILERS",
        "What may be shown: 'open' gives nothing away, then 'plot', then 'ending'.",
    ),
    Option(
        "seen",
        "",
        "FILMGRAPH_SEEN",
        "The file that lists the films you have seen, of which commands show all; by default "
        "seen.txt in the user's configuration folder.",
    ),
)
"""All options, in the order in which they are documented."""

_BY_NAME: Final = {option.name: option for option in OPTIONS}


def _limit(default: int, unit: str, what: str) -> int:
    # The type checker takes a field for the value of its default.
    made: int = field(default=default, metadata={"unit": unit, "help": what})
    return made


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit of filmgraph.  `limits` lists them with their units.

    The limits on queries keep a query from crashing the program: the parser and the evaluator of
    the RDF store recurse on the machine's stack.  `docs/decisions/0002-query-limits.md` has what
    was measured.
    """

    answer_rows: int = _limit(10_000, "rows", "rows of an answer, unless the caller sets a limit")
    found: int = _limit(10, "entities", "entities that a search gives, unless the caller sets it")
    query_length: int = _limit(100_000, "characters", "length of a query")
    query_depth: int = _limit(20, "brackets", "brackets of any kind that are open at once")
    query_stack: int = _limit(512 * 2**20, "bytes", "stack of the thread that runs a query")
    neighbours: int = _limit(100, "steps", "steps from an entity, unless the caller sets it")
    neighbourhood: int = _limit(
        50, "entities", "entities of a neighbourhood, unless the caller sets it"
    )
    neighbourhood_steps: int = _limit(4, "steps", "how far a neighbourhood may reach")
    hub: int = _limit(
        2_000, "links", "what is linked with more is not walked through to find a neighbourhood"
    )
    central: int = _limit(10, "entities", "entities of a centre, unless the caller sets it")
    shared: int = _limit(100, "entities", "shared entities, unless the caller sets it")
    path_steps: int = _limit(12, "steps", "steps of several paths, unless the caller sets it")
    path_by_node: int = _limit(
        16_000, "links", "links that a search for a path looks at before it takes up numpy"
    )
    path_work: int = _limit(50_000_000, "links", "links that a search for several paths looks at")
    path_partial: int = _limit(
        100_000, "parts", "parts of paths that a search for several paths takes up"
    )
    paths: int = _limit(10, "paths", "paths that are given, unless the caller sets it")
    builds_kept: int = _limit(2, "builds", "builds of a graph folder that are kept")
    line_bytes: int = _limit(20_000_000, "bytes", "length of one line of a file that is read")


LIMITS: Final = Limits()
"""The limits in force."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit, as it is documented.

    Attributes
    ----------
    name : str
    value : int
    unit : str
    help : str
        What it limits.
    """

    name: str
    value: int
    unit: str
    help: str


def limits() -> tuple[Limit, ...]:
    """Every limit with its unit and what it limits, in the order in which they are documented.

    Examples
    --------
    >>> print(limits()[0])
    Limit(name='answer_rows', value=10000, unit='rows', help='rows of an answer, unless the caller sets a limit')
    """  # noqa: E501 (the printed line)
    return tuple(
        Limit(one.name, getattr(LIMITS, one.name), one.metadata["unit"], one.metadata["help"])
        for one in fields(LIMITS)
    )


def check_limit(given: int | None, default: int | None, what: str = "The limit") -> int:
    """The limit that is given, else the default.

    Parameters
    ----------
    given : int, optional
    default : int, optional
        None where one must be given.
    what : str
        What an error calls it.

    Raises
    ------
    OptionError
        If it is less than 1, or no whole number.

    Examples
    --------
    >>> check_limit(None, LIMITS.found), check_limit(3, LIMITS.found)
    (10, 3)
    """
    try:
        limit = index(default if given is None else given)  # type: ignore[arg-type]
    except TypeError:
        raise OptionError(f"{what} is {shown(given)}; it must be a whole number.") from None
    if limit < 1:
        raise OptionError(f"{what} is {limit}; it must be at least 1.")
    return limit


def check_word(given: object, words: Collection[str], what: str) -> str:
    """The word that is given, if it is one of those there are.

    Parameters
    ----------
    given : str
    words : collection of str
        All that there are.
    what : str
        What one of them is called.

    Raises
    ------
    OptionError
        If it is none of them; they are listed.

    Examples
    --------
    >>> check_word("up", ("both", "out", "in"), "direction")
    Traceback (most recent call last):
    filmgraph.errors.OptionError: There is no direction 'up'; the directions are: both, out, in.
    """
    if isinstance(given, str) and given in words:
        return given
    raise OptionError(f"There is no {what} {shown(given)}; the {what}s are: {', '.join(words)}.")


def value(name: str, given: str | None = None) -> str:
    """The value of an option: what is given, else the environment's, else the default.

    Parameters
    ----------
    name : str
        Name of an option.
    given : str, optional
        What the caller asks for.

    Raises
    ------
    OptionError
        If there is no such option.

    Examples
    --------
    >>> value("graph")
    'demo'
    >>> value("graph", "films.graph")
    'films.graph'
    """
    option = _BY_NAME.get(name)
    if option is None:
        raise OptionError(f"There is no option {name!r}; there are: {', '.join(_BY_NAME)}.")
    if given is not None:
        return given
    return os.environ.get(option.environment) or option.default


def cache_folder() -> Path:
    """The folder for what can be made again, such as the demo graph.  It need not exist yet.

    `FILMGRAPH_CACHE` if it is set, else `filmgraph` in the user's cache folder: `XDG_CACHE_HOME`
    or `~/.cache`, `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows.

    Raises
    ------
    OptionError
        If the user has no home folder and `FILMGRAPH_CACHE` is not set.

    Examples
    --------
    >>> import os
    >>> os.environ["FILMGRAPH_CACHE"] = "/tmp/films"
    >>> cache_folder().as_posix()
    '/tmp/films'
    """
    return _place("cache", "folder", lambda: _user_cache() / "filmgraph", "the demo graph")


def seen_file() -> Path:
    """The file that lists the films the user has seen.  It need not exist yet.

    `FILMGRAPH_SEEN` if it is set, else `filmgraph/seen.txt` in the user's configuration folder:
    `XDG_CONFIG_HOME` or `~/.config`, `~/Library/Application Support` on macOS, `%APPDATA%` on
    Windows.

    Raises
    ------
    OptionError
        If the user has no home folder and `FILMGRAPH_SEEN` is not set.

    Examples
    --------
    >>> import os
    >>> os.environ["FILMGRAPH_SEEN"] = "/tmp/films/seen.txt"
    >>> seen_file().as_posix()
    '/tmp/films/seen.txt'
    """
    return _place(
        "seen",
        "file",
        lambda: _user_configuration() / "filmgraph" / "seen.txt",
        "the list of films you have seen",
    )


def _place(option: str, kind: str, default: Callable[[], Path], what: str) -> Path:
    """Where something of the user's is kept: what an option says, else the user's own folder."""
    try:
        chosen = value(option)
        return Path(chosen).expanduser().absolute() if chosen else default()
    except RuntimeError:
        raise OptionError(
            f"There is no home folder to keep {what} in.",
            hint=f"Set {_BY_NAME[option].environment} to a {kind} that can be written.",
        ) from None


def _user_cache() -> Path:
    return _user_folder(
        "XDG_CACHE_HOME", ".cache", ("Library", "Caches"), ("LOCALAPPDATA", "Local")
    )


def _user_configuration() -> Path:
    return _user_folder(
        "XDG_CONFIG_HOME", ".config", ("Library", "Application Support"), ("APPDATA", "Roaming")
    )


def _user_folder(xdg: str, unix: str, mac: tuple[str, str], windows: tuple[str, str]) -> Path:
    """A folder of the user's, where the platform has it."""
    chosen = Path(os.environ.get(xdg, ""))
    if chosen.is_absolute():
        return chosen
    if sys.platform == "win32":
        named, folder = windows
        return Path(os.environ.get(named) or Path.home() / "AppData" / folder)
    if sys.platform == "darwin":
        return Path.home().joinpath(*mac)
    return Path.home() / unix
