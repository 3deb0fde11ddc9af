"""Structures of the telling: a small telling for each, and what is none."""

import pytest

from filmgraph.narrative.orders import Happening, Told
from filmgraph.narrative.structures import STRUCTURES, structures
from filmgraph.record import TellingMode


def event(
    name: str,
    number: int,
    *told: int,
    strand: str = "",
    mode: TellingMode = "scene",
) -> Happening:
    return Happening(name, tuple(Told(place, mode, strand) for place in told), number)


def in_order(*numbers: int) -> list[Happening]:
    return [event(f"e{place}", number, place) for place, number in enumerate(numbers, 1)]


def strands(*each: str, mode: TellingMode = "scene") -> list[Happening]:
    """Events as `strand number`, told in this order."""
    parts = [one.split() for one in each]
    return [
        event(f"e{place}", int(number), place, strand=strand, mode=mode)
        for place, (strand, number) in enumerate(parts, 1)
    ]


TELLINGS = {
    "linear": in_order(1, 2, 3, 4, 5, 6),
    "reverse": in_order(6, 5, 4, 3, 2, 1),
    "out of order": in_order(4, 1, 5, 2, 6, 3, 7),
    "loop": [
        event("morning", 1, 1, 3, 5, 7),
        *(event(f"day{n}", n, 2 * n) for n in range(2, 6)),
    ],
    "frame": in_order(8, 1, 2, 3, 4, 5, 6, 7, 9),
    "parallel strands": strands("a 1", "b 4", "a 2", "b 5", "a 3", "b 6"),
    "competing accounts": strands(
        "thief 1", "thief 2", "thief 3", "wife 1", "wife 2", "wife 3", mode="reported"
    ),
}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_each_structure_is_found_where_it_is(structure: str) -> None:
    assert structure in structures(TELLINGS[structure])


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_telling_in_order_has_no_other_structure(structure: str) -> None:
    assert (structure in structures(TELLINGS["linear"])) == (structure == "linear")


def test_three_runs_through_the_same_time_are_a_loop() -> None:
    runs = strands("a 1", "a 2", "a 3", "b 1", "b 2", "b 3", "c 1", "c 2", "c 4")
    assert structures(runs) == ["loop"]


def test_one_strand_told_backwards_is_reverse() -> None:
    told = strands("c 9", "w 1", "c 8", "w 2", "c 7", "w 3", "c 6", "w 4", "c 5")
    assert "reverse" in structures(told)


def test_strands_that_touch_once_are_no_loop() -> None:
    told = strands("a 1", "a 2", "a 3", "b 3", "b 4", "b 5", "c 6", "c 7", "c 8")
    assert "loop" not in structures(told)


def test_of_four_events_nothing_is_said() -> None:
    assert structures(in_order(4, 3, 2, 1)) == []


def test_an_order_that_is_not_known_is_not_called_linear() -> None:
    events = [Happening(f"e{n}", (Told(n),)) for n in range(1, 8)]
    assert structures(events) == []
