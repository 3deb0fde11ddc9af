"""Finding by name: what is found, what is forgiven, what stays hidden, what is refused."""

import json
import runpy
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from filmgraph.arrays import NameEntry, NameIndex, write_names
from filmgraph.errors import (
    AmbiguousName,
    DamagedGraph,
    NewerGraph,
    OptionError,
    StorageError,
    UnknownEntity,
)
from filmgraph.names import IRI, iri, slug
from filmgraph.record import Level


def film(title: str, year: int, degree: int = 5, *other: str, level: Level = "open") -> NameEntry:
    last = f"{slug(title)}-{year}"
    return NameEntry(iri("film", last), "film", title, year, other, "", degree, level)


def person(name: str, degree: int = 5, note: str = "", level: Level = "open") -> NameEntry:
    return NameEntry(iri("person", slug(name)), "person", name, None, (), note, degree, level)


def theme(name: str, degree: int = 5, level: Level = "open") -> NameEntry:
    return NameEntry(iri("theme", slug(name)), "theme", name, None, (), "", degree, level)


ENTRIES = [
    film("Alien", 1979, 30, "Alien, le huitième passager"),
    film("Aliens", 1986, 25),
    film("Alien Dead", 1980, 2),
    film("Blade Runner", 1982, 40),
    film("Blade Runner 2049", 2017, 35),
    film("Batman", 1966, 9),
    film("Batman", 1989, 60),
    film("1984", 1956, 4),
    film("Nineteen Eighty-Four", 1984, 8, "1984"),
    film("$", 1971, 6),
    film("Face/Off", 1997, 20),
    film("Le Fabuleux Destin d'Amélie Poulain", 2001, 20, "Amélie"),
    film("七人の侍", 1954, 50, "Seven Samurai", "Shichinin no samurai"),
    film("Броненосец «Потёмкин»", 1925, 30, "Battleship Potemkin"),
    film("Rain Man", 1988, 30),
    film("Ocean's Eleven", 2001, 30),
    film("Frida", 2002, 12),
    film("Revenge", 1990, 3),
    theme("revenge", 900),
    theme("alien", 300),
    theme("rain", 12),
    person("Nicolas Cage", 90, "known for Leaving Las Vegas (1995)"),
    person("Nicolas Cazalé", 3),
    person("Harrison Ford", 80),
    person("Renée Zellweger", 40),
    person("Tom Cruise", 70),
    person("Tom Crise", 1),
    person("Frida", 2),
    NameEntry(iri("person", "john-smith"), "person", "John Smith", note="known for Alien (1979)"),
    NameEntry(iri("person", "john-smith-2"), "person", "John Smith", None, (), "stunts", 7),
    NameEntry(iri("place", "paris"), "place", "Paris", None, ("Paname",), "", 400),
    NameEntry(iri("genre", "horror"), "genre", "Horror", None, (), "", 400),
    theme("horror", 3),
]
HIDDEN = [
    film("Alien Secret", 1999, 5000, level="ending"),
    theme("alein", 9000, level="plot"),
    theme("blade runner", 9000, level="ending"),
    person("Nicolas Cagd", 9000, level="plot"),
    NameEntry(
        iri("person", "tom-cruise"), "person", "Tom Cruise", None, ("Keyser",), "", 70, "ending"
    ),
    *[person(f"Tom Cruis{letter}", 9000, level="ending") for letter in "abcdfghij"],
    *[theme(f"revenge {number}", 9000, level="plot") for number in range(300)],
]


def index_of(folder: Path, entries: Iterable[NameEntry]) -> NameIndex:
    write_names(folder, entries)
    return NameIndex.open(folder)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    return index_of(tmp_path_factory.mktemp("names"), ENTRIES)


