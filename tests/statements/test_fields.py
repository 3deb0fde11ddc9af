"""Every field of a record, and the statements it makes."""

import pytest
from tests.graphs import write
from tests.statements.fields import FIELDS

from filmgraph.record import (
    Company,
    ConceptRecord,
    Credit,
    FilmRecord,
    FilmRelation,
    Identifier,
    Level,
    Motif,
    Text,
)

ALIEN = "film/alien-1979"


def alien(**fields: object) -> FilmRecord:
    return FilmRecord(**({"key": "a", "title": "Alien", "year": 1979} | fields))  # type: ignore[arg-type]


def lines(text: str) -> set[tuple[str, ...]]:
    """Statements as they are written here: subject, predicate, object, level; one a line."""
    return {tuple(part.strip() for part in line.split("|")) for line in text.strip().splitlines()}


@pytest.mark.parametrize(
    ("fields", "expected"), [one[1:] for one in FIELDS], ids=[one[0] for one in FIELDS]
)
def test_a_field_makes_its_statements(fields: dict[str, object], expected: str) -> None:
    written = write({"mine": [alien(**fields)]})
    assert lines(expected) <= written.merged()
    assert {one for one in lines(expected) if one[0] != "source/mine"} <= written.of("mine")


def test_all_fields_of_a_film_are_tried_here() -> None:
    tried = {name for _, fields, _ in FIELDS for name in fields} | {"key", "title", "year"}
    assert tried == set(FilmRecord.__struct_fields__)


DIRECTOR_TO_CONTRIBUTOR = {
    "director": "schema:director",
    "writer": "fg:writer",
    "producer": "schema:producer",
    "composer": "schema:musicBy",
    "cinematographer": "fg:cinematographer",
    "editor": "schema:editor",
    "contributor": "schema:contributor",
}


@pytest.mark.parametrize(("part", "predicate"), DIRECTOR_TO_CONTRIBUTOR.items())
def test_a_credit_of_the_makers_is_one_link(part: str, predicate: str) -> None:
    credit = Credit(person="Ridley Scott", part=part)  # type: ignore[arg-type]
    written = write({"mine": [alien(credits=(credit,))]})
    assert (ALIEN, predicate, "person/ridley-scott", "open") in written.merged()
    assert not any("portrayal" in one[0] for one in written.merged())


@pytest.mark.parametrize("level", ["open", "plot", "ending"])
def test_a_part_has_the_level_that_its_source_sets(level: Level) -> None:
    film = alien(
        companies=(Company(name="Fox", level=level),), motifs=(Motif(name="m", level=level),)
    )
    merged = write({"mine": [film]}).merged()
    assert (ALIEN, "schema:productionCompany", "organization/fox", level) in merged
    assert ("organization/fox", "rdfs:label", "Fox", level) in merged
    assert ("motif/alien-1979/m", "rdfs:label", "m", level) in merged


def test_a_concept_says_its_parents_names_and_text() -> None:
    android = ConceptRecord(
        kind="theme",
        name="android",
        parents=("robot",),
        other_names=("synthetic",),
        identifiers=(Identifier(scheme="wikidata", value="Q134868"),),
        texts=(Text(kind="definition", text="A made person."),),
        url="https://example.org/android",
    )
    assert write({"mine": [android]}).merged() >= lines(
        """theme/android | rdf:type | fg:Theme | open
        theme/android | rdfs:label | android | open
        theme/android | skos:broader | theme/robot | open
        theme/android | skos:altLabel | synthetic | open
        theme/android | schema:identifier | wikidata:Q134868 | open
        theme/android | skos:definition | A made person. | open
        theme/android | skos:exactMatch | https://example.org/android | open
        theme/robot | rdf:type | fg:Theme | open
        theme/robot | rdfs:label | robot | open"""
    )


def test_a_film_that_is_in_the_graph_is_linked_and_not_named() -> None:
    sequel = FilmRecord(
        key="b",
        title="Aliens",
        year=1986,
        film_relations=(FilmRelation(kind="sequel of", title="Alien", year=1979),),
    )
    merged = write({"mine": [alien(), sequel]}).merged()
    assert ("film/aliens-1986", "fg:sequelOf", ALIEN, "open") in merged
    assert not any(one[2] == "Alien (1979)" for one in merged)


def test_every_source_and_each_of_its_graphs_is_described_in_the_open() -> None:
    assert write({"mine": [alien()]}).merged() >= lines(
        """source/mine | rdf:type | fg:Source | open
        source/mine | rdfs:label | Mine | open
        graph/mine | rdf:type | fg:Graph | open
        graph/mine | dcterms:source | source/mine | open
        graph/mine | fg:level | fg:open | open
        graph/mine/plot | fg:level | fg:plot | open
        graph/mine/ending | fg:level | fg:ending | open"""
    )
