"""Which records are one film."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from filmgraph.identity.claims import FilmClaim
from filmgraph.identity.evidence import (
    NEAR_YEARS,
    Level,
    Profile,
    Verdict,
    compare,
    title_key,
)
from filmgraph.identity.ledger import Ledger

__all__ = ["Matching", "match"]

MAX_BLOCK = 200
"""Records of one title and about one year that are compared with one another; in larger crowds
(films called "Untitled") a title says nothing."""

MAX_ON_PAGE = 4
"""Titles that one source gives to one page; a page of more is a list, not a film's page."""


@dataclass(slots=True)
class Matching:
    """Records put together.

    Attributes
    ----------
    groups : list of list of int
        Places of the records of each film, ascending; the films ascending by their first record.
    reasons : list of (int, str)
        Place of a record of the film, and why two records were taken as one.
    doubts : list of (int, int, str)
        Two records that may be one film but stay two.
    first_years : dict of int to int
        Places of records that seem to tell of a reissue, with the year of the film's first.
    """

    groups: list[list[int]] = field(default_factory=list)
    reasons: list[tuple[int, str]] = field(default_factory=list)
    doubts: list[tuple[int, int, str]] = field(default_factory=list)
    first_years: dict[int, int] = field(default_factory=dict)


def match(claims: Sequence[FilmClaim], ledger: Ledger) -> Matching:
    """Decide which records are one film.

    Pairs that share a title (a year apart at most) or a page are compared; then, from the
    strongest reason to the weakest, two films are put together if each is the only one of its
    sources that the other could be.  A film never gets two records of one source that way.

    Parameters
    ----------
    claims : sequence of FilmClaim
        Sorted by source and key.
    ledger : Ledger
        Records that were one film before stay one if anything still speaks for it.
    """
    found = _Comparer(claims).verdicts()
    pairs = [Pair(one, other, verdict) for (one, other), verdict in found.items()]
    pairs.sort(key=lambda pair: (pair.verdict.level, pair.one, pair.other))
    joiner = _Joiner(claims, pairs)
    joiner.join_all(_bonds(claims, ledger))
    joiner.join_all(pair for pair in pairs if _within_source(claims, pair))
    joiner.join_levels(sorted({pair.verdict.level for pair in pairs if pair.verdict.matches}))
    matching = joiner.result()
    matching.first_years = _first_years(claims, pairs)
    return matching


class Pair(NamedTuple):
    """Two records, by their places, and what was found between them."""

    one: int
    other: int
    verdict: Verdict


class _Comparer:
    """Finds the pairs worth comparing and compares each once."""

    def __init__(self, claims: Sequence[FilmClaim]) -> None:
        self._claims = claims
        self._profiles: dict[int, Profile] = {}
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._list_pages: set[str] = set()
        self._on_page: dict[str, int] = {}

    def verdicts(self) -> dict[tuple[int, int], Verdict]:
        pages = dict(_blocks(claim.pages for claim in self._claims))
        self._judge_pages(pages)
        for page, block in pages.items():
            if page not in self._list_pages:
                self._compare_all(block)
        for _, block in _blocks(_keys(claim) for claim in self._claims):
            if self._claims[block[0]].source != self._claims[block[-1]].source:
                self._compare_near(block)
            self._compare_twins(block)
        return self._verdicts

    def _judge_pages(self, pages: Mapping[str, Sequence[int]]) -> None:
        for page, block in pages.items():
            titles: dict[str, list[str]] = defaultdict(list)
            for place in block:
                claim = self._claims[place]
                titles[claim.source].append(title_key(claim.titles[0]))
            if max(len(set(group)) for group in titles.values()) > MAX_ON_PAGE:
                self._list_pages.add(page)
            self._on_page[page] = max(map(len, titles.values()))

    def _compare_all(self, block: Sequence[int]) -> None:
        for number, one in enumerate(block):
            for other in block[number + 1 :]:
                self._compare(one, other)

    def _compare_near(self, block: Sequence[int]) -> None:
        """Compare the records of a title that lie a year apart, or have no year."""
        by_year: dict[int, list[int]] = defaultdict(list)
        undated: list[int] = []
        for place in block:
            year = self._claims[place].year
            (undated if year is None else by_year[year]).append(place)
        for year, here in by_year.items():
            near = [p for step in range(NEAR_YEARS + 1) for p in by_year.get(year + step, ())]
            if len(near) + len(undated) <= MAX_BLOCK:
                for one in here:
                    for other in (*near, *undated):
                        self._compare_across(one, other)
        if len(undated) <= MAX_BLOCK:
            for number, one in enumerate(undated):
                for other in undated[number + 1 :]:
                    self._compare_across(one, other)

    def _compare_twins(self, block: Sequence[int]) -> None:
        """Compare the records of one source, title and year, each with the next."""
        before: dict[tuple[str, int | None], int] = {}
        for place in block:
            claim = self._claims[place]
            twin = before.get((claim.source, claim.year))
            if twin is not None:
                self._compare(twin, place)
            before[claim.source, claim.year] = place

    def _compare_across(self, one: int, other: int) -> None:
        if self._claims[one].source != self._claims[other].source:
            self._compare(one, other)

    def _compare(self, one: int, other: int) -> None:
        pair = (one, other) if one < other else (other, one)
        if pair in self._verdicts:
            return
        first, second = self._profile(pair[0]), self._profile(pair[1])
        shared = (first.pages & second.pages) - self._list_pages
        on_page = max((self._on_page[page] for page in shared), default=0)
        verdict = compare(first, second, shared, on_page)
        if verdict.level is not Level.NOTHING:
            self._verdicts[pair] = verdict

    def _profile(self, place: int) -> Profile:
        profile = self._profiles.get(place)
        if profile is None:
            profile = self._profiles[place] = Profile(self._claims[place])
        return profile


