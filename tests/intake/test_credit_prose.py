"""Directors and writers in the first sentences of an article: right rather than complete."""

import pytest

from filmgraph.intake.credit_prose import Makers, first_sentences, is_american, makers

ANN, MAX, ORA = "Ann Lee", "Max Roe", "Ora Pike"


def made(text: str) -> Makers:
    return makers(first_sentences(text))


@pytest.mark.parametrize(
    ("text", "directors"),
    [
        ("Dusk is a 1990 film directed by Ann Lee.", [ANN]),
        ("Dusk is a 1990 film, directed by Ann Lee, with Max Roe.", [ANN]),
        ("Dusk is a 1990 film directed by Ann Lee in her directorial debut.", [ANN]),
        ("Dusk is a 1990 film directed by and starring Ann Lee.", [ANN]),
        ("Dusk is a 1990 film produced by Max Roe and directed by Ann Lee.", [ANN]),
        ("Dusk is a 1990 film directed, edited and produced by Ann Lee.", [ANN]),
        ("Dusk is a 1990 film co-directed by Ann Lee and Max Roe.", [ANN, MAX]),
        ("Dusk is a film directed by Ann Lee, Max Roe, and Ora Pike.", [ANN, MAX, ORA]),
        ("Dusk is a film directed by Ann Lee, Max Roe and Ora Pike.", [ANN, MAX, ORA]),
        ("Dusk is a film directed by Ann Lee, Universal Pictures released it.", [ANN]),
        ("Dusk is a film directed by Joe and Max Roe.", ["Joe Roe", MAX]),
        ("Dusk is a film directed by first-time director Ann Lee.", [ANN]),
        ("Dusk is a film directed by French filmmakers Ann Lee and Max Roe.", [ANN, MAX]),
        ("Dusk is the feature directorial debut of Ann Lee.", [ANN]),
        ("Dusk is a 1990 film by director Ann Lee.", [ANN]),
        ("Dusk is a 1990 film. It was directed by Ann Lee and stars Max Roe.", [ANN]),
        ("Dusk is a 1990 film. Directed by Ann Lee, it stars Max Roe.", [ANN]),
        ("Dusk is a film. Based on a novel, the film was directed by Ann Lee.", [ANN]),
        ("Dusk is a 1990 remake of the 1931 film Dawn, directed by Ann Lee.", [ANN]),
        ("Dusk is a film directed by William A. Seiter.", ["William A. Seiter"]),
        ("Dusk is a film directed by O. A. C. Lund and A.B. Roe.", ["O. A. C. Lund", "A.B. Roe"]),
        ("Dusk is a film directed by Fred Niblo, Jr. and Ann Lee.", ["Fred Niblo Jr.", ANN]),
        ("Dusk is a film directed by Mal St. Clair. It stars no one.", ["Mal St. Clair"]),
        ("Dusk is a film directed by Erich von Roe.", ["Erich von Roe"]),
        ("Dusk is a film directed by Ágnes Űr-Éder.", ["Ágnes Űr-Éder"]),
        ('Dusk is a film directed by Roy "Fatty" Roe.', ['Roy "Fatty" Roe']),
        (
            "Dusk is a film directed by Elaine May and Joseph Golden.",
            ["Elaine May", "Joseph Golden"],
        ),
    ],
)
def test_directors_are_read(text: str, directors: list[str]) -> None:
    assert list(made(text).directors) == directors


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dusk is a film starring Ann Lee.",
        "Dusk is a 1990 remake of the 1931 film directed by Ann Lee.",
        "Dusk is a film. It is a remake of Dawn, a film directed by Ann Lee.",
        "Dusk is a film. An earlier version was directed by Ann Lee.",
        "Dusk is a film with music directed by Ann Lee.",
        "Dusk is a film that was to be directed by Ann Lee.",
        "Dusk is a film directed by the Roe Brothers.",
        "Dusk is a film directed by Walt Disney Productions.",
        "Dusk is a film directed by Academy Award winner Ann Lee.",
        "Dusk is a film directed by Lee.",
        "Dusk is a film directed by Ann Lee's brother.",
        "Dusk is a film directed by someone.",
        "Dusk is a film directed by",
    ],
)
def test_what_is_not_certain_is_passed_over(text: str) -> None:
    assert made(text).directors == ()


@pytest.mark.parametrize(
    ("text", "writers"),
    [
        ("Dusk is a film written and directed by Ann Lee.", [ANN]),
        ("Dusk is a film directed and co-written by Ann Lee.", [ANN]),
        ("Dusk is a film written, produced and directed by Ann Lee.", [ANN]),
        ("Dusk is a film written by Ora Pike and directed by Ann Lee.", [ORA]),
        ("Dusk is a film directed by Ann Lee and written by Ora Pike.", [ORA]),
        ("Dusk is a film directed by Ann Lee, written by Ora Pike, with music.", [ORA]),
        ("Dusk is a film directed by Ann Lee from a screenplay by Ora Pike.", [ORA]),
        ("Dusk is a film directed by Ann Lee and written by Lee and Ora Pike.", [ANN, ORA]),
        ("Dusk is a film directed by Ann Lee, from the novel written by Ora Pike.", []),
        ("Dusk is a film based on a book written by Ora Pike and directed by Ann Lee.", []),
        ("Dusk is a film directed by Ann Lee. The book was written by Ora Pike.", []),
    ],
)
def test_writers_are_read_where_they_stand_beside_the_directors(
    text: str, writers: list[str]
) -> None:
    found = made(text)
    assert found.directors == (ANN,)
    assert list(found.writers) == writers


@pytest.mark.parametrize(
    ("text", "american"),
    [
        ("Dusk is a 1990 American film.", True),
        ("Dusk is an American silent drama film from 1919.", True),
        ("Dusk is a lost 1919 American film.", True),
        ("Dusk is a 1990 British-American film.", False),
        ("Dusk is a 1990 American-Canadian film.", False),
        ("Dusk is a 1990 film about Native American people.", False),
        ("Dusk is a 1964 American International Pictures film.", False),
        ("Dusk is a 1990 film set in the American Civil War.", False),
        ("Dusk is a 1990 film.", False),
    ],
)
def test_american_is_said_of_the_film_and_of_nothing_else(text: str, american: bool) -> None:
    assert is_american(text) is american


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert first_sentences("A film by Fred Roe Jr. Bell of Warner Bros. Pictures. It ends.") == (
        "A film by Fred Roe Jr. Bell of Warner Bros. Pictures",
        "It ends.",
    )
