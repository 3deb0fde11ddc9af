"""Every term is described in full, and the closed vocabulary in Python has just these."""

from typing import Final

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, DefinedNamespace
from tests.ontology.turtle import iri, parse, read

from filmgraph.names import ONTOLOGY, curie
from filmgraph.vocabulary import FG, VOCABULARIES

TERMS: Final = read("filmgraph", "schemes")
ONTOLOGY_IRI: Final = URIRef(ONTOLOGY.removesuffix("#"))
DESCRIBED: Final = sorted(
    {term for term in TERMS.subjects() if isinstance(term, URIRef)} - {ONTOLOGY_IRI}
)
OURS: Final = [term for term in DESCRIBED if term.startswith(ONTOLOGY)]
REUSED: Final = [term for term in DESCRIBED if not term.startswith(ONTOLOGY)]
PROPERTY_TYPES: Final = {OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property}
PROPERTIES: Final = [term for term in OURS if PROPERTY_TYPES & set(TERMS.objects(term, RDF.type))]


def text(term: URIRef, predicate: URIRef) -> str:
    [value] = TERMS.objects(term, predicate)
    assert isinstance(value, Literal)
    return str(value)


def used(graph: Graph) -> set[URIRef]:
    """The predicates of a graph, and its objects that are terms of ours."""
    found = {part for part in graph.predicates() if isinstance(part, URIRef)}
    return found | {
        part for part in graph.objects() if isinstance(part, URIRef) and part.startswith(ONTOLOGY)
    }


def test_the_vocabulary_has_every_term_that_is_described_and_no_other() -> None:
    assert sorted(term for one in VOCABULARIES for term in one) == [str(term) for term in DESCRIBED]


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="inFlim"):
        FG.inFlim  # type: ignore[attr-defined]


def test_a_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="closed"):
        FG.Film = FG.Genre
    with pytest.raises(AttributeError, match="closed"):
        del FG.Film
    assert FG.Film == ONTOLOGY + "Film"


@pytest.mark.parametrize("term", OURS, ids=curie)
def test_a_term_of_ours_has_label_definition_example_and_home(term: URIRef) -> None:
    assert text(term, RDFS.label)
    assert text(term, SKOS.definition).endswith(".")
    assert text(term, SKOS.example)
    assert list(TERMS.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY_IRI]


@pytest.mark.parametrize("term", REUSED, ids=curie)
def test_a_reused_term_says_how_it_is_used(term: URIRef) -> None:
    assert text(term, RDFS.label)
    assert text(term, SKOS.scopeNote).endswith(".")
    assert text(term, SKOS.example)
    [home] = TERMS.objects(term, RDFS.isDefinedBy)
    assert str(term).startswith(str(home))


@pytest.mark.parametrize("term", PROPERTIES, ids=curie)
def test_a_property_of_ours_has_domain_and_range(term: URIRef) -> None:
    for predicate in (RDFS.domain, RDFS.range):
        [bound] = TERMS.objects(term, predicate)
        assert isinstance(bound, URIRef) or TERMS.value(bound, OWL.unionOf)


@pytest.mark.parametrize("term", DESCRIBED, ids=curie)
def test_an_example_is_turtle_that_uses_its_term(term: URIRef) -> None:
    example = parse(text(term, SKOS.example))
    # A class that data never states is shown by what it is broader than.
    known = {*DESCRIBED, RDFS.subClassOf}
    assert used(example) <= known
    datatypes = {
        one.datatype or XSD.string for one in example.objects() if isinstance(one, Literal)
    }
    assert term in {*example.subjects(), *example.objects(), *example.predicates(), *datatypes}


@pytest.mark.parametrize("term", PROPERTIES, ids=curie)
def test_the_range_fits_the_kind_of_property(term: URIRef) -> None:
    [bound] = TERMS.objects(term, RDFS.range)
    kinds = set(TERMS.objects(term, RDF.type))
    if OWL.DatatypeProperty in kinds:
        assert str(bound).startswith(str(XSD))
    elif OWL.ObjectProperty in kinds:
        assert not str(bound).startswith(str(XSD))
    else:
        assert TERMS.value(bound, OWL.unionOf)


def test_every_class_of_ours_is_used_by_a_property_or_stands_at_the_top() -> None:
    classes = {term for term in OURS if (term, RDF.type, OWL.Class) in TERMS}
    bounds = {*TERMS.objects(None, RDFS.range), *TERMS.objects(None, RDFS.domain)}
    first = iri("rdf:first")
    assert classes <= bounds | set(TERMS.objects(None, first)) | {iri("fg:Genre")}


def test_before_is_transitive_and_during_is_symmetric() -> None:
    assert (iri("fg:before"), RDF.type, OWL.TransitiveProperty) in TERMS
    assert (iri("fg:includes"), RDF.type, OWL.TransitiveProperty) in TERMS
    assert (iri("fg:during"), RDF.type, OWL.SymmetricProperty) in TERMS


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("fg:Film", "schema:Movie"),
        ("fg:Portrayal", "schema:PerformanceRole"),
        ("fg:Theme", "skos:Concept"),
        ("fg:Motif", "skos:Concept"),
        ("fg:Genre", "skos:Concept"),
        ("fg:FilmRecord", "prov:Entity"),
    ],
)
def test_a_class_is_a_kind_of_a_wider_one(narrow: str, wide: str) -> None:
    assert (iri(narrow), RDFS.subClassOf, iri(wide)) in TERMS


def test_reused_terms_are_real() -> None:
    homes: dict[str, type[DefinedNamespace]] = {
        "schema": SDO,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
    }
    for term in REUSED:
        prefix, _, name = curie(term).partition(":")
        assert name in homes[prefix], term


def test_nothing_is_said_to_be_the_same_as_a_thing_elsewhere() -> None:
    every = read("filmgraph", "schemes", "alignments", "shapes")
    assert OWL.sameAs not in set(every.predicates())
