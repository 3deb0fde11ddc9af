"""Timelines: a film's story as a fan writes it down, in YAML, read into a film record.

`outline` makes a tree of the text, `form` reads trees as forms, `facts`, `story` and `events` are
the parts of the form, `orders` holds what is said of the order of events against itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from filmgraph.errors import RecordError, SourceError, shown
from filmgraph.intake.timeline.events import events, level_people, level_settings, read_drafts
from filmgraph.intake.timeline.facts import KEYS as FACTS
from filmgraph.intake.timeline.facts import facts, title_and_year
from filmgraph.intake.timeline.form import SHOWN, Faults, Form, PartOf
from filmgraph.intake.timeline.outline import Fault, Leaf, read_outline
from filmgraph.intake.timeline.story import motifs, read_people, relations, settings, themes
from filmgraph.record import FilmRecord, decode, encode

__all__ = ["KEYS", "SHOWN", "Fault", "PageOf", "PartOf", "Timeline", "read_timeline"]

PageOf: TypeAlias = Callable[[str | None], PartOf]
"""Of the page that a timeline names (or None): the part of it in which a quote stands."""

KEYS: Final = (
    *FACTS,
    "page",
    "told",
    "characters",
    "relations",
    "settings",
    "motifs",
    "themes",
    "events",
)
"""The keys of a timeline."""

Told: TypeAlias = Literal["in order"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was read of a timeline.

    Attributes
    ----------
    record : FilmRecord or None
        None where anything is wrong.
    faults : tuple of Fault
        What is wrong, in the order of the file.
    """

    record: FilmRecord | None
    faults: tuple[Fault, ...]


def _no_page(page: str | None) -> PartOf:
    return lambda quote: "plot"


def read_timeline(text: str, page_of: PageOf = _no_page) -> Timeline:
    """Read a timeline; all that is wrong with it is found at once.

    Parameters
    ----------
    text : str
        YAML.
    page_of : callable, optional
        Gives, for the page that the timeline names, the part in which a quote stands.

    Examples
    --------
    >>> text = '''
    ... film: Alien (1979)
    ... characters: {Ripley: {}}
    ... events:
    ... - {id: wakes, what: The crew wakes., who: [Riply]}
    ... '''
    >>> for fault in read_timeline(text).faults:
    ...     print(fault.line, fault.message)
    5 There is no character 'Riply' under 'characters'. Did you mean: Ripley?
    """
    tree, broken = read_outline(text)
    faults = Faults(list(broken))
    if tree is None or isinstance(tree, Leaf):
        if not faults.found:
            faults.add(1, "A timeline is written as KEY: VALUE lines, beginning with film: TITLE.")
        return Timeline(None, tuple(faults.found))
    form = Form(tree, "a timeline", KEYS, faults)
    record = _record(form, page_of, faults)
    if not faults.found:
        _check_whole(record, form)
    found = tuple(sorted(set(faults.found)))
    return Timeline(None if found else record, found)


def _record(form: Form, page_of: PageOf, faults: Faults) -> FilmRecord:
    title, year = _title(form)
    _find_page(form, page_of, faults)
    people = read_people(form, faults)
    places = tuple(settings(form, faults))
    drafts = read_drafts(form, people, places, faults)
    in_order = form.one_of("told", Told, None) is not None
    about = facts(form, faults)
    about["credits"] = (*about["credits"], *people.credits)
    return FilmRecord(
        key=title if year is None else f"{title} ({year})",
        title=title,
        year=year,
        characters=level_people(drafts, people),
        relations=tuple(relations(form, people, drafts, faults)),
        settings=level_settings(places, drafts, people),
        themes=tuple(themes(form, people, faults)),
        motifs=tuple(motifs(form, faults)),
        events=events(drafts, people, faults, in_order=in_order),
        **about,
    )


def _title(form: Form) -> tuple[str, int | None]:
    name = form.name("film") if form.need("film", "a `film`: its title and year") else None
    found = None if name is None else title_and_year(name)
    if name is not None and found is None:
        form.fault("film", f"{shown(name)} is written as Title (1995), with the year.")
    return found or ("", None)


def _find_page(form: Form, page_of: PageOf, faults: Faults) -> None:
    try:
        faults.part_of = page_of(form.text("page"))
    except (RecordError, SourceError) as error:
        form.fault("page", str(error))


def _check_whole(record: FilmRecord, form: Form) -> None:
    """Hold the record to the limits of its format; what is found here has no better line."""
    try:
        decode(encode(record))
    except RecordError as error:
        form.fault("film", str(error))
