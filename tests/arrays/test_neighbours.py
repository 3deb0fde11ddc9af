"""What is around a node, against networkx."""

import math
import random
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, copy_of, graph_of, known_of, links_of, number_of, random_graph

from filmgraph.arrays import neighbours as module
from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import choose, choose_kinds, edge_mask
from filmgraph.arrays.neighbours import neighbourhood, neighbours
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.options import LIMITS
from filmgraph.values import Neighbourhood, Neighbours

MANY = 10**9

seeds = given(st.integers(0, 10**9))


def beside(
    graph: Adjacency,
    name: str,
    *,
    via: str | None = None,
    kind: str | Iterable[str] | None = None,
    direction: str = "both",
    limit: int = MANY,
) -> Neighbours:
    return neighbours(
        Reader(graph),
        number_of(graph, name),
        edges=edge_mask(choose(via).edges),
        kinds=choose_kinds(kind),
        direction=direction,
        limit=limit,
    )


def around(
    graph: Adjacency,
    name: str,
    steps: int = 2,
    *,
    limit: int = MANY,
    kinds: str | Iterable[str] | None = None,
) -> Neighbourhood:
    return neighbourhood(
        Reader(graph), number_of(graph, name), steps=steps, limit=limit, kinds=choose_kinds(kinds)
    )


def short(graph: Adjacency, node: int) -> str:
    return graph.files.iris[node].removeprefix("https://w3id.org/filmgraph/")


def ends(found: Neighbours) -> list[str]:
    return [step.end.curie for step in found]


def any_name(graph: Adjacency, seed: int) -> str:
    return short(graph, random.Random(seed).choice(graph.nodes().tolist()))


# Neighbours


@seeds
@settings(max_examples=40)
def test_each_edge_of_an_entity_is_one_step(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, levels=LEVELS, level="plot")
        copy = copy_of(graph)
        for node in graph.nodes().tolist():
            expected = Counter(
                (data["predicate"], short(graph, other))
                for _, other, data in copy.edges(node, data=True)
            )
            found = beside(graph, short(graph, node))
            assert Counter((step.edge.predicate, step.end.curie) for step in found) == expected
            assert (found.total, found.truncated) == (len(found), False)
            assert {step.start.curie for step in found} <= {short(graph, node)}


