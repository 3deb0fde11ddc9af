"""The arrays as networkx graphs: views that read them, and hold no copy of the edges.

networkx keeps a graph as dictionaries in dictionaries.  Here mappings that look up the arrays stand
in their place, so that all of networkx works on them.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from networkx.classes import reportviews

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.attributes import Attributes
from filmgraph.arrays.choosing import Chosen
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.networkx_copy import copy_of_edges, copy_of_pairs, part_of
from filmgraph.arrays.networkx_mappings import ByName, Following, Leading, Linked, ReadOnly, refuse

__all__ = ["GraphView", "MultiDiGraphView"]

if TYPE_CHECKING:
    _Graph = nx.Graph[str]
    _MultiDiGraph = nx.MultiDiGraph[str]
else:
    _Graph, _MultiDiGraph = nx.Graph, nx.MultiDiGraph


class _Counted:
    """Degrees that are read off the index, unless they are to be weighed."""

    _graph: "GraphView | MultiDiGraphView"
    _nodes: Mapping[str, object] | list[str]
    _succ: Mapping[str, object]
    _weight: str | bool | None

    @abstractmethod
    def _degrees(self) -> Numbers:
        """The degrees of all nodes, by their numbers."""

    def __getitem__(self, name: str) -> int:
        if self._weight is not None:
            return super().__getitem__(name)  # type: ignore[misc,no-any-return]
        node = self._graph.known.number(name)
        if node is None:
            raise KeyError(name)
        degree: int = self._degrees().item(node)
        return degree

    def __iter__(self) -> Iterator[tuple[str, int]]:
        if self._weight is not None:
            return super().__iter__()  # type: ignore[misc,no-any-return]
        if self._nodes is not self._succ:
            return ((name, self[name]) for name in self._nodes)
        known = self._graph.known
        degrees = self._degrees()[known.graph.nodes()].tolist()
        return zip(known.all_names(), degrees, strict=True)


class _DegreeView(_Counted, reportviews.DegreeView):  # type: ignore[type-arg]
    def _degrees(self) -> Numbers:
        return self._graph.known.graph.degree


class _DiDegreeView(_Counted, reportviews.DiMultiDegreeView):  # type: ignore[type-arg]
    _graph: "MultiDiGraphView"

    def _degrees(self) -> Numbers:
        return self._graph.degrees


class _InDegreeView(_Counted, reportviews.InMultiDegreeView):  # type: ignore[type-arg]
    _graph: "MultiDiGraphView"

    def _degrees(self) -> Numbers:
        return self._graph.in_degrees


class _OutDegreeView(_Counted, reportviews.OutMultiDegreeView):  # type: ignore[type-arg]
    _graph: "MultiDiGraphView"

    def _degrees(self) -> Numbers:
        return self._graph.out_degrees


class _EdgeView(reportviews.EdgeView):  # type: ignore[type-arg]
    __slots__ = ()
    _graph: "GraphView"

    def __len__(self) -> int:
        return self._graph.edge_count


class _OutEdgeView(reportviews.OutMultiEdgeView):  # type: ignore[type-arg]
    __slots__ = ()
    _graph: "MultiDiGraphView"

    def __len__(self) -> int:
        return self._graph.edge_count


class _InEdgeView(reportviews.InMultiEdgeView):  # type: ignore[type-arg]
    __slots__ = ()
    _graph: "MultiDiGraphView"

    def __len__(self) -> int:
        return self._graph.edge_count


class _View:
    """What is read off the arrays and refuses to be changed, in the words of networkx."""

    frozen = True
    known: Attributes
    _node: Mapping[str, ReadOnly]
    _adj: Mapping[str, Mapping[str, Any]]

    def _begin(self, graph: Adjacency) -> Attributes:
        """Take up all but the edges."""
        known = self.known = Attributes(graph)
        # Some writers of networkx take things out of it, so it is as open as nx.freeze leaves it.
        self.graph: dict[str, Any] = {"level": graph.level}
        self.__networkx_cache__: dict[str, Any] = {}
        self._node = ByName(known, lambda node: ReadOnly(known.node(node)))
        return known

    @property
    @abstractmethod
    def edge_count(self) -> int:
        """How many edges there are."""

    add_node = add_nodes_from = remove_node = remove_nodes_from = refuse
    add_edge = add_edges_from = add_weighted_edges_from = refuse
    remove_edge = remove_edges_from = refuse
    clear = clear_edges = update = refuse

    def size(self, weight: str | None = None) -> float:
        """How many edges there are, or the sum of an attribute of theirs."""
        if weight is None:
            return self.edge_count
        return super().size(weight)  # type: ignore[misc,no-any-return]

    def __reduce__(self) -> tuple[type, tuple[()], dict[str, Any]]:
        # A file or another process gets a graph of its own, for which it needs no filmgraph.
        made = self.copy()  # type: ignore[attr-defined]
        return type(made), (), vars(made)


class GraphView(_View, _Graph):  # type: ignore[misc]
    """A networkx Graph that reads the arrays: edges go both ways, one for each linked pair.

    It cannot be changed.  What networkx makes of it (`copy`, `subgraph(…).copy()`, `ego_graph`),
    and what a pickle of it holds, is an ordinary `networkx.Graph` that can.

    Attributes
    ----------
    known : Attributes

    Examples
    --------
    >>> import filmgraph
    >>> view = filmgraph.open().networkx()
    >>> view.add_node("x")
    Traceback (most recent call last):
    networkx.exception.NetworkXError: Frozen graph can't be modified
    """

    def __new__(cls, *args: Any, **kwargs: Any) -> _Graph:  # type: ignore[misc]
        """An ordinary graph: networkx calls this where it makes a graph like this one."""
        return nx.Graph(*args, **kwargs)

    @classmethod
    def over(cls, graph: Adjacency) -> "GraphView":
        """The view of what may be seen of the arrays."""
        view = object.__new__(cls)
        known = view._begin(graph)
        view._adj = ByName(known, lambda node: Linked(known, node))
        return view

    @cached_property
    def degree(self) -> _DegreeView:
        """With how many nodes each is linked."""
        return _DegreeView(self)

    @cached_property
    def edges(self) -> _EdgeView:
        """The linked pairs."""
        return _EdgeView(self)

    @property
    def edge_count(self) -> int:
        """How many pairs are linked."""
        graph = self.known.graph
        return graph.files.linked[graph.rank]

    def copy(self, as_view: bool = False) -> _Graph:  # type: ignore[override]
        """An ordinary graph of the same nodes and edges."""
        return super().copy(as_view=True) if as_view else copy_of_pairs(self.known)


class MultiDiGraphView(_View, _MultiDiGraph):  # type: ignore[misc]
    """A networkx MultiDiGraph that reads the arrays: every edge, with its direction.

    It cannot be changed.  What networkx makes of it (`copy`, `reverse`, `subgraph(…).copy()`), and
    what a pickle of it holds, is an ordinary `networkx.MultiDiGraph` that can.

    Attributes
    ----------
    known : Attributes

    Examples
    --------
    >>> import filmgraph
    >>> view = filmgraph.open().networkx(directed=True)
    >>> base = "https://w3id.org/filmgraph/"
    >>> list(view[base + "person/ridley-scott"][base + "film/alien-1979"])
    ['DIRECTED']
    """

    _succ: Mapping[str, Mapping[str, Any]]
    _pred: Mapping[str, Mapping[str, Any]]

    def __new__(cls, *args: Any, **kwargs: Any) -> _MultiDiGraph:  # type: ignore[misc]
        """An ordinary graph: networkx calls this where it makes a graph like this one."""
        return nx.MultiDiGraph(*args, **kwargs)

    @classmethod
    def over(cls, graph: Adjacency) -> "MultiDiGraphView":
        """The view of what may be seen of the arrays."""
        view = object.__new__(cls)
        known = view._begin(graph)
        view._succ = ByName(known, lambda node: Following(known, node))
        view._pred = ByName(known, lambda node: Leading(known, node))
        return view

    @cached_property
    def degrees(self) -> Numbers:
        """How many edges each node has, by its number."""
        graph = self.known.graph
        return graph.end - graph.start

    @cached_property
    def out_degrees(self) -> Numbers:
        """How many edges lead from each node, by its number."""
        graph = self.known.graph
        sources = graph.files.edge_source[graph.files.edge_rank <= graph.rank]
        return np.bincount(sources, minlength=graph.size)

    @cached_property
    def in_degrees(self) -> Numbers:
        """How many edges lead to each node, by its number."""
        return self.degrees - self.out_degrees

    @cached_property
    def degree(self) -> _DiDegreeView:
        """How many edges each node has."""
        return _DiDegreeView(self)

    @cached_property
    def in_degree(self) -> _InDegreeView:
        """How many edges lead to each node."""
        return _InDegreeView(self)

    @cached_property
    def out_degree(self) -> _OutDegreeView:
        """How many edges lead from each node."""
        return _OutDegreeView(self)

    @cached_property
    def edges(self) -> _OutEdgeView:
        """The edges, from the nodes that they lead from."""
        return _OutEdgeView(self)

    @cached_property
    def out_edges(self) -> _OutEdgeView:
        """The edges, from the nodes that they lead from."""
        return _OutEdgeView(self)

    @cached_property
    def in_edges(self) -> _InEdgeView:
        """The edges, from the nodes that they lead to."""
        return _InEdgeView(self)

    @property
    def edge_count(self) -> int:
        """How many edges there are."""
        return int(self.degrees.sum()) // 2

    def copy(self, as_view: bool = False) -> _MultiDiGraph:  # type: ignore[override]
        """An ordinary graph of the same nodes and edges."""
        if as_view:
            return super().copy(as_view=True)
        nodes, edges, _ = part_of(self.known.graph, Chosen())
        return copy_of_edges(self.known, nodes, edges)
