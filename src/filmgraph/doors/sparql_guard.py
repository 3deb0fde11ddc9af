"""What a SPARQL text may be before it reaches the store.

The store's parser recurses, so deep nesting ends the process; and `SERVICE` really calls out.
Both are told from the text alone, with strings, IRIs and comments left out of account.

The store's parser takes keywords without a space before or after them (`SERVICEx:y{…}`), and it
takes `<` for an IRI or for "less than" by what stands around it, which cannot be told from the
text alone.  So the word is refused wherever it stands outside of names, strings and IRIs; and a
`<…>` that would hide something if it were no IRI is refused too.
"""

import re
from collections.abc import Iterator
from typing import Final

from filmgraph.errors import QueryRefused
from filmgraph.options import LIMITS

__all__ = ["guard"]

_TOKEN: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)'
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|:\w[\w-]*"
    r"|@[a-z]+(?:-[a-z0-9]+)*",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE: Final = re.compile("service", re.IGNORECASE)
_FROM: Final = re.compile("from", re.IGNORECASE)
_WHOLE: Final = re.compile(r"<[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HIDING: Final = re.compile(r"['#(\[]|service", re.IGNORECASE)
_BRACKETS: Final = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}


def guard(query: str, *, fetches_from: bool = False) -> None:
    """Refuse a query that no store should parse.

    Parameters
    ----------
    query : str
    fetches_from : bool
        Whether the engine would fetch what FROM names from the network, as rdflib's does.

    Raises
    ------
    QueryRefused
        If the text is too long or nested too deeply, or asks another server.

    Examples
    --------
    >>> guard("SELECT ?s { ?s ?p 'SERVICE {{{{' }")
    >>> guard("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    filmgraph.errors.QueryRefused: The query calls another server (SERVICE), which is not allowed.
    """
    limit = LIMITS.query_length
    if len(query) > limit:
        raise QueryRefused(
            f"The query has {len(query):,} characters; at most {limit:,} are read.",
            hint="Ask in smaller parts.",
        )
    if "\x00" in query:
        raise QueryRefused("The query holds a null character.")
    for text in _readings(query):
        bare = _TOKEN.sub(_bare, text)
        if _SERVICE.search(bare):
            raise QueryRefused("The query calls another server (SERVICE), which is not allowed.")
        if fetches_from and _FROM.search(bare):
            raise QueryRefused(
                "The query names its graphs by FROM, which this engine would fetch.",
                hint="Choose a source's graph with GRAPH, or ask with graph.sparql.",
            )
        _refuse_depth(bare)


def _readings(query: str) -> Iterator[str]:
    """The text as it is, and with its escapes decoded before it is parsed.

    SPARQL decodes `\\u0053` everywhere; pyoxigraph 0.5 in strings and IRIs only.
    """
    yield query
    if _ESCAPE.search(query):
        yield _ESCAPE.sub(_unescape, query)


def _unescape(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _bare(match: re.Match[str]) -> str:
    # Read as "less than", a name and "//" is no query: such a `<` surely begins an IRI.
    iri = match.group("iri")
    if iri and not _WHOLE.match(iri) and _HIDING.search(iri):
        raise QueryRefused(
            f"It cannot be told whether {iri[:40]!r} in the query is an address.",
            hint="Write addresses whole (<https://…>), and a space after a sign such as <.",
        )
    return " "


def _refuse_depth(bare: str) -> None:
    depth = deepest = 0
    for character in bare:
        depth = max(0, depth + _BRACKETS.get(character, 0))
        deepest = max(deepest, depth)
    limit = LIMITS.query_depth
    if deepest > limit:
        raise QueryRefused(
            f"The query nests {deepest:,} deep; at most {limit} are read.",
            hint="Write it flatter.",
        )
