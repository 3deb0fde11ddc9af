"""What is around an entity, and what two entities share."""

from collections.abc import Iterable, Iterator

import numpy as np

from filmgraph.arrays.choosing import choose, choose_kinds, edge_mask, of_years
from filmgraph.arrays.neighbours import neighbourhood, neighbours
from filmgraph.arrays.sharing import common, compare
from filmgraph.arrays.walking import check_direction, check_years
from filmgraph.errors import OptionError
from filmgraph.graph.opened import Named, Opened
from filmgraph.options import LIMITS, check_limit
from filmgraph.values import Common, Comparison, Entity, Neighbourhood, Neighbours

__all__ = ["Travelled"]


class Travelled(Opened):
    """What is around an entity, and what two entities share."""

    __slots__ = ()

    def neighbours(
        self,
        name: Named,
        *,
        via: str | Iterable[str] | None = None,
        kind: str | Iterable[str] | None = None,
        direction: str = "both",
        limit: int | None = None,
    ) -> Neighbours:
        """The steps that lead on from an entity, what tells most first.

        Parameters
        ----------
        name : Entity, IRI or str
        via : str or iterable of str, optional
            Only these kinds of edge: `"ACTED_IN"`.
        kind : str or iterable of str, optional
            Only what leads to these kinds of entity: `"film"`.
        direction : str
            `out` along the edges, `in` against them, or `both`.
        limit : int, optional
            Steps at most; `total` says how many there are.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If the name is not that of one entity; near matches are named.
        OptionError
            If there is no such kind or direction, or the limit is less than 1.

        Examples
        --------
        >>> import filmgraph
        >>> print(filmgraph.open().neighbours("Alien (1979)", via=["DIRECTED", "HAS_GENRE"]))
        Alien (1979)
          directed by    Ridley Scott
          has the genre  Horror
          has the genre  Science Fiction
        """
        chosen, kinds = choose(via), choose(kind)
        return neighbours(
            self._reader(),
            self.node(name),
            edges=edge_mask(chosen.edges | kinds.edges),
            kinds=chosen.kinds | kinds.kinds,
            direction=check_direction(direction),
            limit=check_limit(limit, LIMITS.neighbours),
        )

    def neighbourhood(
        self,
        name: Named,
        *,
        steps: int = 2,
        limit: int | None = None,
        kind: str | Iterable[str] | None = None,
    ) -> Neighbourhood:
        """What lies within some steps of an entity, the nearest first.

        Near is what many short ways lead to, each counting less the more other ways there are; so
        a hub, such as a country, is never near to everything.  What is left out is counted.

        Parameters
        ----------
        name : Entity, IRI or str
        steps : int
            How far to go; at most 4.
        limit : int, optional
            Entities at most.
        kind : str or iterable of str, optional
            Only entities of these kinds.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If the name is not that of one entity; near matches are named.
        OptionError
            If there is no such kind, or a number is out of its range.

        Examples
        --------
        >>> import filmgraph
        >>> around = filmgraph.open().neighbourhood("Alien (1979)", limit=200, kind="film")
        >>> "Aliens (1986)" in [str(one.entity) for one in around]
        True
        """
        steps = check_limit(steps, 2, "steps")
        if steps > LIMITS.neighbourhood_steps:
            raise OptionError(
                f"steps is {steps}; at most {LIMITS.neighbourhood_steps} can be gone."
            )
        return neighbourhood(
            self._reader(),
            self.node(name),
            steps=steps,
            limit=check_limit(limit, LIMITS.neighbourhood),
            kinds=choose_kinds(kind),
        )

    def common(
        self,
        one: Named,
        other: Named,
        *,
        kind: str | Iterable[str] | None = None,
        limit: int | None = None,
    ) -> Common:
        """What two entities share, by kind and then the rarest first.

        Of a film that is what it is linked with; of anything else also what its films are linked
        with: two people share those they both worked with, and the themes of their films.

        Parameters
        ----------
        one, other : Entity, IRI or str
        kind : str or iterable of str, optional
            Only entities of these kinds.
        limit : int, optional
            Entities at most: what both are linked with themselves, then the rarest; `total` says
            how many there are.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If a name is not that of one entity; near matches are named.
        OptionError
            If there is no such kind, or the limit is less than 1.

        Examples
        --------
        >>> import filmgraph
        >>> common = filmgraph.open().common("Alien (1979)", "Blade Runner (1982)", kind="person")
        >>> [(str(one.entity), one.first[0].words) for one in common]
        [('Ridley Scott', 'directed by')]
        """
        return common(
            self._reader(),
            self.node(one),
            self.node(other),
            kinds=choose_kinds(kind),
            limit=check_limit(limit, LIMITS.shared),
        )

    def compare(self, one: Named, other: Named) -> Comparison:
        """Two films side by side: people, themes, settings, …; the same, and different.

        Parameters
        ----------
        one, other : Entity, IRI or str
            Films.

        Raises
        ------
        UnknownEntity, AmbiguousName
            If a name is not that of one film; near matches are named.

        Examples
        --------
        >>> import filmgraph
        >>> both = filmgraph.open().compare("Alien (1979)", "Blade Runner (1982)")
        >>> [str(step.end) for step, _ in both.both if step.end.kind == "person"]
        ['Ridley Scott']
        """
        films = [self.node(self.film(name)) for name in (one, other)]
        return compare(self._reader(), *films)

    def entities(
        self, kind: str | Iterable[str] | None = None, *, years: tuple[int, int] | None = None
    ) -> Iterator[Entity]:
        """All entities of a kind, sorted by IRI.

        Parameters
        ----------
        kind : str or iterable of str, optional
            `film`, `person`, …; all kinds by default.
        years : (int, int), optional
            Of films only those of the first year to the last.

        Raises
        ------
        OptionError
            If there is no such kind, or the last year is before the first.

        Examples
        --------
        >>> import filmgraph
        >>> print(next(filmgraph.open().entities("film", years=(1895, 1900))))
        A Novice at X-rays (1898)
        """
        graph, reader = self.adjacency, self._reader()
        nodes = graph.nodes()
        if kinds := choose_kinds(kind):
            nodes = nodes[np.isin(graph.files.node_kind[nodes], sorted(kinds))]
        if years is not None:
            nodes = nodes[of_years(graph, nodes, check_years(years))]
        return (reader.entity(node) for node in nodes.tolist())
