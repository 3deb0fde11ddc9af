"""Where a sentence names someone: runs of words with capitals, told from those that are not names.

`mask` writes a sentence with a sign for each name, so that a rule is a plain regular expression.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmgraph.text.words import (
    ADJECTIVES,
    DEMONYMS,
    FUNCTION_WORDS,
    PARTICLES,
    PERSONS,
    TITLES,
    WORD_NAMES,
    word_set,
)

__all__ = ["Masked", "Name", "mask", "name_pattern", "unmask"]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){1,4}(?![^\W_])"  # initials
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|Lt|Col|Capt|Gen|Sgt|Cpl|Maj|Det|Insp|Rev|Cmdr)\."
    r"|\w+(?:['’‘\-‐‑]\w+)*"
    r"|[^\w\s]"
)
_POSSESSIVE = re.compile(r"['’‘]s\Z")
_QUOTES = frozenset("\"“”'‘’")
_OPENS, _CLOSES = "\ue000", "\ue001"
_SIGN = re.compile(rf"{_OPENS}(\d+){_CLOSES}")
_SIGNS = str.maketrans("", "", _OPENS + _CLOSES)
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:ed|ing|less|ful|ous|ly|ish|ive)\Z")
_NOT_ADJECTIVES = word_set(
    "alfred mildred winifred manfred siegfried wilfred ahmed mohammed muhammed hamed jared irving "
    "sterling harding fielding golding browning kipling redding spalding emily molly sally billy "
    "willy polly dolly holly kelly shelly nelly reilly beverly carly lily ally wally clive olive "
    "hatfield connolly donnelly bradley buckley reed creed fleming channing manning golightly "
    "kimberly ellie elly tully scully beatrice tarnished"
)
_NICKNAME_WORDS = 3
_MOST_WORDS = 10
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence.

    Attributes
    ----------
    text : str
        As it stands, on one line, without possessive ending.
    words : tuple of str
        Its words.
    nickname : str
        What stands in quotes inside it: `Ellen "Nell" Ripley`.
    first : bool
        Whether it begins the sentence, where every word has a capital.
    stripped : str
        A word before it that was taken off: `Young`, `American`, `The`.
    """

    text: str
    words: tuple[str, ...]
    nickname: str = ""
    first: bool = False
    stripped: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in which each name is a sign, and the names.

    Examples
    --------
    >>> masked = mask("Then Dr. Ann Lee's son meets Max von Sydow.")
    >>> [name.text for name in masked.names]
    ['Dr. Ann Lee', 'Max von Sydow']
    """

    text: str
    names: tuple[Name, ...]


def unmask(masked: Masked) -> str:
    """The sentence with its names again.

    Examples
    --------
    >>> unmask(mask("Then Ann Lee waits."))
    'Then Ann Lee waits.'
    """
    return _SIGN.sub(lambda match: masked.names[int(match.group(1))].text, masked.text)


def name_pattern(group: str) -> str:
    """The part of a regular expression that stands for a name; its group holds the name's index.

    Examples
    --------
    >>> import re
    >>> re.search(name_pattern("who") + " waits", mask("Ann waits.").text).group("who")
    '0'
    """
    return rf"{_OPENS}(?P<{group}>\d+){_CLOSES}"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() and (len(self.text) > 1 or self.text != "I")


def mask(sentence: str) -> Masked:
    """A sentence with its names as signs; one of more than 10,000 characters names nobody.

    Examples
    --------
    >>> mask("American Rick sees the Joker.").names[0]
    Name(text='Rick', words=('Rick',), nickname='', first=False, stripped='American')
    """
    if len(sentence) > _LONGEST:
        return Masked("", ())
    sentence = sentence.translate(_SIGNS)
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]
    pieces: list[str] = []
    names: list[Name] = []
    done = 0
    for begin, end in _runs(tokens, sentence):
        name, skipped = _name(tokens[begin:end], begin == _first_word(tokens))
        if name is None:
            continue
        start = tokens[begin + skipped].start
        last = tokens[end - 1]
        stop = last.end - (len(last.text) - len(_POSSESSIVE.sub("", last.text)))
        pieces += [sentence[done:start], f"{_OPENS}{len(names)}{_CLOSES}"]
        names.append(name)
        done = stop
    pieces.append(sentence[done:])
    return Masked("".join(pieces), tuple(names))


def _first_word(tokens: list[_Token]) -> int:
    return next((i for i, token in enumerate(tokens) if token.text[0].isalnum()), -1)


def _runs(tokens: list[_Token], sentence: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each longest run of words that may be one name."""
    at = 0
    while at < len(tokens):
        if not tokens[at].capital:
            at += 1
            continue
        end = at + 1
        while (longer := _longer(tokens, end, sentence)) > end:
            end = longer
        yield at, end
        at = end


