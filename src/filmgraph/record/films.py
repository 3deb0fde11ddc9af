"""The records themselves: a film, a concept, and the source that heads a file of them."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from filmgraph.record.parts import (
    FORMAT,
    Character,
    Company,
    ConceptKind,
    Credit,
    Date,
    Detail,
    Event,
    FilmRelation,
    Identifier,
    Link,
    Money,
    Motif,
    Name,
    Part,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    SourceName,
    Structure,
    Text,
    ThemeUse,
    Title,
    Url,
    Year,
)

__all__ = ["ConceptRecord", "FilmRecord", "Record", "Source"]


class FilmRecord(Part, frozen=True, kw_only=True, tag_field="record", tag="film"):
    """One film as one source tells it.

    `key` is the source's own name of the film and occurs once in a source.

    Examples
    --------
    >>> from filmgraph.record import encode
    >>> film = FilmRecord(key="alien", title="Alien", year=1979)
    >>> encode(film)
    b'{"record":"film","key":"alien","title":"Alien","year":1979}'
    """

    key: Name
    title: Name
    year: Year | None = None
    url: Url | None = None
    other_titles: tuple[Title, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    releases: tuple[Release, ...] = ()
    runtime_minutes: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    languages: tuple[Name, ...] = ()
    countries: tuple[Name, ...] = ()
    genres: tuple[Name, ...] = ()
    companies: tuple[Company, ...] = ()
    money: tuple[Money, ...] = ()
    details: tuple[Detail, ...] = ()
    post_credit_scene: PostCreditScene | None = None
    credits: tuple[Credit, ...] = ()
    characters: tuple[Character, ...] = ()
    relations: tuple[Relation, ...] = ()
    settings: tuple[Setting, ...] = ()
    themes: tuple[ThemeUse, ...] = ()
    motifs: tuple[Motif, ...] = ()
    events: tuple[Event, ...] = ()
    structures: tuple[Structure, ...] = ()
    film_relations: tuple[FilmRelation, ...] = ()
    links: tuple[Link, ...] = ()
    texts: tuple[Text, ...] = ()


class ConceptRecord(Part, frozen=True, kw_only=True, tag_field="record", tag="concept"):
    """A theme, a genre or a place, with the broader ones it belongs to.

    Examples
    --------
    >>> from filmgraph.record import encode
    >>> encode(ConceptRecord(kind="theme", name="android", parents=("robot",)))
    b'{"record":"concept","kind":"theme","name":"android","parents":["robot"]}'
    """

    kind: ConceptKind
    name: Name
    parents: tuple[Name, ...] = ()
    other_names: tuple[Name, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    texts: tuple[Text, ...] = ()
    url: Url | None = None


class Source(Part, frozen=True, kw_only=True, tag_field="record", tag="source"):
    """Where records come from; the first line of every file of records.

    `as_of` is the date of the source's newest file, so that the same files give the same bytes.
    """

    name: SourceName
    title: Name
    url: Url | None = None
    licence: Name | None = None
    as_of: Date | None = None
    format: int = FORMAT


Record: TypeAlias = FilmRecord | ConceptRecord
