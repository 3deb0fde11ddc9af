"""Finding loaders, and what is said of those that are none."""

from pathlib import Path

import pytest

from filmgraph.errors import InputError, UnknownLoader
from filmgraph.intake import find_loader, loaders

GOOD = '''
"""My films, written down by hand."""

from filmgraph.record import FilmRecord, Source

SOURCE = Source(name="mine", title="My films")
REPLACES = "films"
OPTIONS = {"year": "Only films of this year."}


def read(paths, options):
    yield FilmRecord(key="alien", title="Alien", year=1979)
'''


def own(folder: Path, text: str, name: str = "my_films.py") -> str:
    file = folder / name
    file.write_text(text)
    return str(file)


def test_shipped_loaders_are_named_with_hyphens() -> None:
    assert {"records", "theme-ontology", "wikipedia-films"} <= set(loaders())


def test_each_shipped_loader_says_what_it_reads_and_its_licence() -> None:
    for name in loaders():
        loader = find_loader(name)
        assert loader.name == name
        assert "licence" in loader.doc.lower()
        assert loader.summary


def test_underscores_do_as_well_as_hyphens() -> None:
    assert find_loader("theme_ontology").name == "theme-ontology"


def test_an_unknown_name_gets_near_matches() -> None:
    with pytest.raises(UnknownLoader, match=r"no loader 'theme-ontologie'.*theme-ontology"):
        find_loader("theme-ontologie")


def test_a_far_name_gets_the_list() -> None:
    with pytest.raises(UnknownLoader, match=r"There are: .*records"):
        find_loader("zzzzzz")


def test_a_loader_of_ones_own_is_found_by_its_path(tmp_path: Path) -> None:
    loader = find_loader(own(tmp_path, GOOD))
    assert loader.name == "my-films"
    assert loader.replaces == "films"
    assert dict(loader.options) == {"year": "Only films of this year."}
    assert loader.summary == "My films, written down by hand."


def test_a_path_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnknownLoader, match="no loader file"):
        find_loader(str(tmp_path / "none.py"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"lacks a docstring.*SOURCE.*read\(paths, options\)"),
        (GOOD.replace("def read(paths, options)", "def read(path)"), r"lacks a function read"),
        (GOOD.replace("SOURCE =", "ORIGIN ="), r"lacks SOURCE"),
        (GOOD.replace("def read", "def read read"), r"SyntaxError.*line 11"),
        ("import no_such_module_at_all", r"ModuleNotFoundError.*no_such_module_at_all"),
        ("raise SystemExit(3)", "SystemExit"),
        (GOOD.replace('"films"', '"all"'), "REPLACES"),
        (GOOD.replace('{"year"', "{1"), "OPTIONS"),
        (GOOD.replace('"mine"', '"ending"'), "cannot be named 'ending'"),
    ],
    ids=[
        "empty",
        "read",
        "source",
        "syntax",
        "import",
        "exit",
        "replaces",
        "options",
        "reserved",
    ],
)
def test_a_broken_loader_is_an_error_that_says_what_it_lacks(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        find_loader(own(tmp_path, text))
