"""Finds the folders that filmgraph is shipped with: ontology, loaders, queries and viz.

An installed package holds them as its data; a checkout has them at its top.
"""

from pathlib import Path
from typing import Final

from filmgraph.errors import FilmgraphError

__all__ = ["FOLDERS", "folder"]

FOLDERS: Final = ("loaders", "ontology", "queries", "viz")
"""The folders that are shipped beside the code."""

_HERE: Final = Path(__file__).resolve()


def folder(name: str) -> Path:
    """The shipped folder of that name.

    Parameters
    ----------
    name : str
        One of `FOLDERS`.

    Returns
    -------
    Path
        An absolute path; its files are read, never written.

    Raises
    ------
    FilmgraphError
        If the folder is not there: the installation is damaged.

    Examples
    --------
    >>> folder("ontology").name
    'ontology'
    """
    for path in _places(name):
        if path.is_dir():
            return path
    raise FilmgraphError(
        f"The folder {name!r} of filmgraph is missing: the installation is damaged.",
        hint="Install filmgraph again: pip install --force-reinstall filmgraph",
    )


def _places(name: str) -> tuple[Path, ...]:
    if name not in FOLDERS:
        raise FilmgraphError(
            f"filmgraph is shipped without a folder {name!r}; it has {', '.join(FOLDERS)}."
        )
    return _HERE.parent / "_data" / name, _HERE.parents[2] / name
