"""Telling people of one name apart, and finding one person under several names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from filmgraph.identity.claims import Doubt
from filmgraph.identity.ledger import Ledger
from filmgraph.names import IRI, fold, one_line

__all__ = [
    "LIFETIME",
    "Mention",
    "Person",
    "Separation",
    "exact_keys",
    "known_person",
    "name_key",
    "split_at_gaps",
    "tell_apart",
]

LIFETIME = 80
"""Years between the first and the last film of one person at most."""


class Mention(NamedTuple):
    """One name in one film of one source; sorts by source, film and name.

    `year` is 0 and `person_id` is `''` where they are not known; `rank` is that of the level from
    which on it may be seen.
    """

    source: str
    film_key: str
    name: str
    person_id: str
    year: int
    film: IRI
    rank: int = 0


@dataclass(slots=True, eq=False)
class Person:
    """Mentions taken as one person, and the IRI that they have, if any."""

    mentions: list[Mention]
    iri: IRI | None = None

    def span(self) -> tuple[int, int] | None:
        """First and last year of the films; None where no year is known."""
        years = [mention.year for mention in self.mentions if mention.year]
        return (min(years), max(years)) if years else None

    def seen_first(self) -> "Person":
        """The same person with only what may be seen of them from the lowest level on."""
        lowest = min(mention.rank for mention in self.mentions)
        return Person([mention for mention in self.mentions if mention.rank == lowest])

    def __lt__(self, other: "Person") -> bool:
        return min(self.mentions) < min(other.mentions)


@dataclass(frozen=True, slots=True)
class Separation:
    """Two persons of one name, and why they are two; their IRIs may come later."""

    one: Person
    other: Person
    reason: str

    def between(self) -> Doubt:
        """The doubt, once both have IRIs."""
        return Doubt.between("person", self.one.iri or "", self.other.iri or "", self.reason)


def name_key(name: str) -> str:
    """What two names of one person have in common.

    Examples
    --------
    >>> name_key("Renée Zellweger") == name_key("Renee Zellweger")
    True
    """
    return fold(name) or one_line(name)


def exact_keys(key: str, film_key: str, person_id: str) -> Iterator[str]:
    """Names of one mention in the ledger, to look for in this order before the plain name.

    A folded name has no sign in it, so neither can be the name of somebody else.

    Examples
    --------
    >>> list(exact_keys("john smith", "a", "imdb:nm1"))
    ['john smith # imdb:nm1', 'john smith @ a']
    """
    if person_id:
        yield f"{key} # {person_id}"
    yield f"{key} @ {film_key}"


def split_at_gaps(years: Sequence[int], limit: int = LIFETIME) -> list[list[int]]:
    """Years in runs that span `limit` at most, cut at the largest gap again and again.

    Examples
    --------
    >>> split_at_gaps([1910, 1932, 1995])
    [[1910, 1932], [1995]]
    """
    years = sorted(years)
    if not years or years[-1] - years[0] <= limit:
        return [years] if years else []
    gaps = [later - earlier for earlier, later in pairwise(years)]
    cut = gaps.index(max(gaps)) + 1
    return split_at_gaps(years[:cut], limit) + split_at_gaps(years[cut:], limit)


def tell_apart(
    mentions: Sequence[Mention], ledger: Ledger
) -> tuple[list[Person], list[Separation]]:
    """Persons from mentions of names that may be of several persons.

    Parameters
    ----------
    mentions : sequence of Mention
        Sorted; all mentions of every name among them.
    ledger : Ledger
        Who had an IRI before keeps it: the person of the first mention in order.
    """
    persons: list[Person] = []
    for group, identified in _by_identity(mentions, ledger):
        if identified:
            persons.append(Person(group))
        else:
            persons += _by_lifetime(group, ledger)
    _give_known(persons, ledger)
    return persons, list(_separations(persons))


def _by_identity(
    mentions: Sequence[Mention], ledger: Ledger
) -> Iterator[tuple[list[Mention], bool]]:
    """Mentions put together by identifier, else by name; whether an identifier says so."""
    ids: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.person_id:
            ids[name_key(mention.name)].add(mention.person_id)
    shared = {key for key, known in ids.items() if _two_of_one_scheme(known)}
    units = _units(mentions, shared, ledger)
    parts: dict[str, list[Mention]] = defaultdict(list)
    joined = _joined_units(mentions, units, ledger)
    for mention, unit in zip(mentions, units, strict=True):
        parts[joined.get(unit, unit)].append(mention)
    for _, part in sorted(parts.items()):
        yield part, any(mention.person_id for mention in part)


def _two_of_one_scheme(ids: Iterable[str]) -> bool:
    schemes = [person_id.partition(":")[0] for person_id in ids]
    return len(schemes) > len(set(schemes))


def _units(mentions: Sequence[Mention], shared: set[str], ledger: Ledger) -> list[str]:
    """For each mention its identifier where several have the name, else the name."""
    of_film: dict[tuple[str, str], set[str]] = defaultdict(set)
    of_person: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if mention.person_id:
            key = name_key(mention.name)
            of_film[key, mention.film].add(mention.person_id)
            of_person.setdefault((key, known_person(mention, ledger) or ""), mention.person_id)
    units = []
    for mention in mentions:
        key = name_key(mention.name)
        # Who they were before says which of the namesakes a mention without identifier is;
        # else another source that credits one of them in this very film.
        known = known_person(mention, ledger)
        here = of_film[key, mention.film] if known is None else {of_person.get((key, known), "")}
        told = min(here) if len(here) == 1 else ""
        if key not in shared:
            units.append(f"name {key}")
        elif mention.person_id:
            units.append(f"id {mention.person_id}")
        else:
            units.append(f"id {told}" if told else f"name {key}")
    return units


def _joined_units(
    mentions: Sequence[Mention], units: Sequence[str], ledger: Ledger
) -> dict[str, str]:
    """Unit -> the first of the units that are one person.

    Units are joined that were one person before, then those that one identifier joins, unless
    the person would have two identifiers of one scheme: then one of the links is wrong.
    """
    before: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    ids: dict[str, set[str]] = defaultdict(set)
    for mention, unit in zip(mentions, units, strict=True):
        if mention.person_id:
            holders[mention.person_id].add(unit)
            ids[unit].add(mention.person_id)
            before[known_person(mention, ledger) or unit].add(unit)
    joined: dict[str, str] = {}
    for _, group in (*sorted(before.items()), *sorted(holders.items())):
        first, *others = sorted(group)
        for other in others:
            _join_units(joined, ids, first, other)
    return {unit: _first_unit(joined, unit) for unit in joined}


def _join_units(joined: dict[str, str], ids: dict[str, set[str]], one: str, other: str) -> None:
    a, b = sorted((_first_unit(joined, one), _first_unit(joined, other)))
    if a != b and not _two_of_one_scheme(ids[a] | ids[b]):
        joined[b] = a
        ids[a] |= ids[b]


def _first_unit(joined: dict[str, str], unit: str) -> str:
    while unit in joined:
        unit = joined[unit]
    return unit


def _by_lifetime(mentions: list[Mention], ledger: Ledger) -> list[Person]:
    """Persons of one name: those known, then whoever does not fit into a known one's life."""
    anchors: dict[IRI, list[Mention]] = defaultdict(list)
    pool: list[Mention] = []
    for mention in mentions:
        iri = known_person(mention, ledger)
        (pool if iri is None else anchors[iri]).append(mention)
    persons = []
    for iri, known in anchors.items():
        parts = _split(known)
        parts.sort()
        persons.append(Person(parts[0].mentions, iri))
        pool += [mention for part in parts[1:] for mention in part.mentions]
    rest = _fit_in(pool, persons)
    return persons + _split(rest)


