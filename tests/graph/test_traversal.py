"""How things are connected, what is around them and what they share, asked of a graph."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from tests.graphs import graph_folder

from filmgraph.arrays import paths as module
from filmgraph.errors import (
    AmbiguousName,
    FilmgraphError,
    NoPath,
    NotFound,
    OptionError,
    UnknownEntity,
)
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, IRI
from filmgraph.options import LIMITS
from filmgraph.record import Credit, FilmRecord
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import Entity

Call: TypeAlias = Callable[..., Any]

ALIEN, BLADE_RUNNER = "Alien (1979)", "Blade Runner (1982)"

ONE: dict[str, Call] = {
    "neighbours": lambda graph, name, **given: graph.neighbours(name, **given),
    "neighbourhood": lambda graph, name, **given: graph.neighbourhood(name, **given),
}
"""What is asked of one entity."""

TWO: dict[str, Call] = {
    "path": lambda graph, *names, **given: graph.path(*names, **given),
    "paths": lambda graph, *names, **given: graph.paths(*names, **given),
    "common": lambda graph, *names, **given: graph.common(*names, **given),
}
"""What is asked of two entities."""

ANY: dict[str, Call] = {
    **ONE,
    **{name: lambda graph, one, call=call: call(graph, one, ALIEN) for name, call in TWO.items()},
    "to": lambda graph, one: graph.path(ALIEN, one),
    "avoid": lambda graph, one: graph.path(ALIEN, BLADE_RUNNER, avoid=[one]),
    "compare": lambda graph, one: graph.compare(one, ALIEN),
}
"""All that takes a name."""

any_call = pytest.mark.parametrize("call", ANY.values(), ids=ANY)


@pytest.fixture(scope="module")
def chain_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Nine films in a row, of which only neighbours share an actor."""
    films = [
        FilmRecord(
            key=f"film {n}",
            title=f"Film {n}",
            year=2000 + n,
            credits=tuple(Credit(person=f"Person {one}", part="actor") for one in (n, n + 1)),
        )
        for n in range(9)
    ]
    path = tmp_path_factory.mktemp("chain") / "chain.graph"
    return open_graph(graph_folder(path, {"mine": films}).path)


def names_of(path: Any) -> list[str]:
    return [str(one) for one in path.entities()]


# Paths


def test_a_path_leads_from_step_to_step(films_graph: Graph) -> None:
    path = films_graph.path("Sigourney Weaver", "Harrison Ford")
    assert names_of(path) == [
        "Sigourney Weaver",
        ALIEN,
        "Ridley Scott",
        BLADE_RUNNER,
        "Harrison Ford",
    ]
    assert [(step.words, step.forward) for step in path] == [
        ("acted in", True),
        ("directed by", False),
        ("directed", True),
        ("with", False),
    ]


def test_each_step_knows_who_says_so_and_from_which_level_on(films_graph: Graph) -> None:
    path = films_graph.path("Sigourney Weaver", "Ridley Scott")
    assert [step.sources for step in path] == [("mine", "yours"), ("mine", "yours")]
    assert [step.level for step in path] == ["open", "open"]
    assert path.level == "open"


def test_the_path_back_is_the_path_reversed(films_graph: Graph) -> None:
    everything = list(films_graph.entities())
    connected = 0
    for one in everything[::2]:
        for other in everything[::3]:
            try:
                path = films_graph.path(one, other)
            except NoPath:
                continue
            connected += 1
            assert films_graph.path(other, one) == path.reversed()
            assert path.reversed().reversed() == path
    assert connected > 40


def test_the_first_of_several_paths_is_the_path(films_graph: Graph) -> None:
    first, *_ = films_graph.paths("Sigourney Weaver", "Harrison Ford")
    assert first == films_graph.path("Sigourney Weaver", "Harrison Ford")


def test_a_path_takes_the_kinds_of_edge_that_are_asked_for(films_graph: Graph) -> None:
    path = films_graph.path("Ian Holm", "Ripley", via=("ACTED_IN", "APPEARS_IN"))
    assert {edge.predicate for edge in path.edges()} == {"ACTED_IN", "APPEARS_IN"}
    with pytest.raises(NoPath):
        films_graph.path("Ian Holm", "Ripley", via="PORTRAYS")


