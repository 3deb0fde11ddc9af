"""Finding things by name, forgiving typing errors."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tantivy import Query

from filmgraph.arrays.names_files import NameEntry, NameFiles, open_names, write_names
from filmgraph.arrays.names_query import loose, near, one_of, seen_term
from filmgraph.arrays.names_rank import distance, fame, too_far
from filmgraph.arrays.names_text import Wanted, joined, name_key, split_year, wanted
from filmgraph.curtain import check_level
from filmgraph.errors import NEAR_MATCHES, AmbiguousName, OptionError, UnknownEntity, shown
from filmgraph.names import IRI, expand, kind_of
from filmgraph.record import Level
from filmgraph.values import Entity, printable

__all__ = ["NameEntry", "NameIndex", "write_names"]

_CANDIDATES = 100
"""How many names are compared with a text letter by letter, at least."""

_ONE_ERROR = 1.3
_TWO_ERRORS = 2.5
"""A best hit at most this far off needs no search that allows more errors."""

_OTHER_YEAR, _NO_YEAR = 1.0, 1.5
"""How much farther the film of another year is, and what has no year, in typing errors."""

_EQUAL_AT_FIRST = 1_000

_SUBJECTS = ("film", "person")
"""Kinds that are meant before any other of the same name."""


class NameIndex:
    """The names of everything in a build, on disk, read-only.

    Nothing above the asked level is found, counted or hinted at: the answer is that of an index
    without it.

    Examples
    --------
    >>> import tempfile
    >>> from filmgraph.names import iri
    >>> alien = NameEntry(iri("film", "alien-1979"), "film", "Alien", 1979)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = write_names(Path(folder), [alien])
    ...     index = NameIndex.open(Path(folder))
    ...     print(index.find("alein")[0], index.resolve("alien 1979").curie)
    Alien (1979) film/alien-1979
    """

    def __init__(self, files: NameFiles) -> None:
        self._files = files

    @classmethod
    def open(cls, folder: Path) -> "NameIndex":
        """Open the index that a build wrote.

        Raises
        ------
        DamagedGraph
            If a file is missing or torn.
        NewerGraph
            If a newer filmgraph wrote it.
        """
        return cls(open_names(folder))

    def find(
        self, text: str, *, kind: str | None = None, limit: int = 10, level: Level = "open"
    ) -> list[Entity]:
        """Things whose name is like a text, the likeliest first.

        Typing errors, accents, the order of words and a name half typed are forgiven; a film's
        year may follow its title.

        Parameters
        ----------
        text : str
            Only its first 160 characters and 12 words count.
        kind : str, optional
            Only `film`, `person`, `theme`, …
        limit : int
            How many at most.
        level : str
            What may be seen.

        Raises
        ------
        OptionError
            If `limit` is less than 1 or there is no such level.
        """
        level = check_level(level)
        if limit < 1:
            raise OptionError(f"limit is {limit}; it must be at least 1.")
        text_wanted = wanted(text)
        limit = min(limit, self._files.count)  # the search makes room for as many as it is told
        ranked = self._ranked(text_wanted, seen_term(level, kind), max(_CANDIDATES, 2 * limit))
        return self._entities(ranked, limit)

    def exact(self, text: str, *, kind: str | None = None, level: Level = "open") -> list[Entity]:
        """Things of exactly that name but for case, accents and punctuation.

        `Title (1995)` and `Title 1995` are the films of that title and year.

        Parameters
        ----------
        text : str
        kind : str, optional
        level : str

        Returns
        -------
        list of Entity
            Those of the highest degree first, ties by IRI.

        Raises
        ------
        OptionError
            If there is no such level.
        """
        rows = self._exact_rows(name_key(text), seen_term(check_level(level), kind))
        return self._entities(rows, len(rows))

    def get(self, iri: IRI, level: Level = "open") -> Entity | None:
        """The thing of that IRI; `None` where there is none or it may not be seen.

        Raises
        ------
        OptionError
            If there is no such level.
        """
        if not iri.isprintable():
            return None
        rows = self._equal("iri", iri, seen_term(check_level(level), None))
        return self._files.entity(rows[0]) if rows else None

    def resolve(self, text: str, *, kind: str | None = None, level: Level = "open") -> Entity:
        """The one thing that is meant by a name, an IRI or a CURIE.

        Of several of that name, one is meant if it alone has it as its label, or if no kind is
        asked for and it is the only film or person among them.

        Parameters
        ----------
        text : str
            `Blade Runner (1982)`, `blade runner`, `film/blade-runner-1982`, an IRI.
        kind : str, optional
        level : str

        Raises
        ------
        AmbiguousName
            If several could be meant; they are its candidates.
        UnknownEntity
            If there is none; its candidates are at most five near matches.
        OptionError
            If there is no such level.
        """
        named = self.get(expand(text), level) if "/" in text or ":" in text else None
        if named is not None and kind in (None, named.kind):
            return named
        key = name_key(text)
        rows = self._exact_rows(key, seen_term(check_level(level), kind))
        meant = self._entities(self._meant(key, rows), len(rows))
        if len(meant) > 1 and len(subjects := _subjects(meant)) == 1:
            meant = subjects
        if not meant:
            raise self._unknown(text, kind, level)
        if len(meant) > 1:
            raise _ambiguous(text, meant)
        return meant[0]

    def _meant(self, key: str, rows: list[int]) -> list[int]:
        """Those whose label is the name, where there are any; else all."""
        labels = (key, split_year(key)[0])
        return [row for row in rows if self._files.keys(row)[0] in labels] or rows

    def _unknown(self, text: str, kind: str | None, level: Level) -> UnknownEntity:
        full = expand(text)
        is_iri = "/" in text and kind_of(full)
        named = self.get(full, level) if is_iri else None
        others = [named] if named else self.exact(text, level=level)
        if others:
            other = others[0]
            return UnknownEntity(
                f"There is no {kind} named {shown(text)}, "
                f"but {_article(other.kind)} {other.kind}: {_told_apart(other)}."
            )
        words = full.rpartition("/")[2].replace("-", " ") if is_iri else text
        near_by = self.find(words, kind=kind, limit=NEAR_MATCHES, level=level)
        return UnknownEntity(
            f"There is no {kind or 'thing'} named {shown(text)}.",
            candidates=[f"{entity} [{entity.curie}]" for entity in near_by],
            hint="" if near_by else "Try a part of the name.",
        )

    def _exact_rows(self, key: str, seen: str) -> list[int]:
        if not key:
            return []
        rows = [
            row for row in self._equal("joined", joined(key), seen) if key in self._files.keys(row)
        ]
        title, year = split_year(key)
        if year is not None:
            rows += [
                row
                for row in self._equal("joined", joined(title), seen)
                if title in self._files.keys(row) and self._files.year(row) == year
            ]
        return sorted(set(rows))  # the order of degree, then IRI

    def _equal(self, field: str, term: str, seen: str) -> list[int]:
        """Rows with exactly that term, all of them, in their order."""
        query = one_of(self._files.schema, field, term, seen)
        searcher = self._files.searcher
        hits = searcher.search(query, _EQUAL_AT_FIRST, count=False).hits
        if len(hits) == _EQUAL_AT_FIRST:
            hits = searcher.search(query, self._files.count, count=False).hits
        return sorted(address.doc for _, address in hits)

    def _ranked(self, text: Wanted, seen: str, candidates: int) -> list[int]:
        if not text.words:
            return []
        if not any(character.isalnum() for character in text.key):
            return self._exact_rows(text.key, seen)
        far: dict[int, float] = {}
        for query, good in self._searches(text, seen):
            for _, address in self._files.searcher.search(query, candidates, count=False).hits:
                row = address.doc
                if row not in far:
                    far[row] = self._far(text, row)
            if far and min(far.values()) <= good:
                break
        kept = {row: value for row, value in far.items() if not too_far(text, value)}
        return sorted(kept, key=lambda row: (kept[row] - fame(self._files.degree(row)), row))

    def _searches(self, text: Wanted, seen: str) -> Iterator[tuple[Query, float]]:
        """Ever wider searches, each with the distance of a best hit that makes it the last."""
        schema = self._files.schema
        if text.titled:  # the year may be wrong, or that of no film
            yield near(schema, text, seen, 1), 0.0
            yield near(schema, text.titled, seen, 1), _ONE_ERROR
        else:
            yield near(schema, text, seen, 1), _ONE_ERROR
        yield near(schema, text, seen, 2), _TWO_ERRORS
        yield loose(schema, text, seen), 0.0

    def _far(self, text: Wanted, row: int) -> float:
        names = self._files.keys(row)
        year = self._files.year(row)
        dated = [f"{name} {year}" for name in names] if text.numbered and year else []
        far = distance(text, [*names, *dated])
        if text.titled:
            penalty = _NO_YEAR if year is None else _OTHER_YEAR
            far = min(far, distance(text.titled, names) + penalty)
        return far

    def _entities(self, rows: Iterable[int], limit: int) -> list[Entity]:
        """The entities of rows, each once, at most `limit`."""
        found: dict[IRI, Entity] = {}
        for row in rows:
            if len(found) >= limit:
                break
            entity = self._files.entity(row)
            found.setdefault(entity.iri, entity)
        return list(found.values())


def _subjects(entities: list[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity.kind in _SUBJECTS]


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def _ambiguous(text: str, entities: list[Entity]) -> AmbiguousName:
    more = len(entities) - NEAR_MATCHES
    year = "the year, or " if any(entity.year for entity in entities) else ""
    return AmbiguousName(
        f"{len(entities)} things are named {shown(text)}.",
        candidates=[_told_apart(entity) for entity in entities],
        hint=f"{f'And {more} more. ' if more > 0 else ''}Give {year}what stands in brackets.",
    )


def _told_apart(entity: Entity) -> str:
    note = f", {printable(entity.note)}" if entity.note else ""
    return f"{entity}{note} [{entity.curie}]"
