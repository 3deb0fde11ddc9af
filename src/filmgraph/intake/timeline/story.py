"""Who a timeline's film is about, where it plays, and what it stands for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from filmgraph.curtain import default_level
from filmgraph.errors import shown
from filmgraph.intake.timeline.form import Faults, Form
from filmgraph.intake.timeline.outline import Branch
from filmgraph.names import slug
from filmgraph.record import (
    Aspect,
    Character,
    CharacterKind,
    Credit,
    Level,
    Motif,
    Relation,
    Setting,
    ThemeUse,
)

__all__ = ["KEYS", "People", "motifs", "read_people", "relations", "settings", "themes"]

_CHARACTER: Final = ("played by", "also called", "traits", "kind", "level", "quote")
_RELATION: Final = ("who", "what", "whom", "since", "level", "quote")
_SETTING: Final = ("place", "period", "premise", "level", "quote")
_MOTIF: Final = ("name", "stands for", "level", "quote")
_Weight: TypeAlias = Literal["choice", "major", "minor"]  # what is suggested, no fan writes
_THEME: Final = ("weight", "why", "said of", "level", "quote")

KEYS: Final = (*_CHARACTER, *_RELATION, *_SETTING, *_MOTIF, *_THEME)
"""The keys of characters, relations, settings, motifs and themes."""


@dataclass(slots=True)
class People:
    """The characters of a timeline, by each name that is one character's only."""

    characters: list[Character] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    levels: dict[str, Level] = field(default_factory=dict)

    def find(self, name: str, line: int, faults: Faults) -> str | None:
        """The character of a name; a fault where there is none."""
        if name in self.named:
            return self.named[name]
        message = f"There is no character {shown(name)} under 'characters'."
        faults.add(line, message + faults.near(name, self.named))
        return None


def read_people(form: Form, faults: Faults) -> People:
    """The characters, and who plays them.

    Examples
    --------
    >>> from filmgraph.intake.timeline.outline import read_outline
    >>> tree, _ = read_outline("characters: {Sera: {played by: Elisabeth Shue}}")
    >>> people = read_people(Form(tree, "a timeline", ["characters"], Faults()), Faults())
    >>> people.characters[0].name, people.credits[0].person
    ('Sera', 'Elisabeth Shue')
    """
    people = People()
    first: dict[str, str] = {}
    for name, line, node in form.pairs("characters"):
        other = first.setdefault(slug(name), name)
        if other != name:
            faults.add(line, f"{shown(name)} and {shown(other)} differ in too little to be two.")
            continue
        described = Form(node, "a character", _CHARACTER, faults)
        one = _character(name, described)
        people.characters.append(one)
        people.credits += _players(name, described, faults)
        people.levels[name] = one.level or default_level(f"{one.kind} character")
    _name_them(people)
    return people


def _character(name: str, form: Form) -> Character:
    return Character(
        name=name,
        aliases=tuple(alias for alias in form.names("also called") if alias != name),
        kind=form.one_of("kind", CharacterKind, "named"),
        traits=form.names("traits"),
        level=form.level(),
        evidence=form.evidence(),
    )


def _players(character: str, form: Form, faults: Faults) -> Iterator[Credit]:
    """Who plays a character: a name, names, or names with the aspect that each plays."""
    if not isinstance(form.node("played by"), Branch):
        for person in form.names("played by"):
            yield Credit(person=person, part="actor", character=character)
        return
    for person, _, node in form.pairs("played by"):
        aspect = Form(node, "an aspect", ("aspect",), faults, "aspect")
        yield Credit(
            person=person,
            part="actor",
            character=character,
            aspect=aspect.one_of("aspect", Aspect, None),
        )


def _name_them(people: People) -> None:
    """Let another name lead to its character, if it is no one else's."""
    claimed: dict[str, list[str]] = {}
    for one in people.characters:
        for alias in one.aliases:
            claimed.setdefault(alias, []).append(one.name)
    people.named = {alias: who[0] for alias, who in claimed.items() if len(who) == 1}
    people.named.update({one.name: one.name for one in people.characters})


def relations(
    form: Form, people: People, events: Collection[str], faults: Faults
) -> Iterator[Relation]:
    """The relations between characters; `events` are the known ids."""
    for node in form.rows("relations"):
        one = Form(node, "a relation", _RELATION, faults)
        who, whom = (_one_of_them(one, key, people, faults) for key in ("who", "whom"))
        what = one.name("what") if one.need("what", "a `what`") else None
        since = one.text("since")
        if since is not None and since not in events:
            one.fault("since", f"There is no event {shown(since)}.{faults.near(since, events)}")
            since = None
        level, evidence = one.level(), one.evidence()
        if who and whom and what:
            yield Relation(
                who=who, what=what, whom=whom, since=since, level=level, evidence=evidence
            )


def _one_of_them(form: Form, key: str, people: People, faults: Faults) -> str | None:
    name = form.name(key) if form.need(key, f"a `{key}`") else None
    return None if name is None else people.find(name, form.line_of(key), faults)


def settings(form: Form, faults: Faults) -> Iterator[Setting]:
    """The settings; the same place and period twice is a fault."""
    first: dict[tuple[str, str], int] = {}
    for node in form.rows("settings"):
        one = Form(node, "a setting", _SETTING, faults, "place")
        place, period = one.name("place"), one.name("period")
        if "place" not in one and "period" not in one:
            faults.add(one.line, "A setting needs a `place`, a `period` or both.")
            continue
        line = first.setdefault((slug(place or ""), slug(period or "")), one.line)
        if line != one.line:
            faults.add(one.line, f"This setting stands in line {line} already.")
            continue
        level, evidence = one.level(), one.evidence()
        if place is not None or period is not None:
            yield Setting(
                place=place,
                period=period,
                premise=bool(one.yes("premise")),
                level=level,
                evidence=evidence,
            )


def motifs(form: Form, faults: Faults) -> Iterator[Motif]:
    """The motifs and what they stand for."""
    first: dict[str, int] = {}
    for node in form.rows("motifs"):
        one = Form(node, "a motif", _MOTIF, faults, "name")
        name = one.name("name") if one.need("name", "a `name`") else None
        line = first.setdefault(slug(name or ""), one.line)
        if name is not None and line != one.line:
            faults.add(one.line, f"The motif {shown(name)} stands in line {line} already.")
            continue
        stands_for, level, evidence = one.names("stands for"), one.level(), one.evidence()
        if name is not None:
            yield Motif(name=name, symbolises=stands_for, level=level, evidence=evidence)


def themes(form: Form, people: People, faults: Faults) -> Iterator[ThemeUse]:
    """The themes, how much each weighs, why, and of whom it is said."""
    for theme, _, node in form.pairs("themes"):
        one = Form(node, "a theme", _THEME, faults, "weight")
        weighed = one.need("weight", "a weight: choice, major or minor")
        weight = one.one_of("weight", _Weight, None) if weighed else None
        why, level, evidence = one.text("why"), one.level(), one.evidence()
        found = [people.find(n, one.line_of("said of"), faults) for n in one.names("said of")]
        said_of = tuple(dict.fromkeys(name for name in found if name is not None))
        if weight is not None:
            yield ThemeUse(
                theme=theme,
                weight=weight,
                motivation=why,
                characters=said_of,
                level=level,
                evidence=evidence,
            )
