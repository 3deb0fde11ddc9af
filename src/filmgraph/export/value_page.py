"""A value of the graph as a picture: one HTML file that opens from disk and asks for nothing."""

import html
from pathlib import Path

from filmgraph.errors import StorageError
from filmgraph.export.lettering import shown
from filmgraph.record import Level
from filmgraph.values import GraphValue

__all__ = ["write_value"]


def write_value(value: GraphValue, path: str | Path, level: Level) -> Path:
    """Write the picture of a value.

    Parameters
    ----------
    value : GraphValue
    path : str or Path
        Of the file; what is there is replaced.
    level : str
        The level that the value was taken at, which the page names.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    StorageError
        If the file cannot be written.
    """
    answer = value.answer()
    title = html.escape(shown(answer.title))
    target = Path(path)
    page = "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f"<title>{title} · filmgraph</title></head>",
            f'<body data-level="{level}"><h1>{title}</h1>{answer._repr_html_()}</body></html>',
            "",
        )
    )
    try:
        target.write_bytes(page.encode("utf-8"))
    except OSError as error:
        raise StorageError(
            f"The picture was not written to {str(target)!r}: {error.strerror or error}.",
            hint="Name a file in a folder that exists and that you may write to.",
        ) from None
    return target
