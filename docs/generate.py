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
from filmgraph.options import OPTIONS, limits
from filmgraph.questions import catalogue
from filmgraph.record import json_schema
from filmgraph.shipped import folder

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


def schema_file() -> str:
    """The JSON Schema of film records."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "ontology.md": lambda: ontology_page(folder("ontology")),
    "options.md": options_page,
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
