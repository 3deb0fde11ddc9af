"""A scene as SVG, and what our script needs to light its parts.

Drawn here and not in the browser: the page reads, prints and scales without a script, and its
words can be found and copied.
"""

from collections.abc import Iterable
from typing import Final

from filmgraph.export.look import kind_look
from filmgraph.export.page import safe
from filmgraph.export.scenes.scene import Caption, Field, Line, Scene, Spot, Wire

__all__ = ["lights", "svg"]

_ANCHORS: Final = {"left": "end", "right": "start", "below": "middle", "middle": "middle"}
_DROP: Final = {"end": 6, "title": 9, "fact": 5}
_FADE_FROM: Final = 0.45


def svg(scene: Scene) -> str:
    """The scene as SVG; shapes and words take their colours from the style of the page."""
    size = f'viewBox="0 0 {scene.width:.0f} {scene.height:.0f}"'
    still = "" if scene.wires else ' class="still"'
    return "\n".join(
        (
            f'<svg id="scene"{still} {size} role="group" aria-label="{safe(scene.title)}: '
            'a picture; the same in words is in the list below">',
            *_fades(scene),
            *(_field(field) for field in scene.fields),
            *(_wire(number, wire) for number, wire in enumerate(scene.wires)),
            *(_word(number, wire) for number, wire in enumerate(scene.wires) if wire.word),
            *(_caption(caption) for caption in scene.captions),
            *(_spot(number, spot) for number, spot in enumerate(scene.spots)),
            "</svg>",
        )
    )


def _fades(scene: Scene) -> Iterable[str]:
    """Gradients for spokes, which fade out towards the words in the middle."""
    kinds = sorted({wire.kind for wire in scene.wires if wire.role == "spoke"})
    if scene.fade is None or not kinds:
        return
    x, y, wide, high = scene.fade
    place = f'gradientTransform="translate({x:.1f} {y:.1f}) scale({wide:.1f} {high:.1f})"'
    yield "<defs>"
    for kind in kinds:
        yield (
            f'<radialGradient id="fade-{kind}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" '
            f'{place}><stop class="stop k-{kind}" offset="{_FADE_FROM}" stop-opacity="0"/>'
            f'<stop class="stop k-{kind}" offset="1" stop-opacity=".8"/></radialGradient>'
        )
    yield "</defs>"


def _field(field: Field) -> str:
    left, top, right, bottom = field.box
    wide, high = right - left, bottom - top
    if field.round:
        style = "field both" if field.both else "field"
        size = f'width="{wide:.1f}" height="{high:.1f}" rx="{field.round:.0f}"'
        shape = f'<rect class="{style}" x="{left:.1f}" y="{top:.1f}" {size}/>'
    else:
        middle = f'cx="{left + wide / 2:.1f}" cy="{top + high / 2:.1f}"'
        shape = f'<ellipse class="field" {middle} rx="{wide / 2:.1f}" ry="{high / 2:.1f}"/>'
    arcs = "".join(f'<path class="arc k-{kind}" d="{path}"/>' for kind, path in field.arcs)
    return shape + arcs


def _wire(number: int, wire: Wire) -> str:
    return (
        f'<path class="wire {wire.role} k-{wire.kind}" id="w{number}" d="{wire.path}" '
        f'stroke-width="{wire.width:g}"/>'
    )


def _word(number: int, wire: Wire) -> str:
    if wire.word is None:
        return ""
    word = wire.word
    top = word.y - (len(word.lines) - 1) * 7 + 4
    lines = "".join(
        f'<tspan x="{word.x:.1f}" y="{top + 14 * i:.1f}">{safe(line)}</tspan>'
        for i, line in enumerate(word.lines)
    )
    return f'<text class="word k-{wire.kind}" id="v{number}" text-anchor="middle">{lines}</text>'


def _caption(caption: Caption) -> str:
    return (
        f'<text class="{caption.style} k-{caption.kind}" x="{caption.x:.1f}" '
        f'y="{caption.y + 4:.1f}" text-anchor="{_ANCHORS[caption.anchor]}">'
        f"{safe(caption.text)}</text>"
    )


def _spot(number: int, spot: Spot) -> str:
    look = kind_look(spot.entity.kind)
    left, top, right, bottom = spot.box
    hollow = " hollow" if spot.hollow else ""
    shape = (
        f'<path class="shape" transform="translate({spot.x:.1f} {spot.y:.1f}) '
        f'scale({spot.size:g})" d="{look.path}"/>'
        if spot.size
        else ""
    )
    near = (
        f'<rect class="near" x="{min(left, spot.x - 8):.1f}" y="{min(top, spot.y - 8):.1f}" '
        f'width="{max(right, spot.x + 8) - min(left, spot.x - 8):.1f}" '
        f'height="{max(bottom, spot.y + 8) - min(top, spot.y - 8):.1f}"/>'
    )
    x = {"left": right, "right": left}.get(spot.anchor, spot.x)
    lines, y = [], top
    for line in spot.label:
        lines.append(_line(line, x, y + line.height / 2, right - left))
        y += line.height
    anchor = _ANCHORS[spot.anchor]
    first = "0" if number == 0 else "-1"
    return (
        f'<g class="spot k-{look.colour}{hollow}" id="s{number}" tabindex="{first}" role="img" '
        f'aria-label="{safe(spot.says or str(spot.entity))}">{near}{shape}'
        f'<text text-anchor="{anchor}">{"".join(lines)}</text></g>'
    )


def _line(line: Line, x: float, y: float, room: float) -> str:
    year = f'<tspan class="year">{safe(line.year)}</tspan>' if line.year else ""
    drop = _DROP.get(line.style, 4.5)
    # A space at the end of a tspan is kept only if it is no plain one.
    space = "\u00a0" if year and line.text.endswith(" ") else ""
    text = f"{safe(line.text)}{space}" if line.text else ""
    return f'<tspan class="{line.style}" x="{x:.1f}" y="{y + drop:.1f}">{text}{year}</tspan>'


def lights(scene: Scene) -> dict[str, object]:
    """For each part: what is lit with it, and what is read; as our script takes it."""
    near: dict[int, set[str]] = {i: {f"s{i}"} for i in range(len(scene.spots))}
    pairs = {wire.ends: f"w{i}" for i, wire in enumerate(scene.wires)}
    on: dict[str, set[str]] = {}
    if scene.routes:
        for route in scene.routes:
            parts = {f"s{end}" for pair in route for end in pair} | {pairs[pair] for pair in route}
            for part in parts:
                on.setdefault(part, set()).update(parts)
    else:
        for i, wire in enumerate(scene.wires):
            parts = {f"w{i}", *(f"s{end}" for end in wire.ends)}
            on[f"w{i}"] = parts
            for end in wire.ends:
                near[end] |= parts
        on.update({f"s{i}": parts for i, parts in near.items()})
    said = {f"s{i}": spot.says for i, spot in enumerate(scene.spots)}
    said |= {f"w{i}": wire.says for i, wire in enumerate(scene.wires)}
    return {
        "reading": scene.reading,
        "parts": {key: {"on": sorted(parts), "says": said[key]} for key, parts in on.items()},
        "places": [[round(spot.x), round(spot.y)] for spot in scene.spots],
    }
