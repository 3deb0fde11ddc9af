"""What a user takes back of what identity concluded: `withdrawn.txt` in the graph folder."""

from pathlib import Path
from typing import Final

from filmgraph.errors import DamagedGraph, StorageError, shown
from filmgraph.names import IRI, expand, kind_of, one_line

__all__ = ["read_withdrawn"]

_KINDS: Final = ("character", "identity")


def read_withdrawn(path: Path) -> set[IRI]:
    """The characters that are nobody else, and the character identities that are none.

    Parameters
    ----------
    path : Path
        A text file with an IRI or a short name a line, and remarks from `#` on.  If there is no
        such file, nothing is withdrawn.

    Raises
    ------
    DamagedGraph
        If a line names neither a character nor an identity.
    StorageError
        If the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return set()
    except UnicodeDecodeError:
        raise DamagedGraph(f"'{path}' is not text in UTF-8.") from None
    except OSError as error:
        raise StorageError(f"'{path}' cannot be read: {error.strerror}.") from error
    found: set[IRI] = set()
    for number, line in enumerate(lines, start=1):
        name = one_line(_without_remark(line))
        if not name:
            continue
        full = expand(name)
        if kind_of(full) not in _KINDS:
            raise DamagedGraph(
                f"Line {number} of '{path}' names neither a character nor an identity: "
                f"{shown(name)}.",
                hint="A line is such as character/alien-1979/ash or identity/ellen-ripley.",
            )
        found.add(full)
    return found


def _without_remark(line: str) -> str:
    # No IRI of ours has a sign `#` in it.
    return line.partition("#")[0]
