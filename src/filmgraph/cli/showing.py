"""The command `show`, and what makes answers fit to be read."""

import json
import re
from collections.abc import Iterable
from typing import Final

import click

from filmgraph.cli.common import (
    echo,
    echo_json,
    format_option,
    graph_option,
    kind_option,
    opened,
    print_answer,
    seen_option,
    spoilers_option,
)
from filmgraph.graph import Graph
from filmgraph.names import BASE, IRI, ONTOLOGY, curie
from filmgraph.values import Answer, Cell, Entity, Statement, cell_text

__all__ = ["of_film", "readable", "show"]

_ASKED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "film": (("cast", "film"), ("themes-of-film", "film")),
    "person": (("films-of-person", "person"), ("co-stars", "person")),
    "character": (("who-played", "character"),),
    "theme": (("films-with-theme", "theme"),),
    "genre": (("films-of-genre", "genre"),),
    "place": (("films-set-in", "place"),),
}
"""Kind of entity: the questions that `show` asks about it, and the parameter it is."""

_ROWS: Final = 15
_VALUES: Final = 8

_WORDS: Final = {
    "skos:altLabel": "also called",
    "fg:year": "year",
    "schema:datePublished": "published",
    "fg:runtimeMinutes": "minutes",
    "schema:inLanguage": "language",
    "schema:countryOfOrigin": "country",
    "schema:musicBy": "music by",
    "schema:abstract": "synopsis",
    "schema:url": "page",
    "skos:exactMatch": "the same as",
}
"""Predicate: words that are better than its own name."""
_ORDER: Final = (
    "skos:altLabel",
    "fg:year",
    "schema:datePublished",
    "schema:countryOfOrigin",
    "schema:inLanguage",
    "fg:runtimeMinutes",
    "schema:genre",
    "schema:abstract",
    "schema:director",
    "fg:writer",
    "schema:producer",
)
"""Predicates that come first; then the others by name, and where more is to be found."""
_LAST: Final = ("schema:identifier", "schema:url", "skos:exactMatch")
_UNSAID: Final = frozenset({"rdf:type", "fg:inFilm", "fg:quote"})
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@click.command(epilog="Example: filmgraph show 'Leaving Las Vegas (1995)' --spoilers plot")
@click.argument("name")
@kind_option
@graph_option
@spoilers_option
@seen_option
@format_option("table", "json")
def show(name: str, kind: str | None, graph: str, spoilers: str, format_: str) -> None:
    """Show what is known of NAME, and who says so.

    NAME is a title with its year, a name, or what `find` prints last.
    """
    here = opened(graph, spoilers)
    entity = here.entity(name, kind)
    statements = here.statements(entity)
    if format_ == "json":
        echo_json(json.dumps(_as_json(here, entity, statements), ensure_ascii=False))
        return
    note = f", {entity.note}" if entity.note else ""
    echo(f"{entity}: {entity.kind}{note}  [{entity.curie}]")
    facts = _facts(here, entity, statements)
    if facts.rows:
        echo()
        print_answer(facts)
    for question, parameter in _ASKED.get(entity.kind, ()):
        given = _given(parameter, entity, statements)
        _ask(of_film(here, given.get("film")), question, given)


def of_film(graph: Graph, film: object) -> Graph:
    """The graph to ask about nothing but a film: at level ending where the film was seen."""
    if film is None:
        return graph
    return graph.lift(
        graph.door_for(film.iri if isinstance(film, Entity) else IRI(str(film))).level
    )


def _given(parameter: str, entity: Entity, statements: Iterable[Statement]) -> dict[str, object]:
    if parameter != "character":
        return {parameter: entity}
    films = [one.object for one in statements if curie(one.predicate) == "fg:inFilm"]
    return {parameter: entity.label, "film": films[0] if films else None}


def _ask(graph: Graph, question: str, given: dict[str, object]) -> None:
    answer = graph.ask(question, limit=_ROWS, **given)
    if not answer.rows:
        return
    summary = graph.questions[question].summary.rstrip(".")
    echo(f"\n{summary}  [filmgraph ask {question}]")
    print_answer(readable(graph, answer))


