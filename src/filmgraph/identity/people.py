"""Who is who: mentions of people, and one IRI for each person.

One folded name is one person, unless films more than a lifetime apart or two identifiers of one
data set speak against it; one identifier is one person under all their names.  Names that nothing
speaks against are counted, not kept: only the few others are looked at mention by mention.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.identity.allocate import allocate
from filmgraph.identity.claims import Doubt, FilmClaim
from filmgraph.identity.ledger import Ledger
from filmgraph.identity.lifetimes import (
    LIFETIME,
    Mention,
    Person,
    exact_keys,
    known_person,
    name_key,
    tell_apart,
)
from filmgraph.names import IRI, short_hash, slug

__all__ = ["People", "name_people"]

KIND = "person"


@dataclass(slots=True)
class People:
    """Who is who.

    Attributes
    ----------
    plain : dict of str to IRI
        Name as written -> person, for names that one person has.
    named : dict of (str, str) to IRI
        (source, name in the ledger) -> person, for the other names: identified name, mention or
        folded name.
    """

    plain: dict[str, IRI] = field(default_factory=dict)
    named: dict[tuple[str, str], IRI] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def find(self, source: str, film_key: str, name: str, person_id: str | None) -> IRI:
        """The person whom a source names in a film.

        Raises
        ------
        KeyError
            If the source names nobody of that name.
        """
        found = self.plain.get(name)
        if found is not None:
            return found
        key = name_key(name)
        for exact in exact_keys(key, film_key, person_id or ""):
            found = self.named.get((source, exact))
            if found is not None:
                return found
        return self.named[source, key]


def name_people(
    claims: Sequence[FilmClaim],
    films: Sequence[IRI],
    first_years: Mapping[int, int],
    ledger: Ledger,
) -> People:
    """Decide who is who and give everybody an IRI.

    Parameters
    ----------
    claims : sequence of FilmClaim
        Sorted by source and key.
    films : sequence of IRI
        The film of each claim.
    first_years : mapping of int to int
        Years that stand for those of the claims at these places: a reissue shows nobody's age.
    ledger : Ledger
        Read, and added to.
    """
    years = [first_years.get(place, claim.year or 0) for place, claim in enumerate(claims)]
    names = _Names(claims, years)
    hard = _hard_names(names, ledger)
    persons, doubts = tell_apart(_mentions(claims, films, years, names, hard), ledger)
    easy = {key: place for key, place in names.index.items() if key not in hard}
    given = {key: _known(key, ledger) for key in easy}
    fresh = [key for key in sorted(easy) if given[key] is None]
    nameless = [person for person in persons if person.iri is None]

    def candidate(number: int, turn: int) -> str | None:
        if number >= len(fresh):
            return _wish(nameless[number - len(fresh)]).candidate(turn)
        key = fresh[number]
        return slug(key) if turn == 0 else names.wish(easy[key], key, films).candidate(turn)

    count = len(fresh) + len(nameless)
    new = allocate(KIND, count, candidate, ledger.taken(KIND))
    given.update(zip(fresh, new, strict=False))
    for person, iri in zip(nameless, new[len(fresh) :], strict=True):
        person.iri = iri
    people = People(doubts=[doubt.between() for doubt in doubts])
    _keep_easy(people, names, easy, given, ledger)
    _keep_hard(people, persons, ledger)
    return people


class _Names:
    """What is known of each folded name without keeping its mentions."""

    def __init__(self, claims: Sequence[FilmClaim], years: Sequence[int]) -> None:
        self.index: dict[str, int] = {}
        self.written: dict[str, int] = {}
        self.sources = sorted({claim.source for claim in claims})
        self.ids: dict[str, set[str]] = {}
        self._first: list[int] = []
        self._last: list[int] = []
        self._claim: list[int] = []
        self._masks: list[int] = []
        self._claims = claims
        bits = {source: 1 << number for number, source in enumerate(self.sources)}
        for place, claim in enumerate(claims):
            self._count(claim, place, years[place], bits[claim.source])

    def _count(self, claim: FilmClaim, place: int, year: int, bit: int) -> None:
        for name, person_id in claim.people:
            number = self.written.get(name)
            if number is None:
                number = self._new(name, place)
            self._masks[number] |= bit
            if year is not None:
                self._first[number] = min(self._first[number], year)
                self._last[number] = max(self._last[number], year)
            if person_id is not None:
                self.ids.setdefault(name_key(name), set()).add(person_id)

    def _new(self, name: str, place: int) -> int:
        number = self.index.setdefault(name_key(name), len(self._first))
        self.written[name] = number
        if number == len(self._first):
            self._first.append(_NEVER)
            self._last.append(-_NEVER)
            self._claim.append(place)
            self._masks.append(0)
        return number

    def span(self, number: int) -> int:
        """Years between the first and the last film of a name."""
        return self._last[number] - self._first[number]

    def sources_of(self, number: int) -> Iterator[str]:
        """Sources that name it."""
        mask = self._masks[number]
        return (source for bit, source in enumerate(self.sources) if mask >> bit & 1)

    def wish(self, number: int, key: str, films: Sequence[IRI]) -> "_Wish":
        """What a person of that name may be called."""
        place = self._claim[number]
        year = self._first[number]
        claim = self._claims[place]
        seed = f"{claim.source} {claim.key} {key}"
        return _Wish(key, None if year == _NEVER else year, films[place], seed)


_NEVER = 1 << 30


@dataclass(frozen=True, slots=True)
class _Wish:
    key: str
    year: int | None
    film: IRI
    seed: str

    def candidate(self, turn: int) -> str | None:
        start = slug(self.key)
        if turn == 0:
            return start
        if turn == 1:
            return None if self.year is None else f"{start}-{self.year}"
        if turn == 2:
            return f"{start}-{self.film.rpartition('/')[2]}"
        return f"{start}-{short_hash(f'{self.seed} {turn}' if turn > 3 else self.seed)}"


def _wish(person: Person) -> _Wish:
    # An IRI is open to all who know of the person at all.
    seen = person.seen_first()
    first = min(seen.mentions)
    span = seen.span()
    seed = f"{first.source} {first.film_key} {first.name} {first.person_id}"
    return _Wish(name_key(first.name), span[0] if span else None, first.film, seed)


def _hard_names(names: _Names, ledger: Ledger) -> set[str]:
    """Folded names that may be of several persons, or that share a person with another name."""
    hard = {key for key, number in names.index.items() if names.span(number) > LIFETIME}
    hard |= _names_with_ids(names)
    for keys in ledger.sources(KIND).values():
        hard.update(key.partition(" @ ")[0] for key in keys if " @ " in key)
        hard.update(key.partition(" # ")[0] for key in keys if " # " in key)
    if len(ledger.sources(KIND)) > 1:
        hard |= {key for key in names.index if len(set(_all_known(key, ledger))) > 1}
    return hard


def _names_with_ids(names: _Names) -> set[str]:
    """Names with two identifiers, and names that share one with another name."""
    holders: dict[str, set[str]] = {}
    for key, ids in names.ids.items():
        for person_id in ids:
            holders.setdefault(person_id, set()).add(key)
    shared = {key for keys in holders.values() if len(keys) > 1 for key in keys}
    return shared | {key for key, ids in names.ids.items() if len(ids) > 1}


def _mentions(
    claims: Sequence[FilmClaim],
    films: Sequence[IRI],
    years: Sequence[int],
    names: _Names,
    hard: set[str],
) -> list[Mention]:
    """Every mention of the hard names, sorted."""
    numbers = {names.index[key] for key in hard if key in names.index}
    written = {name for name, number in names.written.items() if number in numbers}
    if not written:
        return []
    return sorted(
        Mention(
            claim.source, claim.key, name, person_id or "", year, film, claim.later.get(name, 0)
        )
        for claim, film, year in zip(claims, films, years, strict=True)
        for name, person_id in claim.people
        if name in written
    )


def _all_known(key: str, ledger: Ledger) -> Iterator[IRI]:
    for source in sorted(ledger.sources(KIND)):
        iri = ledger.given(KIND, source, key)
        if iri is not None:
            yield iri


def _known(key: str, ledger: Ledger) -> IRI | None:
    """The IRI that any source's name has, of sources no longer loaded too."""
    return next(_all_known(key, ledger), None)


