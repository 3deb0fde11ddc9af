"""Name search against SQLite FTS5 and rapidfuzz, on the names of 36,000 films, in one run.

    FILMGRAPH_DATA=../shared/data python tests/benchmarks/names.py [--times 10] [--json FILE]

Needs `wikipedia-films/` and `theme-ontology/` in the data folder.  200 names, 100 of films and 100
of people, get one or two typing errors each; an answer is right where the first hit has the folded
label of the name that was meant (things of one name cannot be told apart by it).
"""

import argparse
import itertools
import json
import os
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz, process

from filmgraph.arrays import NameEntry, NameIndex, write_names
from filmgraph.names import IRI, fold, iri, slug

SEED = 20_240_501
PER_KIND = 100
WELL_KNOWN = 3
WELL_KNOWN_SHARE = 0.8
SHORTEST = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Find = Callable[[str], str]


@dataclass(frozen=True)
class Misspelt:
    """A name with errors, and the entry that was meant."""

    text: str
    meant: NameEntry
    errors: int


def real_entries(data: Path) -> list[NameEntry]:
    """Films, people and themes of the data folder, each with a readable IRI of its own."""
    films, casts = [], Counter[str]()
    known: dict[str, str] = {}
    for path in sorted(data.glob("wikipedia-films/*.json")):
        for film in json.loads(path.read_text(encoding="utf-8")):
            cast = film.get("cast") or []
            degree = len(cast) + len(film.get("genres") or [])
            films.append((film["title"], film["year"], degree))
            casts.update(cast)
            known.update(dict.fromkeys(cast, f"known for {film['title']} ({film['year']})"))
    entries = [
        NameEntry(iri("film", f"{slug(t)}-{y}-{i}"), "film", t, y, (), "", degree)
        for i, (t, y, degree) in enumerate(films)
    ]
    entries += [
        NameEntry(iri("person", f"{slug(n)}-{i}"), "person", n, None, (), known[n], degree)
        for i, (n, degree) in enumerate(sorted(casts.items()))
    ]
    themes = sorted(set(theme_names(data)))
    return entries + [NameEntry(iri("theme", slug(name)), "theme", name) for name in themes]


