"""The shortest path by sets in plain Python: for searches that look at few links, as most do.

A call of numpy takes as long as a hundred links, and a search in layers makes dozens of them; so
here numpy is called for a layer of many links only.  What looks at more than some thousands of
links is left to `path_places`, which finds the same path.
"""

from typing import Final, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.path_places import Search, cost_of_degree
from filmgraph.options import LIMITS

__all__ = ["GAVE_UP", "shortest_by_node"]

GAVE_UP: Final[tuple[int, ...]] = ()
"""Too many links had to be looked at."""

_MANY: Final = 150
"""Links of a layer from which on one call of numpy is quicker."""

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
        self._search, self._edges = search, search.passage.edges
        self._stopped = search.passage.stopped.data
        self._costs = _costs(graph)
        self._ends = (search.one, search.other)

    def shortest(self, max_steps: int) -> tuple[int, ...] | None:
        layers: list[list[set[int]]] = [[{end}] for end in self._ends]
        seen: list[set[int]] = [{end} for end in self._ends]
        work = [self._degree[end] for end in self._ends]
        looked_at = 0
        for _ in range(max_steps):
            side = int(work[0] > work[1])
            looked_at += work[side]
            if looked_at > LIMITS.path_by_node:
                return GAVE_UP
            reached = self._reached(layers[side][-1], work[side])
            met = reached & layers[1 - side][-1]
            if met:
                return self._joined(layers, met)
            fresh = reached - seen[side]
            if work[side] <= _MANY:
                fresh = {node for node in fresh if not self._stopped[node]}
            if not fresh:
                return None
            layers[side].append(fresh)
            seen[side] |= fresh
            work[side] = self._links(fresh)
        return None

    def _reached(self, layer: set[int], work: int) -> set[int]:
        """The nodes beside a layer; where they are many, without those that are stopped."""
        if work <= _MANY:
            return set().union(*map(self._beside, layer))
        others, _ = self._search.onward(np.fromiter(layer, np.int64, len(layer)))
        stopped = self._search.passage.stopped[others]
        for end in self._ends:
            stopped &= others != end
        return set(others[~stopped].tolist())

    def _beside(self, node: int) -> list[int]:
        start, end = self._start[node], self._end[node]
        others: list[int] = self._others[start:end].tolist()
        if self._edges is None:
            return others
        kinds = self._kinds[start:end].tolist()
        return [other for other, kind in zip(others, kinds, strict=True) if self._edges[kind]]

    def _joined(self, layers: list[list[set[int]]], met: set[int]) -> tuple[int, ...]:
        """Of the paths through the nodes at which both searches met, the best."""
        # Those met stand in the last layer of the side that did not go on, or of neither.
        first, second = (
            self._ways([one for one in layers[side] if not met <= one], met, side)
            for side in (0, 1)
        )
        paths = (
            (
                first[node][0] + second[node][0] + self._cost(node),
                (*first[node][1], node, *second[node][1]),
            )
            for node in met
        )
        return min(paths)[1]

    def _ways(self, layers: list[set[int]], met: set[int], side: int) -> dict[int, _Way]:
        """The best way to each node at which the searches met, from one end."""
        before: list[dict[int, set[int]]] = []
        nodes = met
        for layer in reversed(layers):
            before.append(self._before(layer, nodes))
            nodes = set().union(*before[-1].values())
        ways: dict[int, _Way] = dict.fromkeys(nodes, (0, ()))
        for each in reversed(before):
            onward = {
                node: (cost + self._cost(node), (*way, node) if side == 0 else (node, *way))
                for node, (cost, way) in ways.items()
            }
            ways = {node: min(map(onward.__getitem__, some)) for node, some in each.items()}
        return ways

    def _before(self, layer: set[int], nodes: set[int]) -> dict[int, set[int]]:
        """Of each node, those of a layer that it is beside; looked for from where links are few."""
        if self._links(nodes) <= self._links(layer):
            return {node: layer.intersection(self._beside(node)) for node in nodes}
        before: dict[int, set[int]] = {node: set() for node in nodes}
        for one in layer:
            for node in nodes.intersection(self._beside(one)):
                before[node].add(one)
        return before

    def _links(self, nodes: set[int]) -> int:
        return sum(map(self._degree.__getitem__, nodes))

    def _cost(self, node: int) -> int:
        return 0 if node in self._ends else self._costs[self._degree[node]]
