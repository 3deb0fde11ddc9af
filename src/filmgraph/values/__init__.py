"""The values that answers are made of: frozen, plain, printable."""

from filmgraph.values.answer import Answer
from filmgraph.values.entity import KINDS, Entity, Statement, check_kind
from filmgraph.values.text import Cell, cell_text, printable

__all__ = ["KINDS", "Answer", "Cell", "Entity", "Statement", "cell_text", "check_kind", "printable"]
