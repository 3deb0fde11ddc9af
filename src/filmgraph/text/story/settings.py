"""Where and when a story plays: places that its sentences name, and the homes of its people.

A name is a place's if it is that of a country or city, if it ends in a word for a place (`Hotel`),
or if someone lives or arrives there.  Where someone only wants to go is no place of the story.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from filmgraph.text.levels import Told
from filmgraph.text.story.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_adverb
from filmgraph.text.story.items import Mention, Reading, Word, low_at
from filmgraph.text.story.people import People
from filmgraph.text.story.place_names import HOMES, PLACE_WORDS, PLACES
from filmgraph.text.story.remarks import manner_of
from filmgraph.text.story.verbs import AUXILIARIES, MODALS, MOTION, bases, is_past, is_singular
from filmgraph.text.words import DEMONYMS, FUNCTION_WORDS, NOT_NAMES, word_set

__all__ = ["Placed", "periods", "places"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence names a place or a time of the story.

    Attributes
    ----------
    name : str
    told : Told
    number : int
        The number of its sentence.
    happens : bool
        Whether what the sentence tells happens there.
    owner : int
        The number of the one whose place it is; -1 if it is nobody's.
    """

    name: str
    told: Told
    number: int
    happens: bool = False
    owner: int = -1


_IN: Final = word_set(
    "aboard across around at beneath in inside near on outside through throughout within"
)
_TO: Final = word_set("into to toward towards")
_WAYS: Final = word_set("away back down off on out over up")
_JOURNEYS: Final = word_set("drive flight journey move moves return trip visit voyage way")
_LIVES: Final = word_set(
    "arrive arrived arriving born hide hiding land live lived lives living meet raised remain "
    "reside set settle stay stranded work"
)
_KINDS: Final = word_set(
    "capital city colony community country county district hamlet island kingdom land planet port "
    "province region resort state suburb town village"
)
_BEFORE_PLACE: Final = word_set(
    "central downtown eastern modern modern-day nearby nineteenth-century northern occupied old "
    "rural southern suburban the upstate wartime western"
)
_NO_PLACES: Final = (NOT_NAMES | word_set("april august june may")) - word_set(
    "africa america angeles arizona asia australia avenue berlin boston boulevard britain "
    "broadway california canada chicago china church city college county europe florida france "
    "germany hollywood hospital hotel india ireland island italy japan lake london mexico moscow "
    "mountain nevada ocean paris river road rome russia school scotland sea spain state street "
    "studio texas tokyo university vegas vienna washington york"
)
_FIRST_WORDS: Final = word_set("camp fort hotel lake mount port")
_ENTERED: Final = word_set("enter leave search visit")
_MOST_BEFORE_HOME: Final = 2
_HEADING: Final = 7

_WHEN: Final = r"(?P<when>(?:1[0-9]{3}|2[0-9]{3})s?)\b(?![,.]?\d)"
_YEAR: Final = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]et in) (?:the )?"
    r"(?:(?:early|late|mid|summer|spring|winter|autumn|fall|year|end)(?:[ -]| of )?(?:the )?)?"
    + _WHEN
)
_DATED: Final = re.compile(
    r"\A[A-Z][\w ]{1,30}, (?:[A-Z][a-z]+ )?(?:\d\d? )?(?P<when>1\d{3}|20\d\d)[.:]?\Z"
)
_SET: Final = re.compile(
    r"\b(?:set|tak(?:es|ing) place) (?:in|on|at|during|against) [^,;:]*"
    r"(?:, (?:in|during) [^,;:]*)?\Z",
    re.IGNORECASE,
)
"""What a sentence about the film may say of where its story plays."""
_ERA: Final = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]mid|[Oo]f|[Ss]et in|[Tt]hroughout) (?:the )?(?P<when>"
    r"World War (?:I{1,2}|One|Two)\b|(?:First|Second) World War"
    r"|(?:American |Spanish |English )?Civil War|Vietnam War|Korean War|Cold War|Great War"
    r"|Great Depression|French Revolution|Russian Revolution|Prohibition|Middle Ages|Renaissance"
    r"|(?:\w+teenth|1\dth|20th|twentieth|21st|\dth) century)"
)


def places(readings: Sequence[Reading], people: People) -> Iterator[Placed]:
    """The places that sentences name, in their order.

    Parameters
    ----------
    readings : sequence of Reading
    people : People

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> from filmgraph.text.story.items import words_of
    >>> told = Told("They meet in Lisbon.", "plot")
    >>> reading = Reading(told, 1, list(words_of(mask(told.text))))
    >>> [one.name for one in places([reading], People([], {}))]
    ['Lisbon']
    """
    for reading in readings:
        yield from _Finder(reading, people).all()


