"""Front matter: the lines `#+ …` at the head of a query, which together are YAML.

A file that breaks a rule is an error that names the file and the line; nothing is skipped in
silence, because a question that lost its parameters would be asked wrongly.
"""

import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, TypeVar

import yaml

from filmgraph.curtain import LEVELS
from filmgraph.errors import InputError
from filmgraph.questions.question import KINDS, Kind, Parameter, Question

__all__ = ["parse_question"]

_MARK: Final = "#+"
_KEYS: Final = (
    "summary",
    "description",
    "level",
    "parameters",
    "columns",
    "example",
    "graph",
    "python",
)
_GRAPHS: Final[tuple[Literal["demo", "small"], ...]] = ("demo", "small")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_QUESTION_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN: Final = ("question", "limit", "self")
"""Names that `Graph.ask` has for itself."""

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Value: TypeAlias = str | int | None
_Choice = TypeVar("_Choice", bound=str)


def parse_question(name: str, content: str, where: str) -> Question:
    """The question that a file holds.

    Parameters
    ----------
    name : str
        The question's name.
    content : str
        The file's text.
    where : str
        The file, for error messages.

    Raises
    ------
    InputError
        If the front matter is missing or wrong; the message names the file and the line.

    Examples
    --------
    >>> question = parse_question("years", '''#+ summary: All years of the graph.
    ... #+ columns:
    ... #+   year: The year.
    ... SELECT DISTINCT ?year WHERE { ?film fg:year ?year } ORDER BY ?year
    ... ''', "years.rq")
    >>> question.summary, dict(question.columns)
    ('All years of the graph.', {'year': 'The year.'})
    """
    if not _QUESTION_NAME.fullmatch(name):
        raise InputError(
            f"{where}: a question's name has lower-case words joined by hyphens, not {name!r}."
        )
    lines = content.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith(_MARK)), len(lines))
    for number, line in enumerate(lines[count:], count + 1):
        if line.startswith(_MARK):
            raise InputError(f"{where}, line {number}: front matter stands at the head only.")
    head = "\n".join(line.removeprefix(_MARK).removeprefix(" ") for line in lines[:count])
    top = _Part(_compose(head, where), where)
    top.only(_KEYS)
    columns, lists = _columns(top)
    parameters = dict(_parameters(top))
    return Question(
        name=name,
        summary=top.text("summary"),
        description=top.text("description", ""),
        level=top.choice("level", LEVELS, "open"),
        parameters=parameters,
        columns=columns,
        lists=lists,
        example=_example(top, parameters),
        graph=top.choice("graph", _GRAPHS, "demo"),
        python=top.text("python", "") or None,
        text="\n".join(lines[count:]).strip() + "\n",
        where=where,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A mapping of the front matter that knows its lines."""

    node: yaml.MappingNode
    where: str

    def fault(self, message: str, node: yaml.Node | None = None) -> InputError:
        line = (node or self.node).start_mark.line + 1
        return InputError(f"{self.where}, line {line}: {message}")

    def items(self) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        seen: set[str] = set()
        for key, value in self.node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.fault("a name is expected here.", key)
            if key.value in seen:
                raise self.fault(f"{key.value!r} stands here twice.", key)
            seen.add(key.value)
            yield key.value, key, value

    def only(self, known: tuple[str, ...]) -> None:
        for name, key, _ in self.items():
            if name not in known:
                raise self.fault(f"there is no {name!r}; known are {', '.join(known)}.", key)

    def get(self, name: str) -> yaml.Node | None:
        return next((value for key, _, value in self.items() if key == name), None)

    def text(self, name: str, default: str | None = None) -> str:
        node = self.get(name)
        if node is None:
            if default is None:
                raise self.fault(f"{name!r} is missing.")
            return default
        value = self.scalar(node)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(f"{name!r} must be a text.", node)
        return " ".join(value.split())

    def choice(self, name: str, known: tuple[_Choice, ...], default: _Choice | None) -> _Choice:
        value = self.text(name, default)
        for one in known:
            if one == value:
                return one
        raise self.fault(f"{name!r} is one of {', '.join(known)}, not {value!r}.", self.get(name))

    def part(self, name: str) -> "_Part":
        node = self.get(name)
        return self.mapping(node, name) if node is not None else _Part(_empty(), self.where)

    def mapping(self, node: yaml.Node, name: str) -> "_Part":
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(f"{name!r} must be names with values, as in 'name: value'.", node)
        return _Part(node, self.where)

    def scalar(self, node: yaml.Node) -> _Value:
        if not isinstance(node, yaml.ScalarNode):
            raise self.fault("a single value is expected here.", node)
        if node.tag.endswith(":null"):
            return None
        if node.tag.endswith(":int") and node.value.lstrip("-").isdigit():
            return int(node.value)
        return str(node.value)


def _empty() -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", [])


def _compose(head: str, where: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(head, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise InputError(
            f"{where}, line {line}: the front matter is not YAML: {error.problem}.",
            hint="Put a text that holds a colon in quotation marks.",
        ) from None
    except yaml.YAMLError as error:
        raise InputError(f"{where}, line 1: the front matter is not YAML: {error}.") from None
    if not isinstance(node, yaml.MappingNode):
        raise InputError(
            f"{where}, line 1: a question starts with front matter, and there is none.",
            hint="Start the file with a line such as '#+ summary: Films of a person.'",
        )
    return node


def _parameters(top: _Part) -> Iterator[tuple[str, Parameter]]:
    for name, key, node in top.part("parameters").items():
        _check_name(top, name, key)
        if keyword.iskeyword(name) or name in _TAKEN:
            raise top.fault(f"{name!r} cannot be a parameter's name in Python.", key)
        part = top.mapping(node, name)
        part.only(("kind", "help", "default", "choices"))
        kind = part.choice("kind", KINDS, None)
        default = part.get("default")
        choices = tuple(_choices(part, kind))
        value = None if default is None else part.scalar(default)
        if choices and value is not None and value not in choices:
            raise part.fault(f"the default {value!r} is none of the choices.", default)
        yield (
            name,
            Parameter(
                name=name,
                kind=kind,
                help=part.text("help"),
                required=default is None,
                default=value,
                choices=choices,
            ),
        )


def _choices(part: _Part, kind: Kind) -> Iterator[str]:
    node = part.get("choices")
    if node is None:
        return
    if kind != "text" or not isinstance(node, yaml.SequenceNode):
        raise part.fault("'choices' is a list of texts, for a parameter of kind text.", node)
    for one in node.value:
        yield str(part.scalar(one))


def _columns(top: _Part) -> tuple[Mapping[str, str], tuple[str, ...]]:
    columns: dict[str, str] = {}
    lists: list[str] = []
    for name, key, node in top.part("columns").items():
        _check_name(top, name, key)
        if isinstance(node, yaml.MappingNode):
            part = top.mapping(node, name)
            part.only(("help", "list"))
            columns[name] = part.text("help")
            if part.text("list", "false") == "true":
                lists.append(name)
        else:
            columns[name] = str(top.scalar(node))
    if not columns:
        raise top.fault("a question has at least one of 'columns'.")
    return columns, tuple(lists)


def _example(top: _Part, parameters: Mapping[str, Parameter]) -> Mapping[str, str | int]:
    example: dict[str, str | int] = {}
    for name, key, node in top.part("example").items():
        if name not in parameters:
            raise top.fault(f"the example gives {name!r}, which is no parameter.", key)
        value = top.scalar(node)
        if value is None:
            raise top.fault(f"the example gives no value for {name!r}.", node)
        example[name] = value
    missing = [one.name for one in parameters.values() if one.required and one.name not in example]
    if missing:
        raise top.fault(f"the example gives no value for {', '.join(missing)}.")
    return example


def _check_name(top: _Part, name: str, node: yaml.Node) -> None:
    if not _NAME.fullmatch(name):
        raise top.fault(f"{name!r} is no name: lower-case words joined by '_' are.", node)
