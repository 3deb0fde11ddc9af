"""A build against loading the same N-Quads alone, and against rdflib; opening and first answers.

    python tests/benchmarks/build.py [--times 1 10] [--rdflib-lines 300000] [--json FILE]

The facts are the shipped ones, ten times over with other names for `--times 10`, so the shape stays
the same.  Every figure is of a process of its own, so that peak memory is its own too; wall time
and processor time are both given, as machines are shared.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.doors.loading import load_store
from filmgraph.graph import open_graph
from filmgraph.intake.store import read_records, read_source, write_records
from filmgraph.record import ConceptRecord, FilmRecord, Record
from filmgraph.shipped import folder as shipped_folder

RUNS = 20
LOOKUP = "SELECT ?who {{ <{film}> schema:director/rdfs:label ?who }}"


def renamed(record: Record, copy: int) -> Iterator[Record]:
    """A record once more under other names; the tree of themes stands once."""
    if isinstance(record, ConceptRecord):
        if copy == 0:
            yield record
        return
    if copy == 0:
        yield record
        return
    credits = tuple(replace(one, person=f"{one.person} {copy}x") for one in record.credits)
    title = f"{record.title} {copy}x"
    yield FilmRecord(
        key=f"{record.key} {copy}x",
        title=title,
        year=record.year,
        url=record.url,
        releases=record.releases,
        countries=record.countries,
        genres=record.genres,
        credits=credits,
        themes=record.themes,
        film_relations=record.film_relations,
    )


def make_folder(path: Path, times: int) -> GraphFolder:
    """A graph folder with the shipped facts so many times over."""
    folder = GraphFolder.create(path)
    for facts in sorted((shipped_folder("loaders") / "demo").glob("*.jsonl.gz")):
        source = read_source(facts)
        records = (
            copied
            for record in read_records(facts)
            for copy in range(times)
            for copied in renamed(record, copy)
        )
        write_records(folder.record_file(source.name), source, records)
    return folder


def step_build(folder: Path, _: Path) -> dict[str, object]:
    """Build the folder."""
    made = build(GraphFolder(folder)).manifest
    size = sum(f.stat().st_size for f in GraphFolder(folder).current_build().rglob("*"))
    return {
        "films": made.films,
        "statements": sum(made.statements.values()),
        "quads": made.quads,
        "nquads_bytes": made.quads_bytes,
        "bytes_on_disk": size,
        "steps": made.seconds,
        "conforms": made.conforms,
    }


def step_dump(folder: Path, quads: Path) -> dict[str, object]:
    """Write the N-Quads of the build again, all levels."""
    open_graph(folder, level="ending").export("nquads", quads)
    return {"bytes": quads.stat().st_size}


def step_bulk_load(folder: Path, quads: Path) -> dict[str, object]:
    """What a user of the store alone would do."""
    with tempfile.TemporaryDirectory(dir=folder) as store:
        load_store(quads, Path(store) / "rdf")
    return {}


def step_rdflib(folder: Path, quads: Path) -> dict[str, object]:
    """rdflib parsing the first part of the same file."""
    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(quads, format="nquads")
    return {"quads": sum(1 for _ in dataset.quads())}


def step_open(folder: Path, _: Path) -> dict[str, object]:
    """Open the graph and ask once, then again and again."""
    start = time.perf_counter()
    graph = open_graph(folder)
    opened = time.perf_counter()
    film = graph.film("Blade Runner (1982)")
    graph.sparql(LOOKUP.format(film=film.iri))
    first = time.perf_counter()
    return {
        "open_ms": round(1000 * (opened - start), 2),
        "first_answer_ms": round(1000 * (first - opened), 2),
        "reopen_ms": _median(lambda: open_graph(folder)),
        "look_up_ms": _median(lambda: graph.sparql(LOOKUP.format(film=film.iri))),
        "co_stars_ms": _median(lambda: graph.ask("co-stars", person="Nicolas Cage")),
    }


def _median(call: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return round(1000 * statistics.median(times), 2)


STEPS: dict[str, Callable[[Path, Path], dict[str, object]]] = {
    "build": step_build,
    "dump": step_dump,
    "bulk_load": step_bulk_load,
    "rdflib": step_rdflib,
    "open": step_open,
}


def measured(step: str, folder: Path, quads: Path) -> dict[str, object]:
    """Run a step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, str(folder), str(quads)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, object] = json.loads(done.stdout)
    print(f"  {step}: {done.stdout.strip()[:300]}", file=sys.stderr)
    return result