def periods(tolds: Sequence[Told]) -> Iterator[Placed]:
    """The years, decades, centuries and wars that sentences name, in their order.

    Examples
    --------
    >>> [one.name for one in periods([Told("In 1942, during World War II, they part.", "plot")])]
    ['1942', 'World War II']
    """
    for number, told in enumerate(tolds, 1):
        made = manner_of(told.text) == "film"
        found = (*_YEAR.finditer(told.text), *_ERA.finditer(told.text), *_DATED.finditer(told.text))
        for match in sorted(found, key=re.Match.start):
            if not made or _SET.search(told.text, 0, match.end()):
                yield Placed(match["when"], told, number)


class _Finder:
    """The rules over one sentence."""

    def __init__(self, reading: Reading, people: People) -> None:
        self.reading = reading
        self.items = reading.items
        self.people = people

    def all(self) -> Iterator[Placed]:
        made = manner_of(self.reading.told.text) == "film"
        if (heading := self._heading()) is not None:
            yield heading
            return
        for place, item in enumerate(self.items):
            if made and not self._is_set(place):
                continue
            if isinstance(item, Mention):
                found = self._home(place, item)
            else:
                found = self._named(place, item)
            if found:
                yield found

    def _low(self, place: int) -> str:
        return low_at(self.items, place)

    def _heading(self) -> Placed | None:
        """The place of a sentence that says only where and when: `Chicago, 1929.`"""
        first = self.items[0] if self.items else None
        if not isinstance(first, Word) or first.text not in PLACES or len(self.items) > _HEADING:
            return None
        return self._placed(first.text, real=True) if self._low(1) in (",", ".", ":") else None

    def _is_set(self, place: int) -> bool:
        """Whether the words before a place are `set in`, `takes place in`."""
        before = [self._low(at) for at in range(max(0, place - 6), place)]
        made = {"filming", "photography", "production", "premiere", "shooting"} & {*before}
        return not made and any(
            pair in (("set", "in"), ("set", "on"), ("place", "in"), ("set", "at"))
            for pair in pairwise(before)
        )

    def _placed(self, name: str, *, real: bool) -> Placed:
        return Placed(name, self.reading.told, self.reading.number, real)

    # Names

    def _named(self, place: int, item: Word) -> Placed | None:
        if item.name is None or self._is_part(place):
            return None
        end, name = self._whole(place, item)
        before = self._before(place)
        if not self._is_place(place, item, before) and end == place:
            return None
        return self._led(name, before)

    def _whole(self, place: int, item: Word) -> tuple[int, str]:
        """A name with the words behind it that belong to it: `the Josefstadt theater`."""
        name = item.name
        text = item.text
        stripped = name.stripped if name is not None else ""
        last = text.rpartition(" ")[2].lower()
        if stripped.lower() in DEMONYMS and last in PLACE_WORDS:
            text = f"{stripped} {text}"
        if self._low(place + 1) in PLACE_WORDS | HOMES and self._low(place - 1) == "the":
            return place + 1, f"{text} {self._low(place + 1)}"
        return place, text

    def _is_part(self, place: int) -> bool:
        """Whether the name is a part of something else: `Mouth of Truth`, `a Rome hotel`."""
        after = self.items[place + 1] if place + 1 < len(self.items) else None
        if isinstance(after, Word) and after.low == "of":
            beyond = self.items[place + 2] if place + 2 < len(self.items) else None
            return isinstance(beyond, Mention) or (
                isinstance(beyond, Word) and beyond.name is not None
            )
        if isinstance(after, Mention):
            return False
        low = after.low if after else ""
        if low == "'s" or self._low(place - 1) in ("a", "an", "from"):
            return True
        before = self.items[place - 2] if place > 2 else None
        if isinstance(before, Word) and before.name is not None and self._low(place - 1) != "of":
            return True  # the title of something: "Lost in San Francisco"
        return self._is_kind(low) and low not in PLACE_WORDS | HOMES

    def _is_kind(self, low: str) -> bool:
        """Whether the word behind a name is what the name says more of: `Hollywood scandals`."""
        if not low[:1].isalpha() or low in FUNCTION_WORDS or low in PREPOSITIONS:
            return False
        return not (
            low in CONJUNCTIONS or low in AUXILIARIES or low in MODALS or is_adverb(low)
        ) and (not (is_past(low) or low.endswith("ing") or low in ("dreaming", "alone", "today")))

    def _before(self, place: int) -> int:
        """The place of the preposition before a name, or -1."""
        at = place - 1
        if self._low(at).lower() in DEMONYMS:
            at -= 1
        while self._low(at) in _BEFORE_PLACE or self._low(at)[:4].isdigit():
            at -= 1
        if self._low(at) == "of" and self._low(at - 1) in _KINDS:
            at -= 2
            while self._low(at) not in PREPOSITIONS and self._low(at) and at > place - 7:
                at -= 1
        return at if self._low(at) in _IN | _TO else -1

    def _is_place(self, place: int, item: Word, before: int) -> bool:
        words = [word.lower().rstrip(".") for word in (item.name.words if item.name else ())]
        if item.text in PLACES:
            return True
        if any(word in _NO_PLACES or word in DEMONYMS for word in words[:-1]):
            return False
        if words[-1] in PLACE_WORDS or (len(words) > 1 and words[0] in _FIRST_WORDS):
            return len(words) > 1 or bool(item.name and item.name.stripped)
        return words[-1] not in _NO_PLACES and before >= 0 and self._is_said_place(place, before)

    def _is_said_place(self, place: int, before: int) -> bool:
        """Whether the words beside a name say that it is a place's."""
        beyond = self.items[place + 2] if place + 2 < len(self.items) else None
        if self._low(place + 1) == "," and isinstance(beyond, Word) and beyond.text in PLACES:
            return True  # "Amity, Massachusetts"
        if self._low(place - 1) == "of" and self._low(place - 2) in _KINDS:
            return True
        return self._low(before) in ("in", "at") and self._lives(before)

    def _lives(self, before: int) -> bool:
        """Whether someone lives or arrives where a preposition leads."""
        return bool({*bases(self._low(before - 1)), self._low(before - 1)} & _LIVES)

    def _led(self, name: str, before: int) -> Placed | None:
        """The place, if a preposition leads there and someone really is or goes there."""
        low = self._low(before)
        if before < 0:
            return None
        verb = self._verb(before)
        if verb >= 0 and not self._is_real(verb):
            return None
        if low in _TO:
            moves = verb >= 0 and bool({*bases(self._low(verb))} & MOTION)
            if low != "into" and not (moves or self._low(before - 1) in _WAYS | _JOURNEYS):
                return None
        # "his flat in Paris": the flat is there, what happens may be elsewhere.
        noun = self._low(before - 1) in HOMES | PLACE_WORDS
        return self._placed(name, real=not noun)

    def _verb(self, before: int) -> int:
        """The place of the verb that a preposition belongs to, or -1."""
        for at in range(before - 1, max(-1, before - 8), -1):
            low = self._low(at)
            if low in (",", ";", "and", "but") or low in ("who", "that"):
                return -1
            is_noun = self._low(at - 1) in DETERMINERS
            if low and not is_noun and (self._is_infinitive(at) or low.endswith("ing")):
                return at
            if low and not is_noun and (is_singular(low) or is_past(low)):
                return at
        return -1

    def _is_infinitive(self, at: int) -> bool:
        return self._low(at - 1) == "to" and self._low(at) not in DETERMINERS

    def _is_real(self, verb: int) -> bool:
        low = self._low(verb)
        if self._is_infinitive(verb):
            return False
        hoped = self._low(verb - 1) in ("of", "about", "for") and low.endswith("ing")
        return not hoped

    # Homes

    def _home(self, place: int, item: Mention) -> Placed | None:
        """What is someone's own: `in his office`, `to Ann's apartment`."""
        if not item.possessive or len(item.who) != 1:
            return None
        at = place + 1
        while at <= place + _MOST_BEFORE_HOME and self._low(at) not in HOMES:
            at += 1
        if self._low(at) not in HOMES or self._low(at + 1) in ("'s", "of", "door", "key"):
            return None
        if self._low(at + 1) in HOMES:
            at += 1
        before = self._low(place - 1)
        entered = bool({*bases(before)} & _ENTERED)
        if not entered and before not in _IN | _TO:
            return None
        if self._low(at) == "place" and before not in ("at", "to"):
            return None
        kind = self._low(at - 1) if self._low(at - 1) in ("hotel", "motel", "hospital") else ""
        owner = self.people[item.who[0]].owning
        verb = self._verb(place - 1)
        real = before not in ("near", "outside") and (verb < 0 or self._is_real(verb))
        name = f"{owner} {kind} {self._low(at)}".replace("  ", " ")
        return replace(self._placed(name, real=real), owner=item.who[0])
