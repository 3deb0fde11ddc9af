"""Two orders of the same events: as the film tells them, and as they happen in the story.

The first is total: each telling has its place.  The second is partial: what nobody knows is not
invented.  An event is before another where a number says so, where a statement says so, or where
a chain of these does; it is with another where both are said to happen at the same time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TypeAlias

from filmgraph.record import FilmRecord, TellingMode

__all__ = ["Happening", "StoryOrder", "Told", "happenings", "story_order", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """Where and how the film tells an event.

    Attributes
    ----------
    index : float
        Its place among the tellings: the smaller is told first.
    mode : str
        `scene`, `flashback`, …
    strand : str
        The strand of the story that it belongs to; empty where there is one only.
    """

    index: float
    mode: TellingMode = "scene"
    strand: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as far as its orders are concerned.

    Attributes
    ----------
    name : str
        What it is called here: an id, or an IRI.
    told : tuple of Told
    number : float, optional
        Its place in the story, where it has one: the smaller happens first.
    after, during : tuple of str
        Names of events that it happens after, and at the same time as.
    """

    name: str
    told: tuple[Told, ...] = ()
    number: float | None = None
    after: tuple[str, ...] = ()
    during: tuple[str, ...] = ()


def happenings(record: FilmRecord) -> tuple[Happening, ...]:
    """The events of a film record.

    Examples
    --------
    >>> from filmgraph.record import Event, Telling
    >>> event = Event(id="hunt", what="He hunts.", tellings=(Telling(index=1),))
    >>> happenings(FilmRecord(key="m", title="Memento", events=(event,)))[0].told[0].index
    1
    """
    return tuple(
        Happening(
            event.id,
            tuple(Told(one.index, one.mode, one.strand or "") for one in event.tellings),
            event.story_order,
            event.after,
            event.during,
        )
        for event in record.events
    )


def told(events: Iterable[Happening]) -> list[tuple[Told, Happening]]:
    """Every telling with its event, in the order of the film.

    Examples
    --------
    >>> events = (Happening("a", (Told(2),)), Happening("b", (Told(1), Told(3))))
    >>> [event.name for _, event in told(events)]
    ['b', 'a', 'b']
    """
    every = ((one, event) for event in events for one in event.told)
    return sorted(every, key=lambda pair: (pair[0].index, pair[1].name))


@dataclass(frozen=True, slots=True)
class StoryOrder:
    """What is known of the order in which events happen.

    Attributes
    ----------
    rank : mapping of str to int
        Event: its place in the story, counted from 1, of those that are before or after any
        other.  Events of one rank need not happen at the same time.
    contradictions : tuple of (str, str)
        Pairs of which each is said to be before the other; neither is, then.
    """

    rank: Mapping[str, int]
    contradictions: tuple[tuple[str, str], ...] = ()
    _bit: Mapping[str, int] = field(default_factory=dict, repr=False)
    _later: Mapping[str, int] = field(default_factory=dict, repr=False)
    _earlier: Mapping[str, int] = field(default_factory=dict, repr=False)

    def before(self, one: str, other: str) -> bool:
        """Whether an event is known to happen before another.

        Examples
        --------
        >>> order = story_order([Happening("a"), Happening("b", after=("a",))])
        >>> order.before("a", "b"), order.before("b", "a")
        (True, False)
        """
        return bool(self._later[one] & self._bit[other])

    def later(self, name: str) -> int:
        """The events that happen after one, as the bits of a number (see `bits`)."""
        return self._later[name]

    def earlier(self, name: str) -> int:
        """The events that happen before one, as the bits of a number (see `bits`)."""
        return self._earlier[name]

    def bits(self, names: Iterable[str]) -> int:
        """Some events as the bits of a number: a set that is quick to join and to cut."""
        found = 0
        for name in names:
            found |= self._bit[name]
        return found


