"""Where and when a film plays, as far as a sentence says so in as many words.

Only `the film is set in …` and `Set in …` count: a place that is merely named may be one that
people come from, talk of or never reach.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from filmgraph.names import fold
from filmgraph.record import Evidence, Setting
from filmgraph.text.motivations.lists import PLACE_NAMES
from filmgraph.text.motivations.words import THING_NOUNS, THINGS_OF
from filmgraph.text.sentences import sentences
from filmgraph.text.words import word_set

__all__ = ["read_settings"]

_SET: Final = re.compile(
    r"(?:(?:\A|(?<=[,;] ))(?:and )?(?:is )?[Ss]et"
    r"|\b(?:film|movie|story|plot|drama|action|it)(?:[’']s)? (?:is |was |are |were )?"
    r"(?:almost |in )?(?:\w+ly |part |also )?(?:set|takes place|took place))"
    r" (?P<where>(?:in|on|aboard|at|during)\b[^.;:!?()\n]*)"
)
_QUICK: Final = re.compile(r"\b[Ss]et (?:in|on|aboard|at|during)\b|\b(?:takes|took) place\b")
_END: Final = re.compile(
    r",? (?:when|where|which|that|whose|who|whom|with|after|before|during the|while|until|because"
    r"|as|caused|created|waged|built|made|ravaged|ruled|run|dominated|known|told|based"
    r"|and (?:was|is|has|had|shows|focuses|concerns|starring|stars|follows|tells|depicts))\b"
    r"|, (?!(?:in|on|at) |[A-Z])"
    r"|\bin the (?:aftermath|wake|midst|face|throes|shadow|days|lead-up)\b"
    r"|\bat the (?:time|turn|height|end|beginning|dawn)\b"
    r"|\bon (?:a|its|the) [\w-]*\b ?mission\b"
)
"""Where the words end that tell the place and the time."""
_CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*"
_NAME = rf"{_CAPITAL}(?: (?:of |the |of the |de |la |del |von )?{_CAPITAL})*(?: \d{{1,3}}\b)?"
_PLAIN: Final = re.compile(
    rf"(?P<link>\b(?:in|on|aboard|at|and|or|of|named|called)) "
    r"(?P<words>(?:(?!(?:of|in|on|at|aboard|from|to|and|by|between|for|named|called) )"
    r"[\w’'-]+,? ){0,7}?)"
    rf"(?P<name>{_NAME})(?P<rest>[’']s\b| [a-z-]+)?"
)
_PERIODS: Final = (
    re.compile(
        r"(?<!around )(?<!circa )(?<!about )"
        r"\b(?P<period>(?:1[0-9]|20|2[1-9]|3[0-9])\d\ds?)(?=[\s,]|\Z)"
    ),
    re.compile(
        r"\b(?P<period>(?:(?:early|mid|late)[ -]|first half of the )?\d{1,2}(?:st|nd|rd|th)"
        r"[ -]centur(?:y|ies)(?: BCE?)?)"
    ),
)
_COMPASS: Final = word_set("north south east west northwest northeast southwest southeast midwest")
_UNIONS: Final = (
    "united states",
    "united kingdom",
    "soviet union",
    "roman republic",
    "roman empire",
)
_DETERMINERS: Final = word_set("a an the its their this that some another various no")
_LINKS: Final = ("of", "named", "called")
_AFTER: Final = word_set("in of and during on at circa around near under")
_NO_PLACE: Final = word_set(
    "war wars revolution depression era age ages period movement rebellion crusades crusade "
    "holocaust occupation reformation renaissance christmas easter halloween thanksgiving god "
    "nazi nazis century empire's summer winter spring autumn day eve tribe order conspiracy "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday bc bce ad reconstruction plague "
    "death victorian edwardian elizabethan i ii iii iv"
)
_PEOPLES: Final = re.compile(r"(?:ean|ian|ish|ese|ican|iard|an)\Z")
_OF_PLACES: Final = THING_NOUNS - word_set(
    "area book brand comic compound cult device disease drama drug episode era festival film firm "
    "game gang language magazine mission movie musical newspaper novel operation organisation "
    "organization paper play poem program programme project race religion segment sequel series "
    "serum short show software song species stars story sub subplot substance system tribe tv "
    "vignette virus war weapon website company corporation conglomerate megacorporation outfit "
    "ballad band album aria army battle opera saga trilogy ideology philosophy society gas liquid "
    "metal chemical mineral element club team class dynasty cartel clan"
)
_NOT_SAID: Final = re.compile(
    r"\b(?:orbit\w*|not|never|supposed|reminiscent|parody|similar|like)\b"
)


def read_settings(
    motivations: Iterable[str], descriptions: Iterable[str] = ()
) -> tuple[Setting, ...]:
    """The places and times of which a text says that the film is set there.

    Parameters
    ----------
    motivations, descriptions : iterable of str
        What says why a theme is the film's, and what tells of the film.

    Examples
    --------
    >>> [one] = read_settings(["The film is set in foggy London in 1890."])
    >>> one.place, one.period
    ('London', '1890')
    >>> read_settings(["Ann came from Paris."])
    ()
    """
    found: dict[tuple[str, str], Setting] = {}
    for part, texts in (("motivation", motivations), ("plot", descriptions)):
        for text in texts:
            if _QUICK.search(text):
                _read(text, part, found)
    return _fullest(found)


def _read(text: str, part: str, found: dict[tuple[str, str], Setting]) -> None:
    for sentence in (one for line in text.split("\n") for one in sentences(line)):
        for place, period in _in_sentence(sentence):
            key = fold(place or ""), fold(period or "")
            evidence = (Evidence(quote=sentence, part=part),)
            found.setdefault(key, Setting(place=place, period=period, evidence=evidence))


def _fullest(found: dict[tuple[str, str], Setting]) -> tuple[Setting, ...]:
    """Without a place that is there with a period, and a period that is there with a place."""
    places = {place for place, period in found if place and period}
    periods = {period for place, period in found if place and period}
    return tuple(
        setting
        for (place, period), setting in found.items()
        if (place and period)
        or (place and place not in places)
        or (period and period not in periods)
    )


def _in_sentence(sentence: str) -> Iterator[tuple[str | None, str | None]]:
    for match in _SET.finditer(sentence):
        where = match["where"]
        end = _END.search(where)
        where = where[: end.start()] if end else where
        if _NOT_SAID.search(where):
            continue
        places, period = list(_places(where)), _period(where)
        yield from ((place, period) for place in places)
        if period and not places:
            yield None, period


def _period(where: str) -> str | None:
    found = [match["period"] for rule in _PERIODS for match in rule.finditer(where)]
    return found[0] if len(found) == 1 else None


def _places(where: str) -> Iterator[str]:
    for match in _PLAIN.finditer(where):
        name = re.sub(r"[’']s\Z|[.,]+\Z", "", match["name"])
        before = where[: match.start()].lower().split() if match["link"] in _LINKS else ()
        words = [*before, *match["words"].lower().replace(",", "").split()]
        if _goes_on(match["rest"] or "") and _is_place(name, match["link"], words):
            yield name


def _goes_on(rest: str) -> bool:
    """Whether the name is over: what follows it makes no adjective of it (`a Paris hotel`)."""
    return not rest or rest.strip() in _AFTER


def _is_place(name: str, link: str, words: Sequence[str]) -> bool:
    parts = fold(name).split()
    if not parts or parts == ["st"] or any(part in _NO_PLACE for part in parts):
        return False
    if " ".join(parts) in _UNIONS or parts[-1] in _COMPASS:
        return True
    if _PEOPLES.search(parts[-1]):
        return False
    if parts[-1] in PLACE_NAMES or parts[0] in PLACE_NAMES or parts[-1] in _OF_PLACES:
        return True
    if words and (words[-1] in _OF_PLACES or (link == "of" and words[-1] in THINGS_OF)):
        return True
    return link in ("in", "aboard", "and") and _DETERMINERS.isdisjoint(words)
