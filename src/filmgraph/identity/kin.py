"""Groups of characters that links make one, the surest links first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from filmgraph.names import IRI

__all__ = ["Link", "connect"]


class Link(NamedTuple):
    """That two characters are one, and why; links sort by how much is behind them.

    `rank` is the place of the level from which on it may be seen, `weak` whether the name that
    they share is another name of the second.
    """

    rank: int
    weak: bool
    one: IRI
    other: IRI
    reason: str


def connect(links: Iterable[Link], films: Mapping[IRI, IRI]) -> list[list[Link]]:
    """Groups of links that make characters one, each a tree.

    A link that would make two characters of one film one is left out.

    Parameters
    ----------
    links : iterable of Link
    films : mapping of IRI to IRI
        The film of each character.

    Returns
    -------
    list of list of Link
        The groups, sorted by the first of their characters; what may be seen first comes first,
        so that on the way from one to another no link is of a later level than need be.

    Examples
    --------
    >>> films = {IRI("a"): IRI("A"), IRI("b"): IRI("B"), IRI("c"): IRI("B")}
    >>> links = [Link(0, weak, IRI("a"), IRI(to), "") for weak, to in ((False, "b"), (True, "c"))]
    >>> [[(link.one, link.other) for link in group] for group in connect(links, films)]
    [[('a', 'b')]]
    """
    head: dict[IRI, IRI] = {}
    within: dict[IRI, set[IRI]] = {}
    taken: list[Link] = []

    def top(one: IRI) -> IRI:
        while (above := head.get(one, one)) != one:
            head[one] = head.get(above, above)
            one = head[one]
        return one

    for link in sorted(links):
        first, second = sorted((top(link.one), top(link.other)))
        mine = within.setdefault(first, {films[first]})
        others = within.setdefault(second, {films[second]})
        if first != second and mine.isdisjoint(others):
            head[second] = first
            mine |= others
            taken.append(link)
    groups: dict[IRI, list[Link]] = {}
    for link in taken:
        groups.setdefault(top(link.one), []).append(link)
    return [groups[one] for one in sorted(groups)]
