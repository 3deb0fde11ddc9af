"""The same sources give the same bytes; what sources share is joined; what users add is in."""

import gzip
import os
from pathlib import Path

import pytest
from tests.canary import canary_film
from tests.graphs import CONCEPTS, FILMS, Sources, graph_folder, load_into, open_door

from filmgraph.arrays.name_index import NameIndex
from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.build.manifest import Manifest, read_manifest
from filmgraph.curtain import LEVELS
from filmgraph.errors import SourceError, UnknownEntity
from filmgraph.graph import open_graph
from filmgraph.record import (
    Character,
    ConceptRecord,
    FilmRecord,
    Level,
    Record,
    ThemeUse,
)

SOURCES: dict[str, list[Record]] = {"one": [*FILMS, *CONCEPTS], "two": [canary_film(), FILMS[0]]}


def manifest_of(folder: GraphFolder) -> Manifest:
    return read_manifest(folder.current_build())


def bytes_of(folder: GraphFolder) -> dict[str, object]:
    """What equal sources give equally."""
    return {
        "quads": manifest_of(folder).quads_sha256,
        "ledger": folder.ledger.read_bytes(),
        "statements": manifest_of(folder).statements,
        "entities": manifest_of(folder).entities,
        **{file.name: file.read_bytes() for file in folder.record_files()},
        **{
            name: sha256
            for name, (_, sha256) in manifest_of(folder).files.items()
            if name.startswith("arrays/")
        },
    }


def test_loading_and_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph", SOURCES)
    first = bytes_of(folder)
    load_into(folder, SOURCES)
    build(folder)
    assert bytes_of(folder) == first


def test_a_fresh_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    one = graph_folder(tmp_path / "one.graph", SOURCES)
    other = graph_folder(tmp_path / "other.graph", SOURCES)
    assert bytes_of(one) == bytes_of(other)


def test_the_order_in_which_sources_are_loaded_does_not_matter(tmp_path: Path) -> None:
    one = graph_folder(tmp_path / "one.graph", SOURCES)
    other = graph_folder(tmp_path / "other.graph", dict(reversed(SOURCES.items())))
    assert bytes_of(one) == bytes_of(other)


