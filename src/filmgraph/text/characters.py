"""The characters and the cast of a page: claims and mentions made into parts of a film record.

A character is named by its longest name; a shorter form (`Rick` for Rick Blaine) is an alias where
exactly one character can be meant.  A character's level is the lowest among its mentions.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.curtain import LEVELS
from filmgraph.names import fold
from filmgraph.record import Aspect, Character, Credit, Evidence, Level
from filmgraph.text.introductions import introductions
from filmgraph.text.levels import Told
from filmgraph.text.mentions import Masked, Name, mask
from filmgraph.text.page import Player
from filmgraph.text.portrayals import Claim, claims
from filmgraph.text.words import NOT_NAMES, TITLES, WORD_NAMES

__all__ = ["Cast", "read_cast"]


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors' credits and the characters of one page."""

    credits: tuple[Credit, ...] = ()
    characters: tuple[Character, ...] = ()


@dataclass(slots=True)
class _Someone:
    """A character while it is being read."""

    name: str
    words: tuple[str, ...]
    nickname: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    told: dict[Level, Told] = field(default_factory=dict)
    listed: bool = False

    def mention(self, told: Told) -> None:
        self.told.setdefault(told.level, told)


def read_cast(
    told: Sequence[Told],
    players: Sequence[Player] = (),
    others: Collection[str] = (),
    title: str = "",
    also: Collection[Name] = (),
) -> Cast:
    """Who is in the film and who plays them, as the sentences and the cast list say.

    Parameters
    ----------
    told : sequence of Told
        The sentences of synopsis and plot.
    players : sequence of Player
        The page's cast list.
    others : collection of str
        Other people whom the page's facts name: no characters.
    title : str
        The film's title, which introduces nobody.
    also : collection of Name
        Names that are known to be characters' by what they do (see `story.acting`).

    Examples
    --------
    >>> cast = read_cast([Told("Rick Blaine, played by Humphrey Bogart, waits.", "plot"),
    ...                   Told("Rick drinks.", "plot")])
    >>> cast.characters[0].name, cast.characters[0].aliases, cast.credits[0].person
    ('Rick Blaine', ('Rick',), 'Humphrey Bogart')
    """
    masked = [mask(one.text) for one in told]
    actors = [player.person for player in players]
    said = claims(masked, actors, others)
    people = {fold(name) for name in (*actors, *others, *(claim.person for claim in said))}
    found = _Characters(
        people, {word for one in told for word in one.text.split() if word.islower()}
    )
    found.introduce(players, said, masked, title)
    for name in also:
        if fold(name.text) != fold(title):
            found.add(name)
    found.join(said, _levels(masked, told), _firsts(masked))
    found.read_mentions(masked, told)
    return Cast((*found.listed(players), *found.credits(said, told)), found.characters())


