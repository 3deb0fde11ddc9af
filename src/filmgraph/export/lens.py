"""A picture laid out: what the layout gives and the page draws."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from filmgraph.export.lettering import text_width
from filmgraph.export.picture import GROUPS, Group, Link, Node, Side
from filmgraph.names import IRI

__all__ = [
    "HEIGHT",
    "LINE",
    "SIZES",
    "WIDTH",
    "Box",
    "Caption",
    "Lens",
    "Line",
    "Mark",
    "Style",
    "Wire",
]

Style: TypeAlias = Literal["name", "strong", "note", "character", "head", "more", "title", "fact"]

WIDTH: Final = 1280
HEIGHT: Final = 690
"""Of a picture, in pixels at scale 1; it grows higher only where too many long names must fit."""

LINE: Final = 16
SIZES: Final[Mapping[Style, float]] = {
    "name": 13.5,
    "strong": 13.5,
    "note": 12,
    "character": 12,
    "head": 11.5,
    "more": 12,
    "title": 30,
    "fact": 13.5,
}
"""Height of the letters of each style."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label; `year` is its tail in a softer ink."""

    text: str
    style: Style
    year: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that are no entity: the head of a group, or how many more it has."""

    text: str
    style: Style
    group: str
    x: float
    y: float
    side: Side

    @property
    def box(self) -> Box:
        """Where it is written: outwards from x."""
        width = text_width(self.text, SIZES[self.style], strong=self.style == "head")
        left = self.x if self.side == "right" else self.x - width
        return left, self.y - 8, left + width, self.y + 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A node at its place, with its label beside it.

    Attributes
    ----------
    node : Node
    x, y : float
        Of the shape; y grows downwards.
    side : str
        The wing it stands in; its label lies on the far side of the shape from the centre.
    lines : tuple of Line
    box : Box
        Of the label.
    also : tuple of str
        Of an outer node: kinds of what links it in the other wing.
    """

    node: Node
    x: float
    y: float
    side: Side
    lines: tuple[Line, ...]
    box: Box
    also: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """The group it stands in."""
        return GROUPS[self.node.group]

    @property
    def end(self) -> float:
        """x just beyond the label, where links go on outwards."""
        return self.box[2] + 8 if self.side == "right" else self.box[0] - 8


@dataclass(frozen=True, slots=True)
class Wire:
    """A link as it is drawn.

    Attributes
    ----------
    link : Link
    role : str
        `main` (the reason an outer node stands where it does), `further` (one more reason),
        `across` (a reason in the other wing, never drawn as a line), `thread` (through the iris).
    inner : Mark
    other : Mark
        The outer node, or the right end of a thread.
    lead : float
        x from which the curve bends; for a thread the y at which it crosses the iris.
    """

    link: Link
    role: Literal["main", "further", "across", "thread"]
    inner: Mark
    other: Mark
    lead: float


@dataclass(frozen=True, slots=True)
class Lens:
    """A picture laid out.

    Attributes
    ----------
    width, height : float
    x, y : float
        The middle of the iris.
    rim, tall : float
        Half its width and half its height.
    title : tuple of Line
        What stands in the iris.
    marks : tuple of Mark
    captions : tuple of Caption
    arcs : tuple of (kind, side, top, bottom)
        Stretch of the rim beside each group.
    wires : tuple of Wire
    cut : mapping of str to int
        Key of a group: how many of its nodes found no room.
    """

    width: float
    height: float
    x: float
    y: float
    rim: float
    tall: float
    title: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    captions: tuple[Caption, ...] = ()
    arcs: tuple[tuple[str, Side, float, float], ...] = ()
    wires: tuple[Wire, ...] = ()
    cut: Mapping[str, int] = field(default_factory=dict)

    @property
    def positions(self) -> dict[IRI, tuple[float, float]]:
        """Each drawn node's place."""
        return {mark.node.iri: (mark.x, mark.y) for mark in self.marks}
