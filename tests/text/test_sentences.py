"""Sentences end where a reader would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.text import sentences


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Mary Falk meets Mr. and Mrs. Ray.",
        "She flew from the U.S. Army base to St. Louis.",
        "J. R. Ewing and George W. Hill shook hands.",
        "It cost $3.5 million at 5 p.m. on Monday.",
        "He lives at No. 5 and calls it home.",
        "“Who are you?” he asked.",
        "“Stop!” cried the guard (loudly!) and ran.",
        "She waits… and waits... then leaves.",
        "Sammy Davis Jr. sings.",
    ],
)
def test_it_stays_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ("She left the U.S.", "The war began."),
        ("He trusts Robert Downey Jr.", "They part."),
        ("“Go!” she said.", "He went."),
        ("Is it true?", "“No.”", "She laughs."),
        ("They wait…", "Nobody comes."),
        ("It ends in 1945.", "2 men live."),
        ("He leaves (at last.)", "She stays."),
        ("«Non.»", "Elle part."),
        ("“No.”", "Élise waits!", "Ärger!"),
        ("彼は去る。", "彼女は待つ。"),
    ],
)
def test_it_is_several_sentences(parts: tuple[str, ...]) -> None:
    joined = "".join(parts) if "。" in parts[0] else " ".join(parts)
    assert sentences(joined) == list(parts)


def test_a_line_break_ends_nothing_but_a_blank_line_does() -> None:
    assert sentences("He\nwaits\n\nShe comes") == ["He waits", "She comes"]


@given(st.text(alphabet='Aab .!?…"”\n1,', max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
