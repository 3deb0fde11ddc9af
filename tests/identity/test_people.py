"""Who is who."""

import pytest
from tests.identity.samples import film, name, reasons, short

from filmgraph.identity import Ledger, Naming, PersonMention

FORD = "Harrison Ford"


def person(naming: Naming, source: str, key: str, who: str, person_id: str | None = None) -> str:
    return short(naming.person(source, key, who, person_id))


def test_one_folded_name_is_one_person() -> None:
    naming = name(
        film("a", "1", "Chicago", 2002, cast=["Renée Zellweger"]),
        film("b", "x", "Cold Mountain", 2003, cast=["Renee  Zellweger"]),
    )
    assert person(naming, "a", "1", "Renée Zellweger") == "person/renee-zellweger"
    assert person(naming, "b", "x", "Renee  Zellweger") == "person/renee-zellweger"


def test_father_and_son_are_two_persons() -> None:
    cast = ["Lon Chaney", "Lon Chaney Jr.", "Lon Chaney, Jr."]
    naming = name(film("a", "1", "Alien", 1979, cast=cast))
    found = [person(naming, "a", "1", who) for who in cast]
    assert found == ["person/lon-chaney", "person/lon-chaney-jr", "person/lon-chaney-jr"]


def test_films_more_than_a_lifetime_apart_are_of_two_persons() -> None:
    naming = name(
        film("a", "1", "Excuse Me", 1917, cast=[FORD]),
        film("a", "2", "Three Hours", 1927, cast=[FORD]),
        film("a", "3", "Star Wars", 1977, cast=[FORD]),
        film("a", "4", "Indiana Jones", 2023, cast=[FORD]),
    )
    found = [person(naming, "a", key, FORD) for key in "1234"]
    assert found == ["person/harrison-ford-1917"] * 2 + ["person/harrison-ford-1977"] * 2
    assert reasons(naming, "person") == [
        "same name, but films more than 80 years apart: 1917 to 1927, 1977 to 2023"
    ]


def test_eighty_years_apart_is_one_person() -> None:
    naming = name(
        film("a", "1", "One", 1920, cast=["Ann Old"]), film("a", "2", "Two", 2000, cast=["Ann Old"])
    )
    assert person(naming, "a", "1", "Ann Old") == person(naming, "a", "2", "Ann Old")


def test_a_reissue_makes_nobody_older() -> None:
    cast = ["Bert Lahr", "Judy Garland"]
    naming = name(
        film("a", "1", "The Wizard of Oz", 1939, cast=cast, page="Oz"),
        film("a", "2", "The Wizard of Oz 3D", 2013, cast=cast, page="Oz"),
        film("a", "3", "Flying High", 1931, cast=cast[:1]),
    )
    assert {person(naming, "a", key, "Bert Lahr") for key in "123"} == {"person/bert-lahr"}
    assert reasons(naming, "film") == ["one page and cast in one source, perhaps a reissue"]


def test_a_split_is_remembered() -> None:
    ledger = Ledger()
    old, new = film("a", "1", "One", 1917, cast=[FORD]), film("a", "2", "Two", 2023, cast=[FORD])
    before = name(old, new, ledger=ledger)
    lines = len(ledger.new_lines())
    after = name(old, new, ledger=ledger)
    for key in "12":
        assert after.person("a", key, FORD) == before.person("a", key, FORD)
    assert len(ledger.new_lines()) == lines


@pytest.mark.parametrize(("year", "like"), [(1925, "1"), (1990, "2"), (1960, "1")])
def test_a_film_between_two_persons_goes_to_the_nearer(year: int, like: str) -> None:
    ledger = Ledger()
    old, new = film("a", "1", "One", 1917, cast=[FORD]), film("a", "2", "Two", 2020, cast=[FORD])
    before = name(old, new, ledger=ledger)
    between = film("b", "x", "Between", year, cast=[FORD])
    after = name(old, new, between, ledger=ledger)
    assert after.person("b", "x", FORD) == before.person("a", like, FORD)
    for key in "12":
        assert after.person("a", key, FORD) == before.person("a", key, FORD)
    again = name(old, new, between, ledger=ledger)
    assert again.person("b", "x", FORD) == after.person("b", "x", FORD)


def test_a_known_person_keeps_the_plain_name_when_a_namesake_comes() -> None:
    ledger = Ledger()
    new = film("a", "2", "Two", 2023, cast=[FORD])
    name(new, ledger=ledger)
    naming = name(film("a", "1", "One", 1917, cast=[FORD]), new, ledger=ledger)
    found = {person(naming, "a", key, FORD) for key in "12"}
    assert "person/harrison-ford" in found
    assert len(found) == 2