def theme_names(data: Path) -> Iterator[str]:
    """Names of the Theme Ontology: lines above a line of equals signs."""
    for path in sorted(data.glob("theme-ontology/notes/themes/*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for name, below in itertools.pairwise(lines):
            if below and not below.strip("="):
                yield name.strip()


def multiplied(entries: list[NameEntry], times: int) -> Iterator[NameEntry]:
    """The entries, and `times - 1` copies of each with one word from another of its kind."""
    yield from entries
    rng = random.Random(SEED)
    words: dict[str, list[str]] = {}
    for entry in entries:
        words.setdefault(entry.kind, []).extend(entry.label.split())
    for copy in range(1, times):
        for entry in entries:
            parts = entry.label.split()
            parts[rng.randrange(len(parts))] = rng.choice(words[entry.kind])
            yield replace(entry, iri=IRI(f"{entry.iri}-{copy}"), label=" ".join(parts))


def misspelt(entries: list[NameEntry], kind: str) -> list[Misspelt]:
    """Names of that kind with one or two errors, most of them of well-known things."""
    rng = random.Random(f"{SEED} {kind}")
    pool = [e for e in entries if e.kind == kind and len(fold(e.label)) >= SHORTEST]
    well_known = [entry for entry in pool if entry.degree >= WELL_KNOWN]
    chosen = rng.sample(well_known, int(PER_KIND * WELL_KNOWN_SHARE))
    chosen += rng.sample(pool, PER_KIND - len(chosen))
    found = []
    for entry in chosen:
        errors = rng.choice((1, 2))
        text = entry.label
        while fold(text) == fold(entry.label):
            text = entry.label
            for _ in range(errors):
                text = with_error(text, rng)
        found.append(Misspelt(text, entry, errors))
    return found


def with_error(text: str, rng: random.Random) -> str:
    """The text with one letter inserted, deleted, replaced, or changed for its neighbour."""
    at = rng.randrange(len(text) - 1)
    letter = rng.choice(LETTERS)
    return rng.choice(
        (
            text[:at] + letter + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def measure(name: str, find: Find, texts: list[Misspelt], labels: set[str]) -> dict[str, object]:
    """Time a question and whether the first answer is right."""
    times = []
    right: Counter[str] = Counter()
    wrong = []
    for text in texts:
        start = time.perf_counter()
        answer = find(text.text)
        times.append((time.perf_counter() - start) * 1e3)
        good = fold(answer) == fold(text.meant.label)
        if not good:
            another = "another real name" if fold(text.text) in labels else ""
            wrong.append((text.text, text.meant.label, answer, another))
        right.update({text.meant.kind: good, f"{text.errors} errors": good, "all": good})
    of = Counter(t.meant.kind for t in texts)
    return {
        "way": name,
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(sorted(times)[int(len(times) * 0.95)], 2),
        "right": round(right["all"] / len(texts), 3),
        "right_films": round(right["film"] / max(1, of["film"]), 3),
        "right_people": round(right["person"] / max(1, of["person"]), 3),
        "right_but_for_real_names": round(
            right["all"] / (len(texts) - sum(bool(w[3]) for w in wrong)), 3
        ),
        "wrong": wrong,
    }


def fts5(entries: list[NameEntry], path: Path) -> Find:
    """SQLite FTS5 over trigrams, ranked by BM25."""
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, label UNINDEXED, tokenize='trigram')")
    base.executemany("INSERT INTO names VALUES (?, ?)", ((fold(e.label), e.label) for e in entries))
    base.commit()

    def find(text: str) -> str:
        key = fold(text)
        grams = {key[i : i + 3] for i in range(len(key) - 2)}
        query = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        row = base.execute(
            "SELECT label FROM names WHERE names MATCH ? ORDER BY rank LIMIT 1", (query,)
        ).fetchone()
        return str(row[0]) if row else ""

    return find


def over_all(entries: list[NameEntry], scorer: Callable[..., float]) -> Find:
    """A rapidfuzz scorer over every folded name."""
    keys = [fold(entry.label) for entry in entries]

    def find(text: str) -> str:
        _, _, index = process.extractOne(fold(text), keys, scorer=scorer)
        return entries[index].label

    return find


def first(index: NameIndex) -> Find:
    """The first of ten hits, as the explorer asks."""

    def find(text: str) -> str:
        hits = index.find(text)
        return hits[0].label if hits else ""

    return find


def typing(index: NameIndex, texts: list[Misspelt]) -> dict[str, float]:
    """Every beginning of forty right names, as while typing."""
    times = []
    for text in texts[::5]:
        for length in range(1, len(text.meant.label) + 1):
            start = time.perf_counter()
            index.find(text.meant.label[:length])
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(times[int(len(times) * 0.95)], 2),
        "max_ms": round(times[-1], 2),
    }


def run(data: Path, times: int, peers: bool) -> dict[str, object]:
    """All measurements at one size."""
    real = real_entries(data)
    entries = list(multiplied(real, times))
    texts = misspelt(real, "film") + misspelt(real, "person")
    labels = {fold(entry.label) for entry in entries}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "names"
        start, cpu = time.perf_counter(), time.process_time()
        write_names(folder, entries)
        written, cpu = time.perf_counter() - start, time.process_time() - cpu
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        start = time.perf_counter()
        index = NameIndex.open(folder)
        opened = time.perf_counter() - start
        ways = [measure("filmgraph", first(index), texts, labels)]
        typed = typing(index, texts)
        if peers:
            ways.append(measure("FTS5 trigrams", fts5(entries, Path(name) / "fts"), texts, labels))
            for title, scorer in (("ratio", fuzz.ratio), ("WRatio", fuzz.WRatio)):
                every = texts if title == "ratio" else texts[::5]
                find = over_all(entries, scorer)
                ways.append(measure(f"rapidfuzz {title} over all", find, every, labels))
    return {
        "times": times,
        "names": len(entries),
        "write_s": round(written, 2),
        "write_s_per_100k": round(written / len(entries) * 1e5, 2),
        "write_cpu_s_per_100k": round(cpu / len(entries) * 1e5, 2),
        "size_mb": round(size / 1e6, 1),
        "open_ms": round(opened * 1e3, 1),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "typing": typed,
        "ways": ways,
    }


def table(result: dict[str, object]) -> str:
    """A Markdown table of one size."""
    typed = result["typing"]
    lines = [
        f"{result['names']:,} names: written in {result['write_s']} s "
        f"({result['write_s_per_100k']} s per 100,000, "
        f"of the processor {result['write_cpu_s_per_100k']} s), {result['size_mb']} MB, opened in "
        f"{result['open_ms']} ms; while typing {typed}",
        "",
        "| way | median ms | p95 ms | right first | films | people | without real names |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    ways = result["ways"]
    assert isinstance(ways, list)
    keys = ("way", "median_ms", "p95_ms", "right", "right_films", "right_people")
    for way in ways:
        cells = [str(way[key]) for key in (*keys, "right_but_for_real_names")]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list the wrong answers")
    options = parser.parse_args()
    data = os.environ.get("FILMGRAPH_DATA")
    if not data:
        sys.exit("Set FILMGRAPH_DATA to the folder that holds wikipedia-films/.")
    results = [run(Path(data), times, not options.no_peers) for times in options.times]
    for result in results:
        print(table(result), end="\n\n")
        if options.wrong:
            print(*result["ways"][0]["wrong"], sep="\n")  # type: ignore[index]
    if options.json:
        options.json.write_text(json.dumps(results, indent=1, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
