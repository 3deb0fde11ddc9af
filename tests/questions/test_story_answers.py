"""The questions about the story on the small graph: their rows were checked by hand."""

from tests.questions.small import asked, short

CASABLANCA = "Casablanca (1942)"
MEMENTO = "Memento (2000)"
RICK = "character/casablanca-1942/rick-blaine"
ILSA = "character/casablanca-1942/ilsa-lund"

# The two orders


def test_events_as_told_are_in_the_order_of_the_film() -> None:
    answer = asked("events-as-told", "plot", film=CASABLANCA, source="one")
    assert short(answer) == [
        (
            1,
            "comes-in",
            "Ilsa comes in.",
            "Ilsa Lund; the guests (onlookers)",
            "Casablanca",
            "scene",
            None,
            "one",
        ),
        (2, "drinks", "Rick drinks.", "Rick Blaine", "Casablanca", "scene", None, "one"),
        (
            3,
            "in-love",
            "Rick and Ilsa fall in love.",
            "Ilsa Lund; Rick Blaine",
            "Paris, 1940",
            "flashback",
            "Paris",
            "one",
        ),
        (
            4,
            "no-train",
            "Ilsa does not take the train.",
            "Ilsa Lund",
            None,
            "flashback",
            "Paris",
            "one",
        ),
        (5, "waits", "Rick waits in the rain.", "Rick Blaine", None, "flashback", "Paris", "one"),
    ]


def test_events_as_told_at_the_ending_stand_between_those_of_the_plot() -> None:
    answer = asked("events-as-told", "ending", film=MEMENTO)
    assert short(answer, "told", "event") == [
        (1, "shoots"),
        (2, "file"),
        (2.1, "chooses"),
        (3, "tattoo"),
    ]


def test_what_two_sources_tell_is_not_mixed() -> None:
    answer = asked("events-as-told", "plot", film=CASABLANCA)
    assert short(answer, "told_by", "told")[-2:] == [("one", 5), ("two", 1)]
    answer = asked("events-as-told", "plot", film=CASABLANCA, source="two")
    assert short(answer, "what") == [("Letters are stolen.",)]


def test_events_as_they_happen_go_by_their_numbers() -> None:
    answer = asked("events-as-they-happen", "ending", film=MEMENTO)
    assert short(answer, "number", "event") == [
        (0.1, "chooses"),
        (1, "tattoo"),
        (2, "file"),
        (3, "shoots"),
    ]


def test_events_as_they_happen_go_by_what_is_said_to_be_before_what() -> None:
    answer = asked("events-as-they-happen", "ending", film=CASABLANCA, source="one")
    assert short(answer, "event", "follows") == [
        ("in-love", 0),
        ("no-train", 2),  # what happens with it counts too
        ("waits", 2),
        ("comes-in", 3),
        ("drinks", 4),
        ("farewell", 5),
    ]


def test_events_between_are_found_by_a_chain() -> None:
    first, last = "event/casablanca-1942/one/in-love", "event/casablanca-1942/one/drinks"
    answer = asked("events-between", "plot", first=first, last=last)
    assert short(answer, "event", "told") == [("comes-in", 1), ("no-train", 4), ("waits", 5)]
    assert not asked("events-between", "plot", first=last, last=first)


def test_events_between_are_found_by_numbers() -> None:
    first, last = "event/memento-2000/one/tattoo", "event/memento-2000/one/shoots"
    answer = asked("events-between", "plot", first=first, last=last)
    assert short(answer, "number", "event", "told") == [(2, "file", 2)]


def test_events_between_are_of_one_source() -> None:
    first, last = "event/casablanca-1942/one/in-love", "event/casablanca-1942/two/e1"
    assert not asked("events-between", "plot", first=first, last=last)


def test_the_telling_goes_back_where_what_follows_happened_before() -> None:
    answer = asked("telling-goes-back", "plot", film=CASABLANCA)
    assert short(answer, "told", "event", "next_told", "next_event", "next_mode") == [
        (2, "drinks", 3, "in-love", "flashback")
    ]


def test_the_telling_goes_back_again_and_again_in_reverse() -> None:
    answer = asked("telling-goes-back", "plot", film=MEMENTO)
    assert short(answer, "event", "next_event") == [("shoots", "file"), ("file", "tattoo")]


def test_what_is_hidden_does_not_stand_between_two_tellings() -> None:
    answer = asked("telling-goes-back", "ending", film=MEMENTO)
    assert short(answer, "event", "next_event") == [("shoots", "file"), ("file", "chooses")]


