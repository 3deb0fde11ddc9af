"""The loader of the Theme Ontology, on samples of our own."""

from pathlib import Path

import pytest
from tests.graphs import graph_folder

from filmgraph.curtain import visible
from filmgraph.graph import Graph, open_graph
from filmgraph.intake import Item, Refused, Skipped, find_loader
from filmgraph.record import ConceptRecord, FilmRecord, Level, encode

SAMPLE = Path(__file__).parent / "samples" / "theme-ontology"


def read(*paths: Path) -> list[Item]:
    return list(find_loader("theme-ontology").read(paths, {}))


@pytest.fixture(scope="module")
def films() -> dict[str, FilmRecord]:
    return {item.key: item for item in read(SAMPLE) if isinstance(item, FilmRecord)}


@pytest.fixture(scope="module")
def themes() -> dict[str, ConceptRecord]:
    return {item.name: item for item in read(SAMPLE) if isinstance(item, ConceptRecord)}


@pytest.fixture(scope="module")
def salt(films: dict[str, FilmRecord]) -> FilmRecord:
    return films["movie: The Salt Road (1950)"]


def story(tmp_path: Path, text: str) -> list[Item]:
    file = tmp_path / "a.st.txt"
    file.write_text(text, encoding="utf-8")
    return read(file)


def test_only_films_are_read_and_the_rest_is_counted(films: dict[str, FilmRecord]) -> None:
    assert sorted(films) == [
        "h1999a",
        "h1999b",
        "movie: 10000 Waves (1961)",
        "movie: The Salt Road (1950)",
        "movie: The Salt Road (1980)",
        "movie: Three Harbours (1999)",
    ]
    left_out = [item.reason for item in read(SAMPLE) if isinstance(item, Skipped)]
    assert sorted(left_out) == [
        "an empty file",
        "not a film: collection",
        "not a film: collection",
        "not a film: collection",
        "not a film: collection",
        "not a film: episode or other story",
        "not a film: play",
    ]


def test_title_year_and_day_are_taken(salt: FilmRecord) -> None:
    assert (salt.title, salt.year, salt.releases[0].date) == ("The Salt Road", 1950, "1950-03-02")


def test_a_film_in_two_files_has_the_themes_of_both_once(salt: FilmRecord) -> None:
    assert [(use.theme, use.weight) for use in salt.themes] == [
        ("loneliness", "choice"),
        ("hope", "major"),
        ("the sea", "major"),
        ("prosthesis", "minor"),
        ("tempest", "minor"),
    ]


def test_a_theme_with_two_weights_has_the_higher_and_both_motivations(salt: FilmRecord) -> None:
    assert salt.themes[0].motivation == (
        "The keeper had seen no one for a year.\nHe spoke to the gulls."
    )


def test_a_theme_without_a_motivation_is_taken(films: dict[str, FilmRecord]) -> None:
    (use,) = films["movie: 10000 Waves (1961)"].themes
    assert (use.theme, use.motivation) == ("the sea", None)


def test_a_description_is_an_extract_under_its_own_licence(salt: FilmRecord) -> None:
    (text,) = salt.texts
    assert (text.kind, text.licence) == ("extract", "CC BY-SA 4.0")
    assert text.text == (
        "A keeper of a lighthouse waits for a letter that a storm has taken.\n\n"
        "He is not the only one."
    )


def test_references_become_identifiers_and_links(salt: FilmRecord) -> None:
    assert [(one.scheme, one.value) for one in salt.identifiers] == [
        ("wikipedia", "The_Salt_Road_(1950_film)"),
        ("imdb", "tt0000001"),
    ]
    assert len(salt.links) == 2


def test_a_reference_with_a_comma_and_a_misspelt_scheme_is_mended(
    films: dict[str, FilmRecord],
) -> None:
    film = films["movie: 10000 Waves (1961)"]
    assert [link.url for link in film.links] == ["https://en.wikipedia.org/wiki/10,000_Waves"]
    assert film.identifiers[0].value == "10,000_Waves"


def test_a_page_that_two_films_name_belongs_to_the_one_of_its_title(
    films: dict[str, FilmRecord],
) -> None:
    assert films["movie: Three Harbours (1999)"].identifiers[0].value == "Three_Harbours"
    assert films["h1999a"].identifiers == ()


def test_a_page_of_a_television_series_is_not_the_films(films: dict[str, FilmRecord]) -> None:
    assert films["h1999b"].identifiers == ()
    assert len(films["h1999b"].links) == 1


def test_a_collection_of_its_own_is_a_series_and_a_list_or_a_kind_is_none(
    films: dict[str, FilmRecord], salt: FilmRecord
) -> None:
    assert [(one.kind, one.title) for one in salt.film_relations] == [("in series", "Salt Road")]
    assert films["movie: 10000 Waves (1961)"].film_relations == ()


def test_an_earlier_story_that_is_no_film_is_what_the_film_is_based_on(
    films: dict[str, FilmRecord],
) -> None:
    based, series = films["movie: The Salt Road (1980)"].film_relations
    assert (based.kind, based.title, based.year) == ("based on", "The Keeper", 1901)
    assert series.kind == "in series"


