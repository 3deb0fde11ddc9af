"""Which nodes of a kind are nearest to all others of it: closeness centrality.

Breadth-first searches from many nodes run at once: each has a bit in a row of bits that every node
has, and a step of all of them is one `or` of the rows beside each row (Then et al., *The More the
Merrier: Efficient Multi-Source Graph Traversal*, VLDB 2014).  The rows stand in the order of how
much they are linked with, most first, so that the first neighbour of every row is one column, the
second neighbour of those that have two is the next, and so on.

Searches from a sample say about how near each node is to all (Eppstein and Wang, *Fast
Approximation of Centrality*, 2001); the best of these are then measured from themselves (Okamoto,
Chen and Li, *Ranking of Closeness Centrality for Large-Scale Social Networks*, 2008).
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage
from filmgraph.arrays.columns import Numbers

__all__ = ["Closeness", "closest"]

Progress: TypeAlias = Callable[[str, int, int], None]

_SAMPLE: Final = 1024
"""Searches that say about how near each node is."""

_MEASURED: Final = 512
"""Of the nodes that are near by the sample, how many are measured."""

_WORD: Final = 64
_WORDS: Final = 16
"""Words of bits a row: more do not fit into the processor's caches."""

_BYTES: Final = 64_000_000
"""What the bits of all rows may take; four such arrays are held."""

