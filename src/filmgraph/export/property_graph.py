"""Entities and edges as GraphML or GEXF, for Gephi, Cytoscape, igraph, networkx.

Written line by line: a graph of any size takes no memory.  The writers of networkx hold the whole
document (1.5 GB for the demo), stamp it with today's date, and give all edges of a kind one id,
which programs take for one edge.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers
from filmgraph.arrays.reading import Reader
from filmgraph.values import Edge, Entity

if TYPE_CHECKING:
    from filmgraph.build.make import Progress

__all__ = ["PROPERTY_FORMATS", "Part", "part_of", "write_property_graph"]

_T = TypeVar("_T")
_Writer: TypeAlias = Callable[[Iterable[Entity], Iterable[Edge]], Iterator[str]]

_NODE: Final[Mapping[str, str]] = {
    "iri": "string",
    "kind": "string",
    "label": "string",
    "year": "long",
}
_EDGE: Final[Mapping[str, str]] = {
    "predicate": "string",
    "text": "string",
    "theme_weight": "string",
    "billing": "long",
    "level": "string",
    "film": "string",
    "sources": "string",
}
"""Attributes of nodes and of edges, and their types: as `attributes()` of a value names them."""

_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EVERY: Final = 5_000


@dataclass(frozen=True, slots=True)
class Part:
    """Some nodes and edges of a graph, by their numbers.

    Attributes
    ----------
    reader : Reader
    nodes, edges : array
    """

    reader: Reader
    nodes: Numbers
    edges: Numbers


def part_of(reader: Reader, about: Entity | None = None) -> Part:
    """All of a graph that may be seen; or an entity, what it is linked with, the links of these.

    Examples
    --------
    >>> import filmgraph
    >>> graph = filmgraph.open()
    >>> part = part_of(graph._reader(), graph.film("Alien (1979)"))
    >>> len(part.nodes) < 100 < len(part_of(graph._reader()).nodes)
    True
    """
    graph = reader.graph
    nodes = graph.nodes()
    if about is not None:
        number = graph.number(about.iri)
        nodes = nodes[:0] if number is None else np.union1d(graph.beside(number), [number])
    return Part(reader, nodes, _among(graph, nodes))


def _among(graph: Adjacency, nodes: Numbers) -> Numbers:
    """The edges that may be seen and have both ends among some nodes."""
    inside = np.zeros(graph.size, bool)
    inside[nodes] = True
    slots, _ = graph.slots(nodes)
    files = graph.files
    edges = np.unique(files.slot_edge[slots[inside[files.slot_other[slots]]]])
    # By what they are, since their numbers may come from what is not seen.
    ends = files.edge_target[edges], files.edge_kind[edges], files.edge_source[edges]
    return np.asarray(edges[np.lexsort(ends)])


def write_property_graph(
    part: Part, format_: str, path: Path, progress: "Progress | None" = None
) -> None:
    """Write some nodes and edges; the same ones give the same bytes.

    Parameters
    ----------
    part : Part
    format_ : str
        `graphml` or `gexf`.
    path : Path
        The file, which is overwritten.
    progress : callable, optional
        `progress(step, done, total)` now and then.

    Raises
    ------
    OSError
    """
    reader = part.reader
    lines = _WRITERS[format_](
        _told(map(reader.entity, map(int, part.nodes)), "nodes", len(part.nodes), progress),
        _told(map(reader.edge, map(int, part.edges)), "edges", len(part.edges), progress),
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _told(them: Iterable[_T], step: str, total: int, progress: "Progress | None") -> Iterator[_T]:
    for done, one in enumerate(them):
        if progress is not None and done and not done % _EVERY:
            progress(step, done, total)
        yield one


def _graphml(entities: Iterable[Entity], edges: Iterable[Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for what, attributes in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in attributes.items():
            names = f'id="{name}" for="{what}" attr.name="{name}" attr.type="{type_}"'
            yield f"<key {names}/>"
    yield '<graph edgedefault="directed">'
    for one in entities:
        yield f"<node id={_quoted(one.iri)}>{_data(one.attributes())}</node>"
    for number, edge in enumerate(edges):
        ends = f"source={_quoted(edge.source.iri)} target={_quoted(edge.target.iri)}"
        yield f'<edge id="e{number}" {ends}>{_data(edge.attributes())}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _data(attributes: Mapping[str, str | int]) -> str:
    return "".join(
        f'<data key="{name}">{_text(value)}</data>' for name, value in attributes.items()
    )


def _gexf(entities: Iterable[Entity], edges: Iterable[Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for what, attributes in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{what}" mode="static">'
        for name, type_ in attributes.items():
            if name != "label":  # which every node has without being told
                yield f'<attribute id="{name}" title="{name}" type="{type_}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for one in entities:
        start = f"<node id={_quoted(one.iri)} label={_quoted(one.label)}>"
        yield f"{start}{_values(one.attributes())}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, edge in enumerate(edges):
        ends = f"source={_quoted(edge.source.iri)} target={_quoted(edge.target.iri)}"
        # Gephi makes one edge of those between the same ends unless they differ in their kind.
        start = f'<edge id="e{number}" kind={_quoted(edge.predicate)} {ends}>'
        yield f"{start}{_values(edge.attributes())}</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _values(attributes: Mapping[str, str | int]) -> str:
    values = "".join(
        f'<attvalue for="{name}" value={_quoted(str(value))}/>'
        for name, value in attributes.items()
        if name != "label"
    )
    return f"<attvalues>{values}</attvalues>"


def _text(value: str | int) -> str:
    # A carriage return that stands for itself would be read as a line break.
    return escape(_NO_XML.sub("\ufffd", str(value)), {"\r": "&#13;"})


def _quoted(value: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", value))


_WRITERS: Final[Mapping[str, _Writer]] = {"graphml": _graphml, "gexf": _gexf}
PROPERTY_FORMATS: Final = tuple(_WRITERS)
"""Formats of nodes and edges."""