def _longer(tokens: list[_Token], end: int, sentence: str) -> int:
    """The end of the run with the next word, or the same end if the run is over."""
    if end >= len(tokens) or _POSSESSIVE.search(tokens[end - 1].text):
        return end
    between = sentence[tokens[end - 1].end : tokens[end].start]
    if between != " ":
        suffix = between == "" and tokens[end].text == "," and _suffix(tokens, end + 1)
        return end + 2 if suffix else end
    return _with(tokens, end)


def _with(tokens: list[_Token], end: int) -> int:
    token = tokens[end]
    if token.capital:
        return end + 1
    if token.text.isdigit():
        # HAL 9000, but not May 1945.
        return end + (tokens[end - 1].text.isupper() and len(tokens[end - 1].text) > 1)
    if token.text in PARTICLES:
        return _after_particles(tokens, end)
    return _after_nickname(tokens, end) if token.text in _QUOTES else end


def _suffix(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text.rstrip(".") in ("Jr", "Sr")


def _after_particles(tokens: list[_Token], at: int) -> int:
    end = at
    while end < len(tokens) and tokens[end].text in PARTICLES:
        end += 1
    return end + 1 if end < len(tokens) and tokens[end].capital else at


def _after_nickname(tokens: list[_Token], at: int) -> int:
    for end in range(at + 2, min(at + 2 + _NICKNAME_WORDS, len(tokens) - 1)):
        if tokens[end].text in _QUOTES:
            inside = all(token.text[0].isalnum() for token in tokens[at + 1 : end])
            return end + 2 if inside and tokens[end + 1].capital else at
    return at


def _name(tokens: list[_Token], first: bool) -> tuple[Name | None, int]:
    """The name in a run, and how many words at its head are no part of it."""
    skipped = 0
    while skipped < len(tokens) and _is_no_part(tokens, skipped, first):
        skipped += 1
    kept = tokens[skipped:]
    if not kept or len(kept) > _MOST_WORDS or (len(kept) == 1 and _is_alone_no_name(kept[0])):
        return None, 0
    words, nickname = _words(kept)
    name = Name(
        text=" ".join(words),
        words=words,
        nickname=nickname,
        first=first and skipped == 0,
        stripped=tokens[skipped - 1].text if skipped else "",
    )
    return name, skipped


def _is_alone_no_name(token: _Token) -> bool:
    word = _POSSESSIVE.sub("", token.text).lower().rstrip(".")
    return word in TITLES or word in DEMONYMS


def _is_no_part(tokens: list[_Token], at: int, first: bool) -> bool:
    word = tokens[at].text.lower()
    if word in FUNCTION_WORDS or (word == "will" and first and at == 0 and len(tokens) == 1):
        return True
    if at + 1 == len(tokens):
        return False
    if word in DEMONYMS:
        return True
    return first and at == 0 and _describes(word)


def _describes(word: str) -> bool:
    """Whether a word that begins a sentence describes the name behind it."""
    if word in ADJECTIVES or word in PERSONS - TITLES - WORD_NAMES:
        return True
    return bool(_ADJECTIVE.match(word)) and word not in _NOT_ADJECTIVES


def _words(tokens: list[_Token]) -> tuple[tuple[str, ...], str]:
    words: list[str] = []
    inside: list[str] = []
    quoted = False
    for token in tokens:
        if token.text in _QUOTES:
            quoted = not quoted
        elif quoted:
            inside.append(token.text)
        elif token.text != ",":
            words.append(_POSSESSIVE.sub("", token.text))
    return tuple(words), " ".join(inside)