def _keys(claim: FilmClaim) -> Iterable[str]:
    if len(claim.titles) == 1:
        return (title_key(claim.titles[0]),)
    return dict.fromkeys(map(title_key, claim.titles))


def _blocks(keys_of: Iterable[Iterable[str]]) -> Iterator[tuple[str, list[int]]]:
    """Every key that two records or more share, with their places."""
    # Most keys stand alone: a bare number is a tenth of a list.
    places: dict[str, int | list[int]] = {}
    for place, keys in enumerate(keys_of):
        for key in keys:
            known = places.setdefault(key, place)
            if isinstance(known, list):
                known.append(place)
            elif known != place:
                places[key] = [known, place]
    for key, block in places.items():
        if isinstance(block, list):
            yield key, block


def _first_years(claims: Sequence[FilmClaim], pairs: Iterable[Pair]) -> dict[int, int]:
    first: dict[int, int] = {}
    for pair in pairs:
        years = [claims[place].year for place in (pair.one, pair.other)]
        if pair.verdict.reissue:
            for place in (pair.one, pair.other):
                known = [year for year in (*years, first.get(place)) if year is not None]
                first[place] = min(known)
    return first


def _within_source(claims: Sequence[FilmClaim], pair: Pair) -> bool:
    return pair.verdict.matches and claims[pair.one].source == claims[pair.other].source


def _bonds(claims: Sequence[FilmClaim], ledger: Ledger) -> Iterator[Pair]:
    """Pairs that the ledger calls one film, and that something still speaks for.

    They are compared by themselves: what other records say now does not part them.
    """
    if not ledger.sources("film"):
        return
    films: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        known = ledger.given("film", claim.source, claim.key)
        if known is not None:
            films[known].append(place)
    for places in films.values():
        profiles = [Profile(claims[place]) for place in places] if len(places) > 1 else []
        for number, one in enumerate(profiles):
            for after, other in enumerate(profiles[number + 1 :], number + 1):
                verdict = compare(one, other, one.pages & other.pages)
                if verdict.matches:
                    yield Pair(places[number], places[after], verdict)


