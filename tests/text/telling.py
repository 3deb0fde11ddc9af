"""A story read out of a few sentences, for the tests of each of its parts."""

from filmgraph.text import Story, Told, read_story, sentences

__all__ = ["people", "related", "story", "who"]


def story(*texts: str, part: str = "plot") -> Story:
    """The story of a plot none of whose sentences is of the ending."""
    told = [Told(one, "synopsis" if part == "synopsis" else "plot") for one in cut(texts)]
    return read_story(told)


def cut(texts: tuple[str, ...]) -> list[str]:
    """The sentences of some texts."""
    return [one for text in texts for one in sentences(text)]


def people(*texts: str) -> dict[str, str]:
    """Everyone in a plot: the name, and whether they are named, unnamed or a group."""
    return {one.name: one.kind for one in story(*texts).characters}


def related(*texts: str) -> set[tuple[str, str, str]]:
    """The relations of a plot."""
    return {(one.who, one.what, one.whom) for one in story(*texts).relations}


def who(*texts: str) -> list[set[str]]:
    """Who takes part in each event of a plot."""
    return [{one.character for one in event.who} for event in story(*texts).events]
