"""The command `path`: how one thing is connected with another."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from filmgraph.cli.common import echo, opened
from filmgraph.cli.common_values import (
    avoid_option,
    count_option,
    degree_option,
    show_value,
    steps_option,
    value_options,
    via_option,
    years_option,
)
from filmgraph.errors import NoPath
from filmgraph.graph import Graph
from filmgraph.values import Path as Way
from filmgraph.values import Paths, Step, printable

__all__ = ["path", "path_text"]

_VIA: Final = re.compile(r"via=\(([^)]*)\)")


@click.command(epilog="Example: filmgraph path 'Nicolas Cage' 'Uma Thurman' --via ACTED_IN")
@click.argument("one", metavar="FROM")
@click.argument("other", metavar="TO")
@via_option
@avoid_option
@years_option
@steps_option
@degree_option
@count_option("--limit", "Several ways, so many at most.")
@click.option(
    "--apart", is_flag=True, help="Several ways that have nothing but their ends in common."
)
@value_options
def path(
    one: str,
    other: str,
    limit: int | None,
    apart: bool,
    graph: str,
    spoilers: str,
    format_: str,
    output: Path | None,
    **asked: Any,
) -> None:
    """Show how FROM is connected with TO: the shortest way, and who says so.

    FROM and TO are names of anything, or what `find` prints last.  Without --via a way leads
    through films, people, characters, series and events, not through genres, countries or themes,
    which tie films that have nothing to do with each other.

    Kinds of link are ACTED_IN, DIRECTED, WROTE, HAS_THEME, HAS_GENRE, IN_SERIES, SEQUEL_OF and
    others, of things film, person, theme, genre and others; a KIND that there is not is answered
    with those there are.
    """
    here = opened(graph, spoilers)
    try:
        found = _connect(here, one, other, limit, apart, asked)
    except NoPath as error:
        # Its own hint is for those who write Python.
        raise NoPath(error.message, hint=_VIA.sub(_options, error.hint)) from None
    show_value(found, format_, output, lambda: echo(path_text(found)), _notes(found))


def _options(via: re.Match[str]) -> str:
    """The argument `via` as it is written on the command line."""
    return " ".join(f"--via {word}" for word in re.findall(r"\w+", via[1]))


def _connect(
    here: Graph, one: str, other: str, limit: int | None, apart: bool, asked: dict[str, Any]
) -> Way | Paths:
    asked = {name: value or None for name, value in asked.items()}
    if limit is None and not apart:
        return here.path(one, other, **asked)
    found = here.paths(one, other, limit=limit, most_through=1 if apart else None, **asked)
    if found:
        return found
    return here.path(one, other, **asked)  # which says that there is none


def path_text(found: Way | Paths) -> str:
    """One or several ways as Python prints them, with who says so."""
    ways = found.paths if isinstance(found, Paths) else (found,)
    said = {_said(step) for way in ways for step in way}
    if not said:
        return f"{found.start}\n(that is one and the same)"
    texts = [_lines(way, with_sources=len(said) > 1) for way in ways]
    if isinstance(found, Paths):
        indented = (text.replace("\n", "\n   ") for text in texts)
        texts = [f"{number}. {text}" for number, text in enumerate(indented, 1)]
    texts += [f"({note})" for note in _notes(found)]
    return "\n".join([*texts, f"(who says so: {said.pop()})"] if len(said) == 1 else texts)


def _lines(way: Way, with_sources: bool) -> str:
    wide = max((len(step.words) for step in way), default=0)
    lines = [str(way.start)]
    for step in way:
        said = f"  [{_said(step)}]" if with_sources else ""
        lines.append(f"  {step.words:{wide}}  {step.end}{step.edge.addition}{said}")
    return "\n".join(map(printable, lines))


def _said(step: Step) -> str:
    """Who says a step, and from which level on it may be seen, if that is not open."""
    sources = ", ".join(step.sources) or "no source alone"
    return sources if step.level == "open" else f"{sources}; {step.level}"


def _notes(found: Way | Paths) -> Iterator[str]:
    """What a search for several ways left out."""
    if isinstance(found, Paths) and found.truncated:
        yield (
            f"there may be more ways: {found.cut}" if found.cut else "there are more ways: --limit"
        )
