"""What in a sentence speaks for a name being someone's, and what against it.

Each rule looks at what stands before and behind one name.  A cue is `sure` (only a person has a
wife, or confesses), `called` (a word for a person stands right before the name, which is sure too),
`fair` (persons do that more often than places and firms), or `against`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from filmgraph.text.mentions import Masked, Name
from filmgraph.text.motivations.words import (
    AUXILIARIES,
    DEEDS,
    KIN,
    MOODS,
    OF_TWO,
    OWNED,
    PERSON_NOUNS,
    SURE_DEEDS,
    THING_NOUNS,
    THINGS_OF,
    TOLD_WHOM,
    WHAT_FOLLOWS,
)
from filmgraph.text.words import DEMONYMS, FUNCTION_WORDS, SURE_TITLES, TITLES, word_set

__all__ = ["SIGN", "Cue", "cues", "is_of_two"]

Cue: TypeAlias = Literal["sure", "called", "fair", "against"]

SIGN: Final = re.compile(r"\ue000(\d+)\ue001")
"""A name in a masked sentence; its group is the name's index."""

_A = r"\ue000\d+\ue001"
_WORD = rf"(?:{_A}|[\w'’-]+)"
_BEHIND = re.compile(
    rf"[\"”’)]?(?P<own>['’]s?(?![\w]))?(?P<gap>,? ?)(?P<one>{_WORD}|[^\w\s])?"
    rf"(?: (?P<two>{_WORD}))?(?: (?P<three>{_WORD}))?"
)
_BEFORE = re.compile(
    r"(?:(?P<three>[\w'’-]+) )?(?:(?P<two>[\w'’-]+) )?(?P<one>[\w'’-]+)(?P<comma>,?) "
    r"(?P<quote>[\"“‘(]?)\Z"
)
_LIST = re.compile(rf"[\"“]?{_A}[\"”]?(?:(?:, | and | & |, and | or |/)[\"“]?{_A}[\"”]?)+\.?\Z")
_ONESELF = re.compile(r"[^\ue000,;:.()]{0,70}? (?:his|her|himself|herself|he|she)\b")
_APPOSED = re.compile(
    r",? (?:an?|the|his|her) (?:[\w'’-]+ ){0,4}?([\w'’-]+)"
    r"(?=[,.;)]| (?:who|whose|from|in|of|at|with|on|and|was|had)\b|\Z)"
)
_AND_THEY = re.compile(rf" (?:and|&) (?:(?:his|her) [\w'’-]+|{_A}) ([\w'’-]+)(?: ([\w'’-]+))?")
_AND_KIN = re.compile(
    rf" and (?:his|her)\b|, their (?:[\w'’-]+ ){{0,2}}(?:{'|'.join(sorted(KIN))})\b"
)
_WAS_ONE = re.compile(
    r" (?:was|is|became|turned out to be)(?: \w+ly| once| also| now)? "
    r"(?:(?P<mood>[a-z-]+)"
    r"|(?:an?|the|his|her)(?: (?!who|that|which)[\w'’-]+){0,4}? (?P<noun>[\w'’-]+))"
    r"(?=[,.;)]| (?:who|whose|from|in|of|at|with|on|and|to|for|that|about|by)\b|\Z)"
)
_IN_LOVE = re.compile(
    rf"(?: (?:and|&) {_A})? (?:[\w'’-]+ ){{0,4}}?(?:in love|besotted|married|engaged|made love"
    r"|had sex|tied the knot|hit it off|fell for|head over heels|bonded|kissed|an item|a couple)\b"
)
_TOGETHER = re.compile(rf" (?:and|&) {_A}")
_APART = re.compile(rf"{_A} (?:and|&) \Z")
_OWNER = re.compile(r"\b(?:his|her|an?|the|their)\b|['’]s\b")
_TOWARDS = re.compile(
    r"\b(?:in love|feelings|crush|affair|infatuated|enamored|smitten|besotted|spoke|speak|spoken"
    r"|talk(?:ed)?|proposed|slept|sleep|sex|friends|engaged|married|marriage|relationship|love"
    r"|affection|romance|attract(?:ed|ion)|lust(?:ed)?|friendship|bond(?:ed)?|reunited|jealous"
    r"|grieved|mourned|wife|husband|father|mother|son|daughter|sister|brother|friend|child"
    r"|girlfriend|boyfriend|murder|death|killing|kidnapping|cared?|flirt(?:ed)?|obsess(?:ed|ion)"
    r"|attachment|loyal(?:ty)?|devot(?:ed|ion)|forgiveness|apologized|confessed|confided|lied"
    r"|listened|said|explained|admitted|interacted|conversed|argued|quarreled|reconciled) "
    r"(?:with|to|of|for|about|towards?|over)\Z|\b(?:crush|cheated) on\Z|\bconfided in\Z"
)
_WAY = re.compile(
    r"\b(?:go|goes|went|going|fl(?:ew|y|ying|ight|ed)|travel(?:ed|ing)?|trip|journey|c[ao]me|coming"
    r"|return(?:ed|ing)?|sen[dt]|moved?|expedition|mission|voyage|escaped?|bound|back|headed|way"
    r"|visit|invasion|crashed|arriv(?:ed|al)|land(?:ed|ing)|transported|deported|relocated|ran"
    r"|took|taken|brought) (?:back |away |off |over |out )?(?:to|from|on|in|for|at)\Z"
)
_COMPARED = re.compile(
    r"\b(?:(?:compared|likened) (?:\w+ )?to|resembl\w+|reminiscent of|named after|inspired by"
    r"|based on|quot(?:es?|ed|ing)|[aà] la|impersonat\w+|alluded to|(?:allusion|reference|homage"
    r"|tribute) to|(?:parody|spoof) (?:of|on)|(?:novel|book|play|poem|story|song|works?) (?:by|of))"
    r"(?: the)?\Z",
    re.IGNORECASE,
)
_WHERE = word_set(
    "in into on onto at around across near aboard throughout within inside outside atop above "
    "beneath beyond off via upon toward outer"
)
_ADVERBS = word_set(
    "also once later soon then first never always even both just too still again somehow"
)
_LINKS = word_set("that when while after because before until whether if though although where how")
_MANY = word_set("were are")
_CALLED = word_set("named called nicknamed dubbed name")
_LOOK_BACK = 90
_NEAR = 45
"""So far back may stand what leads to a name: `fell in love with`, `compared him to`."""
_TO_SOMEONE = word_set("with to of for about toward towards over on in")
_TO_SOMEWHERE = word_set("to from on in for at")


