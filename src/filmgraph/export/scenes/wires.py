"""The paths of wires, and the places of the words on them."""

from collections.abc import Iterable, Sequence
from typing import Final

from filmgraph.export.lettering import wrap
from filmgraph.export.scenes.scene import SIZES, Box, Spot, Word, boxes_meet

__all__ = ["Curve", "lead_path", "place_word"]

_NARROWEST: Final = 64


class Curve:
    """A curve that leaves and arrives level: from one place to another on its right.

    Examples
    --------
    >>> curve = Curve(0, 0, 100, 40)
    >>> curve.at(0.5)
    (50.0, 20.0)
    >>> curve.path
    'M0.0 0.0C50.0 0.0 50.0 40.0 100.0 40.0'
    """

    def __init__(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._ends = (x1, y1, x2, y2)

    @property
    def path(self) -> str:
        """As SVG writes it."""
        x1, y1, x2, y2 = self._ends
        middle = (x1 + x2) / 2
        return f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"

    @property
    def onwards(self) -> str:
        """From where a wire already is: level to the start of the curve, then along it."""
        return f"H{self._ends[0]:.1f}C{self.path.partition('C')[2]}"

    def at(self, t: float) -> tuple[float, float]:
        """The point at t: 0 its start, 1 its end."""
        x1, y1, x2, y2 = self._ends
        near, far = 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t
        x = (1 - t) ** 3 * x1 + (near + far) * (x1 + x2) / 2 + t**3 * x2
        return x, ((1 - t) ** 3 + near) * y1 + (far + t**3) * y2

    @property
    def room(self) -> float:
        """How wide words on it may be."""
        return max(abs(self._ends[2] - self._ends[0]) - 20, _NARROWEST)


def place_word(
    words: str, curve: Curve, taken: Sequence[Box], places: Iterable[float]
) -> Word | None:
    """Words on a curve, at the first of some places where they cover nothing; None if none is free.

    Examples
    --------
    >>> place_word("directed", Curve(0, 0, 100, 0), [(40, -5, 60, 5)], (0.5,)) is None
    True
    """
    lines = wrap(words, SIZES["word"], curve.room, most=3)
    for place in places:
        word = Word(lines, *curve.at(place))
        if not any(boxes_meet(word.box, box) for box in taken):
            return word
    return None


def lead_path(start: Spot, end: Spot, column: Iterable[Spot], gap: float = 14) -> str:
    """From the outer end of a label to a spot: straight past the labels in the way, then curved.

    Parameters
    ----------
    start, end : Spot
    column : iterable of Spot
        What stands above and below the start.
    gap : float
        How near to the wire a label is in its way.
    """
    way = 1 if end.x > start.x else -1
    low, high = sorted((start.y, end.y))
    passed = [spot.end for spot in column if low - gap < spot.y < high + gap]
    lead = max(passed, default=start.end) if way > 0 else min(passed, default=start.end)
    curve = Curve(lead, start.y, end.x - way * 9, end.y)
    return f"M{start.end:.1f} {start.y:.1f}{curve.onwards}"