def test_a_step_tells_only_the_kinds_of_edge_that_are_asked_for(tmp_path: Path) -> None:
    credits = tuple(Credit(person="Ann", part=part) for part in ("actor", "director"))
    film = FilmRecord(key="f", title="Film", year=2000, credits=credits)
    graph = open_graph(graph_folder(tmp_path / "g", {"mine": [film]}).path)
    assert [edge.predicate for edge in graph.path("Ann", "Film").edges()] == [
        "ACTED_IN",
        "DIRECTED",
    ]
    (step,) = graph.path("Ann", "Film", via="DIRECTED")
    assert [edge.predicate for edge in step.edges] == ["DIRECTED"]


def test_a_path_goes_through_the_kinds_of_entity_that_are_asked_for(films_graph: Graph) -> None:
    path = films_graph.path("Sigourney Weaver", "Harrison Ford", via=("film", "genre"))
    assert names_of(path)[2] == "science fiction"
    with pytest.raises(NoPath):
        films_graph.path("Sigourney Weaver", "Harrison Ford", via="film")


@pytest.mark.parametrize(
    "avoid", ["science fiction", ["genre/science-fiction"], "HAS_GENRE", "genre"]
)
def test_a_path_leads_around_what_is_avoided(avoid: Any, films_graph: Graph) -> None:
    via = ("film", "person", "genre", "theme")
    path = films_graph.path(ALIEN, BLADE_RUNNER, via=via)
    assert names_of(path)[1] == "science fiction"
    around = films_graph.path(ALIEN, BLADE_RUNNER, via=via, avoid=avoid)
    assert names_of(around)[1] == "Ridley Scott"


def test_an_entity_itself_can_be_avoided(films_graph: Graph) -> None:
    scott = films_graph.person("Ridley Scott")
    for avoid in (scott, [scott], scott.films().people(role="director")):
        with pytest.raises(NoPath):
            films_graph.path(ALIEN, BLADE_RUNNER, avoid=avoid)


def test_a_path_begins_and_ends_at_what_is_avoided(films_graph: Graph) -> None:
    ends = ("Sigourney Weaver", "Harrison Ford")
    plain = films_graph.path(*ends)
    for avoid in (ends, ends[0], [ends[1], "character"]):
        assert films_graph.path(*ends, avoid=avoid) == plain


def test_a_path_goes_through_films_of_some_years_alone(chain_graph: Graph) -> None:
    ends = ("Person 2", "Person 4")
    assert len(chain_graph.path(*ends, years=(2002, 2003))) == 4
    with pytest.raises(NoPath):
        chain_graph.path(*ends, years=(2003, 2008))
    assert len(chain_graph.path("Film 2 (2002)", "Person 4", years=(2003, 2008))) == 3


def test_a_film_of_no_known_year_is_of_no_years(tmp_path: Path) -> None:
    credits = tuple(Credit(person=name, part="actor") for name in ("Ann", "Bob"))
    film = FilmRecord(key="f", title="Film", credits=credits)
    graph = open_graph(graph_folder(tmp_path / "g", {"mine": [film]}).path)
    with pytest.raises(NoPath):
        graph.path("Ann", "Bob", years=(-1, 3000))
    assert list(graph.entities("film", years=(-1, 3000))) == []


def test_a_path_goes_through_nothing_that_is_linked_with_too_much(films_graph: Graph) -> None:
    ends = ("Sigourney Weaver", "Ian Holm")
    degree = int(films_graph.adjacency.degree[films_graph.node(ALIEN)])
    assert len(films_graph.path(*ends, max_degree=degree)) == 2
    with pytest.raises(NoPath):
        films_graph.path(*ends, max_degree=degree - 1)


def test_several_paths_are_as_long_as_the_shortest_needs(chain_graph: Graph) -> None:
    (path,) = chain_graph.paths("Person 0", "Person 9")
    assert len(path) == 18 > LIMITS.path_steps
    assert len(chain_graph.paths("Person 0", "Person 9", max_steps=17)) == 0


def test_there_may_be_no_paths_at_all(films_graph: Graph) -> None:
    paths = films_graph.paths("Humphrey Bogart", "Harrison Ford")
    assert (len(paths), paths.truncated, paths.cut) == (0, False, "")
    assert str(paths) == "There is no path."


