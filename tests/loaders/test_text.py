"""The text loader: the plot of one film, which the option `film` names."""

import time
from pathlib import Path

import pytest

from filmgraph.curtain import visible
from filmgraph.errors import FilmgraphError, InputError
from filmgraph.intake import Loader, Refused, Skipped, find_loader, load, read_records
from filmgraph.record import FilmRecord, faults

PLOT = (
    "Ann Dunn, a nurse, waits in Lisbon. Her brother Tom begs her to leave.\n\n"
    "Ann kisses him. Years earlier, Tom leaves the city. Ann weeps. She finds a letter. "
    "It is cold. Tom marries Eva. Ann dances. Tom dies in his room."
)


@pytest.fixture(scope="module")
def loader() -> Loader:
    return find_loader("text")


def written(folder: Path, text: str = PLOT, name: str = "plot.txt") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def read(
    loader: Loader, file: Path, film: str = "The Pier (1958)"
) -> list[FilmRecord | Refused | Skipped]:
    items = loader.read([file], {"film": film})
    return [item for item in items if isinstance(item, FilmRecord | Refused | Skipped)]


def record(loader: Loader, file: Path, film: str = "The Pier (1958)") -> FilmRecord:
    (found,) = read(loader, file, film)
    assert isinstance(found, FilmRecord), found
    assert not list(faults(found))
    return found


def test_a_plot_gives_its_story(loader: Loader, tmp_path: Path) -> None:
    film = record(loader, written(tmp_path))
    assert (film.key, film.title, film.year) == ("The Pier (1958)", "The Pier", 1958)
    assert {one.name for one in film.characters} == {"Ann Dunn", "Tom", "Eva"}
    assert ("Tom", "brother of", "Ann Dunn") in {
        (one.who, one.what, one.whom) for one in film.relations
    }
    assert {one.place for one in film.settings} == {"Lisbon", "Tom's room"}
    assert len(film.events) == 9
    assert [one.kind for one in film.texts] == ["plot"]


def test_a_plot_without_marks_is_plot_and_its_end_is_ending(loader: Loader, tmp_path: Path) -> None:
    film = record(loader, written(tmp_path))
    assert visible(film, "open") == FilmRecord(key=film.key, title=film.title, year=film.year)
    assert [one.level for one in film.events] == ["plot"] * 7 + ["ending"] * 2


@pytest.mark.parametrize(
    ("film", "key", "year"),
    [
        ("The Pier (1958)", "The Pier (1958)", 1958),
        ("  The  Pier (1958) ", "The Pier (1958)", 1958),
        ("The Pier", "The Pier", None),
        ("1984 (1984)", "1984 (1984)", 1984),
        ("(500) Days of Summer (2009)", "(500) Days of Summer (2009)", 2009),
    ],
)
def test_the_film_is_the_one_of_the_option(
    loader: Loader, tmp_path: Path, film: str, key: str, year: int | None
) -> None:
    found = record(loader, written(tmp_path), film)
    assert (found.key, found.year) == (key, year)


@pytest.mark.parametrize("film", ["", " ", "(1958)", "...", "The Pier (1066)", "The Pier (9999)"])
def test_without_a_film_nothing_is_read(loader: Loader, tmp_path: Path, film: str) -> None:
    with pytest.raises(InputError, match=r"Which film|No film is of the year"):
        read(loader, written(tmp_path), film)


def test_only_the_film_that_is_named_is_replaced(loader: Loader, tmp_path: Path) -> None:
    target = tmp_path / "text.jsonl.gz"
    for film, text in (("A (1950)", "Ann weeps."), ("B (1951)", PLOT), ("A (1950)", PLOT)):
        load(loader, [written(tmp_path, text)], target, options={"film": film})
    found = {one.key: one for one in read_records(target) if isinstance(one, FilmRecord)}
    assert found.keys() == {"A (1950)", "B (1951)"}
    assert found["A (1950)"].events == found["B (1951)"].events


def test_lines_broken_by_width_are_one_text(loader: Loader, tmp_path: Path) -> None:
    film = record(loader, written(tmp_path, "Ann weeps. Then\nshe kisses\nTom. They\nleave."))
    assert [one.what for one in film.events] == ["Ann weeps", "Then Ann kisses Tom", "They leave"]


def test_headings_are_left_out(loader: Loader, tmp_path: Path) -> None:
    film = record(loader, written(tmp_path, "# Act One\n\nAnn weeps.\n\nPlot\n\nAnn leaves him."))
    assert [one.text for one in film.texts] == ["Ann weeps.\n\nAnn leaves him."]


def test_of_another_language_no_story_is_read_and_the_report_says_so(
    loader: Loader, tmp_path: Path
) -> None:
    file = written(tmp_path, "Am Abend küsst Anna den Mann. Danach geht Anna nach Berlin.")
    film, skipped = read(loader, file)
    assert isinstance(film, FilmRecord)
    assert (film.characters, film.events, film.settings) == ((), (), ())
    assert [one.language for one in film.texts] == ["und"]
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "the story of a text that is not in English"


def test_two_files_are_not_the_plot_of_one_film(loader: Loader, tmp_path: Path) -> None:
    files = [written(tmp_path, name=name) for name in ("a.txt", "b.txt")]
    with pytest.raises(InputError, match="2 files were named"):
        list(loader.read(files, {"film": "The Pier (1958)"}))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x00\x01", "binary"),
        (b"Caf\xe9", "not UTF-8"),
        (b"\xff\xfeA\x00", "UTF-16"),
        (b"Ann weeps. " * 950_000, "larger than 4,000,000 bytes"),
        (b"Ann weeps. " * 95_000, "The plot has 1,044,999 characters; at most 1,000,000 are read."),
    ],
    ids=["empty", "blank", "binary", "latin-1", "utf-16", "10 MB", "1 MB"],
)
def test_what_is_no_plot_is_refused_quickly_with_the_reason(
    loader: Loader, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "plot.txt"
    file.write_bytes(content)
    begun = time.process_time()
    (refused,) = read(loader, file)
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    # A bound against quadratic time, far above what it takes.
    assert time.process_time() - begun < 10


def test_what_goes_on_and_on_is_cut_and_the_report_says_so(loader: Loader, tmp_path: Path) -> None:
    film, skipped = read(loader, written(tmp_path, "Then Ann weeps and the sun sets. " * 10_001))
    assert isinstance(film, FilmRecord)
    assert len(film.events) == 10_000
    assert isinstance(skipped, Skipped)
    assert "first 10,000 sentences" in skipped.reason


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mAnn\x07 kisses \u202eTom\u202c.",
        "<b>Ann</b> kisses 'Tom'; -- DROP TABLE films; and leaves.",
        "Ann kisses Tom.\u2028She leaves him.\u0085He weeps.",
        "\ue0000\ue001 kisses \ue00099\ue001. Ann leaves him.",
        "İstanbul’da Ann kisses Tom. ＡＮＮ leaves him.",
        "𝒜nn kisses 😀. Ann" + "\u0301" * 5_000 + " leaves him.",
        "Ann's " * 2_000 + "house burns.",
        "“" * 5_000 + "Ann" + "”" * 5_000,
    ],
)
def test_hostile_characters_harm_nothing(loader: Loader, tmp_path: Path, text: str) -> None:
    try:
        for item in read(loader, written(tmp_path, text)):
            assert not isinstance(item, FilmRecord) or not list(faults(item))
    except FilmgraphError as error:
        assert str(error)
