"""What is known of the order of events, and what is not."""

import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.narrative.orders import Happening, Told, happenings, story_order, told
from filmgraph.record import Event, FilmRecord, Telling

NAMES = [f"e{number}" for number in range(8)]


@st.composite
def acyclic(draw: st.DrawFn) -> list[Happening]:
    """Events of which later ones come after earlier ones, in any order in the list."""
    events = []
    for place, name in enumerate(NAMES):
        after = draw(st.sets(st.sampled_from(NAMES[:place]), max_size=2)) if place else set()
        events.append(Happening(name, after=tuple(sorted(after))))
    return draw(st.permutations(events))


def test_an_event_that_says_so_is_after_another() -> None:
    order = story_order([Happening("hunt", after=("loss",)), Happening("loss")])
    assert order.before("loss", "hunt")
    assert not order.before("hunt", "loss")


def test_a_number_says_what_is_before() -> None:
    order = story_order([Happening("a", number=5), Happening("b", number=2)])
    assert order.before("b", "a")
    assert order.rank == {"a": 2, "b": 1}


def test_events_of_one_number_happen_at_the_same_time() -> None:
    order = story_order([Happening("a", number=1), Happening("b", number=1), Happening("c")])
    assert not order.before("a", "b")
    assert not order.before("b", "a")


def test_what_happens_with_an_event_is_after_what_that_is_after() -> None:
    order = story_order(
        [Happening("a"), Happening("b", after=("a",)), Happening("c", during=("b",))]
    )
    assert order.before("a", "c")


def test_what_nobody_knows_has_no_place() -> None:
    order = story_order([Happening("a"), Happening("b", after=("a",)), Happening("somewhen")])
    assert "somewhen" not in order.rank
    assert not order.before("a", "somewhen")
    assert not order.before("somewhen", "b")


def test_names_of_events_that_are_not_there_say_nothing() -> None:
    order = story_order([Happening("a", after=("gone",), during=("gone",))])
    assert order.rank == {}


def test_of_a_circle_nothing_is_first() -> None:
    order = story_order(
        [
            Happening("a", after=("c",)),
            Happening("b", after=("a",)),
            Happening("c", after=("b",)),
            Happening("d", after=("c",)),
        ]
    )
    assert order.contradictions == (("a", "b"), ("b", "c"), ("c", "a"))
    assert not order.before("a", "b")
    assert order.before("a", "d")


def test_before_what_is_at_the_same_time_is_a_contradiction() -> None:
    order = story_order([Happening("a"), Happening("b", after=("a",), during=("a",))])
    assert order.contradictions == (("a", "b"),)


@given(acyclic())
def test_the_order_is_all_that_follows_and_nothing_else(events: list[Happening]) -> None:
    graph = nx.DiGraph([(before, event.name) for event in events for before in event.after])
    graph.add_nodes_from(NAMES)
    order = story_order(events)
    for one in NAMES:
        later = nx.descendants(graph, one)
        assert {other for other in NAMES if order.before(one, other)} == later
        assert order.bits(later) == order.later(one)
        assert order.bits(nx.ancestors(graph, one)) == order.earlier(one)


@given(acyclic())
def test_a_rank_is_higher_than_all_before_it(events: list[Happening]) -> None:
    order = story_order(events)
    for event in events:
        for before in event.after:
            assert order.rank[before] < order.rank[event.name]


@given(acyclic(), st.randoms(use_true_random=False))
def test_the_list_may_come_in_any_order(events: list[Happening], chance: random.Random) -> None:
    mixed = chance.sample(events, len(events))
    assert story_order(mixed) == story_order(events)


def test_ten_thousand_events_in_a_row_are_ordered() -> None:
    events = [Happening("0")]
    events += [Happening(str(n), after=(str(n - 1),)) for n in range(1, 10_000)]
    assert story_order(events).rank["9999"] == 10_000


def test_events_are_told_in_the_order_of_the_film_each_time_again() -> None:
    events = [Happening("a", (Told(2), Told(3, "repeated"))), Happening("b", (Told(1),))]
    assert [(event.name, one.mode) for one, event in told(events)] == [
        ("b", "scene"),
        ("a", "scene"),
        ("a", "repeated"),
    ]


@pytest.mark.parametrize("strand", [None, "Vito"])
def test_a_record_gives_its_events_as_they_are(strand: str | None) -> None:
    telling = Telling(index=3, mode="flashback", strand=strand)
    event = Event(
        id="x", what="It.", tellings=(telling,), after=("y",), during=("z",), story_order=4
    )
    (found,) = happenings(FilmRecord(key="k", title="T", events=(event,)))
    assert found == Happening("x", (Told(3, "flashback", strand or ""),), 4, ("y",), ("z",))
