"""Writes the documents that are made from the code: `make docs`; `--check` only compares.

`make check` calls this with `--check`, so a document never says other than the code.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from filmgraph.errors import EXIT_CODES, FilmgraphError
from filmgraph.export.ontology_page import ontology_page
from filmgraph.export.question_page import question_page
from filmgraph.names import curie
from filmgraph.options import OPTIONS, limits
from filmgraph.questions import catalogue
from filmgraph.record import json_schema
from filmgraph.shipped import folder
from filmgraph.statements.edge_kinds import EDGES, NODE_KINDS, WEIGHTS, EdgeKind

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Written by `make docs` from the code; edit there. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def options_page() -> str:
    """The page of options, limits and exit codes."""
    options = [
        (f"`{one.name}`", f"`{one.environment}`", f"`{one.default}`" * bool(one.default), one.help)
        for one in OPTIONS
    ]
    caps = [(f"`{one.name}`", f"{one.value:,} {one.unit}", one.help) for one in limits()]
    return f"""{NOTE}

# Options and limits

What is given in a call or on the command line wins, then the environment, then the default.

{table(("option", "environment", "default", "what it does"), options)}

## Limits

An answer that a limit has cut says so; a query that a limit stands against is refused, and the
message names the limit.

{table(("limit", "value", "what it limits"), caps)}

## Exit codes and HTTP status

0 is success, 2 wrong usage of the command line. An error has the codes of its nearest ancestor in
this table.

{table(("error", "exit code", "HTTP status", "meaning"), map(_codes, EXIT_CODES))}
"""


def _codes(kind: type[FilmgraphError]) -> tuple[str, str, str, str]:
    code, status = EXIT_CODES[kind]
    meaning = (kind.__doc__ or "").strip().splitlines()[0]
    return f"`{kind.__name__}`", str(code), str(status), meaning


def projection_page() -> str:
    """The page of the property graph: kinds of node and of edge, and what they are made of."""
    kinds = ", ".join(f"`{kind}`" for kind in NODE_KINDS)
    weights = ", ".join(f"`{word}`" for word in filter(None, WEIGHTS))
    head = ("kind of edge", "from", "to", "along it", "against it", "as a SPARQL path", "and more")
    return f"""{NOTE}

# Nodes and edges

Paths, neighbourhoods and everything else that goes from thing to thing (see the
[cookbook](cookbook.md)) use the graph as nodes and edges. They are made of the statements of
[the ontology](ontology.md) by one table, this one; the arrays, networkx, GraphML and GEXF share it.

A node is an entity that has a label: {kinds}.
It knows its IRI, its kind and its label, and a film its year.

An edge leads from one entity to another. Where the ontology has a node between the two, such as a
portrayal between a person and a film, both halves together are the edge. It knows from which level
of the curtain on it may be seen, the film that it tells something of, and who says so. Where there
is more to it, the last column says from which property: a text (a credited role, the word for a
relation), a place in the credits, or how much a theme counts ({weights}).

{table(head, map(_edge, EDGES.values()))}

Along it and against it is what stands between two names: *Ridley Scott directed Alien (1979)*, and
*Alien (1979) directed by Ridley Scott*. The path leads from the one end to the other, so this asks
for edges of kind `ACTED_IN` in SPARQL:

```sparql
SELECT ?person ?film {{ ?person {_path(EDGES["ACTED_IN"])} ?film }} LIMIT 5
```

Where a method or command asks for a kind of edge, `acted in` is as good as `ACTED_IN`. Of several
edges between the same two entities, those that stand higher in this table come first.
"""


def _edge(kind: EdgeKind) -> tuple[str, ...]:
    sources, targets = zip(*kind.ends, strict=True)
    more = [
        f"{what} `{curie(predicate)}`"
        for what, predicate in (("text", kind.text), (_order(kind), kind.order))
        if predicate
    ]
    return (
        f"`{kind.name}`",
        " or ".join(sources),
        " or ".join(targets),
        kind.words,
        kind.back,
        f"`{_path(kind)}`",
        ", ".join(more),
    )


def _order(kind: EdgeKind) -> str:
    return "weight" if kind.weights else "place in the credits"


def _path(kind: EdgeKind) -> str:
    """What leads from the source of an edge to its target, as a SPARQL property path."""
    if kind.direct:
        return _step(kind.direct)
    # In the table the first half leads from the node between to the source.
    first = kind.start.removeprefix("^") if kind.start.startswith("^") else f"^{kind.start}"
    return f"{_step(first)}/{_step(kind.end)}"


def _step(predicate: str) -> str:
    return "^" * predicate.startswith("^") + curie(predicate.removeprefix("^"))


def schema_file() -> str:
    """The JSON Schema of film records."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "ontology.md": lambda: ontology_page(folder("ontology")),
    "options.md": options_page,
    "projection.md": projection_page,
    "questions.md": lambda: question_page(catalogue(folder("queries"))),
    "record.schema.json": schema_file,
}
"""Name of the file in this folder: what writes it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes or compares; the exit code is 1 where a document is not current."""
    parser = argparse.ArgumentParser(description="Writes the documents made from the code.")
    parser.add_argument("--check", action="store_true", help="only say what is not current")
    check = parser.parse_args(arguments).check
    stale = [name for name, page in PAGES.items() if not _current(HERE / name, page())]
    for name in stale:
        if check:
            print(f"docs/{name} is not current: run 'make docs' and commit it.", file=sys.stderr)
        else:
            (HERE / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")
            print(f"docs/{name} written")
    return 1 if check and stale else 0


def _current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    raise SystemExit(main())