@dataclass(frozen=True, slots=True)
class _Spot:
    """One name in a sentence: three words before it and behind it, in lower case."""

    name: Name
    before: str
    behind: str
    back: tuple[str, str, str]
    comma: bool
    opens: bool
    owns: str
    gap: str
    on: tuple[str, str, str]
    near: str
    of_two: bool

    @property
    def verb(self) -> str:
        """The word behind the name, or the one behind its adverb."""
        first, second, _ = self.on
        return second if second and (first.endswith("ly") or first in _ADVERBS) else first


def is_of_two(theme: str) -> bool:
    """Whether a theme is one that is said of two persons together.

    Examples
    --------
    >>> is_of_two("father and son"), is_of_two("the sea")
    (True, False)
    """
    return not OF_TWO.isdisjoint(theme.lower().split())


def cues(sentence: Masked, match: re.Match[str], *, of_two: bool) -> Iterator[Cue]:
    """What the sentence says for and against one of its names being someone's.

    Parameters
    ----------
    sentence : Masked
    match : re.Match
        Where `SIGN` found the name.
    of_two : bool
        Whether the sentence is about a theme that is said of two persons.

    Examples
    --------
    >>> from filmgraph.text.mentions import mask
    >>> sentence = mask("The baker Ann Lee confessed in Lisbon.")
    >>> [list(cues(sentence, one, of_two=False)) for one in SIGN.finditer(sentence.text)]
    [['sure', 'called'], ['against']]
    """
    spot = _spot(sentence, match, of_two)
    for rule in _RULES:
        cue = rule(spot)
        if cue is not None:
            yield cue


