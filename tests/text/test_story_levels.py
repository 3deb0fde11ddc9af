"""Nothing of a story is told earlier than the sentence that says it may be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.curtain import LEVELS, level_of, visible
from filmgraph.record import FilmRecord, decode, encode, faults
from filmgraph.text import Story, Told, read_story, tell
from filmgraph.text.story.reader import MOST_SENTENCES
from filmgraph.text.words import word_set


def record(found: Story) -> FilmRecord:
    return FilmRecord(
        key="x",
        title="X",
        year=1999,
        credits=found.credits,
        characters=found.characters,
        relations=found.relations,
        settings=found.settings,
        events=found.events,
    )


def test_what_the_ending_says_is_of_the_ending() -> None:
    told = [Told("Ann meets Tom.", "plot"), Told("In Lisbon, Ann marries Tom.", "ending")]
    film = record(read_story(told))
    levels = {one.id: level_of(film, one) for one in film.events}
    assert levels == {"s1": "plot", "s2": "ending"}
    assert [level_of(film, one) for one in film.settings] == ["ending"]
    assert {level_of(film, one) for one in film.relations} == {"ending"}


def test_what_two_sentences_say_has_the_lower_level_and_its_sentence() -> None:
    told = [Told("Ann meets her brother Tom in Lisbon.", part) for part in ("ending", "plot")]
    found = read_story(told)
    assert [one.level for one in found.relations] == ["plot"]
    assert [one.evidence[0].part for one in found.settings] == ["plot"]


def test_what_only_the_ending_says_of_someone_is_no_trait_before() -> None:
    told = [Told("Ann meets Tom.", "plot"), Told("Tom is a spy.", "ending")]
    assert [one.traits for one in read_story(told).characters] == [(), ()]


def test_a_room_is_not_known_before_the_name_of_its_owner() -> None:
    told = [
        Told("Tom Dunn dies.", "ending"),
        Told("Ann kisses him in his room.", "plot"),
    ]
    film = record(read_story(told))
    open_, plot, _ = (visible(film, level) for level in LEVELS)
    assert "Tom" not in str(plot)
    assert "Ann" not in str(open_)


def test_who_somebody_is_is_not_known_before_the_ending_says_it() -> None:
    told = [
        Told("Ann meets Tom and Bob.", "plot"),
        Told("Ann calls her father.", "plot"),
        Told("Bob is Ann's father.", "ending"),
    ]
    events = {one.id: {who.character for who in one.who} for one in read_story(told).events}
    assert events["s2"] == {"Ann", "Ann's father"}


def test_the_synopsis_tells_no_event_and_brings_nobody_in() -> None:
    found = read_story([Told("A thief travels to Lisbon and meets a nurse.", "synopsis")])
    assert (found.events, found.characters, found.relations) == ((), (), ())


WORDS = [
    *sorted(
        word_set(
            "Ann Joe Tom Dr. Hope Paris Lisbon his her he she they him the a two both wife brother "
            "doctor students sailor ' 's , . ; — ( ) “ ” and who is was marries kills loves in to "
            "of with that as had when meanwhile Having lost apartment room 1942 In named played by"
        )
    ),
    *("\u202e", "\x00", "\ue000", "1", "\ue001"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=20))
def test_of_any_words_a_sound_record_is_made(plot: list[str], synopsis: list[str]) -> None:
    film = record(read_story(tell([" ".join(synopsis)], [" ".join(plot)])))
    assert not list(faults(film))
    assert decode(encode(film)) == film


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_of_any_words_nothing_of_a_plot_is_open(plot: list[str]) -> None:
    film = visible(record(read_story(tell([], [" ".join(plot)]))), "open")
    assert (film.characters, film.relations, film.settings, film.events) == ((), (), (), ())


def test_a_plot_that_goes_on_and_on_is_cut() -> None:
    told = [Told("Ann weeps.", "plot")] * (MOST_SENTENCES + 5)
    assert len(read_story(told).events) == MOST_SENTENCES


@pytest.mark.parametrize("text", ["", " ", ".", "…", "\ue000", "a" * 50_000, "Ann " * 20_000])
def test_odd_texts_tell_nothing(text: str) -> None:
    assert read_story(tell([], [text])).events == ()
