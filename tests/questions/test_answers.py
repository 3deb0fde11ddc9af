"""Each shipped question on the small graph: its rows were checked by hand."""

from tests.questions.small import asked, short


def test_films_of_person_gives_each_part_played() -> None:
    answer = asked("films-of-person", person="Mike Figgis")
    assert short(answer, "title", "year", "part_played") == [
        ("Leaving Las Vegas", 1995, "composer"),
        ("Leaving Las Vegas", 1995, "director"),
        ("Leaving Las Vegas", 1995, "writer"),
    ]


def test_films_of_person_gives_role_and_character_of_an_actor() -> None:
    answer = asked("films-of-person", person="Nicolas Cage")
    assert short(answer, "film", "year", "part_played", "role", "character_name") == [
        ("raising-arizona-1987", 1987, "actor", "H.I.", None),
        ("leaving-las-vegas-1995", 1995, "actor", None, "Ben Sanderson"),
        ("the-trust-2016", 2016, "actor", None, None),
    ]


def test_films_of_person_can_be_narrowed_to_a_part() -> None:
    answer = asked("films-of-person", person="Mike Figgis", part="writer")
    assert short(answer, "part_played") == [("writer",)]


def test_co_stars_counts_and_names_the_films_of_both() -> None:
    answer = asked("co-stars", person="Humphrey Bogart")
    assert short(answer) == [
        ("lauren-bacall", "Lauren Bacall", 2, "Key Largo; The Big Sleep"),
        ("peter-lorre", "Peter Lorre", 2, "Casablanca; The Maltese Falcon"),
        ("ingrid-bergman", "Ingrid Bergman", 1, "Casablanca"),
    ]


def test_films_with_both_says_who_directed() -> None:
    answer = asked("films-with-both", person="Humphrey Bogart", other="Lauren Bacall")
    assert short(answer, "title", "year", "part", "other_part", "director_name") == [
        ("The Big Sleep", 1946, "actor", "actor", "Howard Hawks"),
        ("Key Largo", 1948, "actor", "actor", "John Huston"),
    ]


def test_films_with_both_knows_people_behind_the_camera() -> None:
    answer = asked("films-with-both", person="Sigourney Weaver", other="James Cameron")
    assert short(answer, "title", "part", "other_part") == [
        ("Aliens", "actor", "director"),
        ("Aliens", "actor", "writer"),
    ]


def test_films_with_both_gives_a_row_for_each_director() -> None:
    answer = asked("films-with-both", person="Nicolas Cage", other="Holly Hunter")
    assert short(answer, "director_name") == [("Ethan Coen",), ("Joel Coen",)]


def test_collaborators_of_director_leaves_the_director_out() -> None:
    answer = asked("collaborators-of-director", director="John Huston")
    assert short(answer) == [
        (
            "humphrey-bogart",
            "Humphrey Bogart",
            "actor",
            2,
            "Key Largo; The Maltese Falcon",
        ),
        ("lauren-bacall", "Lauren Bacall", "actor", 1, "Key Largo"),
        ("peter-lorre", "Peter Lorre", "actor", 1, "The Maltese Falcon"),
    ]


def test_who_played_gives_the_sentence_that_says_so() -> None:
    answer = asked("who-played", character="Ben Sanderson")
    assert short(answer) == [
        (
            "nicolas-cage",
            "Nicolas Cage",
            "leaving-las-vegas-1995",
            "Leaving Las Vegas",
            1995,
            "ben-sanderson",
            None,
            "Nicolas Cage plays Ben Sanderson, a screenwriter.",
        )
    ]


def test_who_played_knows_other_names_and_roles() -> None:
    assert short(asked("who-played", character="Ellen Ripley"), "title") == [("Aliens",)]
    assert short(asked("who-played", character="Sam Spade"), "person") == [("humphrey-bogart",)]


def test_who_played_gives_one_row_where_role_and_character_have_one_name() -> None:
    answer = asked("who-played", character="Ripley")
    assert short(answer, "title", "year") == [("Alien", 1979), ("Aliens", 1986)]


