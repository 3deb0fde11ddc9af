"""Giving new IRIs: readable, told apart by what things are, never by a running number."""

from collections import Counter
from collections.abc import Callable

from filmgraph.names import BASE, IRI

__all__ = ["allocate"]

_TURNS = 100


def allocate(
    kind: str, count: int, candidate: Callable[[int, int], str | None], taken: set[IRI]
) -> list[IRI]:
    """New IRIs for `count` things of a kind, none of them taken, all different.

    Round by round each thing asks for a longer name.  Where two ask for the same, neither gets
    it, so the order of the things does not matter.

    Parameters
    ----------
    kind : str
    count : int
    candidate : callable
        (thing, round) -> last part of the IRI, or None to pass.  From some round on it must give
        every thing a name of its own.
    taken : set of IRI
        Not to be given; the new ones are added.

    Raises
    ------
    ValueError
        If two things ask for the same names round after round.

    Examples
    --------
    >>> names = [["hamlet", "hamlet-a"], ["hamlet", "hamlet-b"], ["alien"]]
    >>> given = allocate("film", 3, lambda thing, turn: names[thing][turn], set())
    >>> [iri.rpartition("/")[2] for iri in given]
    ['hamlet-a', 'hamlet-b', 'alien']
    """
    given: dict[int, IRI] = {}
    waiting = list(range(count))
    start = f"{BASE}{kind}/"
    turn = 0
    while waiting:
        wishes = [candidate(thing, turn) for thing in waiting]
        asked = Counter(wishes)
        for thing, wish in zip(waiting, wishes, strict=True):
            if wish is not None and asked[wish] == 1 and IRI(start + wish) not in taken:
                given[thing] = IRI(start + wish)
        taken.update(given[thing] for thing in waiting if thing in given)
        waiting = [thing for thing in waiting if thing not in given]
        turn += 1
        if turn > _TURNS:
            raise ValueError(f"Two things of kind {kind!r} ask for {wishes[0]!r} without end.")
    return [given[thing] for thing in range(count)]
