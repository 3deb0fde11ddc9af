"""Small graphs as arrays, without a build: from a list of links, or by chance from a seed."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.arrays.graph_files import open_arrays, write_arrays
from filmgraph.arrays.names_files import NameEntry
from filmgraph.curtain import LEVELS
from filmgraph.names import BASE, IRI, kind_of
from filmgraph.record import Level
from filmgraph.statements.projection import EDGES

__all__ = ["Link", "copy_of", "graph_of", "known_of", "links_of", "number_of", "random_graph"]

_COUNTS = {
    "film": 14,
    "person": 16,
    "character": 8,
    "theme": 5,
    "genre": 3,
    "place": 3,
    "organization": 2,
    "period": 2,
    "series": 2,
    "motif": 2,
    "event": 5,
}
"""Kind of entity: how many a graph by chance has."""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two entities, which are called by their short names.

    Examples
    --------
    >>> Link("person/ann", "ACTED_IN", "film/alien", text="Ripley").level
    'open'
    """

    source: str
    kind: str
    target: str
    level: Level = "open"
    text: str = ""
    order: int = 0
    sources: tuple[str, ...] = ("mine",)


def graph_of(
    folder: Path,
    links: Iterable[Link],
    *,
    years: Mapping[str, int] | None = None,
    alone: Iterable[str] = (),
    level: Level = "open",
) -> Adjacency:
    """The arrays of some links, written into a folder and opened at a level.

    An entity may be seen from the lowest level of its links on; its kind is the first part of its
    name, its label the last.  An edge gives its film away where it has one.
    `alone` are entities without a link, `years` those of films.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     graph = graph_of(Path(name), [Link("person/ann", "ACTED_IN", "film/alien")])
    ...     [graph.files.iris[node] for node in graph.beside(number_of(graph, "film/alien"))]
    ['https://w3id.org/filmgraph/person/ann']
    """
    edges, ranks = EdgeColumns(), dict.fromkeys(alone, 0)
    for link in links:
        rank = LEVELS.index(link.level)
        _append(edges, link, rank)
        for end in (link.source, link.target):
            ranks[end] = min(rank, ranks.get(end, rank))
    years = years or {}
    names = [
        NameEntry(
            IRI(BASE + name),
            kind_of(BASE + name),
            name.rpartition("/")[2],
            years.get(name),
            level=LEVELS[rank],
        )
        for name, rank in ranks.items()
    ]
    write_arrays(folder, names, edges)
    return Adjacency(open_arrays(folder), level)


def _append(edges: EdgeColumns, link: Link, rank: int) -> None:
    edges.kinds.append(list(EDGES).index(link.kind))
    for column, end in ((edges.sources, link.source), (edges.targets, link.target)):
        column.append(edges.names.setdefault(BASE + end, len(edges.names)))
    edges.ranks.append(rank)
    films = [end for end in (link.source, link.target) if end.startswith("film/")]
    edges.films.append(edges.names[BASE + films[0]] if films else -1)
    for _ in LEVELS:
        edges.texts.append(edges.words.setdefault(link.text, len(edges.words)))
    edges.orders.append(link.order)
    at = [link.sources if level >= rank else () for level in range(len(LEVELS))]
    edges.said_by.append(edges.said.setdefault((at[0], at[1], at[2]), len(edges.said)))


