"""Values as people read them: one line, nothing that is a command."""

import unicodedata
from typing import Final, TypeAlias

from filmgraph.names import IRI, curie

__all__ = ["Cell", "cell_text", "counted", "noun", "printable", "text_width"]

Cell: TypeAlias = IRI | str | int | float | bool | None
"""One value of an answer."""

_JOINERS: Final = "\u200c\u200d"
"""Unseen letters that Persian, Indian scripts and pictograms are spelt with."""
_NOUNS: Final = {
    "person": "people",
    "series": "series",
    "identity": "identities",
    "": "things",
}
"""Kind: its word for many, where that is not the word for one and an `s`."""


def cell_text(cell: Cell) -> str:
    """A cell as a table shows it: short names for IRIs, one line, nothing that is a command.

    Examples
    --------
    >>> cell_text(IRI("https://w3id.org/filmgraph/film/alien-1979")), cell_text(True)
    ('film/alien-1979', 'yes')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return printable(curie(cell)) if isinstance(cell, str) else str(cell)


def noun(kind: str, count: int) -> str:
    """A kind as a word, for one or for many.

    Examples
    --------
    >>> noun("person", 2), noun("film", 1), noun("", 3)
    ('people', 'film', 'things')
    """
    if count == 1:
        return kind or "thing"
    return _NOUNS.get(kind, f"{kind}s")


def counted(count: int, kind: str) -> str:
    """So many of a kind, in words.

    Examples
    --------
    >>> counted(1, "film"), counted(1_200, "person")
    ('1 film', '1,200 people')
    """
    return f"{count:,} {noun(kind, count)}"


def printable(text: str) -> str:
    """The text as one line, without what a terminal or a page would take for a command.

    Line breaks become spaces; control characters and the marks that turn the direction of
    writing become `�`.

    Examples
    --------
    >>> printable("Blade\\nRunner\\x1b[31m")
    'Blade Runner�[31m'
    """
    if text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else "�"


def text_width(text: str) -> int:
    """How many columns of a terminal a line takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(one) or one in _JOINERS
        else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )
