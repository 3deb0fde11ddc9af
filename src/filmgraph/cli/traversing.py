"""Commands that look around: neighbours, neighbourhood, common, compare."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from filmgraph.arrays.walking import DIRECTIONS
from filmgraph.cli.common import echo, opened
from filmgraph.cli.common_values import (
    count_option,
    kinds_option,
    print_rows,
    show_value,
    value_options,
    via_option,
)
from filmgraph.options import LIMITS
from filmgraph.values import Neighbourhood

__all__ = ["common", "compare", "neighbourhood", "neighbours"]


# What is around something


@click.command(epilog="Example: filmgraph neighbours 'Alien (1979)' --via DIRECTED --via WROTE")
@click.argument("name")
@via_option
@kinds_option
@click.option(
    "--direction",
    type=click.Choice(DIRECTIONS),
    default="both",
    show_default=True,
    help="Along the links, against them, or both.",
)
@count_option("--limit", f"Links at most; {LIMITS.neighbours} if it is not given.")
@value_options
def neighbours(
    name: str, graph: str, spoilers: str, format_: str, output: Path | None, **asked: Any
) -> None:
    """Show what NAME is linked with, how, and who says so: what tells most first.

    The detail is the part that someone plays, or how much a theme counts: choice (the heart of the
    film), major, or minor (with --spoilers plot).
    """
    found = opened(graph, spoilers).neighbours(name, **asked)
    show_value(found, format_, output, lambda: print_rows(found.answer()))


@click.command(epilog="Example: filmgraph neighbourhood 'Alien (1979)' --kind film --limit 10")
@click.argument("name")
@kinds_option
@count_option("--steps", "How far to go.", LIMITS.neighbourhood_steps, default=2)
@count_option("--limit", f"Things at most; {LIMITS.neighbourhood} if it is not given.")
@value_options
def neighbourhood(
    name: str, graph: str, spoilers: str, format_: str, output: Path | None, **asked: Any
) -> None:
    """Show what lies near NAME, the nearest first.

    Near is what many short ways lead to, each counting less the more other ways there are.  NAME
    itself would have the score 1.
    """
    found = opened(graph, spoilers).neighbourhood(name, **asked)
    show_value(found, format_, output, lambda: _print_around(found))


def _print_around(found: Neighbourhood) -> None:
    print_rows(replace(found.answer(), truncated=False))
    if found.left_out:
        echo(f"(left out: {found.more}; --limit shows more)")
    if found.passed_by:
        hubs = ", ".join(map(str, found.passed_by))
        echo(f"(not walked through, as they lead everywhere: {hubs})")


# What two things share


@click.command(epilog="Example: filmgraph common 'Humphrey Bogart' 'Lauren Bacall' --kind film")
@click.argument("one")
@click.argument("other")
@kinds_option
@count_option("--limit", f"Things at most; {LIMITS.shared} if it is not given.")
@value_options
def common(
    one: str,
    other: str,
    graph: str,
    spoilers: str,
    format_: str,
    output: Path | None,
    **asked: Any,
) -> None:
    """Show what ONE and OTHER have in common, by kind and then the rarest first.

    Two films share people, themes, genres, …; two people share films, those they both worked with,
    and what their films are about.  The rarity is 1 for what nothing else has.
    """
    found = opened(graph, spoilers).common(one, other, **asked)
    show_value(found, format_, output, lambda: print_rows(found.answer()))


@click.command(epilog="Example: filmgraph compare 'Alien (1979)' 'Blade Runner (1982)'")
@click.argument("one", metavar="FILM")
@click.argument("other", metavar="FILM")
@value_options
def compare(
    one: str, other: str, graph: str, spoilers: str, format_: str, output: Path | None
) -> None:
    """Show two films side by side: what both have, what only the one, what only the other.

    In brackets stands how much a theme counts: choice (the heart of the film), major, or minor.
    What two people share, or a person and a film, tells `common`.
    """
    found = opened(graph, spoilers).compare(one, other)
    show_value(found, format_, output, lambda: print_rows(found.answer()))
