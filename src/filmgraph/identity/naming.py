"""The whole of identity: from claims and the ledger to a name for everything."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from filmgraph.errors import RecordError
from filmgraph.identity.allocate import allocate
from filmgraph.identity.characters import CharacterIdentity, name_characters
from filmgraph.identity.claims import Doubt, FilmClaim
from filmgraph.identity.concepts import Concepts, name_concepts
from filmgraph.identity.evidence import NEAR_YEARS, article_first, title_key
from filmgraph.identity.films import Matching, match
from filmgraph.identity.ledger import Ledger
from filmgraph.identity.people import People, name_people
from filmgraph.identity.ties import Lookup
from filmgraph.names import IRI, short_hash, slug
from filmgraph.record import ConceptRecord

__all__ = ["Naming", "identify"]

KIND = "film"


class Naming:
    """A name for every film, person and concept; made by `identify`.

    Attributes
    ----------
    films : mapping of IRI to tuple of (str, str)
        The (source, key) records of each film, sorted; the films sorted by IRI.
    doubts : tuple of Doubt
        What may be one but stays two, and what was taken as one with a remark; sorted.
    replaced : mapping of IRI to IRI
        IRIs once given to what turned out to be something else's; the one that stands for each.
    merged : list of (IRI, str)
        Films of several records, and why two of them were taken as one; sorted.
    identities : mapping of IRI to CharacterIdentity
        Characters of several films that are taken as one; sorted by IRI.
    not_withdrawn : tuple of str
        What was to be withdrawn, but is neither a character nor a character identity; sorted.
    """

    def __init__(
        self, claims: Sequence[FilmClaim], films: Sequence[IRI], matching: Matching
    ) -> None:
        self._films = {(c.source, c.key): iri for c, iri in zip(claims, films, strict=True)}
        self._claims = claims
        self._people = People()
        self._concepts = Concepts({}, [])
        self._titles: dict[str, dict[IRI, set[int | None]]] | None = None
        records: dict[IRI, list[tuple[str, str]]] = {iri: [] for iri in sorted(films)}
        for claim, iri in zip(claims, films, strict=True):
            records[iri].append((claim.source, claim.key))
        self.films: Mapping[IRI, tuple[tuple[str, str], ...]] = {
            iri: tuple(keys) for iri, keys in records.items()
        }
        self.merged = sorted((films[place], reason) for place, reason in matching.reasons)
        self.doubts: tuple[Doubt, ...] = tuple(
            Doubt.between(KIND, films[one], films[other], reason)
            for one, other, reason in matching.doubts
        )
        self.replaced: Mapping[IRI, IRI] = {}
        self.identities: Mapping[IRI, CharacterIdentity] = {}
        self.not_withdrawn: tuple[str, ...] = ()

    def film(self, source: str, key: str) -> IRI:
        """The film of a source's record.

        Raises
        ------
        KeyError
            If the source has no record of that key.
        """
        return self._films[source, key]

    def film_by_title(self, title: str, year: int | None = None) -> IRI | None:
        """The film of that title, if only one can be meant; else None.

        A film of the very year is preferred to those a year before or after.
        """
        if self._titles is None:
            self._titles = self._title_index()
        films = self._titles.get(title_key(title), {})
        if year is None:
            return next(iter(films)) if len(films) == 1 else None
        for distance in range(NEAR_YEARS + 1):
            near = [
                iri
                for iri, years in films.items()
                if any(y is not None and abs(y - year) == distance for y in years)
            ]
            if near:
                return near[0] if len(near) == 1 else None
        return None

    def _title_index(self) -> dict[str, dict[IRI, set[int | None]]]:
        index: dict[str, dict[IRI, set[int | None]]] = {}
        for claim in self._claims:
            iri = self._films[claim.source, claim.key]
            for title in claim.titles:
                index.setdefault(title_key(title), {}).setdefault(iri, set()).add(claim.year)
        return index

    def person(self, source: str, film_key: str, name: str, person_id: str | None = None) -> IRI:
        """The person whom a source names in a film; `person_id` is `scheme:value`.

        Raises
        ------
        KeyError
            If the source names nobody of that name.
        """
        return self._people.find(source, film_key, name, person_id)

    def concept(self, kind: str, name: str) -> IRI:
        """The theme, genre, place, organization, period or series of that name."""
        return self._concepts.find(kind, name)


def identify(
    claims: Iterable[FilmClaim],
    concepts: Iterable[tuple[str, ConceptRecord]],
    ledger: Ledger,
    withdrawn: Collection[str] = (),
) -> Naming:
    """Decide what is one, and give everything its IRI.

    Parameters
    ----------
    claims : iterable of FilmClaim
        In any order; a source's key occurs once.
    concepts : iterable of (str, ConceptRecord)
        With their sources, in any order.
    ledger : Ledger
        IRIs given before stay; what is new is added to it, and kept once it is written.
    withdrawn : collection of str
        IRIs of characters that are nobody else, and of character identities that are none.

    Raises
    ------
    RecordError
        If a source has two records of one key.

    Examples
    --------
    >>> claims = [
    ...     FilmClaim("one", "a", ("Alien",), 1979),
    ...     FilmClaim("two", "b", ("Alien",), 1979),
    ... ]
    >>> naming = identify(claims, [], Ledger())
    >>> naming.film("one", "a")
    'https://w3id.org/filmgraph/film/alien-1979'
    >>> naming.film("one", "a") == naming.film("two", "b")
    True
    """
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.key))
    _refuse_repeats(ordered)
    matching = match(ordered, ledger)
    films = _name_films(ordered, matching.groups, ledger)
    naming = Naming(ordered, films, matching)
    naming._people = name_people(ordered, films, matching.first_years, ledger)
    naming._concepts = name_concepts(ordered, concepts, ledger)
    lookup = Lookup(
        naming.person, naming.film_by_title, lambda series: naming.concept("series", series)
    )
    identities, unknown = name_characters(ordered, films, lookup, ledger, withdrawn)
    naming.identities = {one.iri: one for one in identities}
    naming.not_withdrawn = tuple(sorted(unknown))
    doubts = {*naming.doubts, *naming._people.doubts, *naming._concepts.doubts}
    naming.doubts = tuple(sorted(doubts))
    naming.replaced = ledger.replaced
    return naming


def _refuse_repeats(claims: Sequence[FilmClaim]) -> None:
    for one, other in pairwise(claims):
        if one.key == other.key and one.source == other.source:
            raise RecordError(f"The source {one.source} has two records of the key {one.key!r}.")


def _name_films(
    claims: Sequence[FilmClaim], groups: Sequence[list[int]], ledger: Ledger
) -> list[IRI]:
    """The IRI of the film of each claim."""
    owner: dict[IRI, int] = {}
    known: list[list[IRI]] = []
    for number, group in enumerate(groups):
        found = [ledger.given(KIND, claims[p].source, claims[p].key) for p in group]
        known.append([iri for iri in dict.fromkeys(found) if iri is not None])
        for iri in known[-1]:
            owner.setdefault(iri, number)
    # Records that were one film and are two now: the film of the first record keeps the IRI.
    kept = [[iri for iri in mine if owner[iri] == n] for n, mine in enumerate(known)]
    fresh = [number for number, mine in enumerate(kept) if not mine]

    def candidate(number: int, turn: int) -> str | None:
        return _wish([claims[place] for place in groups[fresh[number]]], turn)

    new = allocate(KIND, len(fresh), candidate, ledger.taken(KIND))
    given = dict(zip(fresh, new, strict=True))
    films: list[IRI] = [IRI("")] * len(claims)
    for number, group in enumerate(groups):
        iri = given[number] if number in given else kept[number][0]
        for old in kept[number][1:]:
            ledger.replace(old, iri)
        for place in group:
            films[place] = iri
            ledger.give(KIND, claims[place].source, claims[place].key, iri)
    return films


def _wish(claims: Sequence[FilmClaim], turn: int) -> str | None:
    """What a film may be called: title and year, with a name, with a hash."""
    first = claims[0]
    year = next((claim.year for claim in claims if claim.year is not None), None)
    start = slug(article_first(first.titles[0])) + ("" if year is None else f"-{year}")
    if turn == 0:
        return start
    if turn == 1:
        name = _first_name(claims)
        return f"{start}-{slug(name)}" if name else None
    seed = f"{first.source} {first.key}"
    return f"{start}-{short_hash(seed if turn == 2 else f'{seed} {turn}')}"


def _first_name(claims: Sequence[FilmClaim]) -> str | None:
    """The first director, else the first of the cast, of the first record that has one.

    Who is credited behind the curtain is passed over: the IRI is open.
    """
    for part in ("directors", "cast"):
        for claim in claims:
            credited: tuple[str, ...] = getattr(claim, part)
            names = [name for name in credited if name not in claim.later]
            if names:
                return min(names) if part == "directors" else names[0]
    return None