class _Joiner:
    """Puts records together, so that no order of the records matters."""

    def __init__(self, claims: Sequence[FilmClaim], pairs: list[Pair]) -> None:
        self._claims = claims
        self._pairs = pairs
        self._waiting = pairs
        self._parents = list(range(len(claims)))
        self._sources: dict[int, frozenset[str]] = {}
        self._why: list[tuple[int, str]] = []

    def join_all(self, pairs: Iterable[Pair]) -> None:
        """Put every pair together, whatever else competes."""
        for pair in pairs:
            self._join(pair.one, pair.other, pair.verdict.reason)

    def join_levels(self, levels: Sequence[Level]) -> None:
        """Put films together from the strongest reason to the weakest.

        Whatever is put together may leave a stronger reason only one way: it comes first again.
        """
        number = 0
        while number < len(levels):
            number = 0 if self._join_level(levels[number]) else number + 1

    def _join_level(self, level: Level) -> bool:
        """Put together what a reason of this level leaves only one way; whether anything was.

        Reasons that are stronger, but not yet decided, speak of other ways too.
        """
        edges = self._open_edges(level)
        rivals: dict[tuple[int, str], set[int]] = defaultdict(set)
        for one, other in edges:
            for source in self._sources_of(other):
                rivals[one, source].add(other)
            for source in self._sources_of(one):
                rivals[other, source].add(one)
        only = [
            (one, other, verdict.reason)
            for (one, other), verdict in sorted(edges.items(), key=lambda edge: edge[0])
            if verdict.level == level
            and all(len(rivals[one, source]) == 1 for source in self._sources_of(other))
            and all(len(rivals[other, source]) == 1 for source in self._sources_of(one))
        ]
        waiting = len(self._why)
        for part in _components(only):
            sources = [s for root in _ends(part) for s in self._sources_of(root)]
            if len(sources) == len(set(sources)):
                for one, other, reason in part:
                    self._join(one, other, reason)
        return len(self._why) > waiting

    def _open_edges(self, level: Level) -> dict[tuple[int, int], Verdict]:
        """Films that a reason of this level or a stronger one joins, and that are still two."""
        edges: dict[tuple[int, int], Verdict] = {}
        self._waiting = [pair for pair in self._waiting if self._is_open(pair)]
        for pair in self._waiting:
            if pair.verdict.level > level:
                break
            one, other = sorted((self.root(pair.one), self.root(pair.other)))
            edges.setdefault((one, other), pair.verdict)
        return edges

    def _is_open(self, pair: Pair) -> bool:
        one, other = self.root(pair.one), self.root(pair.other)
        return one != other and not self._sources_of(one) & self._sources_of(other)

    def result(self) -> Matching:
        """What was put together and what was not."""
        groups: dict[int, list[int]] = {}
        for place in range(len(self._claims)):
            groups.setdefault(self.root(place), []).append(place)
        doubts = [
            (pair.one, pair.other, _doubt(pair.verdict))
            for pair in self._pairs
            if self._is_open(pair) or self._is_two_in_one_source(pair)
        ]
        return Matching(list(groups.values()), sorted(self._why), doubts)

    def _is_two_in_one_source(self, pair: Pair) -> bool:
        same_source = self._claims[pair.one].source == self._claims[pair.other].source
        return same_source and self.root(pair.one) != self.root(pair.other)

    def root(self, place: int) -> int:
        """The first record of the film that a record belongs to."""
        parents = self._parents
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    def _sources_of(self, root: int) -> frozenset[str]:
        known = self._sources.get(root)
        return frozenset((self._claims[root].source,)) if known is None else known

    def _join(self, one: int, other: int, reason: str) -> None:
        a, b = sorted((self.root(one), self.root(other)))
        if a != b:
            self._sources[a] = self._sources_of(a) | self._sources_of(b)
            self._parents[b] = a
            self._why.append((one, reason))


def _doubt(verdict: Verdict) -> str:
    return f"{verdict.reason}, but not the only two" if verdict.matches else verdict.reason


def _ends(edges: Iterable[tuple[int, int, str]]) -> list[int]:
    return sorted({end for one, other, _ in edges for end in (one, other)})


def _components(
    edges: Sequence[tuple[int, int, str]],
) -> list[list[tuple[int, int, str]]]:
    """Edges that hang together, part by part."""
    parents: dict[int, int] = {}

    def root(place: int) -> int:
        while parents.setdefault(place, place) != place:
            place = parents[place]
        return place

    for one, other, _ in edges:
        a, b = sorted((root(one), root(other)))
        parents[b] = a
    parts: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for edge in edges:
        parts[root(edge[0])].append(edge)
    return [parts[first] for first in sorted(parts)]
