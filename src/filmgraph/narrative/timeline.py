"""A film's timeline from what a graph says of its events."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from filmgraph.errors import OptionError
from filmgraph.names import IRI
from filmgraph.narrative.asked import EventFound, Select, events_of
from filmgraph.narrative.measures import nonlinearity
from filmgraph.narrative.orders import StoryOrder, Told, story_order, told
from filmgraph.narrative.structures import structures
from filmgraph.values import Edge, Entity, Happened, Timeline

__all__ = ["ORDERS", "timeline"]

ORDERS: Final = ("told", "story")
_PART: Final = "TAKES_PART_IN"


def timeline(
    film: Entity,
    select: Select,
    edges: Callable[[IRI], Sequence[Edge]],
    *,
    order: str = "told",
    source: str | None = None,
) -> Timeline:
    """A film's timeline.

    Parameters
    ----------
    film : Entity
    select : callable
        Asks SPARQL at the level in force.
    edges : callable
        The edges of an event that may be seen.
    order : str
        `told` or `story`.
    source : str, optional
        The source whose timeline it is; by default the one with most events.

    Raises
    ------
    OptionError
        If there is no such order, or the source tells nothing of the film.
    """
    if order not in ORDERS:
        raise OptionError(f"There is no order {order!r}; the orders are: {', '.join(ORDERS)}.")
    by_source: dict[str, list[EventFound]] = {}
    for event in events_of(film.iri, select):
        by_source.setdefault(event.source, []).append(event)
    if source is None:
        source = min(by_source, key=lambda name: (-len(by_source[name]), name), default="")
    elif source not in by_source:
        raise OptionError(
            f"The source {source!r} tells nothing of what happens in {film}.",
            candidates=sorted(by_source),
        )
    return _timeline(
        film,
        by_source.get(source, []),
        edges,
        order=order,
        source=source,
        sources=sorted(by_source),
    )


def _timeline(
    film: Entity,
    events: Sequence[EventFound],
    edges: Callable[[IRI], Sequence[Edge]],
    *,
    order: str,
    source: str,
    sources: Sequence[str],
) -> Timeline:
    happenings = [event.happening() for event in events]
    known = {event.iri: event for event in events}
    links = {event.iri: tuple(edges(event.iri)) for event in events}
    orders = story_order(happenings)
    rows = [
        _happened(known[IRI(event.name)], links[IRI(event.name)], place, one, orders)
        for place, (one, event) in enumerate(told(happenings), 1)
    ]
    untold = [event for event in events if not event.told]
    rows += [_happened(event, links[event.iri], 0, Told(0), orders) for event in untold]
    measured = nonlinearity(happenings)
    return Timeline(
        film,
        order,
        tuple(rows if order == "told" else _in_story(rows)),
        source,
        tuple(sources),
        tuple(structures(happenings)),
        measured.tau,
        measured.jumps,
        tuple(dict.fromkeys(edge for event in events for edge in links[event.iri])),
    )


def _in_story(rows: Iterable[Happened]) -> list[Happened]:
    """Each event where it is first told, in story order; those without a place come last."""
    first: dict[IRI, Happened] = {}
    for row in rows:
        first.setdefault(row.event.iri, row)
    return sorted(first.values(), key=lambda row: (row.story is None, row.story or 0, row.told))


def _happened(
    event: EventFound, links: Iterable[Edge], place: int, one: Told, orders: StoryOrder
) -> Happened:
    within = next((edge for edge in links if edge.predicate == "HAPPENS_IN"), None)
    this = within.source if within else Entity(event.iri, "event", event.what)
    characters = {edge.source.iri: edge.source for edge in links if edge.predicate == _PART}
    return Happened(
        this,
        place,
        orders.rank.get(event.iri),
        one.mode,
        one.strand,
        tuple(
            (characters.get(iri) or Entity(iri, "character", name), part)
            for (iri, part), name in event.who.items()
        ),
        event.where,
        within.level if within else "plot",
        within.sources if within else (),
        tuple(event.quotes),
    )
