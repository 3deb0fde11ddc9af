"""Who does what in a sentence, and in what kind of clause: subjects and predicates."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from filmgraph.text.story.grammar import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    NO_VERBS,
    NOMINATIVE,
    PREPOSITIONS,
    RELATIVE,
    TEMPORAL,
    is_adverb,
)
from filmgraph.text.story.items import Mention, Predicate, Reading, Word, follows
from filmgraph.text.story.person_words import NUMBERS
from filmgraph.text.story.verb_groups import VerbGroups
from filmgraph.text.story.verbs import (
    AUXILIARIES,
    MODALS,
    NOT_HERE_VERBS,
    is_past,
    is_singular,
    is_state,
)
from filmgraph.text.words import word_set

__all__ = ["mark"]

_Level: TypeAlias = Literal["main", "time", "relative", "other"]

_SOME: Final = NUMBERS | word_set("all both many most one some")
_AGENTS: Final = word_set(
    "army authorities cops couple crew crowd everybody everyone family gang group jury mob others "
    "people police posse somebody someone team townspeople troops villagers"
)
"""Who does something too, without being a character."""
_WHO_WITHIN: Final = 7


def mark(reading: Reading) -> None:
    """Find the predicates of a sentence, and mark its subjects.

    Examples
    --------
    >>> from filmgraph.text import Told
    >>> items = [Mention("name", "Ann"), Word("kisses", "kisses"), Mention("name", "Joe")]
    >>> reading = Reading(Told("Ann kisses Joe", "plot"), 1, items)
    >>> mark(reading)
    >>> [(one.subject, one.verb, one.level, one.acts) for one in reading.predicates]
    [(0, 1, 'main', True)]
    """
    marker = _Marker(reading)
    marker.persons()
    marker.things()
    reading.predicates = sorted(marker.found, key=lambda one: one.verb)


class _Marker:
    """Goes from mention to mention, then from verb to verb."""

    def __init__(self, reading: Reading) -> None:
        self.items = reading.items
        self.groups = VerbGroups(reading.items)
        self.low = self.groups.low
        self.found: list[Predicate] = []
        self.verbs: set[int] = set()

    def persons(self) -> None:
        """What each person does."""
        for place, item in enumerate(self.items):
            if isinstance(item, Word):
                self._agent(place, item)
                continue
            self._join(place, item)
            if item.possessive or item.predicate:
                continue
            verb = self._verb_of(place, item) if self._may_do(place, item) else -1
            if verb >= 0:
                self._does(place, verb, self._level(place, item))
            self._who(place, item)

    def _agent(self, place: int, word: Word) -> None:
        """What a crowd or somebody does."""
        if word.low not in _AGENTS:
            return
        first = place - 1 if self.low(place - 1) in DETERMINERS else place
        at = self._before(first)
        before = self.low(at) if at >= 0 else ","
        if before[:1].isalpha() and before not in CONJUNCTIONS | TEMPORAL:
            return
        verb = self.groups.past_adverbs(place + 1)
        if self.groups.is_finite(verb, several=True):
            self._note(place, verb, "time" if before in TEMPORAL else "main")

    # Subjects

    def _may_do(self, place: int, item: Mention) -> bool:
        """Whether a mention stands where a subject does."""
        if item.text in NOMINATIVE:
            return True
        before = self._before(place)
        if before < 0 or (item.kind == "pronoun" and not item.noun):
            return before < 0 and item.kind != "pronoun"
        word = self.items[before]
        if isinstance(word, Mention):
            return False
        if word.low == "of" and self.low(before - 1) in _SOME:
            return True  # "two of his men"
        if word.low in CONJUNCTIONS or word.low in CLAUSE_OPENERS or not word.low[0].isalnum():
            return word.low != "'s"
        return word.low not in PREPOSITIONS and not self._is_verb(before)

    def _before(self, place: int) -> int:
        """The place before a mention, adverbs being passed over."""
        before = place - 1
        while before >= 0 and is_adverb(self.low(before)) and self.low(before) not in TEMPORAL:
            before -= 1
        return before

    def _is_verb(self, place: int) -> bool:
        low = self.low(place)
        if low in NOT_HERE_VERBS:
            return False
        if place in self.verbs or low in AUXILIARIES or low in MODALS or low.endswith("ing"):
            return True
        if self.low(place - 1) == "to":
            return True
        if self.groups.is_noun_behind(place - 1):
            return False
        return is_singular(low) or is_past(low)

    def _verb_of(self, place: int, item: Mention) -> int:
        """The place of the verb of a subject, or -1."""
        several = item.plural or item.joined
        at = self.groups.past_adverbs(place + 1)
        if self.groups.is_finite(at, several=several):
            return at
        closed = item.claims and self.low(at) == ","
        if closed and self.groups.is_finite(at + 1, several=several, aside=True):
            return at + 1
        behind = self.groups.behind_of(at, several=several) if item.kind == "noun" else -1
        return behind if behind >= 0 else self.groups.behind_aside(at, several=several)

    def _join(self, place: int, item: Mention) -> None:
        """Mark who is named together with others: `Ann, Eva and Tom`."""
        before = place - 2 - (self.low(place - 2) == ",")
        listed = before == place - 2 or self.low(before - 1) == ","
        if self.low(place - 1) != "and" or not listed or not self._is_someone(before):
            return
        item.joined = True
        while self.low(before - 1) == "," and self._is_someone(before - 2):
            one = self.items[before]
            if isinstance(one, Mention):
                one.joined = True
            before -= 2

    def _is_someone(self, place: int) -> bool:
        item = self.items[place] if place >= 0 else None
        return isinstance(item, Mention) and not item.possessive

    def _is_joined(self, place: int) -> bool:
        """Whether a mention ends a list of several: `Ann and Joe`."""
        return (
            place > 1
            and self.low(place - 1) == "and"
            and isinstance(self.items[place - 2], Mention)
        )

    # Clauses

    def _level(self, place: int, item: Mention) -> _Level:
        """The kind of the clause whose subject stands at a place."""
        start = place
        while self._is_joined(start):
            start -= 2
        before = self._before(start)
        low = self.low(before)
        if before < 0 or not low[:1].isalnum():
            return "main"
        if low in TEMPORAL:
            return "time"
        if low == "where":
            return "relative"
        if low in CLAUSE_OPENERS:
            return "other"
        if low in CONJUNCTIONS:
            begins = low in ("but", "yet", "so") or self.low(before - 1) in (",", ";")
            return "main" if begins or not self.found else self.found[-1].level
        # "swears he will", "a man she loves": a clause in a clause; "That night she slips": none.
        said = any(one.verb < place and not self._comma(one.verb, place) for one in self.found)
        said |= any(self.low(at) in AUXILIARIES for at in self._clause(start))
        return "other" if said or (self._is_verb(before) and item.text in NOMINATIVE) else "main"

    def _comma(self, begin: int, end: int) -> bool:
        return any(self.low(at) in (",", ";") for at in range(begin, end))

    def _clause(self, place: int) -> Iterator[int]:
        """The places before one, back to the last comma."""
        for at in range(place - 1, -1, -1):
            if self.low(at) in (",", ";"):
                return
            yield at

    def _does(self, place: int, verb: int, level: _Level) -> None:
        """Note a subject's verb, and those that `and` joins to it."""
        for start in range(place, -1, -2):
            mention = self.items[start]
            if isinstance(mention, Mention):
                mention.subject = True
            if not self._is_joined(start):
                break
        self._note(place, verb, level)

    def _note(self, subject: int, verb: int, level: _Level) -> None:
        for one in (verb, *self.groups.coordinated(verb)):
            head, acts, past = self.groups.meaning(one)
            denied = self.groups.is_denied(one)
            if head not in self.verbs:
                self.verbs.update((one, head))
                acts &= not denied
                self.found.append(Predicate(subject, head, level, acts, past, denied))

    def _who(self, place: int, item: Mention) -> None:
        """What is told of someone behind `who`."""
        at = place + 1 + (self.low(place + 1) == ",")
        if self.low(at) not in RELATIVE:
            at = self._far_who(place)
        verb = self.groups.past_adverbs(at + 1)
        if at < 0 or not self.groups.is_finite(verb, several=item.plural):
            return
        # "is Anton, who confronts him": it goes on with the story.
        goes_on = self.low(at - 1) == "," and any(one.level == "main" for one in self.found)
        self._note(place, verb, "main" if goes_on and self._acts_on(verb) else "relative")

    def _acts_on(self, verb: int) -> bool:
        """Whether a verb in the present has a person as its object."""
        behind = self.items[verb + 1] if verb + 1 < len(self.items) else None
        if not isinstance(behind, Mention) or behind.possessive:
            return False
        return is_singular(self.low(verb))

    def _far_who(self, place: int) -> int:
        """The place of a `who` that stands a few words behind whom it is about, or -1."""
        for at in range(place + 1, min(place + _WHO_WITHIN, len(self.items))):
            item = self.items[at]
            if isinstance(item, Mention) or at in self.verbs:
                return -1
            if item.low == "who":
                return at
            if item.low in CONJUNCTIONS or is_past(item.low):
                return -1
        return -1

    # Things

    def things(self) -> None:
        """What things do to persons: `a letter calls him away`."""
        for place, item in enumerate(self.items):
            if not isinstance(item, Mention) or item.possessive or item.subject:
                continue
            verb = place - 1
            low = self.low(verb)
            if verb < 1 or verb in self.verbs or not (is_singular(low) or is_past(low)):
                continue
            if low in NOT_HERE_VERBS or not self._is_thing(verb - 1):
                continue
            if any(self.low(at) in CLAUSE_OPENERS | RELATIVE for at in self._clause(verb)):
                continue
            acts = not is_state(low, follows(self.items, verb))
            self.verbs.add(verb)
            self.found.append(Predicate(None, verb, "main", acts))

    def _is_thing(self, place: int) -> bool:
        """Whether a noun stands at a place."""
        low = self.low(place)
        if not low[:1].isalpha() or self.groups.is_noun_behind(place):
            return False
        return low not in CONJUNCTIONS and low not in NO_VERBS
