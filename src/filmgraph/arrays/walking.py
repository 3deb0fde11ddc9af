"""Walks over the arrays: from all that was come to, along some edges, to what they lead to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import index
from typing import Final, overload

import numpy as np

from filmgraph.arrays.choosing import choose, choose_kinds, edge_mask, of_years
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.reading import Reader
from filmgraph.errors import OptionError, shown
from filmgraph.options import check_limit, check_word
from filmgraph.statements.projection import EDGES
from filmgraph.values import Answer, Edge, Entity, GraphValue, Walk

__all__ = ["DIRECTIONS", "Walked", "begin", "check_direction", "check_years"]

_WEIGHTS = EDGES["HAS_THEME"].weights
_HAS_THEME = list(EDGES).index("HAS_THEME")
DIRECTIONS: Final = ("both", "out", "in")
"""Which way edges are taken: either way, along them, against them."""
_SHOWN = 20
_MOST_WAYS: Final = 2**53
"""Up to here sums are exact; a walk of many steps has more ways than any number of 64 bits."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Walked(GraphValue, Walk[Entity]):
    """All that a walk over the arrays has come to.

    Attributes
    ----------
    reader : Reader
    nodes : array
        Where it has come to, those that most ways lead to first, ties by IRI.
    counts : array
        How many ways lead to each.
    trail : tuple of array
        For each step of the walk, the slots that it took (see `Adjacency.slots`).
    """

    reader: Reader
    nodes: Numbers
    counts: Numbers
    trail: tuple[Numbers, ...] = field(default=())

    def along(
        self,
        *predicates: str,
        kind: str | None = None,
        direction: str = "both",
        years: tuple[int, int] | None = None,
        weight: str | None = None,
    ) -> "Walked":
        """What some edges lead to from here.

        Parameters
        ----------
        *predicates : str
            Kinds of edge, such as `ACTED_IN`; all by default.
        kind : str, optional
            Only what is of this kind: `film`, `person`, …
        direction : str
            `out` along the edges, `in` against them, or `both`.
        years : (int, int), optional
            Only films of the first year to the last.
        weight : str, optional
            Only along edges of themes that count at least so much.

        Raises
        ------
        OptionError
            If there is no such kind of edge, kind of entity, direction or weight.
        """
        taken = self._slots(predicates, kind, check_direction(direction), weight)
        if years is not None:
            taken = self._of_years(*taken, check_years(years))
        slots, ways = taken
        files = self.reader.graph.files
        nodes, place = np.unique(files.slot_other[slots], return_inverse=True)
        counts = np.bincount(place, weights=ways, minlength=len(nodes))
        counts = np.minimum(counts, _MOST_WAYS).astype(np.int64)
        return _ordered(self.reader, nodes, counts, (*self.trail, slots))

    def _slots(
        self, predicates: Sequence[str], kind: str | None, direction: str, weight: str | None
    ) -> tuple[Numbers, Numbers]:
        """The slots that a step may take, and how many ways lead to where each begins."""
        graph, files = self.reader.graph, self.reader.graph.files
        chosen = choose(predicates)
        slots, counts = graph.slots(self.nodes)
        start, ways = np.repeat(self.nodes, counts), np.repeat(self.counts, counts)
        kept = np.ones(len(slots), bool)
        mask = edge_mask(chosen.edges)
        if mask is not None:
            kept &= mask[files.slot_kind[slots]]
        kinds = chosen.kinds | choose_kinds(kind)
        if kinds:
            kept &= np.isin(files.node_kind[files.slot_other[slots]], sorted(kinds))
        if direction != "both":
            forward = files.edge_source[files.slot_edge[slots]] == start
            kept &= forward if direction == "out" else ~forward
        if weight is not None:
            kept &= _weighty(
                files.slot_kind[slots], files.edge_order[files.slot_edge[slots]], weight
            )
        return slots[kept], ways[kept]

    def _of_years(
        self, slots: Numbers, ways: Numbers, years: tuple[int, int]
    ) -> tuple[Numbers, Numbers]:
        files = self.reader.graph.files
        kept = of_years(self.reader.graph, files.slot_other[slots], years)
        return slots[kept], ways[kept]

    @property
    def ways(self) -> tuple[int, ...]:
        """How many ways lead to each entity, in their order.

        More than 2^53 are not told apart.

        Examples
        --------
        >>> import filmgraph
        >>> walk = filmgraph.open().person("Ridley Scott").films().people(role="actor")
        >>> walk.ways[0] >= walk.ways[-1] >= 1
        True
        """
        return tuple(map(int, self.counts))

    def without(self, *entities: object) -> "Walked":
        """The same but for some entities, or for all that another walk has come to.

        Examples
        --------
        >>> import filmgraph
        >>> scott = filmgraph.open().person("Ridley Scott")
        >>> walk = scott.films().people()
        >>> len(walk) - len(walk.without(scott))
        1
        """
        return self._kept(~np.isin(self.nodes, self._numbers(entities)))

    def only(self, *entities: object) -> "Walked":
        """Of these, the given entities, or those that another walk has come to as well.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> both = graph.person("Ridley Scott").films().only(graph.theme("dystopia").films())
        >>> "Blade Runner (1982)" in [str(film) for film in both]
        True
        """
        return self._kept(np.isin(self.nodes, self._numbers(entities)))

    def first(self, limit: int) -> "Walked":
        """The first of them.

        Raises
        ------
        OptionError
            If the limit is less than 1.
        """
        return self._kept(np.arange(len(self.nodes)) < check_limit(limit, None))

    def _kept(self, kept: Numbers) -> "Walked":
        return Walked(self.reader, self.nodes[kept], self.counts[kept], self.trail)

    def _numbers(self, entities: Sequence[object]) -> list[int]:
        numbers: list[int] = []
        for one in entities:
            if isinstance(one, Walked) and one.reader.graph.files is self.reader.graph.files:
                numbers += map(int, one.nodes)
            elif isinstance(one, Walked | Entity):
                # Of another graph, perhaps: there its number is that of something else.
                iris = [each.iri for each in ([one] if isinstance(one, Entity) else one)]
                found = map(self.reader.graph.number, iris)
                numbers += [number for number in found if number is not None]
            else:
                raise OptionError(
                    f"{shown(one)} is neither an entity nor a walk.",
                    hint="Get the entity first: graph.entity(name)",
                )
        return numbers

    def entities(self) -> tuple[Entity, ...]:
        """All it has come to."""
        return tuple(self)

    def edges(self) -> tuple[Edge, ...]:
        """The edges of the last step that lead to these."""
        if not self.trail:
            return ()
        files, last = self.reader.graph.files, self.trail[-1]
        here = last[np.isin(files.slot_other[last], self.nodes)]
        return self.reader.edges(np.unique(files.slot_edge[here]))

    def answer(self) -> Answer:
        """One row an entity: what leads to most first."""
        rows = tuple(
            (str(one), one.kind, count, one.iri) for one, count in zip(self, self.ways, strict=True)
        )
        return Answer(("name", "kind", "ways", "iri"), rows)

    @overload
    def __getitem__(self, index: int) -> Entity: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entity, ...]: ...
    def __getitem__(self, index: int | slice) -> Entity | tuple[Entity, ...]:
        if isinstance(index, slice):
            return self.reader.entities(self.nodes[index])
        return self.reader.entity(int(self.nodes[index]))

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Entity]:
        return (self.reader.entity(int(node)) for node in self.nodes)

    def __str__(self) -> str:
        shown = zip(self[:_SHOWN], self.ways, strict=False)
        lines = [f"{one}  ({count} ways)" if count > 1 else str(one) for one, count in shown]
        more = len(self) - _SHOWN
        return "\n".join([*lines, f"(and {more:,} more)"] if more > 0 else lines) or "Nothing."

    def __repr__(self) -> str:
        return f"<Walk to {len(self):,} entities>"


