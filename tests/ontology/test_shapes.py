"""The shapes find each fault they are for, by pyshacl and by our queries alike."""

import functools
import json
import time
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node
from tests.ontology.mutations import NOTHING, broken, ill_typed, list_of
from tests.ontology.turtle import ONTOLOGY, read, sound

from filmgraph.build.links import in_circles
from filmgraph.build.shacl import Check, Report, compile_shapes, violations
from filmgraph.build.shacl_terms import without_lookups
from filmgraph.build.shapes import check_store
from filmgraph.doors.loading import load_store
from filmgraph.errors import InputError
from filmgraph.options import LIMITS

Found = set[tuple[str, str, str, str]]
"""Focus node, path, component and severity of what was found."""

SHAPES_TEXT = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
CHECKS = compile_shapes(SHAPES_TEXT)


def name(check: Check) -> str:
    last = [part.rpartition("#")[2].rpartition("/")[2] for part in (check.shape, check.path)]
    mark = "^" if check.path.startswith("^") else ""
    what = check.message[:30] if check.component == "sparql" else check.component
    return f"{last[0]}-{mark}{last[1]}-{what}"


@functools.cache
def shapes() -> Graph:
    return read("shapes")


def stored(graph: Graph) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(
        graph.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    return store


def rows(store: pyoxigraph.Store, query: str) -> Iterable[tuple[str | None, ...]]:
    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    for row in found:
        yield tuple(None if term is None else str(getattr(term, "value", term)) for term in row)


def ours(graph: Graph) -> Report:
    return violations(functools.partial(rows, stored(graph)), CHECKS, limit_per_check=1000)


def found_by_us(report: Report, shape: str | None = None) -> Found:
    return {
        (node, result.check.path, result.check.component, result.check.severity)
        for result in report.results
        for node, _ in result.examples
        if shape in (None, result.check.shape)
    }


def found_by_pyshacl(graph: Graph, shape: str | None = None) -> Found:
    _, results, _ = pyshacl.validate(
        graph, shacl_graph=shapes(), use_shapes=[shape] if shape else None
    )
    assert isinstance(results, Graph)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        path = results.value(result, SH.resultPath)
        inverse = None if path is None else results.value(path, SH.inversePath)
        component = str(results.value(result, SH.sourceConstraintComponent))
        component = component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
        found.add(
            (
                str(results.value(result, SH.focusNode)),
                "" if component == "SPARQL" else f"^{inverse}" if inverse else str(path),
                "sparql" if component == "SPARQL" else component[0].lower() + component[1:],
                str(results.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            )
        )
    return found


def test_sound_data_passes_our_checks() -> None:
    report = ours(sound())
    assert str(report) == f"{len(CHECKS)} checks found nothing."
    assert report.conforms


def test_sound_data_passes_pyshacl() -> None:
    assert found_by_pyshacl(sound()) == set()


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_a_fault_is_found_by_both(check: Check) -> None:
    graph = broken(check, shapes())
    found = found_by_us(ours(graph), check.shape)
    assert (check.path, check.component, check.severity) in {row[1:] for row in found}
    assert found == found_by_pyshacl(graph, check.shape)


def test_a_number_that_is_none_is_found_by_both() -> None:
    found = found_by_us(ours(ill_typed()))
    assert {row[2] for row in found} >= {"datatype", "minInclusive", "maxInclusive"}
    assert found == found_by_pyshacl(ill_typed())


def test_a_chain_of_ten_thousand_events_is_checked_in_seconds() -> None:
    start = time.process_time()
    links = [(f"e{number}", f"e{number + 1}") for number in range(10_000)]
    assert in_circles(links) == set()
    assert len(in_circles([*links, ("e5000", "e0")])) == 5001
    assert time.process_time() - start < 5
    assert {check.message for check in CHECKS if check.circle} == {
        "No event may come before itself.",
        "Nothing may be broader than itself.",
    }


def test_many_faults_at_once_are_found_by_both() -> None:
    graph = sound()
    for check in CHECKS[::9]:
        graph += broken(check, shapes()) - sound()
    found = found_by_us(ours(graph))
    assert len(found) > len(CHECKS[::9]) / 2
    assert found == found_by_pyshacl(graph)


@st.composite
def damaged(draw: st.DrawFn) -> Graph:
    """The sound graph with some statements gone and some added that mix up its terms."""
    graph = sound()
    triples = st.sampled_from(sorted(graph, key=str))
    # No empty text: rdflib takes it for a variable where a path begins with it.
    others: list[Node] = [NOTHING, Literal("?"), Literal("text", lang="en"), Literal(-1)]
    for triple in draw(st.lists(triples, max_size=4)):
        graph.remove(triple)
    for one, other in draw(st.lists(st.tuples(triples, triples), max_size=4)):
        value = draw(st.sampled_from([one[2], other[2], other[0], *others]))
        graph.add((one[0], other[1] if draw(st.booleans()) else one[1], value))
    return graph


@settings(max_examples=8, deadline=None)
@given(graph=damaged())
def test_damage_of_any_kind_is_found_by_both(graph: Graph) -> None:
    assert found_by_us(ours(graph)) == found_by_pyshacl(graph)


def as_written() -> list[str]:
    """The queries of all sh:sparql, as they stand in the file."""
    prefixes = "".join(
        f"PREFIX {shapes().value(one, SH.prefix)}: <{shapes().value(one, SH.namespace)}>\n"
        for one in shapes().objects(None, SH.declare)
    )
    return [prefixes + str(one) for one in sorted(shapes().objects(None, SH.select), key=str)]


@settings(max_examples=50, deadline=None)
@given(graph=damaged())
def test_a_query_without_lookups_finds_the_same(graph: Graph) -> None:
    store = stored(graph)
    for query in as_written():
        start = query.index("SELECT")
        rewritten = query[:start] + without_lookups(query[start:])
        assert set(rows(store, rewritten)) == set(rows(store, query))


def test_what_must_not_exist_is_taken_away_where_that_is_the_same() -> None:
    taken_away = [
        check for check in CHECKS if check.component == "sparql" and "MINUS" in check.query
    ]
    assert len(taken_away) == sum("FILTER NOT EXISTS" in query for query in as_written())


@pytest.mark.parametrize(
    "body",
    [
        "?this a ?kind . OPTIONAL { ?this ex:p ?value } FILTER NOT EXISTS { ?value a ?kind }",
        "?this a ?kind . FILTER NOT EXISTS { ?this ex:p ?value . FILTER(?value = ?kind) }",
        "?this a ?kind . FILTER NOT EXISTS { ?this ex:p ?value } ?this ex:q ?value",
        "?this a ?kind . FILTER NOT EXISTS { ?other ex:p ?value }",
        "?this a ?k . { SELECT ?k WHERE { ?x a ?k } } FILTER NOT EXISTS { ?x ex:p ?value }",
    ],
)
def test_what_must_not_exist_stays_a_filter_where_that_is_not_the_same(body: str) -> None:
    query = f"SELECT ?this WHERE {{ {body} }}"
    assert without_lookups(query) == query


def test_all_that_is_wrong_is_counted(tmp_path: Path) -> None:
    films = LIMITS.answer_rows + 1
    kind = "<https://w3id.org/filmgraph/ontology#Film>"
    quads = tmp_path / "statements.nq"
    with quads.open("w", encoding="utf-8") as out:
        for number in range(films):
            film = f"<https://w3id.org/filmgraph/film/{number}>"
            out.write(f"{film} <{RDF.type}> {kind} .\n")
    load_store(quads, tmp_path / "rdf")
    [result] = check_store(tmp_path / "rdf", []).results
    assert (result.check.component, result.count) == ("minCount", films)


def test_a_wrong_value_is_named() -> None:
    [check] = [
        check for check in CHECKS if check.path.endswith("#weight") and check.component == "in"
    ]
    [result] = [one for one in ours(broken(check, shapes())).results if one.check == check]
    assert result.examples == (
        (
            "https://w3id.org/filmgraph/theme-use/the-keeper-returns-1955/solitude",
            "https://www.example.org/nothing",
        ),
    )


def compiled(constraint: str, before: str = "") -> list[Check]:
    prefix = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> ."
    property_shape = f'sh:property [ sh:path ex:p ; {constraint} sh:message "m" ]'
    shape = f"ex:S a sh:NodeShape ; sh:targetClass ex:C ; {before} {property_shape} ."
    return compile_shapes(prefix + shape)


@pytest.mark.parametrize(
    ("constraint", "before", "reason"),
    [
        ("sh:uniqueLang true ;", "", "uses sh:uniqueLang"),
        ("", "sh:closed true ;", "uses sh:closed"),
        ("", "sh:nodeKind sh:IRI ;", "uses sh:nodeKind"),
        ("sh:nodeKind sh:Film ;", "", "no kind of node sh:Film"),
        ("sh:severity sh:Fatal ; sh:minCount 1 ;", "", "unknown severity"),
        ("sh:class [] ;", "", "blank node"),
    ],
)
def test_what_is_not_compiled_is_refused(constraint: str, before: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        compiled(constraint, before)


@pytest.mark.parametrize(
    ("shapes_text", "reason"),
    [
        ("no turtle", "not Turtle"),
        ("[] a <http://www.w3.org/ns/shacl#NodeShape> .", "no sh:targetClass"),
    ],
)
def test_shapes_that_cannot_be_read_are_refused(shapes_text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        compile_shapes(shapes_text)


@pytest.mark.parametrize("counting", ["sh:minCount 2 ;", "sh:maxCount 2 ;", "sh:maxCount 0 ;"])
def test_other_counts_are_compiled_too(counting: str) -> None:
    [check] = compiled(counting)
    assert "COUNT(DISTINCT ?value)" in check.query


def test_compiling_twice_gives_the_same() -> None:
    assert compile_shapes(SHAPES_TEXT) == CHECKS


def test_a_report_is_plain_json() -> None:
    report = ours(ill_typed())
    assert json.loads(report.to_json()) == report.as_dict() | {"conforms": False}
    assert "Not so: film/the-keeper-1950 with 'nineteen fifty'." in str(report)


def test_a_warning_does_not_break_conformance() -> None:
    [check] = [
        check for check in CHECKS if check.severity == "Warning" and "licence" in check.message
    ]
    report = ours(broken(check, shapes()))
    assert [result.check for result in report.results] == [check]
    assert report.conforms


def test_every_property_shape_says_severity_and_message() -> None:
    for part in shapes().objects(None, SH.property):
        assert shapes().value(part, SH.severity) in (SH.Violation, SH.Warning)
        assert str(shapes().value(part, SH.message)).endswith(".")


def test_every_closed_scheme_is_checked_in_full() -> None:
    schemes = read("schemes")
    lists = [
        {str(member) for member in list_of(shapes(), head)}
        for head in shapes().objects(None, SH["in"])
    ]
    in_scheme = URIRef("http://www.w3.org/2004/02/skos/core#inScheme")
    for scheme in set(schemes.objects(None, in_scheme)) - {
        URIRef("https://w3id.org/filmgraph/ontology#creditParts")
    }:
        assert {str(one) for one in schemes.subjects(in_scheme, scheme)} in lists
