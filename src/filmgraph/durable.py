"""Writing that lasts: what every room that writes files does after a rename."""

import contextlib
import os
from pathlib import Path

__all__ = ["sync_folder"]


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last; systems that cannot open a folder need no such thing.

    Examples
    --------
    >>> sync_folder(Path("."))
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
