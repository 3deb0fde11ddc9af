"""The story of a plot: from its sentences to parts of a film record."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from filmgraph.curtain import LEVELS, default_level, higher
from filmgraph.names import fold
from filmgraph.record import (
    Character,
    CharacterKind,
    Credit,
    Event,
    Evidence,
    Level,
    Participant,
    Relation,
    Setting,
    Telling,
)
from filmgraph.text.characters import Cast, read_cast
from filmgraph.text.levels import Told
from filmgraph.text.mentions import Masked, Name, mask
from filmgraph.text.page import Player
from filmgraph.text.story.acting import acting_names
from filmgraph.text.story.clauses import mark
from filmgraph.text.story.events import Happening, happenings
from filmgraph.text.story.given_names import MASS_NAMES
from filmgraph.text.story.items import Reading, words_of
from filmgraph.text.story.orders import Placing, in_order
from filmgraph.text.story.people import Person
from filmgraph.text.story.phrases import join
from filmgraph.text.story.relations import Related, relations
from filmgraph.text.story.resolve import resolve
from filmgraph.text.story.settings import Placed, periods, places
from filmgraph.text.story.traits import traits_of

__all__ = ["MOST_SENTENCES", "Story", "read_story"]

MOST_SENTENCES: Final = 10_000
"""So many sentences of a plot are read; what is longer is no plot of one film."""
MOST_WORDS: Final = 300
"""A sentence of more words is no sentence, and nothing is read out of it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a text tells of a film's story, as parts of a film record."""

    credits: tuple[Credit, ...] = ()
    characters: tuple[Character, ...] = ()
    relations: tuple[Relation, ...] = ()
    settings: tuple[Setting, ...] = ()
    events: tuple[Event, ...] = ()


def read_story(
    told: Sequence[Told],
    players: Sequence[Player] = (),
    others: Collection[str] = (),
    title: str = "",
) -> Story:
    """Who is in a story, what they are to each other, where it plays and what happens.

    Parameters
    ----------
    told : sequence of Told
        The sentences of synopsis and plot, in their order.
    players : sequence of Player
        The cast list.
    others : collection of str
        Other people whom the page's facts name.
    title : str
        The film's title.

    Notes
    -----
    Time is linear in the length of the text.

    Examples
    --------
    >>> texts = ["In Lisbon, Ann meets her brother Tom.", "He begs her to leave."]
    >>> story = read_story([Told(text, "plot") for text in texts])
    >>> [(one.who, one.what, one.whom) for one in story.relations]
    [('Tom', 'brother of', 'Ann')]
    >>> [event.what for event in story.events]
    ['In Lisbon, Ann meets her brother Tom', 'Tom begs her to leave']
    >>> [one.character for one in story.events[1].who]
    ['Tom', 'Ann']
    """
    told = told[:MOST_SENTENCES]
    masked = [mask(one.text) for one in told]
    plot = [one.part in ("plot", "ending") for one in told]
    also = acting_names([one for one, of_plot in zip(masked, plot, strict=True) if of_plot])
    cast = read_cast(told, players, others, title, also)
    return _Teller(told, masked, cast).story()


