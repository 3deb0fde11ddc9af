"""Names of a plot that act as persons do, though no sentence introduces them.

`Tom tells Ann` says that Tom is someone: a first name that does something, or a name that does
what only a person does.  Only in a plot: elsewhere names are often those of real people.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from filmgraph.names import fold
from filmgraph.text.mentions import Masked, Name, name_pattern, unmask
from filmgraph.text.story.given_names import EITHER_NAMES, FEMALE_NAMES, MALE_NAMES, MASS_NAMES
from filmgraph.text.story.grammar import is_adverb
from filmgraph.text.story.person_words import PERSON, RELATIONAL
from filmgraph.text.story.place_names import PLACE_WORDS, PLACES
from filmgraph.text.story.remarks import manner_of
from filmgraph.text.story.verbs import AUXILIARIES, HUMAN, bases, is_past, is_singular
from filmgraph.text.words import DEMONYMS, NOT_NAMES, TITLES, WORD_NAMES, word_set

__all__ = ["acting_names"]

_GIVEN: Final = MALE_NAMES | FEMALE_NAMES | EITHER_NAMES
_PLAYER = re.compile(r"(?:\(|\b(?:played|portrayed|voiced|performed) by |\bstarring )\Z")
"""In front of a name: it is an actor's."""
_AUTHOR = re.compile(
    r"\b(?:by|novel|book|story|song|songs|music|film|films|movie|poem|play) (?:of )?\Z"
)
"""In front of a name: it may be that of a real person."""
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|any|every) (?:[\w\-]+ )?\Z", re.IGNORECASE)
_IS = re.compile(
    r", (?:an?|the|his|her|their) (?:[\w\-]+ ){0,3}?([a-z][\w\-]*)"
    r"(?:,| (?:who|whose|of|from|in|at|with|for)\b)"
)
_NAMED = re.compile(r"([a-z][\w\-]*),? (?:who is |only )?(?:named|called|nicknamed|known as) \Z")
_BESIDE = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|an?|the)|['’‘]s) (?:[\w\-]+ ){0,3}?([a-z][\w\-]*)(,)? \Z"
)
_THE = re.compile(r"\bthe \Z", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near|aboard|throughout|across|since|until) \Z", re.IGNORECASE)
_NEXT = re.compile(r"(?:,? (?:also|who) |,? )?([a-z][\w\-]*)(?: ([a-z][\w\-]*))?")
_ASIDE = re.compile(r", [^,;.]{1,80}, ([a-z]+)")
_OWNS = re.compile(r"['’‘]s? ((?:[a-z\-]+ ){0,2}?)([a-z\-]+)")
_BODY: Final = word_set(
    "apartment arms bed body car desk eyes face family feelings hand hands head heart help house "
    "letter life love mind office parents past place room"
)
_MONTHS: Final = word_set("april august june may")
_NOBODY: Final = word_set("god jesus christ buddha santa satan allah")


def acting_names(masked: Sequence[Masked]) -> list[Name]:
    """The names of a plot that are surely persons'.

    Parameters
    ----------
    masked : sequence of Masked
        The sentences of a plot.

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> [name.text for name in acting_names([mask("In Rome, Tom begs Otero to leave Paris.")])]
    ['Tom']
    >>> [name.text for name in acting_names([mask("Otero refuses.")])]
    ['Otero']
    """
    signs: dict[str, set[str]] = defaultdict(set)
    names: dict[str, Name] = {}
    for sentence in masked:
        of_film = manner_of(unmask(sentence)) == "film"
        for match in re.finditer(name_pattern("at"), sentence.text):
            name = sentence.names[int(match["at"])]
            before, after = sentence.text[: match.start()], sentence.text[match.end() :]
            new_year = name.text == "Eve" and before.endswith(("'s ", "’s "))
            if _may_be_someone(name) and not _PLAYER.search(before) and not new_year:
                key = fold(name.text)
                names.setdefault(key, name)
                if not of_film and not _AUTHOR.search(before):
                    signs[key] |= {"seen", *_signs(name, before, after)}
    sure = {key for key, name in names.items() if _is_person(name, signs[key])}
    return [
        name for key, name in names.items() if key in sure or _is_longer(name, key, sure, signs)
    ]


