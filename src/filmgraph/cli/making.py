"""Commands that make a graph: load, build, status, check."""

from pathlib import Path

import click

from filmgraph.build.check import check_graph
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build as make_build
from filmgraph.cli.common import (
    graph_option,
    opened,
    progress_bar,
    spoilers_option,
    writable_folder,
)
from filmgraph.errors import DamagedGraph, NotAGraph
from filmgraph.graph import folder_of
from filmgraph.intake import find_loader, loaders
from filmgraph.intake import load as load_records
from filmgraph.intake.load import source_of

__all__ = ["build", "check", "load", "status"]

_GRAPH_HELP = "The graph folder to write; it is made if it does not exist."


def _list_loaders(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    for name in loaders():
        click.echo(f"{name:16} {find_loader(name).summary}")
    context.exit()


@click.command(epilog="Example: filmgraph load wikipedia-films movies-*.json --graph films.graph")
@click.argument("loader")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--graph", required=True, metavar="FOLDER", envvar="FILMGRAPH_GRAPH", help=_GRAPH_HELP
)
@click.option("--strict", is_flag=True, help="Stop at the first bad record and load nothing.")
@click.option(
    "--option", "options", multiple=True, metavar="NAME=VALUE", help="An option of the loader."
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_loaders,
    help="List the loaders.",
)
def load(
    loader: str, files: tuple[Path, ...], graph: str, strict: bool, options: tuple[str, ...]
) -> None:
    """Read FILES with LOADER (see --list, or a path to your own) into a graph folder.

    What a source said before is replaced; a bad record is refused and counted, and harms no other.
    Then run: filmgraph build --graph FOLDER
    """
    chosen = find_loader(loader)
    given = dict(_option(text) for text in options)
    folder = writable_folder(graph, create=True)
    source = source_of(chosen, files, given)
    with folder.writing(), progress_bar(f"Loading {source.name}") as progress:
        report = load_records(
            chosen,
            files,
            folder.record_file(source.name),
            options=given,
            strict=strict,
            progress=lambda done: progress("records", done, 0),
        )
    click.echo(str(report))
    if not report.loaded:
        raise NotAGraph("Nothing was loaded.", hint="See what was refused above.")
    click.echo(f"Now make it ready to be asked: filmgraph build --graph {graph}", err=True)


def _option(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r} is not NAME=VALUE.")
    return name, value


@click.command(epilog="Example: filmgraph build --graph films.graph")
@click.option(
    "--graph", required=True, metavar="FOLDER", envvar="FILMGRAPH_GRAPH", help="The graph folder."
)
@click.option(
    "--source-graphs/--no-source-graphs",
    default=True,
    show_default=True,
    help="Keep each source's own graph, for 'who says so'.",
)
@click.option("--keep", type=click.IntRange(min=1), help="Builds to keep.")
@click.option("--use", type=int, metavar="NUMBER", help="Build nothing; go back to this build.")
def build(graph: str, source_graphs: bool, keep: int | None, use: int | None) -> None:
    """Make what was loaded into a graph folder ready to be asked."""
    folder = writable_folder(graph)
    if use is not None:
        with folder.writing():
            folder.use(use)
        click.echo(f"Build {use} is in use.")
        return
    with progress_bar("Building") as progress:
        report = make_build(folder, source_graphs=source_graphs, keep=keep, progress=progress)
    click.echo(str(report))


@click.command(epilog="Example: filmgraph status --graph films.graph")
@graph_option
@spoilers_option
def status(graph: str, spoilers: str) -> None:
    """Say what a graph holds: sources, films, people, statements."""
    if graph != "demo":
        folder = GraphFolder.open(Path(graph).expanduser())
        if folder.current is None:
            _loaded_only(folder)
            return
    here = opened(graph, spoilers)
    made = here.manifest
    click.echo(f"Graph      {here.folder.path}")
    click.echo(f"Build      {made.number}, made {made.made} by filmgraph {made.filmgraph}")
    others = [str(one) for one in here.folder.builds() if one != made.number]
    if others:
        click.echo(f"           also kept: {', '.join(others)}")
    click.echo(f"Statements {made.statements_at(here.level):,} (level {here.level})")
    for kind, count in made.entities_at(here.level).items():
        click.echo(f"  {kind:12} {count:>9,}")
    click.echo("Sources")
    for entry in made.sources:
        source = entry.source
        click.echo(
            f"  {source.name:16} {entry.films:>7,} films {entry.concepts:>6,} concepts  "
            f"{source.title}, {source.licence or 'no licence given'}"
        )
    for note in made.notes:
        click.echo(f"Note: {note}")
    if here.folder.changed_since(here.build):
        click.echo("Records were loaded after this build: run filmgraph build.")


def _loaded_only(folder: GraphFolder) -> None:
    files = folder.record_files()
    click.echo(f"Graph      {folder.path}")
    click.echo("Build      none yet: run filmgraph build")
    for file in files:
        click.echo(f"  {file.name.removesuffix('.jsonl.gz')}")


@click.command(epilog="Example: filmgraph check --graph films.graph")
@graph_option
@click.option("--doubts", is_flag=True, help="List every doubtful match.")
def check(graph: str, doubts: bool) -> None:
    """Check a graph: are its files whole, does it fit the ontology, which matches are doubtful."""
    with progress_bar("Checking") as progress:
        report = check_graph(folder_of(graph, progress), progress)
    click.echo(str(report))
    if doubts:
        for line in report.doubts:
            click.echo(line)
    if report.torn:
        raise DamagedGraph(
            f"{len(report.torn)} files are damaged: {', '.join(report.torn[:5])}.",
            hint="Make a new build: filmgraph build",
        )
