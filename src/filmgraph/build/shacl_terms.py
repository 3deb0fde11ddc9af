"""The constraints of SHACL that a build checks, each as the SPARQL that finds what breaks it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from filmgraph.errors import InputError
from filmgraph.names import PREFIXES

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["CONSTRAINTS", "Constraint", "term_text", "without_lookups"]

_SH = PREFIXES["sh"]
_XSD = PREFIXES["xsd"]
_CASTS: Final = frozenset(_XSD + name for name in ("boolean", "decimal", "double", "integer"))
"""Datatypes that SPARQL 1.1 itself reads from text, so that `"x"^^xsd:integer` is found."""

_VARIABLE: Final = re.compile(r"[?$]\w+")
_ABSENT: Final = re.compile(r"FILTER\s+NOT\s+EXISTS\s*(\{[^{}]*\})")
_AT_THE_END: Final = re.compile(rf"(?:{_ABSENT.pattern}\s*)+\}}")
_HIDDEN: Final = re.compile(r"WHERE\s*\{[^{}]*\}")
_PLAIN: Final = re.compile(r"SELECT[\s?$\w]+WHERE\s*\{")
_NOT_PLAIN: Final = re.compile(
    r"""["'#]|\b(?:FILTER|OPTIONAL|UNION|BIND|VALUES|GRAPH|MINUS|AS)\b""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint to compile: the pattern of its nodes, of their values, and its parameter."""

    target: str
    pattern: str
    parameter: "Node | list[Node]"

    @property
    def term(self) -> str:
        """The parameter as SPARQL."""
        assert not isinstance(self.parameter, list)
        return term_text(self.parameter)

    @property
    def number(self) -> int:
        """The parameter as a number."""
        return int(str(self.parameter))

    def select(self, columns: str, body: str) -> str:
        """The query for what meets a pattern, among the nodes of the target.

        The target is looked up only for what is wrong, which is little.  It is bound, not filtered
        by, as engines evaluate a filter as early as they can: here, for every node there is.
        """
        inside = f"BIND(EXISTS {{ {self.target} }} AS ?inside) FILTER(?inside)"
        return f"SELECT DISTINCT {columns} WHERE {{ {body} {inside} }}"

    def values(self, condition: str) -> str:
        """The query for the values that meet a condition."""
        return self.select("?this ?value", f"{{ {self.pattern} . FILTER({condition}) }}")


def term_text(term: "Node") -> str:
    """An IRI or a literal as SPARQL writes it.

    Examples
    --------
    >>> from rdflib import Literal
    >>> term_text(Literal("a\\nb"))
    '"a\\\\nb"'
    """
    from rdflib import Literal, URIRef

    if isinstance(term, URIRef):
        return f"<{term}>"
    if not isinstance(term, Literal):
        raise InputError(f"A shape names the blank node {term}, which no query can.")
    text = str(term)
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(plain, escaped)
    if term.language:
        return f'"{text}"@{term.language}'
    return f'"{text}"^^<{term.datatype}>' if term.datatype else f'"{text}"'


def without_lookups(select: str) -> str:
    """The query of a sh:sparql, with MINUS for FILTER NOT EXISTS where the two say the same.

    SHACL forbids MINUS in a shape; but a store joins it in one go, where it looks up what must not
    exist for each row anew.  They say the same if the filter ends the query, shares a variable
    with what comes before it, and neither holds more than patterns.  Else the query stays.

    Examples
    --------
    >>> without_lookups("SELECT ?this WHERE { ?this a ?x . FILTER NOT EXISTS { ?this ?y ?z } }")
    'SELECT ?this WHERE { ?this a ?x . MINUS { ?this ?y ?z } }'
    >>> without_lookups("SELECT ?this WHERE { ?this a ?x . FILTER NOT EXISTS { ?y a ?z } }")
    'SELECT ?this WHERE { ?this a ?x . FILTER NOT EXISTS { ?y a ?z } }'
    """
    first = _ABSENT.search(select)
    start = _PLAIN.match(select)
    if not first or not start or not _AT_THE_END.fullmatch(select, first.start()):
        return select
    before = select[start.end() : first.start()]
    bodies: list[str] = _ABSENT.findall(select)
    # What a query within the query keeps to itself is not shared.
    bound = set(_VARIABLE.findall(_HIDDEN.sub("", before)))
    if any(bound.isdisjoint(_VARIABLE.findall(body)) for body in bodies):
        return select
    plain = not any(_NOT_PLAIN.search(part) for part in (before, *bodies))
    return _ABSENT.sub(r"MINUS \1", select) if plain else select


def _min_count(constraint: Constraint) -> str:
    # For one value, the usual case, taking away what has one is far quicker than counting.
    if constraint.number == 1:
        body = f"{{ {constraint.target} }} MINUS {{ {constraint.pattern} }}"
        return f"SELECT DISTINCT ?this WHERE {{ {body} }}"
    return (
        f"SELECT ?this WHERE {{ {constraint.target} OPTIONAL {{ {constraint.pattern} }} }} "
        f"GROUP BY ?this HAVING (COUNT(DISTINCT ?value) < {constraint.number})"
    )


def _max_count(constraint: Constraint) -> str:
    having = f"HAVING (COUNT(DISTINCT ?value) > {constraint.number})"
    many = f"SELECT ?this WHERE {{ {constraint.pattern} }} GROUP BY ?this {having}"
    return constraint.select("?this", f"{{ {many} }}")


def _datatype(constraint: Constraint) -> str:
    right = f"isLiteral(?value) && datatype(?value) = {constraint.term}"
    if str(constraint.parameter) in _CASTS:
        right += f" && {constraint.term}(STR(?value)) = ?value"
    return constraint.values(f"!COALESCE({right}, false)")


def _class(constraint: Constraint) -> str:
    body = f"{{ {constraint.pattern} }} MINUS {{ ?value a {constraint.term} }}"
    return constraint.select("?this ?value", body)


def _node_kind(constraint: Constraint) -> str:
    name = str(constraint.parameter).removeprefix(_SH)
    tests = {"IRI": "isIRI(?value)", "BlankNode": "isBlank(?value)", "Literal": "isLiteral(?value)"}
    kinds = [kind for kind in tests if kind in name.split("Or")]
    if not kinds:
        raise InputError(f"There is no kind of node sh:{name}.")
    return constraint.values(f"!({' || '.join(tests[kind] for kind in kinds)})")


def _in(constraint: Constraint) -> str:
    assert isinstance(constraint.parameter, list)
    # The list holds terms: 1 and 1.0 are equal numbers, but not the same term.
    same = (f"sameTerm(?value, {term_text(term)})" for term in constraint.parameter)
    return constraint.values(f"!({' || '.join(same)})")


def _min_inclusive(constraint: Constraint) -> str:
    return constraint.values(f"!COALESCE(?value >= {constraint.term}, false)")


def _max_inclusive(constraint: Constraint) -> str:
    return constraint.values(f"!COALESCE(?value <= {constraint.term}, false)")


def _pattern(constraint: Constraint) -> str:
    return constraint.values(f"isBlank(?value) || !REGEX(STR(?value), {constraint.term})")


def _min_length(constraint: Constraint) -> str:
    return constraint.values(f"isBlank(?value) || STRLEN(STR(?value)) < {constraint.number}")


Build: TypeAlias = Callable[[Constraint], str]

CONSTRAINTS: Final[dict[str, Build]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _datatype,
    "class": _class,
    "nodeKind": _node_kind,
    "in": _in,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "pattern": _pattern,
    "minLength": _min_length,
}
"""Constraint: what makes its query."""
