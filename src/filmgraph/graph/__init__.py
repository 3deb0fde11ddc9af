"""The Graph: what a user holds, in parts."""

from filmgraph.graph.graph import Graph, open_graph
from filmgraph.graph.opened import Named

__all__ = ["Graph", "Named", "open_graph"]
