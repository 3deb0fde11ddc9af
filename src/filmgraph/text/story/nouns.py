"""Nouns for persons with what stands before them: `her abusive Latvian pimp`, `three students`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from filmgraph.text.mentions import Name
from filmgraph.text.story.grammar import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTIVE,
    PREPOSITIONS,
    is_adverb,
)
from filmgraph.text.story.items import Mention, Word
from filmgraph.text.story.person_words import COMPOUND, NUMBERS, PERSON, PERSONS_PLURAL
from filmgraph.text.story.verbs import (
    AUXILIARIES,
    HUMAN,
    IRREGULAR,
    MODALS,
    MOTION,
    is_past,
    is_singular,
)
from filmgraph.text.words import DEMONYMS, FUNCTION_WORDS, word_set

__all__ = ["KeyOf", "Noun", "Nouns"]

KeyOf = Callable[[Name], str]
"""The folded name of the character that a name is of, or nothing."""

_MOST_ADJECTIVES: Final = 4
_KINDS_BETWEEN: Final = 3
_DESCRIBING: Final = word_set(
    "armed defeated early elderly like lonely old older other plagued unknown upset young younger"
)
"""Small words that may describe someone."""
_NO_ADJECTIVES: Final = (
    (FUNCTION_WORDS | AUXILIARIES | MODALS | PREPOSITIONS | CONJUNCTIONS) - _DESCRIBING
) | word_set("afternoon day evening month morning night time week weekend year")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a person.

    Attributes
    ----------
    end : int
        The place behind it.
    nouns : tuple of str
        What it says, in the singular: `college student`; two for `friend and colleague`.
    plural : bool
    adjectives : tuple of str
        The words before it, but for the determiner.
    """

    end: int
    nouns: tuple[str, ...]
    plural: bool
    adjectives: tuple[str, ...]


class Nouns:
    """Finds the nouns for persons among the words of a sentence.

    Parameters
    ----------
    words : sequence of Word
    key_of : callable
        The folded name of the character that a name is of, or nothing if it is no character's.

    Examples
    --------
    >>> words = [Word(text, text) for text in "his tall college friends".split()]
    >>> Nouns(words, lambda name: "").noun(1)
    Noun(end=4, nouns=('college friend',), plural=True, adjectives=('tall', 'college'))
    """

    def __init__(self, words: Sequence[Word], key_of: KeyOf) -> None:
        self.words = words
        self.key_of = key_of

    def low(self, at: int) -> str:
        """The word at a place in lower case, or nothing."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def key(self, at: int) -> str:
        """The character's folded name if there is one at a place."""
        name = self.words[at].name if 0 <= at < len(self.words) else None
        return self.key_of(name) if name is not None else ""

    def text(self, begin: int, end: int) -> str:
        """The words from a place to another."""
        return " ".join(word.text for word in self.words[begin:end])

    def noun(self, at: int) -> Noun | None:
        """The noun for a person in which a phrase ends whose words begin at a place."""
        adjectives: list[str] = []
        for end in range(at, min(at + 2 * _MOST_ADJECTIVES, len(self.words))):
            low = self.low(end)
            if self.key(end) or len(adjectives) > _MOST_ADJECTIVES:
                return None
            if low in PERSON or low in PERSONS_PLURAL:
                return self._head(end, adjectives)
            if low == "'s" and adjectives:
                adjectives.clear()  # "the company's physician"
            elif low == "," and adjectives:
                continue
            elif not low[:1].isalpha() or (low in _NO_ADJECTIVES and not self._is_compound(end)):
                return None
            else:
                adjectives.append(self.words[end].text)
        return None

    def _is_compound(self, at: int) -> bool:
        """Whether a word says with the next what someone is: `a night nurse`."""
        return self.low(at) in COMPOUND and self.low(at + 1) in PERSON

    def _head(self, at: int, adjectives: list[str]) -> Noun | None:
        end = at
        while (then := self._next_head(end)) > end:
            adjectives += [word.text for word in self.words[end:then]]
            end = then
        low = self.low(end)
        plural = low not in PERSON
        if low in ("host", "number") and self.low(end + 1) == "of":
            return None
        if not plural and self._says_kind(end + 1):
            return None  # "a major corporation", "the killer whale"
        kind: list[str] = []
        for word in reversed(adjectives):
            if word.lower() not in COMPOUND:
                break
            kind.insert(0, word.lower())
        nouns = [" ".join([*kind, PERSONS_PLURAL[low] if plural else low])]
        if self.low(end + 1) == "and" and self.low(end + 2) in PERSON and self.key(end + 3):
            nouns.append(self.low(end + 2))
            end += 2
        return Noun(end + 1, tuple(nouns), plural, tuple(adjectives))

    def _says_kind(self, at: int) -> bool:
        """Whether the word at a place is a noun of which the one before says the kind."""
        low = self.low(at)
        if not low.isalpha() or self.words[at].name is not None:
            return False
        return not (
            low in _NO_ADJECTIVES
            or low in FUNCTION_WORDS
            or is_adverb(low)
            or is_singular(low)
            or is_past(low)
            or low.endswith("ing")
            or low in CLAUSE_OPENERS
            or low in HUMAN
            or low in MOTION
            or low in IRREGULAR
        )

    def _next_head(self, at: int) -> int:
        """A later word for a person in the same phrase: `a fugitive Nazi war criminal`."""
        for end in range(at + 1, at + 1 + _KINDS_BETWEEN):
            low = self.low(end)
            if low in PERSON or low in PERSONS_PLURAL:
                return end
            if low not in COMPOUND and low not in DEMONYMS:
                break
        return at

    def determiner(self, at: int) -> tuple[Mention | None, str, int]:
        """Whose, which determiner, and where the words behind it begin; -1 if there is none."""
        low = self.low(at)
        if low in ("his", "their", "her"):
            owner = Mention("pronoun", low, possessive=True, plural=low == "their")
            return owner, "poss", self._behind_number(at + 1)
        key = self.key(at)
        if key and self.low(at + 1) == "'s":
            owner = Mention("name", self.words[at].text, key=key, possessive=True)
            return owner, "poss", self._behind_number(at + 2)
        for kind, words in _DETERMINERS:
            if low in words:
                begin = self._behind_number(at + 1) if kind == "the" else at + 1
                return None, kind, begin
        if low in DETERMINERS or low in FUNCTION_WORDS or key or not low[:1].isalnum():
            return None, "", -1
        return None, "", at

    def _behind_number(self, at: int) -> int:
        return at + 1 if self.low(at) in NUMBERS else at

    def fits(self, at: int, determiner: str, noun: Noun) -> bool:
        """Whether a noun may go with the determiner at a place, or with none."""
        if determiner == "number":
            return noun.plural
        if determiner == "a":
            return not noun.plural
        if determiner:
            return True
        return self._stands_alone(at, noun) if noun.plural else bool(self.key(noun.end))

    def _stands_alone(self, at: int, noun: Noun) -> bool:
        """Whether a noun in the plural may stand here alone: not in "it stars", "recruits her"."""
        before, after = self.low(at - 1), self.low(noun.end)
        if after in DETERMINERS or after in OBJECTIVE or after == "her" or self.key(noun.end):
            return False
        return (
            not before[:1].isalpha()
            or before in PREPOSITIONS
            or before in CONJUNCTIONS
            or before in CLAUSE_OPENERS
            or is_singular(before)
            or is_past(before)
        )


_DETERMINERS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("a", word_set("a an another")),
    ("the", word_set("the this that")),
    ("number", NUMBERS),
)
