"""The values that answers are made of: frozen, plain, printable."""

from filmgraph.values.answer import Answer
from filmgraph.values.around import Common, Comparison, Near, Neighbourhood, Neighbours, Shared
from filmgraph.values.distances import Central, Centre, Distances
from filmgraph.values.edges import Edge, GraphValue, Step, free_key, networkx_of
from filmgraph.values.entity import KINDS, Entity, Home, Statement, check_kind
from filmgraph.values.paths import Path, Paths
from filmgraph.values.text import Cell, cell_text, counted, noun, printable, text_width
from filmgraph.values.timeline import Happened, Timeline
from filmgraph.values.walk import ROLES, Walk, Ways

__all__ = [
    "KINDS",
    "ROLES",
    "Answer",
    "Cell",
    "Central",
    "Centre",
    "Common",
    "Comparison",
    "Distances",
    "Edge",
    "Entity",
    "GraphValue",
    "Happened",
    "Home",
    "Near",
    "Neighbourhood",
    "Neighbours",
    "Path",
    "Paths",
    "Shared",
    "Statement",
    "Step",
    "Timeline",
    "Walk",
    "Ways",
    "cell_text",
    "check_kind",
    "counted",
    "free_key",
    "networkx_of",
    "noun",
    "printable",
    "text_width",
]
