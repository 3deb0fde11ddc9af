"""Who directed and who wrote a film, from the first sentences of an encyclopedia's article.

Made for being right rather than complete: a sentence that may speak of another film (a remake's
original, an earlier version), a name that may be a studio's, a list that ends in an unknown way
is passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmgraph.names import one_line

__all__ = ["Makers", "first_sentences", "is_american", "makers"]

_SENTENCES = 5
_LENGTH = 2_000

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_INITIALS = rf"[{_UP}]\.(?:[- ]?[{_UP}]\.)*"
_ABBREVIATED = r"(?:St|Wm|Chas|Geo|Dr|Jos|Thos)\."
_WORD = rf"(?!(?:Jr|Sr)\b)(?:[dDOL]['’]|de|le|[Aa]l-|[Ee]l-)?[{_UP}][\w'’-]*"
_TOKEN = rf"(?:{_ABBREVIATED}|{_INITIALS}|{_WORD})"
_PARTICLE = (
    r"(?:de la|de los|van der|van den|von|van|de|del|della|di|da|dos|du|la|le|el|bin|ibn|ter|ten|"
    r"den|der|y|zu|af)"
)
_NICKNAME = rf"(?:[\"“'‘][{_UP}0-9][\w.$-]*(?: [\w.$-]+)?[\"”'’])"
_SUFFIX = r"(?:,? (?:Jr|Sr)\.|,? (?:II|III|IV)\b)"
_NAME = re.compile(rf"{_TOKEN}(?: (?:{_PARTICLE} )?(?:{_NICKNAME} )?{_TOKEN}){{1,5}}{_SUFFIX}?")
_SIBLINGS = re.compile(rf"({_WORD}) and ({_WORD}) ((?:{_PARTICLE} )?{_WORD})(?= |[.,;]|$)")

# Capitalised words that are no part of a person's name: anywhere in it, and at its beginning.
_NO_NAME = re.compile(
    r"\b(?:Pictures?|Studios?|Productions?|Company|Corporation|Films?|Entertainment|Inc|Brothers|"
    r"Bros|University|Universal|Paramount|Goldwyn-Mayer|Columbia|Republic|RKO|(?<!Walt )Disney|"
    r"Monogram|Vitagraph|Biograph|Academy|Award\S*|Oscar-\S+|Emmy\S*|Grammy\S*|Starring|"
    r"Written|Produced|Directed|Based|Released|Distributed|Screenplay|Technicolor|CinemaScope|"
    r"Hollywood|Broadway|New York|Los Angeles|HBO|Netflix|NBC|CBS|ABC|Animation|Television|"
    r"Theatre|Theater|Group|Media|Channel|Network)\b"
    r"|['’]s?(?: |$)|\b(?:It|The|This|He|She)$"
    r"|^(?:The|It|In|On|Set|With|This|His|Her|Its|As|An|A(?!\.)|And|From|For|During|After|Most|"
    r"Many|Some|American|British|English|French|German|Italian|Spanish|Canadian|Australian|Irish|"
    r"Scottish|Hungarian|Polish|Russian|Danish|Swedish|Japanese|Chinese|Korean|Indian|Mexican|"
    r"Brazilian|Israeli|Hong Kong|Golden|Emmy|Grammy|Warner|Metro|Universal|Academy)\b"
)
_VERB = (
    r"(?:(?:co|re|executive|self)-? ?)?(?:directed|written|produced|edited|scripted|shot|"
    r"photographed|filmed|animated|scored|narrated|adapted|created|storyboarded|conceived|"
    r"composed|designed|choreographed|hosted|financed|starring)"
)
_AND = r"(?:,? (?:and|&|as well as) (?:also )?|, |/)"
_CHAIN = re.compile(
    rf"\b({_VERB}(?: by)?(?:{_AND}{_VERB}(?: by)?)*)(?: by)?(?:,? and (?:also )?(?:co-)?starring)?"
    r"(?<=by|ng),? ",
    re.IGNORECASE,
)
_DEBUT = re.compile(r"\bdirectorial debut (?:of|by|for|from) ", re.IGNORECASE)
_KIND_OF_PERSON = (
    r"(?:directors?|filmmakers?|film-makers?|newcomers?|brothers|sisters|siblings|duo|team|"
    r"debutants?|veterans?|animators?|auteur|screenwriters?|playwrights?|writers?|novelists?|"
    r"cinematographers?|pioneers?|producers?|film makers?|comedians?|cartoonists?|artists?|"
    r"photographers?)"
)
_NATION = (
    r"(?:American|British|English|French|German|Italian|Spanish|Canadian|Australian|Irish|"
    r"Scottish|Hungarian|Polish|Russian|Danish|Swedish|Japanese|Chinese|Korean|Indian|Mexican|"
    r"Brazilian|Israeli|Hong Kong)"
)
_LEAD = re.compile(
    rf"(?:the )?(?:(?!and\b)(?:[a-z][\w’'-]*|{_NATION}|[A-Z]\w+-(?:winning|nominated)) ){{0,4}}"
    rf"{_KIND_OF_PERSON},? "
)
_BY_DIRECTOR = re.compile(
    rf"\b(?:by|from) (?=(?:the )?(?:(?!and\b)(?:[a-z][\w’'-]*|{_NATION}) ){{0,3}}"
    rf"(?:directors?|filmmakers?|film-makers?) [{_UP}])"
)
_THEN_WRITTEN = re.compile(
    r"(?:,? and|,)? ?(?:(?:was|were) )?(?:co-)?(?:written|scripted) by "
    r"|,? (?:and )?from (?:a|an|the|his|her) (?:original )?(?:screenplay|script)"
    r"(?: (?:co-)?written)? by ",
)

_SEPARATOR = re.compile(r",? (?:and|&) |, ")

# What follows a list of names; anything else may mean that the names were misread.
_AFTER = re.compile(
    r"$|[.;:,)\]—–]| \(| [-–—] | (?:and|with|for|from|starring|in|on|at|based|that|which|who|about|"
    r"as|to|under|featuring|after|during|before|using|through|via|set|distributed|released|"
    r"produced|written|shot|filmed|adapted|made|where|while|when|over|was|is|stars|starred|it|"
    r"without|loosely|of|but|whose|out|into|inspired|entirely|exclusively|also|"
    r"depicting|telling|chronicling|concerning|documenting|focusing|following|"
    r"described|presented|known|co-starring|co-written|co-produced|the|a|an|his|her)\b"
)
# A sentence that may speak of another film.
_OTHER = re.compile(
    r"\b(?:remake|sequel|prequel|follow-up|followup|reboot|spin-?off|parody|spoof|version|"
    r"companion|reimagining|remade|adaptation|adapted|based|inspired|previous|previously|earlier|"
    r"original|originally|later|subsequent|successor)\b",
    re.IGNORECASE,
)
_ANOTHER_FILM = re.compile(r"\b(?:films?|movies?|series|serials?|silent|\d{4}|version)\b")
_NO_MAKER = re.compile(
    r"(?:\b(?:music|musical numbers?|dances?|sequences?|scenes?|second unit|footage|segments?|"
    r"episodes?|stunts?|choreography|play|production of|stage|pilot|to be|not|never|being|often|"
    r"partly|partially|reportedly|allegedly|possibly|uncredited|songs?|lyrics|score|"
    r"novel|book|story|memoir|article|poem|series)(?: (?:was|were|is|are))?,? ?)$",
    re.IGNORECASE,
)
_FILM = (
    r"(?:it|(?:the|this) (?:[\w-]+ ){0,4}?(?:film|movie|picture|short|serial|feature|production|"
    r"documentary|cartoon|comedy|drama|western|melodrama|screenplay))"
)
_ABOUT_IT = re.compile(rf"^(?:$|{_FILM}\b[^\"“]{{0,150}}$)", re.IGNORECASE)
_SAYS_IT = re.compile(
    rf"(?:^|, ){_FILM} (?:was|is)(?: [a-z]+ed(?: by [^,]+)? and)? $", re.IGNORECASE
)
_BOUNDARY = re.compile(r"(?<=[a-z0-9)\]\"”'’])\.\s+(?=[A-Z\"“])|(?<=[A-Z]{2})\.\s+(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"\b(?:Jr|Sr|St|Dr|Mr|Mrs|Ms|vs|Bros|Inc|Co|Ltd|Wm|Chas|Geo|Lt|Col|Sgt|Capt|Gen|Rev|Prof|Vol|"
    r"No|Ft|Mt|Jos|Thos|Corp|Maj)$"
)
_AMERICAN = re.compile(
    r"^[^.]{0,160}?\b(?:is|was|are|were) (?:an? |the )?(?:[\w,'’–/-]+ ){0,5}?American\b"
    r"(?! (?:International|Civil|football|Revolution|Indian|Legion|Broadcasting|Film Institute)"
    r"|[-–/])"
)
_NOT_THE_COUNTRY = re.compile(
    r"\b(?:African|Native|Latin|South|Central|Mexican|Italian|Asian|Pan|Anglo|Canadian|British|"
    r"French|German|Chinese|Japanese|Irish|North)[- ]American\b"
)


@dataclass(frozen=True, slots=True)
class Makers:
    """Who made a film, in the order of the text.

    Attributes
    ----------
    directors, writers : tuple of str
    """

    directors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()


def first_sentences(text: str) -> tuple[str, ...]:
    """The first sentences of an article, five at most, each on one line.

    Examples
    --------
    >>> first_sentences("Mr. Ace is a film by Edwin L. Marin. It stars George Raft.")
    ('Mr. Ace is a film by Edwin L. Marin', 'It stars George Raft.')
    """
    found: list[str] = []
    for piece in _BOUNDARY.split(one_line(text[:_LENGTH])):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += ". " + piece
        else:
            found.append(piece)
    return tuple(found[:_SENTENCES])


def makers(sentences: Sequence[str]) -> Makers:
    """Directors and writers, where the text says it for certain.

    Parameters
    ----------
    sentences : sequence of str
        The first sentences of an article about a film.

    Examples
    --------
    >>> makers(["Dusk is a 1990 film written by Ann Lee and directed by Joe and Max Roe."])
    Makers(directors=('Joe Roe', 'Max Roe'), writers=('Ann Lee',))
    >>> makers(["Dusk is a 1990 remake of the 1931 film directed by Max Roe."])
    Makers(directors=(), writers=())
    """
    for index, sentence in enumerate(sentences):
        found = _in_sentence(sentence, is_first=index == 0)
        if found is not None:
            return found
    return Makers()


def _in_sentence(sentence: str, *, is_first: bool) -> Makers | None:
    for match, also_wrote in _mentions(sentence):
        before = sentence[: match.start()]
        if not _speaks_of_it(before, is_first=is_first):
            continue
        directors, end = _names(sentence, match.end())
        if not directors:
            continue
        writers = directors
        if not also_wrote:
            writers = _writers(sentence, match.start(), end, directors)
        return Makers(directors, writers)
    return None


def _mentions(sentence: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Where a sentence names directors, and whether those also wrote."""
    found = []
    for match in _CHAIN.finditer(sentence):
        verbs = match[1].lower()
        if "directed" in verbs:
            found.append((match, "written" in verbs or "scripted" in verbs))
    found += [(match, False) for match in _DEBUT.finditer(sentence)]
    found += [(match, False) for match in _BY_DIRECTOR.finditer(sentence)]
    yield from sorted(found, key=lambda pair: pair[0].start())


