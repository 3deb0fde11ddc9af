"""Small graphs that the tests of the outer rooms share.  Read them, never write them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.graphs import CONCEPTS, FILMS, Sources, canary_film, graph_folder

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.curtain import visible
from filmgraph.graph import Graph, open_graph
from filmgraph.intake.store import write_records
from filmgraph.record import Credit, FilmRecord, Identifier, Level, Source, Text

NAMESAKES = (
    FilmRecord(
        key="silent",
        title="Back to Yellow Jacket",
        year=1922,
        credits=(
            Credit(
                person="John Smith", part="actor", person_id=Identifier(scheme="own", value="one")
            ),
            Credit(person="Roy Stewart", part="actor"),
        ),
    ),
    FilmRecord(
        key="other-alien",
        title="Alien",
        year=1997,
        genres=("drama",),
        credits=(
            Credit(
                person="John Smith", part="editor", person_id=Identifier(scheme="own", value="two")
            ),
        ),
    ),
)
"""Two people of one name, and another Alien."""

HOSTILE = "\x1b[31mred\x07 \u202eevil [red]x[/red] <b>&\n\u009b2J"
"""What no terminal, no page and no markup may obey."""


@pytest.fixture(scope="session")
def films_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Six films by two sources, at level open."""
    path = tmp_path_factory.mktemp("films") / "films.graph"
    sources: Sources = {"mine": [*FILMS, *CONCEPTS, *NAMESAKES], "yours": [FILMS[0]]}
    return open_graph(graph_folder(path, sources).path)


@pytest.fixture(scope="session")
def canary_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A film of which every kind of part is said at each level, at level ending."""
    path = tmp_path_factory.mktemp("canary") / "canary.graph"
    sources = {"mine": [canary_film()], "yours": [canary_film(), *FILMS]}
    return open_graph(graph_folder(path, sources).path, level="ending")


@pytest.fixture(scope="session")
def known_graphs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Level, Path]:
    """Level: a graph of what `canary_graph` says up to that level, and of nothing more."""
    folder = tmp_path_factory.mktemp("known")
    levels: tuple[Level, ...] = ("open", "plot")
    return {
        level: graph_folder(
            folder / f"{level}.graph",
            {
                "mine": [visible(canary_film(), level)],
                "yours": [visible(film, level) for film in (canary_film(), *FILMS)],
            },
        ).path
        for level in levels
    }


@pytest.fixture(scope="session")
def hostile_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film whose texts hold commands for terminals, pages and markup."""
    film = FilmRecord(
        key="hostile",
        title="[red]x[/red] \u202eevil",
        year=2001,
        credits=(Credit(person="[bold]Ann[/bold] \u202eBee", part="director"),),
        texts=(Text(kind="synopsis", text=HOSTILE),),
    )
    path = tmp_path_factory.mktemp("hostile") / "hostile.graph"
    folder = GraphFolder.create(path)
    head = Source(name="hostile", title="[red]Hostile[/red] \u202e")
    write_records(folder.record_file("hostile"), head, [film])
    build(folder)
    return path
