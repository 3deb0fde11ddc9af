"""The graph as arrays: neighbours, paths and names."""
