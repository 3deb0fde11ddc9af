"""Relations between the people of a plot: what the text says they are to each other.

Nouns (`her landlady`, `Joe, a friend of Ann`) were found with the people; here are verbs and fixed
phrases: `marries her`, `fall in love`, `their friendship`, `is after him`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from filmgraph.text.levels import Told
from filmgraph.text.story.items import Item, Mention, Predicate, Reading, low_at
from filmgraph.text.story.people import People
from filmgraph.text.story.person_words import CLIENTS_OF
from filmgraph.text.story.remarks import manner_of
from filmgraph.text.story.verbs import bases, is_participle

__all__ = ["Related", "relations"]


@dataclass(frozen=True, slots=True)
class Related:
    """Someone is something to someone, as a sentence says.

    Attributes
    ----------
    who, whom : int
        Numbers of `People`.
    what : str
        `landlady of`, `in love with`.
    told : Told
    since : int
        The number of the sentence whose event began it; 0 if none did.
    """

    who: int
    what: str
    whom: int
    told: Told
    since: int = 0


_VERBS: Final[dict[str, str]] = {
    "abduct": "kidnapper of",
    "adopt": "adoptive parent of",
    "assassinate": "killer of",
    "assault": "attacker of",
    "attack": "attacker of",
    "befriend": "friend of",
    "betray": "betrayer of",
    "blackmail": "blackmailer of",
    "divorce": "former spouse of",
    "employ": "employer of",
    "hire": "employer of",
    "kidnap": "kidnapper of",
    "kill": "killer of",
    "love": "in love with",
    "marry": "spouse of",
    "murder": "killer of",
    "protect": "protector of",
    "rape": "attacker of",
    "rescue": "rescuer of",
    "save": "rescuer of",
    "shoot": "attacker of",
    "stab": "attacker of",
    "threaten": "threat to",
    "wed": "spouse of",
}
"""What someone is to whom the verb names."""
_STATES: Final = frozenset({"love", "employ", "protect"})

_Y: Final = r"\ue000(?P<y>\d+)\ue001(?!'s)"
_ENDS: Final = r"(?=$| ?[.,;:—–!?)]| (?:and|but|in|at|on|for|who|when|while|after|before)\b)"
_BE: Final = frozenset({"is", "was", "are", "were"})
_PHRASES: Final[tuple[tuple[str, re.Pattern[str], str], ...]] = tuple(
    (base, re.compile(rf" (?:[a-z]+ly )?{after}"), what)
    for base, after, what in (
        ("fall", rf"(?:deeply )?in love with {_Y}", "in love with"),
        ("fall", rf"for {_Y}{_ENDS}", "in love with"),
        ("is", rf"(?:deeply |still |also )?in love with {_Y}", "in love with"),
        ("is", rf"infatuated with {_Y}", "in love with"),
        ("is", rf"(?:now |still |already )?married to {_Y}", "spouse of"),
        ("is", rf"(?:now |still |already )?engaged to {_Y}", "engaged to"),
        ("is", rf"after {_Y}{_ENDS}", "enemy of"),
        ("work", rf"for {_Y}{_ENDS}", "works for"),
        ("start", rf"an? (?:\w+ )?affair with {_Y}", "lover of"),
        ("begin", rf"an? (?:\w+ )?affair with {_Y}", "lover of"),
        ("have", rf"an? (?:\w+ )?affair with {_Y}", "lover of"),
        ("begin", rf"an? (?:\w+ )?(?:relationship|romance) with {_Y}", "partner of"),
        ("start", rf"an? (?:\w+ )?(?:relationship|romance) with {_Y}", "partner of"),
        ("become", rf"(?:close |good |best )?friends with {_Y}", "friend of"),
        ("make", rf"friends with {_Y}", "friend of"),
        *(
            (
                verb,
                rf"[^,;\ue000]*\b(?:violence|assault|attack|crime) (?:against|on|upon) {_Y}",
                "attacker of",
            )
            for verb in ("perpetrate", "commit", "inflict", "launch")
        ),
    )
)
_MUTUAL: Final[tuple[tuple[str, re.Pattern[str], str], ...]] = tuple(
    (base, re.compile(rf" (?:[a-z]+ly )?{after}"), what)
    for base, after, what in (
        ("fall", r"(?:deeply |madly )?in love\b(?! with)", "in love with"),
        ("is", r"(?:deeply |still )?in love\b(?! with)", "in love with"),
        ("marry", _ENDS, "spouse of"),
        ("is", rf"(?:now |still )?married{_ENDS}", "spouse of"),
        ("is", rf"(?:now |still )?engaged{_ENDS}", "engaged to"),
        ("become", rf"(?:close |good |best |fast )?friends{_ENDS}", "friend of"),
        ("become", rf"lovers{_ENDS}", "lover of"),
        ("is", rf"(?:close |good |best |old )?friends{_ENDS}", "friend of"),
        ("is", rf"(?:secret )?lovers{_ENDS}", "lover of"),
    )
)
"""What two say of each other: `Ann and Joe marry`."""
_BONDS: Final[dict[str, str]] = {
    "affair": "lover of",
    "friendship": "friend of",
    "marriage": "spouse of",
    "relationship": "partner of",
    "romance": "lover of",
}
"""`their friendship`: what the two are."""
_THREAT: Final = re.compile(
    rf"\b(?:escap|evad|avoid|flee|fac|receiv|fear)\w* (?:the |\w+ )?threats? (?:from|of|by) {_Y}"
)


def relations(readings: Sequence[Reading], people: People) -> Iterator[Related]:
    """The relations that the sentences of a plot tell, in their order, then those by nouns.

    Parameters
    ----------
    readings : sequence of Reading
        The sentences of a plot, read and resolved.
    people : People

    Examples
    --------
    >>> from filmgraph.record import Character
    >>> from filmgraph.text.story.items import Word
    >>> items = [
    ...     Mention("name", "Ann", who=(0,)), Word("marries", "marries"),
    ...     Mention("name", "Joe", who=(1,)), Word(".", "."),
    ... ]
    >>> reading = Reading(Told("Ann marries Joe.", "plot"), 1, items)
    >>> reading.predicates = [Predicate(0, 1, "main", True)]
    >>> people = People([Character(name="Ann"), Character(name="Joe")], {})
    >>> [(one.who, one.what, one.whom) for one in relations([reading], people)]
    [(0, 'spouse of', 1)]
    """
    for reading in readings:
        if manner_of(reading.told.text) == "film":
            continue
        finder = _Finder(reading, people)
        for who, what, whom, began in finder.all():
            if who != whom:
                since = reading.number if began else 0
                yield Related(who, what, whom, reading.told, since)
    for person in people.everyone:
        for (noun, owner), told in person.relations.items():
            yield Related(person.number, f"{noun} of", owner, told)


_Found = tuple[int, str, int, bool]


class _Finder:
    """The rules over one sentence."""

    def __init__(self, reading: Reading, people: People) -> None:
        self.items = reading.items
        self.predicates = reading.predicates
        self.people = people

    def all(self) -> Iterator[_Found]:
        for one in self.predicates:
            if one.level != "other" and one.subject is not None and not one.denied:
                yield from self._by_verb(one)
        yield from self._bonds()
        yield from self._clients()
        yield from self._threats()

    def _text(self, begin: int) -> str:
        return _text(self.items[begin:], begin)

    def _who(self, place: int) -> tuple[int, ...]:
        item = self.items[place]
        return item.who if isinstance(item, Mention) else ()

    def _subjects(self, place: int) -> tuple[int, ...]:
        """Those who do something together: `Ann and Joe`."""
        found = self._who(place)
        while place > 1 and low_at(self.items, place - 1) == "and" and self._who(place - 2):
            place -= 2
            found = (*self._who(place), *found)
        return found

    def _by_verb(self, one: Predicate) -> Iterator[_Found]:
        subjects = self._subjects(one.subject or 0)
        verb = low_at(self.items, one.verb)
        after = self._text(one.verb + 1)
        plain = {*bases(verb), *({"is"} if verb in _BE else ())}
        if verb in ("engaged", "married", "infatuated") and self._is_passive(one.verb):
            plain, after = {"is"}, f" {verb}{after}"
        for base, pattern, what in _PHRASES:
            if base in plain and (match := pattern.match(after)):
                for who in subjects:
                    for whom in self._who(int(match["y"])):
                        yield who, what, whom, base in ("fall", "begin", "start", "become")
        if len(subjects) == 2:
            for base, pattern, what in _MUTUAL:
                if base in plain and pattern.match(after):
                    yield subjects[0], what, subjects[1], base != "is"
                    yield subjects[1], what, subjects[0], base != "is"
        yield from self._transitive(one, subjects, plain)

    def _transitive(
        self, one: Predicate, subjects: tuple[int, ...], plain: set[str]
    ) -> Iterator[_Found]:
        found = sorted(plain & _VERBS.keys())
        if not found:
            return
        what, began = _VERBS[found[0]], found[0] not in _STATES
        if self._is_passive(one.verb):
            agent = one.verb + 2
            if low_at(self.items, one.verb + 1) == "by" and agent < len(self.items):
                for who in self._objects(agent):
                    for whom in subjects:
                        yield who, what, whom, began
            return
        for whom in self._objects(one.verb + 1):
            for who in subjects:
                yield who, what, whom, began

    def _objects(self, place: int) -> tuple[int, ...]:
        item = self.items[place] if place < len(self.items) else None
        return item.who if isinstance(item, Mention) and not item.possessive else ()

    def _is_passive(self, verb: int) -> bool:
        low = low_at(self.items, verb)
        before = {low_at(self.items, at) for at in range(max(0, verb - 3), verb)}
        return is_participle(low) and bool(before & {"is", "was", "are", "were", "been", "gets"})

    def _bonds(self) -> Iterator[_Found]:
        for place, item in enumerate(self.items):
            if not isinstance(item, Mention) or not item.possessive or len(item.who) != 2:
                continue
            if low_at(self.items, place - 1) in ("of", "about", "as", "like"):
                continue  # "a story of their marriage"
            for at in (place + 1, place + 2):
                what = _BONDS.get(low_at(self.items, at))
                if what is not None and self._may_be(what, item.who):
                    one, other = item.who
                    yield one, what, other, False
                    break

    def _may_be(self, what: str, two: tuple[int, ...]) -> bool:
        """Whether a bond is what its word says: two men's relationship may be anything."""
        one, other = (self.people[number] for number in two)
        if what != "partner of":
            return True
        known = {whom for who in (one, other) for _, whom in who.relations}
        return {one.gender, other.gender} == {"m", "f"} and not known & {*two}

    def _clients(self) -> Iterator[_Found]:
        for place, item in enumerate(self.items):
            if not isinstance(item, Mention) or item.kind != "noun" or len(item.who) != 1:
                continue
            if item.noun not in CLIENTS_OF or low_at(self.items, place - 1) != "with":
                continue
            for one in self._doing(place):
                if not CLIENTS_OF & self.people[one].nouns.keys():
                    yield one, "client of", item.who[0], False

    def _threats(self) -> Iterator[_Found]:
        text = self._text(0)
        for match in _THREAT.finditer(text):
            place = int(match["y"])
            for whom in self._doing(place):
                for who in self._who(place):
                    yield who, "threat to", whom, False

    def _doing(self, place: int) -> tuple[int, ...]:
        """The subject of the last verb before a place, if it is one person."""
        verbs = [one for one in self.predicates if one.verb < place and one.level != "other"]
        last = max(verbs, key=lambda one: one.verb, default=None)
        if last is None or last.subject is None:
            return ()
        found = self._who(last.subject)
        return found if len(found) == 1 else ()


def _text(items: Sequence[Item], begin: int) -> str:
    """The items as text, each mention being a sign with its place."""
    shown = []
    for place, item in enumerate(items, begin):
        if isinstance(item, Mention):
            shown.append(f" \ue000{place}\ue001" + ("'s" if item.possessive else ""))
        else:
            space = "" if item.low in ("'s", ",", ".", ";", ":") else " "
            shown.append(space + item.low)
    return "".join(shown)
