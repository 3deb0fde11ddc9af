"""Answers, entities and statements as values."""

import csv
import io
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmgraph.errors import OptionError
from filmgraph.names import BASE, IRI
from filmgraph.values import (
    KINDS,
    Answer,
    Cell,
    Entity,
    Statement,
    cell_text,
    check_kind,
    printable,
)

CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(codec="utf-8"))
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=5))
    return Answer(tuple(f"c{n}" for n in range(width)), tuple(rows))


def entity(name: str, year: int | None = None, note: str = "") -> Entity:
    return Entity(IRI(BASE + "film/" + name), "film", name, year, note)


def test_an_entity_reads_as_its_name_with_the_year_of_a_film() -> None:
    assert str(entity("Alien", 1979)) == "Alien (1979)"
    assert str(entity("Alien")) == "Alien"


def test_entities_are_equal_whatever_their_notes() -> None:
    assert entity("Alien", 1979, "one") == entity("Alien", 1979, "other")
    assert len({entity("Alien", 1979, "one"), entity("Alien", 1979, "other")}) == 1


def test_entities_are_sorted_by_iri() -> None:
    assert sorted([entity("b"), entity("a")]) == [entity("a"), entity("b")]


def test_an_entity_shows_nothing_of_its_name_as_html() -> None:
    html = entity("<script>x</script>", 1979, "<b>")._repr_html_()
    assert "<script>" not in html
    assert "&lt;b&gt;" in html


def test_a_statement_reads_in_short_names() -> None:
    said = Statement(
        IRI(BASE + "film/a"), IRI("https://schema.org/director"), IRI(BASE + "person/b")
    )
    assert str(said) == "film/a schema:director person/b"


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        entity("a").label = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Answer((), ()).title = "b"  # type: ignore[misc]


def test_an_answer_is_a_sequence_of_its_rows() -> None:
    answer = Answer(("a",), ((1,), (2,), (3,)))
    assert (len(answer), list(answer), answer[1], answer[1:]) == (
        3,
        [(1,), (2,), (3,)],
        (2,),
        ((2,), (3,)),
    )
    assert (2,) in answer


def test_a_column_is_taken_by_its_name() -> None:
    answer = Answer(("a", "b"), ((1, 2), (3, 4)))
    assert answer.column("b") == (2, 4)
    with pytest.raises(OptionError, match=r"no column 'c'.*a, b"):
        answer.column("c")


@given(answers())
def test_a_table_has_a_line_for_each_row(answer: Answer) -> None:
    lines = str(answer).split("\n")
    assert len(lines) == 2 + len(answer)
    assert all(printable(line) == line for line in lines)


def test_a_table_stands_straight_whatever_the_width_of_letters() -> None:
    table = str(Answer(("film", "n"), (("七人の侍", 1), ("ab", 2), ("é\u0301", 3))))
    assert table.splitlines() == [
        "film     | n",
        "-------- | -",
        "七人の侍 | 1",
        "ab       | 2",
        "é\u0301        | 3",
    ]


def test_an_empty_answer_still_has_its_columns() -> None:
    assert str(Answer(("film", "year"), ())).splitlines() == ["film | year", "---- | ----"]


def test_a_cut_answer_says_so() -> None:
    answer = Answer(("a",), ((1,),), truncated=True)
    assert str(answer).endswith("(cut at 1 rows; there are more)")
    assert "there are more" in answer._repr_html_()
    assert json.loads(answer.to_json())["truncated"] is True


@given(answers())
def test_json_is_json_whatever_the_values(answer: Answer) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    body = json.loads(answer.to_json(), parse_constant=refuse)
    for row, read in zip(answer, body["rows"], strict=True):
        for cell, value in zip(row, read, strict=True):
            assert value == cell or (isinstance(cell, float) and not math.isfinite(cell))


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00")),
            min_size=2,
            max_size=2,
        )
    )
)
def test_comma_separated_values_are_read_back(rows: list[list[str]]) -> None:
    answer = Answer(("a", "b"), tuple(tuple(row) for row in rows))
    assert list(csv.reader(io.StringIO(answer.to_csv(), newline="")))[1:] == rows


def test_html_holds_values_as_text() -> None:
    html = Answer(("<i>",), (("<script>",),))._repr_html_()
    assert "<script>" not in html
    assert "<i>" not in html


def test_an_answer_becomes_a_data_frame() -> None:
    frame = Answer(("film", "year"), (("Alien", 1979),)).to_pandas()
    assert frame.to_dict("records") == [{"film": "Alien", "year": 1979}]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (1979, "1979"),
        (2.5, "2.5"),
        (IRI(BASE + "film/a"), "film/a"),
        ("a\r\nb\tc\u2028d\xa0e", "a  b c d e"),
        ("\x1b[2J\u202e\u200b\u009b", "�[2J���"),
        ("नमस्\u200dते", "नमस्\u200dते"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("עברית العربية", "עברית العربية"),
    ],
)
def test_a_cell_is_shown_as_one_harmless_line(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@given(st.text())
def test_what_is_printable_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert len(once) == len(text)


def test_a_kind_is_one_of_the_kinds() -> None:
    assert [check_kind(kind) for kind in (None, *KINDS)] == [None, *KINDS]
    with pytest.raises(OptionError, match="The kinds are: film"):
        check_kind("")
