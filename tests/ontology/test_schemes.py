"""The concept schemes are closed, agree with the record and the curtain, and are in order."""

from typing import Final, get_args

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS
from tests.ontology.turtle import iri, read

from filmgraph.curtain import LEVELS, allowed
from filmgraph.record import Aspect, CharacterKind, CreditPart, Level, TellingMode, Weight

TERMS: Final = read("filmgraph", "schemes")
SCHEMES: Final = {
    "levels": "Level",
    "weights": "Weight",
    "aspects": "Aspect",
    "characterKinds": "CharacterKind",
    "tellingModes": "TellingMode",
    "relationKinds": "RelationKind",
    "plotStructures": "PlotStructure",
    "creditParts": "CreditPart",
}


def members(scheme: str) -> set[str]:
    found = TERMS.subjects(SKOS.inScheme, iri(f"fg:{scheme}"))
    return {str(one).rpartition("#")[2] for one in found}


def ranked(scheme: str) -> list[str]:
    rank = {name: TERMS.value(iri(f"fg:{name}"), iri("fg:rank")) for name in members(scheme)}
    return sorted(rank, key=lambda name: int(str(rank[name])), reverse=True)


def test_these_are_all_the_schemes() -> None:
    assert set(TERMS.subjects(RDF.type, SKOS.ConceptScheme)) == {
        iri(f"fg:{one}") for one in SCHEMES
    }


@pytest.mark.parametrize(("scheme", "kind"), SCHEMES.items())
def test_a_scheme_holds_just_the_concepts_of_its_class(scheme: str, kind: str) -> None:
    assert members(scheme) == {
        str(one).rpartition("#")[2] for one in TERMS.subjects(RDF.type, iri(f"fg:{kind}"))
    }
    assert (iri(f"fg:{kind}"), RDFS.subClassOf, SKOS.Concept) in TERMS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_concepts_of_a_scheme_have_the_same_label(scheme: str) -> None:
    labels = [str(TERMS.value(iri(f"fg:{name}"), RDFS.label)) for name in members(scheme)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_concept_is_at_the_top_of_its_scheme(scheme: str) -> None:
    tops = {str(one) for one in TERMS.subjects(SKOS.topConceptOf, iri(f"fg:{scheme}"))}
    assert {one.rpartition("#")[2] for one in tops} == members(scheme)


@pytest.mark.parametrize(
    ("scheme", "values", "ending"),
    [
        ("levels", Level, ""),
        ("weights", Weight, ""),
        ("aspects", Aspect, ""),
        ("characterKinds", CharacterKind, "Character"),
        ("tellingModes", TellingMode, ""),
        ("creditParts", CreditPart, "Credit"),
    ],
)
def test_a_scheme_has_what_a_record_may_say(scheme: str, values: object, ending: str) -> None:
    assert members(scheme) == {f"{value}{ending}" for value in get_args(values)}


def test_levels_are_in_the_order_of_the_curtain() -> None:
    assert ranked("levels") == list(reversed(LEVELS))


def test_a_level_includes_what_the_curtain_allows() -> None:
    for level in LEVELS:
        included = TERMS.transitive_objects(iri(f"fg:{level}"), iri("fg:includes"))
        assert {str(one).rpartition("#")[2] for one in included if one} == set(allowed(level))


def test_weights_are_in_order() -> None:
    assert ranked("weights") == ["choice", "major", "minor", "suggested"]


def test_every_credit_part_leads_to_a_property() -> None:
    for name in members("creditParts"):
        [found] = TERMS.objects(iri(f"fg:{name}"), iri("fg:creditProperty"))
        assert isinstance(found, URIRef)
        assert TERMS.value(found, RDFS.label)
