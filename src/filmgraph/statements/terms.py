"""RDF terms as N-Triples text: quicker to write than objects, and the same bytes every time."""

import re
from typing import Final

from filmgraph.vocabulary import XSD

__all__ = ["boolean", "date", "integer", "node", "text", "url"]

_ESCAPES: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_TO_ESCAPE: Final = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})')
_DATES: Final = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":  # half a character: no RDF text can hold it
        return "\\uFFFD"
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def node(iri: str) -> str:
    """An IRI of ours as a term.

    Examples
    --------
    >>> node("https://w3id.org/filmgraph/film/alien-1979")
    '<https://w3id.org/filmgraph/film/alien-1979>'
    """
    return f"<{iri}>"


def url(address: str) -> str:
    """The address of a page as a term; characters that no IRI may hold are percent-encoded.

    Examples
    --------
    >>> url("https://example.org/100%?a#b#c")
    '<https://example.org/100%25?a#b%23c>'
    """
    head, mark, rest = address.partition("#")
    whole = head + mark + rest.replace("#", "%23")
    return f"<{_NOT_IN_IRI.sub(lambda match: f'%{ord(match.group()[0]):02X}', whole)}>"


def text(value: str, language: str | None = None) -> str:
    r"""A text as a term, with its language where it has one.

    Examples
    --------
    >>> print(text('He said "no"\n', "en"))
    "He said \"no\"\n"@en
    """
    if _TO_ESCAPE.search(value):
        value = _TO_ESCAPE.sub(_escape, value)
    return f'"{value}"@{language}' if language else f'"{value}"'


def integer(value: int) -> str:
    """A whole number as a term.

    Examples
    --------
    >>> integer(1979)
    '"1979"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{value}"^^<{XSD.integer}>'


def boolean(value: bool) -> str:
    """Yes or no as a term.

    Examples
    --------
    >>> boolean(True)
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    """
    return f'"{"true" if value else "false"}"^^<{XSD.boolean}>'


def date(value: str) -> str:
    """A day, a month or a year as a term.

    Examples
    --------
    >>> date("1995-10")
    '"1995-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return f'"{value}"^^<{_DATES[len(value)]}>'
