"""Arrays that are opened when they are first asked for."""

from pathlib import Path

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.graph_files import GraphFiles, open_arrays
from filmgraph.arrays.seen import with_seen
from filmgraph.record import Level

__all__ = ["LazyArrays"]

_KEPT = 8
"""Views of the arrays that are kept: the three levels, and some of who has seen films."""


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
        self._files: GraphFiles | None = None
        self._at: dict[tuple[Level, frozenset[str]], Adjacency] = {}

    def at(self, level: Level, seen: frozenset[str] = frozenset()) -> Adjacency:
        """The graph at a level.

        Parameters
        ----------
        level : str
        seen : frozenset of str
            IRIs of films of which all may be seen.

        Raises
        ------
        DamagedGraph
            If a file is missing or torn, or of another build.
        NewerGraph
            If a newer filmgraph wrote it.
        """
        if self._files is None:
            self._files = open_arrays(self._folder, self._sha256)
        found = self._at.get((level, seen))
        if found is None:
            found = self._at[level, seen] = self._made(self._files, level, seen)
            for known in list(self._at)[:-_KEPT]:
                self._at.pop(known, None)  # another thread may have been quicker
        return found

    def _made(self, files: GraphFiles, level: Level, seen: frozenset[str]) -> Adjacency:
        numbers = [files.iris.find(film) for film in seen]
        return with_seen(files, level, [one for one in numbers if one is not None])
