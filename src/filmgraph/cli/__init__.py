"""The command line."""

import sys

from filmgraph.cli.streams import ending, forgive_letters

__all__ = ["main"]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    forgive_letters()
    with ending():
        if sys.argv[1:] in ([], ["-h"], ["--help"]):
            # The page that people see first comes at once: the libraries are for the commands.
            from filmgraph.cli.overview import overview

            print(overview())
            return
        from filmgraph.cli.app import run

        sys.exit(run())
