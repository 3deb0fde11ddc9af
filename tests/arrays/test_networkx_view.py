"""The arrays in the hands of networkx: views that cannot be changed, and copies that can."""

import copy
import json
import pickle
from collections.abc import Callable, Iterator, Mapping, Set, ValuesView
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.arrays.graphs import Link, graph_of, random_graph

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.attributes import Attributes
from filmgraph.arrays.networkx_view import GraphView, MultiDiGraphView
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.errors import FilmgraphError, OptionError, UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE
from filmgraph.record import Level
from filmgraph.values import networkx_of

View: TypeAlias = Any
"""A graph of networkx, directed or not; its type stubs have no word for both."""
Made: TypeAlias = Any
"""Whatever an algorithm gives."""

BOTH = pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
NO_NODES: tuple[object, ...] = ("x", BASE + "film/none", "\ud800", 7, None, ("a", "b"), ["a"], {})


def view_of(graph: Graph, *, directed: bool) -> View:
    return graph.networkx(directed=True) if directed else graph.networkx()


def read_one_by_one(graph: Adjacency) -> "nx.MultiDiGraph[str]":
    """What may be seen of the arrays, by way of entities and edges."""
    reader = Reader(graph)
    edges = [e for e in range(len(graph.files.edge_kind)) if graph.files.edge_rank[e] <= graph.rank]
    return networkx_of(reader.entities(graph.nodes()), reader.edges(edges))


def by_node(graph: View) -> tuple[dict[str, Any], dict[str, Any]]:
    """The nodes and edges of a graph as dictionaries, to be compared."""
    beside = {node: {other: dict(data) for other, data in graph[node].items()} for node in graph}
    return dict(graph.nodes(data=True)), beside


def in_order(graph: View) -> list[object]:
    """The nodes and edges of a graph in the order in which they come."""
    return [list(graph.nodes(data=True)), *(list(graph[node].items()) for node in graph)]


@pytest.fixture(params=LEVELS)
def canary_at(request: pytest.FixtureRequest, canary_graph: Graph) -> Graph:
    """The graph of a film of which every kind of part is said, at each level."""
    return canary_graph.lift(request.param)


# What is in it


def test_the_directed_view_has_the_nodes_and_edges_that_may_be_seen(canary_at: Graph) -> None:
    made = read_one_by_one(canary_at.adjacency)
    assert made.number_of_edges() > 20
    assert by_node(canary_at.networkx(directed=True)) == by_node(made)


def test_the_undirected_view_has_the_pairs_that_are_linked(canary_at: Graph) -> None:
    view, made = canary_at.networkx(), read_one_by_one(canary_at.adjacency)
    assert by_node(view)[0] == by_node(made)[0]
    assert {frozenset(pair) for pair in view.edges} == {frozenset(pair[:2]) for pair in made.edges}


def test_a_pair_has_the_data_of_the_edge_that_tells_most(canary_at: Graph) -> None:
    view, reader = canary_at.networkx(), Reader(canary_at.adjacency)
    for one, other, data in view.edges(data=True):
        numbers = [canary_at.adjacency.number(iri) or 0 for iri in (one, other)]
        first, *more = reader.edges(reader.between(*numbers))
        predicates = dict.fromkeys(edge.predicate for edge in (first, *more))
        assert data == {**first.attributes(), "predicates": " ".join(predicates)}
        assert view[other][one] == data


def test_who_directed_and_acted_is_linked_by_one_edge_that_names_both(tmp_path: Path) -> None:
    links = [Link("person/ann", kind, "film/a") for kind in ("DIRECTED", "ACTED_IN")]
    view = GraphView.over(graph_of(tmp_path, links))
    data = view[BASE + "film/a"][BASE + "person/ann"]
    assert (data["predicate"], data["predicates"]) == ("ACTED_IN", "ACTED_IN DIRECTED")
    assert (view.number_of_edges(), view.degree[BASE + "film/a"]) == (1, 1)


def test_edges_of_one_kind_between_the_same_two_have_keys_of_their_own(tmp_path: Path) -> None:
    links = [Link("character/a", "RELATED_TO", "character/b", text=text) for text in "xyz"]
    graph = graph_of(tmp_path, [*links, Link("character/b", "RELATED_TO", "character/a")])
    view = MultiDiGraphView.over(graph)
    keys = view[BASE + "character/a"][BASE + "character/b"]
    assert {key: data["text"] for key, data in keys.items()} == {
        "RELATED_TO": "x",
        "RELATED_TO 2": "y",
        "RELATED_TO 3": "z",
    }
    assert view.number_of_edges() == 4
    assert by_node(view) == by_node(view.copy()) == by_node(read_one_by_one(graph))


