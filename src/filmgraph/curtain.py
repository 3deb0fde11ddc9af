"""The curtain: what a viewer may know of a film, and who decides.

Three levels, each holding the ones before it: `open` (credits, genres, premise, main themes),
`plot` (what happens), `ending` (how it turns out).  `KINDS` is the one table that gives each kind
of statement its level where source and annotator set none.
"""

from collections.abc import Iterable
from typing import Final

from filmgraph.errors import OptionError
from filmgraph.record import Level

__all__ = ["KINDS", "LEVELS", "allowed", "check_level", "default_level", "higher", "lower"]

LEVELS: Final[tuple[Level, ...]] = ("open", "plot", "ending")
_RANK: Final[dict[str, int]] = {level: rank for rank, level in enumerate(LEVELS)}

KINDS: Final[dict[str, Level]] = {
    "fact": "open",
    "credit": "open",
    "genre": "open",
    "link": "open",
    "money": "open",
    "detail": "open",
    "synopsis": "open",
    "portrayal": "open",
    "named character": "open",
    "choice theme": "open",
    "major theme": "open",
    "suggested theme": "plot",
    "premise setting": "open",
    "film relation": "open",
    "post-credit scene": "open",
    "extract": "plot",
    "event": "plot",
    "relation": "plot",
    "unnamed character": "plot",
    "group character": "plot",
    "trait": "plot",
    "minor theme": "plot",
    "motif": "plot",
    "setting": "plot",
    "theme of character": "plot",
    "telling": "plot",
    "motivation": "ending",
    "plot text": "ending",
    "post-credit content": "ending",
}
"""Kind of statement: its level where nothing else sets it."""


def check_level(level: str) -> Level:
    """The level, or an error that lists the three.

    Raises
    ------
    OptionError
        If there is no such level.

    Examples
    --------
    >>> check_level("plot")
    'plot'
    """
    for known in LEVELS:
        if known == level:
            return known
    raise OptionError(f"There is no level {level!r}; the levels are {', '.join(LEVELS)}.")


def default_level(kind: str) -> Level:
    """The level of a kind of statement (see `KINDS`).

    Examples
    --------
    >>> default_level("motivation")
    'ending'
    """
    return KINDS[kind]


def higher(*levels: Level) -> Level:
    """The highest of some levels: what is made of several things hides as the most hidden does.

    Examples
    --------
    >>> higher("open", "ending", "plot")
    'ending'
    """
    return max(levels, key=_RANK.__getitem__)


def lower(levels: Iterable[Level]) -> Level:
    """The lowest of some levels: what one source tells freely is free.

    Examples
    --------
    >>> lower(["ending", "plot"])
    'plot'
    """
    return min(levels, key=_RANK.__getitem__)


def allowed(level: Level) -> tuple[Level, ...]:
    """The levels that someone who may see `level` may see.

    Examples
    --------
    >>> allowed("plot")
    ('open', 'plot')
    """
    return LEVELS[: _RANK[level] + 1]
