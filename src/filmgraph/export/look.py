"""How each kind of thing looks: shape, colour, word.

The colours keep apart for eyes that see red and green alike (measured, see the design of the
explorer), and the shapes repeat the kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["LOOKS", "PALETTE", "Look", "kind_look"]

PALETTE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "light": {
            "ground": "#faf8f3",
            "iris": "#ffffff",
            "ink": "#1d1b20",
            "soft": "#625e66",
            "line": "#d9d4ca",
            "film": "#2f3a46",
            "person": "#b8400a",
            "character": "#b83fa0",
            "setting": "#2a7350",
            "theme": "#3a2fb5",
            "event": "#7a6f10",
        },
        "dark": {
            "ground": "#111218",
            "iris": "#1a1c25",
            "ink": "#efecf4",
            "soft": "#a5a2b1",
            "line": "#343644",
            "film": "#e1e9ef",
            "person": "#ff7a1f",
            "character": "#d884c2",
            "setting": "#52c67e",
            "theme": "#8f8dfa",
            "event": "#f2ce67",
        },
    }
)
"""Colours on light and on dark ground, each at least 4.6 in contrast to it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind looks.

    Attributes
    ----------
    shape : str
        As vis names it.
    colour : str
        A key of `PALETTE`.
    word : str
        In the legend.
    path : str
        The shape as an SVG path around 0, 0.
    """

    shape: str
    colour: str
    word: str
    path: str


_SQUARE: Final = "M-5-5h10v10h-10z"
_DOT: Final = "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z"
_DIAMOND: Final = "M0-7L7 0L0 7L-7 0z"
_TRIANGLE: Final = "M0-6L6 5H-6z"
_HEXAGON: Final = "M6.5 0L3.2 5.6H-3.2L-6.5 0L-3.2-5.6H3.2z"
_POINTED: Final = "M0 6L6-5H-6z"

_SETTING: Final = Look("triangle", "setting", "place", _TRIANGLE)
_GENRE: Final = Look("triangleDown", "event", "genre", _POINTED)

_OTHER: Final = Look("dot", "soft", "other", _DOT)

_KINDS: Final[Mapping[str, Look]] = MappingProxyType(
    {
        "film": Look("square", "film", "film", _SQUARE),
        "person": Look("dot", "person", "person", _DOT),
        "character": Look("diamond", "character", "character", _DIAMOND),
        "theme": Look("hexagon", "theme", "theme", _HEXAGON),
        "place": _SETTING,
        "setting": _SETTING,
        "period": _SETTING,
        "genre": _GENRE,
    }
)

LOOKS: Final = (*dict.fromkeys(_KINDS.values()), _OTHER)
"""Every look, in the order of the legend."""


def kind_look(kind: str) -> Look:
    """The look of a kind; of one that has none of its own, a dot in soft ink.

    Examples
    --------
    >>> kind_look("film").shape, kind_look("organization").shape
    ('square', 'dot')
    """
    return _KINDS.get(kind, _OTHER)
