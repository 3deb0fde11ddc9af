"""Where and when a story plays: sure places, the rooms of its people, years and wars."""

import pytest
from tests.text.telling import story


def settings(*texts: str, part: str = "plot") -> list[str]:
    return [one.place or one.period or "" for one in story(*texts, part=part).settings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann waits in Lisbon.", "Lisbon"),
        ("Ann travels to Lisbon.", "Lisbon"),
        ("Ann goes down to the Las Vegas Strip.", "Las Vegas Strip"),
        ("Ann waits on the Spanish Steps.", "Spanish Steps"),
        ("Ann hides at the Josefstadt Theater.", "Josefstadt Theater"),
        ("Ann hides at the Gattaca station.", "Gattaca station"),
        ("Ann lives in Zubrowka.", "Zubrowka"),
        ("Ann hides in the small town of Zubrowka.", "Zubrowka"),
        ("Ann sleeps in her room.", "Ann's room"),
        ("Tom moves into Ann's apartment.", "Ann's apartment"),
        ("Tom searches Ann's hotel room.", "Ann's hotel room"),
        ("In 1942, Ann leaves.", "1942"),
        ("In the summer of 1942, Ann leaves.", "1942"),
        ("Ann leaves in the early 1950s.", "1950s"),
        ("Ann leaves during World War II.", "World War II"),
        ("Chicago, February 1929.", "Chicago"),
        ("The film is set in Lisbon.", "Lisbon"),
        ("The film is set in Zubrowka.", "Zubrowka"),
        ("Set in 1926 Lisbon, the film follows Ann.", "Lisbon"),
        ("Ann waits in Amity, Massachusetts.", "Amity"),
    ],
)
def test_a_setting_is_found(text: str, name: str) -> None:
    assert name in settings("Ann walks. Tom walks.", text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann dreams of flying to Lisbon.",
        "Ann wants to live in Lisbon.",
        "Ann is a nurse from Lisbon.",
        "The king of France weeps.",
        "Ann reads Lost in Lisbon.",
        "Ann blows the whistle on Hollywood scandals.",
        "Ann believes in God.",
        "Ann speaks to Tom in English.",
        "Ann waits in June.",
        "Ann hides at the Mouth of Truth.",
        "Tom hits Bob in his room.",
        "Ann pays 1942 dollars.",
        "The film was released in 1942 in Lisbon.",
    ],
)
def test_no_setting_is_said_where_it_is_not_sure(text: str) -> None:
    assert settings("Ann walks. Tom walks. Bob walks.", text) == []


def test_the_place_of_the_premise_is_open() -> None:
    (setting,) = story("A thief travels to Lisbon.", part="synopsis").settings
    assert (setting.place, setting.premise, setting.level) == ("Lisbon", True, "open")


def test_another_place_is_for_those_who_may_know_the_plot() -> None:
    (setting,) = story("Ann waits in Lisbon.").settings
    assert (setting.premise, setting.level) == (False, "plot")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann kisses Tom in Lisbon.", "Lisbon"),
        ("In Lisbon, Ann kisses Tom.", "Lisbon"),
        ("Ann decides to go to Lisbon.", None),
        ("Ann leaves her flat in Lisbon.", "Ann's flat"),
        ("In Lisbon, Ann meets a man who hides in Paris.", None),
    ],
)
def test_an_event_is_where_its_sentence_says(text: str, place: str | None) -> None:
    (event,) = story(text).events
    assert event.place == place
