"""A film's timeline through the graph: in two orders, and behind the curtain."""

from pathlib import Path

import pytest
from tests.graphs import graph_folder

from filmgraph.errors import OptionError, UnknownEntity
from filmgraph.graph import Graph, open_graph
from filmgraph.record import (
    Character,
    Event,
    FilmRecord,
    Level,
    Participant,
    Setting,
    Telling,
)

FILM = "The Pier (1958)"


def pier(key: str = "pier") -> FilmRecord:
    """A sailor comes home; the telling begins with the end."""
    rows: tuple[tuple[str, str, int, Level], ...] = (
        ("found", "A body is found.", 6, "ending"),
        ("home", "A sailor comes home.", 1, "plot"),
        ("meets", "He meets Ann.", 2, "plot"),
        ("quarrel", "They quarrel.", 3, "plot"),
        ("leaves", "He leaves.", 4, "plot"),
        ("drowns", "He drowns.", 5, "ending"),
        ("buried", "He is buried.", 7, "ending"),
    )
    return FilmRecord(
        key=key,
        title="The Pier",
        year=1958,
        characters=(Character(name="Ann"), Character(name="the sailor", kind="unnamed")),
        settings=(Setting(place="Hull"),),
        events=tuple(
            Event(
                id=name,
                what=what,
                level=level,
                story_order=number,
                place="Hull" if name == "home" else None,
                who=(Participant(character="Ann", part="host"),) if name == "meets" else (),
                tellings=(Telling(index=place),),
            )
            for place, (name, what, number, level) in enumerate(rows, 1)
        ),
    )


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("pier") / "pier.graph"
    short = FilmRecord(
        key="p",
        title="The Pier",
        year=1958,
        events=(Event(id="e", what="A quay.", tellings=(Telling(index=1),)),),
    )
    return open_graph(graph_folder(path, {"mine": [pier()], "yours": [short]}).path)


def said(graph: Graph, **options: str) -> list[str]:
    return [str(one) for one in graph.timeline(FILM, **options)]


def test_at_level_open_nothing_happens(graph: Graph) -> None:
    timeline = graph.timeline(FILM)
    assert len(timeline) == 0
    assert (timeline.sources, timeline.structures, timeline.tau) == ((), (), None)


def test_the_plot_is_counted_without_what_is_hidden(graph: Graph) -> None:
    timeline = graph.lift("plot").timeline(FILM)
    assert [one.told for one in timeline] == [1, 2, 3, 4]
    assert [one.story for one in timeline] == [1, 2, 3, 4]
    assert (timeline.tau, timeline.jumps) == (1.0, 0)


def test_the_film_tells_the_end_first(graph: Graph) -> None:
    timeline = graph.lift("ending").timeline(FILM)
    assert str(timeline[0]) == "A body is found."
    assert timeline.structures == ("frame",)


def test_the_story_puts_the_end_last(graph: Graph) -> None:
    whole = graph.lift("ending")
    assert said(whole, order="story")[0] == "A sailor comes home."
    assert said(whole, order="story")[-1] == "He is buried."
    assert sorted(said(whole)) == sorted(said(whole, order="story"))


def test_an_event_has_who_and_where_and_who_says_so(graph: Graph) -> None:
    home, meets, *_ = graph.lift("plot").timeline(FILM)
    assert home.where == "Hull"
    assert [(str(who), part) for who, part in meets.who] == [("Ann", "host")]
    assert (meets.sources, meets.level) == (("mine",), "plot")


def test_one_may_walk_on_from_who_takes_part(graph: Graph) -> None:
    meets = graph.lift("plot").timeline(FILM)[1]
    ((ann, _),) = meets.who
    assert [str(film) for film in ann.films()] == [FILM]


def test_two_sources_are_not_mixed(graph: Graph) -> None:
    timeline = graph.lift("plot").timeline(FILM)
    assert (timeline.source, timeline.sources) == ("mine", ("mine", "yours"))
    assert said(graph.lift("plot"), source="yours") == ["A quay."]


def test_who_has_seen_the_film_sees_its_end(graph: Graph) -> None:
    assert said(graph.seen(FILM)) == said(graph.lift("ending"))


def test_an_order_that_there_is_not_is_an_error(graph: Graph) -> None:
    with pytest.raises(OptionError, match="There is no order 'backwards'"):
        graph.timeline(FILM, order="backwards")


def test_a_source_that_tells_nothing_is_an_error_at_every_level(graph: Graph) -> None:
    for level in ("open", "plot"):
        with pytest.raises(OptionError, match="tells nothing"):
            graph.lift(level).timeline(FILM, source="nobody")


def test_what_is_no_film_has_no_timeline(graph: Graph) -> None:
    with pytest.raises(UnknownEntity):
        graph.timeline("no such film")


def test_a_timeline_reads_as_lines(graph: Graph) -> None:
    assert str(graph.lift("plot").timeline(FILM)).splitlines() == [
        "The Pier (1958), in the order of the film",
        "  1  A sailor comes home.",
        "  2  He meets Ann.",
        "  3  They quarrel.",
        "  4  He leaves.",
        "  (tau 1.00, 0 jumps)",
        "  (from mine; also told by yours)",
    ]


def test_a_timeline_is_rows_and_a_graph_too(graph: Graph) -> None:
    timeline = graph.lift("plot").timeline(FILM)
    assert timeline.answer().column("what")[1] == "He meets Ann."
    made = timeline.to_networkx()
    assert any(key == "TAKES_PART_IN" for *_, key in made.edges(keys=True))
    assert {edge.film for edge in timeline.edges()} == {timeline.film.iri}


@pytest.mark.parametrize("level", ["open", "plot"])
def test_it_tells_what_a_graph_tells_that_never_knew_more(
    graph: Graph, level: Level, tmp_path: Path
) -> None:
    from filmgraph.curtain import visible

    folder = graph_folder(tmp_path / "known.graph", {"mine": [visible(pier(), level)]})
    known = open_graph(folder.path, level="ending")
    source = None if level == "open" else "mine"
    ours = graph.lift(level).timeline(FILM, source=source)
    theirs = known.timeline(FILM, source=source)
    assert (str(ours).split("(from")[0].strip(), ours.answer().rows) == (
        str(theirs).strip(),
        theirs.answer().rows,
    )