def random_graph(
    folder: Path,
    seed: int,
    *,
    counts: Mapping[str, int] | None = None,
    links: int = 70,
    kinds: Iterable[str] = tuple(EDGES),
    levels: Iterable[Level] = ("open",),
    level: Level = "open",
) -> Adjacency:
    """A graph by chance, the same for the same seed; films have a year from 1980 to 1989 or none.

    Parameters
    ----------
    folder : Path
        Where its arrays are written.
    seed : int
    counts : mapping of str to int, optional
        How many entities of each kind there are, by default a few of each: `person/0`, `person/1`,
        ….  Some have no link, so that the graph has several parts.
    links : int
        About how many edges; a third of them are of people who act.
    kinds : iterable of str
        The kinds of edge.
    levels : iterable of str
        The levels that edges have.
    level : str
        The level at which it is opened; `graph.at(level)` is the same at another.
    """
    chance = random.Random(seed)
    counts, levels = _COUNTS if counts is None else counts, tuple(levels)
    usual = [
        one for one in sorted(kinds) if any(a in counts and b in counts for a, b in _ends(one))
    ]
    made: dict[tuple[str, str, str], Link] = {}
    for _ in range(links):
        acting = "ACTED_IN" in usual and chance.random() < 1 / 3
        kind = "ACTED_IN" if acting else chance.choice(usual)
        one, other = chance.choice([(a, b) for a, b in _ends(kind) if a in counts and b in counts])
        source = f"{one}/{chance.randrange(counts[one])}"
        target = f"{other}/{chance.randrange(counts[other])}"
        if source != target:
            made[kind, source, target] = Link(source, kind, target, chance.choice(levels))
    everything = [f"{kind}/{n}" for kind, count in sorted(counts.items()) for n in range(count)]
    linked = {end for link in made.values() for end in (link.source, link.target)}
    films = [name for name in everything if name.startswith("film/")]
    years = {film: chance.randrange(1980, 1990) for film in films if chance.random() < 0.9}
    alone = [name for name in everything if name not in linked]
    return graph_of(folder, made.values(), years=years, alone=alone, level=level)


def _ends(kind: str) -> tuple[tuple[str, str], ...]:
    return EDGES[kind].ends


def number_of(graph: Adjacency, name: str) -> int:
    """The number of the entity of a short name."""
    number = graph.number(BASE + name)
    assert number is not None, f"there is no {name} at level {graph.level}"
    return number


def links_of(graph: Adjacency) -> list[Link]:
    """The links that may be seen of a graph, in the order of its edges."""
    files, names = graph.files, tuple(EDGES)
    return [
        Link(
            _name(graph, int(files.edge_source[edge])),
            names[files.edge_kind[edge]],
            _name(graph, int(files.edge_target[edge])),
            LEVELS[files.edge_rank[edge]],
            files.words[files.edge_text[graph.rank, edge]],
            int(files.edge_order[edge]),
            files.said[files.edge_said[edge]][graph.rank],
        )
        for edge in np.flatnonzero(files.edge_rank <= graph.rank).tolist()
    ]


def known_of(folder: Path, graph: Adjacency) -> Adjacency:
    """What may be seen of a graph, as a graph that never knew more."""
    links = links_of(graph)
    linked = {end for link in links for end in (link.source, link.target)}
    nodes = {
        _name(graph, node): int(graph.files.node_year[node]) for node in graph.nodes().tolist()
    }
    years = {name: year for name, year in nodes.items() if year}
    alone = [name for name in nodes if name not in linked]
    return graph_of(folder, links, years=years, alone=alone, level=graph.level)


def _name(graph: Adjacency, node: int) -> str:
    return graph.files.iris[node].removeprefix(BASE)


def copy_of(graph: Adjacency) -> "nx.MultiGraph[int]":
    """What may be seen of a graph as networkx has it, read off the edges one by one.

    Nodes are the numbers of the arrays with their `kind`; an edge has its `predicate`.
    """
    files, names = graph.files, tuple(EDGES)
    made: nx.MultiGraph[int] = nx.MultiGraph()
    for node in map(int, graph.nodes()):
        made.add_node(node, kind=kind_of(files.iris[node]), year=int(files.node_year[node]))
    for edge in range(len(files.edge_kind)):
        if files.edge_rank[edge] <= graph.rank:
            source, target = int(files.edge_source[edge]), int(files.edge_target[edge])
            predicate = names[files.edge_kind[edge]]
            made.add_edge(source, target, (source, predicate), predicate=predicate)
    return made
