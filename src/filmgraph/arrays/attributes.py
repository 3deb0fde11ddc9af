"""What is known of nodes and edges as plain dictionaries, one at a time or all at once.

The same as `Entity.attributes` and `Edge.attributes` give, straight from the columns.
"""

from collections.abc import Callable, Iterable, Iterator
from sys import intern
from typing import Final, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.curtain import LEVELS
from filmgraph.statements.projection import EDGES, NODE_KINDS

__all__ = ["Attributes", "Known"]

Known: TypeAlias = dict[str, str | int]
"""Name of an attribute: its value; what is not known is left out."""

_KINDS: Final = tuple(EDGES.values())
_PREDICATES: Final = tuple(EDGES)
_ORDERED: Final = tuple(
    ("theme_weight" if kind.weights else "billing") if kind.order else "" for kind in _KINDS
)
_AT_ONCE: Final = 2**14
"""Edges that are read at once: enough to be quick, few enough to need no memory."""


class _Names(dict[int, str]):
    """Number of a node: its IRI, read when it is first asked for."""

    def __init__(self, read: Callable[[int], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, number: int) -> str:
        name = self[number] = self._read(number)
        return name


class Attributes:
    """What is known of the nodes and edges of a graph that may be seen.

    IRIs that were read are kept, as an algorithm asks for the same ones again and again.

    Parameters
    ----------
    graph : Adjacency

    Examples
    --------
    >>> import filmgraph
    >>> known = Attributes(filmgraph.open().adjacency)
    >>> known.node(known.number("https://w3id.org/filmgraph/film/alien-1979"))["label"]
    'Alien'
    """

    def __init__(self, graph: Adjacency) -> None:
        self.graph = graph
        self._names = _Names(graph.files.iris.__getitem__)
        self._numbers: dict[str, int] = {}
        self._all: list[str] | None = None

    def __len__(self) -> int:
        """How many nodes may be seen."""
        if self._all is not None:
            return len(self._all)
        return int(np.count_nonzero(self.graph.files.node_rank <= self.graph.rank))

    def number(self, name: object) -> int | None:
        """The number of the node of an IRI; None for anything else.

        Raises
        ------
        TypeError
            If it is nothing that can be a node of any graph, such as a list.
        """
        found = self._numbers.get(name)  # type: ignore[call-overload]
        if found is None and self._all is None and isinstance(name, str):
            found = self.graph.number(name)
            if found is not None:
                self._numbers[self._names[found]] = found
        return found  # type: ignore[no-any-return]

    def name(self, node: int) -> str:
        """The IRI of a node."""
        return self._names[node]

    def names(self, nodes: Iterable[int]) -> list[str]:
        """The IRIs of some nodes."""
        return list(map(self._names.__getitem__, nodes))

    def all_names(self) -> list[str]:
        """The IRIs of all nodes that may be seen, sorted."""
        if self._all is None:
            seen = self.graph.nodes().tolist()
            names = self.names(seen)
            self._numbers = dict(zip(names, seen, strict=True))
            self._all = names
        return self._all

    def node(self, node: int) -> Known:
        """What is known of a node: `iri`, `kind`, `label`, `year`."""
        files = self.graph.files
        year: int = files.node_year.item(node)
        known: Known = {
            "iri": self._names[node],
            "kind": NODE_KINDS[files.node_kind.item(node)],
            "label": files.labels[node],
        }
        return {**known, "year": year} if year else known

    def edge(self, edge: int) -> Known:
        """What is known of an edge: `predicate`, `text`, `theme_weight`, `billing`, `level`, ….

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open().adjacency
        >>> known = Attributes(graph)
        >>> scott = known.number("https://w3id.org/filmgraph/person/ridley-scott")
        >>> edge = graph.files.slot_edge[graph.slots_of(scott)][0]
        >>> known.edge(edge)["predicate"]
        'DIRECTED'
        """
        files, rank = self.graph.files, self.graph.rank
        return self._edge(
            (
                files.edge_kind.item(edge),
                files.edge_text.item(rank, edge),
                files.edge_order.item(edge),
                self.graph.ranks.item(edge),
                files.edge_film.item(edge),
                files.edge_said.item(edge),
            )
        )

    def edges(self, edges: Numbers) -> Iterator[Known]:
        """What is known of some edges, one after the other."""
        files = self.graph.files
        columns = (
            files.edge_kind,
            files.edge_text[self.graph.rank],
            files.edge_order,
            self.graph.ranks,
            files.edge_film,
            files.edge_said,
        )
        for begin in range(0, len(edges), _AT_ONCE):
            here = edges[begin : begin + _AT_ONCE]
            rows = zip(*(column[here].tolist() for column in columns), strict=True)
            yield from map(self._edge, rows)

    def _edge(self, row: tuple[int, ...]) -> Known:
        files = self.graph.files
        kind, text, order, rank, film, said = row
        known: Known = {"predicate": _PREDICATES[kind]}
        if text:
            known["text"] = files.words[text]
        if order and (name := _ORDERED[kind]):
            known[name] = _KINDS[kind].weights[order] if name == "theme_weight" else order
        known["level"] = LEVELS[rank]
        if film >= 0:
            known["film"] = self._names[film]
        if sources := files.said[said][self.graph.rank]:
            # Many edges have the same sources: one text for all of them.
            known["sources"] = intern(" ".join(sources))
        return known
