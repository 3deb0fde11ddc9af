"""The Graph: what a user holds."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from filmgraph.arrays.name_index import NameIndex
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import Progress
from filmgraph.build.manifest import Manifest, read_manifest
from filmgraph.build.opening import DEMO, folder_of
from filmgraph.curtain import check_level
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import UnknownEntity
from filmgraph.names import IRI, expand, iri, kind_of
from filmgraph.options import LIMITS, check_limit, value
from filmgraph.questions import Question, ask, catalogue, find_question
from filmgraph.record import Level
from filmgraph.shipped import folder as shipped_folder
from filmgraph.values import Answer, Entity, Statement, check_kind

if TYPE_CHECKING:
    from rdflib import Dataset

    from filmgraph.export.picture import Picture

__all__ = ["Graph", "Named", "open_graph"]

Named: TypeAlias = Entity | IRI | str
"""An entity, its IRI or short name, or its human name: `"Blade Runner (1982)"`."""


def open_graph(
    where: str | Path | None = None,
    *,
    level: str | None = None,
    progress: Progress | None = None,
) -> "Graph":
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
    return Graph(folder, build, manifest, door, NameIndex.open(build / "names"))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Graph:
    """A graph of films, asked at one level of the curtain.

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

    folder: GraphFolder
    build: Path
    manifest: Manifest
    _door: SparqlDoor
    _names: NameIndex

    def __repr__(self) -> str:
        name = self.folder.path.name.removesuffix(".graph")
        shown = DEMO if name.startswith(f"{DEMO}-") else name
        return f"<Graph {shown!r} at level {self.level}>"

    @property
    def level(self) -> Level:
        """What may be shown."""
        return self._door.level

    def lift(self, level: str) -> "Graph":
        """The same graph with the curtain at another level.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open().lift("ending")
        >>> graph.level
        'ending'
        """
        return replace(self, _door=self._door.at(check_level(level)))

    def entity(self, name: Named, kind: str | None = None) -> Entity:
        """The one entity of a name.

        Parameters
        ----------
        name : Entity, IRI or str
            `"Blade Runner (1982)"`, `"film/blade-runner-1982"` or a full IRI.
        kind : str, optional
            `film`, `person`, `character`, `theme`, `genre`, `place`, …

        Raises
        ------
        UnknownEntity
            If there is none; near matches are named.
        AmbiguousName
            If there are several.

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().entity("person/nicolas-cage").label
        'Nicolas Cage'
        """
        text = name.iri if isinstance(name, Entity) else str(name)
        return self._names.resolve(text, kind=check_kind(kind), level=self.level)

    def film(self, name: Named) -> Entity:
        """The film of that name (see `entity`).

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().film("Casablanca (1942)").curie
        'film/casablanca-1942'
        """
        return self.entity(name, "film")

    def person(self, name: Named) -> Entity:
        """The person of that name (see `entity`).

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().person("ridley scott").label
        'Ridley Scott'
        """
        return self.entity(name, "person")

    def character(self, name: Named) -> Entity:
        """The character of that name (see `entity`)."""
        return self.entity(name, "character")

    def theme(self, name: Named) -> Entity:
        """The theme of that name (see `entity`).

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().theme("dystopia").curie
        'theme/dystopia'
        """
        return self.entity(name, "theme")

    def genre(self, name: Named) -> Entity:
        """The genre of that name (see `entity`)."""
        return self.entity(name, "genre")

    def place(self, name: Named) -> Entity:
        """The place of that name (see `entity`)."""
        return self.entity(name, "place")

    def find(self, text: str, kind: str | None = None, limit: int | None = None) -> list[Entity]:
        """Entities whose names are like a text: typos, accents and beginnings are forgiven.

        Examples
        --------
        >>> import filmgraph
        >>> [str(film) for film in filmgraph.open().find("casablnca", kind="film", limit=1)]
        ['Casablanca (1942)']
        """
        limit = check_limit(limit, LIMITS.found)
        return self._names.find(text, kind=check_kind(kind), limit=limit, level=self.level)

    def sparql(self, text: str, limit: int | None = None) -> Answer:
        """Ask in SPARQL 1.1; prefixes such as `fg:` and `schema:` are known.

        Parameters
        ----------
        text : str
            SELECT, ASK, CONSTRUCT or DESCRIBE.
        limit : int, optional
            Rows at most; `answer.truncated` says whether there were more.

        Raises
        ------
        QuerySyntaxError, QueryRefused, OptionError

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> answer = graph.sparql("SELECT ?who { <https://w3id.org/filmgraph/film/alien-1979> "
        ...     "schema:director/rdfs:label ?who }")
        >>> answer.rows
        (('Ridley Scott',),)
        """
        return self._select(limit)(text)

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions that `ask` answers, by name."""
        return catalogue(shipped_folder("queries"))

    def ask(self, question: str, /, *, limit: int | None = None, **parameters: object) -> Answer:
        """Ask one of the catalogue's questions.

        Parameters
        ----------
        question : str
            Its name; `graph.questions` lists them.
        limit : int, optional
            Rows at most.
        **parameters
            As the question declares; entities may be given by name.

        Raises
        ------
        UnknownQuestion, ParameterError, UnknownEntity, AmbiguousName

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> answer = graph.ask("co-stars", person="Nicolas Cage", limit=3)
        >>> len(answer), answer.truncated
        (3, True)
        """
        return ask(
            find_question(self.questions, question),
            parameters,
            resolve=self._resolve,
            select=self._select(limit),
        )

    def _select(self, limit: int | None) -> Callable[[str], Answer]:
        limit = check_limit(limit, LIMITS.answer_rows)
        return lambda text: self._door.query(text, limit=limit)

    def _resolve(self, kind: str, name: object) -> IRI:
        if kind == "source":
            return self._source(str(name))
        if not isinstance(name, str | Entity):
            raise UnknownEntity(f"{name!r} is not the name of a {kind}.")
        return self._any(name) if kind == "entity" else self.entity(name, kind).iri

    def _any(self, name: Named) -> IRI:
        """The IRI of anything at this level, named or not: a portrayal has no name."""
        full = name.iri if isinstance(name, Entity) else expand(str(name))
        with suppress(ValueError):  # what cannot be an IRI is a name
            if kind_of(full) and self._door.statements(full, 1):
                return full
        return self.entity(name).iri

    def _source(self, name: str) -> IRI:
        names = [one.source.name for one in self.manifest.sources]
        name = name.rpartition("/")[2]
        if name not in names:
            raise UnknownEntity(f"There is no source {name!r}.", candidates=names)
        return iri("source", name)

    def statements(self, name: Named, limit: int | None = None) -> list[Statement]:
        """What is said of an entity, with who says so and the level at which it may be seen.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> for one in graph.statements("film/alien-1979"):
        ...     if one.predicate.endswith("director"):
        ...         print(one, one.sources)
        film/alien-1979 schema:director person/ridley-scott ('wikipedia-films',)
        """
        limit = check_limit(limit, LIMITS.answer_rows)
        return self._door.statements(self._any(name), limit)

    def get(self, full: IRI) -> Entity | None:
        """The entity of an IRI; None where there is none, or none at this level.

        Examples
        --------
        >>> import filmgraph
        >>> print(filmgraph.open().get("https://w3id.org/filmgraph/theme/no-such-theme"))
        None
        """
        return self._names.get(full, self.level) if kind_of(full) else None

    def to_rdflib(self) -> "Dataset":
        """An rdflib Dataset over the same store: read-only, at this level, without a copy.

        Examples
        --------
        >>> import filmgraph
        >>> dataset = filmgraph.open().to_rdflib()
        >>> len(dataset) > 100_000
        True
        """
        from filmgraph.doors.rdflib_view import rdflib_dataset

        return rdflib_dataset(self._door, self.manifest.statements_at(self.level))

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
    ) -> Path:
        """Write the graph at this level for other programs.

        Parameters
        ----------
        format_ : str
            `nquads` (with the sources' graphs), `turtle` or `jsonld` (merged), `records` (a folder
            with a file of JSON lines for each source).
        path : str or Path
            The file or folder to write.
        about : Entity, IRI or str, optional
            Only what is said of this and of its parts.
        facts : bool
            Of records, leave out texts, motivations and quotes.

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
        exported = Exported(self._door, tuple(self.folder.record_files()), subject)
        return export_graph(exported, format_, Path(path), facts=facts)
