"""The one error tree of filmgraph.

- FilmgraphError
  - InputError            a file, a record or an option is not what was expected
    - SourceError         a source's files cannot be read
    - RecordError         one film record is wrong
    - OptionError         an option has a value it cannot have
  - NotFound              nothing of that name
    - UnknownEntity
    - AmbiguousName       several things of that name
    - UnknownQuestion
    - UnknownLoader
    - NoPath              nothing connects two entities, as it was asked for
  - QueryError            a query was not answered
    - QuerySyntaxError
    - QueryRefused        a limit or a rule of the door stands against it
    - ParameterError      a question's parameter is missing, surplus or of the wrong type
  - GraphError            a graph folder cannot be used
    - NotAGraph
    - NewerGraph          made by a newer filmgraph
    - DamagedGraph
    - ReadOnlyGraph
    - GraphBusy           another process is writing it
  - StorageError          the disk did not take what was written
  - MissingDependency     an optional package is not installed

A message says what happened with the value, what was expected, and what to do.  Exit code and
HTTP status of each class stand in one table, `EXIT_CODES`.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

__all__ = [
    "EXIT_CODES",
    "AmbiguousName",
    "DamagedGraph",
    "FilmgraphError",
    "GraphBusy",
    "GraphError",
    "InputError",
    "MissingDependency",
    "NewerGraph",
    "NoPath",
    "NotAGraph",
    "NotFound",
    "OptionError",
    "ParameterError",
    "QueryError",
    "QueryRefused",
    "QuerySyntaxError",
    "ReadOnlyGraph",
    "RecordError",
    "SourceError",
    "StorageError",
    "UnknownEntity",
    "UnknownLoader",
    "UnknownQuestion",
    "exit_code",
    "http_status",
    "shown",
]

NEAR_MATCHES = 5
"""How many near matches an error message names at most."""

_SHOWN = 80
_LISTED = 2
"""How many candidates stand one below the other, at least."""


def shown(value: object) -> str:
    """A value as an error message shows it: quoted, and not too long.

    Examples
    --------
    >>> shown("casablnca"), shown(None), len(shown("x" * 10_000))
    ("'casablnca'", 'None', 82)
    """
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
    text = repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class FilmgraphError(Exception):
    """Everything filmgraph raises on purpose.

    Parameters
    ----------
    message : str
        What happened, with the value, and what was expected.
    hint : str, optional
        What to do about it.
    candidates : iterable of str, optional
        What would have worked; at most five are shown.

    Examples
    --------
    >>> print(FilmgraphError("No film 'Casablnca'.", candidates=["Casablanca (1942)"]))
    No film 'Casablnca'. Did you mean: Casablanca (1942)?
    """

    _asks: ClassVar[str] = "Did you mean"

    def __init__(self, message: str, *, hint: str = "", candidates: Iterable[str] = ()) -> None:
        self.message = message
        self.hint = hint
        self.candidates: Sequence[str] = tuple(candidates)[:NEAR_MATCHES]
        super().__init__(message)

    def __str__(self) -> str:
        asked = f"{self._asks}: {', '.join(self.candidates)}?" if self.candidates else ""
        return " ".join(filter(None, (self.message, asked, self.hint)))

    def lines(self) -> str:
        """It as it is read on a terminal: several candidates one below the other.

        Examples
        --------
        >>> error = FilmgraphError("No 'Alin'.", candidates=["Alien (1979)", "Aliens (1986)"])
        >>> print(error.lines())
        No 'Alin'. Did you mean:
          Alien (1979)
          Aliens (1986)
        """
        if len(self.candidates) < _LISTED:
            return str(self)
        listed = (f"  {one}" for one in self.candidates)
        return "\n".join(filter(None, (f"{self.message} {self._asks}:", *listed, self.hint)))


class InputError(FilmgraphError):
    """A file, a record or an option is not what was expected."""


class SourceError(InputError):
    """A source's files cannot be read."""


class RecordError(InputError):
    """One film record is wrong."""


class OptionError(InputError):
    """An option has a value it cannot have."""


class NotFound(FilmgraphError):
    """Nothing of that name."""


class UnknownEntity(NotFound):
    """The graph holds no such entity at this level."""


class AmbiguousName(NotFound):
    """Several entities have that name."""

    _asks = "Which one"


class UnknownQuestion(NotFound):
    """There is no question of that name."""


class UnknownLoader(NotFound):
    """There is no loader of that name."""


class NoPath(NotFound):
    """Nothing connects two entities, as it was asked for."""


class QueryError(FilmgraphError):
    """A query was not answered."""


class QuerySyntaxError(QueryError):
    """The text is not a query of that language."""


class QueryRefused(QueryError):
    """A limit or a rule of the door stands against the query."""


class ParameterError(QueryError):
    """A question's parameter is missing, surplus or of the wrong type."""


class GraphError(FilmgraphError):
    """A graph folder cannot be used."""


class NotAGraph(GraphError):
    """The folder is not a graph folder, or holds no build yet."""


class NewerGraph(GraphError):
    """The graph was made by a newer filmgraph."""


class DamagedGraph(GraphError):
    """Parts of the graph folder are missing or torn."""


class ReadOnlyGraph(GraphError):
    """The graph cannot be written, such as the demo."""


class GraphBusy(GraphError):
    """Another process is writing the graph folder."""


class StorageError(FilmgraphError):
    """The disk did not take what was written."""


class MissingDependency(FilmgraphError):
    """An optional package is not installed."""


EXIT_CODES: dict[type[FilmgraphError], tuple[int, int]] = {
    FilmgraphError: (1, 500),
    InputError: (3, 400),
    NotFound: (4, 404),
    QueryError: (5, 400),
    GraphError: (6, 503),
    StorageError: (7, 507),
    MissingDependency: (8, 501),
}
"""Class of error: (exit code of the command line, HTTP status).  A class that is not here has
those of its nearest ancestor.  2 is the command line's own code for wrong usage."""


def exit_code(error: FilmgraphError) -> int:
    """Exit code of the command line for an error.

    Examples
    --------
    >>> exit_code(UnknownQuestion("No question 'x'."))
    4
    """
    return _codes(error)[0]


def http_status(error: FilmgraphError) -> int:
    """HTTP status for an error.

    Examples
    --------
    >>> http_status(QuerySyntaxError("Not SPARQL."))
    400
    """
    return _codes(error)[1]


def _codes(error: FilmgraphError) -> tuple[int, int]:
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)