def test_who_played_can_be_narrowed_to_a_film() -> None:
    answer = asked("who-played", character="Ripley", film="film/aliens-1986")
    assert short(answer, "film") == [("aliens-1986",)]


def test_same_character_gives_each_film_and_who_plays_it_there() -> None:
    answer = asked("same-character", character="Ellen Ripley")
    assert short(answer, "title", "year", "name", "person", "one") == [
        ("Alien", 1979, "Ripley", "sigourney-weaver", "ripley"),
        ("Aliens", 1986, "Ripley", "sigourney-weaver", "ripley"),
    ]


def test_same_character_has_nothing_for_a_name_of_one_film_alone() -> None:
    assert short(asked("same-character", character="Ben Sanderson")) == []


def test_cast_is_in_the_order_of_billing_with_the_unbilled_last() -> None:
    answer = asked("cast", film="Blade Runner (1982)")
    assert short(answer, "name", "character_name", "role", "billing") == [
        ("Harrison Ford", "Rick Deckard", None, 1),
        ("Rutger Hauer", None, "Batty", 2),
        ("Brion James", None, None, None),
    ]


def test_cast_says_which_side_of_a_character_is_played() -> None:
    answer = asked("cast", film="Alien (1979)")
    assert short(answer, "person", "aspect") == [
        ("sigourney-weaver", None),
        ("bolaji-badejo", "body"),
    ]


def test_an_unnamed_character_of_the_cast_is_plot() -> None:
    row = short(asked("cast", "plot", film="Blade Runner (1982)"), "name", "character_name")[-1]
    assert row == ("Brion James", "the escaped replicant")


def test_themes_of_film_puts_the_weightiest_first_and_keeps_motivations_back() -> None:
    answer = asked("themes-of-film", "plot", film="Leaving Las Vegas (1995)")
    assert short(answer) == [
        ("alcohol-abuse", "alcohol abuse", "choice", None),
        ("romantic-love", "romantic love", "major", None),
    ]


def test_themes_of_film_gives_motivations_at_the_ending() -> None:
    answer = asked("themes-of-film", "ending", film="Leaving Las Vegas (1995)")
    assert short(answer, "motivation") == [
        ("Ben drinks until he dies.",),
        ("Sera stays to the last.",),
    ]


def test_minor_themes_are_plot() -> None:
    assert short(asked("themes-of-film", film="Alien (1979)"), "name") == [("survival",)]
    answer = asked("themes-of-film", "plot", film="Alien (1979)")
    assert short(answer, "name", "weight") == [("survival", "choice"), ("android", "minor")]


def test_films_with_theme_includes_narrower_themes() -> None:
    answer = asked("films-with-theme", theme="love")
    assert short(answer, "title", "weight", "shown_name") == [
        ("Casablanca", "choice", "self-sacrifice for love"),
        ("Blade Runner", "major", "romantic love"),
        ("Casablanca", "major", "romantic love"),
        ("Leaving Las Vegas", "major", "romantic love"),
    ]


def test_films_with_theme_does_not_include_wider_themes() -> None:
    assert len(asked("films-with-theme", theme="self-sacrifice for love")) == 1


def test_films_with_themes_but_not_includes_narrower_themes_of_all_three() -> None:
    found = asked(
        "films-with-themes-but-not", theme="love", other="the human condition", without="addiction"
    )
    assert short(found, "title", "year") == [("Blade Runner", 1982), ("Casablanca", 1942)]


def test_a_theme_behind_the_curtain_does_not_take_a_film_away() -> None:
    themes = {"theme": "love", "other": "romantic love", "without": "alcohol abuse"}
    opened = asked("films-with-themes-but-not", "open", **themes)
    plot = asked("films-with-themes-but-not", "plot", **themes)
    assert short(opened, "title") == [("Blade Runner",), ("Casablanca",)]
    assert short(plot, "title") == [("Blade Runner",), ("Gladiator",)]


