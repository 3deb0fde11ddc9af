"""Characters across films in a build: found, asked for, hidden by the curtain, withdrawn."""

import gzip
from pathlib import Path

import pytest
from tests.graphs import graph_folder

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.errors import DamagedGraph
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, graph_iri
from filmgraph.record import Character, Credit, FilmRecord, FilmRelation, Level
from filmgraph.vocabulary import FG

BOND, LATE = "James Bond", "Ernst Blofeld"


def bond_film(title: str, year: int, who: str, late: Level) -> FilmRecord:
    return FilmRecord(
        key=title,
        title=title,
        year=year,
        credits=(Credit(person=who, part="actor", character=BOND),),
        characters=(Character(name=BOND), Character(name=LATE, level=late)),
        film_relations=(FilmRelation(kind="in series", title=BOND),),
    )


FILMS = (
    bond_film("Dr. No", 1962, "Sean Connery", "ending"),
    bond_film("Moonraker", 1979, "Roger Moore", "plot"),
    FilmRecord(key="other", title="Other", year=1979, characters=(Character(name=BOND),)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    return graph_folder(tmp_path_factory.mktemp("bond") / "bond.graph", {"mine": FILMS})


@pytest.fixture(scope="module")
def graph(folder: GraphFolder) -> Graph:
    return open_graph(folder.path)


def test_it_is_found_by_its_name(graph: Graph) -> None:
    (found,) = graph.find(BOND, kind="identity")
    assert (found.label, found.note) == (BOND, "in Dr. No (1962) and others")


def test_who_played_it_is_a_question(graph: Graph) -> None:
    answer = graph.ask("same-character", character=BOND)
    columns = [answer.columns.index(name) for name in ("title", "person_name")]
    assert [tuple(row[at] for at in columns) for row in answer.rows] == [
        ("Dr. No", "Sean Connery"),
        ("Moonraker", "Roger Moore"),
    ]


def test_a_path_goes_through_it(graph: Graph) -> None:
    way = graph.path("Sean Connery", "Roger Moore", via=("PORTRAYS", "VERSION_OF"))
    assert "identity" in [step.kind for step in way.entities()]


def test_the_reason_stands_at_it(graph: Graph) -> None:
    quotes = [one for one in graph.statements("identity/james-bond") if "quote" in one.predicate]
    assert [str(one.object) for one in quotes] == [
        "James Bond is in Dr. No (1962) and in Moonraker (1979); both are in the series James Bond."
    ]


@pytest.mark.parametrize("level", ["open", "plot"])
def test_nothing_tells_of_one_that_only_the_ending_makes_known(graph: Graph, level: Level) -> None:
    seen = graph.lift(level)
    assert seen.find(LATE, kind="identity") == []
    assert len(seen.ask("same-character", character=LATE)) == 0
    assert graph.lift("ending").find(LATE, kind="identity")


def test_who_has_seen_one_of_the_films_does_not_learn_of_the_other(graph: Graph) -> None:
    seen = graph.seen("Dr. No (1962)")
    assert seen.adjacency.number(f"{BASE}identity/ernst-blofeld") is None
    said = {
        who: [one.predicate for one in seen.statements(f"character/dr-no-1962/{who}")]
        for who in ("ernst-blofeld", "james-bond")
    }
    assert [who for who, predicates in said.items() if FG.identity in predicates] == ["james-bond"]
    assert said["ernst-blofeld"]


def withdrawn(path: Path, text: str) -> tuple[Graph, tuple[str, ...]]:
    """The graph of the films with a file of what is withdrawn, and the notes of its build."""
    folder = graph_folder(path / "bond.graph", {"mine": FILMS})
    assert not folder.changed_since(folder.current_build())
    folder.withdrawn.write_text(text, encoding="utf-8")
    assert folder.changed_since(folder.current_build())
    notes = build(folder).manifest.notes
    return open_graph(folder.path), tuple(notes)


def test_what_is_withdrawn_is_gone_with_the_next_build(tmp_path: Path) -> None:
    graph, notes = withdrawn(tmp_path, "# Not he.\n\ncharacter/dr-no-1962/james-bond  # really\n")
    assert graph.find(BOND, kind="identity") == []
    assert graph.find(BOND, kind="character")
    assert notes == ()


def test_a_name_that_is_not_there_is_noted(tmp_path: Path) -> None:
    _, notes = withdrawn(tmp_path, "identity/jim-bond\n")
    assert notes == ("withdrawn.txt names what there is not: identity/jim-bond",)


def test_a_line_that_is_no_character_is_told_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(DamagedGraph, match=r"Line 2 of .*withdrawn\.txt.*'film/dr-no-1962'"):
        withdrawn(tmp_path, "# remark\nfilm/dr-no-1962\n")


def test_a_claim_that_a_user_adds_is_not_shown_by_a_film_that_was_seen(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "bond.graph", {"mine": FILMS})
    (folder.path / "statements").mkdir()
    said = "<{0}character/other-1979/james-bond> <{1}> <{0}identity/james-bond> <{2}> .\n"
    line = said.format(BASE, FG.identity, graph_iri(level="plot"))
    (folder.path / "statements" / "mine.nq.gz").write_bytes(gzip.compress(line.encode()))
    build(folder)
    graph = open_graph(folder.path)

    def versions(graph: Graph) -> int:
        return len(graph.neighbours("identity/james-bond", via="VERSION_OF"))

    assert [versions(graph), versions(graph.seen("Other (1979)"))] == [2, 2]
    assert versions(graph.lift("plot")) == 3
