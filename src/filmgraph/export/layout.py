"""Where everything in a picture stands: the lens.

The centre lies in an iris.  Its own statements stand on the rim, people left, content right, in
two columns bent to the rim; what they lead to stands in a straight column outside, beside the
entity that links it.  Rows are spaced in y before they are bent in x, so no two labels overlap and
none leaves the picture, whatever the names are.  A wing too high for the picture first loses the
last of its largest groups, then makes the picture higher.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

from filmgraph.export.lens import (
    HEIGHT,
    LINE,
    SIZES,
    WIDTH,
    Box,
    Caption,
    Lens,
    Line,
    Mark,
    Style,
    Wire,
)
from filmgraph.export.lettering import shown, spread, text_width, wrap
from filmgraph.export.picture import GROUPS, Link, Node, Picture, Side
from filmgraph.export.wings import INNER_WIDTH, MARGIN, Row, fit, label, stack, wing
from filmgraph.names import IRI

__all__ = ["layout"]

_RIM: Final = 186
_SMALLEST_TALL: Final = 190
_GAP: Final = 14
_OUTER: Final = 440
_OUTER_GAP: Final = 12
_OUTER_WIDTH: Final = WIDTH / 2 - _OUTER - 36
_OUTER_PAD: Final = 9
_OUTER_TOP: Final = 56
_OUTER_BOTTOM: Final = 40
_OUTER_SPARE: Final = 8
_MORE_BELOW: Final = 12
_TITLE_WIDTH: Final = 270
_CLEAR: Final = 96
_THREAD_STEP: Final = 9


def layout(picture: Picture) -> Lens:
    """Where everything in a picture stands; the same picture always stands the same.

    Parameters
    ----------
    picture : Picture

    Returns
    -------
    Lens
        Places, labels and links; no label overlaps another or leaves the picture.

    Examples
    --------
    >>> from filmgraph.names import IRI
    >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
    >>> scott = Node(IRI("person/ridley-scott"), "person", "Ridley Scott", group="directed-by")
    >>> lens = layout(Picture("Alien", "1979", film, (scott,)))
    >>> [round(place) for place in lens.positions[scott.iri]]
    [454, 357]
    """
    wings = [wing(picture, "left"), wing(picture, "right")]
    room = HEIGHT - 2 * MARGIN
    height = max(HEIGHT, *(fit(one, room) + 2 * MARGIN for one in wings))
    stacks = {one.side: stack(one.rows(), height) for one in wings}
    reach = max(
        (abs(row.y - height / 2) + row.height / 2 for rows in stacks.values() for row in rows),
        default=0,
    )
    lens = Lens(
        width=WIDTH,
        height=height,
        x=_middle(picture, stacks),
        y=height / 2,
        rim=_RIM,
        tall=max(reach + MARGIN, _SMALLEST_TALL),
        title=_title(picture),
        cut={key: count for one in wings for key, count in one.cut.items()},
    )
    for side, rows in stacks.items():
        lens = _with_wing(lens, side, rows)
    for side in stacks:
        lens = _with_outer(lens, picture, side)
    return replace(lens, wires=(*lens.wires, *_threads(lens, picture)))


def _middle(picture: Picture, stacks: Mapping[Side, Sequence[Row]]) -> float:
    """x of the iris, moved towards a wing that needs less room."""
    need: dict[Side, float] = {}
    for side, rows in stacks.items():
        outer = any(GROUPS[n.group].outer and GROUPS[n.group].side == side for n in picture.nodes)
        need[side] = WIDTH / 2 if outer else _RIM + 40 + (INNER_WIDTH if rows else 0)
    return round((WIDTH + need["left"] - need["right"]) / 2)


def _title(picture: Picture) -> tuple[Line, ...]:
    title: Style = "title"
    fact: Style = "fact"
    words, subtitle = picture.title, picture.subtitle.strip()
    if picture.centre.year is not None and words == str(picture.centre):
        # In large letters the year would take a line of its own: it leads the facts.
        words = picture.centre.label
        subtitle = " · ".join(part for part in (str(picture.centre.year), subtitle) if part)
    name = wrap(shown(words), SIZES[title], _TITLE_WIDTH, strong=True, most=4)
    facts = wrap(shown(subtitle), SIZES[fact], _TITLE_WIDTH, most=3) if subtitle else ()
    return (*(Line(text, title) for text in name), *(Line(text, fact) for text in facts))


def _box(lines: Iterable[Line], x: float, y: float, side: Side) -> Box:
    """Where a label lies that starts at x, on the left or on the right of it."""
    lines = tuple(lines)
    width = max(
        text_width(line.text + line.year, SIZES[line.style], strong=line.style == "strong")
        for line in lines
    )
    half = len(lines) * LINE / 2
    return (
        (x, y - half, x + width, y + half)
        if side == "right"
        else (x - width, y - half, x, y + half)
    )


def _with_wing(lens: Lens, side: Side, rows: Sequence[Row]) -> Lens:
    """The lens with the rows of one wing bent to its rim."""
    way = 1 if side == "right" else -1
    marks: list[Mark] = []
    captions: list[Caption] = []
    arcs: list[tuple[str, Side, float, float]] = []
    for row in rows:
        x = lens.x + way * lens.rim * sqrt(max(0.06, 1 - ((row.y - lens.y) / lens.tall) ** 2))
        if row.node is not None:
            box = _box(row.lines, x + way * _GAP, row.y, side)
            marks.append(Mark(row.node, x, row.y, side, row.lines, box))
            kind, _, top, _ = arcs[-1]
            arcs[-1] = (kind or row.node.kind, side, top, row.y)
            continue
        style: Style = "head" if row.what == "head" else "more"
        drop = 4 if row.what == "head" else 0
        captions.append(Caption(row.text, style, row.group.key, x + way * _GAP, row.y + drop, side))
        if row.what == "head":
            arcs.append(("", side, row.y + drop, row.y + drop))
    return replace(
        lens,
        marks=(*lens.marks, *marks),
        captions=(*lens.captions, *captions),
        arcs=(*lens.arcs, *(arc for arc in arcs if arc[0])),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An outer node, before it has a place."""

    node: Node
    links: tuple[tuple[Link, Mark], ...]
    main: Mark
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + _OUTER_PAD


