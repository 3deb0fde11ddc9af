"""The lines of a laid-out picture, as vis can draw them.

vis draws every edge as one line or one S-curve between two nodes.  A bundle that runs straight
past the labels before it bends, a spoke that fades out where the title begins, and a thread that
passes above or below the title therefore go by way of nodes without size.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from filmgraph.export.lens import Lens, Mark, Wire
from filmgraph.export.look import kind_look
from filmgraph.export.picture import Link, Picture
from filmgraph.export.saying import Sayings
from filmgraph.names import IRI

__all__ = ["Edge", "Links", "Plan", "Stop"]

_SPOKES: Final[Mapping[int, float]] = {3: 3.6, 2: 1.6, 1: 1.0}
_SHARES: Final[Mapping[str, float]] = {"main": 0.5, "further": 0.16, "thread": 0.5, "spoke": 0.7}
_NEAR: Final = 4
_TITLE_HALF: Final = (128, 74)
_FLAT: Final = 0.36
_HUB: Final = "hub"


@dataclass(frozen=True, slots=True)
class Stop:
    """A node without size; its colour is where a gradient starts."""

    key: str
    x: float
    y: float
    colour: str


@dataclass(slots=True)
class Edge:
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
        """Its name in vis."""
        return f"{self.role} {self.source} {self.target}"


class Links:
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

    def said(self) -> list[tuple[tuple[IRI, IRI], str]]:
        """The ends and the words of each link, in the order of their numbers."""
        return list(zip(self._ends, self._words, strict=True))


class Plan:
    """The edges of vis, and the stops they go by."""

    def __init__(self, lens: Lens, links: Links) -> None:
        self._lens = lens
        self._links = links
        self._stops: dict[str, Stop] = {}

    def edges(self) -> list[Edge]:
        """In the order they are drawn: what matters most comes last, on top."""
        wires = self._lens.wires
        curves = [w for w in wires if w.role in ("main", "further")]
        edges = [self._spoke(mark) for mark in self._lens.marks if not mark.group.outer]
        edges += [half for w in wires if w.role == "thread" for half in self._thread(w)]
        edges += self._stems(curves)
        edges += [self._curve(w) for w in curves if w.role == "further"]
        edges += [self._curve(w) for w in curves if w.role == "main"]
        return _merged(edges)

    def stops(self) -> list[Stop]:
        """The nodes without size that edges go by."""
        return list(self._stops.values())

    def _stop(self, name: str, x: float, y: float, colour: str = "iris") -> str:
        key = f"{name} {x:.1f} {y:.1f}"
        self._stops.setdefault(key, Stop(key, x, y, colour))
        return key

    def _spoke(self, mark: Mark) -> Edge:
        # It ends, faded out, where the title begins, so that no line runs through words.
        slope = (mark.y - self._lens.y) / self._lens.tall
        side = 1 if mark.side == "right" else -1
        x = self._lens.x + side * _TITLE_HALF[0] * sqrt(max(0.04, 1 - slope * slope))
        return Edge(
            self._stop(_HUB, x, self._lens.y + _TITLE_HALF[1] * slope),
            mark.node.iri,
            "spoke",
            _SHARES["spoke"],
            kind_look(mark.node.kind).colour,
            [self._links.own(mark)],
            _SPOKES[mark.group.strength],
            dashed=mark.group.strength == 1,
        )

    def _thread(self, wire: Wire) -> Iterable[Edge]:
        """From rim to rim: down beside the title, not through it, and flat above or below it."""
        number = self._links.number(wire.link)
        share = _SHARES["thread"]
        bends = []
        for end in (wire.inner, wire.other):
            colour = kind_look(end.node.kind).colour
            x = self._lens.x + _FLAT * (end.x - self._lens.x)
            bend = self._stop(f"thread {number}", x, wire.lead, colour)
            bends.append(bend)
            yield Edge(end.node.iri, bend, "thread", share, colour, [number], 1.3)
        yield Edge(bends[0], bends[1], "flat", share, colour, [number], 1.3)

    def _stems(self, wires: Sequence[Wire]) -> Iterable[Edge]:
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
                yield Edge(
                    self._stop(inner.node.iri, start, inner.y),
                    self._stop(inner.node.iri, lead, inner.y),
                    "stem",
                    _SHARES[role],
                    _wire_colour(far[0]),
                    [self._links.number(wire.link) for wire in far],
                    1.3 if role == "main" else 1.0,
                )
                start = lead

    def _curve(self, wire: Wire) -> Edge:
        inner = wire.inner
        return Edge(
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


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """One edge between two nodes: pyvis lets a second one fall without a word."""
    merged: dict[frozenset[str], Edge] = {}
    for edge in edges:
        ends = frozenset((edge.source, edge.target))
        if ends in merged:
            edge.links = [*merged[ends].links, *edge.links]
            del merged[ends]
        merged[ends] = edge
    return list(merged.values())
