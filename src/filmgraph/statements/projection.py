"""The property graph: which statements become edges, as one table, and the edges of some of them.

All copies of the graph that have nodes and edges (the arrays, Cypher, networkx, GraphML) take both
from here.  A node of more than two ends is folded into edges: a portrayal becomes `person ACTED_IN
film` and `person PORTRAYS character`, a use of a theme `film HAS_THEME theme`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Final

from filmgraph.curtain import LEVELS
from filmgraph.names import IRI, kind_of
from filmgraph.statements.terms import value_of
from filmgraph.vocabulary import FG, RDFS, SCHEMA, SKOS

__all__ = ["EDGES", "NODE_KINDS", "EdgeKind", "Projected", "ProjectedEdge", "project"]

NODE_KINDS: Final = (
    "film",
    "person",
    "character",
    "theme",
    "genre",
    "place",
    "organization",
    "period",
    "series",
    "motif",
    "event",
)
"""Kinds of entity that are nodes; the number of a kind is its place here."""

_UNNAMED: Final = frozenset({"motif", "event"})
"""Kinds of node that have a label but no name by which they are looked up."""

_WEIGHTS: Final = ("", "suggested", "minor", "major", "choice")


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """One kind of edge: what it is called, and the statements it is made of.

    Attributes
    ----------
    name : str
        As a property graph writes it: `ACTED_IN`.
    ends : tuple of (str, str)
        The kinds of entity it leads from and to; several pairs where one word serves all.
    words, back : str
        What stands between its ends, read along the edge and against it: `acted in`, `with`.
    direct : str
        A predicate whose subject and object are the ends; `^` before it turns them around.
    start, end : str
        Or the predicates that lead from a node between to the two ends; `^` before one that leads
        from the end to the node.
    text : str
        The predicate of the node between whose value is the edge's text, such as a credited role.
    order : str
        The predicate whose value says how much the edge counts: a billing or a weight.
    says : str
        What stands before the text in a sentence: `as`; empty where the text is the verb itself.
    weights : tuple of str
        The words for the numbers of `order`, where it has words.

    Examples
    --------
    >>> EDGES["ACTED_IN"].ends, EDGES["ACTED_IN"].words
    ((('person', 'film'),), 'acted in')
    """

    name: str
    ends: tuple[tuple[str, str], ...]
    words: str
    back: str
    direct: str = ""
    start: str = ""
    end: str = ""
    text: str = ""
    order: str = ""
    says: str = "as"
    weights: tuple[str, ...] = ()


def _inverse(predicate: IRI) -> str:
    return f"^{predicate}"


def _credit(name: str, words: str, back: str, predicate: IRI) -> EdgeKind:
    return EdgeKind(name, (("person", "film"),), words, back, direct=_inverse(predicate))


def _of_film(name: str, kind: str, words: str, back: str, predicate: IRI) -> EdgeKind:
    return EdgeKind(name, (("film", kind),), words, back, direct=predicate)


_TABLE: Final = (
    EdgeKind(
        "ACTED_IN",
        (("person", "film"),),
        "acted in",
        "with",
        start=FG.portrayedBy,
        end=FG.inFilm,
        text=FG.creditedAs,
        order=FG.billing,
    ),
    _credit("DIRECTED", "directed", "directed by", SCHEMA.director),
    _credit("WROTE", "wrote", "written by", FG.writer),
    _credit("PRODUCED", "produced", "produced by", SCHEMA.producer),
    _credit("COMPOSED", "wrote the music of", "with music by", SCHEMA.musicBy),
    _credit("SHOT", "shot", "shot by", FG.cinematographer),
    _credit("EDITED", "edited", "edited by", SCHEMA.editor),
    _credit("CONTRIBUTED_TO", "worked on", "with work by", SCHEMA.contributor),
    EdgeKind(
        "PORTRAYS",
        (("person", "character"),),
        "plays",
        "played by",
        start=FG.portrayedBy,
        end=FG.portrays,
    ),
    EdgeKind(
        "APPEARS_IN",
        (("character", "film"),),
        "appears in",
        "with the character",
        direct=FG.inFilm,
    ),
    EdgeKind(
        "RELATED_TO",
        (("character", "character"),),
        "is related to",
        "is related to",
        start=FG.who,
        end=FG.whom,
        text=FG.relation,
        says="",
    ),
    EdgeKind(
        "HAS_THEME",
        (("film", "theme"),),
        "is about",
        "is a theme of",
        start=FG.inFilm,
        end=FG.theme,
        order=FG.weight,
        weights=_WEIGHTS,
    ),
    EdgeKind(
        "SAID_OF",
        (("theme", "character"),),
        "is said of",
        "stands for",
        start=FG.theme,
        end=FG.saidOf,
    ),
    _of_film("HAS_MOTIF", "motif", "has the motif", "is a motif of", FG.motif),
    _of_film("HAS_GENRE", "genre", "is a film of", "is the genre of", SCHEMA.genre),
    EdgeKind(
        "SET_IN",
        (("film", "place"),),
        "is set in",
        "is where they set",
        start=FG.inFilm,
        end=FG.place,
    ),
    EdgeKind(
        "SET_DURING",
        (("film", "period"),),
        "is set during",
        "is when they set",
        start=FG.inFilm,
        end=FG.period,
    ),
    _of_film("REMAKE_OF", "film", "is a remake of", "was remade as", FG.remakeOf),
    _of_film("SEQUEL_OF", "film", "is a sequel of", "was followed by", FG.sequelOf),
    _of_film("BASED_ON", "film", "is based on", "is what they made of it in", FG.basedOn),
    _of_film("IN_SERIES", "series", "is part of", "has as a part", FG.inSeries),
    _of_film("MADE_IN", "place", "was made in", "is where they made", SCHEMA.countryOfOrigin),
    _of_film(
        "MADE_BY", "organization", "was made by", "is the company of", SCHEMA.productionCompany
    ),
    _of_film("DISTRIBUTED_BY", "organization", "was distributed by", "distributed", FG.distributor),
    EdgeKind(
        "BROADER",
        (("theme", "theme"), ("genre", "genre"), ("place", "place")),
        "is a kind of",
        "includes",
        direct=SKOS.broader,
    ),
    EdgeKind("HAPPENS_IN", (("event", "film"),), "happens in", "tells", direct=FG.inFilm),
    EdgeKind(
        "TAKES_PART_IN",
        (("character", "event"),),
        "takes part in",
        "with",
        start=FG.participant,
        end=_inverse(FG.participation),
        text=FG.partPlayed,
    ),
    EdgeKind(
        "HAPPENS_AT",
        (("event", "place"),),
        "happens in",
        "is where it happens:",
        start=_inverse(FG.where),
        end=FG.place,
    ),
    EdgeKind("BEFORE", (("event", "event"),), "comes before", "comes after", direct=FG.before),
    EdgeKind("DURING", (("event", "event"),), "happens during", "is when", direct=FG.during),
)

EDGES: Final[Mapping[str, EdgeKind]] = MappingProxyType({one.name: one for one in _TABLE})
"""Name: kind of edge.  The number of a kind is its place here; those that tell most come first."""


@dataclass(frozen=True, slots=True)
class ProjectedEdge:
    """An edge as some statements make it.

    Attributes
    ----------
    kind : int
        Its place in `EDGES`.
    source, target : str
        IRIs.
    rank : int
        From which level on it may be seen: 0 open, 1 plot, 2 ending.
    texts : tuple of str
        Its text as each of the three levels has it; empty where there is none.
    order : int
        The number of its billing or weight; 0 where there is none.
    """

    kind: int
    source: str
    target: str
    rank: int
    texts: tuple[str, str, str] = ("", "", "")
    order: int = 0


@dataclass(frozen=True, slots=True)
class Projected:
    """What some statements make.

    Attributes
    ----------
    edges : list of ProjectedEdge
        One for a kind, a source and a target.
    nodes : list of (str, str, str, int)
        IRI, kind, label and rank of nodes that have no name by which they are looked up.
    """

    edges: list[ProjectedEdge]
    nodes: list[tuple[str, str, str, int]]


_Values = list[tuple[str, int]]
"""Terms with the ranks at which they are said."""

_DIRECT: dict[str, list[tuple[int, bool]]] = defaultdict(list)
"""Predicate, as a term: the numbers of the kinds it makes, and whether the ends are turned."""
_PARTS: dict[str, set[bool]] = defaultdict(set)
"""Predicate, as a term: whether it leads from the node between (False) or to it (True)."""
_KIND_NUMBER: Final = {name: number for number, name in enumerate(EDGES)}
_LABEL: Final = f"<{RDFS.label}>"
_NO_TEXT: Final = ("", "", "")


def _path(step: str) -> tuple[str, bool]:
    return f"<{step.removeprefix('^')}>", step.startswith("^")


_FOLDS: list[tuple[int, tuple[str, bool], tuple[str, bool]]] = []
for _kind in _TABLE:
    if _kind.direct:
        _predicate, _turned = _path(_kind.direct)
        _DIRECT[_predicate].append((_KIND_NUMBER[_kind.name], _turned))
    else:
        _FOLDS.append((_KIND_NUMBER[_kind.name], _path(_kind.start), _path(_kind.end)))
        for _step in filter(None, (_kind.start, _kind.end, _kind.text, _kind.order)):
            _predicate, _turned = _path(_step)
            _PARTS[_predicate].add(_turned)
_USED: Final = frozenset({*_DIRECT, *_PARTS, _LABEL})


def project(triples: Mapping[str, int]) -> Projected:
    """The edges that some statements make.

    Parameters
    ----------
    triples : mapping of str to int
        N-Triples text without the full stop: the rank of its level.  All that is said of a node
        between two ends must be among them.

    Examples
    --------
    >>> film = "<https://w3id.org/filmgraph/film/alien-1979>"
    >>> scott = "<https://w3id.org/filmgraph/person/ridley-scott>"
    >>> (edge,) = project({f"{film} <https://schema.org/director> {scott}": 0}).edges
    >>> list(EDGES)[edge.kind], edge.source.rpartition("/")[2], edge.target.rpartition("/")[2]
    ('DIRECTED', 'ridley-scott', 'alien-1979')
    """
    parts: dict[str, dict[tuple[str, bool], _Values]] = {}
    found: list[ProjectedEdge] = []
    nodes: list[tuple[str, str, str, int]] = []
    for triple, rank in triples.items():
        subject, predicate, value = triple.split(" ", 2)
        if predicate not in _USED:
            continue
        for kind, turned in _DIRECT.get(predicate, ()):
            ends = (value, subject) if turned else (subject, value)
            found.extend(_edge(kind, ends, rank))
        for inverse in _PARTS.get(predicate, ()):
            middle, end = (value, subject) if inverse else (subject, value)
            parts.setdefault(middle, {}).setdefault((predicate, inverse), []).append((end, rank))
        if predicate == _LABEL and (kind_name := kind_of(subject[1:-1])) in _UNNAMED:
            nodes.append((subject[1:-1], kind_name, value_of(value), rank))
    for part in parts.values():
        found.extend(_folded(part))
    return Projected(_merged(found), nodes)


def _edge(
    kind: int,
    ends: tuple[str, str],
    rank: int,
    texts: tuple[str, str, str] = _NO_TEXT,
    order: int = 0,
) -> Iterator[ProjectedEdge]:
    """The edge, if its ends are what the kind leads from and to, and are two."""
    source, target = ends[0][1:-1], ends[1][1:-1]
    if source != target and (kind_of(source), kind_of(target)) in _TABLE[kind].ends:
        yield ProjectedEdge(kind, source, target, rank, texts, order)


def _folded(part: Mapping[tuple[str, bool], _Values]) -> Iterator[ProjectedEdge]:
    for kind, start, end in _FOLDS:
        if start not in part or end not in part:
            continue
        row = _TABLE[kind]
        for (source, one), (target, other) in product(part[start], part[end]):
            rank = max(one, other)
            texts = _texts(part.get((f"<{row.text}>", False), ()), rank) if row.text else _NO_TEXT
            order = _order(row, part.get((f"<{row.order}>", False), ()), rank) if row.order else 0
            yield from _edge(kind, (source, target), rank, texts, order)


def _texts(said: Sequence[tuple[str, int]], rank: int) -> tuple[str, str, str]:
    """The text of an edge at each level: what is said up to there, in alphabetical order."""
    if not said:
        return _NO_TEXT
    if len(said) == 1 and said[0][1] <= rank:
        text = value_of(said[0][0])
        return tuple(text if level >= rank else "" for level in range(3))  # type: ignore[return-value]
    at = [
        " / ".join(sorted({value_of(term) for term, number in said if number <= level}))
        if level >= rank
        else ""
        for level in range(len(LEVELS))
    ]
    return at[0], at[1], at[2]


def _order(kind: EdgeKind, said: Sequence[tuple[str, int]], rank: int) -> int:
    values = [value_of(term) for term, number in said if number <= rank]
    if not values:
        return 0
    if kind.weights:
        return max(map(_weight, values))
    return min(int(value) for value in values)


def _weight(iri: str) -> int:
    return _WEIGHTS.index(iri.rpartition("#")[2])


def _merged(edges: Iterable[ProjectedEdge]) -> list[ProjectedEdge]:
    """The edges, those of one kind and the same two ends made one."""
    merged: dict[tuple[int, str, str], ProjectedEdge] = {}
    for edge in edges:
        key = (edge.kind, edge.source, edge.target)
        known = merged.get(key)
        merged[key] = edge if known is None else _both(known, edge)
    return list(merged.values())


def _both(one: ProjectedEdge, other: ProjectedEdge) -> ProjectedEdge:
    first, second = (one, other) if one.rank <= other.rank else (other, one)
    texts = [
        " / ".join(sorted({text for text in pair if text}))
        for pair in zip(one.texts, other.texts, strict=True)
    ]
    # What counts must not be told by what may be seen later.
    orders = [edge.order for edge in (first, second) if edge.rank == first.rank and edge.order]
    weighty = _TABLE[one.kind].weights
    order = (max(orders) if weighty else min(orders)) if orders else 0
    return ProjectedEdge(
        one.kind, one.source, one.target, first.rank, (texts[0], texts[1], texts[2]), order
    )
