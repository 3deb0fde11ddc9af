"""Commands that ask: find, show, questions, ask, sparql, draw."""

import json
from pathlib import Path
from typing import Final, TextIO

import click

from filmgraph.cli.common import (
    answer_options,
    graph_option,
    opened,
    print_answer,
    readable,
    spoilers_option,
)
from filmgraph.errors import ParameterError
from filmgraph.graph import Graph
from filmgraph.names import IRI, slug
from filmgraph.questions import Question, find_question
from filmgraph.values import Answer, Cell, Entity

__all__ = ["ask", "draw", "find", "questions", "show", "sparql"]

_KINDS: Final = (
    "film",
    "person",
    "character",
    "theme",
    "genre",
    "place",
    "organization",
    "period",
    "series",
)

_SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "film": ("film-facts", "cast", "themes-of-film"),
    "person": ("films-of-person", "co-stars"),
    "character": ("who-played",),
    "theme": ("films-with-theme",),
    "genre": ("films-of-genre",),
    "place": ("films-set-in",),
}
"""Kind of entity: the questions that `show` asks about it."""

_SHOWN_ROWS: Final = 15


@click.command(epilog="Example: filmgraph find 'leaving las vgas'")
@click.argument("text")
@click.option("--kind", type=click.Choice(_KINDS), help="Only this kind.")
@answer_options
def find(
    text: str, kind: str | None, graph: str, spoilers: str, format_: str, limit: int | None
) -> None:
    """Find what has a name like TEXT; typos and accents are forgiven."""
    found = opened(graph, spoilers).find(text, kind=kind, limit=limit)
    rows = tuple((str(one), one.kind, one.note, one.iri) for one in found)
    print_answer(Answer(("name", "kind", "note", "iri"), rows, title=f"Find {text!r}"), format_)


@click.command(epilog="Example: filmgraph show 'Leaving Las Vegas (1995)' --spoilers plot")
@click.argument("name")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is, if several have the name.")
@graph_option
@spoilers_option
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table")
def show(name: str, kind: str | None, graph: str, spoilers: str, format_: str) -> None:
    """Show what is known of NAME, and who says so."""
    here = opened(graph, spoilers)
    entity = here.entity(name, kind)
    statements = _statements(here, entity)
    if format_ == "json":
        click.echo(json.dumps(_as_json(entity, statements), ensure_ascii=False))
        return
    click.echo(f"{entity}  {entity.curie}" + (f"  ({entity.note})" if entity.note else ""))
    for question in _SHOWN.get(entity.kind, ()):
        asked = find_question(here.questions, question)
        parameter = next(iter(asked.parameters))
        value: object = entity.label if asked.parameters[parameter].kind == "text" else entity
        answer = here.ask(question, limit=_SHOWN_ROWS, **{parameter: value})
        if answer.rows:
            click.echo(f"\n{asked.summary}  [{question}]")
            print_answer(readable(answer), "table")
    click.echo("\nWho says so")
    print_answer(statements, "table")


def _statements(graph: Graph, entity: Entity) -> Answer:
    columns = ("predicate", "sources", "level", "object")
    rows: list[tuple[Cell, ...]] = []
    for one in graph.statements(entity):
        value = one.object
        named = (
            graph.label(IRI(value))
            if isinstance(value, str) and value.startswith("http")
            else value
        )
        rows.append((one.predicate, ", ".join(one.sources), one.level, named))
    return Answer(columns, tuple(rows))


def _as_json(entity: Entity, statements: Answer) -> dict[str, object]:
    return {
        "iri": entity.iri,
        "kind": entity.kind,
        "label": entity.label,
        "year": entity.year,
        "statements": statements.as_dicts(),
    }


@click.command(epilog="Example: filmgraph questions co-stars")
@click.argument("name", required=False)
@graph_option
def questions(name: str | None, graph: str) -> None:
    """List the questions, or explain the one called NAME."""
    from filmgraph.questions import catalogue
    from filmgraph.shipped import folder

    known = catalogue(folder("queries"))
    if name is not None:
        _explain(find_question(known, name))
        return
    width = max(len(one) for one in known)
    for one in known.values():
        click.echo(f"{one.name:{width}}  {one.summary}")


