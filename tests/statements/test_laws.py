"""What holds of the statements of any record."""

import re
from collections import defaultdict

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.canary import canary_film
from tests.graphs import Written, write
from tests.statements.records import concepts, films

from filmgraph.curtain import LEVELS, allowed, visible
from filmgraph.identity import Ledger, claim, identify
from filmgraph.names import curie
from filmgraph.record import ConceptRecord, FilmRecord, Level, encode, faults
from filmgraph.statements.writer import film_saying
from filmgraph.vocabulary import VOCABULARIES

TERMS = {curie(term) for vocabulary in VOCABULARIES for term in vocabulary}
quick = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(films())
@quick
def test_the_records_of_these_tests_are_without_faults(film: FilmRecord) -> None:
    assert list(faults(film)) == []


@given(films(), st.lists(concepts, max_size=2))
@quick
def test_every_line_is_n_quads_for_a_strict_parser(
    film: FilmRecord, shared: list[ConceptRecord]
) -> None:
    text = write({"mine": [film, *shared]}).text
    parsed = list(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    assert len(parsed) == text.count(b"\n") == len(set(parsed))
    assert not any(
        isinstance(term, ox.BlankNode) for quad in parsed for term in (quad.subject, quad.object)
    )


@given(films(), st.lists(concepts, max_size=2))
@quick
def test_every_predicate_and_class_is_in_the_vocabulary(
    film: FilmRecord, shared: list[ConceptRecord]
) -> None:
    quads = write({"mine": [film, *shared]}).quads
    assert {one.predicate for one in quads} <= TERMS
    assert {one.object for one in quads if one.predicate == "rdf:type"} <= TERMS


ONE_OF = {
    "fg:relation",
    "fg:runtimeMinutes",
    "fg:year",
    "rdfs:label",
    "schema:areaServed",
    "schema:name",
}


@given(films("a", "Alien"), films("b", "Alien"))
@quick
def test_a_merged_statement_stands_once_at_the_lowest_level_of_its_sources(
    one: FilmRecord, two: FilmRecord
) -> None:
    written = write({"one": [one], "two": [two]})
    merged = _levels(written, "")
    said = _levels(written, "one", "two")
    assert all(len(levels) == 1 for levels in merged.values())
    for statement, levels in said.items():
        if statement in merged:
            assert merged[statement] == {min(levels, key=LEVELS.index)}
        else:
            assert statement[1] in ONE_OF


def _levels(written: Written, *sources: str) -> dict[tuple[str, str, str], set[Level]]:
    levels = defaultdict(set)
    for quad in written.quads:
        # The labels of what films share are settled over all films, not over this one.
        if quad.source in sources and (quad.predicate, quad.subject[:5]) != ("rdfs:label", "theme"):
            levels[quad.subject, quad.predicate, quad.object].add(quad.level)
    return levels


@given(films("a", "Alien"), films("b", "Alien"))
@quick
def test_everything_has_at_most_one_label(one: FilmRecord, two: FilmRecord) -> None:
    quads = write({"one": [one], "two": [two]}).quads
    named = [q.subject for q in quads if not q.source and q.predicate == "rdfs:label"]
    assert len(named) == len(set(named))


@given(films(), st.sampled_from(["open", "plot"]))
@quick
def test_a_record_behind_the_curtain_says_what_may_be_seen_and_nothing_else(
    film: FilmRecord, level: Level
) -> None:
    naming = identify([claim("mine", film)], [], Ledger())
    iri = naming.film("mine", film.key)
    whole = film_saying(iri, "mine", film, naming)
    seen = film_saying(iri, "mine", visible(film, level), naming)
    most = LEVELS.index(level)
    assert seen.triples == {
        triple: number for triple, number in whole.triples.items() if number <= most
    }
    assert set(seen.mentions) == {one for one in whole.mentions if one.rank <= most}


@given(films("a", "Alien"), films("b", "Alien"), st.sampled_from(["open", "plot"]))
@quick
def test_what_is_seen_of_two_sources_is_as_if_they_said_nothing_else(
    one: FilmRecord, two: FilmRecord, level: Level
) -> None:
    """Nothing that is chosen, counted or named before the curtain depends on what is behind it."""
    whole = write({"one": [one], "two": [two]}).quads
    seen = write({"one": [visible(one, level)], "two": [visible(two, level)]}).quads
    assert {quad for quad in whole if quad.level in allowed(level)} == seen


@given(films(), st.sampled_from(LEVELS))
@quick
def test_a_record_behind_the_curtain_is_without_faults(film: FilmRecord, level: Level) -> None:
    assert list(faults(visible(film, level))) == []


def words_above(level: Level) -> re.Pattern[str]:
    """The words of a canary film that no viewer at a level may see."""
    hidden = [one for one in LEVELS if one not in allowed(level)]
    return re.compile("|".join(f"{one}canary" for one in hidden) or r"(?!)")


@pytest.mark.parametrize("level", ["open", "plot"])
def test_no_record_holds_a_word_from_behind_the_curtain(level: Level) -> None:
    text = encode(visible(canary_film(), level)).decode()
    assert words_above(level).findall(text) == []


@pytest.mark.parametrize("level", ["open", "plot"])
def test_no_statement_or_name_holds_a_word_from_behind_the_curtain(level: Level) -> None:
    quads = write({"mine": [canary_film()], "yours": [canary_film()]}).quads
    seen = [quad for quad in quads if quad.level in allowed(level)]
    found = [quad for quad in seen if words_above(level).search(f"{quad}".casefold())]
    assert found == []


def test_the_canaries_are_there_to_be_seen_at_the_ending() -> None:
    quads = write({"mine": [canary_film()]}).quads
    words = " ".join(f"{quad}" for quad in quads)
    for kind in ("plotcanary", "endingcanary"):
        assert len(set(re.findall(f"{kind}[ -]([a-z]+)", words))) > 20
