"""Nothing above the level of a graph is told, counted or hinted at by what it is asked."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from filmgraph.curtain import LEVELS
from filmgraph.errors import FilmgraphError, NoPath, UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.record import Level
from filmgraph.values import GraphValue

Call: TypeAlias = Callable[[Graph], object]

EVERY_KIND: Final = ("film", "person", "character", "theme", "genre", "place", "motif", "event")

OTHERS: Final = (
    "film/leaving-las-vegas-1995",
    "film/alien-1979",
    "person/plain-player",
    "theme/plain-theme",
    "genre/drama",
)
"""What every entity is asked together with."""

HIDDEN: Final = (
    "person/endingcanary-player",
    "person/plotcanary-player",
    "character/leaving-las-vegas-1995/plotcanary-friend",
    "event/leaving-las-vegas-1995/mine/endingcanary-event",
    "theme/endingcanary-theme",
    "endingcanary player",
    "plotcanary theme",
)
"""What may not be seen at every level."""


def asked_of(one: str) -> Iterator[Call]:
    """All that is asked of one entity."""
    yield lambda graph: graph.neighbours(one)
    yield lambda graph: graph.neighbours(one, limit=2)
    yield lambda graph: graph.neighbours(one, kind="film", direction="in")
    yield lambda graph: graph.neighbours(one, via=("RELATED_TO", "HAS_THEME", "PORTRAYS"), limit=1)
    for steps in (1, 2, 4):
        yield lambda graph, steps=steps: graph.neighbourhood(one, steps=steps, limit=6)  # type: ignore[misc]
    yield lambda graph: graph.neighbourhood(one, limit=10**9, kind=("person", "event"))


def asked_of_two(one: str, other: str) -> Iterator[Call]:
    """All that is asked of two entities."""
    yield lambda graph: graph.path(one, other)
    yield lambda graph: graph.path(other, one, via=EVERY_KIND)
    yield lambda graph: graph.path(one, other, avoid=("film", "DIRECTED"), max_steps=3)
    yield lambda graph: graph.path(one, other, max_degree=12, years=(1940, 2000))
    yield lambda graph: graph.paths(one, other, limit=2)
    yield lambda graph: graph.paths(one, other, via=EVERY_KIND, max_steps=5)
    yield lambda graph: graph.paths(one, other, via=EVERY_KIND, limit=4, most_through=1)
    yield lambda graph: graph.common(one, other)
    yield lambda graph: graph.common(other, one, limit=2)
    yield lambda graph: graph.compare(one, other)


def told(call: Call, graph: Graph) -> list[object]:
    """All that a graph says when it is asked, in whatever form, errors too."""
    try:
        value = call(graph)
    except FilmgraphError as error:
        return [type(error), str(error), error.message, error.hint, tuple(error.candidates)]
    assert isinstance(value, GraphValue)
    answer, copy = value.answer(), value.to_networkx()
    forms = [
        str(value),
        repr(value),
        value._repr_html_(),
        value.to_json(),
        str(answer),
        (answer.columns, answer.rows, answer.truncated, answer.limit, answer.title),
        [(one, one.note) for one in value.entities()],
        [repr(edge) for edge in value.edges()],
        list(copy.nodes(data=True)),
        list(copy.edges(keys=True, data=True)),
    ]
    facts = ("total", "truncated", "left_out", "cut", "level", "passed_by", "members", "steps")
    return [value, *forms, *(getattr(value, name, None) for name in facts)]


@pytest.fixture(scope="module")
def known(known_graphs: Mapping[Level, Path]) -> Mapping[Level, Graph]:
    """Level: a graph that never knew more."""
    return {level: open_graph(path, level=level) for level, path in known_graphs.items()}


@pytest.mark.parametrize("level", ["open", "plot"])
def test_a_graph_tells_of_each_entity_what_one_tells_that_never_knew_more(
    level: Level, canary_graph: Graph, known: Mapping[Level, Graph]
) -> None:
    graph = canary_graph.lift(level)
    entities = [one.curie for one in graph.entities()]
    assert entities == [one.curie for one in known[level].entities()]
    for one in entities:
        for call in asked_of(one):
            assert told(call, graph) == told(call, known[level]), one


@pytest.mark.parametrize("level", ["open", "plot"])
def test_a_graph_tells_of_two_entities_what_one_tells_that_never_knew_more(
    level: Level, canary_graph: Graph, known: Mapping[Level, Graph]
) -> None:
    graph = canary_graph.lift(level)
    for one in graph.entities():
        for other in OTHERS:
            for call in asked_of_two(one.curie, other):
                assert told(call, graph) == told(call, known[level]), (one, other)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_what_is_hidden_is_refused_as_where_it_never_was(
    level: Level, canary_graph: Graph, known: Mapping[Level, Graph]
) -> None:
    graph, refused = canary_graph.lift(level), 0
    for one in HIDDEN:
        calls = [*asked_of(one), *asked_of_two(one, OTHERS[0]), *asked_of_two(OTHERS[0], one)]
        calls.append(path_around(one))
        for call in calls:
            expected = told(call, known[level])
            assert told(call, graph) == expected, one
            refused += expected[0] is UnknownEntity
    assert refused > 40


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_that_is_told_holds_a_word_from_above_the_level(
    level: Level, canary_graph: Graph
) -> None:
    graph, words = canary_graph.lift(level), []
    for one in graph.entities():
        calls = [*asked_of(one.curie), *asked_of_two(one.curie, OTHERS[0])]
        words += [str(told(call, graph)) for call in calls]
    assert any("plotcanary" in text for text in words) == (level != "open")
    assert any("endingcanary" in text for text in words) == (level == "ending")


@pytest.mark.parametrize("level", ["open", "plot"])
def test_what_is_connected_behind_the_curtain_alone_has_no_path_before_it(
    level: Level, canary_graph: Graph, known: Mapping[Level, Graph]
) -> None:
    graph, apart = canary_graph.lift(level), 0
    entities = [one.curie for one in graph.entities()]
    for one in entities:
        for other in entities[::3]:
            call = path_between(one, other)
            if told(call, graph)[0] is NoPath and told(call, canary_graph)[0] is not NoPath:
                apart += 1
                assert told(call, graph) == told(call, known[level])
                assert not graph.paths(one, other, via=EVERY_KIND, avoid="film")
    assert apart


def path_around(one: str) -> Call:
    return lambda graph: graph.path(*OTHERS[:2], avoid=one)


def path_between(one: str, other: str) -> Call:
    # By way of the film everything of it is connected, at every level.
    return lambda graph: graph.path(one, other, via=EVERY_KIND, avoid="film")


def test_arrays_are_printed_without_what_they_hold(canary_graph: Graph) -> None:
    assert repr(canary_graph.lift("open").adjacency) == "Adjacency(level='open')"
    assert "mine" not in repr(canary_graph.adjacency.files)


@pytest.mark.parametrize("level", LEVELS)
def test_each_edge_says_from_which_level_on_it_may_be_seen(
    level: Level, canary_graph: Graph
) -> None:
    graph = canary_graph.lift(level)
    seen = set()
    for one in graph.entities():
        for step in graph.neighbours(one, limit=10**9):
            seen.add(step.level)
            assert LEVELS.index(step.level) <= LEVELS.index(level)
    assert seen == set(LEVELS[: LEVELS.index(level) + 1])


def test_the_level_of_a_path_is_the_highest_of_its_edges(canary_graph: Graph) -> None:
    levels: set[str] = set()
    for one in canary_graph.entities():
        for path in canary_graph.paths(one, OTHERS[0], via=EVERY_KIND):
            told_at = [edge.level for step in path for edge in step.edges]
            assert path.level == max(told_at, key=LEVELS.index, default="open")
            levels.add(path.level)
    assert levels == set(LEVELS)


def test_json_names_the_level_of_each_edge(canary_graph: Graph) -> None:
    body: dict[str, Any] = json.loads(canary_graph.neighbours(OTHERS[0], limit=10**9).to_json())
    assert {edge["level"] for edge in body["edges"]} == set(LEVELS)
