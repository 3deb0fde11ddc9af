"""Making a store: from a file of N-Quads, or while they are being written."""

import errno
import gzip
import os
import time
import zlib
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from filmgraph.curtain import LEVELS
from filmgraph.errors import SourceError, StorageError
from filmgraph.names import graph_iri

__all__ = ["added_statements", "extend_store", "load_store", "store_stream"]

_BUFFER = 1 << 20
_UNTIL_OPEN_SECONDS = 0.002
_RANKS: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, int] = {
    ox.NamedNode(graph_iri(level=level)) if number else ox.DefaultGraph(): number
    for number, level in enumerate(LEVELS)
}
"""Graph of what is said at a level, by whoever: the rank of the level."""


def load_store(quads: Path, folder: Path) -> None:
    """Make a store of a file of N-Quads.

    Parameters
    ----------
    quads : Path
        The file, as this program wrote it; a pipe will do.
    folder : Path
        Where the store is made; it must not exist.

    Raises
    ------
    StorageError
        If the disk does not take it.
    """
    with _storage_errors(folder):
        store = ox.Store(str(folder))
        # The writer escapes; checking every IRI again would cost a third of the time.
        store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS, lenient=True)
        store.flush()


@contextmanager
def store_stream(folder: Path, scratch: Path) -> Iterator[BinaryIO]:
    """A file to write N-Quads to, which are loaded into a new store meanwhile.

    The store sorts in threads of its own, so that writing and loading together take little longer
    than loading alone, and nothing is written twice.

    Parameters
    ----------
    folder : Path
        Where the store is made; it must not exist.
    scratch : Path
        Name of a pipe, or of a file where the system has no pipes with names; gone at the end.

    Raises
    ------
    StorageError
        If the disk does not take it.
    """
    try:
        try:
            os.mkfifo(scratch)
        except (AttributeError, OSError):  # Windows, and some network folders
            with _storage_errors(folder), scratch.open("wb", buffering=_BUFFER) as out:
                yield out
            load_store(scratch, folder)
            return
        with ThreadPoolExecutor(1) as pool:
            loading = pool.submit(load_store, scratch, folder)
            try:
                with _pipe(scratch, loading) as out:
                    yield out
            except BrokenPipeError:
                loading.result()  # the store gave up first, and says why
                raise
            loading.result()
    finally:
        scratch.unlink(missing_ok=True)


def _pipe(scratch: Path, loading: "Future[None]") -> BinaryIO:
    """The writing end, once the store reads; opened so that a store that failed cannot hang us."""
    try:
        handle = _opened(scratch, loading)
    except BaseException:
        # Such as Ctrl-C: a store that goes on to wait for a writer would wait for ever.
        with suppress(StorageError):
            os.close(_opened(scratch, loading))
        raise
    os.set_blocking(handle, True)
    return os.fdopen(handle, "wb", buffering=_BUFFER)


def _opened(scratch: Path, loading: "Future[None]") -> int:
    while True:
        try:
            return os.open(scratch, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
        if loading.done():
            loading.result()
        time.sleep(_UNTIL_OPEN_SECONDS)


def extend_store(folder: Path, added: Iterable[Path], *, optimize: bool = False) -> int:
    """Load files that others wrote into a store that was just made.

    Parameters
    ----------
    folder : Path
        The store.
    added : iterable of Path
        Zipped N-Quads; they are checked before any is loaded.
    optimize : bool
        Whether to compact the store: reads are faster on large graphs, not on small ones.

    Returns
    -------
    int
        Quads in the files.

    Raises
    ------
    SourceError
        If a file is not N-Quads.
    StorageError
        If the disk does not take it.
    """
    files = list(added)
    count = sum(1 for file in files for _ in _quads(file))
    if files or optimize:
        with _storage_errors(folder):
            store = ox.Store(str(folder))
            for file in files:
                with BufferedReader(gzip.open(file)) as stream:
                    store.bulk_load(input=stream, format=ox.RdfFormat.N_QUADS, lenient=True)
            if optimize:
                store.optimize()
            store.flush()
    return count


@contextmanager
def _storage_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StorageError(
            f"The store could not be written to {folder}: {error}.",
            hint="Free some space and build again.",
        ) from None


def added_statements(file: Path, predicates: Container[str]) -> Iterator[tuple[str, str, str, int]]:
    """What a file that others wrote says in the graphs of the levels.

    Parameters
    ----------
    file : Path
        Zipped N-Quads.
    predicates : container of str
        IRIs of the predicates that are wanted.

    Yields
    ------
    str, str, str, int
        Subject, predicate and object as N-Triples text, and the rank of the level.

    Raises
    ------
    SourceError
        If the file is not N-Quads.
    """
    for quad in _quads(file):
        rank = _RANKS.get(quad.graph_name)
        if rank is not None and quad.predicate.value in predicates:
            yield str(quad.subject), str(quad.predicate), str(quad.object), rank


def _quads(file: Path) -> Iterator[ox.Quad]:
    try:
        with BufferedReader(gzip.open(file)) as stream:
            for quad in ox.parse(stream, format=ox.RdfFormat.N_QUADS):
                if isinstance(quad.object, ox.Triple):
                    raise ValueError(
                        "a statement about a statement (RDF 1.2), which other programs cannot read"
                    )
                yield quad
    except (SyntaxError, ValueError, OSError, EOFError, zlib.error) as error:
        raise SourceError(
            f"'{file}' is not a whole file of N-Quads: {error}.",
            hint="Mend it or take it away, then build again.",
        ) from None
