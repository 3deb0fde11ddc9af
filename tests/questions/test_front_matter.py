"""The head of a query file, and what is wrong with it."""

import pytest

from filmgraph.errors import InputError
from filmgraph.questions import parse_question

GOOD = """\
#+ summary: Films of a person.
#+ description: >-
#+   In the order
#+   of years.
#+ parameters:
#+   person: {kind: person, help: Whose films.}
#+   part: {kind: text, help: Only this part., default: null, choices: [actor, director]}
#+   least: {kind: integer, help: At least., default: 1}
#+ columns:
#+   film: The film.
#+   titles: {help: All titles., list: true}
#+ example: {person: Ridley Scott, least: 2}
#+ graph: small
#+ python: films_of
SELECT ?film ?titles WHERE { ?film ?p ?person }
"""


def fault(content: str, name: str = "films") -> str:
    with pytest.raises(InputError) as caught:
        parse_question(name, content, "queries/films.rq")
    return str(caught.value)


def changed(line: str, to: str) -> str:
    assert line in GOOD
    return GOOD.replace(line, to)


def test_all_keys_are_read() -> None:
    question = parse_question("films", GOOD, "queries/films.rq")
    assert question.summary == "Films of a person."
    assert question.description == "In the order of years."
    assert list(question.parameters) == ["person", "part", "least"]
    assert question.parameters["person"].required
    assert question.parameters["part"].choices == ("actor", "director")
    assert (question.parameters["part"].required, question.parameters["part"].default) == (
        False,
        None,
    )
    assert question.parameters["least"].default == 1
    assert dict(question.columns) == {"film": "The film.", "titles": "All titles."}
    assert question.lists == ("titles",)
    assert dict(question.example) == {"person": "Ridley Scott", "least": 2}
    assert (question.graph, question.python) == ("small", "films_of")
    assert question.text == "SELECT ?film ?titles WHERE { ?film ?p ?person }\n"


def test_a_question_is_open_unless_it_says_from_which_level_on_it_has_answers() -> None:
    assert parse_question("films", GOOD, "queries/films.rq").level == "open"
    behind = changed("#+ graph: small", "#+ graph: small\n#+ level: plot")
    assert parse_question("films", behind, "queries/films.rq").level == "plot"


def test_a_file_without_front_matter_is_refused() -> None:
    assert fault("SELECT * {}").startswith("queries/films.rq, line 1: a question starts with")


def test_what_is_not_yaml_names_its_line() -> None:
    message = fault("#+ summary: one\n#+ description: a: b\nSELECT * {}")
    assert message.startswith("queries/films.rq, line 2: the front matter is not YAML")


@pytest.mark.parametrize(
    ("line", "to", "number", "said"),
    [
        ("#+ summary: Films of a person.\n", "", 1, "'summary' is missing"),
        ("#+ summary: Films of a person.", "#+ sumary: x", 1, "there is no 'sumary'"),
        ("kind: person", "kind: actor", 6, "'kind' is one of film, person"),
        ("{kind: person, help: Whose films.}", "{kind: person}", 6, "'help' is missing"),
        ("{kind: person, help: Whose films.}", "person", 6, "must be names with values"),
        ("default: null", "defualt: null", 7, "there is no 'defualt'"),
        ("choices: [actor, director]", "choices: actor", 7, "is a list of texts"),
        ("default: null", "default: editor", 7, "the default 'editor' is none of the choices"),
        ("#+   person:", "#+   from:", 6, "'from' cannot be a parameter's name"),
        ("#+   person:", "#+   limit:", 6, "'limit' cannot be a parameter's name"),
        ("#+   person:", "#+   Who-Is:", 6, "'Who-Is' is no name"),
        ("#+   part:", "#+   person:", 7, "'person' stands here twice"),
        ("#+   film: The film.", "#+   the film: x", 10, "'the film' is no name"),
        ("person: Ridley Scott, ", "", 1, "gives no value for person"),
        ("least: 2", "most: 2", 12, "the example gives 'most', which is no parameter"),
        ("graph: small", "level: secret", 13, "'level' is one of open, plot, ending"),
        ("graph: small", "graph: tiny", 13, "'graph' is one of demo, small, not 'tiny'"),
    ],
)
def test_a_fault_names_file_and_line(line: str, to: str, number: int, said: str) -> None:
    message = fault(changed(line, to))
    assert message.startswith(f"queries/films.rq, line {number}: ")
    assert said in message


def test_front_matter_below_the_query_is_refused() -> None:
    assert "line 16: front matter stands at the head only" in fault(GOOD + "#+ python: other\n")


def test_a_question_without_columns_is_refused() -> None:
    assert "at least one of 'columns'" in fault("#+ summary: x\nSELECT * {}")


@pytest.mark.parametrize("name", ["Films", "films of", "films_of", "-films", ""])
def test_a_name_is_lower_case_words_joined_by_hyphens(name: str) -> None:
    assert "a question's name has" in fault(GOOD, name)
