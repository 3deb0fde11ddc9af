"""The picture of an entity: what is around it, by its kind."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from filmgraph.export import around_film, around_person, around_theme, around_thing
from filmgraph.export.around import Found, Select
from filmgraph.export.picture import Node, Picture
from filmgraph.record import Level
from filmgraph.values import Entity

__all__ = ["picture_of"]

_Maker: TypeAlias = Callable[[Entity, Select], tuple[str, list[Found], dict[str, int]]]

_MAKERS: Final[Mapping[str, _Maker]] = {
    "film": around_film.around,
    "person": around_person.around,
    "theme": around_theme.around,
}


def picture_of(entity: Entity, select: Select, level: Level) -> Picture:
    """What is around an entity.

    Parameters
    ----------
    entity : Entity
        As the name index found it.
    select : callable
        Asks SPARQL at the level in force.
    level : str
        The level, which the picture names.
    """
    around = _MAKERS.get(entity.kind, around_thing.around)
    subtitle, found, omitted = around(entity, select)
    centre = Node(entity.iri, entity.kind, entity.label, year=entity.year)
    known = {entity.iri} | {one.node.iri for one in found}
    return Picture(
        title=str(entity),
        subtitle=subtitle,
        centre=centre,
        nodes=tuple(one.node for one in found),
        links=tuple(
            link
            for one in found
            for link in one.links
            if link.source in known and link.target in known
        ),
        omitted={group: count for group, count in omitted.items() if count > 0},
        level=level,
    )
