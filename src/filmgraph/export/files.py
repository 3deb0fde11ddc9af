"""A graph, or what is around one entity, as a file for other programs."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filmgraph.curtain import visible
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import OptionError, StorageError
from filmgraph.export.facts import facts_only
from filmgraph.intake.store import read_records, read_source, write_records
from filmgraph.names import IRI
from filmgraph.record import FilmRecord, Record
from filmgraph.vocabulary import DCTERMS, FG

__all__ = ["FORMATS", "Exported", "export_graph"]

FORMATS: Final = ("nquads", "turtle", "jsonld", "records")


@dataclass(frozen=True, slots=True)
class Exported:
    """What is to be written.

    Attributes
    ----------
    door : SparqlDoor
        At the level in force.
    record_files : tuple of Path
    about : IRI, optional
        Only what is said of this and of its parts.
    """

    door: SparqlDoor
    record_files: tuple[Path, ...]
    about: IRI | None = None


def export_graph(exported: Exported, format_: str, output: Path, *, facts: bool = False) -> Path:
    """Write a graph at its level.

    Parameters
    ----------
    exported : Exported
    format_ : str
        `nquads` (with the sources' graphs), `turtle` or `jsonld` (merged), `records` (a folder with
        a file of JSON lines for each source).
    output : Path
        The file, or the folder for `records`; written whole or not at all.
    facts : bool
        Of records, leave out texts, motivations and quotes.

    Returns
    -------
    Path
        `output`.

    Raises
    ------
    OptionError, StorageError
    """
    if facts and format_ != "records":
        raise OptionError(f"--facts is for records, not for {format_}.")
    if format_ == "records":
        _write_records(exported, output, facts)
        return output
    if output.is_dir():
        raise OptionError(f"'{output}' is a folder; give the name of a file.")
    subjects = _subjects(exported) if exported.about else None
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        exported.door.dump(part, format_, subjects)
        part.replace(output)
    except OSError as error:
        raise StorageError(f"'{output}' could not be written: {error.strerror or error}.") from None
    finally:
        part.unlink(missing_ok=True)
    return output


_PARTS: Final = """
SELECT DISTINCT ?part {{
  {{ BIND(<{about}> AS ?part) }}
  UNION {{ ?part fg:inFilm <{about}> }}
  UNION {{ ?part fg:describes <{about}> }}
  UNION {{ <{about}> fg:release|fg:budget|fg:boxOffice|fg:productionDetail ?part }}
  UNION {{ ?event fg:inFilm <{about}> ; fg:participation ?part }}
}} ORDER BY ?part
"""


def _subjects(exported: Exported) -> dict[IRI, bool]:
    """The entity and its parts (True: whole), and what they name (False: only type and label)."""
    about = exported.about
    assert about is not None
    # `about` is the IRI of an entity that was found in the index, never a user's text.
    parts = exported.door.query(_PARTS.format(about=about)).column("part")
    subjects = {IRI(str(part)): True for part in parts}
    for part in list(subjects):
        for one in exported.door.statements(part):
            if isinstance(one.object, str) and one.object.startswith("https://w3id.org/filmgraph/"):
                subjects.setdefault(IRI(one.object), False)
    return subjects


def _write_records(exported: Exported, output: Path, facts: bool) -> None:
    if output.exists() and not output.is_dir():
        raise OptionError(f"'{output}' is a file; records are written into a folder.")
    keys = _keys(exported) if exported.about else None
    for file in exported.record_files:
        source = read_source(file)
        wanted = None if keys is None else keys.get(source.name, set())
        records = list(_records(exported, file, wanted, facts))
        if records or keys is None:
            write_records(output / file.name, source, records)


def _records(
    exported: Exported, file: Path, keys: set[str] | None, facts: bool
) -> Iterator[Record]:
    for record in read_records(file):
        if keys is not None and (not isinstance(record, FilmRecord) or record.key not in keys):
            continue
        seen: Record = record
        if isinstance(record, FilmRecord):
            seen = visible(record, exported.door.level)
        yield facts_only(seen) if facts else seen


def _keys(exported: Exported) -> dict[str, set[str]]:
    query = (
        f"SELECT ?source ?key {{ ?record <{FG.describes}> <{exported.about}> ; "
        f"<{DCTERMS.source}> ?source ; <{DCTERMS.identifier}> ?key }} ORDER BY ?source ?key"
    )
    keys: dict[str, set[str]] = {}
    for source, key in exported.door.query(query):
        keys.setdefault(str(source).rpartition("/")[2], set()).add(str(key))
    return keys
