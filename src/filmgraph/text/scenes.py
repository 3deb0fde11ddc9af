"""Scenes of a film that someone listed without saying what gives the ending away."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from filmgraph.curtain import level_of
from filmgraph.record import FilmRecord, Level
from filmgraph.text.levels import cue

__all__ = ["numbered_by_level", "scene_ids", "scene_levels"]

_LAST_PART: Final = 5


def scene_levels(labels: Sequence[str], story: Sequence[int] = ()) -> list[Level]:
    """From which level on each scene may be seen, by the rule for running text.

    A scene is of the plot.  The last fifth of the film, the last fifth of the story, and what has
    a word of death, of a revelation or of the end in it is of the ending.

    Parameters
    ----------
    labels : sequence of str
        What is said of the scenes, in the order of the film.
    story : sequence of int, optional
        The place of each in the story.

    Examples
    --------
    >>> scene_levels(["Park", "Her grave", "Park", "Bar", "Bar"])
    ['plot', 'ending', 'plot', 'plot', 'ending']
    >>> scene_levels(["Park"] * 5, [5, 4, 3, 2, 1])
    ['ending', 'plot', 'plot', 'plot', 'ending']
    """
    late = -(-len(labels) // _LAST_PART)
    first_late_place = sorted(story)[-late] if story else 0
    return [
        "ending"
        if place >= len(labels) - late or (story and story[place] >= first_late_place) or cue(label)
        else "plot"
        for place, label in enumerate(labels)
    ]


def scene_ids(levels: Iterable[Level]) -> list[str]:
    """An id for each scene, numbered within its level: no gap tells that one is hidden.

    Examples
    --------
    >>> scene_ids(["plot", "ending", "plot"])
    ['plot-1', 'ending-1', 'plot-2']
    """
    counts: Counter[Level] = Counter()
    ids = []
    for level in levels:
        counts[level] += 1
        ids.append(f"{level}-{counts[level]}")
    return ids


def numbered_by_level(record: FilmRecord) -> FilmRecord:
    """The record with ids of events that count nothing hidden (see `scene_ids`).

    Examples
    --------
    >>> from filmgraph.record import Event
    >>> events = (Event(id="s4", what="They meet."), Event(id="s9", what="They part."))
    >>> film = numbered_by_level(FilmRecord(key="k", title="T", events=events))
    >>> [event.id for event in film.events]
    ['plot-1', 'plot-2']
    """
    levels = [level_of(record, event) for event in record.events]
    old = [event.id for event in record.events]
    ids = dict(zip(old, scene_ids(levels), strict=True))
    events = tuple(
        replace(
            event,
            id=ids[event.id],
            after=tuple(ids[one] for one in event.after),
            during=tuple(ids[one] for one in event.during),
        )
        for event in record.events
    )
    relations = tuple(
        replace(one, since=None if one.since is None else ids[one.since])
        for one in record.relations
    )
    return replace(record, events=events, relations=relations)
