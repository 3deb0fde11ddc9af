"""Which edges and entities a traversal may use: words into masks over the arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, TypeAlias

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.errors import OptionError, shown
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import ROLES, noun

__all__ = [
    "PASSED",
    "Chosen",
    "Passage",
    "Words",
    "choose",
    "choose_kinds",
    "edge_mask",
    "known_word",
    "of_years",
    "passage",
]

Words: TypeAlias = str | Iterable[str] | None
"""Kinds of edge (`ACTED_IN`, `acted in`) or of entity (`film`)."""

PASSED: Final = ("film", "person", "character", "series", "identity", "event")
"""Kinds of entity that a path goes through where nothing else is asked for.  A genre, a country or
a theme ties films that have nothing to do with each other; a path may begin and end at one."""

_KEPT: Final = 16
"""Masks that are kept for a level: whoever asks for every mix of kinds must not fill the memory."""

_PASSED: Final = frozenset(NODE_KINDS.index(kind) for kind in PASSED)
_ENDS: Final = tuple(
    frozenset(NODE_KINDS.index(end) for pair in kind.ends for end in pair)
    for kind in EDGES.values()
)
_EDGES: Final = {name: number for number, name in enumerate(EDGES)}
_KINDS: Final = {name: number for number, name in enumerate(NODE_KINDS)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Kinds of edge and kinds of entity, by their numbers."""

    edges: frozenset[int] = frozenset()
    kinds: frozenset[int] = frozenset()


def _folded(word: str) -> str:
    return "_".join(word.replace("_", " ").replace("-", " ").upper().split())


_MEANT: Final = {
    **{_folded(kind.back): name for name, kind in reversed(list(EDGES.items()))},
    **{_folded(role): name for role, name in ROLES.items()},
    **{_folded(noun(kind, 2)): kind for kind in NODE_KINDS},
}
"""Words that are no kinds, and the kind that who writes them has in mind."""
_WORDS: Final = {_folded(kind.words): _EDGES[name] for name, kind in reversed(list(EDGES.items()))}


def known_word(word: str) -> Chosen | None:
    """What a word chooses; None where it is no kind of edge or entity.

    Examples
    --------
    >>> known_word("acted in") == known_word("ACTED_IN"), known_word("flim")
    (True, None)
    """
    folded = _folded(word)
    if folded.lower() in _KINDS:
        return Chosen(kinds=frozenset({_KINDS[folded.lower()]}))
    number = _EDGES.get(folded, _WORDS.get(folded))
    return None if number is None else Chosen(edges=frozenset({number}))


def choose(words: Words) -> Chosen:
    """What some words choose.

    Raises
    ------
    OptionError
        If a word is no kind of edge or entity; those there are, are named.

    Examples
    --------
    >>> choose("HAS_THEM")
    Traceback (most recent call last):
    filmgraph.errors.OptionError: There is no kind of edge or entity 'HAS_THEM'. \
Did you mean: HAS_THEME?
    """
    edges: set[int] = set()
    kinds: set[int] = set()
    for word in _each(words):
        chosen = known_word(word) if isinstance(word, str) else None
        if chosen is None:
            raise unknown_word(word)
        edges |= chosen.edges
        kinds |= chosen.kinds
    return Chosen(frozenset(edges), frozenset(kinds))


def _each(words: Words) -> list[object]:
    try:
        return [words] if isinstance(words, str) else list(() if words is None else words)
    except TypeError:
        raise unknown_word(words) from None


def choose_kinds(words: Words) -> frozenset[int]:
    """The kinds of entity that some words choose.

    Raises
    ------
    OptionError
        If a word is no kind of entity.

    Examples
    --------
    >>> choose_kinds("ACTED_IN")
    Traceback (most recent call last):
    filmgraph.errors.OptionError: Kinds of edge are not kinds of entity. The kinds of entity are \
film, person, character, theme, genre, place, organization, period, series, identity, motif, event.
    """
    chosen = choose(words)
    if chosen.edges:
        raise OptionError(
            "Kinds of edge are not kinds of entity.",
            hint=f"The kinds of entity are {', '.join(NODE_KINDS)}.",
        )
    return chosen.kinds


