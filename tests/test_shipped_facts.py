"""The shipped files hold facts, not the words of others."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from filmgraph.intake.store import read_records, read_source
from filmgraph.record import ConceptRecord, FilmRecord, Record, decode, decode_source, encode
from filmgraph.shipped import folder

DEMO = folder("loaders") / "demo"
TAKEN = ("theme-ontology", "wikipedia-films")
LONGEST_NAME = 200
"""Of a title, a name or a role; a sentence of a text is mostly longer."""


@pytest.fixture(scope="module", params=TAKEN)
def records(request: pytest.FixtureRequest) -> list[Record]:
    return list(read_records(DEMO / f"{request.param}.jsonl.gz"))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def test_what_was_taken_from_others_has_no_text_motivation_or_quote(records: list[Record]) -> None:
    for record in records:
        raw = encode(record)
        assert not any(word in raw for word in (b'"texts"', b'"motivation"', b'"quote"'))
        assert all(len(text) <= LONGEST_NAME for text in texts(msgspec.json.decode(raw)))


@pytest.mark.parametrize(
    ("name", "films", "concepts"), [("theme-ontology", 1785, 2990), ("wikipedia-films", 36135, 0)]
)
def test_the_counts_are_those_that_the_documents_give(name: str, films: int, concepts: int) -> None:
    counts = Counter(type(record) for record in read_records(DEMO / f"{name}.jsonl.gz"))
    assert (counts[FilmRecord], counts[ConceptRecord]) == (films, concepts)
    page = (Path(__file__).parents[1] / "docs" / "shipped-facts.md").read_text(encoding="utf-8")
    assert f"{films:,}" in page


def test_every_file_names_its_source_and_licence() -> None:
    heads = [read_source(file) for file in sorted(DEMO.glob("*.jsonl.gz"))]
    heads.append(decode_source((DEMO / "filmgraph.jsonl").read_bytes().splitlines()[0]))
    assert {head.name for head in heads} == {"filmgraph", "timeline", *TAKEN}
    assert all(head.licence and "MIT" in head.licence for head in heads)


def test_what_we_wrote_is_sound() -> None:
    _, *lines = (DEMO / "filmgraph.jsonl").read_bytes().splitlines()
    (film,) = (decode(line) for line in lines)
    assert isinstance(film, FilmRecord)
    assert film.title == "Leaving Las Vegas"
    assert {"Ben Sanderson", "Sera", "Yuri Butsov"} <= {one.name for one in film.characters}
