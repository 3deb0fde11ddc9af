"""Arrays that are opened when they are first asked for."""

from pathlib import Path

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.graph_files import open_arrays
from filmgraph.record import Level

__all__ = ["LazyArrays"]


class LazyArrays:
    """The arrays of a build: opened once, at whatever level.

    Parameters
    ----------
    folder : Path
    sha256 : str
        That of `arrays.json`, as the build's manifest has it.
    """

    def __init__(self, folder: Path, sha256: str) -> None:
        self._folder = folder
        self._sha256 = sha256
        self._at: dict[Level, Adjacency] = {}

    def at(self, level: Level) -> Adjacency:
        """The graph at a level.

        Raises
        ------
        DamagedGraph
            If a file is missing or torn, or of another build.
        NewerGraph
            If a newer filmgraph wrote it.
        """
        if level not in self._at:
            known = next(iter(self._at.values()), None)
            files = open_arrays(self._folder, self._sha256) if known is None else known.files
            self._at[level] = Adjacency(files, level)
        return self._at[level]
