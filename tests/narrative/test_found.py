"""Structures that a record's events have, at the level at which they show."""

from filmgraph.curtain import LEVELS, level_of, visible
from filmgraph.narrative.found import with_structures
from filmgraph.record import Event, FilmRecord, Level, Structure, Telling


def film(*events: tuple[int, Level], structures: tuple[Structure, ...] = ()) -> FilmRecord:
    """Events told one after the other: their place in the story, and their level."""
    return FilmRecord(
        key="k",
        title="T",
        structures=structures,
        events=tuple(
            Event(
                id=f"e{place}",
                what="It.",
                story_order=number,
                level=level,
                tellings=(Telling(index=place),),
            )
            for place, (number, level) in enumerate(events, 1)
        ),
    )


def found(record: FilmRecord) -> dict[str, str]:
    made = with_structures(record)
    return {one.kind: level_of(made, one) for one in made.structures}


BACKWARDS: list[tuple[int, Level]] = [(number, "plot") for number in range(7, 0, -1)]


def test_what_the_plot_shows_is_of_level_plot() -> None:
    assert found(film(*BACKWARDS)) == {"reverse": "plot", "out of order": "plot"}


def test_what_only_the_ending_shows_is_of_level_ending() -> None:
    in_order: list[tuple[int, Level]] = [(number, "plot") for number in range(2, 8)]
    told_first: tuple[int, Level] = (9, "ending")
    assert found(film(told_first, *in_order, (8, "ending"), (10, "ending"))) == {"frame": "ending"}


def test_that_it_is_told_in_order_is_not_said() -> None:
    assert found(film(*BACKWARDS[::-1])) == {}


def test_what_a_source_says_itself_stays() -> None:
    own = Structure(kind="episodic")
    assert found(film(*BACKWARDS, structures=(own,)))["episodic"] == "plot"


def test_a_level_that_a_source_gives_is_lowered_by_what_shows_before() -> None:
    own = Structure(kind="reverse", level="ending")
    assert found(film(*BACKWARDS, structures=(own,)))["reverse"] == "plot"


def test_a_film_without_events_is_as_it_was() -> None:
    record = FilmRecord(key="k", title="T")
    assert with_structures(record) is record


def test_what_a_graph_finds_that_never_knew_more_is_found_at_its_level() -> None:
    record = film((9, "ending"), *BACKWARDS, (8, "ending"), (10, "ending"))
    whole = with_structures(record)
    for level in LEVELS:
        seen = {one.kind for one in visible(whole, level).structures}
        alone = with_structures(visible(record, level))
        assert seen >= {one.kind for one in alone.structures}
