"""Walks over the arrays: what they lead to, by how many ways, and what they are asked wrongly."""

import copy
import json
import pickle
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, graph_of, number_of, random_graph

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.reading import Reader
from filmgraph.arrays.walking import Walked, begin, check_years
from filmgraph.curtain import LEVELS
from filmgraph.errors import OptionError, UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, IRI
from filmgraph.record import Level
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import Entity

NAMES = tuple(EDGES)


@pytest.fixture(scope="module")
def chance(tmp_path_factory: pytest.TempPathFactory) -> list[Adjacency]:
    """Graphs by chance, with edges at all levels."""
    folder = tmp_path_factory.mktemp("chance")
    return [random_graph(folder / f"{seed}", seed, links=150, levels=LEVELS) for seed in range(4)]


def naive(
    graph: Adjacency,
    ways: Mapping[int, int],
    predicates: set[str],
    kind: str | None,
    direction: str,
    years: tuple[int, int] | None,
) -> Counter[int]:
    """The ways that a step leads on by, counted edge by edge."""
    files, counted = graph.files, Counter[int]()
    for edge, rank in enumerate(files.edge_rank):
        if rank > graph.rank or (predicates and NAMES[files.edge_kind[edge]] not in predicates):
            continue
        source, target = int(files.edge_source[edge]), int(files.edge_target[edge])
        for one, other, way in ((source, target, "out"), (target, source, "in")):
            year = files.node_year[other]
            of_kind = NODE_KINDS[files.node_kind[other]]
            if (
                direction in ("both", way)
                and kind in (None, of_kind)
                and (of_kind != "film" or not years or years[0] <= year <= years[1])
            ):
                counted[other] += ways.get(one, 0)
    return Counter({node: count for node, count in counted.items() if count})


steps = st.tuples(
    st.sets(st.sampled_from(["ACTED_IN", "DIRECTED", "HAS_THEME", "REMAKE_OF"]), max_size=2),
    st.none() | st.sampled_from(["film", "person", "theme"]),
    st.sampled_from(["both", "out", "in"]),
    st.none() | st.just((1982, 1986)),
)


