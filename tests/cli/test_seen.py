"""The list of films that were seen, and --seen: what they show, keep and refuse."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import FOUND, INPUT, STORAGE, USAGE, Run, check

from filmgraph.graph import Graph
from filmgraph.options import seen_file

FILM = "Leaving Las Vegas (1995)"
IRI = "https://w3id.org/filmgraph/film/leaving-las-vegas-1995"
ALIEN = "https://w3id.org/filmgraph/film/alien-1979"
ELSEWHERE = "https://w3id.org/filmgraph/film/a-film-of-another-graph-1999"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the list; it is not there yet."""
    file = tmp_path / "mine" / "seen.txt"
    monkeypatch.setenv("FILMGRAPH_SEEN", str(file))
    return file


@pytest.fixture
def asked(run: Run, canary_graph: Graph, path: Path) -> Run:
    """A command on the graph of canaries, with a list of its own."""
    return lambda *arguments: run(*arguments, "--graph", canary_graph.folder.path)


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


# Where it is


def test_the_list_is_in_the_folder_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert seen_file() == tmp_path / "filmgraph" / "seen.txt"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their folders have other names")
def test_the_list_is_in_the_home_folder_where_nothing_else_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for value in ("", "not/absolute"):
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert seen_file() == tmp_path / ".config" / "filmgraph" / "seen.txt"


def test_a_variable_names_another_file(path: Path) -> None:
    assert seen_file() == path


# Keeping the list


def test_a_list_that_is_not_there_is_empty(run: Run, path: Path) -> None:
    shown = run("seen")
    assert shown.out.startswith("No film is listed.")
    assert not path.exists()


def test_a_film_is_listed_by_its_iri_with_its_title_as_a_comment(asked: Run, path: Path) -> None:
    assert asked("seen", "add", "leaving las vegas").out == f"{FILM}: listed as seen\n"
    first, second = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("#")
    assert second == f"{IRI}  # {FILM}"


def test_several_films_are_listed_at_once_each_once(asked: Run, path: Path) -> None:
    said = asked("seen", "add", FILM, "Alien (1979)", FILM).out
    assert said == f"{FILM}: listed as seen\nAlien (1979): listed as seen\n"
    assert asked("seen", "add", FILM).out == f"{FILM}: was listed already\n"
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_the_list_is_shown_without_a_graph(run: Run, path: Path) -> None:
    write(path, f"{IRI}  # {FILM}", "film/alien-1979")
    shown = json.loads(run("seen", "--format", "json").out)
    assert shown["rows"] == [[FILM, IRI], ["film/alien-1979", ALIEN]]


def test_what_else_stands_in_the_file_stays(asked: Run, path: Path) -> None:
    write(path, "# my films", "", f"{ALIEN}  # with Ann, on a Sunday")
    asked("seen", "add", FILM)
    lines = ["# my films", "", f"{ALIEN}  # with Ann, on a Sunday"]
    assert path.read_text(encoding="utf-8").splitlines() == [*lines, f"{IRI}  # {FILM}"]
    asked("seen", "remove", FILM)
    assert path.read_text(encoding="utf-8").splitlines() == lines


@pytest.mark.parametrize(
    "name",
    [FILM, "leaving las vegas 1995", IRI, "film/leaving-las-vegas-1995", "Adiós a Las Vegas"],
)
def test_a_film_is_taken_off_by_any_of_its_names(name: str, asked: Run, path: Path) -> None:
    write(path, f"{IRI}  # {FILM}")
    assert asked("seen", "remove", name).out == f"{FILM}: no longer listed as seen\n"
    assert path.read_text(encoding="utf-8") == ""


def test_a_film_of_another_graph_is_kept_ignored_and_can_be_taken_off(
    asked: Run, path: Path
) -> None:
    write(path, f"{ELSEWHERE}  # Another (1999)")
    assert asked("find", "leaving las vegas").code == 0
    asked("seen", "add", FILM)
    assert ELSEWHERE in path.read_text(encoding="utf-8")
    assert asked("seen", "remove", "another 1999").code == 0
    assert ELSEWHERE not in path.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such modes")
