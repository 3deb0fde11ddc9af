"""SHACL shapes as SPARQL queries: what is wrong in a graph of millions of statements, in seconds.

Each constraint of a shape becomes one query that returns the nodes that break it, after the SPARQL
definitions of the SHACL recommendation (https://www.w3.org/TR/shacl/, section 4 and appendix D).
What is compiled is the part of SHACL that `ontology/shapes.ttl` uses; anything else in a shape is
an error, so that no constraint is passed over in silence.

Two things differ from a full SHACL processor.  A node is in a class if the graph says so itself:
sub-classes are not followed, as filmgraph states the one type by which it asks.  And a graph
conforms if nothing of severity `Violation` was found; warnings and notes do not count.
"""

import heapq
import json
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from filmgraph.build.links import in_circles
from filmgraph.build.shacl_terms import CONSTRAINTS, Constraint, term_text, without_lookups
from filmgraph.errors import InputError
from filmgraph.names import curie

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["Check", "Report", "Result", "Select", "compile_shapes", "violations"]

Select: TypeAlias = Callable[[str], Iterable[tuple[str | None, ...]]]
"""Runs a SPARQL SELECT on the graph to check; each row holds the focus node and the value."""

SH: Final = "http://www.w3.org/ns/shacl#"
SEVERITIES: Final = ("Violation", "Warning", "Info")
EXAMPLES: Final = 20
WIDTH: Final = 80
"""How much of a wrong value a line of a report shows."""

_CIRCLE: Final = re.compile(
    r"SELECT \$this \?value WHERE \{\s*"
    r"\$this (\w+:\w+) \?value \.\s*\?value \1\* \$this \.\s*\}"
)
"""The query of a sh:sparql for what is linked to itself through any number of links."""
_DOLLAR: Final = re.compile(r"\$(?=\w)")
_NOT_CONSTRAINTS: Final = {"path", "severity", "message", "name", "description", "order", "group"}
_OF_A_SHAPE: Final = {"targetClass", "property", "sparql", "message", "severity"}


@dataclass(frozen=True, slots=True, order=True)
class Check:
    """One constraint of a shape, as a query.

    Attributes
    ----------
    shape : str
        IRI of the node shape.
    path : str
        IRI of the property; with `^` before it where the path is the inverse; empty for a
        constraint on the node itself.
    component : str
        The SHACL constraint without its prefix: `minCount`, `class`, `sparql`, …
    severity : str
        `Violation`, `Warning` or `Info`.
    message : str
        What is expected.
    query : str
        A SPARQL SELECT with the columns `this` and `value`: the nodes that break it.
    circle : bool
        Whether the query gives all links, of which those that lie in a circle break it; a third
        column says whether `this` is to be checked.
    """

    shape: str
    path: str
    component: str
    severity: str
    message: str
    query: str
    circle: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found.

    Attributes
    ----------
    check : Check
    count : int
        How often the constraint is broken.
    examples : tuple of (str, str or None)
        The first nodes in the order of their IRIs, each with the value that is wrong.
    """

    check: Check
    count: int
    examples: tuple[tuple[str, str | None], ...]

    def __str__(self) -> str:
        node, value = self.examples[0]
        wrong = f" with {curie(value)[:WIDTH]!r}" if value is not None else ""
        more = f" and {self.count - 1} more" if self.count > 1 else ""
        return f"{self.check.message} Not so: {curie(node)}{wrong}{more}."


@dataclass(frozen=True, slots=True)
class Report:
    """What all checks found.

    Attributes
    ----------
    checks : int
        How many checks were made.
    results : tuple of Result
        Of the checks that found something: violations first, then by shape and path.

    Examples
    --------
    >>> report = Report(checks=2, results=())
    >>> report.conforms, str(report)
    (True, '2 checks found nothing.')
    """

    checks: int
    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing of severity `Violation` was found."""
        return not any(result.check.severity == "Violation" for result in self.results)

    def __str__(self) -> str:
        if not self.results:
            return f"{self.checks} checks found nothing."
        lines = [f"{len(self.results)} of {self.checks} checks found something:"]
        lines += [f"{result.check.severity}: {result}" for result in self.results]
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """The report in plain values, ready for JSON.

        Examples
        --------
        >>> Report(checks=2, results=()).as_dict()
        {'conforms': True, 'checks': 2, 'results': []}
        """
        return {
            "conforms": self.conforms,
            "checks": self.checks,
            "results": [
                {
                    "severity": result.check.severity,
                    "message": result.check.message,
                    "shape": result.check.shape,
                    "path": result.check.path,
                    "component": result.check.component,
                    "count": result.count,
                    "examples": [list(example) for example in result.examples],
                }
                for result in self.results
            ],
        }

    def to_json(self) -> str:
        """The report as a JSON object: `conforms`, `checks`, `results`.

        Examples
        --------
        >>> Report(checks=2, results=()).to_json()
        '{"conforms": true, "checks": 2, "results": []}'
        """
        return json.dumps(self.as_dict(), ensure_ascii=False)


