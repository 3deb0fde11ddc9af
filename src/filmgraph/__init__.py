"""The narrative knowledge graph of film.

Who made a film, who plays whom, where it plays, what it is about, and who says so.

Examples
--------
>>> import filmgraph
>>> graph = filmgraph.open()
>>> print(graph.film("leaving las vegas"))
Leaving Las Vegas (1995)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from filmgraph.errors import (
        AmbiguousName,
        FilmgraphError,
        GraphError,
        InputError,
        NoPath,
        NotFound,
        OptionError,
        QueryError,
        StorageError,
        UnknownEntity,
    )
    from filmgraph.graph import Graph
    from filmgraph.graph import open_graph as open
    from filmgraph.names import IRI
    from filmgraph.record import FilmRecord
    from filmgraph.values import (
        Answer,
        Edge,
        Entity,
        Path,
        Paths,
        Statement,
        Step,
        Timeline,
        Walk,
    )

    __version__: str

__all__ = [
    "IRI",
    "AmbiguousName",
    "Answer",
    "Edge",
    "Entity",
    "FilmRecord",
    "FilmgraphError",
    "Graph",
    "GraphError",
    "InputError",
    "NoPath",
    "NotFound",
    "OptionError",
    "Path",
    "Paths",
    "QueryError",
    "Statement",
    "Step",
    "StorageError",
    "Timeline",
    "UnknownEntity",
    "Walk",
    "__version__",
    "open",
]

_MODULES: Final = {
    "IRI": "names",
    "Answer": "values",
    "Edge": "values",
    "Entity": "values",
    "FilmRecord": "record",
    "Graph": "graph",
    "Path": "values",
    "Paths": "values",
    "Statement": "values",
    "Step": "values",
    "Timeline": "values",
    "Walk": "values",
    "open": "graph",
}


def __getattr__(name: str) -> Any:
    # Names are imported when they are used: `filmgraph --help` needs none of them.
    if name == "__version__":
        from importlib.metadata import version

        return version("filmgraph")
    if name not in __all__:
        raise AttributeError(f"module 'filmgraph' has no attribute {name!r}")
    module = import_module(f"filmgraph.{_MODULES.get(name, 'errors')}")
    return getattr(module, "open_graph" if name == "open" else name)


def __dir__() -> list[str]:
    return __all__