def test_the_list_is_for_its_owner_only(asked: Run, path: Path) -> None:
    asked("seen", "add", FILM)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_to_the_list_stays_a_link(asked: Run, path: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.touch()
    path.parent.mkdir()
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("no links can be made here")
    asked("seen", "add", FILM)
    assert path.is_symlink()
    assert IRI in real.read_text(encoding="utf-8")


def test_nothing_is_left_beside_the_list(asked: Run, path: Path) -> None:
    asked("seen", "add", FILM)
    assert [one.name for one in path.parent.iterdir()] == ["seen.txt"]


# What it shows


@pytest.mark.parametrize("command", ["timeline", "characters", "show", "neighbours"])
def test_all_of_a_listed_film_is_shown(command: str, asked: Run, path: Path) -> None:
    before = asked(command, FILM).out
    assert "canary" not in before
    write(path, IRI)
    assert "endingcanary" in asked(command, FILM).out


@pytest.mark.parametrize("command", ["timeline", "characters", "show", "neighbours"])
def test_all_of_a_film_that_is_named_is_shown(command: str, asked: Run, path: Path) -> None:
    shown = asked(command, FILM, "--seen", "leaving las vegas").out
    assert "endingcanary" in shown
    assert not path.exists()


def test_several_films_may_be_named(asked: Run) -> None:
    shown = asked("timeline", FILM, "--seen", "Alien (1979)", "--seen", FILM)
    assert "endingcanary" in shown.out


def test_a_character_of_a_seen_film_is_found_by_name(asked: Run) -> None:
    name = "endingcanary person of a story"
    assert name not in asked("find", name).out
    assert asked("find", name, "--seen", FILM).out.splitlines()[2].startswith(name)
    check(asked("show", name), FOUND, name)
    assert asked("show", name, "--seen", FILM).out.startswith(f"{name}: character")


@pytest.mark.parametrize(
    "command", [("ask", "cast", FILM), ("sparql", "SELECT * { ?s ?p ?o } ORDER BY ?s ?p STR(?o)")]
)
def test_questions_and_queries_do_not_use_the_list(
    command: tuple[str, ...], asked: Run, path: Path
) -> None:
    before = asked(*command).out
    write(path, IRI)
    assert asked(*command).out == before


def test_the_list_is_not_used_in_python(canary_graph: Graph, path: Path) -> None:
    from filmgraph.graph import open_graph

    write(path, IRI)
    assert repr(open_graph(canary_graph.folder.path)).endswith("at level open>")


# What is wrong


def test_a_name_that_is_no_film_is_an_error(asked: Run, path: Path) -> None:
    check(asked("seen", "add", "Leaving Las Vegsa (1995)"), FOUND, FILM)
    check(asked("seen", "add", FILM, "plain player"), FOUND, "plain player")
    assert not path.exists()
    check(asked("timeline", FILM, "--seen", "no such film"), FOUND, "no such film")


def test_no_film_is_wrong_usage(asked: Run) -> None:
    assert asked("seen", "add").code == USAGE
    assert asked("seen", "forget", FILM).code == USAGE


def test_a_film_that_is_not_listed_cannot_be_taken_off(asked: Run, path: Path) -> None:
    write(path, f"{ALIEN}  # Alien (1979)")
    check(
        asked("seen", "remove", "Alein (1979)"), FOUND, "'Alein (1979)' is not on", "Alien (1979)"
    )
    check(asked("seen", "remove", FILM), FOUND, "is not on the list")
    assert ALIEN in path.read_text(encoding="utf-8")


def test_two_films_of_a_title_are_told_apart(asked: Run, path: Path) -> None:
    write(path, f"{ALIEN}  # Alien", "film/alien-1997  # Alien")
    check(asked("seen", "remove", "alien"), FOUND, "film/alien-1979", "film/alien-1997")
    assert asked("seen", "remove", "film/alien-1997").code == 0


@pytest.mark.parametrize(
    "line", ["Casablanca (1942)", "person/ann-bee", "film", "https://a.b/film/c"]
)
def test_a_line_that_names_no_film_is_an_error_with_its_number(
    line: str, asked: Run, run: Run, path: Path
) -> None:
    write(path, "# mine", IRI, line)
    for ran in (run("seen"), asked("seen", "add", FILM), asked("show", FILM)):
        check(ran, INPUT, "line 3", line)
    assert line in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_list_that_cannot_be_read_is_an_error(
    content: bytes | None, asked: Run, run: Run, path: Path
) -> None:
    path.parent.mkdir()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    check(run("seen"), INPUT, "cannot be read")
    check(asked("find", "alien"), INPUT, "cannot be read")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such file")
def test_what_is_no_file_is_not_replaced(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMGRAPH_SEEN", os.devnull)
    check(asked("seen", "add", FILM), INPUT, "is no file")
    assert not Path(os.devnull).is_file()


def test_a_folder_that_cannot_be_made_is_an_error(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FILMGRAPH_SEEN", str(tmp_path / "file" / "seen.txt"))
    ran = asked("seen", "add", FILM)
    assert ran.code in (INPUT, STORAGE)
    assert ran.err.startswith("Error:")
