"""The store through rdflib: the same statements, nothing to be changed."""

from collections import Counter
from itertools import product

import pytest
import rdflib
from rdflib import BNode, Literal, URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Node

from filmgraph.build.folder import GraphFolder
from filmgraph.build.manifest import read_manifest
from filmgraph.curtain import LEVELS
from filmgraph.doors.rdflib_view import rdflib_dataset
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import QueryRefused
from filmgraph.names import ONTOLOGY, iri
from filmgraph.record import Level

# rdflib's Dataset calls what rdflib is about to take away.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning"),
]

ALIEN = URIRef(iri("film", "alien-1979"))
MINE = URIRef(iri("graph", "mine"))
YEAR = URIRef(ONTOLOGY + "year")


@pytest.fixture
def view(door: SparqlDoor, film_folder: GraphFolder) -> rdflib.Dataset:
    return view_of(door, film_folder)


def view_of(door: SparqlDoor, folder: GraphFolder) -> rdflib.Dataset:
    manifest = read_manifest(folder.current_build())
    return rdflib_dataset(door, manifest.statements_at(door.level))


@pytest.mark.parametrize("level", LEVELS)
def test_its_length_is_the_number_of_statements_of_the_level(
    door: SparqlDoor, film_folder: GraphFolder, level: Level
) -> None:
    view = view_of(door.at(level), film_folder)
    statements = list(view.triples((None, None, None)))
    assert len(view) == len(view.default_graph) == len(statements) == len(set(statements))


def test_the_length_of_a_source_is_the_number_of_its_statements(view: rdflib.Dataset) -> None:
    assert len(view.graph(MINE)) == len(list(view.graph(MINE))) > 50


@pytest.mark.parametrize("bound", list(product([True, False], repeat=3)), ids=str)
def test_a_pattern_finds_what_a_copy_finds(view: rdflib.Dataset, bound: tuple[bool, ...]) -> None:
    copy = rdflib.Graph() + view.default_graph
    for triple in sorted(copy)[::25]:
        pattern = [term if is_bound else None for term, is_bound in zip(triple, bound, strict=True)]
        subject, predicate, value = pattern
        found = set(view.triples((subject, predicate, value)))
        assert found == set(copy.triples((subject, predicate, value)))
        assert triple in found


@pytest.mark.parametrize(
    "pattern",
    [
        (Literal("Alien"), None, None),
        (None, Literal("Alien"), None),
        (None, BNode(), None),
        (URIRef("not an iri"), None, None),
        (None, None, URIRef("<>")),
        (BNode("nowhere"), None, None),
        (None, None, BNode()),
        (ALIEN, YEAR, Literal("1979")),
    ],
)
def test_a_pattern_that_nothing_can_fit_finds_nothing(
    view: rdflib.Dataset, pattern: tuple[Node | None, Node | None, Node | None]
) -> None:
    assert list(view.triples(pattern)) == []


def test_a_variable_stands_for_anything(view: rdflib.Dataset) -> None:
    assert list(view.triples((ALIEN, YEAR, Variable("year")))) == [(ALIEN, YEAR, Literal(1979))]


def test_values_are_those_of_rdflib(view: rdflib.Dataset) -> None:
    year = view.value(ALIEN, YEAR)
    assert isinstance(year, Literal)
    assert year.toPython() == 1979
    assert view.value(ALIEN, rdflib.RDFS.label) == Literal("Alien")
    (text,) = view.objects(ALIEN, rdflib.SDO.abstract)
    assert text == Literal("A freighter answers a call for help.", lang="en")


def test_its_graphs_are_the_default_one_and_those_of_the_sources(view: rdflib.Dataset) -> None:
    names = {str(graph.identifier).rpartition("/")[2] for graph in view.graphs()}
    assert names == {"urn:x-rdflib:default", "mine", "yours"}


def test_the_graphs_of_a_statement_say_who_says_so(view: rdflib.Dataset) -> None:
    graphs = view.graphs((ALIEN, YEAR, Literal(1979)))
    names = {str(graph.identifier).rpartition("/")[2] for graph in graphs}
    assert names >= {"mine", "yours"}
    casablanca = URIRef(iri("film", "casablanca-1942"))
    graphs = view.graphs((casablanca, YEAR, Literal(1942)))
    assert "yours" not in {str(graph.identifier).rpartition("/")[2] for graph in graphs}


def test_quads_are_the_statements_of_all_graphs(view: rdflib.Dataset, door: SparqlDoor) -> None:
    counts = Counter(str(graph) for *_, graph in view)
    assert counts.pop("urn:x-rdflib:default") == len(view)
    expected = door.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    assert set(counts.items()) == set(expected)


def test_a_graph_that_is_not_there_is_empty(view: rdflib.Dataset) -> None:
    graph = rdflib.Graph(store=view.store, identifier=URIRef(iri("graph", "nobody")))
    assert (len(graph), list(graph)) == (0, [])


