"""Checks the statements of a build against the ontology's shapes."""

import sys
from collections.abc import Iterable
from pathlib import Path

from filmgraph.build.shacl import Report, compile_shapes, violations
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.shipped import folder as shipped_folder

__all__ = ["check_store"]


def check_store(store: Path, sources: Iterable[str]) -> Report:
    """What in a store does not fit `ontology/shapes.ttl`, over all levels together."""
    door = SparqlDoor(store, sources, "ending")
    shapes = (shipped_folder("ontology") / "shapes.ttl").read_text(encoding="utf-8")

    def select(query: str) -> Iterable[tuple[str | None, ...]]:
        # No limit, as all that is wrong is counted.
        for row in door.query(query, limit=sys.maxsize):
            yield tuple(None if cell is None else str(cell) for cell in row)

    return violations(select, compile_shapes(shapes))
