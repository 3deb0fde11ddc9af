"""The small graph of these tests, asked as the doors do it: by pyoxigraph, and by rdflib."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql.processor import prepareQuery

from filmgraph.curtain import allowed
from filmgraph.names import BASE, IRI, PREFIXES, graph_iri, iri, slug
from filmgraph.questions import ask, catalogue, find_question
from filmgraph.record import Level
from filmgraph.shipped import folder
from filmgraph.values import Answer, Cell

__all__ = ["QUESTIONS", "Engine", "asked", "pyoxigraph_engine", "rdflib_engine", "short"]

QUESTIONS = catalogue(folder("queries"))
SMALL = Path(__file__).with_name("small.trig")
SOURCES = ("one", "two")

Engine = Callable[[Level], Callable[[str], Answer]]


def pyoxigraph_engine(level: Level) -> Callable[[str], Answer]:
    """Select on the small graph at a level by pyoxigraph."""
    store = _store()
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [
        ox.DefaultGraph(),
        *(ox.NamedNode(graph_iri(level=one)) for one in allowed(level) if one != "open"),
    ]
    named: list[ox.NamedNode | ox.BlankNode] = [
        ox.NamedNode(graph_iri(source, one)) for source in SOURCES for one in allowed(level)
    ]

    def select(query: str) -> Answer:
        found = store.query(query, default_graph=default, named_graphs=named)
        assert isinstance(found, ox.QuerySolutions)
        columns = tuple(variable.value for variable in found.variables)
        return Answer(columns, tuple(tuple(_ox_cell(term) for term in row) for row in found))

    return select


def rdflib_engine(level: Level) -> Callable[[str], Answer]:
    """Select on the small graph at a level by rdflib's own engine."""
    dataset = _dataset(level)

    def select(query: str) -> Answer:
        found = dataset.query(prepareQuery(query))
        columns = tuple(str(variable) for variable in found.vars or ())
        rows: Any = found
        return Answer(columns, tuple(tuple(_rdflib_cell(term) for term in row) for row in rows))

    return select


def asked(
    question: str,
    level: Level = "open",
    engine: Engine = pyoxigraph_engine,
    /,
    **parameters: object,
) -> Answer:
    """The answer of a question on the small graph; entities are given by name."""
    return ask(
        find_question(QUESTIONS, question), parameters, resolve=resolve, select=engine(level)
    )


def resolve(kind: str, value: object) -> IRI:
    """An IRI of a name by its slug; the small graph has no two of a name."""
    text = str(value)
    return IRI(BASE + text) if "/" in text else iri(kind, slug(text))


def short(answer: Answer, *columns: str) -> list[tuple[Cell, ...]]:
    """The rows of some columns, with the last part of IRIs only."""
    indexes = [answer.columns.index(name) for name in columns or answer.columns]
    return [tuple(_last(row[index]) for index in indexes) for row in answer]


def _last(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith("http"):
        return cell.rpartition("/")[2].rpartition("#")[2]
    return cell


@cache
def _store() -> ox.Store:
    store = ox.Store()
    store.load(path=str(SMALL), format=ox.RdfFormat.TRIG)
    return store


@cache
def _dataset(level: Level) -> rdflib.Dataset:
    """The small graph with what the level hides taken out, and the level's graphs merged."""
    merged = {str(graph_iri(level=one)) for one in allowed(level) if one != "open"}
    named = {str(graph_iri(source, one)) for source in SOURCES for one in allowed(level)}
    dataset = rdflib.Dataset(default_union=False)
    for quad in _store():
        triple = (
            _rdflib_term(quad.subject),
            _rdflib_term(quad.predicate),
            _rdflib_term(quad.object),
        )
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
        if graph in named:
            dataset.graph(rdflib.URIRef(graph)).add(triple)
        elif not graph or graph in merged:
            dataset.default_graph.add(triple)
    return dataset


def _rdflib_term(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, ox.Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == PREFIXES["xsd"] + "string":
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def _ox_cell(term: object) -> Cell:
    if isinstance(term, ox.Literal):
        return _cell(term.value, term.datatype.value)
    return IRI(term.value) if isinstance(term, ox.NamedNode) else None


def _rdflib_cell(term: object) -> Cell:
    if isinstance(term, rdflib.Literal):
        return _cell(str(term), str(term.datatype))
    return IRI(str(term)) if term is not None else None


def _cell(value: str, datatype: str) -> Cell:
    if datatype == PREFIXES["xsd"] + "integer":
        return int(value)
    if datatype == PREFIXES["xsd"] + "decimal":
        return float(value)
    return value == "true" if datatype == PREFIXES["xsd"] + "boolean" else value