def test_keys_say_nothing_of_edges_that_may_not_be_seen(tmp_path: Path) -> None:
    links = [
        Link("character/a", "RELATED_TO", "character/b", level=level, text=level)
        for level in reversed(LEVELS)
    ]
    view = MultiDiGraphView.over(graph_of(tmp_path, links))
    assert list(view.edges(keys=True, data="text")) == [
        (BASE + "character/a", BASE + "character/b", "RELATED_TO", "open")
    ]


@BOTH
def test_what_is_no_node_is_not_in_it(directed: bool, films_graph: Graph) -> None:
    view = view_of(films_graph, directed=directed)
    for name in NO_NODES:
        assert name not in view
        assert not view.has_node(name)
        if isinstance(name, str):
            assert not view.has_edge(name, next(iter(view)))
            for ask in (view.nodes, view, view.adj, view.degree, view[next(iter(view))]):
                with pytest.raises(KeyError, match=r"film/none|x|ud800"):
                    ask[name]


@BOTH
def test_it_says_at_which_level_it_was_made(directed: bool, canary_at: Graph) -> None:
    view = view_of(canary_at, directed=directed)
    assert view.graph == view.copy().graph == {"level": canary_at.level}


@BOTH
def test_it_reads_as_networkx_writes_graphs(directed: bool, films_graph: Graph) -> None:
    view = view_of(films_graph, directed=directed)
    counts = f"with {len(view)} nodes and {view.number_of_edges()} edges"
    assert str(view) == f"{'MultiDiGraphView' if directed else 'GraphView'} {counts}"


def test_an_empty_graph_is_an_empty_view(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [])
    for view in (GraphView.over(graph), MultiDiGraphView.over(graph)):
        assert (len(view), view.size(), list(view), dict(view.degree())) == (0, 0, [], {})
        assert by_node(view) == by_node(view.copy()) == ({}, {})


# What is read off the index


@given(st.integers(0, 50), st.sampled_from(LEVELS), st.booleans())
def test_a_view_counts_as_a_copy_does(
    tmp_path_factory: pytest.TempPathFactory, seed: int, level: Level, directed: bool
) -> None:
    folder = tmp_path_factory.mktemp("chance")
    graph = random_graph(folder, seed, levels=LEVELS, level=level)
    view = (MultiDiGraphView if directed else GraphView).over(graph)
    made = copy_by_networkx(view)
    assert counts(view) == counts(made)
    assert in_order(view) == in_order(made) == in_order(view.copy())


def copy_by_networkx(view: View) -> View:
    """A copy that networkx makes by going over the view."""
    return type(view)(view)


def counts(graph: View) -> list[object]:
    some = list(graph)[::3]
    found: list[object] = [
        (len(graph), graph.order(), graph.number_of_nodes()),
        (graph.size(), graph.number_of_edges(), len(graph.edges)),
        (graph.size(weight="billing"), nx.density(graph)),
        [graph.number_of_edges(one, other) for one in some for other in some],
    ]
    degrees = [graph.degree]
    if isinstance(graph, nx.MultiDiGraph):
        degrees += [graph.in_degree, graph.out_degree]
        found += [len(graph.in_edges), len(graph.out_edges)]
    for degree in degrees:
        found += [dict(degree()), dict(degree(some)), dict(degree(weight="billing"))]
        found += [[(degree[node], degree(node), degree(node, "billing")) for node in some]]
        found += [len(degree), len(degree(some))]
    return found


@BOTH
def test_making_it_and_counting_reads_nothing_of_nodes_and_edges(
    directed: bool, films_graph: Graph
) -> None:
    view = (MultiDiGraphView if directed else GraphView).over(films_graph.adjacency)
    assert len(view) < view.number_of_edges() == len(view.edges)
    assert vars(view.known) == vars(Attributes(films_graph.adjacency))


# That it cannot be changed

