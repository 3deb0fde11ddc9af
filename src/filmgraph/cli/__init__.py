"""The command line."""

__all__ = ["main"]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from filmgraph.cli.app import run

    run()
