"""The command `filmgraph`: its commands, loaded only when they are used, and its errors."""

import importlib

import click

from filmgraph.cli.common import echo
from filmgraph.cli.overview import COMMANDS, overview
from filmgraph.errors import FilmgraphError, exit_code

__all__ = ["cli", "run"]


class _Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"filmgraph.cli.{COMMANDS[name][0]}")
        command: click.Command = getattr(module, name)
        return command

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(overview() + "\n")

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = arguments[0]
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=3, cutoff=0.5)
            hint = f"Did you mean: {', '.join(near)}?" if near else "See: filmgraph --help"
            raise click.UsageError(f"There is no command {name!r}. {hint}", context)
        return super().resolve_command(context, arguments)


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from filmgraph import __version__

        click.echo(f"filmgraph {__version__}")
        context.exit()


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
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
    """Ask the narrative knowledge graph of film."""


def run() -> int:
    """Run and give the exit code: 0, 2 for wrong usage, else those of `filmgraph.errors`."""
    try:
        cli.main(prog_name="filmgraph", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except FilmgraphError as error:
        echo(f"Error: {error.lines()}", err=True)
        return exit_code(error)
    except SystemExit as end:
        # So click ends where the reader of a pipe went away; how that ends is not its business.
        raise (end.__context__ if isinstance(end.__context__, OSError) else end) from None
    return 0