FROZEN = "Frozen graph can't be modified"
CHANGES: Mapping[str, tuple[object, ...]] = {
    "add_node": ("x",),
    "add_nodes_from": (["x"],),
    "remove_node": ("x",),
    "remove_nodes_from": (["x"],),
    "add_edge": ("x", "y"),
    "add_edges_from": ([("x", "y")],),
    "add_weighted_edges_from": ([("x", "y", 1)],),
    "remove_edge": ("x", "y"),
    "remove_edges_from": ([("x", "y")],),
    "clear": (),
    "clear_edges": (),
    "update": ([("x", "y")],),
}
DATA_CHANGES: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "set": lambda data: data.__setitem__("x", 1),
    "delete": lambda data: data.__delitem__("kind"),
    "update": lambda data: data.update(x=1),
    "or": lambda data: data.__ior__({"x": 1}),
    "setdefault": lambda data: data.setdefault("x", 1),
    "pop": lambda data: data.pop("x", None),
    "popitem": lambda data: data.popitem(),
    "clear": lambda data: data.clear(),
}


def test_all_that_networkx_freezes_is_refused() -> None:
    frozen = nx.freeze(nx.MultiDiGraph())
    assert {name for name, value in vars(frozen).items() if callable(value)} <= CHANGES.keys()
    with pytest.raises(nx.NetworkXError, match=FROZEN):
        frozen.add_node("x")


@BOTH
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_refused_in_the_words_of_networkx(
    name: str, directed: bool, films_graph: Graph
) -> None:
    view = view_of(films_graph, directed=directed)
    assert nx.is_frozen(view)
    with pytest.raises(nx.NetworkXError, match=FROZEN):
        getattr(view, name)(*CHANGES[name])


@BOTH
@pytest.mark.parametrize("name", DATA_CHANGES)
def test_data_cannot_be_changed(name: str, directed: bool, films_graph: Graph) -> None:
    view = view_of(films_graph, directed=directed)
    edge = next(iter(view.edges))
    for data in (view.nodes[edge[0]], view.edges[edge]):
        with pytest.raises(nx.NetworkXError, match=FROZEN):
            DATA_CHANGES[name](data)


@BOTH
@pytest.mark.parametrize(
    "change",
    [
        lambda view: nx.set_node_attributes(view, dict.fromkeys(view, 1), "x"),
        lambda view: nx.set_node_attributes(view, {next(iter(view)): {"x": 1}}),
        lambda view: nx.set_edge_attributes(view, dict.fromkeys(view.edges, 1), "x"),
        lambda view: nx.add_path(view, ["x", "y"]),
        lambda view: nx.relabel_nodes(view, {next(iter(view)): "x"}, copy=False),
        lambda view: view.subgraph(list(view)).add_node("x"),
        lambda view: view.copy(as_view=True).add_node("x"),
    ],
)
def test_functions_of_networkx_cannot_change_it(
    change: Callable[[View], object], directed: bool, films_graph: Graph
) -> None:
    view = view_of(films_graph, directed=directed)
    with pytest.raises(nx.NetworkXError, match=FROZEN):
        change(view)
    assert by_node(view) == by_node(view_of(films_graph, directed=directed))


# What is made of it


def some_of(graph: View) -> list[str]:
    return list(graph)[::2]


COPIES: Mapping[str, Callable[[View], View]] = {
    "copy": lambda graph: graph.copy(),
    "subgraph": lambda graph: graph.subgraph(some_of(graph)).copy(),
    "edge_subgraph": lambda graph: graph.edge_subgraph(list(graph.edges)[::2]).copy(),
    "subgraph of all": lambda graph: nx.subgraph_view(graph).copy(),
    "ego_graph": lambda graph: nx.ego_graph(graph, BASE + "film/alien-1979", radius=2),
    "to_directed": lambda graph: graph.to_directed(),
    "to_undirected": lambda graph: graph.to_undirected(),
    "to_directed as view": lambda graph: graph.to_directed(as_view=True).copy(),
    "to_undirected as view": lambda graph: graph.to_undirected(as_view=True).copy(),
    "compose": lambda graph: nx.compose(graph, graph),
    "intersection": lambda graph: nx.intersection(graph, graph),
    "relabel_nodes": lambda graph: nx.relabel_nodes(graph, {name: name[8:] for name in graph}),
    "create_empty_copy": nx.create_empty_copy,
    "Graph": nx.Graph,
    "MultiDiGraph": nx.MultiDiGraph,
    "DiGraph": nx.DiGraph,
    "own class": lambda graph: graph.__class__(graph),
    "copy.copy": copy.copy,
    "copy.deepcopy": copy.deepcopy,
    "pickle": lambda graph: pickle.loads(pickle.dumps(graph)),
    "node_link_graph": lambda graph: nx.node_link_graph(
        json.loads(json.dumps(nx.node_link_data(graph)))
    ),
}
REVERSED: Mapping[str, Callable[[View], View]] = {
    "reverse": lambda graph: graph.reverse(),
    "reverse as view": lambda graph: graph.reverse(copy=False).copy(),
}


