"""Edges between entities, steps along them, and values that are made of them."""

import html
import json
from abc import abstractmethod
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.errors import OptionError
from filmgraph.names import IRI
from filmgraph.record import Level
from filmgraph.values.answer import Tabular
from filmgraph.values.entity import Entity
from filmgraph.values.text import printable

if TYPE_CHECKING:
    import networkx

__all__ = ["Edge", "GraphValue", "Step", "free_key", "networkx_of"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One link between two entities, read from source to target.

    Attributes
    ----------
    source : Entity
    predicate : str
        What kind of edge it is: `ACTED_IN`.
    target : Entity
    text : str
        A credited role, or the word for a relation; empty where there is none.
    weight : str
        How much a theme counts: `choice`, `major`, `minor`, `suggested`; empty elsewhere.
    billing : int, optional
        The place in the credits.
    level : str
        From which level on it may be seen.
    film : IRI, optional
        The film that it tells something of.
    sources : tuple of str
        Names of the sources that say so, as far as may be seen.
    words, back : str
        What stands between source and target, and between target and source: `acted in`, `with`.
    says : str
        What stands before the text in a sentence: `as`.

    Examples
    --------
    >>> from filmgraph.names import iri
    >>> weaver = Entity(iri("person", "sigourney-weaver"), "person", "Sigourney Weaver")
    >>> alien = Entity(iri("film", "alien-1979"), "film", "Alien", 1979)
    >>> print(Edge(weaver, "ACTED_IN", alien, "Ripley", words="acted in", says="as"))
    Sigourney Weaver acted in Alien (1979) as Ripley
    """

    source: Entity
    predicate: str
    target: Entity
    text: str = ""
    weight: str = ""
    billing: int | None = None
    level: Level = "open"
    film: IRI | None = None
    sources: tuple[str, ...] = ()
    words: str = field(default="", compare=False, repr=False)
    back: str = field(default="", compare=False, repr=False)
    says: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.source} {self.words or self.predicate} {self.target}{self.addition}"

    @property
    def addition(self) -> str:
        """What a sentence about it ends in: ` as Ripley`, ` (major)`."""
        if self.text:
            text = printable(self.text)
            return f" {self.says} {text}" if self.says else f": {text}"
        return f" ({self.weight})" if self.weight else ""

    def attributes(self) -> dict[str, str | int]:
        """What is known of it but for its ends, as other programs take it; what is not is left out.

        Examples
        --------
        >>> from filmgraph.names import iri
        >>> alien = Entity(iri("film", "alien-1979"), "film", "Alien", 1979)
        >>> Edge(alien, "HAS_THEME", alien, weight="major").attributes()
        {'predicate': 'HAS_THEME', 'theme_weight': 'major', 'level': 'open'}
        """
        # Not `weight`: programs take that for a number to add up.
        known: dict[str, str | int | None] = {
            "predicate": self.predicate,
            "text": self.text,
            "theme_weight": self.weight,
            "billing": self.billing,
            "level": self.level,
            "film": self.film,
            "sources": " ".join(self.sources),
        }
        return {name: value for name, value in known.items() if value is not None and value != ""}


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one entity to the next, along an edge or against it.

    Attributes
    ----------
    edge : Edge
        The one that tells most.
    forward : bool
        Whether the step goes from the edge's source to its target.
    others : tuple of Edge
        Other edges between the two, such as of someone who directed and acted.
    """

    edge: Edge
    forward: bool = True
    others: tuple[Edge, ...] = ()

    @property
    def start(self) -> Entity:
        """Where it begins."""
        return self.edge.source if self.forward else self.edge.target

    @property
    def end(self) -> Entity:
        """Where it leads to."""
        return self.edge.target if self.forward else self.edge.source

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All edges between the two, the one that tells most first."""
        return (self.edge, *self.others)

    @property
    def words(self) -> str:
        """What stands between the two: `acted in`, or `with` the other way."""
        return (self.edge.words if self.forward else self.edge.back) or self.edge.predicate

    @property
    def level(self) -> Level:
        """From which level on it may be seen."""
        return self.edge.level

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the sources that say so."""
        return self.edge.sources

    def reversed(self) -> "Step":
        """The same step the other way."""
        return Step(self.edge, not self.forward, self.others)

    def __str__(self) -> str:
        return f"{self.start} {self.words} {self.end}{self.edge.addition}"


class GraphValue(Tabular):
    """A value that is made of entities and the edges between them."""

    __slots__ = ()

    @abstractmethod
    def entities(self) -> tuple[Entity, ...]:
        """Its entities, each once."""

    @abstractmethod
    def edges(self) -> tuple[Edge, ...]:
        """Its edges, each once; those of a walk also lead to where it came from."""

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """A graph of one's own: nodes are IRIs; `kind`, `label`, `year`, `predicate`, … attributes.

        Raises
        ------
        MissingDependency
            If networkx is not installed.
        """
        return networkx_of(self.entities(), self.edges())

    def to_json(self) -> str:
        """A JSON object: `columns`, `rows` and `truncated`, then `entities` and `edges`."""
        body = json.loads(self.answer().to_json())
        body["entities"] = [one.attributes() for one in self.entities()]
        body["edges"] = [
            {"source": one.source.iri, "target": one.target.iri, **one.attributes()}
            for one in self.edges()
        ]
        return json.dumps(body, ensure_ascii=False)

    def draw(self, path: str | Path) -> Path:
        """Write a picture of it: one HTML file that needs no network.

        Raises
        ------
        OptionError
            If it is empty, or was not taken from a graph.
        StorageError
            If the file cannot be written.
        """
        homes = [one.home for one in self.entities() if one.home is not None]
        if not homes:
            raise OptionError("There is nothing to draw.")
        return homes[0].draw_value(self, path)

    def _notes(self) -> Iterable[str]:
        """What is to be said under the rows: that there are more, and why."""
        return ()

    def _repr_html_(self) -> str:
        answer = self.answer()
        head = f"<p>{html.escape(answer.title)}</p>" if answer.title else ""
        notes = "<br>".join(map(html.escape, self._notes()))
        table = replace(answer, truncated=False)._repr_html_()
        return f"{head}{table}<p>{notes}</p>" if notes else head + table


def networkx_of(entities: Iterable[Entity], edges: Iterable[Edge]) -> "networkx.MultiDiGraph[str]":
    """Some entities and edges, with their ends, as a networkx graph.

    The keys of edges are those of `free_key`.
    """
    import networkx as nx

    made: networkx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges = list(edges)
    ends = (end for edge in edges for end in (edge.source, edge.target))
    for one in dict.fromkeys((*entities, *ends)):
        made.add_node(one.iri, **one.attributes())
    for edge in edges:
        source, target = edge.source.iri, edge.target.iri
        key = free_key(edge.predicate, made.get_edge_data(source, target, default=()))
        made.add_edge(source, target, key, **edge.attributes())
    return made


def free_key(predicate: str, taken: Container[object]) -> str:
    """The key of an edge of a multigraph: its predicate, with a number from the second one on.

    Parameters
    ----------
    predicate : str
    taken : container
        The keys of edges that lead from the same node to the same node.

    Examples
    --------
    >>> free_key("SAID_OF", ()), free_key("SAID_OF", {"SAID_OF", "SAID_OF 2"})
    ('SAID_OF', 'SAID_OF 3')
    """
    if predicate not in taken:
        return predicate
    return next(key for number in count(2) if (key := f"{predicate} {number}") not in taken)
