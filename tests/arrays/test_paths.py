"""Paths between two nodes, against networkx, which looks at all there are."""

import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, copy_of, graph_of, known_of, number_of, random_graph

import filmgraph
from filmgraph.arrays import path_places, paths
from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage, choose, passage
from filmgraph.arrays.paths import find_path, find_paths
from filmgraph.curtain import LEVELS
from filmgraph.names import BASE
from filmgraph.options import LIMITS
from filmgraph.statements.projection import EDGES

Nodes: TypeAlias = tuple[int, ...]

FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"via": choose("ACTED_IN")},
    {"via": choose(("ACTED_IN", "DIRECTED", "film"))},
    {"via": choose(("film", "person", "theme", "genre"))},
    {"avoid": choose(("character", "DIRECTED"))},
    {"years": (1982, 1987)},
    {"max_degree": 4},
)
"""What paths may be made of."""

COUNTS = {"film": 7, "person": 8, "character": 4, "theme": 2, "series": 1}

MANY = 10**9


def walked(graph: Adjacency, allowed: Passage, *ends: int) -> "nx.Graph[int]":
    """What paths between two ends may be made of, as networkx has it."""
    names = tuple(EDGES)
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(map(int, graph.nodes()))
    for one, other, data in copy_of(graph).edges(data=True):
        if allowed.edges is None or allowed.edges[names.index(data["predicate"])]:
            made.add_edge(one, other)
    stopped = [node for node in list(made) if allowed.stopped[node] and node not in ends]
    made.remove_nodes_from(stopped)
    return made


def cost(graph: Adjacency, nodes: Sequence[int]) -> int:
    """What it costs to walk through the inner nodes."""
    return sum(int(np.rint(1024 * np.log2(1 + graph.degree[node]))) for node in nodes[1:-1])


def all_paths(graph: Adjacency, allowed: Passage, one: int, other: int, most: int) -> list[Nodes]:
    """All paths without a loop, in the order that is promised."""
    if one == other:
        return [(one,)]
    first, last = sorted((one, other))
    within = walked(graph, allowed, first, last)
    found = map(tuple, nx.all_simple_paths(within, first, last, cutoff=most))
    ordered = sorted(found, key=lambda nodes: (len(nodes), cost(graph, nodes), nodes))
    return [nodes if nodes[0] == one else nodes[::-1] for nodes in ordered]


@dataclass(frozen=True)
class Asked:
    """Two nodes of a graph by chance, and what paths between them may be made of."""

    graph: Adjacency
    allowed: Passage
    one: int
    other: int
    most: int

    def expected(self) -> list[Nodes]:
        return all_paths(self.graph, self.allowed, self.one, self.other, self.most)

    def found(self, limit: int = MANY, most_through: int | None = None) -> paths.Found:
        return find_paths(
            self.graph,
            self.allowed,
            self.one,
            self.other,
            limit=limit,
            max_steps=self.most,
            most_through=most_through,
        )


