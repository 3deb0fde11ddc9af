"""Paths between two nodes: the shortest, and the k shortest without a loop.

Of paths of one length, those come first whose inner nodes are linked with least: a path through a
little-known film says more than one through a hub.  What a path costs is the sum of the logarithms
of its inner nodes' degrees; ties go by IRI.

Paths are found by length: the nodes that a path of that length may have at each place are known
(`path_places`), the least cost from each to the end is worked out backwards, and partial paths are
taken up in the order of what they can cost at best (A* with an exact bound), which gives whole
paths in their order.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.path_by_node import GAVE_UP, shortest_by_node
from filmgraph.arrays.path_places import Search, Spent, by_length, shortest
from filmgraph.options import LIMITS

__all__ = ["Found", "find_path", "find_paths"]

_FAR = np.int64(2**62)

_Nodes: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Paths as the numbers of their nodes.

    Attributes
    ----------
    paths : list of tuple of int
        The shortest first.
    truncated : bool
        Whether there are more, or may be.
    cut : str
        Why the search ended before all was seen; empty where it did not.
    """

    paths: list[_Nodes]
    truncated: bool = False
    cut: str = ""


def find_path(
    graph: Adjacency, passage: Passage, one: int, other: int, max_steps: int
) -> _Nodes | None:
    """The nodes of the shortest path, the least cost first among equals.

    Parameters
    ----------
    graph : Adjacency
    passage : Passage
        What it may be made of; both ends may be stopped.
    one, other : int
    max_steps : int

    Returns
    -------
    tuple of int
        From the one to the other; None where there is no path of so few steps.
    """
    search = _search(graph, passage, one, other)
    nodes = shortest_by_node(search, max_steps)
    if nodes == GAVE_UP:
        places = shortest(search, max_steps, Spent())
        nodes = None if places is None else _Places(search, places).best()
    return None if nodes is None else _turned(nodes, one)


def find_paths(
    graph: Adjacency,
    passage: Passage,
    one: int,
    other: int,
    *,
    limit: int,
    max_steps: int,
    most_through: int | None = None,
) -> Found:
    """The shortest paths without a loop, by length and then by cost.

    Parameters
    ----------
    graph : Adjacency
    passage : Passage
    one, other : int
    limit : int
        How many at most.
    max_steps : int
    most_through : int, optional
        How many of them may go through one inner node.
    """
    if one == other:
        return Found([(one,)])
    search, spent = _search(graph, passage, one, other), Spent()
    if most_through is None:
        found = _in_order(search, max_steps, spent)
    else:
        found = _apart(search, max_steps, spent, most_through)
    paths: list[_Nodes] = []
    for nodes in found:
        if len(paths) == limit:
            return Found(paths, truncated=True)
        paths.append(_turned(nodes, one))
    return Found(paths, bool(spent.cut), spent.cut)


def _search(graph: Adjacency, passage: Passage, one: int, other: int) -> Search:
    # Always searched from the first by IRI: so a path is the same, read the other way around.
    return Search(graph, passage, min(one, other), max(one, other))


def _turned(nodes: _Nodes, start: int) -> _Nodes:
    return nodes if nodes[0] == start else nodes[::-1]


def _in_order(search: Search, max_steps: int, spent: Spent) -> Iterator[_Nodes]:
    """All paths in their order."""
    for places in by_length(search, max_steps, spent):
        yield from _Places(search, places).walks(spent)
        if spent.cut:
            return


def _apart(search: Search, max_steps: int, spent: Spent, most: int) -> Iterator[_Nodes]:
    """The paths in their order but for those through a node that has as many as it may.

    Such a node is taken away, and the search begins again without it: so it does not follow, one
    by one, all the ways that lead to such a node at last.
    """
    passage = replace(search.passage, stopped=search.passage.stopped.copy())
    search = replace(search, passage=passage)
    taken: set[_Nodes] = set()
    through: Counter[int] = Counter()
    while not spent.cut:
        for nodes in _in_order(search, max_steps, spent):
            if nodes in taken:
                continue
            yield nodes
            taken.add(nodes)
            through.update(nodes[1:-1])
            full = [node for node in nodes[1:-1] if through[node] >= most]
            if full:
                passage.stopped[full] = True
                break
        else:
            return