def test_shared_themes_says_how_each_film_shows_it() -> None:
    films = {"film": "Leaving Las Vegas (1995)", "other": "Casablanca (1942)"}
    assert short(asked("shared-themes", "ending", **films)) == [
        (
            "alcohol-abuse",
            "alcohol abuse",
            "choice",
            "minor",
            "Ben drinks until he dies.",
            None,
        ),
        (
            "romantic-love",
            "romantic love",
            "major",
            "major",
            "Sera stays to the last.",
            "Rick lets Ilsa fly.",
        ),
    ]


def test_shared_themes_keeps_back_what_the_level_hides() -> None:
    films = {"film": "Leaving Las Vegas (1995)", "other": "Casablanca (1942)"}
    assert short(asked("shared-themes", **films)) == [
        ("romantic-love", "romantic love", "major", "major", None, None)
    ]


def test_directors_who_return_has_more_than_one_film() -> None:
    assert not asked("directors-who-return", theme="love")
    answer = asked("directors-who-return", "plot", theme="love")
    assert short(answer) == [("ridley-scott", "Ridley Scott", 2, "Blade Runner; Gladiator")]


def test_films_of_genre_includes_narrower_genres() -> None:
    answer = asked("films-of-genre", genre="film noir")
    assert short(answer, "title", "year") == [
        ("The Maltese Falcon", 1941),
        ("The Big Sleep", 1946),
        ("Key Largo", 1948),
        ("Blade Runner", 1982),
    ]


def test_films_of_genre_keeps_to_the_years() -> None:
    answer = asked("films-of-genre", genre="film noir", first_year=1946, last_year=1948)
    assert short(answer, "year") == [(1946,), (1948,)]
    assert short(asked("films-of-genre", genre="film noir", last_year=1941), "year") == [(1941,)]


def test_a_film_without_a_year_is_found_where_no_year_is_asked_for() -> None:
    assert short(asked("films-of-genre", genre="documentary"), "year") == [(None,)]
    assert not asked("films-of-genre", genre="documentary", first_year=1890)


def test_who_says_so_gives_each_statement_with_its_sources_and_their_pages() -> None:
    answer = asked("who-says-so", entity="film/blade-runner-1982")
    said = short(answer, "property", "value", "source", "level", "url")
    assert ("runtimeMinutes", 117, "one", "open", "blade-runner") in said
    assert ("runtimeMinutes", 117, "two", "open", None) in said
    assert ("22-rdf-syntax-ns#type", "Film", "one", "open", "blade-runner") not in said
    assert len(said) == 10


def test_who_says_so_finds_the_entity_as_object_too() -> None:
    answer = asked("who-says-so", entity="person/ridley-scott")
    assert short(answer, "subject", "property", "value", "source") == [
        ("alien-1979", "director", "ridley-scott", "one"),
        ("alien-1979", "director", "ridley-scott", "two"),
        ("blade-runner-1982", "director", "ridley-scott", "one"),
        ("ridley-scott", "label", "Ridley Scott", "one"),
    ]


def test_who_says_so_shows_what_the_level_allows() -> None:
    use = "theme-use/casablanca-1942/romantic-love"
    assert not asked("who-says-so", "plot", entity=use)
    answer = asked("who-says-so", "ending", entity=use)
    assert short(answer, "value", "level") == [("Rick lets Ilsa fly.", "ending")]


def test_sources_disagree_compares_what_a_film_has_one_of() -> None:
    answer = asked("sources-disagree")
    assert short(answer, "film", "fact", "value", "source", "other_value", "other_source") == [
        ("alien-1979", "runtime in minutes", 117, "one", 116, "two"),
        ("blade-runner-1982", "director", "Ridley Scott", "one", "Harrison Ford", "two"),
        ("blade-runner-1982", "title", "Blade Runner", "one", "Bladerunner", "two"),
    ]


