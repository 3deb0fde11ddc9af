"""Numbers for the places in an order, of which some are hidden (docs/decisions/0010).

A number must not count what its viewer may not see.  What may be seen first is numbered 1, 2, 3;
what may be seen later lies between, as 2.1, 2.2.  So each number depends on nothing that is more
hidden than itself, and together they are in order at every level.
"""

from collections.abc import Mapping, Sequence

__all__ = ["numbers"]


def numbers(ranks: Mapping[int, int]) -> dict[int, str]:
    """The number that each place of an order is written with.

    Parameters
    ----------
    ranks : mapping of int to int
        Place in the order: the rank of the level from which on it may be seen.

    Returns
    -------
    dict of int to str
        Place: its number, greater than 0.

    Examples
    --------
    >>> numbers({10: 1, 20: 1, 30: 1})
    {10: '1', 20: '2', 30: '3'}
    >>> numbers({10: 2, 20: 1, 30: 2, 40: 2, 50: 1})
    {10: '0.1', 20: '1', 30: '1.1', 40: '1.2', 50: '2'}
    """
    found: dict[int, str] = {}
    _number(sorted(ranks), ranks, "", found)
    return {place: found[place] for place in ranks}


def _number(
    places: Sequence[int], ranks: Mapping[int, int], start: str, found: dict[int, str]
) -> None:
    """Number some places in a row, all between two that are numbered already."""
    if not places:
        return
    lowest = min(ranks[place] for place in places)
    gaps: list[list[int]] = [[]]
    for place in places:
        if ranks[place] > lowest:
            gaps[-1].append(place)
        else:
            gaps.append([place])
    # As many digits for each, so that 10 does not come before 2 behind the point.
    width = len(str(len(gaps) - 1)) if start else 1
    for count, gap in enumerate(gaps):
        digits = f"{start}{count:0{width}}"
        if count:
            found[gap.pop(0)] = digits.rstrip("0") if start else digits
        _number(gap, ranks, digits if start else f"{digits}.", found)
