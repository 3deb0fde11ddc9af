"""What happens in a film, in the order of the telling or of the story."""

from collections.abc import Iterator
from dataclasses import dataclass

from filmgraph.record import Level
from filmgraph.values.answer import Answer
from filmgraph.values.edges import Edge, GraphValue
from filmgraph.values.entity import Entity
from filmgraph.values.listed import Listed
from filmgraph.values.text import Cell, printable

__all__ = ["Happened", "Timeline"]


@dataclass(frozen=True, slots=True)
class Happened:
    """One telling of an event.

    Attributes
    ----------
    event : Entity
        Its label says what happens.
    told : int
        Its place among the tellings that may be seen, counted from 1; 0 where it is not known
        where the film tells it.
    story : int, optional
        Its place in the story among the events that may be seen, where that is known.
    mode : str
        `scene`, `flashback`, `dream`, …
    strand : str
        The strand of the story; empty where there is one only.
    who : tuple of (Entity, str)
        Characters, and the parts they play in it (or an empty text).
    where : str
        The place; empty where it is not known.
    level : str
    sources : tuple of str
    quotes : tuple of str
        The sentences that say so.
    """

    event: Entity
    told: int
    story: int | None = None
    mode: str = "scene"
    strand: str = ""
    who: tuple[tuple[Entity, str], ...] = ()
    where: str = ""
    level: Level = "plot"
    sources: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return printable(self.event.label)


@dataclass(frozen=True, slots=True)
class Timeline(GraphValue, Listed[Happened]):
    """What happens in a film, in one of its two orders.

    Attributes
    ----------
    film : Entity
    order : str
        `told` or `story`.
    events : tuple of Happened
        In story order each event stands once, where it is first told.
    source : str
        The source whose timeline this is; orders of two sources are not mixed.
    sources : tuple of str
        All sources that tell what happens in the film.
    structures : tuple of str
        How the two orders go together: `frame`, `reverse`, …
    tau : float, optional
        Kendall's tau of the two orders: 1 told as it happens, -1 in reverse; None where no two
        events are known to come one after the other.
    jumps : int
        How often the telling leaves the story's order.
    links : tuple of Edge
        Who takes part in what, and what is before what.
    """

    film: Entity
    order: str
    events: tuple[Happened, ...] = ()
    source: str = ""
    sources: tuple[str, ...] = ()
    structures: tuple[str, ...] = ()
    tau: float | None = None
    jumps: int = 0
    links: tuple[Edge, ...] = ()

    def entities(self) -> tuple[Entity, ...]:
        """The film, the events and the characters."""
        found = (one for each in self.events for one in (each.event, *(who for who, _ in each.who)))
        return tuple(dict.fromkeys((self.film, *found)))

    def edges(self) -> tuple[Edge, ...]:
        """The edges between them."""
        return self.links

    def answer(self) -> Answer:
        """One row a telling."""
        rows: list[tuple[Cell, ...]] = [
            (
                one.told or None,
                one.story,
                one.event.label,
                "; ".join(f"{who} ({part})" if part else str(who) for who, part in one.who) or None,
                one.where or None,
                one.strand or None,
                one.mode,
                one.level,
                ", ".join(one.sources),
                one.event.iri,
            )
            for one in self.events
        ]
        columns = (
            *("told", "story", "what", "who", "where", "strand", "mode", "level", "sources"),
            "iri",
        )
        title = f"{self.film}, in the order of the {self._order}"
        return Answer(columns, tuple(rows), title=title)

    @property
    def _order(self) -> str:
        return "film" if self.order == "told" else "story"

    @property
    def _listed(self) -> tuple[Happened, ...]:
        return self.events

    def __str__(self) -> str:
        if not self.events:
            return f"{printable(str(self.film))}\n  Nothing that happens in it may be seen."
        wide = max(len(self._place(one)) for one in self.events)
        strands = max(len(one.strand) for one in self.events)
        lines = [f"  {self._place(one):>{wide}}  {self._line(one, strands)}" for one in self.events]
        head = f"{self.film}, in the order of the {self._order}"
        return "\n".join([printable(head), *lines, *self._notes()])

    def _place(self, one: Happened) -> str:
        place = one.told if self.order == "told" else one.story
        return str(place) if place else "-"

    def _line(self, one: Happened, strands: int) -> str:
        strand = f"{one.strand:{strands}}  " if strands else ""
        mode = f"  [{one.mode}]" if one.mode != "scene" else ""
        return printable(f"{strand}{one.event.label}{mode}")

    def _notes(self) -> Iterator[str]:
        if self.structures:
            yield f"  ({', '.join(self.structures)})"
        if self.tau is not None:
            yield f"  (tau {self.tau:.2f}, {self.jumps} jumps)"
        others = [one for one in self.sources if one != self.source]
        if others:
            yield f"  (from {self.source}; also told by {', '.join(others)})"
