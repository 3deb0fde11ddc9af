"""The arrays of a build: nodes, edges, and each node's edges side by side (CSR).

Written once by a build, then mapped into memory and only read.

arrays/
  iris.npy labels.npy notes.npy   texts of the nodes, with *_ends.npy; nodes are sorted by IRI
  node_kind node_rank node_year   a number a node; year 0 where there is none
  start                           where the slots of each node begin (one more than nodes)
  end                             3 x nodes: where its slots of each level end
  degree                          3 x nodes: how many different nodes it is linked with
  slot_other slot_edge slot_kind  a slot for each edge at each of its two ends; of a node, first
                                  what is open, then plot, then ending, so that what may be seen
                                  at a level is one run; within a level first the edges that lead
                                  from it, by kind and by the other end's IRI
  edge_source edge_target edge_kind edge_rank edge_film edge_order edge_said
  edge_text                       3 x edges: the text at each level
  words.npy                       the texts of the edges
  arrays.json                     version, stamp of the build, the form of each file; written last
"""

import hashlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from filmgraph.arrays.columns import Columns, Form, Numbers, TextColumn, index_type
from filmgraph.arrays.edge_columns import EdgeColumns, Said
from filmgraph.arrays.names_files import NameEntry
from filmgraph.curtain import LEVELS
from filmgraph.durable import sync_folder
from filmgraph.errors import DamagedGraph, NewerGraph, StorageError
from filmgraph.statements.projection import EDGES, NODE_KINDS

__all__ = ["GraphFiles", "degrees", "open_arrays", "slots", "write_arrays"]

_VERSION: Final = 1
_MANIFEST: Final = "arrays.json"
_TEXTS: Final = ("iris", "labels", "notes", "words")
_NUMBERS: Final = (
    "node_kind",
    "node_rank",
    "node_year",
    "start",
    "end",
    "degree",
    "slot_other",
    "slot_edge",
    "slot_kind",
    "edge_source",
    "edge_target",
    "edge_kind",
    "edge_rank",
    "edge_film",
    "edge_order",
    "edge_said",
    "edge_text",
)


class _Version(msgspec.Struct, frozen=True):
    version: int


class _Manifest(_Version, frozen=True):
    stamp: str
    kinds: tuple[str, ...]
    edges: tuple[str, ...]
    said: tuple[Said, ...]
    linked: tuple[int, int, int]
    forms: dict[str, Form]


@dataclass(frozen=True, slots=True, repr=False)
class GraphFiles:
    """The opened arrays, whatever the level; `Adjacency` is what may be seen of them.

    Attributes
    ----------
    iris, labels, notes, words : TextColumn
    said : tuple
        Who says so, by the numbers of `edge_said`.
    linked : tuple of int
        At each level, how many pairs of nodes are linked.
    node_kind, node_rank, node_year, start, end, degree, slot_other, slot_edge, slot_kind : array
    edge_source, edge_target, edge_kind, edge_rank, edge_film : array
    edge_order, edge_said, edge_text : array
        See the module's description.
    """

    iris: TextColumn
    labels: TextColumn
    notes: TextColumn
    words: TextColumn
    said: tuple[Said, ...]
    linked: tuple[int, int, int]
    node_kind: Numbers
    node_rank: Numbers
    node_year: Numbers
    start: Numbers
    end: Numbers
    degree: Numbers
    slot_other: Numbers
    slot_edge: Numbers
    slot_kind: Numbers
    edge_source: Numbers
    edge_target: Numbers
    edge_kind: Numbers
    edge_rank: Numbers
    edge_film: Numbers
    edge_order: Numbers
    edge_said: Numbers
    edge_text: Numbers


