"""The Graph: what a user holds."""

from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.arrays.lazy import LazyArrays
from filmgraph.arrays.name_index import NameIndex
from filmgraph.build.manifest import read_manifest
from filmgraph.build.opening import folder_of
from filmgraph.curtain import check_level
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.graph.asked import Asked
from filmgraph.graph.connected import Connected
from filmgraph.graph.measured import Measured
from filmgraph.graph.narrated import Narrated
from filmgraph.graph.networked import Networked
from filmgraph.graph.opened import Named
from filmgraph.graph.travelled import Travelled
from filmgraph.options import value

if TYPE_CHECKING:
    from filmgraph.build.make import Progress
    from filmgraph.export.picture import Picture

__all__ = ["Graph", "open_graph"]


class Graph(Asked, Travelled, Connected, Measured, Narrated, Networked):
    """A graph of films, asked at one level of the curtain.

    A graph is opened by `filmgraph.open`.

    Attributes
    ----------
    level : str
        What may be shown: `open`, `plot` or `ending`.
    folder : GraphFolder
    build : Path
        The folder of the build that is asked, whatever is built meanwhile.
    manifest : Manifest
        What the build holds, and how it was made: for who makes a graph, as it counts what stands
        at every level.  `manifest.statements_at` and `entities_at` count what may be seen.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open()
    >>> graph
    <Graph 'demo' at level open>
    >>> graph.lift("plot").level
    'plot'
    """

    __slots__ = ()

    def picture(self, name: Named) -> "Picture":
        """What is around an entity, ranked, as nodes and links."""
        from filmgraph.export.pictures import picture_of

        return picture_of(self.entity(name), self._door.query, self.level)

    def draw(self, name: Named, path: str | Path) -> Path:
        """Write a picture of what is around an entity: one HTML file that needs no network.

        Raises
        ------
        OptionError, StorageError

        Examples
        --------
        >>> import filmgraph, tempfile, pathlib
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "alien.html"
        >>> filmgraph.open().draw("Alien (1979)", path).name
        'alien.html'
        """
        from filmgraph.export.files import check_file
        from filmgraph.export.pyvis_page import write_picture

        return write_picture(self.picture(name), check_file(Path(path)))

    def export(
        self,
        format_: str,
        path: str | Path,
        *,
        about: Named | None = None,
        facts: bool = False,
        progress: "Progress | None" = None,
    ) -> Path:
        """Write the graph at this level for other programs.

        Parameters
        ----------
        format_ : str
            `nquads` (with the sources' graphs), `turtle` or `jsonld` (merged), `graphml` or `gexf`
            (nodes and edges, for Gephi, Cytoscape, igraph), `records` (a folder with a file of JSON
            lines for each source).
        path : str or Path
            The file or folder to write.
        about : Entity, IRI or str, optional
            Only what is said of this and of its parts; of nodes and edges, this, what it is linked
            with, and the links among these.
        facts : bool
            Of records, leave out texts, motivations and quotes.
        progress : callable, optional
            `progress(step, done, total)` while nodes and edges are written.

        Raises
        ------
        OptionError, StorageError

        Examples
        --------
        >>> import filmgraph, tempfile, pathlib
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "alien.ttl"
        >>> text = filmgraph.open().export("turtle", path, about="Alien (1979)").read_text()
        >>> "Ridley Scott" in text
        True
        """
        from filmgraph.export.files import Exported, export_graph

        subject = None if about is None else self.entity(about)
        records = tuple(self.folder.record_files())
        exported = Exported(self._door, records, self._reader, subject)
        return export_graph(exported, format_, Path(path), facts=facts, progress=progress)


def open_graph(
    where: str | Path | None = None,
    *,
    level: str | None = None,
    progress: "Progress | None" = None,
) -> Graph:
    """Open a graph.

    Parameters
    ----------
    where : str or Path, optional
        A graph folder, or `"demo"` for the shipped facts, which are built on first use.  By
        default what `FILMGRAPH_GRAPH` says, else the demo.
    level : str, optional
        What may be shown: `open` (the default), `plot` or `ending`.
    progress : callable, optional
        `progress(step, done, total)` while the demo is built.

    Raises
    ------
    NotAGraph, NewerGraph, DamagedGraph
        If there is no graph that can be opened.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open("demo")
    >>> print(graph.film("blade runner"))
    Blade Runner (1982)
    """
    chosen = check_level(level or value("spoilers"))
    folder = folder_of(where, progress)
    build = folder.current_build()
    manifest = read_manifest(build)
    door = SparqlDoor(build / "rdf", [one.source.name for one in manifest.sources], chosen)
    _, sha256 = manifest.files.get("arrays/arrays.json", (0, ""))
    arrays = LazyArrays(build / "arrays", sha256)
    return Graph(folder, build, manifest, door, NameIndex.open(build / "names"), arrays)
