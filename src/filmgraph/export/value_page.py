"""The picture of a value as one HTML file that opens from disk and asks for nothing."""

from pathlib import Path
from typing import Final

from filmgraph.export.look import kind_look
from filmgraph.export.page import (
    json_in_page,
    legend,
    page_head,
    page_header,
    safe,
    shape,
    shipped_text,
    write_page,
)
from filmgraph.export.scenes import scene_of
from filmgraph.export.scenes.scene import Item, Scene, Section
from filmgraph.export.scenes.svg import lights, svg
from filmgraph.export.scenes.telling import name
from filmgraph.record import Level
from filmgraph.values import GraphValue

__all__ = ["value_page", "write_value"]

_LONG: Final = 14


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
        The file: UTF-8, some 50 kB, the same bytes for the same value.

    Raises
    ------
    StorageError
        If the file cannot be written.

    Examples
    --------
    >>> import filmgraph, tempfile
    >>> path = filmgraph.open().path("Ridley Scott", "Rutger Hauer")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = write_value(path, Path(folder, "path.html"), "open").read_text("utf-8")
    >>> "Ridley Scott directed Blade Runner (1982), with Rutger Hauer." in page
    True
    """
    return write_page(value_page(scene_of(value), level), path)


def value_page(scene: Scene, level: Level) -> str:
    """A scene as an HTML document that needs nothing else."""
    wide = f":root {{ --wide: {scene.width:.0f}px; }}"
    style = "\n".join((shipped_text("picture.css"), shipped_text("value.css"), wide, ""))
    script = shipped_text("value.js")
    kinds = {spot.entity.kind for spot in scene.spots}
    kinds |= {item.entity.kind for section in scene.sections for item in section.items}
    return "\n".join(
        (
            page_head(scene.title, style, (script,)),
            '<body class="value">',
            page_header(scene.title, scene.subtitle, level),
            f'<main id="stage">{svg(scene)}</main>',
            f'<p id="reading" aria-live="polite">{_words(scene.reading)}</p>',
            f"<footer>{legend(kinds)}<span>Point at anything to read it; "
            f"arrow keys go from one to the next.</span>{_cut(scene)}</footer>",
            f'<section id="words" aria-label="The same in words">{_list(scene)}</section>',
            f'<script type="application/json" id="lights">{json_in_page(lights(scene))}</script>',
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _words(text: str) -> str:
    return safe(text) if text else ""


def _cut(scene: Scene) -> str:
    words = f"Not drawn · {safe(scene.cut)}" if scene.cut else "Nothing was left out."
    return f'<p class="cut">{words}</p>'


def _list(scene: Scene) -> str:
    return "".join(map(_section, scene.sections))


def _section(section: Section) -> str:
    items = "".join(map(_item, section.items))
    more = f'<li class="more">{safe(section.more)}</li>' if section.more else ""
    head = f"<h2>{safe(section.head)}</h2>" if section.head else ""
    tag = "ol" if section.chain else "ul"
    long = ' class="long"' if len(section.items) > _LONG else ""
    kind = "chain" if section.chain else "group"
    return f'<section{long}>{head}<{tag} class="{kind}">{items}{more}</{tag}></section>'


def _item(item: Item) -> str:
    sources = f' <span class="sources">{safe(item.sources)}</span>' if item.sources else ""
    note = f' <span class="note"><bdi>{safe(item.note)}</bdi></span>' if item.note.strip() else ""
    named = f"{shape(kind_look(item.entity.kind))}<bdi>{safe(name(item.entity))}</bdi>{note}"
    said = "".join(f'<span class="said">{safe(words)}</span>' for words in item.said)
    if item.word:
        word = f'<span class="by"><i class="{item.kind}">{safe(item.word)}</i>{sources}</span>'
        return f"<li>{word}{named}{said}</li>"
    return f"<li>{named}{sources}{said}</li>"
