"""Structures of the telling, found from the two orders of a film's events.

Each is a definition that can be checked, with few thresholds, which stand at the top; what has too
few events has none.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from filmgraph.narrative.measures import jumps, tau
from filmgraph.narrative.orders import Happening, StoryOrder, Told, story_order, told
from filmgraph.record import PlotStructure

__all__ = ["STRUCTURES", "structures"]

STRUCTURES: Final[Mapping[PlotStructure, str]] = MappingProxyType(
    {
        "linear": "told as it happens",
        "reverse": "a strand of it is told backwards",
        "out of order": "the telling goes back in the story again and again",
        "loop": "the same time is lived through again and again",
        "frame": "begins near the end of the story, goes back, and comes round to it",
        "parallel strands": "strands of the story take turns",
        "competing accounts": "several tell the same time differently",
    }
)
"""Structure: what it means."""

_FEWEST: Final = 5
"""Events below which nothing is said."""
_KNOWN: Final = 0.9
"""Share of the pairs whose order must be known before a telling is called linear."""
_BACKWARDS: Final = -0.8
_RETURNS: Final = 2
_AGAIN: Final = 3
_STRAND: Final = 3
_TURNS: Final = 4
_FRAMED: Final = 0.6
_SHARED: Final = 0.3
"""How much of its time a strand must share to be another run, or another account, of it."""


def structures(events: Iterable[Happening]) -> list[PlotStructure]:
    """The structures of a telling, in the order of `STRUCTURES`.

    Examples
    --------
    >>> backwards = [Happening(f"e{n}", (Told(9 - n),), n) for n in range(1, 8)]
    >>> structures(backwards)
    ['reverse', 'out of order']
    """
    telling = _Telling(tuple(events))
    if len(telling.names) < _FEWEST:
        return []
    return [name for name, holds in _HOLDS.items() if holds(telling)]


@dataclass(frozen=True)
class _Telling:
    """A telling of some events, with what is asked of it more than once."""

    events: tuple[Happening, ...]

    @cached_property
    def every(self) -> list[tuple[Told, Happening]]:
        return told(self.events)

    @cached_property
    def names(self) -> list[str]:
        """The events where they are first told."""
        return list(dict.fromkeys(event.name for _, event in self.every))

    @cached_property
    def order(self) -> StoryOrder:
        return story_order(self.events)

    @cached_property
    def strands(self) -> dict[str, list[str]]:
        """Strand: its events, in the order of the film."""
        found: dict[str, list[str]] = {}
        for one, event in self.every:
            names = found.setdefault(one.strand, [])
            if event.name not in names:
                names.append(event.name)
        return {strand: names for strand, names in found.items() if len(names) >= _STRAND}

    def share(self, modes: Iterable[str]) -> float:
        """How much of the story's time the strands tell that another strand tells as well.

        Of the strand that shares least with the others; 0 where there is only one strand.
        """
        modes = set(modes)
        times: dict[str, set[int]] = {}
        for one, event in self.every:
            rank = self.order.rank.get(event.name)
            if one.mode in modes and rank is not None and one.strand in self.strands:
                times.setdefault(one.strand, set()).add(rank)
        if len(times) < 2:
            return 0.0
        told_by = Counter(rank for ranks in times.values() for rank in ranks)
        return min(
            sum(told_by[rank] > 1 for rank in ranks) / len(ranks) for ranks in times.values()
        )


def _linear(telling: _Telling) -> bool:
    count = len(telling.names)
    value, pairs = tau(telling.names, telling.order)
    every = [event.name for _, event in telling.every]
    return (
        value == 1.0
        and pairs >= _KNOWN * count * (count - 1) / 2
        and not jumps(every, telling.order)
    )


def _reverse(telling: _Telling) -> bool:
    for names in (telling.names, *telling.strands.values()):
        value, _ = tau(names, telling.order)
        if len(names) >= _FEWEST and value is not None and value <= _BACKWARDS:
            return True
    return False


def _out_of_order(telling: _Telling) -> bool:
    if _loop(telling) or _competing(telling):
        return False  # there it goes back because the time comes again
    names = [event.name for _, event in telling.every]
    return sum(jump.back for jump in jumps(names, telling.order)) >= _RETURNS


def _loop(telling: _Telling) -> bool:
    again = max((len(event.told) for event in telling.events), default=0)
    return again >= _AGAIN or (
        len(telling.strands) >= _AGAIN and telling.share(("scene", "repeated")) >= _SHARED
    )


def _frame(telling: _Telling) -> bool:
    first, last = telling.every[0][1].name, telling.every[-1][1].name
    order, names = telling.order, telling.names
    before = (order.earlier(first) & order.bits(names)).bit_count()
    return before >= _FRAMED * (len(names) - 1) and not order.before(last, first)


def _parallel(telling: _Telling) -> bool:
    strands = [one.strand for one, _ in telling.every if one.strand in telling.strands]
    turns = sum(one != other for one, other in pairwise(strands))
    return (
        len(telling.strands) > 1
        and turns >= _TURNS
        and not _loop(telling)
        and not _competing(telling)
    )


def _competing(telling: _Telling) -> bool:
    return len(telling.strands) > 1 and telling.share(("reported",)) >= _SHARED


_HOLDS: Final[Mapping[PlotStructure, Callable[[_Telling], bool]]] = {
    "linear": _linear,
    "reverse": _reverse,
    "out of order": _out_of_order,
    "loop": _loop,
    "frame": _frame,
    "parallel strands": _parallel,
    "competing accounts": _competing,
}
