"""What two nodes share, and two films side by side, against a plain count."""

import math
import random
import tempfile
from collections.abc import Iterable
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, copy_of, graph_of, known_of, number_of, random_graph

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import choose_kinds
from filmgraph.arrays.reading import Reader
from filmgraph.arrays.sharing import common, compare
from filmgraph.curtain import LEVELS
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Common, Comparison, Step

MANY = 10**9

seeds = given(st.integers(0, 10**9))


def shared(
    graph: Adjacency,
    one: str,
    other: str,
    *,
    kinds: str | Iterable[str] | None = None,
    limit: int = MANY,
) -> Common:
    numbers = number_of(graph, one), number_of(graph, other)
    return common(Reader(graph), *numbers, kinds=choose_kinds(kinds), limit=limit)


def compared(graph: Adjacency, one: str, other: str) -> Comparison:
    return compare(Reader(graph), number_of(graph, one), number_of(graph, other))


def names(graph: Adjacency, kind: str | None = None) -> list[str]:
    number = None if kind is None else NODE_KINDS.index(kind)
    return [
        graph.files.iris[node].removeprefix("https://w3id.org/filmgraph/")
        for node in graph.nodes(number).tolist()
    ]


def beside(graph: Adjacency) -> dict[str, set[str]]:
    """What each entity is linked with, read off the edges."""
    copy, short = nx.Graph(copy_of(graph)), dict(enumerate(names(graph)))
    numbers = dict(zip(graph.nodes().tolist(), short.values(), strict=True))
    return {name: {numbers[one] for one in copy[node]} for node, name in numbers.items()}


def films(things: Iterable[str]) -> set[str]:
    return {one for one in things if one.startswith("film/")}


def ways(links: dict[str, set[str]], one: str, other: str) -> dict[str, set[str | None]]:
    """What an entity has: by which of its films, or by none where the link is direct."""
    found: dict[str, set[str | None]] = {thing: {None} for thing in links[one]}
    if not one.startswith("film/"):
        for film in films(links[one]) - {other}:
            for thing in links[film]:
                found.setdefault(thing, set()).add(film)
    return found


def film_between(steps: tuple[Step, ...]) -> str | None:
    return steps[0].end.curie if len(steps) == 2 else None


# What two share


@seeds
@settings(max_examples=40)
def test_what_two_share_is_what_both_have_themselves_or_by_a_film(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=chance.randrange(30, 150))
        links = beside(graph)
        for _ in range(6):
            one, other = chance.sample(names(graph), 2)
            first, second = ways(links, one, other), ways(links, other, one)
            found = shared(graph, one, other)
            things = {thing.entity.curie for thing in found}
            assert things == first.keys() & second.keys() - {one, other}
            assert (found.total, found.truncated) == (len(things), False)
            for thing in found:
                for steps, start, known in (
                    (thing.first, one, first),
                    (thing.second, other, second),
                ):
                    assert steps[0].start.curie == start
                    assert steps[-1].end == thing.entity
                    possible = known[thing.entity.curie]
                    best = min(
                        possible,
                        key=lambda film: (film is not None, -len(links[film or one]), film or ""),
                    )
                    assert film_between(steps) == best


@seeds
@settings(max_examples=40)
def test_what_two_share_is_the_same_the_other_way_around(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=100)
        for limit in (1, 4, MANY):
            one, other = chance.sample(names(graph), 2)
            there = shared(graph, one, other, limit=limit)
            back = shared(graph, other, one, limit=limit)
            assert [(thing.entity, thing.rarity, thing.second, thing.first) for thing in back] == [
                (thing.entity, thing.rarity, thing.first, thing.second) for thing in there
            ]
            assert (back.one, back.other, back.total) == (there.other, there.one, there.total)


@seeds
@settings(max_examples=40)
def test_rarity_is_from_one_to_nought_and_of_a_kind_the_rarest_come_first(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=150)
        one, other = chance.sample(names(graph, "film"), 2)
        count = len(names(graph, "film"))
        found = shared(graph, one, other)
        for thing in found:
            degree = int(graph.degree[number_of(graph, thing.entity.curie)])
            assert thing.rarity == max(0.0, math.log(count / degree) / math.log(count))
            assert 0 <= thing.rarity <= 1
        told = [
            (NODE_KINDS.index(thing.entity.kind), -thing.rarity, thing.entity.iri)
            for thing in found
            if thing.rarity
        ]
        assert told == sorted(told)


@seeds
@settings(max_examples=30)
def test_what_both_are_linked_with_themselves_is_kept_first_and_then_the_rarest(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=120)
        one, other = chance.sample(names(graph, "person"), 2)
        ranked = sorted(
            shared(graph, one, other),
            key=lambda thing: (
                len(thing.first) + len(thing.second),
                graph.degree[number_of(graph, thing.entity.curie)],
                thing.entity.iri,
            ),
        )
        for limit in (1, 3, 8):
            found = shared(graph, one, other, limit=limit)
            expected = {thing.entity for thing in ranked[:limit]}
            assert {thing.entity for thing in found} == expected
            assert (found.total, found.truncated) == (len(ranked), len(ranked) > limit)


@seeds
@settings(max_examples=20)
def test_what_is_asked_for_by_kind_is_shared_all_the_same(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=120)
        one, other = chance.sample(names(graph), 2)
        for kinds in ("person", ("theme", "film")):
            wanted = (kinds,) if isinstance(kinds, str) else kinds
            found = shared(graph, one, other, kinds=kinds)
            expected = [thing for thing in shared(graph, one, other) if thing.entity.kind in wanted]
            assert list(found) == expected
            assert found.total == len(expected)


