"""The values that a file of `queries/` becomes: a question and its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from filmgraph.record import Level

__all__ = ["ENTITY_KINDS", "KINDS", "LIST_SEPARATOR", "Kind", "Parameter", "Question"]

Kind: TypeAlias = Literal[
    "film",
    "person",
    "character",
    "theme",
    "genre",
    "place",
    "period",
    "source",
    "entity",
    "text",
    "integer",
    "year",
]

ENTITY_KINDS: Final[tuple[Kind, ...]] = (
    "film",
    "person",
    "character",
    "theme",
    "genre",
    "place",
    "period",
    "source",
    "entity",
)
"""Kinds of parameter that are given by name or IRI; `entity` takes any of them."""

KINDS: Final[tuple[Kind, ...]] = (*ENTITY_KINDS, "text", "integer", "year")

LIST_SEPARATOR: Final = "\n"
"""What parts the items of a list column in a query's own rows: no name holds a line break."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks for.

    Attributes
    ----------
    name : str
    kind : str
        One of `KINDS`.
    help : str
        What it means, one line.
    required : bool
        False where the front matter gives a default.
    default : str or int, optional
        Taken where the parameter is not given; None leaves it unbound.
    choices : tuple of str
        The texts it may be; empty where any is taken.

    Examples
    --------
    >>> Parameter("person", "person", "The actor.").required
    True
    """

    name: str
    kind: Kind
    help: str
    required: bool = True
    default: str | int | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A named query with typed parameters.

    Attributes
    ----------
    name : str
        `co-stars`; the file's name without its end.
    summary : str
        What it answers, one line.
    description : str
        What else one should know.
    level : str
        From which level on it has answers, unless a source sets another: `open`, `plot`, `ending`.
    parameters : mapping of str to Parameter
        In the order of the front matter.
    columns : mapping of str to str
        Column: what it holds.
    lists : tuple of str
        Columns that hold a list.  Their items come in no set order from a query, so `ask` sorts
        them and joins them by `; `.
    example : mapping
        Values for the parameters with which the question has an answer.
    graph : str
        Where the example has it: `demo`, or `small` for the graph of the tests.
    python : str, optional
        The method of `Graph` that answers the same in Python.
    text : str
        The SPARQL query, without its front matter.
    where : str
        The file it was read from.

    Examples
    --------
    >>> Question("years", "Years.", text="SELECT ?year {}").parameters
    {}
    """

    name: str
    summary: str
    text: str
    description: str = ""
    level: Level = "open"
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    example: Mapping[str, str | int] = field(default_factory=dict)
    graph: Literal["demo", "small"] = "demo"
    python: str | None = None
    where: str = ""
