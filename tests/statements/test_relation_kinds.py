"""A word for a relation tells its kind, where it surely does."""

import pytest
from rdflib import Graph
from rdflib.namespace import SKOS

from filmgraph.shipped import folder
from filmgraph.statements.relation_kinds import RELATION_KINDS, relation_kind
from filmgraph.vocabulary import FG


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("pimp of", FG.exploitation),
        ("enemy of", FG.enmity),
        ("threat to", FG.enmity),
        ("therapist of", FG.care),
        ("client of", FG.work),
        ("landlady of", FG.otherRelation),
        ("in love with", FG.love),
        ("former lover of", FG.love),
        ("spouse of", FG.family),
        ("younger sisters of", FG.family),
        ("mother-in-law of", FG.family),
        ("ex-wife of", FG.family),
        ("Best friend of", FG.friendship),
        ("neighbours of", FG.acquaintance),
        ("works with", FG.work),
        ("business partner of", FG.work),
        ("captain of", FG.authority),
        ("henchmen of", FG.work),
        ("foe of", FG.enmity),
    ],
)
def test_a_word_tells_its_kind(what: str, kind: str) -> None:
    assert relation_kind(what) == kind


@pytest.mark.parametrize("what", ["", "of", "partner of", "looks like", "friendly with", "🎬"])
def test_nothing_is_said_of_other_words(what: str) -> None:
    assert relation_kind(what) is None


def test_no_word_is_of_two_kinds() -> None:
    words = [word for words in RELATION_KINDS.values() for word in words.split()]
    assert len(words) == len(set(words))


def test_each_kind_of_the_ontology_has_words() -> None:
    schemes = Graph().parse(folder("ontology") / "schemes.ttl")
    kinds = {str(kind) for kind in schemes.subjects(SKOS.inScheme, None) if _is_kind(schemes, kind)}
    assert {str(kind) for kind in RELATION_KINDS} == kinds


def _is_kind(graph: Graph, kind: object) -> bool:
    return any(str(scheme) == FG.relationKinds for scheme in graph.objects(kind, SKOS.inScheme))  # type: ignore[arg-type]
