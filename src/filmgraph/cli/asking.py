"""Commands that ask: find, questions, ask, sparql, draw."""

import re
from pathlib import Path
from typing import Final, TextIO

import click

from filmgraph.cli.common import (
    NOTHING,
    answer_options,
    echo,
    graph_option,
    kind_option,
    opened,
    print_answer,
    seen_option,
    spoilers_option,
)
from filmgraph.cli.showing import readable
from filmgraph.curtain import LEVELS
from filmgraph.errors import InputError, ParameterError
from filmgraph.graph import Graph
from filmgraph.names import slug
from filmgraph.questions import Question, catalogue, find_question
from filmgraph.shipped import folder
from filmgraph.values import Answer

__all__ = ["ask", "draw", "find", "questions", "sparql"]

_NAME: Final = re.compile(r"[a-z][a-z_-]*")


@click.command(epilog="Example: filmgraph find 'leaving las vgas'")
@click.argument("text")
@kind_option
@seen_option
@answer_options
def find(
    text: str, kind: str | None, graph: str, spoilers: str, format_: str, limit: int | None
) -> None:
    """Find what has a name like TEXT; typos and accents are forgiven."""
    found = opened(graph, spoilers).find(text, kind=kind, limit=limit)
    rows = tuple((str(one), one.kind, one.note, one.iri) for one in found)
    answer = Answer(("name", "kind", "note", "iri"), rows, title=f"Find {text!r}")
    print_answer(answer, format_, "Nothing has a name like that.")


@click.command(epilog="Example: filmgraph questions co-stars")
@click.argument("name", required=False)
def questions(name: str | None) -> None:
    """List the questions, or explain the one called NAME."""
    known = catalogue(folder("queries"))
    if name is not None:
        _explain(find_question(known, name))
        return
    width = max(len(one) for one in known)
    for one in known.values():
        level = "" if one.level == "open" else f" [{one.level}]"
        click.echo(f"{one.name:{width}}  {one.summary}{level}")
    click.echo("\n[plot], [ending]: it has answers with --spoilers plot, or ending.")


def _explain(question: Question) -> None:
    click.echo(f"{question.name}: {question.summary}")
    if question.description:
        click.echo(f"\n{question.description}")
    spoilers = "" if question.level == "open" else f" --spoilers {question.level}"
    if spoilers:
        click.echo(f"\nIt has answers from level {question.level} on:{spoilers}")
    if question.parameters:
        click.echo("\nParameters:")
        for one in question.parameters.values():
            needed = "" if one.required else " (optional)"
            click.echo(f"  {one.name}: {one.kind}{needed}. {one.help}")
    click.echo("\nColumns:")
    for column, help_ in question.columns.items():
        click.echo(f"  {column}: {help_}")
    example = " ".join(f"{key}={_quoted(value)}" for key, value in question.example.items())
    click.echo(f"\nExample: filmgraph ask {question.name} {example}".rstrip() + spoilers)


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
    Films, people, themes … are given by name.  A table holds names and leaves empty columns out;
    JSON and CSV hold every column, with the IRIs.
    """
    here = opened(graph, spoilers)
    asked = find_question(here.questions, question)
    given = _parameters(asked, parameters)
    answer = here.ask(question, limit=limit, **given)
    print_answer(
        readable(here, answer) if format_ == "table" else answer, format_, _nothing(here, asked)
    )


def _nothing(graph: Graph, question: Question) -> str:
    """What to say where nothing answers; whatever was asked for, the same."""
    if LEVELS.index(graph.level) >= LEVELS.index(question.level):
        return NOTHING
    return f"This is answered from level {question.level} on: --spoilers {question.level}"


def _parameters(question: Question, given: tuple[str, ...]) -> dict[str, object]:
    named: dict[str, object] = {}
    plain: list[str] = []
    for text in given:
        name, equals, value = text.partition("=")
        # A title may hold an equals sign, such as E=mc2; the names of parameters are small words.
        if not equals or not _NAME.fullmatch(name):
            plain.append(text)
            continue
        name = name.replace("-", "_")
        if name in named:
            raise ParameterError(f"The parameter {name!r} is given twice.")
        named[name] = value
    free = [name for name in question.parameters if name not in named]
    if len(plain) > len(free):
        known = ", ".join(question.parameters) or "none"
        raise ParameterError(
            f"The question {question.name!r} does not take {plain[len(free)]!r} as well; "
            f"its parameters are: {known}."
        )
    return {**dict(zip(free, plain, strict=False)), **named}


@click.command(epilog="Example: filmgraph sparql 'SELECT ?film { ?film fg:year 1922 } LIMIT 5'")
@click.argument("query", required=False)
@click.option(
    "--file",
    type=click.File("r", encoding="utf-8"),
    help="Read the query from a file; - is the standard input.",
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
    text = query if file is None else _read(file)
    answer = opened(graph, spoilers).sparql(text or "", limit=limit)
    print_answer(answer, format_)


def _read(file: TextIO) -> str:
    try:
        return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The query in '{file.name}' cannot be read: {error}.") from None


@click.command(epilog="Example: filmgraph draw 'Blade Runner (1982)' -o blade-runner.html")
@click.argument("name")
@kind_option
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
    echo(f"{entity}: drawn to {output}")
