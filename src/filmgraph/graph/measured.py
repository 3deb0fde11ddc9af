"""Distances over the whole graph."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from filmgraph.arrays.choosing import choose_kinds
from filmgraph.arrays.closeness import closest
from filmgraph.arrays.distances import distances
from filmgraph.errors import OptionError
from filmgraph.graph.opened import Named, Opened
from filmgraph.graph.passing import Avoided, passing
from filmgraph.options import LIMITS, check_limit
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Central, Centre, Distances

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = ["Measured"]


class Measured(Opened):
    """Distances over the whole graph."""

    __slots__ = ()

    def distances(
        self,
        start: Named,
        kind: str | None = None,
        *,
        via: str | Iterable[str] | None = None,
        avoid: Avoided = None,
        years: tuple[int, int] | None = None,
        max_steps: int | None = None,
        max_degree: int | None = None,
    ) -> Distances:
        """How many steps it takes from one entity to all others of a kind.

        A step is one edge, whichever way it points: from a person to a film and on to another
        person are two.  So half the steps between two people, `via="ACTED_IN"`, are the films
        between them: the Bacon number of one, where the other is Kevin Bacon.

        Unless `via` says otherwise, a path goes through films, people, characters, series and
        events, as for `path`; it may begin and end at anything, also at what it may not go through.

        Parameters
        ----------
        start : Entity, IRI or str
        kind : str, optional
            `film`, `person`, `theme`, …; by default the kind of the start.
        via : str or iterable of str, optional
            Kinds of edge (`"ACTED_IN"`) that alone may be taken, and kinds of entity (`"film"`,
            `"theme"`) that alone may be walked through.
        avoid : str, Entity or iterable of these, optional
            Kinds of edge, kinds of entity, or single entities, to leave out.
        years : (int, int), optional
            Walk through films of these years only, from the first to the last.
        max_steps : int, optional
            Steps at most.
        max_degree : int, optional
            Walk through nothing that is linked with more entities.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If a name is not that of one entity; near matches are named.
        OptionError
            If a kind does not exist or a number is out of its range.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> print(graph.distances("Kevin Bacon", via="ACTED_IN", max_steps=6))
        Steps from Kevin Bacon
        steps | people
        ----- | ------
        0     | 1
        2     | 308
        4     | 10556
        6     | 10963
        mean 4.98
        (15,530 people are not reached within 6 steps)
        """
        passage = passing(self, via, avoid, years, max_degree)
        most = None if max_steps is None else check_limit(max_steps, None, "max_steps")
        node = self.node(start)
        number = int(self.adjacency.files.node_kind[node]) if kind is None else _number(kind)
        return distances(self._reader(), passage, node, number, most)

    def centre(
        self,
        kind: str = "person",
        *,
        via: str | Iterable[str] | None = None,
        avoid: Avoided = None,
        years: tuple[int, int] | None = None,
        limit: int | None = None,
        exact: bool = False,
        progress: "Progress | None" = None,
    ) -> Centre:
        """The entities of a kind with the least mean of steps to all others of that kind.

        Of people, unless `via` says otherwise, only acting counts, as in the game that calls Kevin
        Bacon the centre of Hollywood; all else is connected as for `path`.  It is measured in the
        part of the graph that holds most of the kind; the rest is not connected with it.

        The mean of an entity is exact.  Which entities have the least is known for sure only where
        all are measured, which takes a search from each of them: the time grows with their number
        times that of the edges.  Unless `exact`, searches from a sample of them, the same each
        time, say which are near to all, and the best of these are measured.

        Parameters
        ----------
        kind : str
            `person`, `film`, `theme`, …
        via : str or iterable of str, optional
            Kinds of edge (`"ACTED_IN"`) that alone may be taken, and kinds of entity (`"film"`,
            `"theme"`) that alone may be walked through.
        avoid : str, Entity or iterable of these, optional
            Kinds of edge, kinds of entity, or single entities, to leave out.
        years : (int, int), optional
            Walk through films of these years only, from the first to the last.
        limit : int, optional
            Entities at most.
        exact : bool
            Whether to measure all.
        progress : callable, optional
            `progress(step, done, total)`: of `sample`, then of `measure`, the searches so far.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If a name is not that of one entity; near matches are named.
        OptionError
            If a kind does not exist or a number is out of its range.

        Notes
        -----
        Closeness centrality, with the mean itself instead of its inverse.  Sample: Eppstein and
        Wang, *Fast Approximation of Centrality* (2001); measuring its best: Okamoto, Chen and Li,
        *Ranking of Closeness Centrality for Large-Scale Social Networks* (2008); many searches at
        once: Then et al., *The More the Merrier* (VLDB 2014).

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> print(graph.centre(years=(1930, 1939), limit=3))
        Mean steps to 1,729 people
          5.258  Loretta Young
          5.325  Ralph Bellamy
          5.410  Ginger Rogers
        (512 were measured, those nearest to a sample; exact=True measures all)
        """
        number = _number(kind)
        acting = via is None and NODE_KINDS[number] == "person"
        passage = passing(self, "ACTED_IN" if acting else via, avoid, years, None)
        found = closest(
            self.adjacency,
            passage,
            number,
            check_limit(limit, LIMITS.central),
            exact=exact,
            progress=progress,
        )
        entities = self._reader().entities(found.nodes)
        members = map(Central, entities, found.means.tolist())
        return Centre(NODE_KINDS[number], tuple(members), found.among, found.measured)


def _number(kind: str) -> int:
    """The number of a kind of entity."""
    chosen = choose_kinds(kind)
    if len(chosen) != 1:
        raise OptionError(f"The kind is {kind!r}; it must be one: film, person, …")
    (number,) = chosen
    return number