def violations(
    select: Select,
    checks: Iterable[Check],
    limit_per_check: int = EXAMPLES,
    threads: int = 1,
) -> Report:
    """Run checks and report what they find.

    Parameters
    ----------
    select : callable
        Runs a SPARQL SELECT on the graph to check and gives its rows.
    checks : iterable of Check
        As `compile_shapes` makes them.
    limit_per_check : int
        How many examples to keep of each check; all are counted.
    threads : int
        How many checks to run at the same time; the report is the same.

    Examples
    --------
    >>> check = Check("s", "p", "minCount", "Violation", "It must have a p.", "SELECT …")
    >>> report = violations(lambda query: [("b", None), ("a", None)], [check], limit_per_check=1)
    >>> report.conforms, report.results[0].count, report.results[0].examples
    (False, 2, (('a', None),))
    """
    made = list(checks)
    with ThreadPoolExecutor(threads) as pool:
        found = pool.map(lambda one: _found(one, _rows(one, select), limit_per_check), made)
        results = [result for result in found if result is not None]
    results.sort(key=lambda result: (SEVERITIES.index(result.check.severity), result.check))
    return Report(len(made), tuple(results))


def _rows(check: Check, select: Select) -> Iterable[tuple[str | None, ...]]:
    rows = select(check.query)
    if not check.circle:
        return rows
    links = [(this or "", value or "", inside or "") for this, value, inside in rows]
    wrong = in_circles(link[:2] for link in links)
    return [link[:2] for link in links if link[:2] in wrong and link[2].lower() == "true"]


def _found(check: Check, rows: Iterable[tuple[str | None, ...]], limit: int) -> Result | None:
    count = 0

    def counted() -> Iterator[tuple[str, str | None]]:
        nonlocal count
        for node, *values in rows:
            count += 1
            yield node or "", values[0] if values else None

    # A fault of the writer may be in every film: keep the examples, not the rows.
    examples = heapq.nsmallest(max(limit, 1), counted(), key=lambda row: (row[0], row[1] or ""))
    return Result(check, count, tuple(examples)) if count else None


def compile_shapes(shapes: str) -> list[Check]:
    """The checks of a shapes graph, in the order of their shapes, paths and constraints.

    Parameters
    ----------
    shapes : str
        Turtle.

    Raises
    ------
    InputError
        If the text is not Turtle, or a shape uses a part of SHACL that is not compiled.

    Examples
    --------
    >>> shapes = '''
    ... @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
    ... ex:FilmShape a sh:NodeShape ; sh:targetClass ex:Film ;
    ...     sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:message "It must have a title." ] .
    ... '''
    >>> [check] = compile_shapes(shapes)
    >>> check.component, check.message
    ('minCount', 'It must have a title.')
    >>> print(check.query)
    SELECT DISTINCT ?this WHERE { { ?this a <http://example.org/Film> . } \
MINUS { ?this <http://example.org/title> ?value } }
    """
    # rdflib takes most of a second to import, and only a build needs it here.
    from rdflib import RDF, Graph, URIRef

    graph = Graph()
    try:
        graph.parse(data=shapes, format="turtle")
    except Exception as error:  # rdflib's parser raises many kinds
        raise InputError(f"The shapes are not Turtle: {error}") from None
    checks: list[Check] = []
    for shape in graph.subjects(RDF.type, URIRef(SH + "NodeShape")):
        checks += _Compiler(graph, shape).checks()
    return sorted(checks)