def _is_longer(name: Name, key: str, sure: set[str], signs: Mapping[str, set[str]]) -> bool:
    """Whether a name is a longer one of someone who is called by a part of it elsewhere."""
    if len(name.words) == 1 or "thing" in signs[key]:
        return False
    words = key.split()
    size = len(words)
    runs = {" ".join(words[i:j]) for i in range(size) for j in range(i + 1, size + 1)} - {key}
    if "seen" not in signs[key]:  # it stands where real people's names do
        return _first(name) in _GIVEN and bool(sure & runs)
    return bool(sure & runs) or ("given" in signs[key] and bool(runs & signs.keys()))


def _may_be_someone(name: Name) -> bool:
    words = [word.lower().rstrip(".") for word in name.words]
    if (
        name.text in PLACES
        or name.words[-1] in PLACES
        or words[-1] in PLACE_WORDS
        or len(words) > 4
    ):
        return False
    if any(word in NOT_NAMES or word in DEMONYMS or word in _NOBODY for word in words):
        return False
    if name.first and len(words) == 1 and words[0] in MASS_NAMES:
        return False
    return any(word[:1].isalpha() for word in words) and not name.text.isupper()


def _signs(name: Name, before: str, after: str) -> set[str]:
    """What one place of a text shows of a name: `given`, `does`, `human`, `owns`, or `thing`."""
    if _THE.search(before) or name.stripped.lower() == "the":
        return {"thing"}
    found = _said(before, after)
    if not _ARTICLE.search(before) and _first(name) in _GIVEN:
        found.add("given")
    owned = _OWNS.match(after)
    if owned and (owned[2] in RELATIONAL or (owned[2] in _BODY and "given" in found)):
        found.add("owns")
    if aside := _ASIDE.match(after):
        found |= _doing(aside[1], "")
    following = _NEXT.match(after)
    if following and after[:1] in (" ", ","):
        found |= _doing(following[1], following[2] or "")
    return found


def _said(before: str, after: str) -> set[str]:
    """What the words for persons and places beside a name show of it."""
    found = set()
    placed = bool(_PLACED.search(before))
    if placed and not after.startswith(("'s", "’s")):
        found.add("thing")
    said, named, beside = _IS.match(after), _NAMED.search(before), _BESIDE.search(before)
    if (said and said[1] in PERSON and not placed) or (named and named[1] in PERSON):
        found.add("owns")
    if beside and beside[1] in PERSON and (beside[2] is None or after[:1] in (",", ".", ";", " ")):
        # "his boss Orr" and "his boss, Orr," are sure; "a boss, Orr," is so of a first name only.
        sure = beside[2] is None or beside[0][:2] not in ("a ", "an", "th")
        found.add("owns" if sure else "beside")
    return found


def _doing(word: str, next_word: str) -> set[str]:
    verb = next_word if is_adverb(word) or word in ("who", "and") else word
    if verb in AUXILIARIES:
        return {"does"}
    if not (is_singular(verb) or is_past(verb)):
        return set()
    return {"does", "human"} if HUMAN & {*bases(verb)} else {"does"}


def _is_person(name: Name, signs: set[str]) -> bool:
    if name.text.lower() in _MONTHS:
        return bool(signs & {"human", "owns"}) and "thing" not in signs
    if "given" in signs:
        return bool(signs & {"does", "owns", "beside"}) or len(name.words) == 1
    return bool(signs & {"human", "owns"}) and "thing" not in signs


def _first(name: Name) -> str:
    words = [word.lower().rstrip(".") for word in name.words]
    first = next((word for word in words if word not in TITLES), "")
    # "Grace Wheeler" is someone, "Grace" alone may be anything.
    return "tom" if first in WORD_NAMES and len(words) > 1 else first
