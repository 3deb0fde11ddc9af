"""How two entities are connected."""

from filmgraph.graph.opened import Opened

__all__ = ["Connected"]


class Connected(Opened):
    """How two entities are connected."""

    __slots__ = ()
