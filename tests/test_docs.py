"""Every example in the documents runs, and every link in them leads somewhere.

A fenced block says by its language how it is run:

- `pycon`, and `python` with prompts: as a doctest; `python` without prompts: as a program;
- `console`: each line `$ filmgraph …` is run, and the output that follows is compared; in it `…`
  stands for anything; lines `$ make`, `$ pip`, `$ python` and `$ cd` are for the reader;
- `sparql`: it is asked of the demo graph, and must give rows.

The blocks of one document share one folder and one Python session, in order.  A line
`<!-- not run: why -->` before a block leaves it out.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import filmgraph

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<language>[\w+-]*)[^\n`]*\n"
    r"(?P<body>.*?)^(?P=indent)(?P=fence)`*[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
NOT_RUN = re.compile(r"<!-- not run: \S.* -->\s*\Z")
FOR_THE_READER = ("make", "pip", "pipx", "uv", "python", "python3", "git", "cd", "source")
LINK = re.compile(r"(?<!\\)\]\((?P<target>[^()\s]+(?:\([^()\s]*\)[^()\s]*)?)(?: \"[^\"]*\")?\)")
SECONDS = 300


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line on which it begins."""

    language: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a document that are to be run."""
    for match in FENCE.finditer(text):
        if not NOT_RUN.search(text[: match.start()]):
            indent = len(match["indent"])
            body = "".join(line[indent:] for line in match["body"].splitlines(keepends=True))
            line = text.count("\n", 0, match.start()) + 1
            yield Block(match["language"], body, line)


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that follows it."""
    command, output = "", ""
    continued = False
    for line in text.splitlines():
        if line.startswith("$ ") or continued:
            if not continued:
                if command:
                    yield command, output
                command, output = "", ""
            continued = line.endswith("\\")
            command += line.removeprefix("$ ").removesuffix("\\")
        else:
            output += line.rstrip() + "\n"
    if command:
        yield command, output


def matches(wanted: str, got: str) -> bool:
    """Whether an output is the wanted one; `…` in that stands for anything."""
    parts = [re.escape(part) for part in _tidy(wanted).split("…")]
    return re.fullmatch(".*?".join(parts), _tidy(got), re.DOTALL) is not None


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def run_console(block: Block) -> None:
    """Run the commands of a console block and compare their output."""
    for command, wanted in commands(block.text):
        words = shlex.split(command, comments=True)
        if words[0] in FOR_THE_READER:
            continue
        assert words[0] == "filmgraph", f"line {block.line}: no test knows how to run: {command}"
        run = subprocess.run(
            ["sh", "-c", command],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
            timeout=SECONDS,
            check=False,
        )
        got = run.stdout + run.stderr
        assert not wanted or matches(wanted, got), f"$ {command}\n{got}\ninstead of\n{wanted}"
        assert wanted or run.returncode == 0, f"$ {command}\n{got}"


def run_python(block: Block, session: dict[str, object], name: str) -> None:
    """Run a Python block in the session of its document."""
    if ">>> " not in block.text:
        exec(compile("\n" * block.line + block.text, name, "exec"), session)
        return
    parsed = doctest.DocTestParser().get_doctest(block.text, session, name, name, block.line)
    runner = doctest.DocTestRunner(
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, verbose=False
    )
    report: list[str] = []
    failed = runner.run(parsed, out=report.append, clear_globs=False).failed
    session.update(parsed.globs)
    assert not failed, "".join(report)


def run_sparql(block: Block) -> None:
    """Ask a SPARQL block of the demo graph."""
    assert len(filmgraph.open(level="ending").sparql(block.text)) > 0, block.text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_example_of_a_document_runs(
    path: Path,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = list(blocks(path.read_text(encoding="utf-8")))
    if any(block.language in ("pycon", "python", "console", "sparql") for block in found):
        request.getfixturevalue("demo_graph_folder")
    monkeypatch.chdir(tmp_path)
    session: dict[str, object] = {"__name__": "__main__"}
    for block in found:
        if block.language in ("pycon", "python"):
            run_python(block, session, path.name)
        elif block.language == "console":
            run_console(block)
        elif block.language == "sparql":
            run_sparql(block)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    lost = []
    for match in LINK.finditer(text):
        target, _, anchor = match["target"].partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        file = (path.parent / target).resolve() if target else path
        if not file.exists() or (anchor and anchor not in _anchors(file)):
            lost.append(match["target"])
    assert lost == []


def _anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, numbered from the second of the same name on."""
    if path.suffix != ".md":
        return set()
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    anchors: set[str] = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    times: Counter[str] = Counter()
    for heading in re.findall(r"^#+ (.+?)\s*#*$", text, re.MULTILINE):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        anchors.add(f"{anchor}-{times[anchor]}" if times[anchor] else anchor)
        times[anchor] += 1
    return anchors


def test_every_document_is_linked_from_another() -> None:
    linked = {
        (path.parent / match["target"].partition("#")[0]).resolve()
        for path in DOCUMENTS
        for match in LINK.finditer(path.read_text(encoding="utf-8"))
    }
    assert [str(path.relative_to(ROOT)) for path in DOCUMENTS[1:] if path not in linked] == []


def test_a_console_block_is_taken_apart_into_commands_and_their_output() -> None:
    text = "$ filmgraph find alien \\\n  --limit 1\nAlien (1979)\n\n$ filmgraph status\n"
    assert list(commands(text)) == [
        ("filmgraph find alien   --limit 1", "Alien (1979)\n\n"),
        ("filmgraph status", ""),
    ]


@pytest.mark.parametrize(
    ("wanted", "same"),
    [("a\nb\n", True), ("a …\n", False), ("a\n…", True), ("…b", True), ("b", False)],
)
def test_an_output_is_compared_with_dots_for_anything(wanted: str, same: bool) -> None:
    assert matches(wanted, "a  \nb\n") is same


def test_a_block_may_be_left_out_with_a_reason() -> None:
    text = (
        "<!-- not run: it takes an hour -->\n```console\n$ filmgraph x\n```\n\n```python\n1\n```\n"
    )
    assert [block.language for block in blocks(text)] == ["python"]


def test_an_indented_block_loses_its_indent() -> None:
    assert [block.text for block in blocks("- so:\n\n  ```python\n  1\n  ```\n")] == ["1\n"]