def _speaks_of_it(before: str, *, is_first: bool) -> bool:
    if _NO_MAKER.search(before):
        return False
    if _SAYS_IT.search(before):
        return True
    if not is_first:
        return bool(_ABOUT_IT.match(before)) and not _OTHER.search(before)
    others = list(_OTHER.finditer(before))
    if not others or re.search(r",(?: and)? ?$", before):
        return True
    return not _ANOTHER_FILM.search(before[others[-1].start() :].removeprefix(others[-1][0]))


def _names(sentence: str, start: int, known: Sequence[str] = ()) -> tuple[tuple[str, ...], int]:
    """The persons of a list that begins at `start`, and where it ends; none if in doubt.

    A surname alone means the person of that surname among those `known`.
    """
    if lead := _LEAD.match(sentence, start):
        start = lead.end()
    pair = _SIBLINGS.match(sentence, start)
    if pair is not None and not _NO_NAME.search(pair[0]):
        names, end = _pair(sentence, pair, known), pair.end()
    else:
        names, end = _list(sentence, start)
    return (names, end) if names and _AFTER.match(sentence, end) else ((), start)


def _pair(sentence: str, pair: re.Match[str], known: Sequence[str]) -> tuple[str, ...]:
    """The two of "Joel and Ethan Coen", or of "Coen and Max Roe" where a Coen was named before."""
    first, second = f"{pair[1]} {pair[3]}", f"{pair[2]} {pair[3]}"
    if not re.search(rf"\b{re.escape(pair[1])}\b", sentence[: pair.start()]):
        return (first, second)
    meant = [name for name in known if name.endswith(f" {pair[1]}")]
    return (meant[0], second) if len(meant) == 1 else ()