def write_arrays(
    folder: Path, names: Iterable[NameEntry], edges: EdgeColumns, stamp: str = ""
) -> int:
    """Write the arrays of a build.

    Parameters
    ----------
    folder : Path
        Made where it is missing; what an earlier call left there is replaced.
    names : iterable of NameEntry
        What has a name; a node that has none is among `edges.nodes`.
    edges : EdgeColumns
    stamp : str
        What tells this build from others.

    Returns
    -------
    int
        Edges that were left out, as one of their ends is nothing that is known.

    Raises
    ------
    StorageError
        If the disk does not take it.
    """
    nodes = _nodes(names, edges)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MANIFEST).unlink(missing_ok=True)
        columns = Columns(folder, stamp)
        columns.save_texts("iris", (one.iri for one in nodes))
        columns.save_texts("labels", (one.label for one in nodes))
        columns.save_texts("notes", (one.note for one in nodes))
        columns.save_texts("words", edges.words)
        numbers = _node_columns(nodes)
        places = {str(one.iri): place for place, one in enumerate(nodes)}
        found = _edge_columns(edges, places, numbers["node_rank"])
        numbers |= found | slots(found, len(nodes))
        numbers["degree"], linked = degrees(numbers, len(nodes))
        for name in _NUMBERS:
            columns.save_numbers(name, numbers[name])
        body = _Manifest(
            _VERSION, stamp, NODE_KINDS, tuple(EDGES), tuple(edges.said), linked, columns.forms
        )
        (folder / _MANIFEST).write_bytes(msgspec.json.encode(body) + b"\n")
        sync_folder(folder)
    except OSError as error:
        raise StorageError(f"The arrays in {folder} could not be written: {error}.") from error
    return len(edges) - len(found["edge_kind"])


def _nodes(names: Iterable[NameEntry], edges: EdgeColumns) -> list[NameEntry]:
    nodes = {
        iri: NameEntry(iri, kind, label, level=LEVELS[rank])  # type: ignore[arg-type]
        for iri, (kind, label, rank) in edges.nodes.items()
    }
    for one in names:
        known = nodes.get(one.iri)
        if known is None or LEVELS.index(one.level) < LEVELS.index(known.level):
            nodes[one.iri] = one
    return [nodes[iri] for iri in sorted(nodes, key=lambda iri: iri.encode())]


def _node_columns(nodes: Sequence[NameEntry]) -> dict[str, Numbers]:
    kinds = {kind: number for number, kind in enumerate(NODE_KINDS)}
    return {
        "node_kind": np.array([kinds[one.kind] for one in nodes], np.uint8),
        "node_rank": np.array([LEVELS.index(one.level) for one in nodes], np.uint8),
        "node_year": np.array([one.year or 0 for one in nodes], np.int32),
    }


def _edge_columns(
    edges: EdgeColumns, places: Mapping[str, int], node_ranks: Numbers
) -> dict[str, Numbers]:
    """The edges whose two ends are nodes, sorted by source, kind and target."""
    index = index_type(len(places))
    # One place more than there are names: a film of -1 is none, and so is its place.
    place = np.array([*(places.get(iri, -1) for iri in edges.names), -1], index)
    source: Numbers = place[_array(edges.sources)]
    target: Numbers = place[_array(edges.targets)]
    kinds = _array(edges.kinds)
    known = np.flatnonzero((source >= 0) & (target >= 0))
    order = known[_sorted(source[known], kinds[known], target[known])]
    source, target = source[order], target[order]
    texts = _array(edges.texts).reshape(-1, len(LEVELS))
    # An edge shows both its ends, so it is seen no sooner than they are.
    ranks = np.maximum(_array(edges.ranks)[order], node_ranks[source])
    return {
        "edge_source": source,
        "edge_target": target,
        "edge_kind": kinds[order],
        "edge_rank": np.maximum(ranks, node_ranks[target]),
        "edge_film": place[_array(edges.films)][order],
        "edge_order": np.minimum(_array(edges.orders), 2**31 - 1).astype(np.int32)[order],
        "edge_said": _array(edges.said_by).astype(index_type(len(edges.said)))[order],
        "edge_text": texts[order].T.astype(index_type(len(edges.words))),
    }


def _array(values: "array[int]") -> Numbers:
    return np.array(values)  # copied as a whole: an array says what its numbers are


