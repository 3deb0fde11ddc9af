"""Who plays whom, where a sentence says so.

Each rule is one pattern over masked sentences (see `mentions`) and its conditions:

- `X, played by Y`: always, unless Y is someone of the story;
- `Y stars as X`; `Y as X` in a sentence about the cast; `Y plays X`: Y has at least two words and
  is a known actor, or stands nowhere else in the text as someone of the story would;
- `X (Y)`: only if the page's facts name Y as an actor.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from filmgraph.names import fold
from filmgraph.record import Aspect
from filmgraph.text.mentions import Masked, Name, name_pattern
from filmgraph.text.words import DEMONYMS, NOT_NAMES, PERSONS, UNCERTAIN_PERSONS

__all__ = ["Claim", "claims"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence says that a person plays a character.

    Attributes
    ----------
    character : Name
    person : str
    sentence : int
        Index of the sentence.
    aspect : str, optional
        `voice`, `young`, `old`.
    article : bool
        Whether the character's name goes with `the`: `the Bride`.
    """

    character: Name
    person: str
    sentence: int
    aspect: Aspect | None = None
    article: bool = False


_ANY = name_pattern("any").replace("(?P<any>", "(?:")
_X, _Y = name_pattern("x"), name_pattern("y")
_ENDS = r"(?![\w\-‐]|['’‘]s\b)"
_KIND = r"actor|actress|newcomer|comedian|comedienne|singer|star|legend|veteran|rapper|musician"
_ACTOR = rf"(?:(?:the |an? )?(?:[a-z\-]+ ){{0,2}}(?:{_KIND}) )?"
_VERB = r"(?P<verb>played|portrayed|voiced|performed|embodied|brought to life)"
_APPOSITION = (
    r"(?:, (?:an?|the|his|her|their) (?P<apposition>[^,;:.()\ue000\ue001]{1,80}?)(?P<comma>,)?)?"
)
_PASSIVE = re.compile(
    rf"{_X}{_APPOSITION}(?:\s?[,(\[–—\-]+\s?|\s)"
    rf"(?:who (?:is|was) |is |was |being )?(?P<both>both )?"
    rf"(?:(?!previously|originally|formerly)[a-z]+ly )?{_VERB}"
    rf"(?: here| on screen)? by {_ACTOR}{_Y}{_ENDS}"
)
_ROLE = r"(?P<role>(?:[a-z][\w'’\-]*,? ){0,6}?)"
_STARS = re.compile(
    rf"{_Y},? (?:also |co-|guest-)?(?:stars|starred|appears|returns|(?:is|was) cast) "
    rf"as {_ROLE}{_X}{_ENDS}"
)
_PLAYS = re.compile(
    rf"{_Y},? (?:also )?(?P<verb>plays|portrays|voices|played|portrayed|voiced) {_ROLE}{_X}{_ENDS}"
)
_AS = re.compile(rf"{_Y},? as {_ROLE}(?<!, ){_X}{_ENDS}(?! as )")
_CAST_CUE = re.compile(
    r"\b(?:stars?|starring|co-stars?|starred|features|featuring|cast|casting)\b", re.I
)
_BRACKETS = re.compile(rf"{_X} ?\({_ACTOR}{_Y}\)")
_QUICK = re.compile(r"\b(?:by|as|plays|portrays|voices|played|portrayed|voiced)\b|\(")

_LIST_BEFORE = re.compile(rf"((?:{_ANY}, )*{_ANY},? (?:and|&) )\Z")
_LIST_AFTER = re.compile(rf"((?:, {_ANY})*,? (?:and|&) {_ANY})(?:,? respectively\b|[,.;)–—]|\Z)")
_ACTORS_BEFORE = re.compile(rf"(?<! as ){name_pattern('other')} (?:and|&) \Z")
_ROLES_AFTER = re.compile(rf" (?:and|&) {name_pattern('other')}(?! (?:as|plays|stars|in)\b)")
"""`A and B as X and Y`."""
_NO_HEAD = re.compile(rf"(?:{_ANY} (?:of |the |of the )|\b(?:from|in|at) (?:the )?)\Z")
"""In front of a name: it is a part of a longer one (Billy the Kid) or a place."""
_GOES_ON = re.compile(
    r"(?:\Z|[^\w\s]|\s[^\w\s]| (?:and|who|whose|in|with|alongside|opposite|at|on|but|while|when)\b)"
)
"""Behind a role's name: "as Royal Navy pilots", "as Billy the Kid" are not meant."""
_NOT_HERE = re.compile(
    r"\b(?:supposed to|considered for|would have|instead of|originally|replac(?:ed|ing)"
    r"|turned down|declined|broadway|on stage|remade|nominat\w+)\b",
    re.IGNORECASE,
)
"""Who was to play it, or did elsewhere."""
_ARTICLE = re.compile(r"\b[Tt]he \Z")
_AGE = re.compile(r"\b(?:the )?(young|younger|old|older|elderly) \Z", re.IGNORECASE)
_MOST_WORDS = 5
"""The longest name of an actor."""
_INDEX = re.compile(r"\d+")
_LINKS = re.compile(r" (?:of|with|to|and|by|for|who|that|in) ")
_PLAIN_ROLES = frozenset(
    {"", "the", "the role of", "the part of", "the title role of", "the character"}
)


