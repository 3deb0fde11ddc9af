"""What a traversal may use: words that choose, and masks over edges and nodes."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from tests.arrays.graphs import Link, graph_of, number_of

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import (
    PASSED,
    Chosen,
    choose,
    choose_kinds,
    edge_mask,
    known_word,
    of_years,
    passage,
)
from filmgraph.errors import OptionError
from filmgraph.statements.projection import EDGES, NODE_KINDS

NAMES = list(EDGES)


@pytest.mark.parametrize("name", EDGES)
def test_a_kind_of_edge_is_chosen_by_its_name_however_it_is_written(name: str) -> None:
    number = Chosen(edges=frozenset({NAMES.index(name)}))
    for word in (name, name.lower(), name.replace("_", " "), name.replace("_", "-").title()):
        assert known_word(word) == number


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_a_kind_of_entity_is_chosen_by_its_name(kind: str) -> None:
    expected = Chosen(kinds=frozenset({NODE_KINDS.index(kind)}))
    assert known_word(kind) == known_word(kind.upper()) == expected


@pytest.mark.parametrize("name", EDGES)
def test_what_stands_between_two_ends_chooses_a_kind_of_edge_of_those_words(name: str) -> None:
    chosen = known_word(EDGES[name].words)
    assert chosen is not None
    (number,) = chosen.edges
    # `happens in` is said of films and of places: the first by the table is meant.
    same = [one for one in NAMES if EDGES[one].words == EDGES[name].words]
    assert NAMES[number] == same[0]


def test_no_name_of_an_edge_is_that_of_a_kind_of_entity() -> None:
    assert not {name.lower() for name in EDGES} & set(NODE_KINDS)


def test_words_are_chosen_one_by_one_or_together() -> None:
    both = choose(["ACTED_IN", "film"])
    assert both == Chosen(choose("ACTED_IN").edges, choose("film").kinds)
    assert choose(iter(["film"])) == choose("film") == choose({"film"})


@pytest.mark.parametrize("words", [None, (), []])
def test_no_words_choose_nothing(words: None) -> None:
    assert choose(words) == Chosen()


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("ACTED_ON", "Did you mean: ACTED_IN"),
        ("flim", "Did you mean: film?"),
        ("movies", "The kinds of edge are ACTED_IN, DIRECTED"),
        ("actor", "Did you mean: ACTED_IN?"),
        ("Director", "Did you mean: DIRECTED?"),
        ("directed by", "Did you mean: DIRECTED?"),
        ("with", "Did you mean: ACTED_IN?"),
        ("people", "Did you mean: person?"),
        ("films", "Did you mean: film?"),
        ("xyzzy", "The kinds of edge are ACTED_IN, DIRECTED"),
        ("", "There is no kind of edge or entity ''."),
        ("é\0", "of entity film, person"),
        ("x" * 10_000, "xx…'"),
        (5, "There is no kind of edge or entity 5."),
        ([5], "There is no kind of edge or entity 5."),
        ([None], "There is no kind of edge or entity None."),
        ([["film"]], "There is no kind of edge or entity ['film']."),
    ],
)
def test_a_word_that_there_is_not_is_refused(word: str, message: str) -> None:
    with pytest.raises(OptionError, match=re.escape(message)):
        choose(word)


def test_kinds_of_entity_are_chosen_alone() -> None:
    assert choose_kinds(["film", "person"]) == frozenset({0, 1})
    with pytest.raises(OptionError, match="kinds of entity are film"):
        choose_kinds(["film", "ACTED_IN"])


def test_what_is_chosen_of_edges_is_a_mask() -> None:
    assert edge_mask(()) is None
    chosen = edge_mask({0, 2})
    assert chosen is not None
    assert np.flatnonzero(chosen).tolist() == [0, 2]
    avoided = edge_mask((), {1})
    assert avoided is not None
    assert np.flatnonzero(~avoided).tolist() == [1]
    both = edge_mask({0, 1}, {1})
    assert both is not None
    assert np.flatnonzero(both).tolist() == [0]


@pytest.fixture
def graph(tmp_path: Path) -> Adjacency:
    """Ann in two films, one of a genre; a third film has no year; a theme is for the ending."""
    links = [
        Link("person/ann", "ACTED_IN", "film/a"),
        Link("person/ann", "ACTED_IN", "film/b"),
        Link("person/ann", "DIRECTED", "film/b"),
        Link("film/a", "HAS_GENRE", "genre/drama"),
        Link("film/c", "HAS_GENRE", "genre/drama"),
        Link("film/a", "HAS_THEME", "theme/loss", "ending"),
    ]
    return graph_of(tmp_path, links, years={"film/a": 1951, "film/b": 1982})


def stopped(graph: Adjacency, mask: np.ndarray) -> set[str]:
    return {graph.files.labels[int(node)] for node in graph.nodes() if mask[node]}


def test_a_path_goes_through_films_and_people_where_nothing_else_is_said(graph: Adjacency) -> None:
    way = passage(graph)
    assert way.edges is None
    assert stopped(graph, way.stopped) == {"drama"}
    assert set(PASSED) < set(NODE_KINDS)


def test_only_kinds_that_are_named_are_gone_through(graph: Adjacency) -> None:
    assert stopped(graph, passage(graph, choose("genre")).stopped) == {"a", "b", "c", "ann"}


def test_kinds_that_are_avoided_are_not_gone_through(graph: Adjacency) -> None:
    assert stopped(graph, passage(graph, avoid=choose("person")).stopped) == {"ann", "drama"}
    both = passage(graph, choose(["film", "genre"]), choose("genre")).stopped
    assert stopped(graph, both) == {"ann", "drama"}


def test_single_nodes_hubs_and_films_of_other_years_are_not_gone_through(graph: Adjacency) -> None:
    assert "ann" in stopped(graph, passage(graph, nodes=[number_of(graph, "person/ann")]).stopped)
    assert stopped(graph, passage(graph, max_degree=1).stopped) == {"a", "ann", "drama"}
    assert stopped(graph, passage(graph, years=(1980, 1989)).stopped) == {"a", "c", "drama"}


def test_what_one_search_stops_is_not_stopped_in_the_next(graph: Adjacency) -> None:
    before = stopped(graph, passage(graph).stopped)
    passage(graph, nodes=[0, 1, 2], years=(1, 2), max_degree=0)
    assert stopped(graph, passage(graph).stopped) == before


def test_every_mix_of_kinds_may_be_asked_for_and_few_are_kept(graph: Adjacency) -> None:
    kinds = ("film", "person", "theme", "genre", "place", "period")
    for mix in (one for count in range(1, 5) for one in combinations(kinds, count)):
        through = NODE_KINDS.index("film") in choose(mix).kinds
        assert ("a" in stopped(graph, passage(graph, choose(mix)).stopped)) != through
    assert len(graph.kept) < 20


def test_how_much_a_node_is_linked_with_is_counted_at_the_level(graph: Adjacency) -> None:
    assert "a" in stopped(graph, passage(graph, max_degree=1).stopped)
    assert "a" not in stopped(graph, passage(graph, max_degree=2).stopped)
    assert "a" in stopped(graph, passage(graph.at("ending"), max_degree=2).stopped)


@pytest.mark.parametrize(
    ("years", "films"), [((1951, 1982), "ab"), ((0, 9999), "ab"), ((1, 2), "")]
)
def test_films_are_of_the_years_and_what_is_no_film_is_of_any(
    graph: Adjacency, years: tuple[int, int], films: str
) -> None:
    inside = graph.nodes()[of_years(graph, graph.nodes(), years)]
    found = {graph.files.labels[int(node)] for node in inside}
    assert found == {"ann", "drama", *films}


def test_onward_are_the_slots_of_the_edges_that_may_be_taken(graph: Adjacency) -> None:
    ann, drama = number_of(graph, "person/ann"), number_of(graph, "genre/drama")
    nodes = np.array([ann, drama])
    slots, counts = passage(graph, choose("ACTED_IN")).onward(graph, nodes)
    assert (len(slots), counts.tolist()) == (2, [2, 0])
    slots, counts = passage(graph).onward(graph, nodes)
    assert (len(slots), counts.tolist()) == (5, [3, 2])
    none, counts = passage(graph, choose("ACTED_IN")).onward(graph, nodes[:0])
    assert (len(none), counts.tolist()) == (0, [])