@BOTH
def test_its_class_makes_an_ordinary_graph(directed: bool, films_graph: Graph) -> None:
    view = view_of(films_graph, directed=directed)
    made = type(view)([("a", "b")], name="mine")
    assert type(made) is (nx.MultiDiGraph if directed else nx.Graph)
    made.add_edge("b", "c")
    assert (len(made), made.name) == (3, "mine")


@BOTH
@pytest.mark.parametrize("name", COPIES)
def test_what_networkx_makes_of_it_is_an_ordinary_graph(
    name: str, directed: bool, films_graph: Graph
) -> None:
    view = view_of(films_graph, directed=directed)
    assert_ordinary(COPIES[name](view), COPIES[name](view.copy()))
    assert by_node(view) == by_node(view_of(films_graph, directed=directed))


@pytest.mark.parametrize("name", REVERSED)
def test_a_directed_view_can_be_turned_around(name: str, films_graph: Graph) -> None:
    view = films_graph.networkx(directed=True)
    assert_ordinary(REVERSED[name](view), REVERSED[name](view.copy()))


def assert_ordinary(made: View, other: View) -> None:
    """It equals another, and can be changed in all its parts."""
    assert type(made) is type(other)
    assert type(made).__module__.startswith("networkx.")
    assert by_node(made) == by_node(other)
    for node in made:
        made.nodes[node]["x"] = 1
    for *_, data in made.edges(data=True):
        data["x"] = 1
    made.graph["x"] = 1
    made.add_edge("x", "y")
    made.remove_node(next(iter(made)))


# That algorithms find the same on it and on a copy

ALIEN, AFTER = BASE + "film/alien-1979", BASE + "person/ridley-scott"
ANY: Mapping[str, Callable[[View], Made]] = {
    "shortest_path": lambda g: nx.shortest_path(g, AFTER, ALIEN),
    "all_pairs_shortest_path": lambda g: dict(nx.all_pairs_shortest_path(g)),
    "all_pairs_dijkstra": lambda g: dict(nx.all_pairs_dijkstra(g, weight="billing")),
    "single_source_length": lambda g: nx.single_source_shortest_path_length(g, AFTER),
    "bfs_edges": lambda g: nx.bfs_edges(g, AFTER),
    "dfs_edges": lambda g: nx.dfs_edges(g, AFTER),
    "all_simple_paths": lambda g: nx.all_simple_paths(g, AFTER, ALIEN, cutoff=4),
    "degree_centrality": nx.degree_centrality,
    "closeness_centrality": nx.closeness_centrality,
    "betweenness_centrality": nx.betweenness_centrality,
    "is_bipartite": nx.is_bipartite,
    "greedy_color": nx.greedy_color,
    "ego_graph": lambda g: nx.ego_graph(g, ALIEN),
    "isolates": nx.isolates,
    "number_of_selfloops": nx.number_of_selfloops,
    "reciprocity": lambda g: g.is_directed() and nx.reciprocity(g),
    "assortativity": lambda g: nx.attribute_mixing_dict(g, "kind"),
    "weisfeiler_lehman": lambda g: nx.weisfeiler_lehman_graph_hash(nx.Graph(g), node_attr="kind"),
    "node_attributes": lambda g: nx.get_node_attributes(g, "label"),
    "edge_attributes": lambda g: nx.get_edge_attributes(g, "level"),
    "to_numpy_array": lambda g: nx.to_numpy_array(g).tolist(),
    "to_pandas": lambda g: nx.to_pandas_edgelist(g).to_csv(),
    "adjacency_data": nx.adjacency_data,
    "node_link_data": nx.node_link_data,
    "cytoscape_data": nx.cytoscape_data,
    "graphml": nx.generate_graphml,
    "gml": nx.generate_gml,
    "pairs": lambda g: nx.utils.graphs_equal(g, g.copy()),
    **({"pagerank": nx.pagerank} if find_spec("scipy") else {}),
}
UNDIRECTED: Mapping[str, Callable[[View], Made]] = {
    "connected_components": nx.connected_components,
    "clustering": nx.clustering,
    "triangles": nx.triangles,
    "core_number": nx.core_number,
    "k_core": lambda g: nx.k_core(g, 2),
    "bridges": nx.bridges,
    "articulation_points": nx.articulation_points,
    "minimum_spanning_tree": nx.minimum_spanning_tree,
    "minimum_spanning_edges": lambda g: nx.minimum_spanning_edges(g, weight="billing"),
    "cycle_basis": nx.cycle_basis,
    "find_cliques": nx.find_cliques,
    "louvain": lambda g: nx.community.louvain_communities(g, seed=1),
    "label_propagation": nx.community.label_propagation_communities,
    "jaccard_coefficient": nx.jaccard_coefficient,
    "maximal_matching": nx.maximal_matching,
    "effective_size": nx.effective_size,
}
DIRECTED: Mapping[str, Callable[[View], Made]] = {
    "weakly_connected_components": nx.weakly_connected_components,
    "strongly_connected_components": nx.strongly_connected_components,
    "in_degree_centrality": nx.in_degree_centrality,
    "out_degree_centrality": nx.out_degree_centrality,
    "ancestors": lambda g: nx.ancestors(g, ALIEN),
    "descendants": lambda g: nx.descendants(g, AFTER),
    "is_directed_acyclic": nx.is_directed_acyclic_graph,
    "condensation": lambda g: nx.condensation(nx.DiGraph(g)),
    "in_edges": lambda g: list(g.in_edges(ALIEN, keys=True, data=True)),
    "in_edges of all": lambda g: list(g.in_edges(keys=True)),
    "out_edges": lambda g: list(g.out_edges(AFTER, keys=True, data=True)),
    "predecessors": lambda g: g.predecessors(ALIEN),
}