def test_what_was_cut_is_said(films_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMITS", replace(LIMITS, path_partial=6))
    via = ("film", "person", "genre", "theme", "character")
    paths = films_graph.paths("Sigourney Weaver", "Harrison Ford", via=via, limit=10**9)
    assert paths.truncated
    assert paths.cut == "the search ended after 6 parts of paths"
    assert str(paths).splitlines()[-2:] == [
        "(1 path is shown; there may be more)",
        "(the search ended after 6 parts of paths)",
    ]


def test_paths_can_be_kept_from_one_another(films_graph: Graph) -> None:
    via = ("film", "person", "genre", "theme")
    paths = films_graph.paths(ALIEN, BLADE_RUNNER, via=via, most_through=1)
    inner = [one for path in paths for one in path.entities()[1:-1]]
    assert len(inner) == len(set(inner)) > 1


# An entity and itself


def test_an_entity_is_connected_with_itself_by_no_steps(films_graph: Graph) -> None:
    path = films_graph.path("Ridley Scott", "person/ridley-scott")
    assert (len(path), path.start, path.end) == (0, path.end, path.start)
    assert str(path) == "Ridley Scott"
    assert list(films_graph.paths("Ridley Scott", "Ridley Scott")) == [path]


def test_a_film_is_compared_with_itself(films_graph: Graph) -> None:
    both = films_graph.compare(ALIEN, ALIEN)
    assert len(both.both) > 5
    assert (both.only_one, both.only_other) == ((), ())


# Around


def test_neighbours_say_how_many_there_are(films_graph: Graph) -> None:
    found = films_graph.neighbours(ALIEN, limit=2)
    everything = films_graph.neighbours(ALIEN)
    assert (len(found), found.total, found.truncated) == (2, len(everything), True)
    assert list(everything)[:2] == list(found)
    assert str(found).endswith(f"(and {len(everything) - 2} more)")


def test_neighbours_are_taken_by_edge_by_kind_and_by_direction(films_graph: Graph) -> None:
    def found(**given: Any) -> list[str]:
        return [str(step.end) for step in films_graph.neighbours(ALIEN, **given)]

    assert found(via="DIRECTED") == ["Ridley Scott"]
    assert found(kind="genre") == ["science fiction", "horror"]
    assert found(kind="person", direction="out") == []
    assert found(kind="person", direction="in") == found(kind="person")
    assert found(via=["DIRECTED", "genre"], kind=["person"]) == ["Ridley Scott"]


def test_what_lies_around_is_counted_where_it_is_left_out(films_graph: Graph) -> None:
    found = films_graph.neighbourhood(ALIEN, limit=3)
    everything = films_graph.neighbourhood(ALIEN, limit=10**9)
    assert list(everything)[:3] == list(found)
    assert sum(found.left_out.values()) == len(everything) - 3
    assert "left out: " in str(found)
    assert films_graph.film(ALIEN) not in [one.entity for one in everything]


def test_entities_are_taken_by_kind_and_by_years(films_graph: Graph) -> None:
    def found(*given: Any, **more: Any) -> list[str]:
        return [str(one) for one in films_graph.entities(*given, **more)]

    assert found("film", years=(1979, 1982)) == [ALIEN, BLADE_RUNNER]
    assert found("genre") == ["drama", "horror", "science fiction"]
    assert found(["genre", "film"], years=(1979, 1979)) == [ALIEN, *found("genre")]
    iris = [one.iri for one in films_graph.entities()]
    assert iris == sorted(set(iris))
    assert len(found(years=(1979, 1979))) == len(found()) - len(found("film")) + 1


# What two share


def test_two_people_share_their_films_and_whom_they_both_worked_with(films_graph: Graph) -> None:
    found = films_graph.common("Sigourney Weaver", "Ian Holm")
    told = {str(one.entity): (len(one.first), len(one.second)) for one in found}
    assert told[ALIEN] == (1, 1)
    assert told["Ridley Scott"] == (2, 2)
    assert told["survival"] == (2, 2)


def test_films_are_compared_by_name(films_graph: Graph) -> None:
    both = films_graph.compare("alien 1979", "film/blade-runner-1982")
    assert {str(step.end) for step, _ in both.both} == {"Ridley Scott", "science fiction"}
    assert "Harrison Ford" in {str(step.end) for step in both.only_other}


def test_only_films_are_compared(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity, match="no film named 'Ridley Scott'"):
        films_graph.compare("Ridley Scott", ALIEN)


# Names that are none


@any_call
def test_a_misspelt_name_lists_what_may_be_meant(call: Call, films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity) as caught:
        call(films_graph, "Casablnca (1942)")
    assert "Casablanca (1942) [film/casablanca-1942]" in caught.value.candidates


@any_call
def test_an_ambiguous_name_lists_them_with_their_years(call: Call, films_graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match=r"Which one: .*Alien \(1979\).*Alien \(1997\)"):
        call(films_graph, "Alien")


@any_call
@pytest.mark.parametrize(
    "name", ["", " ", "no such thing", "film/no-such-film", "a:b", "/", "x" * 10_000]
)
def test_what_nothing_is_named_is_refused_in_few_words(
    name: str, call: Call, films_graph: Graph
) -> None:
    with pytest.raises(UnknownEntity) as caught:
        call(films_graph, name)
    assert len(str(caught.value)) < 700


@any_call
@pytest.mark.parametrize("name", [None, 5, 2.5, b"Alien", ["Alien"], object()])
def test_what_is_no_name_is_refused(name: Any, call: Call, films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity, match="is not the name of anything"):
        call(films_graph, name)


@any_call
def test_a_path_is_no_name(call: Call, films_graph: Graph) -> None:
    path = films_graph.path("Ridley Scott", ALIEN)
    with pytest.raises(UnknownEntity, match="<Path from Ridley Scott to Alien"):
        call(films_graph, path)


@any_call
def test_an_entity_of_another_graph_is_refused_unless_it_is_here_too(
    call: Call, films_graph: Graph, chain_graph: Graph
) -> None:
    with pytest.raises(UnknownEntity):
        call(films_graph, chain_graph.film("Film 1 (2001)"))
    elsewhere = Entity(IRI(BASE + "film/casablanca-1942"), "film", "Another label")
    try:
        call(films_graph, elsewhere)
    except NoPath as error:
        assert "Casablanca (1942)" in str(error)


# Paths that are none


def test_no_path_says_between_what_and_what_to_do(films_graph: Graph) -> None:
    with pytest.raises(NoPath) as caught:
        films_graph.path("Humphrey Bogart", "harrison ford")
    assert str(caught.value) == (
        "No path leads from Humphrey Bogart to Harrison Ford, as it was asked for. "
        "Let it go through more: via=('film', 'person', 'theme', 'genre')."
    )
    assert isinstance(caught.value, NotFound)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"max_steps": 2}, "Allow more steps, or let it go through more: via=('film', 'person'"),
        ({"via": "film"}, "It may go through films alone; to name more: via=('film', 'person')."),
        ({"via": "person"}, "It may go through people alone; to name more: via=('person', 'film')"),
    ],
    ids=str,
)
def test_no_path_says_what_may_lead_on(
    asked: dict[str, Any], hint: str, films_graph: Graph
) -> None:
    with pytest.raises(NoPath) as caught:
        films_graph.path("Humphrey Bogart", "Harrison Ford", **asked)
    assert hint in str(caught.value)


