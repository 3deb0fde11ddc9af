"""The Graph: every public method, on small graphs."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.graphs import FILMS, graph_folder, load_into

import filmgraph
from filmgraph.build.make import build
from filmgraph.curtain import LEVELS
from filmgraph.errors import (
    AmbiguousName,
    FilmgraphError,
    NotAGraph,
    OptionError,
    ParameterError,
    QueryRefused,
    QuerySyntaxError,
    UnknownEntity,
    UnknownQuestion,
)
from filmgraph.graph import Graph
from filmgraph.names import BASE, IRI
from filmgraph.record import Level
from filmgraph.values import Entity

FILM = "Leaving Las Vegas (1995)"

# Opening


def test_a_graph_is_opened_by_its_folder(films_graph: Graph) -> None:
    for where in (films_graph.folder.path, str(films_graph.folder.path)):
        assert filmgraph.open(where).film("casablanca").year == 1942


def test_a_graph_is_opened_at_level_open(films_graph: Graph) -> None:
    assert films_graph.level == "open"


@pytest.mark.parametrize("level", LEVELS)
def test_a_graph_is_opened_at_the_level_that_is_given(level: str, films_graph: Graph) -> None:
    assert filmgraph.open(films_graph.folder.path, level=level).level == level


def test_the_environment_names_graph_and_level(
    films_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILMGRAPH_GRAPH", str(films_graph.folder.path))
    monkeypatch.setenv("FILMGRAPH_SPOILERS", "plot")
    graph = filmgraph.open()
    assert (graph.folder.path, graph.level) == (films_graph.folder.path, "plot")
    assert filmgraph.open(level="open").level == "open"


def test_a_level_that_is_none_is_refused(
    films_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OptionError, match="open, plot, ending"):
        filmgraph.open(films_graph.folder.path, level="all")
    with pytest.raises(OptionError, match="'all'"):
        films_graph.lift("all")
    monkeypatch.setenv("FILMGRAPH_SPOILERS", "Plot")
    with pytest.raises(OptionError, match="'Plot'"):
        filmgraph.open(films_graph.folder.path)


def test_what_is_no_graph_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(NotAGraph):
        filmgraph.open(tmp_path)


def test_a_graph_says_what_it_is(films_graph: Graph) -> None:
    assert repr(films_graph) == "<Graph 'films' at level open>"


def test_a_graph_is_opened_twice_at_once(films_graph: Graph) -> None:
    other = filmgraph.open(films_graph.folder.path)
    query = "SELECT ?f { ?f a fg:Film } ORDER BY ?f"
    assert other.sparql(query) == films_graph.sparql(query)


def test_a_graph_stays_the_same_while_another_build_is_made(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "g", {"mine": FILMS[:1]})
    before = filmgraph.open(folder.path)
    (folder.path / "records" / "mine.jsonl.gz").unlink()
    load_into(folder, {"mine": FILMS})
    build(folder)
    build(folder)
    build(folder)
    assert before.find("casablanca") == []
    assert len(before.sparql("SELECT ?f { ?f a fg:Film }")) == 1
    assert filmgraph.open(folder.path).film("casablanca").year == 1942


# Levels


def test_lifting_keeps_store_and_names(canary_graph: Graph) -> None:
    lifted = canary_graph.lift("open")
    assert lifted._door._store is canary_graph._door._store
    assert lifted._names is canary_graph._names
    assert (lifted.level, canary_graph.level) == ("open", "ending")


def test_two_levels_of_one_graph_are_asked_at_once(canary_graph: Graph) -> None:
    graphs = {level: canary_graph.lift(level) for level in LEVELS}

    def asked(level: Level) -> tuple[int, int, bool]:
        graph = graphs[level]
        answer = graph.sparql("SELECT * { ?s ?p ?o }")
        return len(answer), len(graph.statements(FILM)), "endingcanary" in str(answer)

    expected = {level: asked(level) for level in LEVELS}
    with ThreadPoolExecutor(8) as pool:
        for level, got in zip(LEVELS * 20, pool.map(asked, LEVELS * 20), strict=True):
            assert got == expected[level]
    assert [expected[level][2] for level in LEVELS] == [False, False, True]


def test_threads_share_a_graph(films_graph: Graph) -> None:
    def ask(_: int) -> tuple[object, ...]:
        return (
            films_graph.film("casablanca"),
            films_graph.find("alien"),
            films_graph.ask("co-stars", person="Ian Holm"),
            films_graph.statements("Alien (1979)"),
            films_graph.picture("Alien (1979)"),
        )

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(ask, range(40))
    assert all(other == first for other in others)


# Names


@pytest.mark.parametrize(
    "name",
    [
        "Casablanca (1942)",
        "casablanca 1942",
        "CASABLANCA",
        "film/casablanca-1942",
        BASE + "film/casablanca-1942",
        IRI(BASE + "film/casablanca-1942"),
        Entity(IRI(BASE + "film/casablanca-1942"), "film", "Casablanca", 1942),
    ],
    ids=str,
)
def test_a_film_is_named_in_many_ways(name: str | Entity, films_graph: Graph) -> None:
    assert films_graph.film(name).curie == "film/casablanca-1942"
    assert films_graph.entity(name).kind == "film"


@pytest.mark.parametrize(
    ("method", "name", "curie"),
    [
        ("person", "ridley scott", "person/ridley-scott"),
        ("character", "Ripley", "character/alien-1979/ripley"),
        ("theme", "android", "theme/android"),
        ("theme", "synthetic", "theme/android"),
        ("genre", "horror", "genre/horror"),
        ("place", "Casablanca", "place/casablanca"),
    ],
)
def test_each_kind_has_its_method(method: str, name: str, curie: str, films_graph: Graph) -> None:
    assert getattr(films_graph, method)(name).curie == curie


def test_a_name_of_another_kind_is_unknown(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity, match="no person named 'Casablanca'"):
        films_graph.person("Casablanca")
    with pytest.raises(UnknownEntity):
        films_graph.person(films_graph.film("casablanca"))


def test_an_unknown_name_has_near_ones(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity) as caught:
        films_graph.film("Casablnca")
    assert caught.value.candidates == ("Casablanca (1942) [film/casablanca-1942]",)


def test_two_films_of_one_title_are_told_apart_by_the_year(films_graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match=r"Which one: Alien .*1979.* Alien .*1997"):
        films_graph.film("Alien")
    assert films_graph.film("Alien (1997)").year == 1997


def test_two_people_of_one_name_are_told_apart_by_their_films(films_graph: Graph) -> None:
    with pytest.raises(AmbiguousName) as caught:
        films_graph.ask("co-stars", person="John Smith")
    said = str(caught.value)
    assert "known for Back to Yellow Jacket (1922) [person/john-smith" in said
    assert "known for Alien (1997) [person/john-smith" in said


@pytest.mark.parametrize("kind", ["flim", "Film", "", "event"])
def test_a_kind_that_is_none_is_refused(kind: str, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match="There is no kind"):
        films_graph.find("alien", kind=kind)
    with pytest.raises(OptionError, match="There is no kind"):
        films_graph.entity("alien", kind)


@pytest.mark.parametrize("name", [None, 5, b"Alien", ["Alien"]])
def test_only_a_name_is_looked_for(name: Any, films_graph: Graph) -> None:
    for call in (films_graph.find, films_graph.get):
        with pytest.raises(UnknownEntity, match="is not the name of anything"):
            call(name)


def test_find_gives_at_most_so_many(films_graph: Graph) -> None:
    assert len(films_graph.find("alien", limit=1)) == 1
    assert films_graph.find("alien", limit=10**12) == films_graph.find("alien", limit=50)


@pytest.mark.parametrize("limit", [0, -1, -(10**12)])
def test_a_limit_below_one_is_refused(limit: int, films_graph: Graph) -> None:
    for asked in (
        lambda: films_graph.find("alien", limit=limit),
        lambda: films_graph.sparql("ASK {}", limit=limit),
        lambda: films_graph.ask("co-stars", person="Ian Holm", limit=limit),
        lambda: films_graph.statements("Alien (1979)", limit=limit),
    ):
        with pytest.raises(OptionError, match=f"limit is {limit}"):
            asked()


@pytest.mark.parametrize(
    "text", ["", " ", "?", "\x00", "\ud800", "a" * 10_000, "(((", "film/", ":"]
)
def test_no_text_breaks_the_search(text: str, films_graph: Graph) -> None:
    assert isinstance(films_graph.find(text), list)
    for asked in (films_graph.entity, films_graph.statements, films_graph.picture):
        with pytest.raises(FilmgraphError):
            asked(text)


def test_an_entity_is_got_by_its_iri(films_graph: Graph) -> None:
    assert str(films_graph.get(IRI(BASE + "film/alien-1979"))) == "Alien (1979)"
    assert films_graph.get(IRI(BASE + "film/none")) is None
    assert films_graph.get(IRI("https://schema.org/Movie")) is None


def test_an_entity_behind_the_curtain_is_not_got(canary_graph: Graph) -> None:
    hidden = IRI(BASE + "person/endingcanary-player")
    assert canary_graph.get(hidden) is not None
    assert canary_graph.lift("plot").get(hidden) is None


# Asking


def test_sparql_knows_the_prefixes(films_graph: Graph) -> None:
    answer = films_graph.sparql("SELECT ?who { ?f fg:year 1982 ; schema:director/rdfs:label ?who }")
    assert answer.rows == (("Ridley Scott",),)


def test_a_cut_answer_says_so(films_graph: Graph) -> None:
    query = "SELECT ?f { ?f a fg:Film } ORDER BY ?f"
    assert (len(films_graph.sparql(query)), films_graph.sparql(query).truncated) == (6, False)
    cut = films_graph.sparql(query, limit=5)
    assert (len(cut), cut.truncated, cut.limit) == (5, True, 5)
    assert not films_graph.sparql(query, limit=6).truncated


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("", QuerySyntaxError),
        ("SELECT", QuerySyntaxError),
        ("DROP ALL", QuerySyntaxError),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", QueryRefused),
        ("ASK " + "{" * 1_000 + "}" * 1_000, QueryRefused),
    ],
)
def test_a_query_that_is_not_answered_is_an_error(
    query: str, error: type[Exception], films_graph: Graph
) -> None:
    with pytest.raises(error):
        films_graph.sparql(query)


def test_a_question_takes_names_and_entities(films_graph: Graph) -> None:
    by_name = films_graph.ask("co-stars", person="Sigourney Weaver")
    by_entity = films_graph.ask("co-stars", person=films_graph.person("Sigourney Weaver"))
    by_iri = films_graph.ask("co-stars", person="person/sigourney-weaver")
    assert by_name.rows == by_entity.rows == by_iri.rows
    assert by_name.column("name") == ("Ian Holm",)


def test_a_question_that_is_not_there_is_an_error(films_graph: Graph) -> None:
    with pytest.raises(UnknownQuestion, match="co-stars"):
        films_graph.ask("costars")


@pytest.mark.parametrize("value", [5, None, "", True, ["Ian Holm"]])
def test_a_parameter_of_the_wrong_type_is_an_error(value: object, films_graph: Graph) -> None:
    with pytest.raises(ParameterError):
        films_graph.ask("co-stars", person=value)


def test_the_questions_are_those_that_ship(films_graph: Graph) -> None:
    assert "co-stars" in films_graph.questions


def test_who_says_so_is_asked_of_a_part_without_a_name(films_graph: Graph) -> None:
    answer = films_graph.ask("who-says-so", entity="portrayal/alien-1979/ian-holm")
    assert set(answer.column("source_name")) == {"Mine", "Yours"}


def test_a_source_is_named_as_the_manifest_names_it(films_graph: Graph) -> None:
    answer = films_graph.ask("films-missing", what="themes", source="mine")
    assert "Memento" in answer.column("title")
    with pytest.raises(UnknownEntity, match="mine"):
        films_graph.ask("films-missing", what="themes", source="nobody")


# Statements


def test_statements_have_sources_and_levels(canary_graph: Graph) -> None:
    said = canary_graph.statements(FILM)
    assert {one.level for one in said} == set(LEVELS)
    assert {one.sources for one in said} == {("mine", "yours")}
    assert said == sorted(said, key=lambda one: (one.predicate, str(one.object)))


def test_statements_below_the_level_are_those_of_it(canary_graph: Graph) -> None:
    everything = canary_graph.statements(FILM)
    at_open = canary_graph.lift("open").statements(FILM)
    assert [one for one in everything if one.level == "open"] == at_open


def test_statements_of_a_part_without_a_name_are_given(films_graph: Graph) -> None:
    said = films_graph.statements("portrayal/alien-1979/ian-holm")
    assert {one.object for one in said} >= {5, BASE + "person/ian-holm"}


def test_statements_of_a_hidden_part_are_those_of_nothing(canary_graph: Graph) -> None:
    hidden = "event/leaving-las-vegas-1995/mine/endingcanary-event"
    assert canary_graph.statements(hidden)
    with pytest.raises(UnknownEntity) as caught:
        canary_graph.lift("plot").statements(hidden)
    with pytest.raises(UnknownEntity) as nothing:
        canary_graph.lift("plot").statements(hidden.replace("ending", "no"))
    words = [str(one.value).replace("endingcanary", "nocanary") for one in (caught, nothing)]
    assert words[0] == words[1]


# Other ways out


@pytest.mark.parametrize("level", LEVELS)
def test_rdflib_sees_as_many_statements(level: str, canary_graph: Graph) -> None:
    graph = canary_graph.lift(level)
    assert len(graph.to_rdflib()) == graph.manifest.statements_at(graph.level)


def test_a_picture_is_of_the_level(canary_graph: Graph) -> None:
    for level in LEVELS:
        picture = canary_graph.lift(level).picture(FILM)
        words = str(picture)
        assert picture.level == level
        assert ("endingcanary" in words) == (level == "ending")
        assert ("plotcanary" in words) == (level != "open")


def test_draw_writes_a_page_and_says_where(films_graph: Graph, tmp_path: Path) -> None:
    path = films_graph.draw("Alien (1979)", tmp_path / "alien.html")
    assert path == tmp_path / "alien.html"
    assert "Sigourney Weaver" in path.read_text("utf-8")


def test_a_graph_is_no_file_to_be_sent_about(films_graph: Graph) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(films_graph)


# The public face


def test_the_public_face_opens_a_graph_and_names_its_values(films_graph: Graph) -> None:
    assert isinstance(films_graph, filmgraph.Graph)
    assert isinstance(films_graph.film("casablanca"), filmgraph.Entity)
    assert isinstance(films_graph.sparql("ASK {}"), filmgraph.Answer)
    assert issubclass(filmgraph.UnknownEntity, filmgraph.NotFound)


def test_what_the_public_face_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'films'"):
        filmgraph.films
