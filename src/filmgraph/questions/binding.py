"""Binding: a question's parameters are data, never text of the query.

They stand in one `VALUES` row at the head of the outermost group, so that every SPARQL 1.1 engine
reads them alike.  A parameter that is not given is `UNDEF` there, and `!bound(?parameter)` tells.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from filmgraph.errors import InputError, ParameterError
from filmgraph.names import IRI
from filmgraph.questions.question import Question

__all__ = ["bind", "integer_term", "iri_term", "text_term"]

_TOKEN: Final = re.compile(
    r"""(?P<skip>\#[^\n]*
        |<[^<>"{}|^`\\\x00-\x20]*>
        |\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}
        |'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"
        |'(?:[^'\\\n\r]|\\.)*')
      |(?P<word>[?$]?\w+)
      |(?P<mark>[{}])
    """,
    re.VERBOSE | re.DOTALL,
)
_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\x00-\x20\ud800-\udfff]+')
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE: Final = re.compile(r'\\(?P<u>[uU])|["\\\n\r\t]')
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def bind(question: Question, terms: Mapping[str, str]) -> str:
    """The question's query with its parameters bound.

    Parameters
    ----------
    question : Question
    terms : mapping of str to str
        Parameter: its value as a SPARQL term.  A parameter that is left out is unbound.

    Returns
    -------
    str
        SPARQL 1.1 that can be asked anywhere.

    Examples
    --------
    >>> question = Question("x", "X.", "SELECT ?film WHERE { ?film fg:year ?year }",
    ...     parameters={"year": None})
    >>> print(bind(question, {"year": integer_term(1979)}))
    SELECT ?film WHERE {
      VALUES (?year) { (1979) }
     ?film fg:year ?year }
    """
    names = list(question.parameters)
    if not names:
        return question.text
    at = _head(question)
    variables = " ".join(f"?{name}" for name in names)
    row = " ".join(terms.get(name, "UNDEF") for name in names)
    values = f"\n  VALUES ({variables}) {{ ({row}) }}\n"
    return question.text[:at] + values + question.text[at:]


def iri_term(iri: IRI) -> str:
    """An IRI as a SPARQL term.

    Raises
    ------
    ParameterError
        If it holds what no IRI may hold.

    Examples
    --------
    >>> iri_term(IRI("https://w3id.org/filmgraph/film/alien-1979"))
    '<https://w3id.org/filmgraph/film/alien-1979>'
    """
    if not _IRI.fullmatch(iri):
        raise ParameterError(f"{iri!r} is not an IRI.")
    return f"<{iri}>"


def text_term(text: str) -> str:
    r"""A text as a SPARQL literal.

    Raises
    ------
    ParameterError
        If it holds half a character (a lone surrogate) or the null character.

    Examples
    --------
    >>> print(text_term('the "Nostromo"'))
    "the \"Nostromo\""
    """
    if _LONE_SURROGATE.search(text) or "\x00" in text:
        raise ParameterError(f"The text {text!r} holds a character that no query can hold.")
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    # SPARQL reads \uXXXX before anything else, so some engines see one in an escaped backslash
    # that a `u` follows; written as a code point itself, the letter is safe with all of them.
    letter = match["u"]
    if letter is not None:
        return f"\\\\\\U{ord(letter):08X}"
    return _ESCAPES[match.group()]


def integer_term(number: int) -> str:
    """A whole number as a SPARQL literal of type xsd:integer.

    Examples
    --------
    >>> integer_term(1979)
    '1979'
    """
    return str(number)


def _head(question: Question) -> int:
    """Where the outermost group begins: after the brace that follows the first WHERE."""
    after_where = False
    for word, end in _words(question.text):
        if after_where and word == "{":
            return end
        after_where = word.upper() == "WHERE"
    raise InputError(f"{question.where or question.name}: the query has no 'WHERE {{'.")


def _words(text: str) -> Iterator[tuple[str, int]]:
    for match in _TOKEN.finditer(text):
        if match["skip"] is None:
            yield match.group(), match.end()
