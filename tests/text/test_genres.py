"""Genres that a page runs together are parted, and nothing else is taken for genres."""

import pytest

from filmgraph.text import GENRES, split_genres


@pytest.mark.parametrize(
    ("line", "genres"),
    [
        ("DramaRomance", ("Drama", "Romance")),
        ("Science FictionHorror", ("Science Fiction", "Horror")),
        ("DramaWar & Politics", ("Drama", "War & Politics")),
        ("Sci-FiFilm-NoirWar", ("Sci-Fi", "Film-Noir", "War")),
        ("ActionAction & AdventureTV Movie", ("Action", "Action & Adventure", "TV Movie")),
        ("MusicalMusic", ("Musical", "Music")),
        ("Drama, Romance", ("Drama", "Romance")),
        ("Drama / Romance | War", ("Drama", "Romance", "War")),
        ("drama", ("Drama",)),
        ("DramaDrama", ("Drama",)),
    ],
)
def test_genres_are_parted(line: str, genres: tuple[str, ...]) -> None:
    assert split_genres(line) == genres


@pytest.mark.parametrize(
    "line", ["", "Warning", "War games", "WarGames", "Ben Hur", "Dramatic", ","]
)
def test_other_lines_have_no_genres(line: str) -> None:
    assert split_genres(line) == ()


def test_a_labelled_line_may_have_genres_we_do_not_know() -> None:
    found = split_genres("Neo-Western, DramaGothic", labelled=True)
    assert found == ("Neo-Western", "Drama", "Gothic")


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_is_found_between_two_others(genre: str) -> None:
    assert split_genres(f"Heist{genre}Thriller") == tuple(
        dict.fromkeys(("Heist", genre, "Thriller"))
    )
