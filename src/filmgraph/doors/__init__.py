"""The doors: where statements are kept, and the languages in which one can ask."""
