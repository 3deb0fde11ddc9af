"""The arrays as they are written: what holds of those of any graph."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.arrays.graphs import Link, graph_of, number_of
from tests.arrays.written import SOURCES, arrays_of
from tests.graphs import FILMS

from filmgraph.arrays import graph_files
from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Columns, index_type
from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.arrays.graph_files import open_arrays, write_arrays
from filmgraph.arrays.names_files import NameEntry
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.names import BASE, IRI
from filmgraph.record import Level
from filmgraph.statements.projection import EDGES

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_names = st.sampled_from(["a", "b", "é", "七人の侍", "z"])


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    """Edges of some kinds between a few entities, at all levels."""
    chosen: dict[tuple[str, str, str], Link] = {}
    for _ in range(draw(st.integers(0, 25))):
        kind = EDGES[draw(st.sampled_from(["ACTED_IN", "DIRECTED", "REMAKE_OF", "HAS_THEME"]))]
        ((one, other),) = kind.ends
        source, target = f"{one}/{draw(_names)}", f"{other}/{draw(_names)}"
        if source != target:
            level = draw(st.sampled_from(LEVELS))
            chosen[kind.name, source, target] = Link(source, kind.name, target, level)
    return list(chosen.values())


@contextmanager
def graph_for_now(made: Iterable[Link], level: Level = "ending") -> Iterator[Adjacency]:
    with TemporaryDirectory() as name:
        yield graph_of(Path(name), made, level=level)


@given(links())
@quick
def test_every_edge_has_a_slot_at_each_of_its_ends(made: list[Link]) -> None:
    with graph_for_now(made) as graph:
        files = graph.files
        slots, counts = graph.slots(np.arange(graph.size))
        here = np.repeat(np.arange(graph.size), counts)
        ends = zip(here, files.slot_other[slots], files.slot_edge[slots], strict=True)
        found = sorted((int(edge), int(one), int(other)) for one, other, edge in ends)
        expected = zip(files.edge_source, files.edge_target, strict=True)
        assert found == sorted(
            (edge, one, other)
            for edge, (a, b) in enumerate((int(a), int(b)) for a, b in expected)
            for one, other in ((a, b), (b, a))
        )
        assert (files.slot_kind == files.edge_kind[files.slot_edge]).all()


@given(links())
@quick
def test_the_slots_of_a_node_are_sorted_by_level_direction_kind_and_iri(made: list[Link]) -> None:
    with graph_for_now(made) as graph:
        files = graph.files
        for node in range(graph.size):
            edges = files.slot_edge[graph.slots_of(node)]
            order = [
                (
                    int(files.edge_rank[edge]),
                    bool(files.edge_source[edge] != node),
                    int(files.edge_kind[edge]),
                    files.iris[int(files.slot_other[slot])].encode(),
                )
                for slot, edge in zip(graph.slots_of(node), edges, strict=True)
            ]
            assert order == sorted(order)


@given(links())
@quick
def test_the_slots_of_each_node_are_one_run_and_those_of_a_level_its_beginning(
    made: list[Link],
) -> None:
    with graph_for_now(made) as graph:
        start, end = graph.files.start, graph.files.end
        assert start[0] == 0
        assert start[-1] == len(graph.files.slot_other) == 2 * len(made)
        assert (start[:-1] <= end[0]).all()
        assert (end[0] <= end[1]).all()
        assert (end[1] <= end[2]).all()
        assert (end[2] == start[1:]).all()


@given(links(), st.sampled_from(LEVELS))
@quick
def test_what_may_be_seen_at_a_level_is_what_is_linked_up_to_it(
    made: list[Link], level: Level
) -> None:
    seen = [one for one in made if LEVELS.index(one.level) <= LEVELS.index(level)]
    beside: dict[str, set[str]] = {}
    for one in seen:
        beside.setdefault(one.source, set()).add(one.target)
        beside.setdefault(one.target, set()).add(one.source)
    with graph_for_now(made, level) as graph:
        assert {graph.files.iris[int(node)] for node in graph.nodes()} == {
            BASE + name for name in beside
        }
        for name, others in beside.items():
            node = number_of(graph, name)
            found = [graph.files.iris[int(other)] for other in graph.beside(node)]
            assert found == sorted((BASE + one for one in others), key=str.encode)
            assert graph.degree[node] == len(others)
        pairs = {frozenset((one.source, one.target)) for one in seen}
        assert graph.files.linked[graph.rank] == len(pairs)


@given(links())
@quick
def test_edges_are_sorted_by_source_kind_and_target(made: list[Link]) -> None:
    with graph_for_now(made) as graph:
        files = graph.files
        keys = list(zip(files.edge_source, files.edge_kind, files.edge_target, strict=True))
        assert keys == sorted(keys)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True))
@quick
def test_every_iri_is_found_whatever_its_letters(names: list[str]) -> None:
    iris = [IRI(f"{BASE}film/{name}") for name in names]
    with TemporaryDirectory() as folder:
        write_arrays(Path(folder), [NameEntry(iri, "film", "x") for iri in iris], EdgeColumns())
        files = open_arrays(Path(folder))
        assert [files.iris[n] for n in range(len(names))] == sorted(iris, key=str.encode)
        for iri in iris:
            number = files.iris.find(iri)
            assert number is not None
            assert files.iris[number] == iri
            assert files.iris.find(f"{iri}\0") is None


def content_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_written_twice_they_have_the_same_bytes(tmp_path: Path) -> None:
    arrays_of(tmp_path / "one", SOURCES)
    arrays_of(tmp_path / "other", SOURCES)
    assert content_of(tmp_path / "one") == content_of(tmp_path / "other")


def test_written_over_others_they_have_the_same_bytes(tmp_path: Path) -> None:
    arrays_of(tmp_path / "one", {"one": FILMS})
    arrays_of(tmp_path / "one", SOURCES)
    arrays_of(tmp_path / "other", SOURCES)
    assert content_of(tmp_path / "one") == content_of(tmp_path / "other")


def test_the_order_of_the_records_does_not_matter(tmp_path: Path) -> None:
    arrays_of(tmp_path / "one", SOURCES)
    turned = {name: SOURCES[name][::-1] for name in sorted(SOURCES, reverse=True)}
    arrays_of(tmp_path / "other", turned)
    assert content_of(tmp_path / "one") == content_of(tmp_path / "other")


def test_an_empty_graph_has_nothing(tmp_path: Path) -> None:
    graph = Adjacency(arrays_of(tmp_path, {}), "ending")
    assert (graph.size, graph.files.linked, len(graph.nodes())) == (0, (0, 0, 0), 0)
    assert graph.number(f"{BASE}film/alien-1979") is None
    slots, counts = graph.slots(graph.nodes())
    assert (len(slots), len(counts)) == (0, 0)


def test_a_graph_of_one_film_has_one_node(tmp_path: Path) -> None:
    film = FILMS[0].__class__(key="a", title="Alien", year=1979)
    graph = Adjacency(arrays_of(tmp_path, {"mine": [film]}), "open")
    (node,) = graph.nodes()
    assert (int(graph.degree[node]), len(graph.slots_of(node)), len(graph.beside(node))) == (0,) * 3
    assert str(Reader(graph).entity(int(node))) == "Alien (1979)"


def test_an_edge_to_what_is_not_known_is_left_out_and_counted(tmp_path: Path) -> None:
    edges = EdgeColumns()
    film, genre = f"{BASE}film/alien-1979", f"{BASE}genre/horror"
    said = {f"<{film}> <https://schema.org/genre> <{genre}>": 0}
    edges.add(said, {"mine": said}, film)
    assert write_arrays(tmp_path, [NameEntry(IRI(film), "film", "Alien", 1979)], edges) == 1
    files = open_arrays(tmp_path)
    assert (len(files.edge_kind), len(files.slot_other), files.linked) == (0, 0, (0, 0, 0))


@pytest.mark.parametrize("hidden", ["film", "genre"])
def test_an_edge_is_not_seen_before_its_ends(tmp_path: Path, hidden: str) -> None:
    edges = EdgeColumns()
    film, genre = f"{BASE}film/alien-1979", f"{BASE}genre/horror"
    said = {f"<{film}> <https://schema.org/genre> <{genre}>": 0}
    edges.add(said, {"mine": said}, film)
    levels: dict[str, Level] = {"film": "open", "genre": "open", hidden: "ending"}
    names = [
        NameEntry(IRI(film), "film", "Alien", 1979, level=levels["film"]),
        NameEntry(IRI(genre), "genre", "horror", level=levels["genre"]),
    ]
    write_arrays(tmp_path, names, edges)
    files = open_arrays(tmp_path)
    assert (list(files.edge_rank), files.linked) == ([2], (0, 0, 1))
    assert files.degree.tolist() == [[0, 0], [0, 0], [1, 1]]


def everything(graph: Adjacency) -> tuple[object, ...]:
    """All that a graph says, as values."""
    reader = Reader(graph)
    edges = [n for n, rank in enumerate(graph.files.edge_rank) if rank <= graph.rank]
    nodes = graph.nodes()
    return (
        reader.entities(nodes),
        reader.edges(edges),
        graph.degree[nodes].tolist(),
        graph.files.linked,
    )


def test_numbers_of_64_bits_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = Adjacency(arrays_of(tmp_path / "narrow", SOURCES), "ending")
    monkeypatch.setattr(graph_files, "index_type", lambda count: np.int64)
    wide = Adjacency(arrays_of(tmp_path / "wide", SOURCES), "ending")
    assert (narrow.files.slot_other.itemsize, wide.files.slot_other.itemsize) == (4, 8)
    assert everything(wide) == everything(narrow)


def test_the_type_of_a_number_is_wide_enough() -> None:
    for count in (0, 2**31 - 1, 2**31, 2**40):
        kind = index_type(count)
        assert np.array([-1, count], kind).tolist() == [-1, count]
    assert index_type(2**31 - 1) is np.int32


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=30), st.integers(0, 40))
@quick
def test_sorting_by_packed_numbers_and_by_columns_is_the_same(
    rows: list[tuple[int, int, int]], shift: int
) -> None:
    columns = [np.array([row[n] for row in rows], np.int64) for n in range(3)]
    packed = graph_files._sorted(*columns)
    # Shifted far enough, they do not fit into one number together.
    assert graph_files._sorted(*[one << shift for one in columns]).tolist() == packed.tolist()
    assert packed.tolist() == sorted(range(len(rows)), key=rows.__getitem__)


@given(st.lists(st.text(), max_size=8))
@quick
def test_texts_are_read_as_they_were_written(texts: list[str]) -> None:
    with TemporaryDirectory() as name:
        columns = Columns(Path(name))
        columns.save_texts("texts", texts)
        read = columns.texts("texts")
        assert [read[n] for n in range(len(read))] == texts