def _sorted(*keys: Numbers) -> Numbers:
    """The order by some columns, the first counting most: quick where they fit into 63 bits."""
    widths = [int(key.max()).bit_length() if len(key) else 0 for key in keys]
    if sum(widths) > 63:
        return np.lexsort(keys[::-1])
    packed = np.zeros(len(keys[0]), np.int64)
    for key, width in zip(keys, widths, strict=True):
        packed = (packed << width) | key
    return np.argsort(packed, kind="stable")


def slots(edges: Mapping[str, Numbers], count: int) -> dict[str, Numbers]:
    """Each edge at each of its ends, in the order that the module's description gives."""
    source, target = edges["edge_source"], edges["edge_target"]
    node, other = np.concatenate([source, target]), np.concatenate([target, source])
    number = np.tile(np.arange(len(source), dtype=index_type(len(source))), 2)
    against = np.repeat(np.array([0, 1], np.uint8), len(source))
    kind, rank = np.tile(edges["edge_kind"], 2), np.tile(edges["edge_rank"], 2)
    order = _sorted(node, rank, against, kind, other)
    by_level = np.zeros((len(LEVELS), count), np.int64)
    for level in range(len(LEVELS)):
        by_level[level] = np.bincount(node[rank <= level], minlength=count)
    start = np.concatenate([[0], np.cumsum(by_level[-1])]).astype(np.int64)
    return {
        "start": start,
        "end": start[:-1] + by_level,
        "slot_other": other[order],
        "slot_edge": number[order],
        "slot_kind": kind[order],
    }


def degrees(columns: Mapping[str, Numbers], count: int) -> tuple[Numbers, tuple[int, int, int]]:
    """How many different nodes each is linked with at each level, and how many pairs are."""
    source, target = columns["edge_source"].astype(np.int64), columns["edge_target"]
    low, high = np.minimum(source, target), np.maximum(source, target)
    pair = low * max(1, count) + high
    order = np.lexsort((columns["edge_rank"], pair))
    first = np.ones(len(order), bool)
    first[1:] = pair[order][1:] != pair[order][:-1]
    kept = order[first]  # of each pair the edge that may be seen first
    degree = np.zeros((len(LEVELS), count), index_type(len(source)))
    for level in range(len(LEVELS)):
        seen = kept[columns["edge_rank"][kept] <= level]
        degree[level] = np.bincount(low[seen], minlength=count)
        degree[level] += np.bincount(high[seen], minlength=count).astype(degree.dtype)
    linked = [int(degree[level].sum()) // 2 for level in range(len(LEVELS))]
    return degree, (linked[0], linked[1], linked[2])


def open_arrays(folder: Path, sha256: str = "") -> GraphFiles:
    """Open what `write_arrays` wrote.

    Parameters
    ----------
    folder : Path
    sha256 : str
        That of `arrays.json`, as the build's manifest has it; not compared where it is empty.

    Raises
    ------
    DamagedGraph
        If a file is missing or torn, or of another build.
    NewerGraph
        If a newer filmgraph wrote it.
    """
    hint = "Make a new build: filmgraph build"
    try:
        content = (folder / _MANIFEST).read_bytes()
        if sha256 and hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(f"{_MANIFEST} is torn, or of another build")
        version = msgspec.json.decode(content, type=_Version).version
        if version > _VERSION:
            raise NewerGraph(
                f"The arrays in '{folder}' have the version {version}; this filmgraph uses "
                f"{_VERSION}.",
                hint="Install a newer filmgraph, or make a new build: filmgraph build",
            )
        manifest = msgspec.json.decode(content, type=_Manifest)
        if (manifest.kinds, manifest.edges) != (NODE_KINDS, tuple(EDGES)):
            raise ValueError("they have other kinds of nodes or edges than this filmgraph")
        columns = Columns(folder, manifest.stamp, manifest.forms)
        opened: dict[str, Any] = {
            **{name: columns.texts(name) for name in _TEXTS},
            **{name: columns.numbers(name) for name in _NUMBERS},
        }
        return GraphFiles(said=manifest.said, linked=manifest.linked, **opened)
    except (OSError, ValueError, TypeError, RecursionError, msgspec.MsgspecError) as error:
        raise DamagedGraph(f"The arrays in '{folder}' are damaged: {error}.", hint=hint) from error
