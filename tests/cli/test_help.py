"""Help: the first page, and that of each command."""

import importlib
import re

import click
import pytest
from tests.cli.conftest import Run

from filmgraph.cli.app import cli
from filmgraph.cli.overview import COMMANDS, overview


def command(name: str) -> click.Command:
    found: click.Command = getattr(
        importlib.import_module(f"filmgraph.cli.{COMMANDS[name][0]}"), name
    )
    return found


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)], ids=str)
def test_the_first_page_is_the_overview(arguments: tuple[str, ...], run: Run) -> None:
    shown = run(*arguments)
    assert (shown.code, shown.out) == (0, overview() + "\n")


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)], ids=str)
def test_the_first_page_needs_no_library(arguments: tuple[str, ...], process: Run) -> None:
    shown = process(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert "Usage: filmgraph" in shown.out
    assert not re.search(r"\| +(click|rich|msgspec|numpy|rdflib|pyoxigraph)\b", shown.err)


def test_the_overview_names_every_command_with_what_it_does() -> None:
    page = overview()
    assert list(COMMANDS) == cli.list_commands(click.Context(cli))
    for name, (_, text) in COMMANDS.items():
        assert f"  {name:13} {text}" in page.splitlines()


def test_the_overview_fits_a_terminal() -> None:
    assert max(map(len, overview().splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, run: Run) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert f"Usage: filmgraph {name}" in shown.out
    assert f"Example: filmgraph {name}" in " ".join(shown.out.split())


@pytest.mark.parametrize("name", ["add", "remove"])
def test_a_command_of_the_list_of_seen_films_has_help_with_an_example(name: str, run: Run) -> None:
    shown = run("seen", name, "--help")
    assert shown.code == 0
    assert f"Example: filmgraph seen {name}" in " ".join(shown.out.split())


SEEING = ("find", "show", "timeline", "characters", "path", "neighbours", "neighbourhood")


@pytest.mark.parametrize("name", [*SEEING, "common", "compare", "distances", "centre"])
def test_commands_that_know_what_was_seen_say_so(name: str, run: Run) -> None:
    assert "--seen FILM" in run(name, "--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    wordless = [
        one.name
        for one in command(name).params
        if isinstance(one, click.Option) and not (one.help or "").strip()
    ]
    assert wordless == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_an_example_exists(name: str) -> None:
    epilog = command(name).epilog or ""
    options = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", epilog))
    known = {option for one in command(name).params for option in one.opts}
    assert options <= known


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("sho", "show"),
        ("serach", ""),
        ("stauts", "status"),
        ("exprot", "export"),
        ("neighbors", "neighbours"),
    ],
)
def test_an_unknown_command_names_near_ones(wrong: str, meant: str, run: Run) -> None:
    ran = run(wrong)
    assert ran.code == 2
    assert f"There is no command '{wrong}'" in ran.err
    assert meant in ran.err
    assert "Traceback" not in ran.err


def test_the_version_is_printed(run: Run) -> None:
    assert re.fullmatch(r"filmgraph \d+\.\d+\.\d+\n", run("--version").out)


def test_an_unknown_option_is_wrong_usage(run: Run) -> None:
    ran = run("find", "alien", "--colour")
    assert ran.code == 2
    assert "--colour" in ran.err


def test_help_shows_the_environment_and_the_defaults(run: Run) -> None:
    shown = " ".join(run("find", "--help").out.split())
    assert "FILMGRAPH_GRAPH" in shown
    assert "FILMGRAPH_SPOILERS" in shown
    assert "default: demo" in shown
    assert "default: open" in shown
