"""The arrays of records, without a build."""

from pathlib import Path

from tests.canary import canary_film
from tests.graphs import CONCEPTS, FILMS, Sources, write

from filmgraph.arrays.graph_files import GraphFiles, open_arrays, write_arrays

__all__ = ["SOURCES", "arrays_of"]

SOURCES: Sources = {"one": [canary_film(), *FILMS, *CONCEPTS], "two": [canary_film(), FILMS[0]]}


def arrays_of(folder: Path, sources: Sources, stamp: str = "") -> GraphFiles:
    """The arrays of some records, written and opened."""
    written = write(sources)
    names = written.names.entries(written.writer.shared)
    assert write_arrays(folder, names, written.edges, stamp) == 0
    return open_arrays(folder)
