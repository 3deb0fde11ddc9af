"""Commands that go from thing to thing: path, neighbours, common, distances, …"""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import FOUND, Ran, Run, check

from filmgraph.graph import Graph

ENDS = ("Sigourney Weaver", "Harrison Ford")
FILMS = ("Alien (1979)", "Blade Runner (1982)")
WIDE = ("--via", "film", "--via", "person", "--via", "genre")


@pytest.fixture
def asked(run: Run, films_graph: Graph) -> Run:
    return lambda *arguments: run(*arguments, "--graph", films_graph.folder.path)


@pytest.fixture
def seen(run: Run, canary_graph: Graph) -> Callable[..., Ran]:
    """A command on the graph of canaries, where all may be seen."""
    graph = ("--graph", canary_graph.folder.path, "--spoilers", "ending")
    return lambda *arguments: run(*arguments, *graph)


# How two things are connected


def test_a_path_names_who_says_each_step(asked: Run) -> None:
    assert asked("path", *ENDS).out.splitlines() == [
        "Sigourney Weaver",
        "  acted in     Alien (1979)  [mine, yours]",
        "  directed by  Ridley Scott  [mine, yours]",
        "  directed     Blade Runner (1982)  [mine]",
        "  with         Harrison Ford  [mine]",
    ]


def test_a_path_says_once_who_says_all_of_it(asked: Run, films_graph: Graph) -> None:
    shown = asked("path", "Humphrey Bogart", "Ingrid Bergman").out
    value = films_graph.path("Humphrey Bogart", "Ingrid Bergman")
    assert shown == f"{value}\n(who says so: mine)\n"


def test_a_path_to_itself_is_one_and_the_same(asked: Run) -> None:
    shown = asked("path", "Ridley Scott", "person/ridley-scott")
    assert (shown.code, shown.out) == (0, "Ridley Scott\n(that is one and the same)\n")


def test_a_path_tells_what_is_not_open(seen: Run) -> None:
    shown = seen("path", "plain player", "plotcanary maker").out
    assert shown.splitlines()[-1] == "  directed by  plotcanary maker  [mine, yours; plot]"


def test_several_ways_are_numbered(asked: Run) -> None:
    shown = asked("path", *FILMS, *WIDE, "--limit", "2")
    starts = [line for line in shown.out.splitlines() if not line.startswith((" ", "("))]
    assert starts == ["1. Alien (1979)", "2. Alien (1979)"]


def test_one_way_is_not_numbered(asked: Run) -> None:
    assert asked("path", *FILMS, *WIDE).out.splitlines()[0] == "Alien (1979)"


def test_more_ways_than_asked_for_are_told(asked: Run) -> None:
    assert "(there are more ways: --limit)" in asked("path", *FILMS, *WIDE, "--limit", "1").out
    ran = asked("path", *FILMS, *WIDE, "--limit", "1", "--format", "csv")
    assert "more ways" not in ran.out
    assert ran.err == "there are more ways: --limit\n"


def test_ways_apart_share_their_ends_alone(asked: Run) -> None:
    body = json.loads(asked("path", *ENDS, *WIDE, "--apart", "--format", "json").out)
    ways: dict[int, list[str]] = {}
    for number, _, start, *_ in body["rows"]:
        ways.setdefault(number, []).append(start)
    inner = [name for way in ways.values() for name in way[1:]]
    assert ways
    assert len(inner) == len(set(inner))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--via", "ACTED_IN"), "No path leads from Sigourney Weaver to Harrison Ford"),
        (("--avoid", "Ridley Scott"), "No path"),
        (("--avoid", "DIRECTED"), "No path"),
        (("--avoid", "person"), "No path"),
        (("--years", "1979"), "No path"),
        (("--years", "1980-1999"), "No path"),
        (("--max-steps", "3"), "within 3 steps"),
        (("--max-degree", "1"), "No path"),
        (("--limit", "5", "--max-steps", "3"), "within 3 steps"),
        (("--limit", "5", "--max-steps", "30", "--via", "ACTED_IN"), "within 30 steps"),
        (("--apart", "--avoid", "Ridley Scott"), "to Harrison Ford, as it was asked for"),
    ],
    ids=str,
)
def test_a_path_keeps_to_what_is_asked_for(given: tuple[str, ...], words: str, asked: Run) -> None:
    check(asked("path", *ENDS, *given), FOUND, words)


@pytest.mark.parametrize(
    "given",
    [
        ("--via", "acted in", "--via", "directed"),
        ("--via", "film", "--via", "person"),
        ("--avoid", "Ian Holm", "--avoid", "HAS_THEME"),
        ("--years", "1979-1982"),
        ("--years", "1979–1982"),
        ("--max-steps", "4"),
        ("--max-steps", "1000000000"),
        ("--max-degree", "100"),
        ("--max-degree", str(10**18)),
        ("--limit", str(10**9), "--max-steps", "50"),
    ],
    ids=str,
)
def test_a_path_is_found_where_what_is_asked_for_leads_there(
    given: tuple[str, ...], asked: Run
) -> None:
    shown = asked("path", *ENDS, *given)
    assert shown.code == 0
    assert "  directed by  Ridley Scott" in shown.out


