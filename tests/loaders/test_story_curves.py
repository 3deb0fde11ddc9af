"""The story-curves loader: scenes with two orders; what is no name and no place is left out."""

import json
from pathlib import Path
from typing import Any

import pytest

from filmgraph.curtain import level_of
from filmgraph.intake import Loader, Refused, Skipped, find_loader
from filmgraph.record import FilmRecord, faults


@pytest.fixture(scope="module")
def loader() -> Loader:
    return find_loader("story-curves")


def scene(place: int, *names: str, story: int | None = None, **heading: str) -> dict[str, Any]:
    return {
        "narrative_order": place,
        "story_order": place if story is None else story,
        "characters": list(names),
        "scene_metadata": {"location": None, "time": None, "sentiment": 0, **heading},
    }


def read(
    loader: Loader, folder: Path, *scenes: dict[str, Any], title: str = "Salt Road, The"
) -> tuple[FilmRecord, list[Skipped]]:
    script = {"script_info": {"scenes": list(scenes), "title": title, "characters": []}}
    (folder / "salt_road_simple.json").write_text(json.dumps(script), encoding="utf-8")
    items = list(loader.read([folder], {}))
    (film,) = (one for one in items if isinstance(one, FilmRecord))
    assert list(faults(film)) == []
    return film, [one for one in items if isinstance(one, Skipped)]


def cast(loader: Loader, folder: Path, *names: str) -> list[str]:
    film, _ = read(loader, folder, scene(0, *names), *(scene(n) for n in range(1, 6)))
    return [one.name for one in film.characters]


def test_a_scene_has_both_orders_counted_from_one(loader: Loader, tmp_path: Path) -> None:
    film, _ = read(loader, tmp_path, scene(1, "Ann", story=0), scene(0, "Bob", story=1))
    told = [(one.who[0].character, one.tellings[0].index, one.story_order) for one in film.events]
    assert told == [("Bob", 1, 2), ("Ann", 2, 1)]


def test_a_scene_is_named_by_who_is_where_and_when(loader: Loader, tmp_path: Path) -> None:
    film, _ = read(
        loader,
        tmp_path,
        scene(0, "Ann", "Bob", location="Ann'S Kitchen", time="Night"),
        scene(1, location="Night Club.", time="Morning"),
        scene(2, "Bob", location="Car Moving"),
        scene(3),
    )
    assert [one.what for one in film.events] == [
        "Ann and Bob, Ann's Kitchen, at night",
        "A scene, Night Club, in the morning",
        "Bob",
        "A scene",
    ]


def test_a_title_has_its_article_before_it(loader: Loader, tmp_path: Path) -> None:
    film, _ = read(loader, tmp_path, scene(0))
    assert (film.title, film.year) == ("The Salt Road", None)


@pytest.mark.parametrize(
    "heading",
    [
        "Car Moving",
        "Kitchen - Continuous",
        "Taxi Parked/Raining",
        "Street",
        "Motel Room  Bathroom",
        "Nd Floor Landing",
        "' Chevy",
        "Porch -",
        "Beach Dusk",
        "Room 12",
        "...",
    ],
)
def test_a_heading_that_is_no_clean_place_is_left_out(
    loader: Loader, tmp_path: Path, heading: str
) -> None:
    film, skipped = read(loader, tmp_path, scene(0, location=heading))
    assert film.settings == ()
    assert film.events[0].place is None
    assert [one.reason for one in skipped] == ["a heading that is no place"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Voice",
        "Recorded Voice",
        "Voiceover",
        "Narrator",
        "Everyone",
        "Others Together",
        "Annover",
        "Bob On Tv Screen",
        "Ann   Bob",
        "The Salt Road",
        "...",
    ],
)
def test_a_name_that_is_no_characters_is_left_out_and_counted(
    loader: Loader, tmp_path: Path, name: str
) -> None:
    title = "The Salt Road"
    film, skipped = read(loader, tmp_path, scene(0, "Ann", name), scene(1), title=title)
    assert [one.name for one in film.characters] == ["Ann"]
    assert [one.reason for one in skipped] == ["a name that is no character's"]


