"""Things in the graph, and what is said of them."""

import html
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from filmgraph.errors import OptionError
from filmgraph.names import IRI, curie
from filmgraph.record import Level
from filmgraph.values.text import Cell, cell_text

__all__ = ["KINDS", "Entity", "Statement", "check_kind"]

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
