"""What the commands share: options, opening a graph, printing answers, progress."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from filmgraph.cli.seen_films import read_seen
from filmgraph.cli.streams import holds_all_letters
from filmgraph.curtain import LEVELS
from filmgraph.graph import Graph, open_graph
from filmgraph.options import seen_file
from filmgraph.values import KINDS, Answer, cell_text, printable

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = [
    "NOTHING",
    "answer_options",
    "echo",
    "echo_json",
    "format_option",
    "graph_option",
    "kind_option",
    "opened",
    "print_answer",
    "progress_bar",
    "seen_option",
    "spoilers_option",
]

_F = TypeVar("_F", bound=Callable[..., Any])

NOTHING: Final = "Nothing answers that at this level."
"""What is said where an answer has no rows."""

_SEEN: Final = "filmgraph.seen"
_UNSEEN: Final = re.compile(r"[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

graph_option = click.option(
    "--graph",
    metavar="FOLDER",
    envvar="FILMGRAPH_GRAPH",
    default="demo",
    show_default=True,
    show_envvar=True,
    help="A graph folder, or 'demo'.",
)
spoilers_option = click.option(
    "--spoilers",
    type=click.Choice(LEVELS),
    envvar="FILMGRAPH_SPOILERS",
    default="open",
    show_default=True,
    show_envvar=True,
    help="What may be shown.",
)


def _remember(context: click.Context, _: click.Parameter, films: tuple[str, ...]) -> None:
    context.meta[_SEEN] = films


# What was seen goes with the opening of the graph: `opened` asks for it, no command has to.
seen_option = click.option(
    "--seen",
    metavar="FILM",
    multiple=True,
    expose_value=False,
    callback=_remember,
    help="You have seen this film: show all of it. May be repeated; filmgraph seen keeps a list.",
)
kind_option = click.option("--kind", type=click.Choice(KINDS), help="Only what is of this kind.")
_limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="ROWS", help="Rows at most."
)


def format_option(*formats: str) -> Callable[[_F], _F]:
    """The option that says how an answer is printed."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How the answer is printed.",
    )


def answer_options(command: _F) -> _F:
    """The options of every command that prints an answer."""
    options = (_limit_option, format_option("table", "json", "csv"), spoilers_option, graph_option)
    for option in options:
        command = option(command)
    return command


def opened(graph: str, spoilers: str) -> Graph:
    """Open a graph; the demo is built first where it must be, with a progress bar.

    For a command that takes `--seen` it is the graph of someone who has seen the films that are
    named there, and those of the user's own list.
    """
    with progress_bar("Building the demo graph (once)") as progress:
        here = open_graph(graph, level=spoilers, progress=progress)
    context = click.get_current_context(silent=True)
    named = None if context is None else context.meta.get(_SEEN)
    if named is None or here.level == "ending":
        return here
    listed = [here.get(one.iri) for one in read_seen(seen_file())]
    return here.seen(*filter(None, listed), *named)  # those of another graph are passed over


def echo(text: str = "", *, err: bool = False) -> None:
    """Print lines without what a terminal would take for a command."""
    click.echo("\n".join(map(printable, text.split("\n"))), err=err)


def echo_json(text: str) -> None:
    """Print JSON; what a terminal cannot show, or takes for a command, is escaped."""
    if not holds_all_letters():
        text = json.dumps(json.loads(text))
    # Such a character can only stand in a string, where its escape means the same.
    click.echo(_UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text))


def print_answer(answer: Answer, format_: str = "table", nothing: str = NOTHING) -> None:
    """Print an answer as a table, JSON or CSV."""
    if format_ == "json":
        echo_json(answer.to_json())
    elif format_ == "csv" and _on_terminal():
        echo(answer.to_csv().replace("\r\n", "\n").removesuffix("\n"))
    elif format_ == "csv":
        click.echo(answer.to_csv(), nl=False)
    elif not answer.rows:
        click.echo(nothing)
    elif _on_terminal():
        _print_rich(answer)
    else:
        click.echo(str(answer))
    if answer.truncated and format_ != "table":
        click.echo(f"Cut at {len(answer)} rows; there are more (--limit).", err=True)


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _print_rich(answer: Answer) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(printable(answer.title)) if answer.title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for index, column in enumerate(answer.columns):
        numbers = all(isinstance(row[index], int | float | None) for row in answer.rows)
        table.add_column(
            Text(printable(column)), justify="right" if numbers else "left", overflow="fold"
        )
    for row in answer.rows:
        # A Text is taken as it is: nothing in a name is markup.
        table.add_row(*(Text(cell_text(cell)) for cell in row))
    console = Console()
    console.print(table)
    if answer.truncated:
        console.print(f"(cut at {len(answer)} rows; there are more: --limit)", highlight=False)


@contextmanager
def progress_bar(title: str) -> "Iterator[Progress]":
    """A progress bar on the terminal's error stream; a line a step where there is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _plain_progress(title)
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    bar = RichProgress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    tasks: dict[str, Any] = {}

    def progress(step: str, done: int, total: int) -> None:
        if not tasks:
            bar.start()
        if step not in tasks:
            for task in tasks.values():
                bar.update(task, total=1, completed=1, visible=False)
            tasks[step] = bar.add_task(f"{title}: {step}", total=None, count="")
        count = f"{done:,} of {total:,}" if total else (f"{done:,}" if done else "")
        bar.update(tasks[step], total=total or None, completed=done, count=count)

    try:
        yield progress
    finally:
        bar.stop()


def _plain_progress(title: str) -> "Progress":
    said: set[str] = set()

    def progress(step: str, done: int, total: int) -> None:
        if step not in said:
            said.add(step)
            click.echo(f"{title}: {step} …", err=True)

    return progress
