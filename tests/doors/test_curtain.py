"""Nothing behind the curtain shows, whatever is asked and through whichever door."""

import re
from pathlib import Path

import pytest
from tests.canary import canary_film
from tests.doors.conftest import SOURCES

from filmgraph.arrays.lazy import LazyArrays
from filmgraph.arrays.reading import Reader
from filmgraph.build.folder import GraphFolder
from filmgraph.build.manifest import read_manifest
from filmgraph.curtain import LEVELS, allowed
from filmgraph.doors.rdflib_view import rdflib_dataset
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import QueryError
from filmgraph.export.files import FORMATS, Exported, export_graph
from filmgraph.names import IRI, iri
from filmgraph.record import Level
from filmgraph.values import Entity

PLOT = "<https://w3id.org/filmgraph/graph/plot>"
ENDING = "<https://w3id.org/filmgraph/graph/ending>"
MINE = "<https://w3id.org/filmgraph/graph/mine/ending>"
FILM = "<https://w3id.org/filmgraph/film/leaving-las-vegas-1995>"
HIDDEN = "<https://w3id.org/filmgraph/event/leaving-las-vegas-1995/mine/endingcanary-event>"
PERSON = "<https://w3id.org/filmgraph/person/endingcanary-player>"

QUERIES = {
    "everything": "SELECT * { ?s ?p ?o }",
    "named graphs": "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "names of graphs": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
    "the graph of a level": f"SELECT * {{ GRAPH {PLOT} {{ ?s ?p ?o }} }}",
    "the graph of the ending": f"SELECT * {{ GRAPH {ENDING} {{ ?s ?p ?o }} }}",
    "the graph of a source": f"SELECT * {{ GRAPH {MINE} {{ ?s ?p ?o }} }}",
    "FROM": f"SELECT * FROM {PLOT} FROM {ENDING} {{ ?s ?p ?o }}",
    "FROM a source": f"SELECT * FROM {MINE} {{ ?s ?p ?o }}",
    "FROM NAMED": f"SELECT * FROM NAMED {PLOT} FROM NAMED {ENDING} {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "FROM NAMED by name": f"SELECT * FROM NAMED {MINE} {{ GRAPH {MINE} {{ ?s ?p ?o }} }}",
    "FROM and FROM NAMED": f"SELECT * FROM {PLOT} FROM NAMED {MINE} "
    "{ ?s ?p ?o GRAPH ?g { ?s ?q ?r } }",
    "DESCRIBE": f"DESCRIBE {FILM}",
    "DESCRIBE hidden": f"DESCRIBE {HIDDEN} {PERSON}",
    "DESCRIBE FROM": f"DESCRIBE {FILM} {HIDDEN} FROM {ENDING} FROM NAMED {MINE}",
    "DESCRIBE all": "DESCRIBE ?s { ?s ?p ?o }",
    "DESCRIBE of graphs": f"DESCRIBE ?s {{ GRAPH {MINE} {{ ?s ?p ?o }} }}",
    "CONSTRUCT": "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }",
    "CONSTRUCT WHERE": "CONSTRUCT WHERE { ?s ?p ?o }",
    "CONSTRUCT FROM": f"CONSTRUCT {{ ?s ?p ?o }} FROM {ENDING} WHERE {{ ?s ?p ?o }}",
    "CONSTRUCT of graphs": "CONSTRUCT { ?s ?p ?g } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "all text in one": 'SELECT (GROUP_CONCAT(STR(?o); SEPARATOR="|") AS ?all) { ?s ?p ?o }',
    "MIN and MAX": "SELECT ?p (MIN(?o) AS ?a) (MAX(?o) AS ?b) { ?s ?p ?o } GROUP BY ?p",
    "HAVING": "SELECT ?s (MAX(STR(?o)) AS ?t) { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > 0)",
    "path of any length": f"SELECT * {{ {FILM} (!fg:nothing|^!fg:nothing)+ ?o }}",
    "path of zero steps": "SELECT ?s ?label { ?s fg:nothing* ?label }",
    "path to the end": "SELECT * { ?e fg:before+ ?o . ?o rdfs:label ?label }",
    "path back": "SELECT * { ?film ^fg:inFilm/(rdfs:label|fg:quote|fg:creditedAs) ?text }",
    "OPTIONAL": "SELECT * { ?film a fg:Film OPTIONAL { ?x fg:inFilm ?film . ?x ?p ?o } }",
    "UNION": "SELECT * { { ?s fg:plotText ?o } UNION { GRAPH ?g { ?s fg:plotText ?o } } }",
    "MINUS": "SELECT * { ?s ?p ?o MINUS { ?s a fg:Nothing } }",
    "EXISTS": "SELECT ?s { ?s ?p ?o FILTER EXISTS { GRAPH ?g { ?s fg:tells ?e } } }",
    "sub-SELECT": "SELECT * { { SELECT ?s ?o { GRAPH ?g { ?s rdfs:label ?o } } } ?s ?p ?t }",
    "BIND and STR": "SELECT (CONCAT(STR(?s), STR(?o)) AS ?t) { ?s ?p ?o }",
    "VALUES": f"SELECT * {{ VALUES ?g {{ {PLOT} {ENDING} {MINE} }} GRAPH ?g {{ ?s ?p ?o }} }}",
    "order": "SELECT ?s ?o { ?s ?p ?o } ORDER BY DESC(STR(?o))",
    "search": 'SELECT ?o { ?s ?p ?o FILTER CONTAINS(LCASE(STR(?o)), "canary") }',
    "search of names": 'SELECT ?s { ?s ?p ?o FILTER REGEX(STR(?s), "canary") }',
}


