"""Structures of the telling that a record does not name, found from its events."""

from msgspec.structs import replace

from filmgraph.curtain import LEVELS, level_of, visible
from filmgraph.narrative.orders import happenings
from filmgraph.narrative.structures import structures
from filmgraph.record import FilmRecord, Structure

__all__ = ["with_structures"]


def with_structures(record: FilmRecord) -> FilmRecord:
    """The record with the structures that its events have.

    Each has the lowest level at which what may be seen of the events shows it.  That a film is
    told in order is not said: what comes to be known later may show that it is not.

    Examples
    --------
    >>> from filmgraph.record import Event, Telling
    >>> events = tuple(
    ...     Event(id=f"e{n}", what="It.", story_order=n, tellings=(Telling(index=9 - n),))
    ...     for n in range(1, 8)
    ... )
    >>> film = with_structures(FilmRecord(key="m", title="Memento", events=events))
    >>> [one.kind for one in film.structures]
    ['reverse', 'out of order']
    """
    if not record.events:
        return record
    found = {one.kind: one for one in record.structures}
    lowest = {one.kind: LEVELS.index(level_of(record, one)) for one in record.structures}
    for rank, level in enumerate(LEVELS):
        for kind in structures(happenings(visible(record, level))):
            if kind != "linear" and rank < lowest.get(kind, len(LEVELS)):
                found[kind] = Structure(kind=kind, level=level)
                lowest[kind] = rank
    return replace(record, structures=tuple(found.values()))
