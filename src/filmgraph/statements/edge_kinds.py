"""The property graph: its kinds of nodes, and which statements become edges, as one table.

All copies of the graph that have nodes and edges (the arrays, Cypher, networkx, GraphML) take both
from here.  A node of more than two ends is folded into edges: a portrayal becomes `person ACTED_IN
film` and `person PORTRAYS character`, a use of a theme `film HAS_THEME theme`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from filmgraph.names import IRI
from filmgraph.values import KINDS
from filmgraph.vocabulary import FG, SCHEMA, SKOS

__all__ = ["EDGES", "NODE_KINDS", "WEIGHTS", "EdgeKind"]

NODE_KINDS: Final = (*KINDS, "motif", "event")
"""Kinds of entity that are nodes; the number of a kind is its place here."""

WEIGHTS: Final = ("", "suggested", "minor", "major", "choice")
"""How much a theme counts: the word for each number that an edge may have."""


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
        "VERSION_OF",
        (("character", "identity"),),
        "is a version of",
        "has the version",
        direct=FG.identity,
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
        weights=WEIGHTS,
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
    _of_film("HAS_GENRE", "genre", "has the genre", "is the genre of", SCHEMA.genre),
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
