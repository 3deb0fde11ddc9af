"""Cutting a text into sentences.

A small rule set of our own: a sentence ends at `.`, `!`, `?` or `…` (with the quotes and brackets
that close there) when what follows looks like a beginning, and when the full stop belongs neither
to an abbreviation, an initial nor a number.
"""

import re

from filmgraph.text.words import word_set

__all__ = ["sentences"]

_TITLES = word_set(
    "mr mrs ms mx dr prof st mt ft rev hon capt lt col gen sgt cpl pvt maj cmdr adm det insp supt "
    "gov sen rep pres messrs mme mlle fr sr sra srta"
)
"""Abbreviations that stand before a name, so that no sentence ends behind them."""

_INNER = word_set("vs cf eg ie e.g i.e no nos vol ca approx fig pp viz resp")
"""Abbreviations that stand inside a sentence."""

_SUFFIXES = word_set(
    "jr sr inc ltd co corp bros etc a.m p.m am pm ph.d m.d b.a m.a u.s u.k u.n u.s.a d.c l.a n.y "
    "u.s.s.r e.u w.w"
)
"""Abbreviations that may end a sentence: it ends there if a word follows that seldom goes on."""

_BEGINNINGS = word_set(
    "a after although an and as at because before being but by despite during each even every "
    "following for from having he her here his how however if in instead it its later many "
    "meanwhile most no now on once one our she since so some soon suddenly that the their then "
    "there these they this those though through to together two under unlike until upon we what "
    "when whether while who with without yet you"
)
"""Words that, with a capital, show that a sentence begins after `U.S.` or `Jr.`."""

_CLOSERS = "\"'”’»)]›"
_OPENERS = "\"'“‘«([¿¡‹—–-"
_END = re.compile(rf"(?:[.!?…]+|[。！？｡]+)[{re.escape(_CLOSERS)}]*")
_LAST_WORD = re.compile(r"[^\s\"“‘«(\[—–]*\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_LOOK_BACK = 40
_WIDE = "。！？｡"


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, without the white space around them.

    Parameters
    ----------
    text : str
        Running text; a blank line ends a sentence, a single line break does not.

    Returns
    -------
    list of str

    Notes
    -----
    Time is linear in the length of the text.

    Examples
    --------
    >>> sentences("Dr. Mary Falk flew to the U.S. in May. “Who are you?” he asked. She ran…")
    ['Dr. Mary Falk flew to the U.S. in May.', '“Who are you?” he asked.', 'She ran…']
    """
    found = []
    for paragraph in re.split(r"\n[^\S\n]*\n", text):
        found += _in_paragraph(" ".join(paragraph.split()))
    return found


def _in_paragraph(text: str) -> list[str]:
    found = []
    start = 0
    for end in _END.finditer(text):
        if _ends(text, end.start(), end.end()):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(text: str, mark: int, end: int) -> bool:
    if text[mark] in _WIDE:
        return True
    after = text[end : end + _LOOK_BACK]
    if not after.strip():
        return True
    if not after[0].isspace():
        return False
    following = after.lstrip().lstrip(_OPENERS)
    if not following or not (
        following[0].isupper() or following[0].isdigit() or _caseless(following[0])
    ):
        return False
    return text[mark] != "." or _full_stop_ends(text, mark, end, following)


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _full_stop_ends(text: str, mark: int, end: int, following: str) -> bool:
    if end - mark > 1:
        return True
    last = _LAST_WORD.search(text[max(0, mark - _LOOK_BACK) : mark])
    word = last.group() if last else ""
    key = word.lower()
    if key in _TITLES or key in _INNER:
        return key == "no" and not following[0].isdigit()
    if key in _SUFFIXES or _INITIAL.match(word):
        return _begins(following)
    return True


def _begins(following: str) -> bool:
    word = _FIRST_WORD.match(following)
    return word is not None and word.group().lower() in _BEGINNINGS
