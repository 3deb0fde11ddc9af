"""An option of a loader may be written as one of the command: `--film X`."""

from pathlib import Path

import pytest
from tests.cli.conftest import INPUT, USAGE, Run, check

FILM = "The Pier (1958)"


@pytest.fixture
def plot(tmp_path: Path) -> Path:
    file = tmp_path / "plot.txt"
    file.write_text("Ann kisses Tom. He leaves her and she weeps.", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "before",
    [
        ("text", "--film", FILM),
        ("text", f"--film={FILM}"),
        ("text", "--option", f"film={FILM}"),
        ("--strict", "text", "--film", FILM),
        ("--option", f"film={FILM}", "text"),
    ],
    ids=" ".join,
)
def test_an_option_of_the_loader_is_taken(
    before: tuple[str, ...], run: Run, plot: Path, tmp_path: Path
) -> None:
    ran = run("load", *before, plot, "--graph", tmp_path / "g")
    assert ran.code == 0, ran.all
    assert "1 loaded" in ran.out


def test_it_may_stand_behind_the_file(run: Run, plot: Path) -> None:
    ran = run("load", "--check", "text", plot, "--film", FILM)
    assert ran.code == 0, ran.all


def test_an_option_that_no_one_has_is_told(run: Run, plot: Path, tmp_path: Path) -> None:
    check(run("load", "text", plot, "--flim", FILM, "--graph", tmp_path / "g"), USAGE, "--flim")
    check(run("load", "film-page", plot, "--film", FILM, "--check"), USAGE, "--film")


def test_an_option_without_its_value_is_told(run: Run, plot: Path) -> None:
    check(run("load", "text", plot, "--check", "--film"), USAGE, "--film")


def test_behind_two_hyphens_there_are_files_only(run: Run, plot: Path) -> None:
    check(run("load", "--check", "text", plot, "--", "--film"), INPUT, "--film")


def test_without_its_option_the_loader_says_what_it_needs(run: Run, plot: Path) -> None:
    check(run("load", "text", plot, "--check"), INPUT, '--film "Casablanca (1942)"')


def test_an_unknown_loader_is_told_before_its_options(run: Run, plot: Path) -> None:
    ran = run("load", "txet", plot, "--film", FILM, "--check")
    assert ran.code == USAGE
    assert "Traceback" not in ran.all


def test_a_plot_is_loaded_and_built_and_asked(run: Run, plot: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    assert run("load", "text", "--film", FILM, plot, "--graph", graph).code == 0
    assert run("build", "--graph", graph).code == 0
    shown = run("show", FILM, "--graph", graph, "--spoilers", "ending")
    assert shown.code == 0, shown.all
    hidden = run("show", FILM, "--graph", graph)
    assert "weeps" not in hidden.all