def story_order(events: Iterable[Happening]) -> StoryOrder:
    """What some events say of their order in the story.

    Events that are said to be before each other in a circle count as one: which of them is first
    is not known.

    Examples
    --------
    >>> order = story_order([
    ...     Happening("loss"), Happening("hunt", after=("loss",)), Happening("somewhen"),
    ... ])
    >>> order.rank["loss"], order.rank["hunt"], "somewhen" in order.rank
    (1, 2, False)
    """
    listed = sorted({event.name: event for event in events}.values(), key=lambda one: one.name)
    heads = _Heads(listed)
    links = _without_circles(listed, heads)
    group = {event.name: heads[event.name] for event in listed}
    groups = sorted(set(group.values()))
    bit = {event.name: 1 << place for place, event in enumerate(listed)}
    members = dict.fromkeys(groups, 0)
    for name, head in group.items():
        members[head] |= bit[name]
    ranks, later, earlier = _ranked(members, links)
    linked = {end for link in links for end in link}
    return StoryOrder(
        {name: ranks[head] for name, head in group.items() if head in linked},
        _against(listed, group),
        bit,
        {name: later[head] for name, head in group.items()},
        {name: earlier[head] for name, head in group.items()},
    )


class _Heads:
    """Events that happen at the same time: each goes by the first of them (a disjoint set)."""

    def __init__(self, events: Sequence[Happening]) -> None:
        self._head = {event.name: event.name for event in events}
        numbered: dict[float, str] = {}
        for event in events:
            for other in event.during:
                self.join(event.name, other)
            if event.number is not None:
                self.join(event.name, numbered.setdefault(event.number, event.name))

    def __contains__(self, name: str) -> bool:
        return name in self._head

    def __getitem__(self, name: str) -> str:
        while self._head[name] != name:
            self._head[name] = self._head[self._head[name]]
            name = self._head[name]
        return name

    def join(self, one: str, other: str) -> None:
        if other in self._head:
            first, second = sorted((self[one], self[other]))
            self._head[second] = first


def _links(events: Sequence[Happening], heads: _Heads) -> set[tuple[str, str]]:
    """Pairs of groups of which the first is said to be before the second."""
    links = {
        (heads[before], heads[event.name])
        for event in events
        for before in event.after
        if before in heads
    }
    numbers = sorted({(e.number, heads[e.name]) for e in events if e.number is not None})
    links.update((one, other) for (_, one), (_, other) in pairwise(numbers))
    return links


def _without_circles(events: Sequence[Happening], heads: _Heads) -> set[tuple[str, str]]:
    """The links between groups, once each circle is made one group."""
    while True:
        links = {(one, other) for one, other in _links(events, heads) if one != other}
        before: dict[str, set[str]] = {}
        for one, other in sorted(links):
            before.setdefault(other, set()).add(one)
        try:
            TopologicalSorter(before).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            for name in circle:
                heads.join(circle[0], name)
        else:
            return links


_Bits: TypeAlias = dict[str, int]


def _ranked(
    members: Mapping[str, int], links: Iterable[tuple[str, str]]
) -> tuple[dict[str, int], _Bits, _Bits]:
    """The rank of each group, and the bits of the events after it and before it."""
    before: dict[str, list[str]] = {name: [] for name in members}
    for one, other in sorted(links):
        before[other].append(one)
    order = list(TopologicalSorter(before).static_order())
    rank: dict[str, int] = {}
    later, earlier = dict.fromkeys(members, 0), dict.fromkeys(members, 0)
    for name in order:
        rank[name] = 1 + max((rank[one] for one in before[name]), default=0)
        for one in before[name]:
            earlier[name] |= earlier[one] | members[one]
    for name in reversed(order):
        for one in before[name]:
            later[one] |= later[name] | members[name]
    return rank, later, earlier


def _against(events: Sequence[Happening], group: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs said to follow each other in a circle, or to be before what is at the same time."""
    return tuple(
        sorted(
            (before, event.name)
            for event in events
            for before in event.after
            if before in group and group[before] == group[event.name]
        )
    )
