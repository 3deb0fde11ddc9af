"""What a user adds as RDF: its edges are in the arrays, at their levels, and said by its file."""

import gzip
import shutil
from pathlib import Path

import pytest
from tests.graphs import CONCEPTS, FILMS, graph_folder

from filmgraph.arrays.reading import Reader
from filmgraph.build.make import build
from filmgraph.build.manifest import read_manifest
from filmgraph.errors import DamagedGraph, SourceError
from filmgraph.graph import Graph, open_graph
from filmgraph.names import BASE, PREFIXES, graph_iri
from filmgraph.record import Level
from filmgraph.values import Edge

PLOT, ENDING = graph_iri(level="plot"), graph_iri(level="ending")


def quads(text: str) -> bytes:
    """N-Quads of short names, a quad a line: `film/a fg:motif motif/a/b` and the graph, if any."""

    def term(word: str) -> str:
        if word.startswith(('"', "_:")):
            return word
        prefix, colon, rest = word.partition(":")
        if colon and prefix in PREFIXES:
            return f"<{PREFIXES[prefix]}{rest}>"
        return f"<{word if colon else BASE + word}>"

    lines = [" ".join(map(term, line.split())) + " .\n" for line in text.strip().splitlines()]
    return "".join(lines).encode()


def graph_with(path: Path, **files: str) -> Graph:
    """The films and concepts of the tests, and what a user adds to them in some files."""
    folder = graph_folder(path / "films.graph", {"mine": [*FILMS, *CONCEPTS]})
    (folder.path / "statements").mkdir()
    for name, text in files.items():
        file = folder.path / "statements" / f"{name}.nq.gz"
        file.write_bytes(gzip.compress(quads(text)))
    build(folder)
    return open_graph(folder.path)


def edges_of(graph: Graph, name: str, predicate: str, level: Level = "ending") -> list[Edge]:
    """The edges of one kind of an entity, by the IRIs of their ends."""
    adjacency = graph.lift(level).adjacency
    node = adjacency.number(BASE + name)
    assert node is not None
    numbers = sorted(adjacency.files.slot_edge[adjacency.slots_of(node)])
    return [one for one in Reader(adjacency).edges(numbers) if one.predicate == predicate]


def said(edges: list[Edge]) -> list[tuple[str, str, Level, tuple[str, ...]]]:
    return [(str(one.source), str(one.target), one.level, one.sources) for one in edges]


def test_an_added_edge_is_there_and_says_which_file_it_is_of(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, notes="film/blade-runner-1982 schema:genre genre/horror")
    assert said(edges_of(graph, "film/blade-runner-1982", "HAS_GENRE")) == [
        ("Blade Runner (1982)", "horror", "open", ("statements/notes",)),
        ("Blade Runner (1982)", "science fiction", "open", ("mine",)),
    ]


def test_an_added_edge_is_seen_from_the_level_of_its_graph_on(tmp_path: Path) -> None:
    graph = graph_with(
        tmp_path,
        notes=f"""film/blade-runner-1982 schema:genre genre/horror {PLOT}
        film/blade-runner-1982 schema:genre genre/drama {ENDING}""",
    )
    for level, count in {"open": 1, "plot": 2, "ending": 3}.items():
        found = edges_of(graph, "film/blade-runner-1982", "HAS_GENRE", level)  # type: ignore[arg-type]
        assert len(found) == count
    assert len(graph.film("blade runner").genres()) == 1


def test_what_stands_in_the_graph_of_a_source_is_not_merged(tmp_path: Path) -> None:
    mine = graph_iri("mine")
    graph = graph_with(tmp_path, notes=f"film/blade-runner-1982 schema:genre genre/horror {mine}")
    assert len(edges_of(graph, "film/blade-runner-1982", "HAS_GENRE")) == 1


def test_an_edge_that_a_source_says_too_stands_once_with_both(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, notes="film/blade-runner-1982 schema:genre genre/science-fiction")
    assert said(edges_of(graph, "film/blade-runner-1982", "HAS_GENRE")) == [
        ("Blade Runner (1982)", "science fiction", "open", ("mine", "statements/notes")),
    ]


def test_an_added_statement_frees_an_edge_that_a_source_says_later(tmp_path: Path) -> None:
    use = "theme-use/alien-1979/android"
    freed = f"""{use} fg:inFilm film/alien-1979
    {use} fg:theme theme/android"""
    graph = graph_with(tmp_path, notes=freed)
    (edge,) = edges_of(graph, "theme/android", "HAS_THEME", "open")[:1]
    assert said([edge]) == [("Alien (1979)", "android", "open", ("statements/notes",))]
    later = edges_of(graph, "theme/android", "HAS_THEME", "plot")[0]
    assert later.sources == ("mine", "statements/notes")


