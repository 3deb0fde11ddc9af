"""YAML as a tree that knows its lines: mappings, lists and texts, and nothing else.

Every value is the text that stands in the file: `no`, `1999` and `2001-02-03` mean what they say,
as nothing is made of them here.  Anchors, aliases and tags are refused, so that a small file stays
a small tree and no file makes an object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

__all__ = ["Branch", "Fault", "Leaf", "Node", "Row", "read_outline"]

DEEPEST: Final = 20
"""How deep mappings and lists may lie in each other."""

# The parser in C is ten times as fast; it is missing where PyYAML was built without it.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong in a file, and in which line, counted from 1."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text; empty where nothing stands behind a key."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping: its values by key, and the lines of the keys."""

    line: int
    values: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node: TypeAlias = Leaf | Row | Branch


def read_outline(text: str) -> tuple[Node | None, list[Fault]]:
    """The tree of a text in YAML, and what is wrong with it.

    Parameters
    ----------
    text : str

    Returns
    -------
    Node or None
        None where the text is empty, or reading broke off.
    list of Fault
        In the order of the file.

    Examples
    --------
    >>> read_outline("film: Alien (1979)")
    (Branch(line=1, values={'film': Leaf(line=1, text='Alien (1979)')}, lines={'film': 1}), [])
    >>> read_outline("film: Alien\\nfilm: Aliens")[1]
    [Fault(line=2, message="'film' stands here twice; the first is in line 1.")]
    """
    reader = _Reader()
    try:
        for event in _events(text):
            reader.take(event)
    except yaml.YAMLError as error:
        return None, [*reader.faults, _syntax_fault(text, error)]
    except _Stop as stop:
        return None, [*reader.faults, stop.fault]
    return reader.root, reader.faults


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=_LOADER)


def _syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if mark is not None:
        line = mark.line + 1
    else:
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) + 1
    return Fault(line, f"This is not YAML: {problem.splitlines()[0].rstrip('.')}.")


class _Stop(Exception):
    """Nothing more can be read."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(line, message)


class _Reader:
    """Makes a tree of a parser's events; no depth of nesting costs depth of calls."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[Row | Branch] = []
        self._key: list[tuple[str, int] | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take in what comes next in the file."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Stop(line, "A second document begins here; one film a file is expected.")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Stop(line, "Anchors (&) and aliases (*) are not read; write it out.")
        elif isinstance(event, yaml.ScalarEvent):
            self._check_tag(event, line)
            self._put(Leaf(line, event.value))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_tag(event, line)
            self._begin(Row(line) if isinstance(event, yaml.SequenceStartEvent) else Branch(line))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._key.pop()

    def _check_tag(self, event: yaml.NodeEvent, line: int) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!":  # which a quoted text has, for the parser in C
            raise _Stop(line, f"Tags such as {str(tag)[:40]!r} are not read.")

    def _begin(self, node: Row | Branch) -> None:
        if len(self._open) >= DEEPEST:
            raise _Stop(node.line, f"Lists and mappings lie deeper than {DEEPEST} in each other.")
        self._put(node)
        self._open.append(node)
        self._key.append(None)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Row):
            parent.items.append(node)
            return
        key = self._key[-1]
        if key is None:
            if not isinstance(node, Leaf):
                raise _Stop(node.line, "A list or mapping stands where a key is expected.")
            self._key[-1] = (node.text, node.line)
            return
        self._key[-1] = None
        name, line = key
        if name in parent.values:
            first = parent.lines[name]
            message = f"{name[:80]!r} stands here twice; the first is in line {first}."
            self.faults.append(Fault(line, message))
            return
        parent.values[name] = node
        parent.lines[name] = line
