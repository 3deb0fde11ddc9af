"""Two films side by side, as two fields that overlap: what only one has, what both have.

What is of one sort stands at one height: who directed the one beside who directed the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import inf
from typing import Final

from filmgraph.export.lettering import shown, wrap
from filmgraph.export.scenes.columns import Bunch, Row, column_height, more_words, rows_of
from filmgraph.export.scenes.scene import (
    SIZES,
    Caption,
    Field,
    Item,
    Scene,
    Section,
    Spot,
    Style,
    label_of,
)
from filmgraph.export.scenes.telling import heading, name, sentence, source_words
from filmgraph.statements.projection import EDGES
from filmgraph.values import Comparison, Step

__all__ = ["comparison_scene"]

_WIDTH: Final = 1280
_ROOM: Final = 616
_TOP: Final = 92
_BOTTOM: Final = 30
_GAP: Final = 10
_KEEP: Final = 3
_ROUND: Final = 56
_FIELDS: Final = ((36, 844, False), (436, 1244, False), (436, 844, True))
_COLUMNS: Final = (84, 496, 920)
_LABEL: Final = 280
_MIDDLES: Final = (236, 640, 1044)
_TITLE: Final = 320
_SLIGHT: Final = ("minor", "suggested")
_ORDER: Final = list(EDGES)
_KINDS: Final = ("person", "character", "theme", "genre", "place", "period", "film", "series")


class _Band:
    """What is of one kind, in three columns: of the one alone, of both, of the other alone."""

    def __init__(self) -> None:
        self.columns: list[list[Bunch]] = [[], [], []]

    @property
    def heights(self) -> list[float]:
        """What each column needs."""
        return list(map(column_height, self.columns))

    @property
    def height(self) -> float:
        """What the band needs."""
        return max(self.heights)

    def cut(self) -> bool:
        """Take the last row off the largest bunch of the highest column; False if it is small."""
        column = self.columns[self.heights.index(self.height)]
        sizes = [len(bunch.drawn) for bunch in column]
        largest = sizes.index(max(sizes))
        if sizes[largest] <= _KEEP:
            return False
        column[largest] = replace(column[largest], cut=column[largest].cut + 1)
        return True


def comparison_scene(value: Comparison) -> Scene:
    """The picture of two films side by side."""
    bands = _bands(value)
    _fit(bands)
    spots: list[Spot] = []
    captions = [*_titles(value)]
    y = float(_TOP)
    for band in bands:
        for column, bunches in enumerate(band.columns):
            found = _column(bunches, _COLUMNS[column], y)
            spots += found[0]
            captions += found[1]
        y += band.height + _GAP
    height = max(y + _BOTTOM, 320)
    fields = tuple(
        Field((left, 14, right, height - 10), round=_ROUND, both=both)
        for left, right, both in _FIELDS
    )
    if not value.both:
        captions.append(
            Caption("nothing that may be seen", "more", "soft", 640, _TOP + 20, "middle")
        )
    undrawn = [one.text for one in captions if one.style == "more" and one.text[0].isdigit()]
    return Scene(
        title=f"{name(value.one)} and {name(value.other)}",
        subtitle=f"{len(value.both)} in common",
        width=_WIDTH,
        height=height,
        spots=tuple(spots),
        captions=tuple(captions),
        fields=fields,
        sections=_sections(value),
        cut=f"{' · '.join(undrawn)} (in the list below)" if undrawn else "",
    )


def _bands(value: Comparison) -> list[_Band]:
    """What the films have, by kind, and within a kind by how it is linked with them."""
    columns: tuple[list[tuple[Step, ...]], ...] = (
        [(step,) for step in value.only_one],
        [*value.both],
        [(step,) for step in value.only_other],
    )
    bands: dict[str, _Band] = {}
    for kind in dict.fromkeys((*_KINDS, *(step.end.kind for step in _steps(columns)))):
        band = _Band()
        for column, ways in enumerate(columns):
            heads: dict[str, list[Row]] = {}
            for steps in sorted((one for one in ways if one[0].end.kind == kind), key=_order):
                heads.setdefault(heading(steps[0]), []).append(_row(steps))
            band.columns[column] = [Bunch(head, tuple(rows)) for head, rows in heads.items()]
        if band.height:
            bands[kind] = band
    return list(bands.values())


def _steps(columns: Iterable[Iterable[tuple[Step, ...]]]) -> Iterator[Step]:
    return (steps[0] for ways in columns for steps in ways)


def _order(steps: tuple[Step, ...]) -> tuple[int, int, float]:
    """By the kind of edge, those that tell most first; then by weight of a theme, by billing."""
    edge = steps[0].edge
    kind = EDGES.get(edge.predicate)
    place = _ORDER.index(edge.predicate) if kind else len(_ORDER)
    weight = -kind.weights.index(edge.weight) if kind and kind.weights else 0
    return place, weight, edge.billing or inf


def _row(steps: tuple[Step, ...]) -> Row:
    step = steps[0]
    heads = dict.fromkeys(map(heading, steps))
    texts = dict.fromkeys(one.edge.text for one in steps if one.edge.text)
    note = " · ".join((*list(heads)[1:], *texts))
    as_character = len(heads) == 1 and step.edge.says == "as"
    style: Style = "strong" if step.edge.weight == "choice" else "name"
    label = label_of(
        step.end, _LABEL, style=style, note=note, note_style="character" if as_character else "note"
    )
    return Row(
        step.end,
        label,
        note=shown(note) if note.strip() else "",
        hollow=step.edge.weight in _SLIGHT,
        says=" ".join(map(sentence, steps)),
        sources=source_words(step),
    )


def _fit(bands: Sequence[_Band]) -> None:
    """Cut the highest bands until all find room."""
    while sum(band.height + _GAP for band in bands) > _ROOM:
        for band in sorted(bands, key=lambda band: -band.height):
            if band.cut():
                break
        else:
            return


def _column(bunches: Sequence[Bunch], x: float, top: float) -> tuple[list[Spot], list[Caption]]:
    spots: list[Spot] = []
    captions: list[Caption] = []
    for slot in rows_of(bunches):
        y = top + slot.height / 2
        if slot.row is not None:
            row = slot.row
            spots.append(Spot(row.entity, x, y, row.label, hollow=row.hollow, says=row.says))
        elif slot.what == "head":
            captions.append(Caption(slot.bunch.head, "head", slot.bunch.kind, x + 14, y + 3))
        else:
            captions.append(Caption(more_words(slot.bunch), "more", "soft", x + 14, y))
        top += slot.height
    return spots, captions


def _titles(value: Comparison) -> list[Caption]:
    made = []
    for entity, x in ((value.one, _MIDDLES[0]), (value.other, _MIDDLES[2])):
        lines = wrap(name(entity), SIZES["end"], _TITLE, strong=True, most=2)
        top = 54 - (len(lines) - 1) * 11
        made += [
            Caption(line, "end", "ink", x, top + 22 * i, "middle") for i, line in enumerate(lines)
        ]
    made.append(Caption("both", "end", "soft", _MIDDLES[1], 54, "middle"))
    return made


def _sections(value: Comparison) -> tuple[Section, ...]:
    both = tuple(_item(pair) for pair in value.both)
    one, other = (
        tuple(_item((step,)) for step in steps) for steps in (value.only_one, value.only_other)
    )
    sections = (
        Section("both", both),
        Section(f"only {name(value.one)}", one),
        Section(f"only {name(value.other)}", other),
    )
    return tuple(section for section in sections if section.items)


def _item(steps: tuple[Step, ...]) -> Item:
    row = _row(steps)
    heads = dict.fromkeys(map(heading, steps))
    note = " · ".join((*heads, *dict.fromkeys(one.edge.text for one in steps if one.edge.text)))
    return Item(row.entity, note=note, sources=row.sources)
