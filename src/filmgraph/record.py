"""The film record: the one structure for all that a source may say of a film.

Every loader yields these values and nothing else; whoever can write them as JSON lines needs no
loader.  A file of records begins with a `Source`, then come `FilmRecord`s and `ConceptRecord`s in
any order, one JSON object a line, told apart by the field `record`.

Rules for all parts:

- a field that is not known is absent, never an empty stand-in;
- `level` says what a viewer may know (`open`, `plot`, `ending`); where it is absent, the curtain's
  table for that kind of part decides;
- `evidence` holds the sentences that say so, as the source wrote them;
- an unknown field is an error that names the field.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from filmgraph.errors import RecordError
from filmgraph.names import has_letters, one_line

__all__ = [
    "FORMAT",
    "Aspect",
    "Character",
    "CharacterKind",
    "Company",
    "ConceptKind",
    "ConceptRecord",
    "Credit",
    "Detail",
    "Event",
    "Evidence",
    "FilmRecord",
    "FilmRelation",
    "Identifier",
    "Level",
    "Link",
    "Money",
    "Motif",
    "Participant",
    "PostCreditScene",
    "Record",
    "Relation",
    "Release",
    "Setting",
    "Source",
    "Telling",
    "TellingMode",
    "Text",
    "ThemeUse",
    "Title",
    "Weight",
    "decode",
    "decode_source",
    "encode",
    "faults",
    "json_schema",
]

FORMAT = 1
"""Version of the record format.  It grows when an older filmgraph could not read a newer file."""

FIRST_YEAR = 1870
LAST_YEAR = 2100
MAX_TEXT = 1_000_000
MAX_NAME = 1_000
MAX_PARTS = 20_000

Level: TypeAlias = Literal["open", "plot", "ending"]
Weight: TypeAlias = Literal["choice", "major", "minor", "suggested"]
Aspect: TypeAlias = Literal["body", "voice", "young", "old"]
TellingMode: TypeAlias = Literal[
    "scene", "flashback", "flashforward", "dream", "reported", "repeated", "backstory"
]
CharacterKind: TypeAlias = Literal["named", "unnamed", "group"]
ConceptKind: TypeAlias = Literal["theme", "genre", "place"]
CreditPart: TypeAlias = Literal[
    "actor",
    "director",
    "writer",
    "producer",
    "composer",
    "cinematographer",
    "editor",
    "contributor",
]
FilmRelationKind: TypeAlias = Literal["remake of", "sequel of", "based on", "in series"]
TextKind: TypeAlias = Literal["synopsis", "extract", "plot", "definition"]

# "$(?!\n)" is the end of the text in Python and in JSON Schema alike; "$" alone lets a line end by.
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
Prose: TypeAlias = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT)]
Date: TypeAlias = Annotated[
    str, Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$(?!\n)")
]
"""A year, a month or a day: `1995`, `1995-10`, `1995-10-27`."""
Url: TypeAlias = Annotated[
    str, Meta(pattern=r"^https?://[^\s<>\"{}|\\^`\[\]]+$(?!\n)", max_length=2_000)
]
SourceName: TypeAlias = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=64)
]
Language: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$(?!\n)")]
"""A BCP 47 language tag: `en`, `pt-BR`."""
Count: TypeAlias = Annotated[int, Meta(ge=0, le=10**15)]
Year: TypeAlias = Annotated[int, Meta(ge=FIRST_YEAR, le=LAST_YEAR)]


class _Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts share."""


class Evidence(_Part, frozen=True, kw_only=True):
    """A sentence that says so, and where it stands.

    `part` is the part of the source's text: `synopsis`, `plot`, `ending`, `cast`, `motivation`.
    """

    quote: Prose
    part: str | None = None
    url: Url | None = None


class _Said(_Part, frozen=True, kw_only=True):
    """A part that has a level and evidence of its own."""

    level: Level | None = None
    evidence: tuple[Evidence, ...] = ()


class Identifier(_Part, frozen=True, kw_only=True):
    """A name of the film (or person) in another data set: scheme `imdb`, value `tt0113627`."""

    scheme: SourceName
    value: Name


class Title(_Part, frozen=True, kw_only=True):
    """Another title, with its language (BCP 47 tag) and country where they are known."""

    text: Name
    language: Language | None = None
    country: Name | None = None


class Release(_Said, frozen=True, kw_only=True):
    """A date on which the film came out, and where."""

    date: Date
    country: Name | None = None


