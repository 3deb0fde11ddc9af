"""The curtain: what a viewer may know of a film, and who decides.

Three levels, each holding the ones before it: `open` (credits, genres, premise, main themes),
`plot` (what happens), `ending` (how it turns out).  `KINDS` is the one table that gives each kind
of statement its level where source and annotator set none.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from filmgraph.errors import OptionError
from filmgraph.record import (
    Character,
    Company,
    Credit,
    Detail,
    Event,
    FilmRecord,
    FilmRelation,
    Level,
    Money,
    Motif,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Text,
    ThemeUse,
)

__all__ = [
    "KINDS",
    "LEVELS",
    "allowed",
    "check_level",
    "default_level",
    "higher",
    "level_of",
    "portrayal_level",
    "said_of_level",
    "visible",
]

_T = TypeVar("_T")

LEVELS: Final[tuple[Level, ...]] = ("open", "plot", "ending")
_RANK: Final[dict[str, int]] = {level: rank for rank, level in enumerate(LEVELS)}

KINDS: Final[dict[str, Level]] = {
    "fact": "open",
    "credit": "open",
    "genre": "open",
    "link": "open",
    "money": "open",
    "detail": "open",
    "synopsis": "open",
    "portrayal": "open",
    "named character": "open",
    "choice theme": "open",
    "major theme": "open",
    "suggested theme": "plot",
    "premise setting": "open",
    "film relation": "open",
    "post-credit scene": "open",
    "extract": "plot",
    "event": "plot",
    "relation": "plot",
    "unnamed character": "plot",
    "group character": "plot",
    "trait": "plot",
    "minor theme": "plot",
    "motif": "plot",
    "setting": "plot",
    "theme of character": "plot",
    "telling": "plot",
    "motivation": "ending",
    "plot text": "ending",
    "definition": "open",
    "post-credit content": "ending",
}
"""Kind of statement: its level where nothing else sets it."""


def check_level(level: str) -> Level:
    """The level, or an error that lists the three.

    Raises
    ------
    OptionError
        If there is no such level.

    Examples
    --------
    >>> check_level("plot")
    'plot'
    """
    for known in LEVELS:
        if known == level:
            return known
    raise OptionError(f"There is no level {level!r}; the levels are {', '.join(LEVELS)}.")


def default_level(kind: str) -> Level:
    """The level of a kind of statement (see `KINDS`).

    Examples
    --------
    >>> default_level("motivation")
    'ending'
    """
    return KINDS[kind]


def higher(*levels: Level) -> Level:
    """The highest of some levels: what is made of several things hides as the most hidden does.

    Examples
    --------
    >>> higher("open", "ending", "plot")
    'ending'
    """
    return max(levels, key=_RANK.__getitem__)


def allowed(level: Level) -> tuple[Level, ...]:
    """The levels that someone who may see `level` may see.

    Examples
    --------
    >>> allowed("plot")
    ('open', 'plot')
    """
    return LEVELS[: _RANK[level] + 1]


_KIND_OF: Final[dict[type, Callable[[Any], str]]] = {
    Release: lambda part: "fact",
    Company: lambda part: "fact",
    Money: lambda part: "money",
    Detail: lambda part: "detail",
    PostCreditScene: lambda part: "post-credit scene",
    Credit: lambda part: "credit",
    Character: lambda part: f"{part.kind} character",
    Relation: lambda part: "relation",
    Setting: lambda part: "premise setting" if part.premise else "setting",
    ThemeUse: lambda part: f"{part.weight} theme",
    Motif: lambda part: "motif",
    Event: lambda part: "event",
    FilmRelation: lambda part: "film relation",
    Text: lambda part: "plot text" if part.kind == "plot" else part.kind,
}
"""Kind of statement, as `KINDS` names it, that a part of a record makes."""


def level_of(record: FilmRecord, part: Any) -> Level:
    """From which level on a part of a record may be seen.

    What source or annotator set, else the default of its kind; never below a character that takes
    part in it.

    Examples
    --------
    >>> from filmgraph.record import ThemeUse
    >>> film = FilmRecord(key="alien", title="Alien")
    >>> level_of(film, ThemeUse(theme="android", weight="minor"))
    'plot'
    """
    own: Level = part.level or default_level(_KIND_OF[type(part)](part))
    if isinstance(part, Relation):
        return _with_characters(record, own, (part.who, part.whom))
    if isinstance(part, Event):
        return _with_characters(record, own, [one.character for one in part.who])
    return own


def portrayal_level(record: FilmRecord, credit: Credit) -> Level:
    """From which level on it may be seen whom a credited person plays."""
    own = higher(level_of(record, credit), default_level("portrayal"))
    return _with_characters(record, own, [credit.character] if credit.character else [])


def said_of_level(record: FilmRecord, use: ThemeUse, character: str) -> Level:
    """From which level on it may be seen that a theme is said of a character."""
    own = higher(level_of(record, use), default_level("theme of character"))
    return _with_characters(record, own, [character])


def _with_characters(record: FilmRecord, own: Level, names: Iterable[str]) -> Level:
    known = {one.name: one for one in record.characters} if names else {}
    return higher(own, *(level_of(record, known[name]) for name in names if name in known))


_LISTS: Final = (
    "releases",
    "companies",
    "money",
    "details",
    "relations",
    "settings",
    "motifs",
    "film_relations",
    "texts",
)


def visible(record: FilmRecord, level: Level) -> FilmRecord:
    """The record with only those parts that a viewer at a level may see.

    Examples
    --------
    >>> from filmgraph.record import ThemeUse
    >>> use = ThemeUse(theme="android", weight="major", motivation="Ash is one.")
    >>> film = FilmRecord(key="alien", title="Alien", themes=(use,))
    >>> visible(film, "open").themes
    (ThemeUse(theme='android', weight='major'),)
    """
    if level == "ending":
        return record
    seen = frozenset(allowed(level))

    def kept(parts: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(part for part in parts if level_of(record, part) in seen)

    events = kept(record.events)
    ids = {event.id for event in events}
    scene = record.post_credit_scene
    return replace(
        record,
        **{name: kept(getattr(record, name)) for name in _LISTS},
        characters=tuple(
            one if default_level("trait") in seen else replace(one, traits=())
            for one in kept(record.characters)
        ),
        credits=tuple(
            one
            if portrayal_level(record, one) in seen
            else replace(one, character=None, role=None, evidence=())
            for one in kept(record.credits)
        ),
        themes=tuple(
            replace(
                one,
                motivation=None,  # level ending
                characters=tuple(
                    name for name in one.characters if said_of_level(record, one, name) in seen
                ),
            )
            for one in kept(record.themes)
        ),
        events=tuple(
            replace(
                one,
                after=tuple(id_ for id_ in one.after if id_ in ids),
                during=tuple(id_ for id_ in one.during if id_ in ids),
            )
            for one in events
        ),
        post_credit_scene=None
        if scene is None or level_of(record, scene) not in seen
        else replace(scene, what=None),
    )
