"""The curtain in a running text: which level each sentence of a page has.

The rule, in one place: the synopsis is open; a plot is `plot`, but its last fifth of sentences,
and any sentence with a cue of death, of a revelation or of the end, is `ending`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from filmgraph.record import Evidence, Level
from filmgraph.text.sentences import sentences

__all__ = ["CUES", "Part", "Told", "cue", "tell"]

Part: TypeAlias = Literal["cast", "synopsis", "plot", "ending"]

CUES: Final[dict[str, tuple[str, ...]]] = {
    "death": (
        r"die[sd]?",
        r"dying",
        r"dead(?:ly)?",
        r"deaths?",
        r"deathbed",
        r"deceased",
        r"kill(?:s|ed|ing|ings)?",
        r"murder(?:s|ed|ing|ous)?",
        r"slain|slay(?:s|ing)?",
        r"assassinat\w+",
        r"execut(?:es|ed|ing|ion)",
        r"suicid\w+",
        r"succumb\w*",
        r"perish\w*",
        r"drown\w*",
        r"strangl\w+",
        r"hang(?:s|ed) (?:him|her|them)sel\w+",
        r"pass(?:es|ed|ing) away",
        r"last breath",
        r"bleed(?:s|ing)? out|bled to",
        r"shoots? (?:and|him|her|himself|herself|them)",
        r"shot (?:and|to)",
        r"stab(?:s|bed|bing)?",
        r"sacrific\w+",
        r"funerals?",
        r"graves?",
        r"corpses?",
        r"(?:his|her|their) bod(?:y|ies)",
    ),
    "revelation": (
        r"reveal\w*",
        r"revelations?",
        r"turn(?:s|ed)? out",
        r"it emerges",
        r"twists?",
        r"unmask\w*",
        r"(?:real|true|secret) (?:identity|name|nature|self)",
        r"confess\w*",
        r"(?:realiz|realis)(?:es|ed|ing)",
        r"learn(?:s|ed|ing)? (?:that|the truth|of)",
        r"find(?:s|ing)? out|found out",
        r"discover(?:s|ed|ing)? (?:that|the truth)",
        r"the truth",
        r"all along",
        r"(?:was|were|is|are) (?:actually|really|in fact|none other)",
        r"betray\w*",
    ),
    "end": (
        r"in the end",
        r"at the end",
        r"ends? (?:with|up|as|when|on)",
        r"end(?:ed|ing)s?",
        r"final(?:ly|e)?",
        r"last (?:scene|shot|moments?|words?)",
        r"ultimately",
        r"at (?:long )?last",
        r"culminat\w+",
        r"climax\w*",
        r"epilogue",
        r"years later",
        r"ever after",
    ),
}
"""What gives an ending away, by its kind: parts of a regular expression, whole words."""

_CUE = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{'|'.join(cues)})\b)" for kind, cues in CUES.items()),
    re.IGNORECASE,
)
_LAST_PART = 5
_LEVEL: Final[dict[Part, Level]] = {
    "cast": "open",
    "synopsis": "open",
    "plot": "plot",
    "ending": "ending",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the part of the page it stands in: the part gives its level.

    Examples
    --------
    >>> Told("She dies.", "ending").level
    'ending'
    """

    text: str
    part: Part

    @property
    def level(self) -> Level:
        """What a viewer must be ready to know to read it."""
        return _LEVEL[self.part]

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence."""
        return Evidence(quote=self.text, part=self.part)


def cue(sentence: str) -> str:
    """The kind of the first cue in a sentence (`death`, `revelation`, `end`), or nothing.

    Examples
    --------
    >>> cue("It turns out that the butler is her father.")
    'revelation'
    >>> cue("They rent a boat.")
    ''
    """
    match = _CUE.search(sentence)
    return (match.lastgroup or "") if match else ""


def tell(synopsis: Iterable[str], plot: Iterable[str]) -> Sequence[Told]:
    """The sentences of a synopsis and of a plot with their parts: the rule of this module.

    Parameters
    ----------
    synopsis, plot : iterable of str
        Paragraphs.

    Examples
    --------
    >>> told = tell(["A thief hides."], ["Ann hides."] * 4 + ["Bo leaves."])
    >>> [one.part for one in told]
    ['synopsis', 'plot', 'plot', 'plot', 'plot', 'ending']
    """
    found = [Told(text, "synopsis") for paragraph in synopsis for text in sentences(paragraph)]
    hidden = [text for paragraph in plot for text in sentences(paragraph)]
    # Rounded up: of a plot of one sentence, all of it may be the end.
    end = len(hidden) - -(-len(hidden) // _LAST_PART)
    for index, text in enumerate(hidden):
        found.append(Told(text, "ending" if index >= end or cue(text) else "plot"))
    return found
