"""The characters of one film: its names, parted from what is nobody's.

A name is a character's if what speaks for it outweighs what speaks against it, and none of its
words is a place's, an institution's, a figure's of history, or a common one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from filmgraph.names import fold
from filmgraph.text.mentions import Masked, Name
from filmgraph.text.motivations.cues import Cue
from filmgraph.text.motivations.joining import (
    ALL_TITLES,
    Person,
    Tally,
    folded,
    join,
    untitled,
    without_slips,
)
from filmgraph.text.motivations.lists import FIGURES, INSTITUTIONS, PLACE_NAMES
from filmgraph.text.motivations.words import PERSON_NOUNS
from filmgraph.text.story.given_names import EITHER_NAMES, FEMALE_NAMES, MALE_NAMES
from filmgraph.text.words import (
    DEMONYMS,
    FUNCTION_WORDS,
    NOT_NAMES,
    WORD_NAMES,
    word_set,
)

__all__ = ["core_of", "people_of"]

_GIVEN: Final = (EITHER_NAMES | FEMALE_NAMES | MALE_NAMES) - WORD_NAMES - PLACE_NAMES
_NEVER_PLAIN: Final = _GIVEN | ALL_TITLES | WORD_NAMES
_HEADS: Final = word_set(
    "doctors detectives officers agents lovers brothers sisters professors astronauts captains "
    "scientists friends protagonists newlyweds divorcees first second third prime vice supreme ex "
    "past future special high interpol starfleet stormtrooper oligarch"
)
"""Words that stand before a name with a capital and are no part of it."""
_OFFICES: Final = word_set(
    "ai atf bbc ceo cfo cia cio da dea fbi fsb gi gp ibm imf kgb la lapd mi5 mi6 mp nasa nsa nypd "
    "pi pow pr raf sas ss swat tv uk un us usaf usaaf uss hms"
)
_BEFORE_NAMES: Final = _OFFICES - {"hms", "ss", "uss"}
_INSIDE: Final = (_OFFICES - {"da", "la", "us"}) | {"young", "old"}
_SHIPS: Final = word_set("hms ias iss ms rms ss uscss uss ussr usm")
_NO_PERSON: Final = INSTITUTIONS | PLACE_NAMES | DEMONYMS | NOT_NAMES
_SUFFIXES: Final = ("ity", "ism", "ology", "ness", "ment", "tion")
_LIKE: Final = ("-esque", "-like", "-style", "-type", "-era", "-sized", "-based", "-inspired")
_CONTRACTED: Final = re.compile(r"['’](?:d|ll|re|ve|m|t)\Z")
_MOST_WORDS = 5
_OFTEN = 3
"""So often does a word that is no name alone stand in lower case."""
_MANY_SURE = 4
"""So often must a figure of history or of myth be told of as someone to be a character."""


def core_of(name: Name, lower: Mapping[str, int]) -> tuple[str, ...]:
    """The words of a name without what stands before it: `Lovers Ann`, `FBI agent Ann`.

    Parameters
    ----------
    name : Name
    lower : mapping of str to int
        How often words stand in lower case: a capital at the start of a sentence tells nothing
        of a word that often does.

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> core_of(mask("Lovers Ann Lee and Bo met.").names[0], {"lovers": 9})
    ('Ann', 'Lee')
    """
    words = list(name.words)
    while len(words) > 1:
        word = words[0].lower().rstrip(".")
        begins = name.first and len(words) == len(name.words)
        noun = word in PERSON_NOUNS and word not in ALL_TITLES and word not in _GIVEN
        plain = begins and _is_ordinary(word, lower) and word not in _NEVER_PLAIN
        office = words[0].isupper() and word in _BEFORE_NAMES
        if not (word in _HEADS or noun or plain or office):
            break
        words.pop(0)
    cut = [at for at, word in enumerate(words[:-1]) if at and folded(word) in _INSIDE]
    return tuple(words[cut[-1] + 1 :] if cut else words)


def people_of(
    tallies: Mapping[str, Tally],
    sentences: Iterable[Masked],
    lower: Mapping[str, int],
    others: Collection[str] = (),
) -> list[Person]:
    """The characters among the names of one film.

    Parameters
    ----------
    tallies : mapping of str to Tally
        Each name: how it is spoken of.
    sentences : iterable of Masked
        Where the names stand.
    lower : mapping of str to int
        How often words stand in lower case.
    others : collection of str
        Folded names of people behind the film.

    Examples
    --------
    >>> tally = Tally(("Ann", "Lee"))
    >>> tally.add(["sure"], inside=True)
    >>> [one.name for one in people_of({"Ann Lee": tally}, [], {})]
    ['Ann Lee']
    """
    kept = {
        name: tally
        for name, tally in tallies.items()
        if fold(name) not in others and not _is_no_person(tally, lower)
    }
    joined = join(_without_described(kept, lower), sentences)
    return without_slips([person for person in joined if _is_someone(person, lower)])


def _is_ordinary(word: str, lower: Mapping[str, int]) -> bool:
    return lower.get(word, 0) >= _OFTEN


def _is_no_person(tally: Tally, lower: Mapping[str, int]) -> bool:
    words = [folded(word) for word in untitled(tally.words)]
    if len(tally.words) > _MOST_WORDS or words[0] in _SHIPS or words[-1].endswith(_LIKE):
        return True
    if any(word in FIGURES for word in words) and not _is_often_someone(tally):
        return True
    if words[0] in _GIVEN and len(words) > 1 and tally.sure:
        return False  # Annie Hall
    if any(word in _NO_PERSON for word in words):
        return True
    return len(tally.words) == 1 and _is_no_single(tally, words[0], lower)


def _is_often_someone(tally: Tally) -> bool:
    return tally.sure >= max(_MANY_SURE, _MANY_SURE * tally.cues["against"])


def _is_no_single(tally: Tally, word: str, lower: Mapping[str, int]) -> bool:
    """Whether a name of one word is a common word, a people, a code."""
    if (
        _CONTRACTED.search(word)
        or len(word) < 2
        or word in ALL_TITLES
        or word in PERSON_NOUNS
        or word in FUNCTION_WORDS
    ):
        return True
    plural = word.endswith("s") and (_is_ordinary(word[:-1], lower) or word[:-1] in DEMONYMS)
    if word.endswith("ly") and not tally.inside and word not in _GIVEN:
        return True
    if plural or (word.endswith(_SUFFIXES) and word not in WORD_NAMES):
        return True
    if _is_ordinary(word, lower) and (
        not tally.inside or (tally.count < 2 and word not in WORD_NAMES)
    ):
        return True
    written = tally.words[0]
    code = (written.rstrip("s").isupper() and len(word) > 2) or any(c.isdigit() for c in word)
    return code and not tally.cues["called"]


def _without_described(kept: Mapping[str, Tally], lower: Mapping[str, int]) -> dict[str, Tally]:
    """The names without `Young Ann` where Ann is named alone, too, and more often.

    The word before may tell of another Ann (`Baby Ann`), so the two are not joined.
    """
    found = dict(kept)
    for name, tally in kept.items():
        head, *rest = tally.words
        alone = kept.get(" ".join(rest))
        plain = _is_ordinary(folded(head), lower) and folded(head) not in _NEVER_PLAIN
        if alone is not None and plain and alone.count > tally.count:
            del found[name]
    return found


def _is_someone(person: Person, lower: Mapping[str, int]) -> bool:
    """Whether what speaks for a character outweighs what speaks against it."""
    total: dict[Cue, int] = defaultdict(int)
    for tally in person.tallies.values():
        for cue, count in tally.cues.items():
            total[cue] += count
    sure, fair, against = total["sure"] + total["called"], total["fair"], total["against"]
    given = person.words[0] in _GIVEN
    if sure:
        return against <= sure + fair // 3 and 2 * sure + fair + given - 2 * against >= 2
    if against or (not fair and not given):
        return False
    if given:
        return fair > 0 or sum(tally.count for tally in person.tallies.values()) > 1
    return _is_like_a_name(person, fair, lower)


def _is_like_a_name(person: Person, fair: int, lower: Mapping[str, int]) -> bool:
    """The same where nothing is sure: no word of the name may be anything else."""
    if any(_is_many(word) for word in person.words):
        return False
    if len(person.words) > 1:
        return not any(_is_ordinary(word, lower) for word in person.words)
    if any(tally.inside for tally in person.tallies.values()):
        return fair > 1
    return person.words[0] not in lower and "-" not in person.name


def _is_many(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("us", "is", "as", "os", "ss"))
