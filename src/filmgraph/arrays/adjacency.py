"""The graph at one level of the curtain: which nodes are beside which, as numbers."""

from dataclasses import dataclass, field

import numpy as np

from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.graph_files import GraphFiles
from filmgraph.curtain import LEVELS
from filmgraph.record import Level

__all__ = ["Adjacency"]


@dataclass(frozen=True, slots=True, eq=False)
class Adjacency:
    """What may be seen of the arrays at a level.

    A node is its place among the sorted IRIs, an edge its place among the edges.  What may not be
    seen has numbers too, so numbers are never shown.

    Attributes
    ----------
    files : GraphFiles
    level : str
    freed : array, optional
        The ranks of the edges as they are, where those of `files` have been lowered for a viewer
        who has seen some films.
    rank : int
        0 open, 1 plot, 2 ending.
    start, end : array
        A node's slots that may be seen are those from `start` up to `end`.
    degree : array
        How many different nodes it is linked with at this level.
    kept : dict
        What was worked out for all nodes and will be asked again.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open().adjacency
    >>> scott = graph.number("https://w3id.org/filmgraph/person/ridley-scott")
    >>> len(graph.beside(scott)) == int(graph.degree[scott])
    True
    """

    files: GraphFiles = field(repr=False)  # which hold all that is hidden
    level: Level
    freed: Numbers | None = field(default=None, repr=False)
    rank: int = field(init=False, repr=False)
    start: Numbers = field(init=False, repr=False)
    end: Numbers = field(init=False, repr=False)
    degree: Numbers = field(init=False, repr=False)
    kept: dict[object, Numbers] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        rank = LEVELS.index(self.level)
        object.__setattr__(self, "rank", rank)
        object.__setattr__(self, "start", self.files.start[:-1])
        object.__setattr__(self, "end", self.files.end[rank])
        object.__setattr__(self, "degree", self.files.degree[rank])

    def at(self, level: Level) -> "Adjacency":
        """The same arrays at another level."""
        return Adjacency(self.files, level)

    @property
    def ranks(self) -> Numbers:
        """The rank of the level that each edge is of."""
        return self.files.edge_rank if self.freed is None else self.freed

    @property
    def size(self) -> int:
        """How many nodes there are at all: numbers are below it."""
        return len(self.files.node_kind)

    def number(self, iri: str) -> int | None:
        """The number of a node; None where there is none that may be seen."""
        found = self.files.iris.find(iri)
        return found if found is not None and self.sees(found) else None

    def sees(self, node: int) -> bool:
        """Whether a node may be seen."""
        return bool(self.files.node_rank[node] <= self.rank)

    def nodes(self, kind: int | None = None) -> Numbers:
        """The numbers of all nodes that may be seen, of one kind or all, sorted by IRI."""
        seen = self.files.node_rank <= self.rank
        if kind is not None:
            seen &= self.files.node_kind == kind
        return np.flatnonzero(seen)

    def slots(self, nodes: Numbers) -> tuple[Numbers, Numbers]:
        """The slots of some nodes, one node after the other, and how many each has.

        Of slot `s`, `files.slot_other[s]` is the node at the other end, `files.slot_edge[s]` the
        edge and `files.slot_kind[s]` its kind.
        """
        start = self.start[nodes]
        counts = self.end[nodes] - start
        total = int(counts.sum())
        # Each run begins at `start`; the running number less what came before counts it up.
        before = np.cumsum(counts) - counts
        return np.repeat(start - before, counts) + np.arange(total), counts

    def slots_of(self, node: int) -> Numbers:
        """The slots of one node."""
        return np.arange(self.start[node], self.end[node])

    def beside(self, node: int) -> Numbers:
        """The different nodes that a node is linked with, sorted by IRI."""
        return np.unique(self.files.slot_other[self.start[node] : self.end[node]])
