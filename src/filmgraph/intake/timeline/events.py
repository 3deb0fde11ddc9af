"""The events of a timeline, in the order of the list, and where each is told."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from filmgraph.curtain import LEVELS, default_level, higher
from filmgraph.errors import shown
from filmgraph.intake.timeline.form import Faults, Form
from filmgraph.intake.timeline.orders import Link, Order, check_order, seen_order
from filmgraph.intake.timeline.outline import Branch, Leaf, Node, Row
from filmgraph.intake.timeline.story import People
from filmgraph.record import (
    Character,
    Event,
    Evidence,
    Level,
    Participant,
    Setting,
    Telling,
    TellingMode,
)
from filmgraph.record.parts import MAX_PARTS

__all__ = ["KEYS", "Draft", "events", "level_people", "level_settings", "read_drafts"]

_EVENT: Final = (
    "id",
    "what",
    "who",
    "where",
    "period",
    "level",
    "when",
    "story order",
    "strand",
    "told as",
    "quote",
)
_AGAIN: Final = ("again", "strand", "told as")

KEYS: Final = (*_EVENT, *_AGAIN)
"""The keys of events."""

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_WHEN: Final = re.compile(r"(before|after|with)\s+(\S+)")
_MOST_STORY_ORDER: Final = 10**9


@dataclass(slots=True)
class Draft:
    """An event of the list before the others are known that it names."""

    id: str
    line: int
    what: str
    who: tuple[Participant, ...]
    place: str | None
    period: str | None
    level: Level | None
    evidence: tuple[Evidence, ...]
    story_order: int | None
    when: list[tuple[str, str, int]]
    tellings: list[Telling] = field(default_factory=list)


def read_drafts(
    form: Form, people: People, settings: Sequence[Setting], faults: Faults
) -> dict[str, Draft]:
    """The events of the list by their ids."""
    reader = _Reader(people, settings, faults)
    rows = form.rows("events")
    if len(rows) > MAX_PARTS:
        form.fault("events", f"There are {len(rows):,} events; at most {MAX_PARTS:,} are read.")
        return {}
    for index, node in enumerate(rows, start=1):
        reader.take(node, index)
    reader.tell_again()
    return reader.drafts


class _Reader:
    """Reads the list of events from first to last."""

    def __init__(self, people: People, settings: Sequence[Setting], faults: Faults) -> None:
        self.drafts: dict[str, Draft] = {}
        self._people = people
        self._faults = faults
        self._again: list[tuple[str, int, int, Telling]] = []
        self._periods: dict[str | None, list[str | None]] = {}
        for one in settings:
            self._periods.setdefault(one.place, []).append(one.period)

    def take(self, node: Node, index: int) -> None:
        """Read an item of the list."""
        again = isinstance(node, Branch) and "again" in node.values
        form = Form(node, "an event", _AGAIN if again else _EVENT, self._faults)
        mode: TellingMode = "repeated" if again else "scene"
        telling = Telling(
            index=index,
            mode=form.one_of("told as", TellingMode, mode),
            strand=form.name("strand"),
        )
        if again:
            name = form.text("again")
            if name is not None:
                self._again.append((name, form.line, index, telling))
            return
        draft = self._draft(form)
        if draft is not None:
            draft.tellings.append(telling)
            self.drafts[draft.id] = draft

    def _draft(self, form: Form) -> Draft | None:
        name = self._id(form)
        what = (
            form.text("what") if form.need("what", "a `what`: the sentence it is told in") else None
        )
        place, period = self._where(form)
        draft = Draft(
            id=name or "",
            line=form.line,
            what=what or "",
            who=tuple(self._who(form)),
            place=place,
            period=period,
            level=form.level(),
            evidence=form.evidence(),
            story_order=form.number("story order", 1, _MOST_STORY_ORDER),
            when=list(self._when(form)),
        )
        return draft if name is not None and what is not None else None

    def _id(self, form: Form) -> str | None:
        name = (
            form.text("id") if form.need("id", "an `id`: a short name, as leaves-paris") else None
        )
        if name is None:
            return None
        if not _ID.fullmatch(name):
            form.fault(
                "id", f"The id {shown(name)} is no short name of letters, digits and hyphens."
            )
            return None
        if name in self.drafts:
            line = self.drafts[name].line
            form.fault("id", f"There is another event {shown(name)} in line {line}.")
            return None
        return name

    def _who(self, form: Form) -> Iterator[Participant]:
        """Who takes part: a list of names, or names with the part that each plays."""
        node = form.node("who")
        parts: dict[str, str | None]
        if isinstance(node, Branch):
            parts = {}
            for name, _, value in form.pairs("who"):
                parts[name] = Form(value, "a part played", ("part",), self._faults, "part").name(
                    "part"
                )
        else:
            parts = dict.fromkeys(form.names("who"))
        seen: set[str] = set()
        for name, part in parts.items():
            found = self._people.find(name, self._line_of(node, name), self._faults)
            if found is not None and found not in seen:
                seen.add(found)
                yield Participant(character=found, part=part)

    def _line_of(self, node: Node | None, name: str) -> int:
        if isinstance(node, Branch):
            return node.lines.get(name, node.line)
        if isinstance(node, Row):
            same = (
                item.line for item in node.items if isinstance(item, Leaf) and item.text == name
            )
            return next(same, node.line)
        return node.line if node is not None else 0

    def _where(self, form: Form) -> tuple[str | None, str | None]:
        """Place and period of an event: those of a setting."""
        place, period = form.name("where"), form.name("period")
        if place is None and period is None:
            return None, None
        periods = self._periods.get(place, [])
        there = ", ".join(one for one in periods if one is not None) or "none"
        if place is not None and not periods:
            known = [one for one in self._periods if one is not None]
            near = self._faults.near(place, known)
            form.fault("where", f"There is no place {shown(place)} under 'settings'.{near}")
        elif period is not None and period not in periods:
            of = f"of {shown(place)} with" if place is not None else "without a place of"
            message = f"There is no setting {of} the period {shown(period)}; there is: {there}."
            form.fault("period", message)
        elif period is None and len(periods) > 1 and None not in periods:
            form.fault("where", f"{shown(place)} has several periods ({there}); give the `period`.")
        else:
            return place, period
        return None, None

    def _when(self, form: Form) -> Iterator[tuple[str, str, int]]:
        node = form.node("when")
        items = node.items if isinstance(node, Row) else [node] if node is not None else []
        for item in items:
            match = _WHEN.fullmatch(item.text.strip()) if isinstance(item, Leaf) else None
            if match is None:
                self._faults.add(
                    item.line, "`when` is written as before ID, after ID or with ID, or as a list."
                )
            else:
                yield match.group(1), match.group(2), item.line

    def tell_again(self) -> None:
        """Give the events that are told again their other tellings."""
        for name, line, index, telling in self._again:
            draft = self.drafts.get(name)
            if draft is None:
                near = self._faults.near(name, self.drafts)
                self._faults.add(line, f"There is no event {shown(name)} to tell again.{near}")
            elif draft.tellings[0].index > index:
                self._faults.add(
                    line, f"{shown(name)} is first told in line {draft.line}, below this one."
                )
            else:
                draft.tellings.append(telling)


def events(
    drafts: Mapping[str, Draft], people: People, faults: Faults, *, in_order: bool
) -> tuple[Event, ...]:
    """The events in their two orders.

    Parameters
    ----------
    drafts : mapping of str to Draft
    people : People
    faults : Faults
        What contradicts itself is added.
    in_order : bool
        Whether scenes happen in the order of the list unless a `when` of theirs says otherwise.
    """
    order = Order()
    for draft in drafts.values():
        order.lines[draft.id] = draft.line
        order.ranks[draft.id] = LEVELS.index(_level(draft, people))
        if draft.story_order is not None:
            order.numbers[draft.id] = draft.story_order
    during = {draft.id: tuple(_say_when(draft, drafts, order, faults)) for draft in drafts.values()}
    if in_order:
        order.links += _told_links(drafts)
    after = seen_order(order, check_order(order, faults))
    return tuple(
        Event(
            id=draft.id,
            what=draft.what,
            who=draft.who,
            place=draft.place,
            period=draft.period,
            tellings=tuple(draft.tellings),
            after=after[draft.id],
            during=during[draft.id],
            story_order=draft.story_order,
            level=draft.level,
            evidence=draft.evidence,
        )
        for draft in drafts.values()
    )


def level_settings(
    settings: Iterable[Setting], drafts: Mapping[str, Draft], people: People
) -> tuple[Setting, ...]:
    """The settings; one where only later things happen is for later too.

    That holds where nothing else is said: neither a level nor that the premise names it.
    """
    first = _first_levels((one.place, one, people) for one in drafts.values())
    return tuple(
        replace(one, level=higher(default_level("setting"), first[one.place]))
        if one.level is None and not one.premise and one.place in first
        else one
        for one in settings
    )


def level_people(drafts: Mapping[str, Draft], people: People) -> tuple[Character, ...]:
    """The characters; one without a name who is only in later events is for later too."""
    first = _first_levels(
        (who.character, one, people) for one in drafts.values() for who in one.who
    )
    return tuple(
        replace(one, level=higher(people.levels[one.name], first[one.name]))
        if one.level is None and one.kind != "named" and one.name in first
        else one
        for one in people.characters
    )


def _first_levels(seen: Iterable[tuple[str | None, Draft, People]]) -> dict[str | None, Level]:
    """What events name: the level from which on the first of these events may be seen."""
    ranks: dict[str | None, int] = {}
    for name, draft, people in seen:
        rank = LEVELS.index(_level(draft, people))
        ranks[name] = min(rank, ranks.get(name, rank))
    return {name: LEVELS[rank] for name, rank in ranks.items()}


def _level(draft: Draft, people: People) -> Level:
    own = draft.level or default_level("event")
    return higher(own, *(people.levels[one.character] for one in draft.who))


def _say_when(
    draft: Draft, drafts: Mapping[str, Draft], order: Order, faults: Faults
) -> Iterator[str]:
    """Take in what an event's `when` says; the events that it happens with."""
    for how, other, line in dict.fromkeys(draft.when):
        if other == draft.id:
            faults.add(line, f"{shown(other)} cannot happen {how} itself.")
        elif other not in drafts:
            faults.add(line, f"There is no event {shown(other)}.{faults.near(other, drafts)}")
        elif how == "with":
            order.together.append((draft.id, other, line))
            yield other
        elif how == "before":
            order.links.append(Link(draft.id, other, line))
        else:
            order.links.append(Link(other, draft.id, line))


def _told_links(drafts: Mapping[str, Draft]) -> Iterator[Link]:
    """That each scene follows the scene before it in its strand.

    One with a `when` of its own does not, but the next one follows it, and what came before it.
    """
    last: dict[str | None, dict[str, None]] = {}
    for draft in drafts.values():
        telling = draft.tellings[0]
        if telling.mode != "scene":
            continue
        before = last.get(telling.strand, {})
        if draft.when:
            plain = next(iter(before), None)
            last[telling.strand] = dict.fromkeys(filter(None, (plain, draft.id)))
            continue
        for other in before:
            yield Link(other, draft.id, draft.line, told=True)
        last[telling.strand] = {draft.id: None}
