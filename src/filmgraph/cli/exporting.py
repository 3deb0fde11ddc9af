"""Commands that write a graph for other programs: export, schema."""

import json
from pathlib import Path

import click

from filmgraph.cli.common import echo, graph_option, opened, progress_bar, spoilers_option
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
@click.option("--about", metavar="NAME", help="Only what is said of this or linked with it.")
@click.option("--facts", is_flag=True, help="Records without texts, motivations and quotes.")
@graph_option
@spoilers_option
def export(
    format_: str, output: Path, about: str | None, facts: bool, graph: str, spoilers: str
) -> None:
    """Write a graph as FORMAT.

    nquads, turtle and jsonld are RDF; graphml and gexf hold nodes and edges for Gephi, Cytoscape
    or igraph; records are the films as JSON lines.
    """
    if facts and format_ != "records":
        raise click.UsageError(f"--facts is for records, not for {format_}.")
    asked = opened(graph, spoilers)
    with progress_bar(f"Writing {output.name}") as progress:
        asked.export(format_, output, about=about, facts=facts, progress=progress)
    files = sorted(output.glob("*.jsonl.gz")) if output.is_dir() else [output]
    size = sum(file.stat().st_size for file in files)
    # What is written to a pipe is not mixed with words.
    echo(f"{output} ({size:,} bytes)", err=not (output.is_file() or output.is_dir()))


@click.command(epilog="Example: filmgraph schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of one line of a file of film records."""
    from filmgraph.record import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
