"""The story read out of whole plots, against labels made by hand before the rules ran on them.

The plots are ours, of ten films; `seen` in their labels says which were looked at while the rules
were written, and what was found at first in those that were not.
"""

from pathlib import Path

import pytest
import yaml
from tests.text.scoring import KINDS, SAMPLES, Score, labels_of, of_plot, scores

from filmgraph.text import Story, read_page, read_story, tell

PLOTS = sorted(path.name.removesuffix(".gold.yaml") for path in SAMPLES.glob("*.gold.yaml"))
LEAST = {"characters": 0.9, "relations": 0.9, "settings": 0.95, "events": 0.8, "sentences": 0.9}
"""Precision over all plots together, which later rules must keep."""
LEAST_RECALL = {
    "characters": 0.95,
    "relations": 0.75,
    "settings": 0.85,
    "events": 0.75,
    "sentences": 0.93,
}


@pytest.fixture(scope="module")
def all_scores() -> dict[str, Score]:
    found = [scores(of_plot(name), labels_of(name)) for name in PLOTS]
    return {kind: sum((one[kind] for one in found), Score()) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_our_plots_are_read_as_well_as_they_were(kind: str, all_scores: dict[str, Score]) -> None:
    score = all_scores[kind]
    assert score.precision >= LEAST[kind], score
    assert score.recall >= LEAST_RECALL[kind], score


@pytest.mark.parametrize("name", PLOTS)
def test_no_relation_of_our_plots_is_false(name: str) -> None:
    assert scores(of_plot(name), labels_of(name))["relations"].wrong == 0


@pytest.mark.parametrize("name", PLOTS)
def test_the_labels_speak_of_each_sentence(name: str) -> None:
    labels = labels_of(name)
    events = {one["s"] for one in labels["events"]} | set(labels["optional"].get("events", ()))
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    numbers = range(1, len(tell((), text.split("\n\n"))) + 1)
    assert events | set(labels["non_events"]) == set(numbers)


def page_story(page: Path) -> Story:
    read = read_page(page.read_text(encoding="utf-8"))
    return read_story(tell(read.synopsis, read.plot), read.cast, read.people, read.title)


@pytest.mark.parametrize("kind", KINDS)
def test_the_real_page_is_read_whole(kind: str, data: Path) -> None:
    for gold in (data / "film-page").glob("*.gold.yaml"):
        story = page_story(gold.with_name(gold.name.replace(".gold.yaml", ".txt")))
        labels = yaml.safe_load(gold.read_text(encoding="utf-8"))
        score = scores(story, labels)[kind]
        assert score.wrong == score.missed == 0, score


def test_the_real_page_gives_its_people_and_what_they_are(data: Path) -> None:
    for gold in (data / "film-page").glob("*.gold.yaml"):
        story = page_story(gold.with_name(gold.name.replace(".gold.yaml", ".txt")))
        labels = yaml.safe_load(gold.read_text(encoding="utf-8"))
        kinds = {name: one["kind"] for name, one in labels["characters"].items()}
        assert {one.name: one.kind for one in story.characters} == kinds
        traits = {(one.name, trait) for one in story.characters for trait in one.traits}
        assert {tuple(one) for one in labels["attributes"]} <= traits


def test_the_real_page_begins_with_what_was_before(data: Path) -> None:
    for gold in (data / "film-page").glob("*.gold.yaml"):
        story = page_story(gold.with_name(gold.name.replace(".gold.yaml", ".txt")))
        first, second = story.events[:2]
        assert first.tellings[0].mode == "backstory"
        assert second.after == (first.id,)
        assert [one.tellings[0].index for one in story.events] == list(
            range(1, len(story.events) + 1)
        )
