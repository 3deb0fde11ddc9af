"""Circles of concepts that close over several sources, or over two names of one concept."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from filmgraph.identity import Naming
from filmgraph.names import IRI
from filmgraph.record import ConceptRecord

__all__ = ["without_circles"]

_Said = tuple[str, ConceptRecord]


def without_circles(concepts: Sequence[_Said], naming: Naming) -> tuple[list[_Said], list[str]]:
    """The records without the parents through which a concept would be below itself.

    Returns
    -------
    list of (str, ConceptRecord)
        In the order given.
    list of str
        A note for each link that was left out, sorted.
    """
    above: dict[IRI, set[IRI]] = {}
    for _, record in concepts:
        this = naming.concept(record.kind, record.name)
        links = (naming.concept(record.kind, parent) for parent in record.parents)
        above.setdefault(this, set()).update(links)
    closing = set(_closing({iri: sorted(parents) for iri, parents in above.items()}))
    if not closing:
        return list(concepts), []
    notes: dict[tuple[IRI, IRI], str] = {}
    kept = []
    for source, record in concepts:
        this = naming.concept(record.kind, record.name)
        parents: list[str] = []
        for parent in record.parents:
            link = (this, naming.concept(record.kind, parent))
            if link in closing:
                what = f"The {record.kind} {record.name!r} is below itself through {parent!r}"
                notes.setdefault(link, f"{what}: not linked.")
            else:
                parents.append(parent)
        kept.append((source, replace(record, parents=tuple(parents))))
    return kept, sorted(notes.values())


def _closing(above: Mapping[IRI, Sequence[IRI]]) -> Iterator[tuple[IRI, IRI]]:
    """The links that close a circle, walked in the order of the IRIs.

    The walk keeps its own stack: a chain may be longer than Python's.
    """
    done: set[IRI] = set()
    for start in sorted(above):
        if start in done:
            continue
        way = {start}
        stack = [(start, iter(above[start]))]
        while stack:
            this, parents = stack[-1]
            parent = next(parents, None)
            if parent is None:
                stack.pop()
                way.discard(this)
                done.add(this)
            elif parent in way:
                yield this, parent
            elif parent in above and parent not in done:
                way.add(parent)
                stack.append((parent, iter(above[parent])))
