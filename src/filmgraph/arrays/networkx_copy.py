"""The arrays, or a part of them, as networkx graphs of one's own."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.attributes import Attributes, Known
from filmgraph.arrays.choosing import Chosen, edge_mask
from filmgraph.arrays.columns import Numbers
from filmgraph.values import free_key

if TYPE_CHECKING:
    _Graph = nx.Graph[str]
    _MultiDiGraph = nx.MultiDiGraph[str]
else:
    _Graph, _MultiDiGraph = nx.Graph, nx.MultiDiGraph

__all__ = ["copy_of_edges", "copy_of_pairs", "part_of"]


def part_of(
    graph: Adjacency,
    chosen: Chosen,
    *,
    start: int | None = None,
    steps: int = 1,
    limit: int | None = None,
) -> tuple[Numbers, Numbers, bool]:
    """The nodes and edges of a part of the graph.

    Parameters
    ----------
    graph : Adjacency
    chosen : Chosen
        Kinds of entity and of edge; all of them where it names none.  Where it names kinds of edge,
        what has no such edge is left out.
    start : int, optional
        Only this node and what such edges lead to from it.
    steps : int
        How far from `start`.
    limit : int, optional
        Nodes at most: the nearest, ties by IRI.

    Returns
    -------
    nodes, edges : array
        Each sorted by IRI; edges between the same two by what tells most.
    cut : bool
        Whether there were more nodes.
    """
    files = graph.files
    inside = files.node_rank <= graph.rank
    if chosen.kinds:
        inside &= np.isin(files.node_kind, sorted(chosen.kinds))
    mask = edge_mask(chosen.edges)
    if start is not None:
        nodes = _within(graph, start, steps, inside, mask)
    elif mask is not None:
        edges = _edges(graph, inside, mask)
        nodes = np.union1d(files.edge_source[edges], files.edge_target[edges])
    else:
        nodes = np.flatnonzero(inside)
    cut = limit is not None and len(nodes) > limit
    nodes = np.sort(nodes[:limit])
    inside = np.zeros(graph.size, bool)
    inside[nodes] = True
    edges = _edges(graph, inside, mask)
    keys = (files.edge_kind[edges], files.edge_target[edges], files.edge_source[edges])
    return nodes, edges[np.lexsort(keys)], cut


def _within(
    graph: Adjacency, start: int, steps: int, inside: Numbers, mask: Numbers | None
) -> Numbers:
    """The nodes within some steps of one, the nearest first, ties by IRI."""
    files, unseen = graph.files, inside.copy()
    here = np.array([start])
    found = [here]
    for _ in range(steps):
        unseen[here] = False
        slots, _ = graph.slots(here)
        if mask is not None:
            slots = slots[mask[files.slot_kind[slots]]]
        others = files.slot_other[slots]
        here = np.unique(others[unseen[others]])
        if not len(here):
            break
        found.append(here)
    return np.concatenate(found)


def _edges(graph: Adjacency, inside: Numbers, mask: Numbers | None) -> Numbers:
    """The edges that may be seen and taken, whose ends are both inside."""
    files = graph.files
    kept = files.edge_rank <= graph.rank
    kept &= inside[files.edge_source] & inside[files.edge_target]
    if mask is not None:
        kept &= mask[files.edge_kind]
    return np.flatnonzero(kept)


def copy_of_edges(known: Attributes, nodes: Numbers, edges: Numbers) -> _MultiDiGraph:
    """Some nodes and edges, each edge by its key."""
    files = known.graph.files
    made: _MultiDiGraph = nx.MultiDiGraph(level=known.graph.level)
    made.add_nodes_from(_nodes(known, nodes))
    columns = (files.edge_source[edges], files.edge_target[edges])
    sources, targets = (known.names(column.tolist()) for column in columns)
    for source, target, data in zip(sources, targets, known.edges(edges), strict=True):
        key = free_key(str(data["predicate"]), made.get_edge_data(source, target, default={}))
        made.add_edge(source, target, key, **data)
    return made


def copy_of_pairs(known: Attributes) -> _Graph:
    """All nodes, and for all edges between two of them one edge, as the view has them."""
    graph = known.graph
    files = graph.files
    made: _Graph = nx.Graph(level=graph.level)
    made.add_nodes_from(_nodes(known, graph.nodes()))
    edges = np.flatnonzero(files.edge_rank <= graph.rank)
    ends = np.sort([files.edge_source[edges], files.edge_target[edges]], axis=0)
    order = np.lexsort((files.edge_kind[edges], ends[1], ends[0]))
    one, other = (known.names(column[order].tolist()) for column in ends)
    rows = zip(zip(one, other, strict=True), known.edges(edges[order]), strict=True)
    for (source, target), linked in groupby(rows, itemgetter(0)):
        data, *others = [data for _, data in linked]
        predicates = dict.fromkeys(str(one["predicate"]) for one in (data, *others))
        made.add_edge(source, target, **data, predicates=" ".join(predicates))
    return made


def _nodes(known: Attributes, nodes: Numbers) -> Iterator[tuple[str, Known]]:
    return ((known.name(node), known.node(node)) for node in nodes.tolist())