@pytest.mark.parametrize(("steps", "words"), [(1, "1 step"), (3, "3 steps"), (1000, "1,000 steps")])
def test_no_path_says_how_many_steps_it_might_have(
    steps: int, words: str, films_graph: Graph
) -> None:
    with pytest.raises(NoPath, match=f"to Harrison Ford within {words}, as"):
        films_graph.path("Humphrey Bogart", "Harrison Ford", max_steps=steps)


def test_no_path_where_kinds_were_given_proposes_no_others(films_graph: Graph) -> None:
    with pytest.raises(NoPath) as caught:
        films_graph.path("Humphrey Bogart", "Harrison Ford", via=("film", "person"))
    assert caught.value.hint == ""


# Words, numbers and years


@pytest.mark.parametrize("word", ["ACTED_IN", "acted in", "acted-in", "Acted_In", " acted  in "])
def test_words_are_known_in_any_spelling(word: str, films_graph: Graph) -> None:
    expected = films_graph.neighbours(ALIEN, via="ACTED_IN")
    assert len(expected) == 2
    assert films_graph.neighbours(ALIEN, via=word) == expected
    assert films_graph.path("Ian Holm", "Sigourney Weaver", via=word).edges()


@pytest.mark.parametrize("word", ["FILM", "Film", " film "])
def test_kinds_of_entity_are_known_in_any_spelling(word: str, films_graph: Graph) -> None:
    expected = films_graph.neighbours("Ridley Scott", kind="film")
    assert films_graph.neighbours("Ridley Scott", kind=word) == expected


