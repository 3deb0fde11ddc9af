"""A laid-out picture as what vis draws (nodes, edges, options) and what our script draws over it.

vis draws every edge as one line or one S-curve between two nodes.  A bundle that runs straight
past the labels before it bends, and a thread that passes above or below the title, therefore go
by way of nodes without size.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final, TypeAlias

from filmgraph.export.lens import LINE, Lens, Mark, Wire
from filmgraph.export.lettering import shown, wrap
from filmgraph.export.look import PALETTE, kind_look
from filmgraph.export.picture import Link, Picture
from filmgraph.export.saying import Sayings
from filmgraph.names import IRI

__all__ = ["Drawing", "drawing"]

_Options: TypeAlias = dict[str, object]

_TITLE_WIDTH: Final = 290
_READING_SIZE: Final = 13.5
_READING_WIDTH: Final = 262
_READING_LINES: Final = 8
_SIZES: Final[Mapping[int, float]] = {3: 6.2, 2: 5, 1: 4}
_SPOKES: Final[Mapping[int, float]] = {3: 3.6, 2: 1.6, 1: 1.0}
_SHARES: Final[Mapping[str, float]] = {"main": 0.5, "further": 0.16, "thread": 0.5, "spoke": 0.7}
_NEAR: Final = 4
_TITLE_HALF: Final = (128, 74)
_FLAT: Final = 0.55
_HUB: Final = "hub"
_CURVE: Final = {
    "enabled": True,
    "type": "cubicBezier",
    "forceDirection": "horizontal",
    "roundness": 0.5,
}


@dataclass(slots=True)
class _Edge:
    """One edge of vis, with the numbers of the links it stands for."""

    source: str
    target: str
    role: str
    share: float
    kind: str
    links: list[int]
    width: float = 1.0
    dashed: bool = False

    @property
    def id(self) -> str:
        return f"{self.role} {self.source} {self.target}"


@dataclass(slots=True)
class Drawing:
    """What is drawn.

    Attributes
    ----------
    nodes, edges : list of dict
        Keyword arguments for pyvis.
    options : dict
        The options of vis.
    data : dict
        For our script: labels, captions, sentences, palettes.
    """

    nodes: list[_Options] = field(default_factory=list)
    edges: list[_Options] = field(default_factory=list)
    options: _Options = field(default_factory=dict)
    data: _Options = field(default_factory=dict)


def drawing(picture: Picture, lens: Lens, sayings: Sayings) -> Drawing:
    """A laid-out picture as vis and our script draw it."""
    links = _Links(picture, lens, sayings)
    plan = _Plan(lens, links)
    edges = plan.edges()
    stops = plan.stops()
    return Drawing(
        nodes=[*_nodes(picture, lens), *stops],
        edges=[_vis_edge(edge) for edge in edges],
        options=_options(),
        data={
            "palette": {name: dict(colours) for name, colours in PALETTE.items()},
            "centre": picture.centre.iri,
            "x": lens.x,
            "y": lens.y,
            "width": lens.width,
            "height": lens.height,
            "rim": lens.rim,
            "tall": _round(lens.tall),
            "line": LINE,
            "titleWidth": _TITLE_WIDTH,
            "title": [{"text": line.text, "style": line.style} for line in lens.title],
            "marks": [_centre_data(picture), *(_mark_data(mark, sayings) for mark in lens.marks)],
            "captions": [
                {
                    "text": caption.text,
                    "style": caption.style,
                    "kind": _group_colour(picture, caption.group),
                    "x": _round(caption.x),
                    "y": _round(caption.y),
                    "side": caption.side,
                }
                for caption in lens.captions
            ],
            "arcs": [
                [kind_look(kind).colour, side, _round(top), _round(bottom)]
                for kind, side, top, bottom in lens.arcs
            ],
            "hubs": [stop["n_id"] for stop in stops],
            "links": links.data(),
            "wires": [
                {
                    "id": edge.id,
                    "role": edge.role,
                    "kind": edge.kind,
                    "share": edge.share,
                    "width": edge.width,
                    "links": edge.links,
                }
                for edge in edges
            ],
        },
    )


def _round(number: float) -> float:
    return round(number, 1)


def _reading(words: str) -> list[str]:
    return list(wrap(words, _READING_SIZE, _READING_WIDTH, most=_READING_LINES)) if words else []


def _group_colour(picture: Picture, key: str) -> str:
    nodes = picture.in_group(key)
    return kind_look(nodes[0].kind).colour if nodes else "theme"


def _centre_data(picture: Picture) -> _Options:
    node = picture.centre
    return {"id": node.iri, "kind": kind_look(node.kind).colour, "words": "", "reading": []}


def _mark_data(mark: Mark, sayings: Sayings) -> _Options:
    words = sayings.of_node(mark.node)
    return {
        "id": mark.node.iri,
        "kind": kind_look(mark.node.kind).colour,
        "hollow": mark.group.strength == 1,
        "x": _round(mark.x),
        "y": _round(mark.y),
        "side": mark.side,
        "box": [_round(edge) for edge in mark.box],
        "lines": [{"text": i.text, "style": i.style, "year": i.year} for i in mark.lines],
        "also": [kind_look(kind).colour for kind in mark.also],
        "words": words,
        "reading": _reading(words),
    }


class _Links:
    """All links of a picture by number: those from the centre first, then those it names."""

    def __init__(self, picture: Picture, lens: Lens, sayings: Sayings) -> None:
        self._ends: list[tuple[IRI, IRI]] = []
        self._words: list[str] = []
        self._own: dict[IRI, int] = {}
        self._named: dict[Link, int] = {}
        drawn = {mark.node.iri for mark in lens.marks}
        centre = picture.centre.iri
        for mark in lens.marks:
            if not mark.group.outer:
                self._own[mark.node.iri] = self._add(
                    (centre, mark.node.iri), sayings.of_own(mark.node)
                )
        for link in picture.links:
            if link.source in drawn and link.target in drawn:
                self._named[link] = self._add((link.source, link.target), sayings.of_link(link))

    def _add(self, ends: tuple[IRI, IRI], words: str) -> int:
        self._ends.append(ends)
        self._words.append(words)
        return len(self._ends) - 1

    def own(self, mark: Mark) -> int:
        """Number of the link between the centre and an inner node."""
        return self._own[mark.node.iri]

    def number(self, link: Link) -> int:
        """Number of a link that the picture names."""
        return self._named[link]

    def data(self) -> list[_Options]:
        """The links as our script reads them."""
        return [
            {"ends": list(ends), "words": words, "reading": _reading(words)}
            for ends, words in zip(self._ends, self._words, strict=True)
        ]


class _Plan:
    """The edges of vis, and the stops they go by."""

    def __init__(self, lens: Lens, links: _Links) -> None:
        self._lens = lens
        self._links = links
        self._stops: dict[str, tuple[float, float]] = {}

    def edges(self) -> list[_Edge]:
        """In the order they are drawn: what matters most comes last, on top."""
        wires = self._lens.wires
        curves = [w for w in wires if w.role in ("main", "further")]
        edges = [self._spoke(mark) for mark in self._lens.marks if not mark.group.outer]
        edges += [half for w in wires if w.role == "thread" for half in self._thread(w)]
        edges += self._stems(curves)
        edges += [self._curve(w) for w in curves if w.role == "further"]
        edges += [self._curve(w) for w in curves if w.role == "main"]
        return _merged(edges)

    def stops(self) -> list[_Options]:
        """The nodes without size that edges go by."""
        return [
            {
                "n_id": name,
                "label": " ",
                "shape": "dot",
                "size": 0,
                "borderWidth": 0,
                "x": _round(x),
                "y": _round(y),
                "color": PALETTE["light"]["iris"],
            }
            for name, (x, y) in self._stops.items()
        ]

    def _stop(self, name: str, x: float, y: float) -> str:
        key = f"{name} {x:.1f} {y:.1f}"
        self._stops.setdefault(key, (x, y))
        return key

    def _spoke(self, mark: Mark) -> _Edge:
        # It ends, faded out, where the title begins, so that no line runs through words.
        slope = (mark.y - self._lens.y) / self._lens.tall
        side = 1 if mark.side == "right" else -1
        x = self._lens.x + side * _TITLE_HALF[0] * sqrt(max(0.04, 1 - slope * slope))
        return _Edge(
            self._stop(_HUB, x, self._lens.y + _TITLE_HALF[1] * slope),
            mark.node.iri,
            "spoke",
            _SHARES["spoke"],
            kind_look(mark.node.kind).colour,
            [self._links.own(mark)],
            _SPOKES[mark.group.strength],
            dashed=mark.group.strength == 1,
        )

    def _thread(self, wire: Wire) -> Iterable[_Edge]:
        """From rim to rim: down beside the title, not through it, and flat above or below it."""
        number = self._links.number(wire.link)
        name = f"thread {number}"
        middle = self._stop(name, self._lens.x, wire.lead)
        for end in (wire.inner, wire.other):
            colour = kind_look(end.node.kind).colour
            away = _FLAT * (end.x - self._lens.x)
            bend = self._stop(name, self._lens.x + away, wire.lead)
            share = _SHARES["thread"]
            yield _Edge(end.node.iri, bend, "thread", share, colour, [number], 1.3)
            yield _Edge(bend, middle, "flat", share, colour, [number], 1.3)

    def _stems(self, wires: Sequence[Wire]) -> Iterable[_Edge]:
        """What a bundle runs straight, in pieces, each with the links that go so far."""
        for inner in dict.fromkeys(wire.inner for wire in wires):
            own = [wire for wire in wires if wire.inner is inner]
            leads = sorted({wire.lead for wire in own}, key=lambda x: abs(x - inner.end))
            start = inner.end
            for lead in leads:
                if abs(lead - start) <= _NEAR:
                    continue
                far = [wire for wire in own if abs(wire.lead - inner.end) >= abs(lead - inner.end)]
                role = "main" if any(wire.role == "main" for wire in far) else "further"
                yield _Edge(
                    self._stop(inner.node.iri, start, inner.y),
                    self._stop(inner.node.iri, lead, inner.y),
                    "stem",
                    _SHARES[role],
                    _wire_colour(far[0]),
                    [self._links.number(wire.link) for wire in far],
                    1.3 if role == "main" else 1.0,
                )
                start = lead

    def _curve(self, wire: Wire) -> _Edge:
        inner = wire.inner
        return _Edge(
            self._stop(inner.node.iri, wire.lead, inner.y),
            wire.other.node.iri,
            wire.role,
            _SHARES[wire.role],
            _wire_colour(wire),
            [self._links.number(wire.link)],
            1.3 if wire.role == "main" else 1.0,
        )


def _wire_colour(wire: Wire) -> str:
    """Of what links: films link by people and themes, so theirs is the colour."""
    inner, outer = wire.inner.node.kind, wire.other.node.kind
    return kind_look(outer if inner == "film" else inner).colour


def _merged(edges: Iterable[_Edge]) -> list[_Edge]:
    """One edge between two nodes: pyvis lets a second one fall without a word."""
    merged: dict[frozenset[str], _Edge] = {}
    for edge in edges:
        ends = frozenset((edge.source, edge.target))
        if ends in merged:
            edge.links = [*merged[ends].links, *edge.links]
            del merged[ends]
        merged[ends] = edge
    return list(merged.values())


def _nodes(picture: Picture, lens: Lens) -> list[_Options]:
    centre: _Options = {
        "n_id": picture.centre.iri,
        "label": shown(str(picture.centre)),
        "shape": "dot",
        "size": 1,
        "x": lens.x,
        "y": lens.y,
        "color": PALETTE["light"]["iris"],
    }
    return [centre, *(_vis_node(mark) for mark in lens.marks)]


def _vis_node(mark: Mark) -> _Options:
    look = kind_look(mark.node.kind)
    colour = PALETTE["light"][look.colour]
    hollow = mark.group.strength == 1
    return {
        "n_id": mark.node.iri,
        "label": shown(str(mark.node)),
        "shape": look.shape,
        "size": _SIZES[mark.group.strength],
        "x": _round(mark.x),
        "y": _round(mark.y),
        "color": {"border": colour, "background": PALETTE["light"]["ground"] if hollow else colour},
    }


def _vis_edge(edge: _Edge) -> _Options:
    return {
        "source": edge.source,
        "to": edge.target,
        "id": edge.id,
        "width": edge.width,
        "color": {"color": PALETTE["light"][edge.kind], "opacity": edge.share},
        "smooth": False if edge.role in ("spoke", "stem", "flat") else dict(_CURVE),
        "dashes": [1, 4] if edge.dashed else False,
    }


def _options() -> _Options:
    """Nothing moves, and the labels are ours: vis knows only labels below their shapes."""
    return {
        "physics": {"enabled": False},
        "interaction": {
            "dragNodes": False,
            "selectable": False,
            "selectConnectedEdges": False,
            "hover": False,
            "zoomSpeed": 0.6,
        },
        "nodes": {
            "borderWidth": 1.5,
            "chosen": False,
            "fixed": True,
            "font": {"size": 0},
            "labelHighlightBold": False,
        },
        "edges": {"chosen": False, "hoverWidth": 0, "selectionWidth": 0},
    }
