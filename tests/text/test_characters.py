"""Named characters, their aliases and their levels."""

import time

import pytest

from filmgraph.record import Character
from filmgraph.text import Told, read_cast, tell


def read(*texts: str, title: str = "") -> tuple[Character, ...]:
    return read_cast([Told(text, "plot") for text in texts], title=title).characters


def named(*texts: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in read(*texts)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She hides from her violent Latvian landlord, Juri Ozols.", "Juri Ozols"),
        ("He meets a girl named Sal.", "Sal"),
        ("He adopts a dog called Rex.", "Rex"),
        ("Joe Dunn, a tired boxer, comes home.", "Joe Dunn"),
        ("Her brother Tom waits.", "Tom"),
        ("They call Dr. Mary Falk.", "Dr. Mary Falk"),
        ("Widow Ann Lee waits.", "Ann Lee"),
        ("A writer named Jack Orr arrives.", "Jack Orr"),
    ],
)
def test_a_character_is_introduced(text: str, name: str) -> None:
    assert list(named(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In Lisbon, a widower cries.",
        "On the Nostromo, a pilot sleeps.",
        "The Nostromo, a towing ship, drifts.",
        "When she leaves her husband, Chicago becomes home.",
        "It is based on a book by novelist Ann Lee.",
        "Killer Nerd drives on.",
        "The lawyer American firms fear is here.",
        "Her mother Monday left.",
        "Later Tom arrives in Rio.",
        "A Captain and a Doctor meet.",
    ],
)
def test_nobody_is_introduced_where_it_is_not_sure(text: str) -> None:
    assert named(text) == {}


def test_first_and_last_name_alone_are_aliases() -> None:
    found = named("Joe Dunn, a boxer, waits.", "Then Joe eats.", "Nobody likes Dunn.")
    assert found == {"Joe Dunn": ("Dunn", "Joe")}


def test_a_name_that_two_share_is_no_alias() -> None:
    found = named("Joe Dunn, a boxer, waits.", "His wife Ann Dunn eats.", "Nobody likes Dunn.")
    assert found == {"Joe Dunn": (), "Ann Dunn": ()}


def test_a_name_that_a_stranger_shares_is_no_alias() -> None:
    found = named("Joe Dunn, a boxer, waits.", "They meet Eva Dunn.", "Nobody likes Dunn.")
    assert found == {"Joe Dunn": ()}


def test_a_title_may_stay_in_an_alias() -> None:
    found = named("He calls Captain Mary Falk.", "Then Captain Falk comes.", "Only Falk stays.")
    assert found == {"Captain Mary Falk": ("Captain Falk", "Falk")}


def test_a_nickname_in_quotes_is_an_alias() -> None:
    assert named('The boxer Ellen "Nell" Orr waits.', "Then Nell eats.") == {"Ellen Orr": ("Nell",)}


def test_a_short_introduction_and_a_long_one_are_the_same_character() -> None:
    assert named("A boy named Joe waits.", "Joe Dunn, a boxer, eats.") == {"Joe Dunn": ("Joe",)}


def test_a_long_name_that_only_the_ending_tells_is_not_joined() -> None:
    told = [
        Told("A boy named Joe waits.", "plot"),
        Told("Joe Dunn, a king, rules.", "ending"),
    ]
    found = {one.name: one.level for one in read_cast(told).characters}
    assert found["Joe"] == "plot"
    assert found["Joe Dunn"] == "ending"


def test_the_lowest_level_of_the_mentions_counts_and_its_sentence_is_the_evidence() -> None:
    told = [
        Told("A man follows Joe.", "synopsis"),
        Told("Joe Dunn, a boxer, waits.", "plot"),
    ]
    (joe,) = read_cast(told).characters
    assert (joe.level, joe.evidence) == ("open", (told[0].evidence,))


def test_a_word_at_the_start_of_a_sentence_frees_nobody() -> None:
    told = [
        Told("Hope fades.", "synopsis"),
        Told("Will they meet?", "synopsis"),
        Told("A girl named Hope meets a boy named Will.", "plot"),
    ]
    assert [one.level for one in read_cast(told).characters] == ["plot", "plot"]


def test_the_people_behind_the_film_are_no_characters() -> None:
    told = [Told("Her brother Karl Voss waits.", "plot")]
    assert read_cast(told, others=["Karl Voss"]).characters == ()


def test_the_title_introduces_nobody() -> None:
    assert read("A film about a boy called Rex.", title="Rex") == ()


@pytest.mark.parametrize(
    "unit",
    [
        "Then Ann Lee, played by Bo Carr, meets her brother Tom. ",
        "A ",
        "Ann and ",
        "Ann (",
        "“‘",
        "Dr. ",
        "Ann, a b ",
        "... ",
        "Ann’s",
    ],
)
def test_time_is_linear(unit: str) -> None:
    begun = time.process_time()
    read_cast(tell([], [unit * (200_000 // len(unit))]))
    # A bound against quadratic time, far above what it takes.
    assert time.process_time() - begun < 10
