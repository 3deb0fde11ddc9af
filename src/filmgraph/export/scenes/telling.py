"""Steps and paths in sentences."""

from collections.abc import Mapping, Sequence
from typing import Final

from filmgraph.export.lettering import shown
from filmgraph.export.look import kind_look
from filmgraph.values import Entity, Path, Step

__all__ = [
    "also",
    "colour_of",
    "heading",
    "name",
    "path_sentence",
    "sentence",
    "source_words",
    "wording",
]

_PEOPLE: Final = ("person", "character")
_HEART: Final = "has at its heart"
_THEME: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "choice": (_HEART, "is at the heart of", "at its heart", "at the heart of"),
    "major": ("is about", "is a theme of", "is about", "major in"),
    "minor": ("touches on", "is touched on in", "touches on", "minor in"),
    "suggested": ("may touch on", "may be touched on in", "may touch on", "maybe in"),
}
"""Weight of a theme: what stands between film and theme, between theme and film; as heads."""


def name(entity: Entity) -> str:
    """The name of an entity, fit to be shown.

    Examples
    --------
    >>> from filmgraph.names import iri
    >>> name(Entity(iri("film", "alien-1979"), "film", "Alien", 1979))
    'Alien (1979)'
    """
    label = shown(entity.label)
    return f"{label} ({entity.year})" if entity.year is not None else label


def wording(step: Step) -> str:
    """What stands between the ends of a step: a theme's weight decides its words."""
    weighty = _THEME.get(step.edge.weight)
    return weighty[not step.forward] if weighty else shown(step.words)


def heading(step: Step) -> str:
    """The words over several such steps from one entity: `directed by`, `at its heart`."""
    weighty = _THEME.get(step.edge.weight)
    return weighty[2 + (not step.forward)] if weighty else shown(step.words)


def also(step: Step) -> tuple[str, ...]:
    """The words of the other edges between the same two, each once."""
    words = (wording(Step(edge, edge.source == step.start)) for edge in step.others)
    return tuple(dict.fromkeys(word for word in words if word != wording(step)))


def colour_of(step: Step) -> str:
    """The colour of a step: that of the end that is no film, which says what it is about."""
    return kind_look((step.start if step.end.kind == "film" else step.end).kind).colour


def source_words(step: Step) -> str:
    """Who says so, and from which level on it may be seen where that is not open."""
    level = "" if step.level == "open" else step.level
    return " · ".join(filter(None, (", ".join(step.sources), level)))


def _leads_on(words: str) -> bool:
    """Whether words follow a name as they are: `with`, `directed by`."""
    first = words.split(" ", 1)[0]
    return first == "with" or (words.endswith(" by") and first not in ("was", "is"))


def sentence(step: Step) -> str:
    """A step as a whole sentence.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open()
    >>> print(sentence(graph.path("Alien (1979)", "Ridley Scott")[0]))
    Alien (1979) was directed by Ridley Scott.
    """
    told = step
    if not step.forward and wording(step).startswith("with"):
        # `Alien (1979) has Sigourney Weaver` says less than what she did in it.
        told = Step(step.edge, others=step.others)
    addition = "" if _said(step) else f" {shown(step.edge.addition)}"
    return f"{_clause(told)}{addition}."


def _said(step: Step) -> bool:
    """Whether the words of a step say what would stand after it."""
    return not step.edge.addition.strip() or (not step.edge.text and step.edge.weight in _THEME)


def _clause(step: Step) -> str:
    words = wording(step)
    if words.startswith("with"):
        words = f"has{words.removeprefix('with')}"
    elif _leads_on(words):
        words = f"was {words}"
    verbs = " and ".join((words, *also(step)))
    return f"{name(step.start)} {_around(verbs, name(step.end))}"


def _around(words: str, end: str) -> str:
    """Words and what they lead to, which stands between some of them."""
    if words == _HEART:
        return f"has {end} at its heart"
    return f"{words} {end}"


def path_sentence(path: Path | Sequence[Step]) -> str:
    """A path as one sentence.

    Examples
    --------
    >>> import filmgraph
    >>> print(path_sentence(filmgraph.open().path("Ridley Scott", "Rutger Hauer")))
    Ridley Scott directed Blade Runner (1982), with Rutger Hauer.
    """
    steps = tuple(path)
    if not steps:
        return ""
    if len(steps) == 1:
        return sentence(steps[0])
    parts = [_clause(steps[0])]
    for step in steps[1:]:
        words = wording(step)
        who = "" if _leads_on(words) else "who " if step.start.kind in _PEOPLE else "which "
        parts.append(f"{who}{_around(words, name(step.end))}")
    return f"{', '.join(parts)}."
