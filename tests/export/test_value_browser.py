"""The page of a value in a real browser."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.export.test_picture_browser import CHROMIUM, FLAGS, Require
from tests.export.value_samples import SAMPLES, common_people, neighbours, some_paths

from filmgraph.export.scenes import scene_of
from filmgraph.export.value_page import write_value
from filmgraph.values import GraphValue

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Show: TypeAlias = Callable[[GraphValue], Page]


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
    """Opens the page of a value; at the end all that a quiet page does not do fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    events: list[str] = []
    path = tmp_path / "value.html"

    def open_page(value: GraphValue) -> "Page":
        page = context.new_page()
        page.on("console", lambda message: events.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: events.append(f"error: {error}"))
        page.on("request", lambda request: events.append(f"request: {request.url[:80]}"))
        page.goto(write_value(value, path, "open").as_uri())
        return page

    yield open_page
    context.close()
    itself = {f"request: {path.as_uri()}"[:89], "request: data:,"}
    assert [event for event in events if event not in itself] == []


def spot(value: GraphValue, name: str) -> str:
    """The selector of an entity in the picture."""
    names = [str(one.entity) for one in scene_of(value).spots]
    return f"#s{names.index(name)}"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_opens_from_disk_and_asks_for_nothing(name: str, show: "Show") -> None:
    page = show(SAMPLES[name]())
    assert page.evaluate("() => document.title").endswith("· filmgraph")
    assert page.evaluate("() => document.images.length + document.links.length") == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_pointing_at_an_entity_reads_its_path_and_lights_it(show: "Show") -> None:
    page = show(some_paths())
    page.hover(spot(some_paths(), "husband and wife"))
    assert page.inner_text("#reading") == (
        "Nicolas Cage acted in Face/Off (1997), which is about husband and wife, "
        "which is a theme of Casablanca (1942)."
    )
    lit = page.locator(".spot.on").count()
    assert lit == 4
    page.mouse.move(5, 5)
    assert page.locator(".on").count() == 0
    assert page.inner_text("#reading").startswith("Nicolas Cage acted in Next (2007)")


def test_pointing_at_a_wire_reads_its_step(show: "Show") -> None:
    page = show(common_people())
    page.locator("#w0").dispatch_event("pointerover")
    assert page.inner_text("#reading") == "Ridley Scott directed Black Rain (1989)."


def test_the_arrow_keys_go_from_one_entity_to_the_next(show: "Show") -> None:
    value = neighbours()
    page = show(value)
    page.focus(spot(value, "Sigourney Weaver"))
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#reading") == "Ian Holm acted in Alien (1979) as Ash."
    page.keyboard.press("ArrowRight")
    assert "Ian Holm" not in page.inner_text("#reading")
    page.keyboard.press("Escape")
    assert page.inner_text("#reading") == ""


def test_in_a_narrow_window_the_list_is_the_picture(show: "Show") -> None:
    page = show(some_paths())
    page.set_viewport_size({"width": 420, "height": 900})
    assert page.is_hidden("#stage")
    assert page.is_visible("#words")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 420


def test_letters_lie_in_the_boxes_laid_out_for_them(show: "Show") -> None:
    page = show(common_people())
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".spot")].filter((spot) => {
            const room = spot.querySelector(".near").getBBox();
            const text = spot.querySelector("text").getBBox();
            return text.x < room.x - 2 || text.x + text.width > room.x + room.width + 2;
        }).map((spot) => spot.textContent)"""
    )
    assert wide == []


def test_the_page_is_dark_where_the_system_is(show: "Show") -> None:
    page = show(neighbours())
    ground = "() => getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(ground) == "rgb(250, 248, 243)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(17, 18, 24)"
