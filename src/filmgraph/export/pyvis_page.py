"""A picture as one HTML file, written through pyvis, that opens from disk and asks for nothing.

pyvis makes the network and its script; the document around it is ours.  As pyvis writes it, the
page calls a CDN for two parts of Bootstrap, carries 220 kB of styles for buttons it has not, writes
in the platform's encoding, and turns to `innerHTML` where a title holds the letters `href`.  So
only its two scripts are taken over (vis itself, and the one that draws), no title is given to it,
and a strict content security policy names the scripts by their hashes.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from filmgraph.errors import FilmgraphError, StorageError
from filmgraph.export.drawing import Drawing, drawing
from filmgraph.export.layout import layout
from filmgraph.export.lens import Lens
from filmgraph.export.lettering import shown
from filmgraph.export.look import LOOKS, Look, kind_look
from filmgraph.export.picture import GROUPS, LEVEL_WORDS, Node, Picture
from filmgraph.export.saying import Sayings
from filmgraph.shipped import folder

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
    target = Path(path)
    page = picture_page(picture).encode("utf-8")
    try:
        target.write_bytes(page)
    except OSError as error:
        raise StorageError(
            f"The picture was not written to {str(target)!r}: {error.strerror or error}.",
            hint="Name a file in a folder that exists and that you may write to.",
        ) from None
    return target


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
    ours = _shipped("picture.js")
    style = _shipped("picture.css") + f"\n:root {{ --tall: {lens.height:.0f}px; }}\n"
    scripts = (vis, draw, ours)
    data = _json(drawn.data)
    return "\n".join(
        (
            _head(picture, style, scripts),
            "<body>",
            _header(picture),
            '<main id="stage">'
            f'<div id="mynetwork" role="img" aria-label="{_name(picture)}: a picture; '
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


def _shipped(name: str) -> str:
    return (folder("viz") / name).read_text("utf-8")


def _json(value: object) -> str:
    """JSON that cannot end the script it stands in, whatever the names are."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _name(picture: Picture) -> str:
    return html.escape(shown(str(picture.centre)))


def _head(picture: Picture, style: str, scripts: Iterable[str]) -> str:
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(script) for script in scripts),
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_name(picture)} · filmgraph</title>",
            # Else a browser asks the server of the page for one.
            '<link rel="icon" href="data:,">',
            f"<style>{style}</style>",
            "</head>",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _header(picture: Picture) -> str:
    subtitle = html.escape(shown(picture.subtitle)) if picture.subtitle.strip() else ""
    return (
        f"<header><h1><bdi>{_name(picture)}</bdi></h1>"
        f"<p><bdi>{subtitle}</bdi></p>"
        f'<p class="level">{LEVEL_WORDS[picture.level]}</p></header>'
    )


def _footer(picture: Picture, lens: Lens) -> str:
    present = {kind_look(node.kind) for node in (picture.centre, *picture.nodes)}
    items = "".join(_legend(look) for look in LOOKS if look in present)
    return (
        f'<footer><ul aria-label="Kinds">{items}</ul><span>Point at anything to read it; '
        "Ctrl and wheel to zoom.</span>"
        '<span class="tools"><button id="farther" aria-label="Smaller">&minus;</button>'
        '<button id="nearer" aria-label="Larger">+</button><button id="fit">Whole</button>'
        '<button id="words">In words</button></span>'
        f"{_cut_words(picture, lens)}</footer>"
    )


def _legend(look: Look) -> str:
    return (
        '<li><svg viewBox="-8 -8 16 16" aria-hidden="true">'
        f'<path class="{look.colour}" d="{look.path}"/></svg>{look.word}</li>'
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