def test_a_segment_names_its_whole(films: dict[str, FilmRecord]) -> None:
    (detail,) = films["h1999a"].details
    assert (detail.aspect, detail.value) == ("segment of", "Three Harbours (1999)")


def test_themes_have_parents_names_and_definitions(themes: dict[str, ConceptRecord]) -> None:
    theme = themes["loneliness"]
    assert theme.parents == ("human condition", "feeling")
    assert theme.other_names == ("solitude",)
    assert theme.texts[0].kind == "definition"
    assert theme.texts[0].text == "Someone is alone and would rather not be."


def test_a_theme_has_a_page_only_where_the_page_has_its_name(
    themes: dict[str, ConceptRecord],
) -> None:
    assert [one.value for one in themes["loneliness"].identifiers] == ["loneliness", "Loneliness"]
    assert [one.value for one in themes["the sea"].identifiers] == ["the sea"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (":: Date\n1950", "no title"),
        (":: Title\nX\n\n:: Date\n20222", "'20222' is not a year"),
        (":: Title\nX\n\n:: Date\n1950-13-01", "no day '1950-13-01'"),
        (":: Title\nX\n\n:: Date\n0000", "no day '0000'"),
        ("Nothing", "no fields"),
    ],
)
def test_a_bad_film_is_refused_by_name_and_the_next_is_read(
    tmp_path: Path, fields: str, reason: str
) -> None:
    good = "movie: Y\n========\n\n:: Title\nY\n"
    bad, film = story(tmp_path, f"movie: X\n========\n\n{fields}\n\n\n{good}")
    if isinstance(bad, FilmRecord):
        bad, film = film, bad
    assert isinstance(bad, Refused)
    assert isinstance(film, FilmRecord)
    assert reason in bad.reason
    assert "movie: X" in bad.where


def test_a_film_without_a_date_takes_the_year_of_its_name(tmp_path: Path) -> None:
    (film,) = story(tmp_path, "movie: X (1950)\n=====\n\n:: Title\nX\n")
    assert isinstance(film, FilmRecord)
    assert (film.year, film.releases) == (1950, ())


NAMED = """movie: The Lamp (1962)
======================

:: Title
The Lamp

:: Date
1962

:: Description
A smuggler hides. Set in Gullport, it was directed by Bo Dahl.

:: Major Themes
smuggling [The smuggler Brask deceived Oona Varn.]
the sea [The story is set aboard the freighter Aurora.]

:: Minor Themes
father and daughter [Oona and her father Tor.]
hope [There was a light.]
"""


@pytest.fixture
def lamp(tmp_path: Path) -> FilmRecord:
    (film,) = story(tmp_path, NAMED)
    assert isinstance(film, FilmRecord)
    return film


def test_motivations_name_characters_and_say_which_themes_are_whose(lamp: FilmRecord) -> None:
    assert [(one.name, one.aliases) for one in lamp.characters] == [
        ("Brask", ()),
        ("Oona Varn", ("Oona",)),
        ("Tor", ()),
    ]
    assert {use.theme: use.characters for use in lamp.themes} == {
        "smuggling": ("Brask",),
        "the sea": (),
        "father and daughter": ("Oona Varn", "Tor"),
        "hope": (),
    }


def test_motivations_and_descriptions_say_where_a_film_is_set(lamp: FilmRecord) -> None:
    assert [(one.place, one.evidence[0].part) for one in lamp.settings] == [
        ("Aurora", "motivation"),
        ("Gullport", "plot"),
    ]


def test_what_motivations_name_is_behind_the_curtain_and_their_words_are_further_behind(
    lamp: FilmRecord,
) -> None:
    hidden = (b"Brask", b"Oona", b"Aurora")
    assert not any(word in encode(visible(lamp, "open")) for word in hidden)
    plot = encode(visible(lamp, "plot"))
    assert all(word in plot for word in hidden)
    assert b"smuggler Brask" not in plot
    assert b"set aboard" not in plot


@pytest.fixture
def lamps(lamp: FilmRecord, tmp_path: Path) -> dict[Level, Graph]:
    path = graph_folder(tmp_path / "lamp.graph", {"theme-ontology": [lamp]}).path
    levels: tuple[Level, ...] = ("open", "plot")
    return {level: open_graph(path, level=level) for level in levels}


def test_who_is_known_from_motivations_only_is_neither_found_nor_counted(
    lamps: dict[Level, Graph],
) -> None:
    count = "SELECT (COUNT(?x) AS ?n) WHERE { ?x a ?class . FILTER(?class IN (%s)) }"
    classes = "fg:Character, fg:Setting, schema:Place"
    expected: tuple[tuple[Level, int, int], ...] = (("open", 0, 0), ("plot", 1, 3 + 2 + 2))
    for level, found, counted in expected:
        graph = lamps[level]
        assert len(graph.find("Brask")) == found
        assert graph.sparql(count % classes).rows == ((counted,),)
        said = graph.sparql("SELECT ?who WHERE { ?use fg:saidOf ?who }").rows
        assert len(said) == 3 * found
