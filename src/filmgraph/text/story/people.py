"""The people of a story: who they are, and whom a sentence means.

Names are known from the cast.  Nouns and pronouns are followed from sentence to sentence; a
pronoun means someone only if nobody else fits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from filmgraph.curtain import LEVELS
from filmgraph.names import fold
from filmgraph.record import Character
from filmgraph.text.levels import Told
from filmgraph.text.story.given_names import FEMALE_NAMES, MALE_NAMES
from filmgraph.text.story.person_words import FEMALE, MALE, TITLE_GENDER, UNIQUE
from filmgraph.text.words import TITLES

__all__ = ["People", "Person"]

_ABBREVIATED: Final = {
    "capt": "captain",
    "col": "colonel",
    "dr": "doctor",
    "gen": "general",
    "insp": "inspector",
    "lt": "lieutenant",
    "prof": "professor",
    "rev": "reverend",
    "sgt": "sergeant",
}
_SPOUSES: Final = ("husband", "wife", "spouse", "bride", "groom", "bridegroom")
_SIBLINGS: Final = ("brother", "sister", "sibling", "twin", "half-brother", "half-sister")
_PARENTS: Final = ("father", "mother", "parent")
_CHILDREN: Final = ("son", "daughter", "child")
_INVERSE: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_SPOUSES, _SPOUSES),
    **dict.fromkeys(_SIBLINGS, _SIBLINGS),
    **dict.fromkeys(_PARENTS, _CHILDREN),
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **{
        word: (word,)
        for word in (
            "accomplice",
            "classmate",
            "colleague",
            "companion",
            "cousin",
            "enemy",
            "friend",
            "lover",
            "neighbor",
            "neighbour",
            "partner",
            "rival",
            "roommate",
        )
    },
    **dict.fromkeys(("boyfriend", "girlfriend"), ("boyfriend", "girlfriend")),
    **dict.fromkeys(("boss", "employer"), ("assistant", "employee", "secretary")),
}
"""Who is somebody's brother has that one as a brother or sister."""


@dataclass(slots=True, eq=False)
class Person:
    """Someone of the story while it is being read.

    Attributes
    ----------
    number : int
    name : str
        The character's name, or the words of the text: `a barber`, `Sera's landlady`.
    call : str
        The shorter name that the text uses most.
    kind : str
        `named`, `unnamed`, `group`.
    gender : str
        `m`, `f`, or nothing.
    owner : int
        The number of the one whom the name tells: of Sera in `Sera's landlady`; else -1.
    nouns : dict
        What they are, in the order said: `{'pimp': Told(...)}`.
    relations : dict
        What they are to whom: `{('landlady', 1): Told(...)}`.
    told : list of Told
        Where they are mentioned.
    doubtful : bool
        Whether the same words may have meant someone else.
    votes : Counter
        The pronouns that could mean nobody else.
    """

    number: int
    name: str
    call: str
    kind: str
    gender: str = ""
    owner: int = -1
    nouns: dict[str, Told] = field(default_factory=dict)
    relations: dict[tuple[str, int], Told] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    doubtful: bool = False
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def owning(self) -> str:
        """How what is theirs is called: `Ben's`, `the sisters'`."""
        return self.call + ("'" if self.plural and self.call.endswith("s") else "'s")

    @property
    def plural(self) -> bool:
        """Whether they are several."""
        return self.kind == "group"


