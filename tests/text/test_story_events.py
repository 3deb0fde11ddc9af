"""Which sentences tell an event, who takes part in it, and in which order it happens."""

import pytest
from tests.text.telling import story, who

from filmgraph.text import Story


@pytest.mark.parametrize(
    "text",
    [
        "Ann kisses Tom.",
        "Ann kissed Tom.",
        "That night Ann leaves.",
        "Ann, who loves Tom, leaves.",
        "Ann, a nurse, leaves.",
        "When Ann leaves, it is dark.",
        "Ann is arrested.",
        "Ann is forced to leave.",
        "Ann has to leave.",
        "Ann has her hair cut.",
        "Ann decides to leave.",
        "Ann realizes that Tom is a spy.",
        "Ann loves Tom and leaves.",
        "Ann and Tom meet.",
        "They kiss.",
        "Detectives find Ann.",
        "The police find the money.",
        "A letter calls Ann away.",
        "The film ends with Ann walking into the sea.",
        "Ann runs off.",
    ],
)
def test_a_sentence_tells_an_event(text: str) -> None:
    assert [one.id for one in story("Ann is a nurse. Tom is a cook.", text).events] == ["s3"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann is a nurse.",
        "Ann loves Tom.",
        "Ann wants to leave.",
        "Ann does not leave.",
        "Ann never leaves.",
        "Ann would leave.",
        "Ann has left.",
        "Ann is married.",
        "Ann runs a hotel.",
        "Ann lives in Lisbon.",
        "Ann cooks for a living.",
        "Ann suspects that Tom left.",
        "If Ann leaves, it is over.",
        "Ann is a nurse who kills spies.",
        "Their relationship thrives.",
        "It is cold.",
        "The clouds shadow their bond.",
        "The film follows Ann, who leaves.",
        "The film was released in 1950.",
        "It is an ending that says a lot.",
        "Karl Voss plays Tom.",
    ],
)
def test_a_sentence_tells_no_event(text: str) -> None:
    assert story("Ann is a nurse. Tom is a cook.", text).events == ()


def test_in_a_plot_of_the_present_the_past_is_no_event() -> None:
    past = "The house belonged to Eva, and Tom stole it."
    found = story("Ann meets Tom.", "Ann kisses Tom.", "Tom leaves.", past)
    assert [one.id for one in found.events] == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann gives Tom the money.", {"Ann", "Tom"}),
        ("Ann finds Tom's letter.", {"Ann"}),
        ("Ann finds a picture of Tom.", {"Ann"}),
        ("Ann finds the body of Tom.", {"Ann", "Tom"}),
        ("Ann tells a sailor of Tom.", {"Ann", "a sailor", "Tom"}),
        ("Disguised as Tom, Ann leaves.", {"Ann"}),
        ("Ann learns that Tom is a spy.", {"Ann", "Tom"}),
        (
            "Ann and Tom meet. Their reunion ends when it rains, and Eva leaves.",
            {"Ann", "Tom", "Eva"},
        ),
    ],
)
def test_who_takes_part(text: str, found: set[str]) -> None:
    assert who("Ann is a nurse. Tom is a cook. Eva is a cook.", text)[-1] == found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("However, Tom leaves.", "Tom leaves"),
        ("As luck would have it, Tom leaves.", "Tom leaves"),
        ("He leaves.", "Tom leaves"),
        ("Shivering all over, he leaves.", "Tom leaves"),
        ("In 1942, he leaves.", "In 1942, Tom leaves"),
        ("Tom leaves because he is cold.", "Tom leaves because he is cold"),
        ("Tom, played by Karl Voss, leaves.", "Tom leaves"),
        ("Tom meets Ann, played by Lia Orr, who leaves.", "Tom meets Ann, who leaves"),
        ("In Lisbon, Tom leaves!", "In Lisbon, Tom leaves!"),
    ],
)
def test_what_happens_is_the_sentence_made_shorter(text: str, what: str) -> None:
    (event,) = story("Tom is a cook.", text).events
    assert event.what == what
    assert [one.quote for one in event.evidence] == [text]


def orders(found: Story) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {one.id: (one.tellings[0].mode, one.after, one.during) for one in found.events}


def test_what_the_next_sentence_tells_happens_next() -> None:
    assert orders(story("Ann weeps.", "Ann is sad.", "Ann leaves.")) == {
        "s1": ("scene", (), ()),
        "s3": ("scene", ("s1",), ()),
    }


def test_meanwhile_is_at_the_same_time() -> None:
    assert orders(story("Ann weeps.", "Meanwhile, Tom leaves.")) == {
        "s1": ("scene", (), ()),
        "s2": ("scene", (), ("s1",)),
    }


def test_what_had_been_is_before_the_next_event() -> None:
    texts = ("Ann walks.", "Having lost her job, Ann is sad.", "Ann leaves.")
    assert orders(story(*texts)) == {
        "s1": ("scene", (), ()),
        "s2": ("backstory", (), ()),
        "s3": ("scene", ("s1", "s2"), ()),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Years earlier, Ann meets Tom.",
        "In a flashback, Ann meets Tom.",
        "A flashback shows how Ann meets Tom.",
        "Ann remembers how Tom left.",
    ],
)
def test_a_flashback_is_before_what_was_told(text: str) -> None:
    found = orders(story("Ann walks. Tom walks.", text))
    assert found["s3"][0] == "flashback"
    assert "s3" in found["s2"][1]


def test_behind_a_flashback_the_present_goes_on_after_both() -> None:
    texts = ("Ann walks.", "Years earlier, Ann weeps.", "Back in the present, Ann leaves.")
    found = orders(story(*texts))
    assert set(found["s3"][1]) == {"s1", "s2"}


@pytest.mark.parametrize("text", ["Ann left Tom ten years ago.", "Ann weeps as she did years ago."])
def test_a_time_in_a_sentence_is_no_flashback(text: str) -> None:
    assert {mode for mode, _, _ in orders(story(text)).values()} <= {"scene"}


def test_events_are_told_in_the_order_of_the_plot() -> None:
    found = story("Ann weeps.", "Ann is sad.", "Years earlier, Ann leaves.", "Ann dances.")
    assert [one.tellings[0].index for one in found.events] == [1, 2, 3]
