"""The steps of a build, the graph folder and its manifest."""
