"""What happens: one event for each sentence of a plot that tells one.

A sentence tells an event if someone does something in it, or something is done to someone, as the
text says it of the story's present: not how someone is, not what is wished, denied or only
described, and no remark about the film.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from filmgraph.text.story.cues import goes_back, speaks_of_flashback
from filmgraph.text.story.grammar import CLAUSE_OPENERS, CONDITION
from filmgraph.text.story.items import Item, Mention, Reading, Word, low_at
from filmgraph.text.story.people import People
from filmgraph.text.story.remarks import manner_of
from filmgraph.text.story.verbs import IRREGULAR, bases, is_participle, is_past, is_singular
from filmgraph.text.words import word_set

__all__ = ["Happening", "happenings"]


@dataclass(frozen=True, slots=True)
class Happening:
    """A sentence that tells an event.

    Attributes
    ----------
    reading : Reading
    what : str
        The sentence, shortened.
    who : tuple of int
        Those who take part, in the order of the sentence.
    earlier : bool
        Whether it happened before what the sentence itself tells: `having lost his job`.
    remembered : bool
        Whether someone remembers it: `recalls how they met`.
    """

    reading: Reading
    what: str
    who: tuple[int, ...]
    earlier: bool = False
    remembered: bool = False


_FRAME: Final = re.compile(
    r"\b(?:the|this) (?:film|movie|picture|story) (?:opens|begins|starts|ends|closes|concludes) "
    r"(?:with|as|when)\b",
    re.IGNORECASE,
)
_MEETINGS: Final = word_set(
    "argument conversation date encounter escape fight kiss meeting quarrel reunion wedding"
)
"""`their reunion`: they take part in it."""
_AS: Final = word_set("as disguised posing dressed")
_PARTED: Final = word_set(
    "all arms arrest body both capture company death either execution front hands help murder "
    "neither none one presence rescue side sight story wedding"
)
"""What `of Ann` behind it makes her take part in."""
_TELLS_OF: Final = word_set("accuse inform remind rob suspect tell warn")
"""`tells him of Ann`."""
_PORTRAYED: Final = re.compile(
    r",? (?:who is )?(?:played|portrayed|voiced|performed) by "
    r"(?:[^\W\d_a-z][\w.'’\-]*(?: |(?=[,.;)]|$)))+(?P<comma>, ?)?(?P<who>who\b|whose\b)?"
)
_OPENING: Final = re.compile(
    r"(?:As (?:luck|fate|chance) would have it|However|Surprisingly|Unfortunately|Meanwhile|Then|"
    r"Later|Eventually|Finally|Soon|Suddenly|In the end|Initially|Instead|Nevertheless|"
    r"In an? (?:[\w\-]+ ){0,2}twist(?: of fate)?|Overjoyed|One (?:day|morning|night|evening)), ",
)
_MOMENTS: Final = word_set(
    "afternoon autumn century day decade evening flashback hour meanwhile midnight minute month "
    "morning night noon spring summer week winter year years"
)
"""What tells when: it is kept in front of an event."""


def happenings(readings: Sequence[Reading], people: People) -> Iterator[Happening]:
    """The events that the sentences of a plot tell, in their order.

    Parameters
    ----------
    readings : sequence of Reading
        The sentences of a plot, read and resolved.
    people : People

    Examples
    --------
    >>> from filmgraph.text import read_story, Told
    >>> story = read_story([Told("Tom is a cook.", "plot"), Told("Tom kisses Ann.", "plot")])
    >>> [event.what for event in story.events]
    ['Tom kisses Ann']
    """
    told = [reading for reading in readings if _tells(reading)]
    in_present = _is_in_present(told)
    for reading in told:
        finder = _Finder(reading, people)
        back = goes_back(reading.told.text) or finder.is_remembered()
        if in_present and finder.is_in_past() and not back:
            continue  # a plot told in the present says in the past what was so, or of the film
        if finder.happens():
            yield Happening(reading, finder.what(), finder.who(), finder.was_before())
        elif finder.is_remembered():
            yield Happening(reading, finder.what(), finder.who(), remembered=True)
        elif (earlier := finder.earlier()) is not None:
            yield earlier


def _tells(reading: Reading) -> bool:
    text = reading.told.text
    return manner_of(text) == "story" or bool(_FRAME.search(text))


def _is_in_present(readings: Sequence[Reading]) -> bool:
    """Whether a plot is told in the present, as nearly all are."""
    tenses = [
        _tense(reading.items, one.verb)
        for reading in readings
        for one in reading.predicates
        if one.acts and one.level == "main"
    ]
    return sum(tense > 0 for tense in tenses) > 2 * sum(tense < 0 for tense in tenses)


def _tense(items: Sequence[Item], verb: int) -> int:
    """1 for a verb in the present, -1 for one in the past, 0 if the form does not tell."""
    near = [item.low for item in items[max(0, verb - 3) : verb] if isinstance(item, Word)]
    if {"is", "are", "has", "have"} & {*near}:
        return 1
    if {"was", "were", "had"} & {*near}:
        return -1
    item = items[verb]
    low = item.low if isinstance(item, Word) else ""
    if is_singular(low):
        return 1
    return -1 if is_past(low) and low not in IRREGULAR else 0


def _without_actor(match: re.Match[str]) -> str:
    """What is left of `, played by Ann Lee,`."""
    if match["comma"] is None:
        return f" {match['who'] or ''}"
    kept = match["who"] or not match.group().startswith(",")
    return f", {match['who'] or ''}" if kept else " "


class _Finder:
    """The rules over one sentence."""

    def __init__(self, reading: Reading, people: People) -> None:
        self.reading = reading
        self.items = reading.items
        self.people = people

    def _low(self, place: int) -> str:
        return low_at(self.items, place)

    def happens(self) -> bool:
        if self._low(0) in CONDITION:
            return False
        if any(one.acts and one.level in ("main", "time") for one in self.reading.predicates):
            return True
        text = self.reading.told.text
        if speaks_of_flashback(text) and any(one.acts for one in self.reading.predicates):
            return True
        return bool(_FRAME.search(text)) and any(self.reading.mentions)

    def is_in_past(self) -> bool:
        """Whether all that is done is told in the past."""
        acts = [one.verb for one in self.reading.predicates if one.acts and not one.past]
        return bool(acts) and all(_tense(self.items, verb) < 0 for verb in acts)

    def is_remembered(self) -> bool:
        """Whether someone remembers what someone did."""
        verbs = {base for one in self.reading.predicates for base in bases(self._low(one.verb))}
        if not verbs & {"remember", "recall"}:
            return False
        return any(one.acts and one.level == "other" for one in self.reading.predicates)

    def was_before(self) -> bool:
        """Whether all that happens had happened: `had left`."""
        acts = [one for one in self.reading.predicates if one.acts and one.level == "main"]
        return bool(acts) and all(one.past for one in acts)

    def earlier(self) -> Happening | None:
        """What had happened, where the sentence itself only says how things are."""
        if self._low(0) != "having" or not is_participle(self._low(1)):
            return None
        subject = next((one for one in self.reading.mentions if one.subject), None)
        if subject is None or not subject.who:
            return None
        clause = self._clause()
        return Happening(self.reading, clause, subject.who, earlier=True)

    def _clause(self) -> str:
        """`Having lost his job` up to where the main clause begins."""
        text = self.reading.told.text
        subject = next(one for one in self.reading.mentions if one.subject)
        end = text.find(f", {subject.text} ")
        return text[:end] if end > 0 else text.rstrip(".")

    # Who

    def who(self) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for place, item in enumerate(self.items):
            if isinstance(item, Mention) and self._takes_part(place, item):
                found.update(dict.fromkeys(item.who))
        return tuple(found)

    def _takes_part(self, place: int, item: Mention) -> bool:
        if item.predicate:
            return False
        if item.possessive:
            return item.plural and bool({self._low(place + 1), self._low(place + 2)} & _MEETINGS)
        before = self._low(place - 1)
        if before in _AS:
            return self._low(place - 2) not in _AS and before == "as" and item.subject
        if before == "of" and item.kind != "pronoun":
            return self._low(place - 2) in _PARTED or not self._is_noun(place - 2)
        return True

    def _is_noun(self, place: int) -> bool:
        """Whether `of` belongs to a noun: not "tells of her", "out of it"."""
        if isinstance(self.items[place], Mention):
            verbs = [one.verb for one in self.reading.predicates if one.verb < place]
            return not verbs or not _TELLS_OF & {*bases(self._low(max(verbs)))}
        behind = any(one.verb == place for one in self.reading.predicates)
        return not behind and self._low(place) not in ("out", "because", "instead", "ahead")

    # What

    def what(self) -> str:
        text = _PORTRAYED.sub(_without_actor, self._sentence())
        return " ".join(text.split()).replace(" ,", ",").rstrip(".,; ")

    def _sentence(self) -> str:
        """The sentence from where it says who does something, with the name for `he`."""
        text = self.reading.told.text
        subjects = (one.subject for one in self.reading.predicates if one.subject is not None)
        place = next(subjects, -1)
        first = self.items[place] if place >= 0 else None
        if isinstance(first, Mention):
            lead = self._lead(place)
            text = text[text.find(f", {first.text} ") + 2 :] if lead else text
            if first.kind == "pronoun" and len(first.who) == 1 and not first.noun:
                pronoun = re.compile(rf"\b{first.text}\b", re.IGNORECASE)
                name = self.people[first.who[0]].name
                text = pronoun.sub(lambda _: name, text, count=1)
        text = _OPENING.sub("", text, count=1)
        return text[:1].upper() + text[1:]

    def _lead(self, place: int) -> bool:
        """Whether what stands before a subject tells nobody, no place and no time."""
        before = self.items[:place]
        if not before or self._low(place - 1) != ",":
            return False
        if f", {getattr(self.items[place], 'text', '')} " not in self.reading.told.text:
            return False
        return all(isinstance(one, Word) and self._may_go(one) for one in before)

    def _may_go(self, word: Word) -> bool:
        named = word.name is not None and word is not self.items[0]
        return not (named or word.low[0].isdigit() or word.low in CLAUSE_OPENERS | _MOMENTS)
