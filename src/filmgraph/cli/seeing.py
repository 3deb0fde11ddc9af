"""The command `seen`: the user's own list of films of which commands show all."""

import difflib
from collections.abc import Sequence

import click

from filmgraph.cli.common import echo, format_option, graph_option, opened, print_answer
from filmgraph.cli.seen_films import SeenFilm, add_seen, read_seen, remove_seen
from filmgraph.errors import NEAR_MATCHES, AmbiguousName, UnknownEntity, shown
from filmgraph.graph import Graph
from filmgraph.names import IRI, curie, expand, fold
from filmgraph.options import seen_file
from filmgraph.values import Answer

__all__ = ["seen"]

_NONE = "No film is listed. filmgraph seen add 'Casablanca (1942)' lists one."


@click.group(invoke_without_command=True, epilog="Example: filmgraph seen add 'Casablanca (1942)'")
@format_option("table", "json", "csv")
@click.pass_context
def seen(context: click.Context, format_: str) -> None:
    """List the films you have seen; add and remove change the list.

    find, show, timeline, characters, path, neighbours and the like show all of these films.  The
    list is a text file of yours, is read by these commands only, and is sent nowhere.
    """
    if context.invoked_subcommand is not None:
        return
    path = seen_file()
    rows = tuple((one.title, one.iri) for one in read_seen(path))
    print_answer(Answer(("film", "iri"), rows, title="Films you have seen"), format_, _NONE)
    echo(f"The list is kept in {path}", err=True)


@seen.command(epilog="Example: filmgraph seen add 'Casablanca (1942)' 'Alien (1979)'")
@click.argument("films", metavar="FILM...", nargs=-1, required=True)
@graph_option
def add(films: tuple[str, ...], graph: str) -> None:
    """List FILMs as seen.

    A FILM is named as the graph in use has it.
    """
    here = opened(graph, "open")
    found = [here.film(name) for name in films]  # all of them, before anything is written
    new = add_seen(seen_file(), [SeenFilm(one.iri, str(one)) for one in found])
    added = {one.iri for one in new}
    for one in dict.fromkeys(found):
        echo(f"{one}: listed as seen" if one.iri in added else f"{one}: was listed already")


@seen.command(epilog="Example: filmgraph seen remove 'Casablanca (1942)'")
@click.argument("films", metavar="FILM...", nargs=-1, required=True)
@graph_option
def remove(films: tuple[str, ...], graph: str) -> None:
    """Take FILMs off the list.

    A FILM is named as the list has it, or as the graph in use does.
    """
    path = seen_file()
    listed = read_seen(path)
    found = [_listed(listed, name, graph) for name in films]
    remove_seen(path, {one.iri for one in found})
    for one in dict.fromkeys(found):
        echo(f"{one.title}: no longer listed as seen")


def _listed(listed: Sequence[SeenFilm], name: str, graph: str) -> SeenFilm:
    """The film of the list that a name means; the graph is asked where the list has no such."""
    found = [one for one in listed if expand(name) == one.iri or fold(name) == fold(one.title)]
    if not found:
        named = _in_graph(name, graph)
        found = [one for one in listed if one.iri == named]
    if len(found) > 1:
        raise AmbiguousName(
            f"{len(found)} films of the list are called {shown(name)}.",
            candidates=[curie(one.iri) for one in found],
        )
    if not found:
        titles = [one.title for one in listed]
        raise UnknownEntity(
            f"{shown(name)} is not on the list of films you have seen.",
            candidates=difflib.get_close_matches(name, titles, NEAR_MATCHES),
        )
    return found[0]


def _in_graph(name: str, graph: str) -> IRI | None:
    here: Graph = opened(graph, "open")
    try:
        return here.film(name).iri
    except UnknownEntity:
        return None
