"""Options of a loader as options of the command: `--film X` for `--option film=X`."""

from collections.abc import Iterator, Sequence

import click

from filmgraph.errors import FilmgraphError
from filmgraph.intake import find_loader

__all__ = ["LoadCommand"]


class LoadCommand(click.Command):
    """A command whose first argument names a loader, and which takes that loader's options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, the loader's options being written out as `--option NAME=VALUE`."""
        return super().parse_args(ctx, list(self._written_out(args)))

    def _written_out(self, args: Sequence[str]) -> Iterator[str]:
        options: dict[str, str] | None = None
        rest = iter(args)
        for arg in rest:
            name, equals, value = arg.partition("=")
            if arg == "--" or not name.startswith("--") or self._takes(name) is not None:
                yield arg
                if arg == "--":
                    break
                continue
            if options is None:
                options = self._of_loader(args)
            known = options.get(name[2:].replace("_", "-"))
            if known is None:
                yield arg  # click says that there is no such option
                continue
            given = value if equals else next(rest, None)
            if given is None:
                raise click.BadOptionUsage(name, f"Option '{name}' needs a value.")
            yield from ("--option", f"{known}={given}")
        yield from rest

    def _takes(self, name: str) -> int | None:
        """How many values an option of the command itself takes; None if it has no such option."""
        for parameter in self.params:
            if name in (*parameter.opts, *parameter.secondary_opts, "--help"):
                is_flag = getattr(parameter, "is_flag", False) or name == "--help"
                return 0 if is_flag else parameter.nargs
        return None

    def _of_loader(self, args: Sequence[str]) -> dict[str, str]:
        """The options of the loader that the arguments name: with hyphens, and as it calls them."""
        rest = iter(args)
        for arg in rest:
            if not arg.startswith("-"):
                try:
                    names = find_loader(arg).options
                except FilmgraphError:
                    return {}  # the command itself says what is wrong with it
                return {name.replace("_", "-"): name for name in names}
            if "=" not in arg:
                for _ in range(self._takes(arg) or 0):
                    next(rest, None)
        return {}
