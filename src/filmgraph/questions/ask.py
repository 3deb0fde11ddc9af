"""Asking a question: parameters checked, resolved and bound, and the answer given its title."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, NoReturn

from filmgraph.errors import NEAR_MATCHES, ParameterError
from filmgraph.names import IRI, curie
from filmgraph.questions.binding import bind, integer_term, iri_term, text_term
from filmgraph.questions.question import ENTITY_KINDS, LIST_SEPARATOR, Parameter, Question
from filmgraph.record import FIRST_YEAR, LAST_YEAR
from filmgraph.values import Answer, Cell, Entity

__all__ = ["ask", "bound_text"]

_INTEGER: Final = re.compile(r"-?[0-9]{1,19}")
_MAX_INTEGER: Final = 10**18
"""Engines keep an xsd:integer in 64 bits."""


def ask(
    question: Question,
    parameters: Mapping[str, object],
    *,
    resolve: Callable[[str, object], IRI],
    select: Callable[[str], Answer],
) -> Answer:
    """Ask a question.

    Parameters
    ----------
    question : Question
    parameters : mapping
        Name: value.  None is the same as not given.
    resolve : callable
        `resolve(kind, value)` gives the IRI of an entity that is named by `value`.
    select : callable
        `select(query)` asks a SPARQL door.

    Returns
    -------
    Answer
        With the question's columns, and a title that says what was asked.

    Raises
    ------
    ParameterError
        If a parameter is missing, surplus or of the wrong type.

    Examples
    --------
    >>> question = Question("x", "Films.", "SELECT ?film WHERE {}", columns={"film": "The film."})
    >>> answer = ask(question, {}, resolve=lambda kind, value: IRI(str(value)),
    ...     select=lambda query: Answer(("film",), (("Alien",),)))
    >>> answer.title, answer.rows
    ('Films', (('Alien',),))
    """
    answer = select(bound_text(question, parameters, resolve))
    indexes = {answer.columns.index(name) for name in question.lists}
    rows = answer.rows
    if indexes:
        rows = tuple(_with_lists(row, indexes) for row in rows)
    return replace(answer, rows=rows, title=_title(question, parameters))


def bound_text(
    question: Question,
    parameters: Mapping[str, object],
    resolve: Callable[[str, object], IRI],
) -> str:
    """The query that `ask` would send, to be read or asked elsewhere.

    Raises
    ------
    ParameterError
        If a parameter is missing, surplus or of the wrong type.

    Examples
    --------
    >>> bound_text(Question("x", "X.", "SELECT ?film WHERE {}"), {}, lambda kind, value: IRI(""))
    'SELECT ?film WHERE {}'
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    for name in given:
        if name not in question.parameters:
            _refuse_surplus(question, name)
    terms: dict[str, str] = {}
    for parameter in question.parameters.values():
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            terms[parameter.name] = _term(question, parameter, value, resolve)
        elif parameter.required:
            raise ParameterError(
                f"The question {question.name!r} needs the parameter {parameter.name!r} "
                f"(kind {parameter.kind}): {parameter.help}",
                hint=_usage(question),
            )
    return bind(question, terms)


def _refuse_surplus(question: Question, name: str) -> NoReturn:
    near = difflib.get_close_matches(name, list(question.parameters), NEAR_MATCHES)
    raise ParameterError(
        f"The question {question.name!r} has no parameter {name!r}.",
        candidates=near,
        hint=_usage(question),
    )


def _usage(question: Question) -> str:
    if not question.parameters:
        return "It has no parameters."
    named = ", ".join(
        one.name + ("" if one.required else " (optional)") for one in question.parameters.values()
    )
    return f"Its parameters are: {named}."


def _term(
    question: Question,
    parameter: Parameter,
    value: object,
    resolve: Callable[[str, object], IRI],
) -> str:
    if parameter.kind in ENTITY_KINDS:
        return iri_term(resolve(parameter.kind, _named(question, parameter, value)))
    if parameter.kind == "text":
        return text_term(_text(question, parameter, value))
    return integer_term(_integer(question, parameter, value))


def _named(question: Question, parameter: Parameter, value: object) -> str | Entity:
    if isinstance(value, Entity) or (isinstance(value, str) and value.strip()):
        return value
    raise ParameterError(
        f"The parameter {parameter.name!r} of {question.name!r} cannot be {value!r}.",
        hint=f"Give a {parameter.kind} by its name, its IRI or as an Entity.",
    )


def _text(question: Question, parameter: Parameter, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ParameterError(
            f"The parameter {parameter.name!r} of {question.name!r} cannot be {value!r}.",
            hint="Give a text.",
        )
    if parameter.choices and value not in parameter.choices:
        raise ParameterError(
            f"The parameter {parameter.name!r} of {question.name!r} cannot be {value!r}.",
            candidates=difflib.get_close_matches(value, parameter.choices, NEAR_MATCHES),
            hint=f"It is one of: {', '.join(parameter.choices)}.",
        )
    return value


def _integer(question: Question, parameter: Parameter, value: object) -> int:
    is_year = parameter.kind == "year"
    first, last = (FIRST_YEAR, LAST_YEAR) if is_year else (-_MAX_INTEGER, _MAX_INTEGER)
    # True is an int for Python, and "１９９５" a number for int(); neither is meant by anybody.
    text = "" if isinstance(value, bool) else str(value).strip()
    if isinstance(value, int | str) and _INTEGER.fullmatch(text) and first <= int(text) <= last:
        return int(text)
    raise ParameterError(
        f"The parameter {parameter.name!r} of {question.name!r} cannot be {value!r}.",
        hint=f"Give a year from {first} to {last}." if is_year else "Give a whole number.",
    )


def _with_lists(row: tuple[Cell, ...], indexes: set[int]) -> tuple[Cell, ...]:
    return tuple(
        "; ".join(sorted(set(cell.split(LIST_SEPARATOR)))) or None
        if index in indexes and isinstance(cell, str)
        else cell
        for index, cell in enumerate(row)
    )


def _title(question: Question, parameters: Mapping[str, object]) -> str:
    named = [
        f"{name}: {_shown(parameters[name])}"
        for name in question.parameters
        if parameters.get(name) is not None
    ]
    title = question.summary.rstrip(".")
    return f"{title} ({', '.join(named)})" if named else title


def _shown(value: object) -> str:
    return curie(value) if isinstance(value, str) else str(value)