QUERIES = [
    "SELECT ?film ?year { ?film a fg:Film ; fg:year ?year }",
    "SELECT ?who (COUNT(?film) AS ?films) { ?film schema:director ?who } GROUP BY ?who",
    "SELECT ?a ?b { ?a fg:actedIn ?film . ?b fg:actedIn ?film FILTER(STR(?a) < STR(?b)) }",
    "SELECT ?label { ?film schema:genre/rdfs:label ?label FILTER(STRSTARTS(?label, 's')) }",
    "SELECT ?theme ?above { ?theme skos:broader+ ?above }",
    "SELECT ?film ?text { ?film a fg:Film OPTIONAL { ?film schema:abstract ?text } }",
    "SELECT ?who { GRAPH ?g { ?film fg:year 1979 } ?g dcterms:source/rdfs:label ?who }",
    "SELECT ?s ?o { ?s ?p ?o . ?o ?q ?r }",
    "SELECT ?x { ?x a fg:Film FILTER NOT EXISTS { ?x schema:genre ?genre } }",
]


@pytest.mark.parametrize("text", QUERIES)
def test_rdflibs_own_engine_answers_as_the_door_does(
    view: rdflib.Dataset, door: SparqlDoor, text: str
) -> None:
    def rows(found: object) -> Counter[tuple[str, ...]]:
        return Counter(tuple(str(cell) for cell in row) for row in found)  # type: ignore[attr-defined]

    assert rows(view.query(text)) == rows(door.query(text))
    assert rows(door.query(text))


def test_rdflibs_engine_does_not_call_other_servers_either(view: rdflib.Dataset) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        view.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    with pytest.raises(QueryRefused, match="FROM"):
        view.query("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT ?s { ?s ?p ?o } } }",
        "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
        "ASK FROM NAMED <http://127.0.0.1:1/> { ?s ?p ?o }",
    ],
)
def test_a_query_that_rdflib_parsed_before_does_not_call_them_either(
    view: rdflib.Dataset, text: str
) -> None:
    with pytest.raises(QueryRefused, match="calls another server"):
        view.query(prepareQuery(text))


def test_a_query_that_rdflib_parsed_before_is_answered(view: rdflib.Dataset) -> None:
    prepared = prepareQuery("SELECT ?s { ?s fg:year 1979 }", initNs={"fg": ONTOLOGY})
    assert [tuple(row) for row in view.query(prepared)] == [(ALIEN,)]  # type: ignore[arg-type]


CHANGES = {
    "add": lambda view: view.add((ALIEN, YEAR, Literal(1980))),
    "addN": lambda view: view.addN([(ALIEN, YEAR, Literal(1980), view.default_graph)]),
    "remove": lambda view: view.remove((ALIEN, None, None)),
    "set": lambda view: view.set((ALIEN, YEAR, Literal(1980))),
    "update": lambda view: view.update("DELETE WHERE { ?s ?p ?o }"),
    "graph": lambda view: view.graph(URIRef("urn:new")).add((ALIEN, YEAR, Literal(1980))),
    "remove_graph": lambda view: view.remove_graph(MINE),
    "parse": lambda view: view.parse(data="<urn:a> <urn:b> <urn:c> .", format="turtle"),
    "+=": lambda view: view.__iadd__([(ALIEN, YEAR, Literal(1980), None)]),
    "default graph": lambda view: view.default_graph.add((ALIEN, YEAR, Literal(1980))),
    "graph of a source": lambda view: view.get_context(MINE).remove((None, None, None)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_is_taken(view: rdflib.Dataset, change: object) -> None:
    before = set(view.quads())
    with pytest.raises(TypeError, match="read-only"):
        change(view)  # type: ignore[operator]
    assert set(view.quads()) == before


def test_a_copy_can_be_changed(view: rdflib.Dataset) -> None:
    copy = rdflib.Graph()
    copy += view.default_graph
    copy.set((ALIEN, YEAR, Literal(1980)))
    assert copy.value(ALIEN, YEAR) == Literal(1980)
    assert view.value(ALIEN, YEAR) == Literal(1979)
    assert len(copy) == len(view)


def test_the_message_names_a_way_to_copy_that_works(view: rdflib.Dataset) -> None:
    with pytest.raises(TypeError) as caught:
        view.add((ALIEN, YEAR, Literal(1980)))
    way = str(caught.value).partition("Copy it first: ")[2]
    copy = eval(way, {"rdflib": rdflib, "dataset": view})
    assert len(copy) == len(view)


@pytest.mark.parametrize("format_", ["turtle", "nt", "xml", "json-ld"])
def test_what_is_serialised_is_read_back_the_same(view: rdflib.Dataset, format_: str) -> None:
    text = view.default_graph.serialize(format=format_)
    again = rdflib.Graph().parse(data=text, format=format_)
    assert set(again) == set(view.default_graph)


@pytest.mark.parametrize("format_", ["nquads", "trig"])
def test_all_graphs_are_serialised_and_read_back_the_same(
    view: rdflib.Dataset, format_: str
) -> None:
    again = rdflib.Dataset().parse(data=view.serialize(format=format_), format=format_)
    assert set(again.quads()) == set(view.quads())


def test_the_prefixes_of_filmgraph_are_bound(view: rdflib.Dataset) -> None:
    assert dict(view.namespaces())["fg"] == URIRef(ONTOLOGY)
    assert view.qname(YEAR) == "fg:year"