@pytest.fixture(scope="module")
def veiled(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    """The same with hidden things among them."""
    return index_of(tmp_path_factory.mktemp("veiled"), [*HIDDEN, *ENTRIES])


def found(index: NameIndex, text: str, **options: object) -> list[str]:
    return [str(entity) for entity in index.find(text, **options)]  # type: ignore[arg-type]


# What is found ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Blade Runner", "Blade Runner (1982)"),
        ("blade runer", "Blade Runner (1982)"),
        ("baldee runner", "Blade Runner (1982)"),
        ("bladerunner", "Blade Runner (1982)"),
        ("blad erunner", "Blade Runner (1982)"),
        ("runner blade", "Blade Runner (1982)"),
        ("blade runner 2049", "Blade Runner 2049 (2017)"),
        ("rainman", "Rain Man (1988)"),
        ("nicolas ca", "Nicolas Cage"),
        ("ford harrison", "Harrison Ford"),
        ("zelweger", "Renée Zellweger"),
        ("RENEE ZELLWEGER", "Renée Zellweger"),
        ("oceans eleven", "Ocean's Eleven (2001)"),
        ("ocean’s eleven", "Ocean's Eleven (2001)"),
        ("amelie", "Le Fabuleux Destin d'Amélie Poulain (2001)"),
        ("七人の侍", "七人の侍 (1954)"),
        ("七人", "七人の侍 (1954)"),
        ("seven samurai", "七人の侍 (1954)"),
        ("потемкин", "Броненосец «Потёмкин» (1925)"),
        ("$", "$ (1971)"),
        ("face off", "Face/Off (1997)"),
    ],
)
def test_a_name_is_found_first_however_it_is_typed(index: NameIndex, text: str, first: str) -> None:
    assert found(index, text)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("cage", "Nicolas Cage"),
        ("nic cage", "Nicolas Cage"),
        ("chris nolan", "Christopher Nolan"),
        ("sam jackson", "Samuel L. Jackson"),
        ("terminator", "The Terminator (1984)"),
    ],
)
def test_a_name_is_found_by_its_last_word_by_short_words_and_without_its_article(
    tmp_path: Path, text: str, first: str
) -> None:
    names = ("Nicolas Cage", "Christopher Nolan", "Samuel L. Jackson", "Tom Jackson")
    titles = (("Rage", 2014), ("Ice Age", 2002), ("The Terminator", 1984), ("Terminator X", 2015))
    known = [*(person(name, 70) for name in names), *(film(*title, 20) for title in titles)]
    assert found(index_of(tmp_path, known), text)[0] == first


def test_words_in_their_order_come_before_words_that_are_turned(tmp_path: Path) -> None:
    index = index_of(tmp_path, [person("Ford Harrison Smith"), person("Harrison Smith Ford")])
    assert found(index, "harrison ford")[0] == "Harrison Smith Ford"


def test_a_year_after_the_title_chooses_the_film(index: NameIndex) -> None:
    assert found(index, "batman 1966")[0] == "Batman (1966)"
    assert found(index, "Batman (1989)")[0] == "Batman (1989)"
    assert found(index, "alein 1979")[0] == "Alien (1979)"


def test_a_wrong_year_still_finds_the_title(index: NameIndex) -> None:
    assert found(index, "alien 1981")[0] == "Alien (1979)"


def test_a_year_half_typed_does_not_lose_the_film(index: NameIndex) -> None:
    assert found(index, "alien 19")[0] == "Alien (1979)"


def test_a_famous_homonym_comes_before_an_obscure_one(index: NameIndex) -> None:
    assert found(index, "batman")[:2] == ["Batman (1989)", "Batman (1966)"]


def test_a_better_match_comes_before_a_famous_one(index: NameIndex) -> None:
    assert found(index, "tom crise")[:2] == ["Tom Crise", "Tom Cruise"]


def test_equal_hits_stand_in_the_order_of_their_iris(tmp_path: Path) -> None:
    same = [NameEntry(iri("person", f"x-{n}"), "person", "Ann Other") for n in (3, 1, 2)]
    hits = index_of(tmp_path, same).find("ann othr")
    assert [hit.curie for hit in hits] == ["person/x-1", "person/x-2", "person/x-3"]


