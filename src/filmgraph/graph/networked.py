"""A graph in the hands of networkx."""

from filmgraph.graph.opened import Opened

__all__ = ["Networked"]


class Networked(Opened):
    """A graph in the hands of networkx."""

    __slots__ = ()
