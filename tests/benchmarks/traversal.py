"""Paths and neighbourhoods against networkx, igraph and rustworkx, in one run; opening; memory.

    python tests/benchmarks/traversal.py [--times 1 10 30] [--pairs 200] [--json FILE]

The graph is that of the shipped facts.  Ten times over, films, people and characters stand there
ten times under other names, themes, genres and places once; every tenth link of a person leads to
the same film of another copy, so that all hangs together as the real graph does.  All sides look
for paths in the same part of the graph: through films, people, characters, series and events.
Each pair is asked of every side in turn, after a round that does not count, and the lengths must be
equal.  Times are processor time, as machines are shared, and those of the search alone, in numbers;
what filmgraph's own call takes with names and sources is given apart.  Needs the extra `bench`.
"""

import argparse
import gc
import json
import random
import statistics
import sys
import tempfile
import time
import warnings
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.choosing import Passage, passage
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.edge_columns import EdgeColumns
from filmgraph.arrays.graph_files import GraphFiles, open_arrays, write_arrays
from filmgraph.arrays.names_files import NameEntry
from filmgraph.arrays.neighbours import neighbourhood
from filmgraph.arrays.paths import find_path, find_paths
from filmgraph.arrays.reading import Reader
from filmgraph.curtain import LEVELS
from filmgraph.graph import open_graph
from filmgraph.names import IRI
from filmgraph.statements.projection import NODE_KINDS

SEED = 20_261_124
MANY_STEPS = 30_000
COPIED = {"film", "person", "character", "series", "motif", "event"}
PERSON = NODE_KINDS.index("person")
CROSSING = 10
Search = Callable[[int, int], int | None]


@dataclass(frozen=True)
class Side:
    """A way to find a path: its length in steps, or None; how it was made ready, and its memory."""

    name: str
    search: Search
    ready_s: float = 0.0
    megabytes: float = 0.0


def resident() -> float:
    """Megabytes of memory that this process has in use now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def copies(files: GraphFiles, times: int) -> tuple[list[NameEntry], EdgeColumns]:
    """The nodes and edges of a graph so many times over."""
    nodes = len(files.node_kind)
    copied = np.isin(files.node_kind, [NODE_KINDS.index(kind) for kind in COPIED])
    names: list[NameEntry] = []
    place = np.zeros((times, nodes), np.int64)
    for copy in range(times):
        for node in range(nodes):
            if copy and not copied[node]:
                place[copy, node] = place[0, node]
                continue
            place[copy, node] = len(names)
            suffix = f"-{copy}x" if copy else ""
            names.append(
                NameEntry(
                    IRI(files.iris[node] + suffix),
                    NODE_KINDS[files.node_kind[node]],
                    files.labels[node] + suffix,
                    int(files.node_year[node]) or None,
                    level=LEVELS[files.node_rank[node]],
                )
            )
    edges = EdgeColumns(names={one.iri: number for number, one in enumerate(names)})
    edges.said[(), (), ()] = 0
    for copy in range(times):
        _add_copy(edges, files, place, copy)
    return names, edges


def _add_copy(edges: EdgeColumns, files: GraphFiles, place: Numbers, copy: int) -> None:
    source, target = files.edge_source, files.edge_target
    crossing = np.arange(len(source)) % CROSSING == 0
    crossing &= files.node_kind[source] == PERSON
    # To every other copy in turn: in a ring of copies, paths would grow with their number.
    leap = 1 + np.arange(len(source)) // CROSSING % max(1, len(place) - 1)
    elsewhere = place[(copy + leap) % len(place), target]
    film = np.where(files.edge_film >= 0, place[copy][files.edge_film], -1)
    for column, values in (
        (edges.kinds, files.edge_kind),
        (edges.ranks, files.edge_rank),
        (edges.sources, place[copy][source]),
        (edges.targets, np.where(crossing, elsewhere, place[copy][target])),
        (edges.films, film),
        (edges.texts, np.zeros(3 * len(source))),
        (edges.orders, files.edge_order),
        (edges.said_by, np.zeros(len(source))),
    ):
        width = np.uint8 if column.typecode == "B" else np.int64
        column.extend(array(column.typecode, np.ascontiguousarray(values, width).tobytes()))


def part(graph: Adjacency, may: Passage) -> tuple[Numbers, Numbers]:
    """The ends of the edges between nodes that a path may go through."""
    files = graph.files
    seen = (files.edge_rank <= graph.rank) & ~may.stopped[files.edge_source]
    seen &= ~may.stopped[files.edge_target]
    return files.edge_source[seen].astype(np.int64), files.edge_target[seen].astype(np.int64)


def ours(graph: Adjacency, may: Passage) -> Side:
    """filmgraph's own search."""

    def search(one: int, other: int) -> int | None:
        found = find_path(graph, may, one, other, MANY_STEPS)
        return None if found is None else len(found) - 1

    return Side("filmgraph", search)