def test_flashbacks_are_told_in_that_mode() -> None:
    answer = asked("flashbacks", "plot", film=CASABLANCA)
    assert short(answer, "event") == [("in-love",), ("no-train",), ("waits",)]


def test_another_mode_may_be_asked_for() -> None:
    answer = asked("flashbacks", "plot", film=CASABLANCA, mode="reported")
    assert short(answer, "what") == [("Letters are stolen.",)]


def test_strands_of_film_are_listed_one_after_the_other() -> None:
    answer = asked("strands-of-film", "plot", film=MEMENTO)
    assert short(answer, "strand", "told") == [("black and white", 3), ("colour", 1), ("colour", 2)]
    answer = asked("strands-of-film", "plot", film=MEMENTO, strand="black and white")
    assert short(answer, "event") == [("tattoo",)]


# How it is told


def test_films_with_structure_are_found_as_far_as_may_be_known() -> None:
    answer = asked("films-with-structure", "plot", structure="out of order")
    assert short(answer) == [("memento-2000", "Memento", 2000, "out of order; reverse")]
    answer = asked("films-with-structure", "ending", structure="out of order")
    assert short(answer, "title", "structures") == [
        ("Casablanca", "out of order"),
        ("Memento", "out of order; parallel strands; reverse"),
    ]


def test_films_told_alike_share_a_structure() -> None:
    answer = asked("films-told-alike", "ending", film=MEMENTO)
    assert short(answer) == [("casablanca-1942", "Casablanca", 1942, 1, "out of order")]
    assert not asked("films-told-alike", "plot", film=MEMENTO)


# Who, where and when


def test_who_is_where_has_a_row_for_each_character() -> None:
    answer = asked("who-is-where", "plot", film=CASABLANCA)
    assert short(answer, "told", "name", "place_name", "period") == [
        (1, "Ilsa Lund", "Casablanca", None),
        (1, "the guests", "Casablanca", None),
        (2, "Rick Blaine", "Casablanca", None),
        (3, "Ilsa Lund", "Paris", "1940"),
        (3, "Rick Blaine", "Paris", "1940"),
    ]


def test_who_is_where_can_be_narrowed_to_a_character_and_a_place() -> None:
    answer = asked("who-is-where", "plot", film=CASABLANCA, character=ILSA)
    assert short(answer, "told", "place") == [(1, "casablanca"), (3, "paris")]
    answer = asked("who-is-where", "plot", film=CASABLANCA, place="Paris")
    assert short(answer, "character") == [("ilsa-lund",), ("rick-blaine",)]


def test_who_meets_gives_each_pair_once() -> None:
    answer = asked("who-meets", "plot", film=CASABLANCA)
    assert short(answer, "name", "other_name", "events", "first_told") == [
        ("Ilsa Lund", "Rick Blaine", 1, 3),
        ("Ilsa Lund", "the guests", 1, 1),
    ]


def test_who_meets_counts_what_may_be_seen() -> None:
    answer = asked("who-meets", "ending", film=CASABLANCA, who=RICK)
    assert short(answer, "name", "other_name", "events", "first_told") == [
        ("Rick Blaine", "Ilsa Lund", 2, 3)
    ]


def test_events_of_character_say_with_whom() -> None:
    answer = asked("events-of-character", "plot", character=ILSA)
    assert short(answer, "told", "event", "with", "where") == [
        (1, "comes-in", "the guests", "Casablanca"),
        (3, "in-love", "Rick Blaine", "Paris, 1940"),
        (4, "no-train", None, None),
    ]


def test_events_of_character_say_the_part_that_is_played() -> None:
    guests = "character/casablanca-1942/the-guests"
    assert short(asked("events-of-character", "plot", character=guests), "part") == [("onlookers",)]


def test_events_at_place_include_places_within() -> None:
    answer = asked("events-at-place", "plot", place="Paris")
    assert short(answer, "title", "told", "event", "who") == [
        ("Casablanca", 3, "in-love", "Ilsa Lund; Rick Blaine")
    ]


def test_events_at_place_can_be_narrowed_to_a_film() -> None:
    assert len(asked("events-at-place", "plot", place="Casablanca")) == 2
    assert not asked("events-at-place", "plot", place="Casablanca", film=MEMENTO)


def test_settings_of_film_say_how_much_happens_there() -> None:
    answer = asked("settings-of-film", "plot", film=CASABLANCA)
    assert short(answer, "place_name", "period_name", "events") == [
        ("Casablanca", None, 2),
        ("Paris", "1940", 1),
    ]


