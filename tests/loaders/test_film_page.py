"""The film-page loader: pages of our own in many shapes, and one real page against its labels."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from filmgraph.curtain import visible
from filmgraph.intake import Loader, Refused, Skipped, find_loader, load
from filmgraph.record import FilmRecord, faults

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="module")
def loader() -> Loader:
    return find_loader("film-page")


def read_all(loader: Loader, *paths: Path) -> list[FilmRecord | Refused | Skipped]:
    items = list(loader.read(paths, {}))
    return [item for item in items if isinstance(item, FilmRecord | Refused | Skipped)]


def sample(loader: Loader, name: str) -> FilmRecord:
    record, *left_out = read_all(loader, SAMPLES / f"film-page-{name}.txt")
    assert all(isinstance(one, Skipped) for one in left_out)
    assert isinstance(record, FilmRecord), record
    assert not list(faults(record))
    return record


def refusal(loader: Loader, path: Path) -> Refused:
    (item,) = read_all(loader, path)
    assert isinstance(item, Refused), item
    return item


def played(record: FilmRecord) -> set[tuple[str | None, str]]:
    return {(one.character, one.person) for one in record.credits if one.part == "actor"}


def levels(record: FilmRecord) -> dict[str, str | None]:
    return {one.name: one.level for one in record.characters if one.kind == "named"}


def text(record: FilmRecord, kind: str) -> str:
    return next((one.text for one in record.texts if one.kind == kind), "")


def test_facts_in_any_order_are_read(loader: Loader) -> None:
    film = sample(loader, "casablanca")
    assert (film.key, film.title, film.year) == ("Casablanca (1942)", "Casablanca", 1942)
    assert film.runtime_minutes == 102
    assert film.languages == ("English", "French", "German")
    assert film.genres == ("Drama", "Romance", "War")
    directors = [one.person for one in film.credits if one.part == "director"]
    assert directors == ["Michael Curtiz"]


def test_words_of_the_site_are_in_no_text(loader: Loader) -> None:
    film = sample(loader, "casablanca")
    assert text(film, "synopsis").startswith("A café owner")
    plot = text(film, "plot")
    assert plot.startswith("Rick Blaine")
    assert plot.endswith("into the fog.")
    assert plot.count("\n\n") == 2
    assert "Spoiler" not in plot + text(film, "synopsis")


def test_a_sample_gives_its_portrayals_and_no_other(loader: Loader) -> None:
    assert played(sample(loader, "casablanca")) == {
        ("Rick Blaine", "Humphrey Bogart"),
        ("Captain Louis Renault", "Claude Rains"),
        ("Ilsa Lund", "Ingrid Bergman"),
        ("Major Strasser", "Conrad Veidt"),
    }


def test_a_sample_gives_its_named_characters_and_no_other(loader: Loader) -> None:
    found = levels(sample(loader, "casablanca"))
    assert found == {
        "Rick Blaine": "plot",
        "Captain Louis Renault": "plot",
        "Ilsa Lund": "plot",
        "Ugarte": "plot",
        "Victor Laszlo": "plot",
        "Sam": "plot",
        "Major Strasser": "ending",
    }


def test_aliases_are_the_shorter_names_in_use(loader: Loader) -> None:
    aliases = {one.name: one.aliases for one in sample(loader, "casablanca").characters}
    assert aliases["Rick Blaine"] == ("Rick",)
    assert aliases["Captain Louis Renault"] == ("Renault",)
    assert aliases["Victor Laszlo"] == ("Laszlo",)
    assert aliases["Sam"] == ()


def test_evidence_of_a_portrayal_is_its_sentence(loader: Loader) -> None:
    film = sample(loader, "casablanca")
    strasser = next(one for one in film.credits if one.character == "Major Strasser")
    assert strasser.level == "ending"
    assert [one.part for one in strasser.evidence] == ["ending"]
    assert strasser.evidence[0].quote in text(film, "plot")


def test_a_cast_list_frees_what_the_plot_says(loader: Loader) -> None:
    film = sample(loader, "alien")
    found = levels(film)
    assert found["Ellen Ripley"] == found["Ash"] == found["Dallas"] == "open"
    assert found["Dennis Parker"] == "plot"
    assert ("Dennis Parker", "Yaphet Kotto") in played(film)
    billing = {one.person: one.billing for one in film.credits if one.billing}
    assert billing["Ian Holm"] == 3


def test_an_unmarked_page_is_parted_into_a_short_synopsis_and_a_plot(loader: Loader) -> None:
    film = sample(loader, "alien")
    assert text(film, "synopsis").startswith("The crew of a freighter")
    assert text(film, "plot").startswith("The commercial towing ship")
    assert film.genres == ("Science Fiction", "Horror")
    assert film.runtime_minutes == 117
    assert film.countries == ("United Kingdom",)
    assert [one.name for one in film.companies] == ["20th Century-Fox"]


def test_ships_places_and_planets_are_no_characters(loader: Loader) -> None:
    assert set(levels(sample(loader, "alien"))) == {
        "Ellen Ripley",
        "Dallas",
        "Ash",
        "Dennis Parker",
        "Gilbert Kane",
        "Jones",
    }


def test_names_that_are_words_are_names_only_where_they_must_be(loader: Loader) -> None:
    film = sample(loader, "the-salt-pier")
    characters = {one.name: one.aliases for one in film.characters}
    assert characters == {
        "Will Marsh": (),
        "The Bride": (),
        "Tom Marsh": (),
        "Hope": (),
        "Dr. J. R. Penn": ("Penn",),
    }


def test_the_story_of_a_sample_is_read(loader: Loader) -> None:
    film = sample(loader, "casablanca")
    assert [(one.who, one.what, one.whom) for one in film.relations] == [
        ("Victor Laszlo", "husband of", "Ilsa Lund")
    ]
    assert {one.place: one.premise for one in film.settings} == {
        "Morocco": True,
        "Casablanca": False,
        "Paris": False,
    }
    events = [{who.character for who in one.who} for one in film.events]
    assert {"Ilsa Lund", "Victor Laszlo"} in events
    assert {"Major Strasser", "Rick Blaine"} in events


def test_no_id_of_an_event_counts_what_is_hidden(loader: Loader) -> None:
    film = sample(loader, "casablanca")
    for level in ("plot", "ending"):
        ids = [one.id for one in film.events if one.id.startswith(level)]
        assert ids == [f"{level}-{number}" for number in range(1, len(ids) + 1)]
        assert ids


def test_two_actors_of_one_character_are_told_apart_by_age(loader: Loader) -> None:
    film = sample(loader, "the-salt-pier")
    tom = {(one.person, one.aspect) for one in film.credits if one.character == "Tom Marsh"}
    assert tom == {("Bo Carr", "young"), ("Al Dunn", None)}


def test_several_directors_and_a_suffix_are_read(loader: Loader) -> None:
    film = sample(loader, "the-salt-pier")
    directors = [one.person for one in film.credits if one.part == "director"]
    assert directors == ["Hope Adler", "Juan de la Cruz Jr."]
    assert film.genres == ("Crime", "Film-Noir")


def test_a_page_without_synopsis_has_only_a_plot(loader: Loader) -> None:
    assert [one.kind for one in sample(loader, "the-salt-pier").texts] == ["plot"]


def test_of_another_language_only_what_is_recognised_is_taken(loader: Loader) -> None:
    film = sample(loader, "zwei-lichter")
    assert (film.year, film.genres) == (1961, ("Drama",))
    assert (film.characters, film.credits) == ((), ())
    assert (film.relations, film.settings, film.events) == ((), (), ())
    assert [one.language for one in film.texts] == ["und", "und"]


def test_that_a_text_is_in_another_language_is_said_in_the_report(
    loader: Loader, tmp_path: Path
) -> None:
    report = load(loader, [SAMPLES / "film-page-zwei-lichter.txt"], tmp_path / "x.jsonl.gz")
    assert report.loaded == 1
    assert report.skipped == (("the story of a text that is not in English", 1),)


def test_an_empty_plot_gives_the_facts(loader: Loader) -> None:
    film = sample(loader, "empty-plot")
    assert (film.key, film.texts, film.characters) == ("The Glass Ferry (1963)", (), ())


def test_two_pages_in_one_file_are_refused(loader: Loader) -> None:
    refused = refusal(loader, SAMPLES / "film-page-two-films.txt")
    assert refused.where == "film-page-two-films.txt"
    assert "two years, 1958 and 1963" in refused.reason
    assert "file of its own" in refused.reason


def test_a_page_without_title_is_refused(loader: Loader) -> None:
    assert "no title" in refusal(loader, SAMPLES / "film-page-no-title.txt").reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\xff\xfeA\x00", "UTF-16"),
        (b"Caf\xe9 Noir\n\nYear: 1950\n", "not UTF-8"),
        (b"  \n", "empty"),
        (b"Notes\n\nMilk, eggs, bread.\n", "no fact of a film"),
        (b"word " * 100, "too many for a title"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(
    loader: Loader, tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    assert reason in refusal(loader, file).reason


def test_a_refused_page_does_not_stop_the_others(loader: Loader) -> None:
    items = read_all(loader, SAMPLES)
    assert sum(isinstance(item, FilmRecord) for item in items) >= 5
    assert sum(isinstance(item, Refused) for item in items) >= 2


def test_the_same_film_twice_is_refused_the_second_time(loader: Loader, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The Glass Ferry\n\nYear: 1963\n", encoding="utf-8")
    _, refused = read_all(loader, tmp_path)
    assert isinstance(refused, Refused)
    assert refused.reason == "The Glass Ferry (1963) was already read from a.txt."


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        (180_000, "larger than 8,388,608 bytes"),
        (40_000, "The plot has 2,239,999 characters; at most 1,000,000 are read."),
    ],
)
def test_a_page_that_is_too_long_is_refused_quickly(
    loader: Loader, tmp_path: Path, sentences: int, reason: str
) -> None:
    file = tmp_path / "long.txt"
    sentence = "Then Ann Lee, played by Bo Carr, meets her brother Tom. "
    file.write_text("Long\n\nYear: 1999\n\nPlot\n\n" + sentence * sentences, encoding="utf-8")
    begun = time.process_time()
    assert reason in refusal(loader, file).reason
    # A bound against quadratic time, far above what it takes.
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("name", ["casablanca", "alien", "the-salt-pier"])
def test_nothing_of_the_plot_is_open(loader: Loader, name: str) -> None:
    film = visible(sample(loader, name), "open")
    synopsis = text(film, "synopsis")
    assert all(one.kind == "synopsis" for one in film.texts)
    parts = [*film.credits, *film.characters]
    assert all(evidence.quote in synopsis for part in parts for evidence in part.evidence)


def labels(data: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    for gold in sorted((data / "film-page").glob("*.gold.yaml")):
        with gold.open(encoding="utf-8") as stream:
            yield gold.with_name(gold.name.replace(".gold.yaml", ".txt")), yaml.safe_load(stream)


def test_the_real_page_gives_exactly_its_labels(loader: Loader, data: Path) -> None:
    for page, gold in labels(data):
        (film,) = read_all(loader, page)
        assert isinstance(film, FilmRecord)
        facts = gold["film"]
        assert isinstance(facts, dict)
        assert (film.title, film.year) == (facts["title"], facts["year"])
        assert film.runtime_minutes == facts["runtime_min"]
        assert film.languages == (facts["language"],)
        assert list(film.genres) == facts["genres"]
        directors = [one.person for one in film.credits if one.part == "director"]
        assert directors == facts["director"]
        pairs = gold["portrayals"]
        characters = gold["characters"]
        assert isinstance(pairs, list)
        assert isinstance(characters, dict)
        assert played(film) == {tuple(pair) for pair in pairs}
        assert {one.name: one.kind for one in film.characters} == {
            name: about["kind"] for name, about in characters.items()
        }
        named = [one for one in film.characters if one.kind == "named"]
        assert {one.name: list(one.aliases) for one in named} == {
            one.name: characters[one.name]["aliases"] for one in named
        }
        assert {(one.who, one.what, one.whom) for one in film.relations} == {
            tuple(one)
            for one in gold["relations"]  # type: ignore[attr-defined]
        }
        assert {one.place for one in film.settings} == set(gold["settings"])  # type: ignore[call-overload]


def test_the_real_page_names_nobody_before_the_curtain_lifts(loader: Loader, data: Path) -> None:
    for page, _ in labels(data):
        (film,) = read_all(loader, page)
        assert isinstance(film, FilmRecord)
        shown = visible(film, "open")
        assert (shown.characters, shown.relations, shown.events) == ((), (), ())
        assert [one.place for one in shown.settings if not one.premise] == []
        named = [one for one in film.characters if one.kind == "named"]
        assert {one.name for one in named} <= {one.name for one in visible(film, "plot").characters}