class _Teller:
    """What the rooms of this package found, made into parts of a record."""

    def __init__(self, told: Sequence[Told], masked: Sequence[Masked], cast: Cast) -> None:
        self.cast = cast
        self.names = _Names(cast.characters, told)
        self.plot: list[Reading] = []
        self.premise: list[Reading] = []
        for one, sentence in zip(told, masked, strict=True):
            shown = one.part not in ("plot", "ending")
            number = 0 if shown else len(self.plot) + 1
            words = words_of(sentence)
            items = join(words, self.names.key_of) if len(words) <= MOST_WORDS else []
            reading = Reading(one, number, items)
            (self.premise if shown else self.plot).append(reading)
            mark(reading)
        uses = Counter(name for one in self.plot for name in _names_in(one))
        self.people = resolve(self.plot, cast.characters, uses)
        self.shown = resolve(self.premise, cast.characters)
        self.levels = {one.name: one.level or "open" for one in cast.characters}

    def story(self) -> Story:
        placed = list(places(self.plot, self.people))
        found = list(happenings(self.plot, self.people))
        related = list(relations(self.plot, self.people))
        happened = {one.reading.number for one in found}
        settings = tuple(self._settings(placed))
        kept = self._kept(found, related)
        return Story(
            credits=self.cast.credits,
            characters=tuple(self._characters(kept)),
            relations=tuple(self._relations(related, kept, happened)),
            settings=settings,
            events=tuple(self._events(found, placed, settings)),
        )

    # Characters

    def _kept(self, found: Sequence[Happening], related: Sequence[Related]) -> set[int]:
        """Everyone who is named, or takes part in something."""
        taking = {number for one in found for number in one.who}
        taking |= {number for one in related for number in (one.who, one.whom)}
        return {
            one.number
            for one in self.people.everyone
            if one.kind == "named" or (one.number in taking and not one.doubtful)
        }

    def _characters(self, kept: set[int]) -> Iterator[Character]:
        for one, known in zip(self.people.everyone, self.cast.characters, strict=False):
            traits = traits_of(one, ending=known.level == "ending")
            yield replace(known, traits=traits)
        for one in self.people.everyone[len(self.cast.characters) :]:
            if one.number in kept:
                yield self._unnamed(one)

    def _unnamed(self, one: Person) -> Character:
        kind: CharacterKind = "group" if one.plural else "unnamed"
        level, evidence = _lowest(one.told, f"{kind} character")
        level = higher(level, self._level(one.owner))
        traits = traits_of(one, ending=level == "ending")
        return Character(name=one.name, kind=kind, traits=traits, level=level, evidence=evidence)

    def _level(self, number: int) -> Level:
        """From which level on someone is known, whose name is a part of another's."""
        if number < 0:
            return "open"
        one = self.people[number]
        if one.kind == "named":
            return self.levels[one.name]
        return higher(_lowest(one.told, "unnamed character")[0], self._level(one.owner))

    # Relations

    def _relations(
        self, related: Sequence[Related], kept: set[int], happened: set[int]
    ) -> Iterator[Relation]:
        told: dict[tuple[str, str, str], list[Told]] = {}
        since: dict[tuple[str, str, str], int] = {}
        for one in related:
            if one.who in kept and one.whom in kept:
                key = (self.people[one.who].name, one.what, self.people[one.whom].name)
                told.setdefault(key, []).append(one.told)
                if one.since in happened:
                    since.setdefault(key, one.since)
        for (who, what, whom), sentences in told.items():
            level, evidence = _lowest(sentences, "relation")
            event = since.get((who, what, whom))
            yield Relation(
                who=who,
                what=what,
                whom=whom,
                level=level,
                evidence=evidence,
                since=None if event is None else f"s{event}",
            )

    # Settings

    def _settings(self, placed: Sequence[Placed]) -> Iterator[Setting]:
        yield from self._of_kind("place", list(places(self.premise, self.shown)), placed)
        yield from self._of_kind(
            "period",
            list(periods([one.told for one in self.premise])),
            list(periods([one.told for one in self.plot])),
        )

    def _of_kind(
        self, kind: str, shown: Sequence[Placed], placed: Sequence[Placed]
    ) -> Iterator[Setting]:
        said: dict[str, list[Placed]] = {}
        for one in (*shown, *placed):
            said.setdefault(one.name, []).append(one)
        premise = {one.name for one in shown}
        for name, found in said.items():
            place, period = (name, None) if kind == "place" else (None, name)
            level, evidence = _lowest([one.told for one in found], "setting")
            level = higher(level, self._level(found[0].owner))
            if name in premise:
                level, evidence = "open", (found[0].told.evidence,)
            yield Setting(
                place=place, period=period, premise=name in premise, level=level, evidence=evidence
            )

    # Events

    def _events(
        self, found: Sequence[Happening], placed: Sequence[Placed], settings: Sequence[Setting]
    ) -> Iterator[Event]:
        levels = {one.place: one.level or "plot" for one in settings if one.place is not None}
        where: dict[int, dict[str, None]] = {}
        for one in placed:
            hidden = higher(levels[one.name], one.told.level) != higher("plot", one.told.level)
            if one.happens and not hidden:
                where.setdefault(one.number, {})[one.name] = None
        texts = [one.told.text for one in self.plot]
        for index, placing in enumerate(in_order(found, texts), 1):
            yield self._event(index, placing, list(where.get(_number(placing), ())))

    def _event(self, index: int, placing: Placing, where: Sequence[str]) -> Event:
        happening = placing.happening
        told = happening.reading.told
        kept = [number for number in happening.who if not self.people[number].doubtful]
        return Event(
            id=f"s{_number(placing)}",
            what=happening.what,
            who=tuple(Participant(character=self.people[number].name) for number in kept),
            # Of two places nothing says which it is.
            place=where[0] if len(where) == 1 and placing.mode == "scene" else None,
            tellings=(Telling(index=index, mode=placing.mode),),
            after=tuple(f"s{number}" for number in placing.after),
            during=tuple(f"s{number}" for number in placing.during),
            level=higher(default_level("event"), told.level),
            evidence=(told.evidence,),
        )


def _names_in(reading: Reading) -> Iterator[str]:
    """The folded names of a sentence, also those in `Ben's landlady`."""
    for item in reading.mentions:
        named = item if item.kind == "name" else item.owner
        if named is not None and named.kind == "name":
            yield named.key


def _number(placing: Placing) -> int:
    return placing.happening.reading.number


class _Names:
    """The characters' names, and where a word may be none."""

    def __init__(self, characters: Sequence[Character], told: Sequence[Told]) -> None:
        self.keys: set[str] = set()
        self.words = {word for one in told for word in one.text.split() if word.islower()}
        for one in characters:
            for form in (one.name, one.name.removeprefix("The "), *one.aliases):
                self.keys.add(fold(form))

    def key_of(self, name: Name) -> str:
        """The folded name of the character that a name is of, or nothing."""
        key = fold(name.text)
        word = name.text.lower()
        # "Hope fades": it may be a word.
        if name.first and (word in MASS_NAMES or word in self.words):
            return ""
        return key if key in self.keys else ""


def _lowest(told: Sequence[Told], kind: str) -> tuple[Level, tuple[Evidence, ...]]:
    """The lowest level at which a kind of statement is said, and the sentence that says so."""
    one = min(told, key=lambda one: LEVELS.index(one.level))
    return higher(default_level(kind), one.level), (one.evidence,)