def made(name: str, make: Callable[[], Search]) -> Side:
    """A peer, made ready here and measured."""
    before, start = resident(), time.thread_time()
    search = make()
    taken = time.thread_time() - start
    return Side(name, search, round(taken, 2), round(resident() - before, 1))


def with_networkx(ends: tuple[Numbers, Numbers]) -> Search:
    """networkx on a Graph of numbers, from both ends."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(zip(*(column.tolist() for column in ends), strict=True))

    def search(one: int, other: int) -> int | None:
        try:
            return len(nx.bidirectional_shortest_path(graph, one, other)) - 1
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return None

    return search


def with_igraph(ends: tuple[Numbers, Numbers], size: int) -> Search:
    """The igraph library."""
    import igraph

    graph = igraph.Graph(n=size, edges=np.column_stack(ends), directed=False)

    warnings.filterwarnings("ignore", message="Couldn't reach some vertices")

    def search(one: int, other: int) -> int | None:
        (path,) = graph.get_shortest_paths(one, to=other)
        return len(path) - 1 if path else None

    return search


def with_rustworkx(ends: tuple[Numbers, Numbers], size: int) -> Search:
    """rustworkx; it has no breadth-first search between two nodes but Dijkstra's."""
    import rustworkx as rx

    graph: Any = rx.PyGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(list(zip(*(column.tolist() for column in ends), strict=True)))

    def search(one: int, other: int) -> int | None:
        paths = rx.graph_dijkstra_shortest_paths(graph, one, target=other)
        return len(paths[other]) - 1 if other in paths else None

    return search


def whole(graph: Adjacency) -> tuple[Passage, tuple[Numbers, Numbers]]:
    """A path may go through anything: what `nx.shortest_path` on a whole copy does."""
    may = Passage(None, np.zeros(graph.size, bool))
    return may, part(graph, may)


def race(sides: list[Side], pairs: list[tuple[int, int]]) -> dict[str, list[float]]:
    """The milliseconds of each side for each pair, asked in turn."""
    times: dict[str, list[float]] = {side.name: [] for side in sides}
    for number, (one, other) in enumerate([*pairs[:5], *pairs]):
        lengths = {}
        for side in sides:
            start = time.thread_time()
            lengths[side.name] = side.search(one, other)
            taken = 1000 * (time.thread_time() - start)
            if number >= 5:
                times[side.name].append(taken)
        if len(set(lengths.values())) > 1:
            raise SystemExit(f"The sides differ for {one} and {other}: {lengths}")
    return times


def around(graph: Adjacency, pairs: list[tuple[int, int]]) -> dict[str, float]:
    """Neighbourhoods of two steps and ten different paths, in milliseconds."""
    reader, may = Reader(graph), passage(graph)
    calls: dict[str, Callable[[int, int], object]] = {
        "neighbourhood_ms": lambda one, _: neighbourhood(reader, one, steps=2, limit=50, kinds=()),
        "ten_paths_ms": lambda one, other: find_paths(
            graph, may, one, other, limit=10, max_steps=12
        ),
    }
    result = {}
    for name, call in calls.items():
        times = []
        for one, other in pairs[:40]:
            start = time.thread_time()
            call(one, other)
            times.append(1000 * (time.thread_time() - start))
        result[name] = round(statistics.median(times), 2)
    return result


def opening(folder: Path) -> float:
    """Milliseconds to open the arrays, the median of 20."""
    times = []
    for _ in range(20):
        start = time.thread_time()
        open_arrays(folder)
        times.append(1000 * (time.thread_time() - start))
    return round(statistics.median(times), 2)


