"""What a film has one of: where sources differ, the merged graph holds one value.

Each source's own graph keeps what it said, so the question `sources-disagree` still finds it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from filmgraph.names import IRI
from filmgraph.record import FilmRecord
from filmgraph.statements.saying import Single
from filmgraph.statements.terms import integer, node, text
from filmgraph.vocabulary import FG, RDFS, SKOS

__all__ = ["settle", "settle_parts"]

_T = TypeVar("_T")


def settle(
    film: IRI, records: Sequence[FilmRecord], merged: dict[str, int]
) -> tuple[str, int | None]:
    """Leave one title, year and runtime in a film's merged statements.

    What most sources say wins; in a tie the year that the film's IRI bears, then the first source.
    Titles that lose stay as other titles.

    Parameters
    ----------
    film : IRI
    records : sequence of FilmRecord
        Sorted by source.
    merged : dict
        The film's merged triples; changed in place.

    Returns
    -------
    str, int or None
        Title and year.
    """
    subject = node(film)
    title, *other_titles = _ranked([record.title for record in records])
    for other in other_titles:
        merged.pop(f"{subject} <{RDFS.label}> {text(other)}", None)
        merged.setdefault(f"{subject} <{SKOS.altLabel}> {text(other)}", 0)
    year = _year(film, [record.year for record in records if record.year is not None])
    for record in records:
        if record.year is not None and record.year != year:
            merged.pop(f"{subject} <{FG.year}> {integer(record.year)}", None)
    runtimes = [one.runtime_minutes for one in records if one.runtime_minutes is not None]
    for minutes in _ranked(runtimes)[1:]:
        merged.pop(f"{subject} <{FG.runtimeMinutes}> {integer(minutes)}", None)
    return title, year


def settle_parts(singles: Iterable[Single], merged: dict[str, int]) -> None:
    """Leave one label, and one of what else there is one of, at every part of a film.

    What may be seen first wins, then what is said there most often, then what is said there first:
    what is said behind the curtain has no voice before it.  Labels that lose stay as other labels.

    Parameters
    ----------
    singles : iterable of Single
        Of all records of the film.
    merged : dict
        The film's merged triples; changed in place.
    """
    values: dict[tuple[str, IRI], dict[str, list[int]]] = {}
    for one in sorted(singles, key=lambda one: one.rank):
        said = values.setdefault((one.subject, one.predicate), {})
        said.setdefault(one.value, []).append(one.rank)
    for (subject, predicate), said in values.items():
        if len(said) == 1:
            continue
        # `sorted` keeps the order in which they were said where all else is equal.
        _, *others = sorted(said, key=lambda value: (said[value][0], -_voices(said[value])))
        for other in others:
            number = merged.pop(f"{subject} <{predicate}> {other}")
            if predicate == RDFS.label:
                also = f"{subject} <{SKOS.altLabel}> {other}"
                merged[also] = min(number, merged.get(also, number))


def _voices(ranks: Sequence[int]) -> int:
    """How often something is said at the first of the ranks at which it is said."""
    return ranks.count(ranks[0])


def _year(film: IRI, years: Sequence[int]) -> int | None:
    if not years:
        return None
    counts = Counter(years)
    most = max(counts.values())
    tied = [year for year in counts if counts[year] == most]
    return next((year for year in tied if f"-{year}" in film), tied[0])


def _ranked(values: Sequence[_T]) -> list[_T]:
    """The different values, the most frequent first, ties in the order given."""
    return [value for value, _ in Counter(values).most_common()]
