"""What a loader yields, and what a loader is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from filmgraph.record import ConceptRecord, FilmRecord, Source

__all__ = ["Item", "Loader", "ReadFunction", "Refused", "Replaces", "Skipped", "SourceFunction"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that is bad: where it stands (`file:line` or its key) and what is wrong with it.

    `also` is what else is wrong with the same record.

    Examples
    --------
    >>> print(Refused("films.jsonl:3", "The title is missing."))
    films.jsonl:3: The title is missing.
    """

    where: str
    reason: str
    also: "tuple[Refused, ...]" = ()

    def __str__(self) -> str:
        return "\n    ".join([f"{self.where}: {self.reason}", *map(str, self.also)])


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the source that is left out on purpose, such as a television series.

    Examples
    --------
    >>> print(Skipped("stories.txt", "not a film"))
    stories.txt: not a film
    """

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


Item: TypeAlias = FilmRecord | ConceptRecord | Refused | Skipped
"""What a loader may yield."""

ReadFunction: TypeAlias = Callable[[Sequence[Path], Mapping[str, str]], Iterator[Item]]
SourceFunction: TypeAlias = Callable[[Sequence[Path], Mapping[str, str]], Source]
Replaces: TypeAlias = Literal["source", "films"]


@dataclass(frozen=True, slots=True)
class Loader:
    """The code that reads one source.

    Attributes
    ----------
    name : str
        With hyphens: `theme-ontology`.
    doc : str
        The docstring of its file: the source, its licence, where to get it.
    source : Source
        Without `as_of`, which is the date of the files.
    read : callable
        `read(paths, options)` yields film records, concept records, `Refused` and `Skipped`.
    replaces : str
        `source`: a load replaces all that the source said before.  `films`: only the films it
        names.
    options : mapping
        Name of an option: its help.
    source_of : callable, optional
        `source_of(paths, options)` gives the source where it stands in the files.
    """

    name: str
    doc: str
    source: Source
    read: ReadFunction
    replaces: Replaces = "source"
    options: Mapping[str, str] = field(default_factory=dict)
    source_of: SourceFunction | None = None

    @property
    def summary(self) -> str:
        """The first line of its docstring."""
        return self.doc.strip().partition("\n")[0]
