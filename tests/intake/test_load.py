"""Loading: each record judged by itself, the old file whole until the new one is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from filmgraph.errors import InputError, OptionError, SourceError
from filmgraph.intake import (
    Loader,
    LoadReport,
    Refused,
    Skipped,
    load,
    read_records,
    read_source,
)
from filmgraph.record import ConceptRecord, Credit, FilmRecord, Source, Text, ThemeUse

ALIEN = FilmRecord(key="alien", title="Alien", year=1979)
SOLARIS = FilmRecord(key="solaris", title="Solaris", year=1972)


def loader(*items: Any, **fields: Any) -> Loader:
    def read(paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[Any]:
        for item in items:
            if isinstance(item, BaseException):
                raise item
            yield item

    return Loader("mine", "My films.", Source(name="mine", title="My films"), read, **fields)


def theme(name: str, *parents: str) -> ConceptRecord:
    return ConceptRecord(kind="theme", name=name, parents=parents)


def run(tmp_path: Path, *items: Any, **fields: Any) -> LoadReport:
    report = load(loader(*items, **fields), [], tmp_path)
    assert report.read == report.loaded + report.refused_count
    return report


def kept(tmp_path: Path) -> list[Any]:
    return list(read_records(tmp_path / "mine.jsonl.gz"))


def test_what_is_read_is_loaded_refused_or_left_out(tmp_path: Path) -> None:
    report = run(tmp_path, ALIEN, Refused("x:3", "Torn."), Skipped("y", "not a film"), SOLARIS)
    assert (report.read, report.loaded) == (3, 2)
    assert report.refused == (("Torn.", 1),)
    assert report.skipped == (("not a film", 1),)
    assert report.examples == (Refused("x:3", "Torn."),)
    assert kept(tmp_path) == [ALIEN, SOLARIS]


def test_the_report_prints_its_counts_and_examples(tmp_path: Path) -> None:
    text = str(run(tmp_path, ALIEN, Refused("x:3", "Torn."), Skipped("y", "not a film")))
    assert text.splitlines() == [
        "My films (mine): 2 read, 1 loaded, 1 refused",
        "  refused 1: Torn.",
        "    x:3: Torn.",
        "  left out 1: not a film",
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (FilmRecord(key="x", title="X", year=20222), "`int` <= 2100"),
        (FilmRecord(key="x", title="X", year=0), "`int` >= 1870"),
        (FilmRecord(key="x", title=""), "length >= 1"),
        (FilmRecord(key="x", title="..."), "no letter or digit"),
        (FilmRecord(key="x", title="A\nB"), "line breaks"),
        (FilmRecord(key="x", title=7), "Expected `str`"),  # type: ignore[arg-type]
        (FilmRecord(key="x", title="\ud800"), "surrogates"),
        (FilmRecord(key="x", title="X", credits=(Credit(person="-", part="actor"),)), "no letter"),
        (
            FilmRecord(
                key="x",
                title="X",
                themes=(ThemeUse(theme="t", weight="huge"),),  # type: ignore[arg-type]
            ),
            "Invalid enum value",
        ),
        (
            FilmRecord(
                key="x",
                title="X",
                texts=tuple(Text(kind="plot", text=f"{n}" * 500_000) for n in range(10, 31)),
            ),
            "at most 20,000,000 are read",
        ),
        ({"record": "film"}, "gave a dict"),
        (None, "gave a NoneType"),
    ],
)
def test_a_bad_record_harms_only_itself(tmp_path: Path, bad: object, reason: str) -> None:
    report = run(tmp_path, ALIEN, bad, SOLARIS)
    assert (report.loaded, report.refused_count) == (2, 1)
    assert reason in report.examples[0].reason


@pytest.mark.parametrize(
    "title",
    ["“Quote” ' \" \\", "</script><b>", "אחד עשר", "👾👩‍🚀", "!!!", "七人の侍", "a" * 1_000],
)
def test_any_title_that_is_one_comes_back_as_it_was(tmp_path: Path, title: str) -> None:
    film = FilmRecord(key="x", title=title, year=2000)
    run(tmp_path, film)
    assert kept(tmp_path) == [film]


def test_a_film_without_a_year_is_loaded(tmp_path: Path) -> None:
    assert run(tmp_path, FilmRecord(key="x", title="X")).loaded == 1


def test_the_second_film_of_a_key_is_refused_and_an_equal_one_left_out(tmp_path: Path) -> None:
    report = run(tmp_path, ALIEN, ALIEN, FilmRecord(key="alien", title="Another"))
    assert (report.loaded, report.refused_count) == (1, 1)
    assert report.skipped == (("said twice in the same words", 1),)
    assert kept(tmp_path) == [ALIEN]


def test_refusals_are_grouped_by_what_is_wrong(tmp_path: Path) -> None:
    bad = [FilmRecord(key=str(n), title="." * n) for n in range(1, 31)]
    report = run(tmp_path, ALIEN, *bad)
    assert report.refused == (("The title … has no letter or digit.", 30),)
    assert len(report.examples) == 20


def test_strict_stops_at_the_first_bad_record_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x:3: Torn\. Nothing was loaded"):
        load(loader(ALIEN, Refused("x:3", "Torn.")), [], tmp_path, strict=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [ValueError("oops"), SourceError("gone"), KeyError("k")])
def test_a_load_that_fails_leaves_what_was_loaded(tmp_path: Path, error: Exception) -> None:
    run(tmp_path, ALIEN)
    with pytest.raises(SourceError):
        run(tmp_path, SOLARIS, error)
    assert kept(tmp_path) == [ALIEN]


def test_an_error_in_a_loader_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'mine' broke: ValueError: oops \(test_load\.py, line"):
        run(tmp_path, ValueError("oops"))


def test_a_load_of_nothing_leaves_what_was_loaded(tmp_path: Path) -> None:
    run(tmp_path, ALIEN)
    with pytest.raises(SourceError, match=r"No film was read.*first of 1 refused: x:1"):
        run(tmp_path, Refused("x:1", "Torn."))
    assert kept(tmp_path) == [ALIEN]


def test_loading_again_replaces_the_source(tmp_path: Path) -> None:
    run(tmp_path, ALIEN)
    run(tmp_path, SOLARIS)
    assert kept(tmp_path) == [SOLARIS]


def test_loading_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    run(tmp_path, ALIEN, SOLARIS)
    before = (tmp_path / "mine.jsonl.gz").read_bytes()
    run(tmp_path, SOLARIS, ALIEN)
    assert (tmp_path / "mine.jsonl.gz").read_bytes() == before


def test_a_loader_of_single_films_replaces_only_those(tmp_path: Path) -> None:
    run(tmp_path, ALIEN, SOLARIS, theme("space"))
    changed = FilmRecord(key="alien", title="Alien", year=1980)
    report = run(tmp_path, changed, replaces="films")
    assert report.loaded == 1
    assert kept(tmp_path) == [changed, SOLARIS, theme("space")]


def test_a_loader_of_single_films_starts_a_file(tmp_path: Path) -> None:
    run(tmp_path, ALIEN, replaces="films")
    assert kept(tmp_path) == [ALIEN]


def test_parents_that_are_not_defined_are_noted_and_kept(tmp_path: Path) -> None:
    report = run(tmp_path, theme("robot", "machine"), theme("android", "robot", "person"))
    assert report.notes == (
        "2 parents of kind theme are named but not defined: 'machine', 'person'.",
    )
    assert kept(tmp_path)[1].parents == ("machine",)


def test_a_circle_loses_the_link_that_closes_it(tmp_path: Path) -> None:
    circle = [theme("a", "b"), theme("b", "c", "d"), theme("c", "a"), theme("d")]
    for order in (circle, circle[::-1]):
        report = run(tmp_path, *order)
        assert report.loaded == 4
        assert report.examples == (Refused("c", "Its parent 'a' is also below it."),)
        assert kept(tmp_path) == [theme("a", "b"), theme("b", "c", "d"), theme("c"), theme("d")]


@pytest.mark.parametrize("parent", ["a", "A", "á"])
def test_a_concept_is_not_its_own_parent(tmp_path: Path, parent: str) -> None:
    report = run(tmp_path, theme("a", parent, "b"), theme("b"))
    assert report.refused_count == 1
    assert kept(tmp_path) == [theme("a", "b"), theme("b")]


def test_a_tree_may_be_deeper_than_pythons_stack(tmp_path: Path) -> None:
    chain = [theme(f"t{n}", f"t{n + 1}") for n in range(5_000)]
    assert run(tmp_path, *chain).refused_count == 0


def test_an_unknown_option_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"no option 'yaer'; it has: year\. Did you mean: year"):
        load(loader(ALIEN, options={"year": "…"}), [], tmp_path, options={"yaer": "1979"})


def test_the_source_can_stand_in_the_files(tmp_path: Path) -> None:
    other = Source(name="other", title="Other films", as_of="2020-02-02")
    run(tmp_path, ALIEN, source_of=lambda paths, options: other)
    assert read_source(tmp_path / "other.jsonl.gz") == other


def test_a_source_in_the_files_cannot_take_a_reserved_name(tmp_path: Path) -> None:
    taken = Source(name="demo", title="Demo")
    with pytest.raises(InputError, match="cannot be named 'demo'"):
        run(tmp_path, ALIEN, source_of=lambda paths, options: taken)


def test_progress_is_told(tmp_path: Path) -> None:
    seen: list[int] = []
    films = [FilmRecord(key=str(n), title=f"Film {n}") for n in range(2_500)]
    load(loader(*films), [], tmp_path, progress=seen.append)
    assert seen == [1_000, 2_000]