def test_the_order_of_writing_does_not_matter(tmp_path: Path, index: NameIndex) -> None:
    other = index_of(tmp_path, reversed(ENTRIES))
    for text in ("alien", "tom", "batman", "r", "nicolas ca"):
        assert other.find(text) == index.find(text)


def test_only_the_asked_kind_is_found(index: NameIndex) -> None:
    assert {hit.kind for hit in index.find("alien", kind="theme")} == {"theme"}
    assert index.find("alien", kind="no such kind") == []


def test_no_more_than_the_limit_is_found_and_more_is_the_same_longer(index: NameIndex) -> None:
    assert index.find("alien", limit=2) == index.find("alien", limit=100)[:2]


def test_a_hit_brings_kind_label_year_and_note(index: NameIndex) -> None:
    hit = index.find("nicolas cage")[0]
    assert (hit.kind, hit.label, hit.year) == ("person", "Nicolas Cage", None)
    assert hit.note == "known for Leaving Las Vegas (1995)"


def test_what_has_nothing_in_common_is_not_found(index: NameIndex) -> None:
    assert index.find("qqqqzzzz") == []


@pytest.mark.parametrize("text", ["", "   ", "???", "🎬", '"+:*~\\', "\x00", "\ud800", "()[]{}^"])
def test_a_text_without_letters_finds_nothing_and_harms_nothing(
    index: NameIndex, text: str
) -> None:
    assert index.find(text) == []
    assert index.exact(text) == []


@pytest.mark.parametrize(
    "text",
    ['"aliens"', "+aliens", "aliens*", "-aliens", "aliens~", "(aliens", "al\\iens", "^aliens"],
)
def test_no_character_has_a_meaning_for_the_search(index: NameIndex, text: str) -> None:
    assert found(index, text)[0] == "Aliens (1986)"


@pytest.mark.parametrize("text", ["alien " * 50_000, "a" * 300_000, "ab" * 5_000 + " alien"])
def test_a_very_long_text_is_cut(index: NameIndex, text: str) -> None:
    assert len(index.find(text)) <= 10


def test_many_threads_may_search_at_once(index: NameIndex) -> None:
    texts = ["alien", "nicolas ca", "batman", "tom cru"] * 25
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(index.find, texts)) == [index.find(text) for text in texts]


# Equal names -----------------------------------------------------------------------------------


def test_exact_finds_label_and_other_names_folded_by_degree_then_iri(index: NameIndex) -> None:
    assert [hit.curie for hit in index.exact("ALIEN")] == ["theme/alien", "film/alien-1979"]
    assert [str(hit) for hit in index.exact("Amelie")] == [
        "Le Fabuleux Destin d'Amélie Poulain (2001)"
    ]
    assert [hit.curie for hit in index.exact("john smith")] == [
        "person/john-smith-2",
        "person/john-smith",
    ]


def test_exact_forgives_no_error(index: NameIndex) -> None:
    assert index.exact("alein") == []
    assert index.exact("bladerunner") == []


def test_exact_with_a_year_is_the_film_of_that_year(index: NameIndex) -> None:
    assert [hit.year for hit in index.exact("Batman (1966)")] == [1966]
    assert [hit.year for hit in index.exact("batman 1989")] == [1989]
    assert index.exact("Batman (1970)") == []


def test_exact_finds_all_of_a_thousand_homonyms(tmp_path: Path) -> None:
    same = [
        NameEntry(iri("character", f"film-{n:04}", "narrator"), "character", "Narrator")
        for n in range(1_200)
    ]
    assert len(index_of(tmp_path, same).exact("narrator")) == 1_200


def test_get_finds_by_iri(index: NameIndex) -> None:
    hit = index.get(iri("film", "alien-1979"))
    assert hit is not None
    assert str(hit) == "Alien (1979)"
    assert index.get(iri("film", "no-such-film")) is None


