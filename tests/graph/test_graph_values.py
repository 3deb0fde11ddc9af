"""Paths, neighbours and what is shared as values: printed, converted, copied."""

import json
import pickle
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import networkx as nx
import pytest
from tests.conftest import HOSTILE

from filmgraph.errors import OptionError
from filmgraph.graph import Graph, open_graph
from filmgraph.names import iri
from filmgraph.record import Level
from filmgraph.values import (
    Common,
    Comparison,
    Edge,
    Entity,
    GraphValue,
    Near,
    Neighbourhood,
    Neighbours,
    Path,
    Paths,
    Shared,
    Step,
    printable,
    text_width,
)

Make: TypeAlias = Callable[[Graph], GraphValue]

ALIEN, BLADE_RUNNER = "Alien (1979)", "Blade Runner (1982)"
FORD, WEAVER = "Harrison Ford", "Sigourney Weaver"

VALUES: dict[str, Make] = {
    "path": lambda graph: graph.path(WEAVER, FORD),
    "no steps": lambda graph: graph.path(FORD, FORD),
    "paths": lambda graph: graph.paths(WEAVER, FORD, via=("film", "person", "genre")),
    "cut paths": lambda graph: graph.paths(WEAVER, FORD, limit=1, via=("film", "person", "genre")),
    "no paths": lambda graph: graph.paths("Humphrey Bogart", FORD),
    "neighbours": lambda graph: graph.neighbours(ALIEN),
    "cut neighbours": lambda graph: graph.neighbours(ALIEN, limit=2),
    "no neighbours": lambda graph: graph.neighbours(ALIEN, via="BEFORE"),
    "neighbourhood": lambda graph: graph.neighbourhood(ALIEN, limit=5),
    "common": lambda graph: graph.common(ALIEN, BLADE_RUNNER),
    "cut common": lambda graph: graph.common(WEAVER, "Ian Holm", limit=1),
    "nothing in common": lambda graph: graph.common("Casablanca", BLADE_RUNNER),
    "comparison": lambda graph: graph.compare(ALIEN, BLADE_RUNNER),
}

any_value = pytest.mark.parametrize("make", VALUES.values(), ids=VALUES)

# Printed


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (VALUES["path"], "<Path from Sigourney Weaver to Harrison Ford in 4 steps>"),
        (VALUES["no steps"], "<Path from Harrison Ford to Harrison Ford in 0 steps>"),
        (VALUES["paths"], "<Paths from Sigourney Weaver to Harrison Ford: 2>"),
        (VALUES["cut neighbours"], "<Neighbours of Alien (1979): 2 of 10>"),
        (VALUES["common"], "<Common to Alien (1979) and Blade Runner (1982): 2 of 2>"),
        (VALUES["comparison"], "<Comparison of Alien (1979) and Blade Runner (1982)>"),
    ],
)
def test_a_value_says_in_short_what_it_is(make: Make, text: str, films_graph: Graph) -> None:
    assert repr(make(films_graph)) == text


def test_a_neighbourhood_says_how_much_of_all_it_is(films_graph: Graph) -> None:
    found = films_graph.neighbourhood(ALIEN, limit=5)
    total = 5 + sum(found.left_out.values())
    assert repr(found) == f"<Neighbourhood of Alien (1979): 5 of {total}>"


def test_a_path_is_printed_a_line_a_step(films_graph: Graph) -> None:
    assert str(films_graph.path(WEAVER, FORD)).splitlines() == [
        "Sigourney Weaver",
        "  acted in     Alien (1979)",
        "  directed by  Ridley Scott",
        "  directed     Blade Runner (1982)",
        "  with         Harrison Ford",
    ]


def test_paths_are_printed_with_their_numbers(films_graph: Graph) -> None:
    lines = str(VALUES["cut paths"](films_graph)).splitlines()
    assert lines[0] == "1. Sigourney Weaver"
    assert all(line.startswith("   ") for line in lines[1:-1])
    assert lines[-1] == "(1 path is shown; there are more)"


def test_what_two_have_not_in_common_is_said(films_graph: Graph) -> None:
    assert str(VALUES["nothing in common"](films_graph)) == (
        "Casablanca (1942) and Blade Runner (1982) have nothing in common that may be seen."
    )


def test_what_is_not_shown_is_said_on_a_page_too(films_graph: Graph) -> None:
    for name, words in (
        ("cut paths", "(1 path is shown; there are more)"),
        ("no paths", "There is no path."),
        ("cut neighbours", "(and 8 more)"),
        ("neighbourhood", "(left out: "),
        ("cut common", "more)"),
        ("nothing in common", "nothing in common that may be seen"),
    ):
        assert words in VALUES[name](films_graph)._repr_html_()


def test_the_level_of_a_path_is_that_of_all_it_tells() -> None:
    film, person = Entity(iri("film", "f"), "film", "F"), Entity(iri("person", "p"), "person", "P")
    seen, hidden = Edge(person, "ACTED_IN", film), Edge(person, "DIRECTED", film, level="plot")
    assert Path(person, (Step(seen),)).level == "open"
    assert Path(person, (Step(seen, others=(hidden,)),)).level == "plot"
    assert Path(person).level == "open"


# Sequences


@pytest.mark.parametrize(
    "make",
    [make for name, make in VALUES.items() if name != "comparison"],
    ids=[name for name in VALUES if name != "comparison"],
)
def test_a_value_is_a_sequence(make: Make, films_graph: Graph) -> None:
    value: Any = make(films_graph)
    items = list(value)
    assert isinstance(value, Sequence)
    assert len(value) == len(items)
    assert [value[place] for place in range(len(value))] == items
    assert value[1:] == tuple(items[1:])
    assert value[::-1] == tuple(reversed(items))
    assert list(reversed(value)) == items[::-1]
    assert bool(value) == bool(items)
    if items:
        assert value[-1] == items[-1]
        assert items[0] in value
    with pytest.raises(IndexError):
        value[len(items)]


def test_values_cannot_be_changed(films_graph: Graph) -> None:
    path: Any = films_graph.path(WEAVER, FORD)
    with pytest.raises(AttributeError):
        path.steps = ()


# Converted


@any_value
def test_json_has_the_rows_and_the_graph(make: Make, films_graph: Graph) -> None:
    value = make(films_graph)
    body = json.loads(value.to_json())
    assert tuple(body["columns"]) == value.answer().columns
    assert [tuple(row) for row in body["rows"]] == list(value.answer().rows)
    assert [one["iri"] for one in body["entities"]] == [one.iri for one in value.entities()]
    known = {one["iri"] for one in body["entities"]}
    assert {edge[end] for edge in body["edges"] for end in ("source", "target")} <= known
    assert [edge["predicate"] for edge in body["edges"]] == [
        edge.predicate for edge in value.edges()
    ]
    assert body["truncated"] == getattr(value, "truncated", False)


@any_value
def test_entities_and_edges_are_each_there_once(make: Make, films_graph: Graph) -> None:
    value = make(films_graph)
    assert len(set(value.entities())) == len(value.entities())
    assert len(set(value.edges())) == len(value.edges())


@any_value
def test_a_networkx_graph_has_the_entities_and_the_edges(make: Make, films_graph: Graph) -> None:
    value = make(films_graph)
    copy = value.to_networkx()
    assert isinstance(copy, nx.MultiDiGraph)
    nodes = {str(node): dict(data) for node, data in copy.nodes(data=True)}
    assert nodes == {one.iri: one.attributes() for one in value.entities()}
    assert sorted(
        (source, target, str(data)) for source, target, data in copy.edges(data=True)
    ) == (
        sorted((edge.source.iri, edge.target.iri, str(edge.attributes())) for edge in value.edges())
    )


def test_a_networkx_graph_names_what_it_is_made_of(films_graph: Graph) -> None:
    copy = films_graph.path("Ridley Scott", ALIEN).to_networkx()
    film, scott = iri("film", "alien-1979"), iri("person", "ridley-scott")
    assert copy.nodes[film] == {"iri": film, "kind": "film", "label": "Alien", "year": 1979}
    assert copy.edges[scott, film, "DIRECTED"] == {
        "predicate": "DIRECTED",
        "level": "open",
        "film": film,
        "sources": "mine yours",
    }


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("path", ["step", "from", "predicate", "to", "text", "level", "sources"]),
        ("paths", ["path", "step", "from", "predicate", "to", "text", "level", "sources"]),
        ("neighbours", ["predicate", "name", "kind", "text", "level", "sources", "iri"]),
        ("neighbourhood", ["name", "kind", "steps", "score", "iri"]),
        ("common", ["kind", "name", ALIEN, BLADE_RUNNER, "rarity", "iri"]),
        ("comparison", ["kind", "name", ALIEN, BLADE_RUNNER, "iri"]),
    ],
)
def test_a_data_frame_has_a_row_for_each(name: str, columns: list[str], films_graph: Graph) -> None:
    value = VALUES[name](films_graph)
    frame = value.to_pandas()
    assert list(frame.columns) == columns
    assert len(frame) == len(value.answer()) > 0


@any_value
def test_a_value_becomes_a_data_frame(make: Make, films_graph: Graph) -> None:
    value = make(films_graph)
    assert len(value.to_pandas()) == len(value.answer())


