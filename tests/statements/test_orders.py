"""Numbers for places in an order: they sort at every level, and count nothing that is hidden."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.graphs import write

from filmgraph.curtain import visible
from filmgraph.record import Event, FilmRecord, Telling
from filmgraph.statements.orders import numbers

ORDERS = st.dictionaries(st.integers(1, 10**6), st.sampled_from([0, 1, 1, 2, 2, 2]), max_size=60)


@given(ORDERS)
def test_numbers_are_in_the_order_of_the_places(ranks: dict[int, int]) -> None:
    found = numbers(ranks)
    values = [Decimal(found[place]) for place in sorted(ranks)]
    assert values == sorted(set(values))
    assert all(value > 0 for value in values)


@given(ORDERS, st.sampled_from([0, 1]))
def test_a_number_does_not_change_by_what_is_more_hidden(ranks: dict[int, int], most: int) -> None:
    found = numbers(ranks)
    seen = {place: rank for place, rank in ranks.items() if rank <= most}
    assert numbers(seen) == {place: found[place] for place in seen}


@given(ORDERS)
def test_what_may_be_seen_first_is_counted_from_one(ranks: dict[int, int]) -> None:
    found = numbers(ranks)
    first = [place for place in sorted(ranks) if ranks[place] == min(ranks.values())]
    assert [found[place] for place in first] == [str(n) for n in range(1, len(first) + 1)]


FILM = FilmRecord(
    key="m",
    title="Memento",
    events=(
        Event(id="dies", what="He dies.", level="ending", tellings=(Telling(index=1),)),
        Event(id="calls", what="A call.", story_order=30, tellings=(Telling(index=2),)),
        Event(
            id="lies",
            what="She lies.",
            story_order=20,
            level="ending",
            tellings=(Telling(index=3), Telling(index=5, mode="repeated")),
        ),
        Event(
            id="wakes",
            what="He wakes.",
            story_order=10,
            tellings=(Telling(index=4), Telling(index=6, mode="repeated")),
        ),
    ),
)


def test_no_gap_in_the_plot_tells_of_an_event_of_the_ending() -> None:
    quads = write({"mine": [FILM]}).quads
    places = {
        (quad.subject, quad.object)
        for quad in quads
        if quad.level == "plot"
        and not quad.source
        and quad.predicate in ("fg:tellingIndex", "fg:storyOrder")
    }
    assert {place for _, place in places} == {"1", "2", "3"}
    assert len([place for _, place in places]) == 5


def test_an_event_that_is_told_twice_has_two_tellings_named_after_it() -> None:
    quads = write({"mine": [FILM]}).quads
    tellings = {quad.subject: quad.object for quad in quads if quad.predicate == "fg:tellingIndex"}
    assert tellings == {
        "telling/memento/mine/dies": "0.1",
        "telling/memento/mine/calls": "1",
        "telling/memento/mine/lies": "1.1",
        "telling/memento/mine/wakes": "2",
        "telling/memento/mine/lies/2": "2.1",
        "telling/memento/mine/wakes/2": "3",
    }


def test_the_record_of_the_plot_counts_without_gaps() -> None:
    calls, wakes = visible(FILM, "plot").events
    assert [one.index for one in calls.tellings + wakes.tellings] == [1, 2, 3]
    assert (calls.story_order, wakes.story_order) == (2, 1)
