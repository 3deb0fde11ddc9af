"""What a SPARQL text may be before it reaches the store.

The store's parser recurses, so deep nesting ends the process; and `SERVICE` really calls out.
Both are told from the text alone, with strings, IRIs and comments left out of account.
"""

import re
from typing import Final

from filmgraph.errors import QueryRefused
from filmgraph.options import LIMITS

__all__ = ["guard"]

_SKIP: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n\r]*",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE: Final = re.compile(r"(?<![\w:?$@-])service(?![\w:-])", re.IGNORECASE)
_OPENING: Final = frozenset("{([")
_CLOSING: Final = frozenset("})]")


def guard(query: str) -> None:
    """Refuse a query that no store should parse.

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
    bare = _SKIP.sub(" ", _ESCAPE.sub(_unescape, query))
    if _SERVICE.search(bare):
        raise QueryRefused("The query calls another server (SERVICE), which is not allowed.")
    _refuse_depth(bare)


def _unescape(match: re.Match[str]) -> str:
    # SPARQL decodes these before it parses, so `\u0053ERVICE` is SERVICE.
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _refuse_depth(bare: str) -> None:
    depth = deepest = chain = longest = 0
    for character in bare:
        if character in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif character in _CLOSING:
            depth -= 1
        if character in "!-+^":
            chain += 1
            longest = max(longest, chain)
        elif not character.isspace():
            chain = 0
    limit = LIMITS.query_depth
    if max(deepest, longest) > limit:
        raise QueryRefused(
            f"The query nests {max(deepest, longest):,} deep; at most {limit} are read.",
            hint="Write it flatter.",
        )