@seeds
@settings(max_examples=20)
def test_what_is_behind_the_curtain_is_not_shared(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        whole = random_graph(Path(name, "whole"), seed, links=120, levels=LEVELS)
        for level in LEVELS:
            graph = whole.at(level)
            known = known_of(Path(name, level), graph)
            for limit in (3, MANY):
                one, other = chance.sample(names(graph), 2)
                expected = shared(known, one, other, limit=limit)
                assert shared(graph, one, other, limit=limit) == expected
            one, other = chance.sample(names(graph, "film"), 2)
            assert compared(graph, one, other) == compared(known, one, other)


def acts(person: str, film: str) -> Link:
    return Link(f"person/{person}", "ACTED_IN", f"film/{film}")


def test_a_link_goes_before_one_by_a_film_and_the_film_of_which_most_is_known_before_others(
    tmp_path: Path,
) -> None:
    links = [
        *[acts("ann", film) for film in ("little", "much", "more")],
        acts("bob", "much"),
        *[Link(f"film/{film}", "HAS_THEME", "theme/t") for film in ("little", "much", "more")],
        Link("film/more", "HAS_GENRE", "genre/g"),
    ]
    graph = graph_of(tmp_path, links)
    found = {thing.entity.curie: thing for thing in shared(graph, "person/ann", "person/bob")}
    assert [film_between(found["theme/t"].first), film_between(found["theme/t"].second)] == [
        "film/more",
        "film/much",
    ]
    assert [film_between(found["film/much"].first), film_between(found["film/much"].second)] == [
        None,
        None,
    ]


def test_a_film_shares_nothing_with_who_is_in_it_by_itself_alone(tmp_path: Path) -> None:
    links = [acts("ann", "f"), acts("bob", "f"), acts("ann", "g"), acts("cid", "g")]
    graph = graph_of(tmp_path, [*links, acts("cid", "f")])
    found = shared(graph, "film/f", "person/ann")
    assert [thing.entity.curie for thing in found] == ["person/cid"]
    assert film_between(found[0].second) == "film/g"


def test_an_entity_shares_all_it_has_with_itself(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [acts("ann", "f"), acts("bob", "f"), acts("bob", "g")])
    found = shared(graph, "person/ann", "person/ann")
    assert {thing.entity.curie for thing in found} == {"film/f", "person/bob"}
    assert all(thing.first == thing.second for thing in found)


def test_what_has_no_link_shares_nothing(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [acts("ann", "f")], alone=["person/bob", "film/g"])
    for other in ("person/bob", "film/g"):
        found = shared(graph, "person/ann", other)
        assert (len(found), found.total, found.truncated) == (0, 0, False)


# Two films side by side


@seeds
@settings(max_examples=40)
def test_a_comparison_parts_all_that_two_films_have_but_for_what_happens(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=150)
        links = beside(graph)
        one, other = chance.sample(names(graph, "film"), 2)
        found = compared(graph, one, other)
        first, second = (
            {thing for thing in links[film] - {one, other} if not thing.startswith("event/")}
            for film in (one, other)
        )
        assert [there.end for there, _ in found.both] == [back.end for _, back in found.both]
        parts = [
            [there.end.curie for there, _ in found.both],
            [step.end.curie for step in found.only_one],
            [step.end.curie for step in found.only_other],
        ]
        for part, expected in zip(
            parts, (first & second, first - second, second - first), strict=True
        ):
            assert len(part) == len(set(part))
            assert set(part) == expected
        starts = {step.start.curie for step, _ in found.both}
        starts |= {step.start.curie for step in found.only_one}
        assert starts <= {one}
        assert {step.start.curie for step in found.only_other} <= {other}


@seeds
@settings(max_examples=30)
def test_a_comparison_is_the_same_the_other_way_around(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=150)
        one, other = chance.sample(names(graph, "film"), 2)
        there, back = compared(graph, one, other), compared(graph, other, one)
        assert (back.only_one, back.only_other) == (there.only_other, there.only_one)
        assert [(second, first) for first, second in back.both] == list(there.both)


@seeds
@settings(max_examples=20)
def test_a_comparison_is_by_kind_and_then_what_is_linked_with_least_first(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        graph = random_graph(Path(name), seed, links=150)
        one, other = chance.sample(names(graph, "film"), 2)
        found = compared(graph, one, other)
        for steps in ([step for step, _ in found.both], found.only_one, found.only_other):
            told = [
                (
                    NODE_KINDS.index(step.end.kind),
                    graph.degree[number_of(graph, step.end.curie)],
                    step.end.iri,
                )
                for step in steps
            ]
            assert told == sorted(told)


def test_a_film_has_all_in_common_with_itself(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path, [acts("ann", "f"), Link("film/f", "HAS_GENRE", "genre/g"), acts("bob", "h")]
    )
    found = compared(graph, "film/f", "film/f")
    assert [there.end.curie for there, _ in found.both] == ["person/ann", "genre/g"]
    assert all(there == back for there, back in found.both)
    assert (found.only_one, found.only_other) == ((), ())


def test_who_has_several_parts_in_a_film_is_told_once_with_all_of_them(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path, [acts("ann", "f"), Link("person/ann", "DIRECTED", "film/f"), acts("ann", "g")]
    )
    ((there, back),) = compared(graph, "film/f", "film/g").both
    assert [edge.predicate for edge in there.edges] == ["ACTED_IN", "DIRECTED"]
    assert [edge.predicate for edge in back.edges] == ["ACTED_IN"]
