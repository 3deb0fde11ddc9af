"""Which sentences tell the story, which describe it, and which are about the film.

A text about a film goes from one to the other: `Ann leaves` tells, `the film follows Ann, a nurse`
describes, `it was directed by Ann Lee` is about the film, and nothing of it is the story's.
"""

import re
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from filmgraph.text.story.person_words import PERSON

__all__ = ["Manner", "manner_of"]

Manner: TypeAlias = Literal["story", "description", "film"]

_MAKING: Final = (
    # who made it
    r"starring|co-?stars|stars (?:as|in)|supporting (?:cast|roles?|actors?)|guest-?stars?|starred",
    r"(?:directed|produced|photographed|composed|choreographed|narrated|distributed) by",
    r"(?:was|were|is|and|screenplay|script|film|story) written by|written and|animated by",
    r"directed (?:and|the film|this film)|directorial|screenplay|cinematographer|cinematography",
    r"soundtrack|is credited|signed on|wrote the (?:script|scenario|screenplay|score|music)",
    r"script (?:was|by|editor)|(?:male|female) lead|lead(?:ing)? (?:man|lady|role)|hit songs?",
    r"as (?:himself|herself|themselves)|to portray|tells \w+ stories|roles? of|in the roles?",
    r"title role|cameo|reprises|reprised|film debut|on-?screen",
    # how it was made, shown and received
    r"filming (?:took|began|started|locations?)|filmed (?:in|on|at|by)|shot on location",
    r"shot (?:entirely|mainly|partly|back-to-back)|(?:film|movie|scenes?) (?:was|were) shot",
    r"photography (?:began|took|was|started)|began production|productions? (?:began|was)",
    r"on location|technicolor|public domain|film registry|(?:its|world|the film's) premiere",
    r"premiered|premiere was|screened|release date|theatrical release|re-released|grossed",
    r"released (?:theatrically|in theaters|in cinemas|worldwide|to (?:critical|positive|mixed))",
    r"released (?:on|in|by|as) (?:DVD|video|the U|North|January|February|March|April|May|June)",
    r"released (?:on|in) (?:July|August|September|October|November|December|theaters|\d)",
    r"box[ -]office|on DVD|blu-ray|VHS|film festival|film rights|rotten tomatoes|metacritic",
    r"(?:positive|negative|mixed|critical|favou?rable|good|bad|rave) reviews|contemporary review",
    r"critics (?:praised|noted|found|were|have)|(?:by|from) (?:film )?critics|nominations?",
    r"nominated for|academy awards?|award for|image award|golden globes?",
    # what it is, and what it is made after
    r"sequels?|prequels?|remakes?|reboots?|remade|adapted (?:from|by|for|into)|adaptations?",
    r"franchise|installments?|trilogy|spin-?off|film series|motion pictures?|film noir",
    r"(?:silent|short|feature|lost) film|film version|this version|other versions",
    r"television (?:film|series|movie|special)|on broadway|radio performance",
    r"broadway (?:play|musical|show|production)",
    r"(?:is|was|are|were|loosely|partly|and) based (?:up)?on",
    r"based (?:up)?on (?:the|an?|his|her|their) (?:\w+ ){0,3}(?:novels?|book|play|story|life)",
    r"based (?:up)?on (?:real|actual|true|events|characters)|inspired by (?:real|true|actual)",
    r"(?:film|plot|story|novel) (?:is|was) inspired by|drew inspiration|inspiration for",
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


@lru_cache(4_096)
def manner_of(text: str) -> Manner:
    """Whether a sentence tells the story, describes it, or is about the film.

    Examples
    --------
    >>> manner_of("Ann leaves Joe."), manner_of("The film follows Ann, who leaves Joe.")
    ('story', 'description')
    >>> manner_of("The film was directed by Ann Lee.")
    'film'
    """
    if _ABOUT.search(text) or _STUDIO.search(text):
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