def result(made: Made) -> object:
    """What an algorithm gives, as something that can be compared."""
    if isinstance(made, nx.Graph):
        return by_node(made)
    return list(made) if isinstance(made, Iterator | ValuesView | Set) else made


def assert_same(find: Callable[[View], Made], view: View) -> None:
    found = result(find(view))
    assert found == result(find(copy_by_networkx(view)))
    assert found == result(find(view.copy()))


@BOTH
@pytest.mark.parametrize("name", ANY)
def test_an_algorithm_finds_the_same_on_view_and_copy(
    name: str, directed: bool, films_graph: Graph
) -> None:
    assert_same(ANY[name], view_of(films_graph, directed=directed))


@pytest.mark.parametrize("name", UNDIRECTED)
def test_an_undirected_algorithm_finds_the_same_on_view_and_copy(
    name: str, films_graph: Graph
) -> None:
    assert_same(UNDIRECTED[name], films_graph.networkx())


@pytest.mark.parametrize("name", DIRECTED)
def test_a_directed_algorithm_finds_the_same_on_view_and_copy(
    name: str, films_graph: Graph
) -> None:
    assert_same(DIRECTED[name], films_graph.networkx(directed=True))


@given(st.integers(0, 50), st.sampled_from(LEVELS))
def test_paths_and_parts_are_the_same_on_view_and_copy(
    tmp_path_factory: pytest.TempPathFactory, seed: int, level: Level
) -> None:
    graph = random_graph(tmp_path_factory.mktemp("chance"), seed, levels=LEVELS, level=level)
    view, directed = GraphView.over(graph), MultiDiGraphView.over(graph)
    for name in ("connected_components", "core_number"):
        assert_same(UNDIRECTED[name], view)
    for name in ("all_pairs_shortest_path", "betweenness_centrality"):
        assert_same(ANY[name], view)
        assert_same(ANY[name], directed)
    assert_same(DIRECTED["strongly_connected_components"], directed)


# Copies of a part


def whole_of(graph: Graph) -> View:
    return graph.to_networkx()


def kinds_of(graph: View) -> set[str]:
    return {kind for _, kind in graph.nodes(data="kind")}


def predicates_of(graph: View) -> set[str]:
    return {predicate for *_, predicate in graph.edges(data="predicate")}


def test_a_copy_of_all_is_what_the_view_shows(canary_at: Graph) -> None:
    made = canary_at.to_networkx()
    assert type(made) is nx.MultiDiGraph
    assert in_order(made) == in_order(canary_at.networkx(directed=True).copy())
    assert_ordinary(made, read_one_by_one(canary_at.adjacency))


