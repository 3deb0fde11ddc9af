"""What speaks for and against two records being one film."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from filmgraph.identity.claims import FilmClaim
from filmgraph.names import fold

__all__ = ["Level", "Profile", "Verdict", "article_first", "compare", "title_key", "years_apart"]

NEAR_YEARS = 1
"""Sources differ by a year on when a film came out."""

SAME_PAGE_YEARS = 5
"""On one page under one title, the years of making and of a later release lie this near."""

ALIKE = 85
"""From this rapidfuzz ratio on two titles are one title with a slip of the pen."""

_ARTICLES = "the|an|a|le|la|les|l'|un|une|el|los|las|il|lo|gli|der|die|das|ein|eine|det|den|het"
_MOVED_ARTICLE = re.compile(rf"^(.+), ({_ARTICLES})(?=$|[\s:(])", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_LEADING_ARTICLE = re.compile(r"^(?:the|an|a) (?=.)")
# I, V and X alone are too often words or letters ("Malcolm X").
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_PAGE_NOTE = re.compile(r"_\(([^()]*)\)$")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_PAGES = "wikipedia"
_NUMBER = re.compile(r"\d+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


class Level(IntEnum):
    """How strong the reason is for taking two records as one, strongest first."""

    PAGE_TITLE_YEAR = 10
    PAGE_TITLE_NEAR = 11
    IDENTIFIER = 12
    NAMES_YEAR = 20
    NAMES_NEAR = 21
    PAGE_TITLE_LATER = 30
    TITLE_YEAR = 40
    TITLE_NEAR = 41
    PAGE_ALIKE_YEAR = 50
    PAGE_ALIKE_NEAR = 51
    PAGE_NAMES_NEAR = 52
    OTHER_TITLE_YEAR = 60
    PAGE_YEAR = 61
    DOUBT = 90
    NOTHING = 99


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two records stand to one another.

    Attributes
    ----------
    level : Level
    reason : str
        Why, in a few words.
    reissue : bool
        Whether one seems to tell of a later release of the other's film.
    """

    level: Level
    reason: str = ""
    reissue: bool = False

    @property
    def matches(self) -> bool:
        """Whether the two may be taken as one if nothing else competes."""
        return self.level < Level.DOUBT


_NOTHING = Verdict(Level.NOTHING)


def article_first(title: str) -> str:
    """The title as it is said, not as lists sort it.

    Examples
    --------
    >>> article_first("Godfather: Part II, The"), article_first("Misérables, Les (1998)")
    ('The Godfather: Part II', 'Les Misérables (1998)')
    """
    return _MOVED_ARTICLE.sub(r"\2 \1", title)


def title_key(title: str) -> str:
    """The title folded, without leading article, with `&` as "and" and II as 2.

    Examples
    --------
    >>> title_key("Godfather: Part II, The"), title_key("The Godfather: Part 2")
    ('godfather part 2', 'godfather part 2')
    >>> title_key("Malcolm X")
    'malcolm x'
    """
    if "," in title:
        title = _THOUSANDS.sub("", article_first(title))
    folded = fold(title.replace("&", " and ") if "&" in title else title)
    words = _LEADING_ARTICLE.sub("", folded).split(" ")
    for place in range(1, len(words)):
        words[place] = _ROMAN.get(words[place], words[place])
    return " ".join(words) or title


@dataclass(slots=True)
class Profile:
    """A claim with what comparing needs, made once for each record that has a rival."""

    claim: FilmClaim
    main: str = ""
    keys: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    directors: frozenset[str] = frozenset()
    cast: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        claim = self.claim
        self.main = title_key(claim.titles[0])
        self.keys = frozenset(map(title_key, claim.titles))
        self.pages = frozenset(claim.pages)
        self.directors = frozenset(map(fold, claim.directors))
        self.cast = frozenset(map(fold, claim.cast))

    @property
    def people(self) -> frozenset[str]:
        """Folded names of directors and cast."""
        return self.directors | self.cast


def compare(
    one: Profile, other: Profile, shared_pages: frozenset[str], on_page: int = 1
) -> Verdict:
    """How two records stand to one another.

    Parameters
    ----------
    one, other : Profile
    shared_pages : frozenset of str
        Pages that both name and that are good as evidence.
    on_page : int
        How many records of one source name one of these pages, at most.
    """
    if one.claim.source == other.claim.source:
        return _within_source(one, other, shared_pages, on_page > 2)
    apart = years_apart(one.claim.year, other.claim.year)
    if shared_pages:
        return _on_one_page(one, other, apart, shared_pages, on_page == 1)
    if not one.keys & other.keys:
        return _NOTHING
    if _other_identifiers(one, other):
        return _NOTHING
    return _by_title(one, other, apart)


def years_apart(one: int | None, other: int | None) -> int | None:
    """Years between two films; None where a year is not known."""
    return None if one is None or other is None else abs(one - other)


def _within_source(
    one: Profile, other: Profile, shared_pages: frozenset[str], crowded: bool
) -> Verdict:
    """Two keys of one source are two films, unless a page that stands there twice says no."""
    if not shared_pages:
        return Verdict(Level.DOUBT, "same title and year in one source")
    apart = years_apart(one.claim.year, other.claim.year)
    # Directors may be read from the page, which is the same for both: only the cast can tell.
    if len(one.cast & other.cast) > 1 and (apart or 0) > SAME_PAGE_YEARS:
        return Verdict(Level.DOUBT, "one page and cast in one source, perhaps a reissue", True)
    if one.main != other.main or apart is None:
        return Verdict(Level.DOUBT, "one page in one source, but another title")
    if apart <= SAME_PAGE_YEARS and one.cast & other.cast:
        return Verdict(Level.PAGE_TITLE_YEAR, "one page and title, cast in common, in one source")
    if apart <= NEAR_YEARS and not crowded and not _strangers(one.cast, other.cast):
        return Verdict(Level.PAGE_TITLE_YEAR, "one page and title in one source")
    return Verdict(Level.DOUBT, "one page and title in one source, but another year or cast")