def _spot(sentence: Masked, match: re.Match[str], of_two: bool) -> _Spot:
    before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
    back = _BEFORE.search(before[-_LOOK_BACK:])
    on = _BEHIND.match(behind)
    assert on is not None  # every part of the pattern may be empty
    return _Spot(
        name=sentence.names[int(match[1])],
        before=before,
        behind=behind,
        back=_lowered(back) if back else ("", "", ""),
        comma=bool(back and back["comma"]),
        opens=bool(back and back["quote"] == "("),
        owns=on["own"] or "",
        gap=on["gap"],
        on=_lowered(on),
        near=before[-_NEAR:].rstrip('"“‘( '),
        of_two=of_two,
    )


def _lowered(match: re.Match[str]) -> tuple[str, str, str]:
    one, two, three = ((match[part] or "").lower() for part in ("one", "two", "three"))
    return one, two, three


def _title(spot: _Spot) -> Cue | None:
    """`Dr. Lee`, `Ellen "Nell" Ripley`, `Widow Lee` at the start of a sentence."""
    name = spot.name
    titled = len(name.words) > 1 and name.words[0].lower().rstrip(".") in SURE_TITLES | TITLES
    return "sure" if titled or name.nickname or name.stripped.lower() in PERSON_NOUNS else None


def _list(spot: _Spot) -> Cue | None:
    """`Ann and Bo.`: nothing else, in the motivation of "romantic love"."""
    if spot.name.text and _LIST.match(spot.before + "\ue0000\ue001" + spot.behind):
        return "sure" if spot.of_two else "fair"
    return None


def _owner(spot: _Spot) -> Cue | None:
    """`Ann's wife` against `Mars's surface` and `the Angvians' ship`."""
    if not spot.owns:
        return None
    for word in spot.on:
        if word in OWNED:
            return "against"
        if word in KIN:
            return "sure"
    return "against" if spot.on[0] in WHAT_FOLLOWS else None


def _clause_behind(spot: _Spot) -> Cue | None:
    """`Ann, who`; `Ann and her son`; `the Aurora, which`."""
    if spot.owns:
        return None
    if spot.on[0] in ("who", "whom", "whose") or _AND_KIN.match(spot.behind):
        return "sure"
    return "against" if spot.on[0] == "which" else None


def _apposed(spot: _Spot) -> Cue | None:
    """`Ann, a baker,` against `the Aurora, a ship,`."""
    noun = _APPOSED.match(spot.behind) if spot.gap.startswith(",") else None
    if noun is None:
        return None
    word = noun[1].lower()
    if word in PERSON_NOUNS or word in KIN:
        return "sure"
    return "against" if word in THING_NOUNS else None


def _deed(spot: _Spot) -> Cue | None:
    """`Ann confessed`, `Ann and Bo confessed`, `Ann was`."""
    if spot.owns or spot.gap != " ":
        return None
    if spot.on[0] in ("and", "&"):
        both = _AND_THEY.match(spot.behind)
        return _of_verb(_verb(both)) if both else None
    return _of_verb(spot.verb)


def _verb(match: re.Match[str]) -> str:
    first, second = match[1].lower(), (match[2] or "").lower()
    return second if second and (first.endswith("ly") or first in _ADVERBS) else first


def _of_verb(verb: str) -> Cue | None:
    if verb in SURE_DEEDS:
        return "sure"
    past = verb.endswith("ed") and verb not in FUNCTION_WORDS
    return "fair" if past or verb in DEEDS or verb in AUXILIARIES else None


def _together(spot: _Spot) -> Cue | None:
    """`Ann and Bo fell in love`; `Ann and Bo …` in the motivation of "romantic love"."""
    if spot.owns:
        return None
    if spot.gap == " " and _IN_LOVE.match(spot.behind):
        return "sure"
    two = spot.of_two and (_TOGETHER.match(spot.behind) or _APART.search(spot.before))
    return "fair" if two else None


