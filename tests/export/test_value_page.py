"""The page of a value: safe to open, the same at any time, and silent on what is hidden."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.export.picture_samples import HOSTILE
from tests.export.value_samples import CAGE, SAMPLES, hostile, one_path, some_paths

from filmgraph.errors import OptionError, StorageError
from filmgraph.export.scenes import scene_of
from filmgraph.export.value_page import value_page, write_value
from filmgraph.graph import Graph, open_graph
from filmgraph.record import Level
from filmgraph.values import GraphValue

FILM = "Leaving Las Vegas (1995)"


class Tags(HTMLParser):
    """The tags and attributes a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(value: GraphValue, level: Level = "open") -> str:
    return value_page(scene_of(value), level)


def parsed(value: GraphValue) -> Tags:
    tags = Tags()
    tags.feed(page(value))
    return tags


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_value_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = write_value(SAMPLES[name](), tmp_path / "first.html", "open").read_bytes()
    again = write_value(SAMPLES[name](), tmp_path / "again.html", "open").read_bytes()
    assert first == again


@pytest.mark.parametrize("name", SAMPLES)
def test_no_tag_asks_for_anything(name: str) -> None:
    for tag, attributes in parsed(SAMPLES[name]()).tags:
        assert "src" not in attributes
        assert attributes.get("href", "data:,") == "data:,"
        assert not [key for key in attributes if key.startswith("on") or key == "style"], tag


def test_hostile_names_make_no_tag() -> None:
    calm = {
        tag
        for name, make in SAMPLES.items()
        if "hostile" not in name
        for tag, _ in parsed(make()).tags
    }
    for value in hostile():
        tags = parsed(value).tags
        assert {tag for tag, _ in tags} <= calm
        scripts = [attributes for tag, attributes in tags if tag == "script"]
        assert scripts == [{"type": "application/json", "id": "lights"}, {}]


def test_hostile_names_are_shown_as_they_are() -> None:
    text = "".join("".join(parsed(value).text) for value in hostile())
    for name in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[8], HOSTILE[12]):
        assert name in text
    assert "\u202e" not in text


def test_the_policy_names_script_and_style_by_hash() -> None:
    policy = next(
        attributes["content"] or ""
        for _, attributes in parsed(one_path()).tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert policy.count("'sha256-") == 2


def test_the_sentence_of_the_first_path_is_read() -> None:
    assert (
        "Nicolas Cage acted in Next (2007), which is about facing organized pursuit, "
        "which is a theme of Casablanca (1942)."
    ) in parsed(some_paths()).text


def test_the_page_says_its_level_and_who_says_so() -> None:
    text = "".join(parsed(one_path()).text)
    assert "what anyone may know (open)" in text
    assert "mine" in text
    assert "not how it ends (plot)" in page(one_path(), "plot")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Name a file in a folder that exists"):
        write_value(one_path(), tmp_path / "nowhere" / "page.html", "open")


# Of a graph

VALUES: Mapping[str, Callable[[Graph], GraphValue]] = {
    "path": lambda graph: graph.path("plain player", "plain maker"),
    "paths": lambda graph: graph.paths("plain player", "plain theme"),
    "neighbours": lambda graph: graph.neighbours(FILM),
    "neighbourhood": lambda graph: graph.neighbourhood(FILM, steps=3),
    "common": lambda graph: graph.common("plain player", "plain maker"),
    "comparison": lambda graph: graph.compare(FILM, "Alien (1979)"),
    "walk": lambda graph: as_value(graph.walk(FILM).along()),
    "walk of two steps": lambda graph: as_value(graph.walk("plain player").films().along()),
}
"""Name: what asks a graph for a value."""


def as_value(walk: object) -> GraphValue:
    assert isinstance(walk, GraphValue)
    return walk


@pytest.mark.parametrize("level", ["open", "plot"])
@pytest.mark.parametrize("name", VALUES)
def test_a_picture_is_that_of_a_graph_without_what_is_hidden(
    name: str,
    level: Level,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
    tmp_path: Path,
) -> None:
    graphs = {
        "full": canary_graph.lift(level),
        "known": open_graph(known_graphs[level], level=level),
    }
    full, known = (
        VALUES[name](graph).draw(tmp_path / which).read_text("utf-8")
        for which, graph in graphs.items()
    )
    assert full == known
    assert not re.search("plotcanary|endingcanary" if level == "open" else "endingcanary", full)
    assert level != "plot" or name in ("path", "paths", "common") or "plotcanary" in full


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_a_graph_is_drawn(name: str, canary_graph: Graph, tmp_path: Path) -> None:
    drawn = VALUES[name](canary_graph).draw(tmp_path / "x.html")
    assert drawn.read_text("utf-8").startswith("<!doctype html>")


def test_a_value_that_was_taken_from_no_graph_is_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="nothing to draw"):
        one_path().draw(tmp_path / "x.html")


def test_a_folder_is_no_place_for_a_picture(films_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="is a folder"):
        films_graph.neighbours("Alien (1979)").draw(tmp_path)


def test_only_values_of_entities_and_edges_are_drawn(films_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no entities and edges"):
        films_graph.draw_value(CAGE, tmp_path / "x.html")