def test_a_path_that_is_not_there_names_what_else_to_go_through(asked: Run) -> None:
    ran = asked("path", "Harrison Ford", "Humphrey Bogart")
    check(ran, FOUND, "--via film --via person --via theme --via genre.")
    assert "via=" not in ran.err


def test_a_path_through_one_kind_of_thing_names_another(asked: Run) -> None:
    check(asked("path", *ENDS, "--via", "film"), FOUND, "to name more: --via film --via person.")


def test_a_path_that_was_narrowed_by_the_user_gets_no_such_hint(asked: Run) -> None:
    ran = asked("path", "Harrison Ford", "Humphrey Bogart", "--via", "ACTED_IN")
    check(ran, FOUND, "as it was asked for")
    assert "--via" not in ran.err


def test_a_path_needs_nothing_that_is_slow_to_import(process: Run, films_graph: Graph) -> None:
    graph = str(films_graph.folder.path)
    shown = process("path", *ENDS, FILMGRAPH_GRAPH=graph, PYTHONPROFILEIMPORTTIME="1")
    assert "Ridley Scott" in shown.out
    slow = r"networkx|pandas|rdflib|scipy|pyvis|rich|filmgraph\.(build\.make|identity|intake)"
    assert not re.search(rf"\| +({slow})\b", shown.err)


# What is around something


def test_neighbours_are_told_with_who_says_so(asked: Run) -> None:
    assert asked("neighbours", "Casablanca (1942)", "--kind", "person").out.splitlines() == [
        "how         | name            | kind   | who says so",
        "----------- | --------------- | ------ | -----------",
        "with        | Humphrey Bogart | person | mine",
        "with        | Ingrid Bergman  | person | mine",
        "directed by | Michael Curtiz  | person | mine",
    ]


def test_neighbours_tell_what_is_not_open(seen: Run) -> None:
    head, _, *rows = seen("neighbours", "Leaving Las Vegas (1995)", "--kind", "theme").out.split(
        "\n"
    )
    assert "level" in head
    assert any("ending" in row for row in rows)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (("--via", "DIRECTED"), {"Ridley Scott"}),
        (
            ("--kind", "theme", "--kind", "genre"),
            {"survival", "Science Fiction", "Horror"},
        ),
        (("--direction", "in", "--kind", "person", "--via", "DIRECTED"), {"Ridley Scott"}),
        (("--direction", "out", "--kind", "person"), set()),
        (("--limit", "1", "--kind", "person"), {"Sigourney Weaver"}),
    ],
    ids=lambda given: str(sorted(given) if isinstance(given, set) else given),
)
def test_neighbours_keep_to_what_is_asked_for(
    given: tuple[str, ...], names: set[str], asked: Run
) -> None:
    body = json.loads(asked("neighbours", "Alien (1979)", *given, "--format", "json").out)
    assert {row[1].lower() for row in body["rows"]} == {name.lower() for name in names}


def test_nothing_beside_something_is_said(asked: Run) -> None:
    ran = asked("neighbours", "Alien (1979)", "--kind", "motif")
    assert (ran.code, ran.out) == (
        0,
        "Nothing fits, as far as may be seen at this level.\n",
    )


def test_a_neighbourhood_counts_what_it_leaves_out(asked: Run) -> None:
    lines = asked("neighbourhood", "Ridley Scott", "--limit", "2").out.splitlines()
    assert lines[0].split() == ["name", "|", "kind", "|", "steps", "|", "score"]
    assert len(lines) == 5
    assert lines[-1].startswith("(left out: ")
    assert lines[-1].endswith("; --limit shows more)")


def test_a_neighbourhood_keeps_to_steps_and_kinds(asked: Run) -> None:
    given = ("Ridley Scott", "--steps", "1", "--kind", "film", "--format", "json")
    body = json.loads(asked("neighbourhood", *given).out)
    assert {row[0] for row in body["rows"]} == set(FILMS)


# What two things share


def test_what_two_films_share_is_told_with_how(asked: Run) -> None:
    assert asked("common", *FILMS, "--kind", "person").out.splitlines() == [
        "kind   | name         | Alien (1979) | Blade Runner (1982) | rarity",
        "------ | ------------ | ------------ | ------------------- | ------",
        "person | Ridley Scott | directed by  | directed by         | 0.613",
    ]


def test_what_is_shared_keeps_to_a_kind(asked: Run) -> None:
    given = (*FILMS, "--kind", "genre", "--format", "csv")
    rows = list(csv.reader(io.StringIO(asked("common", *given).out)))
    assert [row[:2] for row in rows[1:]] == [["genre", "science fiction"]]