def _state(spot: _Spot) -> Cue | None:
    """`Ann was jealous`, `Ann was a ruthless leader` against `the Aurora was an old ship`."""
    if spot.owns or not (was := _WAS_ONE.match(spot.behind)):
        return None
    if was["mood"]:
        return "sure" if was["mood"] in MOODS else None
    noun = was["noun"].lower()
    if noun in THING_NOUNS:
        return "against"
    return "sure" if noun in PERSON_NOUNS else None


def _oneself(spot: _Spot) -> Cue | None:
    """`Ann used her …`, `Ann hid herself`: the name is the subject, and someone."""
    if spot.owns or spot.gap != " ":
        return None
    if spot.before.strip('"“‘ ') and _of_verb(spot.verb) is None:
        return None
    return "sure" if _ONESELF.match(spot.behind) else None


def _adjective(spot: _Spot) -> Cue | None:
    """`Angvian women`, `Angvian fighter planes`; `Martians were`."""
    if spot.owns or spot.gap != " ":
        return None
    first, second, _ = spot.on
    if first in WHAT_FOLLOWS:
        return "against"
    if second in WHAT_FOLLOWS and first not in FUNCTION_WORDS and _of_verb(first) is None:
        return None if first.endswith("s") else "against"
    alone = not spot.before or spot.back[0] == "the"
    return "against" if first in _MANY and alone else None


def _noun(spot: _Spot) -> Cue | None:
    """`the baker Ann`, `her son, Bo`, `a boy named Bo` against `the ship Aurora`."""
    one, two, three = spot.back
    if spot.opens or not one:
        return None
    if spot.comma:
        if one in PERSON_NOUNS or one in KIN:
            return "called" if _OWNER.search(spot.before[-_LOOK_BACK:]) else None
        return "against" if one in THING_NOUNS else None
    if one in _CALLED:
        one = three if two in ("was", "is", "a", "an", "who", "she", "he") else two
    if one in THING_NOUNS and one not in PERSON_NOUNS:
        return "against"
    return "called" if one in PERSON_NOUNS or one in KIN else None


def _object(spot: _Spot) -> Cue | None:
    """`married Ann`, `in love with Ann`, `Should Ann …`."""
    if spot.comma or spot.opens:
        return None
    if spot.back[0] in TOLD_WHOM or spot.back[0] == "should":
        return "sure"
    return "sure" if spot.back[0] in _TO_SOMEONE and _TOWARDS.search(spot.near) else None


def _article(spot: _Spot) -> Cue | None:
    """`the Aurora`, `a Toyota`, `the Japanese Alps`."""
    one, two, _ = spot.back
    article = two if one in DEMONYMS else one
    return "against" if not spot.comma and article in ("the", "a", "an") else None


def _place(spot: _Spot) -> Cue | None:
    """`in Lisbon`, `flew to Lisbon`, `the ruins of Lisbon`."""
    if spot.comma or spot.opens or spot.owns:
        return None
    one, two, _ = spot.back
    if one == "of":
        return "against" if two in THINGS_OF else None
    if one in _TO_SOMEONE and _TOWARDS.search(spot.near):
        return None
    way = one in _TO_SOMEWHERE and _WAY.search(spot.near)
    return "against" if one in _WHERE or way else None


def _compared(spot: _Spot) -> Cue | None:
    """`compared him to Ahab`, `a novel by Melville`: someone of another story, or of none."""
    return "against" if _COMPARED.search(spot.near) else None


def _clause(spot: _Spot) -> Cue | None:
    """`that Ann had`: the subject of a clause."""
    if spot.comma or spot.owns or spot.gap != " " or spot.back[0] not in _LINKS:
        return None
    return "fair" if _of_verb(spot.verb) is not None else None


_RULES: Final[tuple[Callable[[_Spot], Cue | None], ...]] = (
    _title,
    _list,
    _owner,
    _clause_behind,
    _apposed,
    _deed,
    _together,
    _state,
    _oneself,
    _adjective,
    _noun,
    _object,
    _article,
    _place,
    _compared,
    _clause,
)
