"""What users add as RDF, as far as it makes edges: sorted by the film or concept it is said of."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from filmgraph.doors.loading import added_statements
from filmgraph.names import BASE, IRI, iri
from filmgraph.statements.projection import PREDICATES
from filmgraph.statements.writer import Written

__all__ = ["Added"]


class Added:
    """The statements that users add, until what they are said of is written.

    Parameters
    ----------
    files : iterable of Path
        Zipped N-Quads.  As a source, each is called by its place in the graph folder:
        `statements/notes`.

    Raises
    ------
    SourceError
        If a file is not N-Quads.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self._said: dict[str, dict[str, dict[str, int]]] = {}
        for file in files:
            self._read(file)

    def _read(self, file: Path) -> None:
        name = f"{file.parent.name}/{file.name.removesuffix('.nq.gz')}"
        of_subject: dict[str, list[tuple[str, str, int]]] = {}
        for subject, predicate, value, rank in added_statements(file, PREDICATES):
            of_subject.setdefault(subject, []).append((predicate, value, rank))
        for subject, said in of_subject.items():
            about = _film_of(subject, *(value for _, value, _ in said)) or subject[1:-1]
            triples = self._said.setdefault(about, {}).setdefault(name, {})
            for predicate, value, rank in said:
                triple = f"{subject} {predicate} {value}"
                triples[triple] = min(rank, triples.get(triple, rank))

    def take(self, about: str, written: Written) -> Written:
        """What was written of a film or a concept, with what users say of it besides."""
        said = self._said.pop(about, None)
        if said is None:
            return written
        merged = dict(written.merged)
        for triples in said.values():
            for triple, rank in triples.items():
                merged[triple] = min(rank, merged.get(triple, rank))
        return Written(merged, {**written.by_source, **said})

    def rest(self) -> Iterator[Written]:
        """What is said of anything else, sorted by what it is said of."""
        for about in sorted(self._said):
            yield self.take(about, Written({}, {}))


def _film_of(*terms: str) -> IRI | None:
    """The film that the first of some terms to do so is, or belongs to."""
    for term in terms:
        if term.startswith(f"<{BASE}"):
            kind, *names = term[1:-1].removeprefix(BASE).split("/")
            # The name of a part of a film begins with that of the film: `motif/alien-1979/cat`.
            if len(names) > 1 or (names and kind == "film"):
                return iri("film", names[0])
    return None