def _on_one_page(
    one: Profile, other: Profile, apart: int | None, shared: frozenset[str], alone: bool
) -> Verdict:
    by_identifier = any(not page.startswith(_PAGES) for page in shared)
    if by_identifier and (apart is None or apart <= SAME_PAGE_YEARS):
        return Verdict(Level.IDENTIFIER, f"same identifier {min(shared)}")
    if one.keys & other.keys:
        return _same_page_and_title(apart)
    if apart is not None and apart > NEAR_YEARS:
        return Verdict(Level.DOUBT, f"same page, but another title and {apart} years apart")
    return _same_page_other_title(one, other, apart, alone)


def _same_page_other_title(one: Profile, other: Profile, apart: int | None, alone: bool) -> Verdict:
    if _alike(one, other):
        level = Level.PAGE_ALIKE_YEAR if apart == 0 else Level.PAGE_ALIKE_NEAR
        return Verdict(level, "same page and year, titles alike")
    if one.people & other.people:
        return Verdict(Level.PAGE_NAMES_NEAR, "same page, about the same year, a name in common")
    if apart == 0 and alone:
        # A wrong link is a neighbour's page: then the neighbour names it too.
        return Verdict(Level.PAGE_YEAR, "same page and year, which no other record has")
    return Verdict(Level.DOUBT, "same page and about the same year, but another title")


def _same_page_and_title(apart: int | None) -> Verdict:
    if apart == 0:
        return Verdict(Level.PAGE_TITLE_YEAR, "same page, title and year")
    if apart is None or apart <= NEAR_YEARS:
        return Verdict(Level.PAGE_TITLE_NEAR, "same page and title, about the same year")
    if apart <= SAME_PAGE_YEARS:
        return Verdict(Level.PAGE_TITLE_LATER, f"same page and title, {apart} years apart")
    return Verdict(Level.DOUBT, f"same page and title, but {apart} years apart")


def _other_identifiers(one: Profile, other: Profile) -> bool:
    """Whether a data set that names each film once has two names for the two.

    Wikipedia is none: its pages move, so that one film has several names there.
    """
    mine = {page.partition(":")[0] for page in one.pages if not page.startswith(_PAGES)}
    theirs = {page.partition(":")[0] for page in other.pages if not page.startswith(_PAGES)}
    return bool(mine & theirs)


def _by_title(one: Profile, other: Profile, apart: int | None) -> Verdict:
    if apart is not None and apart > NEAR_YEARS:
        return _NOTHING
    shared = one.people & other.people
    if shared:
        level = Level.NAMES_YEAR if apart == 0 else Level.NAMES_NEAR
        return Verdict(level, f"same title and about the same year, both with {min(shared)}")
    if apart is None:
        return Verdict(Level.DOUBT, "same title, but one has no year and they share no name")
    against = _against(one, other)
    if against:
        return Verdict(Level.DOUBT, f"same title, {_years(apart)}, but {against}")
    return _title_alone(one.main == other.main, apart)


def _title_alone(main: bool, apart: int) -> Verdict:
    if main:
        level = Level.TITLE_YEAR if apart == 0 else Level.TITLE_NEAR
        return Verdict(level, f"same title, {_years(apart)}")
    if apart == 0:
        return Verdict(Level.OTHER_TITLE_YEAR, "same year, and another title of one is the title")
    return Verdict(Level.DOUBT, "another title of one is the title, but a year apart")


def _years(apart: int) -> str:
    return "same year" if apart == 0 else "a year apart"


def _against(one: Profile, other: Profile) -> str:
    """What speaks against one film under one title; `''` if nothing does."""
    if one.directors and other.directors and not _near_names(one.directors, other.directors):
        return "other directors"
    if _strangers(one.cast, other.cast):
        return "nobody of the cast in common"
    mine, theirs = _noted_years(one.pages), _noted_years(other.pages)
    if mine and theirs and min(abs(a - b) for a in mine for b in theirs) > NEAR_YEARS:
        return "their pages name other years"
    return ""


def _strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two casts, each of two names or more, have nobody in common."""
    return min(len(one), len(other)) > 1 and not _near_names(one, other)


def _near_names(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a name stands in both, an initial or a middle name aside."""
    return bool(one & other) or bool(_short_names(one) & _short_names(other))


def _short_names(names: Iterable[str]) -> set[tuple[str, str]]:
    short = set()
    for name in names:
        words = [word for word in name.split() if word not in _SUFFIXES]
        if words:
            short.add((words[0][0], words[-1]))
            short.add((words[0], words[1] if len(words) > 1 else ""))
    return short


def _noted_years(pages: Iterable[str]) -> set[int]:
    """Years in the notes of page names: 1951 of `The_Thing_(1951_film)`."""
    notes = (match[1] for page in pages if (match := _PAGE_NOTE.search(page)))
    return {int(year) for note in notes for year in _YEAR.findall(note.replace("_", " "))}


def _alike(one: Profile, other: Profile) -> bool:
    return any(_titles_alike(a, b) for a in one.keys for b in other.keys)


def _titles_alike(one: str, other: str) -> bool:
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short + " ") or one.replace(" ", "") == other.replace(" ", ""):
        return True
    return fuzz.ratio(one, other) >= ALIKE
