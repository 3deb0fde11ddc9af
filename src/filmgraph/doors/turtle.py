"""Reads Turtle files of ours, such as the ontology's concept schemes."""

from pathlib import Path

import pyoxigraph as ox

__all__ = ["triples_of"]


def triples_of(path: Path) -> list[str]:
    """The triples of a Turtle file as N-Triples text without the full stop, sorted.

    Examples
    --------
    >>> from filmgraph.shipped import folder
    >>> triples = triples_of(folder("ontology") / "schemes.ttl")
    >>> any("ontology#choice>" in triple for triple in triples)
    True
    """
    return sorted(str(quad.triple) for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