def words_above(level: Level) -> re.Pattern[str]:
    hidden = [one for one in LEVELS if one not in allowed(level)]
    return re.compile("|".join(f"{one}canary" for one in hidden) or r"(?!)", re.IGNORECASE)


def asked(door: SparqlDoor, query: str) -> str:
    answer = door.query(query)
    # The names that a query gives itself come back through DESCRIBE and VALUES only with a row.
    return str(answer.rows)


@pytest.mark.parametrize("level", ["open", "plot"])
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_no_query_sees_behind_the_curtain(
    canary_door: SparqlDoor, level: Level, query: str
) -> None:
    assert words_above(level).findall(asked(canary_door.at(level), query)) == []


@pytest.mark.parametrize("query", ["everything", "named graphs", "search", "search of names"])
def test_at_the_ending_all_is_seen(canary_door: SparqlDoor, query: str) -> None:
    text = asked(canary_door.at("ending"), QUERIES[query])
    assert "plotcanary" in text
    assert "endingcanary" in text


@pytest.mark.parametrize("level", LEVELS)
def test_counts_count_what_may_be_seen(canary_door: SparqlDoor, level: Level) -> None:
    door = canary_door.at(level)
    ((count,),) = door.query("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }")
    assert count == len(door.query("SELECT * { ?s ?p ?o }"))
    assert count == sum(door.count().values())


@pytest.mark.parametrize("level", ["open", "plot"])
def test_a_question_of_yes_or_no_does_not_tell(canary_door: SparqlDoor, level: Level) -> None:
    door = canary_door.at(level)
    for pattern in (f"{HIDDEN} ?p ?o", f"?s ?p {HIDDEN}", f"{PERSON} ?p ?o"):
        assert door.query(f"ASK {{ {pattern} }}").rows == ((False,),)
        assert door.query(f"ASK FROM {ENDING} {{ {pattern} }}").rows == ((False,),)
        assert door.query(f"ASK {{ GRAPH ?g {{ {pattern} }} }}").rows == ((False,),)
    assert canary_door.at("ending").query(f"ASK {{ {HIDDEN} ?p ?o }}").rows == ((True,),)


