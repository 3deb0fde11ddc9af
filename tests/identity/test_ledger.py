"""The ledger on disk."""

from pathlib import Path

import pytest

from filmgraph.errors import DamagedGraph, StorageError
from filmgraph.identity import Ledger
from filmgraph.names import IRI, iri

ALIEN = iri("film", "alien-1979")
ALIENS = iri("film", "aliens-1986")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "identity.jsonl"


def filled(path: Path) -> None:
    ledger = Ledger()
    ledger.give("film", "mine", "a", ALIEN)
    ledger.give("film", "mine", "b", ALIENS)
    ledger.append_to(path)


def test_no_file_is_an_empty_ledger(path: Path) -> None:
    assert Ledger.read(path).given("film", "mine", "a") is None


def test_what_is_written_is_read(path: Path) -> None:
    filled(path)
    assert Ledger.read(path).given("film", "mine", "b") == ALIENS


def test_new_lines_are_sorted_and_end_with_what_is_replaced(path: Path) -> None:
    ledger = Ledger()
    ledger.give("person", "mine", "x", iri("person", "x"))
    ledger.give("film", "mine", "b", ALIENS)
    ledger.give("film", "mine", "a", ALIEN)
    ledger.replace(ALIENS, ALIEN)
    assert [line[:24] for line in ledger.new_lines()] == [
        b'{"kind":"film","source":',
        b'{"kind":"film","source":',
        b'{"kind":"person","source',
        b'{"replaced":"https://w3i',
    ]


def test_nothing_new_leaves_the_file_alone(path: Path) -> None:
    filled(path)
    before = path.stat()
    Ledger.read(path).append_to(path)
    assert path.stat().st_ino == before.st_ino


def test_new_lines_come_behind_the_old(path: Path) -> None:
    filled(path)
    old = path.read_bytes()
    ledger = Ledger.read(path)
    ledger.give("film", "mine", "c", iri("film", "c"))
    ledger.append_to(path)
    assert path.read_bytes().startswith(old)
    assert len(path.read_bytes().splitlines()) == 3
    assert not ledger.new_lines()
    assert list(path.parent.iterdir()) == [path]


def test_a_later_line_stands_above_an_earlier(path: Path) -> None:
    filled(path)
    ledger = Ledger.read(path)
    ledger.give("film", "mine", "a", ALIENS)
    ledger.append_to(path)
    assert Ledger.read(path).given("film", "mine", "a") == ALIENS
    assert ALIEN in Ledger.read(path).taken("film")


def test_a_replaced_iri_leads_to_the_last_in_the_chain(path: Path) -> None:
    filled(path)
    ledger = Ledger.read(path)
    third = iri("film", "third")
    ledger.replace(ALIENS, ALIEN)
    ledger.replace(ALIEN, third)
    ledger.append_to(path)
    again = Ledger.read(path)
    assert again.replaced == {ALIEN: third, ALIENS: third}
    assert again.given("film", "mine", "b") == third


@pytest.mark.parametrize("cut", [1, 2, 20, 60])
def test_a_torn_last_line_is_left_out_and_noted(path: Path, cut: int) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:-cut])
    ledger = Ledger.read(path)
    assert ledger.given("film", "mine", "a") == ALIEN
    assert len(ledger.notes) == (cut > 1)
    ledger.give("film", "mine", "c", iri("film", "c"))
    ledger.append_to(path)
    assert len(path.read_bytes().splitlines()) == (3 if cut == 1 else 2)
    assert Ledger.read(path).notes == []


def test_a_torn_file_is_mended_even_if_nothing_is_new(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:-9])
    Ledger.read(path).append_to(path)
    assert Ledger.read(path).notes == []


def test_a_file_that_is_one_torn_line_is_an_empty_ledger(path: Path) -> None:
    path.write_bytes(b'{"kind":"fi')
    ledger = Ledger.read(path)
    ledger.give("film", "mine", "a", ALIEN)
    ledger.append_to(path)
    assert len(path.read_bytes().splitlines()) == 1


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"film","sour\n',
        b"\n",
        b"[]\n",
        b'{"kind":"film","source":"a","key":"b"}\n',
        b'{"replaced":"x"}\n',
        b'{"replaced":"x","by":"x"}\n',
        b'{"kind":"film","source":"a","key":"b","iri":"c","more":1}\n',
        b"\xff\xfe\n",
        *(
            b'{"kind":"film","source":"a","key":"b","iri":"%s"}\n' % iri_.encode()
            for iri_ in (
                "c",
                iri("person", "c"),
                f"{ALIEN}> <http://example.org/p> <",
                f"{ALIEN}\\n",
                f"{ALIEN} {{}}",
            )
        ),
        b'{"replaced":"x","by":"y> <z"}\n',
    ],
)
def test_any_other_broken_line_is_a_damaged_graph(path: Path, line: bytes) -> None:
    filled(path)
    path.write_bytes(line + path.read_bytes())
    with pytest.raises(DamagedGraph, match="Line 1 of"):
        Ledger.read(path)


def test_a_circle_of_replacements_is_a_damaged_graph(path: Path) -> None:
    path.write_text('{"replaced":"x","by":"y"}\n{"replaced":"y","by":"x"}\n')
    with pytest.raises(DamagedGraph, match="replaced by itself"):
        Ledger.read(path)


def test_replacing_never_makes_a_circle() -> None:
    ledger = Ledger()
    ledger.replace(IRI("x"), IRI("y"))
    ledger.replace(IRI("y"), IRI("x"))
    assert ledger.replaced == {"x": "y"}


def test_a_folder_that_is_not_there_is_a_storage_error(path: Path) -> None:
    ledger = Ledger()
    ledger.give("film", "mine", "a", ALIEN)
    with pytest.raises(StorageError, match="was not written"):
        ledger.append_to(path / "nowhere" / "identity.jsonl")


def test_a_folder_in_place_of_the_file_is_a_storage_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError, match="cannot be read"):
        Ledger.read(path)
