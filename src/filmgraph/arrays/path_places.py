"""Which nodes a path between two ends may have at each place: for the shortest, and by length.

The shortest are found by breadth-first search from both ends at once, layer by layer.  Of a longer
path, the nodes that may stand at a place are those near enough to both ends, but for dead ends and
for what stands at another place of every such path.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage
from filmgraph.arrays.columns import Numbers
from filmgraph.options import LIMITS

__all__ = ["Search", "Spent", "by_length", "cost_of_degree", "shortest"]

_UNSEEN, _STOP = -1, -2
_FINENESS = 1024
"""Costs are whole numbers, so that sums are the same in any order."""
_PLACE = 2_000
"""Links that take as long to look at as it takes to begin with a place."""


@dataclass(slots=True)
class Spent:
    """What a search has cost so far.

    Attributes
    ----------
    links : int
        Links that were looked at.
    parts : int
        Parts of paths that were taken up.
    cut : str
        Why it ended before all was seen; empty where it did not.
    """

    links: int = 0
    parts: int = 0
    cut: str = ""


def cost_of_degree(degrees: Numbers) -> Numbers:
    """What it costs to walk through a node that is linked with so many.

    Examples
    --------
    >>> cost_of_degree(np.array([1, 3, 1023])).tolist()
    [1024, 2048, 10240]
    """
    costs: Numbers = np.rint(_FINENESS * np.log2(1.0 + degrees)).astype(np.int64)
    return costs


@dataclass(frozen=True, slots=True, eq=False)
class Search:
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
        costs = cost_of_degree(self.graph.degree[nodes])
        costs[nodes == self.other] = 0
        return costs

    def links(self, nodes: Numbers) -> int:
        """How many links some nodes have."""
        return int((self.graph.end[nodes] - self.graph.start[nodes]).sum())


def shortest(search: Search, max_steps: int, spent: Spent) -> list[Numbers] | None:
    """For each place on a shortest path, the nodes that it may have there, sorted.

    Parameters
    ----------
    search : Search
    max_steps : int
    spent : Spent
        What it costs is added to it.

    Returns
    -------
    list of array
        None where there is no path of so few steps.
    """
    ends = (search.one, search.other)
    if ends[0] == ends[1]:
        return [np.array([ends[0]])]
    steps = [search.unseen(*ends), search.unseen(*ends[::-1])]
    layers = [[np.array([end])] for end in ends]
    scratch = np.empty(search.graph.size, np.int64)
    while len(layers[0]) + len(layers[1]) - 2 < max_steps:
        work = [search.links(side[-1]) for side in layers]
        side = int(work[0] > work[1])
        spent.links += work[side] + _PLACE
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


def _once(nodes: Numbers, scratch: Numbers) -> Numbers:
    """The different nodes: each keeps the place it was seen at last, without sorting."""
    places = np.arange(len(nodes))
    scratch[nodes] = places
    last: Numbers = scratch[nodes] == places
    return nodes[last]


def _between(
    search: Search, layers: list[list[Numbers]], steps: list[Numbers], met: Numbers
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


def by_length(search: Search, max_steps: int, spent: Spent) -> Iterator[list[Numbers]]:
    """For each length from the shortest on, the nodes that a path may have at each place, sorted.

    Parameters
    ----------
    search : Search
    max_steps : int
    spent : Spent
        What it costs is added to it; where that is too much, it ends and says so.
    """
    if spent.links > LIMITS.path_work:
        spent.cut = f"the search ended after {LIMITS.path_work:,} links"
        return
    first = shortest(search, max_steps, spent)
    if first is None:
        return
    yield first
    longer = _Longer(search)
    for length in range(len(first), max_steps + 1):
        places = longer.places(length)
        spent.links += sum(search.links(nodes) + _PLACE for nodes in places) + longer.links
        if spent.links > LIMITS.path_work:
            spent.cut = (
                f"paths of {length} steps and more were not looked for: that would take too long"
            )
        if spent.cut or longer.over:
            return
        if places:
            yield places


class _Longer:
    """The nodes that longer paths than the shortest may have, one length after the other.

    Attributes
    ----------
    over : bool
        Whether there can be no path of this length, nor of a greater.
    links : int
        How many links were looked at for the length that was asked last.
    """

    def __init__(self, search: Search) -> None:
        self._search = search
        self._ends = np.array([search.one, search.other])
        self._reaches = (
            _Reach(search, search.one, search.other),
            _Reach(search, search.other, search.one),
        )
        self._inside = np.zeros(search.graph.size, bool)
        self.over = False
        self.links = 0

    def places(self, length: int) -> list[Numbers]:
        """The nodes at each place, sorted; none where there is no path of that length."""
        one, other = (reach.to(length - 1) for reach in self._reaches)
        met = np.setdiff1d(np.flatnonzero((one >= 0) & (other >= 0)), self._ends)
        sums = one[met].astype(np.int64) + other[met]
        near = met[sums <= length]
        nodes = self._without_dead_ends(near)
        chains = [self._chain(end, nodes, length - 1) for end in self._ends.tolist()]
        fixed = _fixed(chains, length)
        if fixed is None or len(nodes) < length - 1:
            grown = len(near) == len(met) and all(reach.whole for reach in self._reaches)
            self.over = grown and (len(nodes) < length - 1 or bool(set(chains[0]) & set(chains[1])))
            return []
        rest = nodes[~np.isin(nodes, list(fixed.values()))]
        one, other = one[rest], other[rest]
        inner = [
            np.array([fixed[place]])
            if place in fixed
            else rest[(one <= place) & (other <= length - place)]
            for place in range(1, length)
        ]
        return [self._ends[:1], *inner, self._ends[1:]]

    def _without_dead_ends(self, nodes: Numbers) -> Numbers:
        """The nodes but for those that are beside one other alone, once those are gone as well."""
        inside, self.links = self._inside, 0
        inside[nodes] = inside[self._ends] = True
        looked_at = nodes
        while len(looked_at):
            self.links += self._search.links(looked_at) + _PLACE
            beside, counts = self._search.onward(looked_at)
            starts = np.cumsum(counts) - counts
            here = inside[beside]
            least = np.minimum.reduceat(np.where(here, beside, len(inside)), starts)
            most = np.maximum.reduceat(np.where(here, beside, -1), starts)
            dead = looked_at[least >= most]
            inside[dead] = False
            beside, _ = self._search.onward(dead)
            looked_at = np.setdiff1d(beside[inside[beside]], self._ends)
        kept = nodes[inside[nodes]]
        inside[nodes] = inside[self._ends] = False
        return kept

    def _chain(self, end: int, nodes: Numbers, most: int) -> list[int]:
        """The nodes with which every path among some nodes begins at an end, as far as there is
        no choice.
        """
        inside, chain = self._inside, [end]
        inside[nodes] = True
        while len(chain) <= most:
            beside, _ = self._search.onward(np.array(chain[-1:]))
            beside = np.unique(beside[inside[beside]])
            if len(beside) != 1:
                break
            chain.append(int(beside[0]))
            inside[beside] = False
        inside[nodes] = False
        return chain[1:]


def _fixed(chains: list[list[int]], length: int) -> dict[int, int] | None:
    """Place: the node that every path of that length has there; None where they contradict."""
    fixed = dict(enumerate(chains[0], 1))
    for place, node in enumerate(chains[1], 1):
        if fixed.setdefault(length - place, node) != node:
            return None
    return fixed if len(set(fixed.values())) == len(fixed) else None


class _Reach:
    """How many steps it takes from one end to each node, worked out as far as it is asked."""

    def __init__(self, search: Search, start: int, end: int) -> None:
        self._search = search
        self._end = end
        self._steps = search.unseen(start, end)
        self._layer = np.array([start])
        self._far = 0
        self._scratch = np.empty(search.graph.size, np.int64)

    @property
    def whole(self) -> bool:
        """Whether no node is farther."""
        return not len(self._layer)

    def to(self, far: int) -> Numbers:
        """The steps to each node up to so many; less than 0 for what is farther."""
        while self._far < far and not self.whole:
            self._far += 1
            beside, _ = self._search.onward(self._layer)
            layer = _once(beside[self._steps[beside] == _UNSEEN], self._scratch)
            self._steps[layer] = self._far
            self._layer = layer[layer != self._end]  # a path ends there
        return self._steps
