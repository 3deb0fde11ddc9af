"""Numbers of the arrays as entities, edges and steps."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.curtain import LEVELS
from filmgraph.errors import DamagedGraph
from filmgraph.names import IRI
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import Edge, Entity, Home, Path, Step

__all__ = ["Reader"]

_KINDS = tuple(EDGES.values())


@dataclass(frozen=True, slots=True)
class Reader:
    """Says what the numbers of an adjacency stand for.

    Attributes
    ----------
    graph : Adjacency
    home : Home, optional
        What the entities are told they came from.
    """

    graph: Adjacency
    home: Home | None = None

    def entity(self, node: int) -> Entity:
        """The entity of a node."""
        files = self.graph.files
        try:
            return Entity(
                IRI(files.iris[node]),
                NODE_KINDS[files.node_kind[node]],
                files.labels[node],
                int(files.node_year[node]) or None,
                files.notes[node],
                self.home,
            )
        except (IndexError, UnicodeDecodeError) as error:
            raise _damaged(error) from error

    def entities(self, nodes: Iterable[int]) -> tuple[Entity, ...]:
        """The entities of some nodes."""
        return tuple(self.entity(int(node)) for node in nodes)

    def edge(self, number: int) -> Edge:
        """An edge, with what may be seen of it at this level."""
        try:
            return self._edge(number)
        except (IndexError, UnicodeDecodeError) as error:
            raise _damaged(error) from error

    def _edge(self, number: int) -> Edge:
        files, rank = self.graph.files, self.graph.rank
        kind = _KINDS[files.edge_kind[number]]
        order, film = int(files.edge_order[number]), int(files.edge_film[number])
        text = files.words[files.edge_text[rank, number]]
        return Edge(
            self.entity(int(files.edge_source[number])),
            kind.name,
            self.entity(int(files.edge_target[number])),
            text,
            kind.weights[order] if kind.weights else "",
            (order or None) if kind.order and not kind.weights else None,
            LEVELS[self.graph.ranks[number]],
            IRI(files.iris[film]) if film >= 0 else None,
            files.said[files.edge_said[number]][rank],
            kind.words,
            kind.back,
            kind.says,
        )

    def edges(self, numbers: Iterable[int]) -> tuple[Edge, ...]:
        """Some edges."""
        return tuple(self.edge(int(number)) for number in numbers)

    def step(self, node: int, edge: int, *others: int) -> Step:
        """The step that an edge makes from one of its ends."""
        forward = int(self.graph.files.edge_source[edge]) == node
        return Step(self.edge(edge), forward, self.edges(others))

    def between(self, one: int, other: int) -> Numbers:
        """The edges between two nodes that may be seen, what tells most first."""
        graph = self.graph
        if graph.degree[one] > graph.degree[other]:
            one, other = other, one
        start, end = graph.start[one], graph.end[one]
        here = start + np.flatnonzero(graph.files.slot_other[start:end] == other)
        edges = graph.files.slot_edge[here]
        order: Numbers = np.lexsort((edges, graph.files.slot_kind[here]))
        return np.asarray(edges[order])

    def path(self, nodes: Iterable[int], kinds: Numbers | None = None) -> Path:
        """The path through some nodes, each linked with the next.

        Parameters
        ----------
        nodes : iterable of int
        kinds : array of bool, optional
            Kinds of edge, by their numbers, that may be taken; all by default.
        """
        (read,) = self.paths([nodes], kinds)
        return read

    def paths(
        self, found: Iterable[Iterable[int]], kinds: Numbers | None = None
    ) -> tuple[Path, ...]:
        """Some paths, each as `path` reads it; steps that they share are read once."""
        steps: dict[tuple[int, int], Step] = {}
        paths = []
        for nodes in found:
            first, *rest = [int(node) for node in nodes]
            pairs = list(zip([first, *rest], rest, strict=False))
            for one, other in pairs:
                if (one, other) not in steps:
                    steps[one, other] = self._step_between(one, other, kinds)
            paths.append(Path(self.entity(first), tuple(steps[pair] for pair in pairs)))
        return tuple(paths)

    def _step_between(self, one: int, other: int, kinds: Numbers | None) -> Step:
        edges = self.between(one, other)
        if kinds is not None:
            edges = edges[kinds[self.graph.files.edge_kind[edges]]]
        return self.step(one, *map(int, edges))


def _damaged(error: Exception) -> DamagedGraph:
    """What is wrong where a number leads out of the arrays, or bytes are no text.

    Files are not read whole when they are opened, so that a byte which was changed is met here.
    """
    return DamagedGraph(
        f"The arrays are damaged: {error}.",
        hint="Look which file it is (filmgraph check) and make a new build (filmgraph build).",
    )
