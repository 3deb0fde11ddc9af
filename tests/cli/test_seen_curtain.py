"""Who has seen one film is shown nothing more of another, by any command.

The same command on a graph in which the hidden parts of the other film were never said must give
the very same output, letter by letter; the films share people, themes, places and characters'
names.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.canary import canary_film
from tests.cli.conftest import Run
from tests.graph.test_seen import other_film
from tests.graphs import FILMS, graph_folder

from filmgraph.curtain import visible
from filmgraph.record import Level

SEEN = "Leaving Las Vegas (1995)"
OTHER = "Other Film (2001)"
LEVELS: tuple[Level, ...] = ("open", "plot")
PATHS = ("--via", "film", "--via", "person", "--via", "theme", "--via", "genre", "--via", "place")


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Level, Path]:
    """Level: a graph in which the film that was not seen is known up to that level."""
    folder = tmp_path_factory.mktemp("seen")
    every: tuple[Level, ...] = ("open", "plot", "ending")
    return {
        level: graph_folder(
            folder / f"{level}.graph",
            {
                "mine": [canary_film(), visible(other_film(), level)],
                "yours": [canary_film(), *FILMS],
            },
        ).path
        for level in every
    }


def _commands() -> list[tuple[str, ...]]:
    named = [SEEN, OTHER, "plain player", "plain theme", "plain maker", "drama", "plain town"]
    named += ["endingcanary player", "endingcanary theme", "endingcanary city"]
    named += [f"character/other-film-2001/{one}canary-person-of-a-story" for one in LEVELS]
    named += ["character/other-film-2001/endingcanary-person-of-a-story"]
    named += ["character/leaving-las-vegas-1995/endingcanary-person-of-a-story"]
    commands: list[tuple[str, ...]] = [("centre",), ("centre", "--kind", "theme", "--exact")]
    commands += [("find", word) for word in ("plain", "endingcanary", "other film", "canary")]
    for one in named:
        commands += [(name, one) for name in ("show", "find", "neighbours", "distances")]
        commands += [("show", one, "--format", "json"), ("neighbours", one, "--format", "json")]
        commands += [("neighbourhood", one), ("common", one, OTHER), ("compare", SEEN, one)]
        commands += [("path", one, OTHER, *PATHS, "--limit", "9"), ("path", one, SEEN)]
        commands += [("distances", one, "--kind", kind) for kind in ("theme", "character")]
    for film in (SEEN, OTHER, "Alien (1979)"):
        for format_ in ("table", "json", "csv"):
            commands += [("timeline", film, "--order", "story", "--format", format_)]
            commands += [("characters", film, "--format", format_)]
        commands += [("timeline", film), ("timeline", film, "--source", "yours")]
    return commands


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_a_command_gives_what_a_graph_without_the_hidden_parts_gives(
    command: tuple[str, ...], level: Level, run: Run, graphs: Mapping[Level, Path]
) -> None:
    given = []
    for graph in (graphs["ending"], graphs[level]):
        ran = run(*command, "--seen", SEEN, "--graph", graph, "--spoilers", level)
        given.append((ran.code, ran.all.replace(str(graph), "GRAPH")))
    assert given[0] == given[1]


@pytest.mark.parametrize("command", ["timeline", "characters"])
def test_of_the_seen_film_the_same_is_shown_as_at_the_ending(
    command: str, run: Run, graphs: Mapping[Level, Path]
) -> None:
    graph = ("--graph", graphs["ending"])
    every = run(command, SEEN, *graph, "--spoilers", "ending").out
    assert "endingcanary" in every
    assert run(command, SEEN, *graph, "--seen", SEEN).out == every


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("command", ["timeline", "characters", "show"])
def test_of_another_film_the_same_is_shown_as_without_having_seen_the_one(
    command: str, level: Level, run: Run, graphs: Mapping[Level, Path]
) -> None:
    where = ("--graph", graphs["ending"], "--spoilers", level)
    assert run(command, OTHER, *where, "--seen", SEEN).out == run(command, OTHER, *where).out


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_drawn_shows_nothing_more_of_another_film(
    level: Level, run: Run, graphs: Mapping[Level, Path], tmp_path: Path
) -> None:
    drawn = []
    for name, graph in (("full", graphs["ending"]), ("known", graphs[level])):
        ran = run(
            *("neighbours", "plain player", "-o", tmp_path / name, "--seen", SEEN),
            *("--graph", graph, "--spoilers", level),
        )
        assert ran.code == 0, ran.err
        drawn.append((tmp_path / name).read_text("utf-8"))
    assert drawn[0] == drawn[1]
