"""How far a name is from a text, in typing errors: the order of the hits of a search.

The order rests on nothing but the text and each name's own spelling and degree, never on
statistics of the collection: what is hidden behind the curtain cannot move what is seen.
"""

from collections.abc import Iterable, Sequence
from math import log2

from rapidfuzz.distance import OSA

from filmgraph.arrays.names_text import Wanted, joined

__all__ = ["FAME", "SHORT_WORD", "distance", "fame", "too_far"]

SHORT_WORD = 3
"""How many letters a word has at least that stands for a longer one, as `chris` does."""

FAME = 0.5
"""How much of one typing error fame can make up for: less than one whole error, so a better match
beats fame, and less than `_PREFIX`, so the whole name beats a longer one that begins with it."""

_SPACING = 0.3
_PREFIX = 0.6
_UNTYPED = 0.2
_WORDS = 0.3
_ORDER = 0.4
_MISSING_WORD = 0.5
_MOST_MISSING = 2.0
_ARTICLE = 0.1
_ARTICLES = frozenset({"the", "a", "an"})
_UNFINISHED_WORD = 0.2
_SHORT_WORD = 0.4
_OTHER_NAME = 0.05
_FULL_FAME = 16.0
_FAR = 1.5
_FAR_SHARE = 0.35


def fame(degree: int) -> float:
    """How much nearer a thing's degree brings it: 0 to `FAME`, by the logarithm of the degree.

    Examples
    --------
    >>> fame(0), fame(255), fame(10**9)
    (0.0, 0.25, 0.5)
    """
    return FAME * min(1.0, log2(1 + max(degree, 0)) / _FULL_FAME)


def too_far(text: Wanted, far: float) -> bool:
    """Whether a name at that distance has too little in common with the text to be shown.

    Examples
    --------
    >>> from filmgraph.arrays.names_text import wanted
    >>> too_far(wanted("alien"), 1.0), too_far(wanted("alien"), 4.0)
    (False, True)
    """
    return far > _FAR + _FAR_SHARE * len(text.joined)


def distance(text: Wanted, names: Iterable[str]) -> float:
    """The distance of a text from the nearest of a thing's names, in typing errors.

    A typing error is a letter too many, missing, wrong, or changed for its neighbour (optimal
    string alignment, Boytsov 2011).  Other spacing, other order of the words, words left out or
    cut short and a name typed only in part cost less than an error for each letter.

    Parameters
    ----------
    text : Wanted
    names : iterable of str
        Keys (`name_key`), the label's first.

    Returns
    -------
    float
        0 for the label itself.

    Examples
    --------
    >>> from filmgraph.arrays.names_text import wanted
    >>> distance(wanted("Alein"), ["alien"]), distance(wanted("bladerunner"), ["blade runner"])
    (1.0, 0.3)
    """
    best = float("inf")
    for position, name in enumerate(names):
        far = _one_name(text, name)
        best = min(best, far + _OTHER_NAME if position else far)
    return best


def _one_name(text: Wanted, name: str) -> float:
    key = text.key
    if key == name:
        return 0.0
    best = float(OSA.distance(key, name))
    best = min(best, OSA.distance(text.joined, joined(name)) + _SPACING)
    if len(name) > len(key):
        untyped = 1 - len(key) / len(name)
        best = min(best, OSA.distance(key, name[: len(key)]) + _PREFIX + _UNTYPED * untyped)
    if best > _WORDS:
        best = min(best, _by_words(text.words, name.split(), best))
    return best


def _by_words(words: Sequence[str], of_name: list[str], best: float) -> float:
    """Each word of the text with the nearest unused word of the name, in any order."""
    total, before, turned = _WORDS, -1, False
    last = len(words) - 1
    left = dict(enumerate(of_name))
    for position, word in enumerate(words):
        nearest, where = float(len(word)), -1
        for index, other in left.items():
            far = _word(word, other, position == last)
            if far < nearest:
                nearest, where = far, index
        if where >= 0:
            del left[where]
            turned = turned or where < before
            before = where
        total += nearest
        if total >= best:
            return best
    missing = sum(_ARTICLE if word in _ARTICLES else _MISSING_WORD for word in left.values())
    return total + _ORDER * turned + min(missing, _MOST_MISSING)


def _word(word: str, other: str, last: bool) -> float:
    if word == other:
        return 0.0
    far = float(OSA.distance(word, other))
    if last and len(other) > len(word) > 1:
        far = min(far, OSA.distance(word, other[: len(word)]) + _UNFINISHED_WORD)
    elif other.startswith(word) and len(word) >= SHORT_WORD:
        far = min(far, _SHORT_WORD)
    return far
