"""Standard SPARQL only: two engines give the same rows in the same order, at every level."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.questions.small import QUESTIONS, asked, pyoxigraph_engine, rdflib_engine

from filmgraph.curtain import LEVELS, allowed
from filmgraph.record import Level

# rdflib's own engine uses what rdflib itself calls out of date.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:Dataset\.(default_context|contexts) is deprecated:DeprecationWarning"
)

CASES: list[tuple[str, Mapping[str, str | int]]] = [
    ("cast", {"film": "Alien (1979)"}),
    ("cast", {"film": "Blade Runner (1982)"}),
    ("co-stars", {"person": "Humphrey Bogart"}),
    ("characters-of-film", {"film": "Casablanca (1942)"}),
    ("characters-of-film", {"film": "Alien (1979)"}),
    ("characters-with-theme", {"theme": "love"}),
    ("collaborators-of-director", {"director": "Ridley Scott"}),
    ("directors-who-return", {"theme": "love"}),
    ("events-as-they-happen", {"film": "Casablanca (1942)"}),
    ("events-as-they-happen", {"film": "Memento (2000)", "source": "one"}),
    ("events-as-told", {"film": "Casablanca (1942)"}),
    ("events-as-told", {"film": "Memento (2000)", "source": "one"}),
    ("events-at-place", {"place": "Casablanca"}),
    ("events-at-place", {"place": "Paris", "film": "Casablanca (1942)"}),
    (
        "events-between",
        {"first": "event/memento-2000/one/chooses", "last": "event/memento-2000/one/shoots"},
    ),
    (
        "events-between",
        {
            "first": "event/casablanca-1942/one/in-love",
            "last": "event/casablanca-1942/one/farewell",
        },
    ),
    ("events-of-character", {"character": "character/casablanca-1942/ilsa-lund"}),
    ("film-facts", {"film": "Blade Runner (1982)"}),
    ("film-facts", {"film": "Leaving Las Vegas (1995)"}),
    ("films-missing", {"what": "themes"}),
    ("films-missing", {"what": "cast", "source": "one"}),
    ("films-of-genre", {"genre": "film noir", "first_year": 1942}),
    ("films-of-genre", {"genre": "documentary"}),
    ("films-of-period", {"period": "1940"}),
    ("films-of-person", {"person": "Nicolas Cage"}),
    ("films-of-person", {"person": "Mike Figgis", "part": "director"}),
    ("films-set-in", {"place": "United States"}),
    ("films-told-alike", {"film": "Memento (2000)"}),
    ("films-with-both", {"person": "Nicolas Cage", "other": "Holly Hunter"}),
    ("films-with-motif", {"word": "angel"}),
    ("films-with-structure", {"structure": "out of order"}),
    ("films-with-theme", {"theme": "the human condition"}),
    (
        "films-with-themes-but-not",
        {"theme": "love", "other": "the human condition", "without": "alcohol abuse"},
    ),
    ("flashbacks", {"film": "Casablanca (1942)"}),
    ("flashbacks", {"film": "Casablanca (1942)", "mode": "scene"}),
    (
        "how-relation-changes",
        {
            "character": "character/casablanca-1942/ilsa-lund",
            "other": "character/casablanca-1942/rick-blaine",
        },
    ),
    ("missing", {}),
    ("most-used-themes", {}),
    ("same-character", {"character": "Ellen Ripley"}),
    ("motifs-of-film", {"film": "Leaving Las Vegas (1995)"}),
    ("post-credit-scene", {"film": "Blade Runner (1982)"}),
    ("relations-of-character", {"character": "character/casablanca-1942/rick-blaine"}),
    ("relations-of-film", {"film": "Casablanca (1942)"}),
    ("settings-of-film", {"film": "Leaving Las Vegas (1995)"}),
    ("settings-of-film", {"film": "Casablanca (1942)"}),
    ("shared-themes", {"film": "Leaving Las Vegas (1995)", "other": "Casablanca (1942)"}),
    ("sources-disagree", {}),
    ("sources-disagree", {"film": "Alien (1979)"}),
    ("strands-of-film", {"film": "Memento (2000)"}),
    ("strands-of-film", {"film": "Memento (2000)", "strand": "colour"}),
    ("telling-goes-back", {"film": "Casablanca (1942)"}),
    ("telling-goes-back", {"film": "Memento (2000)", "source": "one"}),
    ("themes-of-character", {"character": "character/casablanca-1942/rick-blaine"}),
    ("themes-of-film", {"film": "Leaving Las Vegas (1995)"}),
    ("who-is-where", {"film": "Casablanca (1942)"}),
    ("who-is-where", {"film": "Casablanca (1942)", "place": "Paris"}),
    (
        "who-is-where",
        {"film": "Casablanca (1942)", "character": "character/casablanca-1942/ilsa-lund"},
    ),
    ("who-meets", {"film": "Casablanca (1942)"}),
    ("who-meets", {"film": "Casablanca (1942)", "who": "character/casablanca-1942/rick-blaine"}),
    ("who-played", {"character": "Ripley"}),
    ("who-played", {"character": "Ripley", "film": "Aliens (1986)"}),
    ("who-says-so", {"entity": "film/blade-runner-1982"}),
    ("who-says-so", {"entity": "theme-use/casablanca-1942/romantic-love"}),
]
HIDDEN: dict[Level, tuple[str, ...]] = {
    "open": (
        "Ben drinks until he dies.",
        "Sera stays to the last.",
        "Rick lets Ilsa fly.",
        "Nothing but music.",
        "Rick sends Ilsa away.",
        "Leonard chooses to forget.",
        "saviour of",
        "Rick and Ilsa fall in love.",
        "Leonard shoots Teddy.",
        "partner of",
        "the guests",
        "exile",
        "Paris, 1940",
        "the escaped replicant",
        "the angel earrings",
        "a saviour who cannot save",
        "minor",
        "graph/one/plot",
    ),
    "plot": (
        "Ben drinks until he dies.",
        "Sera stays to the last.",
        "Rick lets Ilsa fly.",
        "Nothing but music.",
        "Rick sends Ilsa away.",
        "Leonard chooses to forget.",
        "saviour of",
    ),
}


def test_every_question_has_a_case() -> None:
    assert {question for question, _ in CASES} == set(QUESTIONS)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("question", "parameters"), CASES)
def test_pyoxigraph_and_rdflib_give_the_same_rows(
    question: str, parameters: Mapping[str, str | int], level: Level
) -> None:
    ours = asked(question, level, pyoxigraph_engine, **parameters)
    theirs = asked(question, level, rdflib_engine, **parameters)
    assert ours.rows == theirs.rows


@pytest.mark.parametrize(("question", "parameters"), CASES)
def test_the_columns_are_those_that_are_promised(
    question: str, parameters: Mapping[str, str | int]
) -> None:
    assert asked(question, **parameters).columns == tuple(QUESTIONS[question].columns)


@pytest.mark.parametrize(("question", "parameters"), CASES)
def test_no_row_comes_twice(question: str, parameters: Mapping[str, str | int]) -> None:
    rows = asked(question, "ending", **parameters).rows
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("level", HIDDEN)
@pytest.mark.parametrize(("question", "parameters"), CASES)
def test_nothing_behind_the_curtain_is_in_an_answer(
    question: str, parameters: Mapping[str, str | int], level: Level
) -> None:
    sent = asked(question, level, **parameters).to_json()
    assert [text for text in HIDDEN[level] if json.dumps(text)[1:-1] in sent] == []


@pytest.mark.parametrize(("question", "parameters"), CASES)
def test_each_answer_is_that_of_a_graph_without_what_the_level_hides(
    question: str, parameters: Mapping[str, str | int]
) -> None:
    # The rdflib engine holds no hidden statement at all, so equal rows at `open` show that not
    # even a count or an order has used one.
    assert allowed("open") == ("open",)
    hidden = asked(question, "open", rdflib_engine, **parameters)
    assert asked(question, "open", **parameters).to_csv() == hidden.to_csv()


def test_the_page_of_questions_is_current() -> None:
    from filmgraph.export.question_page import question_page

    page = Path(__file__).parents[2] / "docs" / "questions.md"
    text = question_page(QUESTIONS)
    assert page.read_text(encoding="utf-8") == text, "write it again: make docs"
