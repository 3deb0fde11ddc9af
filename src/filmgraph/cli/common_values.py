"""What the commands share whose answer is a value of the graph: options, printing, drawing."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from filmgraph.cli.common import (
    echo,
    echo_json,
    format_option,
    graph_option,
    print_answer,
    seen_option,
    spoilers_option,
)
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Answer, Cell, GraphValue

__all__ = [
    "avoid_option",
    "count_option",
    "degree_option",
    "kinds_option",
    "print_rows",
    "show_value",
    "steps_option",
    "value_options",
    "via_option",
    "years_option",
]

_F = TypeVar("_F", bound=Callable[..., Any])

_NOTHING: Final = "Nothing fits, as far as may be seen at this level."
_HEADS: Final = {"predicate": "how", "text": "detail", "sources": "who says so"}
"""Column: a word that is better than its own name."""
_YEARS: Final = re.compile(r"(\d{4})(?:[-–](\d{4}))?", re.ASCII)


def _years(context: click.Context, option: click.Parameter, given: str | None) -> Any:
    """The first and the last of the years that are given."""
    if given is None:
        return None
    match = _YEARS.fullmatch(given)
    if match is None:
        raise click.BadParameter(
            f"{given!r} is not years: write 1990-1999, or 1995 for one.", context, option
        )
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last:
        raise click.BadParameter(
            f"{given!r} ends before it begins: write {last}-{first}.", context, option
        )
    return first, last


via_option = click.option(
    "--via",
    metavar="KIND",
    multiple=True,
    help="Only links of this kind (ACTED_IN), only things of this kind (film). May be repeated.",
)
avoid_option = click.option(
    "--avoid",
    metavar="KIND|NAME",
    multiple=True,
    help="No links of this kind, nothing of this kind, or not this one thing. May be repeated.",
)
years_option = click.option(
    "--years",
    metavar="YEARS",
    callback=_years,
    help="Only through films of these years: 1990-1999, or 1995.",
)
kinds_option = click.option(
    "--kind",
    type=click.Choice(NODE_KINDS),
    metavar="KIND",
    multiple=True,
    help="Only things of this kind: film, person, theme, … May be repeated.",
)


def count_option(
    name: str, help_: str, most: int | None = None, default: int | None = None
) -> Callable[[_F], _F]:
    """An option that takes a whole number from 1 on."""
    return click.option(
        name,
        type=click.IntRange(1, most),
        metavar="COUNT",
        default=default,
        show_default=default is not None,
        help=help_,
    )


steps_option = count_option("--max-steps", "Steps at most; person to film to person are two.")
degree_option = count_option("--max-degree", "Not through what is linked with more: no hubs.")


def value_options(command: _F) -> _F:
    """The options of every command whose answer is such a value."""
    output = click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Draw it as well, as one HTML file.",
    )
    formats = format_option("table", "json", "csv")
    for option in (output, formats, seen_option, spoilers_option, graph_option):
        command = option(command)
    return command


def show_value(
    found: GraphValue,
    format_: str,
    output: Path | None,
    table: Callable[[], None],
    notes: Iterable[str] | None = None,
) -> None:
    """Print a value, and draw it where that is asked for.

    Parameters
    ----------
    found : GraphValue
    format_ : str
    output : Path, optional
        The file to draw it to.
    table : callable
        Prints it for people.
    notes : iterable of str, optional
        What to say of an answer that was cut, beside JSON and CSV.
    """
    if output is not None:
        found.draw(output)  # before all else: where that fails, the error stands alone
    answer = found.answer()
    if format_ == "table":
        table()
    elif format_ == "json":
        echo_json(found.to_json())
    else:
        print_answer(replace(answer, truncated=False), format_)
    if answer.truncated and format_ != "table":
        cut = f"Cut at {len(answer)} rows; there are more (--limit)."
        echo("\n".join([cut] if notes is None else notes), err=True)
    if output is not None:
        echo(f"Drawn to {output}", err=format_ != "table")


def print_rows(answer: Answer) -> None:
    """Print a table as people read it: without IRIs, and without columns that say nothing."""
    kept = [
        index
        for index, column in enumerate(answer.columns)
        if column != "iri" and {row[index] for row in answer.rows} - _plain(column)
    ]
    columns = tuple(_HEADS.get(answer.columns[index], answer.columns[index]) for index in kept)
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    print_answer(replace(answer, columns=columns, rows=rows), nothing=_NOTHING)


def _plain(column: str) -> set[Cell]:
    return {None, "", "open"} if column == "level" else {None, ""}
