"""Where everything in a picture stands."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.picture_samples import HOSTILE, SAMPLES, blade_runner, node, people, themes, tiny

from filmgraph.errors import InputError
from filmgraph.export.layout import layout
from filmgraph.export.lens import Box, Lens
from filmgraph.export.picture import CENTRE_GROUPS, GROUPS, Link, Node, Picture
from filmgraph.names import IRI, iri


def boxes(lens: Lens) -> list[tuple[str, Box]]:
    labels = [(str(mark.node), mark.box) for mark in lens.marks]
    return labels + [(caption.text, caption.box) for caption in lens.captions]


def assert_clear(lens: Lens) -> None:
    found = boxes(lens)
    for name, (left, top, right, bottom) in found:
        assert left >= 0, name
        assert top >= 0, name
        assert right <= lens.width, name
        assert bottom <= lens.height, name
    for (one, a), (other, b) in combinations(found, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1e-6 or b[3] <= a[1] + 1e-6
        assert apart, f"{one!r} lies over {other!r}"


@pytest.mark.parametrize("name", SAMPLES)
def test_no_label_overlaps_another_or_leaves_the_picture(name: str) -> None:
    assert_clear(layout(SAMPLES[name]()))


NAMES = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE), st.just("Los Angeles"))


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    kind = draw(st.sampled_from(sorted(CENTRE_GROUPS)))
    groups = CENTRE_GROUPS[kind]
    nodes = tuple(
        Node(
            iri("node", str(i)),
            "theme",
            draw(NAMES),
            draw(NAMES),
            draw(YEARS),
            draw(st.sampled_from(groups)),
        )
        for i in range(draw(st.integers(0, 70)))
    )
    inner = [n for n in nodes if not GROUPS[n.group].outer]
    links = tuple(
        Link(draw(st.sampled_from(inner)).iri, n.iri, "leads to", draw(st.floats(0, 1)))
        for n in nodes
        if inner and GROUPS[n.group].outer
    )
    omitted = {key: draw(st.integers(0, 999)) for key in draw(st.sets(st.sampled_from(groups)))}
    centre = Node(iri(kind, "centre"), kind, draw(NAMES))
    return Picture(draw(NAMES), draw(NAMES), centre, nodes, links, omitted)


YEARS = st.one_of(st.none(), st.integers(1890, 2030))


@settings(max_examples=60, deadline=None)
@given(pictures())
def test_any_picture_is_clear_and_whole(picture: Picture) -> None:
    lens = layout(picture)
    assert_clear(lens)
    assert len(lens.marks) + sum(lens.cut.values()) == len(picture.nodes)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_picture_stands_the_same(name: str) -> None:
    assert layout(SAMPLES[name]()) == layout(SAMPLES[name]())


def test_people_stand_left_and_content_right() -> None:
    lens = layout(blade_runner())
    for mark in lens.marks:
        if not mark.group.outer:
            assert (mark.x < lens.x) == (mark.node.kind == "person")


def test_a_film_stands_outside_beside_what_links_it() -> None:
    lens = layout(blade_runner())
    positions = lens.positions
    scott = positions[iri("person", "ridley-scott")]
    alien = positions[iri("film", "alien-1979")]
    assert alien[0] < scott[0]
    assert abs(alien[1] - scott[1]) < 60


def test_the_largest_group_is_cut_first_and_what_is_cut_is_counted() -> None:
    names = [f"Person {i}: Character {i}" for i in range(30)]
    crew = people("directed-by", "Ridley Scott") + people("with", *names)
    centre = node("film", "Blade Runner", "", year=1982)
    lens = layout(Picture("Blade Runner", "", centre, tuple(crew), omitted={"with": 5}))
    drawn = [mark for mark in lens.marks if mark.node.group == "with"]
    assert len(drawn) + lens.cut["with"] == 30
    assert drawn[0].node.label == "Person 0"
    assert f"{5 + lens.cut['with']} more" in [caption.text for caption in lens.captions]


def test_the_year_of_a_film_leads_the_facts_under_its_name() -> None:
    centre = node("film", "Alien", "", year=1979)
    lens = layout(Picture("Alien (1979)", "Horror", centre))
    assert [line.text for line in lens.title] == ["Alien", "1979 · Horror"]


def test_with_everything_shown_a_film_without_themes_says_none_yet() -> None:
    lens = layout(replace(tiny(), level="ending"))
    assert "none yet" in [caption.text for caption in lens.captions]


def test_a_film_without_themes_says_none_yet_at_this_level() -> None:
    assert "none yet at this level" in [caption.text for caption in layout(tiny()).captions]


def test_the_weakest_outer_nodes_are_cut_first() -> None:
    centre = node("film", "A", "", year=1999)
    scott = people("directed-by", "Ridley Scott")[0]
    films = [node("film", f"Film {i}", "more-by-them", year=2000, weight=i) for i in range(40)]
    links = tuple(Link(scott.iri, film.iri, "directed") for film in films)
    lens = layout(Picture("A", "", centre, (scott, *films), links))
    drawn = {mark.node.label for mark in lens.marks if mark.group.outer}
    assert "Film 39" in drawn
    assert "Film 0" not in drawn


def test_a_reason_in_the_other_wing_is_a_small_shape_not_a_line() -> None:
    lens = layout(blade_runner())
    prometheus = next(mark for mark in lens.marks if mark.node.label == "Prometheus")
    assert prometheus.also == ("theme",)


def test_a_thread_passes_above_or_below_the_title() -> None:
    lens = layout(blade_runner())
    threads = [wire for wire in lens.wires if wire.role == "thread"]
    assert threads
    assert all(abs(wire.lead - lens.y) >= 96 for wire in threads)


def test_a_picture_of_nothing_but_its_centre_is_laid_out() -> None:
    lens = layout(Picture("love", "", Node(IRI("theme/love"), "theme", "love")))
    assert lens.marks == ()


def test_a_node_that_stands_twice_is_refused() -> None:
    love = themes("is-about", "love")
    with pytest.raises(InputError, match="stands twice"):
        Picture("A", "", node("film", "A", ""), (*love, *love))


def test_an_unknown_group_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="no group 'with love'"):
        Picture("A", "", node("film", "A", ""), tuple(themes("with love", "love")))


def test_a_link_to_nothing_is_refused() -> None:
    centre = node("film", "A", "")
    with pytest.raises(InputError, match="not in the picture"):
        Picture("A", "", centre, (), (Link(centre.iri, IRI("film/b"), "is like"),))
