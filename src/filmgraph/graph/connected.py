"""How two entities are connected."""

from collections.abc import Iterable

from filmgraph.arrays.choosing import choose
from filmgraph.arrays.paths import find_path, find_paths
from filmgraph.errors import NoPath
from filmgraph.graph.opened import Named, Opened
from filmgraph.graph.passing import Avoided, passing
from filmgraph.options import LIMITS, check_limit
from filmgraph.statements.projection import NODE_KINDS
from filmgraph.values import Path, Paths, noun

__all__ = ["Connected"]

_MOST_STEPS = 30_000
"""More steps than the shortest path of any graph of films has."""


def _wider(via: str | Iterable[str] | None, max_steps: int | None) -> str:
    """What may lead on where no path was found."""
    more = "" if max_steps is None else "Allow more steps, or let"
    if via is None:
        return f"{more or 'Let'} it go through more: via=('film', 'person', 'theme', 'genre')."
    kinds = {NODE_KINDS[number] for number in choose(via).kinds}
    if len(kinds) == 1:
        (kind,) = kinds
        other = "person" if kind == "film" else "film"
        return f"It may go through {noun(kind, 2)} alone; to name more: via=('{kind}', '{other}')."
    return ""


class Connected(Opened):
    """How two entities are connected."""

    __slots__ = ()

    def path(
        self,
        start: Named,
        end: Named,
        *,
        via: str | Iterable[str] | None = None,
        avoid: Avoided = None,
        years: tuple[int, int] | None = None,
        max_steps: int | None = None,
        max_degree: int | None = None,
    ) -> Path:
        """How one entity is connected to another: the shortest path between them.

        Of several that are as short, it is the one whose inner entities are linked with least: a
        hub that leads everywhere says little.  The other way around it is the same path.

        Unless `via` says otherwise, a path goes through films, people, characters, series and
        events, not through genres, countries, companies or themes, which tie films that have
        nothing to do with each other; it may begin and end at anything.

        Parameters
        ----------
        start, end : Entity, IRI or str
        via : str or iterable of str, optional
            Kinds of edge (`"ACTED_IN"`) that alone may be taken, and kinds of entity (`"film"`,
            `"theme"`) that alone may be walked through.  Where only kinds of edge are named, so
            may be what they lead to: `via="HAS_THEME"` goes through themes.
        avoid : str, Entity or iterable of these, optional
            Kinds of edge, kinds of entity, or single entities, to leave out.  The start and the
            end may be among them: a path begins and ends at them all the same.
        years : (int, int), optional
            Walk through films of these years only, from the first to the last.
        max_steps : int, optional
            Edges at most; from person to film to person are two.
        max_degree : int, optional
            Walk through nothing that is linked with more entities.

        Raises
        ------
        NoPath
            If there is none.
        UnknownEntity, AmbiguousName
            If a name is not that of one entity; near matches are named.
        OptionError
            If a kind does not exist or a number is out of its range.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> print(graph.path("Nicolas Cage", "Uma Thurman", via="ACTED_IN"))
        Nicolas Cage
          acted in  Kiss of Death (1995)
          with      David Caruso
          acted in  Mad Dog and Glory (1993)
          with      Uma Thurman
        >>> path = graph.path("Nicolas Cage", "Uma Thurman")
        >>> path[0].sources
        ('wikipedia-films',)
        >>> print(graph.path("Alien (1979)", "Blade Runner (1982)", via="HAS_THEME")[0])
        Alien (1979) is about parasitic being (choice)
        """
        passage = passing(self, via, avoid, years, max_degree)
        most = min(check_limit(max_steps, _MOST_STEPS, "max_steps"), _MOST_STEPS)
        one, other = self.node(start), self.node(end)
        nodes = find_path(self.adjacency, passage, one, other, most)
        if nodes is None:
            raise self._no_path(one, other, _wider(via, max_steps), max_steps)
        return self._reader().path(nodes, passage.edges)

    def _no_path(self, one: int, other: int, hint: str, max_steps: int | None) -> NoPath:
        first, second = self._reader().entities((one, other))
        steps = "1 step" if max_steps == 1 else f"{max_steps or 0:,} steps"
        within = "" if max_steps is None else f" within {steps}"
        return NoPath(
            f"No path leads from {first} to {second}{within}, as it was asked for.", hint=hint
        )

    def paths(
        self,
        start: Named,
        end: Named,
        *,
        limit: int | None = None,
        via: str | Iterable[str] | None = None,
        avoid: Avoided = None,
        years: tuple[int, int] | None = None,
        max_steps: int | None = None,
        max_degree: int | None = None,
        most_through: int | None = None,
    ) -> Paths:
        """The ways in which two entities are connected: paths without a loop, the shortest first.

        Of paths of one length, those come first whose inner entities are linked with least.  Where
        the search would take too long it ends, and says so in `cut`.

        Parameters
        ----------
        start, end : Entity, IRI or str
        limit : int, optional
            Paths at most.
        via, avoid, years, max_degree : optional
            As for `path`.
        max_steps : int, optional
            Edges at most; by default 12, or as many as the shortest path has where it has more.
        most_through : int, optional
            How many of the paths may go through one inner entity, so that they differ.

        Returns
        -------
        Paths
            Empty where there is none.

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
        >>> paths = graph.paths("Nicolas Cage", "Alien (1979)", limit=3, max_steps=3)
        >>> [str(path.entities()[2]) for path in paths]
        ['Ridley Scott', 'Ian Holm', 'Harry Dean Stanton']
        """
        passage = passing(self, via, avoid, years, max_degree)
        if most_through is not None:
            most_through = check_limit(most_through, 1, "most_through")
        most = min(check_limit(max_steps, LIMITS.path_steps, "max_steps"), _MOST_STEPS)
        limit = check_limit(limit, LIMITS.paths)
        graph, one, other = self.adjacency, self.node(start), self.node(end)
        if max_steps is None:
            shortest = find_path(graph, passage, one, other, _MOST_STEPS) or ()
            most = max(most, len(shortest) - 1)
        found = find_paths(
            graph,
            passage,
            one,
            other,
            limit=limit,
            max_steps=most,
            most_through=most_through,
        )
        reader = self._reader()
        read = reader.paths(found.paths, passage.edges)
        return Paths(reader.entity(one), reader.entity(other), read, found.truncated, found.cut)
