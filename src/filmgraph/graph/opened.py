"""What every part of a graph stands on: its folder, its doors, and the names of what is in it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, TypeVar

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.lazy import LazyArrays
from filmgraph.arrays.name_index import NameIndex
from filmgraph.arrays.reading import Reader
from filmgraph.build.folder import GraphFolder
from filmgraph.build.manifest import Manifest
from filmgraph.build.opening import DEMO
from filmgraph.curtain import check_level, higher
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import AmbiguousName, OptionError, UnknownEntity, shown
from filmgraph.names import BASE, IRI, expand, iri, kind_of
from filmgraph.options import LIMITS, check_limit
from filmgraph.record import Level
from filmgraph.values import Entity, GraphValue, Walk, check_kind

__all__ = ["Named", "Opened"]

Named: TypeAlias = Entity | IRI | str
"""An entity, its IRI or short name, or its human name: `"Blade Runner (1982)"`."""

_Self = TypeVar("_Self", bound="Opened")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opened:
    """A graph that was opened, and the names of what is in it; `Graph` tells of its attributes."""

    folder: GraphFolder
    build: Path
    manifest: Manifest
    _door: SparqlDoor
    _names: NameIndex
    _arrays: LazyArrays
    _seen: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        name = self.folder.path.name.removesuffix(".graph")
        shown = DEMO if name.startswith(f"{DEMO}-") else name
        seen = f", {len(self._seen)} seen" if self._seen else ""
        return f"<Graph {shown!r} at level {self.level}{seen}>"

    @property
    def level(self) -> Level:
        """What may be shown."""
        return self._door.level

    def lift(self: _Self, level: str) -> _Self:
        """The same graph with the curtain at another level.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open().lift("ending")
        >>> graph.level
        'ending'
        """
        return replace(self, _door=self._door.at(check_level(level)))

    def seen(self: _Self, *films: Named) -> _Self:
        """The same graph for someone who has seen some films: of these, all may be shown.

        What else there is stays at the level of the graph.  The Python methods know what was seen,
        `timeline` and `statements` too; `sparql` and `ask` know levels only.

        Parameters
        ----------
        *films : Entity, IRI or str

        Raises
        ------
        UnknownEntity, AmbiguousName
            If a name is not that of one film.

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().seen("Casablanca (1942)")
        <Graph 'demo' at level open, 1 seen>
        """
        return replace(self, _seen=self._seen | {self.film(film).iri for film in films})

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
        text = _text(name)
        try:
            found = self._names.resolve(text, kind=check_kind(kind), level=self.level)
        except UnknownEntity:
            of_seen = self._of_seen(text, kind)
            if not of_seen:
                raise
            if len(of_seen) > 1:
                raise AmbiguousName(
                    f"{len(of_seen)} things are named {shown(text)}.",
                    candidates=[f"{one} [{one.curie}]" for one in of_seen],
                ) from None
            found = of_seen[0]
        return self._ours(found)

    def _of_seen(self, text: str, kind: str | None = None) -> list[Entity]:
        """What a name or an IRI means in films that were seen."""
        if not self._seen:
            return []
        named = self._names.get(expand(text), "ending") if "/" in text or ":" in text else None
        exact = [named] if named else self._names.exact(text, kind=kind, level="ending")
        found = sorted(one.iri for one in exact if kind in (None, one.kind))
        # What the index notes of them, and their order there, may come from other films.
        reader = self._reader()
        numbers = map(reader.graph.number, found)
        return [reader.entity(number) for number in numbers if number is not None]

    def _ours(self, entity: Entity) -> Entity:
        """The entity, told where it came from so that one can walk on from it."""
        return replace(entity, home=self)

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
        limit, text = check_limit(limit, LIMITS.found), _text(text)
        found = self._names.find(text, kind=check_kind(kind), limit=limit, level=self.level)
        found = list(dict.fromkeys((*self._of_seen(text, kind), *found)))[:limit]
        return [self._ours(entity) for entity in found]

    def get(self, full: IRI) -> Entity | None:
        """The entity of an IRI; None where there is none, or none at this level.

        Examples
        --------
        >>> import filmgraph
        >>> print(filmgraph.open().get("https://w3id.org/filmgraph/theme/no-such-theme"))
        None
        """
        full = IRI(_text(full))
        if not kind_of(full):
            return None
        found = self._names.get(full, self.level) or next(iter(self._of_seen(full)), None)
        return None if found is None else self._ours(found)

    def door_for(self, full: IRI) -> SparqlDoor:
        """The SPARQL door for what is said of an entity: of a film that was seen, all of it."""
        kind, *parts = full.removeprefix(BASE).split("/")
        film = iri("film", parts[0]) if parts and (kind == "film" or len(parts) > 1) else ""
        return self._door.at("ending") if film in self._seen else self._door

    @property
    def adjacency(self) -> Adjacency:
        """The arrays at this level: nodes and edges as numbers, for numpy.

        Raises
        ------
        DamagedGraph
            If a file of theirs is missing or torn, or of another build.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open().adjacency
        >>> cage = graph.number("https://w3id.org/filmgraph/person/nicolas-cage")
        >>> int(graph.degree[cage]) > 50
        True
        """
        return self._arrays.at(self.level, self._seen)

    def _reader(self) -> Reader:
        return Reader(self.adjacency, self)

    def node(self, name: Named) -> int:
        """The number of an entity in `adjacency`, at this level.

        Raises
        ------
        UnknownEntity
            If there is none that may be seen; near matches are named.
        AmbiguousName
            If there are several.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> graph.adjacency.files.labels[graph.node("blade runner 1982")]
        'Blade Runner'
        """
        text = _text(name)
        number = self.adjacency.number(expand(text)) if "/" in text or ":" in text else None
        if number is None:
            number = self.adjacency.number(self.entity(text).iri)
        if number is None:
            raise UnknownEntity(f"{shown(text)} is nothing that one can walk from.")
        return number

    def walk(self, *start: Named) -> Walk[Entity]:
        """A walk that begins at some entities.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> walk = graph.walk("Ridley Scott", "James Cameron").films(role="director")
        >>> "Alien (1979)" in [str(film) for film in walk]
        True
        """
        from filmgraph.arrays.walking import begin

        return begin(self._reader(), [self.node(name) for name in start])

    def draw_value(self, value: object, path: str | Path) -> Path:
        """Write a picture of a value that has entities and edges, such as a path.

        `value.draw(path)` does the same.

        Raises
        ------
        OptionError, StorageError
        """
        from filmgraph.export.files import check_file
        from filmgraph.export.value_page import write_value

        if not isinstance(value, GraphValue):
            raise OptionError(f"{type(value).__name__} has no entities and edges to draw.")
        # Of a film that was seen it may hold more than the level of the graph says.
        level = higher(self.level, *(edge.level for edge in value.edges()))
        return write_value(value, check_file(Path(path)), level)


def _text(name: object) -> str:
    """What a name is looked up by."""
    if isinstance(name, Entity):
        return name.iri
    if not isinstance(name, str):
        raise UnknownEntity(
            f"{shown(name)} is not the name of anything.",
            hint="Give an entity, its IRI or its name.",
        )
    return name
