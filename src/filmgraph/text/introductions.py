"""Characters whom a sentence introduces by name, with or without an actor.

Only what is certain: a word for a person stands beside the name (`her neighbour, Ann Lee,`,
`a boy named Tom`, `Rick, a gambler,`), or a title that only persons have (`Dr. Lee`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmgraph.text.mentions import Masked, Name, name_pattern
from filmgraph.text.words import (
    CREATURES,
    DEMONYMS,
    NOT_NAMES,
    PERSONS,
    SURE_TITLES,
    UNCERTAIN_PERSONS,
)

__all__ = ["Introduction", "about_the_film", "introductions"]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence says that a name is someone's."""

    name: Name
    sentence: int


_X = name_pattern("x")
_ENDS = r"(?![\w\-‐])"
_OWNER = r"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)|['’‘]s) "
_NOUN = r"(?P<noun>[^\W\d_][\w\-]*)"
_WORDS = r"(?:[\w\-]+ ){0,4}?"
_CLOSE = r"(?=\s?[,.;:)!?–—]|\s?\Z|['’‘]s\b)"

_NAMED = re.compile(rf"{_NOUN} (?:who is |only )?(?:named|called|known as|nicknamed) {_X}{_ENDS}")
_BESIDE = re.compile(rf"{_NOUN} {_X}{_ENDS}")
_APPOSED = re.compile(rf"{_OWNER}{_WORDS}{_NOUN}, {_X}{_CLOSE}")
_BEFORE = re.compile(
    rf"{_X}, (?:an?|the|his|her|their) (?:[\w\-]+ ){{0,5}}?{_NOUN}"
    r"(?=[,.;)]| (?:who|whose|from|in|of|at|with|on)\b|\Z)"
)
_PLACE = re.compile(
    r"\b(?:in|on|at|during|after|before|since|until|near|through|across|into|inside|outside|around|"
    r"aboard|from|of|over|under|between|the)\b[^,;:.]*\Z",
    re.IGNORECASE,
)
_RULES = (
    (_NAMED, PERSONS | UNCERTAIN_PERSONS | CREATURES),
    (_BESIDE, PERSONS),
    (_APPOSED, PERSONS),
    (_BEFORE, PERSONS | UNCERTAIN_PERSONS),
)
_LOOK_BACK = 80
_ABOUT_THE_FILM = re.compile(
    r"\b(?:starring|co-stars|(?:directed|written|produced) by|the (?:film|novel|movie) "
    r"(?:is|was|stars|features)|is an? (?:[\w\-]+ ){0,6}film)\b"
)
"""Cues that a sentence is about the making of the film: its names are real people's."""


def about_the_film(text: str) -> bool:
    """Whether a sentence is about the making of the film, so that its names are real people's.

    Examples
    --------
    >>> about_the_film("It was directed by Ann Lee."), about_the_film("She meets Ann Lee.")
    (True, False)
    """
    return bool(_ABOUT_THE_FILM.search(text))


def introductions(masked: Sequence[Masked]) -> Iterator[Introduction]:
    """The names that the sentences introduce as someone's.

    Parameters
    ----------
    masked : sequence of Masked

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> found = introductions([mask("In Lisbon, her neighbour, Ann Lee, hides Dr. Otto Falk.")])
    >>> [one.name.text for one in found]
    ['Ann Lee', 'Dr. Otto Falk']
    """
    for index, sentence in enumerate(masked):
        if about_the_film(sentence.text):
            continue
        found = {number for number in _numbers(sentence) if _may_be_someone(sentence, number)}
        for number in sorted(found):
            yield Introduction(sentence.names[number], index)


def _numbers(sentence: Masked) -> Iterator[int]:
    for number, name in enumerate(sentence.names):
        if len(name.words) > 1 and name.words[0].lower().rstrip(".") in SURE_TITLES:
            yield number
    for rule, nouns in _RULES:
        for match in rule.finditer(sentence.text):
            if match["noun"].lower() not in nouns:
                continue
            if rule is _BEFORE and _in_place(sentence.text, match.start()):
                continue
            if rule is not _BESIDE or match["noun"].islower() or _is_full(sentence, match):
                yield int(match["x"])


def _in_place(text: str, at: int) -> bool:
    """Whether a name at a place in the text stands behind a preposition: `In Paris, a widow`."""
    return bool(_PLACE.search(text[max(0, at - _LOOK_BACK) : at]))


def _is_full(sentence: Masked, match: re.Match[str]) -> bool:
    # "Widow Ann Lee" is someone, "Killer Nerd" may be a title.
    return len(sentence.names[int(match["x"])].words) > 1


def _may_be_someone(sentence: Masked, number: int) -> bool:
    words = [word.lower().rstrip(".") for word in sentence.names[number].words]
    return not any(word in NOT_NAMES or word in DEMONYMS for word in words)
