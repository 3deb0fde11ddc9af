"""Who has seen a film may know all of it, and nothing more of any other."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.canary import canary_film
from tests.graphs import graph_folder

from filmgraph.curtain import visible
from filmgraph.errors import UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE
from filmgraph.record import Credit, FilmRecord, Level

SEEN = "film/leaving-las-vegas-1995"
OTHER = "film/other-film-2001"


def other_film() -> FilmRecord:
    """A film with as much to hide, which was not seen; it shares people and themes."""
    film = canary_film("other", "canary")
    return replace(
        film, title="Other Film", year=2001, identifiers=(), url=None, other_titles=(), links=()
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("whole") / "whole.graph"
    sources = {"mine": [canary_film(), other_film()], "yours": [canary_film()]}
    return open_graph(graph_folder(path, sources).path)


@pytest.fixture(scope="module", params=["open", "plot"])
def level(request: pytest.FixtureRequest) -> Level:
    value: Level = request.param
    return value


@pytest.fixture(scope="module")
def pair(
    whole: Graph, level: Level, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Graph, Graph]:
    """The graph for who has seen one film, and one that knows no more than that, all shown."""
    path = tmp_path_factory.mktemp("known") / "known.graph"
    sources = {
        "mine": [canary_film(), visible(other_film(), level)],
        "yours": [canary_film()],
    }
    known = open_graph(graph_folder(path, sources).path, level="ending")
    return whole.lift(level).seen(SEEN), known


def described(graph: Graph) -> set[str]:
    """What there is: but for a place of a release, which no edge leads to."""
    return {
        f"{one.iri} {one.label}" for one in graph.entities() if not one.iri.endswith("canary-land")
    }


def linked(graph: Graph) -> set[tuple[str, str, str, str, str]]:
    found: set[tuple[str, str, str, str, str]] = set()
    for entity in graph.entities():
        for step in graph.neighbours(entity, limit=10_000):
            edge = step.edge
            found.add((edge.source.iri, edge.predicate, edge.target.iri, edge.text, edge.level))
    return found


def test_the_entities_are_those_of_a_graph_that_knows_no_more(pair: tuple[Graph, Graph]) -> None:
    seen, known = pair
    assert described(seen) == described(known)


def test_the_links_are_those_of_a_graph_that_knows_no_more(pair: tuple[Graph, Graph]) -> None:
    seen, known = pair
    assert linked(seen) == linked(known)


def test_degrees_are_those_of_a_graph_that_knows_no_more(pair: tuple[Graph, Graph]) -> None:
    seen, known = pair
    for edge in linked(known):
        entity = edge[0]
        one, other = seen.node(entity), known.node(entity)
        assert seen.adjacency.degree[one] == known.adjacency.degree[other]


def test_nothing_of_another_film_is_told(whole: Graph) -> None:
    seen = whole.seen(SEEN)
    around = "".join(str(seen.neighbours(one, limit=10_000)) for one in seen.entities())
    assert "endingcanary" in around
    for step in seen.neighbours(OTHER, limit=10_000):
        assert step.level == "open"


def test_a_character_of_a_seen_film_is_found_by_name(whole: Graph) -> None:
    name = "endingcanary person of a story"
    with pytest.raises(UnknownEntity):
        whole.entity(name)
    found = whole.seen(SEEN).entity(name)
    assert found.iri.endswith("character/leaving-las-vegas-1995/endingcanary-person-of-a-story")


def test_nobody_is_known_for_a_film_that_was_not_seen(tmp_path: Path) -> None:
    last, first = (Credit(person="Ann", part="actor", level="ending", billing=n) for n in (9, 1))
    films = (
        FilmRecord(key="a", title="Seen", year=1990, credits=(last,)),
        FilmRecord(key="b", title="Unseen", year=1980, credits=(first,)),
    )
    graph = open_graph(graph_folder(tmp_path / "ann.graph", {"mine": films}).path)
    assert graph.lift("ending").person("Ann").note == "known for Unseen (1980)"
    seen = graph.seen("Seen (1990)")
    (ann,) = seen.entities("person")
    for told in (ann, seen.entity(ann), seen.person("Ann"), *seen.find("Ann"), seen.get(ann.iri)):
        assert (told, told and told.note) == (ann, "")


def test_a_picture_of_a_seen_film_says_what_it_gives_away(whole: Graph, tmp_path: Path) -> None:
    page = whole.seen(SEEN).neighbours(SEEN, limit=10_000).draw(tmp_path / "x.html").read_text()
    assert "endingcanary" in page
    assert "(ending)" in page
    assert "(open)" in whole.neighbours(SEEN).draw(tmp_path / "x.html").read_text()


def test_statements_of_a_seen_film_are_all_of_them(whole: Graph) -> None:
    every = whole.lift("ending").statements(SEEN)
    assert whole.seen(SEEN).statements(SEEN) == every
    assert whole.statements(SEEN) != every


def test_statements_of_another_film_stay_where_they_are(whole: Graph) -> None:
    assert whole.seen(SEEN).statements(OTHER) == whole.statements(OTHER)


def test_queries_know_levels_only(whole: Graph) -> None:
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    assert whole.seen(SEEN).sparql(query) == whole.sparql(query)


def test_what_is_not_a_film_cannot_have_been_seen(whole: Graph) -> None:
    with pytest.raises(UnknownEntity):
        whole.seen("no such film")


def test_seen_films_add_up_and_go_with_every_level(whole: Graph) -> None:
    both = whole.seen(SEEN).lift("plot").seen(OTHER)
    assert repr(both).endswith("at level plot, 2 seen>")
    hidden = described(whole.lift("ending")) - described(both)
    # That a character of the one is in the other stays at its level: it may be in a third.
    assert [one.partition(" ")[0] for one in hidden] == [
        f"{BASE}identity/endingcanary-person-of-a-story"
    ]
    assert described(both) < described(whole.lift("ending"))


def test_nothing_on_disk_changes(whole: Graph, tmp_path: Path) -> None:
    before = described(whole)
    _ = described(whole.seen(SEEN))
    assert described(whole) == before
