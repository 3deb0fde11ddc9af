"""The commands and the first page of help, without the libraries that the commands need."""

import textwrap

__all__ = ["COMMANDS", "overview"]

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Build the shipped graph, show what it answers, draw a picture."),
    "find": ("asking", "Find films, people, themes … by name."),
    "show": ("showing", "Show what is known of something."),
    "characters": ("telling", "Show the characters of a film and how they stand to each other."),
    "timeline": ("telling", "Show what happens in a film, as it is told or as it happens."),
    "seen": ("seeing", "Keep a list of the films you have seen, of which all is shown."),
    "path": ("connecting", "Show how one thing is connected with another."),
    "neighbours": ("traversing", "Show what something is linked with."),
    "neighbourhood": ("traversing", "Show what lies near something, the nearest first."),
    "common": ("traversing", "Show what two things share."),
    "compare": ("traversing", "Show two films side by side."),
    "distances": ("measuring", "Count the steps from something to all others."),
    "centre": ("measuring", "Show who is nearest to all others."),
    "questions": ("asking", "List the questions, or explain one."),
    "ask": ("asking", "Ask one of the questions."),
    "sparql": ("asking", "Ask in SPARQL."),
    "draw": ("asking", "Draw what is around something, as one HTML file."),
    "load": ("making", "Read a source's files into a graph folder."),
    "build": ("making", "Make what was loaded ready to be asked."),
    "status": ("making", "Say what a graph holds."),
    "check": ("making", "Check a graph: files, shapes, doubtful matches."),
    "export": ("exporting", "Write a graph as N-Quads, Turtle, JSON-LD or film records."),
    "schema": ("exporting", "Print the JSON Schema of the film record."),
}
"""Command: the module it stands in, and what it does in a line."""

_ABOUT = (
    "The narrative knowledge graph of film: who made it, who plays whom, what it is about, "
    "and who says so.",
    "Without --graph, commands use the shipped facts (about 37,000 films). What happens in a "
    "story and how it ends is shown only when --spoilers asks for it, or of a film you have seen.",
)


def overview() -> str:
    """The first page of help.

    Examples
    --------
    >>> overview().splitlines()[0]
    'Usage: filmgraph COMMAND [OPTIONS] [ARGUMENTS]'
    """
    lines = ["Usage: filmgraph COMMAND [OPTIONS] [ARGUMENTS]", ""]
    for paragraph in _ABOUT:
        lines += [*textwrap.wrap(paragraph, 78, initial_indent="  ", subsequent_indent="  "), ""]
    lines += ["Commands (each has --help with an example):"]
    lines += [f"  {name:13} {text}" for name, (_, text) in COMMANDS.items()]
    lines += ["", "Options:", "  --version  Print the version.", "  -h, --help Show this page.", ""]
    lines += ["Example: filmgraph path 'Nicolas Cage' 'Uma Thurman'"]
    return "\n".join(lines)
