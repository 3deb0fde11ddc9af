"""How wide words are, where they break, how labels make room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.export.lettering import shown, spread, text_width, wrap


@given(st.text(max_size=300), st.integers(60, 300))
def test_no_line_is_wider_than_the_limit(text: str, limit: int) -> None:
    for line in wrap(shown(text), 13.5, limit):
        assert text_width(line, 13.5) <= limit


@given(st.text(max_size=300), st.integers(1, 5))
def test_no_more_lines_than_asked_for(text: str, most: int) -> None:
    assert 1 <= len(wrap(shown(text), 13.5, 120, most=most)) <= most


def test_nothing_is_lost_where_all_fits() -> None:
    assert " ".join(wrap("Indiana Jones and the Kingdom of the Crystal Skull", 13.5, 160)) == (
        "Indiana Jones and the Kingdom of the Crystal Skull"
    )


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrap("very " * 100, 13.5, 100, most=2)[-1].endswith("…")


def test_a_long_word_breaks_after_its_hyphen() -> None:
    assert wrap("counter-revolutionaries", 13.5, 110)[0] == "counter-"


def test_two_lines_are_balanced() -> None:
    assert wrap("maker and machine and all", 13.5, 130) == ("maker and", "machine and all")


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u2060", "\u202e", "\x00\x07", "\u3164"])
def test_a_name_of_nothing_visible_says_so(text: str) -> None:
    assert shown(text) == "(no name)"


@given(st.text(max_size=50))
def test_what_is_shown_is_one_line_that_turns_nothing(text: str) -> None:
    line = shown(text)
    assert not set(line) & set("\n\r\u2028\u2029\u202e\u2066\u2069\x00")
    line.encode("utf-8")


def test_a_hebrew_name_stays_as_it_is() -> None:
    assert shown("המסעדה") == "המסעדה"


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(5, 40)), min_size=1, max_size=12))
def test_spread_keeps_order_and_leaves_no_overlap(wants: list[tuple[float, float]]) -> None:
    wants.sort()
    sizes = [size for _, size in wants]
    middles = spread([want for want, _ in wants], sizes, 0, 500)
    edges = [(m - s / 2, m + s / 2) for m, s in zip(middles, sizes, strict=True)]
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 500 + 1e-6


def test_spread_leaves_what_has_room_where_it_is() -> None:
    assert spread([20, 60, 100], [10, 10, 10], 0, 200) == [20, 60, 100]
