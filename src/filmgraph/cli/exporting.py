"""Commands that write a graph for other programs: export, schema."""

import json
import sys
from pathlib import Path

import click

from filmgraph.cli.common import graph_option, opened, spoilers_option
from filmgraph.export.files import FORMATS

__all__ = ["export", "schema"]


@click.command(epilog="Example: filmgraph export turtle --about 'Alien (1979)' -o alien.ttl")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The file to write; for records, a folder.",
)
@click.option("--about", metavar="NAME", help="Only what is said of this and of its parts.")
@click.option("--facts", is_flag=True, help="Records without texts, motivations and quotes.")
@graph_option
@spoilers_option
def export(
    format_: str, output: Path, about: str | None, facts: bool, graph: str, spoilers: str
) -> None:
    """Write a graph as FORMAT: nquads, turtle, jsonld or records."""
    here = opened(graph, spoilers)
    written = here.export(format_, output, about=about, facts=facts)
    click.echo(f"{written} ({sum(f.stat().st_size for f in _files(output)):,} bytes)")


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.glob("*.jsonl.gz"))


@click.command(epilog="Example: filmgraph schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of one line of a file of film records."""
    from filmgraph.record import json_schema

    json.dump(json_schema(), sys.stdout, indent=2, ensure_ascii=False)
    click.echo()
