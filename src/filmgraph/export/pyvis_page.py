"""A picture as one HTML file, written through pyvis, that opens from disk and asks for nothing.

pyvis makes the network and its script; the document around it is ours.  As pyvis writes it, the
page calls a CDN for two parts of Bootstrap, carries 220 kB of styles for buttons it has not, writes
in the platform's encoding, and turns to `innerHTML` where a title holds the letters `href`.  So
only its two scripts are taken over (vis itself, and the one that draws), no title is given to it,
and a strict content security policy names the scripts by their hashes.
"""

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from filmgraph.errors import FilmgraphError
from filmgraph.export.drawing import Drawing, drawing
from filmgraph.export.layout import layout
from filmgraph.export.lens import Lens
from filmgraph.export.lettering import shown
from filmgraph.export.page import (
    json_in_page,
    legend,
    page_head,
    page_header,
    safe,
    shipped_text,
    write_page,
)
from filmgraph.export.picture import GROUPS, Node, Picture
from filmgraph.export.saying import Sayings

__all__ = ["picture_page", "write_picture"]

_SCRIPT: Final = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_VIS: Final = "vis-network"
_DRAW: Final = "function drawGraph()"
_LONG: Final = 14


def write_picture(picture: Picture, path: str | Path) -> Path:
    """Write the picture as one HTML file.

    Parameters
    ----------
    picture : Picture
    path : str or Path
        Of the file; what is there is replaced.

    Returns
    -------
    Path
        The file: UTF-8, about 500 kB, the same bytes for the same picture.

    Raises
    ------
    StorageError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from filmgraph.names import IRI
    >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = write_picture(Picture("Alien", "1979", film), Path(folder, "alien.html"))
    ...     page.read_text("utf-8").startswith("<!doctype html>")
    True
    """
    return write_page(picture_page(picture), path)


def picture_page(picture: Picture) -> str:
    """The picture as an HTML document that needs nothing else.

    Raises
    ------
    FilmgraphError
        If the installed pyvis writes a page of another make.

    Examples
    --------
    >>> from filmgraph.names import IRI
    >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
    >>> "Alien (1979)" in picture_page(Picture("Alien", "1979", film))
    True
    """
    lens = layout(picture)
    sayings = Sayings(picture)
    drawn = drawing(picture, lens, sayings)
    vis, draw = _pyvis_scripts(drawn)
    ours = shipped_text("picture.js")
    style = shipped_text("picture.css") + f"\n:root {{ --tall: {lens.height:.0f}px; }}\n"
    scripts = (vis, draw, ours)
    data = json_in_page(drawn.data)
    return "\n".join(
        (
            page_head(str(picture.centre), style, scripts),
            "<body>",
            page_header(str(picture.centre), picture.subtitle, picture.level),
            '<main id="stage">'
            f'<div id="mynetwork" role="img" aria-label="{safe(str(picture.centre))}: a picture; '
            'the same in words is in the list below"></div></main>',
            '<p id="reading" class="unseen" aria-live="polite"></p>',
            _footer(picture, lens),
            _list(picture, sayings),
            f'<script type="application/json" id="lens">{data}</script>',
            *(f"<script>{script}</script>" for script in scripts),
            "</body>",
            "</html>",
            "",
        )
    )


def _pyvis_scripts(drawn: Drawing) -> tuple[str, str]:
    """What pyvis writes: vis itself, and the script that makes the network."""
    # pyvis brings IPython and networkx with it: 0.4 s that only a picture should pay.
    from pyvis.network import Network

    network = Network(height="100%", width="100%", cdn_resources="in_line")
    for node in drawn.nodes:
        network.add_node(**node)
    for edge in drawn.edges:
        network.add_edge(**edge)
    network.options = drawn.options
    page = network.generate_html().replace("\r\n", "\n").replace("\r", "\n")
    scripts = _SCRIPT.findall(page)
    vis = [script for script in scripts if _VIS in script and _DRAW not in script]
    draw = [script for script in scripts if _DRAW in script]
    if len(vis) != 1 or len(draw) != 1:
        raise FilmgraphError(
            f"pyvis wrote {len(vis)} scripts of vis and {len(draw)} that draw; expected one each.",
            hint="Install the pyvis that filmgraph names in its constraints.",
        )
    return vis[0], draw[0]


def _footer(picture: Picture, lens: Lens) -> str:
    kinds = (node.kind for node in (picture.centre, *picture.nodes))
    return (
        f"<footer>{legend(kinds)}<span>Point at anything to read it; "
        "Ctrl and wheel to zoom.</span>"
        '<span class="tools"><button id="farther" aria-label="Smaller">&minus;</button>'
        '<button id="nearer" aria-label="Larger">+</button><button id="fit">Whole</button>'
        '<button id="words">In words</button></span>'
        f"{_cut_words(picture, lens)}</footer>"
    )


def _cut_words(picture: Picture, lens: Lens) -> str:
    """Which groups were cut, and what of that the list still holds."""
    counts: Mapping[str, int] = {
        key: picture.omitted.get(key, 0) + lens.cut.get(key, 0) for key in GROUPS
    }
    cut = [
        f"{GROUPS[key].head}: {GROUPS[key].more(count)}" for key, count in counts.items() if count
    ]
    if not cut:
        return '<p class="cut">Nothing was left out.</p>'
    listed = sum(lens.cut.values())
    rest = f" ({listed} of them in the list below)" if listed else ""
    return f'<p class="cut">Not drawn · {html.escape(" · ".join(cut))}{rest}</p>'


def _list(picture: Picture, sayings: Sayings) -> str:
    """The same nodes and links in words."""
    sections = []
    for key, group in GROUPS.items():
        nodes = picture.in_group(key)
        if not nodes:
            continue
        items = "".join(_item(node, sayings) for node in nodes)
        more = picture.omitted.get(key, 0)
        rest = f"<li>{group.more(more)}, not in this file</li>" if more else ""
        long = ' class="long"' if len(nodes) > _LONG else ""
        sections.append(
            f"<section{long}><h2>{html.escape(group.head)}</h2><ul>{items}{rest}</ul></section>"
        )
    threads = "".join(f"<li>{html.escape(words)}</li>" for words in sayings.threads())
    if threads:
        sections.append(f"<section><h2>and between them</h2><ul>{threads}</ul></section>")
    count = len(picture.nodes)
    things = "1 thing" if count == 1 else f"{count} things"
    return (
        f"<details><summary>The same in words ({things})</summary>"
        f'<div class="groups">{"".join(sections)}</div></details>'
    )


def _item(node: Node, sayings: Sayings) -> str:
    note = (
        f' <span class="note"><bdi>{html.escape(shown(node.note))}</bdi></span>'
        if node.note.strip()
        else ""
    )
    links = sayings.outer_links(node)
    inner = "".join(f"<li>{html.escape(words)}</li>" for words in links)
    return (
        f"<li><bdi>{html.escape(sayings.name(node.iri))}</bdi>{note}"
        f"{f'<ul>{inner}</ul>' if inner else ''}</li>"
    )
