"""What is around an entity, and what two entities share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.values.answer import Answer
from filmgraph.values.edges import Edge, GraphValue, Step
from filmgraph.values.entity import Entity
from filmgraph.values.listed import Listed
from filmgraph.values.text import Cell, noun

__all__ = ["Common", "Comparison", "Near", "Neighbourhood", "Neighbours", "Shared"]


@dataclass(frozen=True, slots=True, repr=False)
class Neighbours(GraphValue, Listed[Step]):
    """The steps that lead on from an entity: what tells most first.

    Attributes
    ----------
    centre : Entity
    steps : tuple of Step
    total : int
        How many there are, also where not all are here.
    """

    centre: Entity
    steps: tuple[Step, ...] = ()
    total: int = 0

    @property
    def truncated(self) -> bool:
        """Whether there are more."""
        return self.total > len(self.steps)

    def entities(self) -> tuple[Entity, ...]:
        """The entity, then those that the steps lead to, each once."""
        return tuple(dict.fromkeys((self.centre, *(step.end for step in self.steps))))

    def edges(self) -> tuple[Edge, ...]:
        """The edges of the steps."""
        return tuple(dict.fromkeys(step.edge for step in self.steps))

    def answer(self) -> Answer:
        """One row a step."""
        rows: list[tuple[Cell, ...]] = [
            (
                step.words,
                str(step.end),
                step.end.kind,
                step.edge.text or step.edge.weight or None,
                step.level,
                ", ".join(step.sources),
                step.end.iri,
            )
            for step in self.steps
        ]
        return Answer(
            ("predicate", "name", "kind", "text", "level", "sources", "iri"),
            tuple(rows),
            truncated=self.truncated,
            limit=len(rows),
            title=str(self.centre),
        )

    @property
    def _listed(self) -> tuple[Step, ...]:
        return self.steps

    def __str__(self) -> str:
        wide = max((len(step.words) for step in self.steps), default=0)
        lines = [f"  {one.words:{wide}}  {one.end}{one.edge.addition}" for one in self.steps]
        return "\n".join([str(self.centre), *lines, *(f"  {note}" for note in self._notes())])

    def __repr__(self) -> str:
        return f"<Neighbours of {self.centre}: {len(self):,} of {self.total:,}>"

    def _notes(self) -> Iterator[str]:
        if self.truncated:
            yield f"(and {self.total - len(self):,} more)"


@dataclass(frozen=True, slots=True)
class Near:
    """An entity of a neighbourhood.

    Attributes
    ----------
    entity : Entity
    steps : int
        How far it is from the centre.
    score : float
        How near it is: the centre itself would have 1.
    """

    entity: Entity
    steps: int
    score: float


@dataclass(frozen=True, slots=True, repr=False)
class Neighbourhood(GraphValue, Listed[Near]):
    """What lies within some steps of an entity, the nearest first.

    Attributes
    ----------
    centre : Entity
    members : tuple of Near
    links : tuple of Edge
        The edges among these entities and the centre.
    left_out : mapping of str to int
        Kind: how many more lie within the steps.
    passed_by : tuple of Entity
        Hubs that lie within the steps and were not walked through.
    """

    centre: Entity
    members: tuple[Near, ...] = ()
    links: tuple[Edge, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    passed_by: tuple[Entity, ...] = ()

    @property
    def truncated(self) -> bool:
        """Whether more lies within the steps."""
        return bool(self.left_out)

    @property
    def more(self) -> str:
        """What is left out, in words: `12 more films, 1 more theme`."""
        return ", ".join(
            f"{count:,} more {noun(kind, count)}" for kind, count in self.left_out.items()
        )

    def entities(self) -> tuple[Entity, ...]:
        """The centre, then the members."""
        return (self.centre, *(one.entity for one in self.members))

    def edges(self) -> tuple[Edge, ...]:
        """The edges among them."""
        return self.links

    def answer(self) -> Answer:
        """One row a member."""
        rows = tuple(
            (str(one.entity), one.entity.kind, one.steps, round(one.score, 4), one.entity.iri)
            for one in self.members
        )
        columns = ("name", "kind", "steps", "score", "iri")
        title = f"Around {self.centre}"
        return Answer(columns, rows, self.truncated, limit=len(rows), title=title)

    @property
    def _listed(self) -> tuple[Near, ...]:
        return self.members

    def __str__(self) -> str:
        lines = [f"  {one.score:.3f}  {one.entity}  ({one.entity.kind})" for one in self.members]
        return "\n".join([str(self.centre), *lines, *(f"  {note}" for note in self._notes())])

    def __repr__(self) -> str:
        more = sum(self.left_out.values())
        return f"<Neighbourhood of {self.centre}: {len(self):,} of {len(self) + more:,}>"

    def _notes(self) -> Iterator[str]:
        if self.left_out:
            yield f"(left out: {self.more})"
        if self.passed_by:
            hubs = ", ".join(map(str, self.passed_by))
            yield f"(not walked through, as they lead everywhere: {hubs})"


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two entities have in common.

    Attributes
    ----------
    entity : Entity
    rarity : float
        1 for what nothing else has, towards 0 for what everything has.
    first, second : tuple of Step
        How the one and the other lead to it: one step, or two where a film is between.
    """

    entity: Entity
    rarity: float
    first: tuple[Step, ...]
    second: tuple[Step, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Common(GraphValue, Listed[Shared]):
    """What two entities share, by kind and then the rarest first.

    Attributes
    ----------
    one, other : Entity
    shared : tuple of Shared
    total : int
        How many there are, also where not all are here.
    """

    one: Entity
    other: Entity
    shared: tuple[Shared, ...] = ()
    total: int = 0

    @property
    def truncated(self) -> bool:
        """Whether there is more."""
        return self.total > len(self.shared)

    def entities(self) -> tuple[Entity, ...]:
        """The two, then what they share and what is between."""
        between = (step.end for one in self.shared for step in (*one.first, *one.second))
        return tuple(dict.fromkeys((self.one, self.other, *between)))

    def edges(self) -> tuple[Edge, ...]:
        """The edges of all steps, each once."""
        steps = (step for one in self.shared for step in (*one.first, *one.second))
        return tuple(dict.fromkeys(edge for step in steps for edge in step.edges))

    def answer(self) -> Answer:
        """One row a shared entity."""
        rows = tuple(
            (
                one.entity.kind,
                str(one.entity),
                _told(one.first),
                _told(one.second),
                round(one.rarity, 3),
                one.entity.iri,
            )
            for one in self.shared
        )
        columns = ("kind", "name", str(self.one), str(self.other), "rarity", "iri")
        title = f"What {self.one} and {self.other} have in common"
        return Answer(columns, rows, self.truncated, limit=len(rows), title=title)

    @property
    def _listed(self) -> tuple[Shared, ...]:
        return self.shared

    def __str__(self) -> str:
        rows = [_without_iri(self.answer())] if self.shared else []
        return "\n".join([*rows, *self._notes()])

    def __repr__(self) -> str:
        return f"<Common to {self.one} and {self.other}: {len(self):,} of {self.total:,}>"

    def _notes(self) -> Iterator[str]:
        if self.truncated:
            yield f"(and {self.total - len(self):,} more)"
        elif not self.shared:
            yield f"{self.one} and {self.other} have nothing in common that may be seen."


def _without_iri(answer: Answer) -> str:
    """A table without its last column, as people read it."""
    return str(Answer(answer.columns[:-1], tuple(row[:-1] for row in answer.rows)))


def _told(steps: Sequence[Step]) -> str:
    """How steps lead to something, without where they begin."""
    parts = [f"{step.words} {step.end}{step.edge.addition}" for step in steps[:-1]]
    last = steps[-1]
    return ", ".join([*parts, f"{last.words}{last.edge.addition}"])


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(GraphValue):
    """Two films side by side.

    Attributes
    ----------
    one, other : Entity
    both : tuple of (Step, Step)
        What both have: the step from the one, and from the other.
    only_one, only_other : tuple of Step
        What only the one, and only the other has.
    """

    one: Entity
    other: Entity
    both: tuple[tuple[Step, Step], ...] = ()
    only_one: tuple[Step, ...] = ()
    only_other: tuple[Step, ...] = ()

    def entities(self) -> tuple[Entity, ...]:
        """The two films, then all that either has."""
        ends = (step.end for step in self._steps())
        return tuple(dict.fromkeys((self.one, self.other, *ends)))

    def edges(self) -> tuple[Edge, ...]:
        """The edges of all steps, each once."""
        return tuple(dict.fromkeys(edge for step in self._steps() for edge in step.edges))

    def _steps(self) -> Iterator[Step]:
        for pair in self.both:
            yield from pair
        yield from self.only_one
        yield from self.only_other

    def answer(self) -> Answer:
        """One row for each thing that either has: how it is linked with the one and the other."""
        rows: list[tuple[Cell, ...]] = [
            (a.end.kind, str(a.end), _told((a,)), _told((b,)), a.end.iri) for a, b in self.both
        ]
        rows += [(a.end.kind, str(a.end), _told((a,)), None, a.end.iri) for a in self.only_one]
        rows += [(b.end.kind, str(b.end), None, _told((b,)), b.end.iri) for b in self.only_other]
        columns = ("kind", "name", str(self.one), str(self.other), "iri")
        return Answer(columns, tuple(rows), title=f"{self.one} and {self.other}")

    def __str__(self) -> str:
        return _without_iri(self.answer())

    def __repr__(self) -> str:
        return f"<Comparison of {self.one} and {self.other}>"