@seeds
@settings(max_examples=20)
def test_steps_lead_out_or_in(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        for node in graph.nodes().tolist():
            both, out, back = (
                beside(graph, short(graph, node), direction=way) for way in ("both", "out", "in")
            )
            assert all(step.forward for step in out)
            assert not any(step.forward for step in back)
            assert sorted([*out, *back], key=list(both).index) == list(both)
            assert out.total + back.total == both.total


@seeds
@settings(max_examples=20)
def test_steps_are_cut_at_the_limit_in_the_same_order(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        one = any_name(graph, seed)
        everything = beside(graph, one)
        for limit in (1, 2, 3):
            cut = beside(graph, one, limit=limit)
            assert list(cut) == list(everything)[:limit]
            assert cut.total == len(everything)
            assert cut.truncated == (len(everything) > limit)


@seeds
@settings(max_examples=20)
def test_steps_along_a_kind_of_edge_or_to_a_kind_of_entity_are_those_of_all(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        for node in graph.nodes().tolist():
            one = short(graph, node)
            steps = list(beside(graph, one))
            for via in ("ACTED_IN", "HAS_THEME", "BEFORE"):
                expected = [step for step in steps if step.edge.predicate == via]
                assert list(beside(graph, one, via=via)) == expected
            for kind in ("film", ("person", "theme")):
                wanted = (kind,) if isinstance(kind, str) else kind
                expected = [step for step in steps if step.end.kind in wanted]
                assert list(beside(graph, one, kind=kind)) == expected


def test_steps_are_told_by_kind_of_edge_and_then_what_counts_most_first(tmp_path: Path) -> None:
    links = [
        Link("film/f", "HAS_THEME", "theme/minor", order=2),
        Link("film/f", "HAS_THEME", "theme/unsaid"),
        Link("film/f", "HAS_THEME", "theme/choice", order=4),
        Link("film/f", "HAS_THEME", "theme/major", order=3),
        Link("film/f", "HAS_THEME", "theme/suggested", order=1),
        Link("person/unbilled", "ACTED_IN", "film/f"),
        Link("person/second", "ACTED_IN", "film/f", order=2),
        Link("person/first", "ACTED_IN", "film/f", order=1),
        Link("person/director", "DIRECTED", "film/f"),
        Link("film/f", "HAS_GENRE", "genre/g"),
    ]
    graph = graph_of(tmp_path, links)
    assert ends(beside(graph, "film/f")) == [
        "person/first",
        "person/second",
        "person/unbilled",
        "person/director",
        "theme/choice",
        "theme/major",
        "theme/minor",
        "theme/suggested",
        "theme/unsaid",
        "genre/g",
    ]


def test_of_what_counts_the_same_the_one_linked_with_most_comes_first_and_then_by_iri(
    tmp_path: Path,
) -> None:
    links = [Link(f"person/{name}", "ACTED_IN", "film/f") for name in ("d", "c", "b", "a")]
    graph = graph_of(tmp_path, [*links, Link("person/c", "DIRECTED", "film/g")])
    expected = [f"person/{name}" for name in ("c", "a", "b", "d")]
    assert ends(beside(graph, "film/f")) == expected


def test_what_has_no_link_has_no_neighbours(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [], alone=["film/f"])
    found = beside(graph, "film/f")
    assert (len(found), found.total, found.truncated) == (0, 0, False)


@seeds
@settings(max_examples=20)
def test_steps_behind_the_curtain_are_neither_told_nor_counted(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        whole = random_graph(Path(name, "whole"), seed, levels=LEVELS)
        for level in LEVELS:
            graph = whole.at(level)
            known = known_of(Path(name, level), graph)
            for node in graph.nodes().tolist():
                one = short(graph, node)
                for limit in (2, MANY):
                    assert beside(graph, one, limit=limit) == beside(known, one, limit=limit)


# Neighbourhoods


def hubs_from(monkeypatch: pytest.MonkeyPatch, links: int) -> None:
    """Let what is linked with more be a hub."""
    monkeypatch.setattr(module, "LIMITS", replace(LIMITS, hub=links))


def plain(graph: Adjacency) -> "nx.Graph[int]":
    return nx.Graph(copy_of(graph))


def distances(graph: Adjacency, node: int, steps: int, hub: int) -> dict[int, int]:
    """How far each node is, where hubs are not walked through."""
    copy, found, layer = plain(graph), {node: 0}, {node}
    for step in range(1, steps + 1):
        onward = {one for one in layer if one == node or copy.degree[one] <= hub}
        layer = {other for one in onward for other in copy[one]} - found.keys()
        found |= dict.fromkeys(layer, step)
    return found


def scores(graph: Adjacency, node: int, steps: int, hub: int) -> dict[int, float]:
    """What each node is given: the formula, node by node."""
    copy = copy_of(graph)
    degree = dict(plain(graph).degree)
    shares, total = {node: 1.0}, Counter[int]()
    for step in range(steps):
        got = Counter[int]()
        for one, share in shares.items():
            if step == 0 or degree[one] <= hub:
                for _, other in copy.edges(one):
                    own = degree[other] ** (0.5 if degree[other] > hub else 0.25)
                    got[other] += share / math.sqrt(degree[one]) / own
        total.update(got)
        shares = dict(got)
    return dict(total)


@seeds
@settings(max_examples=40)
def test_a_neighbourhood_is_all_within_the_steps_hubs_not_walked_through(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        graph = random_graph(Path(name), seed, links=chance.randrange(20, 120))
        hub = chance.randrange(1, 9)
        hubs_from(patch, hub)
        for steps in (1, 2, 3, 4):
            node = chance.choice(graph.nodes().tolist())
            far = distances(graph, node, steps, hub)
            found = around(graph, short(graph, node), steps)
            expected = {short(graph, other): step for other, step in far.items() if step}
            assert {one.entity.curie: one.steps for one in found} == expected
            assert (found.left_out, found.truncated) == ({}, False)
            kept = [
                other
                for other, step in far.items()
                if 0 < step < steps and graph.degree[other] > hub
            ]
            kept.sort(key=lambda other: (-graph.degree[other], other))
            assert [one.curie for one in found.passed_by] == [
                short(graph, other) for other in kept[:5]
            ]


@seeds
@settings(max_examples=40)
def test_the_score_is_what_the_links_of_each_pass_on(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        graph = random_graph(Path(name), seed, links=chance.randrange(20, 120))
        hub = chance.randrange(2, 9)
        hubs_from(patch, hub)
        node = chance.choice(graph.nodes().tolist())
        for steps in (1, 2, 3):
            expected = scores(graph, node, steps, hub)
            found = around(graph, short(graph, node), steps)
            for one in found:
                assert one.score == pytest.approx(expected[number_of(graph, one.entity.curie)])
            ranks = [(-round(one.score, 12), one.entity.iri) for one in found]
            assert ranks == sorted(ranks)


@seeds
@settings(max_examples=30)
def test_what_is_left_out_is_counted_by_kind(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        one = any_name(graph, seed)
        steps, limit = chance.randrange(1, 5), chance.randrange(1, 9)
        for kinds in (None, "person", ("film", "theme")):
            everything = around(graph, one, steps, kinds=kinds)
            cut = around(graph, one, steps, kinds=kinds, limit=limit)
            assert list(cut) == list(everything)[:limit]
            assert cut.left_out == Counter(near.entity.kind for near in everything[limit:])
            assert cut.truncated == (len(everything) > limit)


@seeds
@settings(max_examples=30)
def test_the_links_are_all_among_the_members_and_the_centre(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        found = around(graph, any_name(graph, seed), 3, limit=12)
        inside = {one.curie for one in found.entities()}
        assert len(inside) == len(found) + 1
        expected = [
            (link.source, link.kind, link.target)
            for link in links_of(graph)
            if {link.source, link.target} <= inside
        ]
        assert [
            (edge.source.curie, edge.predicate, edge.target.curie) for edge in found.links
        ] == expected


@seeds
@settings(max_examples=30)
def test_the_kinds_that_are_asked_for_are_as_near_as_among_all(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed)
        one = any_name(graph, seed)
        expected = [near for near in around(graph, one, 3) if near.entity.kind == "person"]
        assert list(around(graph, one, 3, kinds="person")) == expected


@seeds
@settings(max_examples=20)
def test_a_neighbourhood_is_the_same_in_whatever_order_the_links_came(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name, "one"), seed)
        links = links_of(graph)
        chance.shuffle(links)
        other = graph_of(Path(name, "other"), links)
        one = chance.choice(links).source
        found, again = around(graph, one, 3, limit=9), around(other, one, 3, limit=9)
        assert [near.entity.iri for near in found] == [near.entity.iri for near in again]
        assert [near.score for near in found] == [near.score for near in again]
        assert found.left_out == again.left_out


@seeds
@settings(max_examples=20)
def test_what_is_behind_the_curtain_makes_nothing_nearer(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        hubs_from(patch, 6)
        whole = random_graph(Path(name, "whole"), seed, levels=LEVELS, links=120)
        for level in LEVELS:
            graph = whole.at(level)
            known = known_of(Path(name, level), graph)
            one = any_name(graph, seed)
            for steps in (1, 3):
                assert around(graph, one, steps, limit=8) == around(known, one, steps, limit=8)


def test_a_centre_that_is_a_hub_is_walked_from_and_is_not_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hubs_from(monkeypatch, 2)
    films = [Link(f"film/{n}", "HAS_GENRE", "genre/g") for n in range(3)]
    people = [Link(f"person/{n}", "ACTED_IN", f"film/{n}") for n in range(3)]
    found = around(graph_of(tmp_path, [*films, *people]), "genre/g", 4)
    assert len(found) == 6
    assert found.passed_by == ()


def test_a_hub_is_less_near_than_its_many_ways_would_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = [f"film/{letter}" for letter in "abcd"]
    links = [Link("person/ann", "ACTED_IN", film) for film in films]
    links += [Link(film, "HAS_GENRE", "genre/drama") for film in films]
    graph = graph_of(tmp_path, links)
    (before,) = around(graph, "person/ann", kinds="genre")
    hubs_from(monkeypatch, 3)
    (after,) = around(graph, "person/ann", kinds="genre")
    assert after.score == pytest.approx(before.score / 4**0.25)


def test_what_lies_behind_a_hub_alone_is_not_around(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hubs_from(monkeypatch, 2)
    graph = graph_of(tmp_path, [Link(f"film/{n}", "HAS_GENRE", "genre/g") for n in range(3)])
    found = around(graph, "film/0", 4)
    assert [one.entity.curie for one in found] == ["genre/g"]
    assert [one.curie for one in found.passed_by] == ["genre/g"]


def test_around_what_has_no_link_is_nothing(tmp_path: Path) -> None:
    found = around(graph_of(tmp_path, [], alone=["film/f"]), "film/f")
    assert [one.curie for one in found.entities()] == ["film/f"]
    assert (len(found), found.links, found.left_out, found.passed_by) == (0, (), {}, ())
