"""What is wrong with a question's query, found without asking it.

The rules keep one meaning over all engines: a parameter that an engine binds early and another
late, an order with ties, or a function of one store only would give other rows elsewhere.
"""

from collections.abc import Iterator
from typing import Any, Final

from filmgraph.names import PREFIXES
from filmgraph.questions.question import Question

__all__ = ["lint"]

_CHANGING: Final = frozenset(("NOW", "RAND", "UUID", "STRUUID", "BNODE"))
_IMPLEMENTATION_MAY_CHOOSE: Final = "Aggregate_Sample"


def lint(question: Question) -> Iterator[str]:
    """The faults of a question's query, one sentence each.

    Parameters
    ----------
    question : Question

    Yields
    ------
    str

    Examples
    --------
    >>> question = Question("x", "X.", "SELECT ?film WHERE { ?film ?p ?o } ORDER BY ?film",
    ...     columns={"film": "The film.", "title": "Its title."})
    >>> list(lint(question))
    ['The columns are film, title, but the query selects film.']
    """
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        prologue, query = parseQuery(question.text)
    except Exception as error:  # the parser raises whatever its library does
        yield f"The query is not SPARQL 1.1: {str(error).splitlines()[0]}."
        return
    if query.name != "SelectQuery":
        yield "The query is not a SELECT."
        return
    yield from _prefix_faults(prologue)
    yield from _standard_faults(query)
    yield from _parameter_faults(question, query)
    yield from _column_faults(question, query)
    yield from _order_faults(question, query)


def _prefix_faults(prologue: Any) -> Iterator[str]:
    for one in prologue:
        prefix, iri = str(_field(one, "prefix") or ""), str(_field(one, "iri"))
        if one.name != "PrefixDecl" or PREFIXES.get(prefix) != iri:
            yield f"The prefix {prefix + ':'!r} is not the one that filmgraph uses: {iri}."


def _standard_faults(query: Any) -> Iterator[str]:
    from rdflib import BNode

    if _field(query, "datasetClause"):
        yield "FROM chooses graphs, which the curtain does."
    for node in _walk(query):
        name = _name(node)
        if name == "ServiceGraphPattern":
            yield "SERVICE asks another server."
        elif name == "Function" and not _is_cast(node):
            yield "A function named by an IRI is no standard one, except a cast to an xsd type."
        elif name.removeprefix("Builtin_") in _CHANGING:
            yield f"{name.removeprefix('Builtin_')} gives other values each time."
        elif name == _IMPLEMENTATION_MAY_CHOOSE:
            yield "SAMPLE lets the engine choose; MIN or MAX gives the same value everywhere."
        elif isinstance(node, BNode):
            yield "A blank node hides a variable; give it a name."


def _parameter_faults(question: Question, query: Any) -> Iterator[str]:
    parameters = set(question.parameters)
    for name in sorted(parameters - _variables(query)):
        yield f"The parameter {name!r} is not used in the query."
    for node in _walk(query):
        inside = sorted(parameters & _variables(node))
        if _name(node) == "SubSelect":
            # What it selects is joined with the parameter after it; anything else is another
            # variable of that name.
            for name in sorted(set(inside) - set(_selected(node))):
                yield f"The sub-SELECT uses {name!r} but does not select it: it is unbound there."
        elif _name(node) == "MinusGraphPattern":
            for name in inside:
                yield f"MINUS uses {name!r}, which is unbound there; use FILTER NOT EXISTS."
    for group, optional in _inner_groups(_field(query, "where")):
        yield from _scope_faults(parameters, group, optional=optional)


def _scope_faults(parameters: set[str], group: Any, *, optional: bool) -> Iterator[str]:
    """An inner group's own FILTER and BIND see only what the group itself binds."""
    parts = _field(group, "part") or []
    patterns = [one for one in parts if _name(one) not in ("Filter", "Bind")]
    unbound = parameters - set().union(*(_variables(one) for one in patterns))
    for one in parts:
        kind = _name(one)
        if kind == "Bind" or (kind == "Filter" and not optional):
            for name in sorted(unbound & _variables(one)):
                yield f"A {kind.upper()} in an inner group uses {name!r}, which is unbound there."


def _column_faults(question: Question, query: Any) -> Iterator[str]:
    selected = _selected(query)
    if selected != list(question.columns):
        yield (
            f"The columns are {', '.join(question.columns)}, "
            f"but the query selects {', '.join(selected) or '*'}."
        )
    lists = {
        str(_field(one, "evar"))
        for one in _field(query, "projection") or []
        if any(_name(node) == "Aggregate_GroupConcat" for node in _walk(one))
    }
    for name in sorted(lists ^ set(question.lists)):
        yield f"A column is a list if and only if it is made by GROUP_CONCAT: {name!r}."


def _order_faults(question: Question, query: Any) -> Iterator[str]:
    order = _field(query, "orderby")
    if not order:
        yield "ORDER BY is missing, so the order of the rows is left to the engine."
        return
    last = _bare(_field(_field(order, "condition")[-1], "expr"))
    if last is None or last not in question.columns:
        yield "ORDER BY must end in a column that tells all rows apart, such as the one of IRIs."


def _selected(query: Any) -> list[str]:
    projection = _field(query, "projection") or []
    return [str(_field(one, "evar") or _field(one, "var")) for one in projection]


def _inner_groups(group: Any) -> Iterator[tuple[Any, bool]]:
    """The groups in a group, with whether each is an OPTIONAL's, whose FILTER sees the outside."""
    for part in _field(group, "part") or []:
        kind = _name(part)
        if kind == "Filter":  # EXISTS has the values of the row it is asked for
            continue
        inner = _field(part, "graph")
        if inner is None:
            continue
        optional = kind == "OptionalGraphPattern"
        for one in inner if kind == "GroupOrUnionGraphPattern" else [inner]:
            if _name(one) == "GroupGraphPatternSub":
                yield one, optional
                yield from _inner_groups(one)


def _walk(node: Any) -> Iterator[Any]:
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    yield node
    if isinstance(node, CompValue):
        for value in node.values():
            yield from _walk(value)
    elif isinstance(node, list | ParseResults):
        for value in node:
            yield from _walk(value)


def _name(node: Any) -> str:
    from rdflib.plugins.sparql.parserutils import CompValue

    return str(node.name) if isinstance(node, CompValue) else ""


def _field(node: Any, name: str) -> Any:
    # The parser's own get() gives the name itself for what is missing.
    return dict.get(node, name) if isinstance(node, dict) else None


def _variables(node: Any) -> set[str]:
    from rdflib import Variable

    return {str(one) for one in _walk(node) if isinstance(one, Variable)}


def _bare(expression: Any) -> str | None:
    """The variable that an expression is nothing but, through the parser's layers of operators."""
    from rdflib import Variable

    while _name(expression).endswith("Expression") and not _field(expression, "other"):
        expression = _field(expression, "expr")
    return str(expression) if isinstance(expression, Variable) else None


def _is_cast(function: Any) -> bool:
    iri = _field(function, "iri")
    return _name(iri) == "pname" and _field(iri, "prefix") == "xsd"
