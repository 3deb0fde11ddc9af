"""Which records are one film, and what films are called."""

import pytest
from tests.identity.samples import film, name, reasons, short, shorts

from filmgraph.errors import RecordError
from filmgraph.identity import Ledger
from filmgraph.identity.evidence import title_key
from filmgraph.names import IRI, iri


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Godfather", "Godfather, The"),
        ("Les Misérables", "Misérables, Les"),
        ("Fast & Furious", "Fast and Furious"),
        ("Rocky II", "Rocky 2"),
        ("Star Wars: Episode VI", "Star Wars Episode 6"),
        ("Logan's Run", "Logans Run"),
        ("20,000 Leagues Under the Sea", "20000 Leagues Under the Sea"),
        ("Amélie", "Amelie"),
    ],
)
def test_spellings_of_one_title_have_one_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Malcolm X", "Malcolm 10"),
        ("Rocky", "Rocky II"),
        ("I, Robot", "Robot, I"),
        ("The", "A"),
        ("...", "!!!"),
    ],
)
def test_other_titles_have_other_keys(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


def test_same_title_and_year_in_two_sources_is_one_film() -> None:
    naming = name(film("a", "1", "Alien", 1979), film("b", "x", "ALIEN", 1979))
    assert shorts(naming) == ["film/alien-1979"]
    assert naming.films[naming.film("a", "1")] == (("a", "1"), ("b", "x"))
    assert naming.merged == [(naming.film("a", "1"), "same title, same year")]


def test_a_year_apart_is_one_film() -> None:
    naming = name(film("a", "1", "Mad Max", 1979), film("b", "x", "Mad Max", 1980))
    assert shorts(naming) == ["film/mad-max-1979"]


def test_two_years_apart_is_two_films() -> None:
    naming = name(film("a", "1", "Mad Max", 1979), film("b", "x", "Mad Max", 1981))
    assert shorts(naming) == ["film/mad-max-1979", "film/mad-max-1981"]


def test_the_very_year_is_preferred_to_the_year_beside() -> None:
    naming = name(
        film("a", "1", "Hamlet", 1913),
        film("b", "x", "Hamlet", 1913),
        film("b", "y", "Hamlet", 1912),
    )
    assert naming.film("a", "1") == naming.film("b", "x")
    assert not naming.doubts


def test_two_keys_of_one_source_are_two_films() -> None:
    naming = name(film("a", "1", "Alien", 1979), film("a", "2", "Alien", 1979))
    assert len(naming.films) == 2
    assert reasons(naming, "film") == ["same title and year in one source"]


def test_a_match_with_two_candidates_is_left_alone() -> None:
    naming = name(
        film("a", "1", "Dr. Jekyll", 1920),
        film("a", "2", "Dr. Jekyll", 1920),
        film("b", "x", "Dr. Jekyll", 1920, cast=["John Barrymore"]),
    )
    assert len(naming.films) == 3
    assert reasons(naming, "film").count("same title, same year, but not the only two") == 2


def test_a_name_in_common_settles_between_two_candidates() -> None:
    naming = name(
        film("a", "1", "Gone", 1997, directors=["Ann One"]),
        film("a", "2", "Gone", 1997, directors=["Bo Two"]),
        film("b", "x", "Gone", 1997, cast=["Bo Two", "Cy Three"]),
    )
    assert naming.film("b", "x") == naming.film("a", "2") != naming.film("a", "1")


def test_a_crowd_in_one_source_does_not_part_two_others() -> None:
    naming = name(
        film("a", "1", "Gone", 1997),
        film("b", "x", "Gone", 1997),
        film("c", "7", "Gone", 1997),
        film("c", "8", "Gone", 1997),
    )
    assert naming.film("a", "1") == naming.film("b", "x")
    assert len(naming.films) == 3


def test_other_casts_speak_against_one_film() -> None:
    naming = name(
        film("a", "1", "Gone", 1997, cast=["Ann One", "Bo Two"]),
        film("b", "x", "Gone", 1997, cast=["Cy Three", "Di Four"]),
    )
    assert len(naming.films) == 2
    assert reasons(naming, "film") == ["same title, same year, but nobody of the cast in common"]


def test_other_directors_speak_against_one_film() -> None:
    naming = name(
        film("a", "1", "Carmen", 1915, directors=["Cecil B. DeMille"]),
        film("b", "x", "Carmen", 1915, directors=["Raoul Walsh"]),
    )
    assert len(naming.films) == 2


def test_a_middle_initial_makes_no_other_director() -> None:
    naming = name(
        film("a", "1", "The Blob", 1958, directors=["Irvin Yeaworth"]),
        film("b", "x", "The Blob", 1958, directors=["Irvin S. Yeaworth Jr."]),
    )
    assert len(naming.films) == 1


def test_pages_that_name_other_years_speak_against_one_film() -> None:
    naming = name(
        film("a", "1", "Gone", 1997, page="Gone_(1997_film)"),
        film("b", "x", "Gone", 1997, page="Gone_(1990_film)"),
    )
    assert len(naming.films) == 2


def test_another_name_of_the_page_does_not_part_a_film() -> None:
    naming = name(
        film("a", "1", "Moon", 2009, page="Moon_(film)"),
        film("b", "x", "Moon", 2009, page="Moon_(2009_film)"),
    )
    assert len(naming.films) == 1


def test_one_page_joins_a_later_release() -> None:
    naming = name(
        film("a", "1", "The Manster", 1959, page="The_Manster"),
        film("b", "x", "The Manster", 1962, page="The_Manster"),
    )
    assert shorts(naming) == ["film/the-manster-1959"]


def test_one_page_and_year_join_titles_with_a_slip() -> None:
    naming = name(
        film("a", "1", "Cimmaron", 1931, page="Cimarron_(1931_film)"),
        film("b", "x", "Cimarron", 1931, page="Cimarron_(1931_film)"),
    )
    assert len(naming.films) == 1


def test_one_page_and_year_do_not_join_a_film_and_its_sequel() -> None:
    naming = name(
        film("a", "1", "Cyborg Cop 2", 1994, page="Cyborg"),
        film("a", "2", "Cyborg Cop", 1994, page="Cyborg"),
        film("b", "x", "Cyborg Cop 3", 1994, page="Cyborg"),
    )
    assert len(naming.films) == 3


def test_one_page_that_nothing_else_has_joins_another_title() -> None:
    naming = name(
        film("a", "1", "Mad Max 2", 1981, page="Mad_Max_2"),
        film("b", "x", "The Road Warrior", 1981, page="Mad_Max_2"),
    )
    assert shorts(naming) == ["film/mad-max-2-1981"]


def test_a_neighbours_page_joins_nothing() -> None:
    naming = name(
        film("a", "1", "984: Prisoner of the Future", 1982, page="Tron"),
        film("a", "2", "Tron", 1982, page="Tron"),
        film("b", "x", "Tron", 1982, page="Tron"),
    )
    assert naming.film("a", "2") == naming.film("b", "x") != naming.film("a", "1")
    assert reasons(naming, "film") == ["one page in one source, but another title"]


def test_one_page_with_title_and_year_far_apart_is_a_doubt() -> None:
    naming = name(
        film("a", "1", "Tank Force!", 1958, page="No_Time_to_Die"),
        film("b", "x", "No Time to Die", 2021, page="No_Time_to_Die"),
    )
    assert len(naming.films) == 2
    assert reasons(naming, "film") == ["same page, but another title and 63 years apart"]


def test_a_page_of_many_films_is_no_evidence() -> None:
    series = [
        film("a", str(n), f"Part {word}", 1930, page="Serials")
        for n, word in enumerate(["One", "Two", "Three", "Four", "Five"])
    ]
    naming = name(*series, film("b", "x", "Quite Another", 1930, page="Serials"))
    assert len(naming.films) == 6
    assert not naming.doubts


def test_one_page_twice_in_one_source_is_one_film_if_title_and_year_agree() -> None:
    naming = name(
        film("a", "1", "Johnny Eager", 1941, page="Johnny_Eager", cast=["Robert Taylor"]),
        film("a", "2", "Johnny Eager", 1942, page="Johnny_Eager", cast=["Robert Taylor"]),
    )
    assert shorts(naming) == ["film/johnny-eager-1941"]


def test_one_page_twice_in_one_source_is_two_films_if_casts_differ() -> None:
    naming = name(
        film("a", "1", "Full Frontal", 2001, page="Full_Frontal", cast=["Ann One", "Bo Two"]),
        film("a", "2", "Full Frontal", 2002, page="Full_Frontal", cast=["Cy Three", "Di Four"]),
    )
    assert len(naming.films) == 2


def test_one_identifier_joins_a_translated_title() -> None:
    naming = name(
        film("a", "1", "Seven Samurai", 1954, page="imdb:tt0047478"),
        film("b", "x", "Shichinin no samurai", 1956, page="imdb:tt0047478"),
    )
    assert len(naming.films) == 1


def test_two_identifiers_of_one_data_set_part_a_title() -> None:
    naming = name(
        film("a", "1", "Gone", 1997, page="imdb:tt1"),
        film("b", "x", "Gone", 1997, page="imdb:tt2"),
    )
    assert len(naming.films) == 2


def test_another_title_joins_in_the_same_year() -> None:
    naming = name(film("a", "1", ["Solaris", "Solyaris"], 1972), film("b", "x", "Solyaris", 1972))
    assert shorts(naming) == ["film/solaris-1972"]


def test_a_film_without_year_needs_a_name_in_common() -> None:
    doubted = name(film("a", "1", "Alien"), film("b", "x", "Alien", 1979))
    assert shorts(doubted) == ["film/alien", "film/alien-1979"]
    assert len(doubted.doubts) == 1
    cast = ["Sigourney Weaver"]
    settled = name(film("a", "1", "Alien", cast=cast), film("b", "x", "Alien", 1979, cast=cast))
    assert shorts(settled) == ["film/alien-1979"]


def test_films_of_one_title_and_year_are_called_after_their_directors() -> None:
    naming = name(
        film("a", "1", "Hamlet", 1996, directors=["Kenneth Branagh"], cast=["Judi Dench"]),
        film("a", "2", "Hamlet", 1996, cast=["Ethan Hawke", "Bill Murray"]),
    )
    assert shorts(naming) == ["film/hamlet-1996-ethan-hawke", "film/hamlet-1996-kenneth-branagh"]


def test_films_of_which_nothing_else_is_known_are_called_after_a_hash() -> None:
    naming = name(film("a", "1", "Hamlet", 1996), film("a", "2", "Hamlet", 1996))
    assert all(part.startswith("film/hamlet-1996-") and len(part) == 25 for part in shorts(naming))


def test_a_film_of_the_ledger_keeps_the_plain_name() -> None:
    ledger = Ledger()
    first = film("b", "1", "Hamlet", 1996, directors=["Kenneth Branagh"])
    name(first, ledger=ledger)
    naming = name(film("a", "1", "Hamlet", 1996, directors=["Ann Other"]), first, ledger=ledger)
    assert short(naming.film("b", "1")) == "film/hamlet-1996"
    assert short(naming.film("a", "1")) == "film/hamlet-1996-ann-other"


def test_the_first_in_order_keeps_its_name_when_two_films_are_one() -> None:
    ledger = Ledger()
    one, other = film("a", "1", "Mad Max 2", 1981), film("b", "x", "The Road Warrior", 1981)
    before = name(one, other, ledger=ledger)
    after = name(one, other, film("c", "7", ["Mad Max 2", "The Road Warrior"], 1981), ledger=ledger)
    kept, replaced = before.film("a", "1"), before.film("b", "x")
    assert after.film("a", "1") == after.film("b", "x") == after.film("c", "7") == kept
    assert dict(after.replaced) == {replaced: kept}


def test_the_first_in_order_keeps_the_name_when_one_film_is_two() -> None:
    ledger = Ledger()
    one, other = film("a", "1", "Gone", 1997), film("b", "x", "Gone", 1997)
    kept = name(one, other, ledger=ledger).film("a", "1")
    after = name(one, film("b", "x", "Gone Again", 2005), ledger=ledger)
    assert after.film("a", "1") == kept
    assert short(after.film("b", "x")) == "film/gone-again-2005"


def test_what_was_one_film_stays_one_when_a_rival_comes() -> None:
    ledger = Ledger()
    one, other = film("a", "1", "Gone", 1997), film("b", "x", "Gone", 1997)
    name(one, other, ledger=ledger)
    after = name(one, film("a", "0", "Gone", 1997), other, ledger=ledger)
    assert after.film("a", "1") == after.film("b", "x") != after.film("a", "0")


def test_a_key_that_stands_twice_in_a_source_is_refused() -> None:
    with pytest.raises(RecordError, match="two records of the key '1'"):
        name(film("a", "1", "Alien"), film("a", "1", "Aliens"))


def test_a_title_finds_its_film_if_only_one_can_be_meant() -> None:
    naming = name(
        film("a", "1", "Hamlet", 1948),
        film("a", "2", "Hamlet", 1996, cast=["Ethan Hawke"]),
        film("a", "3", "Hamlet", 1996, cast=["Kenneth Branagh"]),
        film("a", "4", "Solaris", 1972),
    )
    assert naming.film_by_title("hamlet", 1949) == naming.film("a", "1")
    assert naming.film_by_title("Solaris") == naming.film("a", "4")
    assert naming.film_by_title("Hamlet") is None
    assert naming.film_by_title("Hamlet", 1996) is None
    assert naming.film_by_title("Hamlet", 2020) is None
    assert naming.film_by_title("Nobody Knows") is None


def test_films_are_sorted_by_iri() -> None:
    naming = name(film("a", "1", "Zulu", 1964), film("a", "2", "Alien", 1979))
    assert list(naming.films) == sorted(naming.films)


def test_an_unknown_record_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        name(film("a", "1", "Alien", 1979)).film("a", "2")


def test_a_name_taken_by_a_removed_source_is_not_given_again() -> None:
    ledger = Ledger()
    ledger.give("film", "gone", "1", iri("film", "alien-1979"))
    naming = name(film("b", "x", "Alien", 1979, directors=["Ridley Scott"]), ledger=ledger)
    assert naming.film("b", "x") == IRI(iri("film", "alien-1979-ridley-scott"))


def test_an_article_at_the_end_stands_in_front_in_the_name() -> None:
    assert shorts(name(film("a", "1", "Godfather, The", 1972))) == ["film/the-godfather-1972"]


def test_a_match_that_others_leave_only_one_way_is_made_at_once() -> None:
    weaver = ["Sigourney Weaver"]
    claims = [
        film("a", "1", "Alien", 1979, cast=weaver),
        film("a", "2", "Hamlet", 1996, page="imdb:tt2"),
        film("c", "1", "Alien", 1979, cast=weaver, page="imdb:tt2"),
        film("c", "2", "Hamlet", 1995, page="imdb:tt2"),
    ]
    ledger = Ledger()
    once = name(*claims, ledger=ledger)
    assert once.film("a", "2") == once.film("c", "2")
    assert name(*claims, ledger=ledger).films == once.films


def test_a_page_that_more_films_name_later_does_not_part_what_was_one() -> None:
    ledger = Ledger()
    one = film("a", "1", "Mad Max 2", 1981, page="Mad_Max_2")
    other = film("c", "1", "The Road Warrior", 1981, page="Mad_Max_2")
    before = name(one, other, ledger=ledger)
    later = [film("b", str(n), f"Other {n}", 1950 + n, page="Mad_Max_2") for n in range(6)]
    after = name(one, other, *later, ledger=ledger)
    assert after.film("a", "1") == after.film("c", "1") == before.film("a", "1")


def test_a_director_behind_the_curtain_tells_no_films_apart() -> None:
    naming = name(
        film("a", "1", "Alien", 1979, directors=["A Secret"], cast=["Tom"], later={"A Secret": 1}),
        film("a", "2", "Alien", 1979, directors=["Ann Bee"]),
    )
    assert shorts(naming) == ["film/alien-1979-ann-bee", "film/alien-1979-tom"]
