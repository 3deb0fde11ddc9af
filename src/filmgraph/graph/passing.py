"""What a user lets a path be made of: kinds of edge and entity, and single entities, by name."""

from collections.abc import Iterable
from typing import TypeAlias

from filmgraph.arrays.choosing import Chosen, Passage, choose, known_word, passage, unknown_word
from filmgraph.arrays.walking import check_years
from filmgraph.errors import NEAR_MATCHES, OptionError, UnknownEntity, shown
from filmgraph.graph.opened import Named, Opened
from filmgraph.options import check_limit
from filmgraph.values import Entity

__all__ = ["Avoided", "passing"]

Avoided: TypeAlias = Named | Iterable[Named] | None
"""Kinds of edge, kinds of entity, or single entities."""


def passing(
    graph: Opened,
    via: str | Iterable[str] | None,
    avoid: Avoided,
    years: tuple[int, int] | None,
    max_degree: int | None,
) -> Passage:
    """What a path may be made of.

    Parameters
    ----------
    graph : Opened
    via : str or iterable of str, optional
        The only kinds of edge (`ACTED_IN`) to take, or of entity (`film`) to walk through.
    avoid : str, Entity or iterable of these, optional
        Kinds of edge or entity, or single entities, to leave out; both ends stay.
    years : (int, int), optional
        Walk through films of these years only, from the first to the last.
    max_degree : int, optional
        Walk through nothing that is linked with more entities.

    Raises
    ------
    OptionError
        If a word is no kind of edge or entity, or a number is out of its range.
    UnknownEntity
        If what is to be avoided is nothing that there is.
    """
    kinds, nodes = _avoided(graph, avoid)
    return passage(
        graph.adjacency,
        choose(via),
        kinds,
        nodes=nodes,
        years=None if years is None else check_years(years),
        max_degree=None if max_degree is None else check_limit(max_degree, 1, "max_degree"),
    )


def _avoided(graph: Opened, avoid: Avoided) -> tuple[Chosen, list[int]]:
    named = _each(avoid)
    edges: set[int] = set()
    kinds: set[int] = set()
    nodes: list[int] = []
    for one in named:
        chosen = known_word(one) if isinstance(one, str) else None
        if chosen is None:
            nodes.append(_node(graph, one))
        else:
            edges |= chosen.edges
            kinds |= chosen.kinds
    return Chosen(frozenset(edges), frozenset(kinds)), nodes


def _each(avoid: Avoided) -> list[Named]:
    if isinstance(avoid, str | Entity):
        return [avoid]
    try:
        return list(() if avoid is None else avoid)
    except TypeError:
        raise OptionError(f"{shown(avoid)} is nothing that can be avoided.") from None


def _node(graph: Opened, one: Named) -> int:
    try:
        return graph.node(one)
    except UnknownEntity as error:
        # What was meant may be a kind of edge as well.
        kinds = unknown_word(one).candidates
        error.candidates = (*kinds, *error.candidates)[:NEAR_MATCHES]
        raise
