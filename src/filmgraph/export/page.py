"""What the pages of pictures share: one HTML file that opens from disk and asks for nothing."""

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from pathlib import Path

from filmgraph.errors import StorageError
from filmgraph.export.lettering import shown
from filmgraph.export.look import LOOKS, Look, kind_look
from filmgraph.export.picture import LEVEL_WORDS
from filmgraph.record import Level
from filmgraph.shipped import folder

__all__ = [
    "content_hash",
    "json_in_page",
    "legend",
    "page_head",
    "page_header",
    "safe",
    "shape",
    "shipped_text",
    "write_page",
]


def write_page(page: str, path: str | Path) -> Path:
    """Write a page, in UTF-8 whatever the platform writes.

    Raises
    ------
    StorageError
        If the file cannot be written.
    """
    target = Path(path)
    try:
        target.write_bytes(page.encode("utf-8"))
    except OSError as error:
        raise StorageError(
            f"The picture was not written to {str(target)!r}: {error.strerror or error}.",
            hint="Name a file in a folder that exists and that you may write to.",
        ) from None
    return target


def safe(text: str) -> str:
    """A text as a page may hold it: one line that is seen and makes no tag.

    Examples
    --------
    >>> safe("<b>Blade\\nRunner</b>")
    '&lt;b&gt;Blade Runner&lt;/b&gt;'
    """
    return html.escape(shown(text))


def shipped_text(name: str) -> str:
    """A script or style of ours."""
    return (folder("viz") / name).read_text("utf-8")


def json_in_page(value: object) -> str:
    """JSON that cannot end the script it stands in, whatever the names are.

    Examples
    --------
    >>> json_in_page({"name": "</script>"})
    '{"name":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def page_head(title: str, style: str, scripts: Iterable[str]) -> str:
    """A page down to its body, with a policy that lets only these scripts and this style in."""
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(content_hash(script) for script in scripts),
            f"style-src {content_hash(style)}",
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
            f"<title>{safe(title)} · filmgraph</title>",
            # Else a browser asks the server of the page for one.
            '<link rel="icon" href="data:,">',
            f"<style>{style}</style>",
            "</head>",
        )
    )


def content_hash(text: str) -> str:
    """A script or style as a policy names it."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def page_header(title: str, subtitle: str, level: Level) -> str:
    """What stands at the top of a page: what it shows, and up to which level."""
    facts = safe(subtitle) if subtitle.strip() else ""
    return (
        f"<header><h1><bdi>{safe(title)}</bdi></h1>"
        f"<p><bdi>{facts}</bdi></p>"
        f'<p class="level">{LEVEL_WORDS[level]}</p></header>'
    )


def legend(kinds: Iterable[str]) -> str:
    """Which shape stands for which of some kinds."""
    present = {kind_look(kind) for kind in kinds}
    items = "".join(f"<li>{shape(look)}{look.word}</li>" for look in LOOKS if look in present)
    return f'<ul aria-label="Kinds">{items}</ul>'


def shape(look: Look) -> str:
    """The shape of a kind, as large as a letter."""
    return (
        '<svg viewBox="-8 -8 16 16" aria-hidden="true">'
        f'<path class="{look.colour}" d="{look.path}"/></svg>'
    )
