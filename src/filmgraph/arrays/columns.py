"""Columns on disk: numbers as `.npy`, texts as their bytes and where each ends; mapped to read.

Behind what numpy reads of it, each file ends in a mark of the build and of the column that it is
of, so that a file which is torn, or was taken from elsewhere, is told without reading all of it.
"""

import hashlib
import math
import mmap
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Columns", "Form", "Numbers", "TextColumn", "index_type"]

Numbers: TypeAlias = NDArray[Any]
"""An array of whole numbers of any width."""

Form: TypeAlias = tuple[str, tuple[int, ...]]
"""The form of a column: the type of its numbers, as numpy writes it, and its shape."""

_ENDS: Final = "_ends"
_MAGIC: Final = b"\x93NUMPY\x01\x00"
_MARK_BYTES: Final = 16


def index_type(count: int) -> type[np.int32] | type[np.int64]:
    """The narrowest type for numbers from -1 up to a count.

    Examples
    --------
    >>> index_type(1_000).__name__, index_type(5_000_000_000).__name__
    ('int32', 'int64')
    """
    return np.int32 if count < 2**31 else np.int64


class TextColumn:
    """Texts mapped to memory, read one at a time."""

    def __init__(self, content: Numbers, ends: Numbers) -> None:
        if (int(ends[-1]) if len(ends) else 0) != len(content):
            raise ValueError("the texts do not end where they should")
        self._content: memoryview[int] = content.data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, row: int) -> str:
        return self._bytes(row).decode("utf-8", "surrogatepass")

    def _bytes(self, row: int) -> bytes:
        start = int(self._ends[row - 1]) if row else 0
        return bytes(self._content[start : int(self._ends[row])])

    def find(self, text: str) -> int | None:
        """Where a text stands in a column that is sorted; None where it does not."""
        wanted = text.encode("utf-8", "surrogatepass")
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._bytes(low) == wanted else None


@dataclass(slots=True)
class Columns:
    """A folder of columns, all of one build.

    Attributes
    ----------
    folder : Path
    stamp : str
        What tells the build from others.
    forms : dict
        Name of each column of numbers: its form.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     columns = Columns(Path(name), "a build")
    ...     columns.save_numbers("years", np.array([1979, 2001], np.int32))
    ...     columns.save_texts("titles", ["Alien", "Amélie"])
    ...     titles = columns.texts("titles")
    ...     columns.numbers("years")[1], titles[1], titles.find("Alien"), titles.find("Aliens")
    (np.int32(2001), 'Amélie', 0, None)
    """

    folder: Path
    stamp: str = ""
    forms: dict[str, Form] = field(default_factory=dict)

    def save_numbers(self, name: str, values: Numbers) -> None:
        """Write a column of numbers."""
        values = np.ascontiguousarray(values)
        with self._path(name).open("wb") as file:
            np.lib.format.write_array(file, values, version=(1, 0), allow_pickle=False)
            file.write(self._mark(name))
            file.flush()
            os.fsync(file.fileno())
        self.forms[name] = values.dtype.str, values.shape

    def save_texts(self, name: str, texts: Iterable[str]) -> None:
        """Write a column of texts, as UTF-8."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)[1:]
        self.save_numbers(name, np.frombuffer(b"".join(encoded), dtype=np.uint8))
        self.save_numbers(name + _ENDS, ends)

    def numbers(self, name: str) -> Numbers:
        """A column of numbers, mapped to memory.

        Raises
        ------
        OSError, ValueError
            If it is missing or torn, or of another build.
        """
        if name not in self.forms:
            raise ValueError(f"nothing is known of {name}.npy")
        kind, shape = self.forms[name]
        content = _mapped(self._path(name))
        start = len(_MAGIC) + 2 + int.from_bytes(content[len(_MAGIC) : len(_MAGIC) + 2], "little")
        size = start + np.dtype(kind).itemsize * math.prod(shape) + _MARK_BYTES
        if len(content) != size:
            raise ValueError(f"{name}.npy has {len(content):,} bytes instead of {size:,}")
        if content[: len(_MAGIC)] != _MAGIC or content[-_MARK_BYTES:] != self._mark(name):
            raise ValueError(f"{name}.npy is torn, or of another build")
        return np.ndarray(shape, kind, content, start)

    def texts(self, name: str) -> TextColumn:
        """A column of texts, mapped to memory.

        Raises
        ------
        OSError, ValueError
            If it is missing or torn, or of another build.
        """
        return TextColumn(self.numbers(name), self.numbers(name + _ENDS))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.npy"

    def _mark(self, name: str) -> bytes:
        return hashlib.sha256(f"{self.stamp} {name}".encode()).digest()[:_MARK_BYTES]


def _mapped(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        try:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:  # an empty file cannot be mapped
            return b""
