"""Nodes and edges as files: read by other programs as they are, and the same at any time."""

import re
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest

from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.export.property_graph import Part, part_of, write_property_graph
from filmgraph.graph import Graph, open_graph
from filmgraph.names import iri
from filmgraph.record import Level
from filmgraph.values import Edge, Entity, networkx_of

Require: TypeAlias = Callable[[str, bool, str], None]

FORMATS = ("graphml", "gexf")
ALIEN = "Alien (1979)"


def read(path: Path) -> "nx.MultiDiGraph[str]":
    """A file as networkx reads it, edges told apart by what they are as ours are."""
    if path.suffix == ".graphml":
        found = nx.read_graphml(path, force_multigraph=True)
    else:
        found = nx.MultiDiGraph(nx.read_gexf(path))
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_nodes_from(found.nodes(data=True))
    for source, target, data in found.edges(data=True):
        kept = {name: value for name, value in data.items() if name != "id"}  # that of the file
        made.add_edge(source, target, data["predicate"], **kept)
    return made


def same(one: "nx.MultiDiGraph[str]", other: "nx.MultiDiGraph[str]") -> bool:
    return sorted(one.nodes.items()) == sorted(other.nodes.items()) and sorted(
        one.edges(keys=True, data=True), key=str
    ) == sorted(other.edges(keys=True, data=True), key=str)


def whole(graph: Graph) -> "nx.MultiDiGraph[str]":
    reader = Reader(graph.adjacency)
    part = part_of(reader)
    return networkx_of(reader.entities(part.nodes), reader.edges(part.edges))


def test_around_what_is_not_in_the_graph_there_is_nothing(films_graph: Graph) -> None:
    elsewhere = Entity(iri("film", "no-such-film"), "film", "No such film")
    part = part_of(Reader(films_graph.adjacency), elsewhere)
    assert (len(part.nodes), len(part.edges)) == (0, 0)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("level", LEVELS)
def test_networkx_reads_back_what_the_graph_holds(
    format_: str, level: Level, canary_graph: Graph, tmp_path: Path
) -> None:
    graph = canary_graph.lift(level)
    assert same(read(graph.export(format_, tmp_path / f"all.{format_}")), whole(graph))


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_about_a_film_is_what_it_is_linked_with(
    format_: str, films_graph: Graph, tmp_path: Path
) -> None:
    found = read(films_graph.export(format_, tmp_path / f"alien.{format_}", about=ALIEN))
    alien = iri("film", "alien-1979")
    assert set(found) == {alien, *nx.all_neighbors(whole(films_graph), alien)}
    assert same(found, nx.MultiDiGraph(whole(films_graph).subgraph(found)))


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("level", ["open", "plot"])
@pytest.mark.parametrize("about", [None, "Leaving Las Vegas (1995)"])
def test_a_file_is_that_of_a_graph_without_what_is_hidden(
    format_: str,
    level: Level,
    about: str | None,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
    tmp_path: Path,
) -> None:
    graphs = canary_graph.lift(level), open_graph(known_graphs[level], level=level)
    full, known = (
        one.export(format_, tmp_path / str(n), about=about).read_text("utf-8")
        for n, one in enumerate(graphs)
    )
    assert full == known
    assert not re.search("plotcanary" if level == "open" else "endingcanary", full)


def test_no_two_edges_have_one_id(films_graph: Graph, tmp_path: Path) -> None:
    root = ElementTree.parse(films_graph.export("graphml", tmp_path / "x")).getroot()
    edges = [one.get("id") for one in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(edges)) == len(edges) > 20


def test_no_day_stands_in_a_file(films_graph: Graph, tmp_path: Path) -> None:
    assert "date" not in films_graph.export("gexf", tmp_path / "x").read_text("utf-8")


NAMES = {
    "a\x00b\x1b\x0c\ufffe\ud800c": "a\ufffdb\ufffd\ufffd\ufffd\ufffdc",
    "]]> & <b a='1' b=\"2\">": "]]> & <b a='1' b=\"2\">",
    "two\r\nlines\tand\u2028more": "two\r\nlines\tand\u2028more",
    " 🎬 الجزيرة \u202e七人": " 🎬 الجزيرة \u202e七人",
}
"""What a thing is called: how it is read back."""


class Hostile(Reader):
    """Says of every node and every edge that it has a bad name."""

    name = ""

    def entity(self, node: int) -> Entity:
        return Entity(iri("film", str(node)), "film", self.name, 1979)

    def edge(self, number: int) -> Edge:
        return Edge(self.entity(0), "BASED_ON", self.entity(1), self.name)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_be_written(
    format_: str, name: str, films_graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hostile, "name", name)
    part = Part(Hostile(films_graph.adjacency), np.array([0, 1]), np.array([0]))
    write_property_graph(part, format_, tmp_path / f"x.{format_}")
    found = read(tmp_path / f"x.{format_}")
    assert {data["label"] for _, data in found.nodes(data=True)} == {NAMES[name]}
    assert [data["text"] for _, _, data in found.edges(data=True)] == [NAMES[name]]


def test_igraph_reads_the_same(films_graph: Graph, tmp_path: Path, require: Require) -> None:
    require("igraph", find_spec("igraph") is not None, "pip install 'filmgraph[test]'")
    import igraph

    path = films_graph.export("graphml", tmp_path / "x.graphml")
    found = igraph.Graph.Read_GraphML(str(path))
    expected = whole(films_graph)
    assert found.is_directed()
    assert (found.vcount(), found.ecount()) == (len(expected), expected.size())
    alien = found.vs.find(label="Alien", year=1979)
    assert alien["kind"] == "film"
    assert "DIRECTED" in found.es[found.incident(alien, mode="in")]["predicate"]


def test_a_long_export_tells_how_far_it_is(films_graph: Graph, tmp_path: Path) -> None:
    part = part_of(films_graph._reader())
    many = Part(part.reader, part.nodes[:1].repeat(20_001), part.edges)
    told: list[tuple[str, int, int]] = []
    write_property_graph(many, "gexf", tmp_path / "x", lambda *said: told.append(said))
    assert told == [("nodes", done, 20_001) for done in (5_000, 10_000, 15_000, 20_000)]
