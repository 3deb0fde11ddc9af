"""Questions: named, tested queries with typed parameters, and asking them."""

from filmgraph.questions.ask import ask, bound_text
from filmgraph.questions.binding import bind
from filmgraph.questions.catalogue import catalogue, find_question, read_question
from filmgraph.questions.front_matter import parse_question
from filmgraph.questions.lint import lint
from filmgraph.questions.question import Kind, Parameter, Question

__all__ = [
    "Kind",
    "Parameter",
    "Question",
    "ask",
    "bind",
    "bound_text",
    "catalogue",
    "find_question",
    "lint",
    "parse_question",
    "read_question",
]
