"""Reading a tree as a form: fields of a kind, with a sentence for each that is filled in wrong."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast, get_args

import msgspec
from rapidfuzz import process

from filmgraph.errors import NEAR_MATCHES, shown
from filmgraph.intake.timeline.outline import Branch, Fault, Leaf, Node, Row
from filmgraph.names import has_letters, one_line
from filmgraph.record import Evidence, Level
from filmgraph.record.parts import MAX_NAME, MAX_TEXT

__all__ = ["SHOWN", "Faults", "Form", "Pairs", "PartOf"]

_T = TypeVar("_T")
SHOWN: Final = 20
"""How many faults of a file are shown."""

_NEAR: Final = 60
_YES: Final = frozenset({"yes", "true", "on"})
_NO: Final = frozenset({"no", "false", "off"})
LEVELS: Final = get_args(Level)

PartOf = Callable[[str], str | None]
"""The part of the film's page in which a quote stands; None where it stands nowhere."""


@dataclass(slots=True)
class Faults:
    """What is wrong with a timeline, gathered while it is read."""

    found: list[Fault] = field(default_factory=list)
    part_of: PartOf = lambda quote: "plot"

    def add(self, line: int, message: str) -> None:
        """Note what is wrong in a line."""
        self.found.append(Fault(line, message))

    def near(self, name: str, known: Iterable[str]) -> str:
        """The end of a message: what may have been meant, if anything looks like it.

        Examples
        --------
        >>> Faults().near("Lenard", ["Leonard", "Teddy"])
        ' Did you mean: Leonard?'
        """
        if len(self.found) >= SHOWN:  # looking is slow, and no one will read it
            return ""
        found = process.extract(name, list(known), limit=NEAR_MATCHES, score_cutoff=_NEAR)
        return f" Did you mean: {', '.join(match[0] for match in found)}?" if found else ""


Pairs = Sequence[tuple[str, int, Node]]


