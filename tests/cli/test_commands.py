"""What each command does when all is well."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import Run
from tests.graphs import CONCEPTS, FILMS

from filmgraph.graph import Graph
from filmgraph.questions import catalogue
from filmgraph.record import Credit, FilmRecord, Record, Source, encode
from filmgraph.shipped import folder


@pytest.fixture
def asked(run: Run, films_graph: Graph) -> Run:
    return lambda *arguments: run(*arguments, "--graph", films_graph.folder.path)


def write(path: Path, *records: Record, name: str = "mine") -> Path:
    head = Source(name=name, title=name.title(), licence="MIT")
    path.write_bytes(b"".join(encode(one) + b"\n" for one in (head, *records)))
    return path


# From a file to an answer


def test_what_is_loaded_and_built_can_be_asked(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "films.jsonl", *FILMS, *CONCEPTS)
    graph = ("--graph", tmp_path / "films.graph")
    loaded = run("load", "records", file, *graph)
    assert (loaded.code, "6 read, 6 loaded, 0 refused" in loaded.out) == (0, True)
    built = run("build", *graph)
    assert built.code == 0
    assert re.match(
        r"Build 1 in \d+\.\d s: 4 films, \d+ open statements; sources: mine\n", built.out
    )
    assert "Casablanca (1942)" in run("find", "casablnca", *graph).out
    assert "Ridley Scott" in run("show", "Alien (1979)", *graph).out
    assert "Ian Holm" in run("ask", "co-stars", "Sigourney Weaver", *graph).out
    assert "all statements fit" in run("check", *graph).out
    status = run("status", *graph)
    assert "film                 4" in status.out
    assert "Mine, MIT" in status.out


def test_loading_again_says_that_a_build_is_due(run: Run, tmp_path: Path) -> None:
    graph = ("--graph", tmp_path / "films.graph")
    run("load", "records", write(tmp_path / "films.jsonl", *FILMS), *graph)
    run("build", *graph)
    assert "run filmgraph build" not in run("status", *graph).out
    run("load", "records", write(tmp_path / "more.jsonl", *FILMS[:1], name="more"), *graph)
    assert "run filmgraph build" in run("status", *graph).out


def test_one_can_go_back_to_an_earlier_build(run: Run, tmp_path: Path) -> None:
    graph = ("--graph", tmp_path / "films.graph")
    run("load", "records", write(tmp_path / "films.jsonl", *FILMS[:1]), *graph)
    run("build", *graph)
    run("load", "records", write(tmp_path / "films.jsonl", *FILMS), *graph)
    run("build", *graph)
    assert "Casablanca" in run("find", "casablanca", *graph).out
    assert "also kept: 1" in run("status", *graph).out
    assert run("build", "--use", "1", *graph).out == "Build 1 is in use.\n"
    assert "Casablanca" not in run("find", "casablanca", *graph).out


def test_a_bad_record_harms_no_other(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "films.jsonl", *FILMS)
    file.write_bytes(file.read_bytes() + b'{"record":"film","key":"bad"}\n')
    ran = run("load", "records", file, "--graph", tmp_path / "films.graph")
    assert ran.code == 0
    assert "4 loaded, 1 refused" in ran.out


# Asking


def test_find_gives_name_kind_note_and_iri(asked: Run) -> None:
    rows = list(csv.reader(io.StringIO(asked("find", "John Smith", "--format", "csv").out)))
    assert rows[0] == ["name", "kind", "note", "iri"]
    assert {row[2] for row in rows[1:]} == {
        "known for Back to Yellow Jacket (1922)",
        "known for Alien (1997)",
    }


def test_find_keeps_to_a_kind(asked: Run) -> None:
    body = json.loads(asked("find", "a", "--kind", "theme", "--format", "json").out)
    assert {row[1] for row in body["rows"]} <= {"theme"}


def test_find_says_when_it_finds_nothing(asked: Run) -> None:
    assert asked("find", "xqzt wvu").out == "Nothing has a name like that.\n"


def test_show_tells_a_film_as_a_fan_asks_for_it(asked: Run) -> None:
    lines = asked("show", "casablanca 1942").out.splitlines()
    assert lines == [
        "Casablanca (1942): film  [film/casablanca-1942]",
        "",
        "what     | who says so | value",
        "-------- | ----------- | ----------------",
        "year     | mine        | 1942",
        "genre    | mine        | drama",
        "director | mine        | Michael Curtiz",
        "setting  | mine        | Casablanca, 1941",
        "",
        "Who plays whom in a film  [filmgraph ask cast]",
        "name            | character name | billing",
        "--------------- | -------------- | -------",
        "Humphrey Bogart | Rick           | 1",
        "Ingrid Bergman  | Ilsa           | 2",
        "",
        "What a film is about, the weightiest first, and why  [filmgraph ask themes-of-film]",
        "name      | weight",
        "--------- | ------",
        "sacrifice | major",
    ]


def test_show_names_the_sources_that_agree(asked: Run) -> None:
    assert "mine, yours | 1979" in asked("show", "Alien (1979)").out


def test_show_tells_two_of_one_name_apart(asked: Run) -> None:
    body = json.loads(asked("find", "John Smith", "--format", "json").out)
    firsts = {asked("show", row[3]).out.splitlines()[0] for row in body["rows"]}
    assert {one.partition("  [")[0] for one in firsts} == {
        "John Smith: person, known for Back to Yellow Jacket (1922)",
        "John Smith: person, known for Alien (1997)",
    }


def test_show_asks_who_played_in_the_film_of_the_character(asked: Run) -> None:
    assert "Humphrey Bogart" in asked("show", "Rick").out


def test_show_shortens_long_lists(asked: Run, run: Run, tmp_path: Path) -> None:
    films = [
        FilmRecord(
            key=str(year),
            title=f"Part {year}",
            year=year,
            credits=(Credit(person="Ann Bee", part="actor"),),
        )
        for year in range(1990, 2005)
    ]
    graph = ("--graph", tmp_path / "films.graph")
    run("load", "records", write(tmp_path / "films.jsonl", *films), *graph)
    run("build", *graph)
    assert "; and 7 more" in run("show", "Ann Bee", *graph).out


def test_show_gives_every_statement_as_json(asked: Run, films_graph: Graph) -> None:
    body = json.loads(asked("show", "Alien (1979)", "--format", "json").out)
    assert (body["iri"], body["kind"]) == ("https://w3id.org/filmgraph/film/alien-1979", "film")
    said = films_graph.statements("Alien (1979)")
    assert [one["object"] for one in body["statements"]] == [one.object for one in said]
    director = next(one for one in body["statements"] if one["name"] == "Ridley Scott")
    assert director["object"] == "https://w3id.org/filmgraph/person/ridley-scott"
    assert director["sources"] == ["mine", "yours"]
    assert director["level"] == "open"


def test_show_takes_a_part_that_has_no_name_by_the_question_who_says_so(asked: Run) -> None:
    shown = asked("ask", "who-says-so", "portrayal/casablanca-1942/humphrey-bogart").out
    assert "billing" in shown


def test_the_questions_are_listed_with_what_they_answer(run: Run) -> None:
    listed = run("questions").out.split("\n\n")[0].splitlines()
    known = catalogue(folder("queries"))
    assert [line.split()[0] for line in listed] == list(known)
    assert all(known[line.split()[0]].summary in line for line in listed)


def test_a_question_behind_the_curtain_says_from_which_level_on_it_has_answers(run: Run) -> None:
    listed = run("questions").out
    assert re.search(r"^motifs-of-film .*\[plot\]$", listed, re.MULTILINE)
    assert re.search(r"^post-credit-scene .*\[ending\]$", listed, re.MULTILINE)
    shown = run("questions", "motifs-of-film").out
    assert "It has answers from level plot on: --spoilers plot" in shown
    assert "filmgraph ask motifs-of-film film='Citizen Kane (1941)' --spoilers plot" in shown


@pytest.mark.parametrize("film", ["Alien (1979)", "Casablanca (1942)", "Back to Yellow Jacket"])
def test_below_its_level_a_question_says_the_same_of_every_film(film: str, asked: Run) -> None:
    said = "This is answered from level plot on: --spoilers plot\n"
    assert asked("ask", "events-as-told", film).out == said


@pytest.mark.parametrize("name", catalogue(folder("queries")))
def test_a_question_is_explained_with_an_example_that_can_be_asked(name: str, run: Run) -> None:
    shown = run("questions", name)
    question = catalogue(folder("queries"))[name]
    assert shown.code == 0
    assert question.summary in shown.out
    for parameter in question.parameters:
        assert f"  {parameter}: " in shown.out
    assert f"Example: filmgraph ask {name}" in shown.out


def test_parameters_are_given_in_their_order_or_by_name(asked: Run) -> None:
    plain = asked("ask", "films-of-genre", "science fiction", "1980", "1990").out
    named = asked(
        "ask", "films-of-genre", "last-year=1990", "first_year=1980", "genre=science fiction"
    ).out
    mixed = asked("ask", "films-of-genre", "genre=science fiction", "1980", "1990").out
    assert "Blade Runner" in plain
    assert plain == named == mixed


def test_a_title_may_hold_an_equals_sign(run: Run, tmp_path: Path) -> None:
    film = FilmRecord(key="e", title="E=mc2", year=1996, genres=("drama",))
    graph = ("--graph", tmp_path / "films.graph")
    run("load", "records", write(tmp_path / "films.jsonl", film), *graph)
    run("build", *graph)
    assert "drama" in run("ask", "film-facts", "E=mc2", *graph).out


def test_an_answer_is_a_table_json_or_csv(asked: Run) -> None:
    query = "SELECT ?label ?year { ?f rdfs:label ?label ; fg:year ?year FILTER(?year < 1950) }"
    query += " ORDER BY ?year"
    rows = [["Back to Yellow Jacket", 1922], ["Casablanca", 1942]]
    body = json.loads(asked("sparql", query, "--format", "json").out)
    assert body == {"columns": ["label", "year"], "rows": rows, "truncated": False}
    assert asked("sparql", query, "--format", "csv").out.splitlines() == [
        "label,year",
        "Back to Yellow Jacket,1922",
        "Casablanca,1942",
    ]
    assert asked("sparql", query).out.splitlines()[2:] == [
        "Back to Yellow Jacket | 1922",
        "Casablanca            | 1942",
    ]


def test_draw_says_what_it_drew(asked: Run, tmp_path: Path) -> None:
    ran = asked("draw", "Alien (1979)", "-o", tmp_path / "alien.html")
    assert ran.out == f"Alien (1979): drawn to {tmp_path / 'alien.html'}\n"
    assert "<!doctype html>" in (tmp_path / "alien.html").read_text("utf-8")


def test_export_says_how_much_it_wrote(asked: Run, tmp_path: Path) -> None:
    ran = asked("export", "turtle", "-o", tmp_path / "films.ttl")
    size = (tmp_path / "films.ttl").stat().st_size
    assert ran.out == f"{tmp_path / 'films.ttl'} ({size:,} bytes)\n"


# The schema


def test_the_schema_is_json_schema_that_records_fulfil(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    validator = jsonschema.Draft202012Validator(schema)
    records: list[Record | Source] = [Source(name="mine", title="Mine"), *FILMS, *CONCEPTS]
    for record in records:
        assert list(validator.iter_errors(json.loads(encode(record)))) == []
    assert list(validator.iter_errors({"record": "film", "key": "a", "yaer": 1979}))


def test_the_schema_refers_to_what_it_defines(run: Run) -> None:
    text = run("schema").out
    schema = json.loads(text)
    referred = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert referred
    assert referred <= set(schema["$defs"])


# The demo


def test_the_demo_shows_what_it_can_answer(
    run: Run, demo_graph_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demo_graph_folder.is_dir()
    monkeypatch.chdir(tmp_path)
    ran = run("demo")
    assert ran.code == 0
    for words in (
        "36,",
        "Elisabeth Shue",
        "Nicolas Cage",
        "dystopia",
        "Uma Thurman",
        "blade-runner.html",
    ):
        assert words in ran.out
    assert (tmp_path / "blade-runner.html").stat().st_size > 100_000


def test_a_film_of_the_demo_is_shown_with_its_themes(run: Run, demo_graph_folder: Path) -> None:
    assert demo_graph_folder.is_dir()
    shown = run("show", "Casablanca (1942)").out
    assert "Michael Curtiz" in shown
    assert "theme-ontology, wikipedia-films" in shown
    assert "love triangle" in shown
    assert "sacrifice for a loved one" not in shown  # which gives the ending away
