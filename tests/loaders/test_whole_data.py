"""The shipped loaders on the real data, against what was counted in it.

They read the folder named by the environment variable FILMGRAPH_DATA.
"""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from filmgraph.intake import LoadReport, find_loader, load, read_records
from filmgraph.record import ConceptRecord, FilmRecord

PARTS = {"theme-ontology": "theme-ontology/notes", "wikipedia-films": "wikipedia-films"}


def run(name: str, folder: Path) -> tuple[LoadReport, list[FilmRecord], list[ConceptRecord]]:
    data = Path(os.environ.get("FILMGRAPH_DATA") or "missing") / PARTS[name]
    if not data.is_dir():
        message = f"FILMGRAPH_DATA names no folder that holds {PARTS[name]}"
        if "data" in os.environ.get("FILMGRAPH_REQUIRE", ""):
            pytest.fail(message)
        pytest.skip(message)
    report = load(find_loader(name), [data], folder)
    records = list(read_records(folder / f"{name}.jsonl.gz"))
    films = [one for one in records if isinstance(one, FilmRecord)]
    return report, films, [one for one in records if isinstance(one, ConceptRecord)]


@pytest.fixture(scope="module")
def ontology(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[LoadReport, list[FilmRecord], list[ConceptRecord]]:
    return run("theme-ontology", tmp_path_factory.mktemp("ontology"))


@pytest.fixture(scope="module")
def lists(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[LoadReport, list[FilmRecord], list[ConceptRecord]]:
    return run("wikipedia-films", tmp_path_factory.mktemp("lists"))


def identified(films: list[FilmRecord], scheme: str) -> int:
    return sum(any(one.scheme == scheme for one in film.identifiers) for film in films)


def test_the_theme_ontology_is_read_whole(
    ontology: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    report, films, themes = ontology
    assert (len(films), len(themes)) == (1_785, 2_990)
    assert (report.read, report.loaded, report.refused_count) == (4_775, 4_775, 0)
    assert report.notes[0].startswith("16 themes are used but not defined")


def test_its_theme_uses_are_merged_not_repeated(
    ontology: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, films, _ = ontology
    weights = Counter(use.weight for film in films for use in film.themes)
    assert weights == {"choice": 993, "major": 10_428, "minor": 11_810}
    assert all(len({use.theme for use in film.themes}) == len(film.themes) for film in films)


def test_its_themes_have_several_parents_and_three_roots(
    ontology: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, _, themes = ontology
    assert sum(len(theme.parents) > 1 for theme in themes) == 335
    assert sum(not theme.parents for theme in themes) == 3


def test_its_wrong_pages_are_not_taken(
    ontology: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, films, _ = ontology
    pages = Counter(one.value for film in films for one in film.identifiers)
    assert max(pages.values()) == 1
    wrong = (
        "movie: The Astounding She-Monster (1958)",
        "movie: 984: Prisoner of the Future (1982)",
    )
    assert [film.identifiers for film in films if film.key in wrong] == [(), ()]
    assert identified(films, "wikipedia") > 1_670


def test_its_motivations_name_characters_and_settings(
    ontology: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, films, _ = ontology
    assert sum(bool(film.characters) for film in films) > 1_690
    assert 6_900 < sum(len(film.characters) for film in films) < 7_400
    assert sum(len(use.characters) for film in films for use in film.themes) > 20_000
    assert sum(bool(film.settings) for film in films) > 120
    (matrix,) = [film for film in films if film.key == "movie: The Matrix (1999)"]
    assert {"Neo", "Morpheus", "Trinity"} <= {one.name for one in matrix.characters}


def test_the_ontology_loads_in_seconds(tmp_path: Path) -> None:
    started = time.process_time()
    run("theme-ontology", tmp_path)
    assert time.process_time() - started < 30


def test_every_entry_of_the_lists_is_a_film_or_part_of_one(
    lists: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    report, films, _ = lists
    assert report.refused_count == 0
    assert 36_100 < len(films) <= 36_273
    pages = Counter(one.value for film in films for one in film.identifiers)
    assert max(pages.values()) == 1
    assert identified(films, "wikipedia") > 34_000


def test_most_directors_are_found_in_the_articles(
    lists: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, films, _ = lists
    parts = Counter(credit.part for film in films for credit in film.credits)
    directed = sum(any(one.part == "director" for one in film.credits) for film in films)
    assert directed > 29_800
    assert parts["writer"] > 13_000
    assert parts["actor"] > 132_000


@pytest.mark.parametrize(
    ("key", "directors"),
    [
        ("Leaving_Las_Vegas", ["Mike Figgis"]),
        ("Fargo_(1996_film)", ["Joel Coen", "Ethan Coen"]),
        ("Casablanca_(film)", ["Michael Curtiz"]),
        ("Titanic_(1997_film)", ["James Cameron"]),
    ],
)
def test_known_films_have_their_directors(
    lists: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
    key: str,
    directors: list[str],
) -> None:
    _, films, _ = lists
    (film,) = [film for film in films if film.key == key]
    assert [one.person for one in film.credits if one.part == "director"] == directors


def test_no_name_of_the_lists_is_junk(
    lists: tuple[LoadReport, list[FilmRecord], list[ConceptRecord]],
) -> None:
    _, films, _ = lists
    names = {one.person for film in films for one in film.credits}
    assert not names & {".", "and", "(", "Sr.", "[a]", "with", "voices of", "Best Actress", "The"}
    assert not [name for name in names if name.endswith((",", "(", " and")) or name[0] in "([.)"]


def test_the_lists_load_in_seconds(tmp_path: Path) -> None:
    started = time.process_time()
    run("wikipedia-films", tmp_path)
    assert time.process_time() - started < 30
