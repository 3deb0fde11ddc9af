"""How far the telling leaves the story's order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from filmgraph.narrative.orders import Happening, StoryOrder, story_order, told

__all__ = ["Jump", "Nonlinearity", "jumps", "nonlinearity", "tau"]


@dataclass(frozen=True, slots=True)
class Jump:
    """A place at which the telling leaves the story's order.

    Attributes
    ----------
    before, after : str
        The events that are told one after the other.
    back : bool
        Whether it goes back in the story; else it leaps ahead of something that is told later.
    """

    before: str
    after: str
    back: bool


@dataclass(frozen=True, slots=True)
class Nonlinearity:
    """How far the telling leaves the story's order.

    Attributes
    ----------
    tau : float, optional
        Kendall's tau of the two orders over the pairs of which it is known which happens first:
        1 in order, -1 in reverse; None where no pair is known.
    pairs : int
        How many pairs that are.
    jumps : int
        How often the telling goes back, or leaps ahead of something that is told later.
    tellings : int
    """

    tau: float | None
    pairs: int
    jumps: int
    tellings: int


def nonlinearity(events: Iterable[Happening]) -> Nonlinearity:
    """How far some events are told out of their order.

    Each event counts where it is first told, as it is when the viewer first hears of it.

    Examples
    --------
    >>> from filmgraph.narrative.orders import Told
    >>> events = [Happening("a", (Told(2),), 1), Happening("b", (Told(1),), 2)]
    >>> nonlinearity(events)
    Nonlinearity(tau=-1.0, pairs=1, jumps=1, tellings=2)
    """
    events = list(events)
    order = story_order(events)
    first = _first_told(events)
    value, pairs = tau(first, order)
    every = [event.name for _, event in told(events)]
    return Nonlinearity(value, pairs, len(jumps(every, order)), len(every))


def _first_told(events: Sequence[Happening]) -> list[str]:
    return list(dict.fromkeys(event.name for _, event in told(events)))


def tau(names: Sequence[str], order: StoryOrder) -> tuple[float | None, int]:
    """Kendall's tau of a sequence of events against the story's order.

    (pairs in the story's order - pairs against it) / pairs of which it is known.  M. G. Kendall,
    A New Measure of Rank Correlation (1938); a partial order leaves pairs out, as ties do.

    Returns
    -------
    float or None, int
        The value, and the number of pairs that are known.
    """
    along = against = 0
    rest = order.bits(names)
    for name in names:
        rest &= ~order.bits((name,))
        along += (order.later(name) & rest).bit_count()
        against += (order.earlier(name) & rest).bit_count()
    pairs = along + against
    return ((along - against) / pairs if pairs else None), pairs


def jumps(names: Sequence[str], order: StoryOrder) -> list[Jump]:
    """Where a sequence of events leaves the story's order.

    From one to the next it goes back where the next happens before it, and leaps ahead where
    something that is told only later lies between the two.
    """
    found = []
    unheard = order.bits(names)
    for one, other in pairwise(names):
        unheard &= ~order.bits((one, other))
        if order.before(other, one):
            found.append(Jump(one, other, back=True))
        elif order.later(one) & order.earlier(other) & unheard:
            found.append(Jump(one, other, back=False))
    return found
