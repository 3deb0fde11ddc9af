"""Identity: which records are one film, person, character, place or theme, and its name."""