class _Compiler:
    """Makes the checks of one node shape."""

    def __init__(self, graph: "Graph", shape: "Node") -> None:
        self.graph = graph
        self.shape = shape
        self.known(shape, _OF_A_SHAPE)
        classes = sorted(term_text(one) for one in self.values(shape, "targetClass"))
        if not classes:
            raise InputError(f"The shape {shape} has no sh:targetClass.")
        self.target = f"?this a {classes[0]} ."
        if len(classes) > 1:
            self.target = f"VALUES ?targetClass {{ {' '.join(classes)} }} ?this a ?targetClass ."

    def checks(self) -> Iterator[Check]:
        for part in self.values(self.shape, "property"):
            yield from self.property_checks(part)
        for part in self.values(self.shape, "sparql"):
            yield self.sparql_check(part)

    def property_checks(self, part: "Node") -> Iterator[Check]:
        path, pattern = self.path(part)
        self.known(part, _NOT_CONSTRAINTS | set(CONSTRAINTS))
        for name, build in CONSTRAINTS.items():
            for value in self.values(part, name):
                parameter = list(self.graph.items(value)) if name == "in" else value
                body = build(Constraint(self.target, pattern, parameter))
                yield self.check(part, path, name, body)

    def sparql_check(self, part: "Node") -> Check:
        self.known(part, {"select", "prefixes", "message"})
        select = self.text(part, "select", "")
        if not select:
            raise InputError(f"A sh:sparql of {self.shape} has no query in sh:select.")
        if circle := _CIRCLE.fullmatch(select.strip()):
            return self.check(part, "", "sparql", self.prefixes(part) + self.links(circle[1]), True)
        # The query stands for itself, as a target put into it could lead the engine astray: it
        # must bind $this, and the target is looked up for what it finds.
        inner = without_lookups(_DOLLAR.sub("?", select).strip())
        query = Constraint(self.target, "", part).select("?this ?value", f"{{ {inner} }}")
        return self.check(part, "", "sparql", self.prefixes(part) + query)

    def links(self, predicate: str) -> str:
        """The query for all links by a predicate, and which of them lead from a target.

        A store would look for a way back from the end of each link anew.
        """
        inside = f"BIND(EXISTS {{ {self.target} }} AS ?inside)"
        return f"SELECT ?this ?value ?inside WHERE {{ ?this {predicate} ?value {inside} }}"

    def prefixes(self, part: "Node") -> str:
        lines = []
        for holder in self.values(part, "prefixes"):
            for declared in self.values(holder, "declare"):
                prefix = self.text(declared, "prefix", "")
                lines.append(f"PREFIX {prefix}: <{self.text(declared, 'namespace', '')}>\n")
        return "".join(sorted(lines))

    def check(
        self, part: "Node", path: str, component: str, query: str, circle: bool = False
    ) -> Check:
        fallback = self.text(self.shape, "severity", SH + "Violation")
        severity = self.text(part, "severity", fallback).removeprefix(SH)
        if severity not in SEVERITIES:
            raise InputError(f"The shape {self.shape} has the unknown severity {severity!r}.")
        message = self.text(part, "message", self.text(self.shape, "message", ""))
        if not message:
            raise InputError(f"The shape {self.shape} has no sh:message for sh:{component}.")
        return Check(str(self.shape), path, component, severity, message, query, circle)

    def path(self, part: "Node") -> tuple[str, str]:
        from rdflib import URIRef

        for path in self.values(part, "path"):
            if isinstance(path, URIRef):
                return str(path), f"?this {term_text(path)} ?value"
            for inverse in self.values(path, "inversePath"):
                if isinstance(inverse, URIRef):
                    return f"^{inverse}", f"?value {term_text(inverse)} ?this"
        raise InputError(
            f"A path of the shape {self.shape} is not checked by the build.",
            hint="Use a property, or sh:inversePath of one.",
        )

    def values(self, subject: "Node", name: str) -> "list[Node]":
        from rdflib import URIRef

        return sorted(self.graph.objects(subject, URIRef(SH + name)), key=str)

    def text(self, subject: "Node", name: str, default: str) -> str:
        return next((str(value) for value in self.values(subject, name)), default)

    def known(self, subject: "Node", names: set[str]) -> None:
        """Refuses what would otherwise be passed over in silence."""
        for predicate in self.graph.predicates(subject):
            name = str(predicate)
            if name.startswith(SH) and name.removeprefix(SH) not in names:
                raise InputError(
                    f"The shape {self.shape} uses sh:{name.removeprefix(SH)}, which the build does "
                    "not check.",
                    hint=f"It checks {', '.join('sh:' + known for known in CONSTRAINTS)} and "
                    "sh:sparql.",
                )
