"""What one record says of one film, gathered as statements with their levels."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from filmgraph.curtain import LEVELS, level_of, quote_level
from filmgraph.identity import Naming
from filmgraph.names import IRI, iri, short_hash, slug
from filmgraph.record import Evidence, FilmRecord, Level
from filmgraph.statements.terms import node, text
from filmgraph.vocabulary import FG, RDF, RDFS

__all__ = ["Mention", "Saying", "Single", "rank"]

_RANKS = {level: number for number, level in enumerate(LEVELS)}


def rank(level: Level) -> int:
    """0 for open, 1 for plot, 2 for ending.

    Examples
    --------
    >>> rank("plot")
    1
    """
    return _RANKS[level]


@dataclass(frozen=True, slots=True)
class Mention:
    """That a film's record names an entity which other films may name too.

    `prominence` is lower the more the film is known for it: 0 for its director, then the billing.
    `identifier` is its name in another data set, `scheme:value`.
    """

    iri: IRI
    kind: str
    label: str
    rank: int
    prominence: int = 99
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Single:
    """A value of which a subject has one: a label, the word for a relation."""

    subject: str
    predicate: IRI
    value: str
    rank: int


@dataclass(slots=True)
class Saying:
    """The statements of one record on one film.

    Attributes
    ----------
    film : IRI
    source : str
        The name of the source.
    record : FilmRecord
    naming : Naming
    triples : dict of str to int
        N-Triples text without the full stop: the lowest rank of level at which it is said.
    mentions : list of Mention
    singles : list of Single
        What is said of which there should be one, in the order said.
    """

    film: IRI
    source: str
    record: FilmRecord
    naming: Naming
    triples: dict[str, int] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    singles: list[Single] = field(default_factory=list)
    subject: str = ""
    local: str = ""
    own: str = ""

    def __post_init__(self) -> None:
        self.subject = node(self.film)
        self.local = self.film.rpartition("/")[2]
        of_source = [key for source, key in self.naming.films[self.film] if source == self.source]
        # Names such as `e1` are the record's own; a source may have two records of one film.
        self.own = f"-{short_hash(self.record.key)}" if len(of_source) > 1 else ""

    def say(self, subject: str, predicate: IRI, value: str, level: Level = "open") -> None:
        """State something; said twice, it has the lower of the two levels."""
        triple = f"{subject} <{predicate}> {value}"
        number = _RANKS[level]
        known = self.triples.get(triple)
        if known is None or number < known:
            self.triples[triple] = number

    def say_one(self, subject: str, predicate: IRI, value: str, level: Level) -> None:
        """State something of which a subject has one value: where two differ, one is chosen."""
        self.say(subject, predicate, value, level)
        self.singles.append(Single(subject, predicate, value, _RANKS[level]))

    def level(self, part: object) -> Level:
        """From which level on a part of the record may be seen."""
        return level_of(self.record, part)

    def part(self, kind: str, *names: str) -> IRI:
        """The IRI of a part of the film: a portrayal, a setting, an event, …"""
        return iri(kind, self.local, *names)

    def own_part(self, kind: str, *names: str) -> IRI:
        """The IRI of a part of the film that this record alone knows by that name."""
        return self.part(kind, self.source + self.own, *names)

    def begin(self, subject: str, kind: IRI, level: Level, *, label: str | None = None) -> None:
        """State what a part is, which film it belongs to, and its label."""
        self.say(subject, RDF.type, node(kind), level)
        self.say(subject, FG.inFilm, self.subject, level)
        if label is not None:
            self.say_one(subject, RDFS.label, text(label), level)

    def quote(self, subject: str, evidence: Iterable[Evidence], level: Level) -> None:
        """Give the sentences that say so, never below the level of what they are said of."""
        for one in evidence:
            self.say(subject, FG.quote, text(one.quote), quote_level(level, one))

    def concept(self, kind: str, name: str, level: Level, prominence: int = 99) -> str:
        """Name a theme, genre, place, organization, period or series; its term."""
        named = self.naming.concept(kind, name)
        self.mentions.append(Mention(named, kind, name, _RANKS[level], prominence))
        return node(named)

    def character(self, name: str) -> str:
        """The term of a character of this film."""
        return node(self.part("character", slug(name)))
