"""Runs a function on a stack that no query can use up.

The store recurses on the machine's stack, and where that ends the process ends.  Flat text makes
deep trees too (`1+1+1+…`), so a limit on brackets is not enough: long queries get a thread of
their own.  `docs/decisions/0002-query-limits.md` has what was measured.
"""

import threading
from collections.abc import Callable
from typing import Final, TypeVar

from filmgraph.errors import QueryRefused
from filmgraph.options import LIMITS

__all__ = ["on_deep_stack"]

_T = TypeVar("_T")

_EACH: Final = 3_500
"""Bytes of stack that a character of a query needs at most, however they are arranged."""
_SHORT: Final = 200
"""Characters that need less than 1 MB of stack."""
_LEAST: Final = 16 * 2**20

_lock = threading.Lock()


def on_deep_stack(text: str, function: Callable[[], _T]) -> _T:
    """What a function gives that parses and runs a query text.

    Parameters
    ----------
    text : str
        The query.  A short one runs where it was asked.
    function : callable
        Called once.

    Raises
    ------
    QueryRefused
        If the machine has no memory left for so long a query.

    Examples
    --------
    >>> on_deep_stack("ASK {}", lambda: 1), on_deep_stack("x" * 1000, lambda: 2)
    (1, 2)
    """
    if len(text) <= _SHORT:
        return function()
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:  # raised again below, in the caller's thread
            errors.append(error)

    _start(run, max(_LEAST, _EACH * len(text))).join()
    if errors:
        raise errors[0]
    return results[0]


def _start(run: Callable[[], None], least: int) -> threading.Thread:
    """A running thread with the largest stack up to the limit that the machine gives.

    It is a daemon: whoever interrupts a slow query gets out.
    """
    size = LIMITS.query_stack
    while True:
        thread = threading.Thread(target=run, name="filmgraph query", daemon=True)
        with _lock:
            before = threading.stack_size(size)
            try:
                thread.start()
                return thread
            except RuntimeError:
                if size // 2 < least:
                    raise QueryRefused(
                        f"The query needs {least // 2**20} MB of memory, which are not to be had.",
                        hint="Ask in smaller parts.",
                    ) from None
            finally:
                threading.stack_size(before)
        size //= 2