def run_step(step: str, folder: Path, quads: Path) -> None:
    """Run a step here and print what it took."""
    start, used = time.perf_counter(), time.process_time()
    result = STEPS[step](folder, quads)
    result["wall_s"] = round(time.perf_counter() - start, 2)
    result["cpu_s"] = round(time.process_time() - used, 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result["peak_mb"] = round(peak / 1024)
    print(json.dumps(result))


def run(times: int, rdflib_lines: int) -> dict[str, object]:
    """All figures at one size."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "films.graph"
        quads = Path(temporary) / "all.nq"
        part = Path(temporary) / "part.nq"
        make_folder(folder, times)
        print(f"{times}x", file=sys.stderr)
        result: dict[str, object] = {"times": times, "build": measured("build", folder, quads)}
        result["dump"] = measured("dump", folder, quads)
        with quads.open("rb") as lines, part.open("wb") as out:
            out.writelines(line for _, line in zip(range(rdflib_lines), lines, strict=False))
        result["bulk_load"] = measured("bulk_load", folder, quads)
        result["rdflib"] = measured("rdflib", folder, part)
        result["open"] = measured("open", folder, quads)
        return result


def table(results: list[dict[str, dict[str, float]]]) -> str:
    """The figures as a Markdown table."""
    rows: list[tuple[str, Callable[[dict[str, dict[str, float]]], str]]] = [
        ("films", lambda r: f"{r['build']['films']:,}"),
        ("statements, merged", lambda r: f"{r['build']['statements']:,}"),
        ("quads, with the sources' graphs", lambda r: f"{r['build']['quads']:,}"),
        ("build, wall s", lambda r: f"{r['build']['wall_s']}"),
        ("build, processor s", lambda r: f"{r['build']['cpu_s']}"),
        ("loading the same N-Quads alone, wall s", lambda r: f"{r['bulk_load']['wall_s']}"),
        ("loading alone, processor s", lambda r: f"{r['bulk_load']['cpu_s']}"),
        ("build against loading alone, wall", lambda r: _ratio(r, "wall_s")),
        ("build against loading alone, processor", lambda r: _ratio(r, "cpu_s")),
        ("build, processor s a million merged statements", _a_million),
        ("build, quads a second", lambda r: f"{_rate(r['build']):,.0f}"),
        ("rdflib parsing, quads a second", lambda r: f"{_rate(r['rdflib']):,.0f}"),
        ("build, peak MB", lambda r: f"{r['build']['peak_mb']:,}"),
        ("loading alone, peak MB", lambda r: f"{r['bulk_load']['peak_mb']:,}"),
        ("on disk, MB", lambda r: f"{r['build']['bytes_on_disk'] / 1e6:,.0f}"),
        ("open (first in a process / again), ms", _opening),
        ("look-up by SPARQL, ms", lambda r: f"{r['open']['look_up_ms']}"),
        ("co-stars by question, ms", lambda r: f"{r['open']['co_stars_ms']}"),
    ]
    head = "| | " + " | ".join(f"{int(float(str(r['times'])))}x" for r in results) + " |"
    lines = [head, "| --- |" + " --- |" * len(results)]
    lines += [f"| {name} | " + " | ".join(f(r) for r in results) + " |" for name, f in rows]
    return "\n".join(lines)


def _ratio(result: dict[str, dict[str, float]], figure: str) -> str:
    return f"{result['build'][figure] / result['bulk_load'][figure]:.2f}"


def _rate(part: dict[str, float]) -> float:
    return part["quads"] / part["wall_s"]


def _a_million(result: dict[str, dict[str, float]]) -> str:
    return f"{result['build']['cpu_s'] / result['build']['statements'] * 1e6:.1f}"


def _opening(result: dict[str, dict[str, float]]) -> str:
    return f"{result['open']['open_ms']} / {result['open']['reopen_ms']}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--rdflib-lines", type=int, default=300_000)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        step, folder, quads = options.step
        run_step(step, Path(folder), Path(quads))
        return
    results = [run(times, options.rdflib_lines) for times in options.times]
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), "utf-8")
    print(table(json.loads(json.dumps(results))))


if __name__ == "__main__":
    main()
