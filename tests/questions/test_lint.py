"""What the lint finds in a query."""

import pytest

from filmgraph.questions import Parameter, Question, lint

FG = "PREFIX fg: <https://w3id.org/filmgraph/ontology#>\n"


def faults(query: str, *parameters: str, lists: tuple[str, ...] = ()) -> list[str]:
    question = Question(
        "q",
        "Q.",
        query,
        parameters={name: Parameter(name, "text", "x") for name in parameters},
        columns={"film": "The film."},
        lists=lists,
    )
    return list(lint(question))


def test_a_sound_query_has_no_fault() -> None:
    query = FG + "SELECT ?film WHERE { ?film fg:year ?year } ORDER BY ?year ?film"
    assert faults(query, "year") == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?film WHERE { ?film", "The query is not SPARQL 1.1"),
        ("ASK WHERE { ?film ?p ?o }", "The query is not a SELECT"),
        ("SELECT * WHERE { ?film ?p ?o } ORDER BY ?film", "the query selects *"),
        ("SELECT ?other WHERE { ?other ?p ?o } ORDER BY ?other", "the query selects other"),
        ("SELECT ?film WHERE { ?film ?p ?o }", "ORDER BY is missing"),
        ("SELECT ?film WHERE { ?film ?p ?o } ORDER BY ?o", "ORDER BY must end in"),
        ("SELECT ?film WHERE { ?film ?p ?o } ORDER BY STR(?film)", "ORDER BY must end in"),
        ("SELECT ?film FROM <http://x> WHERE { ?film ?p ?o } ORDER BY ?film", "FROM chooses"),
        (
            "SELECT ?film WHERE { SERVICE <http://x> { ?film ?p ?o } } ORDER BY ?film",
            "SERVICE asks another server",
        ),
        (
            "SELECT ?film WHERE { ?film ?p ?o FILTER(<http://x/f>(?o)) } ORDER BY ?film",
            "A function named by an IRI",
        ),
        ("SELECT ?film WHERE { ?film ?p ?o FILTER(RAND() > 0.5) } ORDER BY ?film", "RAND gives"),
        ("SELECT ?film WHERE { ?film ?p [ ?q ?o ] } ORDER BY ?film", "A blank node hides"),
        ("SELECT ?film WHERE { ?film ?p _:b } ORDER BY ?film", "A blank node hides"),
        ("SELECT (SAMPLE(?a) AS ?film) WHERE { ?a ?p ?o } ORDER BY ?film", "SAMPLE lets"),
        (
            "SELECT (GROUP_CONCAT(?a) AS ?film) WHERE { ?a ?p ?o } ORDER BY ?film",
            "A column is a list if and only if",
        ),
        (
            "PREFIX fg: <http://x/> SELECT ?film WHERE { ?film fg:a ?o } ORDER BY ?film",
            "The prefix 'fg:' is not the one",
        ),
    ],
)
def test_a_fault_is_found(query: str, said: str) -> None:
    assert any(said in fault for fault in faults(query))


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("?film ?p ?o", "The parameter 'x' is not used"),
        ("{ SELECT ?film WHERE { ?film ?p ?x } }", "The sub-SELECT uses 'x' but does not select"),
        ("?film ?p ?o MINUS { ?film ?q ?x }", "MINUS uses 'x'"),
        ("{ ?film ?p ?o FILTER(?o > ?x) } UNION { ?film ?q ?x }", "A FILTER in an inner group"),
        ("{ ?film ?p ?o BIND(?x AS ?y) } UNION { ?film ?q ?x }", "A BIND in an inner group"),
        ("?film ?q ?x OPTIONAL { ?film ?p ?o BIND(?x AS ?y) }", "A BIND in an inner group"),
        ("GRAPH ?g { ?film ?p ?o FILTER(?o > ?x) } ?film ?q ?x", "A FILTER in an inner group"),
    ],
)
def test_a_parameter_that_engines_bind_differently_is_found(group: str, said: str) -> None:
    query = f"SELECT ?film WHERE {{ {group} }} ORDER BY ?film"
    assert any(said in fault for fault in faults(query, "x"))


@pytest.mark.parametrize(
    "group",
    [
        "?film ?p ?o FILTER(?o > ?x)",
        "?film ?p ?o OPTIONAL { ?film ?q ?y FILTER(?y > ?x) }",
        "?film ?p ?o FILTER NOT EXISTS { ?film ?q ?y FILTER(?y > ?x) }",
        "{ ?film ?p ?x BIND(?x AS ?y) } UNION { ?x ?p ?film }",
        "{ SELECT ?x ?film WHERE { ?film ?p ?x } }",
    ],
)
def test_a_parameter_that_all_engines_bind_alike_is_no_fault(group: str) -> None:
    assert faults(f"SELECT ?film WHERE {{ {group} }} ORDER BY ?film", "x") == []
