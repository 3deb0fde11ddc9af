"""Whom a pronoun means: someone only if exactly one candidate fits.

Candidates are those whom the sentence names before the pronoun; if nobody of them fits, those of
the sentence before, and so on, three sentences back.  Grammar takes some out: in `Tom hits him`
he is not Tom, and in `he tells Tom` neither.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from filmgraph.text.story.grammar import CONJUNCTIONS, PRONOUN_GENDER, REASON, TEMPORAL
from filmgraph.text.story.items import Mention, Reading, Word
from filmgraph.text.story.people import People
from filmgraph.text.story.person_words import FEMALE, MALE
from filmgraph.text.story.verbs import bases

__all__ = ["Pronouns", "Seen"]

_BACK: Final = 3
_STRANGER: Final = -1
_SIZES: Final = {"two": 2, "pair": 2, "couple": 2, "duo": 2, "both": 2, "three": 3, "trio": 3}
_KILLS: Final = frozenset({"kill", "murder", "strangle", "execute", "assassinate", "behead"})


@dataclass(frozen=True, slots=True)
class Seen:
    """Who was mentioned: surely, or perhaps; and whether as the subject.

    A stranger is somebody (`m`, `f` or `?`) of whom it is not known who it is.
    """

    who: tuple[int, ...]
    maybe: frozenset[int] = frozenset()
    subject: bool = False
    owner: bool = False
    stranger: str = ""
    joined: bool = False


class Pronouns:
    """Keeps who was mentioned lately, and says whom a pronoun means."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.before: deque[list[Seen]] = deque(maxlen=_BACK)
        self.here: list[Seen] = []
        self.dead: set[int] = set()

    def next_sentence(self, reading: Reading) -> None:
        """What was said so far is the sentence before; who was killed in it does nothing more."""
        self.dead |= _killed(reading)
        if self.here:
            self.before.appendleft(self.here)
        self.here = []

    def saw(self, mention: Mention) -> None:
        """Note a mention that was resolved, or was not."""
        stranger = _stranger(mention)
        if mention.who or mention.maybe or stranger:
            self.here.append(
                Seen(
                    mention.who,
                    mention.maybe,
                    mention.subject,
                    mention.possessive,
                    stranger,
                    mention.joined,
                )
            )

    def meant(
        self, reading: Reading, place: int, mention: Mention, not_: Iterable[int] = ()
    ) -> None:
        """Find whom a pronoun means, or may mean.

        Parameters
        ----------
        reading : Reading
        place : int
            Where the pronoun, or the phrase that it begins, stands.
        mention : Mention
            The pronoun.
        not_ : iterable of int
            Who is not meant.
        """
        gender = PRONOUN_GENDER[mention.text]
        if mention.is_reflexive:
            subject = _doer(reading, place)
            mention.who = subject.who if subject else ()
            return
        if _of_a_stranger(reading, place):
            return
        if mention.possessive and self._joined_owner(reading, place, mention, gender):
            return
        excluded = {*not_, *self._excluded(reading, place, mention)}
        if mention.text in ("he", "she", "they"):
            excluded |= self.dead
        if gender == "p":
            self._several(mention, excluded)
        else:
            self._one(reading, place, mention, gender, excluded)

    def _joined_owner(self, reading: Reading, place: int, mention: Mention, gender: str) -> bool:
        """Whether it is whose name stands right before: `Spats and his men`."""
        if place < 2 or not isinstance(reading.items[place - 1], Word):
            return False
        joined, before = reading.items[place - 1], reading.items[place - 2]
        if not isinstance(before, Mention) or getattr(joined, "low", "") not in ("and", "with"):
            return False
        if before.possessive or len(before.who) != 1 or gender == "p":
            return False
        if self.people[before.who[0]].gender not in ("", gender):
            return False
        mention.who = before.who
        return True

    # One

    def _one(
        self, reading: Reading, place: int, mention: Mention, gender: str, excluded: set[int]
    ) -> None:
        fits = self._fitting(self.here, gender, excluded)
        if mention.possessive and not any(seen.subject for seen in self.here):
            fits |= self._coming(reading, place, gender, excluded)
        sure = len(fits) == 1 and self._is_sure(fits)
        for scope in self.before:
            if fits and (sure or len(fits) > 1):
                break
            earlier = self._fitting(scope, gender, excluded)
            if earlier:
                sure = not fits and len(earlier) == 1
                sure |= len(fits) == 1 and earlier == fits
                fits |= earlier
                break
        else:
            sure = len(fits) == 1
        if (
            len(fits) == 1
            and sure
            and _STRANGER not in fits
            and self._alone(fits, gender, excluded)
        ):
            mention.who = tuple(fits)
            self.people[mention.who[0]].votes[gender] += 1
        else:
            mention.maybe = frozenset(fits - {_STRANGER})

    def _coming(self, reading: Reading, place: int, gender: str, excluded: set[int]) -> set[int]:
        """The subject that follows, who may be meant too: `In his room, Tom sleeps`."""
        for item in reading.items[place + 1 :]:
            if isinstance(item, Mention) and item.subject:
                if item.kind != "name":
                    return set()
                seen = [Seen((self.people.numbers[item.key],))]
                return self._fitting(seen, gender, excluded)
        return set()

    def _alone(self, fits: set[int], gender: str, excluded: set[int]) -> bool:
        """Whether nobody else is near who surely has the gender that the one may have."""
        (number,) = fits
        if self.people[number].gender == gender:
            return True
        near = {n for scope in (self.here, *self.before) for seen in scope for n in seen.who}
        return not any(self.people[n].gender == gender for n in near - fits - excluded)

    def _is_sure(self, fits: set[int]) -> bool:
        """Whether the only one who fits is, or stands beside, a subject of the sentence."""
        return any(seen.subject for seen in self.here)

    def _fitting(self, scope: Sequence[Seen], gender: str, excluded: set[int]) -> set[int]:
        found = {n for seen in scope for n in seen.who}
        found |= {n for seen in scope if not seen.owner for n in seen.maybe}
        found -= excluded
        fits = {
            n for n in found if not self.people[n].plural and self.people[n].gender in ("", gender)
        }
        # A doctor may be a woman; but where a woman was named, `she` is no doctor of whom we
        # do not know it.
        known = {
            n for n in fits if self.people[n].gender == gender or self.people[n].kind == "named"
        }
        strangers = {
            _STRANGER for seen in scope if seen.stranger in ("?", gender) and seen.stranger
        }
        return (known or fits) | strangers

    # Several

    def _several(self, mention: Mention, excluded: set[int]) -> None:
        for scope in (self.here, *self.before):
            options = self._pluralities(scope, excluded, mention)
            if not options:
                continue
            if len(options) == 1:
                mention.who = options.pop()
            else:
                mention.maybe = frozenset(n for option in options for n in option)
            return

    def _pluralities(
        self, scope: Sequence[Seen], excluded: set[int], mention: Mention
    ) -> set[tuple[int, ...]]:
        """Those of a sentence who may be `they`; an empty one stands for who is not known.

        Those named together (`Ann and Joe`) and groups; else the two whom the sentence names.
        """
        found = {n for seen in scope for n in seen.who} - excluded
        groups = {(n,) for n in found if self.people[n].plural} if mention.noun == "" else set()
        size = _SIZES.get(mention.noun, 0)
        together = {
            one for one in _together(scope) if not excluded & {*one} and size in (0, len(one))
        }
        if together:
            return together | groups
        single = tuple(sorted(n for n in found if not self.people[n].plural))
        unsure = {n for seen in scope if not seen.owner for n in seen.maybe} - found
        unknown = bool(unsure) or any(seen.stranger == "p" for seen in scope)
        if len(single) > 2 or (unknown and (single or groups)):
            return groups | {single, ()}
        return groups | ({single} if len(single) == 2 else set())

    # Grammar

    def _excluded(self, reading: Reading, place: int, mention: Mention) -> set[int]:
        if mention.possessive:
            return set()
        if mention.text in ("he", "she", "they"):
            return self._later_names(reading, place)
        doer = _doer(reading, place)
        return self._later_names(reading, place) | (set(doer.who) if doer else set())

    def _later_names(self, reading: Reading, place: int) -> set[int]:
        found: set[int] = set()
        for item in reading.items[place + 1 :]:
            if isinstance(item, Word):
                if item.low in CONJUNCTIONS | TEMPORAL | REASON or item.low in (",", ";", "who"):
                    break
            elif item.kind == "name" and not item.possessive:
                found.add(self.people.numbers[item.key])
        return found