def test_a_copy_is_sorted_by_iri(films_graph: Graph) -> None:
    made = films_graph.to_networkx()
    assert list(made) == sorted(made)
    pairs = [(source, target) for source, target, _ in made.edges]
    assert pairs == sorted(pairs)


def test_a_copy_can_have_some_kinds_of_entity_only(films_graph: Graph) -> None:
    made, whole = films_graph.to_networkx(["film", "person"]), whole_of(films_graph)
    kept = [name for name, kind in whole.nodes(data="kind") if kind in ("film", "person")]
    assert by_node(made) == by_node(whole.subgraph(kept))


def test_a_copy_can_have_some_kinds_of_edge_only(films_graph: Graph) -> None:
    made = films_graph.to_networkx(predicates=["ACTED_IN", "directed"])
    whole = whole_of(films_graph)
    kept = [edge for edge in whole.edges(keys=True) if edge[2] in ("ACTED_IN", "DIRECTED")]
    assert by_node(made) == by_node(whole.edge_subgraph(kept))


def test_kinds_of_entity_may_stand_among_kinds_of_edge(films_graph: Graph) -> None:
    made = films_graph.to_networkx("film", ["person", "DIRECTED"])
    assert (kinds_of(made), predicates_of(made)) == ({"film", "person"}, {"DIRECTED"})


@pytest.mark.parametrize("steps", [1, 2, 3, 1_000_000_000])
def test_a_copy_can_be_what_is_around_an_entity(steps: int, films_graph: Graph) -> None:
    made = films_graph.to_networkx(around="Alien (1979)", steps=steps)
    whole = whole_of(films_graph)
    around = nx.ego_graph(whole.to_undirected(as_view=True), ALIEN, radius=steps)
    assert by_node(made) == by_node(whole.subgraph(around))


def test_what_is_around_an_entity_is_come_to_by_what_is_chosen(films_graph: Graph) -> None:
    made = films_graph.to_networkx("film", "DIRECTED", around="Ridley Scott", steps=5)
    assert (kinds_of(made), predicates_of(made)) == ({"film", "person"}, {"DIRECTED"})
    assert [name for name in made if "/person/" in name] == [AFTER]


def test_a_copy_has_no_more_nodes_than_its_limit_the_nearest_first(films_graph: Graph) -> None:
    whole = films_graph.to_networkx(around="Alien (1979)", steps=3)
    far = nx.single_source_shortest_path_length(whole.to_undirected(as_view=True), ALIEN)
    nearest = sorted(whole, key=lambda name: (far[name], name))
    for limit in (1, 3, len(whole) - 1):
        made = films_graph.to_networkx(around="Alien (1979)", steps=3, limit=limit)
        assert made.graph["truncated"] is True
        assert by_node(made) == by_node(whole.subgraph(nearest[:limit]))
    assert "truncated" not in films_graph.to_networkx(limit=10**9).graph


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kinds": "flim"}, "no kind of edge or entity 'flim'. Did you mean: film"),
        ({"kinds": "zzz"}, "The kinds of edge are ACTED_IN.*of entity film"),
        ({"kinds": "ACTED_IN"}, "Kinds of edge are not kinds of entity"),
        ({"predicates": ["ACTED_IN", "ACTED_INN"]}, "'ACTED_INN'. Did you mean: ACTED_IN"),
        ({"steps": 0, "around": "Alien (1979)"}, "steps is 0; it must be at least 1"),
        ({"limit": 0}, "limit is 0; it must be at least 1"),
        ({"limit": -1}, "limit is -1"),
    ],
)
def test_what_cannot_be_copied_is_said(
    arguments: dict[str, Any], message: str, films_graph: Graph
) -> None:
    with pytest.raises(OptionError, match=message):
        films_graph.to_networkx(**arguments)


def test_an_unknown_entity_has_nothing_around_it(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity, match="Alein"):
        films_graph.to_networkx(around="Alein from nowhere")


# The curtain


def hidden(graph: Graph) -> list[str]:
    """IRIs of what may not be seen."""
    files = graph.adjacency.files
    every = range(len(files.node_kind))
    return [files.iris[node] for node in every if not graph.adjacency.sees(node)]


