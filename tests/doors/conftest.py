"""The graphs that the tests of the doors ask."""

from pathlib import Path

import pytest
from tests.canary import canary_film
from tests.graphs import CONCEPTS, FILMS, graph_folder, open_door

from filmgraph.build.folder import GraphFolder
from filmgraph.doors.sparql import SparqlDoor

SOURCES = ("mine", "yours")


@pytest.fixture(scope="session")
def canary_folder(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """A build in which every kind of part is said at each level, by two sources.  Read only."""
    path = tmp_path_factory.mktemp("canary") / "canary.graph"
    return graph_folder(path, {"mine": [canary_film()], "yours": [canary_film(), *FILMS]})


@pytest.fixture(scope="session")
def canary_door(canary_folder: GraphFolder) -> SparqlDoor:
    """Its door, at level open."""
    return open_door(canary_folder, SOURCES)


@pytest.fixture(scope="session")
def film_folder(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """A build of four films by two sources.  Read only."""
    path = tmp_path_factory.mktemp("films") / "films.graph"
    return graph_folder(path, {"mine": [*FILMS, *CONCEPTS], "yours": [FILMS[0]]})


@pytest.fixture(scope="session")
def door(film_folder: GraphFolder) -> SparqlDoor:
    """Its door, at level open."""
    return open_door(film_folder, SOURCES)


@pytest.fixture
def folder(tmp_path: Path) -> GraphFolder:
    """A build of one's own."""
    return graph_folder(tmp_path / "films.graph")
