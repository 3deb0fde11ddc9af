"""The values that answers are made of: frozen, plain, printable."""

import csv
import html
import io
import json
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias, overload

from filmgraph.errors import MissingDependency, OptionError
from filmgraph.names import IRI, curie
from filmgraph.record import Level

if TYPE_CHECKING:
    import pandas

__all__ = ["KINDS", "Answer", "Cell", "Entity", "Statement", "cell_text", "check_kind", "printable"]

Cell: TypeAlias = IRI | str | int | float | bool | None
"""One value of an answer."""

KINDS: Final = (
    "film",
    "person",
    "character",
    "theme",
    "genre",
    "place",
    "organization",
    "period",
    "series",
)
"""Kinds of entity that have names."""

_JOINERS: Final = "\u200c\u200d"
"""Unseen letters that Persian, Indian scripts and pictograms are spelt with."""


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing in the graph.

    Attributes
    ----------
    iri : IRI
    kind : str
        `film`, `person`, `character`, `theme`, `genre`, `place`, …
    label : str
        Its human name, without the year.
    year : int, optional
        Of a film.
    note : str
        What tells it from others of that name: `known for Alien (1979)`.

    Examples
    --------
    >>> print(Entity(IRI("https://w3id.org/filmgraph/film/alien-1979"), "film", "Alien", 1979))
    Alien (1979)
    """

    iri: IRI
    kind: str
    label: str
    year: int | None = None
    note: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.label} ({self.year})" if self.year is not None else self.label

    @property
    def curie(self) -> str:
        """The short name: `film/alien-1979`."""
        return curie(self.iri)

    def _repr_html_(self) -> str:
        note = f" <small>{html.escape(self.note)}</small>" if self.note else ""
        return f"<b>{html.escape(str(self))}</b> <code>{html.escape(self.curie)}</code>{note}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, with who says so and from which level on it may be seen.

    Attributes
    ----------
    subject, predicate : IRI
    object : IRI, str, int, …
        An IRI, or the value of a literal.
    sources : tuple of str
        Names of the sources that say so.
    level : str
        `open`, `plot` or `ending`.
    """

    subject: IRI
    predicate: IRI
    object: Cell
    sources: tuple[str, ...] = ()
    level: Level = "open"

    def __str__(self) -> str:
        return f"{curie(self.subject)} {curie(self.predicate)} {cell_text(self.object)}"


@dataclass(frozen=True, slots=True)
class Answer(Sequence[tuple[Cell, ...]]):
    """Columns and rows.

    Attributes
    ----------
    columns : tuple of str
    rows : tuple of tuple
        One tuple a row, as long as `columns`.
    truncated : bool
        Whether there were more rows than the limit let through.
    limit : int, optional
        The limit that was in force.
    title : str
        What was asked.

    Examples
    --------
    >>> answer = Answer(("film", "year"), (("Alien", 1979),))
    >>> print(answer)
    film  | year
    ----- | ----
    Alien | 1979
    >>> answer[0], len(answer)
    (('Alien', 1979), 1)
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False
    limit: int | None = None
    title: str = ""

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[Cell, ...], ...]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """The values of one column.

        Raises
        ------
        OptionError
            If there is no such column.

        Examples
        --------
        >>> Answer(("film",), (("Alien",), ("Aliens",))).column("film")
        ('Alien', 'Aliens')
        """
        if name not in self.columns:
            raise OptionError(
                f"The answer has no column {name!r}; it has: {', '.join(self.columns) or 'none'}."
            )
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def as_dicts(self) -> list[dict[str, Cell]]:
        """One mapping a row.

        Examples
        --------
        >>> Answer(("film",), (("Alien",),)).as_dicts()
        [{'film': 'Alien'}]
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_json(self) -> str:
        """A JSON object: `columns`, `rows`, `truncated`.

        JSON has no infinite numbers: they become the texts `INF`, `-INF` and `NaN`.

        Examples
        --------
        >>> Answer(("film",), (("Alien",),)).to_json()
        '{"columns": ["film"], "rows": [["Alien"]], "truncated": false}'
        """
        body: Mapping[str, object] = {
            "columns": self.columns,
            "rows": [[_finite(cell) for cell in row] for row in self.rows],
            "truncated": self.truncated,
        }
        return json.dumps(body, ensure_ascii=False)

    def to_csv(self) -> str:
        """Comma-separated values (RFC 4180) with a head line; lines end in CR LF.

        Examples
        --------
        >>> Answer(("film", "year"), (("Me, Myself", 2000),)).to_csv()
        'film,year\\r\\n"Me, Myself",2000\\r\\n'
        """
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return buffer.getvalue()

    def to_pandas(self) -> "pandas.DataFrame":
        """A pandas DataFrame.

        Raises
        ------
        MissingDependency
            If pandas is not installed.

        Examples
        --------
        >>> Answer(("film",), (("Alien",),)).to_pandas().shape
        (1, 1)
        """
        try:
            import pandas as pd
        except ImportError:
            raise MissingDependency(
                "to_pandas needs pandas, which is not installed.",
                hint="Install it with: pip install pandas",
            ) from None
        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def __str__(self) -> str:
        lines = [list(self.columns), [], *([cell_text(cell) for cell in row] for row in self.rows)]
        widths = [
            max(1, *(_width(line[index]) for line in lines if line))
            for index in range(len(self.columns))
        ]
        lines[1] = ["-" * width for width in widths]
        padded = (
            " | ".join(
                cell + " " * (width - _width(cell))
                for cell, width in zip(line, widths, strict=True)
            ).rstrip()
            for line in lines
        )
        return "\n".join(padded) + self._note("\n")

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell_text(cell))}</td>" for cell in row) + "</tr>"
            for row in self.rows
        )
        note = html.escape(self._note(""))
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"{table}<p>{note}</p>" if note else table

    def _note(self, before: str) -> str:
        if not self.truncated:
            return ""
        return f"{before}(cut at {len(self.rows)} rows; there are more)"


def check_kind(kind: str | None) -> str | None:
    """The kind, where there is such a one; None stands for any.

    Raises
    ------
    OptionError
        If there is no such kind of entity.

    Examples
    --------
    >>> check_kind("flim")
    Traceback (most recent call last):
    filmgraph.errors.OptionError: There is no kind 'flim'. Did you mean: film?
    """
    if kind is None or kind in KINDS:
        return kind
    near = get_close_matches(kind, KINDS)
    hint = "" if near else f"The kinds are: {', '.join(KINDS)}."
    raise OptionError(f"There is no kind {kind!r}.", candidates=near, hint=hint)


def cell_text(cell: Cell) -> str:
    """A cell as a table shows it: short names for IRIs, one line, nothing that is a command.

    Examples
    --------
    >>> cell_text(IRI("https://w3id.org/filmgraph/film/alien-1979")), cell_text(True)
    ('film/alien-1979', 'yes')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return printable(curie(cell)) if isinstance(cell, str) else str(cell)


def printable(text: str) -> str:
    """The text as one line, without what a terminal or a page would take for a command.

    Line breaks become spaces; control characters and the marks that turn the direction of
    writing become `�`.

    Examples
    --------
    >>> printable("Blade\\nRunner\\x1b[31m")
    'Blade Runner�[31m'
    """
    if text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else "�"


def _width(text: str) -> int:
    """How many columns of a terminal a line takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(one) or one in _JOINERS
        else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


def _finite(cell: Cell) -> Cell:
    if not isinstance(cell, float) or math.isfinite(cell):
        return cell
    return "NaN" if math.isnan(cell) else ("INF" if cell > 0 else "-INF")
