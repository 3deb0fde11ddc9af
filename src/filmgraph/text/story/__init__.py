"""Reading of stories: the people of a plot, their relations, where it plays and what happens.

The way of a sentence: `items` cuts it into words, `phrases` joins them to mentions of persons,
`clauses` finds who does what, `resolve` (with `people` and `pronouns`) who is meant; `relations`,
`settings`, `events` and `orders` read the result, and `reader` makes parts of a record of it.
"""

from filmgraph.text.story.reader import MOST_SENTENCES, Story, read_story

__all__ = ["MOST_SENTENCES", "Story", "read_story"]