def _facts(graph: Graph, entity: Entity, statements: list[Statement]) -> Answer:
    """What is said of an entity, one row for what the same sources say in the same words."""
    grouped: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for one in statements:
        predicate = curie(one.predicate)
        value = _name(graph, one.object)
        if predicate not in _UNSAID and (predicate, value) != ("rdfs:label", entity.label):
            grouped.setdefault((predicate, one.level, one.sources), []).append(value)
    rows: list[tuple[Cell, ...]] = [
        (_words(predicate), ", ".join(sources), level, _some(values))
        for (predicate, level, sources), values in sorted(grouped.items(), key=_place)
    ]
    if all(row[2] == "open" for row in rows):
        return Answer(("what", "who says so", "value"), tuple((a, b, d) for a, b, _, d in rows))
    return Answer(("what", "who says so", "level", "value"), tuple(rows))


def _place(item: tuple[tuple[str, str, tuple[str, ...]], list[str]]) -> tuple[int, object]:
    predicate = item[0][0]
    if predicate in _ORDER:
        return _ORDER.index(predicate), item[0]
    return len(_ORDER) + (predicate in _LAST), item[0]


def _words(predicate: str) -> str:
    own = _HUMP.sub(" ", predicate.rpartition(":")[2]).lower()
    return _WORDS.get(predicate, own)


def _some(values: list[str]) -> str:
    more = len(values) - _VALUES
    shown = values if more < 2 else [*values[:_VALUES], f"and {more} more"]
    return "; ".join(shown)


def _name(graph: Graph, value: Cell) -> str:
    """What a value is called: of a nameless part, what is said of it."""
    if not isinstance(value, str) or not value.startswith(BASE):
        return cell_text(value)
    if value.startswith(ONTOLOGY):
        return _words(curie(value))
    found = graph.get(IRI(value))
    if found is not None:
        return str(found)
    said = graph.statements(IRI(value))
    labels = [one.object for one in said if curie(one.predicate) == "rdfs:label"]
    parts = [_short(graph, one) for one in said if curie(one.predicate) not in _UNSAID]
    return cell_text(labels[0]) if labels else ", ".join(parts) or curie(value)


def _short(graph: Graph, one: Statement) -> str:
    named = graph.get(IRI(one.object)) if isinstance(one.object, str) else None
    return str(named) if named else cell_text(one.object)


def _as_json(graph: Graph, entity: Entity, statements: list[Statement]) -> dict[str, object]:
    return {
        "iri": entity.iri,
        "kind": entity.kind,
        "label": entity.label,
        "year": entity.year,
        "note": entity.note,
        "statements": [
            {
                "predicate": one.predicate,
                "object": one.object,
                "name": _name(graph, one.object),
                "sources": one.sources,
                "level": one.level,
            }
            for one in statements
        ],
    }


def readable(graph: Graph, answer: Answer) -> Answer:
    """The answer as people read it: names for IRIs, and no column that is empty or said twice."""
    entities = {
        cell: graph.get(IRI(cell))
        for row in answer.rows
        for cell in row
        if isinstance(cell, str) and cell.startswith(BASE) and not cell.startswith(ONTOLOGY)
    }
    kept = [
        index
        for index, column in enumerate(answer.columns)
        if not all(_is_told(row, index, entities) for row in answer.rows)
        and not (column == "role" and _repeats(answer, index, "character_name"))
    ]
    columns = tuple(answer.columns[index].replace("_", " ") for index in kept)
    rows = tuple(tuple(_readable(row[index], entities) for index in kept) for row in answer.rows)
    return Answer(columns, rows, answer.truncated, answer.limit)


def _is_told(row: tuple[Cell, ...], index: int, entities: dict[str, Entity | None]) -> bool:
    """Whether a cell adds nothing to its row: empty, or the IRI of what the row names."""
    cell = row[index]
    if cell is None:
        return True
    if not isinstance(cell, str) or not cell.startswith(("http://", "https://")):
        return False
    entity = entities.get(cell)
    if entity is None:
        return cell in entities or cell in row[:index]
    return entity.label in row


def _repeats(answer: Answer, index: int, other: str) -> bool:
    if other not in answer.columns:
        return False
    same = answer.columns.index(other)
    return all(row[index] in (None, row[same]) for row in answer.rows)


def _readable(cell: Cell, entities: dict[str, Entity | None]) -> Cell:
    if not isinstance(cell, str):
        return cell
    short = curie(cell)
    if cell in entities:
        return str(entities[cell] or short)
    return _words(short) if short != cell else cell
