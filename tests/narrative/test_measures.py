"""How far a telling leaves the story's order: small tellings whose figures one can count."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.narrative.measures import Jump, jumps, nonlinearity, tau
from filmgraph.narrative.orders import Happening, Told, story_order


def telling(*numbers: int | None) -> list[Happening]:
    """Events told one after the other, with their places in the story."""
    return [
        Happening(f"e{place}", (Told(place),), number) for place, number in enumerate(numbers, 1)
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3, 4), (1.0, 6)),
        ((4, 3, 2, 1), (-1.0, 6)),
        ((1, 3, 2), (1 / 3, 3)),
        ((1, 1, 2), (1.0, 2)),
        ((None, None), (None, 0)),
        ((2, None, 1), (-1.0, 1)),
    ],
)
def test_tau_counts_the_pairs_that_are_known(
    numbers: tuple[int | None, ...], expected: tuple[float | None, int]
) -> None:
    events = telling(*numbers)
    value, pairs = tau([event.name for event in events], story_order(events))
    assert value == pytest.approx(expected[0])
    assert pairs == expected[1]


@given(st.lists(st.one_of(st.none(), st.integers(1, 6)), max_size=9))
def test_tau_is_that_of_a_plain_count(numbers: list[int | None]) -> None:
    events = telling(*numbers)
    order = story_order(events)
    names = [event.name for event in events]
    along = sum(order.before(a, b) for a, b in combinations(names, 2))
    against = sum(order.before(b, a) for a, b in combinations(names, 2))
    value, pairs = tau(names, order)
    assert pairs == along + against
    assert value == ((along - against) / pairs if pairs else None)


def test_in_order_there_is_no_jump() -> None:
    assert nonlinearity(telling(1, 2, 3)).jumps == 0


def test_going_back_is_a_jump() -> None:
    events = telling(2, 1, 3)
    names = [event.name for event in events]
    assert jumps(names, story_order(events)) == [Jump("e1", "e2", back=True)]


def test_leaping_ahead_of_what_is_told_later_is_a_jump_too() -> None:
    events = telling(1, 3, 2)
    names = [event.name for event in events]
    assert jumps(names, story_order(events)) == [
        Jump("e1", "e2", back=False),
        Jump("e2", "e3", back=True),
    ]


def test_a_gap_that_nothing_fills_is_no_jump() -> None:
    assert nonlinearity(telling(1, 50, 99)).jumps == 0


def test_what_is_told_again_goes_back() -> None:
    events = [Happening("a", (Told(1), Told(3)), 1), Happening("b", (Told(2),), 2)]
    found = nonlinearity(events)
    assert (found.tau, found.jumps, found.tellings) == (1.0, 1, 3)


def test_nothing_is_known_of_no_events() -> None:
    assert nonlinearity([]).tau is None


def test_ten_thousand_events_take_no_minute() -> None:
    found = nonlinearity(telling(*range(10_000, 0, -1)))
    assert (found.tau, found.jumps) == (-1.0, 9_999)
