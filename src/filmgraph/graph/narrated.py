"""What happens in a film, in two orders."""

from collections.abc import Sequence
from typing import Final

from filmgraph.graph.opened import Named, Opened
from filmgraph.names import IRI
from filmgraph.narrative.timeline import timeline
from filmgraph.values import Edge, Timeline

__all__ = ["Narrated"]

_ALL_ROWS: Final = 10_000_000
"""More rows than a film's events have: a timeline is never cut."""


class Narrated(Opened):
    """What happens in a film, in two orders."""

    __slots__ = ()

    def timeline(self, film: Named, *, order: str = "told", source: str | None = None) -> Timeline:
        """What happens in a film, as the film tells it or as it happens in the story.

        What happens is of level `plot`, and how it turns out of level `ending`: at level `open` a
        timeline is empty, unless the film was `seen`.  Places are counted among what may be seen.

        Parameters
        ----------
        film : Entity, IRI or str
        order : str
            `told`, with each telling, or `story`, with each event once; what nobody knows the
            place of comes last.
        source : str, optional
            The source whose timeline it is; by default the one that tells most.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If the name is not that of one film; near matches are named.
        OptionError
            If there is no such order, or the source tells nothing of the film.

        Examples
        --------
        >>> import filmgraph
        >>> print(filmgraph.open().timeline("Casablanca (1942)"))
        Casablanca (1942)
          Nothing that happens in it may be seen.
        """
        this = self.film(film)
        door = self.door_for(this.iri)
        return timeline(
            this,
            lambda text: door.query(text, limit=_ALL_ROWS),
            self._edges_of,
            order=order,
            source=source,
        )

    def _edges_of(self, event: IRI) -> Sequence[Edge]:
        graph, reader = self.adjacency, self._reader()
        number = graph.number(event)
        if number is None:
            return ()
        return reader.edges(graph.files.slot_edge[graph.slots_of(number)].tolist())
