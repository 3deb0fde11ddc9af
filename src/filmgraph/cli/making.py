"""Commands that make a graph: load, build, status, check."""

import shlex
from pathlib import Path

import click

from filmgraph.build.check import CheckReport, check_graph
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build as make_build
from filmgraph.build.opening import DEMO, folder_of, folder_to_write
from filmgraph.cli.common import echo, graph_option, opened, progress_bar, spoilers_option
from filmgraph.cli.loader_options import LoadCommand
from filmgraph.curtain import LEVELS
from filmgraph.errors import DamagedGraph, InputError, SourceError
from filmgraph.graph import Graph
from filmgraph.intake import Loader, find_loader, loaders
from filmgraph.intake import load as load_records
from filmgraph.intake.load import source_of
from filmgraph.names import IRI

__all__ = ["build", "check", "load", "status"]

_GRAPH_HELP = "The graph folder to write; it is made if it does not exist."


def _list_loaders(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    for name in loaders():
        echo(f"{name:16} {find_loader(name).summary}")
    context.exit()


@click.command(
    cls=LoadCommand,
    epilog="Example: filmgraph load wikipedia-films movies-*.json --graph films.graph",
)
@click.argument("loader")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--graph", metavar="FOLDER", envvar="FILMGRAPH_GRAPH", help=_GRAPH_HELP)
@click.option("--check", "only_check", is_flag=True, help="Read and report; write nothing.")
@click.option("--strict", is_flag=True, help="Stop at the first bad record and load nothing.")
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the loader, also written --NAME VALUE.",
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
    loader: str,
    files: tuple[Path, ...],
    graph: str | None,
    only_check: bool,
    strict: bool,
    options: tuple[str, ...],
) -> None:
    """Read FILES with LOADER (see --list, or a path to your own) into a graph folder.

    What a source said before is replaced; a bad record is refused and counted, and harms no other.
    Then run: filmgraph build --graph FOLDER
    """
    chosen = find_loader(loader)
    given = dict(_option(text) for text in options)
    _check_files(files)
    source = source_of(chosen, files, given)
    if only_check:
        _only_check(chosen, files, given, strict)
        return
    if graph is None:
        raise click.UsageError("Missing option '--graph'; --check needs none.")
    folder = folder_to_write(graph, create=True)
    with folder.writing(), progress_bar(f"Loading {source.name}") as progress:
        report = load_records(
            chosen,
            files,
            folder.record_file(source.name),
            options=given,
            strict=strict,
            progress=lambda done: progress("records", done, 0),
        )
    echo(str(report))
    echo(f"Now make it ready to be asked: filmgraph build --graph {shlex.quote(graph)}", err=True)


def _only_check(
    loader: Loader, files: tuple[Path, ...], options: dict[str, str], strict: bool
) -> None:
    report = load_records(loader, files, None, options=options, strict=strict)
    echo(str(report))
    if report.refused_count:
        raise InputError("Not all records are sound.", hint="Nothing was written.")


def _check_files(files: tuple[Path, ...]) -> None:
    # Before a folder is made for what cannot be read.
    for file in files:
        if not file.exists():
            raise SourceError(f"There is no file '{file}'.", hint="Name a source's files.")


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
    folder = folder_to_write(graph)
    if use is not None:
        with folder.writing():
            folder.use(use)
        echo(f"Build {use} is in use.")
        return
    with progress_bar("Building") as progress:
        report = make_build(folder, source_graphs=source_graphs, keep=keep, progress=progress)
    made = report.manifest
    names = ", ".join(entry.source.name for entry in made.sources)
    # What stands behind the curtain is not counted.
    echo(
        f"Build {made.number} in {sum(made.seconds.values()):.1f} s: {made.films:,} films, "
        f"{made.statements_at('open'):,} open statements; sources: {names}"
    )
    if not made.conforms:
        echo("Some statements do not fit the ontology's shapes: filmgraph check")
    for note in made.notes:
        echo(f"Note: {note}")


@click.command(epilog="Example: filmgraph status --graph films.graph")
@graph_option
@spoilers_option
def status(graph: str, spoilers: str) -> None:
    """Say what a graph holds: sources, films, people, statements."""
    if graph != DEMO:
        folder = GraphFolder.open(Path(graph).expanduser())
        if folder.current is None:
            _loaded_only(folder)
            return
    here = opened(graph, spoilers)
    made = here.manifest
    echo(f"Graph      {here.folder.path}")
    echo(f"Build      {made.number}, made {made.made} by filmgraph {made.filmgraph}")
    others = [str(one) for one in here.folder.builds() if one != made.number]
    if others:
        echo(f"           also kept: {', '.join(others)}")
    echo(f"Statements {made.statements_at(here.level):,} (level {here.level})")
    for kind, count in made.entities_at(here.level).items():
        echo(f"  {kind:12} {count:>9,}")
    echo(f"Sources    {'films':>13} {'concepts':>9}")
    for entry in made.sources:
        source = entry.source
        echo(
            f"  {source.name:14} {entry.films:>7,} {entry.concepts:>9,}  "
            f"{source.title}, {source.licence or 'no licence given'}"
        )
    for note in made.notes:
        echo(f"Note: {note}")
    if here.folder.changed_since(here.build):
        echo("Records were loaded after this build: run filmgraph build.")


def _loaded_only(folder: GraphFolder) -> None:
    files = folder.record_files()
    echo(f"Graph      {folder.path}")
    echo("Build      none yet: run filmgraph build")
    for file in files:
        echo(f"  {file.name.removesuffix('.jsonl.gz')}")


@click.command(epilog="Example: filmgraph check --graph films.graph --doubts")
@graph_option
@spoilers_option
@click.option("--doubts", is_flag=True, help="List every doubtful match.")
def check(graph: str, spoilers: str, doubts: bool) -> None:
    """Check a graph: are its files whole, does it fit the ontology, which matches are doubtful.

    All of it is checked; what is named and counted is what may be seen with --spoilers.
    """
    with progress_bar("Checking") as progress:
        report = check_graph(folder_of(graph, progress), progress)
    if report.torn:
        echo(str(report))
        raise DamagedGraph(
            f"{len(report.torn)} files are damaged: {', '.join(report.torn[:5])}.",
            hint="Make a new build: filmgraph build",
        )
    here = opened(graph, spoilers)
    seen = _seen_doubts(here, report)
    echo(f"Files      all {len(report.manifest.files)} are whole")
    echo(f"Shapes     {_shapes(here, report)}")
    echo(f"Doubts     {len(seen):,} matches stayed apart or were made with a note")
    for line in seen if doubts else ():
        echo(line.replace("\t", "  "))


def _shapes(graph: Graph, report: CheckReport) -> str:
    if report.shapes is None or report.shapes.conforms:
        return "all statements fit"
    if graph.level == LEVELS[-1]:
        return f"not all fit:\n{report.shapes}"
    # Which things break a shape, and how many, may be what happens in a film.
    return "not all fit; which do not: filmgraph check --spoilers ending"


def _seen_doubts(graph: Graph, report: CheckReport) -> list[str]:
    """The doubts about things that may be seen; kind, one, other and reason in each line."""
    seen = []
    for line in report.doubts:
        _, one, other, _ = line.split("\t", 3)
        if all(graph.get(IRI(each)) for each in (one, other)):
            seen.append(line)
    return seen
