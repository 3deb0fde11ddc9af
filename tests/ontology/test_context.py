"""The JSON-LD context names every term, and what it writes reads back the same."""

import json
from typing import Final

import pyoxigraph
from rdflib import URIRef
from rdflib.namespace import OWL, RDF
from tests.ontology.turtle import ONTOLOGY, read, sound

from filmgraph.names import VOCABULARIES as PREFIXES
from filmgraph.names import expand
from filmgraph.vocabulary import FG, VOCABULARIES, XSD
from filmgraph.vocabulary import RDF as OUR_RDF

CONTEXT: Final = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
TERMS: Final = {
    name: value
    for name, value in CONTEXT.items()
    if name not in PREFIXES and name not in ("@version", "@base", "id", "type")
}


def iri_of(value: object) -> str:
    return expand(str(value["@id"] if isinstance(value, dict) else value))


def written() -> dict[str, object]:
    text = sound().serialize(format="json-ld", context=CONTEXT)
    document = json.loads(text)
    assert isinstance(document, dict)
    return document


def test_the_context_covers_every_term() -> None:
    covered = {iri_of(value) for value in TERMS.values()}
    datatypes = set(XSD)
    assert covered == {term for one in VOCABULARIES for term in one} - datatypes - {OUR_RDF.type}


def test_no_two_names_are_the_same_term() -> None:
    assert len({iri_of(value) for value in TERMS.values()}) == len(TERMS)


def test_the_prefixes_are_those_of_the_queries() -> None:
    for prefix, start in CONTEXT.items():
        if prefix in PREFIXES:
            assert start == PREFIXES[prefix]


def test_what_leads_to_a_thing_is_read_as_an_iri() -> None:
    ontology = read("filmgraph")
    for name, value in TERMS.items():
        term = URIRef(iri_of(value))
        leads = (term, RDF.type, OWL.ObjectProperty) in ontology
        if str(term).startswith(PREFIXES["fg"]):
            assert isinstance(value, dict) == leads, name


def test_a_graph_reads_back_the_same() -> None:
    # Written by rdflib and read by another implementation.
    text = json.dumps(written())
    read_back = {str(one.triple) for one in pyoxigraph.parse(text, pyoxigraph.RdfFormat.JSON_LD)}
    turtle = sound().serialize(format="nt")
    meant = {str(one.triple) for one in pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.N_TRIPLES)}
    assert read_back == meant


def test_it_reads_well() -> None:
    nodes = written()["@graph"]
    assert isinstance(nodes, list)
    [use] = [node for node in nodes if node.get("type") == "ThemeUse"]
    assert use["weight"] == "choice"
    assert use["motivation"] == "The keeper talks to nobody."
    assert set(use) <= {*TERMS, "id", "type"}
    assert iri_of(TERMS["weight"]) == FG.weight
