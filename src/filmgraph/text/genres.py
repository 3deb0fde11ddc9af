"""Genres, also where a page runs them together."""

import re
from typing import Final

__all__ = ["GENRES", "split_genres"]

GENRES: Final[tuple[str, ...]] = (
    "Action",
    "Action & Adventure",
    "Adult",
    "Adventure",
    "Animation",
    "Anime",
    "Biography",
    "Biopic",
    "Black Comedy",
    "Buddy",
    "Children",
    "Comedy",
    "Comedy Drama",
    "Comedy-Drama",
    "Coming-of-Age",
    "Concert",
    "Crime",
    "Dance",
    "Dark Comedy",
    "Disaster",
    "Documentary",
    "Drama",
    "Epic",
    "Erotic",
    "Experimental",
    "Family",
    "Fantasy",
    "Film Noir",
    "Film-Noir",
    "Foreign",
    "Game Show",
    "Gangster",
    "Giallo",
    "Heist",
    "Historical",
    "History",
    "Horror",
    "Independent",
    "Kids",
    "Legal",
    "LGBT",
    "LGBTQ",
    "Live Action",
    "Martial Arts",
    "Melodrama",
    "Mockumentary",
    "Music",
    "Musical",
    "Mystery",
    "Neo-Noir",
    "News",
    "Noir",
    "Parody",
    "Performance",
    "Political",
    "Psychological Thriller",
    "Reality",
    "Reality-TV",
    "Religious",
    "Road Movie",
    "Romance",
    "Romantic Comedy",
    "Satire",
    "Sci-Fi",
    "Sci-Fi & Fantasy",
    "Science Fiction",
    "Short",
    "Silent",
    "Slasher",
    "Soap",
    "Spaghetti Western",
    "Spies",
    "Sport",
    "Sports",
    "Spy",
    "Stop Motion",
    "Superhero",
    "Supernatural",
    "Surreal",
    "Survival",
    "Suspense",
    "Talk",
    "Talk-Show",
    "Teen",
    "Thriller",
    "TV Movie",
    "War",
    "War & Politics",
    "Western",
)
"""Genres as film sites spell them: what an unmarked line may be made of."""

_LONGEST = 200
_SEPARATORS = re.compile(r"\s*(?:[,/|•·;、]|\n)\s*")
_BOUNDARY = r"(?=\Z|[^\W\d_a-z])"
_GENRE = re.compile(
    "(?:"
    + "|".join(re.escape(name) for name in sorted(GENRES, key=lambda name: (-len(name), name)))
    + r"|[^\W\d_a-z][^\W\d_A-Z]+)"
    + _BOUNDARY
)
_SPELLING = {name.casefold(): name for name in GENRES}


def split_genres(line: str, *, labelled: bool = False) -> tuple[str, ...]:
    """The genres of a line, or nothing if the line is not one of genres.

    Parameters
    ----------
    line : str
        Genres parted by commas, slashes, bars or nothing at all.
    labelled : bool
        Whether the page says that these are genres: then unknown ones are taken too.

    Examples
    --------
    >>> split_genres("DramaScience FictionFilm-NoirWar & Politics")
    ('Drama', 'Science Fiction', 'Film-Noir', 'War & Politics')
    >>> split_genres("War games")
    ()
    """
    if not line.strip() or len(line) > _LONGEST:
        return ()
    found: dict[str, None] = {}
    for piece in _SEPARATORS.split(line.strip()):
        parts = _run_together(piece) or ((piece,) if labelled and piece else ())
        if piece and not parts:
            return ()
        found.update(dict.fromkeys(parts))
    unknown = [name for name in found if name.casefold() not in _SPELLING]
    return () if unknown and not labelled else tuple(found)


def _run_together(piece: str) -> tuple[str, ...]:
    # A genre must be followed by a capital, so that "Warning" is not War and "Musical" not Music.
    if piece.casefold() in _SPELLING:
        return (_SPELLING[piece.casefold()],)
    found = []
    at = 0
    while match := _GENRE.match(piece, at):
        found.append(match.group())
        at = match.end()
    return tuple(found) if at == len(piece) and any(name in GENRES for name in found) else ()
