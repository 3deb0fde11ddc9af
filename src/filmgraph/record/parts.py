"""The parts of a film record, and the kinds of value they hold."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

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
PlotStructure: TypeAlias = Literal[
    "linear",
    "reverse",
    "out of order",
    "loop",
    "frame",
    "parallel strands",
    "episodic",
    "competing accounts",
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


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts share."""


class Evidence(Part, frozen=True, kw_only=True):
    """A sentence that says so, and where it stands.

    `part` is the part of the source's text: `synopsis`, `plot`, `ending`, `cast`, `motivation`.
    """

    quote: Prose
    part: str | None = None
    url: Url | None = None


class Said(Part, frozen=True, kw_only=True):
    """A part that has a level and evidence of its own."""

    level: Level | None = None
    evidence: tuple[Evidence, ...] = ()


class Identifier(Part, frozen=True, kw_only=True):
    """A name of the film (or person) in another data set: scheme `imdb`, value `tt0113627`."""

    scheme: SourceName
    value: Name


class Title(Part, frozen=True, kw_only=True):
    """Another title, with its language (BCP 47 tag) and country where they are known."""

    text: Name
    language: Language | None = None
    country: Name | None = None


class Release(Said, frozen=True, kw_only=True):
    """A date on which the film came out, and where."""

    date: Date
    country: Name | None = None


class Company(Said, frozen=True, kw_only=True):
    """A company and what it did for the film."""

    name: Name
    part: Literal["production", "distribution"] = "production"


class Money(Said, frozen=True, kw_only=True):
    """The budget, or what the film took, in whole units of a currency (ISO 4217)."""

    kind: Literal["budget", "box office"]
    amount: Count
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$(?!\n)")] = "USD"
    area: Name | None = None


class Detail(Said, frozen=True, kw_only=True):
    """A detail of the production: `aspect` names it (`shot on`, `filming location`)."""

    aspect: Name
    value: Prose


class PostCreditScene(Said, frozen=True, kw_only=True):
    """Whether something comes after the credits, and what (level ending)."""

    present: bool
    what: Prose | None = None


class Credit(Said, frozen=True, kw_only=True):
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


class Character(Said, frozen=True, kw_only=True):
    """A character, named or not; `traits` are words for what they are ("screenwriter")."""

    name: Name
    aliases: tuple[Name, ...] = ()
    kind: CharacterKind = "named"
    traits: tuple[Name, ...] = ()


class Relation(Said, frozen=True, kw_only=True):
    """A relation between two characters: who, what ("pimp of"), to whom, since which event."""

    who: Name
    what: Name
    whom: Name
    since: str | None = None


class Setting(Said, frozen=True, kw_only=True):
    """A place and a time as the story uses them; at least one of the two.

    `premise` is true for the setting that the premise names: it is open.
    """

    place: Name | None = None
    period: Name | None = None
    premise: bool = False


class ThemeUse(Said, frozen=True, kw_only=True):
    """A theme of the film, how much it weighs, and why the annotator says so (level ending)."""

    theme: Name
    weight: Weight
    motivation: Prose | None = None
    characters: tuple[Name, ...] = ()


class Motif(Said, frozen=True, kw_only=True):
    """A symbol, and what it stands for."""

    name: Name
    symbolises: tuple[Name, ...] = ()


class Participant(Part, frozen=True, kw_only=True):
    """A character in an event, and the part played in it ("attacker")."""

    character: Name
    part: Name | None = None


class Telling(Part, frozen=True, kw_only=True):
    """Where the film tells an event: `index` counts from 1 in the order of the film."""

    index: Annotated[int, Meta(ge=1)]
    mode: TellingMode = "scene"
    strand: Name | None = None


class Event(Said, frozen=True, kw_only=True):
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


class Structure(Said, frozen=True, kw_only=True):
    """How the order of the telling and the order of the story go together."""

    kind: PlotStructure


class FilmRelation(Said, frozen=True, kw_only=True):
    """A relation to another film (title and year), to a series, or to a work it is based on."""

    kind: FilmRelationKind
    title: Name
    year: Year | None = None


class Link(Part, frozen=True, kw_only=True):
    """A page about the film."""

    url: Url
    label: Name | None = None


class Text(Said, frozen=True, kw_only=True):
    """A text about the film, with its language (BCP 47) and licence."""

    kind: TextKind
    text: Prose
    language: Language = "en"
    licence: Name | None = None
