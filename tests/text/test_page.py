"""The shape of a page: facts, synopsis, plot, and what is left out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.errors import RecordError
from filmgraph.text import Player, read_page

HEAD = "The Pier\n\nYear: 1958\n\n"
OPEN = "A sailor comes home."
HIDDEN = "He finds his brother gone.\n\nHe leaves again."


@pytest.mark.parametrize(
    "mark",
    [
        "Warning: spoilers below!",
        "SPOILER ALERT",
        "Plot",
        "Plot summary",
        "## Full plot",
        "The Pier (1958) – story breakdown, ending explained",
    ],
)
def test_a_mark_or_a_heading_parts_synopsis_and_plot(mark: str) -> None:
    page = read_page(f"{HEAD}{OPEN}\n\n{mark}\n\n{HIDDEN}")
    assert page.synopsis == (OPEN,)
    assert page.plot == tuple(HIDDEN.split("\n\n"))
    assert page.marked


def test_a_headed_synopsis_may_follow_the_plot() -> None:
    page = read_page(f"{HEAD}Synopsis\n\n{OPEN}\n\nPlot\n\n{HIDDEN}")
    assert (page.synopsis, len(page.plot)) == ((OPEN,), 2)


def test_without_mark_a_long_first_paragraph_is_plot() -> None:
    page = read_page(HEAD + "He walks. " * 9)
    assert page.synopsis == ()
    assert len(page.plot) == 1


def test_a_spoiler_on_a_car_is_no_mark() -> None:
    page = read_page(
        f"{HEAD}{OPEN}\n\nHe loses the spoiler of his car in a race along the long pier "
        "and has to walk home through the rain, where his brother is waiting for him."
    )
    assert not page.marked
    assert len(page.plot) == 1


def test_facts_in_a_plot_are_prose() -> None:
    page = read_page(f"{HEAD}Plot\n\nHe reads the letter.\n\nYear: 1900, it says at the top.")
    assert page.year == 1958
    assert page.plot[1].startswith("Year: 1900")


def test_the_foot_of_the_page_is_left_out() -> None:
    foot = "Last updated: May 1\n\nMore about The Pier\n\nRead all about The Pier on our site."
    assert read_page(f"{HEAD}Plot\n\n{HIDDEN}\n\n{foot}").plot == tuple(HIDDEN.split("\n\n"))


def test_repeated_facts_and_headings_are_one() -> None:
    page = read_page(f"{HEAD}The Pier\n\nThe Pier (1958)\n\nYear: 1958\n\nDrama\n\nDrama\n\n{OPEN}")
    assert (page.title, page.year, page.genres, page.synopsis) == (
        "The Pier",
        1958,
        ("Drama",),
        (OPEN,),
    )


def test_a_title_may_look_like_anything() -> None:
    for title in ("Alien: Covenant", "War", "Goodbye, Mr. Chips", "Airplane!", "1984", "七人の侍"):
        assert read_page(f"{title}\n\nYear: 1958\n").title == title


def test_a_year_may_stand_with_the_title_only() -> None:
    assert read_page("The Pier (1958)\n\n" + OPEN).year == 1958


def test_lines_broken_by_width_are_one_paragraph() -> None:
    assert read_page(f"{HEAD}A sailor\ncomes home.").synopsis == (OPEN,)


def test_a_page_without_blank_lines_is_read_line_by_line() -> None:
    page = read_page(f"The Pier\nYear: 1958\nDrama\n{OPEN}\nPlot\nHe leaves.\nHe returns.")
    assert (page.synopsis, page.plot) == ((OPEN,), ("He leaves.", "He returns."))


def test_the_cast_is_read_with_roles() -> None:
    page = read_page(f"{HEAD}Starring: Karl Voss as Joe, Robert Downey, Jr.; Lia Orr ... Ann")
    assert page.cast == (
        Player("Karl Voss", "Joe"),
        Player("Robert Downey Jr."),
        Player("Lia Orr", "Ann"),
    )


def test_facts_that_are_not_known_are_kept_apart() -> None:
    page = read_page(f"{HEAD}Certificate: 12\n\n{OPEN}")
    assert page.other == (("Certificate", "12"),)
    assert page.synopsis == (OPEN,)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no title"),
        ("Year: 1958", "no title"),
        ("DramaRomance\n\nYear: 1958", "no title"),
        ("Notes", "no fact"),
        ("x" * 300, "too many for a title"),
        (f"{HEAD}Year: 1999", "two years"),
        (f"{HEAD}Runtime: 90 min\n\nRuntime: 95 min", "two running times"),
    ],
)
def test_what_is_no_page_is_an_error_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        read_page(text)


@given(st.text(alphabet="AaYear:19 58\n.Plot#", max_size=300))
def test_any_text_is_a_page_or_an_error_of_ours(text: str) -> None:
    with contextlib.suppress(RecordError):
        read_page(text)


def test_only_the_signs_of_a_heading_are_taken_away() -> None:
    assert read_page(f"{HEAD}He plays track # 7.").synopsis == ("He plays track # 7.",)


def test_a_line_of_many_signs_is_read_in_no_time() -> None:
    """Its 100,000 signs took half a minute while each was looked at for all that follow."""
    with contextlib.suppress(RecordError):
        read_page("#" * 100_000)
