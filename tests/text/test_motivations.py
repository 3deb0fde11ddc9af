"""Whom motivations name, of whom a theme is said, and where a film is set: on sentences of ours."""

import pytest

from filmgraph.text.motivations import lower_words, read_motivations, read_settings


def names(*sentences: str, theme: str = "the sea") -> list[str]:
    told = read_motivations([(theme, sentence) for sentence in sentences])
    return [one.name for one in told.characters]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Dr. Lee ran the lighthouse.", "Dr. Lee"),
        ("The keeper's daughter Oona rowed out.", "Oona"),
        ("The mad inventor Brask hid a bomb.", "Brask"),
        ("There was a robot named Tikk on board.", "Tikk"),
        ("Oona's husband drowned.", "Oona"),
        ("In the end, Oona confessed.", "Oona"),
        ("The crew hoped that Oona had fled, but Oona lied.", "Oona"),
        ("Oona, who had no boat, swam.", "Oona"),
        ("A gull bit Brask, a retired sailor, on the nose.", "Brask"),
        ("The priest fell in love with Oona.", "Oona"),
        ("Brask was a ruthless smuggler.", "Brask"),
        ("Oona was jealous.", "Oona"),
        ("Brask used his lamp.", "Brask"),
        ("We were asked to believe Oona and her parrot.", "Oona"),
        ("Should Oona choose the sea?", "Oona"),
    ],
)
def test_what_only_persons_have_are_or_do_makes_a_name_someones(sentence: str, name: str) -> None:
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ship Aurora sank off Lisbon.",
        "The Aurora had a crew of nine.",
        "Everyone flew to Kestria and in Kestria it rained.",
        "The planet Kestria lost its moon.",
        "Kestrian soldiers burnt the ruins of Kestria.",
        "Kestrians wanted the lamp.",
        "The Brask Corporation built lamps.",
        "In June, the Coast Guard came from Norway.",
        "NASA decided to send a lamp.",
        "Someone read a novel by Melville.",
        "The keeper was compared to Captain Ahab.",
        "Einstein was right.",
        "Fear was all there was.",
        "He'd seen the lamp.",
        "Sadly, Friday came.",
        "Brask-style lamps were sold.",
    ],
)
def test_places_peoples_firms_ships_works_and_figures_are_nobody(sentence: str) -> None:
    lower = lower_words(["kestrian fear fear fear fear lamp"])
    told = read_motivations([("the sea", sentence)], lower=lower)
    assert [one.name for one in told.characters] == []


def test_a_list_of_names_is_of_persons_where_the_theme_is_said_of_two() -> None:
    assert names("Oona and Brask.", theme="father and daughter") == ["Oona", "Brask"]
    assert names("Tides and Gales.", theme="the sea") == []


def test_a_word_that_often_stands_in_lower_case_is_no_name_at_the_start() -> None:
    lower = lower_words(["gulls and gulls and gulls"])
    told = read_motivations([("the sea", "Gulls told the tale.")], lower=lower)
    assert told.characters == ()


def test_a_description_of_the_film_speaks_for_a_name_but_names_nobody_new() -> None:
    motivations = [("the sea", "The storm took Oona.")]
    assert read_motivations(motivations).characters == ()
    described = read_motivations(motivations, ["The keeper's wife Oona waits for Brask's ship."])
    assert [one.name for one in described.characters] == ["Oona"]


def test_who_made_the_film_is_no_character() -> None:
    motivations = [("the sea", "The dancer Ann Holm smiled."), ("hope", "Oona smiled.")]
    told = read_motivations(motivations, ["A film directed by Bo Dahl and starring Ann Holm."])
    assert [one.name for one in told.characters] == ["Oona"]


def test_short_forms_belong_to_the_one_long_name_that_has_them() -> None:
    told = read_motivations(
        [("hope", "Dr. Oona Brask smiled."), ("the sea", "Oona lied to Dr. Brask.")]
    )
    (oona,) = told.characters
    assert oona.name == "Oona Brask"
    assert oona.aliases == ("Dr. Brask", "Dr. Oona Brask", "Oona")


def test_a_short_form_of_two_long_names_is_nobodys() -> None:
    found = names("Oona Brask smiled.", "Tor Brask smiled.", "Brask smiled.")
    assert found == ["Oona Brask", "Tor Brask"]


