"""What identity needs to know of a record, and nothing more."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from filmgraph.curtain import LEVELS, level_of, portrayal_level
from filmgraph.record import FilmRecord, Identifier

__all__ = ["CharacterMention", "Doubt", "FilmClaim", "PersonMention", "Tie", "claim"]

_SHARED_MENTIONS = 1 << 18


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two things that may be one, or one that may be two: both stay, with the reason.

    Attributes
    ----------
    kind : str
        `film`, `person`, `theme` …
    one, other : str
        IRIs of the two; equal where two names of one source were taken as one.
    reason : str
        A sentence.
    """

    kind: str
    one: str
    other: str
    reason: str

    @classmethod
    def between(cls, kind: str, one: str, other: str, reason: str) -> "Doubt":
        """A doubt that does not depend on which of the two is named first."""
        return cls(kind, min(one, other), max(one, other), reason)


class PersonMention(NamedTuple):
    """A person as a record names them; `person_id` is `scheme:value`, or None."""

    name: str
    person_id: str | None = None


class CharacterMention(NamedTuple):
    """A named character as a record has it.

    `rank` is the place of its level among the levels; `players` are those who play it, each with
    the place of the level from which on that may be seen.
    """

    name: str
    aliases: tuple[str, ...] = ()
    rank: int = 0
    players: tuple[tuple[PersonMention, int], ...] = ()


class Tie(NamedTuple):
    """That a film belongs to a series, or comes from another film or a work; `rank` as above."""

    kind: str
    title: str
    year: int | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class FilmClaim:
    """What one source says that tells a film from others.

    Attributes
    ----------
    source, key : str
        Who says so, and the source's own name of the film.
    titles : tuple of str
        The title first, then the other titles.
    year : int or None
    directors, cast : tuple of str
        Names as the source writes them.
    pages : tuple of str
        Identifiers of the film, `scheme:value`.
    people : tuple of PersonMention
        Everybody credited, each once.
    later : mapping of str to int
        Of those who are credited only behind the curtain: the place of their level among the
        levels.  IRIs are open, so none is made of such a name while there is another.
    concepts : tuple of (str, str)
        Kind and name of the genres, themes, places, periods, companies and series named.
    characters : tuple of CharacterMention
    ties : tuple of Tie
        What the film has to do with other films.
    """

    source: str
    key: str
    titles: tuple[str, ...]
    year: int | None = None
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    people: tuple[PersonMention, ...] = ()
    later: Mapping[str, int] = field(default_factory=dict)
    concepts: tuple[tuple[str, str], ...] = ()
    characters: tuple[CharacterMention, ...] = ()
    ties: tuple[Tie, ...] = ()


def claim(source: str, record: FilmRecord) -> FilmClaim:
    """What identity needs to know of a film record.

    Examples
    --------
    >>> from filmgraph.record import Credit
    >>> actor = Credit(person="Tom Skerritt", part="actor")
    >>> record = FilmRecord(key="a", title="Alien", year=1979, credits=(actor,))
    >>> claim("mine", record).cast
    ('Tom Skerritt',)
    """
    people = dict.fromkeys(_mention(c.person, _text(c.person_id)) for c in record.credits)
    return FilmClaim(
        source=source,
        key=record.key,
        titles=(record.title, *(title.text for title in record.other_titles)),
        year=record.year,
        directors=tuple(intern(c.person) for c in record.credits if c.part == "director"),
        cast=tuple(intern(c.person) for c in record.credits if c.part == "actor"),
        pages=tuple(text for text in map(_text, record.identifiers) if text),
        people=tuple(people),
        later=_later(record),
        concepts=tuple(dict.fromkeys(_concepts(record))),
        characters=tuple(_characters(record)) if record.characters else (),
        ties=tuple(
            Tie(one.kind, one.title, one.year, LEVELS.index(level_of(record, one)))
            for one in record.film_relations
        ),
    )


def _characters(record: FilmRecord) -> Iterator[CharacterMention]:
    players: dict[str, list[tuple[PersonMention, int]]] = {}
    for credit in record.credits:
        if credit.character is not None and credit.part == "actor":
            person = _mention(credit.person, _text(credit.person_id))
            rank = LEVELS.index(portrayal_level(record, credit))
            players.setdefault(credit.character, []).append((person, rank))
    for one in record.characters:
        if one.kind == "named":
            rank = LEVELS.index(level_of(record, one))
            yield CharacterMention(one.name, one.aliases, rank, tuple(players.get(one.name, ())))


def _later(record: FilmRecord) -> Mapping[str, int]:
    ranks: dict[str, int] = {}
    for credit in record.credits:
        rank = LEVELS.index(level_of(record, credit))
        ranks[credit.person] = min(rank, ranks.get(credit.person, rank))
    return {name: rank for name, rank in ranks.items() if rank}


def _text(identifier: Identifier | None) -> str | None:
    if identifier is None:
        return None
    return f"{identifier.scheme}:{unicodedata.normalize('NFC', identifier.value)}"


def _concepts(record: FilmRecord) -> Iterator[tuple[str, str]]:
    for kind, names in (
        ("genre", record.genres),
        ("theme", (use.theme for use in record.themes)),
        ("place", record.countries),
        ("place", (release.country for release in record.releases)),
        ("place", (setting.place for setting in record.settings)),
        ("place", (event.place for event in record.events)),
        ("period", (setting.period for setting in record.settings)),
        ("period", (event.period for event in record.events)),
        ("organization", (company.name for company in record.companies)),
        ("series", (r.title for r in record.film_relations if r.kind == "in series")),
    ):
        for name in names:
            if name:
                yield _pair(kind, name)


# The same few names come with every other record; one object for each saves most of the memory.
@lru_cache(_SHARED_MENTIONS)
def _mention(name: str, person_id: str | None) -> PersonMention:
    return PersonMention(intern(name), person_id)


@lru_cache(_SHARED_MENTIONS)
def _pair(kind: str, name: str) -> tuple[str, str]:
    return kind, intern(name)
