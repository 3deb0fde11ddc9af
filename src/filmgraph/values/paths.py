"""How two entities are connected: paths of steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, get_args

from filmgraph.record import Level
from filmgraph.values.answer import Answer
from filmgraph.values.edges import Edge, GraphValue, Step
from filmgraph.values.entity import Entity
from filmgraph.values.listed import Listed

__all__ = ["Path", "Paths"]

_LEVELS: Final[tuple[Level, ...]] = get_args(Level)


@dataclass(frozen=True, slots=True, repr=False)
class Path(GraphValue, Listed[Step]):
    """How one entity is connected to another: a step from each to the next.

    Attributes
    ----------
    start : Entity
    steps : tuple of Step
        None where one entity is asked twice.

    Examples
    --------
    >>> import filmgraph
    >>> print(filmgraph.open().path("Alien (1979)", "Blade Runner (1982)"))
    Alien (1979)
      directed by  Ridley Scott
      directed     Blade Runner (1982)
    """

    start: Entity
    steps: tuple[Step, ...] = ()

    @property
    def end(self) -> Entity:
        """Where it leads to."""
        return self.steps[-1].end if self.steps else self.start

    @property
    def level(self) -> Level:
        """The highest level of its edges."""
        return max((edge.level for edge in self.edges()), key=_LEVELS.index, default="open")

    def entities(self) -> tuple[Entity, ...]:
        """The entities in their order."""
        return (self.start, *(step.end for step in self.steps))

    def edges(self) -> tuple[Edge, ...]:
        """The edges of its steps, those that tell most first at each."""
        return tuple(edge for step in self.steps for edge in step.edges)

    def reversed(self) -> "Path":
        """The same path the other way."""
        return Path(self.end, tuple(step.reversed() for step in reversed(self.steps)))

    def answer(self) -> Answer:
        """One row a step."""
        return Answer(
            ("step", "from", "predicate", "to", "text", "level", "sources"),
            tuple(
                (
                    number,
                    str(step.start),
                    step.words,
                    str(step.end),
                    step.edge.text or step.edge.weight,
                    step.level,
                    ", ".join(step.sources),
                )
                for number, step in enumerate(self.steps, 1)
            ),
            title=f"{self.start} to {self.end}",
        )

    @property
    def _listed(self) -> tuple[Step, ...]:
        return self.steps

    def __str__(self) -> str:
        wide = max((len(step.words) for step in self.steps), default=0)
        lines = [
            f"  {step.words:{wide}}  {step.end}{step.edge.addition}".rstrip() for step in self.steps
        ]
        return "\n".join([str(self.start), *lines])

    def __repr__(self) -> str:
        steps = "1 step" if len(self) == 1 else f"{len(self):,} steps"
        return f"<Path from {self.start} to {self.end} in {steps}>"


@dataclass(frozen=True, slots=True, repr=False)
class Paths(GraphValue, Listed[Path]):
    """Several paths between two entities, the shortest first.

    Attributes
    ----------
    start, end : Entity
    paths : tuple of Path
    truncated : bool
        Whether there are more; or there may be, where the search was cut.
    cut : str
        Why the search ended before all was seen; empty where it did not.
    """

    start: Entity
    end: Entity
    paths: tuple[Path, ...] = ()
    truncated: bool = False
    cut: str = ""

    def entities(self) -> tuple[Entity, ...]:
        """The entities of all paths, each once."""
        found = (one for path in self.paths for one in path.entities())
        return tuple(dict.fromkeys((self.start, self.end, *found)))

    def edges(self) -> tuple[Edge, ...]:
        """The edges of all paths, each once."""
        return tuple(dict.fromkeys(edge for path in self.paths for edge in path.edges()))

    def answer(self) -> Answer:
        """One row a step, with the number of its path."""
        rows = tuple(
            (number, *row)
            for number, path in enumerate(self.paths, 1)
            for row in path.answer().rows
        )
        columns = ("path", *Path(self.start).answer().columns)
        title = f"{self.start} to {self.end}"
        return Answer(columns, rows, truncated=self.truncated, title=title)

    @property
    def _listed(self) -> tuple[Path, ...]:
        return self.paths

    def __str__(self) -> str:
        return "\n".join([*_numbered(self.paths), *self._notes()])

    def __repr__(self) -> str:
        return f"<Paths from {self.start} to {self.end}: {len(self):,}>"

    def _notes(self) -> Iterable[str]:
        if self.truncated:
            paths = "1 path is" if len(self) == 1 else f"{len(self):,} paths are"
            yield f"({paths} shown; there {'may be' if self.cut else 'are'} more)"
        elif not self.paths:
            yield "There is no path."
        if self.cut:
            yield f"({self.cut})"


def _numbered(paths: Iterable[Path]) -> Iterator[str]:
    for number, path in enumerate(paths, 1):
        yield f"{number}. " + str(path).replace("\n", "\n   ")
