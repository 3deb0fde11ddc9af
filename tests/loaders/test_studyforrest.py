"""The studyforrest loader: shots become events, and jumps in time what is known of their order."""

from collections import Counter
from pathlib import Path

import pytest

from filmgraph.curtain import level_of
from filmgraph.intake import Loader, Refused, Skipped, find_loader
from filmgraph.record import FilmRecord, faults

HEAD = "onset\tduration\tmajor_location\tsetting\tlocale\tint_or_ext\tflow_of_time\ttime_of_day\n"


@pytest.fixture(scope="module")
def loader() -> Loader:
    return find_loader("studyforrest")


def shot(where: str, flow: str, daytime: str = "day") -> str:
    region, place = where.split("/")
    return f"0.0\t1.0\t{region}\t{place}\there\text\t{flow}\t{daytime}\n"


def film_of(loader: Loader, folder: Path, *shots: str) -> FilmRecord:
    (folder / "locations.tsv").write_text(HEAD + "".join(shots), encoding="utf-8")
    found = [one for one in loader.read([folder], {}) if isinstance(one, FilmRecord)]
    assert [list(faults(one)) for one in found] == [[]]
    return found[0]


def order_of(film: FilmRecord) -> dict[str, set[str]]:
    """Label of an event: the labels of those before it."""
    labels = {one.id: one.what.partition(",")[0] for one in film.events}
    return {labels[one.id]: {labels[name] for name in one.after} for one in film.events}


def test_shots_in_one_place_without_a_jump_are_one_event(loader: Loader, tmp_path: Path) -> None:
    film = film_of(
        loader,
        tmp_path,
        shot("Town/shop", "0"),
        shot("Town/shop", "0"),
        shot("Town/shop", "+", "night"),
        shot("Town/inn", "+"),
    )
    assert [(one.what, one.place) for one in film.events] == [
        ("Shop, Town (day)", "shop, Town"),
        ("Shop, Town (night)", "shop, Town"),
        ("Inn, Town (day)", "inn, Town"),
    ]
    assert [one.tellings[0].index for one in film.events] == [1, 2, 3]


def test_a_jump_ahead_comes_after_and_a_jump_back_before(loader: Loader, tmp_path: Path) -> None:
    film = film_of(
        loader,
        tmp_path,
        shot("Town/bench", "0"),
        shot("Town/school", "-"),
        shot("Town/shop", "++"),
    )
    assert order_of(film) == {"Bench": {"School"}, "School": set(), "Shop": {"School"}}
    assert [one.tellings[0].mode for one in film.events] == ["scene", "flashback", "scene"]


def test_of_two_places_without_a_jump_between_them_neither_comes_first(
    loader: Loader, tmp_path: Path
) -> None:
    film = film_of(
        loader,
        tmp_path,
        shot("Town/studio", "0"),
        shot("Town/barber", "0"),
        shot("Town/shop", "+"),
    )
    assert order_of(film) == {"Studio": set(), "Barber": set(), "Shop": {"Studio", "Barber"}}


def test_what_gives_the_ending_away_is_of_the_ending(loader: Loader, tmp_path: Path) -> None:
    shots = [shot(f"Town/place {letter}", "+") for letter in "abcdefgh"]
    film = film_of(loader, tmp_path, shot("Town/her grave", "0"), *shots)
    levels = {one.place: level_of(film, one) for one in film.events}
    assert levels["her grave, Town"] == "ending"
    assert levels["place a, Town"] == "plot"
    assert levels["place h, Town"] == "ending"
    places = {one.place: level_of(film, one) for one in film.settings}
    assert places["her grave, Town"] == "ending"
    assert places["Town"] == "plot"


def test_ids_are_counted_within_each_level(loader: Loader, tmp_path: Path) -> None:
    film = film_of(
        loader,
        tmp_path,
        *(shot(f"Town/{name}", "+") for name in ("a", "a grave", "b", "c", "d", "e")),
    )
    assert [one.id for one in film.events] == [
        "plot-1",
        "ending-1",
        "plot-2",
        "plot-3",
        "ending-2",
        "ending-3",
    ]


def test_a_hidden_event_does_not_part_those_before_and_after_it(
    loader: Loader, tmp_path: Path
) -> None:
    names = ("a", "a grave", "b", "c", "d", "e")
    film = film_of(loader, tmp_path, *(shot(f"Town/{name}", "+") for name in names))
    assert order_of(film)["B"] == {"A grave", "A"}


def test_the_mark_of_the_company_is_no_event(loader: Loader, tmp_path: Path) -> None:
    film = film_of(loader, tmp_path, shot("Paramount/mountain logo", "0"), shot("Town/shop", "++"))
    assert [one.place for one in film.events] == ["shop, Town"]
    assert order_of(film) == {"Shop": set()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tb\n1\t2\n", "The columns major_location, setting, flow_of_time, time_of_day are"),
        (HEAD + shot("Town/shop", "?"), "The flow of time in line 2 is '?'"),
        (HEAD + shot("/shop", "0"), "Line 2 names no place."),
        (HEAD + "0.0\t1.0\n", "The flow of time in line 2 is ''"),
    ],
)
def test_a_file_of_another_shape_is_refused(
    loader: Loader, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "locations.tsv").write_text(text, encoding="utf-8")
    (refused,) = loader.read([tmp_path], {})
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(message)


def test_the_whole_film_is_read(loader: Loader, data: Path) -> None:
    items = list(loader.read([data / "studyforrest"], {}))
    (film,) = (one for one in items if isinstance(one, FilmRecord))
    assert len([one for one in items if isinstance(one, Skipped)]) == 1
    assert list(faults(film)) == []
    assert (film.title, film.year) == ("Forrest Gump", 1994)
    assert len(film.events) == 245
    assert Counter(one.level for one in film.events) == {"plot": 194, "ending": 51}
    assert Counter(one.tellings[0].mode for one in film.events) == {"scene": 213, "flashback": 32}
    assert not [one.place for one in film.settings if one.level == "plot" and "Grave" in str(one)]