def claims(
    masked: Sequence[Masked], actors: Collection[str] = (), others: Collection[str] = ()
) -> list[Claim]:
    """What the sentences say about who plays whom, in their order.

    Parameters
    ----------
    masked : sequence of Masked
        The sentences of one page.
    actors, others : collection of str
        Actors and other people whom the page's facts name.

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> [claim] = claims([mask("A boxer named Joe Dunn, played by Karl Voss, comes home.")])
    >>> claim.character.text, claim.person
    ('Joe Dunn', 'Karl Voss')
    """
    reader = _Reader(masked, actors, others)
    found = reader.sure([claim for i in range(len(masked)) for claim in reader.passive(i)])
    reader.learn(found)
    for i, sentence in enumerate(masked):
        if _QUICK.search(sentence.text):
            found += reader.active(i)
            found += reader.brackets(i)
    order = {id(claim): number for number, claim in enumerate(found)}
    found.sort(key=lambda claim: (claim.sentence, order[id(claim)]))
    return found


class _Reader:
    """The rules, and what they know of the page's names."""

    def __init__(
        self, masked: Sequence[Masked], actors: Collection[str], others: Collection[str]
    ) -> None:
        self.masked = masked
        self.actors = {fold(name) for name in actors}
        self.others = {fold(name) for name in others}
        self.characters: set[str] = set()
        # In how many sentences each name stands.
        self.uses = Counter(
            use for one in masked for use in {fold(name.text) for name in one.names}
        )

    def sure(self, found: Sequence[Claim]) -> list[Claim]:
        """Without those whose person is called by a first name, as people of the story are.

        That a character has the same first name explains it too.
        """
        words = {word for claim in found for word in fold(claim.character.text).split()}
        kept = []
        for claim in found:
            first, *more = fold(claim.person).split()
            if not more or first in words or not self.uses[first]:
                kept.append(claim)
        return kept

    def learn(self, found: Sequence[Claim]) -> None:
        self.characters |= {fold(claim.character.text) for claim in found}
        self.actors |= {fold(claim.person) for claim in found}

    def passive(self, index: int) -> Iterator[Claim]:
        sentence = self.masked[index]
        if " by " not in sentence.text:
            return
        for match in _PASSIVE.finditer(sentence.text):
            before = sentence.text[: match.start()]
            loose = not match["comma"] and _LINKS.search(match["apposition"] or "")
            if loose or _NO_HEAD.search(before):
                continue
            voice = match["verb"] == "voiced"
            for x, y in _pairs(sentence, match, before):
                if self._may_act(sentence.names[y]) and _may_be_played(sentence.names[x]):
                    yield self._claim(index, x, y, before, voice=voice)

    def active(self, index: int) -> Iterator[Claim]:
        sentence = self.masked[index]
        rules = [_STARS, _PLAYS]
        listed = len(_AS.findall(sentence.text)) > 1
        if listed or _CAST_CUE.search(sentence.text):
            rules.append(_AS)
        taken: set[int] = set()
        for rule in rules:
            for match in rule.finditer(sentence.text):
                if int(match["x"]) in taken or not self._fits(sentence, match, weak=rule is _PLAYS):
                    continue
                voice = rule is _PLAYS and match["verb"].startswith("voice")
                for character, person in self._crossed(sentence, match):
                    taken.add(character)
                    yield self._claim(index, character, person, match["role"], voice=voice)

    def _crossed(self, sentence: Masked, match: re.Match[str]) -> list[tuple[int, int]]:
        """Characters and persons of `Y and Y2 as X and X2`, or the one pair of `Y as X`."""
        x, y = int(match["x"]), int(match["y"])
        earlier = _ACTORS_BEFORE.search(sentence.text[: match.start()])
        later = _ROLES_AFTER.match(sentence.text, match.end())
        if not earlier or not later:
            return [(x, y)]
        other, second = int(earlier["other"]), (int(later["other"]), y)
        # "brothers Al and Bo Orr": the first is no full name.
        return [(x, other), second] if self._may_star(sentence.names[other]) else [second]

    def brackets(self, index: int) -> Iterator[Claim]:
        sentence = self.masked[index]
        for match in _BRACKETS.finditer(sentence.text):
            x, y = int(match["x"]), int(match["y"])
            person, character = sentence.names[y], sentence.names[x]
            known = fold(person.text) in self.actors and fold(character.text) not in self.actors
            if known and _may_be_played(character):
                yield self._claim(index, x, y, sentence.text[: match.start()])

    def _fits(self, sentence: Masked, match: re.Match[str], *, weak: bool) -> bool:
        person, character = sentence.names[int(match["y"])], sentence.names[int(match["x"])]
        if not self._may_star(person) or not _is_sure(character):
            return False
        role = match["role"].strip().rstrip(",")
        last = role.rpartition(" ")[2]
        described = last in PERSONS or last in UNCERTAIN_PERSONS
        if not described and role not in _PLAIN_ROLES:
            return False
        if not _GOES_ON.match(sentence.text, match.end()) or _NOT_HERE.search(sentence.text):
            return False
        if not weak or fold(person.text) in self.actors:
            return True
        follows = sentence.text[match.end() :]
        return described or "role" in role or _introduced(follows) or self._returns(character)

    def _returns(self, name: Name) -> bool:
        again = self.uses[fold(name.text)] > 1
        return again or (len(name.words) > 1 and any(self.uses[fold(w)] for w in name.words))

    def _may_act(self, name: Name) -> bool:
        """Whether someone behind `played by` may be an actor."""
        folded = fold(name.text)
        if folded in self.characters or _is_no_person(name):
            return False
        # An actor with a single name is not named again and again.
        return folded in self.actors or len(name.words) > 1 or self.uses[folded] == 1

    def _may_star(self, name: Name) -> bool:
        """The same for someone in front of `plays` or `as`, where more is needed."""
        if len(name.words) < 2 or not self._may_act(name):
            return False
        words = (fold(word) for word in name.words)
        again = self.uses[fold(name.text)] > 1 or any(self.uses[word] for word in words)
        return fold(name.text) in self.actors or not again

    def _claim(self, index: int, x: int, y: int, before: str, *, voice: bool = False) -> Claim:
        names = self.masked[index].names
        character = names[x]
        age = _AGE.search(before) or _AGE.search(f"{character.stripped} ")
        aspect: Aspect | None = "voice" if voice else None
        if aspect is None and age:
            aspect = "young" if age.group(1).lower().startswith("young") else "old"
        article = character.stripped == "The" or bool(_ARTICLE.search(before))
        return Claim(character, names[y].text, index, aspect, article and len(character.words) == 1)