WORDS: dict[str, Call] = {
    "neighbours via": lambda graph, word: graph.neighbours(ALIEN, via=word),
    "neighbours kind": lambda graph, word: graph.neighbours(ALIEN, kind=word),
    "neighbourhood": lambda graph, word: graph.neighbourhood(ALIEN, kind=word),
    "common": lambda graph, word: graph.common(ALIEN, BLADE_RUNNER, kind=word),
    "path": lambda graph, word: graph.path(ALIEN, BLADE_RUNNER, via=word),
    "paths": lambda graph, word: graph.paths(ALIEN, BLADE_RUNNER, via=["film", word]),
    "entities": lambda graph, word: graph.entities(word),
    "walk": lambda graph, word: graph.walk(ALIEN).along(kind=word),
}
"""All that takes a word for a kind."""

any_words = pytest.mark.parametrize("call", WORDS.values(), ids=WORDS)


@any_words
@pytest.mark.parametrize("word", ["", "xyzzy", "x" * 10_000])
def test_a_kind_that_does_not_exist_lists_those_that_do(
    word: str, call: Call, films_graph: Graph
) -> None:
    with pytest.raises(OptionError) as caught:
        call(films_graph, word)
    assert all(kind in caught.value.hint for kind in (*EDGES, *NODE_KINDS))
    assert len(caught.value.message) < 150


@any_words
def test_a_kind_that_is_misspelt_proposes_another(call: Call, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=r"edge or entity 'flim'. Did you mean: film\?"):
        call(films_graph, "flim")


@any_words
@pytest.mark.parametrize("word", [5, 0, False, [None], [b"film"], [["film"]], np.array([1, 2])])
def test_a_kind_that_is_no_word_is_refused(word: Any, call: Call, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match="There is no kind of edge or entity"):
        call(films_graph, word)


@pytest.mark.parametrize("call", ["neighbourhood", "common", "entities", "walk"])
def test_kinds_of_edge_are_no_kinds_of_entity(call: str, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=r"not kinds of entity\. The kinds of entity are film, "):
        WORDS[call](films_graph, "ACTED_IN")


def test_a_direction_that_does_not_exist_lists_those_that_do(films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=r"no direction 'sideways'; .* both, out, in"):
        films_graph.neighbours(ALIEN, direction="sideways")


CHOICES: dict[str, Call] = {
    "direction": lambda graph, word: graph.neighbours(ALIEN, direction=word),
    "role": lambda graph, word: graph.film(ALIEN).people(role=word),
    "weight": lambda graph, word: graph.film(ALIEN).themes(weight=word),
    "kind": lambda graph, word: graph.entity(ALIEN, word),
    "level": lambda graph, word: graph.lift(word),
}
"""All that takes one of a few words."""


