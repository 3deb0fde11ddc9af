"""What is around an entity, and what a walk came to, as wheels."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from filmgraph.arrays.walking import Walked
from filmgraph.export.lettering import shown
from filmgraph.export.scenes.columns import Bunch, Row
from filmgraph.export.scenes.scene import Scene, Style, label_of
from filmgraph.export.scenes.telling import also, heading, name, sentence, source_words
from filmgraph.export.scenes.wheel import INNER_WIDTH, WIDE, Behind, Wheel, wheel
from filmgraph.names import IRI
from filmgraph.statements.projection import EDGES, NODE_KINDS
from filmgraph.values import Entity, GraphValue, Neighbourhood, Neighbours, Step, counted, noun

__all__ = ["any_scene", "neighbourhood_scene", "neighbours_scene", "walk_scene"]

_DRAWN: Final = 60
_LISTED: Final = 400
_SAID: Final = 3
_BEHIND_WIDTH: Final = 164
_ORDER: Final = list(EDGES)
_SLIGHT: Final = ("minor", "suggested")


def neighbours_scene(value: Neighbours) -> Scene:
    """An entity and the steps that lead on from it."""
    rest = value.total - len(value.steps)
    count = len(value.steps)
    return wheel(
        Wheel(
            title=name(value.centre),
            subtitle=f"{counted(value.total, 'neighbour')}",
            words=_centre(value.centre, f"{count} of {value.total:,}" if rest else ""),
            bunches=_by_heading(value.steps, WIDE),
            reading="" if count else f"{name(value.centre)} is linked with nothing here.",
            more=f"{rest:,} more, not in this file" if rest else "",
        )
    )


def _centre(entity: Entity, facts: str = "") -> tuple[str, str]:
    """The words in the iris; a year leads the facts, since in large letters it takes a line."""
    year = str(entity.year) if entity.year is not None else ""
    return shown(entity.label), " · ".join(filter(None, (year, facts)))


def neighbourhood_scene(value: Neighbourhood) -> Scene:
    """An entity and what lies within some steps of it."""
    depth = {one.entity.iri: one.steps for one in value.members}
    links: dict[tuple[IRI, IRI], str] = {}
    beside: dict[IRI, list[IRI]] = {}
    first: dict[IRI, Step] = {}
    for edge in value.links:
        ends = edge.source.iri, edge.target.iri
        if value.centre.iri in ends:
            step = Step(edge, edge.source == value.centre)
            first.setdefault(step.end.iri, step)
            continue
        links.setdefault(ends, sentence(Step(edge)))
        for one, other in (ends, ends[::-1]):
            beside.setdefault(one, []).append(other)
    rank = {one.entity.iri: i for i, one in enumerate(value.members)}
    behind = []
    for member in value.members:
        own = member.entity.iri
        if own not in first:
            near = (iri for iri in beside.get(own, ()) if depth[iri] == member.steps - 1)
            parents = tuple(dict.fromkeys(sorted(near, key=rank.__getitem__)))
            behind.append(_behind(member.entity, member.steps, parents, links))
    width = INNER_WIDTH if behind else WIDE
    steps = sorted((first[iri] for iri in depth if iri in first), key=_telling)
    far = max(depth.values(), default=0)
    return wheel(
        Wheel(
            title=f"Around {name(value.centre)}",
            subtitle=f"{len(value.members)} within {counted(far, 'step')}",
            words=_centre(value.centre),
            bunches=_by_heading(steps, width),
            behind=behind,
            links=links,
            more=_left_out(value),
        )
    )


def _telling(step: Step) -> int:
    """The place of a step among the kinds of edge: those that tell most come first."""
    return _ORDER.index(step.edge.predicate) if step.edge.predicate in EDGES else len(_ORDER)


def _left_out(value: Neighbourhood) -> str:
    more = [f"{count:,} more {noun(kind, count)}" for kind, count in value.left_out.items()]
    hubs = ", ".join(map(name, value.passed_by))
    if hubs:
        more.append(f"not walked through, as they lead everywhere: {hubs}")
    return " · ".join(more)


def _behind(
    entity: Entity, depth: int, parents: Sequence[IRI], links: Mapping[tuple[IRI, IRI], str]
) -> Behind:
    found = (links.get((iri, entity.iri)) or links[entity.iri, iri] for iri in parents)
    said = tuple(found)
    row = Row(
        entity,
        label_of(entity, _BEHIND_WIDTH),
        says=_some(said),
        said=said[:_SAID],
    )
    return Behind(row, depth, tuple(parents))


def _some(sentences: Sequence[str]) -> str:
    more = len(sentences) - _SAID
    return " ".join((*sentences[:_SAID], *([f"And {more} more."] if more > 0 else ())))


def _by_heading(steps: Iterable[Step], width: float) -> list[Bunch]:
    """Steps from one entity under the words that lead on from it; each entity stands once."""
    heads: dict[str, list[Step]] = {}
    further: dict[IRI, list[str]] = {}
    for step in steps:
        if step.end.iri in further:
            further[step.end.iri].append(heading(step))
        else:
            further[step.end.iri] = []
            heads.setdefault(heading(step), []).append(step)
    return [
        Bunch(head, tuple(_row(step, further[step.end.iri], width) for step in them))
        for head, them in heads.items()
    ]


def _row(step: Step, further: Sequence[str], width: float) -> Row:
    parts = [step.edge.text] if step.edge.text else []
    rest = list(dict.fromkeys((*also(step), *further)))
    parts += [f"also {' and '.join(rest)}"] if rest else []
    note = " · ".join(parts)
    as_character = step.edge.text and step.edge.says == "as" and not rest
    style: Style = "character" if as_character else "note"
    name_style: Style = "strong" if step.edge.weight == "choice" else "name"
    return Row(
        step.end,
        label_of(step.end, width, style=name_style, note=note, note_style=style),
        note=shown(note) if note.strip() else "",
        hollow=step.edge.weight in _SLIGHT,
        says=sentence(step),
        sources=source_words(step),
    )


def walk_scene(value: Walked) -> Scene:
    """What a walk came to: that which most ways lead to first."""
    entities, ways = value[:_LISTED], value.ways
    said = _ways_to(value, min(_DRAWN, len(entities)))
    rows = [
        _reached(one, count, said.get(one.iri, ()))
        for one, count in zip(entities, ways, strict=False)
    ]
    drawn = {row.entity.iri for row in rows[:_DRAWN]}
    count = len(value)
    bunches = _by_kind(rows, drawn, value)
    kinds = {row.entity.kind for row in rows}
    what = counted(count, kinds.pop() if len(kinds) == 1 else "")
    return wheel(
        Wheel(
            title=f"A walk to {what}",
            subtitle="those that most ways lead to first",
            words=(what, "to which the walk has come"),
            bunches=bunches,
            reading="" if count else "The walk has come to nothing.",
        )
    )


def _by_kind(rows: Sequence[Row], drawn: set[IRI], value: Walked) -> list[Bunch]:
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        kinds.setdefault(row.entity.kind, []).append(row)
    files = value.reader.graph.files
    counts = np.bincount(files.node_kind[value.nodes], minlength=len(NODE_KINDS))
    return [
        Bunch(
            noun(kind, len(them)),
            tuple(them),
            more=int(counts[NODE_KINDS.index(kind)]) - len(them),
            cut=sum(row.entity.iri not in drawn for row in them),
        )
        for kind, them in kinds.items()
    ]


def _reached(entity: Entity, ways: int, said: tuple[str, ...]) -> Row:
    note = f"{ways:,} ways" if ways > 1 else ""
    label = label_of(entity, WIDE, tail=note)
    more = f" And {ways - len(said)} more ways." if said and ways > len(said) else ""
    return Row(entity, label, note, says=(" ".join(said) or name(entity)) + more, said=said)


def _ways_to(value: Walked, count: int) -> dict[IRI, tuple[str, ...]]:
    """How the last step of a walk led to the first of what it came to."""
    if not value.trail:
        return {}
    reader, last = value.reader, value.trail[-1]
    files = reader.graph.files
    others = files.slot_other[last]
    found: dict[IRI, tuple[str, ...]] = {}
    for node in value.nodes[:count]:
        here = files.slot_edge[last[np.flatnonzero(others == node)[:_SAID]]]
        iri = reader.entity(int(node)).iri
        steps = (Step(edge, edge.target.iri == iri) for edge in reader.edges(here))
        found[iri] = tuple(map(sentence, steps))
    return found


def any_scene(value: GraphValue) -> Scene:
    """Entities by their kind, for a value that has no picture of its own."""
    entities = value.entities()
    kinds: dict[str, list[Row]] = {}
    for one in entities:
        row = Row(one, label_of(one, WIDE), says=name(one))
        kinds.setdefault(one.kind, []).append(row)
    return wheel(
        Wheel(
            title=value.answer().title or f"{len(entities):,} things",
            subtitle="",
            words=(counted(len(entities), ""), ""),
            bunches=[
                Bunch(noun(kind, len(them)), tuple(them), cut=max(0, len(them) - _DRAWN))
                for kind, them in kinds.items()
            ],
            links={(e.source.iri, e.target.iri): sentence(Step(e)) for e in value.edges()},
        )
    )