def test_settings_of_the_premise_are_open_and_what_happens_there_is_not_counted() -> None:
    answer = asked("settings-of-film", film=CASABLANCA)
    assert short(answer, "place_name", "events") == [("Casablanca", 0)]


def test_films_of_period_say_where() -> None:
    answer = asked("films-of-period", "plot", period="1940")
    assert short(answer) == [("casablanca-1942", "Casablanca", 1942, "paris", "Paris", None)]
    assert short(asked("films-of-period", period="2019"), "title") == [("Blade Runner",)]


# Characters and what they are to each other


def test_characters_of_film_are_in_the_order_of_billing_with_what_they_are() -> None:
    answer = asked("characters-of-film", "plot", film=CASABLANCA)
    assert short(answer, "name", "kind", "other_names", "played_by", "traits") == [
        ("Rick Blaine", "named", "Rick", "Humphrey Bogart", "exile; owner of a café"),
        ("Ilsa Lund", "named", None, "Ingrid Bergman", None),
        ("the guests", "group", None, None, None),
    ]


def test_what_a_character_is_and_who_has_no_name_is_not_open() -> None:
    answer = asked("characters-of-film", film=CASABLANCA)
    assert short(answer, "name", "traits") == [("Rick Blaine", None), ("Ilsa Lund", None)]


def test_a_relation_changes_with_what_happens() -> None:
    answer = asked("how-relation-changes", "plot", character=ILSA, other=RICK)
    assert short(answer, "who", "relation", "whom", "kind", "since", "told", "quote") == [
        (
            "Ilsa Lund",
            "partner of",
            "Rick Blaine",
            "love",
            "Rick and Ilsa fall in love.",
            3,
            "They love each other.",
        ),
        ("Rick Blaine", "deserted by", "Ilsa Lund", None, "Ilsa does not take the train.", 4, None),
    ]


def test_a_relation_is_the_same_from_either_side() -> None:
    one = asked("how-relation-changes", "ending", character=ILSA, other=RICK)
    other = asked("how-relation-changes", "ending", character=RICK, other=ILSA)
    assert one.rows == other.rows
    assert short(one, "relation", "told")[-1] == ("saviour of", 5.1)


def test_relations_of_character_are_read_both_ways() -> None:
    answer = asked("relations-of-character", "plot", character=RICK)
    assert short(answer, "who", "relation", "whom") == [
        ("Ilsa Lund", "partner of", "Rick Blaine"),
        ("Rick Blaine", "deserted by", "Ilsa Lund"),
        ("Rick Blaine", "host of", "the guests"),
    ]


def test_relations_of_film_say_since_when() -> None:
    answer = asked("relations-of-film", "plot", film=CASABLANCA)
    assert short(answer, "relation", "since") == [
        ("partner of", "Rick and Ilsa fall in love."),
        ("deserted by", "Ilsa does not take the train."),
        ("host of", None),
    ]


# Themes and motifs


def test_themes_of_character_keep_the_motivation_for_the_ending() -> None:
    answer = asked("themes-of-character", "plot", character=RICK)
    assert short(answer) == [("romantic-love", "romantic love", "major", None)]
    answer = asked("themes-of-character", "ending", character=RICK)
    assert short(answer, "motivation") == [("Rick lets Ilsa fly.",)]


def test_characters_with_theme_include_narrower_themes() -> None:
    answer = asked("characters-with-theme", "plot", theme="love")
    assert short(answer, "name", "title", "weight", "shown_name") == [
        ("Rick Blaine", "Casablanca", "major", "romantic love")
    ]


def test_motifs_of_film_say_what_they_stand_for() -> None:
    answer = asked("motifs-of-film", "plot", film="Leaving Las Vegas (1995)")
    assert short(answer) == [
        ("angel-earrings", "the angel earrings", "a saviour who cannot save", None)
    ]


def test_films_with_motif_are_found_by_a_word_of_either() -> None:
    for word in ("Angel", "saviour"):
        answer = asked("films-with-motif", "plot", word=word)
        assert short(answer, "title", "name") == [("Leaving Las Vegas", "the angel earrings")]
    assert not asked("films-with-motif", "plot", word="mirror")


def test_what_comes_after_the_credits_is_told_at_the_ending_only() -> None:
    assert not asked("post-credit-scene", "plot", film="Blade Runner (1982)")
    answer = asked("post-credit-scene", "ending", film="Blade Runner (1982)")
    assert short(answer) == [("blade-runner-1982", "Nothing but music.")]
