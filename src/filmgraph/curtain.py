"""The curtain: what a viewer may know of a film, and who decides.

Three levels, each holding the ones before it: `open` (credits, genres, premise, main themes),
`plot` (what happens), `ending` (how it turns out).  `KINDS` is the one table that gives each kind
of statement its level where source and annotator set none.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from filmgraph.errors import OptionError, shown
from filmgraph.record import (
    Character,
    Company,
    Credit,
    Detail,
    Event,
    Evidence,
    FilmRecord,
    FilmRelation,
    Level,
    Money,
    Motif,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Structure,
    Text,
    ThemeUse,
)

__all__ = [
    "ENDING_THEMES",
    "KINDS",
    "LEVELS",
    "allowed",
    "check_level",
    "default_level",
    "higher",
    "level_of",
    "portrayal_level",
    "quote_level",
    "said_of_level",
    "since_level",
    "visible",
]

_T = TypeVar("_T")

ENDING_THEMES: Final = frozenset(
    {
        "assisting in suicide",
        "betrayal",
        "coping with suicide",
        "coping with the death of a child",
        "coping with the death of a friend",
        "coping with the death of a lover",
        "coping with the death of a spouse",
        "delusion of being someone one is not",
        "delusional point of view",
        "doctor assisted suicide",
        "false friend",
        "hallucination of a non-existing person",
        "honorable suicide",
        "how to fake one's own death",
        "human self-sacrifice",
        "human self-sacrifice for another",
        "ironic twist of fate",
        "killing to save a loved one",
        "live by the sword die by the sword",
        "mending one's wicked ways",
        "murder of a lover",
        "poetic justice",
        "sacrifice for a child",
        "sacrifice for a friend",
        "sacrifice for a loved one",
        "sacrifice for an adversary",
        "sacrifice for one's beliefs",
        "sacrifice for one's people",
        "sacrifice to defeat an enemy",
        "sacrifice to prevent mass death",
        "sacrificing a friend to save one's self",
        "sacrificing a loved one to defeat an enemy",
        "sacrificing one's self to stop a contagion",
        "suicide",
        "the universe is a dream",
        "the universe is a simulation",
        "tragic love",
        "what if I found out I was a simulation",
        "what if I were a ghost",
    }
)
"""Themes whose very name tells how a film ends or what turns out, as the Theme Ontology calls
them.  Some are the premise of one film and the end of another: where in doubt they are hidden."""

_FOLDED_ENDINGS: Final = frozenset(map(str.casefold, ENDING_THEMES))

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
    "theme of the ending": "ending",
    "motif": "plot",
    "setting": "plot",
    "theme of character": "plot",
    "telling": "plot",
    "structure": "plot",
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
    raise OptionError(f"There is no level {shown(level)}; the levels are {', '.join(LEVELS)}.")


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


def _kind_of_theme(use: ThemeUse) -> str:
    if use.theme.casefold() in _FOLDED_ENDINGS:
        return "theme of the ending"
    return f"{use.weight} theme"


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
    ThemeUse: _kind_of_theme,
    Motif: lambda part: "motif",
    Event: lambda part: "event",
    Structure: lambda part: "structure",
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


def since_level(record: FilmRecord, relation: Relation) -> Level | None:
    """From which level on it may be seen since which event a relation is; None if no event is."""
    for event in record.events:
        if event.id == relation.since:
            return higher(level_of(record, relation), level_of(record, event))
    return None


_PART_LEVELS: Final[dict[str, Level]] = {
    "cast": "open",
    "synopsis": "open",
    "plot": "plot",
    "ending": "ending",
    "motivation": "ending",
}


def quote_level(level: Level, evidence: Evidence) -> Level:
    """From which level on a sentence may be seen that backs something of a level.

    A cast list may free what the plot says too; the words of the plot stay behind the curtain.

    Examples
    --------
    >>> quote_level("open", Evidence(quote="Ash is an android.", part="ending"))
    'ending'
    """
    return higher(level, _PART_LEVELS.get(evidence.part or "", level))


_LISTS: Final = (
    "releases",
    "companies",
    "money",
    "details",
    "settings",
    "motifs",
    "structures",
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
    >>> [(one.theme, one.motivation) for one in visible(film, "open").themes]
    [('android', None)]
    """
    if level == "ending":
        return record
    return _Seen(record, frozenset(allowed(level))).record()


class _Seen:
    """What of a record is seen at some levels below the last."""

    def __init__(self, record: FilmRecord, levels: frozenset[Level]) -> None:
        self._record = record
        self._levels = levels

    def record(self) -> FilmRecord:
        """The record with only what is seen."""
        record = self._record
        changed: dict[str, object] = {name: self._kept(getattr(record, name)) for name in _LISTS}
        changed["characters"] = tuple(map(self._character, self._kept(record.characters)))
        changed["credits"] = tuple(map(self._credit, self._kept(record.credits)))
        changed["relations"] = tuple(map(self._relation, self._kept(record.relations)))
        changed["themes"] = tuple(map(self._theme, self._kept(record.themes)))
        changed["events"] = self._events(self._kept(record.events))
        for scene in self._kept((record.post_credit_scene,) if record.post_credit_scene else ()):
            # The sentences that say so say what it shows.
            changed["post_credit_scene"] = replace(scene, what=None, evidence=())
        return replace(record, **{"post_credit_scene": None, **changed})

    def _kept(self, parts: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(
            self._with_quotes(part)
            for part in parts
            if level_of(self._record, part) in self._levels
        )

    def _with_quotes(self, part: _T) -> _T:
        evidence: tuple[Evidence, ...] = getattr(part, "evidence")  # noqa: B009
        kept = tuple(one for one in evidence if quote_level("open", one) in self._levels)
        return part if len(kept) == len(evidence) else replace(part, evidence=kept)  # type: ignore[type-var]

    def _character(self, one: Character) -> Character:
        return one if default_level("trait") in self._levels else replace(one, traits=())

    def _credit(self, one: Credit) -> Credit:
        if portrayal_level(self._record, one) in self._levels:
            return one
        return replace(one, character=None, role=None, evidence=())

    def _relation(self, one: Relation) -> Relation:
        since = since_level(self._record, one)
        return one if since in self._levels else replace(one, since=None)

    def _theme(self, one: ThemeUse) -> ThemeUse:
        seen = tuple(
            name
            for name in one.characters
            if said_of_level(self._record, one, name) in self._levels
        )
        return replace(one, motivation=None, characters=seen)  # a motivation is of level ending

    def _events(self, kept: tuple[Event, ...]) -> tuple[Event, ...]:
        """Events that name and count no other than these."""
        ids = {event.id for event in kept}
        happens = _counted(one.story_order for one in kept if one.story_order is not None)
        told = _counted(telling.index for one in kept for telling in one.tellings)
        telling_is_seen = default_level("telling") in self._levels
        return tuple(
            replace(
                one,
                after=tuple(id_ for id_ in one.after if id_ in ids),
                during=tuple(id_ for id_ in one.during if id_ in ids),
                story_order=None if one.story_order is None else happens[one.story_order],
                tellings=tuple(replace(each, index=told[each.index]) for each in one.tellings)
                if telling_is_seen
                else (),
            )
            for one in kept
        )


def _counted(places: Iterable[int]) -> dict[int, int]:
    """Places in an order, counted from 1: a gap would tell that something is hidden."""
    return {place: number for number, place in enumerate(sorted(set(places)), start=1)}
