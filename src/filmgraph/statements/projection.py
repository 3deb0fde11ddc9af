"""The edges that statements make: of two entities, or of two through a node between them.

Which statements make which edge is said in the table of `edge_kinds`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from filmgraph.names import BASE
from filmgraph.statements.edge_kinds import EDGES, NODE_KINDS, WEIGHTS, EdgeKind
from filmgraph.statements.terms import value_of
from filmgraph.vocabulary import FG, RDFS

__all__ = [
    "EDGES",
    "NODE_KINDS",
    "PREDICATES",
    "EdgeKey",
    "EdgeKind",
    "EdgeSaid",
    "Projected",
    "project",
]

EdgeKey: TypeAlias = tuple[int, str, str]
"""An edge: the number of its kind, the IRIs of its source and of its target."""


class EdgeSaid(NamedTuple):
    """What is said of an edge.

    Attributes
    ----------
    rank : int
        From which level on it may be seen: 0 open, 1 plot, 2 ending.
    texts : tuple of str
        Its text as each of the three levels has it; empty where there is none.
    order : int
        The number of its billing or weight; 0 where there is none.
    """

    rank: int
    texts: tuple[str, str, str]
    order: int


@dataclass(frozen=True, slots=True)
class Projected:
    """What some statements make.

    Attributes
    ----------
    edges : dict
        Each edge, and what is said of it.
    nodes : list of (str, str, str, int)
        IRI, kind, label and rank of nodes that have no name by which they are looked up.
    """

    edges: dict[EdgeKey, EdgeSaid]
    nodes: list[tuple[str, str, str, int]]


_Value: TypeAlias = tuple[str, int]
"""A term or a text, and the rank of the level from which on it may be seen."""

_Part: TypeAlias = dict[str, list[_Value]]
"""A node between: step from it, and what that leads to."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A kind of edge as `project` needs it.

    A step is a predicate as a term, with `^` before it where it leads to the node between.
    `starts` is how the terms of its two ends may begin.
    """

    number: int
    starts: tuple[tuple[str, str], ...]
    turned: bool
    end: str
    text: str
    order: str
    weighty: bool


@dataclass(slots=True)
class _Found:
    """An edge while it is found."""

    rank: int
    texts: Sequence[_Value] = ()
    order: int = 0

    def add(self, other: "_Found", weighty: bool) -> None:
        """Take in what says the same edge once more."""
        if other.rank < self.rank:
            # How much it counts must not be told by what may be seen later.
            self.rank, self.order = other.rank, other.order
        elif other.rank == self.rank:
            self.order = _stronger(self.order, other.order, weighty)
        self.texts = [*self.texts, *other.texts]

    def said(self) -> EdgeSaid:
        """All that is said of it, its texts in alphabetical order."""
        if not self.texts:
            return EdgeSaid(self.rank, _NO_TEXT, self.order)
        if len(self.texts) == 1:
            ((text, rank),) = self.texts
            return EdgeSaid(
                self.rank, (text if rank < 1 else "", text if rank < 2 else "", text), self.order
            )
        at = [
            " / ".join(sorted({text for text, rank in self.texts if rank <= level and text}))
            for level in range(3)
        ]
        return EdgeSaid(self.rank, (at[0], at[1], at[2]), self.order)


def _start(kind: str) -> str:
    return f"<{BASE}{kind}/"


def _step(path: str) -> str:
    if not path:
        return ""
    return f"^<{path[1:]}>" if path.startswith("^") else f"<{path}>"


def _row(number: int, kind: EdgeKind) -> _Row:
    return _Row(
        number,
        tuple((_start(one), _start(other)) for one, other in kind.ends),
        kind.direct.startswith("^"),
        _step(kind.end),
        _step(kind.text),
        _step(kind.order),
        bool(kind.weights),
    )


_ROWS: Final = [(kind, _row(number, kind)) for number, kind in enumerate(EDGES.values())]
_DIRECT: Final[dict[str, list[_Row]]] = {}
"""Predicate, as a term: the kinds of edge that it makes by itself."""
_FOLDS: Final[dict[str, list[_Row]]] = {}
"""Step to the source: the kinds of edge that a node between may make."""
_STEPS: Final[dict[str, list[str]]] = {}
"""Predicate, as a term: the steps that it makes."""

for _kind, _made in _ROWS:
    if _kind.direct:
        _DIRECT.setdefault(_step(_kind.direct).removeprefix("^"), []).append(_made)
        continue
    _FOLDS.setdefault(_step(_kind.start), []).append(_made)
    for _one in filter(None, (_step(_kind.start), _made.end, _made.text, _made.order)):
        _steps = _STEPS.setdefault(_one.removeprefix("^"), [])
        _steps.extend({_one}.difference(_steps))

_LABEL: Final = f"<{RDFS.label}>"
_USED: Final = frozenset({*_DIRECT, *_STEPS, _LABEL})
PREDICATES: Final = frozenset(term[1:-1] for term in _USED)
"""The predicates of all statements that make edges, or nodes."""
_UNNAMED: Final = {_start(kind): kind for kind in ("motif", "event")}
"""Kinds of node that have a label but no name by which they are looked up."""
_NO_TEXT: Final = ("", "", "")
_WEIGHTS: Final = {f"<{getattr(FG, word)}>": number for number, word in enumerate(WEIGHTS) if word}
_LAST: Final = 2**31 - 1
"""The highest number of a billing: what counts that far is not counted."""


def project(triples: Mapping[str, int]) -> Projected:
    """The edges that some statements make.

    Parameters
    ----------
    triples : mapping of str to int
        N-Triples text without the full stop: the rank of its level.  All that is said of a node
        between two ends must be among them.

    Examples
    --------
    >>> from filmgraph.names import curie
    >>> film = "<https://w3id.org/filmgraph/film/alien-1979>"
    >>> scott = "<https://w3id.org/filmgraph/person/ridley-scott>"
    >>> edges = project({f"{film} <https://schema.org/director> {scott}": 0}).edges
    >>> [(list(EDGES)[kind], curie(one), curie(other)) for kind, one, other in edges]
    [('DIRECTED', 'person/ridley-scott', 'film/alien-1979')]
    """
    parts: dict[str, _Part] = {}
    found: dict[EdgeKey, _Found] = {}
    nodes: list[tuple[str, str, str, int]] = []
    for triple, rank in triples.items():
        subject, predicate, value = triple.split(" ", 2)
        if predicate not in _USED:
            continue
        for row in _DIRECT.get(predicate, ()):
            source, target = (value, subject) if row.turned else (subject, value)
            _find(found, row, source, target, _Found(rank))
        for step in _STEPS.get(predicate, ()):
            middle, end = (value, subject) if step[0] == "^" else (subject, value)
            parts.setdefault(middle, {}).setdefault(step, []).append((end, rank))
        if predicate == _LABEL:
            nodes += [
                (subject[1:-1], kind, value_of(value), rank)
                for start, kind in _UNNAMED.items()
                if subject.startswith(start)
            ]
    for part in parts.values():
        if len(part) > 1:
            _fold(found, part)
    return Projected({key: edge.said() for key, edge in found.items()}, nodes)


def _find(found: dict[EdgeKey, _Found], row: _Row, source: str, target: str, edge: _Found) -> None:
    """Take in an edge, if its ends are what its kind leads from and to, and are two."""
    for one, other in row.starts:
        if source.startswith(one) and target.startswith(other) and source != target:
            known = found.setdefault((row.number, source[1:-1], target[1:-1]), edge)
            if known is not edge:
                known.add(edge, row.weighty)


def _fold(found: dict[EdgeKey, _Found], part: _Part) -> None:
    """Take in the edges that a node between makes: one for each two of its ends."""
    for start, sources in part.items():
        for row in _FOLDS.get(start, ()):
            for (source, one), (target, other) in product(sources, part.get(row.end, ())):
                rank = max(one, other)
                texts = [(value_of(text), max(rank, at)) for text, at in part.get(row.text, ())]
                order = _order(part.get(row.order, ()), rank, row.weighty)
                _find(found, row, source, target, _Found(rank, texts, order))


def _order(said: Sequence[_Value], rank: int, weighty: bool) -> int:
    """How much an edge counts, by what may be seen as soon as the edge."""
    order = 0
    for term, at in said:
        if at <= rank:
            order = _stronger(order, _number(term, weighty), weighty)
    return order


def _stronger(one: int, other: int, weighty: bool) -> int:
    """Of two billings or weights, the one that counts more; 0 is none."""
    if not one or not other:
        return one or other
    return max(one, other) if weighty else min(one, other)


def _number(term: str, weighty: bool) -> int:
    if weighty:
        return _WEIGHTS.get(term, 0)
    digits = value_of(term)
    if not digits.isdecimal():
        return 0
    return int(digits) if len(digits) < 10 else _LAST
