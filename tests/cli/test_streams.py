"""Terminals, pipes, keys: what a process of its own meets."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND, Run
from tests.conftest import HOSTILE

from filmgraph.graph import Graph

posix = pytest.mark.skipif(sys.platform == "win32", reason="this is how POSIX systems do it")

# Text that a terminal would obey: escapes, bells, and marks that turn the direction of writing.
COMMANDS = ("\x1b", "\x07", "\u202e", "\u009b")

EVERYTHING = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


def on_terminal(*arguments: str | Path, columns: int = 80, **environment: str) -> str:
    """What a command prints on a terminal of its own."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=theirs,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": str(columns), "TERM": "xterm", **environment},
    )
    os.close(theirs)
    content = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            read = os.read(ours, 65536)
        except OSError:
            break
        if not read:
            break
        content += read
    os.close(ours)
    assert process.wait(30) == 0, content
    # The program itself writes bold, italic and plain.
    return re.sub(r"\x1b\[[013]m", "", content.decode("utf-8", "replace"))


LONG_ANSWERS = (
    ("sparql", EVERYTHING),
    ("path", "Ian Holm", "Ripley", "--limit", "9"),
    ("neighbours", "Alien (1979)", "--format", "json"),
    ("compare", "Alien (1979)", "Blade Runner (1982)"),
    ("distances", "Ian Holm"),
)


