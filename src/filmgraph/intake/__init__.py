"""Intake: from a source's files, through a loader, to a file of film records.

`registry` finds loaders, `reading` reads files that may be broken, `load` runs a loader and
reports, `store` keeps the records.
"""

from filmgraph.intake.items import Item, Loader, Refused, Skipped
from filmgraph.intake.load import LoadReport, load, source_of
from filmgraph.intake.reading import as_of, files, lines, read_text
from filmgraph.intake.registry import find_loader, loaders
from filmgraph.intake.store import read_lines, read_records, read_source, write_records

__all__ = [
    "Item",
    "LoadReport",
    "Loader",
    "Refused",
    "Skipped",
    "as_of",
    "files",
    "find_loader",
    "lines",
    "load",
    "loaders",
    "read_lines",
    "read_records",
    "read_source",
    "read_text",
    "source_of",
    "write_records",
]
