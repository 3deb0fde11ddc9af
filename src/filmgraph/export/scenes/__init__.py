"""Pictures of values: where each entity stands, what leads to it, and the same in words."""

from filmgraph.export.scenes.choosing import scene_of

__all__ = ["scene_of"]
