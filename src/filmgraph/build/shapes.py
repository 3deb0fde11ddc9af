"""Checks the statements of a build against the ontology's shapes."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from filmgraph.build.shacl import Report, compile_shapes, violations
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.shipped import folder as shipped_folder

__all__ = ["check_store"]

_THREADS = 4


def check_store(store: Path, sources: Iterable[str]) -> Report:
    """What in a store does not fit `ontology/shapes.ttl`, over all levels together."""
    door = SparqlDoor(store, sources, "ending")
    shapes = (shipped_folder("ontology") / "shapes.ttl").read_text(encoding="utf-8")

    def select(query: str) -> Iterable[tuple[str | None, ...]]:
        # No limit, as all that is wrong is counted.
        for row in door.query(query, limit=sys.maxsize):
            yield tuple(None if cell is None else str(cell) for cell in row)

    # The store works without holding up Python, so the checks share the processors.
    threads = min(_THREADS, os.cpu_count() or 1)
    return violations(select, compile_shapes(shapes), threads=threads)
