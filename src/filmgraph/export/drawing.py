"""A laid-out picture as vis draws it (nodes, edges, options) and as our script draws over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from filmgraph.export.lens import LINE, Caption, Lens, Mark
from filmgraph.export.lettering import shown, wrap
from filmgraph.export.look import PALETTE, kind_look
from filmgraph.export.picture import Picture
from filmgraph.export.saying import Sayings
from filmgraph.export.strokes import Edge, Links, Plan, Stop

__all__ = ["Drawing", "drawing"]

_Options: TypeAlias = dict[str, object]

_TITLE_WIDTH: Final = 290
_READING_SIZE: Final = 13.5
_READING_WIDTH: Final = 262
_READING_LINES: Final = 8
_SIZES: Final[Mapping[int, float]] = {3: 6.2, 2: 5, 1: 4}
_STRAIGHT: Final = ("spoke", "stem", "flat")
_CURVE: Final = {
    "enabled": True,
    "type": "cubicBezier",
    "forceDirection": "horizontal",
    "roundness": 0.5,
}


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
    links = Links(picture, lens, sayings)
    plan = Plan(lens, links)
    edges = plan.edges()
    stops = plan.stops()
    return Drawing(
        nodes=[*_nodes(picture, lens), *(_vis_stop(stop) for stop in stops)],
        edges=[_vis_edge(edge) for edge in edges],
        options=_options(),
        data={
            "palette": {name: dict(colours) for name, colours in PALETTE.items()},
            **_lens_data(lens),
            "centre": picture.centre.iri,
            "marks": [_centre_data(picture), *(_mark_data(mark, sayings) for mark in lens.marks)],
            "captions": [_caption_data(picture, caption) for caption in lens.captions],
            "stops": [{"id": stop.key, "kind": stop.colour} for stop in stops],
            "links": [
                {"ends": list(ends), "words": words, "reading": _reading(words)}
                for ends, words in links.said()
            ],
            "wires": [_wire_data(edge) for edge in edges],
        },
    )


def _lens_data(lens: Lens) -> _Options:
    return {
        "x": lens.x,
        "y": lens.y,
        "width": lens.width,
        "height": lens.height,
        "rim": lens.rim,
        "tall": _round(lens.tall),
        "line": LINE,
        "titleWidth": _TITLE_WIDTH,
        "title": [{"text": line.text, "style": line.style} for line in lens.title],
        "arcs": [
            [kind_look(kind).colour, side, _round(top), _round(bottom)]
            for kind, side, top, bottom in lens.arcs
        ],
    }


def _caption_data(picture: Picture, caption: Caption) -> _Options:
    return {
        "text": caption.text,
        "style": caption.style,
        "kind": _group_colour(picture, caption.group),
        "x": _round(caption.x),
        "y": _round(caption.y),
        "side": caption.side,
    }


def _wire_data(edge: Edge) -> _Options:
    return {
        "id": edge.id,
        "role": edge.role,
        "kind": edge.kind,
        "share": edge.share,
        "width": edge.width,
        "links": edge.links,
    }


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


def _vis_stop(stop: Stop) -> _Options:
    return {
        "n_id": stop.key,
        "label": " ",
        "shape": "dot",
        "size": 0,
        "borderWidth": 0,
        "x": _round(stop.x),
        "y": _round(stop.y),
        "color": PALETTE["light"][stop.colour],
    }


def _vis_edge(edge: Edge) -> _Options:
    return {
        "source": edge.source,
        "to": edge.target,
        "id": edge.id,
        "width": edge.width,
        "color": {"color": PALETTE["light"][edge.kind], "opacity": edge.share},
        "smooth": False if edge.role in _STRAIGHT else dict(_CURVE),
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
