"""From a film's motivations to its characters and to what is said of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.names import fold
from filmgraph.record import Character, Evidence
from filmgraph.text.mentions import Masked, mask
from filmgraph.text.motivations.cues import SIGN, cues, is_of_two
from filmgraph.text.motivations.joining import Person, Tally
from filmgraph.text.motivations.people import core_of, people_of
from filmgraph.text.motivations.words import PERSON_NOUNS
from filmgraph.text.sentences import sentences

__all__ = ["Motivated", "lower_words", "read_motivations"]

_LOWER = re.compile(r"\b[a-z]{3,}\b")
_A = r"\ue000\d+\ue001"
_AND = re.compile(r"\b(?:and|vs)\b")
_JOINS = re.compile(r"(?:,|,? and|,? or| &|/) ?(?:(?:his|her|the) (?:[\w'’-]+ ){1,3})?")
_OWNS_PERSON = re.compile(rf"['’]s? (?:[\w'’-]+ ){{0,3}}?(?:{'|'.join(sorted(PERSON_NOUNS))})\b")
_MAKERS = re.compile(
    r"\b(?:starr(?:ing|ed)|stars|featur(?:es|ing)"
    r"|(?:directed|written|produced|composed|scored|created|edited|performed|narrated|voiced|played"
    rf"|portrayed|screenplay|script|story|novel|novella|book|play|music|stories)"
    rf"(?: (?:and|&) [a-z-]+)* (?:by|from)) ((?:(?:{_A})(?:, and |, | and | & )?)+)"
)
"""Who made the film, or plays in it: no character."""


@dataclass(frozen=True, slots=True)
class Motivated:
    """What a film's motivations tell.

    Attributes
    ----------
    characters : tuple of Character
    said_of : mapping of str to tuple of str
        Each theme: the characters of whom its motivation speaks, in its order.
    """

    characters: tuple[Character, ...] = ()
    said_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def lower_words(texts: Iterable[str]) -> dict[str, int]:
    """How often each word stands in lower case: one that often does is no name alone.

    Examples
    --------
    >>> lower_words(["Gulls and ghosts.", "No gulls."])
    {'and': 1, 'ghosts': 1, 'gulls': 1}
    """
    counts: dict[str, int] = defaultdict(int)
    for text in texts:
        for word in _LOWER.findall(text):
            counts[word] += 1
    return dict(counts)


def read_motivations(
    motivations: Sequence[tuple[str, str]],
    descriptions: Sequence[str] = (),
    lower: Mapping[str, int] | None = None,
) -> Motivated:
    """The characters that the motivations of a film's themes name, and what is said of whom.

    Parameters
    ----------
    motivations : sequence of (str, str)
        Themes and their motivations.
    descriptions : sequence of str
        Texts about the film: they name nobody new, but speak for and against names.
    lower : mapping of str to int, optional
        How often words stand in lower case (see `lower_words`).

    Examples
    --------
    >>> told = read_motivations([("love", "Ann Lee loved Bo."), ("the sea", "Bo saw his boat.")])
    >>> [one.name for one in told.characters], told.said_of["the sea"]
    (['Ann Lee', 'Bo'], ('Bo',))
    """
    reader = _Reader(lower or {})
    for theme, text in motivations:
        for sentence in (one for line in text.split("\n") for one in sentences(line)):
            reader.read(sentence, theme)
    reader.count()
    reader.compare([one for text in descriptions for one in sentences(text)])
    return reader.told()


class _Reader:
    """The sentences of one film, each once, and how they speak of each name."""

    def __init__(self, lower: Mapping[str, int]) -> None:
        self.lower = lower
        self.masked: dict[str, Masked] = {}
        self.themes: dict[str, dict[str, None]] = defaultdict(dict)
        self.tallies: dict[str, Tally] = {}
        self.makers: set[str] = set()

    def read(self, sentence: str, theme: str) -> None:
        if sentence not in self.masked:
            self.masked[sentence] = mask(sentence)
        self.themes[sentence][theme] = None

    def count(self) -> None:
        for sentence, masked in self.masked.items():
            of_two = any(map(is_of_two, self.themes[sentence]))
            self._weigh(masked, of_two=of_two)

    def _weigh(self, masked: Masked, *, of_two: bool, known: bool = False) -> None:
        for match in SIGN.finditer(masked.text):
            name = masked.names[int(match[1])]
            words = core_of(name, self.lower)
            form = " ".join(words)
            if known and form not in self.tallies:
                continue
            tally = self.tallies.setdefault(form, Tally(words))
            found = list(cues(masked, match, of_two=of_two))
            inside = not name.first or len(words) < len(name.words)
            if len(words) < len(name.words) and name.words[0].lower() in PERSON_NOUNS:
                found = ["called", *(cue for cue in found if cue != "against")]
            tally.add(found, inside=inside)

    def compare(self, described: Iterable[str]) -> None:
        for masked in map(mask, described):
            for match in _MAKERS.finditer(masked.text):
                numbers = SIGN.findall(match[1])
                self.makers.update(fold(masked.names[int(number)].text) for number in numbers)
            self._weigh(masked, of_two=False, known=True)

    def told(self) -> Motivated:
        people = people_of(self.tallies, self.masked.values(), self.lower, self.makers)
        by_name = {person.name: person for person in people}
        by_form = {form: person.name for person in people for form in person.tallies}
        first: dict[str, str] = {}
        said_of: dict[str, dict[str, None]] = defaultdict(dict)
        for sentence, masked in self.masked.items():
            forms = (" ".join(core_of(name, self.lower)) for name in masked.names)
            named = [by_form.get(form) for form in forms]
            for name in filter(None, named):
                first.setdefault(name, sentence)
            chief = _chief(masked.text, named)
            for theme in self.themes[sentence]:
                of_all = is_of_two(theme) or _AND.search(theme)
                said_of[theme].update(dict.fromkeys(filter(None, named if of_all else chief)))
        return Motivated(
            tuple(_character(by_name[name], sentence) for name, sentence in first.items()),
            {theme: tuple(names) for theme, names in said_of.items() if names},
        )


def _chief(text: str, named: Sequence[str | None]) -> Iterator[str]:
    """Of whom a sentence speaks: the first character it names, and those joined to it by `and`.

    `Ann's father drank`: it does not speak of Ann.
    """
    end = None
    for match in SIGN.finditer(text):
        name = named[int(match[1])]
        if end is None:
            if name is None or _OWNS_PERSON.match(text, match.end()):
                continue
        elif name is None or not _JOINS.fullmatch(text, end, match.start()):
            return
        yield name
        end = match.end()


def _character(person: Person, sentence: str) -> Character:
    return Character(
        name=person.name,
        aliases=person.aliases,
        level="plot",
        evidence=(Evidence(quote=sentence, part="motivation"),),
    )
