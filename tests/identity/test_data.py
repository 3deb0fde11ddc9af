"""Identity on the real data: the Theme Ontology and Wikipedia's lists of films."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.identity.gold_faults import JUDGED, NONE

from filmgraph.identity import FilmClaim, Ledger, Naming, claim, identify
from filmgraph.identity.report import measure
from filmgraph.intake import find_loader
from filmgraph.intake.wikipedia import page_name
from filmgraph.names import one_line
from filmgraph.record import ConceptRecord, FilmRecord

THEMES, FILMS = "theme-ontology", "wikipedia-films"
_BLOCK = re.compile(r"^(movie: [^\n]+)\n=+\n(.*?)(?=^[^\n]+\n===+$|\Z)", re.MULTILINE | re.DOTALL)
_REFERENCES = re.compile(r"^:: References\n(.*?)(?=^::|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Loaded:
    """Both sources, and the gold mapping between them."""

    claims: tuple[FilmClaim, ...]
    concepts: tuple[tuple[str, ConceptRecord], ...]
    links: dict[str, set[str]]
    gold: dict[str, set[str]]


@pytest.fixture(scope="module")
def loaded(data: Path) -> Loaded:
    claims: list[FilmClaim] = []
    concepts: list[tuple[str, ConceptRecord]] = []
    for source, folder in ((THEMES, data / THEMES / "notes"), (FILMS, data / FILMS)):
        for item in find_loader(source).read([folder], {}):
            if isinstance(item, FilmRecord):
                claims.append(claim(source, item))
            elif isinstance(item, ConceptRecord):
                concepts.append((source, item))
    on_page: dict[str, set[str]] = {}
    for one in claims:
        for page in one.pages if one.source == FILMS else ():
            on_page.setdefault(page.removeprefix("wikipedia:"), set()).add(one.key)
    keys = {one.key for one in claims if one.source == THEMES}
    links = {key: pages for key, pages in raw_links(data) if key in keys}
    gold = {
        key: set().union(*(on_page.get(page, set()) for page in pages))
        for key, pages in links.items()
        if pages
    }
    for key, page in JUDGED.items():
        gold[key] = set() if page == NONE else on_page[page]
    return Loaded(tuple(claims), tuple(concepts), links, gold)


def raw_links(data: Path) -> Iterator[tuple[str, set[str]]]:
    """The pages that the Theme Ontology's own text names, right or wrong."""
    for file in sorted((data / THEMES / "notes" / "stories").rglob("*.st.txt")):
        for block in _BLOCK.finditer(file.read_text(encoding="utf-8")):
            references = _REFERENCES.search(block[2])
            words = references[1].split() if references else []
            pages = {page_name(word) for word in words if "List_of" not in word}
            yield one_line(block[1]), {page for page in pages if page}


@pytest.fixture(scope="module")
def naming(loaded: Loaded) -> Naming:
    return identify(loaded.claims, loaded.concepts, Ledger())


def test_the_two_sources_meet(loaded: Loaded, naming: Naming) -> None:
    found = measure(naming, THEMES, FILMS, loaded.gold)
    assert len(found.right) > 950
    assert found.precision >= 0.999, found.wrong
    assert found.recall >= 0.993, found.missed


def test_they_meet_by_title_and_year_alone(loaded: Loaded) -> None:
    bare = [replace(one, pages=()) for one in loaded.claims]
    found = measure(identify(bare, [], Ledger()), THEMES, FILMS, loaded.gold)
    assert found.precision >= 0.999, found.wrong
    assert found.recall >= 0.985, found.missed


def test_every_judged_fault_is_a_disagreement_between_links_and_naming(
    loaded: Loaded, naming: Naming
) -> None:
    """A judgement that changes nothing any more is to be struck from the list."""
    gold = {key: loaded.links.get(key, set()) for key in JUDGED}
    found = measure(naming, THEMES, FILMS, gold)
    undecided = {key for key in JUDGED if "Dr. Jekyll" in key}
    assert set(found.right) == set()
    assert set(found.wrong) | set(found.missed) | undecided == set(JUDGED)


def test_every_merge_has_a_reason_and_every_doubt_two_names(naming: Naming) -> None:
    together = {iri for iri, records in naming.films.items() if len(records) > 1}
    assert together == {iri for iri, _ in naming.merged}
    films = {
        iri for doubt in naming.doubts if doubt.kind == "film" for iri in (doubt.one, doubt.other)
    }
    assert films <= set(naming.films)


def test_two_actors_of_one_name_a_lifetime_apart_are_two(naming: Naming) -> None:
    apart = [one.reason for one in naming.doubts if "harrison-ford" in one.one]
    assert apart == ["same name, but films more than 80 years apart: 1917 to 1928, 1968 to 2023"]


def test_twice_is_once_and_no_order_matters(loaded: Loaded) -> None:
    ledger = Ledger()
    once = identify(loaded.claims, loaded.concepts, ledger)
    lines = ledger.new_lines()
    again = identify(reversed(loaded.claims), loaded.concepts, ledger)
    assert ledger.new_lines() == lines
    assert again.films == once.films


def test_a_source_that_comes_later_changes_no_iri(loaded: Loaded) -> None:
    ledger = Ledger()
    first = [one for one in loaded.claims if one.source == FILMS]
    before = identify(first, [], ledger)
    after = identify(loaded.claims, [], ledger)
    assert not after.replaced
    for one in first:
        assert after.film(one.source, one.key) == before.film(one.source, one.key)
        for who in one.people:
            asked = (one.source, one.key, who.name, who.person_id)
            assert after.person(*asked) == before.person(*asked)
