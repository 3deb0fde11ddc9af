"""Claims and namings in one line, for the tests of identity."""

from collections.abc import Mapping, Sequence

from filmgraph.identity import FilmClaim, Ledger, Naming, PersonMention, identify
from filmgraph.names import BASE


def film(
    source: str,
    key: str,
    title: str | Sequence[str],
    year: int | None = None,
    *,
    cast: Sequence[str] = (),
    directors: Sequence[str] = (),
    page: str | None = None,
    people: Sequence[PersonMention] = (),
    later: Mapping[str, int] | None = None,
) -> FilmClaim:
    """A claim; the cast and the directors are its people unless others are given."""
    names = dict.fromkeys((*directors, *cast))
    return FilmClaim(
        source=source,
        key=key,
        titles=(title,) if isinstance(title, str) else tuple(title),
        year=year,
        directors=tuple(directors),
        cast=tuple(cast),
        pages=() if page is None else (page if ":" in page else f"wikipedia:{page}",),
        people=tuple(people) or tuple(PersonMention(name) for name in names),
        later=later or {},
    )


def name(*claims: FilmClaim, ledger: Ledger | None = None) -> Naming:
    """What identity makes of some claims."""
    return identify(claims, [], Ledger() if ledger is None else ledger)


def short(iri: str | None) -> str:
    """The IRI without what all have in common."""
    assert iri is not None
    return iri.removeprefix(BASE)


def shorts(naming: Naming) -> list[str]:
    """The short IRIs of all films."""
    return [short(iri) for iri in naming.films]


def reasons(naming: Naming, kind: str) -> list[str]:
    """The reasons of all doubts of a kind."""
    return [doubt.reason for doubt in naming.doubts if doubt.kind == kind]
