"""The trees of concepts that a source gives: parents that are missing, circles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from filmgraph.names import fold
from filmgraph.record import ConceptRecord, FilmRecord

__all__ = ["Trees"]

_SHOWN = 5


def _key(kind: str, name: str) -> tuple[str, str]:
    # Names that fold to the same are the same concept later on, so a circle may close by fold.
    return (kind, fold(name) or name)


def _note(what: str, names: set[str]) -> str:
    shown = ", ".join(repr(name) for name in sorted(names)[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{len(names)} {what} but not defined: {shown}{more}."


@dataclass(slots=True)
class Trees:
    """Concepts by kind and folded name."""

    concepts: dict[tuple[str, str], list[ConceptRecord]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def add(self, concept: ConceptRecord) -> None:
        """Add a concept."""
        self.concepts.setdefault(_key(concept.kind, concept.name), []).append(concept)

    def use(self, film: FilmRecord) -> None:
        """Take note of the themes a film uses."""
        self.used.update(use.theme for use in film.themes)

    def replace(self, old: ConceptRecord, new: ConceptRecord) -> ConceptRecord:
        """Put a changed concept in the place of the old one of the same name."""
        same = self.concepts[_key(old.kind, old.name)]
        same[[one.name for one in same].index(old.name)] = new
        return new

    def notes(self) -> Iterator[str]:
        """A sentence for each kind of concept that has parents, or uses, without a definition."""
        missing: dict[str, set[str]] = {}
        for (kind, _), same in self.concepts.items():
            for parent in (parent for one in same for parent in one.parents):
                if _key(kind, parent) not in self.concepts:
                    missing.setdefault(kind, set()).add(parent)
        for kind, names in sorted(missing.items()):
            yield _note(f"parents of kind {kind} are named", names)
        # A source that defines no theme takes them from elsewhere.
        if any(kind == "theme" for kind, _ in self.concepts):
            unknown = {name for name in self.used if _key("theme", name) not in self.concepts}
            if unknown:
                yield _note("themes are used", unknown)

    def open_circles(self) -> Iterator[tuple[ConceptRecord, str]]:
        """The links to a parent that close a circle, each with its concept.

        Concepts are walked in the order of their names, so the same links are found each time.
        The walk keeps its own stack: a chain may be longer than Python's.
        """
        done: set[tuple[str, str]] = set()
        for start in sorted(self.concepts):
            if start in done:
                continue
            above: set[tuple[str, str]] = {start}
            stack = [(start, iter(self._links(start)))]
            while stack:
                node, links = stack[-1]
                for concept, parent in links:
                    key = _key(concept.kind, parent)
                    if key in above:
                        yield self._now(concept), parent
                    elif key in self.concepts and key not in done:
                        above.add(key)
                        stack.append((key, iter(self._links(key))))
                        break
                else:
                    stack.pop()
                    above.discard(node)
                    done.add(node)

    def _links(self, key: tuple[str, str]) -> list[tuple[ConceptRecord, str]]:
        same = sorted(self.concepts[key], key=lambda one: one.name)
        return [(one, parent) for one in same for parent in sorted(one.parents)]

    def _now(self, concept: ConceptRecord) -> ConceptRecord:
        same = self.concepts[_key(concept.kind, concept.name)]
        return next(one for one in same if one.name == concept.name)
