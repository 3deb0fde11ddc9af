"""What is around an entity, and what two entities share."""

from filmgraph.graph.opened import Opened

__all__ = ["Travelled"]


class Travelled(Opened):
    """What is around an entity, and what two entities share."""

    __slots__ = ()
