"""What two entities share: the two on the sides, what they share between them, by its kind.

Where a film lies between one of the two and what they share, it stands in a column of its own,
and what is shared without one leads past that column through a gap in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from filmgraph.export.lettering import spread
from filmgraph.export.scenes.columns import (
    Bunch,
    Row,
    column_height,
    fit,
    more_words,
    stacked,
)
from filmgraph.export.scenes.scene import (
    Box,
    Caption,
    Item,
    Scene,
    Section,
    Spot,
    Wire,
    label_of,
)
from filmgraph.export.scenes.telling import colour_of, name, path_sentence, sentence, wording
from filmgraph.export.scenes.wires import Curve, lead_path, place_word
from filmgraph.names import IRI
from filmgraph.values import Common, Entity, Shared, Step, noun

__all__ = ["common_scene"]

_Side: TypeAlias = Literal["one", "other"]
_SIDES: Final[tuple[_Side, _Side]] = ("one", "other")

_HIGH: Final = 720
_LOW: Final = 300
_MARGIN: Final = 40
_LOOSE: Final = 1.5
_END: Final = 200
_END_SIZE: Final = 1.5
_NEAR: Final = 1280, 560, 200
"""Width, x of what is shared, width of its labels: where nothing lies between."""
_FAR: Final = 1440, 670, 170
"""The same where films lie between."""
_BETWEEN: Final[dict[_Side, float]] = {"one": 380, "other": 960}
_BETWEEN_WIDTH: Final = 150
_PAD: Final = 8
_PLACES: Final[dict[_Side, tuple[float, ...]]] = {
    "one": (0.78, 0.7, 0.86, 0.62, 0.54),
    "other": (0.22, 0.3, 0.14, 0.38, 0.46),
}
_FEW: Final = 3
_FROM_SHAPE: Final = 12


def common_scene(value: Common) -> Scene:
    """The picture of what two entities share."""
    drawn = _Drawn(value)
    drawn.add_shared()
    for side in _SIDES:
        drawn.add_between(side)
    drawn.add_wires()
    return drawn.scene()


@dataclass(frozen=True, slots=True)
class _Leg:
    """A step as it is drawn, between two spots; `gap` is the height at which it passes films."""

    ends: tuple[int, int]
    step: Step
    side: _Side
    outer: bool
    gap: float | None = None


class _Drawn:
    """The picture, while it is being drawn."""

    def __init__(self, value: Common) -> None:
        self.value = value
        self.far = any(len(way) > 1 for one in value.shared for way in (one.first, one.second))
        self.width, self.x, self.label = _FAR if self.far else _NEAR
        self.bunches = self._bunches()
        self.fitted = fit(self.bunches, _HIGH - 2 * _MARGIN)
        drawn = {row.entity.iri for bunch in self.fitted for row in bunch.drawn}
        self.shared = [one for one in value.shared if one.entity.iri in drawn]
        need = max(map(self._needed, _SIDES))
        loose = _LOOSE * column_height(self.fitted)
        self.height = max(_LOW, min(loose + 2 * _MARGIN, _HIGH), need + 2 * _MARGIN)
        first, last = (
            label_of(one, _END - 34, style="end", most=6) for one in (value.one, value.other)
        )
        x, middle = self.width - _END, self.height / 2
        self.spots = [
            Spot(value.one, _END, middle, first, "left", 16, _END_SIZE),
            Spot(value.other, x, middle, last, "right", 16, _END_SIZE),
        ]
        self.captions: list[Caption] = []
        self.numbers: dict[IRI, int] = {}
        self.between: dict[tuple[_Side, IRI], int] = {}
        self.gaps: dict[tuple[_Side, IRI], float] = {}
        self.wires: dict[tuple[int, int], Wire] = {}

    def _bunches(self) -> list[Bunch]:
        kinds: dict[str, list[Row]] = {}
        for one in self.value.shared:
            said = path_sentence(one.first), path_sentence(one.second)
            row = Row(one.entity, label_of(one.entity, self.label), says=" ".join(said), said=said)
            kinds.setdefault(one.entity.kind, []).append(row)
        return [Bunch(noun(kind, 2), tuple(rows)) for kind, rows in kinds.items()]

    def _films(self, side: _Side) -> dict[IRI, Entity]:
        return {step.end.iri: step.end for one in self.shared for step in _way(one, side)[:-1]}

    def _needed(self, side: _Side) -> float:
        """What the films of a side need in height."""
        return sum(_height(film) for film in self._films(side).values())

    def add_shared(self) -> None:
        """The column in the middle."""
        for slot in stacked(self.fitted, self.height, _MARGIN):
            if slot.row is not None:
                row = slot.row
                self.spots.append(Spot(row.entity, self.x, slot.y, row.label, says=row.says))
                self.numbers[row.entity.iri] = len(self.spots) - 1
            elif slot.what == "head":
                head = slot.bunch.head
                self.captions.append(Caption(head, "head", slot.bunch.kind, self.x + 14, slot.y))
            else:
                words = more_words(slot.bunch)
                self.captions.append(Caption(words, "more", "soft", self.x + 14, slot.y))

    def add_between(self, side: _Side) -> None:
        """The films on one side, each beside what it leads to, and gaps for what has none."""
        films = self._films(side)
        if not self.far:
            return
        wanted: dict[IRI | tuple[IRI], list[float]] = {}
        for one in self.shared:
            own, way = one.entity.iri, _way(one, side)
            y = self.spots[self.numbers[own]].y
            for step in way[:-1]:
                wanted.setdefault(step.end.iri, []).append(y)
            if len(way) == 1:
                wanted[own,] = [y]
        means = {key: sum(places) / len(places) for key, places in wanted.items()}
        order = sorted(means, key=lambda key: (means[key], str(key)))
        sizes = [_height(films[key]) if isinstance(key, str) else 2.0 * _PAD for key in order]
        low, high = _MARGIN, self.height - _MARGIN
        if sum(sizes) > high - low:
            low, high = 0, max(self.height, sum(sizes))
        places = spread([means[key] for key in order], sizes, low, high)
        for key, y in zip(order, places, strict=True):
            if isinstance(key, str):
                film = films[key]
                label = label_of(film, _BETWEEN_WIDTH)
                self.spots.append(Spot(film, _BETWEEN[side], y, label, says=name(film)))
                self.between[side, key] = len(self.spots) - 1
            else:
                self.gaps[side, key[0]] = y

    def _legs(self, one: Shared) -> Iterator[_Leg]:
        """How the two lead to something shared, step by step."""
        for side in _SIDES:
            here, way = _SIDES.index(side), _way(one, side)
            for place, step in enumerate(way, 1):
                last = place == len(way)
                own = self.numbers[one.entity.iri]
                there = own if last else self.between[side, step.end.iri]
                ends = (here, there) if side == "one" else (there, here)
                gap = self.gaps.get((side, one.entity.iri)) if len(way) == 1 else None
                yield _Leg(ends, step, side, outer=place == 1, gap=gap)
                here = there

    def add_wires(self) -> None:
        """All wires, with the words of those that leave the two, where there is room."""
        legs: dict[tuple[int, int], _Leg] = {}
        for one in self.shared:
            for leg in self._legs(one):
                legs.setdefault(leg.ends, leg)
        alike = {side: self._alike(side, legs.values()) for side in _SIDES}
        taken: list[Box] = [spot.box for spot in self.spots] + [one.box for one in self.captions]
        taken += [(spot.x - 9, spot.y - 8, spot.x + 9, spot.y + 8) for spot in self.spots]
        for leg in legs.values():
            curve, path = self._path(leg)
            word = None
            if leg.outer and not alike[leg.side]:
                word = place_word(wording(leg.step), curve, taken, _PLACES[leg.side])
            if word is not None:
                taken.append(word.box)
            kind, says = colour_of(leg.step), sentence(leg.step)
            self.wires[leg.ends] = Wire(leg.ends, path, kind, word=word, says=says, width=1.4)

    def _alike(self, side: _Side, legs: Iterable[_Leg]) -> bool:
        """Whether many wires of a side say the same, which is then said once over the films."""
        own = [leg for leg in legs if leg.outer and leg.side == side]
        words = {wording(leg.step) for leg in own}
        if not self.far or len(words) != 1 or len(own) <= _FEW:
            return False
        top = min(
            self.spots[number].box[1] for (of, _), number in self.between.items() if of == side
        )
        place = _BETWEEN[side] + 14, top - 12
        self.captions.append(Caption(words.pop(), "head", colour_of(own[0].step), *place))
        return True

    def _path(self, leg: _Leg) -> tuple[Curve, str]:
        """The curve that has the words of a wire, and its whole path."""
        left, right = (self.spots[end] for end in leg.ends)
        start, stop = left.x + _FROM_SHAPE, right.x - _FROM_SHAPE
        column = [spot for spot in self.spots[2:] if spot.x == left.x]
        inner = _BETWEEN[leg.side] - _FROM_SHAPE, _BETWEEN[leg.side] + _BETWEEN_WIDTH + 24
        if leg.gap is not None and leg.side == "one":
            curve = Curve(start, left.y, inner[0], leg.gap)
            return curve, curve.path + Curve(inner[1], leg.gap, stop, right.y).onwards
        if leg.gap is not None:
            curve = Curve(inner[1], leg.gap, stop, right.y)
            edge = max(spot.end for spot in column)
            first = Curve(edge, left.y, inner[0], leg.gap)
            return curve, f"M{left.end:.1f} {left.y:.1f}{first.onwards}{curve.onwards}"
        if leg.side == "one" and leg.outer:
            curve = Curve(start, left.y, stop, right.y)
            return curve, curve.path
        if leg.outer:
            curve = Curve(max(spot.end for spot in column), left.y, stop, right.y)
            return curve, f"M{left.end:.1f} {left.y:.1f}{curve.onwards}"
        return Curve(left.end, left.y, stop, right.y), lead_path(left, right, column)

    def scene(self) -> Scene:
        """What was drawn."""
        value = self.value
        both = f"{name(value.one)} and {name(value.other)}"
        more = value.total - len(value.shared)
        cut = [caption.text for caption in self.captions if caption.style == "more"]
        cut += [f"{more:,} more, not in this file"] if more else []
        bottom = max(spot.box[3] for spot in self.spots)
        return Scene(
            title=both,
            subtitle=f"{value.total:,} in common",
            width=self.width,
            height=max(self.height, bottom + 10),
            spots=tuple(self.spots),
            wires=tuple(self.wires.values()),
            captions=tuple(self.captions),
            routes=tuple(tuple(leg.ends for leg in self._legs(one)) for one in self.shared),
            sections=tuple(_section(bunch) for bunch in self.bunches),
            reading="" if value.shared else f"{both} have nothing in common that may be seen.",
            cut=" · ".join(cut),
        )


def _height(film: Entity) -> float:
    return sum(line.height for line in label_of(film, _BETWEEN_WIDTH)) + _PAD


def _way(shared: Shared, side: _Side) -> Sequence[Step]:
    return shared.first if side == "one" else shared.second


def _section(bunch: Bunch) -> Section:
    return Section(bunch.head, tuple(Item(row.entity, said=row.said) for row in bunch.rows))