def known_person(mention: Mention, ledger: Ledger) -> IRI | None:
    """The IRI that the ledger gives to a mention, or to its name in its source."""
    key = name_key(mention.name)
    for exact in (*exact_keys(key, mention.film_key, mention.person_id), key):
        iri = ledger.given("person", mention.source, exact)
        if iri is not None:
            return iri
    return None


def _split(mentions: Sequence[Mention]) -> list[Person]:
    """Persons told apart by the years of their films; mentions without year go to the first."""
    dated = [mention for mention in mentions if mention.year]
    undated = [mention for mention in mentions if not mention.year]
    runs = split_at_gaps(sorted({mention.year for mention in dated}))
    persons = [Person([m for m in dated if run[0] <= m.year <= run[-1]]) for run in runs]
    persons.sort()
    if undated and persons:
        persons[0].mentions = sorted(persons[0].mentions + undated)
    elif undated:
        persons = [Person(undated)]
    return persons


def _fit_in(pool: list[Mention], persons: list[Person]) -> list[Mention]:
    """Give each mention to the known person whose life is nearest; return those of nobody."""
    if not persons:
        return pool
    rest = []
    for mention in sorted(pool, key=lambda m: (min(_distance(m, p) for p in persons), m)):
        fitting = [person for person in persons if _fits(mention, person)]
        if fitting:
            nearest = min(fitting, key=lambda p: (_distance(mention, p), p.iri or ""))
            nearest.mentions = sorted([*nearest.mentions, mention])
        else:
            rest.append(mention)
    return sorted(rest)


def _distance(mention: Mention, person: Person) -> int:
    span = person.span()
    if span is None or not mention.year:
        return 0
    return max(span[0] - mention.year, mention.year - span[1], 0)


def _fits(mention: Mention, person: Person) -> bool:
    span = person.span()
    if span is None or not mention.year:
        return True
    return max(span[1], mention.year) - min(span[0], mention.year) <= LIFETIME


def _give_known(persons: list[Person], ledger: Ledger) -> None:
    """Let persons keep the IRIs they had; where two are one now, the first in order stays."""
    keeper: dict[IRI, Person] = {}
    for person in sorted(persons):
        if person.iri is not None:
            keeper[person.iri] = person
    for person in sorted(persons):
        for mention in sorted(person.mentions):
            iri = known_person(mention, ledger)
            if iri is not None and keeper.setdefault(iri, person) is person:
                if person.iri is None:
                    person.iri = iri
                elif person.iri != iri:
                    ledger.replace(iri, person.iri)


def _separations(persons: Sequence[Person]) -> Iterator[Separation]:
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in {name_key(mention.name) for mention in person.mentions}:
            by_name[key].append(person)
    for _, group in sorted(by_name.items()):
        group.sort(key=lambda p: (p.span() or (0, 0), min(p.mentions)))
        for one, other in pairwise(group):
            yield Separation(one, other, _why_two(one, other))


def _why_two(one: Person, other: Person) -> str:
    ids = [min((m.person_id for m in p.mentions if m.person_id), default="") for p in (one, other)]
    if any(ids):
        return f"same name, but {ids[0] or 'no identifier'} and {ids[1] or 'no identifier'}"
    lives = [" to ".join(map(str, p.span() or ("?", "?"))) for p in (one, other)]
    return f"same name, but films more than {LIFETIME} years apart: {lives[0]}, {lives[1]}"
