"""Which sentences tell the story, which describe it, and which are about the film.

A text about a film goes from one to the other: `Ann leaves` tells, `the film follows Ann, a nurse`
describes, `it was directed by Ann Lee` is about the film, and nothing of it is the story's.
"""

import re
from typing import Final, Literal, TypeAlias

from filmgraph.text.introductions import about_the_film
from filmgraph.text.story.person_words import PERSON

__all__ = ["Manner", "manner_of"]

Manner: TypeAlias = Literal["story", "description", "film"]

_MAKING: Final = (
    # who made it
    r"starring|co-?stars|stars (?:as|in)|supporting (?:cast|roles?|actors?)|guest-?stars?",
    r"(?:directed|written|produced|composed|photographed|narrated|distributed|choreographed) by",
    r"(?:scored|edited|authored|published|financed|animated) by|is credited",
    r"directed (?:and|the|this)|directorial|screenplay|cinematographer|cinematography",
    r"soundtrack|signed on|script was|wrote the (?:script|scenario|score|music)|the script",
    r"roles? of|in the roles?|title role|cameo|reprises?|reprised|film debut|on-?screen",
    # how it was made, shown and received
    r"filming|filmed|footage|was shot|were shot|on location|photography (?:began|took|was|started)",
    r"productions? (?:began|was|of)|technicolor|copyright|public domain|film registry|inspiration",
    r"premiered|premiere was|(?:its|world|the film's) premiere|screened|release date|re-?released",
    r"(?:was|were|is|been) released|released (?:in|on|by|to|as)|distributors?|grossed",
    r"box[ -]office|DVDs?|blu-ray|VHS|video game|film festival|film rights|critics|reviewers",
    r"reviews|contemporary review|rotten tomatoes|metacritic|nominations?|nominated",
    r"academy awards?|award for|image award|golden globes?",
    # what it is, and what it is made after
    r"sequels?|prequels?|remakes?|reboots?|remade|adapted|adaptations?|franchise|installments?",
    r"trilogy|spin-?off|film series|motion pictures?|(?:silent|short|feature|lost) film|film noir",
    r"film version|this version|other versions|television (?:film|series|movie|special)",
    r"on broadway|broadway (?:play|musical|show|production)|radio performance",
    r"(?:is|was|are|were|loosely|partly|and) based (?:up)?on|inspired by (?:the|a|real|true)",
    r"based (?:up)?on (?:the|an?|his|her|their|real|actual|true|events|characters)",
    r"(?:play|novel|book|story) (?:had|has|was|were) (?:\w+ )?(?:been )?(?:made|turned|published)",
    r"it (?:also )?stars|cast (?:includes|features|of|also)",
    r"(?:is|was) an? (?:[\w\-–,]+ ){0,9}(?:film|movie|comedy|western|thriller|musical|documentary)",
    r"(?:is|was) an? (?:[\w\-–,]+ ){0,9}(?:melodrama|serial|cartoon|featurette|mockumentary)",
)
"""Cues that a sentence is about the making of the film: parts of a regular expression."""
_ABOUT: Final = re.compile(rf"\b(?:{'|'.join(_MAKING)})\b", re.IGNORECASE)
_STUDIO: Final = re.compile(
    r"\bstars [A-Z]|\b(?:Pictures|Entertainment|Productions|Paramount|Universal|Netflix|MGM|RKO"
    r"|Disney|Pixar|Miramax|HBO|Warner Bros)\b"
)
_FILM: Final = re.compile(
    r"\b(?:(?:the|this|its|in) (?:\w+ )?(?:films?|movies?)|audiences?|viewers?|narrative"
    r"|documentary|biopic)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:(?:film|movie|plot|story|picture|narrative|screenplay|action|tale|comedy|drama|thriller|"
    r"western|musical|it)(?:'s)? (?:plot |story |also |then |mainly |primarily )?"
    r"(?:tells?|follows?|focus\w+|cent(?:er|re)s?|concerns?|depicts?|involves?|revolves?|chronicles?|"
    r"explores?|details|is about|deals?|portrays?|shows?|details|recounts?|takes place|documents|"
    r"tracks?|traces?|opens|begins|starts|ends|closes|concludes|finds|sees|is (?:also )?set)"
    r"|the (?:story|tale) of|Set (?:in|during|on|at))\b",
    re.IGNORECASE,
)
_STORY: Final = re.compile(r"\A(?:The|This|Its) (?:story|plot|ending|title)\b")
_ENDING: Final = re.compile(
    r"\A(?:It|This|That|There) (?:is|was) an? (?:\w+ )?(?:ending|story|tale|film)\b"
)
_PLAYS: Final = re.compile(
    r"\b[A-Z][\w.'’\-]+ (?:also |co-)?(?:(?:plays|portrays|voices|features|played|portrayed) "
    r"|(?:voiced) |(?:stars|appears|guest-stars) as )(?:the |an? )?(?:\w+ ){0,3}[A-Z]"
)
_PART: Final = re.compile(
    r"\b(?:plays|portrays|starred|appears) (?:as )?(?:an?|the|his|her) "
    r"(?P<part>(?:[\w\-]+ ){0,3}[\w\-]+)"
)
_WORD: Final = re.compile(r"[\w\-]+")
_PLAYED: Final = re.compile(r"\b(?:played|portrayed|voiced|performed) by\b")


def manner_of(text: str) -> Manner:
    """Whether a sentence tells the story, describes it, or is about the film.

    Examples
    --------
    >>> manner_of("Ann leaves Joe."), manner_of("The film follows Ann, who leaves Joe.")
    ('story', 'description')
    >>> manner_of("The film was directed by Ann Lee.")
    'film'
    """
    if _ABOUT.search(text) or _STUDIO.search(text) or about_the_film(text):
        return "film"
    if _ENDING.search(text) or (_plays(text) and not _PLAYED.search(text)):
        return "film"
    if _TELLS.search(text):
        return "description"
    return "film" if _FILM.search(text) or _STORY.search(text) else "story"


def _plays(text: str) -> bool:
    """Whether someone plays a part: not chess, and not the piano."""
    if _PLAYS.search(text):
        return True
    return any(
        word.lower() in PERSON
        for match in _PART.finditer(text)
        for word in _WORD.findall(match["part"])
    )
