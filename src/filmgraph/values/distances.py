"""How far everything is from an entity, and what is nearest to all."""

import html
from bisect import bisect_right
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from itertools import accumulate, chain, repeat

from filmgraph.values.answer import Answer, Tabular
from filmgraph.values.entity import Entity
from filmgraph.values.listed import Listed
from filmgraph.values.text import counted, noun

__all__ = ["Central", "Centre", "Distances"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Distances(Tabular, Mapping[Entity, int]):
    """How many steps it takes from one entity to others of a kind.

    A mapping of the entities that are reached to their steps, the nearest first, ties by IRI.  The
    start is among them, with 0 steps, where it is of that kind.  Two are equal if they map the same
    entities to the same steps.

    Attributes
    ----------
    start : Entity
    kind : str
        The kind of entity that is counted.
    reached : sequence of Entity
        The nearest first, ties by IRI; each is read when it is asked for.
    counts : mapping of int to int
        Steps, the fewest first: how many entities are so far.
    unreached : int
        How many of that kind no path leads to, or none that is short enough.
    max_steps : int, optional
        How many steps were gone at most; None where there was no such limit.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open()
    >>> bacon = graph.distances("Kevin Bacon", via="ACTED_IN")
    >>> bacon[graph.person("Nicolas Cage")]
    4
    >>> bacon
    <Distances from Kevin Bacon to 26,411 people>
    """

    start: Entity
    kind: str
    reached: Sequence[Entity]
    counts: Mapping[int, int]
    unreached: int = 0
    max_steps: int | None = None

    @property
    def mean(self) -> float:
        """The mean of the steps to all that are reached but itself; 0 where nothing is."""
        others = len(self) - self.counts.get(0, 0)
        return sum(steps * count for steps, count in self.counts.items()) / max(1, others)

    def at(self, steps: int) -> tuple[Entity, ...]:
        """The entities that are so many steps away.

        Examples
        --------
        >>> import filmgraph
        >>> alien = filmgraph.open().distances("Alien (1979)", "person")
        >>> [one.label for one in alien.at(1)][-1]
        'Yaphet Kotto'
        """
        before = sum(count for nearer, count in self.counts.items() if nearer < steps)
        return tuple(self.reached[before : before + self.counts.get(steps, 0)])

    def summary(self) -> Answer:
        """One row a distance: how many entities are so far."""
        title = f"Steps from {self.start}"
        return Answer(("steps", noun(self.kind, 2)), tuple(self.counts.items()), title=title)

    def answer(self) -> Answer:
        """One row an entity, the nearest first."""
        rows = tuple((str(one), steps, one.iri) for one, steps in self.items())
        return Answer((self.kind, "steps", "iri"), rows, title=f"Steps from {self.start}")

    def __getitem__(self, entity: Entity) -> int:
        try:
            place = self.reached.index(entity)
        except ValueError:
            raise KeyError(_no_key(entity)) from None
        ends = list(accumulate(self.counts.values()))
        return list(self.counts)[bisect_right(ends, place)]

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.reached)

    def __len__(self) -> int:
        return len(self.reached)

    def items(self) -> ItemsView[Entity, int]:
        """Each entity with its steps, the nearest first."""
        return _Items(self)

    def values(self) -> ValuesView[int]:
        """The steps, the fewest first."""
        return _Values(self)

    def __repr__(self) -> str:
        return f"<Distances from {self.start} to {counted(len(self), self.kind)}>"

    def __str__(self) -> str:
        table = [str(self.summary())] if self.counts else []
        return "\n".join([f"Steps from {self.start}", *table, *self._notes()])

    def _notes(self) -> Iterator[str]:
        within = "" if self.max_steps is None else f" within {self.max_steps} steps"
        if set(self.counts) - {0}:
            yield f"mean {self.mean:.2f}"
        else:
            yield f"no {'other ' if self.counts else ''}{self.kind} is reached{within}"
        if self.unreached:
            are = "is" if self.unreached == 1 else "are"
            yield f"({counted(self.unreached, self.kind)} {are} not reached{within})"

    def _repr_html_(self) -> str:
        notes = "<br>".join(self._notes())
        head = f"<p>Steps from {html.escape(str(self.start))}</p>"
        return f"{head}{self.summary()._repr_html_()}<p>{notes}</p>"


