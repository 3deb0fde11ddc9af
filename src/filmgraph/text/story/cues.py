"""Words that say when something happens in the story, beside what is told before and after it."""

import re
from typing import Final

__all__ = ["goes_back", "is_meanwhile", "returns", "speaks_of_flashback"]

_FLASHBACK: Final = re.compile(
    r"\b(?:in (?:a )?flash-?backs?|flash-?backs? (?:shows?|reveals?|tells?|begins?|follows?)"
    r"|flash(?:es|ed)? back)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\A(?:[\w\-]+ ){1,4}(?:(?:earlier|ago)\b|(?:before|prior|previously),)"
)
_RETURNS: Final = re.compile(
    r"\b(?:back )?in the present(?: day)?\b|\bthe flash-?back ends\b|\breturning to the present\b",
    re.IGNORECASE,
)
_MEANWHILE: Final = re.compile(
    r"\A(?:At the same time|In the meantime|Elsewhere)\b|\bmeanwhile\b", re.IGNORECASE
)


def speaks_of_flashback(text: str) -> bool:
    """Whether a sentence says that a flashback is told, in it or next.

    Examples
    --------
    >>> speaks_of_flashback("A flashback begins."), speaks_of_flashback("The lights flash.")
    (True, False)
    """
    return bool(_FLASHBACK.search(text))


def goes_back(text: str) -> bool:
    """Whether a sentence tells what happened before what was told last.

    Examples
    --------
    >>> goes_back("Ten years earlier, Ann leaves."), goes_back("Ann left him ten years ago.")
    (True, False)
    """
    return speaks_of_flashback(text) or bool(_EARLIER.match(text))


def returns(text: str) -> bool:
    """Whether a sentence goes back to the present of the story.

    Examples
    --------
    >>> returns("Back in the present, Ann waits."), returns("Ann opens the present.")
    (True, False)
    """
    return bool(_RETURNS.search(text))


def is_meanwhile(text: str) -> bool:
    """Whether a sentence tells what happens at the same time as what was told last.

    Examples
    --------
    >>> is_meanwhile("Meanwhile, Ann waits."), is_meanwhile("Ann waits.")
    (True, False)
    """
    return bool(_MEANWHILE.search(text))
