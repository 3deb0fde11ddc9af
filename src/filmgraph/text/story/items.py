"""A sentence as a row of words and of mentions of persons."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from filmgraph.text.levels import Told
from filmgraph.text.mentions import Masked, Name, name_pattern

__all__ = ["Item", "Mention", "Predicate", "Reading", "Word", "follows", "low_at", "words_of"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign of punctuation, or a name that is no person's.

    Examples
    --------
    >>> Word("Rome", "rome").low
    'rome'
    """

    text: str
    low: str
    name: Name | None = None


@dataclass(slots=True)
class Mention:
    """Where a sentence speaks of someone.

    Attributes
    ----------
    kind : str
        `name`, `noun` (`the porter`), `pronoun`.
    text : str
        As it stands; of a pronoun in lower case.
    key : str
        Of a name, the folded name of the character.
    who : tuple of int
        Who is meant, as numbers of `People`; nothing if it is not sure.
    maybe : frozenset of int
        Of a pronoun that is not sure: who may be meant.
    possessive, joined, subject, predicate : bool
        Whose something is; joined by `and` to the mention before; who does something; what
        someone is said to be.
    determiner : str
        `a`, `the`, `poss`, `number`, or nothing: of a noun.
    noun : str
        What the person is, in the singular: `college student`.
    nouns : tuple of str
        All nouns that the mention gives: `friend and colleague Barton Keyes`.
    plural : bool
    adjectives : tuple of str
        The words between determiner and noun.
    owner : Mention, optional
        Whose relation it is: `her landlady`.
    unclear : bool
        Whether a name stands beside it that is no character's.
    claims : list of Mention
        The nouns that stand beside a name.
    """

    kind: Literal["name", "noun", "pronoun"]
    text: str
    key: str = ""
    who: tuple[int, ...] = ()
    maybe: frozenset[int] = frozenset()
    possessive: bool = False
    joined: bool = False
    subject: bool = False
    predicate: bool = False
    determiner: str = ""
    noun: str = ""
    nouns: tuple[str, ...] = ()
    plural: bool = False
    adjectives: tuple[str, ...] = ()
    owner: "Mention | None" = None
    unclear: bool = False
    claims: list["Mention"] = field(default_factory=list)

    @property
    def is_reflexive(self) -> bool:
        """Whether it is `himself`, `herself` or `themselves`."""
        return self.kind == "pronoun" and self.text.endswith(("self", "selves"))


Item: TypeAlias = Word | Mention


@dataclass(frozen=True, slots=True)
class Predicate:
    """What someone does or is, in one clause.

    Attributes
    ----------
    subject : int, optional
        Place of the mention that does it; None where a thing does it to someone.
    verb : int
        Place of the verb.
    level : str
        `main`, `time` (when, after …), `relative`, `other` (because, that, if …).
    acts : bool
        Whether it tells that something happens.
    past : bool
        Whether it happened earlier than what is told: `had left`.
    denied : bool
        Whether it is said not to be so: `never leaves`.
    """

    subject: int | None
    verb: int
    level: Literal["main", "time", "relative", "other"]
    acts: bool
    past: bool = False
    denied: bool = False


@dataclass(slots=True)
class Reading:
    """A sentence that has been read.

    Attributes
    ----------
    told : Told
    number : int
        Its place among the sentences of the plot, from 1; 0 in the synopsis.
    items : list of Word or Mention
    predicates : list of Predicate
    """

    told: Told
    number: int
    items: list[Item] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)

    @property
    def mentions(self) -> list[Mention]:
        """The mentions among its items, in their order."""
        return [item for item in self.items if isinstance(item, Mention)]


_WORD = re.compile(
    rf"{name_pattern('name')}|['’‘]s\b|[$£€]?\d[\d,.]*\d|\w+n['’]t\b|\w+(?:[\-‐‑]\w+)*|[^\w\s]"
)
_SPACED = re.compile(r"\s+([,.;:!?)\]'’])")


def words_of(masked: Masked) -> list[Word]:
    """The words of a sentence, each name being one.

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> [word.text for word in words_of(mask("Then Ann Lee's son pays $3,000."))]
    ['Then', 'Ann Lee', "'s", 'son', 'pays', '$3,000', '.']
    """
    found = []
    for match in _WORD.finditer(masked.text):
        if match["name"] is not None:
            name = masked.names[int(match["name"])]
            found.append(Word(name.text, name.text.lower(), name))
        else:
            text = match.group()
            found.append(Word(text, text.lower().replace("’", "'").replace("‘", "'")))
    return found


def low_at(items: Sequence[Item], place: int) -> str:
    """The word at a place in lower case; nothing for a mention, and where there is no such place.

    Examples
    --------
    >>> low_at([Mention("name", "Ann"), Word("Waits", "waits")], 1)
    'waits'
    """
    item = items[place] if 0 <= place < len(items) else None
    return item.low if isinstance(item, Word) else ""


def follows(items: Sequence[Item], place: int, most: int = 8) -> str:
    """What stands behind a place, each person being the sign U+E000, but for `himself`.

    Examples
    --------
    >>> follows([Word("sees", "sees"), Mention("pronoun", "him"), Word(".", ".")], 0)
    ' \\ue000.'
    """
    shown = (
        one.low if isinstance(one, Word) else one.text if one.is_reflexive else "\ue000"
        for one in items[place + 1 : place + 1 + most]
    )
    return _SPACED.sub(r"\1", "".join(f" {text}" for text in shown))