class _Characters:
    """The characters of a page, by folded name; `forms` leads from any name to a character's."""

    def __init__(self, people: set[str], lower: set[str]) -> None:
        self.people = people
        self.lower = lower
        self.someone: dict[str, _Someone] = {}
        self.forms: dict[str, str] = {}

    def introduce(
        self,
        players: Sequence[Player],
        said: Sequence[Claim],
        masked: Sequence[Masked],
        title: str,
    ) -> None:
        for player in players:
            self.add_role(player.role)
        for claim in said:
            self.add(claim.character, article=claim.article)
        for one in introductions(masked):
            if fold(one.name.text) != fold(title):
                self.add(one.name)

    def add(self, name: Name, *, article: bool = False) -> None:
        key = fold(name.text)
        if key in self.people or not key:
            return
        text = f"The {name.text}" if article else name.text
        self.someone.setdefault(key, _Someone(text, _parts(name), name.nickname))

    def add_role(self, role: str) -> None:
        masked = mask(role)
        if len(masked.names) != 1 or masked.names[0].text != role:
            return
        if not any(word.lower() in NOT_NAMES for word in masked.names[0].words):
            self.add(masked.names[0])
            if fold(role) in self.someone:
                self.someone[fold(role)].listed = True

    def join(
        self, said: Sequence[Claim], levels: Mapping[str, Level], firsts: Mapping[str, int]
    ) -> None:
        """Make one of a short and a long name where only one long name has it in it.

        Not if the long name comes later and stands in the ending only: it may be what the ending
        reveals.
        """
        persons: dict[str, set[str]] = defaultdict(set)
        for claim in said:
            persons[fold(claim.character.text)].add(fold(claim.person))
        holders = self._holders()
        for key in sorted(self.someone, key=lambda key: (-len(key), key)):
            longer = {self.forms.get(other, other) for other in holders[key]} - {key}
            if len(longer) != 1:
                continue
            into = longer.pop()
            later = firsts.get(into, 0) > firsts.get(key, 0)
            if later and levels.get(into) == "ending" != levels.get(key, "open"):
                continue
            if not persons[key] or not persons[into] or persons[key] & persons[into]:
                self._merge(key, into)
        self.forms.update({key: key for key in self.someone})

    def _merge(self, key: str, into: str) -> None:
        short, long = self.someone.pop(key), self.someone[into]
        long.aliases[short.name] = None
        long.listed |= short.listed
        self.forms[key] = into

    def _holders(self) -> dict[str, set[str]]:
        """Each part of a name: the characters whose name it is a part of."""
        holders: dict[str, set[str]] = defaultdict(set)
        for key, someone in self.someone.items():
            for part in _forms(someone):
                holders[part].add(key)
        return holders

    def read_mentions(self, masked: Sequence[Masked], told: Sequence[Told]) -> None:
        holders = self._holders()
        for part in self._shared(masked, holders):
            holders.pop(part, None)
        for sentence, one in zip(masked, told, strict=True):
            for name in sentence.names:
                self._mention(name, one, holders)

    def _mention(self, name: Name, told: Told, holders: dict[str, set[str]]) -> None:
        key = fold(name.text)
        exact = self.forms.get(key)
        holding = holders.get(key, set())
        if self._is_doubtful(name):
            return
        if exact is not None:
            self.someone[exact].mention(told)
        elif len(holding) == 1:
            someone = self.someone[next(iter(holding))]
            someone.aliases[name.text] = None
            someone.mention(told)

    def _is_doubtful(self, name: Name) -> bool:
        # "Hope fades", "Will they meet": at the start of a sentence the word may be no name.
        word = name.text.lower()
        return name.first and len(name.words) == 1 and (word in WORD_NAMES or word in self.lower)

    def _shared(self, masked: Sequence[Masked], holders: dict[str, set[str]]) -> set[str]:
        """Parts of characters' names that stand in other longer names too: John and Ann Lee."""
        shared: set[str] = set()
        others = {tuple(fold(word) for word in n.words): n for one in masked for n in one.names}
        for words in others:
            key = " ".join(words)
            if len(words) == 1 or key in self.forms or key in holders:
                continue
            # People behind the film are called by their last names only.
            shared.update(words[1:] if key in self.people else words)
        return shared

    def listed(self, players: Sequence[Player]) -> Iterator[Credit]:
        for billing, player in enumerate(players, 1):
            yield Credit(
                person=player.person,
                part="actor",
                role=player.role or None,
                character=self._named(player.role),
                billing=billing,
            )

    def _named(self, role: str) -> str | None:
        key = self.forms.get(fold(role))
        return self.someone[key].name if key is not None else None

    def credits(self, said: Sequence[Claim], told: Sequence[Told]) -> Iterator[Credit]:
        grouped: dict[tuple[str, str, Aspect | None], list[Told]] = defaultdict(list)
        played: dict[str, set[str]] = defaultdict(set)
        for claim in said:
            key = self.forms.get(fold(claim.character.text))
            if key is not None:
                grouped[claim.person, key, claim.aspect].append(told[claim.sentence])
                played[key].add(claim.person)
        for (person, key, aspect), sentences in grouped.items():
            # "a young doctor": an age tells something only where two play the same character.
            kept = aspect if aspect == "voice" or len(played[key]) > 1 else None
            level, evidence = _lowest({one.level: one for one in reversed(sentences)})
            yield Credit(
                person=person,
                part="actor",
                character=self.someone[key].name,
                aspect=kept,
                level=level,
                evidence=evidence,
            )

    def characters(self) -> tuple[Character, ...]:
        return tuple(
            Character(
                name=someone.name,
                aliases=tuple(sorted(someone.aliases)),
                level="open" if someone.listed else level,
                evidence=() if someone.listed and level != "open" else evidence,
            )
            for someone in self.someone.values()
            for level, evidence in [_lowest(someone.told)]
        )


def _levels(masked: Sequence[Masked], told: Sequence[Told]) -> dict[str, Level]:
    """The lowest level at which each name stands in full."""
    levels: dict[str, Level] = {}
    for sentence, one in zip(masked, told, strict=True):
        for name in sentence.names:
            key = fold(name.text)
            levels[key] = min(levels.get(key, one.level), one.level, key=LEVELS.index)
    return levels


def _firsts(masked: Sequence[Masked]) -> dict[str, int]:
    """The first sentence in which each name stands."""
    firsts: dict[str, int] = {}
    for index, sentence in enumerate(masked):
        for name in sentence.names:
            firsts.setdefault(fold(name.text), index)
    return firsts


def _lowest(told: dict[Level, Told]) -> tuple[Level, tuple[Evidence, ...]]:
    """The lowest level, with a sentence that may be read at it."""
    level: Level = min(told, key=LEVELS.index, default="plot")
    return level, (told[level].evidence,) if level in told else ()


def _parts(name: Name) -> tuple[str, ...]:
    return tuple(fold(word) for word in name.words)


def _forms(someone: _Someone) -> set[str]:
    """The shorter and other names that someone may be called by."""
    title = someone.words[0] in TITLES
    words = someone.words[1:] if title else someone.words
    size = len(words)
    runs = {" ".join(words[i:j]) for i in range(size) for j in range(i + 1, size + 1)}
    if title:
        runs |= {f"{someone.words[0]} {run}" for run in runs}
    if someone.nickname:
        runs.add(fold(someone.nickname))
    return runs - {"the", "jr", "sr"}
