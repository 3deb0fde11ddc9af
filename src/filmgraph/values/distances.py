"""How far everything is from an entity, and what is nearest to all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from filmgraph.values.answer import Answer
from filmgraph.values.entity import Entity

__all__ = ["Central", "Centre", "Distances"]


@dataclass(frozen=True, slots=True)
class Distances(Mapping[Entity, int]):
    """How many steps it takes from one entity to others of a kind.

    A mapping of the entities that are reached to their steps, the nearest first, ties by IRI.

    Attributes
    ----------
    start : Entity
    kind : str
        The kind of entity that is counted.
    steps : mapping of Entity to int
    unreached : int
        How many of that kind no path leads to.
    """

    start: Entity
    kind: str
    steps: Mapping[Entity, int]
    unreached: int = 0

    @property
    def counts(self) -> dict[int, int]:
        """Steps: how many entities are so far."""
        counted: dict[int, int] = {}
        for steps in self.steps.values():
            counted[steps] = counted.get(steps, 0) + 1
        return counted

    @property
    def mean(self) -> float:
        """The mean of the steps to all that are reached but itself; 0 where nothing is."""
        others = [steps for steps in self.steps.values() if steps]
        return sum(others) / len(others) if others else 0.0

    def answer(self) -> Answer:
        """One row a distance: how many entities are so far."""
        title = f"Steps from {self.start}"
        return Answer(("steps", self.kind), tuple(sorted(self.counts.items())), title=title)

    def __getitem__(self, entity: Entity) -> int:
        return self.steps[entity]

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __str__(self) -> str:
        lines = [str(self.answer()), f"mean {self.mean:.2f}"]
        if self.unreached:
            lines.append(f"({self.unreached:,} of kind {self.kind} are not reached)")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return self.answer()._repr_html_()


@dataclass(frozen=True, slots=True)
class Central:
    """An entity that others are near to.

    Attributes
    ----------
    entity : Entity
    mean : float
        The mean number of steps to all of its kind that it is connected with.
    """

    entity: Entity
    mean: float


@dataclass(frozen=True, slots=True)
class Centre(Sequence[Central]):
    """The entities of a kind that are nearest to all others, the nearest first.

    Attributes
    ----------
    kind : str
    members : tuple of Central
    among : int
        How many entities of the kind are connected with each other, and were looked at.
    exact : bool
        Whether every one of them was measured; else the first are those of a sample's best.
    """

    kind: str
    members: tuple[Central, ...]
    among: int
    exact: bool

    def answer(self) -> Answer:
        """One row an entity."""
        rows = tuple((str(one.entity), round(one.mean, 4), one.entity.iri) for one in self.members)
        return Answer((self.kind, "mean steps", "iri"), rows, title=f"Nearest to every {self.kind}")

    @overload
    def __getitem__(self, index: int) -> Central: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Central, ...]: ...
    def __getitem__(self, index: int | slice) -> Central | tuple[Central, ...]:
        return self.members[index]

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[Central]:
        return iter(self.members)

    def __str__(self) -> str:
        lines = [f"  {one.mean:.3f}  {one.entity}" for one in self.members]
        return "\n".join([f"Mean steps to {self.among:,} of kind {self.kind}", *lines])

    def _repr_html_(self) -> str:
        return self.answer()._repr_html_()
