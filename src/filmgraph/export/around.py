"""What a picture shows around an entity: asked, ranked and cut so that it can be read.

The ranking decides what is drawn, not what is like what: a hub must not flood a picture, and of
two films the one that more sources describe is the better company.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, TypeAlias

from filmgraph.export.picture import Link, Node
from filmgraph.names import IRI
from filmgraph.values import Answer

__all__ = [
    "WEIGHTS",
    "Found",
    "Select",
    "best_described",
    "counted",
    "films_word",
    "gather",
    "named_films",
    "outside",
    "rarity",
    "text_of",
    "values",
    "year_of",
]

Select: TypeAlias = Callable[[str], Answer]
"""Asks a query at the level in force."""

WEIGHTS: Final[Mapping[str, int]] = {"choice": 3, "major": 2, "minor": 1, "suggested": 1}
_AT_ONCE: Final = 200
"""Entities in one query: with the longest names they are a third of what a query may hold."""
_OUTSIDE: Final = 14
_BEHIND_ONE: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that belongs into the picture.

    Attributes
    ----------
    node : Node
        With its group and its weight.
    links : tuple of Link
        What ties it to inner nodes; the strongest says behind which it stands.
    """

    node: Node
    links: tuple[Link, ...] = ()


def gather(
    groups: Iterable[tuple[str, int, list[Found]]], taken: set[IRI]
) -> tuple[list[Found], dict[str, int]]:
    """Cut each group to its size; an entity stands once, in the first group that has it.

    Parameters
    ----------
    groups : iterable of (str, int, list)
        Key of the group, how many it may hold, and what belongs to it, ranked.
    taken : set of IRI
        Entities that stand already; added to.

    Returns
    -------
    list of Found, dict
        What is shown, and how many each group leaves out.
    """
    shown: list[Found] = []
    omitted: dict[str, int] = {}
    for key, size, members in groups:
        fresh: dict[IRI, Found] = {}
        for one in members:
            if one.node.iri not in taken:
                fresh.setdefault(one.node.iri, one)
        kept = list(fresh.values())[:size]
        shown += kept
        taken |= {one.node.iri for one in kept}
        omitted[key] = len(fresh) - len(kept)
    return shown, omitted


def outside(
    candidates: Mapping[IRI, Node],
    reasons: Iterable[tuple[float, Link]],
    inner: set[IRI],
    group_of: Callable[[IRI], str],
) -> list[tuple[str, int, list[Found]]]:
    """Group what inner nodes lead to, each behind its strongest reason, at most three behind one.

    Parameters
    ----------
    candidates : mapping of IRI to Node
    reasons : iterable of (float, Link)
        Score and link from an inner node (source) to a candidate (target).
    inner : set of IRI
        The inner nodes that are shown.
    group_of : callable
        From an inner node's IRI to the key of the outer group.
    """
    by_target: dict[IRI, list[tuple[float, Link]]] = {}
    for score, link in reasons:
        if link.source in inner and link.target in candidates and link.target not in inner:
            by_target.setdefault(link.target, []).append((score, link))
    ranked = []
    for target, ties in by_target.items():
        ties.sort(key=lambda tie: (-tie[0], tie[1].source))
        # Several reasons together count, but the strongest decides where the film hangs.
        ranked.append((-(ties[0][0] + 0.3 * sum(score for score, _ in ties[1:])), target, ties))
    ranked.sort(key=lambda one: one[:2])
    behind: dict[IRI, int] = {}
    groups: dict[str, list[Found]] = {}
    for score, target, ties in ranked:
        main = ties[0][1].source
        behind[main] = behind.get(main, 0) + 1
        if behind[main] > _BEHIND_ONE:
            continue
        key = group_of(main)
        node = candidates[target]
        placed = Node(target, node.kind, node.label, node.note, node.year, key, -score)
        links = tuple(
            Link(link.source, link.target, link.predicate_label, each) for each, link in ties
        )
        groups.setdefault(key, []).append(Found(placed, links))
    return [(key, _OUTSIDE, groups[key]) for key in sorted(groups)]


def rarity(films: int, all_films: int) -> float:
    """How rare something is that so many of all films have: 1 for none, 0 for all."""
    return log(max(2, all_films) / (1 + films)) / log(max(2, all_films))


def values(name: str, iris: Iterable[IRI]) -> str:
    """A VALUES clause; the IRIs come from answers, never from a user."""
    return f"VALUES ?{name} {{ {' '.join(f'<{one}>' for one in iris)} }}"


def counted(entities: Sequence[IRI], pattern: str, select: Select) -> Counter[IRI]:
    """How often a pattern with `?x` and `?n` holds for each of some entities."""
    counts: Counter[IRI] = Counter()
    for some in _in_parts(entities):
        rows = select(
            f"SELECT ?x (COUNT(?n) AS ?count) {{ {values('x', some)} {pattern} }} GROUP BY ?x"
        )
        counts.update({IRI(str(entity)): int(str(count)) for entity, count in rows})
    return counts


def best_described(films: Sequence[IRI], select: Select) -> list[IRI]:
    """Some films, those that most sources describe first, then those with most themes."""
    records = counted(films, "?n fg:describes ?x", select)
    themes = counted(films, "?n fg:inFilm ?x ; a fg:ThemeUse", select)
    return sorted(films, key=lambda iri: (-records[iri], -themes[iri], iri))


def named_films(films: Sequence[IRI], select: Select) -> dict[IRI, Node]:
    """Some films with titles and years, in their order; what has no title is left out."""
    found: dict[IRI, Node] = {}
    for some in _in_parts(films):
        rows = select(
            f"""SELECT ?f ?l ?y {{ {values("f", some)} ?f rdfs:label ?l .
            OPTIONAL {{ ?f fg:year ?y }} }} ORDER BY ?f ?l ?y"""
        )
        for film, label, year in rows:
            iri = IRI(str(film))
            found.setdefault(iri, Node(iri, "film", text_of(label), year=year_of(year)))
    return {iri: found[iri] for iri in films if iri in found}


def _in_parts(entities: Sequence[IRI]) -> Iterator[Sequence[IRI]]:
    return (entities[start : start + _AT_ONCE] for start in range(0, len(entities), _AT_ONCE))


def films_word(count: int) -> str:
    """How many films, in words: `1 film`; empty for none."""
    return f"{count:,} film{'s' if count != 1 else ''}" if count else ""


def text_of(cell: object) -> str:
    """A cell as text; empty where there is none."""
    return "" if cell is None else str(cell)


def year_of(cell: object) -> int | None:
    """A cell as a year."""
    return cell if isinstance(cell, int) else None
