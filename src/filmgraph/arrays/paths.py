"""Paths between two nodes: the shortest, and the k shortest without a loop.

Of paths of one length, those come first whose inner nodes are linked with least: a path through a
little-known film says more than one through a hub.  What a path costs is the sum of the logarithms
of its inner nodes' degrees; ties go by IRI.

The shortest is found by breadth-first search from both ends at once, layer by layer.  The others
are found by length: the nodes that a path of that length may have at each place are those near
enough to both ends, the least cost from each to the end is worked out backwards, and partial paths
are taken up in the order of what they can cost at best (A* with an exact bound), which gives whole
paths in their order.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage
from filmgraph.arrays.columns import Numbers
from filmgraph.options import LIMITS

__all__ = ["Found", "find_path", "find_paths"]

_FAR = np.int64(2**62)
_UNSEEN, _STOP = -1, -2
_FINENESS = 1024
"""Costs are whole numbers, so that sums are the same in any order."""


@dataclass(slots=True)
class Found:
    """Paths as the numbers of their nodes.

    Attributes
    ----------
    paths : list of list of int
        The shortest first.
    truncated : bool
        Whether there are more, or may be.
    cut : str
        Why the search ended before all was seen; empty where it did not.
    """

    paths: list[list[int]] = field(default_factory=list)
    truncated: bool = False
    cut: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Two ends and what a path between them may be made of."""

    graph: Adjacency
    passage: Passage
    one: int
    other: int

    def unseen(self, start: int, end: int) -> Numbers:
        """For each node that it was not reached yet, or may not be walked through."""
        steps = np.where(self.passage.stopped, np.int16(_STOP), np.int16(_UNSEEN))
        steps[start], steps[end] = 0, _UNSEEN
        return steps

    def onward(self, nodes: Numbers) -> tuple[Numbers, Numbers]:
        """The nodes beside some nodes, one node after the other, and how many each has."""
        slots, counts = self.passage.onward(self.graph, nodes)
        return self.graph.files.slot_other[slots], counts

    def costs(self, nodes: Numbers) -> Numbers:
        """What it costs to walk through some nodes; nothing for the last."""
        costs: Numbers = np.rint(_FINENESS * np.log2(1.0 + self.graph.degree[nodes]))
        costs = costs.astype(np.int64)
        costs[nodes == self.other] = 0
        return costs


