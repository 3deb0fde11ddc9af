"""What goes wrong ends with a sentence and the right exit code, never with a traceback."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import FOUND, GRAPH, INPUT, QUERY, STORAGE, USAGE, Run, check
from tests.graphs import FILMS, load_into

from filmgraph.build.folder import GraphFolder
from filmgraph.graph import Graph


@pytest.fixture
def asked(run: Run, films_graph: Graph) -> Run:
    """A command on the graph of films."""
    return lambda *arguments: run(*arguments, "--graph", films_graph.folder.path)


# Asking


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "Casablnca"), FOUND, ("Casablanca (1942)", "film/casablanca-1942")),
        (("show", "xqzt wvu"), FOUND, ("There is no thing named", "Try a part of the name")),
        (("show", "Alien"), FOUND, ("2 things", "Alien (1979)", "Alien (1997)")),
        (("show", "John Smith"), FOUND, ("for Back to Yellow Jacket (1922)", "for Alien (1997)")),
        (("show", ""), FOUND, ()),
        (("show", "film/no-such-film-1900"), FOUND, ()),
        (("show", "film/<a> b{"), FOUND, ()),
        (("show", "Alien (1979)", "--kind", "flim"), USAGE, ("film", "flim")),
        (("show", "Ripley", "--kind", "film"), FOUND, ("no film named",)),
        (("draw", "Casablnca", "-o", "x.html"), FOUND, ("Casablanca (1942)",)),
        (("draw", "Alien (1979)"), USAGE, ("--output",)),
        (("ask", "costars", "x"), FOUND, ("co-stars",)),
        (("ask", "nothing-like-it"), FOUND, ("The questions are:", "co-stars")),
        (("ask", "co-stars"), QUERY, ("needs the parameter 'person'",)),
        (("ask", "co-stars", "Sigourney Weaver", "surplus"), QUERY, ("surplus", "person")),
        (("ask", "co-stars", "persn=Sigourney Weaver"), QUERY, ("persn", "person")),
        (("ask", "co-stars", "person=a", "person=b"), QUERY, ("given twice",)),
        (("ask", "co-stars", "Sigourny Weavr"), FOUND, ("Sigourney Weaver",)),
        (("ask", "co-stars", "John Smith"), FOUND, ("known for", "Yellow Jacket (1922)")),
        (("ask", "co-stars", ""), QUERY, ("person",)),
        (("ask", "films-of-genre", "drama", "first_year=soon"), QUERY, ("first_year", "year")),
        (("ask", "films-of-genre", "drama", "1"), QUERY, ("year",)),
        (("ask", "films-missing", "plot"), QUERY, ("director, cast, themes",)),
        (("ask", "films-missing", "cast", "nobody"), FOUND, ("source",)),
        (("path", "Sigourny Weavr", "Ian Holm"), FOUND, ("Sigourney Weaver", "person/sigourney")),
        (("path", "Ian Holm", "Alien"), FOUND, ("2 things", "film/alien-1979", "film/alien-1997")),
        (("path", "Ian Holm", "John Smith"), FOUND, ("for Alien (1997)", "person/john-smith")),
        (("path", "Ian Holm", ""), FOUND, ()),
        (("path", "Ian Holm"), USAGE, ("'TO'",)),
        (("path", "Ian Holm", "Rick"), FOUND, ("from Ian Holm to Rick", "--via")),
        (("path", "Ian Holm", "Rick", "--via", "ACTED_NI"), INPUT, ("ACTED_IN",)),
        (
            ("path", "Ian Holm", "Rick", "--via", "xyz"),
            INPUT,
            ("ACTED_IN, DIRECTED", "film, person"),
        ),
        (("path", "Ian Holm", "Rick", "--avoid", "Ridly Scot"), FOUND, ("Ridley Scott",)),
        (("path", "Ian Holm", "Rick", "--years", "199"), USAGE, ("'199'", "1990-1999")),
        (("path", "Ian Holm", "Rick", "--years", "1999-1990"), USAGE, ("write 1990-1999",)),
        (("path", "Ian Holm", "Rick", "--years", "-5"), USAGE, ("1990-1999",)),
        (("path", "Ian Holm", "Rick", "--years", "1٩٩٠"), USAGE, ("1990-1999",)),
        (("path", "Ian Holm", "Rick", "--max-steps", "0"), USAGE, ("--max-steps", "0")),
        (("path", "Ian Holm", "Rick", "--max-degree", "-1"), USAGE, ("--max-degree", "-1")),
        (("path", "Ian Holm", "Rick", "--limit", "0"), USAGE, ("--limit", "0")),
        (("neighbours", "Alien (1979)", "--kind", "flim"), USAGE, ("flim", "film", "event")),
        (("neighbours", "Alien (1979)", "--direction", "up"), USAGE, ("both", "out", "in")),
        (("neighbours", "Alien (1979)", "--via", "DIRECTS"), INPUT, ("DIRECTED",)),
        (("neighbourhood", "Alien (1979)", "--steps", "5"), USAGE, ("1<=x<=4",)),
        (("neighbourhood", "Alien (1979)", "--limit", "-1"), USAGE, ("--limit", "-1")),
        (("common", "Alien (1979)", "Aliem (1979)"), FOUND, ("Alien (1979)",)),
        (("compare", "Alien (1979)", "Ridley Scott"), FOUND, ("no film named",)),
        (("compare", "Alien (1979)"), USAGE, ("FILM",)),
        (("distances", "Ridley Scot"), FOUND, ("Ridley Scott",)),
        (("distances", "Ridley Scott", "--kind", "flim"), USAGE, ("flim", "film")),
        (("distances", "Ridley Scott", "--via", "DIRECTS"), INPUT, ("DIRECTED",)),
        (("centre", "--limit", "0"), USAGE, ("--limit", "0")),
        (("centre", "--kind", "flim"), USAGE, ("flim", "film")),
        (("sparql", "SELECT WHERE"), QUERY, ("not a SPARQL query",)),
        (("sparql", ""), QUERY, ()),
        (("sparql", "INSERT DATA { <a:b> <a:b> <a:b> }"), QUERY, ()),
        (("sparql", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), QUERY, ("SERVICE",)),
        (("sparql", "ASK " + "{" * 5_000), QUERY, ()),
        (("sparql",), USAGE, ("QUERY", "--file")),
        (("sparql", "ASK {}", "--file", "x.rq"), USAGE, ("x.rq",)),
        (("find", "alien", "--spoilers", "all"), USAGE, ("open", "plot", "ending")),
        (("find", "alien", "--limit", "0"), USAGE, ("--limit", "0")),
        (("find", "alien", "--limit", "-1"), USAGE, ("--limit", "-1")),
        (("find", "alien", "--limit", "few"), USAGE, ("--limit", "few")),
        (("find", "alien", "--format", "xml"), USAGE, ("table", "json", "csv")),
        (("export", "rdfxml", "-o", "x"), USAGE, ("nquads", "records")),
        (("export", "turtle", "-o", "x", "--facts"), USAGE, ("--facts", "records")),
        (("export", "turtle", "-o", "x", "--about", "Aliem (1979)"), FOUND, ("Alien (1979)",)),
        (("export", "records", "-o", "x", "--about", "Ridley Scott"), INPUT, ("of films",)),
    ],
    ids=str,
)
def test_asking_wrongly_is_told(
    arguments: tuple[str, ...],
    code: int,
    words: tuple[str, ...],
    asked: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    check(asked(*arguments), code, *words)
    assert list(tmp_path.iterdir()) == []


def test_several_candidates_stand_one_below_the_other(asked: Run) -> None:
    assert asked("show", "Alien").err.splitlines() == [
        "Error: 2 things are named 'Alien'. Which one:",
        "  Alien (1979) [film/alien-1979]",
        "  Alien (1997) [film/alien-1997]",
        "Give the year, or what stands in brackets.",
    ]


@pytest.mark.parametrize("limit", [1, 10**9, 10**18])
@pytest.mark.parametrize(
    "command",
    [
        ("find", "alien"),
        ("sparql", "SELECT * { ?s a fg:Film }"),
        ("ask", "co-stars", "Ian Holm"),
        ("path", "Ian Holm", "Ripley"),
        ("neighbours", "Alien (1979)"),
        ("neighbourhood", "Alien (1979)"),
        ("common", "Ian Holm", "Ripley"),
        ("centre",),
    ],
    ids=str,
)
def test_any_limit_from_one_on_is_taken(command: tuple[str, ...], limit: int, asked: Run) -> None:
    assert asked(*command, "--limit", str(limit)).code == 0


def test_a_query_may_stand_in_a_file(asked: Run, tmp_path: Path) -> None:
    (tmp_path / "years.rq").write_text("SELECT ?y { ?f fg:year ?y } ORDER BY ?y LIMIT 1")
    assert "1922" in asked("sparql", "--file", tmp_path / "years.rq").out


@pytest.mark.parametrize(
    "content", [b"\xff\xfeS\x00", b"\x00\x01\x02\x80", "ASK {é}".encode("latin-1")]
)
def test_a_query_file_of_another_encoding_is_told(
    content: bytes, asked: Run, tmp_path: Path
) -> None:
    (tmp_path / "bad.rq").write_bytes(content)
    ran = asked("sparql", "--file", tmp_path / "bad.rq")
    assert ran.code in (INPUT, QUERY)
    assert "Traceback" not in ran.all


def test_a_query_file_that_is_not_there_is_wrong_usage(asked: Run, tmp_path: Path) -> None:
    check(asked("sparql", "--file", tmp_path / "none.rq"), USAGE, "none.rq")
    check(asked("sparql", "--file", tmp_path), USAGE)


# Graphs


Break = Callable[[Path], object]


def _half(path: Path) -> None:
    shutil.rmtree(path / "builds" / "000001" / "rdf")


def _torn(path: Path) -> None:
    manifest = path / "builds" / "000001" / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:50])


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (shutil.rmtree, "does not exist"),
        (lambda path: (path / "graph.json").unlink(), "is not a graph folder"),
        (lambda path: (path / "graph.json").write_text("{}"), "graph.json"),
        (lambda path: (path / "graph.json").write_text('{"format": 99}'), "newer"),
        (lambda path: (path / "graph.json").write_bytes(b"\xff\x00"), "graph.json"),
        (lambda path: (path / "current").write_text("seven"), "seven"),
        (lambda path: (path / "current").write_text("9"), "Build 9"),
        (lambda path: shutil.rmtree(path / "builds"), "is not there"),
        (_half, "missing"),
        (_torn, "manifest.json"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("find", "alien"),
        ("path", "Ian Holm", "Ripley"),
        ("status",),
        ("check",),
        ("export", "turtle", "-o", "x.ttl"),
    ],
    ids=lambda command: command[0],
)
def test_a_graph_that_cannot_be_used_is_told(
    command: tuple[str, ...],
    broken: Break,
    words: str,
    run: Run,
    films_graph: Graph,
    tmp_path: Path,
) -> None:
    path = shutil.copytree(films_graph.folder.path, tmp_path / "films.graph")
    broken(path)
    check(run(*command, "--graph", path), GRAPH, words)


def test_a_file_is_not_a_graph(run: Run, tmp_path: Path) -> None:
    (tmp_path / "films.txt").write_text("Alien")
    check(run("find", "alien", "--graph", tmp_path / "films.txt"), GRAPH, "not a graph folder")


def test_a_graph_without_a_build_says_what_to_do(run: Run, tmp_path: Path) -> None:
    load_into(GraphFolder.create(tmp_path / "new.graph"), {"mine": FILMS})
    check(run("find", "alien", "--graph", tmp_path / "new.graph"), GRAPH, "filmgraph build")
    status = run("status", "--graph", tmp_path / "new.graph")
    assert status.code == 0
    assert "none yet" in status.out
    assert "mine" in status.out


def test_an_empty_graph_cannot_be_built(run: Run, tmp_path: Path) -> None:
    GraphFolder.create(tmp_path / "new.graph")
    check(run("build", "--graph", tmp_path / "new.graph"), GRAPH, "filmgraph load")


def test_a_build_that_is_not_there_cannot_be_used(run: Run, tmp_path: Path) -> None:
    load_into(GraphFolder.create(tmp_path / "new.graph"), {"mine": FILMS})
    check(run("build", "--graph", tmp_path / "new.graph", "--use", "7"), GRAPH, "no build 7")


@pytest.mark.parametrize("command", [("load", "records", "x.jsonl"), ("build",)], ids=str)
def test_the_demo_is_read_only(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"record":"source","name":"mine","title":"Mine"}\n')
    command = tuple(str(file) if one == "x.jsonl" else one for one in command)
    check(run(*command, "--graph", "demo"), GRAPH, "read-only", "--graph FOLDER")


@pytest.mark.parametrize("command", [("load", "records", "x.jsonl"), ("build",)], ids=str)
def test_the_folder_of_the_demo_is_read_only(
    command: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILMGRAPH_CACHE", str(tmp_path / "cache"))
    demo = tmp_path / "cache" / "demo-0123.graph"
    load_into(GraphFolder.create(demo), {"mine": FILMS})
    file = tmp_path / "x.jsonl"
    file.write_text('{"record":"source","name":"mine","title":"Mine"}\n')
    command = tuple(str(file) if one == "x.jsonl" else one for one in command)
    check(run(*command, "--graph", demo), GRAPH, "read-only")


# The environment


def test_the_environment_names_the_graph(
    run: Run, films_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILMGRAPH_GRAPH", str(films_graph.folder.path))
    assert "Alien (1979)" in run("find", "alien").out


def test_a_bad_graph_of_the_environment_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FILMGRAPH_GRAPH", str(tmp_path / "none.graph"))
    check(run("find", "alien"), GRAPH, "none.graph", "does not exist")


def test_the_environment_sets_the_spoilers(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = asked("ask", "themes-of-film", "Casablanca (1942)")
    monkeypatch.setenv("FILMGRAPH_SPOILERS", "ending")
    after = asked("ask", "themes-of-film", "Casablanca (1942)")
    assert "He lets her go." not in before.out
    assert "He lets her go." in after.out


def test_bad_spoilers_of_the_environment_are_told(
    asked: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILMGRAPH_SPOILERS", "everything")
    check(asked("find", "alien"), USAGE, "FILMGRAPH_SPOILERS", "everything", "open")


# What is written


@pytest.mark.parametrize(
    "command",
    [("draw", "Alien (1979)"), ("export", "turtle"), ("path", "Ian Holm", "Ripley")],
    ids=str,
)
def test_a_place_that_cannot_be_written_is_told(
    command: tuple[str, ...], asked: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    check(asked(*command, "-o", tmp_path), INPUT, "is a folder")
    check(asked(*command, "-o", tmp_path / "none" / "x"), STORAGE, "No such file or directory")
    check(asked(*command, "-o", tmp_path / "file" / "x"), STORAGE, "Not a directory")
    check(asked(*command, "-o", tmp_path / ("x" * 300)), STORAGE, "name too long")


def test_records_are_not_written_over_something_else(asked: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    check(asked("export", "records", "-o", tmp_path), INPUT, "other things than records")
    check(asked("export", "records", "-o", tmp_path / "letter.txt"), INPUT, "is a file")
    check(asked("export", "records", "-o", tmp_path / "none" / "x"), STORAGE)
    assert (tmp_path / "letter.txt").read_text() == "Dear"
