"""The example of each question has an answer on the graph it names, from its level on."""

from typing import Any

import pytest
from tests.questions.small import QUESTIONS, asked

import filmgraph
from filmgraph.curtain import LEVELS
from filmgraph.errors import UnknownEntity
from filmgraph.record import Level
from filmgraph.values import Answer

BEHIND = [name for name, one in QUESTIONS.items() if one.level != "open"]


def answer(name: str, level: Level) -> Answer:
    question = QUESTIONS[name]
    if question.graph == "small":
        return asked(name, level, **question.example)
    given: dict[str, Any] = dict(question.example)
    return filmgraph.open("demo", level=level).ask(name, **given)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_has_an_answer(name: str) -> None:
    found = answer(name, QUESTIONS[name].level)
    assert len(found) > 0
    assert found.columns == tuple(QUESTIONS[name].columns)


@pytest.mark.parametrize("name", BEHIND)
def test_the_example_has_no_answer_below_the_level_of_the_question(name: str) -> None:
    for level in LEVELS[: LEVELS.index(QUESTIONS[name].level)]:
        try:
            found = len(answer(name, level))
        except UnknownEntity:  # what it asks about is behind the curtain itself
            found = 0
        assert found == 0, level


def test_the_python_methods_that_questions_name_exist() -> None:
    named = [one.python for one in QUESTIONS.values() if one.python is not None]
    assert [name for name in named if not callable(getattr(filmgraph.Graph, name, None))] == []
