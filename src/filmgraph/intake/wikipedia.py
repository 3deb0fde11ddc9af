"""Pages of the English Wikipedia: one spelling for each, so that sources meet at it."""

import re
import unicodedata
from urllib.parse import quote, unquote

__all__ = ["SCHEME", "page_name", "page_url", "plain_title"]

SCHEME = "wikipedia"
"""Scheme of identifiers whose value is the name of a page of the English Wikipedia."""

_HOST = re.compile(r"^h+ttps?://en\.(?:m\.)?wikipedia\.org/wiki/", re.IGNORECASE)
_BRACKETS = re.compile(r"_?\([^()]*\)$")
_ILLEGAL = re.compile(r"[\x00-\x1f\x7f<>\[\]|{}]")
_SAFE = "/:@!$&'()*+,;=-._~"


def page_name(page: str) -> str | None:
    """The name of a page, from its address or from a name in any spelling.

    Percent signs decoded, underscores for spaces, composed accents (NFC), the first letter a
    capital, without the part after `#` or `?`; None where nothing is left or it is no name.

    Examples
    --------
    >>> page_name("https://en.wikipedia.org/wiki/Am%C3%A9lie#Plot")
    'Amélie'
    >>> page_name("The_Artist%27s_Dilemma")
    "The_Artist's_Dilemma"
    >>> page_name("https://example.org/wiki/Alien")
    """
    name = _HOST.sub("", page.strip())
    if "://" in name:
        return None
    try:
        name = unquote(re.split("[#?]", name, maxsplit=1)[0], errors="strict")
    except UnicodeDecodeError:
        return None
    name = re.sub(r"[\s_]+", "_", unicodedata.normalize("NFC", name)).strip("_")
    if not name or _ILLEGAL.search(name):
        return None
    return name[0].upper() + name[1:]


def page_url(name: str) -> str:
    """The address of a page.

    Examples
    --------
    >>> page_url("Amélie")
    'https://en.wikipedia.org/wiki/Am%C3%A9lie'
    """
    return "https://en.wikipedia.org/wiki/" + quote(name, safe=_SAFE)


def plain_title(name: str) -> str:
    """The title in a page's name, without what sets it apart from others of that title.

    Examples
    --------
    >>> plain_title("The_Wizard_of_Oz_(1939_film)")
    'The Wizard of Oz'
    """
    return _BRACKETS.sub("", name).replace("_", " ")
