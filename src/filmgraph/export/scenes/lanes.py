"""Paths as lanes: the start on the left, the end on the right, the word of each step on its curve.

Lanes of one length stand side by side, those that share an entity next to each other, the
shortest in the middle: so curves fan out from both ends without crossing.  Where neighbouring
lanes share an entity at the same step, they share its place.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from filmgraph.export.scenes.scene import (
    Item,
    Scene,
    Section,
    Spot,
    Wire,
    label_of,
)
from filmgraph.export.scenes.telling import (
    also,
    colour_of,
    name,
    path_sentence,
    sentence,
    source_words,
    wording,
)
from filmgraph.export.scenes.wires import Curve, place_word
from filmgraph.values import Entity, Path, Paths, Step

__all__ = ["path_scene", "paths_scene"]

_MOST: Final = 5
"""Lanes in a picture."""

_WIDTH: Final = 1280
_SIDE: Final = 208
_STEP: Final = 140
_GAP: Final = 150
_ROOM: Final = 600
_MARGIN: Final = 76
_SHORT: Final = 300
_LABEL: Final = 0.74
_END_SIZE: Final = 1.5
_FROM_SHAPE: Final = 12
_PLACES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)


class _Lanes:
    """Places of the entities of some paths, while they are being found."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = _ordered(paths)
        count, longest = len(self.paths), max((len(path) for path in self.paths), default=1)
        gap = min(_GAP, _ROOM / (count - 1)) if count > 1 else 0
        self.width = max(_WIDTH, 2 * _SIDE + longest * _STEP)
        self.height = max(_SHORT, (count - 1) * gap + 2 * _MARGIN)
        self.lanes = [self.height / 2 + (i - (count - 1) / 2) * gap for i in range(count)]
        self.spots: list[Spot] = []
        self.wires: dict[tuple[int, int], Step] = {}
        self._at: dict[tuple[int, int], int] = {}

    def x(self, step: int, steps: int) -> float:
        return _SIDE + (self.width - 2 * _SIDE) * step / steps

    def add_ends(self, start: Entity, end: Entity) -> None:
        y = self.height / 2
        first, last = (label_of(one, _SIDE - 36, style="end", most=6) for one in (start, end))
        self.spots = [
            Spot(start, _SIDE, y, first, "left", 16, _END_SIZE),
            Spot(end, self.width - _SIDE, y, last, "right", 16, _END_SIZE),
        ]

    def add_inner(self) -> None:
        for lane, path in enumerate(self.paths):
            for step, entity in enumerate(path.entities()[1:-1], 1):
                self._at[lane, step] = self._place(lane, step, entity)

    def _place(self, lane: int, step: int, entity: Entity) -> int:
        """The place of an entity: that of the lane above if it is the same there."""
        path = self.paths[lane]
        above = self.paths[lane - 1] if lane else ()
        if len(above) == len(path) and above[step - 1].end == entity:
            return self._at[lane - 1, step]
        shared = lane
        while shared + 1 < len(self.paths):
            below = self.paths[shared + 1]
            if len(below) != len(path) or below[step - 1].end != entity:
                break
            shared += 1
        wide = (self.width - 2 * _SIDE) / len(path)
        label = label_of(entity, max(_LABEL * wide, 84), most=6)
        y = (self.lanes[lane] + self.lanes[shared]) / 2
        self.spots.append(Spot(entity, self.x(step, len(path)), y, label, "below"))
        return len(self.spots) - 1

    def route(self, lane: int) -> tuple[tuple[int, int], ...]:
        """The spots of a lane's steps, two and two; its wires are noted."""
        path = self.paths[lane]
        inner = [self._at[lane, step] for step in range(1, len(path))]
        ends = tuple(pairwise((0, *inner, 1)))
        for pair, step in zip(ends, path, strict=True):
            self.wires.setdefault(pair, step)
        return ends


def path_scene(value: Path) -> Scene:
    """The picture of one path."""
    return _scene(value.start, value.end, (value,))


def paths_scene(value: Paths) -> Scene:
    """The picture of several paths: five are drawn, all are in the list."""
    more = "there may be more ways" if value.truncated else ""
    reason = " ".join(filter(None, ("There is no path that may be seen.", value.cut)))
    return _scene(value.start, value.end, value.paths, more=more, reason=reason)


def _scene(
    start: Entity, end: Entity, paths: Sequence[Path], *, more: str = "", reason: str = ""
) -> Scene:
    drawn = [path for path in paths if path.steps][:_MOST]
    found = _Lanes(drawn)
    found.add_ends(start, end)
    found.add_inner()
    routes = tuple(found.route(lane) for lane in range(len(drawn)))
    wires = _wires(found)
    first = path_sentence(paths[0]) if paths else ""
    if start == end:
        found.spots.pop()
        first = f"{name(start)} is one and the same."
    return Scene(
        title=f"{name(start)} to {name(end)}",
        subtitle=_lengths(paths),
        width=found.width,
        height=max(found.height, *(spot.box[3] + 12 for spot in found.spots)),
        spots=tuple(_saying(found, routes)),
        wires=wires,
        routes=routes,
        sections=_rails(paths),
        reading=first or reason,
        cut=_cut(len(paths), len(drawn), more),
    )


def _ordered(paths: Sequence[Path]) -> list[Path]:
    """The lanes from top to bottom: the longer ones above and below the shorter ones."""
    if not paths:
        return []
    shortest, *longer = sorted({len(path) for path in paths})
    middle = _alike([path for path in paths if len(path) == shortest])
    above: list[Path] = []
    below: list[Path] = []
    for length in longer:
        block = _alike([path for path in paths if len(path) == length])
        cut = _cut_at(block, len(above) - len(below))
        above, below = [*block[:cut], *above], [*below, *block[cut:]]
    return [*above, *middle, *below]


def _cut_at(block: Sequence[Path], more_above: int) -> int:
    """Where lanes of one length part: in the middle, but not between those that share places."""

    def cost(cut: int) -> tuple[int, int]:
        parted = (
            _shared(block[cut - 1].entities(), block[cut].entities()) if 0 < cut < len(block) else 0
        )
        return abs(more_above + cut - (len(block) - cut)) + 3 * parted, cut

    return min(range(len(block) + 1), key=cost)


def _alike(paths: Sequence[Path]) -> list[Path]:
    """Paths of one length, each next to the one it shares most with."""
    rest = list(paths)
    ordered = [rest.pop(0)]
    while rest:
        last = ordered[-1].entities()
        best = max(rest, key=lambda path: (_shared(last, path.entities()), -rest.index(path)))
        rest.remove(best)
        ordered.append(best)
    return ordered


def _shared(one: Sequence[Entity], other: Sequence[Entity]) -> int:
    return sum(a == b for a, b in zip(one[1:-1], other[1:-1], strict=True))


def _wires(found: _Lanes) -> tuple[Wire, ...]:
    taken = [spot.box for spot in found.spots]
    taken += [(spot.x - 9, spot.y - 9, spot.x + 9, spot.y + 9) for spot in found.spots]
    made = []
    for (one, other), step in found.wires.items():
        a, b = found.spots[one], found.spots[other]
        curve = Curve(a.x + _FROM_SHAPE, a.y, b.x - _FROM_SHAPE, b.y)
        more = len(also(step))
        words = f"{wording(step)} +{more}" if more else wording(step)
        # Words that find no free place stand on the middle all the same: a step is nothing without.
        word = place_word(words, curve, taken, _PLACES) or place_word(words, curve, (), _PLACES)
        if word is not None:
            taken.append(word.box)
        wire = Wire((one, other), curve.path, colour_of(step), word=word, says=sentence(step))
        made.append(wire)
    return tuple(made)


def _saying(found: _Lanes, routes: Sequence[Sequence[tuple[int, int]]]) -> list[Spot]:
    """The spots, each with the sentence of the first path that goes through it."""
    said: dict[int, str] = {}
    for path, route in zip(found.paths, routes, strict=True):
        for pair in route:
            for end in pair:
                said.setdefault(end, path_sentence(path))
    return [replace(spot, says=said.get(i, "")) for i, spot in enumerate(found.spots)]


def _lengths(paths: Sequence[Path]) -> str:
    if not paths:
        return "no path"
    few, many = min(map(len, paths)), max(map(len, paths))
    steps = f"{few} to {many} steps" if few != many else "1 step" if few == 1 else f"{few} steps"
    return steps if len(paths) == 1 else f"the {len(paths)} shortest ways, {steps}"


def _cut(count: int, drawn: int, more: str) -> str:
    rest = count - drawn
    below = f"{rest} more {'way' if rest == 1 else 'ways'} in the list below" if rest > 0 else ""
    return " · ".join(filter(None, (below, more)))


def _rails(paths: Sequence[Path]) -> tuple[Section, ...]:
    """Paths in words, one section each."""
    return tuple(
        Section(
            head="" if len(paths) == 1 else f"Way {number}",
            items=(Item(path.start), *map(_item, path)),
            chain=True,
        )
        for number, path in enumerate(paths, 1)
        if path.steps
    )


def _item(step: Step) -> Item:
    words = " and ".join((wording(step), *also(step)))
    said = step.edge.addition.strip() if step.edge.text else ""
    return Item(step.end, words, said, source_words(step), colour_of(step))
