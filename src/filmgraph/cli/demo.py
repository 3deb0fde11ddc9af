"""The command `demo`: the shipped graph, a few answers, a picture."""

from collections.abc import Mapping
from pathlib import Path

import click

from filmgraph.cli.common import echo, opened, print_answer
from filmgraph.cli.connecting import path_text
from filmgraph.cli.showing import readable
from filmgraph.graph import Graph

__all__ = ["demo"]

_PICTURE = "blade-runner.html"


@click.command(epilog="Example: filmgraph demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=_PICTURE,
    show_default=True,
    help="Where the picture is written.",
)
def demo(output: Path) -> None:
    """Build the shipped graph on first use, show what it can answer, and draw a picture."""
    graph = opened("demo", "open")
    made = graph.manifest
    kinds = made.entities_at(graph.level)
    counted = ", ".join(f"{kinds.get(kind, 0):,} {many}" for kind, many in _COUNTED.items())
    echo(f"{counted}, {made.statements_at(graph.level):,} statements.")
    _ask(graph, "What film is it?", "film-facts", limit=12, film="Leaving Las Vegas (1995)")
    _ask(graph, "Who plays whom?", "cast", limit=4, film="Leaving Las Vegas (1995)")
    _ask(graph, "Who plays Sera, and what says so?", "who-played", character="Sera")
    _ask(graph, "What is it about?", "themes-of-film", limit=6, film="Blade Runner (1982)")
    _ask(
        graph,
        "What do these two share?",
        "shared-themes",
        limit=6,
        film="Blade Runner (1982)",
        other="Westworld (1973)",
    )
    _ask(graph, "Who acted with Nicolas Cage most?", "co-stars", limit=5, person="Nicolas Cage")
    echo("\nHow is he connected with Uma Thurman?\n$ filmgraph path 'Nicolas Cage' 'Uma Thurman'")
    echo(path_text(graph.path("Nicolas Cage", "Uma Thurman")))
    part = "portrayal/leaving-las-vegas-1995/elisabeth-shue"
    _ask(graph, "Who says that Elisabeth Shue is in it?", "who-says-so", entity=part)
    graph.draw("Blade Runner (1982)", output)
    echo(f"\nA picture of Blade Runner (1982): {output}")
    echo("More questions: filmgraph questions")
    echo("With spoilers:  filmgraph show 'Leaving Las Vegas (1995)' --spoilers plot")


_COUNTED: Mapping[str, str] = {"film": "films", "person": "people", "theme": "themes"}


def _ask(
    graph: Graph, title: str, question: str, limit: int | None = None, **parameters: object
) -> None:
    given = " ".join(f"'{value}'" for value in parameters.values())
    given += f" --limit {limit}" if limit else ""
    echo(f"\n{title}\n$ filmgraph ask {question} {given}")
    print_answer(readable(graph, graph.ask(question, limit=limit, **parameters)))