def test_a_source_that_is_added_changes_no_name(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph", {"two": SOURCES["two"]})
    before = folder.ledger.read_bytes()
    load_into(folder, {"one": SOURCES["one"]})
    build(folder)
    assert folder.ledger.read_bytes().startswith(before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """Two sources in one build.  Read only."""
    return graph_folder(tmp_path_factory.mktemp("same") / "films.graph", SOURCES)


@pytest.mark.parametrize("level", LEVELS)
def test_the_manifest_counts_what_the_store_holds(folder: GraphFolder, level: Level) -> None:
    door = open_door(folder, SOURCES, level)
    manifest = manifest_of(folder)
    assert door.count() == {one: manifest.statements[one] for one in door.count()}
    for kind, term in {"film": "fg:Film", "person": "schema:Person", "theme": "fg:Theme"}.items():
        found = door.query(f"SELECT DISTINCT ?s {{ ?s a {term} }}")
        assert len(found) == manifest.entities_at(level)[kind]


def test_the_manifest_tells_each_source(folder: GraphFolder) -> None:
    entries = {one.source.name: (one.films, one.concepts) for one in manifest_of(folder).sources}
    assert entries == {"one": (4, 2), "two": (2, 0)}


def test_the_build_fits_the_shapes(folder: GraphFolder) -> None:
    assert manifest_of(folder).conforms


@pytest.mark.parametrize("level", ["open", "plot"])
def test_no_name_from_behind_the_curtain_is_found(folder: GraphFolder, level: Level) -> None:
    names = NameIndex.open(folder.current_build() / "names")
    hidden = "endingcanary" if level == "plot" else "plotcanary"
    for text in (hidden, f"{hidden} person of a story", f"{hidden} alias", f"{hidden} theme"):
        assert [one.label for one in names.find(text, level=level) if hidden in one.label] == []
        with pytest.raises(UnknownEntity) as caught:
            names.resolve(text, level=level)
        assert hidden not in str(caught.value).replace(repr(text), "")
    assert names.find(f"{hidden} theme", level="ending")


def test_an_alias_that_only_a_later_level_knows_is_not_found_before(tmp_path: Path) -> None:
    def film(level: Level, *aliases: str) -> FilmRecord:
        who = Character(name="Keyser", aliases=aliases, level=level)
        return FilmRecord(key="u", title="The Usual Suspects", year=1995, characters=(who,))

    sources = {"one": [film("open")], "two": [film("ending", "Endingcanary Kint")]}
    made = graph_folder(tmp_path / "films.graph", sources).current_build()
    names = NameIndex.open(made / "names")
    assert names.resolve("Keyser", level="open").kind == "character"
    assert names.find("Endingcanary Kint", level="open") == []


@pytest.mark.parametrize(
    "spellings", [("ASH", "Ash", "Ash"), ("Ash", "ASH"), ("Ash", "ASH", "ash")]
)
def test_a_character_is_called_the_same_by_the_names_and_the_statements(
    tmp_path: Path, spellings: tuple[str, ...]
) -> None:
    sources = {
        f"source-{number}": [
            FilmRecord(key="a", title="Alien", year=1979, characters=(Character(name=name),))
        ]
        for number, name in enumerate(spellings)
    }
    graph = open_graph(graph_folder(tmp_path / "films.graph", sources).path)
    ((label,),) = graph.sparql("SELECT ?label { ?who a fg:Character ; rdfs:label ?label }").rows
    (found,) = graph.find("ash", kind="character")
    (walked,) = graph.film("Alien (1979)").characters()
    assert found.label == walked.label == label


def theme(name: str, *parents: str, other: tuple[str, ...] = ()) -> ConceptRecord:
    return ConceptRecord(kind="theme", name=name, parents=parents, other_names=other)


CIRCLES: dict[str, dict[str, list[ConceptRecord]]] = {
    "of two": {"one": [theme("a", "b")], "two": [theme("b", "a")]},
    "of one": {"one": [theme("a", "a")]},
    "of three": {"one": [theme("a", "b"), theme("c", "a")], "two": [theme("b", "c")]},
    "by spelling": {"one": [theme("A b", "c")], "two": [theme("c", "a-b")]},
    "by another name": {"one": [theme("a", "c", other=("b",))], "two": [theme("c", "b")]},
    "beside a tree": {"one": [theme("a", "b", "d")], "two": [theme("b", "a"), theme("d")]},
}


@pytest.mark.parametrize("sources", CIRCLES.values(), ids=CIRCLES)
def test_a_circle_of_themes_over_sources_is_opened_with_a_note(
    tmp_path: Path, sources: Sources
) -> None:
    folder = graph_folder(tmp_path / "films.graph", sources)
    door = open_door(folder, sources)
    assert not door.query("ASK { ?theme skos:broader+ ?theme }").rows[0][0]
    (note,) = manifest_of(folder).notes
    assert "is below itself through" in note
    concepts = [one for records in sources.values() for one in records]
    links = sum(len(one.parents) for one in concepts if isinstance(one, ConceptRecord))
    assert len(door.query("SELECT * { ?a skos:broader ?b }")) == links - 1


def test_a_theme_with_two_parents_is_no_circle(tmp_path: Path) -> None:
    tree = [theme("a", "b", "c"), theme("b", "d"), theme("c", "d"), theme("d")]
    folder = graph_folder(tmp_path / "films.graph", {"one": tree})
    assert manifest_of(folder).notes == ()
    assert len(open_door(folder, ["one"]).query("SELECT * { ?a skos:broader ?b }")) == 4


def test_a_circle_is_opened_at_the_same_link_whatever_the_order(tmp_path: Path) -> None:
    one, two = [theme("a", "b")], [theme("b", "a")]
    first = graph_folder(tmp_path / "1.graph", {"one": one, "two": two})
    second = graph_folder(tmp_path / "2.graph", {"one": two, "two": one})
    asked = "SELECT * { ?a skos:broader ?b }"
    assert open_door(first, ["one"]).query(asked) == open_door(second, ["one"]).query(asked)


def test_what_sources_say_of_one_concept_is_joined(tmp_path: Path) -> None:
    sources = {"one": [theme("robot", "machine")], "two": [theme("Robot", "worker")]}
    door = open_door(graph_folder(tmp_path / "films.graph", sources), sources)
    assert door.query("SELECT ?b { ?a skos:broader/rdfs:label ?b } ORDER BY ?b").rows == (
        ("machine",),
        ("worker",),
    )


def add(folder: GraphFolder, name: str, text: str) -> None:
    (folder.path / "statements").mkdir(exist_ok=True)
    (folder.path / "statements" / f"{name}.nq.gz").write_bytes(gzip.compress(text.encode()))


ALIEN = "<https://w3id.org/filmgraph/film/alien-1979>"
PLOT = "<https://w3id.org/filmgraph/graph/plot>"


def test_statements_that_a_user_added_are_in_at_their_level(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph")
    add(folder, "a", f'{ALIEN} <urn:seen> "twice" .\n{ALIEN} <urn:said> "slime" {PLOT} .')
    add(folder, "b", f"{ALIEN} <urn:like> <urn:other> .\n")
    build(folder)
    for level, count in {"open": 2, "plot": 3, "ending": 3}.items():
        door = open_door(folder, ["mine"], level)  # type: ignore[arg-type]
        asked = f'SELECT * {{ {ALIEN} ?p ?o FILTER STRSTARTS(STR(?p), "urn:") }}'
        assert len(door.query(asked)) == count
        assert sum(door.count().values()) == manifest_of(folder).statements_at(door.level)


def test_statements_alone_make_a_graph(tmp_path: Path) -> None:
    folder = GraphFolder.create(tmp_path / "films.graph")
    add(folder, "a", f'{ALIEN} <urn:seen> "twice" .\n')
    build(folder)
    assert open_door(folder, []).query("SELECT ?s ?o { ?s <urn:seen> ?o }").rows == (
        ("https://w3id.org/filmgraph/film/alien-1979", "twice"),
    )


def test_added_statements_change_the_fingerprint(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph")
    before = manifest_of(folder)
    add(folder, "a", f'{ALIEN} <urn:seen> "twice" .\n')
    build(folder)
    assert manifest_of(folder).quads_sha256 != before.quads_sha256
    assert manifest_of(folder).quads == before.quads + 1


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"this is no N-Quads\n"),
        gzip.compress(b"<urn:a> <urn:b> <a b> .\n"),
        gzip.compress(b"<urn:a> <urn:b> <urn:c> .\n" * 1000)[:-20],
        b"<urn:a> <urn:b> <urn:c> .\n",
        gzip.compress(b"\xff\xfe"),
        gzip.compress(b"<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .\n"),
    ],
    # Zipped bytes hold the time at which they were zipped, which no name of a test may.
    ids=["no quads", "no IRI", "cut", "not zipped", "no letters", "of a statement"],
)
def test_added_statements_that_are_broken_are_named(tmp_path: Path, content: bytes) -> None:
    folder = graph_folder(tmp_path / "films.graph")
    add(folder, "mine", "")
    (folder.path / "statements" / "mine.nq.gz").write_bytes(content)
    with pytest.raises(SourceError, match=r"mine\.nq\.gz"):
        build(folder)
    assert folder.current == 1


def test_without_source_graphs_the_merged_statements_are_the_same(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph", SOURCES)
    merged = open_door(folder, SOURCES, "ending").query("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o")
    build(folder, source_graphs=False)
    door = open_door(folder, SOURCES, "ending")
    assert door.query("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o") == merged
    assert door.query("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows == ()


def test_a_film_that_only_suggests_a_theme_keeps_it_behind_the_curtain(tmp_path: Path) -> None:
    film = FilmRecord(
        key="m", title="Memento", themes=(ThemeUse(theme="memory loss", weight="suggested"),)
    )
    folder = graph_folder(tmp_path / "films.graph", {"mine": [film]})
    assert manifest_of(folder).entities["theme"] == {"plot": 1}


def test_nothing_of_this_machine_is_in_what_is_the_same(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph", SOURCES)
    for file in (folder.ledger, *folder.record_files()):
        assert os.fsencode(tmp_path) not in file.read_bytes()
