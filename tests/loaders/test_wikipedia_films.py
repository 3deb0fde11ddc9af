"""The loader of Wikipedia's lists of films, on samples of our own."""

import json
from pathlib import Path

import pytest

from filmgraph.errors import SourceError
from filmgraph.intake import Item, Refused, find_loader
from filmgraph.record import FilmRecord

SAMPLE = Path(__file__).parent / "samples" / "wikipedia-films"


def read(*paths: Path) -> list[Item]:
    return list(find_loader("wikipedia-films").read(paths, {}))


@pytest.fixture(scope="module")
def films() -> dict[str, FilmRecord]:
    return {item.key: item for item in read(SAMPLE) if isinstance(item, FilmRecord)}


@pytest.fixture(scope="module")
def salt(films: dict[str, FilmRecord]) -> FilmRecord:
    return films["The_Salt_Road_(1950_film)"]


def people(film: FilmRecord, part: str) -> list[str]:
    return [credit.person for credit in film.credits if credit.part == part]


def test_a_film_is_named_by_its_page_or_by_title_and_year(films: dict[str, FilmRecord]) -> None:
    assert sorted(films) == [
        '</script> "七人" 👾 ! (1955)',
        "A Keeper (1953)",
        "Amélie's_Dusk",
        "Down_There",
        "Dusk (1952) 08ab1281",
        "Dusk (1952) c57ff435",
        "The_Salt_Road_(1950_film)",
        "Up Here (1954)",
    ]


def test_a_page_in_two_lists_is_one_film_with_two_releases(salt: FilmRecord) -> None:
    assert salt.year == 1950
    assert [release.date for release in salt.releases] == ["1951"]


def test_the_cast_is_in_order_each_once_and_without_junk(salt: FilmRecord) -> None:
    assert people(salt, "actor") == [
        "Ann Bell",
        "House Carr Sr.",
        "Dan Dee Jr.",
        "Eve Fox",
        "Ida Jay",
    ]
    assert [one.billing for one in salt.credits if one.part == "actor"] == [1, 2, 3, 4, 5]


def test_two_words_for_a_genre_are_one(salt: FilmRecord) -> None:
    assert salt.genres == ("Drama", "Sports")


def test_who_directed_and_wrote_is_read_from_the_article(
    films: dict[str, FilmRecord], salt: FilmRecord
) -> None:
    assert people(salt, "director") == people(salt, "writer") == ["Gus Hall"]
    assert people(films["Amélie's_Dusk"], "director") == ["Kay Lee", "Max Nash"]
    assert people(films["Amélie's_Dusk"], "writer") == ["Ora Pike"]


def test_a_film_is_american_only_where_the_article_says_just_that(
    films: dict[str, FilmRecord], salt: FilmRecord
) -> None:
    assert salt.countries == ("United States",)
    assert films["Amélie's_Dusk"].countries == ()


def test_an_article_about_something_else_is_not_taken(films: dict[str, FilmRecord]) -> None:
    for key in ("A Keeper (1953)", "Up Here (1954)", '</script> "七人" 👾 ! (1955)'):
        film = films[key]
        assert (film.identifiers, film.texts, people(film, "director")) == ((), (), [])


def test_a_film_that_came_out_again_keeps_its_own_year_and_title(
    films: dict[str, FilmRecord],
) -> None:
    film = films["Down_There"]
    assert (film.title, film.year) == ("Down There", 1999)
    assert [release.date for release in film.releases] == ["2012"]


def test_a_cast_that_says_what_a_documentary_is_about_is_none(
    films: dict[str, FilmRecord],
) -> None:
    assert films["A Keeper (1953)"].credits == ()


def test_voices_are_marked(films: dict[str, FilmRecord]) -> None:
    (credit,) = films['</script> "七人" 👾 ! (1955)'].credits
    assert (credit.person, credit.aspect) == ("אבי כהן", "voice")


def test_an_extract_keeps_its_licence(salt: FilmRecord) -> None:
    assert [(text.kind, text.licence) for text in salt.texts] == [("extract", "CC BY-SA")]


@pytest.mark.parametrize(
    "bad",
    [
        {"year": 1950},
        {"title": "X", "year": "1950"},
        {"title": "X", "year": None},
        {"title": "X", "year": 1950, "cast": [7]},
        [],
        None,
    ],
)
def test_a_bad_entry_harms_only_itself(tmp_path: Path, bad: object) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([bad, {"title": "Y", "year": 1950}]))
    refused, film = read(file)
    assert isinstance(refused, Refused)
    assert refused.where == "a.json: film 1"
    assert isinstance(film, FilmRecord)


def test_a_list_that_is_cut_off_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"title": "Y", "year": 1950}, {"titl')
    with pytest.raises(SourceError, match="not a JSON list of films"):
        read(file)
