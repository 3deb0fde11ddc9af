"""The characters that were read out of motivations, against names that were judged by hand.

`names_in_motivations.tsv` holds three samples of 200 names (a film's key, a name, right or wrong),
drawn with fixed seeds and judged by reading the motivations: `tune` and `test` out of all runs of
words with a capital, before the rules were made, of which `tune` alone was looked at in making
them; `found` out of what the rules found, after they were made.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from filmgraph.curtain import level_of, said_of_level
from filmgraph.intake.store import read_records
from filmgraph.record import Character, FilmRecord
from filmgraph.shipped import folder
from filmgraph.text.words import TITLES

FILE = folder("loaders") / "demo" / "theme-ontology.jsonl.gz"
SAMPLE = 200


class Judged(NamedTuple):
    """A name, and whether it is a character's."""

    film: str
    name: str
    right: bool


@pytest.fixture(scope="module")
def films() -> Mapping[str, FilmRecord]:
    return {one.key: one for one in read_records(FILE) if isinstance(one, FilmRecord)}


def judged(sample: str) -> list[Judged]:
    with (Path(__file__).parent / "names_in_motivations.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["sample"] == sample]
    assert len(rows) == SAMPLE
    return [Judged(row["film"], row["name"], row["judged"] == "right") for row in rows]


def forms(character: Character) -> Iterator[list[str]]:
    for form in (character.name, *character.aliases):
        yield form.replace(".", "").split()


def is_taken(films: Mapping[str, FilmRecord], one: Judged) -> bool:
    """Whether the name is a character's, or a part of one's name that is more than a title."""
    words = one.name.replace(".", "").split()
    if one.name.lower() in TITLES:
        return False
    return any(
        form[at : at + len(words)] == words
        for character in films[one.film].characters
        for form in forms(character)
        for at in range(len(form))
    )


@pytest.mark.parametrize(("sample", "at_least"), [("tune", 0.95), ("test", 0.95), ("found", 0.98)])
def test_names_that_are_taken_are_characters(
    films: Mapping[str, FilmRecord], sample: str, at_least: float
) -> None:
    taken = [one for one in judged(sample) if is_taken(films, one)]
    assert sum(one.right for one in taken) / len(taken) >= at_least


@pytest.mark.parametrize(("sample", "at_least"), [("tune", 0.85), ("test", 0.80)])
def test_most_names_that_are_characters_are_taken(
    films: Mapping[str, FilmRecord], sample: str, at_least: float
) -> None:
    right = [one for one in judged(sample) if one.right]
    assert sum(is_taken(films, one) for one in right) / len(right) >= at_least


def test_the_counts_are_those_that_the_documents_give(films: Mapping[str, FilmRecord]) -> None:
    named = [film for film in films.values() if film.characters]
    said = sum(len(use.characters) for film in films.values() for use in film.themes)
    settings = [film for film in films.values() if film.settings]
    page = (Path(__file__).parents[1] / "docs" / "shipped-facts.md").read_text(encoding="utf-8")
    assert f"{sum(len(film.characters) for film in named):,} characters of {len(named):,}" in page
    assert f"{said:,} times" in page
    assert f"where or when {len(settings)} films are set" in page


def test_none_of_it_is_open(films: Mapping[str, FilmRecord]) -> None:
    for film in films.values():
        levels = {level_of(film, part) for part in (*film.characters, *film.settings)}
        levels |= {said_of_level(film, use, name) for use in film.themes for name in use.characters}
        assert "open" not in levels
