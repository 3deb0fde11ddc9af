"""Reading of theme motivations: whom they name, of whom a theme is said, where the film is set.

A motivation is a sentence or two that say why a theme is a film's.  What is read out of them are
names, no words: who has a name in the film, which characters a theme is said of, and places and
times of which they say that the film is set there.
"""

from filmgraph.text.motivations.reading import Motivated, lower_words, read_motivations
from filmgraph.text.motivations.settings import read_settings

__all__ = ["Motivated", "lower_words", "read_motivations", "read_settings"]
