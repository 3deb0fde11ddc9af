"""How much of a labelled plot the rules find: right, wrong and missed, kind by kind.

A label is found if it is there in the same words.  What a plot's labels call optional counts
neither way.  An event is right if its sentence is one that tells an event and its named people are
those of the label.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from filmgraph.text import Story, paragraphs_of, read_story, tell

__all__ = ["KINDS", "Score", "labels_of", "of_plot", "scores"]

SAMPLES: Final = Path(__file__).parent / "samples"
KINDS: Final = ("characters", "relations", "settings", "events", "sentences")
_MUTUAL: Final = frozenset(
    {"partner of", "spouse of", "friend of", "lover of", "neighbor of", "colleague of"}
)


@dataclass(frozen=True)
class Score:
    """How many labels were found, how many findings are no label, how many labels are missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __str__(self) -> str:
        return (
            f"{self.right} right, {self.wrong} wrong, {self.missed} missed "
            f"(precision {self.precision:.2f}, recall {self.recall:.2f})"
        )


def labels_of(name: str) -> dict[str, Any]:
    """The labels of one of our plots."""
    with (SAMPLES / f"{name}.gold.yaml").open(encoding="utf-8") as stream:
        labels: dict[str, Any] = yaml.safe_load(stream)
    return labels


def of_plot(name: str) -> Story:
    """What is read out of one of our plots."""
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return read_story(tell((), paragraphs_of(text)), title=labels_of(name)["film"]["title"])


def scores(story: Story, labels: Mapping[str, Any]) -> dict[str, Score]:
    """The score of each kind."""
    optional = labels.get("optional") or {}
    named = {name for name, one in labels["characters"].items() if one["kind"] == "named"}
    relations = {(one.who, one.what, one.whom) for one in story.relations}
    events = {
        (int(one.id[1:]), frozenset(who.character for who in one.who) & named)
        for one in story.events
    }
    free = set(optional.get("events", ()))
    wanted = {(one["s"], frozenset(one["who"]) & named) for one in labels["events"]}
    return {
        "characters": _score(
            {one.name for one in story.characters if one.kind == "named"},
            named,
            optional.get("named", ()),
        ),
        "relations": _score(
            _straight(relations),
            _straight(map(tuple, labels["relations"])),
            _straight(map(tuple, optional.get("relations", ()))),
        ),
        "settings": _score(
            {one.place or one.period or "" for one in story.settings},
            {str(one) for one in labels["settings"]},
            {str(one) for one in optional.get("settings", ())},
        ),
        "events": _score(events, wanted, {one for one in events if one[0] in free}),
        "sentences": _score({one for one, _ in events}, {one for one, _ in wanted}, free),
    }


def _straight(relations: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Relations that go both ways in one direction only."""
    return {
        (*sorted((who, whom)), what) if what in _MUTUAL else (who, what, whom)
        for who, what, whom in relations
    }


def _score(found: Iterable[object], wanted: Iterable[object], free: Iterable[object]) -> Score:
    found, wanted = set(found), set(wanted)
    return Score(len(found & wanted), len(found - wanted - set(free)), len(wanted - found))
