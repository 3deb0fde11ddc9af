"""The command `filmgraph`: its commands, loaded only when they are used, and its errors."""

import importlib
import os
import sys
from typing import Final, NoReturn

import click

from filmgraph.errors import FilmgraphError, exit_code

__all__ = ["cli", "run"]

_COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "demo": ("demo", "Build the shipped graph, show what it can answer, draw a picture."),
    "find": ("asking", "Find films, people, themes … by name."),
    "show": ("asking", "Show what is known of something."),
    "questions": ("asking", "List the questions, or explain one."),
    "ask": ("asking", "Ask one of the questions."),
    "sparql": ("asking", "Ask in SPARQL."),
    "draw": ("asking", "Draw what is around something, as one HTML file."),
    "load": ("making", "Read a source's files into a graph folder."),
    "build": ("making", "Make what was loaded ready to be asked."),
    "status": ("making", "Say what a graph holds."),
    "check": ("making", "Check a graph: files, shapes, doubtful matches."),
    "export": ("exporting", "Write a graph as N-Quads, Turtle, JSON-LD or film records."),
    "schema": ("exporting", "Print the JSON Schema of the film record."),
}
"""Command: the module it stands in, and what it does in a line (so that help need not load it)."""


class _Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"filmgraph.cli.{_COMMANDS[name][0]}")
        command: click.Command = getattr(module, name)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_) for name, (_, help_) in _COMMANDS.items()])

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = arguments[0]
        if name not in _COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, _COMMANDS, n=3, cutoff=0.5)
            hint = f" Did you mean: {', '.join(near)}?" if near else ""
            raise click.UsageError(f"There is no command {name!r}.{hint}", context)
        return super().resolve_command(context, arguments)


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from filmgraph import __version__

        click.echo(f"filmgraph {__version__}")
        context.exit()


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: filmgraph ask co-stars 'Nicolas Cage'",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version.",
)
def cli() -> None:
    """The narrative knowledge graph of film: who made it, who plays whom, what it is about, what
    is like it, and who says so.

    Without --graph, commands use the shipped facts (about 37,000 films).
    """


def run() -> NoReturn:
    """Run, and end with an exit code: 0, 2 for wrong usage, else those of `filmgraph.errors`."""
    try:
        cli.main(standalone_mode=False)
        sys.stdout.flush()
        code = 0
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except FilmgraphError as error:
        click.echo(f"Error: {error}", err=True)
        code = exit_code(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        code = 130
    except BrokenPipeError:
        # The reader (head, less) has had enough; Python must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
