"""On the shipped timelines the questions say of the two orders what the Python door says."""

from pathlib import Path

import pytest

import filmgraph
from filmgraph.graph import Graph
from filmgraph.narrative.asked import events_of
from filmgraph.narrative.measures import jumps
from filmgraph.narrative.orders import Happening, story_order, told

FILMS = (
    "Casablanca (1942)",  # what is before what
    "Citizen Kane (1941)",  # numbers, and a frame
    "Memento (2000)",  # numbers, in reverse
    "Vertigo (1958)",  # what is before what, and what happens together
)


@pytest.fixture(scope="module")
def graph(demo_graph_folder: Path) -> Graph:
    return filmgraph.open(demo_graph_folder, level="ending")


def happenings(graph: Graph, film: str) -> list[Happening]:
    found = events_of(graph.film(film).iri, lambda query: graph.sparql(query, limit=1_000_000))
    return [one.happening() for one in found if one.source == "timeline"]


@pytest.mark.parametrize("film", FILMS)
def test_the_telling_goes_back_where_the_timeline_does(film: str, graph: Graph) -> None:
    events = happenings(graph, film)
    names = [event.name for _, event in told(events)]
    backwards = [
        (jump.before, jump.after) for jump in jumps(names, story_order(events)) if jump.back
    ]
    answer = graph.ask("telling-goes-back", film=film, source="timeline")
    found = zip(answer.column("event"), answer.column("next_event"), strict=True)
    assert list(found) == backwards
    assert backwards


@pytest.mark.parametrize("film", FILMS)
def test_events_as_they_happen_contradict_no_order_that_is_known(film: str, graph: Graph) -> None:
    events = happenings(graph, film)
    order = story_order(events)
    answer = graph.ask("events-as-they-happen", film=film, source="timeline")
    names = [str(name) for name in answer.column("event")]
    assert sorted(names) == sorted(event.name for event in events)
    assert not [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if order.before(other, one)
    ]


@pytest.mark.parametrize("film", FILMS)
def test_events_as_told_are_in_the_order_of_the_timeline(film: str, graph: Graph) -> None:
    answer = graph.ask("events-as-told", film=film, source="timeline")
    timeline = graph.timeline(film, source="timeline")
    assert answer.column("event") == timeline.answer().column("iri")