def unknown_word(word: object) -> OptionError:
    """The error for a word that is no kind of edge or entity."""
    text = word if isinstance(word, str) else ""
    near = [_MEANT[_folded(text)]] if _folded(text) in _MEANT else []
    near = near or get_close_matches(_folded(text), EDGES)
    near = near or get_close_matches(text.lower(), NODE_KINDS)
    listed = f"The kinds of edge are {', '.join(EDGES)}; of entity {', '.join(NODE_KINDS)}."
    return OptionError(
        f"There is no kind of edge or entity {shown(word)}.",
        candidates=near,
        hint="" if near else listed,
    )


def edge_mask(chosen: Iterable[int], avoided: Iterable[int] = ()) -> Numbers | None:
    """Which kinds of edge may be taken, by their numbers; None where all may."""
    chosen, avoided = set(chosen), set(avoided)
    if not chosen and not avoided:
        return None
    mask = np.zeros(len(EDGES), bool)
    mask[sorted(chosen) if chosen else slice(None)] = True
    mask[sorted(avoided)] = False
    return mask


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """What a path may be made of.

    Attributes
    ----------
    edges : array of bool, optional
        Which kinds of edge may be taken, by their numbers; None where all may.
    stopped : array of bool
        Which nodes may not be walked through, by their numbers.
    """

    edges: Numbers | None
    stopped: Numbers

    def slots(self, graph: Adjacency, nodes: Numbers) -> Numbers:
        """The slots that may be taken from some nodes."""
        slots, _ = graph.slots(nodes)
        return slots if self.edges is None else slots[self.edges[graph.files.slot_kind[slots]]]

    def onward(self, graph: Adjacency, nodes: Numbers) -> tuple[Numbers, Numbers]:
        """The slots that may be taken from some nodes, and how many from each."""
        slots, counts = graph.slots(nodes)
        if self.edges is None:
            return slots, counts
        kept = self.edges[graph.files.slot_kind[slots]]
        place = np.repeat(np.arange(len(nodes)), counts)
        return slots[kept], np.bincount(place[kept], minlength=len(nodes))


def passage(
    graph: Adjacency,
    via: Chosen = Chosen(),
    avoid: Chosen = Chosen(),
    *,
    nodes: Iterable[int] = (),
    years: tuple[int, int] | None = None,
    max_degree: int | None = None,
) -> Passage:
    """What a path may be made of, in masks over the arrays.

    Parameters
    ----------
    graph : Adjacency
    via : Chosen
        The only kinds of edge to take, and the only kinds of entity to walk through.  Where it
        names none of these, `PASSED` and what the kinds of edge lead from and to.
    avoid : Chosen
        Kinds of edge not to take, and kinds of entity not to walk through.
    nodes : iterable of int
        Single nodes not to walk through.
    years : (int, int), optional
        Films of other years, or of none, are not walked through.
    max_degree : int, optional
        What is linked with more nodes is not walked through.
    """
    edges = edge_mask(via.edges, avoid.edges)
    kinds = via.kinds or _PASSED.union(*(_ENDS[number] for number in via.edges))
    stopped = _stopped(graph, kinds - avoid.kinds)
    nodes = list(nodes)
    if nodes or years is not None or max_degree is not None:
        stopped = stopped.copy()
        stopped[nodes] = True
    if years is not None:
        stopped |= ~of_years(graph, slice(None), years)
    if max_degree is not None:
        stopped |= graph.degree > max_degree
    return Passage(edges, stopped)


def of_years(graph: Adjacency, nodes: Numbers | slice, years: tuple[int, int]) -> Numbers:
    """Which of some nodes are films from the first to the last of these years, or no films."""
    kind, year = graph.files.node_kind[nodes], graph.files.node_year[nodes]
    # A film whose year is not known is of none.
    inside: Numbers = (year >= max(1, years[0])) & (year <= years[1])
    inside |= kind != _KINDS["film"]
    return inside


def _stopped(graph: Adjacency, kinds: frozenset[int]) -> Numbers:
    """Which nodes are of other kinds: asked again and again, so kept."""
    stopped = graph.kept.get(kinds)
    if stopped is None:
        may = np.zeros(len(NODE_KINDS), bool)
        may[sorted(kinds)] = True
        stopped = ~may[graph.files.node_kind]
        if len(graph.kept) < _KEPT:
            graph.kept[kinds] = stopped
    return stopped
