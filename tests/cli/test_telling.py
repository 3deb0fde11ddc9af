"""What happens in a film and who is in it, on the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.cli.conftest import FOUND, INPUT, USAGE, Run, check
from tests.graph.test_timeline import pier
from tests.graphs import graph_folder

from filmgraph.record import Credit, Evidence, FilmRecord, Relation

FILM = "The Pier (1958)"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pier") / "pier.graph"
    film = pier()
    meets = next(one for one in film.events if one.id == "meets")
    told = replace(meets, evidence=(Evidence(quote="Ann takes him in.", part="plot"),))
    film = replace(
        film,
        events=tuple(told if one is meets else one for one in film.events),
        credits=(
            Credit(person="Joan Doe", part="actor", character="Ann", billing=1),
            Credit(person="Jim Roe", part="actor", character="the sailor", billing=2),
        ),
        relations=(Relation(who="Ann", what="landlady of", whom="the sailor", since="meets"),),
    )
    plain = FilmRecord(key="none", title="Nothing Happens", year=1960)
    return graph_folder(path, {"mine": [film, plain]}).path


@pytest.fixture
def asked(run: Run, graph: Path) -> Run:
    return lambda *arguments: run(*arguments, "--graph", graph)


# What happens


def test_a_timeline_shows_both_places_who_where_and_the_sentence(asked: Run) -> None:
    assert asked("timeline", FILM, "--spoilers", "plot").out.splitlines() == [
        "The Pier (1958), in the order of the film",
        "told  story",
        "   1      1  A sailor comes home.",
        "               Hull",
        "   2      2  He meets Ann.",
        "               Ann (host)",
        "               “Ann takes him in.”",
        "   3      3  They quarrel.",
        "   4      4  He leaves.",
        "(the two orders agree by 1.00, from 1 to -1; 0 jumps)",
        "(who says so: mine)",
    ]


def test_the_ending_is_marked_and_shows_how_it_is_told(asked: Run) -> None:
    shown = asked("timeline", FILM, "--spoilers", "ending").out
    assert "   1      6  A body is found.\n               [ending]\n" in shown
    assert "(told: frame)" in shown


def test_the_order_of_the_story_puts_its_places_first(asked: Run) -> None:
    lines = asked("timeline", FILM, "--order", "story", "--spoilers", "ending").out.splitlines()
    assert lines[0].endswith("in the order of the story")
    assert lines[1] == "story  told"
    assert lines[2] == "    1     2  A sailor comes home."
    assert lines[-5:-3] == ["    7     7  He is buried.", "               [ending]"]


def test_who_has_seen_the_film_is_shown_all_of_it(asked: Run) -> None:
    every = asked("timeline", FILM, "--spoilers", "ending").out
    assert asked("timeline", FILM, "--seen", FILM).out == every


@pytest.mark.parametrize("film", [FILM, "Nothing Happens (1960)"])
def test_at_level_open_the_same_is_said_of_every_film(film: str, asked: Run) -> None:
    shown = asked("timeline", film)
    assert shown.code == 0
    assert shown.out.startswith("What happens in a film is shown with --spoilers plot")
    assert "--seen FILM" in shown.out
    assert "Pier" not in shown.out


def test_a_film_of_which_nothing_is_known_says_so(asked: Run) -> None:
    for level in ("plot", "ending"):
        shown = asked("timeline", "Nothing Happens (1960)", "--spoilers", level).out
        assert shown.startswith("Nothing is known of what happens in it")


def test_a_timeline_is_rows_for_programs(asked: Run) -> None:
    shown = asked("timeline", FILM, "--spoilers", "plot", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [row["what"] for row in rows][1] == "He meets Ann."
    given = json.loads(asked("timeline", FILM, "--spoilers", "plot", "--format", "json").out)
    assert len(given["rows"]) == len(rows) == 4


def test_programs_are_told_beside_the_rows_how_to_see_more(asked: Run) -> None:
    shown = asked("timeline", FILM, "--format", "json")
    assert json.loads(shown.out)["rows"] == []
    assert "--spoilers plot" in shown.err


def test_a_timeline_is_drawn(asked: Run, tmp_path: Path) -> None:
    shown = asked("timeline", FILM, "--spoilers", "plot", "-o", tmp_path / "pier.html")
    assert "Drawn to" in shown.out
    page = (tmp_path / "pier.html").read_text(encoding="utf-8")
    assert "He meets Ann." in page
    assert "drowns" not in page


def test_what_cannot_be_asked_of_a_timeline_is_an_error(asked: Run) -> None:
    check(asked("timeline", "The Peir (1958)"), FOUND, FILM)
    check(asked("timeline", FILM, "--source", "nobody"), INPUT, "'nobody' tells nothing")
    assert asked("timeline", FILM, "--order", "backwards").code == USAGE
    assert asked("timeline").code == USAGE


# Who is in it


def test_characters_are_shown_with_who_plays_them(asked: Run) -> None:
    shown = asked("characters", FILM).out
    assert shown.splitlines() == [
        "The Pier (1958): characters",
        "name | played by",
        "---- | ---------",
        "Ann  | Joan Doe",
        "(what the plot tells of them: --spoilers plot, or --seen FILM)",
    ]


def test_at_plot_the_unnamed_and_the_relations_are_shown(asked: Run) -> None:
    shown = asked("characters", FILM, "--spoilers", "plot").out
    assert "the sailor | unnamed | Jim Roe" in shown
    assert "Ann | landlady of | the sailor" in " ".join(shown.split())
    assert "He meets Ann." in shown
    assert "--spoilers" not in shown


def test_a_film_without_characters_says_the_same_as_one_whose_are_hidden(asked: Run) -> None:
    shown = asked("characters", "Nothing Happens (1960)").out
    assert shown.splitlines()[1:] == [
        "None is known at this level.",
        "(what the plot tells of them: --spoilers plot, or --seen FILM)",
    ]


def test_characters_and_relations_are_given_to_programs(asked: Run) -> None:
    given = json.loads(asked("characters", FILM, "--spoilers", "plot", "--format", "json").out)
    assert len(given["characters"]["rows"]) == 2
    assert len(given["relations"]["rows"]) == 1
    shown = asked("characters", FILM, "--format", "csv").out
    assert [row["name"] for row in csv.DictReader(io.StringIO(shown))] == ["Ann"]


def test_an_unknown_film_has_no_characters(asked: Run) -> None:
    check(asked("characters", "no such film"), FOUND, "no such film")
