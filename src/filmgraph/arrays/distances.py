"""How many steps it takes from one node to all others: breadth-first search, layer by layer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, overload

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.reading import Reader
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Distances, Entity

__all__ = ["distances", "layers"]

_FEW: Final = 32
"""Nodes beside a layer are sorted where they are so many times fewer than all; else marked."""


def layers(graph: Adjacency, passage: Passage, start: int) -> Iterator[Numbers]:
    """The nodes that are 0, 1, 2, … steps away from a start, each layer sorted.

    Every slot is read once.

    Parameters
    ----------
    graph : Adjacency
    passage : Passage
        What a path may be made of; its ends may be stopped.
    start : int
    """
    unseen = np.ones(graph.size, bool)
    layer = onward = np.array([start])
    while len(layer):
        unseen[layer] = False
        yield layer
        beside = graph.files.slot_other[passage.slots(graph, onward)]
        if len(beside) < graph.size // _FEW:
            layer = np.unique(beside[unseen[beside]])
        else:
            fresh = np.zeros(graph.size, bool)
            fresh[beside] = True
            layer = np.flatnonzero(fresh & unseen)
        onward = layer[~passage.stopped[layer]]


def distances(
    reader: Reader, passage: Passage, start: int, kind: int, max_steps: int | None = None
) -> Distances:
    """How many steps it takes from one node to the others of a kind.

    Parameters
    ----------
    reader : Reader
    passage : Passage
        What a path may be made of; its ends may be stopped.
    start, kind : int
    max_steps : int, optional
        Steps at most.
    """
    graph = reader.graph
    most = None if max_steps is None else min(max_steps, graph.size) + 1
    found = [
        layer[graph.files.node_kind[layer] == kind]
        for layer in islice(layers(graph, passage, start), most)
    ]
    counts = {steps: len(layer) for steps, layer in enumerate(found) if len(layer)}
    reached = _Reached(reader, np.concatenate(found))
    unreached = len(graph.nodes(kind)) - len(reached)
    name = NODE_KINDS[kind]
    return Distances(reader.entity(start), name, reached, counts, unreached, max_steps)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Reached(Sequence[Entity]):
    """Nodes as entities, each read when it is asked for."""

    reader: Reader
    nodes: Numbers

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Where an entity stands."""
        number = self.reader.graph.number(value.iri) if isinstance(value, Entity) else None
        # No node is -1.
        places = np.flatnonzero(self.nodes[start:stop] == (-1 if number is None else number))
        if not len(places):
            raise ValueError(f"{value} is not reached")
        return int(places[0]) + start

    def __contains__(self, value: object) -> bool:
        try:
            self.index(value)
        except ValueError:
            return False
        return True

    @overload
    def __getitem__(self, index: int) -> Entity: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entity, ...]: ...
    def __getitem__(self, index: int | slice) -> Entity | tuple[Entity, ...]:
        if isinstance(index, slice):
            return self.reader.entities(self.nodes[index])
        return self.reader.entity(int(self.nodes[index]))

    def __iter__(self) -> Iterator[Entity]:
        return (self.reader.entity(node) for node in self.nodes.tolist())

    def __len__(self) -> int:
        return len(self.nodes)

    def __reduce__(self) -> tuple[type[tuple[Entity, ...]], tuple[tuple[Entity, ...]]]:
        # A copy for another process or a file leaves its graph behind.
        return tuple, (tuple(self),)

    def __repr__(self) -> str:
        return f"<{len(self):,} entities>"
