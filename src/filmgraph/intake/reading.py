"""Reading files that may be missing, broken, huge or something else than they seem."""

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from filmgraph.errors import SourceError
from filmgraph.intake.items import Refused
from filmgraph.options import LIMITS

__all__ = ["MAX_FILE", "as_of", "files", "lines", "read_text"]

MAX_FILE = 256 * 2**20
"""The largest file that is read whole, in bytes."""

_BLOCK = 2**16
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TORN = (EOFError, zlib.error, gzip.BadGzipFile)


def files(paths: Sequence[Path], suffixes: Sequence[str]) -> list[Path]:
    """The files to read: those named, and those of a suffix in the folders named, sorted.

    A file that is named is taken whatever its suffix; one that is reached twice counts once.

    Raises
    ------
    SourceError
        If a path does not exist, or a folder holds no such file.

    Examples
    --------
    >>> files([Path("no-such-folder")], [".json"])
    Traceback (most recent call last):
    filmgraph.errors.SourceError: There is no file or folder 'no-such-folder'.
    """
    if not paths:
        raise SourceError("No file was named.", hint="Name the source's files or their folder.")
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files_of(path, suffixes):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _files_of(path: Path, suffixes: Sequence[str]) -> list[Path]:
    try:
        if path.is_file():
            return [path]
        if not path.exists():
            raise SourceError(f"There is no file or folder '{path}'.")
        if not path.is_dir():
            raise SourceError(f"'{path}' is neither a file nor a folder.")
        inside = sorted(
            file
            for file in path.rglob("*")
            if file.name.endswith(tuple(suffixes)) and not _hidden(file, path) and file.is_file()
        )
    except OSError as error:
        raise SourceError(f"'{path}' cannot be read: {error.strerror}.") from None
    if not inside:
        raise SourceError(f"The folder '{path}' holds no file ending in {' or '.join(suffixes)}.")
    return inside


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_text(path: Path, limit_bytes: int = MAX_FILE) -> str:
    """The text of a UTF-8 file (with or without byte order mark), its lines ended by `\\n`.

    Parameters
    ----------
    path : Path
    limit_bytes : int
        The largest file that is read.

    Raises
    ------
    SourceError
        If the file is missing, empty, too large, binary or in another encoding.

    Examples
    --------
    >>> read_text(Path("no-such-file.txt"))
    Traceback (most recent call last):
    filmgraph.errors.SourceError: There is no file 'no-such-file.txt'.
    """
    with _open(path) as stream:
        data = stream.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise SourceError(f"'{path}' is larger than {limit_bytes:,} bytes, the most that is read.")
    _check_start(path, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"'{path}' is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}.",
            hint="Save it as UTF-8, for example with iconv -f latin1 -t utf-8.",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise SourceError(f"There is no file '{path}'.") from None
    except OSError as error:
        raise SourceError(f"'{path}' cannot be read: {error.strerror}.") from None


def _check_start(path: Path, data: bytes) -> None:
    if not data.strip():
        raise SourceError(f"'{path}' is empty.")
    if data.startswith(_UTF16):
        raise SourceError(
            f"'{path}' is UTF-16 (byte order mark at offset 0), not UTF-8.",
            hint="Save it as UTF-8, for example with iconv -f utf-16 -t utf-8.",
        )
    if (offset := data.find(b"\x00")) >= 0:
        raise SourceError(
            f"'{path}' is binary: a zero byte at offset {offset}.",
            hint="A text file in UTF-8 is expected.",
        )


def lines(
    path: Path, limit_bytes: int = LIMITS.line_bytes
) -> Iterator[tuple[int, bytes | Refused]]:
    """The lines of a file, plain or compressed with gzip, with their numbers from 1.

    Blank lines are left out.  A line longer than the limit is one `Refused`, and the next is read
    as usual; so is the end of a file that was cut off while compressed.  No more than one line
    of the limit's length is in memory.

    Raises
    ------
    SourceError
        If the file is missing, empty or binary.

    Examples
    --------
    >>> next(lines(Path("no-such-file.jsonl")))
    Traceback (most recent call last):
    filmgraph.errors.SourceError: There is no file 'no-such-file.jsonl'.
    """
    with _open(path) as raw:
        zipped = raw.read(2) == _GZIP
        raw.seek(0)
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if zipped else raw
        yield from _numbered(path, stream, limit_bytes)


def _numbered(path: Path, stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | Refused]]:
    number = 0
    try:
        while line := stream.readline(limit + 1):
            number += 1
            if number == 1:
                line = _first(path, line)
            if len(line) > limit:
                length = len(line) + _pass_over(stream, line)
                reason = f"The line of {length:,} bytes is longer than {limit:,}."
                yield number, Refused(f"{path.name}:{number}", reason)
            elif line := line.strip():
                yield number, line
    except _TORN as error:
        if number == 0:
            raise SourceError(f"'{path}' is a torn gzip file: {error}.") from None
        reason = "The file ends in the middle of its compressed data or is damaged here."
        yield number + 1, Refused(f"{path.name}:{number + 1}", reason)
    except OSError as error:
        raise SourceError(f"'{path}' cannot be read: {error.strerror}.") from None
    if number == 0:
        raise SourceError(f"'{path}' is empty.")


def _first(path: Path, line: bytes) -> bytes:
    if line.strip():
        _check_start(path, line[:_BLOCK])
    return line.removeprefix(_BOM)


def _pass_over(stream: BinaryIO, line: bytes) -> int:
    """Bytes that were left of a line."""
    length = 0
    while not line.endswith(b"\n") and (line := stream.readline(_BLOCK)):
        length += len(line)
    return length


def as_of(paths: Sequence[Path]) -> str:
    """The date (UTC) of the newest of the files, or of the files in folders.

    The environment variable `SOURCE_DATE_EPOCH` (seconds since 1970) wins, so that a build can be
    repeated byte for byte.

    Examples
    --------
    >>> as_of([Path("no-such-file")])
    '1970-01-01'
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return _date(float(epoch))
    newest = 0.0
    for path in paths:
        inside = path.rglob("*") if path.is_dir() else iter([path])
        for file in inside:
            if file.is_file() and (file == path or not _hidden(file, path)):
                newest = max(newest, file.stat().st_mtime)
    return _date(newest)


def _date(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
