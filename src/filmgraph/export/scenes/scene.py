"""A scene: where everything in the picture of a value stands, and what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from filmgraph.export.lettering import shown, text_width, wrap
from filmgraph.export.look import kind_look
from filmgraph.values import Entity

__all__ = [
    "LINE",
    "SIZES",
    "Anchor",
    "Box",
    "Caption",
    "Field",
    "Item",
    "Label",
    "Line",
    "Scene",
    "Section",
    "Spot",
    "Style",
    "Wire",
    "Word",
    "boxes_meet",
    "label_of",
    "lines_box",
]

Style: TypeAlias = Literal[
    "name", "strong", "note", "character", "head", "more", "end", "title", "fact", "word"
]
Anchor: TypeAlias = Literal["left", "right", "below", "middle"]
"""Where a label lies from its shape; `middle`: on the place itself."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LINE: Final = 16
SIZES: Final[dict[Style, float]] = {
    "name": 13.5,
    "strong": 13.5,
    "note": 12,
    "character": 12,
    "head": 11.5,
    "more": 12,
    "end": 18,
    "title": 27,
    "fact": 13.5,
    "word": 12,
}
"""Height of the letters of each style."""

_HEIGHTS: Final[dict[Style, float]] = {"end": 22, "title": 32, "fact": 19}
_BOLD: Final = ("strong", "head", "end", "title")
_BELOW: Final = 11
_GLUE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label; `year` is its tail in a softer ink."""

    text: str
    style: Style = "name"
    year: str = ""

    @property
    def width(self) -> float:
        """In pixels."""
        return text_width(self.text + self.year, SIZES[self.style], strong=self.style in _BOLD)

    @property
    def height(self) -> float:
        """From this line to the next."""
        return _HEIGHTS.get(self.style, LINE)


Label: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """The words of a wire, on its curve."""

    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def box(self) -> Box:
        """Where they are written."""
        wide = max(text_width(line, SIZES["word"]) for line in self.lines) / 2 + 3
        high = len(self.lines) * 14 / 2 + 1
        return self.x - wide, self.y - high, self.x + wide, self.y + high


@dataclass(frozen=True, slots=True)
class Spot:
    """An entity at its place.

    Attributes
    ----------
    entity : Entity
    x, y : float
        Of its shape; y grows downwards.
    label : Label
    anchor : str
        Where the label lies from the shape.
    gap : float
        Between the two.
    size : float
        Of the shape: 1 is plain.
    hollow : bool
    says : str
        What is read when one points at it.
    """

    entity: Entity
    x: float
    y: float
    label: Label
    anchor: Anchor = "right"
    gap: float = 14
    size: float = 1.0
    hollow: bool = False
    says: str = ""

    @property
    def kind(self) -> str:
        """The name of its colour."""
        return kind_look(self.entity.kind).colour

    @property
    def box(self) -> Box:
        """Where its label is written."""
        return lines_box(self.label, self.x, self.y, self.anchor, self.gap)

    @property
    def end(self) -> float:
        """x just beyond the label, where wires go on outwards."""
        box = self.box
        return box[0] - 8 if self.anchor == "left" else box[2] + 8


@dataclass(frozen=True, slots=True)
class Wire:
    """What leads from one spot to another.

    Attributes
    ----------
    ends : (int, int)
        Places of the two among the spots.
    path : str
        As SVG writes it.
    kind : str
        The name of its colour.
    role : str
        `main`, `further` (faint), `spoke` (fades out at one end) or `hidden` (until it is lit).
    word : Word, optional
    says : str
    width : float
    """

    ends: tuple[int, int]
    path: str
    kind: str
    role: Literal["main", "further", "spoke", "hidden"] = "main"
    word: Word | None = None
    says: str = ""
    width: float = 1.6


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that are no entity: the head of a group, or how many more it has."""

    text: str
    style: Style
    kind: str
    x: float
    y: float
    anchor: Anchor = "right"

    @property
    def box(self) -> Box:
        """Where it is written."""
        return lines_box((Line(self.text, self.style),), self.x, self.y, self.anchor, 0)


