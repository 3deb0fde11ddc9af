"""The SPARQL door: a pyoxigraph store on disk, opened read-only, asked at one level."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox

from filmgraph.curtain import allowed
from filmgraph.doors.deep_stack import on_deep_stack
from filmgraph.doors.sparql_guard import guard
from filmgraph.errors import (
    DamagedGraph,
    QueryRefused,
    QuerySyntaxError,
)
from filmgraph.names import IRI, PREFIXES, graph_iri
from filmgraph.options import LIMITS
from filmgraph.record import Level
from filmgraph.values import Answer, Cell, Statement
from filmgraph.vocabulary import RDF, RDFS, XSD

__all__ = ["SparqlDoor"]

_Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_Graph: TypeAlias = ox.NamedNode | ox.DefaultGraph

_FORMATS = {"turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
_NAMING = (ox.NamedNode(RDF.type), ox.NamedNode(RDFS.label))
_FAILURES = (OSError, RuntimeError, ValueError)
_NUMBERS = frozenset(PREFIXES["xsd"] + name for name in ("decimal", "double", "float"))


class SparqlDoor:
    """A store at a level.

    Parameters
    ----------
    folder : Path
        The store's folder.
    sources : iterable of str
        Names of the sources whose graphs may be asked.
    level : str
        What the viewer may know.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open()
    >>> answer = graph.sparql("SELECT ?film { ?film fg:year 1895 } ORDER BY ?film")
    >>> answer.columns
    ('film',)
    """

    def __init__(self, folder: Path, sources: Iterable[str], level: Level = "open") -> None:
        self.folder = folder
        self.sources = tuple(sorted(sources))
        self.level: Level = level
        try:
            self._store = ox.Store.read_only(str(folder))
        except _FAILURES as error:
            raise _damaged(folder, error) from None
        self._set_level(level)

    def _set_level(self, level: Level) -> None:
        self.level = level
        levels = allowed(level)
        self.default_graphs: list[_Graph] = [
            ox.DefaultGraph(),
            *(ox.NamedNode(graph_iri(level=one)) for one in levels if one != "open"),
        ]
        self.named_graphs = [
            ox.NamedNode(graph_iri(source, one)) for source in self.sources for one in levels
        ]

    def at(self, level: Level) -> "SparqlDoor":
        """The same store at another level."""
        other = object.__new__(SparqlDoor)
        other.folder, other.sources, other._store = self.folder, self.sources, self._store
        other._set_level(level)
        return other

    def matching(
        self,
        subject: ox.NamedNode | ox.BlankNode | None,
        predicate: ox.NamedNode | None,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | None,
        graph: _Graph | None,
    ) -> Iterator[ox.Quad]:
        """The quads of a graph that fit a pattern, whatever their level; for this room only."""
        try:
            yield from self._store.quads_for_pattern(subject, predicate, value, graph)
        except _FAILURES as error:
            raise _damaged(self.folder, error) from None

    def query(self, text: str, *, limit: int | None = None, title: str = "") -> Answer:
        """Ask.

        A SELECT gives its columns; ASK one column `answer`; CONSTRUCT and DESCRIBE the columns
        `subject`, `predicate`, `object`.

        Parameters
        ----------
        text : str
            SPARQL 1.1.  The prefixes of `filmgraph.names.PREFIXES` are known.
        limit : int, optional
            Rows at most; the answer says when it was cut.

        Raises
        ------
        QuerySyntaxError, QueryRefused
        """
        limit = LIMITS.answer_rows if limit is None else min(max(0, limit), sys.maxsize)
        guard(text)
        return on_deep_stack(text, lambda: self._answer(text, limit, title))

    def _answer(self, text: str, limit: int, title: str) -> Answer:
        # All rows are taken here: the store's result may not leave the thread that asked.
        try:
            result = self._run(text)
            if isinstance(result, ox.QueryBoolean):
                return Answer(("answer",), ((bool(result),),), title=title)
            columns, rows = _columns_and_rows(result)
            taken = [tuple(_cell(term) for term in row) for row in islice(rows, limit)]
            truncated = next(rows, None) is not None
        except SyntaxError as error:
            raise QuerySyntaxError(
                f"This is not a SPARQL query: {_first_words(str(error))}.",
                hint="An update, such as INSERT or DELETE, is not one either.",
            ) from None
        except _FAILURES as error:
            if _is_damage(error):
                raise _damaged(self.folder, error) from None
            raise QueryRefused(f"The query could not be run: {error}.") from None
        return Answer(columns, tuple(taken), truncated=truncated, limit=limit, title=title)

    def _run(self, text: str) -> Any:
        # What a query says of its dataset itself (FROM, FROM NAMED) is overruled by these two.
        return self._store.query(
            text,
            prefixes=dict(PREFIXES),
            default_graph=[*self.default_graphs],
            named_graphs=[*self.named_graphs],
        )

    def statements(self, subject: IRI, limit: int | None = None) -> list[Statement]:
        """What is said of a subject at this level, with sources, sorted by predicate and object."""
        limit = LIMITS.answer_rows if limit is None else limit
        levels = allowed(self.level)
        found: dict[tuple[str, Cell], tuple[Level, list[str]]] = {}
        this = ox.NamedNode(subject)
        for graph, level in zip(self.default_graphs, levels, strict=True):
            for quad in self.matching(this, None, None, graph):
                found.setdefault((quad.predicate.value, _cell(quad.object)), (level, []))
        for source in self.sources:
            for level in levels:
                graph = ox.NamedNode(graph_iri(source, level))
                for quad in self.matching(this, None, None, graph):
                    # A value that did not win in the merged graph is still said by its source.
                    key = (quad.predicate.value, _cell(quad.object))
                    _, sources = found.setdefault(key, (level, []))
                    if source not in sources:
                        sources.append(source)
        order = sorted(found, key=lambda key: (key[0], str(key[1])))
        return [
            Statement(subject, IRI(key[0]), key[1], tuple(found[key][1]), found[key][0])
            for key in order[:limit]
        ]

    def count(self) -> dict[str, int]:
        """Merged statements that stand at each level, counted one by one."""
        return {
            level: sum(1 for _ in self.matching(None, None, None, graph))
            for graph, level in zip(self.default_graphs, allowed(self.level), strict=True)
        }

    def dump(
        self, path: Path, format_: str = "nquads", subjects: Mapping[IRI, bool] | None = None
    ) -> None:
        """Write the statements of this level.

        Parameters
        ----------
        path : Path
        format_ : str
            `nquads` with the sources' graphs; `turtle` or `jsonld` without, and without graphs.
        subjects : mapping, optional
            Only of these: all that is said of one (True), or its type and label (False).
        """
        quads = format_ == "nquads"
        graphs = [*self.default_graphs, *(self.named_graphs if quads else ())]
        found = (quad for graph in graphs for quad in self._quads(graph, subjects))
        with path.open("wb") as out:
            if quads:
                ox.serialize(found, out, format=ox.RdfFormat.N_QUADS)
                return
            triples = (quad.triple for quad in found)
            ox.serialize(triples, out, format=_FORMATS[format_], prefixes=dict(PREFIXES))

    def _quads(self, graph: _Graph, subjects: Mapping[IRI, bool] | None) -> Iterator[ox.Quad]:
        if subjects is None:
            yield from self.matching(None, None, None, graph)
            return
        for subject, whole in subjects.items():
            this = ox.NamedNode(subject)
            for predicate in [None] if whole else _NAMING:
                yield from self.matching(this, predicate, None, graph)


def _is_damage(error: Exception) -> bool:
    # The store tells of damage in the words of RocksDB; SyntaxError of the text comes before.
    return isinstance(error, OSError) or str(error).startswith("Corruption")


def _damaged(folder: Path, error: Exception) -> DamagedGraph:
    return DamagedGraph(
        f"The store in '{folder}' cannot be read: {error}.",
        hint="Make a new build: filmgraph build",
    )


def _columns_and_rows(result: Any) -> tuple[tuple[str, ...], Iterator[tuple[_Term | None, ...]]]:
    if isinstance(result, ox.QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        return columns, (tuple(solution) for solution in result)
    return ("subject", "predicate", "object"), (
        (triple.subject, triple.predicate, triple.object) for triple in result
    )


def _cell(term: _Term | None) -> Cell:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    if isinstance(term, ox.Literal):
        return _literal(term)
    return str(term)


def _literal(literal: ox.Literal) -> Cell:
    datatype = literal.datatype.value
    value = literal.value
    try:
        if datatype == XSD.integer:
            return int(value)
        if datatype in _NUMBERS:
            return float(value)
    except ValueError:
        return value
    if datatype == XSD.boolean:
        return value in ("true", "1")
    return value


def _first_words(message: str) -> str:
    # The parser lists every token it would have taken, down to the ranges of Unicode.
    head, found, _ = message.partition(": expected one of")
    return head if found else message.rstrip(".").split("\n", 1)[0][:300]
