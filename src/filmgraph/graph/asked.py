"""Asking a graph in SPARQL, by its questions, and for statements."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from filmgraph.curtain import allowed
from filmgraph.errors import UnknownEntity
from filmgraph.graph.opened import Named, Opened
from filmgraph.names import IRI, expand, iri, kind_of
from filmgraph.options import LIMITS, check_limit
from filmgraph.questions import Question, ask, catalogue, find_question
from filmgraph.shipped import folder as shipped_folder
from filmgraph.values import Answer, Entity, Statement
from filmgraph.vocabulary import FG

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Asked"]


class Asked(Opened):
    """A graph that answers questions and queries."""

    __slots__ = ()

    def sparql(self, text: str, limit: int | None = None) -> Answer:
        """Ask in SPARQL 1.1; prefixes such as `fg:` and `schema:` are known.

        Parameters
        ----------
        text : str
            SELECT, ASK, CONSTRUCT or DESCRIBE.
        limit : int, optional
            Rows at most; `answer.truncated` says whether there were more.

        Raises
        ------
        QuerySyntaxError, QueryRefused, OptionError

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> answer = graph.sparql("SELECT ?who { <https://w3id.org/filmgraph/film/alien-1979> "
        ...     "schema:director/rdfs:label ?who }")
        >>> answer.rows
        (('Ridley Scott',),)
        """
        return self._select(limit)(text)

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions that `ask` answers, by name."""
        return catalogue(shipped_folder("queries"))

    def ask(self, question: str, /, *, limit: int | None = None, **parameters: object) -> Answer:
        """Ask one of the catalogue's questions.

        Parameters
        ----------
        question : str
            Its name; `graph.questions` lists them.
        limit : int, optional
            Rows at most.
        **parameters
            As the question declares; entities may be given by name.

        Raises
        ------
        UnknownQuestion, ParameterError, UnknownEntity, AmbiguousName

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> answer = graph.ask("co-stars", person="Nicolas Cage", limit=3)
        >>> len(answer), answer.truncated
        (3, True)
        """
        return ask(
            find_question(self.questions, question),
            parameters,
            resolve=self._resolve,
            select=self._select(limit),
        )

    def _select(self, limit: int | None) -> Callable[[str], Answer]:
        limit = check_limit(limit, LIMITS.answer_rows)
        return lambda text: self._door.query(text, limit=limit)

    def _resolve(self, kind: str, name: object) -> IRI:
        if kind == "source":
            return self._source(str(name))
        if not isinstance(name, str | Entity):
            raise UnknownEntity(f"{name!r} is not the name of a {kind}.")
        return self._any(name) if kind == "entity" else self.entity(name, kind).iri

    def _any(self, name: Named) -> IRI:
        """The IRI of anything at this level, named or not: a portrayal has no name."""
        full = name.iri if isinstance(name, Entity) else expand(str(name))
        with suppress(ValueError):  # what cannot be an IRI is a name
            if kind_of(full) and self.door_for(full).statements(full, 1):
                return full
        return self.entity(name).iri

    def _source(self, name: str) -> IRI:
        names = [one.source.name for one in self.manifest.sources]
        name = name.rpartition("/")[2]
        if name not in names:
            raise UnknownEntity(f"There is no source {name!r}.", candidates=names)
        return iri("source", name)

    def statements(self, name: Named, limit: int | None = None) -> list[Statement]:
        """What is said of an entity, with who says so and the level at which it may be seen.

        Examples
        --------
        >>> import filmgraph
        >>> graph = filmgraph.open()
        >>> for one in graph.statements("film/alien-1979"):
        ...     if one.predicate.endswith("director"):
        ...         print(one, one.sources)
        film/alien-1979 schema:director person/ridley-scott ('wikipedia-films',)
        """
        limit = check_limit(limit, LIMITS.answer_rows)
        subject = self._any(name)
        said = self.door_for(subject).statements(subject, limit)
        # That a character of a film that was seen is in another one too gives that one away.
        levels = allowed(self.level)
        return [one for one in said if one.predicate != FG.identity or one.level in levels]

    def to_rdflib(self) -> "Dataset":
        """An rdflib Dataset over the same store: read-only, at this level, without a copy.

        Examples
        --------
        >>> import filmgraph
        >>> dataset = filmgraph.open().to_rdflib()
        >>> len(dataset) > 100_000
        True
        """
        from filmgraph.doors.rdflib_view import rdflib_dataset

        return rdflib_dataset(self._door, self.manifest.statements_at(self.level))