def test_a_last_name_that_two_share_is_neithers() -> None:
    (tor, oona) = read_motivations(
        [("husband and wife", "Tor and Oona Brask."), ("the sea", "Brask lied.")]
    ).characters
    assert (tor.name, oona.name, oona.aliases) == ("Tor", "Oona Brask", ())


def test_another_title_may_be_another_of_the_family() -> None:
    found = names("Dr. Brask was jealous.", "Oona Brask was jealous.", theme="father and daughter")
    assert found == ["Dr. Brask", "Oona Brask"]


def test_the_rarer_of_two_spellings_is_left_out() -> None:
    found = names("Adriaan smiled.", "Adriaan's wife smiled.", "Adriaen smiled.")
    assert found == ["Adriaan"]


def test_a_secret_identity_joins_no_names() -> None:
    found = names("The baker Oona (a.k.a. Nightbird) smiled.", "Nightbird told her tale.")
    assert found == ["Oona", "Nightbird"]


def test_a_character_is_of_level_plot_and_its_sentence_a_motivation() -> None:
    (oona,) = read_motivations([("hope", "It rained. Oona smiled.")]).characters
    assert (oona.level, oona.kind) == ("plot", "named")
    assert [(one.quote, one.part) for one in oona.evidence] == [("Oona smiled.", "motivation")]


def test_a_theme_is_said_of_the_first_character_of_a_sentence_and_those_joined_to_it() -> None:
    told = read_motivations(
        [
            ("betrayal", "Oona betrayed Brask."),
            ("hope", "Oona and Brask smiled to Tikk. Tikk smiled."),
            ("drunkenness", "Brask's uncle Tor lied."),
            ("old flames", "Oona kissed Brask."),
            ("human vs. machine", "Brask fooled Tikk."),
        ]
    )
    assert told.said_of["betrayal"] == ("Oona",)
    assert told.said_of["hope"] == ("Oona", "Brask", "Tikk")
    assert told.said_of["drunkenness"] == ("Tor",)
    assert told.said_of["human vs. machine"] == ("Brask", "Tikk")


def test_no_motivation_no_character() -> None:
    told = read_motivations([])
    assert (told.characters, dict(told.said_of)) == ((), {})


def test_ten_megabytes_of_motivation_are_read_without_an_end_to_wait_for() -> None:
    assert names("Oona smiled. " * 20_000) == ["Oona"]
    assert names("Oona " * 20_000) == []


@pytest.mark.parametrize(
    ("sentence", "setting"),
    [
        ("The film is set in foggy London.", ("London", None)),
        ("The story is largely set aboard the freighter Aurora.", ("Aurora", None)),
        ("The film takes place in the year 2044.", (None, "2044")),
        ("Set in 1890s Lisbon, it follows a keeper.", ("Lisbon", "1890s")),
        ("The film is set on the planet Kestria in the 23rd century.", ("Kestria", "23rd century")),
        ("The film is set in the ruins of New York City.", ("New York City", None)),
        ("The story is set in a town called Gullport.", ("Gullport", None)),
    ],
)
def test_a_setting_is_what_a_sentence_says_the_film_is_set_in(
    sentence: str, setting: tuple[str | None, str | None]
) -> None:
    (found,) = read_settings([sentence])
    assert (found.place, found.period) == setting
    assert (found.evidence[0].part, found.premise, found.level) == ("motivation", False, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oona came from Paris.",
        "The film is set in a future where Lisbon has sunk.",
        "The story is set in the aftermath of the Lamp War.",
        "The film is set in a world caused by wars waged in the 20th century.",
        "The story is set on a station in orbit around Mars.",
        "The film is not set in Paris.",
        "The table was set in Paris fashion.",
        "The film is set in a Paris hotel.",
    ],
)
def test_a_place_that_is_only_named_is_no_setting(sentence: str) -> None:
    assert read_settings([sentence]) == ()


def test_two_places_are_two_settings_and_the_same_place_with_a_time_is_one() -> None:
    told = ["The film is set in Judea and in Rome.", "The story is set in Rome in 1944."]
    assert [(one.place, one.period) for one in read_settings(told)] == [
        ("Judea", None),
        ("Rome", "1944"),
    ]


def test_a_description_tells_of_settings_too() -> None:
    (found,) = read_settings([], ["Set in Lisbon, it follows a keeper."])
    assert (found.place, found.evidence[0].part) == ("Lisbon", "plot")
