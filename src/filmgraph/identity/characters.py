"""Characters across films: the same James Bond in each film of a series, as a claim with reasons.

Two characters are taken as one if they have a name in common and their films are tied: by a
series, or as a remake, a sequel or another film of the same work.  A name that is no full name
("Ripley", "Dr. Jones") counts only if the same person plays both.  Never by the name alone: two
John Smiths of films that have nothing to do with each other stay two.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from filmgraph.identity.allocate import allocate
from filmgraph.identity.claims import FilmClaim
from filmgraph.identity.kin import Link, connect
from filmgraph.identity.ledger import Ledger
from filmgraph.identity.lifetimes import name_key
from filmgraph.identity.ties import FilmTie, Lookup, film_ties, is_full_name
from filmgraph.names import IRI, iri, short_hash, slug

__all__ = ["CharacterIdentity", "Version", "name_characters"]

KIND = "identity"
_NEVER = 9999


class Version(NamedTuple):
    """A character of one film that an identity is said of.

    Attributes
    ----------
    character : IRI
    rank : int
        Place of the level from which on it may be seen that they are one: 0 open, 1 plot, 2 ending.
    names : tuple of (str, int)
        What the film calls the character, and from which level on.
    """

    character: IRI
    rank: int
    names: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CharacterIdentity:
    """Characters of several films that are taken as one.

    Attributes
    ----------
    iri : IRI
    label : str
    rank : int
        Place of the level from which on it may be seen that there is one at all.
    film : IRI
        The first film that it may be seen in at that level.
    versions : tuple of Version
        The characters, sorted by IRI.
    reasons : tuple of (str, int)
        Sentences that say why two of them are one, and from which level on they may be seen.
    """

    iri: IRI
    label: str
    rank: int
    film: IRI
    versions: tuple[Version, ...]
    reasons: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Character:
    """A character of one film, as all sources together have it."""

    film: IRI
    titled: str
    year: int
    names: dict[str, tuple[int, str]] = field(default_factory=dict)
    aliases: dict[str, tuple[int, str]] = field(default_factory=dict)
    players: dict[IRI, tuple[int, str]] = field(default_factory=dict)
    mentions: set[tuple[str, str]] = field(default_factory=set)

    def add(self, name: str, rank: int, aliases: Sequence[str]) -> None:
        """Take in what a record calls it."""
        for texts, known in (((name,), self.names), (aliases, self.aliases)):
            for text in texts:
                key = name_key(text)
                known[key] = min((rank, text), known.get(key, (rank, text)))


def name_characters(
    claims: Sequence[FilmClaim],
    films: Sequence[IRI],
    lookup: Lookup,
    ledger: Ledger,
    withdrawn: Collection[str] = (),
) -> tuple[list[CharacterIdentity], set[str]]:
    """Decide which characters of different films are one, and give each such one an IRI.

    Parameters
    ----------
    claims : sequence of FilmClaim
        Sorted by source and key.
    films : sequence of IRI
        The film of each claim.
    lookup : Lookup
    ledger : Ledger
        Read, and added to.
    withdrawn : collection of str
        IRIs of characters that are nobody else, and of identities that are none.

    Returns
    -------
    list of CharacterIdentity, set of str
        Sorted by IRI; and what of `withdrawn` is neither a character nor was ever an identity.
    """
    characters = _characters(claims, films, lookup)
    unknown = set(withdrawn) - set(characters) - ledger.taken(KIND)
    for one in withdrawn:
        characters.pop(IRI(one), None)
    links = _links(characters, film_ties(claims, films, lookup))
    groups = connect(links, {name: one.film for name, one in characters.items()})
    drafts = [_draft(links, characters) for links in groups]
    iris = _give(drafts, characters, ledger)
    made = [
        CharacterIdentity(iri, one.label, one.rank, one.film, one.versions, one.reasons)
        for iri, one in zip(iris, drafts, strict=True)
    ]
    return sorted((one for one in made if one.iri not in withdrawn), key=lambda one: one.iri), (
        unknown - {one.iri for one in made}
    )


def _characters(
    claims: Sequence[FilmClaim], films: Sequence[IRI], lookup: Lookup
) -> dict[IRI, _Character]:
    found: dict[IRI, _Character] = {}
    for claim, film in zip(claims, films, strict=True):
        for mention in claim.characters:
            name = iri("character", film.rpartition("/")[2], slug(mention.name))
            one = found.get(name)
            if one is None:
                year = f" ({claim.year})" if claim.year else ""
                titled = f"{claim.titles[0]}{year}"
                one = found[name] = _Character(film, titled, claim.year or _NEVER)
            one.add(mention.name, mention.rank, mention.aliases)
            one.mentions.add((claim.source, f"{name_key(mention.name)} @ {claim.key}"))
            for (person, person_id), rank in mention.players:
                who = lookup.person(claim.source, claim.key, person, person_id)
                one.players[who] = min((rank, person), one.players.get(who, (rank, person)))
    return found


class _Use(NamedTuple):
    """That a character has a name, in a film that has a tie: sorts by rank, names of its own first.

    `player` is who plays it, where that is asked for.
    """

    rank: int
    is_alias: bool
    character: IRI
    text: str
    tie: FilmTie
    player: str


def _links(
    characters: Mapping[IRI, _Character], ties: Mapping[IRI, Mapping[str, FilmTie]]
) -> list[Link]:
    """Every two characters that a name and a tie of their films make one."""
    uses: dict[tuple[str, str, str], dict[IRI, list[_Use]]] = {}
    for name, one in characters.items():
        for key, player, use in _uses(name, one):
            for tie_key, tie in ties[one.film].items():
                mine = use._replace(rank=max(use.rank, tie.rank), tie=tie)
                of_films = uses.setdefault((tie_key, key, player), {})
                of_films.setdefault(one.film, []).append(mine)
    links: list[Link] = []
    for of_films in uses.values():
        if len(of_films) > 1:
            links += _around(list(filter(None, map(_only, of_films.values()))), characters)
    return links


def _uses(name: IRI, one: _Character) -> Iterator[tuple[str, str, _Use]]:
    """Folded name, IRI of the player or nothing, and the use without its tie."""
    for is_alias, names in ((False, one.names), (True, one.aliases)):
        for key, (rank, text) in names.items():
            if is_alias and key in one.names:
                continue
            use = _Use(rank, is_alias, name, text, FilmTie(0, ""), "")
            if is_full_name(key):
                yield key, "", use
                continue
            for player, (at, person) in one.players.items():
                yield key, player, use._replace(rank=max(rank, at), player=person)


def _only(uses: Sequence[_Use]) -> _Use | None:
    """The one character of a film that is meant by a name; None where two may be.

    What may be seen first decides: what is for later must not show by what is missing before it.
    """
    rank, is_alias = min(use[:2] for use in uses)
    first = [use for use in uses if use[:2] == (rank, is_alias)]
    return min(first) if len({use.character for use in first}) == 1 else None


def _around(uses: list[_Use], characters: Mapping[IRI, _Character]) -> Iterator[Link]:
    """Links of all with the first whose own name it is: another name of two makes them not one."""
    own = [use for use in uses if not use.is_alias]
    if not own:
        return
    centre = min(own)
    for use in uses:
        if use is not centre:
            reason = _reason(centre, use, characters)
            rank = max(centre.rank, use.rank)
            yield Link(rank, use.is_alias, centre.character, use.character, reason)


def _reason(one: _Use, other: _Use, characters: Mapping[IRI, _Character]) -> str:
    first, second = (characters[use.character].titled for use in (one, other))
    if one.tie.series:
        tied = f"both are {one.tie.words}"
    else:
        said = ((first, one.tie.words), (second, other.tie.words))
        tied = " and ".join(f"{film} {words}" for film, words in said if words)
    played = f", both times played by {one.player}" if one.player else ""
    return f"{one.text} is in {first} and in {second}{played}; {tied}."


@dataclass(frozen=True, slots=True)
class _Draft:
    label: str
    rank: int
    film: IRI
    year: int
    versions: tuple[Version, ...]
    reasons: tuple[tuple[str, int], ...]


def _draft(links: Sequence[Link], characters: Mapping[IRI, _Character]) -> _Draft:
    """What an identity is, but for its IRI: known from where its first two characters are."""
    rank = min(link.rank for link in links)
    start = min(
        (characters[end].year, end)
        for link in links
        if link.rank == rank
        for end in (link.one, link.other)
    )[1]
    ranks = _ranks(start, rank, links)
    seen = [characters[name] for name, at in ranks.items() if at == rank]
    names = [text for one in seen for at, text in one.names.values() if at <= rank]
    label = min(
        names, key=lambda text: (not is_full_name(name_key(text)), -names.count(text), text)
    )
    versions = tuple(
        Version(name, at, tuple((text, known) for known, text in characters[name].names.values()))
        for name, at in sorted(ranks.items())
    )
    reasons = ((link.reason, max(ranks[link.one], ranks[link.other])) for link in links)
    film = characters[start].film
    return _Draft(label, rank, film, characters[start].year, versions, tuple(sorted(reasons)))


def _ranks(start: IRI, rank: int, links: Sequence[Link]) -> dict[IRI, int]:
    """From which level on each character may be seen to be the one that the first is."""
    ways: dict[IRI, list[tuple[IRI, int]]] = {}
    for link in links:
        ways.setdefault(link.one, []).append((link.other, link.rank))
        ways.setdefault(link.other, []).append((link.one, link.rank))
    ranks = {start: rank}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there, at in ways[here]:
            if there not in ranks:
                ranks[there] = max(ranks[here], at)
                waiting.append(there)
    return ranks


def _give(
    drafts: Sequence[_Draft], characters: Mapping[IRI, _Character], ledger: Ledger
) -> list[IRI]:
    """The IRI of each identity: one that its characters had, or a new one."""
    mentions = [
        sorted({m for one in draft.versions for m in characters[one.character].mentions})
        for draft in drafts
    ]
    owner: dict[IRI, int] = {}
    known: list[list[IRI]] = []
    for number, mine in enumerate(mentions):
        found = (ledger.given(KIND, source, key) for source, key in mine)
        known.append([one for one in dict.fromkeys(found) if one is not None])
        for one in known[-1]:
            owner.setdefault(one, number)
    # What was one and is two now: the first keeps the IRI.
    kept = [[one for one in mine if owner[one] == n] for n, mine in enumerate(known)]
    fresh = [number for number, mine in enumerate(kept) if not mine]

    def candidate(number: int, turn: int) -> str | None:
        return _wish(drafts[fresh[number]], turn)

    new = allocate(KIND, len(fresh), candidate, ledger.taken(KIND))
    given = dict(zip(fresh, new, strict=True))
    iris = [given[number] if number in given else mine[0] for number, mine in enumerate(kept)]
    for mine, own, one in zip(mentions, kept, iris, strict=True):
        for old in own[1:]:
            ledger.replace(old, one)
        for source, key in mine:
            ledger.give(KIND, source, key, one)
    return iris


def _wish(draft: _Draft, turn: int) -> str | None:
    start = slug(draft.label)
    film = draft.film.rpartition("/")[2]
    if turn == 1 and draft.year == _NEVER:
        return None
    if turn < 3:
        return (start, f"{start}-{draft.year}", f"{start}-{film}")[turn]
    return f"{start}-{short_hash(f'{film} {turn}')}"
