"""Whether a text is in English, the language of the rules."""

import re

from filmgraph.text.words import word_set

__all__ = ["language_of"]

_ENGLISH = word_set(
    "the and of to is his her with he she they their who that for by it from has him not but are "
    "was when while into this which after an"
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_SHARE = 0.12


def language_of(text: str) -> str:
    """`en` for a text in English, `und` (undetermined, BCP 47) for any other.

    Decided by the share of common small words among its first words.

    Examples
    --------
    >>> language_of("She hides the letter and leaves."), language_of("Sie versteckt den Brief.")
    ('en', 'und')
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    share = sum(word in _ENGLISH for word in words) / len(words) if words else 0.0
    return "en" if share >= _SHARE else "und"
