"""What stands where a verb does: whether a word is one, what goes with it, and what it tells."""

from collections.abc import Iterator, Sequence
from typing import Final

from filmgraph.text.story.grammar import (
    CONJUNCTIONS,
    NEGATIONS,
    NO_VERBS,
    NOMINATIVE,
    PREPOSITIONS,
    STOPS,
    is_adverb,
)
from filmgraph.text.story.items import Item, Mention, follows, low_at
from filmgraph.text.story.verbs import (
    AUXILIARIES,
    MODALS,
    NOT_HERE_VERBS,
    STATE_PARTICIPLES,
    is_participle,
    is_past,
    is_singular,
    is_state,
)
from filmgraph.text.words import word_set

__all__ = ["FAR", "VerbGroups"]

FAR: Final = 40
"""So many words are looked at for what belongs to one."""

_MADE_TO: Final = word_set("able allowed asked compelled forced invited made ordered sent told")
_PLAIN: Final = (
    AUXILIARIES
    | MODALS
    | word_set(
        "arrive attack begin break capture come decide discover enter find follow kidnap kill "
        "take try"
    )
)
"""Plain forms that are verbs wherever they stand behind several people."""
_CLOSING: Final = {",": ",", "(": ")", "—": "—", "–": "–"}


class VerbGroups:
    """The verbs of one sentence.

    Examples
    --------
    >>> from filmgraph.text.story.items import Word
    >>> words = [Word(text, text) for text in "has never been told".split()]
    >>> VerbGroups(words).meaning(0)
    (0, False, False)
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items

    def low(self, place: int) -> str:
        """The word at a place in lower case; nothing for a mention."""
        return low_at(self.items, place)

    # What is a verb

    def is_finite(self, at: int, *, several: bool, aside: bool = False) -> bool:
        """Whether the word at a place says what one, or several, do.

        Parameters
        ----------
        at : int
        several : bool
            Whether several do it, so that the verb may have its plain form.
        aside : bool
            Whether it stands behind what is said by the way, where a participle may stand too.
        """
        low = self.low(at)
        if not low[:1].isalpha():
            return False
        if low in AUXILIARIES or low in MODALS or low.endswith("n't"):
            return low not in ("be", "been", "being", "having")
        if low in NO_VERBS or low in PREPOSITIONS or low in CONJUNCTIONS:
            return False
        if is_singular(low) and low not in NOT_HERE_VERBS:
            return True
        if is_past(low):
            # "a man called Tom", "those caught by him".
            finite = not aside and self.low(at + 1) not in ("by", "as")
            return finite or not low.endswith("ed")
        plain = not low.endswith(("ing", "ly", "ous", "ful"))
        plain &= not low.endswith("s") or low.endswith("ss")
        return several and plain and (not aside or low in _PLAIN)

    def past_adverbs(self, at: int) -> int:
        """The place behind adverbs."""
        while is_adverb(self.low(at)) or self.low(at) in ("himself", "herself"):
            at += 1
        return at

    def behind_aside(self, at: int, *, several: bool) -> int:
        """The place of a verb behind what is said by the way, which opens at a place; or -1."""
        closing = _CLOSING.get(self.low(at))
        if closing is None:
            return -1
        for end in range(at + 1, min(at + FAR, len(self.items))):
            if self.low(end) in (";", "."):
                return -1
            if self.low(end) != closing:
                continue
            verb = self.past_adverbs(end + 1)
            if self.is_finite(verb, several=several, aside=True):
                return verb
            if closing != ",":
                return -1
        return -1

    def behind_of(self, at: int, *, several: bool) -> int:
        """The place of a verb behind `of her country`, which opens at a place; or -1."""
        if self.low(at) not in ("of", "from", "in"):
            return -1
        for end in range(at + 1, min(at + 5, len(self.items))):
            low = self.low(end)
            if low in (",", "."):
                break
            alone = is_singular(low) and not self.is_noun_behind(end - 1)
            if (low in _PLAIN or alone) and self.is_finite(end, several=several, aside=True):
                return end
        return -1

    def is_noun_behind(self, at: int) -> bool:
        """Whether the word behind a place is a noun, as after `the` or `of`."""
        return self.low(at) in PREPOSITIONS or self.low(at) in _BEFORE_NOUN

    def coordinated(self, verb: int) -> Iterator[int]:
        """The places of the verbs that `and` or a comma joins to one."""
        first = self.low(verb)
        single = is_singular(first) or first in ("is", "has", "does")
        plain = not (single or is_past(first) or first in AUXILIARIES or first in MODALS)
        for at in range(verb + 1, len(self.items) - 1):
            low = self.low(at)
            if low in STOPS:
                return
            if low not in ("and", "but", "then", ",", "or"):
                continue
            after = self.past_adverbs(at + 1)
            item = self.items[after] if after < len(self.items) else None
            if isinstance(item, Mention) and item.text in NOMINATIVE:
                return
            if self.low(after + 1) in (",", "and", "of", "or"):
                continue  # a list of things
            if self._goes_on(self.low(after), single, plain and low in ("and", "but")):
                yield after

    def _goes_on(self, word: str, single: bool, plain: bool) -> bool:
        """Whether a word behind `and` is a verb of the form of the one before."""
        if word in ("is", "has", "was"):
            return True
        if word in ("and", "but", "then") or not word[:1].isalpha():
            return False
        if single:
            return is_singular(word) and word not in NOT_HERE_VERBS
        if plain:
            return word not in NO_VERBS and not word.endswith(("s", "ing", "ed", "ly"))
        return is_past(word)

    def is_denied(self, verb: int) -> bool:
        """Whether a word before a verb says that it is not so: `never leaves`, `almost falls`."""
        at = verb - 1
        while is_adverb(self.low(at)) or self.low(at) in NEGATIONS:
            if self.low(at) in NEGATIONS or self.low(at) in ("almost", "nearly"):
                return True
            at -= 1
        return False

    # What it tells

    def meaning(self, verb: int) -> tuple[int, bool, bool]:
        """The place of the main verb, whether it tells that something happens, and earlier."""
        low = self.low(verb)
        if low in MODALS or low.endswith("n't"):
            return verb, False, False
        if low not in AUXILIARIES:
            return verb, not self._is_state(verb), False
        denied = low in ("do", "does", "did")
        at = verb + 1
        while self.low(at) in NEGATIONS or is_adverb(self.low(at)) or self.low(at) == "been":
            denied |= self.low(at) in NEGATIONS
            at += 1
        if denied:
            return verb, False, False
        return self._perfect(verb, at) if low in ("has", "have", "had") else self._passive(verb, at)

    def _is_state(self, verb: int) -> bool:
        return is_state(self.low(verb), follows(self.items, verb))

    def _perfect(self, verb: int, at: int) -> tuple[int, bool, bool]:
        low = self.low(at)
        if low == "to" and self.low(at + 1) not in ("be", ""):
            return at + 1, not self._is_state(at + 1), False
        if self.low(verb) == "had" and is_participle(low):
            return at, not (self._is_state(at) or low in STATE_PARTICIPLES), True
        if is_participle(low):
            return verb, False, False
        return verb, not is_state("have", follows(self.items, verb)), False

    def _passive(self, verb: int, at: int) -> tuple[int, bool, bool]:
        low = self.low(at)
        if low in _MADE_TO and self.low(at + 1) == "to":
            return at, not is_state(self.low(at + 2)), False
        if low.endswith("ing"):
            return at, not self._is_state(at), False
        if is_participle(low):
            return at, low not in STATE_PARTICIPLES and not is_state(low), False
        return verb, False, False


_BEFORE_NOUN: Final = word_set(
    "'s a an another any both each eight every few five four his its many my nine no other our "
    "own same seven several six some ten that the their these this those three twelve two your"
)
