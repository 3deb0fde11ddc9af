"""What is around a node: the steps that lead on from it, and what lies within several."""

from collections.abc import Iterable

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.reading import Reader
from filmgraph.options import LIMITS
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import Near, Neighbourhood, Neighbours

__all__ = ["neighbourhood", "neighbours"]

_WEIGHED = np.array([bool(kind.weights) for kind in EDGES.values()])
_NO_BILLING = 2**31 - 1
_DIGITS = 12
"""Scores that differ by less are equal, so that rounding never decides an order."""
_HUBS_NAMED = 5


def neighbours(
    reader: Reader,
    node: int,
    *,
    edges: Numbers | None,
    kinds: Iterable[int],
    direction: str,
    limit: int,
) -> Neighbours:
    """The steps that lead on from a node.

    By kind of edge as the table has them; of one kind what counts most first: the main themes, the
    first in the credits, then what is linked with most, ties by IRI.

    Parameters
    ----------
    reader : Reader
    node : int
    edges : array of bool, optional
        Kinds of edge to follow, by their numbers; all by default.
    kinds : iterable of int
        Kinds of entity to lead to; all where there are none.
    direction : str
        `out`, `in` or `both`.
    limit : int
        Steps at most.
    """
    graph, files = reader.graph, reader.graph.files
    slots = graph.slots_of(node)
    if edges is not None:
        slots = slots[edges[files.slot_kind[slots]]]
    if kinds := sorted(kinds):
        slots = slots[np.isin(files.node_kind[files.slot_other[slots]], kinds)]
    if direction != "both":
        forward = files.edge_source[files.slot_edge[slots]] == node
        slots = slots[forward if direction == "out" else ~forward]
    kept = slots[_by_weight(graph, slots)][:limit]
    steps = tuple(reader.step(node, int(edge)) for edge in files.slot_edge[kept])
    return Neighbours(reader.entity(node), steps, len(slots))


def _by_weight(graph: Adjacency, slots: Numbers) -> Numbers:
    files = graph.files
    kind, order = files.slot_kind[slots], files.edge_order[files.slot_edge[slots]].astype(np.int64)
    counts = np.where(_WEIGHED[kind], -order, np.where(order > 0, order, _NO_BILLING))
    other = files.slot_other[slots]
    ranked: Numbers = np.lexsort((other, -graph.degree[other].astype(np.int64), counts, kind))
    return ranked


def neighbourhood(
    reader: Reader, node: int, *, steps: int, limit: int, kinds: Iterable[int]
) -> Neighbourhood:
    """What lies within some steps of a node, the nearest first.

    One unit is given out at the node and passed on: at each step every link of a node passes on
    the node's share, divided by the square root of the node's degree and by the fourth root of its
    own, so that neither a hub's many links nor its place on many ways makes it near.  What a node
    gets over all steps is its score.  A hub passes nothing on, and what it gets is divided by the
    square root of its own degree: hundreds of ways lead to a country, and tell nothing.  With the
    square root of both degrees everywhere, as in a normalised adjacency, what has a single link
    comes before what has five: of the films around *Alien*, a forgotten one before its sequels.

    Parameters
    ----------
    reader : Reader
    node : int
    steps : int
    limit : int
        Entities at most.
    kinds : iterable of int
        Kinds of entity to tell of; all where there are none.
    """
    graph, files = reader.graph, reader.graph.files
    scores, reached = _spread(graph, node, steps)
    found = np.flatnonzero(reached > 0)
    found = found[found != node]
    if kinds := sorted(kinds):
        found = found[np.isin(files.node_kind[found], kinds)]
    ranked = found[np.lexsort((found, -np.round(scores[found], _DIGITS)))]
    shown = ranked[:limit]
    near = tuple(
        Near(reader.entity(int(one)), int(reached[one]), float(scores[one])) for one in shown
    )
    hubs = np.flatnonzero((reached > 0) & (reached < steps) & (graph.degree > LIMITS.hub))
    hubs = hubs[hubs != node]
    hubs = hubs[np.lexsort((hubs, -graph.degree[hubs].astype(np.int64)))]
    return Neighbourhood(
        reader.entity(node),
        near,
        reader.edges(_among(graph, np.append(shown, node))),
        _counted(files.node_kind[ranked[limit:]]),
        reader.entities(hubs[:_HUBS_NAMED]),
    )


def _spread(graph: Adjacency, node: int, steps: int) -> tuple[Numbers, Numbers]:
    """What each node is given, and at which step it was first reached; 0 where it was not."""
    scores = np.zeros(graph.size)
    reached = np.zeros(graph.size, np.int16)
    root = np.sqrt(np.maximum(graph.degree, 1))
    own = np.where(graph.degree > LIMITS.hub, root, np.sqrt(root))
    nodes: Numbers = np.array([node])
    shares: Numbers = np.ones(1)
    for step in range(1, steps + 1):
        slots, counts = graph.slots(nodes)
        other = graph.files.slot_other[slots]
        given = np.repeat(shares / root[nodes], counts) / own[other]
        got = np.bincount(other, weights=given, minlength=graph.size)
        scores += got
        fresh = np.flatnonzero((got > 0) & (reached == 0))
        reached[fresh] = step
        nodes = np.flatnonzero((got > 0) & (graph.degree <= LIMITS.hub))
        shares = got[nodes]
    return scores, reached


def _among(graph: Adjacency, nodes: Numbers) -> Numbers:
    """The edges among some nodes."""
    inside = np.zeros(graph.size, bool)
    inside[nodes] = True
    slots, _ = graph.slots(nodes)
    slots = slots[inside[graph.files.slot_other[slots]]]
    return np.unique(graph.files.slot_edge[slots])


def _counted(kinds: Numbers) -> dict[str, int]:
    counts = np.bincount(kinds, minlength=len(NODE_KINDS)).tolist()
    return {kind: count for kind, count in zip(NODE_KINDS, counts, strict=True) if count}