_COLUMNS: Final = 256
"""Neighbours that are taken column by column; the few rows that have more are taken one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Closeness:
    """The nodes of a kind that are nearest to all others of it.

    Attributes
    ----------
    nodes : array
        The nearest first, ties by IRI.
    means : array
        The mean of the steps from each to all others.
    among : int
        How many of the kind are connected with each other.
    measured : int
        How many of them were measured.
    """

    nodes: Numbers
    means: Numbers
    among: int
    measured: int


def closest(
    graph: Adjacency,
    passage: Passage,
    kind: int,
    limit: int,
    *,
    exact: bool = False,
    progress: Progress | None = None,
    sample: int = _SAMPLE,
    measured: int = _MEASURED,
) -> Closeness:
    """The nodes of a kind with the least mean of steps to all others of it.

    They are those of the part of the graph that holds most of the kind.

    Parameters
    ----------
    graph : Adjacency
    passage : Passage
        What a path may be made of; its ends may be stopped.
    kind : int
    limit : int
        How many at most.
    exact : bool
        Whether all are measured.
    progress : callable, optional
        `progress(step, done, total)` with the searches that were made.
    sample, measured : int
        Searches that say which to measure, and how many of these are measured at least.
    """
    members = _largest_part(graph, passage, kind)
    among = len(members)
    if among < 2:
        return Closeness(members[:0], np.zeros(0), among, 0)
    rows = _Rows.of(graph, passage, members)
    told = progress or _silent
    candidates = min(among, max(measured, 4 * limit))
    if exact or sample + candidates >= among:
        chosen = rows.members
        sums = _sums_to(rows, chosen, partial(told, "measure"))[chosen]
    else:
        # By their places among the members: so it is the same whatever is behind the curtain.
        starts = random.Random(0).sample(range(among), sample)  # noqa: S311 (no secret)
        sums = _sums_to(rows, rows.members[starts], partial(told, "sample"))[rows.members]
        others = np.full(among, sample)
        others[starts] -= 1  # itself, no step away, is nobody else
        chosen = rows.members[np.lexsort((members, sums / others))[:candidates]]
        sums = _sums_from(rows, chosen, partial(told, "measure"))
    nodes = rows.nodes[chosen]
    best = np.lexsort((nodes, sums))[:limit]
    return Closeness(nodes[best], sums[best] / (among - 1), among, len(chosen))


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


def _largest_part(graph: Adjacency, passage: Passage, kind: int) -> Numbers:
    """The nodes of a kind in the part that holds most of them, sorted.

    A part is what is connected through nodes that may be walked through, and what is beside these:
    between any two of a part there is a path.
    """
    through = np.flatnonzero(~passage.stopped)
    slots, counts = passage.onward(graph, through)
    near, far = np.repeat(through, counts), graph.files.slot_other[slots]
    inner = ~passage.stopped[far]
    part = _parts(graph.size, near[inner], far[inner])
    found = graph.files.node_kind == kind
    # What is stopped may be beside several parts; it counts once in each.
    beside = ~inner & found[far]
    pairs = np.unique(part[near[beside]].astype(np.int64) * graph.size + far[beside])
    inside = graph.nodes(kind)
    inside = inside[~passage.stopped[inside]]
    parts = np.concatenate([part[inside], pairs // graph.size])
    if not len(parts):
        return inside
    largest = np.argmax(np.bincount(parts))
    return np.sort(np.concatenate([inside, pairs % graph.size])[parts == largest])


def _parts(size: int, one: Numbers, other: Numbers) -> Numbers:
    """For each node the lowest that it is connected with, through some pairs."""
    lowest = np.arange(size)
    while len(one):
        low, high = np.minimum(lowest[one], lowest[other]), np.maximum(lowest[one], lowest[other])
        apart = low < high
        one, other, low, high = one[apart], other[apart], low[apart], high[apart]
        np.minimum.at(lowest, high, low)
        while not np.array_equal(lowest, shorter := lowest[lowest]):
            lowest = shorter
    return lowest


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """The nodes that paths may be made of, those that are linked with most first.

    Attributes
    ----------
    nodes : array
        The node of each row.
    start, count, other : array
        Where the neighbours of each row begin among `other`, and how many they are.
    passed : array of bool
        Which may be walked through.
    members : array
        The rows of the kind that is measured.
    """

    nodes: Numbers
    start: Numbers
    count: Numbers
    other: Numbers
    passed: Numbers
    members: Numbers

    @classmethod
    def of(cls, graph: Adjacency, passage: Passage, members: Numbers) -> "_Rows":
        """The rows for searches between some nodes."""
        kept = ~passage.stopped & (graph.files.node_rank <= graph.rank)
        kept[members] = True
        nodes = np.flatnonzero(kept)
        slots, counts = passage.onward(graph, nodes)
        used = kept[graph.files.slot_other[slots]]
        owner = np.repeat(np.arange(len(nodes)), counts)[used]
        counts = np.bincount(owner, minlength=len(nodes))
        order = np.argsort(-counts, kind="stable")
        row = np.empty(graph.size, np.int64)
        row[nodes[order]] = np.arange(len(nodes))
        ends = np.cumsum(counts)
        other = row[graph.files.slot_other[slots[used]]]
        nodes, count = nodes[order], counts[order]
        return cls(
            nodes, (ends - counts)[order], count, other, ~passage.stopped[nodes], row[members]
        )

    def beside(self, rows: Numbers, wanted: Numbers) -> Numbers:
        """The rows beside some, of those that are wanted, sorted."""
        counts = self.count[rows]
        begun = self.start[rows] - (np.cumsum(counts) - counts)
        found = np.zeros(len(self.nodes), bool)
        found[self.other[np.repeat(begun, counts) + np.arange(counts.sum())]] = True
        return np.flatnonzero(found & wanted)


@dataclass(frozen=True, slots=True, eq=False)
class _Wave:
    """What the searches reach in one step.

    Attributes
    ----------
    step : int
    rows : array
        The rows that some search reaches.
    bits : array
        Of each of these, the searches that do: valid until the next step.
    counts : array
        How many they are.
    """

    step: int
    rows: Numbers
    bits: Numbers
    counts: Numbers


def _waves(rows: _Rows, starts: Numbers, words: int) -> Iterator[_Wave]:
    """Search from some rows at once, a bit each, step by step."""
    # Written over again and again: memory that is new costs more than what is done in it.
    front, seen, one, other = np.zeros((4, len(rows.nodes), words), np.uint64)
    searches = np.arange(len(starts))
    front.view(np.uint8)[starts, searches // 8] = 1 << searches % 8
    seen[starts] = front[starts]
    left = np.full(len(rows.nodes), len(starts))
    left[starts] -= 1
    active, step = np.sort(starts), 0
    while len(reached := rows.beside(active, left > 0)):
        step += 1
        now, new = one[: len(reached)], other[: len(reached)]
        _gather(rows, reached, front, now, new)
        np.take(seen, reached, axis=0, out=new, mode="clip")
        now |= new
        new ^= now
        seen[reached] = now
        # Over so few words a row, `einsum` is twice as quick as `sum`.
        counts = np.einsum("ij->i", np.bitwise_count(new), dtype=np.int64)
        left[reached] -= counts
        front[active] = 0
        yield _Wave(step, reached, new, counts)
        onward = (counts > 0) & rows.passed[reached]
        active = reached[onward]
        front[active] = new[onward]


def _gather(rows: _Rows, wanted: Numbers, front: Numbers, into: Numbers, spare: Numbers) -> None:
    """The bits of all that is beside each of some rows, together."""
    start, count = rows.start[wanted], rows.count[wanted]
    np.take(front, rows.other[start], axis=0, out=into, mode="clip")
    columns = np.arange(1, min(_COLUMNS, count[0]))
    for column, long in zip(columns, np.searchsorted(-count, -columns), strict=True):
        beside = rows.other[start[:long] + column]
        np.take(front, beside, axis=0, out=spare[:long], mode="clip")
        into[:long] |= spare[:long]
    for place in range(int(np.searchsorted(-count, -_COLUMNS))):
        beside = rows.other[start[place] + _COLUMNS : start[place] + count[place]]
        into[place] |= np.bitwise_or.reduce(front[beside], axis=0)


def _batches(
    rows: _Rows, starts: Numbers, progress: Callable[[int, int], None]
) -> Iterator[tuple[Numbers, Iterator[_Wave]]]:
    """Searches from some rows, so many at once as memory allows."""
    words = max(1, min(_WORDS, _BYTES // (8 * len(rows.nodes)), -(-len(starts) // _WORD)))
    for begin in range(0, len(starts), words * _WORD):
        progress(begin, len(starts))
        batch = starts[begin : begin + words * _WORD]
        yield batch, _waves(rows, batch, words)
    progress(len(starts), len(starts))


def _sums_to(rows: _Rows, starts: Numbers, progress: Callable[[int, int], None]) -> Numbers:
    """For each row, the steps from some rows to it, added up."""
    sums = np.zeros(len(rows.nodes), np.int64)
    for _, waves in _batches(rows, starts, progress):
        for wave in waves:
            sums[wave.rows] += wave.step * wave.counts
    return sums


def _sums_from(rows: _Rows, starts: Numbers, progress: Callable[[int, int], None]) -> Numbers:
    """For each of some rows, the steps from it to all members, added up."""
    sums = []
    member = np.zeros(len(rows.nodes), bool)
    member[rows.members] = True
    for batch, waves in _batches(rows, starts, progress):
        total = np.zeros(len(batch), np.int64)
        for wave in waves:
            total += wave.step * _searches(wave.bits[member[wave.rows]])[: len(batch)]
        sums.append(total)
    return np.concatenate(sums)


def _searches(bits: Numbers) -> Numbers:
    """How many of some rows have each bit."""
    counts = np.empty((bits.shape[1], _WORD), np.int64)
    for word in range(bits.shape[1]):
        of_word = np.ascontiguousarray(bits[:, word : word + 1]).view(np.uint8)
        counts[word] = np.unpackbits(of_word, axis=1, bitorder="little").sum(0, np.int32)
    return counts.ravel()
