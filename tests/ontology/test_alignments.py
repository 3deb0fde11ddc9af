"""Alignments name real terms of others, and terms of ours that exist."""

import json
from typing import Final

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, RDFS, SDO, SKOS
from tests.ontology.turtle import HERE, iri, read

from filmgraph.names import ONTOLOGY

ALIGNMENTS: Final = read("alignments")
REAL: Final = json.loads((HERE / "aligned_terms.json").read_text(encoding="utf-8"))
MATCHES: Final = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.exactMatch)


def foreign(graph: Graph) -> set[str]:
    return {
        str(one)
        for predicate in (*MATCHES, RDFS.subClassOf, RDFS.subPropertyOf)
        for one in graph.objects(None, predicate)
    }


def listed() -> set[str]:
    return {start + name for start, home in REAL.items() for name in home["terms"]}


def test_every_foreign_term_is_one_that_was_verified() -> None:
    assert foreign(ALIGNMENTS) - listed() == set()


def test_every_verified_term_is_used() -> None:
    assert listed() - foreign(ALIGNMENTS) == set()


@pytest.mark.parametrize("start", REAL)
def test_it_is_said_how_a_namespace_was_verified(start: str) -> None:
    assert start.endswith(("/", "#"))
    assert REAL[start]["title"]
    assert REAL[start]["verified"]
    assert REAL[start]["terms"] == sorted(REAL[start]["terms"])


@pytest.mark.parametrize("home", [SDO, DCTERMS])
def test_terms_of_a_namespace_that_rdflib_knows_are_real(home: type) -> None:
    for name in REAL[str(home)]["terms"]:
        assert name in home  # type: ignore[operator]


def test_only_terms_of_ours_are_aligned() -> None:
    ours = set(read("filmgraph").subjects())
    for subject in ALIGNMENTS.subjects():
        inverse = ALIGNMENTS.value(subject, OWL.inverseOf)
        term = inverse if isinstance(subject, BNode) else subject
        assert isinstance(term, URIRef)
        assert term.startswith(ONTOLOGY)
        assert term in ours


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("fg:Film", "http://www.wikidata.org/entity/Q11424"),
        ("fg:Film", "http://iflastandards.info/ns/lrm/lrmoo/F1_Work"),
        ("fg:Character", "https://movielabs.com/omc/rdf/schema/v2.8#Character"),
        ("fg:Character", "https://w3id.org/golem/ontology#G1_Character"),
        ("fg:CharacterIdentity", "https://w3id.org/golem/ontology#G0_Character-Stoff"),
        ("fg:Portrayal", "https://movielabs.com/omc/rdf/schema/v2.8#Portrayal"),
        ("fg:Setting", "https://w3id.org/golem/ontology#G12_Setting"),
        ("fg:ThemeUse", "http://www.cidoc-crm.org/cidoc-crm/E13_Attribute_Assignment"),
        ("fg:StoryEvent", "https://w3id.org/golem/ontology#G5_Narrative_Event"),
        ("fg:StoryEvent", "http://contextus.net/ontology/ontomedia/core/expression#Event"),
        ("fg:Telling", "http://purl.org/ontology/stories/EventSlot"),
    ],
)
def test_a_term_is_aligned(ours: str, theirs: str) -> None:
    assert theirs in {str(one) for match in MATCHES for one in ALIGNMENTS.objects(iri(ours), match)}


def test_levels_are_aligned_with_nothing() -> None:
    for name in ("Level", "level", "includes", "open", "plot", "ending"):
        assert (iri(f"fg:{name}"), None, None) not in ALIGNMENTS
