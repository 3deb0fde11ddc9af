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


@pytest.mark.parametrize("name", [name for name in QUESTIONS if QUESTIONS[name].python])
def test_the_python_method_that_a_question_names_exists(name: str) -> None:
    method = QUESTIONS[name].python
    assert method is not None
    assert callable(getattr(filmgraph.Graph, method))
