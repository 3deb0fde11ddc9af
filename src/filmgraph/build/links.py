"""Links that lie in a circle, found in time linear in the number of links."""

from collections.abc import Iterable, Iterator

__all__ = ["in_circles"]


def in_circles(links: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The links from which links lead back to their start.

    Examples
    --------
    >>> sorted(in_circles([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d")]))
    [('b', 'c'), ('c', 'b'), ('d', 'd')]
    """
    known = set(links)
    later: dict[str, list[str]] = {}
    for one, other in sorted(known):
        later.setdefault(one, []).append(other)
        later.setdefault(other, [])
    part = {name: number for number, names in enumerate(_parts(later)) for name in names}
    return {(one, other) for one, other in known if part[one] == part[other]}


def _parts(later: dict[str, list[str]]) -> Iterator[list[str]]:
    """The strongly connected parts, after Tarjan (1972), without calls in calls.

    Each thing has the number of its turn, and the lowest turn that is reached from it.
    """
    turn: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    done: set[str] = set()
    for start, first in later.items():
        way = [] if start in turn else [(start, iter(first))]
        while way:
            name, others = way[-1]
            if name not in turn:
                turn[name] = lowest[name] = len(turn)
                waiting.append(name)
            other = next(others, None)
            if other is None:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[name])
                if lowest[name] == turn[name]:
                    part = _taken(waiting, name)
                    done.update(part)
                    yield part
            elif other not in turn:
                way.append((other, iter(later[other])))
            elif other not in done:
                lowest[name] = min(lowest[name], turn[other])


def _taken(waiting: list[str], name: str) -> list[str]:
    """What waits from a name on; it is taken away."""
    part = [waiting.pop()]
    while part[-1] != name:
        part.append(waiting.pop())
    return part