def find_path(
    graph: Adjacency, passage: Passage, one: int, other: int, max_steps: int
) -> list[int] | None:
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
    list of int
        From the one to the other; None where there is no path of so few steps.
    """
    # Always searched from the first by IRI: so a path is the same, read the other way around.
    turned = one > other
    search = _Search(graph, passage, min(one, other), max(one, other))
    places = _shortest(search, max_steps)
    if places is None:
        return None
    nodes = _Places(search, places).best()
    return nodes[::-1] if turned else nodes


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
    turned = one > other
    search = _Search(graph, passage, min(one, other), max(one, other))
    found = Found()
    if one == other:
        found.paths = [[one]]
        return found
    collected = _Collected(limit, most_through)
    for places in _by_length(search, max_steps, found):
        work = _Places(search, places)
        for nodes in work.walks(collected):
            if collected.full:
                found.truncated = True
                break
            collected.take(nodes)
        if work.cut:
            found.cut = work.cut
            found.truncated = True
        if found.truncated:
            break
    found.paths = [nodes[::-1] if turned else nodes for nodes in collected.paths]
    return found


def _shortest(search: _Search, max_steps: int) -> list[Numbers] | None:
    """For each place on a shortest path, the nodes that it may have there."""
    ends = (search.one, search.other)
    if ends[0] == ends[1]:
        return [np.array([ends[0]])]
    steps = [search.unseen(*ends), search.unseen(*ends[::-1])]
    layers = [[np.array([end])] for end in ends]
    scratch = np.empty(search.graph.size, np.int64)
    while len(layers[0]) + len(layers[1]) - 2 < max_steps:
        side = int(_work(search, layers[0][-1]) > _work(search, layers[1][-1]))
        beside, _ = search.onward(layers[side][-1])
        fresh = _once(beside[steps[side][beside] == _UNSEEN], scratch)
        if not len(fresh):
            return None
        steps[side][fresh] = len(layers[side])
        layers[side].append(fresh)
        met = fresh[steps[1 - side][fresh] >= 0]
        if len(met):
            return _between(search, layers, steps, met)
    return None


def _work(search: _Search, nodes: Numbers) -> int:
    return int((search.graph.end[nodes] - search.graph.start[nodes]).sum())


def _once(nodes: Numbers, scratch: Numbers) -> Numbers:
    """The different nodes: each keeps the place it was seen at last, without sorting."""
    places = np.arange(len(nodes))
    scratch[nodes] = places
    last: Numbers = scratch[nodes] == places
    return nodes[last]


def _between(
    search: _Search, layers: list[list[Numbers]], steps: list[Numbers], met: Numbers
) -> list[Numbers]:
    """The nodes on shortest paths: from where both searches met, back to both ends."""
    halves = []
    for side in (0, 1):
        half = [np.sort(met)]
        for step in range(len(layers[side]) - 2, -1, -1):
            beside, _ = search.onward(half[-1])
            half.append(np.unique(beside[steps[side][beside] == step]))
        halves.append(half)
    return [*halves[0][:0:-1], *halves[1]]


def _by_length(search: _Search, max_steps: int, found: Found) -> Iterator[list[Numbers]]:
    """For each length from the shortest on, the nodes that a path may have at each place."""
    shortest = _shortest(search, max_steps)
    if shortest is None:
        return
    yield shortest
    work = 0
    for length in range(len(shortest), max_steps + 1):
        near = [_reach(search, *ends, length) for ends in _turns(search)]
        both = np.flatnonzero((near[0] >= 0) & (near[1] >= 0))
        both = both[near[0][both] + near[1][both] <= length]
        both = both[(both != search.one) & (both != search.other)]
        places = [
            both[(near[0][both] <= place) & (near[1][both] <= length - place)]
            for place in range(1, length)
        ]
        work += sum(_work(search, nodes) for nodes in places)
        if work > LIMITS.path_work:
            found.cut = f"paths of {length} steps and more were not looked for: there are too many"
            found.truncated = True
            return
        yield [np.array([search.one]), *places, np.array([search.other])]


def _turns(search: _Search) -> tuple[tuple[int, int], tuple[int, int]]:
    return (search.one, search.other), (search.other, search.one)


def _reach(search: _Search, start: int, end: int, length: int) -> Numbers:
    """How many steps it takes to each node, up to a length; less than 0 for what is farther."""
    steps = search.unseen(start, end)
    scratch = np.empty(search.graph.size, np.int64)
    layer = np.array([start])
    for step in range(1, length):
        beside, _ = search.onward(layer)
        layer = _once(beside[steps[beside] == _UNSEEN], scratch)
        if not len(layer):
            break
        steps[layer] = step
        layer = layer[layer != end]  # a path ends there
    return steps


@dataclass(slots=True)
class _Collected:
    """The paths that were found so far."""

    limit: int
    most_through: int | None
    paths: list[list[int]] = field(default_factory=list)
    through: dict[int, int] = field(default_factory=dict)
    parts: int = 0

    @property
    def full(self) -> bool:
        return len(self.paths) >= self.limit

    def take(self, nodes: list[int]) -> None:
        self.paths.append(nodes)
        for node in nodes[1:-1]:
            self.through[node] = self.through.get(node, 0) + 1

    def refuses(self, nodes: Sequence[int]) -> bool:
        """Whether enough paths go through one of some nodes already."""
        if self.most_through is None:
            return False
        return any(self.through.get(node, 0) >= self.most_through for node in nodes)


class _Places:
    """Paths of one length: at each place the nodes it may have, and the least cost from there."""

    def __init__(self, search: _Search, places: list[Numbers]) -> None:
        self._search = search
        self._places = places
        self._scratch = np.empty(search.graph.size, np.int64)
        self._costs: list[Numbers] = [np.zeros(len(places[-1]), np.int64)]
        self.cut = ""
        for place in range(len(places) - 2, -1, -1):
            self._costs.insert(0, self._least(place))

    def _least(self, place: int) -> Numbers:
        """The least cost from each node at a place to the end; `_FAR` where none leads there."""
        nodes = self._places[place]
        beside, counts = self._search.onward(nodes)
        onward = self._onward(place, beside, self._costs[0])
        least = np.full(len(nodes), _FAR)
        some = np.flatnonzero(counts)
        if len(some):
            least[some] = np.minimum.reduceat(onward, (np.cumsum(counts) - counts)[some])
        return least

    def _onward(self, place: int, beside: Numbers, costs: Numbers) -> Numbers:
        """What it costs at least to go on through each of some nodes, at the next place."""
        following = self._places[place + 1]
        if not len(following):
            return np.full(len(beside), _FAR)
        self._scratch[following] = np.arange(len(following))
        # What was never written there is anything: it is a place only if the node stands in it.
        at = self._scratch[beside]
        at[(at < 0) | (at >= len(following))] = 0
        here = (following[at] == beside) & (costs[at] < _FAR)
        return np.where(here, costs[at] + self._search.costs(following)[at], _FAR)

    def _next(self, place: int, node: int) -> tuple[Numbers, Numbers]:
        """The nodes at the next place, sorted, with what each costs at least."""
        beside, _ = self._search.onward(np.array([node]))
        beside = np.unique(beside)
        costs = self._onward(place, beside, self._costs[place + 1])
        kept = costs < _FAR
        return beside[kept], costs[kept]

    def best(self) -> list[int]:
        """The nodes of the path that costs least; of several, the first by IRI."""
        nodes = [int(self._places[0][0])]
        for place in range(len(self._places) - 1):
            following, costs = self._next(place, nodes[-1])
            nodes.append(int(following[np.argmin(costs)]))
        return nodes

    def walks(self, collected: _Collected) -> Iterator[list[int]]:
        """The paths without a loop, those that cost least first, ties by IRI."""
        start = int(self._places[0][0])
        least = int(self._costs[0][0])
        if least >= _FAR:
            return
        heap: list[tuple[int, tuple[int, ...], int]] = [(least, (start,), 0)]
        while heap:
            _, nodes, spent = heapq.heappop(heap)
            if collected.refuses(nodes[1:]):
                continue
            if len(nodes) == len(self._places):
                yield list(nodes)
                continue
            collected.parts += 1
            if collected.parts > LIMITS.path_partial:
                self.cut = f"the search ended after {LIMITS.path_partial:,} parts of paths"
                return
            for child in self._children(nodes, spent):
                heapq.heappush(heap, child)

    def _children(
        self, nodes: tuple[int, ...], spent: int
    ) -> Iterator[tuple[int, tuple[int, ...], int]]:
        following, costs = self._next(len(nodes) - 1, nodes[-1])
        through = self._search.costs(following)
        for node, cost, own in zip(
            following.tolist(), costs.tolist(), through.tolist(), strict=True
        ):
            if node not in nodes:
                yield spent + cost, (*nodes, node), spent + own
