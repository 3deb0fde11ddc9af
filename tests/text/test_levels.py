"""The level of a sentence follows from where it stands and what it says."""

import pytest

from filmgraph.text import CUES, cue, tell


def test_the_synopsis_is_open_whatever_it_says() -> None:
    assert [one.level for one in tell(["A man is murdered.", "It turns out badly."], [])] == [
        "open",
        "open",
    ]


def test_the_last_fifth_of_a_plot_is_the_ending() -> None:
    told = tell([], ["She walks. " * 10])
    assert [one.level for one in told] == ["plot"] * 8 + ["ending"] * 2


def test_the_last_fifth_is_rounded_up() -> None:
    assert [one.level for one in tell([], ["She walks. " * 6])].count("ending") == 2
    assert [one.level for one in tell([], ["She walks."])] == ["ending"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He dies in the snow.", "death"),
        ("The MURDER is hushed up.", "death"),
        ("It turns out that she knew.", "revelation"),
        ("Ann is really his sister, as her real name shows.", "revelation"),
        ("In the end they part.", "end"),
        ("They rent a boat.", ""),
        ("The diet is endless for the deadline.", ""),
        ("A skilled diesel mechanic bends over.", ""),
    ],
)
def test_a_cue_is_a_whole_word(sentence: str, kind: str) -> None:
    assert cue(sentence) == kind


def test_a_sentence_with_a_cue_is_ending_wherever_it_stands() -> None:
    told = tell([], ["Her father dies. " + "She walks. " * 9])
    assert told[0].level == "ending"
    assert told[0].evidence.part == "ending"
    assert told[1].level == "plot"


def test_the_cues_are_of_three_kinds() -> None:
    assert set(CUES) == {"death", "revelation", "end"}
