"""For every check of the shapes, the sound graph with the one fault that it must find."""

from collections.abc import Callable
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node
from tests.ontology.turtle import parse, sound

from filmgraph.build.shacl import Check

NOTHING: Final = URIRef("https://www.example.org/nothing")

K2 = "the-keeper-returns-1955"
BY_HAND: Final[dict[str, str]] = {
    "What a film is a remake of": "<film/the-keeper-1950> fg:basedOn <place/ireland> .",
    "The film is said to be a sequel": (f"<film/the-keeper-1950> fg:sequelOf <film/{K2}> ."),
    "A portrayal must be of characters of its own film": (
        f"<portrayal/the-keeper-1950/tom-rowe> fg:portrays <character/{K2}/ida> ."
    ),
    "Where there is a portrayal": (
        "<portrayal/the-keeper-1950/ann-lund> a fg:Portrayal ; fg:inFilm <film/the-keeper-1950> ;"
        " fg:portrayedBy <person/ann-lund> ."
    ),
    "A setting must have a place or a period": (
        "<setting/the-keeper-1950/nowhere> a fg:Setting ; fg:inFilm <film/the-keeper-1950> ."
    ),
    "No event may come before itself": (
        f"<event/{K2}/e2> fg:before <event/{K2}/e3> . <event/{K2}/e3> fg:before <event/{K2}/e1> ."
    ),
    "A place in the order of the story": f"<event/{K2}/e2> fg:storyOrder 0 .",
    "The index of a telling": f"<telling/{K2}/1> fg:tellingIndex 'first' .",
    "Two tellings of the film": (
        f"<telling/{K2}/3> a fg:Telling ; fg:inFilm <film/{K2}> ; fg:tellingIndex 1.1 ."
    ),
    "Nothing may be broader than itself": (
        "<theme/human-condition> skos:broader <theme/solitude> ."
    ),
}
"""The beginning of the message of a sh:sparql: what to add to the sound graph to break it."""


def broken(check: Check, shapes: Graph) -> Graph:
    """The sound graph with a fault that a check must find."""
    graph = sound()
    if check.component == "sparql":
        [text] = [text for start, text in BY_HAND.items() if check.message.startswith(start)]
        return graph + parse(text)
    inverse = check.path.startswith("^")
    path = URIRef(check.path.removeprefix("^"))
    node = _node(graph, check, shapes, path, inverse)
    values = sorted(graph.subjects(path, node) if inverse else graph.objects(node, path), key=str)
    keep = check.component == "maxCount"
    for value in [] if keep else values:
        graph.remove((value, path, node) if inverse else (node, path, value))
    if check.component != "minCount":
        new = _wrong(check, values[0])
        graph.add((new, path, node) if inverse else (node, path, new))
    return graph


def _node(graph: Graph, check: Check, shapes: Graph, path: URIRef, inverse: bool) -> Node:
    for kind in sorted(shapes.objects(URIRef(check.shape), SH.targetClass), key=str):
        for node in sorted(graph.subjects(RDF.type, kind), key=str):
            if ((None, path, node) if inverse else (node, path, None)) in graph:
                return node
    raise AssertionError(f"sound.ttl has no {check.path} for {check.shape}")


def _wrong(check: Check, value: Node) -> Node:
    """A value that breaks the constraint, as little as may be."""
    wrong: dict[str, Callable[[], Node]] = {
        "maxCount": lambda: NOTHING if isinstance(value, URIRef) else Literal("nothing"),
        "datatype": lambda: Literal(str(value), lang="en"),
        "class": lambda: NOTHING,
        "nodeKind": lambda: Literal("text") if isinstance(value, URIRef) else NOTHING,
        "in": lambda: NOTHING,
        "minInclusive": lambda: Literal(-1),
        "maxInclusive": lambda: Literal(2101),
        "pattern": lambda: Literal("?"),
        "minLength": lambda: Literal(""),
    }
    return wrong[check.component]()


def ill_typed() -> Graph:
    """The sound graph with a year that says it is a number and is none."""
    graph = sound()
    film = URIRef("https://w3id.org/filmgraph/film/the-keeper-1950")
    year = URIRef("https://w3id.org/filmgraph/ontology#year")
    graph.set((film, year, Literal("nineteen fifty", datatype=XSD.integer)))
    return graph


def list_of(graph: Graph, head: Node) -> list[Node]:
    """The members of an RDF list."""
    return list(Collection(graph, head))
