"""Themes, genres, places, companies, periods and series: one IRI for each folded name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from filmgraph.identity.allocate import allocate
from filmgraph.identity.claims import Doubt, FilmClaim
from filmgraph.identity.ledger import Ledger
from filmgraph.identity.lifetimes import name_key
from filmgraph.names import IRI, iri, short_hash, slug
from filmgraph.record import ConceptRecord

__all__ = ["Concepts", "name_concepts"]


class Concepts:
    """IRIs of concepts by kind and name."""

    def __init__(self, by_key: dict[tuple[str, str], IRI], doubts: list[Doubt]) -> None:
        self.doubts = doubts
        self._by_key = by_key
        self._by_name: dict[tuple[str, str], IRI] = {}
        self._taken = set(by_key.values())

    def find(self, kind: str, name: str) -> IRI:
        """The concept of that kind and name; a new one for a name that no record has."""
        found = self._by_name.get((kind, name))
        if found is None:
            found = self._by_key.get((kind, name_key(name))) or self._unheard(kind, name)
            self._by_name[kind, name] = found
        return found

    def _unheard(self, kind: str, name: str) -> IRI:
        plain = iri(kind, slug(name))
        key = name_key(name)
        return iri(kind, f"{slug(name)}-{short_hash(key)}") if plain in self._taken else plain


def name_concepts(
    claims: Iterable[FilmClaim], concepts: Iterable[tuple[str, ConceptRecord]], ledger: Ledger
) -> Concepts:
    """Give every concept that a record has or names an IRI.

    Another name of a concept leads to it, unless it is a concept's own name or two have it.
    """
    names = _Names(claims, concepts)
    doubts: list[Doubt] = []
    by_key: dict[tuple[str, str], IRI] = {}
    for kind in sorted(names.sources):
        mains = names.mains(kind)
        given = _give(kind, sorted(set(mains.values())), mains, ledger)
        for key, main in sorted(mains.items()):
            by_key[kind, key] = given[main]
            for source in sorted(names.sources[kind][key]):
                ledger.give(kind, source, key, given[main])
        doubts += names.doubts(kind, by_key)
    return Concepts(by_key, doubts)


def _give(kind: str, keys: Sequence[str], mains: dict[str, str], ledger: Ledger) -> dict[str, IRI]:
    """An IRI for each main name: the one it had, else one that another name of it had."""
    names: dict[str, list[str]] = defaultdict(list)
    for key, main in sorted(mains.items()):
        names[main].append(key)
    given: dict[str, IRI] = {}
    for main in keys:
        known = [k for key in (main, *names[main]) for k in _known(kind, key, ledger)]
        for other in known[1:]:
            ledger.replace(other, known[0])
        if known:
            given[main] = known[0]
    fresh = [key for key in keys if key not in given]

    def candidate(number: int, turn: int) -> str:
        key = fresh[number]
        return slug(key) if turn == 0 else f"{slug(key)}-{short_hash(key + ' ' * (turn - 1))}"

    new = allocate(kind, len(fresh), candidate, ledger.taken(kind))
    given.update(zip(fresh, new, strict=True))
    return given


def _known(kind: str, key: str, ledger: Ledger) -> Iterator[IRI]:
    for source in sorted(ledger.sources(kind)):
        found = ledger.given(kind, source, key)
        if found is not None:
            yield found


class _Names:
    """Who uses which names, and which are other names of a concept."""

    def __init__(
        self, claims: Iterable[FilmClaim], concepts: Iterable[tuple[str, ConceptRecord]]
    ) -> None:
        self.sources: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._written: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._others: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._own: set[tuple[str, str]] = set()
        keys: dict[str, str] = {}
        for source, concept in concepts:
            self._add_concept(source, concept)
        for claim in claims:
            for kind, name in claim.concepts:
                key = keys.get(name) or keys.setdefault(name, name_key(name))
                self.sources[kind][key].add(claim.source)

    def _add_concept(self, source: str, concept: ConceptRecord) -> None:
        key = name_key(concept.name)
        self._own.add((concept.kind, key))
        self._written[concept.kind, source, key].add(concept.name)
        for name in (concept.name, *concept.parents, *concept.other_names):
            self.sources[concept.kind][name_key(name)].add(source)
        for name in concept.other_names:
            self._others[concept.kind][name_key(name)].add(key)

    def mains(self, kind: str) -> dict[str, str]:
        """Folded name -> folded main name of its concept."""
        return {key: self._main(kind, key) for key in self.sources[kind]}

    def _main(self, kind: str, key: str) -> str:
        owners = self._others[kind].get(key, set())
        return min(owners) if len(owners) == 1 and (kind, key) not in self._own else key

    def doubts(self, kind: str, by_key: dict[tuple[str, str], IRI]) -> Iterator[Doubt]:
        """Names taken as one, and other names that lead nowhere."""
        for (of_kind, source, key), written in sorted(self._written.items()):
            if of_kind == kind and len(written) > 1:
                reason = f"taken as one in {source}: {', '.join(sorted(written))}"
                yield Doubt(kind, by_key[kind, key], by_key[kind, key], reason)
        for key, owners in sorted(self._others[kind].items()):
            for owner in sorted(owners - {key}):
                if by_key[kind, owner] != by_key[kind, key]:
                    reason = f"{key!r} is another name of the one and the name of the other"
                    yield Doubt(kind, by_key[kind, owner], by_key[kind, key], reason)
