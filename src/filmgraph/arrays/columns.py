"""Columns on disk: numbers as `.npy`, texts as their bytes and where each ends; mapped to read."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Numbers",
    "TextColumn",
    "index_type",
    "open_numbers",
    "open_texts",
    "save_numbers",
    "save_texts",
]

Numbers: TypeAlias = NDArray[Any]
"""An array of whole numbers of any width."""

_ENDS: Final = "_ends"


def index_type(count: int) -> type[np.int32] | type[np.int64]:
    """The narrowest type for numbers from -1 up to a count.

    Examples
    --------
    >>> index_type(1_000).__name__, index_type(5_000_000_000).__name__
    ('int32', 'int64')
    """
    return np.int32 if count < 2**31 else np.int64


def save_numbers(folder: Path, name: str, values: Numbers) -> None:
    """Write a column of numbers."""
    with (folder / f"{name}.npy").open("wb") as file:
        np.save(file, np.ascontiguousarray(values), allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())


def save_texts(folder: Path, name: str, texts: Iterable[str]) -> None:
    """Write a column of texts, as UTF-8."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)[1:]
    save_numbers(folder, name, np.frombuffer(b"".join(encoded), dtype=np.uint8))
    save_numbers(folder, name + _ENDS, ends)


def open_numbers(folder: Path, name: str) -> Numbers:
    """A column of numbers, mapped to memory.

    Raises
    ------
    OSError, ValueError
        If it is missing or torn.
    """
    path = folder / f"{name}.npy"
    mapped: Numbers = np.load(path, mmap_mode="r", allow_pickle=False)
    # The subclass that a map comes as is slow to index; the plain array is the same memory.
    return mapped.view(np.ndarray)


class TextColumn:
    """Texts mapped to memory, read one at a time.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     save_texts(Path(name), "titles", ["Alien", "Amélie"])
    ...     titles = open_texts(Path(name), "titles")
    ...     len(titles), titles[1], titles.find("Alien"), titles.find("Aliens")
    (2, 'Amélie', 0, None)
    """

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


def open_texts(folder: Path, name: str) -> TextColumn:
    """A column of texts, mapped to memory.

    Raises
    ------
    OSError, ValueError
        If it is missing or torn.
    """
    return TextColumn(open_numbers(folder, name), open_numbers(folder, name + _ENDS))