@BOTH
@pytest.mark.parametrize("level", ["open", "plot"])
def test_a_view_is_as_if_nothing_more_were_known(
    level: Level, directed: bool, canary_graph: Graph, known_graphs: Mapping[Level, Path]
) -> None:
    view = view_of(canary_graph.lift(level), directed=directed)
    known = view_of(open_graph(known_graphs[level], level=level), directed=directed)
    assert in_order(view) == in_order(known)
    assert counts(view) == counts(known)
    assert list(view.edges(data=True)) == list(known.edges(data=True))
    assert str(view) == str(known)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_a_copy_is_as_if_nothing_more_were_known(
    level: Level, canary_graph: Graph, known_graphs: Mapping[Level, Path]
) -> None:
    graph = canary_graph.lift(level)
    known = open_graph(known_graphs[level], level=level)
    for limit in (None, 5):
        made, other = (
            one.to_networkx(around="Leaving Las Vegas (1995)", limit=limit)
            for one in (graph, known)
        )
        assert (in_order(made), made.graph) == (in_order(other), other.graph)


@BOTH
@pytest.mark.parametrize(
    ("level", "words"),
    [("open", ["plotcanary", "endingcanary"]), ("plot", ["endingcanary"])],
)
def test_a_view_holds_no_word_of_what_may_not_be_seen(
    level: Level, words: list[str], directed: bool, canary_graph: Graph
) -> None:
    def text(level: str) -> str:
        view = view_of(canary_graph.lift(level), directed=directed)
        return json.dumps([nx.node_link_data(view), list(nx.generate_graphml(view))])

    assert [word for word in words if word in text(level)] == []
    assert [word for word in words if word not in text("ending")] == []


@BOTH
def test_what_may_not_be_seen_is_as_what_is_not_there(directed: bool, canary_graph: Graph) -> None:
    view = view_of(canary_graph.lift("open"), directed=directed)
    some = next(iter(view))
    asked: list[Callable[[str], object]] = [
        lambda name: name in view,
        lambda name: view.has_edge(some, name),
        lambda name: list(view.nbunch_iter([name])),
        lambda name: dict(view.degree([name])),
        lambda name: view.nodes[name],
        lambda name: view[name],
        lambda name: view[some][name],
        lambda name: view.degree[name],
        view.degree,
        lambda name: list(view.neighbors(name)),
        lambda name: nx.shortest_path(view, some, name),
        lambda name: nx.ego_graph(view, name),
        lambda name: view.add_edge(some, name),
        view.remove_node,
        lambda name: view.remove_nodes_from([name]),
    ]
    assert hidden(canary_graph.lift("open"))
    for name in hidden(canary_graph.lift("open")):
        for ask in asked:
            assert answer(ask, name) == answer(ask, BASE + "event/none")


def answer(ask: Callable[[str], object], name: str) -> str:
    """What is answered or raised, but for the name that was asked for."""
    try:
        return repr(ask(name)).replace(name, "…")
    except (nx.NetworkXException, KeyError, FilmgraphError) as error:
        return f"{type(error).__name__}: {error}".replace(name, "…")


def test_nothing_is_around_what_may_not_be_seen(
    canary_graph: Graph, known_graphs: Mapping[Level, Path]
) -> None:
    graph = canary_graph.lift("open")
    known = open_graph(known_graphs["open"], level="open")
    for name in hidden(graph):
        said = answer(lambda name: graph.to_networkx(around=name), name)
        assert said == answer(lambda name: known.to_networkx(around=name), name)
        assert said.startswith("UnknownEntity")


# The demo


def test_on_the_demo_view_and_copy_agree(demo_graph_folder: Path) -> None:
    graph = open_graph(demo_graph_folder)
    view, made = graph.networkx(), graph.networkx().copy()
    assert (len(view), view.size(), dict(view.degree())) == (
        len(made),
        made.size(),
        dict(made.degree()),
    )
    cage = graph.person("Nicolas Cage").iri
    for name in ("Uma Thurman", "Marlene Dietrich", "Toshiro Mifune"):
        other = graph.person(name).iri
        assert nx.shortest_path(view, cage, other) == nx.shortest_path(made, cage, other)
    around = nx.single_source_shortest_path_length(view, cage, cutoff=3)
    assert around == nx.single_source_shortest_path_length(made, cage, cutoff=3)
    assert sorted(map(len, nx.connected_components(view))) == sorted(
        map(len, nx.connected_components(made))
    )
