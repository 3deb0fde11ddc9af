"""Words joined to mentions: `her abusive Latvian pimp, Yuri Butsov` is one of Yuri.

What stands beside a name tells what its bearer is: a noun before it (`the reporter Joe`), one
behind it between commas (`Joe, a reporter,`), or `a reporter named Joe`.
"""

from collections.abc import Sequence
from typing import Final

from filmgraph.text.story.grammar import (
    CONJUNCTIONS,
    COPULAS,
    DETERMINERS,
    NOMINATIVE,
    OBJECT_FOLLOWERS,
    OBJECTIVE,
    POSSESSIVE,
    PREPOSITIONS,
    is_adverb,
)
from filmgraph.text.story.items import Item, Mention, Word
from filmgraph.text.story.nouns import KeyOf, Noun, Nouns
from filmgraph.text.story.person_words import PERSON, PERSONS_PLURAL, RELATIONAL
from filmgraph.text.story.verbs import AUXILIARIES, bases, is_participle, is_past, is_singular
from filmgraph.text.words import DEMONYMS, FUNCTION_WORDS, word_set

__all__ = ["is_predicate_noun", "join"]

_NAMED: Final = word_set("named called nicknamed")
_PAIRS: Final = word_set("two three four pair couple duo trio both")
_CLOSES: Final = frozenset(",.;:()!?–—")
_GOES_ON: Final = word_set(
    "and at for from he in named of on played portrayed she they which who whom whose with"
)
_LEAVES: Final = word_set("call consider declare find have keep leave make render see")
_GIVES: Final = word_set(
    "ask bring deny give grant hand lend offer owe pay promise sell send serve show teach tell"
)
_DOES: Final = word_set(
    "bring come die escape fall feel find get go know leave live realize see stay take understand"
)
"""Plain forms of verbs behind `her`: "helps her escape"."""
_CLAUSES: Final = word_set("that how when while before after who")


def join(words: Sequence[Word], key_of: KeyOf) -> list[Item]:
    """The items of a sentence: its words, with mentions of persons for names and nouns.

    Parameters
    ----------
    words : sequence of Word
    key_of : callable
        The folded name of the character that a name is of, or nothing if it is no character's.

    Examples
    --------
    >>> from filmgraph.names import fold
    >>> from filmgraph.text.mentions import mask
    >>> from filmgraph.text.story.items import words_of
    >>> items = join(words_of(mask("He meets a widow named Ann.")), lambda name: fold(name.text))
    >>> [(one.text, one.nouns) for one in items if isinstance(one, Mention)]
    [('he', ()), ('Ann', ('widow',))]
    """
    return _Joiner(words, key_of).items()


