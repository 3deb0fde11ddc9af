"""How far everything is from an entity, and what is nearest to all."""

import json
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pytest
from tests.arrays.graphs import Link, copy_of, graph_of, known_of, links_of, number_of, random_graph

from filmgraph.arrays import closeness
from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import PASSED, Chosen, Passage, choose, passage
from filmgraph.arrays.closeness import closest
from filmgraph.arrays.distances import distances
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.errors import OptionError, UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, IRI
from filmgraph.record import Level
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Central, Centre, Distances, Entity

PERSON, FILM, THEME = (NODE_KINDS.index(kind) for kind in ("person", "film", "theme"))
SEEDS = range(8)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a path may be made of, in words."""

    edges: tuple[str, ...] = ()
    kinds: tuple[str, ...] = PASSED
    years: tuple[int, int] | None = None
    max_degree: int | None = None
    avoided: tuple[str, ...] = field(default=())

    def passage(self, graph: Adjacency) -> Passage:
        """It as arrays have it."""
        return passage(
            graph,
            Chosen(choose(self.edges).edges, choose(self.kinds).kinds),
            nodes=[number_of(graph, name) for name in self.avoided],
            years=self.years,
            max_degree=self.max_degree,
        )

    def stops(self, graph: Adjacency, copy: "nx.MultiGraph[int]", node: int) -> bool:
        """Whether a node of a copy may not be walked through, worked out one by one."""
        kind, year = copy.nodes[node]["kind"], copy.nodes[node]["year"]
        if kind not in self.kinds or node in [number_of(graph, name) for name in self.avoided]:
            return True
        if self.max_degree is not None and len(set(copy[node])) > self.max_degree:
            return True
        return self.years is not None and kind == "film" and not _within(year, self.years)

    def directed(self, graph: Adjacency) -> "nx.DiGraph[int]":
        """A copy in which no edge leads on from what is stopped."""
        copy = copy_of(graph)
        made: nx.DiGraph[int] = nx.DiGraph()
        made.add_nodes_from(copy.nodes(data=True))
        for one, other, data in copy.edges(data=True):
            if not self.edges or data["predicate"] in self.edges:
                made.add_edge(one, other)
                made.add_edge(other, one)
        stopped = [node for node in copy if self.stops(graph, copy, node)]
        nx.set_node_attributes(made, {node: node in stopped for node in copy}, "stopped")
        return made


def _within(year: int, years: tuple[int, int]) -> bool:
    return years[0] <= year <= years[1]


FILTERS = {
    "usual": Filter(),
    "acting": Filter(edges=("ACTED_IN",)),
    "credits": Filter(edges=("ACTED_IN", "DIRECTED", "WROTE"), kinds=("film", "person")),
    "anything": Filter(kinds=NODE_KINDS),
    "themes": Filter(edges=("HAS_THEME", "BROADER"), kinds=("film", "theme")),
    "years": Filter(years=(1983, 1987)),
    "no hubs": Filter(kinds=NODE_KINDS, max_degree=4),
    "avoiding": Filter(avoided=("person/1", "film/2")),
    "nothing": Filter(kinds=("genre",)),
}


def steps_from(directed: "nx.DiGraph[int]", start: int) -> dict[int, int]:
    """Steps to all that is reached, as networkx counts them."""
    open_: nx.DiGraph[int] = nx.DiGraph()
    open_.add_nodes_from(directed)
    stopped = {node for node, data in directed.nodes(data=True) if data["stopped"]}
    open_.add_edges_from((a, b) for a, b in directed.edges if a not in stopped or a == start)
    return dict(nx.single_source_shortest_path_length(open_, start))


def part_of(directed: "nx.DiGraph[int]", kind: str) -> list[int]:
    """The entities of a kind in the part that holds most of them, as networkx finds it."""
    stopped = {node: data["stopped"] for node, data in directed.nodes(data=True)}
    whole = directed.to_undirected()
    open_ = whole.subgraph([node for node in whole if not stopped[node]])
    parts = [
        sorted(
            node
            for node in {beside for one in part for beside in (one, *whole[one])}
            if directed.nodes[node]["kind"] == kind and (node in part or stopped[node])
        )
        for part in sorted(nx.connected_components(open_), key=min)
    ]
    return max(parts, key=len, default=[])


def measured(graph: Adjacency, name: str, kind: str, chosen: Filter) -> Distances:
    number = NODE_KINDS.index(kind)
    return distances(Reader(graph), chosen.passage(graph), number_of(graph, name), number)


def entity(name: str, year: int | None = None) -> Entity:
    kind, _, label = name.partition("/")
    return Entity(IRI(BASE + name), kind, label, year)


@pytest.fixture
def acting(tmp_path: Path) -> Adjacency:
    """Ann and Bob in one film, Bob and Cid in the next, Cid and Dan in another; Eve alone."""
    cast = {"a": ("ann", "bob"), "b": ("bob", "cid"), "c": ("cid", "dan")}
    links = [
        Link(f"person/{who}", "ACTED_IN", f"film/{film}") for film in cast for who in cast[film]
    ]
    return graph_of(
        tmp_path,
        [
            *links,
            Link("film/a", "HAS_THEME", "theme/love"),
            Link("film/c", "HAS_THEME", "theme/war"),
        ],
        years={"film/a": 1970, "film/b": 1980, "film/c": 1990},
        alone=("person/eve",),
    )


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_steps_are_those_that_networkx_counts(
    tmp_path: Path, seed: int, chosen: Filter
) -> None:
    graph = random_graph(tmp_path, seed)
    directed, through = chosen.directed(graph), chosen.passage(graph)
    for start in map(int, graph.nodes()):
        counted = steps_from(directed, start)
        for kind in (PERSON, FILM, THEME):
            found = distances(Reader(graph), through, start, kind)
            ours = {number_of(graph, one.curie): steps for one, steps in found.items()}
            wanted = set(graph.nodes(kind).tolist())
            assert ours == {node: counted[node] for node in counted.keys() & wanted}
            assert found.unreached == len(wanted - counted.keys())


def test_what_is_nearest_comes_first_and_equals_by_iri(acting: Adjacency) -> None:
    found = measured(acting, "film/b", "person", Filter())
    assert [(one.label, steps) for one, steps in found.items()] == [
        ("bob", 1),
        ("cid", 1),
        ("ann", 3),
        ("dan", 3),
    ]


def test_from_one_person_to_the_next_are_two_steps(acting: Adjacency) -> None:
    assert measured(acting, "person/ann", "person", Filter())[entity("person/bob")] == 2


def test_the_start_is_no_step_away_and_counts_for_no_mean(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    assert found[entity("person/ann")] == 0
    assert found.mean == (2 + 4 + 6) / 3


def test_a_path_ends_at_what_it_may_not_go_through(acting: Adjacency) -> None:
    found = measured(acting, "theme/love", "theme", Filter())
    assert found.counts == {0: 1, 6: 1}


def test_steps_are_gone_up_to_the_most(acting: Adjacency) -> None:
    found = distances(
        Reader(acting), Filter().passage(acting), number_of(acting, "person/ann"), PERSON, 4
    )
    assert (found.counts, found.unreached) == ({0: 1, 2: 1, 4: 1}, 2)
    assert str(found).endswith("(2 people are not reached within 4 steps)")


def test_a_limit_of_steps_costs_nothing(acting: Adjacency) -> None:
    args = Reader(acting), Filter().passage(acting), number_of(acting, "person/ann"), PERSON
    assert distances(*args, 10**30) == distances(*args, 50) == distances(*args)


def test_distances_are_a_mapping(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    assert list(found) == list(found.keys()) == [one for one, _ in found.items()]
    assert dict(found) == {one: found[one] for one in found}
    assert list(found.values()) == [0, 2, 4, 6]
    assert (len(found), entity("person/bob") in found) == (4, True)
    assert found.get(entity("person/eve")) is None
    assert entity("film/a", 1970) not in found
    assert entity("person/nobody") not in found
    assert "person/bob" not in found  # type: ignore[comparison-overlap]


def test_what_is_not_reached_is_no_key(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    with pytest.raises(KeyError):
        found[entity("person/eve")]


def test_a_name_is_no_key_and_the_error_says_what_is(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    with pytest.raises(KeyError, match="'bob' is a name; the keys are entities"):
        found["bob"]  # type: ignore[index]


def test_where_nothing_is_reached_that_is_said_instead_of_a_mean(acting: Adjacency) -> None:
    assert str(measured(acting, "person/ann", "event", Filter())).splitlines() == [
        "Steps from ann",
        "no event is reached",
    ]
    alone = str(measured(acting, "person/eve", "person", Filter())).splitlines()
    assert alone[-2:] == ["no other person is reached", "(4 people are not reached)"]


def test_all_at_one_distance_are_read_alone(acting: Adjacency) -> None:
    found = measured(acting, "film/b", "person", Filter())
    assert [one.label for one in found.at(3)] == ["ann", "dan"]
    assert found.at(2) == found.at(-1) == ()


def test_distances_of_the_same_steps_are_equal(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    assert found == measured(acting, "person/ann", "person", FILTERS["acting"])
    assert found != measured(acting, "person/bob", "person", Filter())


def test_distances_are_copied_without_their_graph(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    copied = pickle.loads(pickle.dumps(found))
    assert copied == found
    assert copied[entity("person/bob")] == 2
    assert isinstance(copied.reached, tuple)


def test_distances_print_as_how_many_are_so_far(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    assert str(found).splitlines() == [
        "Steps from ann",
        "steps | people",
        "----- | ------",
        "0     | 1",
        "2     | 1",
        "4     | 1",
        "6     | 1",
        "mean 4.00",
        "(1 person is not reached)",
    ]
    assert repr(found) == "<Distances from ann to 4 people>"


def test_distances_convert_to_a_row_an_entity(acting: Adjacency) -> None:
    found = measured(acting, "person/ann", "person", Filter())
    assert found.answer()[1] == ("bob", 2, BASE + "person/bob")
    assert found.to_pandas()["steps"].sum() == 12
    assert json.loads(found.to_json())["columns"] == ["person", "steps", "iri"]


def test_the_page_of_distances_obeys_no_name() -> None:
    start = Entity(IRI(BASE + "person/x"), "person", "<script>x</script>")
    assert "<script>" not in Distances(start, "person", (start,), {0: 1})._repr_html_()


def test_nothing_reached_has_no_mean(acting: Adjacency) -> None:
    found = measured(acting, "person/eve", "film", Filter())
    assert (found.mean, len(found), found.unreached) == (0.0, 0, 3)


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("seed", SEEDS)
def test_means_are_those_of_networkx(tmp_path: Path, seed: int, chosen: Filter) -> None:
    graph = random_graph(tmp_path, seed)
    directed = chosen.directed(graph)
    for kind in ("person", "film", "theme"):
        part = part_of(directed, kind)
        found = closest(graph, chosen.passage(graph), NODE_KINDS.index(kind), 100, exact=True)
        assert (found.among, len(found.nodes)) == (len(part), len(part) if len(part) > 1 else 0)
        for node, mean in zip(found.nodes.tolist(), found.means, strict=True):
            steps = steps_from(directed, node)
            assert mean == pytest.approx(sum(steps[one] for one in part) / (len(part) - 1))
        order = list(zip(found.means, found.nodes, strict=True))
        assert order == sorted(order)
        assert sorted(found.nodes) == (part if len(part) > 1 else [])


def test_closeness_of_all_is_that_of_networkx(tmp_path: Path) -> None:
    graph = random_graph(tmp_path, 1, counts={"film": 30}, kinds=["REMAKE_OF"], links=40)
    plain = nx.Graph(copy_of(graph))
    part = plain.subgraph(max(nx.connected_components(plain), key=len))
    found = closest(graph, Filter().passage(graph), FILM, 100, exact=True)
    assert dict(zip(found.nodes.tolist(), 1 / found.means, strict=True)) == pytest.approx(
        nx.closeness_centrality(part)
    )


@pytest.fixture
def crowd(tmp_path: Path) -> Adjacency:
    """Two hundred people, and one film with all but the last ten of them."""
    counts = {"person": 200, "film": 60}
    graph = random_graph(tmp_path / "some", 5, counts=counts, kinds=["ACTED_IN"], links=260)
    links = links_of(graph)
    links += [Link(f"person/{number}", "ACTED_IN", "film/hub") for number in range(190)]
    return graph_of(tmp_path / "crowd", links)


def test_searches_in_many_batches_give_the_same_means(
    crowd: Adjacency, monkeypatch: pytest.MonkeyPatch
) -> None:
    through = FILTERS["acting"].passage(crowd)
    whole = closest(crowd, through, PERSON, 1000, exact=True)
    monkeypatch.setattr(closeness, "_WORDS", 1)
    batches = closest(crowd, through, PERSON, 1000, exact=True)
    monkeypatch.setattr(closeness, "_BYTES", 1)
    assert whole.means.tolist() == batches.means.tolist()
    assert whole.nodes.tolist() == batches.nodes.tolist()
    small = closest(crowd, through, PERSON, 1000, exact=True)
    assert whole.means.tolist() == small.means.tolist()


def test_hubs_are_measured_as_all_else(crowd: Adjacency, monkeypatch: pytest.MonkeyPatch) -> None:
    through = FILTERS["acting"].passage(crowd)
    whole = closest(crowd, through, PERSON, 1000, exact=True)
    monkeypatch.setattr(closeness, "_COLUMNS", 3)
    assert closest(crowd, through, PERSON, 1000, exact=True).means.tolist() == whole.means.tolist()


def test_a_mean_is_exact_also_where_a_sample_chose_what_to_measure(crowd: Adjacency) -> None:
    through = FILTERS["acting"].passage(crowd)
    whole = closest(crowd, through, PERSON, 1000, exact=True)
    means = dict(zip(whole.nodes.tolist(), whole.means.tolist(), strict=True))
    found = closest(crowd, through, PERSON, 5, sample=20, measured=70)
    assert (found.measured, found.among, len(found.nodes)) == (70, whole.among, 5)
    assert found.means.tolist() == [means[node] for node in found.nodes.tolist()]


def test_the_best_of_a_sample_hold_the_nearest(tmp_path: Path) -> None:
    counts = {"person": 300, "film": 150}
    graph = random_graph(tmp_path, 7, counts=counts, kinds=["ACTED_IN"], links=600)
    through = FILTERS["acting"].passage(graph)
    whole = closest(graph, through, PERSON, 5, exact=True)
    found = closest(graph, through, PERSON, 5, sample=60, measured=60)
    assert found.nodes.tolist() == whole.nodes.tolist()


def test_all_are_measured_where_a_sample_would_cost_as_much(crowd: Adjacency) -> None:
    through = FILTERS["acting"].passage(crowd)
    for limit in (10**9, 10**30):
        found = closest(crowd, through, PERSON, limit, sample=2, measured=2)
        assert found.measured == found.among == len(found.nodes)


def test_progress_counts_the_searches(crowd: Adjacency, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(closeness, "_WORDS", 1)
    closest(
        crowd,
        FILTERS["acting"].passage(crowd),
        PERSON,
        5,
        sample=65,
        measured=70,
        progress=lambda *step: told.append(step),
    )
    assert told == [
        ("sample", 0, 65),
        ("sample", 64, 65),
        ("sample", 65, 65),
        ("measure", 0, 70),
        ("measure", 64, 70),
        ("measure", 70, 70),
    ]


def test_the_centre_is_of_the_part_that_holds_most(acting: Adjacency) -> None:
    found = closest(acting, Filter().passage(acting), PERSON, 10)
    labels = [acting.files.labels[node] for node in found.nodes.tolist()]
    assert labels == ["bob", "cid", "ann", "dan"]
    assert found.means.tolist() == [8 / 3, 8 / 3, 4.0, 4.0]
    assert found.among == 4


def test_entities_that_a_path_may_not_go_through_have_a_centre(acting: Adjacency) -> None:
    found = closest(acting, Filter().passage(acting), THEME, 10)
    assert (found.among, found.means.tolist()) == (2, [6.0, 6.0])


def test_nothing_is_the_centre_where_no_two_are_connected(acting: Adjacency) -> None:
    found = closest(acting, Filter(kinds=("genre",)).passage(acting), PERSON, 10)
    assert len(found.nodes) == 0
    assert str(Centre("person", (), found.among, found.measured)) == (
        "No two people are connected."
    )


def _centre(measured: int = 9) -> Centre:
    members = (Central(entity("person/ann"), 2.5), Central(entity("person/bob"), 3.0))
    return Centre("person", members, 9, measured)


def test_a_centre_says_among_how_many_and_whether_all_were_measured() -> None:
    assert str(_centre()).splitlines() == [
        "Mean steps to 9 people",
        "  2.500  ann",
        "  3.000  bob",
    ]
    assert str(_centre(4)).endswith(
        "(4 were measured, those nearest to a sample; exact=True measures all)"
    )
    assert (_centre().exact, _centre(4).exact) == (True, False)
    assert repr(_centre()) == "<Centre of 9 people: the nearest 2>"


def test_a_centre_converts_and_says_that_there_are_more() -> None:
    answer = _centre().answer()
    assert (answer[0], answer.truncated) == (("ann", 2.5, BASE + "person/ann"), True)
    assert _centre().to_pandas().shape == (2, 3)
    assert json.loads(_centre().to_json())["truncated"] is True
    assert "among 9 people" in _centre()._repr_html_()


def test_a_centre_is_a_sequence() -> None:
    assert [one.mean for one in _centre()] == [2.5, 3.0]
    assert (_centre()[1], len(_centre()[:1])) == (Central(entity("person/bob"), 3.0), 1)


# ---- the graph


def test_distances_are_to_the_kind_of_the_start(films_graph: Graph) -> None:
    assert films_graph.distances("Alien (1979)").kind == "film"
    assert films_graph.distances("Ridley Scott").kind == "person"
    assert films_graph.distances("Alien (1979)", "theme").kind == "theme"


def test_distances_lead_on_in_the_graph(films_graph: Graph) -> None:
    near = films_graph.distances("Ridley Scott", "film", max_steps=1)
    assert sorted({person.label for film in near for person in film.people(role="actor")}) == [
        "Harrison Ford",
        "Ian Holm",
        "Sigourney Weaver",
    ]


def test_what_is_avoided_is_not_walked_through(films_graph: Graph) -> None:
    weaver, ford = films_graph.person("Sigourney Weaver"), films_graph.person("Harrison Ford")
    assert films_graph.distances(weaver)[ford] == 4
    for avoid in ("Ridley Scott", "DIRECTED", ["film"], films_graph.person("Ridley Scott")):
        assert ford not in films_graph.distances(weaver, avoid=avoid)


def test_people_are_connected_by_acting_unless_other_is_asked_for(films_graph: Graph) -> None:
    by_acting = {one.entity.label for one in films_graph.centre()}
    assert "Ridley Scott" not in by_acting
    assert films_graph.centre(via=["film", "person"])[0].entity.label == "Ridley Scott"


def test_the_mean_of_a_centre_is_that_of_its_distances(films_graph: Graph) -> None:
    for one in films_graph.centre(via=["film", "person"]):
        found = films_graph.distances(one.entity, via=["film", "person"])
        assert one.mean == found.mean


@pytest.mark.parametrize("steps", [0, -1])
def test_too_few_steps_are_an_error(films_graph: Graph, steps: int) -> None:
    with pytest.raises(OptionError, match=f"max_steps is {steps}; it must be at least 1"):
        films_graph.distances("Alien (1979)", max_steps=steps)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_centre_of_nothing_is_an_error(films_graph: Graph, limit: int) -> None:
    with pytest.raises(OptionError, match=f"The limit is {limit}; it must be at least 1"):
        films_graph.centre(limit=limit)


def test_limits_beyond_all_there_is_are_none(films_graph: Graph) -> None:
    assert len(films_graph.centre(limit=10**9)) == films_graph.centre().among
    assert films_graph.distances("Alien (1979)", max_steps=10**9) == films_graph.distances(
        "Alien (1979)"
    )


@pytest.mark.parametrize("kind", ["flim", "ACTED_IN", ""])
def test_an_unknown_kind_is_an_error(films_graph: Graph, kind: str) -> None:
    with pytest.raises(OptionError):
        films_graph.distances("Alien (1979)", kind)
    with pytest.raises(OptionError):
        films_graph.centre(kind)


def test_an_unknown_start_is_an_error(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity, match="Alien"):
        films_graph.distances("Alein (1979)", "film")


def test_the_sample_finds_the_centre_of_the_demo(demo_graph_folder: Path) -> None:
    graph = open_graph(demo_graph_folder)
    years = (1930, 1949)
    sampled = graph.centre(years=years)
    whole = graph.centre(years=years, exact=True)
    assert (sampled.exact, whole.exact) == (False, True)
    assert sampled.members == whole.members


# ---- the curtain


def _all_of(graph: Graph) -> Iterator[Entity]:
    for kind in NODE_KINDS:
        yield from graph.entities(kind)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_distances_are_those_of_a_graph_that_knows_no_more(
    canary_graph: Graph, known_graphs: Mapping[Level, Path], level: Level
) -> None:
    seen, known = canary_graph.lift(level), open_graph(known_graphs[level], level=level)
    assert list(_all_of(seen)) == list(_all_of(known))
    for start in _all_of(known):
        for kind in NODE_KINDS:
            for via in (None, NODE_KINDS):
                ours = seen.distances(start.curie, kind, via=via)
                theirs = known.distances(start.curie, kind, via=via)
                assert list(ours.items()) == list(theirs.items())
                assert str(ours) == str(theirs)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_the_centre_is_that_of_a_graph_that_knows_no_more(
    canary_graph: Graph, known_graphs: Mapping[Level, Path], level: Level
) -> None:
    seen, known = canary_graph.lift(level), open_graph(known_graphs[level], level=level)
    for kind in NODE_KINDS:
        for via in (None, NODE_KINDS):
            assert seen.centre(kind, via=via) == known.centre(kind, via=via)


@pytest.mark.parametrize("level", ["open", "plot"])
@pytest.mark.parametrize("seed", range(4))
def test_a_sample_is_that_of_a_graph_that_knows_no_more(
    tmp_path: Path, seed: int, level: Level
) -> None:
    more = random_graph(tmp_path / "more", seed, links=250, levels=LEVELS, level=level)
    known = known_of(tmp_path / "known", more)
    assert len(more.files.edge_kind) > len(known.files.edge_kind)
    found = [
        closest(graph, Filter().passage(graph), PERSON, 2, sample=3, measured=4)
        for graph in (more, known)
    ]
    assert found[0].measured < found[0].among
    names = [
        [graph.files.iris[node] for node in one.nodes.tolist()]
        for graph, one in zip((more, known), found, strict=True)
    ]
    assert names[0] == names[1]
    assert found[0].means.tolist() == found[1].means.tolist()


@pytest.mark.parametrize("level", ["open", "plot"])
@pytest.mark.parametrize("name", FILTERS)
def test_filters_look_at_nothing_that_may_not_be_seen(
    tmp_path: Path, name: str, level: Level
) -> None:
    more = random_graph(tmp_path / "more", 1, links=250, levels=LEVELS, level=level)
    known = known_of(tmp_path / "known", more)
    for start in ("person/0", "film/0", "theme/0"):
        ours, theirs = (measured(graph, start, "person", FILTERS[name]) for graph in (more, known))
        assert list(ours.items()) == list(theirs.items())
        assert ours.unreached == theirs.unreached


def test_what_is_behind_the_curtain_is_no_key(canary_graph: Graph) -> None:
    hidden = next(one for one in canary_graph.entities("character") if "canary" in one.iri)
    below = canary_graph.lift("open")
    assert hidden not in below.distances("Leaving Las Vegas (1995)", "character")
    with pytest.raises(UnknownEntity):
        below.distances(hidden)


def test_a_higher_level_reaches_no_less(tmp_path: Path) -> None:
    graph = random_graph(tmp_path, 3, levels=LEVELS)
    reached = []
    for level in LEVELS:
        at = graph.at(level)
        start = int(graph.at("open").nodes(PERSON)[0])
        reached.append(len(distances(Reader(at), Filter().passage(at), start, PERSON)))
    assert reached == sorted(reached)