class Form:
    """A mapping of which the keys are known.

    Parameters
    ----------
    node : Node
        What stands there; anything but a mapping is a fault.
    what : str
        What it describes, for messages: `an event`.
    keys : sequence of str
        The keys it may have.
    faults : Faults
    short : str, optional
        The key for which a text stands where the whole is one: `[Polaroids]` for a list of motifs.
    """

    def __init__(
        self, node: Node, what: str, keys: Sequence[str], faults: Faults, short: str = ""
    ) -> None:
        self.line = node.line
        self._what = what
        self._faults = faults
        if isinstance(node, Leaf) and short and not _is_empty(node):
            node = Branch(node.line, {short: node}, {short: node.line})
        self._branch = node if isinstance(node, Branch) else Branch(node.line)
        if not isinstance(node, Branch) and not _is_empty(node):
            faults.add(node.line, f"{what[0].upper()}{what[1:]} is written as KEY: VALUE lines.")
        for key, line in self._branch.lines.items():
            if key not in keys:
                faults.add(line, f"{shown(key)} is no key of {what}.{faults.near(key, keys)}")

    def __contains__(self, key: str) -> bool:
        value = self._branch.values.get(key)
        return value is not None and not _is_empty(value)

    def line_of(self, key: str) -> int:
        """The line of a key; that of the whole where it is missing."""
        return self._branch.lines.get(key, self.line)

    def node(self, key: str) -> Node | None:
        """What stands at a key, if anything does."""
        return self._branch.values[key] if key in self else None

    def fault(self, key: str, message: str) -> None:
        """Note what is wrong with the value of a key."""
        self._faults.add(self.line_of(key), message)

    def need(self, key: str, example: str) -> bool:
        """Whether a key is there; a fault where it is not."""
        if key in self:
            return True
        self._faults.add(self.line, f"{self._what[0].upper()}{self._what[1:]} needs {example}.")
        return False

    def text(self, key: str, most: int = MAX_TEXT) -> str | None:
        """A text, on one line."""
        node = self.node(key)
        return None if node is None else self._text(node, key, most)

    def name(self, key: str) -> str | None:
        """A name: a text with a letter or digit."""
        node = self.node(key)
        return None if node is None else self._name(node, key)

    def names(self, key: str) -> tuple[str, ...]:
        """A name, or a list of names; each once."""
        found = (self._name(node, key) for node in _items(self.node(key)))
        return tuple(dict.fromkeys(name for name in found if name is not None))

    def rows(self, key: str) -> Sequence[Node]:
        """The items of a list; what is no list is a fault."""
        node = self.node(key)
        if node is not None and not isinstance(node, Row):
            self.fault(key, f"{key!r} is a list: each item begins with a hyphen.")
            return ()
        return node.items if isinstance(node, Row) else ()

    def pairs(self, key: str) -> Pairs:
        """The keys of a mapping as names, with line and value; what is no mapping is a fault."""
        node = self.node(key)
        found: list[tuple[str, int, Node]] = []
        if not isinstance(node, Branch):
            if node is not None:
                self.fault(key, f"{key!r} is written as NAME: VALUE lines.")
            return found
        for name, value in node.values.items():
            line = node.lines[name]
            clean = self._name(Leaf(line, name), key)
            if clean is not None:
                found.append((clean, line, value))
        return found

    def one_of(self, key: str, choices: Any, default: _T) -> _T:
        """One of the words of a Literal type; the default where the key is missing."""
        words = get_args(choices)
        text = self.text(key)
        if text is None:
            return default
        if text not in words:
            expected = " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
            self.fault(key, f"{key!r} is {shown(text)}; {expected} is expected.")
            return default
        return cast(_T, text)

    def level(self) -> Level | None:
        """The level, where one is set."""
        return self.one_of("level", Level, None)

    def yes(self, key: str) -> bool | None:
        """Yes or no; None where nothing stands there."""
        text = self.text(key)
        if text is None or text.lower() in _NO | _YES:
            return None if text is None else text.lower() in _YES
        self.fault(key, f"{key!r} is {shown(text)}; yes or no is expected.")
        return None

    def number(self, key: str, least: int, most: int) -> int | None:
        """A whole number between two."""
        text = self.text(key)
        if text is None:
            return None
        # Longer ones are none that fits, and Python is slow to read them.
        if text.isascii() and text.isdecimal() and len(text) < 18 and least <= int(text) <= most:
            return int(text)
        self.fault(key, f"{key!r} is {shown(text)}; a whole number from {least:,} is expected.")
        return None

    def value(self, node: Node, key: str, kind: Any, example: str) -> str | None:
        """A text that has the form which a type of the record asks for."""
        text = self._text(node, key, MAX_NAME)
        try:
            return cast("str | None", msgspec.convert(text, kind)) if text is not None else None
        except msgspec.ValidationError:
            message = f"{key!r} is {shown(text)}; it is written as {example}."
            self._faults.add(node.line, message)
            return None

    def evidence(self) -> tuple[Evidence, ...]:
        """The quotes that say so; one that does not stand in the film's page is a fault."""
        found = []
        for node in _items(self.node("quote")):
            quote = self._text(node, "quote", MAX_TEXT)
            if quote is None:
                continue
            part = self._faults.part_of(quote)
            if part is None:
                self._faults.add(node.line, f"The quote {shown(quote)} is not in the film's page.")
            else:
                found.append(Evidence(quote=quote, part=part))
        return tuple(found)

    def _text(self, node: Node, key: str, most: int) -> str | None:
        if not isinstance(node, Leaf):
            self._faults.add(node.line, f"{key!r} is a list or mapping where a text is expected.")
            return None
        text = one_line(node.text)
        if not text:
            self._faults.add(node.line, f"{key!r} is empty.")
        elif len(text) > most:
            message = f"{key!r} has {len(text):,} characters; at most {most:,} are read."
            self._faults.add(node.line, message)
        else:
            return text
        return None

    def _name(self, node: Node, key: str) -> str | None:
        text = self._text(node, key, MAX_NAME)
        if text is not None and not has_letters(text):
            self._faults.add(node.line, f"{key!r} is {shown(text)}, without a letter or digit.")
            return None
        return text


def _is_empty(node: Node) -> bool:
    return isinstance(node, Leaf) and node.text.strip() in ("", "~", "null")


def _items(node: Node | None) -> Iterator[Node]:
    if isinstance(node, Row):
        yield from node.items
    elif node is not None:
        yield node
