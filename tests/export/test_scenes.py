"""Where everything in the picture of a value stands, and what is said of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from tests.export.value_samples import (
    ALIEN,
    CAGE,
    CASABLANCA,
    SAMPLES,
    SCOTT,
    common,
    common_people,
    comparison,
    film,
    many_neighbours,
    neighbourhood,
    neighbours,
    no_path,
    one_path,
    path,
    person,
    some_paths,
    step,
    theme,
)

from filmgraph.export.scenes import scene_of
from filmgraph.export.scenes.columns import Bunch, Row, fit
from filmgraph.export.scenes.scene import Box, Scene, Spot, boxes_meet, label_of
from filmgraph.export.scenes.telling import heading, path_sentence, sentence
from filmgraph.graph import Graph
from filmgraph.values import GraphValue, Paths, Step


def boxes(scene: Scene) -> Iterator[tuple[str, Box]]:
    """Everything that is written, and where."""
    yield from ((str(spot.entity), spot.box) for spot in scene.spots if spot.label)
    yield from ((caption.text, caption.box) for caption in scene.captions)
    yield from ((str(one.word.lines), one.word.box) for one in scene.wires if one.word)


def spot_of(scene: Scene, name: str) -> Spot:
    (found,) = (spot for spot in scene.spots if str(spot.entity) == name)
    return found


def names(scene: Scene) -> list[str]:
    return [str(spot.entity) for spot in scene.spots]


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_written_overlaps(name: str) -> None:
    written = list(boxes(scene_of(SAMPLES[name]())))
    met = [(a, b) for (a, one), (b, two) in combinations(written, 2) if boxes_meet(one, two, -1)]
    assert met == []


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_written_is_cut_off(name: str) -> None:
    scene = scene_of(SAMPLES[name]())
    for words, (left, top, right, bottom) in boxes(scene):
        assert left >= 0, words
        assert top >= 0, words
        assert right <= scene.width, words
        assert bottom <= scene.height, words


@pytest.mark.parametrize("name", SAMPLES)
def test_the_list_holds_every_entity(name: str) -> None:
    value = SAMPLES[name]()
    scene = scene_of(value)
    listed = {item.entity for section in scene.sections for item in section.items}
    listed |= {spot.entity for spot in scene.spots}
    said = " ".join(words for s in scene.sections for item in s.items for words in item.said)
    told = f"{scene.title} {said} {' '.join(caption.text for caption in scene.captions)}"
    assert all(one in listed or one.label.strip() in told for one in value.entities())


# Paths


def test_a_path_goes_from_left_to_right_with_a_word_on_each_step() -> None:
    scene = scene_of(one_path())
    order = sorted(scene.spots, key=lambda spot: spot.x)
    assert [str(spot.entity) for spot in order] == [str(one) for one in one_path().entities()]
    assert len({spot.y for spot in scene.spots}) == 1
    words = [wire.word.lines for wire in scene.wires if wire.word]
    assert words == [("acted in",), ("with",), ("acted in",), ("with",), ("acted in",)]


def test_five_paths_are_drawn_and_all_are_listed() -> None:
    scene = scene_of(some_paths())
    assert len(scene.routes) == 5
    assert len(scene.sections) == 7
    assert scene.cut == "2 more ways in the list below · there may be more ways"


def test_neighbouring_paths_share_the_places_of_what_they_share() -> None:
    scene = scene_of(some_paths())
    assert names(scene).count("law enforcement") == 1
    assert names(scene).count("Face/Off (1997)") == 1
    ends = [wire.ends for wire in scene.wires]
    assert len(set(ends)) == len(ends) < sum(map(len, scene.routes))


def test_the_shorter_paths_lie_in_the_middle() -> None:
    short = [
        path(CAGE, "ACTED_IN", film(f"Short {i}", 2000 + i), "^ACTED_IN", SCOTT) for i in (1, 2)
    ]
    long = [
        path(
            CAGE,
            "ACTED_IN",
            film(f"First {i}", 2000),
            "^ACTED_IN",
            person(f"Between {i}"),
            "ACTED_IN",
            film(f"Second {i}", 2001),
            "^ACTED_IN",
            SCOTT,
        )
        for i in (1, 2)
    ]
    scene = scene_of(Paths(CAGE, SCOTT, (*short, *long)))
    inner = [spot_of(scene, f"Short {i} ({2000 + i})").y for i in (1, 2)]
    outer = sorted(spot_of(scene, f"Between {i}").y for i in (1, 2))
    assert outer[0] < min(inner) < max(inner) < outer[1]


def test_pointing_at_a_spot_lights_every_path_through_it() -> None:
    from filmgraph.export.scenes.svg import lights

    scene = scene_of(some_paths())
    parts = lights(scene)["parts"]
    assert isinstance(parts, dict)
    shared = parts[f"s{names(scene).index('law enforcement')}"]["on"]
    lit = {str(scene.spots[int(key[1:])].entity) for key in shared if key.startswith("s")}
    assert lit == {
        "Nicolas Cage",
        "Next (2007)",
        "Face/Off (1997)",
        "law enforcement",
        "Casablanca (1942)",
    }


def test_where_there_is_no_path_it_says_so() -> None:
    scene = scene_of(no_path())
    assert scene.reading == "There is no path that may be seen."
    assert names(scene) == ["Nicolas Cage", "Casablanca (1942)"]


def test_a_long_path_makes_the_picture_wider() -> None:
    rest = [
        one
        for i in range(12)
        for one in ("ACTED_IN", film("x" * 30, i), "^ACTED_IN", person(f"{i}"))
    ]
    scene = scene_of(path(CAGE, *rest))
    assert scene.width > 3000
    written = list(boxes(scene))
    assert not any(boxes_meet(a, b, -1) for (_, a), (_, b) in combinations(written, 2))


# Around an entity


def test_neighbours_stand_under_the_words_that_lead_to_them() -> None:
    scene = scene_of(neighbours())
    heads = [caption.text for caption in scene.captions if caption.style == "head"]
    assert heads == [
        "with",
        "directed by",
        "at its heart",
        "is about",
        "touches on",
        "has the genre",
    ]
    assert scene.cut == "4 more, not in this file"


def test_people_stand_left_and_what_a_film_is_about_right() -> None:
    scene = scene_of(neighbours())
    assert {s.anchor for s in scene.spots if s.entity.kind == "person"} == {"left"}
    assert {s.anchor for s in scene.spots if s.entity.kind == "theme"} == {"right"}


def test_who_did_two_things_stands_once() -> None:
    scene = scene_of(neighbours())
    assert [line.text for line in spot_of(scene, "Ridley Scott").label] == [
        "Ridley Scott",
        "also produced by",
    ]


def test_the_weight_of_a_theme_is_seen() -> None:
    scene = scene_of(neighbours())
    assert spot_of(scene, "android").hollow
    assert spot_of(scene, "survival").label[0].style == "strong"


def test_many_neighbours_are_cut_and_counted() -> None:
    scene = scene_of(many_neighbours())
    left = [spot for spot in scene.spots if spot.anchor == "left"]
    assert abs(2 * len(left) - len(scene.spots)) <= 2
    assert scene.height <= 720
    assert scene.cut == f"acted in: {100 - len(scene.spots)} more films"


def test_a_neighbourhood_stands_in_columns_by_steps() -> None:
    scene = scene_of(neighbourhood())
    x = {str(spot.entity): abs(spot.x - scene.fields[0].box[0] - 186) for spot in scene.spots}
    assert x["Alien (1979)"] < x["android"] == x["Sigourney Weaver"] < x["Avatar (2009)"]
    assert scene.cut == "3 more films · not walked through, as they lead everywhere: Drama"


def test_a_neighbourhood_says_how_far_what_is_drawn_lies() -> None:
    value = neighbourhood()
    near = replace(value, members=value.members[:2])
    assert [scene_of(one).subtitle for one in (value, near)] == [
        "5 within 3 steps",
        "2 within 1 step",
    ]


def test_what_lies_behind_two_is_led_to_from_both() -> None:
    scene = scene_of(neighbourhood())
    android = names(scene).index("android")
    roles = sorted(wire.role for wire in scene.wires if wire.ends[1] == android)
    assert roles == ["further", "main"]


def test_a_walk_shows_what_most_ways_lead_to(films_graph: Graph) -> None:
    walk = films_graph.walk("Ridley Scott").films().people()
    assert isinstance(walk, GraphValue)
    scene = scene_of(walk)
    assert scene.title == f"A walk to {len(walk)} people"
    assert spot_of(scene, "Ridley Scott").label[0].year == "2 ways"
    assert "acted in Alien (1979)" in spot_of(scene, "Sigourney Weaver").says


def test_a_walk_to_nothing_says_so(films_graph: Graph) -> None:
    walk = films_graph.walk("Ridley Scott").periods()
    assert isinstance(walk, GraphValue)
    assert scene_of(walk).reading == "The walk has come to nothing."


# Two entities


def test_what_two_share_stands_between_them() -> None:
    scene = scene_of(common())
    one, other, *shared = scene.spots
    assert all(one.x < spot.x < other.x for spot in shared)
    heads = [caption.text for caption in scene.captions if caption.style == "head"]
    assert heads == ["people", "themes", "genres"]
    assert len(scene.wires) == 2 * len(shared)
    assert scene.cut == "1 more, not in this file"


def test_films_between_stand_in_columns_of_their_own() -> None:
    scene = scene_of(common_people())
    rain = [spot for spot in scene.spots if str(spot.entity) == "Black Rain (1989)"]
    person_x = spot_of(scene, "Ken Takakura").x
    assert sorted(spot.x < person_x for spot in rain) == [False, False, True]
    assert person_x in {spot.x for spot in rain}


def test_pointing_at_something_shared_lights_both_ways_to_it() -> None:
    scene = scene_of(common_people())
    daryl = names(scene).index("Daryl Hannah")
    (route,) = (route for route in scene.routes if any(daryl in ends for ends in route))
    lit = {str(scene.spots[end].entity) for ends in route for end in ends}
    assert lit >= {"Ridley Scott", "Blade Runner (1982)", "Wall Street (1987)", "Michael Douglas"}


def test_a_comparison_has_a_column_for_each_and_one_for_both() -> None:
    scene = scene_of(comparison())
    ripley, both, player = (
        spot_of(scene, name) for name in ("Sigourney Weaver", "Ridley Scott", "Player number 1")
    )
    assert ripley.x < both.x < player.x
    assert "also" not in both.says
    assert both.label[1].text == "produced by"
    assert "more people (in the list below)" in scene.cut


# Words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (step(ALIEN, "^DIRECTED", SCOTT), "Alien (1979) was directed by Ridley Scott."),
        (step(SCOTT, "DIRECTED", ALIEN), "Ridley Scott directed Alien (1979)."),
        (
            step(ALIEN, "^ACTED_IN", person("Ian Holm"), "Ash"),
            "Ian Holm acted in Alien (1979) as Ash.",
        ),
        (
            step(ALIEN, "HAS_THEME", theme("android"), weight="minor"),
            "Alien (1979) touches on android.",
        ),
        (
            step(ALIEN, "HAS_THEME", theme("survival"), weight="choice"),
            "Alien (1979) has survival at its heart.",
        ),
        (
            step(theme("android"), "^HAS_THEME", ALIEN, weight="choice"),
            "android is at the heart of Alien (1979).",
        ),
    ],
)
def test_a_step_is_a_sentence(said: Step, expected: str) -> None:
    assert sentence(said) == expected


def test_a_path_is_one_sentence() -> None:
    found = path(
        CAGE, "ACTED_IN", film("Next", 2007), "HAS_THEME", theme("chance"), "^HAS_THEME", CASABLANCA
    )
    assert path_sentence(found) == (
        "Nicolas Cage acted in Next (2007), which is about chance, "
        "which is a theme of Casablanca (1942)."
    )


def test_other_edges_between_the_same_two_are_said() -> None:
    acted, directed = step(SCOTT, "ACTED_IN", ALIEN), step(SCOTT, "DIRECTED", ALIEN)
    both = Step(acted.edge, True, (directed.edge,))
    assert sentence(both) == "Ridley Scott acted in and directed Alien (1979)."
    assert sentence(both.reversed()) == "Ridley Scott acted in and directed Alien (1979)."


def test_the_head_over_themes_says_their_weight() -> None:
    assert heading(step(ALIEN, "HAS_THEME", theme("x"), weight="choice")) == "at its heart"
    assert heading(step(theme("x"), "^HAS_THEME", ALIEN, weight="major")) == "major in"


# Columns


def rows(kind: Callable[[str], object], count: int) -> tuple[Row, ...]:
    entities = (person(f"{kind.__name__} {i}") for i in range(count))
    return tuple(Row(one, label_of(one, 200)) for one in entities)


def test_the_largest_bunch_is_cut_first() -> None:
    few, many = Bunch("few", rows(person, 5)), Bunch("many", rows(theme, 50), more=7)
    fitted = fit([few, many], 400)
    assert [len(bunch.drawn) for bunch in fitted] == [5, 10]
    assert fitted[1].hidden == 47


def test_rows_are_cut_in_no_more_time_than_they_take_to_be_made() -> None:
    (fitted,) = fit([Bunch("many", rows(theme, 1) * 100_000)], 400)
    assert (len(fitted.drawn), fitted.hidden) == (16, 99_984)
