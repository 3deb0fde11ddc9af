"""Answers: columns and rows."""

import csv
import html
import io
import json
import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmgraph.errors import MissingDependency, OptionError
from filmgraph.values.listed import Listed
from filmgraph.values.text import Cell, cell_text, printable, text_width

if TYPE_CHECKING:
    import pandas

__all__ = ["Answer", "Tabular"]


@dataclass(frozen=True, slots=True)
class Answer(Listed[tuple[Cell, ...]]):
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

    @property
    def _listed(self) -> tuple[tuple[Cell, ...], ...]:
        return self.rows

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
        columns = [printable(name) for name in self.columns]
        lines = [columns, [], *([cell_text(cell) for cell in row] for row in self.rows)]
        widths = [
            max(1, *(text_width(line[index]) for line in lines if line))
            for index in range(len(self.columns))
        ]
        lines[1] = ["-" * wide for wide in widths]
        padded = (
            " | ".join(
                cell + " " * (width - text_width(cell))
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


class Tabular(ABC):
    """A value that can be said in columns and rows."""

    __slots__ = ()

    @abstractmethod
    def answer(self) -> Answer:
        """It as columns and rows."""

    def to_pandas(self) -> "pandas.DataFrame":
        """Its rows as a pandas DataFrame.

        Raises
        ------
        MissingDependency
            If pandas is not installed.
        """
        return self.answer().to_pandas()

    def to_json(self) -> str:
        """A JSON object: `columns`, `rows` and `truncated`."""
        return self.answer().to_json()


def _finite(cell: Cell) -> Cell:
    if not isinstance(cell, float) or math.isfinite(cell):
        return cell
    return "NaN" if math.isnan(cell) else ("INF" if cell > 0 else "-INF")