def test_two_identifiers_of_one_data_set_are_two_persons() -> None:
    one, other = (
        PersonMention("Michael B. Jordan", "imdb:1"),
        PersonMention("Michael B. Jordan", "imdb:2"),
    )
    naming = name(
        film("a", "1", "One", 2000, people=[one]), film("a", "2", "Two", 2001, people=[other])
    )
    assert person(naming, "a", "1", *one) != person(naming, "a", "2", *other)
    assert reasons(naming, "person") == ["same name, but imdb:1 and imdb:2"]


def test_two_namesakes_in_one_film_are_told_apart_by_identifier() -> None:
    both = [PersonMention("John Smith", "imdb:1"), PersonMention("John Smith", "imdb:2")]
    ledger = Ledger()
    one = film("a", "1", "One", 2000, people=both)
    before = name(one, ledger=ledger)
    found = [person(before, "a", "1", *mention) for mention in both]
    assert len(set(found)) == 2
    after = name(one, ledger=ledger)
    assert [person(after, "a", "1", *mention) for mention in both] == found


def test_a_film_in_common_tells_which_namesake_another_source_means() -> None:
    one, other = PersonMention("John Smith", "imdb:1"), PersonMention("John Smith", "imdb:2")
    naming = name(
        film("a", "1", "One", 2000, people=[one]),
        film("a", "2", "Two", 2001, people=[other]),
        film("b", "x", "Two", 2001, cast=["John Smith"]),
    )
    assert person(naming, "b", "x", "John Smith") == person(naming, "a", "2", *other)


def test_one_identifier_is_one_person_under_two_names() -> None:
    one, other = PersonMention("Thora Birch", "imdb:1"), PersonMention("Thora Berch", "imdb:1")
    naming = name(
        film("a", "1", "One", 2000, people=[one]), film("b", "x", "Two", 2001, people=[other])
    )
    assert person(naming, "a", "1", *one) == person(naming, "b", "x", *other)


def test_a_name_from_behind_the_curtain_stands_in_no_iri_of_one_known_by_another() -> None:
    secret, known = PersonMention("The Killer", "imdb:1"), PersonMention("Ann Bee", "imdb:1")
    naming = name(
        film("a", "1", "One", 2000, people=[secret], later={"The Killer": 2}),
        film("b", "x", "Two", 2001, people=[known]),
    )
    assert person(naming, "a", "1", *secret) == "person/ann-bee"


def test_of_two_names_behind_the_curtain_the_one_seen_first_stands_in_the_iri() -> None:
    last, first = PersonMention("The Killer", "imdb:1"), PersonMention("The Guest", "imdb:1")
    naming = name(
        film("a", "1", "One", 2000, people=[last], later={"The Killer": 2}),
        film("b", "x", "Two", 2001, people=[first], later={"The Guest": 1}),
    )
    assert person(naming, "a", "1", *last) == "person/the-guest"


def test_a_film_behind_the_curtain_tells_no_namesakes_apart() -> None:
    """Their IRIs would say in which film else they are, and when."""
    one, other = PersonMention("Ann Bee", "imdb:1"), PersonMention("Ann Bee", "imdb:2")
    naming = name(
        film("a", "1", "One", 2000, people=[one], later={"Ann Bee": 2}),
        film("a", "2", "Two", 2001, people=[one]),
        film("a", "3", "Three", 2005, people=[other]),
    )
    assert person(naming, "a", "2", *one) == "person/ann-bee-2001"


def test_two_persons_that_an_identifier_joins_keep_the_first_name() -> None:
    ledger = Ledger()
    before = name(
        film("a", "1", "One", 2000, cast=["Thora Birch"]),
        film("b", "x", "Two", 2001, cast=["Thora Berch"]),
        ledger=ledger,
    )
    one, other = PersonMention("Thora Birch", "imdb:1"), PersonMention("Thora Berch", "imdb:1")
    after = name(
        film("a", "1", "One", 2000, people=[one]),
        film("b", "x", "Two", 2001, people=[other]),
        ledger=ledger,
    )
    kept = before.person("a", "1", "Thora Birch")
    assert after.person("b", "x", *other) == after.person("a", "1", *one) == kept
    assert after.replaced[before.person("b", "x", "Thora Berch")] == kept


def test_identifiers_outweigh_a_lifetime() -> None:
    who = PersonMention("Charles Chaplin", "imdb:1")
    naming = name(
        film("a", "1", "One", 1914, people=[who]), film("a", "2", "Two", 2015, people=[who])
    )
    assert person(naming, "a", "1", *who) == person(naming, "a", "2", *who)


def test_a_name_in_a_film_without_year_is_the_first_of_that_name() -> None:
    naming = name(
        film("a", "1", "One", 1917, cast=[FORD]),
        film("a", "2", "Two", 2023, cast=[FORD]),
        film("a", "3", "Three", None, cast=[FORD]),
    )
    assert naming.person("a", "3", FORD) == naming.person("a", "1", FORD)


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        name(film("a", "1", "One", 1917)).person("a", "1", "Nobody")
