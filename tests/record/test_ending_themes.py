"""Themes whose name gives an ending away are of level ending, however much they count."""

from pathlib import Path

import pytest

from filmgraph.curtain import ENDING_THEMES, level_of, visible
from filmgraph.record import FilmRecord, ThemeUse, Weight

FILM = FilmRecord(key="k", title="T")


@pytest.mark.parametrize("theme", sorted(ENDING_THEMES))
def test_a_name_that_gives_the_end_away_is_of_level_ending(theme: str) -> None:
    weights: tuple[Weight, ...] = ("choice", "major", "minor", "suggested")
    for weight in weights:
        assert level_of(FILM, ThemeUse(theme=theme, weight=weight)) == "ending"


def test_how_it_is_spelt_does_not_matter() -> None:
    assert level_of(FILM, ThemeUse(theme="Poetic Justice", weight="choice")) == "ending"


def test_an_annotator_may_say_that_it_is_the_premise() -> None:
    assert level_of(FILM, ThemeUse(theme="suicide", weight="choice", level="open")) == "open"


def test_it_is_not_among_what_may_be_seen_before() -> None:
    film = FilmRecord(key="k", title="T", themes=(ThemeUse(theme="suicide", weight="major"),))
    assert visible(film, "plot").themes == ()


def test_the_names_are_those_of_the_ontology(data: Path) -> None:
    files = (data / "theme-ontology" / "notes" / "themes").glob("*.th.txt")
    known = {line.strip() for file in files for line in file.read_text("utf-8").splitlines()}
    assert known >= ENDING_THEMES
