"""The shortest path, node by node in plain Python: for searches that look at few links.

Most searches do: a call of numpy takes as long as a hundred links, and a search in layers makes
dozens of them.  What looks at more is left to `path_places`.
"""

from typing import Final, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.path_places import Search, cost_of_degree
from filmgraph.options import LIMITS

__all__ = ["GAVE_UP", "shortest_by_node"]

GAVE_UP: Final[tuple[int, ...]] = ()
"""Too many links had to be looked at."""

_Way: TypeAlias = tuple[int, tuple[int, ...]]
"""What it costs to come to a node, and the nodes before it (from the other end, after it)."""


def shortest_by_node(search: Search, max_steps: int) -> tuple[int, ...] | None:
    """The nodes of the shortest path, the least cost first among equals, ties by IRI.

    Breadth-first search from both ends at once, a layer of the side with fewer links at a time.

    Parameters
    ----------
    search : Search
    max_steps : int

    Returns
    -------
    tuple of int
        None where there is no path of so few steps; `GAVE_UP` where more than
        `LIMITS.path_by_node` links had to be looked at.
    """
    if search.one == search.other:
        return (search.one,)
    return _NodeByNode(search).shortest(max_steps)


def _costs(graph: Adjacency) -> "memoryview[int]":
    """What it costs to walk through a node, by its degree."""
    if "costs" not in graph.kept:
        most = int(graph.degree.max(initial=0))
        graph.kept["costs"] = cost_of_degree(np.arange(most + 1))
    return graph.kept["costs"].data


class _NodeByNode:
    def __init__(self, search: Search) -> None:
        graph, files = search.graph, search.graph.files
        # A memory view gives plain numbers, in a tenth of the time that an array takes.
        self._start, self._end, self._degree = graph.start.data, graph.end.data, graph.degree.data
        self._others, self._kinds = files.slot_other.data, files.slot_kind.data
        self._stopped, self._edges = search.passage.stopped.data, search.passage.edges
        self._costs = _costs(graph)
        self._ends = (search.one, search.other)

    def shortest(self, max_steps: int) -> tuple[int, ...] | None:
        layers: list[dict[int, _Way]] = [{end: (0, ())} for end in self._ends]
        seen = [{end} for end in self._ends]
        looked_at = 0
        for _ in range(max_steps):
            work = [sum(map(self._degree.__getitem__, layer)) for layer in layers]
            side = int(work[0] > work[1])
            looked_at += work[side]
            if looked_at > LIMITS.path_by_node:
                return GAVE_UP
            beside = {node: self._beside(node) for node in layers[side]}
            reached = set().union(*beside.values())
            met = reached & layers[1 - side].keys()
            if met:
                layers[side] = self._onward(layers[side], beside, met, side)
                return self._joined(layers, met)
            fresh = {node for node in reached - seen[side] if not self._stopped[node]}
            if not fresh:
                return None
            layers[side] = self._onward(layers[side], beside, fresh, side)
            seen[side] |= fresh
        return None

    def _beside(self, node: int) -> list[int]:
        start, end = self._start[node], self._end[node]
        others: list[int] = self._others[start:end].tolist()
        if self._edges is None:
            return others
        kinds = self._kinds[start:end].tolist()
        return [other for other, kind in zip(others, kinds, strict=True) if self._edges[kind]]

    def _onward(
        self, layer: dict[int, _Way], beside: dict[int, list[int]], wanted: set[int], side: int
    ) -> dict[int, _Way]:
        """Of the next layer the wanted nodes, with the best way to each."""
        onward: dict[int, _Way] = {}
        for node, (cost, nodes) in layer.items():
            here = wanted.intersection(beside[node])
            if not here:
                continue
            way = (cost + self._cost(node), (*nodes, node) if side == 0 else (node, *nodes))
            for other in here:
                if other not in onward or way < onward[other]:
                    onward[other] = way
        return onward

    def _joined(self, layers: list[dict[int, _Way]], met: set[int]) -> tuple[int, ...]:
        """Of the paths through the nodes at which both searches met, the best."""
        first, second = layers
        paths = (
            (
                first[node][0] + second[node][0] + self._cost(node),
                (*first[node][1], node, *second[node][1]),
            )
            for node in met
        )
        return min(paths)[1]

    def _cost(self, node: int) -> int:
        return 0 if node in self._ends else self._costs[self._degree[node]]