def _list(sentence: str, start: int) -> tuple[tuple[str, ...], int]:
    """The names of "A", "A and B" or "A, B and C"; of "A, B" only the first is certain."""
    sure: list[str] = []
    maybe: list[str] = []
    end = position = start
    while (match := _NAME.match(sentence, position)) and not _NO_NAME.search(match[0]):
        maybe.append(_tidy(match[0]))
        position = match.end()
        if not sure or _closed(sentence, match.start()):
            sure += maybe
            maybe = []
            end = position
        separator = _SEPARATOR.match(sentence, position)
        if separator is None:
            break
        position = separator.end()
    return tuple(dict.fromkeys(sure)), end


def _closed(sentence: str, start: int) -> bool:
    """Whether "and" stands before the name: only then do the commas before it part names."""
    return re.search(r"(?:and|&) $", sentence[:start]) is not None


def _tidy(name: str) -> str:
    return re.sub(r",? (Jr\.|Sr\.|II|III|IV)$", r" \1", name)


def _writers(sentence: str, start: int, end: int, directors: Sequence[str]) -> tuple[str, ...]:
    """Writers named right after the directors, or right before them."""
    if after := _THEN_WRITTEN.match(sentence, end):
        return _names(sentence, after.end(), directors)[0]
    for match in _CHAIN.finditer(sentence, 0, start):
        verbs = match[1].lower()
        if "written" not in verbs or _NO_MAKER.search(sentence[: match.start()]):
            continue
        names, stop = _names(sentence, match.end())
        if re.fullmatch(r",? (?:and )?", sentence[stop:start]):
            return names
    return ()


def is_american(sentence: str) -> bool:
    """Whether a first sentence calls the film American, and not also something else.

    Examples
    --------
    >>> is_american("Dusk is a 1990 American drama film directed by Max Roe.")
    True
    >>> is_american("Dusk is a 1990 British-American drama film.")
    False
    """
    return bool(_AMERICAN.match(sentence)) and not _NOT_THE_COUNTRY.search(sentence)
