"""Reading of texts: a film page's shape, its sentences, its characters and who plays them.

Everything is rules and closed tables, without a model to download; what is not certain is left
unsaid.
"""

from filmgraph.text.characters import Cast, read_cast
from filmgraph.text.genres import GENRES, split_genres
from filmgraph.text.language import language_of
from filmgraph.text.levels import CUES, Told, cue, tell
from filmgraph.text.page import Page, Player, paragraphs_of, read_page
from filmgraph.text.sentences import sentences
from filmgraph.text.story import MOST_SENTENCES, Story, read_story

__all__ = [
    "CUES",
    "GENRES",
    "MOST_SENTENCES",
    "Cast",
    "Page",
    "Player",
    "Story",
    "Told",
    "cue",
    "language_of",
    "paragraphs_of",
    "read_cast",
    "read_page",
    "read_story",
    "sentences",
    "split_genres",
    "tell",
]