def test_sources_disagree_can_be_narrowed_to_a_film() -> None:
    assert short(asked("sources-disagree", film="Alien (1979)"), "fact") == [
        ("runtime in minutes",)
    ]
    assert not asked("sources-disagree", film="Casablanca (1942)")


def test_missing_counts_by_source() -> None:
    assert short(asked("missing")) == [("one", "One", 6, 0, 1, 1), ("two", "Two", 4, 2, 1, 2)]


def test_missing_counts_what_the_level_shows() -> None:
    assert short(asked("missing", "plot"), "source", "without_themes") == [("one", 0), ("two", 2)]


def test_films_missing_lists_the_films() -> None:
    assert short(asked("films-missing", what="director"), "title", "source_name") == [
        ("The Trust", "Two"),
        ("Workers Leaving", "Two"),
    ]
    assert short(asked("films-missing", what="cast"), "title") == [
        ("Gladiator",),
        ("Workers Leaving",),
    ]
    assert short(asked("films-missing", what="themes", source="one"), "title") == [("Gladiator",)]
    assert not asked("films-missing", "plot", what="themes", source="one")


def test_most_used_themes_counts_films() -> None:
    answer = asked("most-used-themes")
    assert short(answer, "name", "films") == [
        ("romantic love", 3),
        ("survival", 2),
        ("alcohol abuse", 1),
        ("android", 1),
        ("self-sacrifice for love", 1),
    ]
    assert short(asked("most-used-themes", "plot"), "films")[0] == (4,)


def test_film_facts_has_the_facts_of_the_page() -> None:
    answer = asked("film-facts", film="Blade Runner (1982)")
    assert short(answer) == [
        ("other title", "Do Androids Dream", None, None),
        ("year", 1982, None, None),
        ("date", "1982-06-25", None, None),
        ("release", "1982-06-25", "United States", "us"),
        ("runtime in minutes", 117, None, None),
        ("language", "English", None, None),
        ("country", "United States", None, "united-states"),
        ("genre", "neo-noir", None, "neo-noir"),
        ("genre", "science fiction", None, "science-fiction"),
        ("director", "Ridley Scott", None, "ridley-scott"),
        ("budget", 28000000, "USD", "budget"),
        ("box office", 41600000, "USD, worldwide", "box-office"),
        ("production detail", "35 mm film", "shot on", "shot-on"),
        ("setting", "Los Angeles, 2019", None, "los-angeles"),
        ("scene after the credits", False, None, None),
        ("synopsis", "A policeman hunts artificial humans.", None, None),
        ("page", "blade-runner", None, "blade-runner"),
    ]


def test_film_facts_tells_what_comes_after_the_credits_at_the_ending() -> None:
    fact = ("what comes after the credits", "Nothing but music.")
    assert fact not in short(
        asked("film-facts", "plot", film="Blade Runner (1982)"), "fact", "value"
    )
    assert fact in short(asked("film-facts", "ending", film="Blade Runner (1982)"), "fact", "value")


def test_film_facts_names_the_work_a_film_is_based_on_and_its_motifs() -> None:
    answer = asked("film-facts", "plot", film="Leaving Las Vegas (1995)")
    found = short(answer, "fact", "value", "detail")
    assert ("based on", "Leaving Las Vegas, a novel", None) in found
    assert ("motif", "the angel earrings", "a saviour who cannot save") in found


def test_films_set_in_includes_places_within() -> None:
    answer = asked("films-set-in", place="United States")
    assert short(answer, "title", "setting_name", "period", "quote") == [
        ("Blade Runner", "Los Angeles", "2019", None),
        ("Leaving Las Vegas", "Las Vegas", None, "He goes to Las Vegas."),
    ]


def test_a_setting_that_is_not_of_the_premise_is_plot() -> None:
    assert short(asked("films-set-in", place="California"), "title") == [("Blade Runner",)]
    answer = asked("films-set-in", "plot", place="California")
    assert short(answer, "title") == [("Blade Runner",), ("Leaving Las Vegas",)]
