"""Asking: what is given is checked before anything is asked."""

import pytest

from filmgraph.errors import ParameterError, UnknownEntity
from filmgraph.names import IRI, iri
from filmgraph.questions import Parameter, Question, ask, bound_text
from filmgraph.values import Answer, Entity

QUESTION = Question(
    "films",
    "Films of a person.",
    "SELECT ?film ?titles WHERE { }",
    parameters={
        "person": Parameter("person", "person", "Whose films."),
        "part": Parameter("part", "text", "The part.", False, None, ("actor", "director")),
        "first_year": Parameter("first_year", "year", "From.", False),
        "least": Parameter("least", "integer", "At least.", False, 1),
        "text": Parameter("text", "text", "A text.", False),
    },
    columns={"film": "The film.", "titles": "Titles."},
    lists=("titles",),
)
CAGE = iri("person", "nicolas-cage")


def resolve(kind: str, value: object) -> IRI:
    assert kind == "person"
    if str(value) != "Nicolas Cage":
        raise UnknownEntity(f"There is no person {value}.")
    return CAGE


def text_of(**parameters: object) -> str:
    return bound_text(QUESTION, parameters, resolve)


def fault(**parameters: object) -> ParameterError:
    with pytest.raises(ParameterError) as caught:
        text_of(**parameters)
    return caught.value


def test_parameters_are_typed() -> None:
    text = text_of(person="Nicolas Cage", part="actor", first_year="1990", least=3)
    assert f'(<{CAGE}> "actor" 1990 3 UNDEF)' in text


def test_defaults_are_taken_and_none_is_the_same_as_not_given() -> None:
    text = text_of(person="Nicolas Cage", part=None)
    assert f"(<{CAGE}> UNDEF UNDEF 1 UNDEF)" in text


def test_an_entity_is_taken() -> None:
    assert CAGE in text_of(person=Entity(CAGE, "person", "Nicolas Cage"))


def test_a_missing_parameter_says_what_it_is() -> None:
    message = str(fault(part="actor"))
    assert "'films' needs the parameter 'person' (kind person): Whose films." in message
    assert "Its parameters are: person, part (optional)" in message


def test_a_surplus_parameter_names_near_ones() -> None:
    error = fault(person="Nicolas Cage", firstyear=1990)
    assert error.candidates == ("first_year",)
    assert "has no parameter 'firstyear'" in str(error)


@pytest.mark.parametrize("value", ["abc", "1869", 2101, True, 1990.0, "", "１９９０", "1_990", []])
def test_what_is_no_year_is_refused(value: object) -> None:
    message = str(fault(person="Nicolas Cage", first_year=value))
    assert f"'first_year' of 'films' cannot be {value!r}. Give a year from 1870 to 2100." in message


@pytest.mark.parametrize("value", ["abc", 1.5, False, "1e3", 10**30, "9" * 5000])
def test_what_is_no_whole_number_is_refused(value: object) -> None:
    assert "Give a whole number." in str(fault(person="Nicolas Cage", least=value))


def test_a_negative_number_is_one() -> None:
    assert "-3" in text_of(person="Nicolas Cage", least="-3")


@pytest.mark.parametrize("value", [1, "", "  ", True])
def test_what_is_no_name_is_refused(value: object) -> None:
    assert "Give a person by its name" in str(fault(person=value))


def test_a_text_that_is_none_of_the_choices_lists_them() -> None:
    error = fault(person="Nicolas Cage", part="acter")
    assert error.candidates == ("actor",)
    assert "It is one of: actor, director." in str(error)


@pytest.mark.parametrize("value", [3, ""])
def test_what_is_no_text_is_refused(value: object) -> None:
    assert "Give a text." in str(fault(person="Nicolas Cage", text=value))


def test_an_unknown_entity_is_the_resolvers_error() -> None:
    with pytest.raises(UnknownEntity):
        text_of(person="Nobody")


def test_the_answer_says_what_was_asked() -> None:
    answer = ask(
        QUESTION,
        {"person": "Nicolas Cage", "part": None, "first_year": 1990},
        resolve=resolve,
        select=lambda _: Answer(("film", "titles"), ()),
    )
    assert answer.title == "Films of a person (person: Nicolas Cage, first_year: 1990)"


def test_lists_are_sorted_and_an_answer_that_was_cut_stays_cut() -> None:
    found = Answer(("film", "titles"), (("f", "b\na\nb"), ("g", None)), truncated=True, limit=2)
    answer = ask(QUESTION, {"person": "Nicolas Cage"}, resolve=resolve, select=lambda _: found)
    assert answer.rows == (("f", "a; b"), ("g", None))
    assert (answer.truncated, answer.limit) == (True, 2)