def run(files: GraphFiles, times: int, count: int) -> dict[str, object]:
    """All figures at one size."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "arrays"
        names, edges = copies(files, times)
        start = time.thread_time()
        write_arrays(folder, names, edges)
        written = time.thread_time() - start
        del names, edges
        size = sum(path.stat().st_size for path in folder.iterdir())
        graph = Adjacency(open_arrays(folder), "open")
        may = passage(graph)
        ends = part(graph, may)
        sides = [
            ours(graph, may),
            made("networkx", lambda: with_networkx(ends)),
            made("igraph", lambda: with_igraph(ends, graph.size)),
            made("rustworkx", lambda: with_rustworkx(ends, graph.size)),
        ]
        people = graph.nodes(PERSON)
        people = people[graph.degree[people] > 0]
        chance = random.Random(SEED)
        pairs = [
            (int(one), int(other))
            for one, other in (chance.sample(people.tolist(), 2) for _ in range(count))
        ]
        raced = race(sides, pairs)
        return {
            "times": times,
            "nodes": graph.size,
            "edges": len(graph.files.edge_kind),
            "searched_edges": len(ends[0]),
            "write_s": round(written, 2),
            "bytes": size,
            "open_ms": opening(folder),
            "path_ms": {name: _summary(taken) for name, taken in raced.items()},
            "path_through_all_ms": through_all(graph, pairs),
            "ready_s": {side.name: side.ready_s for side in sides},
            "memory_mb": {side.name: side.megabytes for side in sides},
            **around(graph, pairs),
        }


def through_all(graph: Adjacency, pairs: list[tuple[int, int]]) -> dict[str, dict[str, float]]:
    """Paths through genres, countries and all else, where hubs have ten thousand links."""
    may, ends = whole(graph)
    sides = [
        ours(graph, may),
        made("networkx", lambda: with_networkx(ends)),
        made("igraph", lambda: with_igraph(ends, graph.size)),
    ]
    return {name: _summary(taken) for name, taken in race(sides, pairs).items()}


def _summary(times: list[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(times), 3),
        "mean": round(statistics.mean(times), 3),
        "p95": round(sorted(times)[int(len(times) * 0.95)], 3),
    }


def by_name(count: int) -> float:
    """Milliseconds of `graph.path` by IRI, with entities, sources and levels, on the demo graph."""
    graph = open_graph("demo")
    people = [one.iri for one in graph.entities("person")]
    chance, times = random.Random(SEED), []
    for _ in range(count):
        one, other = chance.sample(people, 2)
        start = time.thread_time()
        graph.paths(one, other, limit=1)
        times.append(1000 * (time.thread_time() - start))
    return round(statistics.median(times), 2)


def table(results: list[dict[str, object]]) -> str:
    """The figures as a Markdown table."""

    def path(result: dict[str, object], name: str, which: str = "path_ms") -> str:
        figures = result[which]
        assert isinstance(figures, dict)
        median, mean = figures[name]["median"], figures[name]["mean"]
        ratio = f" ({median / figures['filmgraph']['median']:.1f}x)" if name != "filmgraph" else ""
        return f"{median} / {mean}{ratio}"

    def through(result: dict[str, object], name: str) -> str:
        return path(result, name, "path_through_all_ms")

    def memory(result: dict[str, object], name: str) -> str:
        used, edges = result["memory_mb"], result["searched_edges"]
        assert isinstance(used, dict)
        assert isinstance(edges, int)
        return f"{used[name]:,} ({used[name] / edges * 1e6:,.0f})"

    rows: list[tuple[str, Callable[[dict[str, object]], str]]] = [
        ("nodes", lambda r: f"{r['nodes']:,}"),
        ("edges", lambda r: f"{r['edges']:,}"),
        ("arrays: writing, s", lambda r: f"{r['write_s']}"),
        ("arrays: MB on disk (a million edges)", _on_disk),
        ("arrays: opening, ms", lambda r: f"{r['open_ms']}"),
        ("path, filmgraph, median / mean ms", lambda r: path(r, "filmgraph")),
        ("path, networkx", lambda r: path(r, "networkx")),
        ("path, igraph", lambda r: path(r, "igraph")),
        ("path, rustworkx", lambda r: path(r, "rustworkx")),
        ("path through all, filmgraph", lambda r: through(r, "filmgraph")),
        ("path through all, networkx", lambda r: through(r, "networkx")),
        ("path through all, igraph", lambda r: through(r, "igraph")),
        ("ten paths, filmgraph, median ms", lambda r: f"{r['ten_paths_ms']}"),
        ("neighbourhood of two steps, median ms", lambda r: f"{r['neighbourhood_ms']}"),
        ("networkx: MB (a million edges)", lambda r: memory(r, "networkx")),
        ("igraph: MB (a million edges)", lambda r: memory(r, "igraph")),
        ("rustworkx: MB (a million edges)", lambda r: memory(r, "rustworkx")),
    ]
    head = "| | " + " | ".join(f"{r['times']}x" for r in results) + " |"
    lines = [head, "| --- |" + " --- |" * len(results)]
    lines += [f"| {name} | " + " | ".join(f(r) for r in results) + " |" for name, f in rows]
    return "\n".join(lines)


def _on_disk(result: dict[str, object]) -> str:
    size, edges = result["bytes"], result["edges"]
    assert isinstance(size, int)
    assert isinstance(edges, int)
    return f"{size / 1e6:,.0f} ({size / edges:,.0f})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    files = open_graph("demo").adjacency.files
    results = []
    for times in given.times:
        results.append(run(files, times, given.pairs))
        print(f"{times}x: {json.dumps(results[-1])}", file=sys.stderr)
    print(table(results))
    print(f"\n`graph.paths(…, limit=1)` with names and sources, 1x: {by_name(given.pairs)} ms")
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