@dataclass(frozen=True, slots=True)
class Field:
    """A quiet shape behind the rest: an iris, or the field of one film.

    Attributes
    ----------
    box : Box
    round : float
        Radius of the corners; 0 makes an ellipse of it.
    arcs : tuple of (kind, path)
        Coloured stretches of its rim.
    both : bool
        Whether it is where two fields overlap.
    """

    box: Box
    round: float = 0
    both: bool = False
    arcs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entity in the list under the picture.

    Attributes
    ----------
    entity : Entity
    word : str
        What leads to it from the one before, in a path.
    note : str
        What stands behind its name, more quietly.
    sources : str
        Who says so.
    kind : str
        The colour of the word.
    said : tuple of str
        Sentences under it.
    """

    entity: Entity
    word: str = ""
    note: str = ""
    sources: str = ""
    kind: str = "soft"
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A group of the list under the picture; a path where `chain` is true."""

    head: str
    items: tuple[Item, ...]
    more: str = ""
    chain: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture of a value.

    Attributes
    ----------
    title, subtitle : str
    width, height : float
    spots, wires, captions, fields : tuples
    routes : tuple of tuple of (int, int)
        For paths: the ends of their wires; pointing at a part lights the whole.
    sections : tuple of Section
        The same in words.
    reading : str
        What is read before anything is pointed at.
    cut : str
        What was left out.
    """

    title: str
    subtitle: str
    width: float
    height: float
    spots: tuple[Spot, ...] = ()
    wires: tuple[Wire, ...] = ()
    captions: tuple[Caption, ...] = ()
    fields: tuple[Field, ...] = ()
    routes: tuple[tuple[tuple[int, int], ...], ...] = ()
    sections: tuple[Section, ...] = ()
    reading: str = ""
    cut: str = ""
    fade: tuple[float, float, float, float] | None = field(default=None)


def lines_box(label: Sequence[Line], x: float, y: float, anchor: Anchor, gap: float) -> Box:
    """Where some lines are written that lie so from a place."""
    wide = max((line.width for line in label), default=0)
    high = sum(line.height for line in label)
    if anchor == "below":
        return x - wide / 2, y + _BELOW, x + wide / 2, y + _BELOW + high
    if anchor == "middle":
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
    left = x + gap if anchor == "right" else x - gap - wide
    return left, y - high / 2, left + wide, y + high / 2


def boxes_meet(one: Box, other: Box, room: float = 0) -> bool:
    """Whether two boxes overlap, or come nearer to each other than `room`."""
    return (
        one[0] < other[2] + room
        and other[0] < one[2] + room
        and one[1] < other[3] + room
        and other[1] < one[3] + room
    )


def label_of(
    entity: Entity,
    limit: float,
    *,
    style: Style = "name",
    tail: str = "",
    note: str = "",
    note_style: Style = "note",
    most: int = 3,
) -> Label:
    """The lines of an entity's label: its name, its year and a tail in softer ink, a note.

    Examples
    --------
    >>> from filmgraph.names import iri
    >>> label_of(Entity(iri("film", "alien-1979"), "film", "Alien", 1979), 100)
    (Line(text='Alien ', style='name', year='1979'),)
    """
    year = " · ".join(filter(None, (str(entity.year) if entity.year is not None else "", tail)))
    # What may not be parted from itself is measured as one word.
    words = shown(entity.label) + (f" {year.replace(' ', _GLUE)}" if year else "")
    named = [
        Line(text.replace(_GLUE, " "), style)
        for text in wrap(words, SIZES[style], limit, strong=style in _BOLD, most=most)
    ]
    if year and named[-1].text.endswith(year):
        named[-1] = Line(named[-1].text.removesuffix(year), style, year)
    return (*named, *_lines(note, note_style, limit)) if note.strip() else tuple(named)


def _lines(text: str, style: Style, limit: float) -> Iterable[Line]:
    return (Line(line, style) for line in wrap(shown(text), SIZES[style], limit, most=2))