def _doer(reading: Reading, place: int) -> Mention | None:
    """Who does what the clause says in which an object stands.

    In `asks Bob to help him` it is Bob who helps.
    """
    last = max((one for one in reading.predicates if one.verb < place), key=_verb, default=None)
    if last is None:
        return None
    between = reading.items[last.verb + 1 : place]
    to = max((at for at, item in enumerate(between) if _is_to(item)), default=-1)
    if to >= 0:
        asked = [one for one in between[:to] if isinstance(one, Mention) and not one.possessive]
        if asked:
            return asked[-1]
    subject = None if last.subject is None else reading.items[last.subject]
    return subject if isinstance(subject, Mention) else None


def _stranger(mention: Mention) -> str:
    """The gender of someone spoken of of whom it is not known who it is; `p` for several."""
    if mention.kind == "pronoun" and not (mention.who or mention.maybe or mention.possessive):
        return PRONOUN_GENDER.get(mention.text, "")
    if mention.kind != "noun" or mention.who or mention.predicate:
        return ""
    if mention.plural:
        return "p"
    last = mention.noun.rpartition(" ")[2]
    gender = "m" if last in MALE else "f" if last in FEMALE else ""
    known = mention.determiner in ("the", "poss")
    return (gender or ("?" if mention.subject else "")) if known else ""


def _together(scope: Sequence[Seen]) -> set[tuple[int, ...]]:
    """Those whom a sentence names together: `Ann and Joe`, and `they` of whom it is sure."""
    found = set()
    at = 0
    while at < len(scope):
        who = [*scope[at].who]
        while at + 1 < len(scope) and scope[at + 1].joined and scope[at + 1].who:
            at += 1
            who += scope[at].who
        if len(who) > 1:
            found.add(tuple(sorted(set(who))))
        at += 1
    return found


def _of_a_stranger(reading: Reading, place: int) -> bool:
    """Whether it is about someone whom we do not know: `his` in `an elf who lost his hat`."""
    for at in range(place - 1, 0, -1):
        item = reading.items[at]
        if isinstance(item, Word) and item.low in ("who", "whose"):
            before = reading.items[at - 1]
            return isinstance(before, Word) and before.low.isalpha()
        if isinstance(item, Word) and not item.low[0].isalnum():
            return False
    return False


def _killed(reading: Reading) -> set[int]:
    found: set[int] = set()
    for one in reading.predicates:
        word = reading.items[one.verb]
        if not isinstance(word, Word) or not one.acts or not _KILLS & {*bases(word.low)}:
            continue
        behind = reading.items[one.verb + 1] if one.verb + 1 < len(reading.items) else None
        if isinstance(behind, Mention) and not behind.possessive:
            found.update(behind.who)
    return found


def _verb(one: object) -> int:
    return getattr(one, "verb", 0)


def _is_to(item: object) -> bool:
    return isinstance(item, Word) and item.low == "to"