@given(
    st.integers(0, 3),
    st.sampled_from(LEVELS),
    st.sets(st.integers(0, 20), max_size=3),
    st.lists(steps, min_size=1, max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_the_ways_are_those_of_a_plain_count(
    chance: list[Adjacency],
    seed: int,
    level: Level,
    start: set[int],
    walked: list[tuple[set[str], str | None, str, tuple[int, int] | None]],
) -> None:
    graph = chance[seed].at(level)
    begun = [node for node in start if node < graph.size and graph.sees(node)]
    walk, expected = begin(Reader(graph), begun), Counter(begun)
    for predicates, kind, direction, years in walked:
        walk = walk.along(*predicates, kind=kind, direction=direction, years=years)
        expected = naive(graph, expected, predicates, kind, direction, years)
    found = list(zip(map(int, walk.nodes), walk.ways, strict=True))
    assert found == sorted(expected.items(), key=lambda one: (-one[1], one[0]))


@pytest.fixture
def small(tmp_path: Path) -> Adjacency:
    """Two films, their people and their themes; one theme of both is for the ending."""
    links = [
        Link("person/ann", "DIRECTED", "film/a"),
        Link("person/ann", "ACTED_IN", "film/a"),
        Link("person/ann", "ACTED_IN", "film/b"),
        Link("person/bee", "ACTED_IN", "film/b"),
        Link("film/a", "HAS_THEME", "theme/fear", order=4),
        Link("film/b", "HAS_THEME", "theme/fear", order=2),
        Link("film/a", "HAS_THEME", "theme/hope", order=1),
        Link("film/a", "HAS_THEME", "theme/loss", "ending", order=3),
        Link("film/b", "HAS_THEME", "theme/loss", "ending", order=3),
        Link("theme/hope", "BROADER", "theme/mood"),
        Link("film/b", "REMAKE_OF", "film/a"),
        Link("film/c", "REMAKE_OF", "film/a"),
    ]
    return graph_of(tmp_path, links, years={"film/a": 1951, "film/b": 1982}, level="open")


def walk_from(graph: Adjacency, *names: str) -> Walked:
    return begin(Reader(graph), [number_of(graph, name) for name in names])


def labels(walk: Walked) -> list[str]:
    return [one.label for one in walk]


def test_what_most_ways_lead_to_comes_first_and_ties_go_by_iri(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann", "person/bee").along(kind="film")
    assert (labels(walk), walk.ways) == (["a", "b"], (2, 2))
    assert walk_from(small, "film/a", "film/b").along(kind="person").ways == (3, 1)


def test_a_walk_begins_at_each_entity_once(small: Adjacency) -> None:
    walk = walk_from(small, "film/b", "film/a", "film/b")
    assert (labels(walk), walk.ways) == (["a", "b"], (1, 1))


def test_a_walk_from_nothing_leads_to_nothing(small: Adjacency) -> None:
    walk = begin(Reader(small), []).along("ACTED_IN").films().people()
    assert (len(walk), walk.ways, str(walk)) == (0, (), "Nothing.")


def test_a_walk_along_an_edge_may_go_one_way_only(small: Adjacency) -> None:
    start = walk_from(small, "film/a")
    assert labels(start.along("REMAKE_OF")) == ["b", "c"]
    assert labels(start.along("REMAKE_OF", direction="in")) == ["b", "c"]
    assert labels(start.along("REMAKE_OF", direction="out")) == []


def test_words_of_any_spelling_name_an_edge(small: Adjacency) -> None:
    start = walk_from(small, "person/ann")
    assert labels(start.along("acted in")) == labels(start.along("Acted-In")) == ["a", "b"]


def test_only_films_of_the_years_are_come_to(small: Adjacency) -> None:
    start = walk_from(small, "person/ann")
    assert labels(start.along(years=(1980, 1989))) == ["b"]
    assert labels(start.along(years=(1951, 1951))) == ["a"]


def test_a_film_without_a_year_is_of_no_years(small: Adjacency) -> None:
    assert labels(walk_from(small, "film/a").along("REMAKE_OF", years=(-9, 9999))) == ["b"]


def test_years_keep_nothing_but_films_away(small: Adjacency) -> None:
    assert labels(walk_from(small, "film/a").along("DIRECTED", years=(1, 2))) == ["ann"]


@pytest.mark.parametrize(
    ("weight", "found"),
    [
        ("suggested", ["fear", "hope"]),
        ("minor", ["fear"]),
        ("major", ["fear"]),
        ("choice", ["fear"]),
    ],
)
def test_themes_may_be_those_that_count_at_least_so_much(
    small: Adjacency, weight: str, found: list[str]
) -> None:
    assert labels(walk_from(small, "film/a").along(kind="theme", weight=weight)) == found


def test_the_weight_is_that_of_the_edge_of_each_film(small: Adjacency) -> None:
    walk = walk_from(small, "theme/fear").along(kind="film", weight="major")
    assert labels(walk) == ["a"]


def test_a_weight_keeps_nothing_but_edges_of_themes_away(small: Adjacency) -> None:
    assert labels(walk_from(small, "film/a").along("DIRECTED", weight="choice")) == ["ann"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kind": "flim"}, "Did you mean: film?"),
        ({"kind": "ACTED_IN"}, "kinds of entity are film, person"),
        ({"direction": "up"}, "the directions are: both, out, in"),
        ({"weight": "heavy"}, "the weights are: suggested, minor, major, choice"),
        ({"weight": ""}, "the weights are"),
        ({"years": (1990, 1980)}, "two whole numbers, the first one first"),
        ({"years": (1990,)}, "two whole numbers"),
        ({"years": 1990}, "two whole numbers"),
        ({"years": ("1990", "1991")}, "two whole numbers"),
    ],
)
def test_what_there_is_not_is_refused_and_what_there_is_listed(
    small: Adjacency, asked: dict[str, object], message: str
) -> None:
    with pytest.raises(OptionError, match=re.escape(message)):
        walk_from(small, "film/a").along(**asked)  # type: ignore[arg-type]


def test_a_kind_of_edge_that_there_is_not_is_refused_even_from_nothing(small: Adjacency) -> None:
    with pytest.raises(OptionError, match="Did you mean: DIRECTED"):
        begin(Reader(small), []).along("DIRECTD")


def test_years_are_given_back_as_whole_numbers() -> None:
    assert check_years([1990, 1990]) == (1990, 1990)  # type: ignore[arg-type]


def test_some_may_be_left_out_or_kept(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann").along(kind="film")
    first = walk[0]
    assert labels(walk.without(first)) == ["b"]
    assert labels(walk.only(first)) == ["a"]
    assert labels(walk.without()) == ["a", "b"]
    assert labels(walk.only()) == []


def test_those_of_another_walk_may_be_left_out_or_kept(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann").along(kind="film")
    other = walk_from(small, "person/bee").along(kind="film")
    assert (labels(walk.only(other)), labels(walk.without(other))) == (["b"], ["a"])


def test_what_is_kept_keeps_its_ways_and_its_order(small: Adjacency) -> None:
    walk = walk_from(small, "film/a", "film/b").along(kind="person")
    assert walk.only(walk[1], walk[0]).ways == walk.ways
    assert labels(walk.first(1)) == labels(walk)[:1]


@pytest.mark.parametrize("limit", [1, 10**9])
def test_a_walk_may_be_cut_after_the_first(small: Adjacency, limit: int) -> None:
    assert len(walk_from(small, "person/ann").along(kind="film").first(limit)) == min(limit, 2)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_walk_is_not_cut_before_the_first(small: Adjacency, limit: int) -> None:
    with pytest.raises(OptionError, match="at least 1"):
        walk_from(small, "person/ann").first(limit)


def test_a_name_is_not_taken_for_an_entity(small: Adjacency) -> None:
    with pytest.raises(OptionError, match="'a' is neither an entity nor a walk"):
        walk_from(small, "person/ann").along().without("a")


def test_entities_of_another_graph_are_those_of_the_same_iri(
    small: Adjacency, tmp_path: Path
) -> None:
    links = [Link("person/ann", "ACTED_IN", "film/b"), Link("person/ann", "ACTED_IN", "film/z")]
    other = walk_from(graph_of(tmp_path / "other", links), "person/ann").along(kind="film")
    walk = walk_from(small, "person/ann").along(kind="film")
    assert labels(walk.only(other)) == labels(walk.only(*other)) == ["b"]
    assert labels(walk.without(other)) == labels(walk.without(*other)) == ["a"]


def test_the_edges_are_those_of_the_last_step_that_lead_here(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann").along(kind="film").along(kind="person")
    found = [(edge.predicate, edge.source.label, edge.target.label) for edge in walk.edges()]
    assert found == [
        ("ACTED_IN", "ann", "a"),
        ("ACTED_IN", "ann", "b"),
        ("DIRECTED", "ann", "a"),
        ("ACTED_IN", "bee", "b"),
    ]


def test_edges_to_what_was_left_out_are_left_out_too(small: Adjacency) -> None:
    walk = walk_from(small, "film/a", "film/b").along("REMAKE_OF")
    assert labels(walk) == ["a", "b", "c"]
    found = [(edge.source.label, edge.target.label) for edge in walk.only(walk[0]).edges()]
    assert found == [("b", "a")]  # not c to a, which leads to c


def test_a_walk_that_has_not_begun_has_no_edges(small: Adjacency) -> None:
    assert walk_from(small, "film/a").edges() == ()


def test_a_walk_of_very_many_ways_counts_no_nonsense(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann")
    for _ in range(80):
        walk = walk.along("ACTED_IN", "DIRECTED")
    assert walk.ways == (2**53, 2**53)


def test_nothing_of_a_later_level_is_walked_through_or_counted(small: Adjacency) -> None:
    ways: dict[Level, tuple[tuple[str, ...], tuple[int, ...]]] = {}
    for level in LEVELS:
        walk = walk_from(small.at(level), "film/a").along(kind="theme").along(kind="film")
        ways[level] = tuple(labels(walk)), walk.ways
    assert ways == {
        "open": (("a", "b"), (2, 1)),
        "plot": (("a", "b"), (2, 1)),
        "ending": (("a", "b"), (3, 2)),
    }


@pytest.mark.parametrize("level", ["open", "plot"])
def test_walks_are_those_of_a_graph_that_never_knew_more(
    canary_graph: Graph, known_graphs: Mapping[Level, Path], level: Level
) -> None:
    whole = canary_graph.lift(level)
    known = open_graph(known_graphs[level], level=level)
    for entity in Reader(known.adjacency).entities(known.adjacency.nodes()):
        one, other = known.walk(entity), whole.walk(entity)
        for _ in range(2):
            one, other = one.along(), other.along()
            assert (tuple(one), one.ways) == (tuple(other), other.ways)
            assert one.edges() == other.edges()  # type: ignore[attr-defined]


def test_a_walk_is_a_sequence_that_says_what_it_is(small: Adjacency) -> None:
    walk = walk_from(small, "film/a", "film/b").along(kind="person")
    assert (walk[-1].label, [one.label for one in walk[:1]], len(walk)) == ("bee", ["ann"], 2)
    assert walk[0] in walk
    assert list(reversed(walk)) == [walk[1], walk[0]]
    with pytest.raises(IndexError):
        walk[2]
    assert (str(walk), repr(walk)) == ("ann  (3 ways)\nbee", "<Walk to 2 entities>")


def test_a_long_walk_is_shown_in_part(tmp_path: Path) -> None:
    links = [Link("person/ann", "ACTED_IN", f"film/{n:02}") for n in range(25)]
    walk = walk_from(graph_of(tmp_path, links), "person/ann").along()
    assert str(walk).splitlines()[-1] == "(and 5 more)"


def test_a_walk_becomes_rows_json_and_a_networkx_graph(small: Adjacency) -> None:
    walk = walk_from(small, "person/ann").along(kind="film")
    assert walk.answer().columns == ("name", "kind", "ways", "iri")
    assert walk.answer().rows[0] == ("a (1951)", "film", 2, f"{BASE}film/a")
    body = json.loads(walk.to_json())
    assert [one["label"] for one in body["entities"]] == ["a", "b"]
    assert len(body["edges"]) == walk.to_networkx().number_of_edges() == 3


def test_an_entity_leaves_its_graph_behind_where_it_is_copied(films_graph: Graph) -> None:
    entity = films_graph.film("alien 1979")
    assert entity.home is films_graph
    for copied in (pickle.loads(pickle.dumps(entity)), copy.deepcopy(entity)):
        assert (copied, copied.home, copied.note) == (entity, None, entity.note)
    found = films_graph.walk(entity).films()
    assert pickle.loads(pickle.dumps(tuple(found))) == tuple(found)


def test_entities_are_equal_whatever_graph_they_are_of(
    films_graph: Graph, canary_graph: Graph
) -> None:
    one, other = films_graph.film("Alien (1979)"), canary_graph.film("Alien (1979)")
    assert one == other
    assert hash(one) == hash(other)
    assert not one < other
    assert one.home is not other.home


def test_an_entity_of_no_graph_says_where_to_get_it(films_graph: Graph) -> None:
    entity = Entity(IRI(f"{BASE}film/alien-1979"), "film", "Alien", 1979)
    with pytest.raises(OptionError, match=r"Alien \(1979\) was not taken from a graph") as caught:
        entity.people()
    assert "graph.entity('film/alien-1979')" in str(caught.value)
    assert len(films_graph.walk(entity).people()) == 3


def test_a_walk_begins_at_entities_of_another_graph_by_their_iris(
    films_graph: Graph, canary_graph: Graph
) -> None:
    assert len(films_graph.walk(canary_graph.film("Alien (1979)")).people()) == 3
    with pytest.raises(UnknownEntity):
        films_graph.walk(canary_graph.film("Leaving Las Vegas"))


def test_an_entity_of_a_later_level_is_no_beginning_before(canary_graph: Graph) -> None:
    later = canary_graph.entity("endingcanary theme")
    with pytest.raises(UnknownEntity):
        canary_graph.lift("open").walk(later)
    assert len(canary_graph.walk(later).films()) == 1
