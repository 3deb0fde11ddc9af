"""Whom each mention of a plot means, and who is in it without a name."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from filmgraph.record import Character
from filmgraph.text.story.grammar import BELIEFS, DETERMINERS, NEGATIONS
from filmgraph.text.story.items import Mention, Reading, Word, low_at
from filmgraph.text.story.people import People, Person
from filmgraph.text.story.person_words import GENERIC, NUMBERS, PROFESSIONALS, RELATIONAL, plural_of
from filmgraph.text.story.phrases import is_predicate_noun
from filmgraph.text.story.pronouns import Pronouns
from filmgraph.text.story.remarks import manner_of
from filmgraph.text.story.traits import afflictions
from filmgraph.text.story.verbs import MODALS, bases
from filmgraph.text.words import DEMONYMS, word_set

__all__ = ["resolve"]

_NOBODY: Final = frozenset({"of", "as", "like", "than", "for", "about", "without", "no"})
"""Behind these words `a man` is no one in particular."""
_SEVERAL: Final = word_set(
    "boy brother child friend girl kid lover man musician partner sibling sister spouse twin "
    "witness woman"
)
_WANTS: Final = word_set("await desire expect lack need require seek want wish")
_UNREAL: Final = word_set(
    "alleged fake false fellow fictional future imaginary intended potential pretend prospective "
    "supposed unborn would-be"
)


def resolve(
    readings: Sequence[Reading],
    characters: Sequence[Character],
    uses: Mapping[str, int] | None = None,
) -> People:
    """The people of a plot; each mention of its sentences gets who is meant.

    Parameters
    ----------
    readings : sequence of Reading
        The sentences of a plot, with their subjects marked.
    characters : sequence of Character
        Those who are named.
    uses : mapping
        Folded name: how often the text uses it.

    Returns
    -------
    People

    Examples
    --------
    >>> from filmgraph.text import Told
    >>> him = Mention("pronoun", "him")
    >>> readings = [
    ...     Reading(Told("Joe waits.", "plot"), 1, [Mention("name", "Joe", key="joe")]),
    ...     Reading(Told("A dog bites him.", "plot"), 2, [Word("bites", "bites"), him]),
    ... ]
    >>> people = resolve(readings, [Character(name="Joe")])
    >>> [people[number].name for number in him.who]
    ['Joe']
    """
    genders: dict[str, str] = {}
    only: dict[tuple[str, int], int] = {}
    for _ in range(2):  # what the first reading tells of genders and wives helps the second
        people = People(characters, genders, uses, only)
        resolver = _Resolver(people)
        for reading in readings:
            resolver.read(reading)
        genders, only = people.settled(), people.only_ones()
    return people


class _Resolver:
    """Reads the sentences of a plot in order."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.pronouns = Pronouns(people)
        self.unnamed: dict[str, int] = {}
        self.reading = Reading.__new__(Reading)

    def read(self, reading: Reading) -> None:
        """Find who is meant in the next sentence."""
        self.reading = reading
        if manner_of(reading.told.text) == "film":
            # It is about the film: no one of the story but the characters it names.
            self._name_only(reading)
            return
        for place, item in enumerate(reading.items):
            if isinstance(item, Mention):
                self._forget(item)
                self._mention(place, item)
                self.pronouns.saw(item)
                for number in item.who:
                    self.people[number].told.append(reading.told)
        self._marriages(reading)
        for mention, what in afflictions(reading):
            if len(mention.who) == 1:
                self.people.note(self.people[mention.who[0]], (what,), reading.told)
        self.pronouns.next_sentence(reading)

    def _forget(self, item: Mention) -> None:
        """Nothing of what an earlier reading found holds any more."""
        item.who, item.maybe = (), frozenset()

    def _marriages(self, reading: Reading) -> None:
        """Who marries whom: "her husband" is no one else from then on."""
        for one in reading.predicates:
            word = reading.items[one.verb]
            if one.subject is None or not isinstance(word, Word) or not one.acts:
                continue
            if not {*bases(word.low)} & {"marry", "wed"} or one.level == "other":
                continue
            near = [reading.items[one.subject], *reading.items[one.verb + 1 : one.verb + 2]]
            two = [item.who[0] for item in near if isinstance(item, Mention) and len(item.who) == 1]
            if len(two) == 2:
                self.people.relate(self.people[two[0]], "spouse", two[1], reading.told)
                self.people.relate(self.people[two[1]], "spouse", two[0], reading.told)

    def _name_only(self, reading: Reading) -> None:
        for item in reading.mentions:
            self._forget(item)
            if item.kind == "name":
                item.who = (self.people.numbers[item.key],)
                for claim in item.claims:
                    if claim.owner is None:
                        person = self.people[item.who[0]]
                        said = (*claim.nouns, *_people_of(claim.adjectives))
                        self.people.note(person, said, reading.told)

    def _mention(self, place: int, item: Mention) -> None:
        if item.kind == "pronoun":
            self.pronouns.meant(self.reading, place, item)
        elif item.kind == "name":
            item.who = (self.people.numbers[item.key],)
            person = self.people[item.who[0]]
            self.people.note(person, _people_of(item.adjectives), self.reading.told)
            for claim in item.claims:
                self._claim(place, person, claim)
        else:
            self._noun(place, item)

    # What someone is

    def _claim(self, place: int, person: Person, claim: Mention) -> None:
        """Note what a noun says of someone: what they are, or whose."""
        self.people.note(person, (*claim.nouns, *_people_of(claim.adjectives)), self.reading.told)
        owner = self._owner(place, claim, (person.number,)) or self._having(place, claim)
        if owner is None or not self._is_true(place) or _is_unreal(claim):
            return
        for noun in claim.nouns:
            related = noun.rpartition(" ")[2]
            if related in RELATIONAL:
                word = plural_of(related) if person.plural else related
                for number in owner.who:
                    self.people.relate(person, word, number, self.reading.told)

    def _owner(self, place: int, claim: Mention, not_: tuple[int, ...]) -> Mention | None:
        owner = claim.owner
        if owner is None or not isinstance(owner, Mention):
            return None
        self._forget(owner)
        if owner.kind == "pronoun":
            self.pronouns.meant(self.reading, place, owner, not_)
        else:
            self._mention(place, owner)
        self.pronouns.saw(owner)
        return owner

    def _having(self, place: int, claim: Mention) -> Mention | None:
        """Who has someone: Tom in `Tom has a brother, Bob`."""
        before = low_at(self.reading.items, place - 1)
        subject = self._subject(place)
        has = claim.determiner == "a" and before in ("has", "had", "have")
        return subject if has and subject is not None and len(subject.who) == 1 else None

    def _is_true(self, place: int) -> bool:
        """Whether what is said at a place of a sentence is so: not "poses as her husband"."""
        before = self.reading.items[place - 1] if place else None
        if isinstance(before, Word) and before.low in ("as", "like", "be"):
            return False
        return not any(
            isinstance(item, Word) and ({*bases(item.low)} & {"pretend", "pose", "imagine"})
            for item in self.reading.items[:place]
        )

    def _is_asked(self, place: int) -> bool:
        """Whether the sentence asks who it is: "wonders who her neighbor is"."""
        before = self.reading.items[place - 1] if place else None
        return isinstance(before, Word) and before.low in ("who", "whom", "what")

    # Nouns

    def _noun(self, place: int, item: Mention) -> None:
        item.predicate = is_predicate_noun(self.reading.items, place) or self._is_asked(place)
        if item.unclear or self._is_asked(place):
            self._owner(place, item, ())
        elif item.predicate:
            self._predicate(place, item)
        elif item.owner is not None and item.determiner == "poss":
            self._related(place, item)
        elif item.determiner == "the" and item.plural and item.noun in _SEVERAL:
            self._several(place, item)
        elif item.determiner == "the":
            self._known(place, item)
        elif self._is_somebody(place, item):
            self._new(place, item)

    def _predicate(self, place: int, item: Mention) -> None:
        subject = self._subject(place)
        words = [one.low for one in self.reading.items[:place] if isinstance(one, Word)]
        denied = "to" in words[-3:]
        denied |= any(word in NEGATIONS or word.endswith("n't") for word in words[-4:])
        believed = any({*bases(word)} & BELIEFS or word in MODALS for word in words)
        if subject is None or len(subject.who) != 1 or denied or believed:
            self._owner(place, item, ())
            return
        self._claim(place, self.people[subject.who[0]], item)

    def _subject(self, place: int) -> Mention | None:
        """The subject of the predicate whose verb is the last before a place."""
        verbs = [one for one in self.reading.predicates if one.verb < place]
        last = max(verbs, key=lambda one: one.verb, default=None)
        if last is None or last.subject is None:
            return None
        item = self.reading.items[last.subject]
        return item if isinstance(item, Mention) else None

    def _related(self, place: int, item: Mention) -> None:
        owner = self._owner(place, item, ())
        last = item.noun.rpartition(" ")[2]
        if owner is None or len(owner.who) != 1 or last not in RELATIONAL or self._is_some(place):
            return
        word = plural_of(last) if item.plural else last
        number = owner.who[0]
        known = self.people.related(word, number)
        if len(known) == 1:
            item.who = (known[0].number,)
            self.people.note(known[0], _people_of(item.adjectives), self.reading.told)
        elif not known and not _is_unreal(item) and self._is_true(place):
            name = f"{self.people[number].owning} {word}"
            person = self._add(name, item, (*item.nouns, *_people_of(item.adjectives)))
            self.people.relate(person, word, number, self.reading.told)
            person.owner = number
            item.who = (person.number,)

    def _is_some(self, place: int) -> bool:
        """Whether only some are meant: "two of his men"."""
        before = self.reading.items[max(0, place - 2) : place]
        lows = [one.low for one in before if isinstance(one, Word)]
        return lows[-1:] == ["of"] and (lows[0] in NUMBERS or lows[0] in ("one", "some", "most"))

    def _known(self, place: int, item: Mention) -> None:
        known = self.people.known_as(item.noun)
        known = [one for one in known if one.plural == item.plural]
        if len(known) == 1:
            item.who = (known[0].number,)
        elif not item.plural and item.noun in ("man", "woman"):
            pronoun = Mention("pronoun", "him" if item.noun == "man" else "her")
            self.pronouns.meant(self.reading, place, pronoun)
            item.who = pronoun.who
        elif not known and not item.plural and self._is_role(item):
            item.who = (self._add(f"the {item.noun}", item, item.nouns).number,)

    def _several(self, place: int, item: Mention) -> None:
        """`The friends`: those who were named together."""
        pronoun = Mention("pronoun", "they", plural=True, noun="two", possessive=item.possessive)
        self.pronouns.meant(self.reading, place, pronoun)
        item.who = pronoun.who

    def _is_role(self, item: Mention) -> bool:
        """Whether `the porter` may bring someone in: not "the man", "the brother"."""
        return item.subject and item.noun not in GENERIC and item.noun not in RELATIONAL

    def _is_somebody(self, place: int, item: Mention) -> bool:
        """Whether a noun with `a`, a number or nothing before it brings someone in."""
        items = self.reading.items
        before = items[place - 1] if place else None
        low = before.low if isinstance(before, Word) else ""
        if item.determiner == "":
            followed = low_at(items, place + 1) == "who"
            return item.subject or low in ("by", "from") or followed
        if low in _NOBODY or self._is_embedded(place):
            return False
        near = items[max(0, place - 6) : place]
        clause = [one.low if isinstance(one, Word) else "" for one in near]
        # "to see a doctor": there may be none; "is brought to a doctor": there is one.
        meant = any(
            word == "to" and then and then not in DETERMINERS for word, then in pairwise(clause)
        )
        wanted = any({*bases(word)} & _WANTS for word in clause)
        return not (meant or wanted) and not any(
            word in NEGATIONS or word in MODALS for word in clause
        )

    def _is_embedded(self, place: int) -> bool:
        """Whether it is what someone learns or believes: "realizes that he married a spy"."""
        own = [one for one in self.reading.predicates if one.subject == place]
        verbs = own or [one for one in self.reading.predicates if one.verb < place]
        return bool(verbs) and max(verbs, key=lambda one: one.verb).level == "other"

    def _new(self, place: int, item: Mention) -> None:
        subject = self._subject(place)
        if item.noun in PROFESSIONALS and subject is not None and len(subject.who) == 1:
            self._professional(item, subject.who[0])
            return
        name = _lowered(item.text) if item is self.reading.items[0] else item.text
        if name in self.unnamed:
            # Another one, or the same again: nothing says which.
            self.people[self.unnamed[name]].doubtful = True
            return
        person = self._add(name, item, (*item.nouns, *_people_of(item.adjectives)))
        self.unnamed[name] = person.number
        item.who = (person.number,)

    def _professional(self, item: Mention, client: int) -> None:
        known = self.people.related(item.noun, client)
        if not known:
            name = f"{self.people[client].owning} {item.noun}"
            person = self._add(name, item, item.nouns)
            self.people.relate(person, item.noun, client, self.reading.told)
            person.owner = client
            known = [person]
        item.who = (known[0].number,)

    def _add(self, name: str, item: Mention, nouns: Sequence[str]) -> Person:
        kind = "group" if item.plural else "unnamed"
        return self.people.add(name, kind, nouns, self.reading.told)


def _is_unreal(item: Mention) -> bool:
    """Whether a noun says what someone is not, or not yet: `her would-be husband`."""
    return any(word.lower() in _UNREAL for word in item.adjectives)


def _people_of(adjectives: Sequence[str]) -> tuple[str, ...]:
    """The adjectives of peoples among some: `Latvian`."""
    return tuple(word for word in adjectives if word.lower() in DEMONYMS and word[0].isupper())


def _lowered(text: str) -> str:
    """The words for someone without the capital that begins a sentence."""
    first = text.partition(" ")[0]
    return text if first.lower() in DEMONYMS or not first.istitle() else text[0].lower() + text[1:]