def _no_key(entity: object) -> object:
    """What to say of what is no key."""
    if isinstance(entity, str):
        return f"{entity!r} is a name; the keys are entities, such as graph.person(name) gives"
    return entity


class _Values(ValuesView[int]):
    """The steps in their order, none of them looked up."""

    def __init__(self, distances: Distances) -> None:
        super().__init__(distances)
        self._distances = distances

    def __iter__(self) -> Iterator[int]:
        counts = self._distances.counts.items()
        return chain.from_iterable(repeat(steps, count) for steps, count in counts)


class _Items(ItemsView[Entity, int]):
    """The entities and their steps, none of them looked up."""

    def __init__(self, distances: Distances) -> None:
        super().__init__(distances)
        self._distances = distances

    def __iter__(self) -> Iterator[tuple[Entity, int]]:
        return zip(self._distances.reached, self._distances.values(), strict=True)


@dataclass(frozen=True, slots=True)
class Central:
    """An entity that others are near to.

    Attributes
    ----------
    entity : Entity
    mean : float
        The mean number of steps to all others of its kind that it is connected with.
    """

    entity: Entity
    mean: float

    def __str__(self) -> str:
        return f"{self.mean:.3f}  {self.entity}"


@dataclass(frozen=True, slots=True, repr=False)
class Centre(Tabular, Listed[Central]):
    """The entities of a kind that are nearest to all others of it, the nearest first.

    Attributes
    ----------
    kind : str
    members : tuple of Central
    among : int
        How many entities of the kind are connected with each other; the means are over these.
    measured : int
        Of how many of them the mean was worked out, so that the nearest are known: of all, or of
        those that are near to a sample.

    Examples
    --------
    >>> import filmgraph
    >>> print(filmgraph.open().centre(limit=3))
    Mean steps to 26,411 people
      5.236  Samuel L. Jackson
      5.262  Robert De Niro
      5.299  Bruce Willis
    (512 were measured, those nearest to a sample; exact=True measures all)
    """

    kind: str
    members: tuple[Central, ...]
    among: int
    measured: int

    @property
    def exact(self) -> bool:
        """Whether all were measured, so that none can be nearer."""
        return self.measured == self.among

    @property
    def truncated(self) -> bool:
        """Whether there are more."""
        return self.among > len(self.members)

    def answer(self) -> Answer:
        """One row an entity."""
        rows = tuple((str(one.entity), round(one.mean, 4), one.entity.iri) for one in self.members)
        columns = (self.kind, "mean steps", "iri")
        title = f"Nearest to every {self.kind}"
        return Answer(columns, rows, self.truncated, limit=len(rows), title=title)

    @property
    def _listed(self) -> tuple[Central, ...]:
        return self.members

    def __str__(self) -> str:
        if not self.members:
            return f"No two {noun(self.kind, 2)} are connected."
        lines = [f"  {one}" for one in self.members]
        head = f"Mean steps to {counted(self.among, self.kind)}"
        return "\n".join([head, *lines, *self._notes()])

    def __repr__(self) -> str:
        return f"<Centre of {counted(self.among, self.kind)}: the nearest {len(self):,}>"

    def _notes(self) -> Iterator[str]:
        if not self.exact:
            yield (
                f"({self.measured:,} were measured, those nearest to a sample; "
                "exact=True measures all)"
            )

    def _repr_html_(self) -> str:
        notes = "<br>".join([f"among {counted(self.among, self.kind)}", *self._notes()])
        return f"{self.answer()._repr_html_()}<p>{notes}</p>"
