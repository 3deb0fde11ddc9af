"""What the tests of the ontology share: the files, and reading Turtle."""

from pathlib import Path
from typing import Final

from rdflib import Graph, URIRef

from filmgraph.names import BASE, PREFIXES
from filmgraph.shipped import folder

HERE: Final = Path(__file__).parent
ONTOLOGY: Final = folder("ontology")
PREFIX_LINES: Final = f"@base <{BASE}> .\n" + "".join(
    f"@prefix {prefix}: <{start}> .\n" for prefix, start in PREFIXES.items()
)


def read(*names: str) -> Graph:
    """The files of the ontology together, without the prefixes that rdflib binds by itself."""
    graph = Graph(bind_namespaces="none")
    for name in names:
        graph.parse(ONTOLOGY / f"{name}.ttl", format="turtle")
    return graph


def parse(text: str) -> Graph:
    """A snippet of Turtle with our prefixes and base."""
    return Graph(bind_namespaces="none").parse(data=PREFIX_LINES + text, format="turtle")


def sound() -> Graph:
    """The sound graph that has everything."""
    return Graph(bind_namespaces="none").parse(HERE / "sound.ttl", format="turtle")


def iri(short: str) -> URIRef:
    """The IRI of a CURIE."""
    prefix, _, rest = short.partition(":")
    return URIRef(PREFIXES[prefix] + rest)
