"""Which picture a value has."""

from collections.abc import Callable
from typing import Any, Final

from filmgraph.arrays.walking import Walked
from filmgraph.export.scenes.around import (
    any_scene,
    neighbourhood_scene,
    neighbours_scene,
    walk_scene,
)
from filmgraph.export.scenes.common import common_scene
from filmgraph.export.scenes.comparison import comparison_scene
from filmgraph.export.scenes.lanes import path_scene, paths_scene
from filmgraph.export.scenes.scene import Scene
from filmgraph.values import (
    Common,
    Comparison,
    GraphValue,
    Neighbourhood,
    Neighbours,
    Path,
    Paths,
)

__all__ = ["scene_of"]

_SCENES: Final[dict[type[GraphValue], Callable[[Any], Scene]]] = {
    Path: path_scene,
    Paths: paths_scene,
    Neighbours: neighbours_scene,
    Neighbourhood: neighbourhood_scene,
    Common: common_scene,
    Comparison: comparison_scene,
    Walked: walk_scene,
}


def scene_of(value: GraphValue) -> Scene:
    """The picture of a value; of one that has none of its own, its entities by their kind."""
    return _SCENES.get(type(value), any_scene)(value)
