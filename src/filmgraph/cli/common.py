"""What the commands share: options, opening a graph, printing answers, progress."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import Progress
from filmgraph.curtain import LEVELS
from filmgraph.errors import ReadOnlyGraph
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, curie
from filmgraph.values import Answer, Cell

__all__ = [
    "answer_options",
    "graph_option",
    "opened",
    "print_answer",
    "progress_bar",
    "readable",
    "spoilers_option",
    "writable_folder",
]

_F = TypeVar("_F", bound=Callable[..., Any])

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
_format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How the answer is printed.",
)
_limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="ROWS", help="Rows at most."
)


def answer_options(command: _F) -> _F:
    """The options of every command that prints an answer."""
    for option in (_limit_option, _format_option, spoilers_option, graph_option):
        command = option(command)
    return command


def opened(graph: str, spoilers: str) -> Graph:
    """Open a graph; the demo is built first where it must be, with a progress bar."""
    with progress_bar("Building the demo graph (once)") as progress:
        return open_graph(graph, level=spoilers, progress=progress)


def writable_folder(graph: str, *, create: bool = False) -> GraphFolder:
    """The graph folder to write to.

    Raises
    ------
    ReadOnlyGraph
        If it is the demo.
    """
    if graph == "demo":
        raise ReadOnlyGraph(
            "The demo graph is read-only.", hint="Name a folder of your own with --graph FOLDER."
        )
    path = Path(graph).expanduser()
    return GraphFolder.create(path) if create else GraphFolder.open(path)


def print_answer(answer: Answer, format_: str) -> None:
    """Print an answer as a table, JSON or CSV."""
    if format_ == "json":
        click.echo(answer.to_json())
    elif format_ == "csv":
        click.echo(answer.to_csv(), nl=False)
    elif sys.stdout.isatty():
        _print_rich(answer)
    elif answer.rows:
        click.echo(printable(str(answer)))
    else:
        click.echo(_NOTHING)
    if answer.truncated and format_ != "table":
        click.echo(f"Cut at {len(answer)} rows; there are more (--limit).", err=True)


def readable(answer: Answer) -> Answer:
    """The answer without the columns that hold nothing but IRIs of entities."""
    kept = [
        index
        for index in range(len(answer.columns))
        if not any(str(row[index]).startswith(BASE) for row in answer.rows)
    ]
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    columns = tuple(answer.columns[index] for index in kept)
    return Answer(columns, rows, answer.truncated, answer.limit)


_NOTHING = "Nothing is known of that at this level."


def printable(text: str) -> str:
    """The text without what a terminal would take for a command."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def _print_rich(answer: Answer) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not answer.rows:
        console.print(_NOTHING)
        return
    table = Table(title=Text(answer.title) if answer.title else None, title_justify="left")
    for column in answer.columns:
        numbers = all(isinstance(cell, int | float | None) for cell in answer.column(column))
        table.add_column(Text(column), justify="right" if numbers else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(printable(_text(cell))) for cell in row))
    console.print(table)
    if answer.truncated:
        console.print(f"(cut at {len(answer)} rows; there are more: --limit)")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return curie(cell) if isinstance(cell, str) else str(cell)


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """A progress bar on the terminal's error stream; a line a step where there is no terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _plain_progress(title)
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    bar = RichProgress(
        TextColumn("{task.description}"),
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


def _plain_progress(title: str) -> Progress:
    said: list[str] = []

    def progress(step: str, done: int, total: int) -> None:
        if step not in said:
            said.append(step)
            click.echo(f"{title}: {step} …", err=True)

    return progress
