"""One character, several forms of a name: which belong together, and which are slips.

A shorter form (`Ripley`, `Dr. Lee`) belongs to a longer one where only one character of the film
can be meant; where two can, nobody is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz.distance import OSA

from filmgraph.names import fold
from filmgraph.text.mentions import Masked
from filmgraph.text.motivations.cues import Cue
from filmgraph.text.words import TITLES, word_set

__all__ = ["ALL_TITLES", "Person", "Tally", "folded", "join", "untitled", "without_slips"]

_MORE_TITLES: Final = word_set(
    "admiral ambassador baroness bishop cardinal chancellor chief commissioner commandant "
    "commodore congressman corporal councilman councilwoman count dame doc emperor empress ensign "
    "general grandma grandpa granny marshal mayor nurse sensei trooper"
)
ALL_TITLES: Final = TITLES | _MORE_TITLES
"""Titles before a name, of persons who have names in films."""
_SAME_TITLE: Final = {
    "doctor": "dr",
    "doc": "dr",
    "professor": "prof",
    "lieutenant": "lt",
    "captain": "capt",
    "colonel": "col",
    "sergeant": "sgt",
    "general": "gen",
    "detective": "det",
    "inspector": "insp",
    "reverend": "rev",
    "major": "maj",
}
_LETTERS_FOR_A_SLIP = 5
"""A slip of the pen may be expected once in so many letters."""
_MOST_COMPARED = 500
"""Of more characters than these, slips are not looked for."""


@dataclass(slots=True)
class Tally:
    """How a name is spoken of: the cues for and against, and how often inside a sentence."""

    words: tuple[str, ...]
    cues: dict[Cue, int] = field(default_factory=lambda: defaultdict(int))
    inside: int = 0
    count: int = 0

    @property
    def sure(self) -> int:
        """The cues that only persons have."""
        return self.cues["sure"] + self.cues["called"]

    def add(self, found: Iterable[Cue], *, inside: bool) -> None:
        """Count one more time that the name is used."""
        self.count += 1
        self.inside += inside
        for cue in found:
            self.cues[cue] += 1


@dataclass(slots=True)
class Person:
    """Someone, with the forms of the name that the film's motivations use."""

    words: tuple[str, ...]
    titles: set[str]
    tallies: dict[str, Tally] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The fullest form; the title only where the name is one word."""
        longest = max(self.tallies, key=lambda form: (len(self.tallies[form].words), form))
        if len(self.words) == 1:
            return longest
        return " ".join(untitled(max(self.tallies.values(), key=_fullness).words))

    @property
    def count(self) -> int:
        """How often the motivations name them."""
        return sum(tally.count for tally in self.tallies.values())

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other forms."""
        return tuple(sorted(set(self.tallies) - {self.name}))


def _fullness(tally: Tally) -> tuple[int, int, tuple[str, ...]]:
    return len(untitled(tally.words)), tally.count, tally.words


def folded(word: str) -> str:
    """A word in lower case, without the full stop of an abbreviation.

    Examples
    --------
    >>> folded("Dr.")
    'dr'
    """
    return word.lower().rstrip(".")


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its titles; a title alone stays.

    Examples
    --------
    >>> untitled(("Professor", "Sir", "Ann", "Lee"))
    ('Ann', 'Lee')
    """
    start = 0
    while start < len(words) - 1 and folded(words[start]) in ALL_TITLES:
        start += 1
    return words[start:]


def join(tallies: Mapping[str, Tally], sentences: Iterable[Masked]) -> list[Person]:
    """The forms of names that are one character's, together.

    Parameters
    ----------
    tallies : mapping of str to Tally
        Each form: how it is spoken of.
    sentences : iterable of Masked
        Where they stand: `Ann and Bo Lee` have one last name.

    Examples
    --------
    >>> forms = {"Ann Lee": Tally(("Ann", "Lee")), "Lee": Tally(("Lee",))}
    >>> [(one.name, one.aliases) for one in join(forms, [])]
    [('Ann Lee', ('Lee',))]
    """
    full: dict[tuple[str, ...], Person] = {}
    titled: dict[tuple[str, str], Person] = {}
    single: dict[str, Person] = {}
    for form, tally in tallies.items():
        words = tuple(fold(word) for word in untitled(tally.words))
        title = " ".join(map(folded, tally.words[: len(tally.words) - len(words)]))
        title = _SAME_TITLE.get(title, title)
        if len(words) > 1:
            person = full.setdefault(words, Person(words, set()))
        elif title:
            person = titled.setdefault((title, words[0]), Person(words, set()))
        else:
            person = single.setdefault(words[0], Person(words, set()))
        person.titles.add(title)
        person.tallies[form] = tally
    shared = _surnames_shared(sentences)
    found = _with_titled([*full.values()], titled.values(), shared)
    return _with_single(found, single.values(), shared)


def _surnames_shared(sentences: Iterable[Masked]) -> set[str]:
    """Last names in `Ann and Bo Lee`, which are both their names."""
    shared = set()
    for sentence in sentences:
        if " and " not in sentence.text and " & " not in sentence.text:
            continue
        for first, second in zip(sentence.names, sentence.names[1:], strict=False):
            if len(first.words) == 1 and len(second.words) > 1:
                shared.add(fold(second.words[-1]))
    return shared


def _holders(people: Iterable[Person]) -> dict[str, list[Person]]:
    """Each word of a name: those who have it."""
    holders: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in dict.fromkeys(person.words):
            holders[word].append(person)
    return holders


def _with_titled(
    full: list[Person], titled: Iterable[Person], shared: Collection[str]
) -> list[Person]:
    holders = _holders(full)
    found = list(full)
    for person in titled:
        # Dr. Lee may be Ann Lee's father: the long form must have the title too.
        (word,) = person.words
        only = holders[word][0] if len(holders[word]) == 1 else None
        if only and word not in shared and person.titles <= only.titles:
            only.tallies |= person.tallies
        else:
            found.append(person)
    return found


def _with_single(
    people: list[Person], single: Iterable[Person], shared: Collection[str]
) -> list[Person]:
    holders = _holders(people)
    found = list(people)
    for person in single:
        (word,) = person.words
        having = holders[word]
        if not having:
            found.append(person)
        elif len(having) == 1 and (word not in shared or _is_first(word, having[0])):
            having[0].tallies |= person.tallies
    return found


def _is_first(word: str, person: Person) -> bool:
    return len(person.words) > 1 and person.words[0] == word


def without_slips(people: Sequence[Person]) -> list[Person]:
    """The characters without those whose name is a slip for that of another, named more often.

    Examples
    --------
    >>> annika = Person(("annika",), set(), {"Annika": Tally(("Annika",), count=9)})
    >>> slip = Person(("anniga",), set(), {"Anniga": Tally(("Anniga",), count=1)})
    >>> [one.name for one in without_slips([annika, slip])]
    ['Annika']
    """
    if len(people) > _MOST_COMPARED:
        return list(people)
    named = [(" ".join(person.words), person.count) for person in people]
    return [
        person
        for person, (name, count) in zip(people, named, strict=True)
        if not any(more > count and _is_slip(name, other) for other, more in named)
    ]


def _is_slip(name: str, other: str) -> bool:
    most = len(name) // _LETTERS_FOR_A_SLIP
    return OSA.distance(name, other, score_cutoff=most) <= most
