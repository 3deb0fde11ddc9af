"""Questions of a folder, found by name."""

from pathlib import Path

import pytest
from tests.questions.small import QUESTIONS

from filmgraph.errors import InputError, UnknownQuestion
from filmgraph.questions import catalogue, find_question, lint


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    text = "#+ summary: Years.\n#+ columns: {year: A year.}\nSELECT ?year WHERE {}\n"
    (tmp_path / "all-years.rq").write_text(text, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no question", encoding="utf-8")
    questions = catalogue(tmp_path)
    assert list(questions) == ["all-years"]
    assert questions["all-years"].summary == "Years."


def test_a_broken_question_does_not_hide_the_others(tmp_path: Path) -> None:
    text = "#+ summary: Years.\n#+ columns: {year: A year.}\nSELECT ?year WHERE {}\n"
    (tmp_path / "all-years.rq").write_text(text, encoding="utf-8")
    (tmp_path / "broken.rq").write_text("SELECT", encoding="utf-8")
    questions = catalogue(tmp_path)
    assert questions["all-years"].summary == "Years."
    with pytest.raises(InputError, match=r"broken\.rq, line 1"):
        questions["broken"]


def test_a_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match=r"bytes\.rq"):
        catalogue(tmp_path)["bytes"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no folder"):
        catalogue(tmp_path / "none")


def test_an_unknown_question_names_near_ones() -> None:
    with pytest.raises(UnknownQuestion) as caught:
        find_question(QUESTIONS, "film-with-theme")
    assert "films-with-theme" in caught.value.candidates


def test_an_unknown_question_with_nothing_near_lists_all() -> None:
    with pytest.raises(UnknownQuestion, match="The questions are: cast, characters-of-film"):
        find_question(QUESTIONS, "zzz")


def test_there_are_at_least_forty_questions() -> None:
    assert len(QUESTIONS) >= 40


def test_at_least_fifteen_questions_ask_about_the_story() -> None:
    assert len([one for one in QUESTIONS.values() if one.level != "open"]) >= 15


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_shipped_question_passes_the_lint(name: str) -> None:
    assert list(lint(QUESTIONS[name])) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_shipped_question_names_a_graph_of_a_level(name: str) -> None:
    assert "/graph/" not in QUESTIONS[name].text
    assert ":graph" not in QUESTIONS[name].text