@pytest.mark.parametrize("call", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("word", ["x" * 10_000, 5, ["film"], {"film": 1}])
def test_what_is_none_of_a_few_words_is_refused_with_all_of_them(
    word: Any, call: Call, films_graph: Graph
) -> None:
    with pytest.raises(OptionError, match=r"^There is no ") as caught:
        call(films_graph, word)
    assert len(str(caught.value)) < 250


NUMBERS: dict[str, Call] = {
    "neighbours": lambda graph, number: graph.neighbours(ALIEN, limit=number),
    "neighbourhood": lambda graph, number: graph.neighbourhood(ALIEN, limit=number),
    "common": lambda graph, number: graph.common(ALIEN, BLADE_RUNNER, limit=number),
    "paths": lambda graph, number: graph.paths(ALIEN, BLADE_RUNNER, limit=number),
    "paths steps": lambda graph, number: graph.paths(ALIEN, BLADE_RUNNER, max_steps=number),
    "paths through": lambda graph, number: graph.paths(ALIEN, BLADE_RUNNER, most_through=number),
    "path steps": lambda graph, number: graph.path(ALIEN, BLADE_RUNNER, max_steps=number),
    "path degree": lambda graph, number: graph.path(ALIEN, BLADE_RUNNER, max_degree=number),
}
"""All that takes a number as large as one likes."""

any_numbers = pytest.mark.parametrize("call", NUMBERS.values(), ids=NUMBERS)


@any_numbers
@pytest.mark.parametrize("number", [0, -1, -(10**30)])
def test_a_number_is_at_least_one(number: int, call: Call, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=f"is {number}; it must be at least 1"):
        call(films_graph, number)


@any_numbers
@pytest.mark.parametrize("number", [2.5, "3", [1], b"1"])
def test_a_number_is_a_whole_number(number: Any, call: Call, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match="it must be a whole number"):
        call(films_graph, number)


@any_numbers
@pytest.mark.parametrize("number", [10**9, 10**30, np.int64(100)])
def test_a_number_may_be_larger_than_all_there_is(
    number: int, call: Call, films_graph: Graph
) -> None:
    found = call(films_graph, number)
    assert len(found)
    assert not getattr(found, "truncated", False)


@pytest.mark.parametrize("steps", [0, -1, 5, 10**9, 2.5, "2"])
def test_a_neighbourhood_has_few_steps(steps: Any, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=r"^steps is "):
        films_graph.neighbourhood(ALIEN, steps=steps)


def test_numbers_that_are_left_open_are_the_usual_ones(films_graph: Graph) -> None:
    nothing: Any = None
    assert films_graph.neighbourhood(ALIEN, steps=nothing) == films_graph.neighbourhood(ALIEN)
    assert films_graph.centre(limit=None) == films_graph.centre()
    with pytest.raises(OptionError, match="The limit is None; it must be a whole number"):
        films_graph.walk(ALIEN).first(nothing)


YEARS: dict[str, Call] = {
    "path": lambda graph, years: graph.path(ALIEN, BLADE_RUNNER, years=years),
    "paths": lambda graph, years: graph.paths(ALIEN, BLADE_RUNNER, years=years),
    "entities": lambda graph, years: list(graph.entities("film", years=years)),
    "walk": lambda graph, years: graph.walk("Ridley Scott").films(years=years),
}
"""All that takes years."""


@pytest.mark.parametrize("call", YEARS.values(), ids=YEARS)
@pytest.mark.parametrize(
    "years",
    [(1990, 1980), (1990,), (), (1990, 1991, 1992), 1990, "1990", ("1990", "1991"), (1990.5, 1991)],
)
def test_years_are_two_the_first_one_first(years: Any, call: Call, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match=r"^The years are .* the first one first"):
        call(films_graph, years)


@pytest.mark.parametrize("call", YEARS.values(), ids=YEARS)
def test_years_may_be_wider_than_those_of_films(call: Call, films_graph: Graph) -> None:
    assert len(call(films_graph, (-(10**30), 10**30)))
    assert len(call(films_graph, [1900, np.int64(2100)]))


@pytest.mark.parametrize("avoid", [5, 2.5, 0, False])
def test_what_cannot_be_avoided_is_refused(avoid: Any, films_graph: Graph) -> None:
    with pytest.raises(OptionError, match="is nothing that can be avoided"):
        films_graph.path(ALIEN, BLADE_RUNNER, avoid=avoid)


@pytest.mark.parametrize("avoid", [None, (), []])
def test_nothing_may_be_avoided(avoid: Any, films_graph: Graph) -> None:
    assert films_graph.path(ALIEN, BLADE_RUNNER, avoid=avoid)


def test_what_is_to_be_avoided_may_have_been_meant_as_a_kind(films_graph: Graph) -> None:
    with pytest.raises(UnknownEntity) as caught:
        films_graph.path(ALIEN, BLADE_RUNNER, avoid="DIRECTD")
    assert "DIRECTED" in caught.value.candidates
    assert len(caught.value.candidates) <= 5
    with pytest.raises(UnknownEntity) as caught:
        films_graph.path(ALIEN, BLADE_RUNNER, avoid="Ridly Scott")
    assert "Ridley Scott [person/ridley-scott]" in caught.value.candidates


def test_all_that_is_refused_is_refused_by_an_error_of_ours(films_graph: Graph) -> None:
    for given in ({"limit": 0}, {"via": "x"}, {"direction": 1}, {"kind": 3}):
        with pytest.raises(FilmgraphError):
            films_graph.neighbours(ALIEN, **given)
