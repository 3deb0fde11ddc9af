"""One spelling for a page, however a source writes it."""

import pytest

from filmgraph.intake.wikipedia import page_name, page_url


@pytest.mark.parametrize(
    "page",
    [
        "https://en.wikipedia.org/wiki/Am%C3%A9lie_(film)#Plot",
        "http://en.m.wikipedia.org/wiki/am%C3%A9lie_(film)?x=1",
        "hhttps://en.wikipedia.org/wiki/Amélie (film)",
        "Ame\u0301lie__(film)_",
    ],
)
def test_every_spelling_of_a_page_is_one(page: str) -> None:
    assert page_name(page) == "Amélie_(film)"


@pytest.mark.parametrize(
    "page",
    ["", "#", "https://fr.wikipedia.org/wiki/X", "%ff", "a[b]", "<b>", "https://x.org/wiki/X"],
)
def test_what_is_no_page_is_none(page: str) -> None:
    assert page_name(page) is None


@pytest.mark.parametrize("name", ["Amélie", "Who?", "AC/DC:_Let_There_Be_Rock", '50%_of_"X"&Y'])
def test_an_address_leads_back_to_its_name(name: str) -> None:
    assert page_name(page_url(name)) == name
    assert " " not in page_url(name)
