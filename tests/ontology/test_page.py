"""The reference page is up to date and has every term."""

import re
from pathlib import Path
from typing import Final

import pytest
from rdflib import URIRef
from rdflib.namespace import RDF, SKOS
from tests.ontology.turtle import ONTOLOGY, iri, read

from filmgraph.export.ontology_page import ontology_page
from filmgraph.names import curie
from filmgraph.vocabulary import VOCABULARIES

DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "ontology.md"
PAGE: Final = ontology_page(ONTOLOGY)


def test_the_page_in_the_docs_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == PAGE, (
        "run 'make docs' and commit docs/ontology.md"
    )


def test_the_page_has_every_term() -> None:
    missing = [
        curie(term) for one in VOCABULARIES for term in one if f"`{curie(term)}`" not in PAGE
    ]
    assert missing == []


def test_the_page_has_every_alignment() -> None:
    for subject, predicate, _ in read("alignments"):
        if isinstance(subject, URIRef) and str(predicate).startswith(str(SKOS)):
            assert f"| `{curie(str(subject))}` | " in PAGE


def test_every_link_leads_to_a_heading() -> None:
    headings = [
        line.removeprefix("### ").strip("`") for line in PAGE.splitlines() if "### " in line
    ]
    anchors: dict[str, str] = {}
    for heading in headings:
        anchor = heading.replace(":", "").lower()
        anchors[f"{anchor}-1" if anchor in anchors else anchor] = heading
    links = re.findall(r"\[`([^`]+)`\]\(#([^)]+)\)", PAGE)
    assert links
    assert [(name, anchor) for name, anchor in links if anchors.get(anchor) != name] == []


@pytest.mark.parametrize("level", ["open", "plot", "ending"])
def test_the_introduction_explains_a_level(level: str) -> None:
    introduction = PAGE.partition("## Classes")[0]
    assert (iri(f"fg:{level}"), RDF.type, iri("fg:Level")) in read("schemes")
    assert f"`fg:{level}`" in introduction