class _Onward(NamedTuple):
    """The nodes that follow a node: the one that can cost least first, ties by IRI."""

    nodes: Numbers
    bounds: Numbers
    """The least cost from there to the end, with its own."""
    costs: Numbers


class _Places:
    """Paths of one length: at each place the nodes it may have, and the least cost from there."""

    def __init__(self, search: Search, places: list[Numbers]) -> None:
        self._search = search
        self._nodes = [places[-1]]
        self._least = [np.zeros(len(places[-1]), np.int64)]
        self._onward: dict[tuple[int, int], _Onward] = {}
        cheapest = np.full(search.graph.size, _FAR)
        for nodes in places[-2::-1]:
            kept, least = self._before(nodes, cheapest)
            self._nodes.insert(0, kept)
            self._least.insert(0, least)

    def _before(self, nodes: Numbers, cheapest: Numbers) -> tuple[Numbers, Numbers]:
        """Of the nodes at the place before, those that lead on, and the least cost from each.

        `cheapest` is room to work in: `_FAR` for each node, before and after.
        """
        following = self._nodes[0]
        cheapest[following] = self._least[0]
        beside, counts = self._search.onward(nodes)
        some = np.flatnonzero(counts)
        least = np.full(len(nodes), _FAR)
        if len(some):
            starts = (np.cumsum(counts) - counts)[some]
            least[some] = np.minimum.reduceat(cheapest[beside], starts)
        cheapest[following] = _FAR
        leads = least < _FAR
        return nodes[leads], least[leads] + self._search.costs(nodes[leads])

    def _after(self, place: int, node: int) -> _Onward:
        """What may follow a node: asked for many paths, so kept."""
        known = self._onward.get((place, node))
        if known is None:
            nodes, least = self._nodes[place + 1], self._least[place + 1]
            beside, _ = self._search.onward(np.array([node]))
            at = np.searchsorted(nodes, beside)
            at[at == len(nodes)] = 0
            at = np.unique(at[nodes[at] == beside])
            at = at[np.argsort(least[at], kind="stable")]
            known = _Onward(nodes[at], least[at], self._search.costs(nodes[at]))
            self._onward[place, node] = known
        return known

    def best(self) -> _Nodes:
        """The nodes of the path that costs least; of several, the first by IRI."""
        nodes = [self._search.one]
        for place in range(len(self._nodes) - 1):
            nodes.append(int(self._after(place, nodes[-1]).nodes[0]))
        return tuple(nodes)

    def walks(self, spent: Spent) -> Iterator[_Nodes]:
        """The paths without a loop, those that cost least first, ties by IRI.

        Of the nodes that may follow a path, the next is taken up when the one before it has been:
        so what waits never outgrows what was taken up.
        """
        if not len(self._nodes[0]):
            return
        start = self._search.one
        waiting: list[_Part] = []
        _wait(waiting, (start,), 0, self._after(0, start), 0)
        while waiting:
            spent.parts += 1
            if spent.parts > LIMITS.path_partial:
                spent.cut = f"the search ended after {LIMITS.path_partial:,} parts of paths"
                return
            _, nodes, cost, onward, at = heappop(waiting)
            _wait(waiting, nodes[:-1], cost, onward, at + 1)
            if len(nodes) == len(self._nodes):
                yield nodes
            else:
                after = self._after(len(nodes) - 1, nodes[-1])
                _wait(waiting, nodes, cost + int(onward.costs[at]), after, 0)


_Part: TypeAlias = tuple[int, _Nodes, int, _Onward, int]
"""What it costs at least, its nodes, what those but the last cost; of what the last is one."""


def _wait(waiting: list[_Part], nodes: _Nodes, cost: int, onward: _Onward, at: int) -> None:
    """Let a path wait that goes on to the first node, from a place on, that makes no loop."""
    for place in range(at, len(onward.nodes)):
        node = int(onward.nodes[place])
        if node not in nodes:
            bound = cost + int(onward.bounds[place])
            heappush(waiting, (bound, (*nodes, node), cost, onward, place))
            return
