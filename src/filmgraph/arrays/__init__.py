"""The graph as arrays: neighbours, paths and names."""

from filmgraph.arrays.name_index import NameEntry, NameIndex, write_names

__all__ = ["NameEntry", "NameIndex", "write_names"]
