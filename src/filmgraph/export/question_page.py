"""The page of all questions, written from their front matter."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence

from filmgraph.questions import Parameter, Question

__all__ = ["question_page"]

_HEAD = """<!-- Written by `make docs` from the questions in queries/; edit there. -->

# Questions

A question is a named, tested query with typed parameters. On the command line parameters are given
in their order or by name; in Python by name. Films, people and other entities are given by their
names, their short names such as `film/alien-1979`, or their IRIs.

Every answer keeps to the level of the curtain that is in force: what is behind it is neither shown
nor counted. A question about what happens has no answer at level `open`, unless a source says that
it may be known: the table names the level from which on it has. The queries are standard SPARQL 1.1
and name no graph of a level, so they can be asked of any endpoint; parameters are bound in one
`VALUES` row, never pasted into the text.
"""


def question_page(questions: Mapping[str, Question]) -> str:
    """The Markdown page that explains every question.

    Parameters
    ----------
    questions : mapping of str to Question
        As `catalogue` gives them.

    Returns
    -------
    str

    Examples
    --------
    >>> from filmgraph.questions import catalogue
    >>> from filmgraph.shipped import folder
    >>> "## co-stars" in question_page(catalogue(folder("queries")))
    True
    """
    index = _table(
        ("question", "what it answers", "from level"),
        ((f"[{one.name}](#{one.name})", one.summary, one.level) for one in questions.values()),
    )
    parts = [_HEAD, index, *("\n".join(_section(one)) for one in questions.values())]
    return "\n".join(parts)


def _section(question: Question) -> Iterator[str]:
    yield f"\n## {question.name}\n\n{question.summary}\n"
    if question.description:
        yield f"{question.description}\n"
    if question.level != "open":
        yield f"It has answers from level `{question.level}` on.\n"
    if question.parameters:
        yield _table(
            ("parameter", "kind", "what it means"),
            ((f"`{one.name}`", one.kind, _meaning(one)) for one in question.parameters.values()),
        )
    yield _table(
        ("column", "what it holds"),
        ((f"`{name}`", meaning) for name, meaning in question.columns.items()),
    )
    yield from _example(question)
    yield f"The query: [{question.name}.rq](../queries/{question.name}.rq)\n"


def _meaning(parameter: Parameter) -> str:
    text = parameter.help
    if parameter.choices:
        text += f" One of: {', '.join(parameter.choices)}."
    if parameter.required:
        return text
    default = "" if parameter.default is None else f", {parameter.default!r} by default"
    return f"{text} Optional{default}."


def _example(question: Question) -> Iterator[str]:
    given = "".join(
        f" {name}={shlex.quote(str(value))}" for name, value in question.example.items()
    )
    keywords = "".join(f", {name}={value!r}" for name, value in question.example.items())
    lifted = question.level != "open"
    if question.graph == "demo":
        spoilers = f" --spoilers {question.level}" if lifted else ""
        yield f"```console\n$ filmgraph ask {question.name}{given}{spoilers}\n```\n"
    graph = f"graph.lift({question.level!r})" if lifted else "graph"
    yield f"In Python: `{graph}.ask({question.name!r}{keywords})`.\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