# The one that is meant -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Blade Runner (1982)", "film/blade-runner-1982"),
        ("blade runner", "film/blade-runner-1982"),
        ("film/blade-runner-1982", "film/blade-runner-1982"),
        ("film:blade-runner-1982", "film/blade-runner-1982"),
        ("https://w3id.org/filmgraph/film/blade-runner-1982", "film/blade-runner-1982"),
        ("blade-runner-1982", "film/blade-runner-1982"),
        ("Face/Off", "film/face-off-1997"),
        ("$", "film/" + slug("$") + "-1971"),
        ("alien", "film/alien-1979"),
        ("revenge", "film/revenge-1990"),
        ("1984", "film/1984-1956"),
        ("Paname", "place/paris"),
    ],
)
def test_a_name_resolves_to_what_is_meant(index: NameIndex, text: str, meant: str) -> None:
    assert index.resolve(text).curie == meant


def test_the_kind_chooses_among_equal_names(index: NameIndex) -> None:
    assert index.resolve("alien", kind="theme").curie == "theme/alien"
    assert index.resolve("Frida", kind="person").curie == "person/frida"


def test_several_of_a_name_are_listed_with_what_tells_them_apart(index: NameIndex) -> None:
    with pytest.raises(AmbiguousName) as caught:
        index.resolve("Batman")
    assert caught.value.candidates == (
        "Batman (1989) [film/batman-1989]",
        "Batman (1966) [film/batman-1966]",
    )
    assert str(caught.value).endswith("? Give the year, or what stands in brackets.")
    with pytest.raises(AmbiguousName) as caught:
        index.resolve("john smith")
    assert str(caught.value).endswith("? Give what stands in brackets.")
    assert "John Smith, known for Alien (1979) [person/john-smith]" in caught.value.candidates


def test_homonyms_that_are_not_listed_are_counted(tmp_path: Path) -> None:
    index = index_of(tmp_path, [film("Home", year) for year in range(1990, 1998)])
    with pytest.raises(AmbiguousName, match=r"And 3 more\. Give the year") as caught:
        index.resolve("home")
    assert len(caught.value.candidates) == 5


@pytest.mark.parametrize("text", ["Frida", "horror"])
def test_film_and_person_or_two_that_are_neither_are_ambiguous(index: NameIndex, text: str) -> None:
    with pytest.raises(AmbiguousName):
        index.resolve(text)


def test_an_unknown_name_names_at_most_five_near_ones(index: NameIndex) -> None:
    with pytest.raises(UnknownEntity) as caught:
        index.resolve("Blade Runner (1983)")
    assert caught.value.candidates[0] == "Blade Runner (1982) [film/blade-runner-1982]"
    assert len(caught.value.candidates) <= 5


def test_an_unknown_iri_names_things_like_its_last_part(index: NameIndex) -> None:
    with pytest.raises(UnknownEntity) as caught:
        index.resolve("https://w3id.org/filmgraph/film/blade-runer-1982")
    assert caught.value.candidates[0] == "Blade Runner (1982) [film/blade-runner-1982]"


def test_a_thing_of_another_kind_is_not_resolved(index: NameIndex) -> None:
    with pytest.raises(UnknownEntity) as caught:
        index.resolve("Blade Runner", kind="person")
    assert str(caught.value) == (
        "There is no person named 'Blade Runner', "
        "but a film: Blade Runner (1982) [film/blade-runner-1982]."
    )
    with pytest.raises(UnknownEntity, match=r"but a film: Alien \(1979\)"):
        index.resolve("film/alien-1979", kind="person")


def test_a_hidden_thing_of_another_kind_is_not_told(veiled: NameIndex) -> None:
    with pytest.raises(UnknownEntity) as caught:
        veiled.resolve("Alien Secret", kind="person")
    assert "but a" not in str(caught.value)


def test_the_message_shows_only_the_beginning_of_a_long_text(index: NameIndex) -> None:
    with pytest.raises(UnknownEntity) as caught:
        index.resolve("x" * 100_000)
    assert len(str(caught.value)) < 1_000


# The curtain -----------------------------------------------------------------------------------