def _keep_easy(
    people: People,
    names: _Names,
    easy: dict[str, int],
    given: dict[str, IRI | None],
    ledger: Ledger,
) -> None:
    by_number = {number: given[key] for key, number in easy.items()}
    for key, number in easy.items():
        iri = by_number[number]
        if iri is not None:
            for source in names.sources_of(number):
                ledger.give(KIND, source, key, iri)
    for name, number in names.written.items():
        iri = by_number.get(number)
        if iri is not None:
            people.plain[name] = iri


def _keep_hard(people: People, persons: Sequence[Person], ledger: Ledger) -> None:
    """Write down the usual person of each name in each source, and the mentions of others."""
    whose = [(mention, person) for person in persons for mention in person.mentions]
    for mention, person in sorted(whose, key=lambda pair: (pair[0].year, pair[0])):
        key = name_key(mention.name)
        if person.iri is not None and ledger.given(KIND, mention.source, key) is None:
            ledger.give(KIND, mention.source, key, person.iri)
    # Mentions without identifier first: theirs is the more general of the exact names.
    for mention, person in sorted(whose, key=lambda pair: (pair[0].person_id != "", pair[0])):
        key = name_key(mention.name)
        exact = list(exact_keys(key, mention.film_key, mention.person_id))
        if person.iri is not None and known_person(mention, ledger) != person.iri:
            ledger.give(KIND, mention.source, exact[0], person.iri)
        for name in (key, *exact):
            iri = ledger.given(KIND, mention.source, name)
            if iri is not None:
                people.named[mention.source, name] = iri
