"""How names are spelt in the name index: one key for all spellings that are the same."""

from dataclasses import dataclass

from filmgraph.names import fold, one_line

__all__ = [
    "MAX_NAME",
    "MAX_TEXT",
    "MAX_WORDS",
    "Wanted",
    "joined",
    "name_key",
    "split_year",
    "wanted",
]

MAX_NAME = 1_000
"""How many characters of a name are compared when it must be equal."""

MAX_TEXT = 160
"""How many characters of a text are searched for; a name is told by far fewer."""

MAX_WORDS = 12
"""How many words of a text are searched for."""

_YEARS = range(1870, 2101)
_YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text to search for, taken apart.

    Attributes
    ----------
    key : str
        The folded text, at most `MAX_TEXT` characters.
    words : tuple of str
        Its words, at most `MAX_WORDS`.
    joined : str
        The key without spaces: `bladerunner`.
    numbered : bool
        Whether a word begins with a digit, as a year does.
    titled : Wanted, optional
        The same without the year it ends in.
    """

    key: str
    words: tuple[str, ...]
    joined: str
    numbered: bool
    titled: "Wanted | None" = None


def name_key(text: str) -> str:
    """The key of a name: folded; where it has no letter or digit, as it stands.

    Examples
    --------
    >>> name_key("Amélie"), name_key("$"), name_key(" ")
    ('amelie', '$', '')
    """
    text = text[:MAX_NAME]
    return fold(text) or one_line(text).casefold()


def joined(key: str) -> str:
    """A key without its spaces, so that `bladerunner` finds `blade runner`.

    Examples
    --------
    >>> joined("blade runner")
    'bladerunner'
    """
    return key.replace(" ", "")


def wanted(text: str) -> Wanted:
    """A text to search for, folded, cut to what is searched, and taken apart.

    Examples
    --------
    >>> wanted("Blade  RUNNER!").words
    ('blade', 'runner')
    """
    words = tuple(name_key(text)[:MAX_TEXT].split()[:MAX_WORDS])
    title, year = split_year(" ".join(words))
    titled = wanted(title) if year is not None else None
    numbered = any(word[0].isdigit() for word in words)
    return Wanted(" ".join(words), words, "".join(words), numbered, titled)


def split_year(key: str) -> tuple[str, int | None]:
    """A key without the year it ends in, and that year; `None` where it ends in no year.

    Examples
    --------
    >>> split_year("alien 1979"), split_year("1984"), split_year("district 9")
    (('alien', 1979), ('1984', None), ('district 9', None))
    """
    rest, _, last = key.rpartition(" ")
    if rest and len(last) == _YEAR_LENGTH and last.isascii() and last.isdigit():
        year = int(last)
        if year in _YEARS:
            return rest, year
    return key, None