def test_two_films_are_told_side_by_side(asked: Run) -> None:
    body = json.loads(asked("compare", *FILMS, "--format", "json").out)
    sides = {row[1]: (row[2] is not None, row[3] is not None) for row in body["rows"]}
    assert sides["Ridley Scott"] == (True, True)
    assert sides["Sigourney Weaver"] == (True, False)
    assert sides["Harrison Ford"] == (False, True)


# How far all are


def test_distances_are_counted(asked: Run) -> None:
    assert asked("distances", "Ian Holm", "--via", "ACTED_IN").out.splitlines() == [
        "Steps from Ian Holm",
        "steps | people",
        "----- | ------",
        "0     | 1",
        "2     | 1",
        "mean 2.00",
        "(9 people are not reached)",
    ]


def test_distances_name_everything_in_csv(asked: Run) -> None:
    given = ("Ian Holm", "--kind", "film", "--format", "csv")
    rows = list(csv.reader(io.StringIO(asked("distances", *given).out)))
    assert [row[:2] for row in rows] == [
        ["film", "steps"],
        ["Alien (1979)", "1"],
        ["Blade Runner (1982)", "3"],
    ]


@pytest.mark.parametrize(
    "given",
    [
        ("--avoid", "Ridley Scott"),
        ("--years", "1970-1979"),
        ("--max-steps", "2"),
        ("--max-degree", "2"),
    ],
    ids=str,
)
def test_distances_keep_to_what_is_asked_for(given: tuple[str, ...], asked: Run) -> None:
    body = json.loads(asked("distances", "Ian Holm", *given, "--format", "json").out)
    assert "Harrison Ford" not in {row[0] for row in body["rows"]}


def test_the_centre_is_told_with_the_mean_of_its_steps(asked: Run) -> None:
    assert asked("centre", "--via", "DIRECTED", "--via", "ACTED_IN", "--limit", "1").out == (
        "Mean steps to 4 people\n  2.000  Ridley Scott\n"
    )


def test_a_centre_that_was_cut_is_told_beside_csv(asked: Run) -> None:
    ran = asked("centre", "--kind", "film", "--limit", "1", "--format", "csv")
    assert ran.out.splitlines()[0] == "film,mean steps,iri"
    assert ran.err == "Cut at 1 rows; there are more (--limit).\n"


def test_a_centre_of_nothing_is_said(asked: Run) -> None:
    assert asked("centre", "--kind", "motif").out == "No two motifs are connected.\n"


def test_the_hint_to_measure_all_is_an_option(run: Run, demo_graph_folder: Path) -> None:
    assert demo_graph_folder.is_dir()
    shown = run("centre", "--years", "1930-1939", "--limit", "3").out
    assert (
        shown.splitlines()[-1]
        == "(512 were measured, those nearest to a sample; --exact measures all)"
    )


# How they are shown

VALUES = (
    ("path", *ENDS),
    ("path", *ENDS, "--limit", "2"),
    ("neighbours", "Alien (1979)"),
    ("neighbourhood", "Alien (1979)"),
    ("common", *FILMS),
    ("compare", *FILMS),
)


@pytest.mark.parametrize("command", VALUES, ids=" ".join)
def test_json_holds_the_rows_the_entities_and_the_edges(
    command: tuple[str, ...], asked: Run
) -> None:
    body = json.loads(asked(*command, "--format", "json").out)
    assert list(body) == ["columns", "rows", "truncated", "entities", "edges"]
    assert all(len(row) == len(body["columns"]) for row in body["rows"])
    known = {one["iri"] for one in body["entities"]}
    assert body["edges"]
    assert {one[end] for one in body["edges"] for end in ("source", "target")} <= known


@pytest.mark.parametrize("command", VALUES, ids=" ".join)
def test_csv_holds_the_rows_of_json(command: tuple[str, ...], asked: Run) -> None:
    rows = list(csv.reader(io.StringIO(asked(*command, "--format", "csv").out)))
    body = json.loads(asked(*command, "--format", "json").out)
    assert rows[0] == body["columns"]
    assert len(rows) - 1 == len(body["rows"])


@pytest.mark.parametrize("command", VALUES, ids=" ".join)
def test_it_is_drawn_as_well(command: tuple[str, ...], asked: Run, tmp_path: Path) -> None:
    plain = asked(*command)
    drawn = asked(*command, "-o", tmp_path / "x.html")
    assert drawn.out == f"{plain.out}Drawn to {tmp_path / 'x.html'}\n"
    assert "<!doctype html>" in (tmp_path / "x.html").read_text("utf-8")


def test_what_was_drawn_is_not_mixed_into_json(asked: Run, tmp_path: Path) -> None:
    ran = asked(*VALUES[0], "--format", "json", "-o", tmp_path / "x.html")
    assert json.loads(ran.out)
    assert ran.err == f"Drawn to {tmp_path / 'x.html'}\n"


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_rows_that_were_cut_are_told_beside_the_answer(format_: str, asked: Run) -> None:
    ran = asked("neighbours", "Alien (1979)", "--limit", "2", "--format", format_)
    assert ran.err == "Cut at 2 rows; there are more (--limit).\n"
