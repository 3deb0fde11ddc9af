"""Lines of facts are read as they are written on pages."""

import pytest

from filmgraph.text.facts import facts_of, minutes, names, year


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("111 min", 111),
        ("1h 51m", 111),
        ("1h51", 111),
        ("1 hr 51 min", 111),
        ("1 hour and 51 minutes", 111),
        ("2h", 120),
        ("1:51", 111),
        ("01:51:30", 111),
        ("95", 95),
        ("0 min", None),
        ("unknown", None),
        ("", None),
        ("999999999999 min", None),
    ],
)
def test_running_times(value: str, expected: int | None) -> None:
    assert minutes(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1995", 1995),
        ("27 October 1995", 1995),
        ("1995 (USA)", 1995),
        ("19955", None),
        ("1820", None),
    ],
)
def test_years(value: str, expected: int | None) -> None:
    assert year(value) == expected


def test_names_are_parted_and_suffixes_kept() -> None:
    assert names("A. Lee, Bo Carr & Cy Dunn; Ed Fox and Robert Downey, Jr.") == (
        "A. Lee",
        "Bo Carr",
        "Cy Dunn",
        "Ed Fox",
        "Robert Downey Jr.",
    )


def test_a_company_keeps_its_conjunction() -> None:
    found = names("Powell and Pressburger, Ealing & Sons", conjunctions=False)
    assert found == ("Powell and Pressburger", "Ealing & Sons")


@pytest.mark.parametrize("line", ["She says: go.", "Year 1995", "12:30", "http://x.org/a", ": x"])
def test_lines_that_are_no_known_fact(line: str) -> None:
    assert [fact for fact, _, _ in facts_of(line) if fact] == []