class Company(_Said, frozen=True, kw_only=True):
    """A company and what it did for the film."""

    name: Name
    part: Literal["production", "distribution"] = "production"


class Money(_Said, frozen=True, kw_only=True):
    """The budget, or what the film took, in whole units of a currency (ISO 4217)."""

    kind: Literal["budget", "box office"]
    amount: Count
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$(?!\n)")] = "USD"
    area: Name | None = None


class Detail(_Said, frozen=True, kw_only=True):
    """A detail of the production: `aspect` names it (`shot on`, `filming location`)."""

    aspect: Name
    value: Prose


class PostCreditScene(_Said, frozen=True, kw_only=True):
    """Whether something comes after the credits, and what (level ending)."""

    present: bool
    what: Prose | None = None


class Credit(_Said, frozen=True, kw_only=True):
    """A person's part in the film.

    `role` is the text of the credits ("Sera", "bartender"); `character` names one of the record's
    `characters`; `billing` counts from 1.  `person_id` is the person's identifier in the source.
    """

    person: Name
    part: CreditPart
    role: Name | None = None
    character: Name | None = None
    aspect: Aspect | None = None
    billing: Annotated[int, Meta(ge=1)] | None = None
    person_id: Identifier | None = None


class Character(_Said, frozen=True, kw_only=True):
    """A character, named or not; `traits` are words for what they are ("screenwriter")."""

    name: Name
    aliases: tuple[Name, ...] = ()
    kind: CharacterKind = "named"
    traits: tuple[Name, ...] = ()


class Relation(_Said, frozen=True, kw_only=True):
    """A relation between two characters: who, what ("pimp of"), to whom, since which event."""

    who: Name
    what: Name
    whom: Name
    since: str | None = None


class Setting(_Said, frozen=True, kw_only=True):
    """A place and a time as the story uses them; at least one of the two.

    `premise` is true for the setting that the premise names: it is open.
    """

    place: Name | None = None
    period: Name | None = None
    premise: bool = False


class ThemeUse(_Said, frozen=True, kw_only=True):
    """A theme of the film, how much it weighs, and why the annotator says so (level ending)."""

    theme: Name
    weight: Weight
    motivation: Prose | None = None
    characters: tuple[Name, ...] = ()


class Motif(_Said, frozen=True, kw_only=True):
    """A symbol, and what it stands for."""

    name: Name
    symbolises: tuple[Name, ...] = ()


class Participant(_Part, frozen=True, kw_only=True):
    """A character in an event, and the part played in it ("attacker")."""

    character: Name
    part: Name | None = None


class Telling(_Part, frozen=True, kw_only=True):
    """Where the film tells an event: `index` counts from 1 in the order of the film."""

    index: Annotated[int, Meta(ge=1)]
    mode: TellingMode = "scene"
    strand: Name | None = None


class Event(_Said, frozen=True, kw_only=True):
    """Something that happens in the story.

    `after` names events (by `id`) that happen earlier in the story, `during` events that happen at
    the same time.  `place` and `period` name one of the record's settings.
    """

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$(?!\n)", max_length=64)]
    what: Prose
    who: tuple[Participant, ...] = ()
    place: Name | None = None
    period: Name | None = None
    tellings: tuple[Telling, ...] = ()
    after: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    story_order: Annotated[int, Meta(ge=1)] | None = None


class FilmRelation(_Said, frozen=True, kw_only=True):
    """A relation to another film (title and year), to a series, or to a work it is based on."""

    kind: FilmRelationKind
    title: Name
    year: Year | None = None


class Link(_Part, frozen=True, kw_only=True):
    """A page about the film."""

    url: Url
    label: Name | None = None


class Text(_Said, frozen=True, kw_only=True):
    """A text about the film, with its language (BCP 47) and licence."""

    kind: TextKind
    text: Prose
    language: Language = "en"
    licence: Name | None = None


class FilmRecord(_Part, frozen=True, kw_only=True, tag_field="record", tag="film"):
    """One film as one source tells it.

    `key` is the source's own name of the film and occurs once in a source.

    Examples
    --------
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
    film_relations: tuple[FilmRelation, ...] = ()
    links: tuple[Link, ...] = ()
    texts: tuple[Text, ...] = ()


class ConceptRecord(_Part, frozen=True, kw_only=True, tag_field="record", tag="concept"):
    """A theme, a genre or a place, with the broader ones it belongs to.

    Examples
    --------
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


class Source(_Part, frozen=True, kw_only=True, tag_field="record", tag="source"):
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