class _Joiner:
    """Goes through the words of one sentence once."""

    def __init__(self, words: Sequence[Word], key_of: KeyOf) -> None:
        self.words = words
        self.nouns = Nouns(words, key_of)
        self.low, self.key = self.nouns.low, self.nouns.key
        self.found: list[Item] = []
        self.at = 0
        self.behind: Word | None = None

    def items(self) -> list[Item]:
        while self.at < len(self.words):
            mention = self._pronoun() or self._phrase() or self._name() or self._pair()
            if mention is None:
                self.found.append(self.words[self.at])
                self.at += 1
            else:
                self.found.append(mention)
                if self.behind is not None:
                    self.found.append(self.behind)
                    self.behind = None
        return self.found

    # Pronouns

    def _pronoun(self) -> Mention | None:
        low = self.low(self.at)
        if low == "her" and self.nouns.noun(self.nouns.determiner(self.at)[2]) is not None:
            return None  # a phrase
        if low == "her":
            possessive = not self._is_object(self.at + 1)
        elif low in NOMINATIVE or low in OBJECTIVE:
            possessive = False
        elif low in POSSESSIVE:
            possessive = True
        else:
            return None
        if possessive and self.nouns.noun(self.nouns.determiner(self.at)[2]) is not None:
            return None  # a phrase
        self.at += 1
        plural = low in ("they", "them", "their", "themselves")
        return Mention("pronoun", low, possessive=possessive, plural=plural)

    def _is_object(self, at: int) -> bool:
        """Whether `her` before a place is she herself and nothing of hers."""
        low = self.low(at)
        before = set(bases(self.low(at - 2)))
        if not low[:1].isalpha() or low in OBJECT_FOLLOWERS:
            return True
        if low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS:
            return low not in ("near", "past", "down")
        if is_adverb(low) or low in _CLAUSES:
            return True
        if before & _LEAVES and (is_participle(low) or low.endswith(("ed", "ing"))):
            return True
        if before & _GIVES and low in PERSONS_PLURAL:
            return False
        return low in _DOES or (low in FUNCTION_WORDS and low not in ("own", "other", "first"))

    # Nouns

    def _phrase(self) -> Mention | None:
        """A noun for a person with its determiner, and a name if it is one's."""
        owner, determiner, begin = self.nouns.determiner(self.at)
        noun = self.nouns.noun(begin) if begin >= 0 else None
        if noun is None or not self.nouns.fits(self.at, determiner, noun):
            return None
        mention = self._mention(self.at, noun, determiner, owner)
        at = self._name_beside(mention, noun)
        if at < 0 and self._owns(noun):
            mention.possessive = True
            self.at = noun.end + 1
            owned = self.nouns.noun(self.at)
            if owned is None:
                return mention
            noun = owned  # "her mother's friend"
            mention = self._mention(self.at, noun, "poss", mention)
            at = self._name_beside(mention, noun)
        named = self._named_at(at) if at >= 0 else None
        if named is None:
            return self._nameless(mention, noun)
        named.claims.append(mention)
        named.nouns = (*mention.nouns, *named.nouns)
        named.adjectives += mention.adjectives
        return named

    def _mention(self, begin: int, noun: Noun, determiner: str, owner: Mention | None) -> Mention:
        return Mention(
            "noun",
            self.nouns.text(begin, noun.end),
            determiner=determiner,
            noun=noun.nouns[0],
            nouns=noun.nouns,
            plural=noun.plural,
            adjectives=noun.adjectives,
            owner=owner,
        )

    def _owns(self, noun: Noun) -> bool:
        low = self.low(noun.end)
        return low == "'s" or (noun.plural and low in ("'", "’"))

    def _named_at(self, at: int) -> Mention | None:
        self.at = at
        return self._name()

    def _nameless(self, mention: Mention, noun: Noun) -> Mention:
        self.at = noun.end
        follower = self.words[noun.end] if noun.end < len(self.words) else None
        if follower is not None and follower.name is not None and not mention.plural:
            mention.unclear = True  # it has a name, and whose that is is not known
        if self._owns(noun):
            mention.possessive = True
            self.at += 1
        elif mention.owner is None and self.low(self.at) == "of":
            mention.owner = self._of(self.at + 1)
        return mention

    def _name_beside(self, mention: Mention, noun: Noun) -> int:
        """The place of the character's name that stands beside a noun, or -1."""
        end = noun.end
        if mention.plural:
            return -1
        if self.low(end) == ",":
            return self._name_behind_comma(mention, end)
        at = end + 1 if self.low(end) in _NAMED else end
        return at if self.key(at) else -1

    def _name_behind_comma(self, mention: Mention, end: int) -> int:
        if mention.determiner not in ("poss", "the", "a"):
            return -1
        other = self.nouns.noun(end + 2) if self.low(end + 1) == "the" else None
        if other is not None and self.key(other.end) and not other.plural:
            mention.nouns = (*mention.nouns, *other.nouns)
            return other.end  # "his sister, the actress Ann Lee"
        closes = self.low(end + 2) in _CLOSES or self.low(end + 2) in ("", "who", "'s")
        found = self.key(end + 1) and closes and not self._is_listed(end + 2)
        return end + 1 if found else -1

    def _is_listed(self, at: int) -> bool:
        # "his wife, Ann, and Bob": the name may be another of a list.
        if self.low(at) != "," or self.low(at + 1) not in ("and", "or"):
            return False
        after = self.low(at + 2)
        return not (is_singular(after) or is_past(after) or after in AUXILIARIES)

    # Names

    def _name(self) -> Mention | None:
        key = self.key(self.at)
        if not key or self._is_attribute():
            return None
        name = self.words[self.at].name
        people = (name.stripped,) if name and name.stripped.lower() in DEMONYMS else ()
        mention = Mention("name", self.words[self.at].text, key=key, adjectives=people)
        self.at += 1
        low = self.low(self.at)
        if low == "'s" or (low in ("'", "’") and mention.text.endswith("s")):
            mention.possessive = True
            self.at += 1
            return mention
        at = self.at
        if low == "(" and self.low(at + 2) == ")":
            self.at += 3  # "Ann (Lia Orr), a nurse,"
        if self.low(self.at) != "," or not self._apposition(mention):
            self.at = max(at, self.at) if self.behind is not None else at
        return mention

    def _is_attribute(self) -> bool:
        """Whether the name says which house or car is meant: `the Dietrichson house`."""
        if self.low(self.at - 1) not in ("the", "a", "an", "this", "that"):
            return False
        after = self.low(self.at + 1)
        return after[:1].isalpha() and not (
            after in FUNCTION_WORDS
            or after in AUXILIARIES
            or after in PREPOSITIONS
            or is_adverb(after)
            or is_singular(after)
            or is_past(after)
        )

    def _apposition(self, named: Mention) -> bool:
        """Read what stands between commas behind a name: `Joe, an old friend of Ann's,`."""
        before = self.found[-1] if self.found else None
        if isinstance(before, Word) and before.low in ("in", "at", "near"):
            return False
        begin = self.at + 1
        owner, determiner, at = self.nouns.determiner(begin)
        noun = self.nouns.noun(at) if determiner else None
        if noun is None or self.key(noun.end):
            return False
        if noun.plural or determiner == "number":
            return self._of_both(named, noun, determiner)
        if not self._closes(noun.end):
            return False
        mention = self._mention(begin, noun, determiner, owner)
        mention.predicate = True
        if owner is None and self.low(noun.end) == "of":
            mention.owner = self._of(noun.end + 1)
        self._claim((named,), mention, noun.end)
        return True

    def _closes(self, at: int) -> bool:
        """Whether an apposition may end at a place."""
        low = self.low(at)
        if self._is_listed(at) or (low == "and" and self.low(at + 1) not in PERSON):
            return False
        return not low or low in _CLOSES or low in _GOES_ON

    def _of_both(self, named: Mention, noun: Noun, determiner: str) -> bool:
        """Read what two are together: `Joe and Jerry, two musicians,`."""
        joined, other = self.found[-1:], self.found[-2:-1]
        if determiner != "number" or not joined or self.low(noun.end) not in _CLOSES:
            return False
        if not isinstance(joined[0], Word) or joined[0].low != "and":
            return False
        if not other or not isinstance(other[0], Mention):
            return False
        mention = Mention("noun", noun.nouns[0], nouns=noun.nouns, predicate=True)
        self._claim((other[0], named), mention, noun.end)
        return True

    def _claim(self, named: Sequence[Mention], mention: Mention, end: int) -> None:
        for one in named:
            one.claims.append(mention)
            one.nouns = (*one.nouns, *mention.nouns)
        # The comma stays: between it and the next stands what is said by the way.
        self.behind = self.words[self.at]
        self.at = end

    def _of(self, at: int) -> Mention | None:
        """Whose relation it is behind `of`: `a friend of Ann's`."""
        if key := self.key(at):
            return Mention("name", self.words[at].text, key=key, possessive=True)
        return None

    # Several

    def _pair(self) -> Mention | None:
        """`the two`, `both of them`, `the couple`: several who are known already."""
        low = self.low(self.at)
        at = self.at + (low == "the")
        if self.low(at) not in _PAIRS or low not in ("the", "both"):
            return None
        if low == "both" and self.low(at + 1) not in ("of", ""):
            return None
        end = at + 1
        if self.low(end) == "of" and self.low(end + 1) == "them":
            end += 2
        elif self.low(end) in RELATIONAL or self.low(end) in PERSONS_PLURAL:
            return None
        self.at = end
        return Mention("pronoun", "they", plural=True, noun=self.low(at))


def is_predicate_noun(items: Sequence[Item], place: int) -> bool:
    """Whether a noun is what someone is said to be: `is a reporter`.

    Examples
    --------
    >>> is_predicate_noun([Word("is", "is"), Mention("noun", "a spy")], 1)
    True
    """
    for at in range(place - 1, -1, -1):
        item = items[at]
        if not isinstance(item, Word):
            return False
        if not is_adverb(item.low) and item.low != "not":
            return item.low in COPULAS
    return False
