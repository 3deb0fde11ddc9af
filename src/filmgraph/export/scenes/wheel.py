"""One entity in an iris, what is around it on the rim, and behind that what lies further off.

The two wings are columns bent to the rim, as in the picture of an entity: since the rows stand
evenly in y, labels cannot overlap.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import sqrt
from typing import Final, Literal, TypeAlias

from filmgraph.export.lettering import shown, spread, wrap
from filmgraph.export.scenes.columns import (
    Bunch,
    Row,
    Slot,
    column_height,
    fit,
    more_words,
    stacked,
)
from filmgraph.export.scenes.scene import (
    SIZES,
    Caption,
    Field,
    Item,
    Scene,
    Section,
    Spot,
    Style,
    Wire,
)
from filmgraph.export.scenes.wires import lead_path
from filmgraph.names import IRI

__all__ = ["INNER_WIDTH", "WIDE", "Behind", "Wheel", "wheel"]

Side: TypeAlias = Literal["left", "right"]

_WIDTH: Final = 1280
_HIGH: Final = 700
_LOW: Final = 420
_LOOSE: Final = 1.35
_MARGIN: Final = 20
_RIM: Final = 186
_TALL: Final = 190
_GAP: Final = 14
_OUTER: Final = 440
_COLUMN: Final = 300
_COLUMN_PAD: Final = 9
_COLUMN_GAP: Final = 12
_COLUMN_MARGIN: Final = 46
_TITLE: Final = 250
_WORDS: Final = (128, 74)
_MANY: Final = 8
_FEW: Final = 3
_UNEVEN: Final = 1.6
_WAY: Final[Mapping[Side, int]] = {"left": -1, "right": 1}
_PEOPLE: Final = ("person", "character", "organization", "series")

INNER_WIDTH: Final = 170
"""Of a label on the rim where something stands behind it."""
WIDE: Final = 330
"""Of one where nothing does."""


@dataclass(frozen=True, slots=True)
class Behind:
    """An entity further off, and what leads to it: of these, the first says where it stands."""

    row: Row
    depth: int
    parents: tuple[IRI, ...]


@dataclass(frozen=True, slots=True)
class Wheel:
    """What a wheel is made of.

    Attributes
    ----------
    title, subtitle : str
        Of the page.
    words : (str, str)
        What stands in the iris: a name, and facts under it.
    bunches : sequence of Bunch
        Around the centre.
    behind : sequence of Behind
        What matters most first.
    links : mapping of (IRI, IRI) to str
        What is linked besides with the centre, and the sentence that says so.
    reading : str
        What is read before anything is pointed at.
    more : str
        What was left out of the value itself.
    """

    title: str
    subtitle: str
    words: tuple[str, str]
    bunches: Sequence[Bunch]
    behind: Sequence[Behind] = ()
    links: Mapping[tuple[IRI, IRI], str] = field(default_factory=dict)
    reading: str = ""
    more: str = ""


def wheel(given: Wheel) -> Scene:
    """The picture of what is around something."""
    wings = _sides(given.bunches)
    need = max(map(column_height, wings.values())) * _LOOSE + 2 * _MARGIN
    height = _HIGH if given.behind else max(_LOW, min(need, _HIGH))
    stacks = {side: stacked(bunches, height, _MARGIN) for side, bunches in wings.items()}
    reach = max(
        (abs(slot.y - height / 2) + slot.height / 2 for slots in stacks.values() for slot in slots),
        default=0,
    )
    drawn = _Drawn(given, height, max(reach + _MARGIN, _TALL))
    drawn.x = _middle(given, drawn.width, stacks)
    for side, slots in stacks.items():
        drawn.add_wing(side, slots)
    for depth in range(2, drawn.deepest + 1):
        for side in stacks:
            drawn.add_column(side, depth)
    drawn.add_links()
    return drawn.scene()


def _middle(given: Wheel, width: float, stacks: Mapping[Side, Sequence[Slot]]) -> float:
    """x of the iris: moved towards a side where nothing stands."""
    need = width / 2 if given.behind else _RIM + 40 + WIDE
    left, right = (need if stacks[side] else _RIM + 40 for side in ("left", "right"))
    return (width + left - right) / 2


def _sides(bunches: Sequence[Bunch]) -> dict[Side, list[Bunch]]:
    """Which bunches stand left and which right: people left, the rest right, until it balances."""
    room = _HIGH - 2 * _MARGIN
    wings: dict[Side, list[Bunch]] = {"left": [], "right": []}
    for bunch in fit(bunches, 2 * room):
        people = len(bunches) == 1 or (bunch.rows and bunch.rows[0].entity.kind in _PEOPLE)
        wings["left" if people else "right"].append(bunch)
    more_left = column_height(wings["left"]) > column_height(wings["right"])
    heavy: Side = "left" if more_left else "right"
    light: Side = "right" if more_left else "left"
    while len(wings[heavy]) > 1 and _uneven(wings[heavy], wings[light], room):
        moved, rest = [*wings[light], wings[heavy][-1]], wings[heavy][:-1]
        if max(map(column_height, (moved, rest))) >= column_height(wings[heavy]):
            break
        wings[heavy], wings[light] = rest, moved
    _halve(wings[heavy], wings[light], left_first=heavy == "left")
    return {side: fit(wing, room) for side, wing in wings.items()}


def _uneven(heavy: Sequence[Bunch], light: Sequence[Bunch], room: float) -> bool:
    """Whether a side needs so much more than the other that its last bunch goes there."""
    height = column_height(heavy)
    return height > room or height > _UNEVEN * column_height(light)


def _halve(heavy: list[Bunch], light: list[Bunch], *, left_first: bool) -> None:
    """The largest bunch of the heavy side on both sides, where that balances them."""
    if not heavy:
        return
    largest = max(heavy, key=lambda bunch: len(bunch.drawn))
    drawn = largest.drawn
    each = sum(row.height for row in drawn) / len(drawn)
    moved = int((column_height(heavy) - column_height(light)) / 2 / each)
    if len(drawn) < _MANY or moved < _FEW:
        return
    keep = len(drawn) - moved if left_first else moved
    first = replace(largest, rows=largest.rows[:keep], more=0, cut=0)
    second = replace(largest, rows=largest.rows[keep:])
    heavy[heavy.index(largest)] = first if left_first else second
    light.append(second if left_first else first)


class _Drawn:
    """A wheel, while it is being drawn."""

    def __init__(self, given: Wheel, height: float, tall: float) -> None:
        self.given = given
        self.height = height
        self.deepest = max((one.depth for one in given.behind), default=1)
        self.width = _WIDTH + 2 * _COLUMN * max(0, self.deepest - 2)
        self.x, self.y, self.tall = self.width / 2, height / 2, tall
        self.spots: list[Spot] = []
        self.wires: list[Wire] = []
        self.captions: list[Caption] = []
        self.arcs: list[tuple[str, str]] = []
        self.cut: list[str] = []
        self._at: dict[IRI, int] = {}
        self._place: dict[IRI, tuple[Side, int]] = {}

    def _add(self, spot: Spot, side: Side, depth: int) -> int:
        self.spots.append(spot)
        number = len(self.spots) - 1
        self._at[spot.entity.iri], self._place[spot.entity.iri] = number, (side, depth)
        return number

    def _rim(self, side: Side, y: float) -> float:
        """x of the rim at a height."""
        bent = sqrt(max(0.06, 1 - ((y - self.y) / self.tall) ** 2))
        return self.x + _WAY[side] * _RIM * bent

    def add_wing(self, side: Side, slots: Sequence[Slot]) -> None:
        """The rows of one side, bent to the rim."""
        stretch: dict[int, list[float]] = {}
        for slot in slots:
            x = self._rim(side, slot.y)
            bunch = slot.bunch
            if slot.row is None:
                text = bunch.head if slot.what == "head" else more_words(bunch)
                style: Style = "head" if slot.what == "head" else "more"
                kind = bunch.kind if slot.what == "head" else "soft"
                place = x + _WAY[side] * _GAP
                self.captions.append(Caption(text, style, kind, place, slot.y, side))
                if slot.what == "more":
                    self.cut.append(f"{bunch.head}: {text}" if bunch.head else text)
            else:
                row = slot.row
                spot = Spot(
                    row.entity, x, slot.y, row.label, side, hollow=row.hollow, says=row.says
                )
                number = self._add(spot, side, 1)
                self.wires.append(self._spoke(number, spot))
            if slot.what != "more":
                stretch.setdefault(id(bunch), [slot.y, slot.y])[1] = slot.y
        kinds = {id(slot.bunch): slot.bunch.kind for slot in slots}
        for key, (top, bottom) in stretch.items():
            self.arcs.append((kinds[key], self._arc(side, top, bottom)))

    def _arc(self, side: Side, top: float, bottom: float) -> str:
        """A stretch of the rim."""
        sweep = int(side == "right")
        return (
            f"M{self._rim(side, top):.1f} {top:.1f}A{_RIM} {self.tall:.1f} 0 0 {sweep} "
            f"{self._rim(side, bottom):.1f} {bottom:.1f}"
        )

    def _spoke(self, number: int, spot: Spot) -> Wire:
        """From the rim inwards; it fades out where the words in the iris begin."""
        slope = (spot.y - self.y) / self.tall
        side = 1 if spot.x > self.x else -1
        x = self.x + side * _WORDS[0] * sqrt(max(0.04, 1 - slope * slope))
        path = f"M{spot.x:.1f} {spot.y:.1f}L{x:.1f} {self.y + _WORDS[1] * slope:.1f}"
        return Wire((number, number), path, spot.kind, "spoke", says=spot.says)

    def add_column(self, side: Side, depth: int) -> None:
        """What lies so many steps off, each beside what leads to it."""
        members = [one for one in self.given.behind if one.depth == depth]
        found = [one for one in members if self._parent(one, side) is not None]
        height = {one.row.entity.iri: one.row.height - 6 + _COLUMN_PAD for one in found}
        room = self.height - 2 * _COLUMN_MARGIN
        filled = accumulate(height[one.row.entity.iri] for one in found)
        kept = found[: bisect_right(list(filled), room)]
        if not kept:
            return
        order = {one.row.entity.iri: i for i, one in enumerate(members)}
        kept.sort(key=lambda one: (self._parent_y(one, side), order[one.row.entity.iri]))
        sizes = [height[one.row.entity.iri] for one in kept]
        spare = min(8, (room - sum(sizes)) / len(kept))
        sizes = [size + spare for size in sizes]
        wanted = [self._parent_y(one, side) for one in kept]
        places = spread(wanted, sizes, _COLUMN_MARGIN, self.height - _COLUMN_MARGIN)
        x = self.x + _WAY[side] * (_OUTER + (depth - 2) * _COLUMN)
        for one, y in zip(kept, places, strict=True):
            row = one.row
            spot = Spot(row.entity, x, y, row.label, side, _COLUMN_GAP, says=row.says)
            self._add(spot, side, depth)
        for one in kept:
            self._lead(one, side)
        label_x = x + _WAY[side] * _COLUMN_GAP
        top, bottom = places[0] - sizes[0] / 2 - 10, places[-1] + sizes[-1] / 2 + 12
        self.captions.append(Caption(f"{depth} steps away", "head", "soft", label_x, top, side))
        if len(kept) < len(found):
            words = f"{len(found) - len(kept)} more"
            self.captions.append(Caption(words, "more", "soft", label_x, bottom, side))
            self.cut.append(f"{depth} steps away: {words}")

    def _parent(self, one: Behind, side: Side) -> int | None:
        """What it stands behind: the first that leads to it and is drawn, if on this side."""
        for parent in one.parents:
            if self._place.get(parent, ("", 0))[1] == one.depth - 1:
                return self._at[parent] if self._place[parent][0] == side else None
        return None

    def _parent_y(self, one: Behind, side: Side) -> float:
        parent = self._parent(one, side)
        return self.spots[parent].y if parent is not None else self.y

    def _lead(self, one: Behind, side: Side) -> None:
        """The wires to it: straight past the labels in their way, then one curve."""
        own = self._at[one.row.entity.iri]
        outer = self.spots[own]
        first = self._parent(one, side)
        beside = side, one.depth - 1
        column = [spot for spot in self.spots if self._place[spot.entity.iri] == beside]
        for iri in one.parents:
            number = self._at.get(iri)
            if number is None or self._place[iri] != beside:
                continue
            inner = self.spots[number]
            path = lead_path(inner, outer, column, _GAP)
            role: Literal["main", "further"] = "main" if number == first else "further"
            says = self._said(iri, outer.entity.iri)
            self.wires.append(Wire((number, own), path, _wire_kind(inner, outer), role, says=says))

    def _said(self, one: IRI, other: IRI) -> str:
        return self.given.links.get((one, other)) or self.given.links.get((other, one), "")

    def add_links(self) -> None:
        """What else is linked: seen when it is lit."""
        drawn = {frozenset(wire.ends) for wire in self.wires}
        for (one, other), says in self.given.links.items():
            if one not in self._at or other not in self._at:
                continue
            ends = self._at[one], self._at[other]
            if frozenset(ends) not in drawn:
                drawn.add(frozenset(ends))
                a, b = self.spots[ends[0]], self.spots[ends[1]]
                path = (
                    f"M{a.x:.1f} {a.y:.1f}Q{self.x:.1f} {(a.y + b.y) / 2:.1f} {b.x:.1f} {b.y:.1f}"
                )
                self.wires.append(Wire(ends, path, _wire_kind(a, b), "hidden", says=says))

    def scene(self) -> Scene:
        """What was drawn."""
        given = self.given
        box = self.x - _RIM, self.y - self.tall, self.x + _RIM, self.y + self.tall
        undrawn = sum(one.row.entity.iri not in self._at for one in given.behind)
        if undrawn and not any("steps away" in words for words in self.cut):
            self.cut.append(f"{undrawn} further off")
        order = {"hidden": 0, "further": 1, "spoke": 2, "main": 3}
        return Scene(
            title=given.title,
            subtitle=given.subtitle,
            width=self.width,
            height=max(self.height, 2 * self.tall + 2),
            spots=tuple(self.spots),
            wires=tuple(sorted(self.wires, key=lambda wire: order[wire.role])),
            captions=(*self.captions, *_iris_words(given, self.x, self.y)),
            fields=(Field(box, arcs=tuple(self.arcs)),),
            sections=tuple(_sections(given)),
            reading=given.reading,
            cut=" · ".join(filter(None, (*self.cut, given.more))),
            fade=(self.x, self.y, _RIM, self.tall),
        )


def _wire_kind(a: Spot, b: Spot) -> str:
    return a.kind if b.entity.kind == "film" else b.kind


def _iris_words(given: Wheel, x: float, y: float) -> list[Caption]:
    """The name in the iris, and what is said under it."""
    words, facts = given.words
    named = wrap(shown(words), SIZES["title"], _TITLE, strong=True, most=5)
    under = wrap(shown(facts), SIZES["fact"], _TITLE, most=3) if facts else ()
    top = y - (len(named) * 32 + len(under) * 19) / 2 + 16
    made = [
        Caption(line, "title", "ink", x, top + 32 * i, "middle") for i, line in enumerate(named)
    ]
    top += 32 * len(named) - 6
    made += [
        Caption(line, "fact", "soft", x, top + 19 * i, "middle") for i, line in enumerate(under)
    ]
    return made


def _sections(given: Wheel) -> Iterator[Section]:
    for bunch in given.bunches:
        more = (
            f"{bunch.more:,} more {bunch.noun(bunch.more)}, not in this file" if bunch.more else ""
        )
        yield Section(bunch.head, tuple(map(_item, bunch.rows)), more)
    for depth in sorted({one.depth for one in given.behind}):
        rows = [one.row for one in given.behind if one.depth == depth]
        yield Section(f"{depth} steps away", tuple(map(_item, rows)))


def _item(row: Row) -> Item:
    return Item(row.entity, "", row.note, row.sources, said=row.said)
