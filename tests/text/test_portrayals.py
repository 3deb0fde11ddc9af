"""Who plays whom is said only where the sentence surely says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.record import Credit
from filmgraph.text import Cast, Player, Told, read_cast


def read(text: str, *players: str) -> Cast:
    sentences = [Told(one.strip() + ".", "plot") for one in text.split(". ")]
    return read_cast(sentences, [Player(name) for name in players])


def pairs(cast: Cast) -> list[tuple[str | None, str]]:
    return [(one.character, one.person) for one in cast.credits if one.billing is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joe Dunn, played by Karl Voss, waits", [("Joe Dunn", "Karl Voss")]),
        ("Joe Dunn (portrayed by Karl Voss) waits", [("Joe Dunn", "Karl Voss")]),
        ("The boxer is called Joe, who is played by Karl Voss", [("Joe", "Karl Voss")]),
        ("Joe is brilliantly played by newcomer Karl Voss", [("Joe", "Karl Voss")]),
        ("Joe – played by Max von Sydow – waits", [("Joe", "Max von Sydow")]),
        ("Joe, a tired boxer played by Karl Voss, waits", [("Joe", "Karl Voss")]),
        ("Joe, a friend of the house, played by Karl Voss, waits", [("Joe", "Karl Voss")]),
        (
            "Joe and Ann, played by Karl Voss and Lia Orr, meet",
            [("Joe", "Karl Voss"), ("Ann", "Lia Orr")],
        ),
        (
            "Joe and Ann, both played by Karl Voss, meet",
            [("Joe", "Karl Voss"), ("Ann", "Karl Voss")],
        ),
        ("Joe meets Ann, played by Lia Orr, and Sam flees", [("Ann", "Lia Orr")]),
        ("The Bride, played by Lia Orr, waits", [("The Bride", "Lia Orr")]),
        ("Karl Voss plays boxer Joe Dunn", [("Joe Dunn", "Karl Voss")]),
        ("Karl Voss plays Joe Dunn, a boxer", [("Joe Dunn", "Karl Voss")]),
        ("Karl Voss stars as Joe", [("Joe", "Karl Voss")]),
        (
            "It stars Karl Voss as Joe and Lia Orr as Ann",
            [("Joe", "Karl Voss"), ("Ann", "Lia Orr")],
        ),
        ("It stars Karl Voss and Bo Lee as Joe and Sam", [("Joe", "Karl Voss"), ("Sam", "Bo Lee")]),
        ("It stars Karl Voss as a cook, Lia Orr as Ann", [("Ann", "Lia Orr")]),
        ('Ellen "Nell" Dunn, played by Lia Orr, waits', [("Ellen Dunn", "Lia Orr")]),
        ("HAL 9000, voiced by Karl Voss, waits", [("HAL 9000", "Karl Voss")]),
        ("Desperate Joe Dunn, played by Karl Voss, waits", [("Joe Dunn", "Karl Voss")]),
        (
            "American Joe Dunn, played by Robert Downey, Jr., waits",
            [("Joe Dunn", "Robert Downey Jr.")],
        ),
    ],
)
def test_a_portrayal_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The piano, played by Ann, is old",
        "Chess is played by all",
        "The Steinway, played by Ada Orr, sinks. Ada leaves",
        "Ann plays chess",
        "Ann Orr plays Mozart",
        "Ann Orr plays Russian roulette",
        "She plays Joe against Sam",
        "He dresses Tom as Batman",
        "They see Ann Orr as Joan",
        "It features London as Gotham",
        "Joe (Karl Voss) waits",
        "Joan of Arc, played by Lia Orr, prays",
        "Billy the Kid, played by Karl Voss, rides",
        "A man from Boston, played by Karl Voss, waits",
        "It stars Karl Voss as Royal Navy pilots",
        "Karl Voss was supposed to star as Joe, but Bo Lee stars as Joe instead of Karl Voss",
        "Joe, played by Karl Voss's brother, waits",
        "It stars Karl Voss as his manager, Bo Lee and Lia Orr as his parents",
        "It stars Karl Voss, replacing Bo Lee as Joe",
        "Ann, who was previously played by Lia Orr, waits",
        "Played by the rules, Joe would win",
        "Joe, Sam and Ann, played by Karl Voss and Lia Orr, meet",
    ],
)
def test_nothing_is_said_where_it_is_not_sure(text: str) -> None:
    assert pairs(read(text)) == []


def test_brackets_count_for_a_known_actor_only() -> None:
    assert pairs(read("Joe (Karl Voss) meets Ann (Lia Orr)", "Karl Voss")) == [("Joe", "Karl Voss")]


def test_a_known_actor_plays_without_more() -> None:
    assert pairs(read("Karl Voss plays Joe", "Karl Voss")) == [("Joe", "Karl Voss")]


def test_a_voice_is_an_aspect() -> None:
    (credit,) = read("Ash, voiced by Karl Voss, waits").credits
    assert credit.aspect == "voice"


def test_young_and_old_are_aspects_where_two_play_the_character() -> None:
    cast = read("Young Joe, played by Bo Lee, runs. Joe, played by Karl Voss, sits")
    assert [(one.person, one.aspect) for one in cast.credits] == [
        ("Bo Lee", "young"),
        ("Karl Voss", None),
    ]


def test_a_portrayal_said_twice_has_the_lower_level_and_its_sentence() -> None:
    hidden = Told("Joe, played by Karl Voss, dies.", "ending")
    shown = Told("Joe, played by Karl Voss, waits.", "synopsis")
    (credit,) = read_cast([hidden, shown]).credits
    assert credit.level == "open"
    assert credit.evidence == (shown.evidence,)


def test_a_cast_list_gives_roles_billing_and_characters() -> None:
    players = [Player("Karl Voss", "Joe Dunn"), Player("Lia Orr", "waitress"), Player("Bo Lee")]
    cast = read_cast([], players)
    assert cast.credits == (
        Credit(person="Karl Voss", part="actor", role="Joe Dunn", character="Joe Dunn", billing=1),
        Credit(person="Lia Orr", part="actor", role="waitress", billing=2),
        Credit(person="Bo Lee", part="actor", billing=3),
    )
    assert [(one.name, one.level) for one in cast.characters] == [("Joe Dunn", "open")]


@given(st.text(alphabet="AJoean '’.,()\"and played by as", max_size=120))
def test_every_character_of_a_credit_stands_among_the_characters(text: str) -> None:
    cast = read_cast([Told(text or "x", "plot")])
    assert {one.character for one in cast.credits} <= {one.name for one in cast.characters}
