"""The arrays for someone who has seen some films: what is known of those is known whole."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

import numpy as np

from filmgraph.arrays.adjacency import Adjacency
from filmgraph.arrays.columns import Numbers, TextColumn
from filmgraph.arrays.edge_columns import Said
from filmgraph.arrays.graph_files import GraphFiles, degrees, slots
from filmgraph.curtain import LEVELS
from filmgraph.record import Level
from filmgraph.statements.projection import NODE_KINDS

__all__ = ["with_seen"]

_PERSON: Final = NODE_KINDS.index("person")


class _Without(TextColumn):
    """A column of texts, some of which are left out."""

    def __init__(self, texts: TextColumn, left_out: frozenset[int]) -> None:
        self._texts, self._left_out = texts, left_out

    def __len__(self) -> int:
        return len(self._texts)

    def _bytes(self, row: int) -> bytes:
        return b"" if row in self._left_out else self._texts._bytes(row)


def with_seen(files: GraphFiles, level: Level, films: Iterable[int]) -> Adjacency:
    """What may be seen at a level, and all that tells of some films.

    The edges that give these films away, and the nodes at their ends, take the level's place; what
    hangs on it is worked out anew.  Nothing on disk is changed.  Who is seen in these films alone
    has no note: it may name another film.

    Parameters
    ----------
    files : GraphFiles
    level : str
    films : iterable of int
        Numbers of films that were seen.
    """
    rank = LEVELS.index(level)
    told = np.isin(files.edge_film, sorted(films))
    if not told.any():
        return Adjacency(files, level)
    freed = told & (files.edge_rank > rank)
    edge_rank = np.where(freed, rank, files.edge_rank).astype(files.edge_rank.dtype)
    node_rank = files.node_rank.copy()
    for ends in (files.edge_source[freed], files.edge_target[freed]):
        node_rank[ends] = np.minimum(node_rank[ends], rank)
    hidden = np.flatnonzero((node_rank < files.node_rank) & (files.node_kind == _PERSON))
    text = files.edge_text.copy()
    # What may be seen already may have a text, and sources, that come later.
    text[rank, told] = files.edge_text[-1, told]
    said, edge_said = _said_by(files, told)
    count = len(files.node_kind)
    edges: dict[str, Numbers] = {
        "edge_source": files.edge_source,
        "edge_target": files.edge_target,
        "edge_kind": files.edge_kind,
        "edge_rank": edge_rank,
    }
    degree, linked = degrees(edges, count)
    runs: dict[str, Any] = slots(edges, count)
    changed = replace(
        files,
        notes=_Without(files.notes, frozenset(hidden.tolist())),
        said=said,
        linked=linked,
        node_rank=node_rank,
        degree=degree,
        edge_rank=edge_rank,
        edge_said=edge_said,
        edge_text=text,
        **runs,
    )
    return Adjacency(changed, level, files.edge_rank)


def _said_by(files: GraphFiles, told: Numbers) -> tuple[tuple[Said, ...], Numbers]:
    """Who says the edges that tell of these films: at every level all who do."""
    said = list(files.said)
    edge_said = files.edge_said.astype(np.int64)
    for number in np.unique(edge_said[told]).tolist():
        everyone = files.said[number][-1]
        edge_said[told & (files.edge_said == number)] = len(said)
        said.append((everyone, everyone, everyone))
    return tuple(said), edge_said
