"""What is wrong with a record that its types alone do not show."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

from filmgraph.names import has_letters, one_line
from filmgraph.record.films import ConceptRecord, FilmRecord, Record
from filmgraph.record.parts import FIRST_YEAR, LAST_YEAR, MAX_PARTS

__all__ = ["faults"]


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
    for release in record.releases:
        if not _is_date(release.date):
            yield f"There is no date {release.date!r} between {FIRST_YEAR} and {LAST_YEAR}."
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, tuple) and len(value) > MAX_PARTS:
            yield f"There are {len(value)} {name}; at most {MAX_PARTS} are read."


def _is_date(text: str) -> bool:
    try:
        first = date.fromisoformat((text + "-01-01")[: len("1995-10-27")])
    except ValueError:
        return False
    return FIRST_YEAR <= first.year <= LAST_YEAR


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
        if character.name in known:
            yield f"The character {character.name!r} stands twice under 'characters'."
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
    yield from _order_faults(record)
    for relation in record.relations:
        if relation.since is not None and relation.since not in ids:
            yield f"A relation names the event {relation.since!r}, which does not exist."


def _order_faults(record: FilmRecord) -> Iterator[str]:
    try:
        TopologicalSorter({event.id: event.after for event in record.events}).prepare()
    except CycleError as error:
        yield f"Events come after each other in a circle: {' after '.join(error.args[1][::-1])}."
    told = Counter(telling.index for event in record.events for telling in event.tellings)
    for index, count in told.items():
        if count > 1:
            yield f"{count} events are told at the same place, {index}."
