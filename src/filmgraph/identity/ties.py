"""What ties films together: a series, a remake, a sequel, a work that several come from."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from filmgraph.identity.claims import FilmClaim, Tie
from filmgraph.names import IRI, fold

__all__ = ["FilmTie", "Lookup", "film_ties", "is_full_name"]

_TITLE_WORDS = """
    a an the of de du van von der da la le el and
    mr mrs ms miss mister master madame madam monsieur mademoiselle sir dame lord lady dr doctor
    prof professor captain capt lieutenant lt sergeant sgt major colonel col general gen commander
    admiral corporal private agent detective inspector constable sheriff officer chief marshal
    king queen prince princess emperor empress count countess baron baroness duke duchess earl
    president senator governor mayor judge father mother brother sister aunt auntie uncle
    grandpa grandma grandfather grandmother reverend rabbi saint st nurse young old little big
"""
_TITLES = frozenset(_TITLE_WORDS.split())
"""Words that say what somebody is: with one of these, a first name is no full name."""

_WORK_WORDS = """
    a an the of by and in on true real actual story stories event events life lives novel
    novella book books play short comic comics series film television tv musical opera poem
    article game video manga legend folk fairy tale tales original idea memoir autobiography
"""
_NO_WORK = frozenset(_WORK_WORDS.split())
"""Words for kinds of work: films "based on a true story" have nothing to do with each other."""

_PHRASES = {"remake of": "is a remake of", "sequel of": "is a sequel of", "based on": "is based on"}


class Lookup(NamedTuple):
    """How titles of films, names of series and people in films are looked up."""

    person: Callable[[str, str, str, str | None], IRI]
    film: Callable[[str, int | None], IRI | None]
    series: Callable[[str], IRI]


class FilmTie(NamedTuple):
    """That a film belongs to what a key stands for: from which rank on, and in words."""

    rank: int
    words: str
    series: bool = False


def is_full_name(key: str) -> bool:
    """Whether a folded name has at least two words beside titles.

    Examples
    --------
    >>> is_full_name("james bond"), is_full_name("bond"), is_full_name("dr bond")
    (True, False, False)
    """
    return sum(1 for word in key.split() if word not in _TITLES) > 1


def film_ties(
    claims: Sequence[FilmClaim], films: Sequence[IRI], lookup: Lookup
) -> dict[IRI, dict[str, FilmTie]]:
    """What each film belongs to: two films with a key in common are tied.

    The key is the IRI of a series or of the film that another comes from, or the name of a work.
    """
    ties: dict[IRI, dict[str, FilmTie]] = {}
    for claim, film in zip(claims, films, strict=True):
        mine = ties.setdefault(film, {str(film): FilmTie(0, "")})
        for tie in claim.ties:
            key, said = _tie(tie, film, lookup)
            known = mine.get(key)
            if key and (known is None or said.rank < known.rank):
                mine[key] = said
    return ties


def _tie(tie: Tie, film: IRI, lookup: Lookup) -> tuple[str, FilmTie]:
    """The key of a tie, empty where it ties nothing, and what it says."""
    if tie.kind == "in series":
        said = FilmTie(tie.rank, f"in the series {tie.title}", series=True)
        return lookup.series(tie.title), said
    work = f"{tie.title} ({tie.year})" if tie.year else tie.title
    said = FilmTie(tie.rank, f"{_PHRASES[tie.kind]} {work}")
    other = lookup.film(tie.title, tie.year)
    if other is not None and other != film:
        return other, said
    return ("" if _is_no_work(fold(tie.title).split()) else f"work {fold(work)}"), said


def _is_no_work(words: Iterable[str]) -> bool:
    return _NO_WORK.issuperset(words)
