"""Mappings that look up the arrays, where networkx has dictionaries: node, neighbour, data."""

from abc import abstractmethod
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NoReturn, TypeAlias, TypeVar

import networkx as nx
import numpy as np

from filmgraph.arrays.attributes import Attributes
from filmgraph.arrays.columns import Numbers
from filmgraph.statements.projection import EDGES
from filmgraph.values import free_key

__all__ = ["ByName", "Following", "Leading", "Linked", "ReadOnly", "refuse"]

_PREDICATES: Final = tuple(EDGES)
_Row: TypeAlias = tuple[int, int, int]
"""Of a slot: the node at the other end, the kind of edge, the edge."""

_Value = TypeVar("_Value")


def refuse(*_: object, **__: object) -> NoReturn:
    """Refuse to change something, as `networkx.freeze` says it.

    Raises
    ------
    networkx.NetworkXError
    """
    raise nx.NetworkXError("Frozen graph can't be modified")


class ReadOnly(dict[str, Any]):
    """Attributes that cannot be changed; a copy of them is a dictionary that can.

    Examples
    --------
    >>> ReadOnly(kind="film").update(kind="person")
    Traceback (most recent call last):
    networkx.exception.NetworkXError: Frozen graph can't be modified
    """

    __slots__ = ()
    __setitem__ = __delitem__ = __ior__ = refuse
    clear = pop = popitem = setdefault = update = refuse

    def __reduce__(self) -> tuple[type, tuple[dict[str, Any]]]:
        return dict, (dict(self),)


class _Looked(Mapping[str, _Value]):
    """A mapping that looks up the arrays."""

    __slots__ = ("_known",)
    _known: Attributes

    def copy(self) -> dict[str, Any]:
        """A dictionary of one's own, as networkx wants it of a mapping in a graph."""
        return {name: value.copy() for name, value in self.items()}  # type: ignore[attr-defined]


class ByName(_Looked[_Value]):
    """IRI of each node that may be seen: what a function makes of its number."""

    __slots__ = ("_make",)

    def __init__(self, known: Attributes, make: Callable[[int], _Value]) -> None:
        self._known = known
        self._make = make

    def __getitem__(self, name: str) -> _Value:
        node = self._known.number(name)
        if node is None:
            raise KeyError(name)
        return self._make(node)

    def __contains__(self, name: object) -> bool:
        return self._known.number(name) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.all_names())

    def __len__(self) -> int:
        return len(self._known)


class _Beside(_Looked[_Value]):
    """IRI of each node beside one: what is known of the edges between the two.

    They come sorted by IRI, as the nodes of the graph do: so a copy that networkx makes has them in
    the same order, and what an algorithm finds first is the same on both.
    """

    __slots__ = ("_node",)

    def __init__(self, known: Attributes, node: int) -> None:
        self._known = known
        self._node = node

    @abstractmethod
    def _runs(self) -> Iterable[slice]:
        """Where the slots of the edges are."""

    @abstractmethod
    def _value(self, rows: list[_Row]) -> _Value:
        """What is known of the edges between two nodes, the one that tells most first."""

    def _others(self) -> set[int]:
        column = self._known.graph.files.slot_other
        found: set[int] = set()
        for run in self._runs():
            found.update(column[run].tolist())
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.names(sorted(self._others())))

    def __len__(self) -> int:
        return len(self._others())

    def __contains__(self, name: object) -> bool:
        other, column = self._known.number(name), self._known.graph.files.slot_other
        return other is not None and any((column[run] == other).any() for run in self._runs())

    def __getitem__(self, name: str) -> _Value:
        other, column = self._known.number(name), self._known.graph.files.slot_other
        rows: list[_Row] = []
        if other is not None:
            for run in self._runs():
                rows += self._rows(run.start + np.flatnonzero(column[run] == other))
        if not rows:
            raise KeyError(name)
        return self._value(sorted(rows))

    def each(self) -> Iterator[tuple[str, _Value]]:
        """All of them, in one go over the slots."""
        rows: list[_Row] = []
        for run in self._runs():
            rows += self._rows(run)
        rows.sort()
        for other, edges in groupby(rows, itemgetter(0)):
            yield self._known.name(other), self._value(list(edges))

    def _rows(self, slots: slice | Numbers) -> Iterable[_Row]:
        files = self._known.graph.files
        columns = (files.slot_other, files.slot_kind, files.slot_edge)
        return zip(*(column[slots].tolist() for column in columns), strict=True)

    def items(self) -> ItemsView[str, _Value]:
        return _Items(self)

    def values(self) -> ValuesView[_Value]:
        return _Values(self)


class _Items(ItemsView[str, _Value]):
    _mapping: _Beside[_Value]

    def __iter__(self) -> Iterator[tuple[str, _Value]]:
        return self._mapping.each()


class _Values(ValuesView[_Value]):
    _mapping: _Beside[_Value]

    def __iter__(self) -> Iterator[_Value]:
        return (value for _, value in self._mapping.each())


class Linked(_Beside[ReadOnly]):
    """IRI of each node beside one, in either direction: what is known of the link."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = self._known.graph.degree.item(self._node)
        return count

    def _runs(self) -> Iterable[slice]:
        graph = self._known.graph
        return (slice(graph.start.item(self._node), graph.end.item(self._node)),)

    def _value(self, rows: list[_Row]) -> ReadOnly:
        kinds = [_PREDICATES[kind] for _, kind, _ in rows]
        predicates = " ".join(dict.fromkeys(kinds)) if len(kinds) > 1 else kinds[0]
        return ReadOnly(self._known.edge(rows[0][2]), predicates=predicates)


class _Parallel(_Looked[ReadOnly]):
    """Key of each edge from a node to another: what is known of it."""

    __slots__ = ("_rows",)

    def __init__(self, known: Attributes, rows: list[_Row]) -> None:
        self._known = known
        self._rows = rows

    def _keys(self) -> dict[str, int]:
        keys: dict[str, int] = {}
        for _, kind, edge in self._rows:
            keys[free_key(_PREDICATES[kind], keys)] = edge
        return keys

    def __getitem__(self, key: str) -> ReadOnly:
        return ReadOnly(self._known.edge(self._keys()[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._rows)


class Following(_Beside[_Parallel]):
    """IRI of each node that an edge leads to from one: those edges by their keys."""

    __slots__ = ()

    def _runs(self) -> Iterable[slice]:
        return (slice(start, middle) for start, middle, _ in self._levels() if start < middle)

    def _levels(self) -> Iterator[_Row]:
        """Of each level: its first slot, the first of an edge that leads here, and the end."""
        graph, node = self._known.graph, self._node
        files = graph.files
        start = graph.start.item(node)
        for rank in range(graph.rank + 1):
            end = files.end.item(rank, node)
            low, high = start, end
            while low < high:
                middle = (low + high) // 2
                if files.edge_source.item(files.slot_edge.item(middle)) == node:
                    low = middle + 1
                else:
                    high = middle
            yield start, low, end
            start = end

    def _value(self, rows: list[_Row]) -> _Parallel:
        return _Parallel(self._known, rows)


class Leading(Following):
    """IRI of each node from which an edge leads to one: those edges by their keys."""

    __slots__ = ()

    def _runs(self) -> Iterable[slice]:
        return (slice(middle, end) for _, middle, end in self._levels() if middle < end)
