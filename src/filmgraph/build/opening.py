"""Which graph folder is meant: one of the user's, or the demo, which is built on first use."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from filmgraph.build.demo import ensure_demo
from filmgraph.build.folder import GraphFolder
from filmgraph.errors import ReadOnlyGraph
from filmgraph.options import cache_folder, value

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = ["DEMO", "folder_of", "folder_to_write"]

DEMO: Final = "demo"


def folder_of(where: str | Path | None = None, progress: "Progress | None" = None) -> GraphFolder:
    """The graph folder that `filmgraph.open` opens.

    Parameters
    ----------
    where : str or Path, optional
        A folder, or `"demo"`; by default what `FILMGRAPH_GRAPH` says, else the demo.
    progress : callable, optional
        `progress(step, done, total)` while the demo is built.

    Raises
    ------
    NotAGraph, NewerGraph, DamagedGraph
        If there is none that can be used.

    Examples
    --------
    >>> import filmgraph
    >>> filmgraph.open("demo").folder.path == folder_of("demo").path
    True
    """
    name = str(where) if where is not None else value("graph")
    path = ensure_demo(cache_folder(), progress) if name == DEMO else Path(name).expanduser()
    return GraphFolder.open(path)


def folder_to_write(where: str | Path, *, create: bool = False) -> GraphFolder:
    """The graph folder to write to.

    Parameters
    ----------
    where : str or Path
    create : bool
        Whether a new one is made where nothing is.

    Raises
    ------
    ReadOnlyGraph
        If it is the demo, by its name or by its folder.
    NotAGraph, NewerGraph, DamagedGraph
        If something else is there, or nothing and none is to be made.

    Examples
    --------
    >>> folder_to_write("demo")
    Traceback (most recent call last):
    filmgraph.errors.ReadOnlyGraph: The demo graph is read-only. Name a folder of your own with \
--graph FOLDER.
    """
    path = Path(where).expanduser()
    if str(where) == DEMO or _is_demo(path):
        raise ReadOnlyGraph(
            "The demo graph is read-only.", hint="Name a folder of your own with --graph FOLDER."
        )
    return GraphFolder.create(path) if create else GraphFolder.open(path)


def _is_demo(path: Path) -> bool:
    found = path.resolve()
    return found.parent == cache_folder().resolve() and found.name.startswith(f"{DEMO}-")
