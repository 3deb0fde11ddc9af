"""A graph, or what is around one entity, as a file for other programs."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filmgraph.arrays.reading import Reader
from filmgraph.build.folder import is_graph
from filmgraph.curtain import visible
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import GraphError, OptionError, StorageError
from filmgraph.export.facts import facts_only
from filmgraph.export.property_graph import PROPERTY_FORMATS, part_of, write_property_graph
from filmgraph.intake.store import read_records, read_source, write_records
from filmgraph.names import BASE, IRI
from filmgraph.record import FilmRecord, Record
from filmgraph.values import Entity
from filmgraph.vocabulary import DCTERMS, FG

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = ["FORMATS", "Exported", "check_file", "export_graph"]

FORMATS: Final = ("nquads", "turtle", "jsonld", *PROPERTY_FORMATS, "records")


@dataclass(frozen=True, slots=True)
class Exported:
    """What is to be written.

    Attributes
    ----------
    door : SparqlDoor
        At the level in force.
    record_files : tuple of Path
    reader : callable
        Opens the arrays at the level in force, for the formats that have nodes and edges.
    about : Entity, optional
        Only what is said of this and of its parts.
    """

    door: SparqlDoor
    record_files: tuple[Path, ...]
    reader: Callable[[], Reader]
    about: Entity | None = None


def export_graph(
    exported: Exported,
    format_: str,
    output: Path,
    *,
    facts: bool = False,
    progress: "Progress | None" = None,
) -> Path:
    """Write a graph at its level.

    Parameters
    ----------
    exported : Exported
    format_ : str
        `nquads` (with the sources' graphs), `turtle` or `jsonld` (merged), `graphml` or `gexf`
        (nodes and edges), `records` (a folder with a file of JSON lines for each source).
    output : Path
        The file, or the folder for `records`; written whole or not at all.
    facts : bool
        Of records, leave out texts, motivations and quotes.
    progress : callable, optional
        `progress(step, done, total)` while nodes and edges are written.

    Returns
    -------
    Path
        `output`.

    Raises
    ------
    OptionError
        If there is no such format, or it cannot be written there or of that entity.
    StorageError
        If the disk does not take it, or there is no such folder.
    """
    if format_ not in FORMATS:
        raise OptionError(f"There is no format {format_!r}; there are: {', '.join(FORMATS)}.")
    if format_ == "records":
        _write_records(exported, output, facts)
        return output
    if facts:
        raise OptionError(f"Facts alone are for records, not for {format_}.")
    check_file(output)
    if format_ in PROPERTY_FORMATS:
        part = part_of(exported.reader(), exported.about)
        _write_file(output, lambda path: write_property_graph(part, format_, path, progress))
    else:
        about = exported.about
        subjects = _subjects(exported.door, about.iri) if about else None
        _write_file(output, lambda path: exported.door.dump(path, format_, subjects))
    return output


def check_file(path: Path) -> Path:
    """The path of a file that may be written.

    Raises
    ------
    OptionError
        If it is a folder.

    Examples
    --------
    >>> check_file(Path("/"))
    Traceback (most recent call last):
    filmgraph.errors.OptionError: '/' is a folder; give the name of a file.
    """
    with suppress(OSError):  # what cannot be looked at fails when it is written
        if path.is_dir():
            raise OptionError(f"'{path}' is a folder; give the name of a file.")
    return path


@contextmanager
def _writing(output: Path, part: Path) -> Iterator[None]:
    """Write to a part that is cleared at the end; what the disk refuses is told."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"'{output}' could not be written: {error.strerror or error}.",
            hint="Name a place in a folder that exists and that you may write to.",
        ) from None
    finally:
        with suppress(OSError):
            part.unlink()
        shutil.rmtree(part, ignore_errors=True)


def _write_file(output: Path, write: Callable[[Path], object]) -> None:
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    with _writing(output, part):
        if output.exists() and not output.is_file():  # a pipe or a device stays what it is
            write(output)
            return
        write(part)
        part.replace(output)


_PARTS: Final = """
SELECT DISTINCT ?part {{
  {{ BIND(<{about}> AS ?part) }}
  UNION {{ ?part fg:inFilm <{about}> }}
  UNION {{ ?part fg:describes <{about}> }}
  UNION {{ <{about}> fg:release|fg:budget|fg:boxOffice|fg:productionDetail ?part }}
  UNION {{ ?event fg:inFilm <{about}> ; fg:participation ?part }}
}} ORDER BY ?part
"""


def _subjects(door: SparqlDoor, about: IRI) -> dict[IRI, bool]:
    """The entity and its parts (True: whole), and what they name (False: only type and label)."""
    # `about` is the IRI of an entity that was found in the index, never a user's text.
    parts = door.query(_PARTS.format(about=about)).column("part")
    subjects = {IRI(str(part)): True for part in parts}
    for part in list(subjects):
        for one in door.statements(part):
            if isinstance(one.object, str) and one.object.startswith(BASE):
                subjects.setdefault(IRI(one.object), False)
    return subjects


def _write_records(exported: Exported, output: Path, facts: bool) -> None:
    about = exported.about
    if about is not None and about.kind != "film":
        raise OptionError(
            f"Records are of films; {about} is a {about.kind}.",
            hint="Give a film, or another format.",
        )
    keys = None if about is None else _keys(exported.door, about.iri)
    there = _is_folder_of_records(output)
    # In the folder where there is one, since another may be on another disk.
    part = (output if there else output.parent) / f".{output.name}.{os.getpid()}.part"
    with _writing(output, part):
        part.mkdir()
        for file in exported.record_files:
            source = read_source(file)
            wanted = None if keys is None else keys.get(source.name, set())
            records = list(_records(exported, file, wanted, facts))
            if records or keys is None:
                write_records(part / file.name, source, records)
        if there:
            _replace_files(part, output)
        else:
            part.rename(output)


def _is_folder_of_records(output: Path) -> bool:
    if not output.exists():
        return False
    if not output.is_dir():
        raise OptionError(f"'{output}' is a file; records are written into a folder.")
    if is_graph(output.resolve().parent):
        # What is exported is what a level shows, and takes the place of what is there.
        raise OptionError(
            f"'{output}' holds the records that a graph is made of; nothing is exported there.",
            hint="Name another folder.",
        )
    if any(not one.name.endswith((".jsonl.gz", ".part")) for one in output.iterdir()):
        raise OptionError(
            f"'{output}' holds other things than records.",
            hint="Name a folder that does not exist yet.",
        )
    return True


def _replace_files(part: Path, output: Path) -> None:
    """Put files that are whole in the place of those that are there."""
    new = {file.name for file in part.iterdir()}
    for name in sorted(new):
        (part / name).replace(output / name)
    for old in output.glob("*.jsonl.gz"):
        if old.name not in new and _holds_records(old):
            old.unlink()


def _holds_records(file: Path) -> bool:
    """Whether a file is one of records; anything else is not ours to take away."""
    with suppress(GraphError):
        read_source(file)
        return True
    return False


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


def _keys(door: SparqlDoor, about: IRI) -> dict[str, set[str]]:
    query = (
        f"SELECT ?source ?key {{ ?record <{FG.describes}> <{about}> ; "
        f"<{DCTERMS.source}> ?source ; <{DCTERMS.identifier}> ?key }} ORDER BY ?source ?key"
    )
    keys: dict[str, set[str]] = {}
    for source, key in door.query(query):
        keys.setdefault(str(source).rpartition("/")[2], set()).add(str(key))
    return keys
