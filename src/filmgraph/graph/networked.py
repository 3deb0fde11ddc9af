"""A graph in the hands of networkx."""

from typing import TYPE_CHECKING, Literal, overload

from filmgraph.arrays.attributes import Attributes
from filmgraph.arrays.choosing import Chosen, Words, choose, choose_kinds
from filmgraph.graph.opened import Named, Opened
from filmgraph.options import check_limit

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Networked"]


class Networked(Opened):
    """A graph in the hands of networkx."""

    __slots__ = ()

    @overload
    def networkx(self, *, directed: Literal[False] = False) -> "nx.Graph[str]": ...
    @overload
    def networkx(self, *, directed: Literal[True]) -> "nx.MultiDiGraph[str]": ...
    def networkx(self, *, directed: bool = False) -> "nx.Graph[str] | nx.MultiDiGraph[str]":
        """The graph as networkx sees it: read-only, at this level, without a copy.

        Nodes are full IRIs with `iri`, `kind`, `label` and `year`.  Edges have `predicate`, `level`
        and, where they are known, `text`, `theme_weight`, `billing`, `film` and `sources`.

        It is made at once, however large the graph, and takes memory only for the IRIs that were
        read.  Algorithms that go over the whole graph take two to six times as long as on a copy;
        many of them in a row are quicker on `view.copy()`.

        Parameters
        ----------
        directed : bool
            False for a `networkx.Graph`: a node is linked with another once, whatever the
            direction and number of edges.  The data are those of the edge that tells most;
            `predicates` names all, separated by spaces.
            True for a `networkx.MultiDiGraph`: every edge in its direction.  Its key is its
            predicate; a second one of the same predicate between the same two has `SAID_OF 2`.

        Returns
        -------
        networkx.Graph or networkx.MultiDiGraph
            Its nodes, edges and their data cannot be changed.  What networkx makes of it (`copy`,
            `ego_graph`, `subgraph(…).copy()`), and what a pickle of it holds, is an ordinary graph.

        Raises
        ------
        DamagedGraph
            If a file of the arrays is missing or torn, or of another build.

        Examples
        --------
        >>> import filmgraph, networkx
        >>> graph = filmgraph.open()
        >>> view = graph.networkx()
        >>> scott = graph.person("Ridley Scott").iri
        >>> path = networkx.shortest_path(view, scott, graph.theme("dystopia").iri)
        >>> [view.nodes[iri]["label"] for iri in path]
        ['Ridley Scott', 'Blade Runner', 'dystopia']
        >>> everything = graph.networkx(directed=True)
        >>> everything.in_degree[graph.theme("dystopia").iri] > 20
        True
        """
        from filmgraph.arrays.networkx_view import GraphView, MultiDiGraphView

        return (MultiDiGraphView if directed else GraphView).over(self.adjacency)

    def to_networkx(
        self,
        kinds: Words = None,
        predicates: Words = None,
        *,
        around: Named | None = None,
        steps: int = 1,
        limit: int | None = None,
    ) -> "nx.MultiDiGraph[str]":
        """A networkx graph of one's own: all of the graph at this level, or a part of it.

        Nodes, edges and keys are as `networkx(directed=True)` has them; both come sorted by IRI.

        Parameters
        ----------
        kinds : str or iterable of str, optional
            Only entities of these kinds: `"film"`.
        predicates : str or iterable of str, optional
            Only these kinds of edge, `"ACTED_IN"`, and what has one of them.
        around : Entity, IRI or str, optional
            Only this entity, whatever its kind, and what such edges lead to from it, in either
            direction and through such entities.
        steps : int
            How far from `around`.
        limit : int, optional
            Entities at most: those with the fewest steps from `around`, then by IRI.  Where there
            are more, `graph["truncated"]` of the copy is true.

        Raises
        ------
        OptionError
            If there is no such kind; those there are, are named.  If `steps` or `limit` is less
            than 1.
        UnknownEntity, AmbiguousName
            If `around` is not the name of one entity.
        DamagedGraph
            If a file of the arrays is missing or torn, or of another build.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> copy = graph.to_networkx("film", around="Ridley Scott")
        >>> copy.nodes["https://w3id.org/filmgraph/film/alien-1979"]["label"]
        'Alien'
        >>> {predicate for *_, predicate in copy.edges(data="predicate")}
        {'DIRECTED'}
        """
        from filmgraph.arrays.networkx_copy import copy_of_edges, part_of

        words = choose(predicates)
        chosen = Chosen(words.edges, words.kinds | choose_kinds(kinds))
        graph = self.adjacency
        nodes, edges, cut = part_of(
            graph,
            chosen,
            start=None if around is None else self.node(around),
            steps=check_limit(steps, 1, "steps"),
            limit=None if limit is None else check_limit(limit, None),
        )
        made = copy_of_edges(Attributes(graph), nodes, edges)
        if cut:
            made.graph["truncated"] = True
        return made
