"""Walking from entity to entity: the ways that lead on from each."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from filmgraph.options import check_word

__all__ = ["ROLES", "Walk", "Ways"]

_E_co = TypeVar("_E_co", covariant=True)

ROLES: Final = {
    "actor": "ACTED_IN",
    "director": "DIRECTED",
    "writer": "WROTE",
    "producer": "PRODUCED",
    "composer": "COMPOSED",
    "cinematographer": "SHOT",
    "editor": "EDITED",
    "contributor": "CONTRIBUTED_TO",
}
"""Part that a person has in a film: the kind of edge that says so."""


def _credited(role: str | None) -> tuple[str, ...]:
    if role is None:
        return tuple(ROLES.values())
    return (ROLES[check_word(role, ROLES, "role")],)


class Ways(ABC, Generic[_E_co]):
    """What can be walked from: one entity, or all that a walk has come to.

    Each way is a step along the edges that lead to what it is named after, whichever way they
    point; a walk begun at nothing leads to nothing.

    Examples
    --------
    >>> import filmgraph
    >>> cage = filmgraph.open().person("Nicolas Cage")
    >>> [str(film) for film in cage.films(role="actor", years=(1995, 1995))]
    ['Kiss of Death (1995)', 'Leaving Las Vegas (1995)']
    """

    __slots__ = ()

    @abstractmethod
    def along(
        self,
        *predicates: str,
        kind: str | None = None,
        direction: str = "both",
        years: tuple[int, int] | None = None,
        weight: str | None = None,
    ) -> "Walk[_E_co]":
        """What some edges lead to."""

    def films(
        self,
        *,
        role: str | None = None,
        years: tuple[int, int] | None = None,
        weight: str | None = None,
    ) -> "Walk[_E_co]":
        """The films: of people, of themes, of places, …

        Parameters
        ----------
        role : str, optional
            Only those in which a person is `actor`, `director`, `writer`, `producer`,
            `composer`, `cinematographer`, `editor` or `contributor`.
        years : (int, int), optional
            Only those of the first year to the last.
        weight : str, optional
            Only those in which a theme counts at least so much: `minor`, `major`, `choice`.
        """
        predicates = () if role is None else _credited(role)
        return self.along(*predicates, kind="film", years=years, weight=weight)

    def people(self, *, role: str | None = None) -> "Walk[_E_co]":
        """The people: of films (of one role, as `films` has them), of characters."""
        predicates = () if role is None else _credited(role)
        return self.along(*predicates, kind="person")

    def characters(self) -> "Walk[_E_co]":
        """The characters: of films, of people who play them, of themes said of them."""
        return self.along(kind="character")

    def themes(self, *, weight: str | None = None) -> "Walk[_E_co]":
        """The themes: of films (that count at least so much), of characters."""
        return self.along(kind="theme", weight=weight)

    def genres(self) -> "Walk[_E_co]":
        """The genres of films."""
        return self.along(kind="genre")

    def places(self) -> "Walk[_E_co]":
        """The places in which films are set or were made."""
        return self.along(kind="place")

    def periods(self) -> "Walk[_E_co]":
        """The times in which films are set."""
        return self.along(kind="period")

    def series(self) -> "Walk[_E_co]":
        """The series of films."""
        return self.along(kind="series")

    def organizations(self) -> "Walk[_E_co]":
        """The companies of films."""
        return self.along(kind="organization")

    def motifs(self) -> "Walk[_E_co]":
        """The motifs of films."""
        return self.along(kind="motif")

    def events(self) -> "Walk[_E_co]":
        """What happens in films, or what characters take part in."""
        return self.along(kind="event")


class Walk(Ways[_E_co], Sequence[_E_co]):
    """All that a walk has come to: entities, those that most ways lead to first, ties by IRI."""

    __slots__ = ()

    @property
    @abstractmethod
    def ways(self) -> tuple[int, ...]:
        """How many ways lead to each entity, in their order."""

    @abstractmethod
    def without(self, *entities: object) -> "Walk[_E_co]":
        """The same but for some entities, or for all that another walk has come to."""

    @abstractmethod
    def only(self, *entities: object) -> "Walk[_E_co]":
        """Of these, the given entities, or those that another walk has come to as well."""

    @abstractmethod
    def first(self, limit: int) -> "Walk[_E_co]":
        """The first of them."""