def _explain(question: Question) -> None:
    click.echo(f"{question.name}: {question.summary}")
    if question.description:
        click.echo(f"\n{question.description}")
    if question.parameters:
        click.echo("\nParameters:")
        for one in question.parameters.values():
            needed = "" if one.required else " (optional)"
            click.echo(f"  {one.name}: {one.kind}{needed}. {one.help}")
    click.echo("\nColumns:")
    for column, help_ in question.columns.items():
        click.echo(f"  {column}: {help_}")
    example = " ".join(f"{key}={_quoted(value)}" for key, value in question.example.items())
    click.echo(f"\nExample: filmgraph ask {question.name} {example}".rstrip())


def _quoted(value: object) -> str:
    text = str(value)
    return text if slug(text) == text else "'" + text.replace("'", "'\\''") + "'"


@click.command(epilog="Example: filmgraph ask shared-themes 'Blade Runner (1982)' 'Alien (1979)'")
@click.argument("question")
@click.argument("parameters", nargs=-1)
@answer_options
def ask(
    question: str,
    parameters: tuple[str, ...],
    graph: str,
    spoilers: str,
    format_: str,
    limit: int | None,
) -> None:
    """Ask QUESTION with its PARAMETERS, as NAME=VALUE or as values in their order.

    `filmgraph questions` lists the questions, `filmgraph questions QUESTION` the parameters.
    """
    here = opened(graph, spoilers)
    asked = find_question(here.questions, question)
    given = _parameters(asked, parameters)
    print_answer(here.ask(question, limit=limit, **given), format_)


def _parameters(question: Question, given: tuple[str, ...]) -> dict[str, object]:
    named: dict[str, object] = {}
    plain: list[str] = []
    for text in given:
        name, equals, value = text.partition("=")
        # A title may hold an equals sign: only a name that the question knows is one.
        if (equals and name.replace("-", "_").isidentifier() and name in question.parameters) or (
            equals and name.isidentifier() and " " not in name and not value.startswith("=")
        ):
            named[name] = value
        else:
            plain.append(text)
    free = [name for name in question.parameters if name not in named]
    if len(plain) > len(free):
        known = ", ".join(question.parameters) or "none"
        raise ParameterError(
            f"The question {question.name!r} does not take {plain[len(free)]!r}; "
            f"its parameters are: {known}."
        )
    return {**dict(zip(free, plain, strict=False)), **named}


@click.command(epilog="Example: filmgraph sparql 'SELECT ?film { ?film fg:year 1922 } LIMIT 5'")
@click.argument("query", required=False)
@click.option(
    "--file", "file", type=click.File("r", encoding="utf-8"), help="Read the query from a file."
)
@answer_options
def sparql(
    query: str | None,
    file: TextIO | None,
    graph: str,
    spoilers: str,
    format_: str,
    limit: int | None,
) -> None:
    """Ask QUERY in SPARQL 1.1; prefixes such as fg: and schema: are known."""
    if (query is None) == (file is None):
        raise click.UsageError("Give either a QUERY or --file.")
    text = query if query is not None or file is None else file.read()
    assert text is not None
    print_answer(opened(graph, spoilers).sparql(text, limit=limit), format_)


@click.command(epilog="Example: filmgraph draw 'Blade Runner (1982)' -o blade-runner.html")
@click.argument("name")
@click.option("--kind", type=click.Choice(_KINDS), help="What it is, if several have the name.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The HTML file to write."
)
@graph_option
@spoilers_option
def draw(name: str, kind: str | None, output: Path, graph: str, spoilers: str) -> None:
    """Draw what is around NAME: one HTML file that needs no network."""
    here = opened(graph, spoilers)
    entity = here.entity(name, kind)
    here.draw(entity, output)
    click.echo(f"{entity}: drawn to {output}")
