"""Who is in a story: named, unnamed and in groups; what they are; whom a pronoun means."""

import pytest
from tests.text.telling import people, related, story, who


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tom kisses Ann.", "Tom", "named"),
        ("Brandt begs Ann to stay.", "Brandt", "named"),
        ("His editor, Kowalk, fires Tom.", "Kowalk", "named"),
        ("Tom meets a clerk named Dorr.", "Dorr", "named"),
        ("Zorba, a miner, digs.", "Zorba", "named"),
        ("Ann meets a barber.", "a barber", "unnamed"),
        ("Ann returns with another sailor.", "another sailor", "unnamed"),
        ("The porter hands Ann a key.", "the porter", "unnamed"),
        ("Her landlady wakes Ann. Ann pays her landlady.", "Ann's landlady", "unnamed"),
        ("Ann tells her secret to a therapist.", "Ann's therapist", "unnamed"),
        ("Ann meets three college students.", "three college students", "group"),
        ("Ann flees. Polish mobsters chase Ann.", "Polish mobsters", "group"),
        ("Detectives question Ann.", "detectives", "group"),
        ("Ann calls. Her parents hang up.", "Ann's parents", "group"),
    ],
)
def test_someone_is_in_the_story(text: str, name: str, kind: str) -> None:
    assert people("Ann walks. Tom walks.", text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ann wants to see a doctor.",
        "Ann needs a lawyer.",
        "Ann finds no nurse.",
        "Ann is a nurse.",
        "Ann works as a nurse.",
        "Ann looks like a nurse.",
        "Ann wonders who her neighbor is.",
        "Ann would marry a sailor.",
        "Ann thinks that a sailor saw her.",
        "Ann dreams of her future husband.",
        "Ann buys a major company.",
        "Ann loves the Miller house.",
    ],
)
def test_nobody_is_brought_in_where_it_is_not_sure(text: str) -> None:
    assert people("Ann walks.", text) == {"Ann": "named"}


def test_the_same_words_for_two_people_are_nobody() -> None:
    found = people("Ann sees a sailor.", "Ann sees a sailor.", "A sailor sees Ann.")
    assert found == {"Ann": "named"}


def test_a_place_a_month_and_the_title_are_nobody() -> None:
    assert people("Paris begs for mercy.", "In June, Tom leaves London for Rome.") == {
        "Tom": "named"
    }


@pytest.mark.parametrize("name", ["Hope", "Will", "Grace"])
def test_a_name_that_is_a_word_does_nothing_at_the_start_of_a_sentence(name: str) -> None:
    events = story(f"Ann meets a girl named {name}.", f"{name} fades that winter.").events
    assert [one.id for one in events] == ["s1"]


def test_an_actor_in_brackets_is_nobody() -> None:
    assert people("Tom (Karl Voss) kisses Ann.", "Tom leaves.") == {"Tom": "named", "Ann": "named"}


def test_a_longer_name_is_the_same_person() -> None:
    assert people("The play is by Georg Dorr.", "Dorr begs Ann.", "Ann weeps.") == {
        "Georg Dorr": "named",
        "Ann": "named",
    }


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("Ann is a nurse.", ("nurse",)),
        ("Ann, a tired night nurse, sleeps.", ("night nurse",)),
        ("Police officer Ann sleeps.", ("police officer",)),
        ("Ann is a Latvian spy.", ("spy", "Latvian")),
        ("Ann is struggling with alcoholism.", ("alcoholism",)),
        ("Ann is no nurse.", ()),
        ("Tom thinks that Ann is a nurse.", ()),
        ("Ann wants to become a nurse.", ()),
        ("Ann is a woman of few words.", ()),
        ("Ann is the sister of Tom.", ()),
    ],
)
def test_what_someone_is(text: str, traits: tuple[str, ...]) -> None:
    characters = {
        one.name: one.traits for one in story("Ann walks.", "Tom walks.", text).characters
    }
    assert characters["Ann"] == traits


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Tom meets Ann.", "He kisses her."), {"Tom", "Ann"}),
        (("Tom waits.", "He weeps."), {"Tom"}),
        (("Tom waits.", "Ann sees him."), {"Tom", "Ann"}),
        (("Tom hits Bob.", "Ann sees him."), {"Ann"}),
        (("Tom hits Bob.", "He weeps."), set()),
        (("Tom waits.", "He tells Bob."), {"Tom", "Bob"}),
        (("Tom kills Bob.", "He weeps."), {"Tom"}),
        (("Ann and Tom meet.", "They kiss."), {"Ann", "Tom"}),
        (("Ann, Eva and Tom meet.", "The two kiss."), set()),
        (("Ann meets Tom.", "The doctor fears rain.", "He leaves."), set()),
        (("Ann asks Tom to help Bob.", "She thanks them."), {"Ann", "Tom", "Bob"}),
        (("Ann meets Tom.", "Both of them weep."), {"Ann", "Tom"}),
        (("Eva has a brother, Bob.", "Ann calls Eva's brother."), {"Ann", "Bob"}),
        (("Tom marries Ann.", "Her husband leaves."), {"Tom"}),
        (("Tom meets a sailor.", "The sailor leaves."), {"a sailor"}),
    ],
)
def test_a_pronoun_means_someone_if_nobody_else_fits(
    texts: tuple[str, ...], found: set[str]
) -> None:
    assert who(*texts)[-1] == found


def test_a_pronoun_in_front_may_mean_who_follows() -> None:
    assert related("Bob waits.", "In the house of his brother, Tom weeps.") == set()


def test_a_sentence_about_the_film_brings_nobody_in() -> None:
    assert people("Ann walks.", "The film was directed by Tom, who hired a nurse.") == {
        "Ann": "named"
    }
