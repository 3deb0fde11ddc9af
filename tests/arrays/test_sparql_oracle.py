"""The edges of the arrays are those that SPARQL finds in the merged graphs, kind by kind."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import pytest
from tests.canary import canary_film
from tests.graphs import CONCEPTS, FILMS, Sources, graph_folder

from filmgraph.curtain import LEVELS
from filmgraph.graph import Graph, open_graph
from filmgraph.record import Character, Credit, FilmRecord, FilmRelation, Level
from filmgraph.record.parts import CreditPart
from filmgraph.statements.projection import EDGES

SETTING = "?between a fg:Setting ; fg:inFilm ?source ;"

ASKED: Final = {
    "ACTED_IN": "?between fg:portrayedBy ?source ; fg:inFilm ?target",
    "DIRECTED": "?target schema:director ?source",
    "WROTE": "?target fg:writer ?source",
    "PRODUCED": "?target schema:producer ?source",
    "COMPOSED": "?target schema:musicBy ?source",
    "SHOT": "?target fg:cinematographer ?source",
    "EDITED": "?target schema:editor ?source",
    "CONTRIBUTED_TO": "?target schema:contributor ?source",
    "PORTRAYS": "?between fg:portrays ?target ; fg:portrayedBy ?source",
    "APPEARS_IN": "?source a fg:Character ; fg:inFilm ?target",
    "VERSION_OF": "?source fg:identity ?target",
    "RELATED_TO": "?between a fg:CharacterRelation ; fg:who ?source ; fg:whom ?target",
    "HAS_THEME": "?between fg:theme ?target ; fg:inFilm ?source",
    "SAID_OF": "?between fg:saidOf ?target ; fg:theme ?source",
    "HAS_MOTIF": "?source fg:motif ?target",
    "HAS_GENRE": "?source schema:genre ?target",
    "SET_IN": f"{SETTING} fg:place ?target",
    "SET_DURING": f"{SETTING} fg:period ?target",
    "REMAKE_OF": "?source fg:remakeOf ?target FILTER isIRI(?target)",
    "SEQUEL_OF": "?source fg:sequelOf ?target FILTER isIRI(?target)",
    "BASED_ON": "?source fg:basedOn ?target FILTER isIRI(?target)",
    "IN_SERIES": "?source fg:inSeries ?target",
    "MADE_IN": "?source schema:countryOfOrigin ?target",
    "MADE_BY": "?source schema:productionCompany ?target",
    "DISTRIBUTED_BY": "?source fg:distributor ?target",
    "BROADER": """?source skos:broader ?target ; a ?kind
        FILTER (?kind IN (fg:Theme, fg:Genre, schema:Place))""",
    "HAPPENS_IN": "?source a fg:StoryEvent ; fg:inFilm ?target",
    "TAKES_PART_IN": "?target fg:participation ?between . ?between fg:participant ?source",
    "HAPPENS_AT": "?source fg:where ?between . ?between fg:place ?target",
    "BEFORE": "?source fg:before ?target",
    "DURING": "?source fg:during ?target",
}
"""Kind of edge: the pattern that finds its two ends."""

MAKERS: Final[tuple[CreditPart, ...]] = (
    "writer",
    "producer",
    "composer",
    "cinematographer",
    "editor",
    "contributor",
)


def rich_film() -> FilmRecord:
    """What `canary_film` lacks: all makers at all levels, relations to other films of the graph.

    A character at each level is in `richer_film` too.
    """
    return FilmRecord(
        key="rich",
        title="Rich",
        year=2001,
        credits=tuple(
            Credit(person=f"A {part} {level}", part=part, level=level)
            for part in MAKERS
            for level in LEVELS
        ),
        characters=_recurring(),
        film_relations=(
            FilmRelation(kind="remake of", title="Alien", year=1979, level="plot"),
            FilmRelation(kind="sequel of", title="Casablanca", year=1942, level="ending"),
            FilmRelation(kind="based on", title="Memento", year=2000),
            FilmRelation(kind="based on", title="a novel"),
        ),
    )


def _recurring() -> tuple[Character, ...]:
    return tuple(Character(name=f"Once {level}", level=level) for level in LEVELS)


def richer_film() -> FilmRecord:
    """A sequel of `rich_film`."""
    relations = (FilmRelation(kind="sequel of", title="Rich", year=2001),)
    return FilmRecord(
        key="richer", title="Richer", characters=_recurring(), film_relations=relations
    )


@pytest.fixture(scope="module")
def rich_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A graph that has every kind of edge."""
    sources: Sources = {
        "mine": [canary_film(), rich_film(), richer_film(), *FILMS, *CONCEPTS],
        "yours": [canary_film(), *FILMS],
    }
    return open_graph(graph_folder(tmp_path_factory.mktemp("rich") / "rich.graph", sources).path)


Ends: TypeAlias = Mapping[str, set[tuple[object, ...]]]
"""Kind of edge: the IRIs of the source and the target of each."""


def by_sparql(graph: Graph) -> Ends:
    found: dict[str, set[tuple[object, ...]]] = {}
    for name, pattern in ASKED.items():
        asked = f"SELECT ?source ?target {{ {pattern} FILTER (?source != ?target) }}"
        answer = graph.sparql(asked, limit=10_000_000)
        assert not answer.truncated
        found[name] = set(answer.rows)
    return found


def by_arrays(graph: Graph) -> Ends:
    adjacency = graph.adjacency
    files, names = adjacency.files, tuple(EDGES)
    iris = [files.iris[node] for node in range(adjacency.size)]
    slots, _ = adjacency.slots(adjacency.nodes())
    edges = np.unique(files.slot_edge[slots])
    columns = (files.edge_kind[edges], files.edge_source[edges], files.edge_target[edges])
    found: dict[str, set[tuple[object, ...]]] = {name: set() for name in names}
    for kind, source, target in zip(*(one.tolist() for one in columns), strict=True):
        found[names[kind]].add((iris[source], iris[target]))
    return found


def test_every_kind_of_edge_is_asked_for() -> None:
    assert set(ASKED) == set(EDGES)


@pytest.mark.parametrize("level", LEVELS)
def test_a_graph_with_all_kinds_of_edges_has_those_that_sparql_finds(
    rich_graph: Graph, level: Level
) -> None:
    graph = rich_graph.lift(level)
    assert by_arrays(graph) == by_sparql(graph)


def test_that_graph_has_an_edge_of_every_kind(rich_graph: Graph) -> None:
    assert [name for name, edges in by_arrays(rich_graph.lift("ending")).items() if not edges] == []


@pytest.mark.parametrize("level", LEVELS)
def test_the_canary_graph_has_the_edges_that_sparql_finds(
    canary_graph: Graph, level: Level
) -> None:
    graph = canary_graph.lift(level)
    assert by_arrays(graph) == by_sparql(graph)


@pytest.mark.parametrize("level", LEVELS)
def test_the_films_graph_has_the_edges_that_sparql_finds(films_graph: Graph, level: Level) -> None:
    graph = films_graph.lift(level)
    assert by_arrays(graph) == by_sparql(graph)


@pytest.mark.parametrize("level", ["open", "ending"])
def test_the_demo_graph_has_the_edges_that_sparql_finds(
    demo_graph_folder: Path, level: Level
) -> None:
    graph = open_graph(demo_graph_folder, level=level)
    assert by_arrays(graph) == by_sparql(graph)