def test_one_name_in_several_spellings_is_one_character(loader: Loader, tmp_path: Path) -> None:
    assert cast(loader, tmp_path, "Rab In", "Rabin", "Mrs Lee", "Mrs. Lee", "Vance.") == [
        "Rabin",
        "Mrs Lee",
        "Vance",
    ]


def test_two_names_in_one_are_two_characters(loader: Loader, tmp_path: Path) -> None:
    assert cast(loader, tmp_path, "Ann", "Bob", "Ann And Bob") == ["Ann", "Bob"]
    assert cast(loader, tmp_path, "Ann", "Ann And Gus") == ["Ann"]


def test_a_character_of_another_age_is_the_same(loader: Loader, tmp_path: Path) -> None:
    assert cast(loader, tmp_path, "Alvy", "Young Alvy", "Young Man") == ["Alvy", "Young Man"]


def test_a_rare_name_that_is_nearly_a_frequent_one_is_left_out(
    loader: Loader, tmp_path: Path
) -> None:
    scenes = [scene(n, "Mcmanus") for n in range(8)]
    film, _ = read(loader, tmp_path, *scenes, scene(8, "Mcmanijs"), scene(9, "Mcmanus's Wife"))
    assert [one.name for one in film.characters] == ["Mcmanus", "Mcmanus's Wife"]


def test_who_has_no_name_is_said_to_have_none(loader: Loader, tmp_path: Path) -> None:
    film, _ = read(loader, tmp_path, scene(0, "Ann", "Bus Driver", "Cop 1", "Mr. White", "1St Man"))
    assert {one.name: one.kind for one in film.characters} == {
        "Ann": "named",
        "Bus Driver": "unnamed",
        "Cop 1": "unnamed",
        "Mr. White": "named",
        "1st Man": "unnamed",
    }


def test_the_last_fifth_of_the_film_and_of_the_story_is_of_the_ending(
    loader: Loader, tmp_path: Path
) -> None:
    scenes = [scene(n, f"P{'abcdefghij'[n]}", story=9 - n) for n in range(10)]
    film, _ = read(loader, tmp_path, *scenes)
    levels = [level_of(film, one) for one in film.events]
    assert levels == ["ending"] * 2 + ["plot"] * 6 + ["ending"] * 2
    assert [level_of(film, one) for one in film.characters] == levels
    assert [one.id for one in film.events[:4]] == ["ending-1", "ending-2", "plot-1", "plot-2"]


def test_a_flashback_is_one_where_the_heading_says_so(loader: Loader, tmp_path: Path) -> None:
    film, _ = read(loader, tmp_path, scene(0, time="Flashback"), scene(1, time="Day"))
    assert [one.tellings[0].mode for one in film.events] == ["flashback", "scene"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "This is no story curve"),
        ("{", "This is no story curve"),
        ('{"script_info": {"scenes": []}}', "There is no scene."),
        (
            '{"script_info": {"scenes": [{"narrative_order": 1, "story_order": 0}]}}',
            "The scenes are not counted from 0 by narrative_order.",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(
    loader: Loader, tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    (refused,) = loader.read([tmp_path], {})
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(message)


def test_all_eight_films_are_read(loader: Loader, data: Path) -> None:
    items = list(loader.read([data / "story-curves"], {}))
    films = [one for one in items if isinstance(one, FilmRecord)]
    assert [list(faults(film)) for film in films] == [[]] * 8
    assert {(film.title, film.year, len(film.events)) for film in films} == {
        ("(500) Days of Summer", 2009, 147),
        ("Annie Hall", 1977, 73),
        ("Eternal Sunshine of the Spotless Mind", 2004, 163),
        ("Fight Club", 1999, 241),
        ("Memento", 2000, 185),
        ("Pulp Fiction", 1994, 98),
        ("Reservoir Dogs", 1992, 50),
        ("The Usual Suspects", 1995, 137),
    }
    dropped = [one for one in items if isinstance(one, Skipped) and "character" in one.reason]
    assert len(dropped) == 46
