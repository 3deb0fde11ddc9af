"""The page of a picture in a real browser."""

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.export.picture_samples import HOSTILE, SAMPLES, blade_runner, hostile, love_triangle

from filmgraph.export.picture import Picture
from filmgraph.export.pyvis_page import write_picture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

    Show: TypeAlias = Callable[[Picture], Page]

Require: TypeAlias = Callable[[str, bool, str], None]

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


@pytest.fixture(scope="module")
def browser(require: Require) -> "Iterator[Browser]":
    require("browser", bool(CHROMIUM), "install chromium (Debian and Ubuntu: apt install chromium)")
    require("browser", find_spec("playwright") is not None, "pip install playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> "Iterator[Show]":
    """Opens the page of a picture; at the end all that a quiet page does not do fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    events: list[str] = []
    path = tmp_path / "picture.html"

    def dismiss(dialog: "Dialog") -> None:
        events.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(picture: Picture) -> "Page":
        page = context.new_page()
        page.on("console", lambda message: events.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: events.append(f"error: {error}"))
        page.on("dialog", dismiss)
        page.on("request", lambda request: events.append(f"request: {request.url[:80]}"))
        page.goto(write_picture(picture, path).as_uri())
        page.wait_for_function("() => network.canvas.frame.canvas.width > 0")
        return page

    yield open_page
    context.close()
    itself = {f"request: {path.as_uri()}"[:89], "request: data:,"}
    assert [event for event in events if event not in itself] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_opens_from_disk_and_asks_for_nothing(name: str, show: "Show") -> None:
    page = show(SAMPLES[name]())
    assert page.evaluate("() => document.title").endswith("· filmgraph")


def test_hostile_names_are_shown_as_they_are(show: "Show") -> None:
    page = show(hostile())
    page.click("summary")
    text = page.inner_text("details")
    assert HOSTILE[0] in text
    assert HOSTILE[1] in text
    assert page.evaluate("() => document.images.length + document.links.length") == 0


def test_pointing_at_hostile_names_runs_nothing(show: "Show") -> None:
    page = show(hostile())
    for x in range(150, 1280, 200):
        for y in range(120, 780, 50):
            page.mouse.move(x, y)
    page.mouse.click(440, 120)


def test_pointing_at_a_person_says_the_part_and_where_it_leads(show: "Show") -> None:
    page = show(blade_runner())
    page.mouse.move(*at(page, "person/rutger-hauer"))
    assert page.inner_text("#reading").startswith(
        "Blade Runner (1982) has Rutger Hauer as Roy Batty. Rutger Hauer acted in Flesh and Blood"
    )
    page.mouse.move(640, 700)
    page.mouse.move(5, 5)
    assert page.inner_text("#reading") == ""


def at(page: "Page", curie: str) -> tuple[float, float]:
    """Where a node stands in the window."""
    place = page.evaluate(
        """(id) => {
            const { x, y } = network.canvasToDOM(network.getPosition(id));
            const corner = document.getElementById("mynetwork").getBoundingClientRect();
            return [x + corner.left, y + corner.top];
        }""",
        "https://w3id.org/filmgraph/" + curie,
    )
    return place[0], place[1]


def test_every_letter_lies_in_the_box_laid_out_for_it(show: "Show") -> None:
    page = show(blade_runner())
    wide = page.evaluate(
        """() => {
            const lens = JSON.parse(document.getElementById("lens").textContent);
            const g = document.createElement("canvas").getContext("2d");
            const fonts = { name: "13.5px Arial", strong: "600 13.5px Arial", note: "12px Arial",
                            character: "italic 12px Arial" };
            return lens.marks.filter((mark) => mark.box).flatMap((mark) => mark.lines
                .filter((line) => {
                    g.font = fonts[line.style];
                    const room = mark.box[2] - mark.box[0];
                    return g.measureText(line.text + line.year).width > room + 1;
                })
                .map((line) => line.text));
        }"""
    )
    assert wide == []


def test_the_whole_picture_lies_in_a_window_of_1280_by_800(show: "Show") -> None:
    page = show(blade_runner())
    assert page.evaluate("() => network.getScale()") >= 0.95
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280
    for curie in ("film/alien-1979", "film/solo-1996", "person/morgan-paull"):
        x, y = at(page, curie)
        assert 0 < x < 1280
        assert 44 < y < 740


def test_nothing_moves(show: "Show") -> None:
    page = show(blade_runner())
    before = page.evaluate("() => JSON.stringify(network.getPositions())")
    page.mouse.move(*at(page, "person/ridley-scott"))
    page.mouse.down()
    page.mouse.move(600, 500)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert page.evaluate("() => JSON.stringify(network.getPositions())") == before


def test_the_page_is_dark_where_the_system_is(show: "Show") -> None:
    page = show(love_triangle())
    ground = "getComputedStyle(document.getElementById('mynetwork')).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"() => {ground} === 'rgb(250, 248, 243)'")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {ground} === 'rgb(17, 18, 24)'")


def test_the_button_in_words_opens_the_list(show: "Show") -> None:
    page = show(love_triangle())
    page.click("#words")
    assert page.is_visible("details .groups")


def test_a_narrow_window_scrolls_the_picture_and_not_the_page(show: "Show") -> None:
    page = show(blade_runner())
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => network.getScale() > 0.9")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert page.evaluate("() => document.getElementById('stage').scrollWidth") >= 1180


@pytest.mark.parametrize(("width", "height"), [(1280, 1024), (1400, 1300), (1920, 1080)])
def test_the_whole_picture_is_seen_in_a_window_of_another_shape(
    show: "Show", width: int, height: int
) -> None:
    page = show(blade_runner())
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    wide, scale = page.evaluate(
        "() => [JSON.parse(document.getElementById('lens').textContent).width, network.getScale()]"
    )
    stage = page.evaluate("() => document.getElementById('mynetwork').clientWidth")
    assert wide * scale <= stage + 1


def test_the_wheel_alone_does_not_zoom(show: "Show") -> None:
    page = show(blade_runner())
    before = page.evaluate("() => network.getScale()")
    page.mouse.move(640, 300)
    page.mouse.wheel(0, 240)
    page.wait_for_timeout(150)
    assert page.evaluate("() => network.getScale()") == before


def test_the_buttons_zoom_and_come_back(show: "Show") -> None:
    page = show(blade_runner())
    before = page.evaluate("() => network.getScale()")
    page.click("#nearer")
    assert page.evaluate("() => network.getScale()") == pytest.approx(before * 1.25)
    page.click("#fit")
    assert page.evaluate("() => network.getScale()") == pytest.approx(before)
