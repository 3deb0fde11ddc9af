"""Entities that many films name: people, places, themes, … and what is known of each.

They are written once, after all films, with the label that is used most and from the lowest level
on at which anything names them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from filmgraph.names import IRI
from filmgraph.statements.saying import Mention
from filmgraph.vocabulary import FG, SCHEMA

__all__ = ["CLASSES", "SharedEntities", "SharedEntity"]

CLASSES: dict[str, IRI] = {
    "person": SCHEMA.Person,
    "organization": SCHEMA.Organization,
    "place": SCHEMA.Place,
    "theme": FG.Theme,
    "genre": FG.Genre,
    "period": FG.Period,
    "series": SCHEMA.MovieSeries,
}
"""Kind of shared entity: its class."""

_OWN_NAME = 1_000_000
"""How much a concept's own record counts for its label, against a film that names it."""


@dataclass(slots=True)
class SharedEntity:
    """What the films and sources call an entity.

    Attributes
    ----------
    labels : dict
        (rank of level, source, label): how often.
    identifiers : dict
        (source, identifier in another data set): lowest rank of level.
    degree : list of int
        Films that name it, by rank of level.
    known_for : list
        By rank of level: (order, film) of the film it is best known for; the lowest wins.
    """

    iri: IRI
    kind: str
    labels: dict[tuple[int, str, str], int] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], int] = field(default_factory=dict)
    degree: list[int] = field(default_factory=lambda: [0, 0, 0])
    known_for: list[tuple[tuple[int, int, str], IRI] | None] = field(
        default_factory=lambda: [None, None, None]
    )

    @property
    def rank(self) -> int:
        """The lowest rank at which anything names it."""
        return min(key[0] for key in self.labels)

    def spellings(self, at: int) -> list[str]:
        """Its labels up to a rank, the most used first, ties in alphabetical order."""
        counts: dict[str, int] = {}
        for (number, _, label), count in self.labels.items():
            if number <= at:
                counts[label] = counts.get(label, 0) + count
        return sorted(counts, key=lambda label: (-counts[label], label))

    def said_by(self) -> Iterator[tuple[str, int, str]]:
        """(source, lowest rank, most used label) of each source, sorted by source."""
        best: dict[str, tuple[int, int, str]] = {}
        for (number, source, label), count in self.labels.items():
            mine = (number, -count, label)
            if source not in best or mine < best[source]:
                best[source] = mine
        for source in sorted(best):
            yield source, best[source][0], best[source][2]


class SharedEntities:
    """The register of shared entities, filled while the films are written."""

    def __init__(self) -> None:
        self._entities: dict[IRI, SharedEntity] = {}

    def __iter__(self) -> Iterator[SharedEntity]:
        return (self._entities[iri] for iri in sorted(self._entities))

    def __len__(self) -> int:
        return len(self._entities)

    def film(self, film: IRI, year: int | None, said: dict[str, list[Mention]]) -> None:
        """Take in what the sources of one film mention: source name to its mentions."""
        best: dict[IRI, tuple[int, int]] = {}
        for source, mentions in said.items():
            for one in mentions:
                if one.kind not in CLASSES:
                    continue
                entity = self._named(one.iri, one.kind, (one.rank, source, one.label))
                if one.identifier:
                    key = (source, one.identifier)
                    number = entity.identifiers.get(key, one.rank)
                    entity.identifiers[key] = min(number, one.rank)
                mine = (one.rank, one.prominence)
                if one.iri not in best or mine < best[one.iri]:
                    best[one.iri] = mine
        for iri, (lowest, prominence) in best.items():
            entity = self._entities[iri]
            # A film that several sources describe is the better known one.
            order = ((prominence, -len(said), f"{year or 9999} {film}"), film)
            for at in range(lowest, 3):
                entity.degree[at] += 1
                known = entity.known_for[at]
                if known is None or order < known:
                    entity.known_for[at] = order

    def concept(self, iri: IRI, kind: str, source: str, name: str, weight: int = _OWN_NAME) -> None:
        """Take in a concept's own record, or (with weight 1) that another one names it."""
        self._named(iri, kind, (0, source, name), weight)

    def get(self, iri: IRI) -> SharedEntity | None:
        """The entity of an IRI, if anything names it."""
        return self._entities.get(iri)

    def _named(
        self, iri: IRI, kind: str, key: tuple[int, str, str], weight: int = 1
    ) -> SharedEntity:
        entity = self._entities.get(iri)
        if entity is None:
            entity = self._entities[iri] = SharedEntity(iri, kind)
        entity.labels[key] = entity.labels.get(key, 0) + weight
        return entity
