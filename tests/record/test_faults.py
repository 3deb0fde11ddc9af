"""What a record cannot be, beyond its types."""

from typing import Any

import pytest

from filmgraph.errors import RecordError
from filmgraph.record import (
    FORMAT,
    Character,
    Credit,
    Event,
    FilmRecord,
    Participant,
    Relation,
    Release,
    Setting,
    Telling,
    ThemeUse,
    decode,
    decode_source,
    encode,
    faults,
)


def film(**parts: Any) -> FilmRecord:
    return FilmRecord(key="alien", title="Alien", year=1979, **parts)


def event(name: str, *after: str, told: int | None = None) -> Event:
    tellings = (Telling(index=told),) if told else ()
    return Event(id=name, what="Something happens.", after=after, tellings=tellings)


def test_a_sound_film_has_no_faults() -> None:
    ash = Character(name="Ash")
    sound = film(
        characters=(ash,),
        credits=(Credit(person="Ian Holm", part="actor", character="Ash"),),
        themes=(ThemeUse(theme="android", weight="major", characters=("Ash",)),),
        events=(event("a", told=1), event("b", "a", told=2)),
    )
    assert list(faults(sound)) == []


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"credits": (Credit(person="...", part="actor"),)}, "The person '...' has no letter"),
        ({"credits": (Credit(person="A\nB", part="actor"),)}, "line breaks"),
        ({"characters": (Character(name="[]"),)}, "The character '[]' has no letter"),
        (
            {"credits": (Credit(person="Ian Holm", part="actor", character="Ash"),)},
            "'Ash' is named but does not stand",
        ),
        ({"relations": (Relation(who="A", what="of", whom="B"),)}, "'A' is named but"),
        (
            {"events": (Event(id="a", what="x", who=(Participant(character="Ash"),)),)},
            "'Ash' is named but",
        ),
        ({"settings": (Setting(),)}, "neither place nor period"),
        ({"releases": (Release(date="1995-02-30"),)}, "no date '1995-02-30'"),
        ({"releases": (Release(date="0000-01"),)}, "no date '0000-01'"),
        ({"characters": (Character(name="Ash"), Character(name="Ash"))}, "stands twice"),
        (
            {
                "characters": (Character(name="Ash"), Character(name="Ripley")),
                "relations": (Relation(who="Ash", what="of", whom="Ripley", since="z"),),
            },
            "names the event 'z'",
        ),
        ({"events": (event("a"), event("a"))}, "Two events have the same id"),
        ({"events": (event("a", "a"),)}, "before or beside itself"),
        ({"events": (event("a", "z"),)}, "names the event 'z'"),
        ({"events": (event("a", "b"), event("b", "a"))}, "in a circle"),
        (
            {"events": (event("a", "c"), event("b", "a"), event("c", "b"))},
            "in a circle",
        ),
        ({"events": (event("a", told=3), event("b", told=3))}, "told at the same place, 3"),
    ],
)
def test_a_fault_is_found_and_named(parts: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in faults(film(**parts)))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "truncated"),
        ("{", "truncated"),
        ("[]", "array"),
        ('{"record":"movie","key":"a","title":"A"}', "movie"),
        ('{"record":"film","key":"a"}', "title"),
        ('{"record":"film","key":"a","title":"A","yaer":1}', "yaer"),
        ('{"record":"film","key":"a","title":"A","year":0}', "1870"),
        ('{"record":"film","key":"a","title":"A","year":20222}', "2100"),
        ('{"record":"film","key":"a","title":"A","year":"1979"}', "int"),
        ('{"record":"film","key":"a","title":"?!"}', "letter or digit"),
        ('{"record":"film","key":"a","title":" A"}', "stray spaces"),
        ('{"record":"film","key":"a","title":"A\\u0000"}', "control characters"),
        ('{"record":"film","key":"a","title":"\\ud800"}', "truncated"),
        ('{"record":"film","key":"a","title":"A","links":[{"url":"javascript:alert(1)"}]}', "url"),
        ('{"record":"film","key":"a","title":"A","releases":[{"date":"1995-13"}]}', "date"),
        ('{"record":"film","key":"a","title":"A","texts":[{"kind":"plot","text":""}]}', "text"),
        ('{"record":"film","key":"a","title":"A","x":' + "[" * 100_000, "unknown field"),
    ],
)
def test_a_bad_line_is_refused_with_what_is_wrong(line: str, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        decode(line)
    assert words.casefold() in str(caught.value).casefold()


@pytest.mark.parametrize(
    "title", ["Amélie", 'Say "yes"', "七人の侍", "عمر", "</script>", "🎬 one", "The B-52's"]
)
def test_a_title_of_any_script_comes_back_as_it_was(title: str) -> None:
    record = FilmRecord(key="a", title=title)
    assert decode(encode(record)) == record


def test_a_film_called_by_punctuation_alone_needs_a_year() -> None:
    assert list(faults(FilmRecord(key="x", title="!!!"))) != []
    assert list(faults(FilmRecord(key="x", title="!!!", year=1999))) == []


def test_a_source_of_a_newer_format_is_refused() -> None:
    line = f'{{"record":"source","name":"a","title":"A","format":{FORMAT + 1}}}'
    with pytest.raises(RecordError, match="Install a newer filmgraph"):
        decode_source(line)
