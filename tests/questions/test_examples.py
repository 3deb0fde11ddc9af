"""The example of each question has an answer on the graph it names."""

from typing import Any

import pytest
from tests.questions.small import QUESTIONS, asked

import filmgraph


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_has_an_answer(name: str) -> None:
    question = QUESTIONS[name]
    if question.graph == "small":
        answer = asked(name, **question.example)
    else:
        given: dict[str, Any] = dict(question.example)
        answer = filmgraph.open("demo").ask(name, **given)
    assert len(answer) > 0
    assert answer.columns == tuple(question.columns)


def test_the_python_methods_that_questions_name_exist() -> None:
    named = [one.python for one in QUESTIONS.values() if one.python is not None]
    assert [name for name in named if not callable(getattr(filmgraph.Graph, name, None))] == []
