"""The order in which a film tells its story, and the order in which it happens."""
