"""The two wings of a picture: the rows beside the rim, and how many of them find room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from filmgraph.export.lens import LINE, SIZES, Line, Style
from filmgraph.export.lettering import shown, wrap
from filmgraph.export.picture import GROUPS, Group, Node, Picture, Side
from filmgraph.names import IRI

__all__ = ["INNER_WIDTH", "MARGIN", "Row", "Wing", "fit", "label", "stack", "wing"]

INNER_WIDTH: Final = 170
"""Of a label beside the rim."""

MARGIN: Final = 18
"""Left free above and below a wing."""

_HEAD: Final = 24
_MORE: Final = 22
_PAD: Final = 6
_KEEP: Final = 3
_STRETCH: Final = 1.55
_LINES: Final = 3
_NOTE_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a wing: a head, a node, how many more, or that there is none yet."""

    what: Literal["head", "item", "more", "none"]
    group: Group
    height: float
    text: str = ""
    node: Node | None = None
    lines: tuple[Line, ...] = ()
    y: float = 0.0


@dataclass(slots=True)
class Wing:
    """The inner groups of one side, while they are being fitted."""

    side: Side
    groups: dict[str, list[Node]]
    labels: Mapping[IRI, tuple[Line, ...]]
    omitted: Mapping[str, int]
    missing: str = ""
    cut: dict[str, int] = field(default_factory=dict)

    def drop(self) -> bool:
        """Take the last off the largest group; False where every group is small already."""
        key = max(self.groups, key=lambda key: len(self.groups[key]), default=None)
        if key is None or len(self.groups[key]) <= _KEEP:
            return False
        self.groups[key].pop()
        self.cut[key] = self.cut.get(key, 0) + 1
        return True

    def rows(self) -> list[Row]:
        """Its rows from top to bottom, not yet placed."""
        rows: list[Row] = []
        for key, nodes in self.groups.items():
            group = GROUPS[key]
            rows.append(Row("head", group, _HEAD, group.head))
            for node in nodes:
                lines = self.labels[node.iri]
                rows.append(Row("item", group, len(lines) * LINE + _PAD, node=node, lines=lines))
            more = self.omitted.get(key, 0) + self.cut.get(key, 0)
            if more:
                rows.append(Row("more", group, _MORE, f"{more} more"))
        if self.missing:
            group = GROUPS["is-about"]
            rows.append(Row("head", group, _HEAD, group.head))
            rows.append(Row("none", group, _MORE, self.missing))
        return rows


def wing(picture: Picture, side: Side) -> Wing:
    """The wing of a picture on that side, with all its nodes."""
    groups: dict[str, list[Node]] = {}
    for key, group in GROUPS.items():
        nodes = picture.in_group(key)
        if nodes and group.side == side and not group.outer:
            groups[key] = list(nodes)
    missing = _missing(picture) if side == "right" else ""
    labels = {node.iri: label(node, INNER_WIDTH) for nodes in groups.values() for node in nodes}
    return Wing(side, groups, labels, picture.omitted, missing)


def _missing(picture: Picture) -> str:
    """What a film without themes says; the curtain may hide some, so it is no mere gap."""
    if picture.centre.kind != "film" or any(node.kind == "theme" for node in picture.nodes):
        return ""
    return "none yet" if picture.level == "ending" else "none yet at this level"


def fit(wing: Wing, room: float) -> float:
    """Drop nodes until the wing is no higher than `room`, or small; its height then."""
    while True:
        height = sum(row.height for row in wing.rows())
        if height <= room or not wing.drop():
            return height


def stack(rows: Sequence[Row], height: float) -> list[Row]:
    """The rows placed one under another around the middle, loosened to fill the height."""
    total = sum(row.height for row in rows)
    if not total:
        return []
    looser = max(1.0, min(_STRETCH, (height - 2 * MARGIN) / total))
    sizes = [row.height * (1 if row.what == "head" else looser) for row in rows]
    top = height / 2 - sum(sizes) / 2
    placed: list[Row] = []
    for row, size in zip(rows, sizes, strict=True):
        placed.append(replace(row, y=top + size / 2))
        top += size
    return placed


def label(node: Node, limit: float) -> tuple[Line, ...]:
    """The lines of a node's label: its name, its year in softer ink, its note."""
    group = GROUPS[node.group]
    style: Style = "strong" if group.strength == 3 else "name"
    year = str(node.year) if node.year is not None else ""
    name = shown(node.label) + (f" {year}" if year else "")
    lines = wrap(name, SIZES[style], limit, strong=style == "strong", most=_LINES)
    named = [Line(line, style) for line in lines]
    if year and named[-1].text.endswith(year):
        named[-1] = Line(named[-1].text.removesuffix(year), style, year)
    if not node.note.strip():
        return tuple(named)
    note_style: Style = "character" if group.note_is == "character" else "note"
    note = wrap(shown(node.note), SIZES[note_style], limit, most=_NOTE_LINES)
    return (*named, *(Line(line, note_style) for line in note))
