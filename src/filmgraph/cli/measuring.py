"""Commands that measure: distances, centre."""

from contextlib import nullcontext
from typing import Any

import click

from filmgraph.cli.common import (
    echo,
    format_option,
    graph_option,
    opened,
    print_answer,
    progress_bar,
    seen_option,
    spoilers_option,
)
from filmgraph.cli.common_values import (
    avoid_option,
    count_option,
    degree_option,
    steps_option,
    via_option,
    years_option,
)
from filmgraph.options import LIMITS
from filmgraph.statements.projection import NODE_KINDS

__all__ = ["centre", "distances"]


@click.command(epilog="Example: filmgraph distances 'Kevin Bacon' --via ACTED_IN --max-steps 6")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(NODE_KINDS),
    metavar="KIND",
    help="What is counted: film, person, theme, … By default what NAME is.",
)
@via_option
@avoid_option
@years_option
@steps_option
@degree_option
@format_option("table", "json", "csv")
@seen_option
@spoilers_option
@graph_option
def distances(name: str, graph: str, spoilers: str, format_: str, **asked: Any) -> None:
    """Count how many steps it takes from NAME to all others of a kind.

    A step is one link: from a person to a film and on to another person are two, so with --via
    ACTED_IN half the steps from Kevin Bacon are a Bacon number.  The table counts; JSON and CSV
    name everything with its steps.
    """
    given = {option: value or None for option, value in asked.items()}
    found = opened(graph, spoilers).distances(name, **given)
    if format_ == "table":
        echo(str(found))
    else:
        print_answer(found.answer(), format_)


@click.command(epilog="Example: filmgraph centre --years 1930-1939 --limit 3")
@click.option(
    "--kind",
    type=click.Choice(NODE_KINDS),
    metavar="KIND",
    default="person",
    show_default=True,
    help="Film, person, theme, …",
)
@via_option
@avoid_option
@years_option
@count_option("--limit", f"Rows at most; {LIMITS.central} if it is not given.")
@click.option("--exact", is_flag=True, help="Measure all, which takes long, not the likeliest.")
@format_option("table", "json", "csv")
@seen_option
@spoilers_option
@graph_option
def centre(graph: str, spoilers: str, format_: str, **asked: Any) -> None:
    """Show who is nearest to all others: the least mean number of steps.

    Of people only acting counts, unless --via says otherwise.
    """
    here = opened(graph, spoilers)
    given = {option: value or None for option, value in asked.items()}
    with progress_bar("Measuring") if asked["exact"] else nullcontext() as progress:
        found = here.centre(**{**given, "exact": asked["exact"], "progress": progress})
    if format_ == "table":
        echo(str(found).replace("exact=True", "--exact"))
    else:
        print_answer(found.answer(), format_)
