"""The list of the films a viewer has seen: a small text file of theirs, which goes nowhere.

One film a line, by its IRI or its short name, with its title as a comment:

    https://w3id.org/filmgraph/film/casablanca-1942  # Casablanca (1942)
"""

import contextlib
import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filmgraph.durable import sync_folder
from filmgraph.errors import OptionError, StorageError, shown
from filmgraph.names import IRI, curie, expand, iri, one_line

__all__ = ["SeenFilm", "add_seen", "read_seen", "remove_seen"]

_HEAD: Final = "# Films that you have seen, one a line; filmgraph seen keeps this list."
_FILM: Final = re.compile(re.escape(iri("film", "")) + r"[^\s<>]+")
_OURS_ALONE: Final = 0o600
"""What one has seen is nobody else's business."""


@dataclass(frozen=True, slots=True)
class SeenFilm:
    """A film of the list.

    Attributes
    ----------
    iri : IRI
    title : str
        As it was called when it was listed; where the list has none, its short name.
    """

    iri: IRI
    title: str


def read_seen(path: Path) -> tuple[SeenFilm, ...]:
    """The films of a list, each once; none where there is no such file.

    Raises
    ------
    OptionError
        If the file cannot be read, or a line of it names no film.

    Examples
    --------
    >>> read_seen(Path("no-such-file.txt"))
    ()
    """
    found: dict[IRI, SeenFilm] = {}
    for number, line in enumerate(_lines(path), 1):
        film = _film(line, f"'{path}', line {number}")
        if film is not None:
            found.setdefault(film.iri, film)
    return tuple(found.values())


def add_seen(path: Path, films: Iterable[SeenFilm]) -> list[SeenFilm]:
    """Write films on a list; what else stands there stays as it is.

    Returns
    -------
    list of SeenFilm
        Those that were not on it before.

    Raises
    ------
    OptionError, StorageError

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "seen.txt"
    >>> alien = SeenFilm(IRI("https://w3id.org/filmgraph/film/alien-1979"), "Alien (1979)")
    >>> add_seen(path, [alien]) == list(read_seen(path)) == [alien]
    True
    """
    known = {one.iri for one in read_seen(path)}
    new = list({one.iri: one for one in films if one.iri not in known}.values())
    if new:
        lines = _lines(path) or [_HEAD]
        _write(path, [*lines, *(f"{one.iri}  # {one_line(one.title)}" for one in new)])
    return new


def remove_seen(path: Path, films: Collection[IRI]) -> None:
    """Take films off a list; what else stands there stays as it is.

    Raises
    ------
    OptionError, StorageError

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "seen.txt"
    >>> alien = SeenFilm(IRI("https://w3id.org/filmgraph/film/alien-1979"), "Alien (1979)")
    >>> _ = add_seen(path, [alien])
    >>> remove_seen(path, {alien.iri})
    >>> read_seen(path)
    ()
    """
    lines = [(line, _film(line, f"'{path}'")) for line in _lines(path)]
    kept = [line for line, film in lines if film is None or film.iri not in films]
    if len(kept) < len(lines):
        _write(path, kept)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise OptionError(
            f"The list of films you have seen, '{path}', cannot be read: {reason or error}.",
            hint="Repair it or delete it; FILMGRAPH_SEEN names another file.",
        ) from None


def _film(line: str, where: str) -> SeenFilm | None:
    """The film of a line; None where it is empty or a comment only."""
    name, _, comment = line.partition("#")
    if not name.strip():
        return None
    full = expand(name.strip())
    if _FILM.fullmatch(full):
        return SeenFilm(full, one_line(comment) or curie(full))
    raise OptionError(
        f"{where}: {shown(name.strip())} does not name a film.",
        hint="A line holds the IRI of a film, such as film/casablanca-1942; "
        "filmgraph seen add writes it.",
    )


def _write(path: Path, lines: Iterable[str]) -> None:
    """Write the list whole or not at all."""
    path = path.resolve()  # a link to the file stays one
    if path.exists() and not path.is_file():
        raise OptionError(
            f"'{path}' is no file that could be written.", hint="FILMGRAPH_SEEN names another."
        )
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    text = "".join(f"{line}\n" for line in lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.touch(_OURS_ALONE)
        with part.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"'{path}' could not be written: {error.strerror or error}.",
            hint="FILMGRAPH_SEEN names another file.",
        ) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