def asked(seed: int) -> list[Asked]:
    """Some questions to a graph by chance, the same for the same seed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        links = chance.randrange(8, 50)
        graph = random_graph(Path(name), seed, links=links, levels=("open", "plot"), counts=COUNTS)
        nodes = graph.nodes().tolist()
        return [
            Asked(
                graph,
                passage(graph, nodes=chance.sample(nodes, chance.randrange(2)), **one),
                chance.choice(nodes),
                chance.choice(nodes),
                chance.randrange(1, 9),
            )
            for one in FILTERS
        ]


seeds = given(st.integers(0, 10**9))


# Against networkx


@seeds
@settings(max_examples=60)
def test_all_paths_are_found_in_their_order(seed: int) -> None:
    for one in asked(seed):
        assert one.found() == paths.Found(one.expected())


@seeds
@settings(max_examples=40)
def test_the_first_are_given_and_whether_there_are_more(seed: int) -> None:
    for one in asked(seed):
        expected = one.expected()
        for limit in (1, 2, max(1, len(expected) - 1), max(1, len(expected)), len(expected) + 1):
            assert one.found(limit) == paths.Found(expected[:limit], len(expected) > limit)


@seeds
@settings(max_examples=60)
def test_one_path_is_the_first_of_all(seed: int) -> None:
    for one in asked(seed):
        nodes = find_path(one.graph, one.allowed, one.one, one.other, one.most)
        assert nodes == next(iter(one.expected()), None)


@seeds
@settings(max_examples=40)
def test_the_other_way_around_paths_are_the_same_reversed(seed: int) -> None:
    for one in asked(seed):
        other = replace(one, one=one.other, other=one.one)
        for limit, through in ((3, None), (MANY, None), (3, 1), (MANY, 2)):
            there, back = one.found(limit, through), other.found(limit, through)
            assert [nodes[::-1] for nodes in back.paths] == there.paths
            assert (back.truncated, back.cut) == (there.truncated, there.cut)


@seeds
@settings(max_examples=60)
def test_no_more_paths_than_are_let_go_through_one_node(seed: int) -> None:
    for one in asked(seed):
        for most in (1, 2, 3):
            through: Counter[int] = Counter()
            expected = []
            for nodes in one.expected():
                if all(through[node] < most for node in nodes[1:-1]):
                    through.update(nodes[1:-1])
                    expected.append(nodes)
            assert one.found(MANY, most) == paths.Found(expected)
            assert one.found(2, most) == paths.Found(expected[:2], len(expected) > 2)


@seeds
@settings(max_examples=30)
def test_what_is_behind_the_curtain_changes_no_path(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        whole = random_graph(Path(name, "whole"), seed, links=60, levels=LEVELS, counts=COUNTS)
        for level in LEVELS:
            graph = whole.at(level)
            known = known_of(Path(name, level), graph)
            ends = random.Random(seed).choices(graph.nodes().tolist(), k=2)
            there = [graph.files.iris[node].removeprefix(BASE) for node in ends]
            told = []
            for one in (graph, known):
                first, last = (number_of(one, end) for end in there)
                found = Asked(one, passage(one), first, last, 7).found(20)
                names = [[one.files.iris[node] for node in nodes] for nodes in found.paths]
                told.append((names, found.truncated, found.cut))
            assert told[0] == told[1]


# The real graph


@pytest.fixture(scope="module")
def demo(demo_graph_folder: Path) -> Adjacency:
    """The arrays of the demo graph, at level open."""
    return filmgraph.open(demo_graph_folder).adjacency


class Lengths:
    """Lengths of paths by networkx, for many pairs of a large graph."""

    def __init__(self, graph: Adjacency, allowed: Passage) -> None:
        files = graph.files
        kept = files.edge_rank <= graph.rank
        if allowed.edges is not None:
            kept &= allowed.edges[files.edge_kind]
        self.beside: nx.Graph[int] = nx.Graph()
        self.beside.add_nodes_from(graph.nodes().tolist())
        ends = (files.edge_source[kept].tolist(), files.edge_target[kept].tolist())
        self.beside.add_edges_from(zip(*ends, strict=True))
        self.within: nx.Graph[int] = nx.Graph(self.beside)
        self.within.remove_nodes_from(np.flatnonzero(allowed.stopped).tolist())

    def between(self, one: int, other: int) -> int | None:
        """The steps of the shortest path, whose ends may be stopped."""
        stopped = [end for end in (one, other) if end not in self.within]
        for end in stopped:
            inner = [node for node in self.beside[end] if node in self.within or node == other]
            self.within.add_node(end)
            self.within.add_edges_from((end, node) for node in inner)
        try:
            return len(nx.bidirectional_shortest_path(self.within, one, other)) - 1
        except nx.NetworkXNoPath:
            return None
        finally:
            self.within.remove_nodes_from(stopped)


def compare_lengths(graph: Adjacency, allowed: Passage, pairs: int) -> list[int]:
    """How long paths between random pairs are, where networkx finds them as long."""
    lengths, chance = Lengths(graph, allowed), random.Random(pairs)
    nodes, found = graph.nodes().tolist(), []
    for _ in range(pairs):
        one, other = chance.sample(nodes, 2)
        path = find_path(graph, allowed, one, other, MANY)
        expected = lengths.between(one, other)
        assert (None if path is None else len(path) - 1) == expected, (one, other)
        found += [] if expected is None else [expected]
    return found


def test_a_thousand_paths_of_the_real_graph_are_as_long_as_networkx_finds(demo: Adjacency) -> None:
    found = compare_lengths(demo, passage(demo), 1_000)
    assert len(found) > 700
    assert len(set(found)) > 5


@pytest.mark.parametrize(
    "asked_for",
    [
        {"via": choose("ACTED_IN")},
        {"via": choose(("film", "person", "theme", "genre", "place"))},
        {"avoid": choose(("DIRECTED", "character"))},
        {"years": (1960, 1989)},
        {"max_degree": 12},
    ],
    ids=["one kind of edge", "other kinds of entity", "kinds that are avoided", "years", "no hubs"],
)
def test_paths_with_conditions_are_as_long_as_networkx_finds(
    asked_for: dict[str, Any], demo: Adjacency
) -> None:
    assert len(compare_lengths(demo, passage(demo, **asked_for), 60)) > 3


def test_a_path_of_the_real_graph_leads_around_what_is_avoided(demo: Adjacency) -> None:
    chance, nodes, changed = random.Random(7), demo.nodes().tolist(), 0
    free = passage(demo)
    for _ in range(30):
        one, other = chance.sample(nodes, 2)
        path = find_path(demo, free, one, other, MANY)
        if path is None or len(path) < 4:
            continue
        around = find_path(demo, passage(demo, nodes=path[1:-1]), one, other, MANY)
        assert around is None or not set(around) & set(path[1:-1])
        assert around is None or len(around) >= len(path)
        changed += around is not None
    assert changed > 5


# By hand


def acts(person: object, film: object) -> Link:
    return Link(f"person/{person}", "ACTED_IN", f"film/{film}")


def told(graph: Adjacency, nodes: Sequence[int]) -> str:
    """The last parts of the names of some nodes."""
    return " ".join(graph.files.labels[node] for node in nodes)


def all_told(graph: Adjacency, one: str, other: str, **asked_for: Any) -> list[str]:
    ends = number_of(graph, one), number_of(graph, other)
    asked_for = {"limit": MANY, "max_steps": 12, **asked_for}
    found = find_paths(graph, passage(graph), *ends, **asked_for)
    return [told(graph, nodes) for nodes in found.paths]


def test_of_paths_as_long_the_one_through_what_is_linked_with_least_comes_first(
    tmp_path: Path,
) -> None:
    known = [acts(name, "known") for name in ("x", "y", "z")]
    links = [acts(name, film) for name in ("ann", "bob") for film in ("known", "unknown")]
    graph = graph_of(tmp_path, links + known)
    assert all_told(graph, "person/ann", "person/bob") == ["ann unknown bob", "ann known bob"]


def test_paths_that_cost_the_same_are_in_the_order_of_iris_from_the_first_end(
    tmp_path: Path,
) -> None:
    links = [acts(name, film) for name in ("ann", "bob") for film in ("b", "c", "a")]
    graph = graph_of(tmp_path, links)
    expected = ["bob a ann", "bob b ann", "bob c ann"]
    assert all_told(graph, "person/bob", "person/ann", max_steps=2) == expected


def test_links_that_tell_the_same_two_make_one_path(tmp_path: Path) -> None:
    links = [acts("ann", "f"), Link("person/ann", "DIRECTED", "film/f"), acts("bob", "f")]
    graph = graph_of(tmp_path, links)
    assert all_told(graph, "person/ann", "person/bob") == ["ann f bob"]


def test_a_path_begins_and_ends_at_what_it_does_not_go_through(tmp_path: Path) -> None:
    links = [Link(f"film/{n}", "HAS_THEME", f"theme/{n + m}") for n in range(3) for m in (0, 1)]
    graph = graph_of(tmp_path, links)
    assert all_told(graph, "theme/0", "theme/1") == ["0 0 1"]
    assert all_told(graph, "theme/0", "theme/3") == []


def test_a_node_is_connected_with_itself_by_no_steps(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [acts("ann", "f"), acts("bob", "f"), acts("ann", "g")])
    ann = number_of(graph, "person/ann")
    assert find_path(graph, passage(graph), ann, ann, 1) == (ann,)
    for most in (None, 1):
        found = find_paths(graph, passage(graph), ann, ann, limit=1, max_steps=1, most_through=most)
        assert found == paths.Found([(ann,)])


def test_what_is_not_connected_has_no_path_and_no_more_of_them(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [acts("ann", "f"), acts("bob", "g")], alone=["person/cid"])
    for other in ("person/bob", "person/cid"):
        ends = number_of(graph, "person/ann"), number_of(graph, other)
        assert find_path(graph, passage(graph), *ends, MANY) is None
        found = find_paths(graph, passage(graph), *ends, limit=1, max_steps=30_000)
        assert found == paths.Found([])


def test_a_path_has_no_more_steps_than_it_may(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, chain(4))
    ends = number_of(graph, "person/0"), number_of(graph, "person/4")
    assert find_path(graph, passage(graph), *ends, 7) is None
    assert len(find_path(graph, passage(graph), *ends, 8) or ()) == 9
    assert all_told(graph, "person/0", "person/4", max_steps=7) == []
    assert len(all_told(graph, "person/0", "person/4", max_steps=8)) == 1


def chain(films: int) -> list[Link]:
    """Person 0, film 0, person 1, film 1, …, each linked with the next."""
    return [acts(person, film) for film in range(films) for person in (film, film + 1)]


def clique(people: int, films: int, start: int = 0) -> list[Link]:
    """Everyone in every film."""
    return [acts(start + person, start + film) for person in range(people) for film in range(films)]


# How much is searched


def limited(monkeypatch: pytest.MonkeyPatch, **limits: int) -> None:
    for module in (paths, path_places):
        monkeypatch.setattr(module, "LIMITS", replace(LIMITS, **limits))


def found_between(graph: Adjacency, one: str, other: str, **asked_for: Any) -> paths.Found:
    ends = number_of(graph, one), number_of(graph, other)
    return find_paths(graph, passage(graph), *ends, **{"limit": MANY, "max_steps": 50, **asked_for})


def test_two_who_are_in_one_film_alone_have_one_path_whatever_its_cast_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(monkeypatch, path_partial=10)
    graph = graph_of(tmp_path, [*clique(12, 12), acts("ann", 0), acts("bob", 0)])
    found = found_between(graph, "person/ann", "person/bob", max_steps=30_000)
    assert [told(graph, nodes) for nodes in found.paths] == ["ann 0 bob"]
    assert (found.truncated, found.cut) == (False, "")


def test_dead_ends_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, path_partial=40)
    cast = [acts(f"{film} {n}", film) for film in range(4) for n in range(30)]
    graph = graph_of(tmp_path, [*chain(4), *cast])
    found = found_between(graph, "person/0", "person/4", max_steps=30_000)
    assert [len(nodes) for nodes in found.paths] == [9]
    assert (found.truncated, found.cut) == (False, "")


def test_the_long_way_around_is_found(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [*chain(30), acts(0, 29)])
    found = found_between(graph, "person/0", "film/0", max_steps=30_000)
    assert [len(nodes) - 1 for nodes in found.paths] == [1, 59]
    assert (found.truncated, found.cut) == (False, "")


def test_a_path_of_hundreds_of_steps_is_found(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, chain(1_000))
    ends = number_of(graph, "person/0"), number_of(graph, "person/1000")
    assert len(find_path(graph, passage(graph), *ends, MANY) or ()) == 2_001


@pytest.mark.parametrize("most_through", [None, 20])
def test_a_search_that_takes_up_too_many_parts_ends_and_says_so(
    most_through: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graph_of(tmp_path, clique(6, 6))
    ends = ("person/0", "person/1")
    everything = found_between(graph, *ends, most_through=most_through)
    assert not everything.cut
    limited(monkeypatch, path_partial=50)
    found = found_between(graph, *ends, most_through=most_through)
    assert found.cut == "the search ended after 50 parts of paths"
    assert found.truncated
    assert 6 <= len(found.paths) < 50
    assert found.paths == everything.paths[: len(found.paths)]


def test_a_search_that_looks_at_too_many_links_ends_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graph_of(tmp_path, clique(6, 6))
    limited(monkeypatch, path_work=30_000)
    found = found_between(graph, "person/0", "person/1")
    assert found.cut == "paths of 5 steps and more were not looked for: that would take too long"
    assert found.truncated
    assert {len(nodes) - 1 for nodes in found.paths} == {2, 4}


def test_a_search_that_begins_again_too_often_ends_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graph_of(tmp_path, clique(6, 6))
    limited(monkeypatch, path_work=15_000)
    found = found_between(graph, "person/0", "person/1", most_through=1)
    assert found.cut == "the search ended after 15,000 links"
    assert found.truncated
    assert 0 < len(found.paths) < 6


def test_a_search_that_was_not_cut_says_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graph_of(tmp_path, clique(6, 6))
    limited(monkeypatch, path_partial=50)
    found = found_between(graph, "person/0", "person/1", limit=6)
    assert (len(found.paths), found.truncated, found.cut) == (6, True, "")


def test_no_end_of_paths_is_cut_by_what_they_may_take(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, clique(60, 60))
    found = found_between(graph, "person/0", "person/1")
    assert found.cut
    assert len(found.paths) < LIMITS.path_partial
