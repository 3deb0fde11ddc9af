"""Distances over the whole graph."""

from filmgraph.graph.opened import Opened

__all__ = ["Measured"]


class Measured(Opened):
    """Distances over the whole graph."""

    __slots__ = ()
