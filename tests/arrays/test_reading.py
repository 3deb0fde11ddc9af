"""What the arrays say at a level: as much as a graph that never knew more, and no more."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, graph_of, number_of
from tests.arrays.written import arrays_of
from tests.graphs import Sources
from tests.statements.records import films

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import visible
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE
from filmgraph.record import ConceptRecord, Credit, FilmRecord, Level, Record, ThemeUse
from filmgraph.values import Edge, Entity


def everything(graph: Adjacency) -> dict[str, object]:
    """All that a graph says, as values; nothing of it are numbers of nodes or edges."""
    reader = Reader(graph)
    files, nodes = graph.files, graph.nodes()
    entities = reader.entities(nodes)
    said: dict[str, object] = {"linked": files.linked[graph.rank]}
    for node, entity in zip(map(int, nodes), entities, strict=True):
        slots = graph.slots_of(node)
        said[entity.iri] = (
            *(entity.kind, entity.label, entity.year, entity.note),
            int(graph.degree[node]),
            [one.iri for one in reader.entities(graph.beside(node))],
            [full(one) for one in reader.edges(files.slot_edge[slots])],
            [one.iri for one in reader.entities(files.slot_other[slots])],
        )
    return said


def full(edge: Edge) -> tuple[object, ...]:
    """An edge with the notes of its ends and its words, which its equality leaves out."""
    return edge, edge.source.note, edge.target.note, edge.words, edge.back, edge.says, str(edge)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_the_canary_graph_says_what_one_that_never_knew_more_says(
    canary_graph: Graph, known_graphs: Mapping[Level, Path], level: Level
) -> None:
    known = open_graph(known_graphs[level], level=level)
    whole = everything(canary_graph.lift(level).adjacency)
    assert whole == everything(known.adjacency)
    # Nor does more show up in the graph that knows no more.
    assert whole == everything(known.lift("ending").adjacency)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_no_word_of_a_later_level_is_said(canary_graph: Graph, level: Level) -> None:
    hidden = "plotcanary|endingcanary" if level == "open" else "endingcanary"
    said = f"{everything(canary_graph.lift(level).adjacency)}"
    assert not re.search(hidden, said, re.IGNORECASE)
    assert re.search(hidden, f"{everything(canary_graph.adjacency)}", re.IGNORECASE)


@contextmanager
def at_level(sources: Sources, level: Level) -> Iterator[dict[str, object]]:
    with TemporaryDirectory() as name:
        yield everything(Adjacency(arrays_of(Path(name), sources), level))


@given(
    films("a", "Alien"),
    films("b", "Alien") | films("b", "Other"),  # the same film, or another with the same people
    st.sampled_from(["open", "plot"]),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
def test_any_two_records_say_what_those_that_never_knew_more_say(
    one: FilmRecord, two: FilmRecord, level: Level
) -> None:
    seen = {"one": [visible(one, level)], "two": [visible(two, level)]}
    with at_level({"one": [one], "two": [two]}, level) as whole, at_level(seen, level) as known:
        assert whole == known


def alien(**fields: object) -> FilmRecord:
    return FilmRecord(**({"key": "a", "title": "Alien", "year": 1979} | fields))  # type: ignore[arg-type]


def acting(level: Level, role: str, billing: int | None = None) -> FilmRecord:
    credit = Credit(person="Ann", part="actor", role=role, billing=billing, level=level)
    return alien(credits=(credit,))


def the_edge(folder: Path, sources: Sources, predicate: str, level: Level) -> Edge | None:
    """The one edge of a kind, where it may be seen."""
    graph = Adjacency(arrays_of(folder, sources), level)
    slots, _ = graph.slots(graph.nodes())
    edges = Reader(graph).edges(np.unique(graph.files.slot_edge[slots]))
    found = [one for one in edges if one.predicate == predicate]
    assert len(found) <= 1
    return found[0] if found else None


def test_an_edge_has_all_that_is_said_of_it(tmp_path: Path) -> None:
    edge = the_edge(tmp_path, {"mine": [acting("open", "Kane", 3)]}, "ACTED_IN", "open")
    assert edge is not None
    assert (edge.source.label, edge.source.note) == ("Ann", "known for Alien (1979)")
    assert (edge.target.label, edge.target.year, edge.target.note) == ("Alien", 1979, "")
    assert edge.film == f"{BASE}film/alien-1979"
    assert (edge.text, edge.billing, edge.weight, edge.level) == ("Kane", 3, "", "open")
    assert str(edge) == "Ann acted in Alien (1979) as Kane"


def test_an_edge_of_a_theme_has_a_weight_and_no_billing(tmp_path: Path) -> None:
    film = alien(themes=(ThemeUse(theme="fear", weight="minor"),))
    edge = the_edge(tmp_path, {"mine": [film]}, "HAS_THEME", "plot")
    assert edge is not None
    assert (edge.weight, edge.billing, edge.text) == ("minor", None, "")


def test_an_edge_of_concepts_gives_no_film_away(tmp_path: Path) -> None:
    robot = ConceptRecord(kind="theme", name="android", parents=("robot",))
    edge = the_edge(tmp_path, {"mine": [robot]}, "BROADER", "open")
    assert edge is not None
    assert (edge.film, edge.billing, edge.weight) == (None, None, "")


LATER: dict[str, Sequence[Record]] = {
    "one": [acting("ending", "Kane", 1)],
    "two": [acting("plot", "Ash", 2)],
}


@pytest.mark.parametrize(
    ("level", "sources", "text", "billing"),
    [("plot", ("two",), "Ash", 2), ("ending", ("one", "two"), "Ash / Kane", 2)],
)
def test_sources_texts_and_billing_are_those_of_the_level(
    tmp_path: Path, level: Level, sources: tuple[str, ...], text: str, billing: int
) -> None:
    edge = the_edge(tmp_path, LATER, "ACTED_IN", level)
    assert edge is not None
    assert (edge.sources, edge.text, edge.billing) == (sources, text, billing)
    assert edge.level == "plot"


def test_an_edge_that_only_later_levels_say_is_not_there_before(tmp_path: Path) -> None:
    assert the_edge(tmp_path, LATER, "ACTED_IN", "open") is None


@pytest.fixture
def small(tmp_path: Path) -> Adjacency:
    """Ann directed and acts; Bee acts, and it is known later that she wrote; Cid is for later."""
    links = [
        Link("person/ann", "DIRECTED", "film/a"),
        Link("person/ann", "ACTED_IN", "film/a", order=2, text="Kane"),
        Link("person/ann", "WROTE", "film/a", "ending"),
        Link("person/bee", "ACTED_IN", "film/a"),
        Link("person/cid", "ACTED_IN", "film/a", "plot"),
        Link("film/a", "REMAKE_OF", "film/b"),
        Link("film/b", "BASED_ON", "film/a"),
    ]
    return graph_of(tmp_path, links, years={"film/a": 1979}, level="open")


def predicates(graph: Adjacency, one: str, other: str) -> list[str]:
    numbers = Reader(graph).between(number_of(graph, one), number_of(graph, other))
    return [edge.predicate for edge in Reader(graph).edges(numbers)]


def test_between_two_entities_stands_first_what_tells_most(small: Adjacency) -> None:
    for ends in (("person/ann", "film/a"), ("film/a", "person/ann")):
        assert predicates(small, *ends) == ["ACTED_IN", "DIRECTED"]


def test_between_two_entities_later_edges_come_with_their_level(small: Adjacency) -> None:
    seen = small.at("ending")
    assert predicates(seen, "person/ann", "film/a") == ["ACTED_IN", "DIRECTED", "WROTE"]


def test_between_two_entities_that_are_not_linked_there_is_nothing(small: Adjacency) -> None:
    assert predicates(small, "person/ann", "person/bee") == []


def test_edges_of_both_directions_are_between_two_entities(small: Adjacency) -> None:
    assert predicates(small, "film/b", "film/a") == ["REMAKE_OF", "BASED_ON"]


def test_a_step_knows_which_way_it_goes(small: Adjacency) -> None:
    reader = Reader(small)
    ann, film = number_of(small, "person/ann"), number_of(small, "film/a")
    acted, directed = reader.between(ann, film)
    along, against = reader.step(ann, acted, directed), reader.step(film, acted, directed)
    assert (along.start.label, along.end.label, along.words) == ("ann", "a", "acted in")
    assert (against.start.label, against.end.label, against.words) == ("a", "ann", "with")
    assert [edge.predicate for edge in along.others] == ["DIRECTED"]
    assert along.reversed() == against


def test_a_path_is_read_with_the_edges_that_may_be_taken(small: Adjacency) -> None:
    reader = Reader(small)
    nodes = [number_of(small, name) for name in ("person/ann", "film/a", "person/bee")]
    assert str(reader.path(nodes).steps[0].edge) == "ann acted in a (1979) as Kane"
    kinds = np.zeros(64, bool)
    kinds[[0, 1]] = True  # ACTED_IN and DIRECTED
    assert [len(step.others) for step in reader.path(nodes, kinds).steps] == [1, 0]


def test_a_path_of_one_entity_has_no_steps(small: Adjacency) -> None:
    path = Reader(small).path([number_of(small, "person/ann")])
    assert path.steps == ()


def test_a_node_of_a_later_level_has_no_number_before(small: Adjacency) -> None:
    assert small.number(f"{BASE}person/cid") is None
    seen = small.at("plot")
    assert seen.sees(number_of(seen, "person/cid"))
    assert len(seen.nodes()) == len(small.nodes()) + 1


def test_nodes_may_be_asked_for_by_kind(small: Adjacency) -> None:
    reader = Reader(small)
    assert [one.label for one in reader.entities(small.nodes(1))] == ["ann", "bee"]


@pytest.mark.parametrize("iri", ["", "x", BASE, f"{BASE}film/a\0", f"{BASE}film/é", "\ud800"])
def test_an_iri_of_nothing_has_no_number(small: Adjacency, iri: str) -> None:
    assert small.number(iri) is None


def test_an_entity_without_a_year_has_none(small: Adjacency) -> None:
    found = {one.iri: one.year for one in Reader(small).entities(small.nodes(0))}
    assert found == {f"{BASE}film/a": 1979, f"{BASE}film/b": None}


def test_entities_know_the_graph_that_they_are_of(films_graph: Graph) -> None:
    reader = Reader(films_graph.adjacency, films_graph)
    (first, *_) = reader.entities(films_graph.adjacency.nodes())
    assert first.home is films_graph
    assert Reader(films_graph.adjacency).entity(0).home is None


def test_the_entities_of_the_arrays_are_those_of_the_names(films_graph: Graph) -> None:
    for entity in Reader(films_graph.adjacency).entities(films_graph.adjacency.nodes()):
        if entity.kind not in ("motif", "event"):
            named: Entity | None = films_graph.get(entity.iri)
            assert named is not None
            assert (named, named.note) == (entity, entity.note)
