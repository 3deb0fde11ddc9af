"""The store as rdflib sees it: a read-only view at one level, without a copy."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any, NoReturn

import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID, Dataset, Graph
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.store import Store
from rdflib.term import BNode, IdentifiedNode, Literal, Node, URIRef, Variable

from filmgraph.doors.sparql import SparqlDoor
from filmgraph.doors.sparql_guard import guard
from filmgraph.errors import QueryRefused
from filmgraph.names import PREFIXES

__all__ = ["rdflib_dataset"]

_Triple = tuple[Node, Node, Node]
_Terms = tuple[Any, Any, Any]
_Graph = ox.NamedNode | ox.DefaultGraph


def rdflib_dataset(door: SparqlDoor, size: int) -> Dataset:
    """An rdflib Dataset over a SPARQL door; `size` is the number of its merged statements."""
    dataset = Dataset(store=_View(door, size))
    for prefix, start in PREFIXES.items():
        dataset.bind(prefix, start, override=True, replace=True)
    return dataset


class _View(Store):
    """rdflib's store protocol, as far as reading goes."""

    context_aware = True
    graph_aware = True
    formula_aware = False
    transaction_aware = False

    def __init__(self, door: SparqlDoor, size: int) -> None:
        super().__init__()
        self._door = door
        self._size = size
        self._prefixes: dict[str, URIRef] = {}
        self._named = {graph.value for graph in door.named_graphs}

    def triples(
        self, triple_pattern: Any, context: Any = None
    ) -> Iterator[tuple[_Triple, Iterator[Graph | None]]]:
        """The statements of a graph that fit a pattern, each once; without a graph, of each."""
        terms = _pattern(triple_pattern)
        if terms is None:
            return
        places = [(context, self._graphs(context))]
        if context is None:
            default = Graph(store=self, identifier=DATASET_DEFAULT_GRAPH_ID)
            places = [(default, self._door.default_graphs)]
            places += [(self._named_graph(graph), [graph]) for graph in self._door.named_graphs]
        for place, graphs in places:
            for found in self._distinct(terms, graphs):
                triple = (
                    _from_store(found.subject),
                    _from_store(found.predicate),
                    _from_store(found.object),
                )
                yield triple, iter((place,))

    def _distinct(self, terms: _Terms, graphs: list[_Graph]) -> Iterator[ox.Triple]:
        # One statement stands in one graph of the three, unless a user added it to two.
        seen: set[ox.Triple] = set()
        for graph in graphs:
            for quad in self._door.matching(*terms, graph):
                if len(graphs) > 1:
                    if quad.triple in seen:
                        continue
                    seen.add(quad.triple)
                yield quad.triple

    def _named_graph(self, graph: ox.NamedNode) -> Graph:
        return Graph(store=self, identifier=URIRef(graph.value))

    def _graphs(self, context: Any) -> list[_Graph]:
        name = context.identifier if type(context) is Graph else context
        if name is None or isinstance(name, Dataset) or name == DATASET_DEFAULT_GRAPH_ID:
            return self._door.default_graphs
        # A graph above the level is as absent as one that does not exist.
        return [ox.NamedNode(str(name))] if str(name) in self._named else []

    def contexts(self, triple: Any = None) -> Generator[Any, None, None]:
        """The source graphs of this level, or those that hold a statement."""
        terms = _pattern(triple or (None, None, None))
        if terms is None:
            return
        for graph in self._door.named_graphs:
            if next(self._door.matching(*terms, graph), None) is not None:
                yield self._named_graph(graph)

    def __len__(self, context: Any = None) -> int:
        if self._graphs(context) is self._door.default_graphs:
            return self._size
        return sum(1 for _ in self.triples((None, None, None), context))

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803 (rdflib's name)
        initBindings: Mapping[str, Any],  # noqa: N803 (rdflib's name)
        queryGraph: str,  # noqa: N803 (rdflib's name)
        **kwargs: Any,
    ) -> Any:
        """Leave SPARQL to rdflib's own engine; `graph.sparql` asks the store directly.

        That engine calls other servers too, by SERVICE and by FROM, so both are refused.
        """
        if isinstance(query, str):
            guard(query, fetches_from=True)
        elif _calls_out(query.algebra):  # one that rdflib parsed before
            raise QueryRefused("The query calls another server, by SERVICE or FROM.")
        raise NotImplementedError

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        """Take a prefix for this view."""
        self._prefixes[prefix] = namespace

    def namespace(self, prefix: str) -> URIRef | None:
        """The namespace of a prefix."""
        return self._prefixes.get(prefix)

    def prefix(self, namespace: URIRef) -> str | None:
        """The prefix of a namespace."""
        return next((p for p, start in self._prefixes.items() if start == namespace), None)

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        """All prefixes."""
        return iter(self._prefixes.items())

    def add_graph(self, graph: Graph) -> None:
        """Accept the graphs that are there: rdflib adds a graph whenever it is asked for one."""
        name = graph.identifier
        if name != DATASET_DEFAULT_GRAPH_ID and str(name) not in self._named:
            _refuse()

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Refuse: the graph is read-only."""
        _refuse()

    def addN(self, quads: Iterable[Any]) -> None:  # noqa: N802 (rdflib's name)
        """Refuse: the graph is read-only."""
        _refuse()

    def remove(self, triple: Any, context: Any = None) -> None:
        """Refuse: the graph is read-only."""
        _refuse()

    def remove_graph(self, graph: Graph) -> None:
        """Refuse: the graph is read-only."""
        _refuse()

    def update(self, *arguments: Any, **options: Any) -> None:
        """Refuse: the graph is read-only."""
        _refuse()


def _calls_out(algebra: Any) -> bool:
    # The walk keeps its own stack: the tree of a long query is deep.
    left = [algebra]
    while left:
        node = left.pop()
        if isinstance(node, CompValue):
            if node.name == "ServiceGraphPattern" or dict.get(node, "datasetClause"):
                return True
            left += dict.values(node)
        elif isinstance(node, list | tuple | set | dict):
            left += node.values() if isinstance(node, dict) else node
    return False


def _refuse() -> NoReturn:
    raise TypeError("The graph is read-only. Copy it first: rdflib.Graph() + dataset.default_graph")


def _pattern(terms: Iterable[Node | None]) -> _Terms | None:
    """The terms for the store, None for what is not bound; None where nothing can fit."""
    subject, predicate, value = terms
    if isinstance(subject, Literal) or isinstance(predicate, Literal | BNode):
        return None
    try:
        return _to_store(subject), _to_store(predicate), _to_store(value)
    except ValueError:  # not an IRI, such as a variable's name in brackets
        return None


def _to_store(term: Node | None) -> Any:
    if term is None or isinstance(term, Variable):
        return None
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        datatype = None if term.datatype is None else ox.NamedNode(str(term.datatype))
        return ox.Literal(str(term), datatype=datatype)
    raise ValueError(f"The store holds nothing such as {term!r}.")


def _from_store(term: Any) -> IdentifiedNode | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        plain = datatype == str(rdflib.XSD.string)
        return Literal(term.value) if plain else Literal(term.value, datatype=URIRef(datatype))
    return BNode(term.value)
