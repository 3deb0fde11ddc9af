"""What the name index gets to know of each entity while the statements are written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.arrays.name_index import NameEntry
from filmgraph.curtain import LEVELS, level_of
from filmgraph.identity import CharacterIdentity
from filmgraph.names import IRI
from filmgraph.record import ConceptRecord, FilmRecord
from filmgraph.statements.saying import Mention, rank
from filmgraph.statements.shared import SharedEntities

__all__ = ["NameEntries"]


@dataclass(slots=True)
class NameEntries:
    """Collects an entry for every film and character; shared entities come at the end."""

    _local: list[NameEntry] = field(default_factory=list)
    _films: dict[IRI, str] = field(default_factory=dict)
    _concepts: dict[str, set[str]] = field(default_factory=dict)

    def film(
        self,
        film: IRI,
        label: str,
        year: int | None,
        records: Sequence[tuple[str, FilmRecord]],
        mentions: Sequence[Mention],
    ) -> None:
        """Take in a film and its characters."""
        titled = f"{label} ({year})" if year is not None else label
        self._films[film] = titled
        others = {one.text for _, record in records for one in record.other_titles}
        others |= {record.title for _, record in records}
        degree = sum(1 for one in mentions if one.rank == 0 and one.kind != "character")
        self._local.append(
            NameEntry(
                iri=film,
                kind="film",
                label=label,
                year=year,
                other_names=tuple(sorted(others - {label})),
                note="",
                degree=degree,
                level="open",
            )
        )
        self._characters(titled, records, mentions)

    def _characters(
        self,
        titled: str,
        records: Sequence[tuple[str, FilmRecord]],
        mentions: Sequence[Mention],
    ) -> None:
        said: dict[IRI, list[Mention]] = {}
        for one in mentions:
            if one.kind == "character":
                said.setdefault(one.iri, []).append(one)
        best = {iri: _settled(them) for iri, them in said.items()}
        aliases: Mapping[str, set[str]] = {one.label: set() for one in best.values()}
        ranks = {one.label: one.rank for one in best.values()}
        for _, record in records:
            for character in record.characters:
                best_rank = ranks.get(character.name)
                # Another source may know a name of theirs that is for later.
                if best_rank is not None and rank(level_of(record, character)) <= best_rank:
                    aliases[character.name].update(character.aliases)
        for iri, one in best.items():
            self._local.append(
                NameEntry(
                    iri=iri,
                    kind="character",
                    label=one.label,
                    year=None,
                    other_names=tuple(sorted(aliases[one.label])),
                    note=f"in {titled}",
                    degree=1,
                    level=LEVELS[one.rank],
                )
            )

    def concept(self, iri: str, records: Iterable[ConceptRecord]) -> None:
        """Take in the other names of a theme, genre or place."""
        names = self._concepts.setdefault(iri, set())
        for record in records:
            names.update(record.other_names)

    def identity(self, one: CharacterIdentity) -> None:
        """Take in a character of several films, once these are."""
        seen = [version for version in one.versions if version.rank <= one.rank]
        names = {name for each in seen for name, known in each.names if known <= one.rank}
        self._local.append(
            NameEntry(
                iri=one.iri,
                kind="identity",
                label=one.label,
                year=None,
                other_names=tuple(sorted(names - {one.label})),
                note=f"in {self._films[one.film]} and others",
                degree=len(seen),
                level=LEVELS[one.rank],
            )
        )

    def entries(self, shared: SharedEntities) -> Iterator[NameEntry]:
        """All entries, in no particular order."""
        yield from self._local
        for entity in shared:
            number = entity.rank
            label, *others = entity.spellings(number)
            names = {*others, *self._concepts.get(entity.iri, ())} - {label}
            known = entity.known_for[number] if entity.kind == "person" else None
            yield NameEntry(
                iri=entity.iri,
                kind=entity.kind,
                label=label,
                year=None,
                other_names=tuple(sorted(names)),
                note=f"known for {self._films[known[1]]}" if known else "",
                degree=entity.degree[number],
                level=LEVELS[number],
            )


def _settled(said: Sequence[Mention]) -> Mention:
    """The mention with the label that the statements settle on (see `settle_parts`)."""
    first = min(one.rank for one in said)
    seen = [one for one in said if one.rank == first]
    voices = Counter(one.label for one in seen)
    return max(seen, key=lambda one: voices[one.label])  # the first said of those said as often