def _candidates(lens: Lens, picture: Picture, side: Side) -> list[_Candidate]:
    """The outer nodes of a side that something drawn links, best first."""
    inner = {mark.node.iri: mark for mark in lens.marks if not mark.group.outer}
    found: list[_Candidate] = []
    links: dict[IRI, list[tuple[Link, Mark]]] = {}
    for link in picture.links:
        for end, other in ((link.source, link.target), (link.target, link.source)):
            if end in inner:
                links.setdefault(other, []).append((link, inner[end]))
    for node in picture.nodes:
        group = GROUPS[node.group]
        its = sorted(links.get(node.iri, ()), key=lambda pair: -pair[0].weight)
        if not group.outer or group.side != side or not its:
            continue
        main = next((mark for _, mark in its if mark.side == side), its[0][1])
        found.append(_Candidate(node, tuple(its), main, label(node, _OUTER_WIDTH)))
    return sorted(found, key=lambda one: (-one.node.weight, one.node.iri))


def _with_outer(lens: Lens, picture: Picture, side: Side) -> Lens:
    """The lens with one outer column: each node beside what links it."""
    ranked = _candidates(lens, picture, side)
    kept = list(ranked)
    room = lens.height - _OUTER_TOP - _OUTER_BOTTOM
    while sum(one.height for one in kept) > room:
        kept.pop()
    cut = dict(lens.cut)
    for node in picture.nodes:
        group = GROUPS[node.group]
        if group.outer and group.side == side and all(one.node != node for one in kept):
            cut[group.key] = cut.get(group.key, 0) + 1
    lens = replace(lens, cut=cut)
    if not kept:
        return lens
    kept.sort(key=lambda one: (one.main.y, -one.node.weight, one.node.iri))
    spare = min(_OUTER_SPARE, (room - sum(one.height for one in kept)) / len(kept))
    sizes = [one.height + spare for one in kept]
    middles = spread([one.main.y for one in kept], sizes, _OUTER_TOP, lens.height - _OUTER_BOTTOM)
    way = 1 if side == "right" else -1
    x = lens.x + way * _OUTER
    marks = [_outer_mark(one, x, y, side) for one, y in zip(kept, middles, strict=True)]
    top = middles[0] - sizes[0] / 2
    bottom = middles[-1] + sizes[-1] / 2
    captions = _outer_captions(lens, picture, kept, (x + way * _OUTER_GAP, top, bottom), side)
    lens = replace(lens, marks=(*lens.marks, *marks), captions=(*lens.captions, *captions))
    return replace(lens, wires=(*lens.wires, *_wires(lens, kept, marks)))


def _outer_mark(one: _Candidate, x: float, y: float, side: Side) -> Mark:
    way = 1 if side == "right" else -1
    box = _box(one.lines, x + way * _OUTER_GAP, y, side)
    also = sorted({mark.node.kind for _, mark in one.links if mark.side != side})
    return Mark(one.node, x, y, side, one.lines, box, tuple(also[:2]))


def _outer_captions(
    lens: Lens,
    picture: Picture,
    kept: Sequence[_Candidate],
    place: tuple[float, float, float],
    side: Side,
) -> list[Caption]:
    x, top, bottom = place
    present = {one.node.group for one in kept}
    keys = [key for key in GROUPS if key in present]
    head = Caption(GROUPS[keys[0]].head, "head", keys[0], x, top - 10, side)
    more = sum(picture.omitted.get(key, 0) + lens.cut.get(key, 0) for key in keys)
    if not more:
        return [head]
    words = GROUPS[keys[0]].more(more)
    return [head, Caption(words, "more", keys[0], x, bottom + _MORE_BELOW, side)]


def _wires(lens: Lens, kept: Sequence[_Candidate], marks: Sequence[Mark]) -> list[Wire]:
    """The links of an outer column, each straight until it has passed the labels in its way."""
    wires: list[Wire] = []
    for one, outer in zip(kept, marks, strict=True):
        for link, inner in one.links:
            if inner.side != outer.side:
                wires.append(Wire(link, "across", inner, outer, inner.end))
                continue
            low, high = sorted((inner.y, outer.y))
            passed = [
                mark.end
                for mark in lens.marks
                if mark.side == outer.side
                and not mark.group.outer
                and low - _GAP < mark.y < high + _GAP
            ]
            lead = max(passed) if outer.side == "right" else min(passed)
            main = inner is one.main
            wires.append(Wire(link, "main" if main else "further", inner, outer, lead))
    return wires


def _threads(lens: Lens, picture: Picture) -> list[Wire]:
    """The links from rim to rim, each crossing the iris above or below the title."""
    inner = {mark.node.iri: mark for mark in lens.marks if not mark.group.outer}
    wires: list[Wire] = []
    for link in picture.links:
        if link.source not in inner or link.target not in inner:
            continue
        left, right = sorted((inner[link.source], inner[link.target]), key=lambda m: m.x)
        if left.side == right.side:
            continue
        clear = _CLEAR + _THREAD_STEP * (len(wires) % 6)
        up, down = sorted((left.y - lens.y, right.y - lens.y))
        mean = (up + down) / 2
        y = lens.y + (min(mean, -clear) if down <= -up else max(mean, clear))
        wires.append(Wire(link, "thread", left, right, y))
    return wires
