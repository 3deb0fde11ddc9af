"""The order of a story's events as a fan wrote it: what contradicts itself, and what follows.

All is linear in the number of events and of what is said of their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from filmgraph.curtain import LEVELS
from filmgraph.errors import shown
from filmgraph.intake.timeline.form import Faults

__all__ = ["Link", "Order", "check_order", "seen_order"]

_NAMED: Final = 8
"""How many events of a circle a message names."""
_CIRCLES: Final = 5
_STEPS: Final = 500_000
"""How far, over all events, is looked for what lies between two that happen together."""
_KEPT: Final = 50
"""How many events are put before one because what lay between is hidden."""


@dataclass(frozen=True, slots=True)
class Link:
    """That an event happens before another; `told` where only the order of the list says so."""

    before: str
    after: str
    line: int
    told: bool = False


@dataclass(slots=True)
class Order:
    """All that is said of the order of events.

    Attributes
    ----------
    lines : dict of str to int
        Event, in the order of the list: its line.
    links : list of Link
    together : list of (str, str, int)
        Two events that happen at the same time, and the line that says so.
    numbers : dict of str to int
        Event: its story order.
    ranks : dict of str to int
        Event: the rank of the level from which on it may be seen.
    """

    lines: dict[str, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    together: list[tuple[str, str, int]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)

    def earlier(self) -> dict[str, list[Link]]:
        """Event: the links from events before it."""
        found: dict[str, list[Link]] = {name: [] for name in self.lines}
        for link in self.links:
            found[link.after].append(link)
        return found


def check_order(order: Order, faults: Faults) -> list[str]:
    """Look for circles and contradictions.

    Returns
    -------
    list of str
        The events so that none comes before one that happens earlier; those of circles are left
        out.

    Examples
    --------
    >>> order = Order({"a": 1, "b": 5}, [Link("a", "b", 5), Link("b", "a", 1)])
    >>> faults = Faults()
    >>> check_order(order, faults)
    []
    >>> faults.found[0].message
    'These events come before each other in a circle: a, b, a.'
    """
    earlier = order.earlier()
    found = _sorted(order)
    if len(found) < len(order.lines):
        _name_circles(order, earlier, set(order.lines).difference(found), faults)
        return found
    _check_numbers(order, earlier, found, faults)
    _check_together(order, found, faults)
    return found


def _sorted(order: Order) -> list[str]:
    waits = dict.fromkeys(order.lines, 0)
    later: dict[str, list[str]] = {name: [] for name in order.lines}
    for link in order.links:
        waits[link.after] += 1
        later[link.before].append(link.after)
    free = [name for name, count in waits.items() if not count]
    for name in free:  # which grows while it is gone through
        for other in later[name]:
            waits[other] -= 1
            if not waits[other]:
                free.append(other)
    return free


def _name_circles(
    order: Order, earlier: Mapping[str, Sequence[Link]], left: set[str], faults: Faults
) -> None:
    """Name the first few circles among the events that wait for each other."""
    for _ in range(_CIRCLES):
        circle = _circle(order, earlier, left)
        if not circle:
            return
        names = [link.before for link in circle]
        first = min(range(len(names)), key=lambda place: order.lines[names[place]])
        names = names[first:] + names[:first]
        shown_names = names[:_NAMED] + (["…"] if len(names) > _NAMED else []) + names[:1]
        told = [link for link in circle if link.told]
        because = (
            f" (`told: in order` puts {told[0].after} after {told[0].before}, as it stands below "
            "it; a `when` or `told as` of its own says otherwise)"
            if told
            else ""
        )
        faults.add(
            order.lines[names[0]],
            f"These events come before each other in a circle: {', '.join(shown_names)}{because}.",
        )
        left = left.difference(names)


def _circle(order: Order, earlier: Mapping[str, Sequence[Link]], left: set[str]) -> list[Link]:
    """The links of a circle, or none: each event that is left may wait for another one."""
    done: set[str] = set()
    for start in order.lines:
        way: dict[str, Link | None] = {}
        name: str | None = start if start in left else None
        while name is not None and name not in done:
            if name in way:
                return _closed(way, name)
            way[name] = next((link for link in earlier[name] if link.before in left), None)
            link = way[name]
            name = None if link is None else link.before
        done.update(way)
    return []


def _closed(way: Mapping[str, Link | None], start: str) -> list[Link]:
    circle: list[Link] = []
    link = way[start]
    while link is not None and (not circle or link is not circle[0]):
        circle.append(link)
        link = way[link.before]
    return circle[::-1]


def _check_numbers(
    order: Order, earlier: Mapping[str, Sequence[Link]], found: Sequence[str], faults: Faults
) -> None:
    """Hold `when` against `story order`."""
    most: dict[str, str] = {}  # event: what has the highest number of it and those before it
    for name in found:
        best = name if name in order.numbers else ""
        for link in earlier[name]:
            other = most[link.before]
            if other and (not best or order.numbers[other] > order.numbers[best]):
                best = other
        if best != name and name in order.numbers:
            faults.add(
                order.lines[name],
                f"{shown(best)} happens before {shown(name)}, but its story order is "
                f"{order.numbers[best]:,} against {order.numbers[name]:,}.",
            )
        most[name] = best


def _check_together(order: Order, found: Sequence[str], faults: Faults) -> None:
    """Hold `with` against `story order`, `before` and `after`."""
    places = {name: place for place, name in enumerate(found)}
    later: dict[str, list[str]] = {name: [] for name in found}
    for link in order.links:
        later[link.before].append(link.after)
    steps = _STEPS
    for one, other, line in order.together:
        numbers = order.numbers.get(one), order.numbers.get(other)
        if None not in numbers and numbers[0] != numbers[1]:
            faults.add(
                line,
                f"{shown(one)} happens with {shown(other)}, but their story orders are "
                f"{numbers[0]:,} and {numbers[1]:,}.",
            )
            continue
        first, last = sorted((one, other), key=places.__getitem__)
        reached, used = _leads(first, last, later, places, steps)
        steps -= used
        if reached:
            faults.add(line, f"{shown(first)} cannot happen both with {shown(last)} and before it.")


def _leads(
    first: str,
    last: str,
    later: Mapping[str, Sequence[str]],
    places: Mapping[str, int],
    steps: int,
) -> tuple[bool, int]:
    """Whether an event is before another by links, and how many steps it took to know."""
    seen, ways, used = {first}, [first], 0
    while ways and used < steps:
        for name in later[ways.pop()]:
            used += 1
            if name == last:
                return True, used
            if name not in seen and places[name] < places[last]:
                seen.add(name)
                ways.append(name)
    return False, used


def seen_order(order: Order, found: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Event: the events said to happen earlier, as far as each viewer needs it.

    Where what lies between two events is hidden from a viewer who may see both, the first is put
    before the second outright.

    Examples
    --------
    >>> links = [Link("a", "twist", 2), Link("twist", "b", 3)]
    >>> order = Order({"a": 1, "twist": 2, "b": 3}, links, ranks={"a": 1, "twist": 2, "b": 1})
    >>> seen_order(order, ["a", "twist", "b"])
    {'a': (), 'twist': ('a',), 'b': ('twist', 'a')}
    """
    earlier = order.earlier()
    nearest: list[dict[str, list[str]]] = [{} for _ in LEVELS[:-1]]
    after: dict[str, dict[str, None]] = {}
    for name in found:
        direct = dict.fromkeys(link.before for link in earlier[name])
        after[name] = dict(direct)
        for rank, known in enumerate(nearest):
            found_here = list(dict.fromkeys(_seen(direct, order.ranks, rank, known)))
            # Many that come before a hidden event and many after it would make the square.
            known[name] = found_here if len(found_here) <= _KEPT else []
            if order.ranks[name] <= rank:
                after[name].update(dict.fromkeys(known[name]))
    return {name: tuple(after.get(name, ())) for name in order.lines}


def _seen(
    direct: Mapping[str, None],
    ranks: Mapping[str, int],
    rank: int,
    known: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    for other in direct:
        if ranks[other] <= rank:
            yield other
        else:
            yield from known[other]