@pytest.mark.parametrize("level", ["open", "plot"])
def test_an_error_does_not_tell(canary_door: SparqlDoor, level: Level) -> None:
    for text in ("SELECT * { ?s ?p }", "SELECT (1/0 AS ?x) { ?s ?p ?o } GROUP BY ?y"):
        try:
            said = str(canary_door.at(level).query(text))
        except QueryError as error:
            said = str(error)
        assert words_above(level).findall(said) == []


@pytest.mark.parametrize("level", LEVELS)
def test_statements_of_anything_are_those_of_the_level(
    canary_door: SparqlDoor, level: Level
) -> None:
    door = canary_door.at(level)
    subjects = canary_door.at("ending").query("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s")
    found = [one for (subject,) in subjects for one in door.statements(IRI(str(subject)))]
    assert words_above(level).findall(str(found)) == []
    assert {one.level for one in found} == set(allowed(level))


def test_statements_say_who_says_so(canary_door: SparqlDoor) -> None:
    found = canary_door.statements(iri("film", "leaving-las-vegas-1995"))
    (title,) = [one for one in found if one.object == "Leaving Las Vegas"]
    assert title.sources == SOURCES
    assert title.level == "open"


def test_a_value_that_did_not_win_is_still_said_by_its_source(
    tmp_path: Path,
) -> None:
    from msgspec.structs import replace
    from tests.graphs import FILMS, graph_folder, open_door

    longer = replace(FILMS[0], runtime_minutes=124)
    sources = {"a": [FILMS[0]], "b": [FILMS[0]], "c": [longer]}
    door = open_door(graph_folder(tmp_path / "x.graph", sources), sources)
    runtimes = {
        one.object: one.sources
        for one in door.statements(iri("film", "alien-1979"))
        if one.predicate.endswith("runtimeMinutes")
    }
    assert runtimes == {117: ("a", "b"), 124: ("c",)}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("about", [None, "leaving-las-vegas-1995"])
def test_an_export_holds_what_may_be_seen(
    canary_door: SparqlDoor,
    canary_folder: GraphFolder,
    tmp_path: Path,
    level: Level,
    format_: str,
    about: str | None,
) -> None:
    title = "Leaving Las Vegas"
    subject = None if about is None else Entity(iri("film", about), "film", title, 1995)
    files = tuple(canary_folder.record_files())
    arrays = LazyArrays(canary_folder.current_build() / "arrays", _stamp(canary_folder))
    exported = Exported(canary_door.at(level), files, lambda: Reader(arrays.at(level)), subject)
    path = export_graph(exported, format_, tmp_path / "out")
    text = _text(path)
    assert words_above(level).findall(text) == []
    for seen in allowed(level)[1:]:
        assert f"{seen}canary" in text


def _stamp(folder: GraphFolder) -> str:
    return read_manifest(folder.current_build()).files["arrays/arrays.json"][1]


def _text(path: Path) -> str:
    if path.is_dir():
        import gzip

        return "".join(gzip.open(one, "rt").read() for one in sorted(path.iterdir()))
    return path.read_text(encoding="utf-8")


# rdflib's own serializers call what rdflib is about to take away.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.parametrize("level", ["open", "plot"])
def test_rdflib_sees_what_may_be_seen(
    canary_door: SparqlDoor, canary_folder: GraphFolder, level: Level
) -> None:
    manifest = read_manifest(canary_folder.current_build())
    view = rdflib_dataset(canary_door.at(level), manifest.statements_at(level))
    text = "".join(map(str, view.quads()))
    text += view.serialize(format="nquads") + view.serialize(format="trig")
    for query in ("everything", "named graphs", "the graph of the ending", "the graph of a source"):
        text += str(list(view.query(QUERIES[query])))
    text += str(list(view.get_context(ENDING[1:-1])))
    text += str([graph.identifier for graph in view.graphs()])
    assert words_above(level).findall(text) == []


def test_the_canaries_cover_every_kind_of_part() -> None:
    film = canary_film()
    assert [name for name in film.__struct_fields__ if not getattr(film, name)] == []