@any_value
def test_a_value_is_pickled_without_its_graph(make: Make, films_graph: Graph) -> None:
    value = make(films_graph)
    copy: GraphValue = pickle.loads(pickle.dumps(value))
    assert copy == value
    assert (str(copy), copy.to_json()) == (str(value), value.to_json())
    assert {one.home for one in copy.entities()} == {None}
    with pytest.raises(OptionError):
        copy.draw("path.html")


def test_a_value_equals_another_of_the_same_graph(films_graph: Graph) -> None:
    for make in VALUES.values():
        assert make(films_graph) == make(films_graph)


# Hostile names


def hostile_values() -> list[GraphValue]:
    """All values, of names and texts that hold commands."""
    film = Entity(iri("film", "f"), "film", HOSTILE, 2001, HOSTILE)
    person = Entity(iri("person", "p"), "person", HOSTILE + "2", None, HOSTILE)
    edge = Edge(person, "ACTED_IN", film, HOSTILE, sources=("mine",), words="acted in", says="as")
    verb = replace(edge, predicate="RELATED_TO", says="")
    step, back = Step(edge), Step(verb, forward=False, others=(edge,))
    path = Path(person, (step, back))
    return [
        path,
        Paths(person, film, (path, path), truncated=True, cut="too many"),
        Neighbours(person, (step,), total=7),
        Neighbourhood(person, (Near(film, 1, 0.5),), (edge,), {"film": 3}, (film,)),
        Common(person, film, (Shared(film, 0.5, (step,), (step, back)),), 5),
        Common(person, film),
        Comparison(person, film, ((step, back),), (step,), (back,)),
    ]


@pytest.mark.parametrize("value", hostile_values(), ids=lambda value: type(value).__name__)
def test_values_are_printed_as_lines_that_command_nothing(value: GraphValue) -> None:
    for text in (str(value), repr(value), str(value.answer())):
        assert all(printable(line) == line for line in text.split("\n"))
    expected = str(type(value)(**fields_of(value, "plain")))
    assert len(str(value).split("\n")) == len(expected.split("\n"))


def fields_of(value: Any, label: str) -> dict[str, Any]:
    """The parts of a value, its two ends renamed."""
    fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {
        name: replace(one, label=label) if isinstance(one, Entity) else one
        for name, one in fields.items()
    }


@pytest.mark.parametrize("value", hostile_values(), ids=lambda value: type(value).__name__)
def test_pages_hold_names_as_text(value: GraphValue) -> None:
    page = value._repr_html_()
    assert "<b>" not in page
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", page)
    assert printable(page) == page


@pytest.mark.parametrize("value", hostile_values(), ids=lambda value: type(value).__name__)
def test_json_keeps_names_as_they_are(value: GraphValue) -> None:
    labels = {one["label"] for one in json.loads(value.to_json())["entities"]}
    assert labels == {HOSTILE, HOSTILE + "2"}


def test_parts_of_values_command_nothing() -> None:
    path, film = hostile_values()[0], Entity(iri("film", "f"), "film", HOSTILE)
    assert isinstance(path, Path)
    for one in (film, *path, *path.edges()):
        assert printable(str(one)) == str(one)
    assert printable(film._repr_html_()) == film._repr_html_()


@pytest.mark.parametrize("level", ["open", "ending"])
def test_a_hostile_graph_is_walked_without_harm(level: Level, hostile_graph: FilePath) -> None:
    graph = open_graph(hostile_graph, level=level)
    film, *others = graph.entities()
    values: list[GraphValue] = [graph.neighbours(film), graph.neighbourhood(film)]
    for other in others:
        values += [graph.path(film, other), graph.paths(film, other), graph.common(film, other)]
    values.append(graph.compare(film, film))
    for value in values:
        assert all(printable(line) == line for line in str(value).split("\n"))
        assert printable(value._repr_html_()) == value._repr_html_()
        assert "\u202e" not in repr(value)


# Wide letters


def test_columns_stand_straight_beside_wide_letters() -> None:
    person = Entity(iri("person", "p"), "person", "三船敏郎")
    films = [
        Entity(iri("film", str(n)), "film", title, 1954 + n)
        for n, title in enumerate(("七人の侍", "Rashōmon", "用心棒"))
    ]
    steps = tuple(Step(Edge(person, "ACTED_IN", film, words="acted in")) for film in films)
    lines = str(Common(person, films[0], (Shared(films[1], 1, steps[:1], steps[:1]),))).split("\n")
    places = [
        [text_width(part) for part in line.split(" | ")[:-1]] for line in (lines[0], lines[2])
    ]
    assert places[0] == places[1]
    assert str(Neighbours(person, steps, 3)).split("\n")[1] == "  acted in  七人の侍 (1954)"