_encoder = msgspec.json.Encoder()
_record_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_source_decoder: msgspec.json.Decoder[Source] = msgspec.json.Decoder(Source)


def encode(record: Record | Source) -> bytes:
    """One JSON line (without its end): fields in the order of the class, defaults left out.

    Examples
    --------
    >>> encode(Source(name="mine", title="My films"))
    b'{"record":"source","name":"mine","title":"My films"}'
    """
    return _encoder.encode(record)


def decode(line: bytes | str) -> Record:
    """A film or concept record from one JSON line.

    Raises
    ------
    RecordError
        If the line is not JSON, a field is unknown, missing or of the wrong type, or `faults`
        finds something.

    Examples
    --------
    >>> decode('{"record":"film","key":"a","title":"Alien","yaer":1979}')
    Traceback (most recent call last):
    filmgraph.errors.RecordError: Object contains unknown field `yaer`.
    """
    try:
        record = _record_decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(_sentence(error)) from None
    for fault in faults(record):
        raise RecordError(fault)
    return record


def decode_source(line: bytes | str) -> Source:
    """The source that heads a file of records.

    Raises
    ------
    RecordError
        If the line is not a source, or its format is newer than this filmgraph reads.

    Examples
    --------
    >>> decode_source('{"record":"source","name":"mine","title":"My films"}').title
    'My films'
    """
    try:
        source = _source_decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(f"The first line must be a source: {_sentence(error)}") from None
    if source.format > FORMAT:
        raise RecordError(
            f"The records are of format {source.format}; this filmgraph reads up to {FORMAT}.",
            hint="Install a newer filmgraph.",
        )
    return source


def _sentence(error: Exception) -> str:
    text = str(error).rstrip(".")
    return f"{text}."


def faults(record: Record) -> Iterator[str]:
    """What is wrong with a record that its types alone do not show, one sentence each.

    Examples
    --------
    >>> list(faults(FilmRecord(key="x", title="...")))
    ["The title '...' has no letter or digit."]
    """
    if isinstance(record, ConceptRecord):
        yield from _name_faults("name", record.name)
        return
    yield from _title_faults(record)
    for credit in record.credits:
        yield from _name_faults("person", credit.person)
    yield from _character_faults(record)
    yield from _event_faults(record)
    for setting in record.settings:
        if setting.place is None and setting.period is None:
            yield "A setting has neither place nor period."
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, tuple) and len(value) > MAX_PARTS:
            yield f"There are {len(value)} {name}; at most {MAX_PARTS} are read."


def _title_faults(record: FilmRecord) -> Iterator[str]:
    # "!!!" and "?" are real films, but they have a year or a page that tells them apart.
    if not has_letters(record.title) and record.year is None and not record.identifiers:
        yield f"The title {record.title!r} has no letter or digit."
    if one_line(record.title) != record.title:
        yield f"The title {record.title!r} has line breaks, control characters or stray spaces."


def _name_faults(what: str, name: str) -> Iterator[str]:
    if not has_letters(name):
        yield f"The {what} {name!r} has no letter or digit."
    elif one_line(name) != name:
        yield f"The {what} {name!r} has line breaks, control characters or stray spaces."


def _character_faults(record: FilmRecord) -> Iterator[str]:
    known: set[str] = set()
    for character in record.characters:
        yield from _name_faults("character", character.name)
        known.add(character.name)
    mentions = [credit.character for credit in record.credits]
    mentions += [name for relation in record.relations for name in (relation.who, relation.whom)]
    mentions += [name for use in record.themes for name in use.characters]
    mentions += [one.character for event in record.events for one in event.who]
    for name in mentions:
        if name is not None and name not in known:
            yield f"The character {name!r} is named but does not stand under 'characters'."
            known.add(name)


def _event_faults(record: FilmRecord) -> Iterator[str]:
    ids = {event.id for event in record.events}
    if len(ids) < len(record.events):
        yield "Two events have the same id."
    for event in record.events:
        for other in (*event.after, *event.during):
            if other == event.id:
                yield f"The event {event.id!r} stands before or beside itself."
            elif other not in ids:
                yield f"The event {event.id!r} names the event {other!r}, which does not exist."


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of a file of records.

    Examples
    --------
    >>> json_schema()["title"]
    'filmgraph record'
    """
    (schema,), components = msgspec.json.schema_components(
        [Source | FilmRecord | ConceptRecord], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/filmgraph/record.schema.json",
        "title": "filmgraph record",
        "description": f"One line of a file of film records, format {FORMAT}.",
        **schema,
        "$defs": components,
    }
