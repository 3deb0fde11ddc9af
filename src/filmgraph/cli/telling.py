"""Commands about a film's story: timeline, characters."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from filmgraph.cli.common import (
    echo,
    echo_json,
    format_option,
    graph_option,
    opened,
    print_answer,
    seen_option,
    spoilers_option,
)
from filmgraph.cli.common_values import show_value, value_options
from filmgraph.cli.showing import of_film, readable
from filmgraph.names import fold
from filmgraph.narrative.timeline import ORDERS
from filmgraph.record import Level
from filmgraph.values import Answer, Happened, Timeline, printable

__all__ = ["characters", "timeline", "timeline_text"]

_HIDDEN: Final[dict[Level, str]] = {
    "open": "What happens in a film is shown with --spoilers plot, how it turns out with "
    "--spoilers ending,\nand all of a film that you have seen with --seen FILM.",
    "plot": "Nothing is known of what happens in it, as far as level plot shows.",
    "ending": "Nothing is known of what happens in it.",
}
"""Level: what is said of a film of which nothing is shown, whatever the film."""
_MORE: Final = "(what the plot tells of them: --spoilers plot, or --seen FILM)"


@click.command(epilog="Example: filmgraph timeline 'Casablanca (1942)' --spoilers plot")
@click.argument("film")
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default=ORDERS[0],
    show_default=True,
    help="As the film tells it, or as it happens in the story.",
)
@click.option(
    "--source", metavar="NAME", help="Whose timeline; by default the one that tells most."
)
@value_options
def timeline(
    film: str,
    order: str,
    source: str | None,
    graph: str,
    spoilers: str,
    format_: str,
    output: Path | None,
) -> None:
    """Show what happens in FILM, in the order in which it is told or in which it happens.

    Each event has its places in both orders, counted among what may be seen.  Nothing is shown
    unless --spoilers or --seen asks for it.
    """
    here = opened(graph, spoilers)
    found = here.timeline(film, order=order, source=source)
    hidden = "" if found else _HIDDEN[here.door_for(found.film.iri).level]
    show_value(found, format_, output, lambda: echo(hidden or timeline_text(found)))
    if hidden and format_ != "table":
        echo(hidden, err=True)


def timeline_text(found: Timeline) -> str:
    """A timeline for people: what happens, who takes part, where, and the sentences that say so."""
    orders = ("told", "story") if found.order == "told" else ("story", "told")
    columns = [[name, *(_number(one, name) for one in found)] for name in orders]
    wide = [max(map(len, column)) for column in columns]
    lines = [f"{found.film}, in the order of the {'film' if found.order == 'told' else 'story'}"]
    lines.append("  ".join(name.rjust(width) for name, width in zip(orders, wide, strict=True)))
    for one, *numbers in zip(found, *(column[1:] for column in columns), strict=True):
        places = "  ".join(text.rjust(width) for text, width in zip(numbers, wide, strict=True))
        lines.append(f"{places}  {one}")
        lines += [" " * (len(places) + 4) + line for line in _about(one)]
    return "\n".join([*map(printable, lines), *_notes(found)])


def _number(one: Happened, order: str) -> str:
    place = one.told if order == "told" else one.story
    return str(place) if place else "-"


def _about(one: Happened) -> Iterator[str]:
    """What more is known of an event, a line each: who and where, and what says so."""
    kinds = [one.mode] if one.mode != "scene" else []
    kinds += [one.strand] if one.strand else []
    kinds += [one.level] if one.level == "ending" else []
    who = ", ".join(f"{name.label} ({part})" if part else name.label for name, part in one.who)
    parts = [f"[{', '.join(kinds)}]" if kinds else "", "; ".join(filter(None, (who, one.where)))]
    if any(parts):
        yield " ".join(filter(None, parts))
    yield from (f"“{quote}”" for quote in one.quotes if fold(quote) != fold(one.event.label))


def _notes(found: Timeline) -> Iterator[str]:
    """What the two orders show, and who says all this."""
    if found.structures:
        yield f"(told: {', '.join(found.structures)})"
    if found.tau is not None:
        jumps = "1 jump" if found.jumps == 1 else f"{found.jumps} jumps"
        yield f"(the two orders agree by {found.tau:.2f}, from 1 to -1; {jumps})"
    others = [one for one in found.sources if one != found.source]
    also = f"; told by {', '.join(others)} too: --source" if others else ""
    yield f"(who says so: {found.source}{also})"


@click.command(epilog="Example: filmgraph characters 'Leaving Las Vegas (1995)' --spoilers plot")
@click.argument("film")
@graph_option
@spoilers_option
@seen_option
@format_option("table", "json", "csv")
def characters(film: str, graph: str, spoilers: str, format_: str) -> None:
    """Show the characters of FILM: who plays them, what they are, and what to each other.

    Whom the cast list names is open; who else there is, what they are and how they stand to each
    other is shown from --spoilers plot on.  CSV holds the characters only.
    """
    here = opened(graph, spoilers)
    this = here.film(film)
    told = of_film(here, this)
    found = told.ask("characters-of-film", film=this)
    relations = told.ask("relations-of-film", film=this)
    if format_ == "json":
        answers = {"characters": found, "relations": relations}
        parts = {name: json.loads(one.to_json()) for name, one in answers.items()}
        echo_json(json.dumps(parts, ensure_ascii=False))
    elif format_ == "csv":
        print_answer(found, format_)
    else:
        echo(f"{this}: characters")
        print_answer(_named(readable(told, found)), nothing="None is known at this level.")
        if relations.rows:
            echo("\nHow they stand to each other")
            print_answer(readable(told, relations))
        if told.level == "open":
            echo(_MORE)


def _named(answer: Answer) -> Answer:
    """The answer without the kind of character, where all of them have names."""
    if "kind" not in answer.columns or set(answer.column("kind")) - {"named"}:
        return answer
    kept = [index for index, column in enumerate(answer.columns) if column != "kind"]
    columns = tuple(answer.columns[index] for index in kept)
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    return Answer(columns, rows, answer.truncated, answer.limit)
