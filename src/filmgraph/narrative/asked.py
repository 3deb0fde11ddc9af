"""What a graph says of a film's events, asked in SPARQL at the level in force."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias, get_args

from filmgraph.names import BASE, IRI, curie
from filmgraph.narrative.orders import Happening, Told
from filmgraph.record import TellingMode
from filmgraph.values import Answer, Cell

__all__ = ["EventFound", "Select", "events_of"]

Select: TypeAlias = Callable[[str], Answer]
"""Asks a query at the level in force."""

_MODES: Final[Mapping[str, TellingMode]] = {f"fg:{mode}": mode for mode in get_args(TellingMode)}
_EVENTS = """
SELECT ?event ?what ?number ?place {{
  ?event a fg:StoryEvent ; fg:inFilm <{film}> ; rdfs:label ?what .
  OPTIONAL {{ ?event fg:storyOrder ?number }}
  OPTIONAL {{ ?event fg:where/fg:place/rdfs:label ?place }}
}} ORDER BY ?event ?number ?place"""
_TELLINGS = """
SELECT ?event ?index ?mode ?strand {{
  ?telling fg:inFilm <{film}> ; fg:tells ?event ; fg:tellingIndex ?index ; fg:tellingMode ?mode .
  OPTIONAL {{ ?telling fg:strand ?strand }}
}} ORDER BY ?index ?event ?strand"""
_ORDER = """
SELECT ?event ?relation ?other {{
  ?event fg:inFilm <{film}> .
  {{ ?other fg:before ?event BIND(fg:before AS ?relation) }}
  UNION {{ ?event fg:during ?other BIND(fg:during AS ?relation) }}
}} ORDER BY ?event ?relation ?other"""
_WHO = """
SELECT ?event ?character ?name ?part {{
  ?event fg:inFilm <{film}> ; fg:participation ?in .
  ?in fg:participant ?character .
  ?character rdfs:label ?name .
  OPTIONAL {{ ?in fg:partPlayed ?part }}
}} ORDER BY ?event ?name ?character ?part"""
_QUOTES = """
SELECT ?event ?quote {{
  ?event a fg:StoryEvent ; fg:inFilm <{film}> ; fg:quote ?quote .
}} ORDER BY ?event ?quote"""


@dataclass(slots=True)
class EventFound:
    """What is said of one event.

    Attributes
    ----------
    iri : IRI
    what : str
    number : float, optional
        Its place in the story.
    where : str
    told : list of Told
    after, during : list of str
        IRIs of events it happens after, and at the same time as.
    who : dict
        (character, part played): the character's name.
    quotes : list of str
    """

    iri: IRI
    what: str
    number: float | None = None
    where: str = ""
    told: list[Told] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    during: list[str] = field(default_factory=list)
    who: dict[tuple[IRI, str], str] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The source that tells it, or its record: the IRI bears the name."""
        parts = self.iri.removeprefix(BASE).split("/")
        return parts[2] if len(parts) > 3 else ""

    def happening(self) -> Happening:
        """Its places in the two orders."""
        return Happening(
            self.iri, tuple(self.told), self.number, tuple(self.after), tuple(self.during)
        )


def events_of(film: IRI, select: Select) -> list[EventFound]:
    """The events of a film with what is said of each, sorted by IRI.

    Parameters
    ----------
    film : IRI
    select : callable
        Asks at the level in force.
    """
    found: dict[IRI, EventFound] = {}
    for event, what, number, place in select(_EVENTS.format(film=film)):
        this = found.setdefault(IRI(str(event)), EventFound(IRI(str(event)), str(what)))
        this.number = number if isinstance(number, int | float) else this.number
        this.where = this.where or str(place or "")
    readers: tuple[tuple[str, Callable[[EventFound, _Row], None]], ...] = (
        (_TELLINGS, _telling),
        (_ORDER, _order),
        (_WHO, _who),
        (_QUOTES, _quote),
    )
    for query, read in readers:
        for event, *row in select(query.format(film=film)):
            one = found.get(IRI(str(event)))
            if one is not None:
                read(one, row)
    return list(found.values())


_Row: TypeAlias = Sequence[Cell]


def _telling(event: EventFound, row: _Row) -> None:
    index, mode, strand = row
    if isinstance(index, int | float):
        event.told.append(Told(index, _MODES[curie(str(mode))], str(strand or "")))


def _order(event: EventFound, row: _Row) -> None:
    relation, other = row
    side = event.during if curie(str(relation)) == "fg:during" else event.after
    side.append(str(other))


def _who(event: EventFound, row: _Row) -> None:
    character, name, part = row
    event.who.setdefault((IRI(str(character)), str(part or "")), str(name))


def _quote(event: EventFound, row: _Row) -> None:
    event.quotes.append(str(row[0]))