@posix
@pytest.mark.parametrize("arguments", LONG_ANSWERS, ids=lambda arguments: arguments[0])
def test_a_reader_that_has_had_enough_ends_it_quietly(
    arguments: tuple[str, ...], films_graph: Graph
) -> None:
    process = subprocess.Popen(
        [*COMMAND, *arguments, "--graph", str(films_graph.folder.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(30) == 0
    process.stderr.close()


@posix
def test_a_pipe_that_is_closed_before_the_first_page_is_no_error() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(COMMAND, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=30)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


@posix
@pytest.mark.parametrize("arguments", [(), ("schema",), ("questions",)], ids=str)
def test_a_full_disk_is_told(arguments: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=30
        )
    assert done.returncode == 7
    assert done.stderr.startswith(b"Error: The output could not be used: No space left")


@posix
@pytest.mark.parametrize("arguments", ["", "schema", "questions"])
def test_a_closed_output_is_no_error(arguments: str) -> None:
    python = f"{sys.executable} -c 'from filmgraph.cli import main; main()' {arguments} >&-"
    done = subprocess.run(["sh", "-c", python], stderr=subprocess.PIPE, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (0, b"")


def _wait_until_busy(pid: int) -> None:
    """Wait for the query itself: to start the program takes a third of a second of work."""
    stat = Path(f"/proc/{pid}/stat")
    time.sleep(2)
    for _ in range(120):
        if not stat.exists():  # another system than Linux
            return
        worked = sum(map(int, stat.read_text().rpartition(")")[2].split()[11:13]))
        if worked >= 1.5 * os.sysconf("SC_CLK_TCK"):
            return
        time.sleep(0.5)


@posix
def test_ctrl_c_stops_a_slow_query_at_once(films_graph: Graph) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + "}"
    slow += "#" + "x" * 500  # longer than what is run in the main thread
    process = subprocess.Popen(
        [*COMMAND, "sparql", slow, "--graph", str(films_graph.folder.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        _wait_until_busy(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"Stopped.")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "arguments",
    [(), ("find", "casablanca"), ("find", "七人の侍"), ("questions",), ("show", "Ålien é")],
    ids=str,
)
def test_no_encoding_of_a_terminal_breaks_it(
    arguments: tuple[str, ...], encoding: str, process: Run, films_graph: Graph
) -> None:
    ran = process(
        *arguments, PYTHONIOENCODING=encoding, FILMGRAPH_GRAPH=str(films_graph.folder.path)
    )
    assert ran.code in (0, 4)
    assert "Traceback" not in ran.all.replace("\x00", "")


def test_json_is_whole_in_any_encoding(process: Run, canary_graph: Graph) -> None:
    arguments = ("show", "Leaving Las Vegas (1995)", "--format", "json")
    path = str(canary_graph.folder.path)
    ascii_ = process(*arguments, PYTHONIOENCODING="ascii", FILMGRAPH_GRAPH=path)
    wide = process(*arguments, FILMGRAPH_GRAPH=path)
    assert ascii_.out.isascii()
    assert not wide.out.isascii()
    assert json.loads(ascii_.out) == json.loads(wide.out)


def test_a_name_of_bad_bytes_is_only_unknown(films_graph: Graph) -> None:
    done = subprocess.run(
        [*COMMAND, "show", b"\xff\xfe", "--graph", str(films_graph.folder.path)],
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr


SHOWN = (
    ("show", "film/red-x-red-evil-2001"),
    ("find", "evil"),
    ("ask", "film-facts", "film/red-x-red-evil-2001"),
    ("status",),
    ("path", "film/red-x-red-evil-2001", "person/bold-ann-bold-bee"),
    ("neighbours", "person/bold-ann-bold-bee"),
    ("neighbourhood", "person/bold-ann-bold-bee"),
    ("compare", "film/red-x-red-evil-2001", "film/red-x-red-evil-2001"),
    ("distances", "film/red-x-red-evil-2001"),
    ("sparql", "SELECT ?l { ?s rdfs:label|schema:abstract ?l }"),
)


@posix
@pytest.mark.parametrize("arguments", SHOWN, ids=str)
def test_nothing_in_a_name_is_a_command_on_a_terminal(
    arguments: tuple[str, ...], hostile_graph: Path
) -> None:
    shown = on_terminal(*arguments, "--graph", hostile_graph)
    assert not any(command in shown for command in COMMANDS)
    assert "[red]" in shown


@posix
def test_csv_keeps_its_characters_in_a_pipe_and_is_no_command_on_a_terminal(
    run: Run, hostile_graph: Path
) -> None:
    asked = ("sparql", SHOWN[-1][1], "--format", "csv", "--graph", hostile_graph)
    shown = on_terminal(*asked)
    assert not any(command in shown for command in COMMANDS)
    assert "[red]" in shown
    assert HOSTILE.removeprefix("\x1b[31m") in run(*asked).out


@pytest.mark.parametrize("arguments", SHOWN, ids=str)
def test_nothing_in_a_name_is_a_command_in_a_pipe(
    arguments: tuple[str, ...], run: Run, hostile_graph: Path
) -> None:
    shown = run(*arguments, "--graph", hostile_graph)
    assert not any(command in shown.all for command in COMMANDS)
    assert "[red]" in shown.out


def test_a_line_break_in_a_value_does_not_break_a_table(run: Run, hostile_graph: Path) -> None:
    query = "SELECT ?text ?film { ?film schema:abstract ?text }"
    assert len(run("sparql", query, "--graph", hostile_graph).out.splitlines()) == 3


def test_an_error_does_not_repeat_commands(run: Run, hostile_graph: Path) -> None:
    ran = run("show", "\x1b[31mevol\u202e x", "--graph", hostile_graph)
    assert ran.code == 4
    assert not any(command in ran.all for command in COMMANDS)


def test_json_keeps_every_character_and_shows_no_command(run: Run, hostile_graph: Path) -> None:
    query = "SELECT ?text { ?film schema:abstract ?text }"
    out = run("sparql", query, "--format", "json", "--graph", hostile_graph).out
    assert not any(command in out for command in COMMANDS)
    assert json.loads(out)["rows"] == [[HOSTILE]]


LONG = 'SELECT ("' + "long " * 100 + '" AS ?text) (1 AS ?number) {}'


@posix
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_long_value_is_folded_on_a_terminal(columns: int, films_graph: Graph) -> None:
    shown = on_terminal("sparql", LONG, "--graph", films_graph.folder.path, columns=columns)
    assert max(map(len, shown.splitlines())) <= columns
    assert shown.count("long") == 100


def test_a_long_value_is_whole_in_a_pipe(run: Run, films_graph: Graph) -> None:
    out = run("sparql", LONG, "--graph", films_graph.folder.path).out
    assert "long " * 99 + "long" in out


def test_a_cut_answer_says_so(run: Run, films_graph: Graph) -> None:
    asked = ("sparql", "SELECT * { ?s a fg:Film }", "--limit", "2")
    graph = ("--graph", films_graph.folder.path)
    assert "cut at 2 rows" in run(*asked, *graph).out
    for format_ in ("json", "csv"):
        ran = run(*asked, *graph, "--format", format_)
        assert "cut at" not in ran.out
        assert "Cut at 2 rows" in ran.err


@posix
def test_a_cut_answer_says_so_on_a_terminal(films_graph: Graph) -> None:
    query = "SELECT * { ?s a fg:Film }"
    shown = on_terminal("sparql", query, "--limit", "2", "--graph", films_graph.folder.path)
    assert "cut at 2 rows" in shown
