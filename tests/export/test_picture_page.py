"""The page of a picture, as a text."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.export.picture_samples import SAMPLES, blade_runner, hostile, tiny

from filmgraph.errors import StorageError
from filmgraph.export.picture import Picture
from filmgraph.export.pyvis_page import picture_page, write_picture


class Tags(HTMLParser):
    """The tags and attributes a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(picture: Picture) -> Tags:
    tags = Tags()
    tags.feed(picture_page(picture))
    return tags


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_picture_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = write_picture(SAMPLES[name](), tmp_path / "first.html").read_bytes()
    again = write_picture(SAMPLES[name](), tmp_path / "again.html").read_bytes()
    assert first == again


@pytest.mark.parametrize("name", SAMPLES)
def test_no_tag_asks_for_anything(name: str) -> None:
    for tag, attributes in parsed(SAMPLES[name]()).tags:
        assert "src" not in attributes
        assert attributes.get("href", "data:,") == "data:,"
        assert not [key for key in attributes if key.startswith("on") or key == "style"], tag


def test_hostile_names_make_no_tag() -> None:
    calm = {tag for tag, _ in parsed(blade_runner()).tags}
    assert {tag for tag, _ in parsed(hostile()).tags} <= calm


def test_hostile_names_end_no_script() -> None:
    scripts = [attributes for tag, attributes in parsed(hostile()).tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "lens"}, {}, {}, {}]


def test_the_policy_names_scripts_and_styles_by_hash() -> None:
    policy = next(
        attributes["content"] or ""
        for tag, attributes in parsed(tiny()).tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert policy.count("'sha256-") == 4


def test_no_word_of_href_opens_the_popup_of_pyvis() -> None:
    assert "innerHTML = nodeData" not in picture_page(hostile())


def test_positions_are_given_and_physics_is_off() -> None:
    page = picture_page(blade_runner())
    assert re.search(r'var options = \{[^\n]*"physics": \{"enabled": false\}', page)
    nodes = json.loads(re.findall(r"nodes = new vis\.DataSet\((\[.*?\])\);\n", page)[0])
    assert all({"x", "y"} <= set(node) for node in nodes)
    assert "Ridley Scott" in [node["label"] for node in nodes]


def test_the_page_names_title_subtitle_and_level() -> None:
    text = " ".join(parsed(blade_runner()).text)
    assert "Blade Runner (1982)" in text
    assert "1982 · action · drama · science fiction" in text
    assert "not how it ends (plot)" in text


def test_the_page_says_which_groups_were_cut() -> None:
    text = " ".join(parsed(blade_runner()).text)
    assert "more by these people: 396 more films" in text


def test_the_list_holds_every_node_and_link_in_words() -> None:
    picture = blade_runner()
    text = "\n".join(parsed(picture).text)
    assert all(str(node) in text for node in picture.nodes)
    assert "Ridley Scott directed Alien (1979)" in text
    assert "Rutger Hauer plays one who carries personal identity" in text


def test_the_legend_names_only_kinds_that_are_there() -> None:
    text = parsed(tiny()).text
    assert "person" in text
    assert "theme" not in text


def test_the_file_is_utf_8_whatever_the_platform_writes(tmp_path: Path) -> None:
    # pyvis itself writes with the encoding of the platform, which here is ASCII.
    code = (
        "import sys; from tests.export.picture_samples import hostile;"
        "from filmgraph.export.pyvis_page import write_picture;"
        "write_picture(hostile(), sys.argv[1])"
    )
    path = tmp_path / "page.html"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=environment, cwd=root)
    assert "七人の侍" in path.read_text("utf-8")


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Name a file in a folder that exists"):
        write_picture(tiny(), tmp_path / "nowhere" / "page.html")


def test_making_a_picture_imports_no_pyvis() -> None:
    code = "import sys, filmgraph.export.pyvis_page; sys.exit('pyvis' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
