"""Columns of groups: rows under heads, cut to the room there is, and placed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from filmgraph.export.look import kind_look
from filmgraph.export.scenes.scene import Label
from filmgraph.values import Entity, noun

__all__ = [
    "Bunch",
    "Row",
    "Slot",
    "column_height",
    "fit",
    "more_words",
    "rows_of",
    "stacked",
]

_HEAD: Final = 24
_MORE: Final = 22
_PAD: Final = 6
_KEEP: Final = 3
_STRETCH: Final = 1.5


@dataclass(frozen=True, slots=True)
class Row:
    """An entity that stands in a column.

    Attributes
    ----------
    entity : Entity
    label : Label
    note : str
        What stands behind its name in the list.
    hollow : bool
    says : str
        What is read when one points at it.
    sources : str
    said : tuple of str
        Sentences under it in the list.
    """

    entity: Entity
    label: Label
    note: str = ""
    hollow: bool = False
    says: str = ""
    sources: str = ""
    said: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """What it needs at least."""
        return sum(line.height for line in self.label) + _PAD


@dataclass(frozen=True, slots=True)
class Bunch:
    """Rows under one head.

    Attributes
    ----------
    head : str
    rows : tuple of Row
        What matters most first.
    more : int
        How many more there are that stand nowhere.
    cut : int
        How many of the rows are not drawn: the last ones.
    """

    head: str
    rows: tuple[Row, ...]
    more: int = 0
    cut: int = 0

    @property
    def kind(self) -> str:
        """The name of its colour."""
        return kind_look(self.rows[0].entity.kind).colour if self.rows else "soft"

    @property
    def drawn(self) -> tuple[Row, ...]:
        """The rows that are drawn."""
        return self.rows[: len(self.rows) - self.cut]

    @property
    def hidden(self) -> int:
        """How many are not drawn."""
        return self.cut + self.more

    def noun(self, count: int) -> str:
        """What its rows are: `film`, `films`."""
        kinds = {row.entity.kind for row in self.rows}
        return noun(kinds.pop() if len(kinds) == 1 else "", count)


def more_words(bunch: Bunch) -> str:
    """How many of a bunch are not drawn: `12 more films`."""
    return f"{bunch.hidden:,} more {bunch.noun(bunch.hidden)}"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a column: of a head, of a row, or of how many more there are."""

    what: Literal["head", "row", "more"]
    bunch: Bunch
    height: float
    row: Row | None = None
    y: float = 0.0


def rows_of(bunches: Sequence[Bunch]) -> list[Slot]:
    """The slots of a column from top to bottom, not yet placed."""
    slots: list[Slot] = []
    for bunch in bunches:
        if bunch.head:
            slots.append(Slot("head", bunch, _HEAD))
        slots += [Slot("row", bunch, row.height, row) for row in bunch.drawn]
        if bunch.hidden:
            slots.append(Slot("more", bunch, _MORE))
    return slots


def column_height(bunches: Sequence[Bunch]) -> float:
    """What a column needs at least."""
    return sum(slot.height for slot in rows_of(bunches))


def fit(bunches: Sequence[Bunch], room: float) -> list[Bunch]:
    """The bunches with rows cut off the largest until the column is no higher than the room.

    A bunch of which three are left is cut no further, so a column of many may stay higher.
    """
    fitted = list(bunches)
    sizes = [len(bunch.drawn) for bunch in fitted]
    height = column_height(fitted)
    while height > room:
        largest = max(range(len(fitted)), key=lambda i: (sizes[i], i))
        if sizes[largest] <= _KEEP:
            break
        bunch = fitted[largest]
        sizes[largest] -= 1
        height += (0 if bunch.hidden else _MORE) - bunch.rows[sizes[largest]].height
        fitted[largest] = replace(bunch, cut=bunch.cut + 1)
    return fitted


def stacked(bunches: Sequence[Bunch], height: float, margin: float) -> list[Slot]:
    """The slots one under another around the middle, loosened to fill the height."""
    slots = rows_of(bunches)
    total = sum(slot.height for slot in slots)
    if not total:
        return []
    looser = max(1.0, min(_STRETCH, (height - 2 * margin) / total))
    sizes = [slot.height * (1 if slot.what == "head" else looser) for slot in slots]
    top = height / 2 - sum(sizes) / 2
    placed = []
    for slot, size in zip(slots, sizes, strict=True):
        placed.append(replace(slot, y=top + size / 2 + (4 if slot.what == "head" else 0)))
        top += size
    return placed
