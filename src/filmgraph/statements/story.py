"""Settings, themes, motifs and events in two orders as statements."""

from collections.abc import Mapping

from filmgraph.curtain import default_level, higher, said_of_level
from filmgraph.names import IRI, slug
from filmgraph.record import Event, Level
from filmgraph.statements.orders import numbers
from filmgraph.statements.saying import Saying, rank
from filmgraph.statements.terms import node, number, text
from filmgraph.vocabulary import FG, RDF

__all__ = ["say_events", "say_motifs", "say_settings", "say_structures", "say_themes"]

_WEIGHTS: dict[str, IRI] = {
    "choice": FG.choice,
    "major": FG.major,
    "minor": FG.minor,
    "suggested": FG.suggested,
}
_MODES: dict[str, IRI] = {
    "scene": FG.scene,
    "flashback": FG.flashback,
    "flashforward": FG.flashforward,
    "dream": FG.dream,
    "reported": FG.reported,
    "repeated": FG.repeated,
    "backstory": FG.backstory,
}

_STRUCTURES: dict[str, IRI] = {
    "linear": FG.linear,
    "reverse": FG.reverse,
    "out of order": FG.outOfOrder,
    "loop": FG.loop,
    "frame": FG.frame,
    "parallel strands": FG.parallelStrands,
    "episodic": FG.episodic,
    "competing accounts": FG.competingAccounts,
}


def say_structures(said: Saying) -> None:
    """How the order of the telling and the order of the story go together."""
    for structure in said.record.structures:
        concept = node(_STRUCTURES[structure.kind])
        said.say(said.subject, FG.plotStructure, concept, said.level(structure))


def say_settings(said: Saying) -> None:
    """Where and when the story plays."""
    for setting in said.record.settings:
        level = said.level(setting)
        this = _say_setting(said, setting.place, setting.period, level)
        said.say(said.subject, FG.setting, this, level)
        said.quote(this, setting.evidence, level)


def _say_setting(said: Saying, place: str | None, period: str | None, level: Level) -> str:
    this = node(said.part("setting", *_setting_parts(place, period)))
    label = ", ".join(name for name in (place, period) if name)
    said.begin(this, FG.Setting, level, label=label)
    if place is not None:
        said.say(this, FG.place, said.concept("place", place, level), level)
    if period is not None:
        said.say(this, FG.period, said.concept("period", period, level), level)
    return this


def _setting_parts(place: str | None, period: str | None) -> list[str]:
    at = ["at", slug(place)] if place is not None else []
    return [*at, "in", slug(period)] if period is not None else at


def say_themes(said: Saying) -> None:
    """What the film is about, how much, and why the annotator says so."""
    for use in said.record.themes:
        level = said.level(use)
        theme = said.concept("theme", use.theme, level)
        this = node(said.part("theme-use", theme[1:-1].rpartition("/")[2]))
        said.begin(this, FG.ThemeUse, level)
        said.say(this, FG.theme, theme, level)
        said.say_one(this, FG.weight, node(_WEIGHTS[use.weight]), level)
        if use.motivation is not None:
            ending = higher(level, default_level("motivation"))
            said.say(this, FG.motivation, text(use.motivation), ending)
        for name in use.characters:
            of = said_of_level(said.record, use, name)
            said.say(this, FG.saidOf, said.character(name), of)
        said.quote(this, use.evidence, level)


def say_motifs(said: Saying) -> None:
    """The symbols and what they stand for."""
    for motif in said.record.motifs:
        level = said.level(motif)
        this = node(said.part("motif", slug(motif.name)))
        said.begin(this, FG.Motif, level, label=motif.name)
        said.say(said.subject, FG.motif, this, level)
        for what in motif.symbolises:
            said.say(this, FG.symbolises, text(what), level)
        said.quote(this, motif.evidence, level)


def say_events(said: Saying) -> None:
    """What happens, in the order of the story and in the order of the film."""
    levels = {event.id: said.level(event) for event in said.record.events}
    happens = _story_numbers(said, levels)
    told = _telling_numbers(said, levels)
    for event in said.record.events:
        level = levels[event.id]
        this = _event(said, event.id)
        said.begin(this, FG.StoryEvent, level, label=event.what)
        if event.story_order is not None:
            said.say(this, FG.storyOrder, number(happens[event.story_order]), level)
        if event.place is not None or event.period is not None:
            setting = _event_setting(said, event, level)
            said.say(this, FG.where, setting, level)
        for other in event.after:
            said.say(_event(said, other), FG.before, this, higher(level, levels[other]))
        for other in event.during:
            said.say(this, FG.during, _event(said, other), higher(level, levels[other]))
        said.quote(this, event.evidence, level)
        _say_participants(said, event, level)
        _say_tellings(said, event, level, told)


def _story_numbers(said: Saying, levels: Mapping[str, Level]) -> dict[int, str]:
    ranks: dict[int, int] = {}
    for event in said.record.events:
        if event.story_order is not None:
            mine = rank(levels[event.id])
            ranks[event.story_order] = min(mine, ranks.get(event.story_order, mine))
    return numbers(ranks)


def _telling_numbers(said: Saying, levels: Mapping[str, Level]) -> dict[int, str]:
    return numbers(
        {
            telling.index: rank(_telling_level(levels[event.id]))
            for event in said.record.events
            for telling in event.tellings
        }
    )


def _telling_level(level: Level) -> Level:
    return higher(level, default_level("telling"))


def _event(said: Saying, name: str) -> str:
    # An event's id is its source's own: `e1` of two sources are two events.
    return node(said.own_part("event", name))


def _event_setting(said: Saying, event: Event, level: Level) -> str:
    """The setting that an event names, as far as someone who may see the event may know it."""
    for setting in said.record.settings:
        if (
            setting.place == event.place
            and event.period in (None, setting.period)
            and higher(level, said.level(setting)) == level
        ):
            return _say_setting(said, setting.place, setting.period, level)
    return _say_setting(said, event.place, event.period, level)


def _say_participants(said: Saying, event: Event, level: Level) -> None:
    for one in event.who:
        this = node(said.own_part("participation", event.id, slug(one.character)))
        said.say(_event(said, event.id), FG.participation, this, level)
        said.say(this, RDF.type, node(FG.Participation), level)
        said.say(this, FG.participant, said.character(one.character), level)
        if one.part is not None:
            said.say(this, FG.partPlayed, text(one.part), level)


def _say_tellings(said: Saying, event: Event, level: Level, told: Mapping[int, str]) -> None:
    at = _telling_level(level)
    for count, telling in enumerate(sorted(event.tellings, key=lambda one: one.index), start=1):
        # Named after its event: its place among all tellings would count those that are hidden.
        again = [str(count)] if count > 1 else []
        this = node(said.own_part("telling", event.id, *again))
        said.begin(this, FG.Telling, at)
        said.say(this, FG.tells, _event(said, event.id), at)
        said.say(this, FG.tellingIndex, number(told[telling.index]), at)
        said.say(this, FG.tellingMode, node(_MODES[telling.mode]), at)
        if telling.strand is not None:
            said.say(this, FG.strand, text(telling.strand), at)
