"""What two nodes share, and what sets two films apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.reading import Reader
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Common, Comparison, Shared, Step

__all__ = ["common", "compare"]

_FILM = NODE_KINDS.index("film")
_EVENT = NODE_KINDS.index("event")


@dataclass(frozen=True, slots=True, eq=False)
class _Things:
    """What is linked with a node, or with a film of it where it is no film itself.

    `nodes` is sorted; `films` has the film between, or -1 where the link is direct.
    """

    nodes: Numbers
    films: Numbers

    def between(self, nodes: Numbers) -> Numbers:
        """The film between, for some of the nodes; -1 where the link is direct."""
        films: Numbers = self.films[np.searchsorted(self.nodes, nodes)]
        return films


def common(reader: Reader, one: int, other: int, *, kinds: Iterable[int], limit: int) -> Common:
    """What two nodes share, told by kind and then the rarest first.

    Kept is first what both are linked with themselves, such as the films of two people, then what
    one of them is, then what neither is; of each the rarest.

    Rarity is log(n / d) / log(n), with n films in the graph and d entities that the thing is
    linked with.

    Parameters
    ----------
    reader : Reader
    one, other : int
    kinds : iterable of int
        Kinds of entity to tell of; all where there are none.
    limit : int
        Entities at most.
    """
    graph, files = reader.graph, reader.graph.files
    first, second = _things(graph, one, other), _things(graph, other, one)
    both = np.intersect1d(first.nodes, second.nodes, assume_unique=True)
    both = both[(both != one) & (both != other)]
    if kinds := sorted(kinds):
        both = both[np.isin(files.node_kind[both], kinds)]
    between = 1 * (first.between(both) >= 0) + (second.between(both) >= 0)
    kept = both[np.lexsort((both, graph.degree[both], between))][:limit]
    kept = kept[np.lexsort((kept, graph.degree[kept], files.node_kind[kept]))]
    films = max(2, len(graph.nodes(_FILM)))
    shared = tuple(
        Shared(
            reader.entity(node),
            _rarity(int(graph.degree[node]), films),
            _steps(reader, one, film, node),
            _steps(reader, other, other_film, node),
        )
        for node, film, other_film in zip(
            kept.tolist(), first.between(kept).tolist(), second.between(kept).tolist(), strict=True
        )
    )
    return Common(reader.entity(one), reader.entity(other), shared, len(both))


def _rarity(degree: int, films: int) -> float:
    return max(0.0, log(films / max(1, degree)) / log(films))


def _things(graph: Adjacency, node: int, other: int) -> _Things:
    beside = graph.beside(node)
    kinds = graph.files.node_kind
    # What it has by way of the other alone, the two do not share: who is in a film, its whole cast.
    films = beside[(kinds[beside] == _FILM) & (beside != other)]
    if kinds[node] == _FILM or not len(films):
        return _Things(beside, np.full(len(beside), -1))
    slots, counts = graph.slots(films)
    ends, through = graph.files.slot_other[slots], np.repeat(films, counts)
    nodes, between = np.append(beside, ends), np.append(np.full(len(beside), -1), through)
    # A direct link goes before one through a film, a film of which more is known before others.
    known = np.append(np.full(len(beside), -(2**62)), -graph.degree[through].astype(np.int64))
    order = np.lexsort((between, known, nodes))
    nodes, between = nodes[order], between[order]
    fresh = np.ones(len(nodes), bool)
    fresh[1:] = nodes[1:] != nodes[:-1]
    return _Things(nodes[fresh], between[fresh])


def _steps(reader: Reader, start: int, film: int, end: int) -> tuple[Step, ...]:
    nodes = (start, end) if film < 0 else (start, film, end)
    return reader.path(nodes).steps


def compare(reader: Reader, one: int, other: int) -> Comparison:
    """Two films side by side: what both have, and what only the one or the other has.

    By kind, then what is linked with least first, ties by IRI.  What happens in them is left out:
    an event is in one film only.
    """
    graph = reader.graph
    first, second = (graph.beside(node) for node in (one, other))
    both = np.intersect1d(first, second, assume_unique=True)
    return Comparison(
        reader.entity(one),
        reader.entity(other),
        tuple(
            zip(_each(reader, one, both), _each(reader, other, both), strict=True),
        ),
        tuple(_each(reader, one, np.setdiff1d(first, np.append(both, other)))),
        tuple(_each(reader, other, np.setdiff1d(second, np.append(both, one)))),
    )


def _each(reader: Reader, film: int, ends: Numbers) -> list[Step]:
    graph, kinds = reader.graph, reader.graph.files.node_kind
    ends = ends[kinds[ends] != _EVENT]
    order = np.lexsort((ends, graph.degree[ends], kinds[ends]))
    return [reader.path((film, end)).steps[0] for end in ends[order].tolist()]