TEXTS = ["alien", "alein", "alien secret", "revenge", "blade runner", "tom cruis", "nicolas cagd"]


@pytest.mark.parametrize("text", [*TEXTS, "keyser", "r", "revenge 7"])
def test_hidden_things_change_neither_hits_nor_order(
    index: NameIndex, veiled: NameIndex, text: str
) -> None:
    for kind in (None, "film", "person", "theme"):
        assert veiled.find(text, kind=kind, limit=50) == index.find(text, kind=kind, limit=50)
        assert veiled.exact(text, kind=kind) == index.exact(text, kind=kind)


@pytest.mark.parametrize("text", [*TEXTS, "keyser", "theme/alein", "film/alien-secret-1999"])
def test_hidden_things_do_not_show_in_errors(
    index: NameIndex, veiled: NameIndex, text: str
) -> None:
    assert outcome(veiled, text) == outcome(index, text)


def test_a_hidden_thing_is_not_there_by_its_iri(veiled: NameIndex) -> None:
    secret = iri("film", "alien-secret-1999")
    assert veiled.get(secret) is None
    assert veiled.get(secret, "plot") is None
    assert veiled.get(secret, "ending") is not None


def test_at_its_level_a_thing_is_found(veiled: NameIndex) -> None:
    assert found(veiled, "alien secret", level="ending")[0] == "Alien Secret (1999)"
    assert found(veiled, "nicolas cagd", level="plot")[0] == "Nicolas Cagd"
    assert veiled.resolve("alein", level="plot").curie == "theme/alein"


def test_a_thing_that_stands_twice_is_found_once_by_its_later_name(veiled: NameIndex) -> None:
    assert [hit.curie for hit in veiled.find("keyser", level="ending")] == ["person/tom-cruise"]
    twice = veiled.exact("tom cruise", level="ending")
    assert [hit.curie for hit in twice] == ["person/tom-cruise"]


def outcome(index: NameIndex, text: str) -> str:
    try:
        return str(index.resolve(text))
    except (AmbiguousName, UnknownEntity) as error:
        return str(error)


# Laws ------------------------------------------------------------------------------------------

WORDS = ["alien", "aliens", "aline", "blade", "bald", "runner", "rune", "the", "of", "1979", "2"]
LABELS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@given(text=st.text() | st.text(alphabet='alien 1979()"*:~/'), kind=st.none() | st.text(max_size=9))
@example(text="film/" + "\ud800", kind=None)
@example(text="http://", kind="film")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_raises_anything_but_our_errors(
    index: NameIndex, text: str, kind: str | None
) -> None:
    index.find(text, kind=kind)
    index.exact(text, kind=kind)
    index.get(IRI(text))
    outcome(index, text)


@given(
    labels=st.sets(st.text(min_size=1, max_size=20).filter(lambda t: bool(slug(t)[1:])), max_size=8)
)
@settings(max_examples=25, deadline=None)
def test_a_label_that_no_other_has_finds_its_own_first(labels: set[str]) -> None:
    own: dict[str, NameEntry] = {}
    for label in labels:
        own.setdefault(
            slug(label), NameEntry(iri("theme", slug(label)), "theme", label, degree=len(label))
        )
    entries = [entry for entry in own.values() if entry.label.isprintable()]
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder), entries)
        for entry in entries:
            if any(character.isalnum() for character in entry.label):
                assert index.find(entry.label)[0].iri == entry.iri


@given(
    shown=st.lists(st.tuples(LABELS, st.integers(0, 50)), max_size=12),
    hidden=st.lists(st.tuples(LABELS, st.integers(0, 500)), max_size=150),
    text=LABELS | st.text(alphabet="alienbdruns ", max_size=12),
)
@settings(max_examples=20, deadline=None)
def test_an_index_without_the_hidden_things_answers_the_same(
    shown: list[tuple[str, int]], hidden: list[tuple[str, int]], text: str
) -> None:
    seen = [
        NameEntry(iri("theme", f"s{n}"), "theme", label, degree=degree)
        for n, (label, degree) in enumerate(shown)
    ]
    unseen = [
        NameEntry(iri("theme", f"h{n}"), "theme", label, degree=degree, level="plot")
        for n, (label, degree) in enumerate(hidden)
    ]
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        without = index_of(Path(one), seen)
        with_them = index_of(Path(two), [*unseen, *seen])
        assert with_them.find(text, limit=5) == without.find(text, limit=5)
        assert with_them.exact(text) == without.exact(text)
        assert outcome(with_them, text) == outcome(without, text)


