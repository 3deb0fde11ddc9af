"""The page about the curtain says what the code does."""

import re
from pathlib import Path

from filmgraph.cli.overview import COMMANDS
from filmgraph.curtain import KINDS, LEVELS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "curtain.md"
ROW = re.compile(r"^\| `(open|plot|ending)` \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


def test_the_table_has_every_kind_of_statement_at_its_level() -> None:
    rows = {level: kinds.split(", ") for level, kinds in ROW.findall(PAGE.read_text("utf-8"))}
    assert list(rows) == list(LEVELS)
    for level, kinds in rows.items():
        assert sorted(kinds) == sorted(kind for kind, own in KINDS.items() if own == level)


def test_the_commands_that_know_what_was_seen_are_those_that_take_it() -> None:
    import importlib

    text = PAGE.read_text("utf-8")
    said = text[text.index("It is read by") : text.index("and sent nowhere")]
    takes = {
        name
        for name, (module, _) in COMMANDS.items()
        for option in getattr(importlib.import_module(f"filmgraph.cli.{module}"), name).params
        if "--seen" in option.opts
    }
    assert set(re.findall(r"`([a-z]+)`", said)) == takes