class People:
    """Everyone of a story, by number; `numbers` leads from a folded name to a number.

    Parameters
    ----------
    characters : sequence of Character
        Those who have a name.
    genders : mapping
        Name: the gender that an earlier reading found.
    uses : mapping
        Folded name: how often the text uses it.
    only : mapping
        Who has a name and is the only wife, mother, … of someone, as an earlier reading found.
    """

    def __init__(
        self,
        characters: Sequence[Character],
        genders: Mapping[str, str],
        uses: Mapping[str, int] | None = None,
        only: Mapping[tuple[str, int], int] | None = None,
    ) -> None:
        self.everyone: list[Person] = []
        self.numbers: dict[str, int] = {}
        self._genders = genders
        self._only = only or {}
        self._by_noun: dict[str, dict[int, None]] = {}
        self._by_relation: dict[tuple[str, int], dict[int, None]] = {}
        for character in characters:
            self._add_named(character, uses or {})

    def __getitem__(self, number: int) -> Person:
        return self.everyone[number]

    def _add_named(self, character: Character, uses: Mapping[str, int]) -> None:
        name = character.name
        number = len(self.everyone)
        gender = self._genders.get(name) or _gender_of(name)
        call = max((name, *character.aliases), key=lambda form: (uses.get(fold(form), 0), form))
        self.everyone.append(Person(number, name, call, "named", gender))
        for form in (name, *character.aliases):
            self.numbers[fold(form)] = number
            self.numbers.setdefault(fold(form.removeprefix("The ")), number)
        # Princess Ann is the princess, and Rev. Jones the reverend.
        first = fold(name).partition(" ")[0]
        title = _ABBREVIATED.get(first, first)
        if title in TITLES:
            self._by_noun.setdefault(title, {})[number] = None

    def add(self, name: str, kind: str, nouns: Sequence[str], told: Told) -> Person:
        """Someone without a name."""
        person = Person(len(self.everyone), name, name, kind, self._genders.get(name, ""))
        self.everyone.append(person)
        person.told.append(told)
        self.note(person, nouns, told)
        return person

    def note(self, person: Person, nouns: Iterable[str], told: Told) -> None:
        """Note what someone is said to be."""
        for noun in nouns:
            known = person.nouns.get(noun)
            if known is None or _is_lower(told, known):
                person.nouns[noun] = told
            last = noun.rpartition(" ")[2]
            for form in (noun, last):
                self._by_noun.setdefault(form, {})[person.number] = None
            if not person.gender:
                person.gender = "m" if last in MALE else "f" if last in FEMALE else ""

    def relate(self, person: Person, noun: str, owner: int, told: Told) -> None:
        """Note what someone is to someone."""
        if person.number != owner:
            known = person.relations.get((noun, owner))
            if known is None or _is_lower(told, known):
                person.relations[noun, owner] = told
            self._by_relation.setdefault((noun, owner), {})[person.number] = None

    def known_as(self, noun: str) -> list[Person]:
        """Those whom a noun may mean: `the porter`."""
        return [self.everyone[number] for number in self._by_noun.get(noun, ())]

    def related(self, noun: str, owner: int) -> list[Person]:
        """Those who are something to someone: the landlady of Sera."""
        found = [self.everyone[number] for number in self._by_relation.get((noun, owner), ())]
        if not found and (noun, owner) in self._only:
            found = [self.everyone[self._only[noun, owner]]]
        if found:
            return found
        gender = "m" if noun in MALE else "f" if noun in FEMALE else ""
        others = (
            self.everyone[whom]
            for related, whom in self.everyone[owner].relations
            if related in _INVERSE.get(noun, ())
        )
        return list(
            dict.fromkeys(one for one in others if not gender or one.gender in ("", gender))
        )

    def only_ones(self) -> dict[tuple[str, int], int]:
        """Who has a name and is the only wife, mother, … of someone who has one.

        Not what only the ending says: that his father is the villain is not known before.
        """
        found: dict[tuple[str, int], set[int]] = {}
        for one in self.everyone:
            for (noun, owner), told in one.relations.items():
                named = one.kind == self.everyone[owner].kind == "named"
                if noun in UNIQUE and named and told.level != "ending":
                    found.setdefault((noun, owner), set()).add(one.number)
        return {key: min(numbers) for key, numbers in found.items() if len(numbers) == 1}

    def settled(self) -> dict[str, str]:
        """The gender of each whose pronouns could mean nobody else."""
        found: dict[str, str] = {}
        for one in self.everyone:
            gender = one.gender
            if not gender and one.votes and not one.plural:
                (gender, most), *rest = one.votes.most_common()
                gender = gender if not rest or most > 2 * rest[0][1] else ""
            if gender:
                found[one.name] = gender
        return found


def _is_lower(told: Told, other: Told) -> bool:
    return LEVELS.index(told.level) < LEVELS.index(other.level)


def _gender_of(name: str) -> str:
    words = fold(name).split()
    first = words[0]
    if first in TITLE_GENDER and len(words) > 1:
        return TITLE_GENDER[first]
    given = next((word for word in words if word not in TITLES), "")
    if given in MALE_NAMES:
        return "m"
    return "f" if given in FEMALE_NAMES else ""
