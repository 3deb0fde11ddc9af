"""Parameters are data: what is bound comes back as it went in, in every engine."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.errors import InputError, ParameterError
from filmgraph.names import IRI
from filmgraph.questions import Parameter, Question, bind
from filmgraph.questions.binding import integer_term, iri_term, text_term

ECHO = "SELECT ?x WHERE { BIND(?given AS ?x) }"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


def question(text: str, *names: str) -> Question:
    parameters = {name: Parameter(name, "text", "x") for name in names}
    return Question("q", "Q.", text, parameters=parameters, where="queries/q.rq")


def by_pyoxigraph(query: str) -> list[str]:
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    return [row[0].value if row[0] is not None else "" for row in found]


def by_rdflib(query: str) -> list[str]:
    return [str(row[0]) for row in rdflib.Graph().query(query)]  # type: ignore[index]


@given(TEXTS)
def test_any_text_comes_back_from_pyoxigraph(text: str) -> None:
    assert by_pyoxigraph(bind(question(ECHO, "given"), {"given": text_term(text)})) == [text]


@given(TEXTS)
def test_any_text_comes_back_from_rdflib(text: str) -> None:
    assert by_rdflib(bind(question(ECHO, "given"), {"given": text_term(text)})) == [text]


@pytest.mark.parametrize(
    "text",
    [
        '" } ; DROP ALL #',
        "\\u0022 } SELECT",
        "\\\\U00000022",
        "a\nb\r\tc",
        "\\",
        '"""',
        "{ ?s ?p ?o }",
        "名前\U0001f600",
    ],
)
@pytest.mark.parametrize("engine", [by_pyoxigraph, by_rdflib])
def test_text_that_looks_like_a_query_stays_text(engine: object, text: str) -> None:
    assert callable(engine)
    assert engine(bind(question(ECHO, "given"), {"given": text_term(text)})) == [text]


@pytest.mark.parametrize("text", ["\x00", "\ud800"])
def test_a_character_no_query_can_hold_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match="no query can hold"):
        text_term(text)


@pytest.mark.parametrize("text", ["https://a b", "https://a>b", "alien", "", "x:\\u0020", "a:{"])
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match="is not an IRI"):
        iri_term(IRI(text))


def test_the_row_stands_at_the_head_of_the_outermost_group() -> None:
    text = (
        "# WHERE { a comment\n"
        "PREFIX x: <http://example.org/where{>\n"
        'SELECT ?a ("WHERE {" AS ?b) WHERE # here {\n { ?a ?p ?o }'
    )
    bound = bind(question(text.replace("where{", "where"), "o"), {"o": integer_term(3)})
    assert bound.endswith("WHERE # here {\n {\n  VALUES (?o) { (3) }\n ?a ?p ?o }")


def test_parameters_that_are_not_given_are_unbound() -> None:
    bound = bind(question("SELECT ?a WHERE { }", "a", "b"), {"b": integer_term(1)})
    assert "VALUES (?a ?b) { (UNDEF 1) }" in bound


@pytest.mark.parametrize("engine", [by_pyoxigraph, by_rdflib])
def test_unbound_is_told_by_bound(engine: object) -> None:
    assert callable(engine)
    query = 'SELECT ?x WHERE { VALUES ?x { "a" "b" } FILTER(!BOUND(?only) || ?x = ?only) }'
    assert engine(bind(question(query, "only"), {})) == ["a", "b"]
    assert engine(bind(question(query, "only"), {"only": text_term("b")})) == ["b"]


def test_a_query_without_where_is_an_error() -> None:
    with pytest.raises(InputError, match=r"queries/q\.rq: the query has no 'WHERE \{'"):
        bind(question("SELECT ?a { }", "a"), {})


def test_a_query_without_parameters_is_left_alone() -> None:
    assert bind(question("SELECT ?a { }"), {}) == "SELECT ?a { }"