def test_of_200_misspelt_real_names_95_in_100_are_found_first(data: Path, tmp_path: Path) -> None:
    bench = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "names.py"))
    entries = bench["real_entries"](data)
    texts = [text for kind in ("film", "person") for text in bench["misspelt"](entries, kind)]
    assert len(texts) == 200
    ask = bench["first"](index_of(tmp_path, entries))
    result = bench["measure"]("filmgraph", ask, texts, set())
    assert result["right"] >= 0.95, result["wrong"]


# Files -----------------------------------------------------------------------------------------


def test_an_index_of_nothing_opens_and_finds_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path, [])
    assert index.find("alien") == []
    with pytest.raises(UnknownEntity):
        index.resolve("alien")


def test_write_names_says_how_many_and_writes_again_over_what_was_there(tmp_path: Path) -> None:
    assert write_names(tmp_path, ENTRIES) == len(ENTRIES)
    assert write_names(tmp_path, ENTRIES[:3]) == 3
    assert NameIndex.open(tmp_path).find("tom cruise") == []


def test_opening_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    write_names(tmp_path, ENTRIES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    NameIndex.open(tmp_path).find("alien")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_an_open_index_outlives_its_folder(tmp_path: Path) -> None:
    index = index_of(tmp_path / "names", ENTRIES)
    shutil.rmtree(tmp_path / "names")
    assert found(index, "alein 1979")[0] == "Alien (1979)"


def test_a_missing_index_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedGraph, match="Build the graph again"):
        NameIndex.open(tmp_path / "nothing")


def test_no_room_for_a_temporary_folder_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_names(tmp_path, [])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(StorageError, match="TMPDIR"):
        NameIndex.open(tmp_path)


def test_every_missing_or_torn_file_is_damage(tmp_path: Path) -> None:
    write_names(tmp_path / "whole", ENTRIES)
    files = [path for path in sorted((tmp_path / "whole").rglob("*")) if path.is_file()]
    assert len(files) > 8
    for path in files:
        for number, content in enumerate((None, path.read_bytes()[:-1])):
            torn = tmp_path / f"torn{number}"
            shutil.copytree(tmp_path / "whole", torn)
            victim = torn / path.relative_to(tmp_path / "whole")
            if content is None:
                victim.unlink()
            else:
                victim.write_bytes(content)
            with pytest.raises(DamagedGraph):
                NameIndex.open(torn)
            shutil.rmtree(torn)


def test_files_of_two_indexes_are_damage(tmp_path: Path) -> None:
    write_names(tmp_path, ENTRIES)
    manifest = tmp_path / "names.json"
    body = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**body, "count": 7}), "utf-8")
    with pytest.raises(DamagedGraph, match="do not belong together"):
        NameIndex.open(tmp_path)


def test_an_index_of_a_newer_filmgraph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names.json").write_text('{"version": 99, "things": []}', "utf-8")
    with pytest.raises(NewerGraph, match="99"):
        NameIndex.open(tmp_path)


def test_a_folder_that_cannot_be_written_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StorageError):
        write_names(tmp_path / "file" / "names", ENTRIES)


def test_a_wrong_limit_or_level_is_an_option_error(index: NameIndex) -> None:
    with pytest.raises(OptionError):
        index.find("alien", limit=0)
    for call in (index.find, index.exact, index.resolve):
        with pytest.raises(OptionError):
            call("alien", level="everything")  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        index.get(iri("film", "alien-1979"), "everything")  # type: ignore[arg-type]