def begin(reader: Reader, nodes: Sequence[int]) -> Walked:
    """A walk that begins at some nodes."""
    numbers = np.unique(np.array(nodes, np.int64))
    return Walked(reader, numbers, np.ones(len(numbers), np.int64))


def _ordered(reader: Reader, nodes: Numbers, counts: Numbers, trail: tuple[Numbers, ...]) -> Walked:
    order = np.lexsort((nodes, -counts))
    return Walked(reader, nodes[order], counts[order], trail)


def _weighty(kinds: Numbers, orders: Numbers, weight: str) -> Numbers:
    least = _WEIGHTS.index(check_word(weight, _WEIGHTS[1:], "weight"))
    weighty: Numbers = (kinds != _HAS_THEME) | (orders >= least)
    return weighty


def check_direction(direction: str) -> str:
    """The direction, or an error that lists the three.

    Raises
    ------
    OptionError
        If there is no such direction.
    """
    return check_word(direction, DIRECTIONS, "direction")


def check_years(years: tuple[int, int]) -> tuple[int, int]:
    """The years from the first to the last.

    Raises
    ------
    OptionError
        If they are not two, or the last is before the first.
    """
    try:
        first, last = map(index, years)
    except (TypeError, ValueError):
        first, last = 1, 0
    if first > last:
        raise OptionError(
            f"The years are {shown(years)}; they must be two whole numbers, the first one first.",
            hint="Of a single year: years=(1995, 1995).",
        )
    return first, last
