"""Things in the graph, and what is said of them."""

import html
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Protocol

from filmgraph.errors import OptionError, shown
from filmgraph.names import IRI, curie
from filmgraph.record import Level
from filmgraph.values.text import Cell, cell_text, printable
from filmgraph.values.walk import Walk, Ways

__all__ = ["KINDS", "Entity", "Home", "Statement", "check_kind"]

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
    "identity",
)
"""Kinds of entity that have names."""


class Home(Protocol):
    """The graph that an entity came from, as far as an entity asks it."""

    def walk(self, *start: "Entity") -> "Walk[Entity]":
        """A walk that begins at some entities."""

    def draw_value(self, value: object, path: str | Path) -> Path:
        """Write a picture of a value that has entities and edges."""


@dataclass(frozen=True, slots=True, order=True)
class Entity(Ways["Entity"]):
    """A thing in the graph.

    One that came from a graph can be walked from: see `Ways` for `films`, `people`, `themes`, ….

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
    home : Home, optional
        The graph that it came from.

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
    home: Home | None = field(default=None, compare=False, repr=False)

    def __reduce__(self) -> tuple[type["Entity"], tuple[object, ...]]:
        # A copy for another process or a file leaves its graph behind.
        return Entity, (self.iri, self.kind, self.label, self.year, self.note)

    def along(
        self,
        *predicates: str,
        kind: str | None = None,
        direction: str = "both",
        years: tuple[int, int] | None = None,
        weight: str | None = None,
    ) -> "Walk[Entity]":
        """What some edges of this entity lead to (see `Walk.along`).

        Examples
        --------
        >>> import filmgraph
        >>> filmgraph.open().film("alien 1979").along("DIRECTED")[0].label
        'Ridley Scott'
        """
        if self.home is None:
            raise OptionError(
                f"{self} was not taken from a graph, so one cannot walk from it.",
                hint=f"Get it from one: graph.entity({self.curie!r})",
            )
        start = self.home.walk(self)
        return start.along(*predicates, kind=kind, direction=direction, years=years, weight=weight)

    def __str__(self) -> str:
        label = printable(self.label)
        return f"{label} ({self.year})" if self.year is not None else label

    def attributes(self) -> dict[str, str | int]:
        """What is known of it, as other programs take it; what is not is left out.

        Examples
        --------
        >>> Entity(IRI("urn:x"), "film", "Alien", 1979).attributes()
        {'iri': 'urn:x', 'kind': 'film', 'label': 'Alien', 'year': 1979}
        """
        known: dict[str, str | int] = {"iri": self.iri, "kind": self.kind, "label": self.label}
        return known if self.year is None else {**known, "year": self.year}

    @property
    def curie(self) -> str:
        """The short name: `film/alien-1979`."""
        return curie(self.iri)

    def _repr_html_(self) -> str:
        note = f" <small>{html.escape(printable(self.note))}</small>" if self.note else ""
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


def check_kind(kind: object) -> str | None:
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
    if kind is None or (isinstance(kind, str) and kind in KINDS):
        return kind
    near = get_close_matches(kind, KINDS) if isinstance(kind, str) else []
    hint = "" if near else f"The kinds are: {', '.join(KINDS)}."
    raise OptionError(f"There is no kind {shown(kind)}.", candidates=near, hint=hint)
