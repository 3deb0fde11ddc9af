"""The edges of a build while they are collected: columns of numbers, every text held once."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from filmgraph.curtain import LEVELS
from filmgraph.statements.projection import EDGES, EdgeKey, EdgeSaid, project

__all__ = ["EdgeColumns", "Said"]

_VERSION_OF: Final = tuple(EDGES).index("VERSION_OF")

Said = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""At each level, the sources that say so up to there."""


@dataclass(slots=True)
class EdgeColumns:
    """Edges in the order in which they are found; their ends by the order in which those are.

    Attributes
    ----------
    names : dict
        IRI of an end, of a film: its number here.
    words : dict
        Text of an edge: its number.  The empty text is 0.
    said : dict
        Who says so: its number.
    nodes : dict
        IRI of a node that has no name to be looked up by: (kind, label, rank).
    kinds, sources, targets, ranks, films, texts, orders, said_by : array
        A number an edge, `texts` three.  A film of -1 is none.
    """

    names: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=lambda: {"": 0})
    said: dict[Said, int] = field(default_factory=dict)
    nodes: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    kinds: "array[int]" = field(default_factory=lambda: array("B"))
    sources: "array[int]" = field(default_factory=lambda: array("q"))
    targets: "array[int]" = field(default_factory=lambda: array("q"))
    ranks: "array[int]" = field(default_factory=lambda: array("B"))
    films: "array[int]" = field(default_factory=lambda: array("q"))
    texts: "array[int]" = field(default_factory=lambda: array("q"))
    orders: "array[int]" = field(default_factory=lambda: array("q"))
    said_by: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.kinds)

    def add(
        self,
        merged: Mapping[str, int],
        by_source: Mapping[str, Mapping[str, int]],
        film: str | None = None,
    ) -> None:
        """Take in the edges that some statements make.

        Parameters
        ----------
        merged : mapping of str to int
            Triples with the ranks of their levels, as `project` takes them.
        by_source : mapping
            Name of a source: what it says of the same, in the same way.
        film : str, optional
            IRI of the film that the edges give away.  That a character of it is in other films too
            gives these away as well: such edges are of no film, so seeing one shows none.
        """
        projected = project(merged)
        said = _said_by(projected.edges, by_source)
        number = -1 if film is None else self._number(film)
        for key, edge in projected.edges.items():
            self._append(key, edge, -1 if key[0] == _VERSION_OF else number, said[key])
        for iri, kind, label, rank in projected.nodes:
            known = self.nodes.get(iri)
            if known is None or rank < known[2]:
                self.nodes[iri] = (kind, label, rank)

    def _append(self, key: EdgeKey, edge: EdgeSaid, film: int, said: Said) -> None:
        kind, source, target = key
        self.kinds.append(kind)
        self.sources.append(self._number(source))
        self.targets.append(self._number(target))
        self.ranks.append(edge.rank)
        self.films.append(film)
        for text in edge.texts:
            self.texts.append(self.words.setdefault(text, len(self.words)))
        self.orders.append(edge.order)
        self.said_by.append(self.said.setdefault(said, len(self.said)))

    def _number(self, iri: str) -> int:
        return self.names.setdefault(iri, len(self.names))


def _said_by(
    edges: Mapping[EdgeKey, EdgeSaid], by_source: Mapping[str, Mapping[str, int]]
) -> dict[EdgeKey, Said]:
    """Who says each edge, from which level on."""
    if len(by_source) == 1:
        (source,) = by_source
        sets = [_said({source: rank}) for rank in range(len(LEVELS))]
        return {key: sets[edge.rank] for key, edge in edges.items()}
    ranks: dict[EdgeKey, dict[str, int]] = {}
    for source, triples in by_source.items():
        for key, edge in project(triples).edges.items():
            ranks.setdefault(key, {})[source] = edge.rank
    # What only several sources together say is said by none of them alone.
    return {key: _said(ranks.get(key, {})) for key in edges}


def _said(ranks: Mapping[str, int]) -> Said:
    at = [
        tuple(sorted(source for source, rank in ranks.items() if rank <= level))
        for level in range(len(LEVELS))
    ]
    return at[0], at[1], at[2]