def _pairs(sentence: Masked, match: re.Match[str], before: str) -> list[tuple[int, int]]:
    """Characters and persons of one match: `X and X2, played by Y and Y2` are two pairs."""
    x, y = int(match["x"]), int(match["y"])
    earlier = _LIST_BEFORE.search(before)
    if earlier is None:
        return [(x, y)]
    characters = [*map(int, _INDEX.findall(_signs(earlier[1]))), x]
    if match["both"]:
        return [(one, y) for one in characters]
    later = _LIST_AFTER.match(sentence.text, match.end())
    if later is None:
        return [(x, y)]
    persons = [y, *map(int, _INDEX.findall(_signs(later[1])))]
    return list(zip(characters, persons, strict=True)) if len(characters) == len(persons) else []


def _signs(text: str) -> str:
    return " ".join(re.findall(name_pattern("name").replace("(?P<name>", "("), text))


def _introduced(follows: str) -> bool:
    return bool(re.match(r",? (?:an?|the|who|whose)\b", follows))


def _is_no_person(name: Name) -> bool:
    words = [word.lower().rstrip(".") for word in name.words]
    other = any(word in NOT_NAMES for word in words) or words[0] in DEMONYMS
    return other or len(words) > _MOST_WORDS


def _may_be_played(name: Name) -> bool:
    return not (len(name.words) == 1 and name.text.lower() in DEMONYMS)


def _is_sure(name: Name) -> bool:
    return not any(word.lower() in NOT_NAMES or word.lower() in DEMONYMS for word in name.words)
