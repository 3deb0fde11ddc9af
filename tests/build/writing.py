"""Writes a graph folder until it is killed, or with files that may not be large.

`writing.py build FOLDER`        builds again and again
`writing.py load FOLDER`         loads a source again and again, with and without one film
`writing.py hold FOLDER`         holds the folder for writing until its input ends
`writing.py limited FOLDER STEP SIZE` builds once; from a step on no file may have more than SIZE
bytes
"""

import sys
from pathlib import Path

from tests.graphs import FILMS, load_into

from filmgraph.build.folder import GraphFolder
from filmgraph.build.make import build
from filmgraph.errors import FilmgraphError


def main(what: str, path: Path, *more: str) -> None:
    """Do it; say `ready` before it begins."""
    folder = GraphFolder.open(path)
    print("ready", flush=True)
    if what == "hold":
        with folder.writing():
            print("held", flush=True)
            sys.stdin.read()
    elif what == "limited":
        _limited(folder, more[0], int(more[1]))
    while what == "build":
        build(folder)
    while what == "load":
        for films in (FILMS, FILMS[1:]):
            with folder.writing():
                load_into(folder, {"mine": films})


def _limited(folder: GraphFolder, from_step: str, size: int) -> None:
    import resource

    def limit(step: str, done: int, total: int) -> None:
        if step == from_step:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    try:
        build(folder, progress=limit)
    except FilmgraphError as error:
        print(type(error).__name__)
        print(error)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