def test_what_is_added_to_a_node_between_is_added_to_its_edges(tmp_path: Path) -> None:
    credited = 'portrayal/blade-runner-1982/harrison-ford fg:creditedAs "Deckard"'
    (edge,) = edges_of(graph_with(tmp_path, notes=credited), "person/harrison-ford", "ACTED_IN")
    assert (edge.text, edge.sources) == ("Deckard", ("mine",))


@pytest.mark.parametrize("node", ["_:role", "urn:my:role"])
def test_an_added_node_between_makes_an_edge_whatever_it_is_called(
    tmp_path: Path, node: str
) -> None:
    graph = graph_with(
        tmp_path,
        notes=f"""{node} fg:portrayedBy person/ian-holm
        {node} fg:inFilm film/blade-runner-1982 {PLOT}
        {node} fg:creditedAs "extra" """,
    )
    _, edge = edges_of(graph, "person/ian-holm", "ACTED_IN")
    assert (str(edge.target), edge.text, edge.level) == ("Blade Runner (1982)", "extra", "plot")
    assert edge.film == "https://w3id.org/filmgraph/film/blade-runner-1982"


def test_files_of_two_names_are_two_sources(tmp_path: Path) -> None:
    genre = "film/blade-runner-1982 schema:genre genre/horror"
    graph = graph_with(tmp_path, one=genre, two=f"{genre} {PLOT}")
    edge = edges_of(graph, "genre/horror", "HAS_GENRE", "open")[-1]
    assert edge.sources == ("statements/one",)
    edge = edges_of(graph, "genre/horror", "HAS_GENRE", "plot")[-1]
    assert edge.sources == ("statements/one", "statements/two")


@pytest.mark.parametrize(
    ("one", "other"), [("theme/survival", "theme/robot"), ("genre/horror",) * 2]
)
def test_a_concept_may_be_put_below_another(tmp_path: Path, one: str, other: str) -> None:
    graph = graph_with(tmp_path, notes=f"{one} skos:broader {other}")
    assert len(edges_of(graph, one, "BROADER")) == (one != other)


def test_an_added_motif_is_a_node_of_its_own(tmp_path: Path) -> None:
    graph = graph_with(
        tmp_path,
        notes=f"""film/alien-1979 fg:motif motif/alien-1979/the-cat {PLOT}
        motif/alien-1979/the-cat rdfs:label "the_cat" {PLOT}""",
    )
    assert [str(one) for one in graph.lift("plot").film("alien").motifs()] == ["the_cat"]
    assert len(graph.film("alien").motifs()) == 0


def test_an_edge_to_what_has_no_name_is_left_out_and_noted(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, notes="film/alien-1979 schema:genre genre/nobody-knows")
    assert graph.manifest.notes == ("Edges left out, as they lead to nothing that is known: 1.",)


def test_statements_that_are_no_edges_change_no_array(tmp_path: Path) -> None:
    plain = graph_with(tmp_path / "plain").adjacency.files
    more = graph_with(tmp_path / "more", notes='urn:a urn:b urn:c\nfilm/alien-1979 urn:seen "x"')
    assert more.adjacency.files.linked == plain.linked
    assert len(more.adjacency.files.edge_kind) == len(plain.edge_kind)


def test_a_broken_file_is_told_before_anything_is_made(tmp_path: Path) -> None:
    folder = graph_folder(tmp_path / "films.graph")
    (folder.path / "statements").mkdir()
    (folder.path / "statements" / "mine.nq.gz").write_bytes(b"no zip")
    steps: list[str] = []
    with pytest.raises(SourceError, match=r"mine\.nq\.gz"):
        build(folder, progress=lambda step, done, total: steps.append(step))
    assert "names" not in steps


def test_built_twice_they_give_the_same_bytes(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, notes="film/blade-runner-1982 schema:genre genre/horror")
    build(graph.folder)
    first, second = (read_manifest(graph.folder.build_folder(n)).files for n in (2, 3))
    names = {name for name in first if name.startswith("arrays/")}
    assert len(names) > 20
    assert {name: first[name] for name in names} == {name: second[name] for name in names}


def test_arrays_with_other_statements_added_are_of_another_build(tmp_path: Path) -> None:
    genre = "film/{} schema:genre genre/horror"
    one = graph_with(tmp_path / "one", notes=genre.format("blade-runner-1982"))
    other = graph_with(tmp_path / "other", notes=genre.format("casablanca-1942"))
    shutil.copyfile(one.build / "arrays" / "end.npy", other.build / "arrays" / "end.npy")
    with pytest.raises(DamagedGraph, match=r"end\.npy is torn, or of another build"):
        other.adjacency
