"""Names out of cast lists that were cut at links: brackets, prizes, writers, half phrases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filmgraph.names import has_letters, one_line

__all__ = ["CastName", "cast_names"]

_FOOTNOTE = re.compile(r"\[[^\]]*\]|\]\]?$|^\[+")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
_SUFFIXED = re.compile(r",? (Jr|Sr)\.?$")
_NUMBERED = re.compile(r", (II|III|IV)$")
_IN_BRACKETS = re.compile(r" ?\(([^()]*)\)$")
_CREW = re.compile(
    r"\b(?:screen\w*|acreenplay|writers?|written|teleplay|story|book|novel|script|director|"
    r"producer|produced)\)?$",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"^(?:and|&|with|the|of|cast:?|unknown|dir\.:.*|featuring|starring|many cameos|none|various)$",
    re.IGNORECASE,
)
_NARRATED = re.compile(r"^\(?narrat(?:ed by|or)\)?:?$", re.IGNORECASE)
_VOICES_NEXT = re.compile(r"^\(?(?:(?:the )?voices? of|narrated by)\)?:?$", re.IGNORECASE)
_VOICES_ALL = re.compile(r"^\((?:as )?voices\)$", re.IGNORECASE)
_PRIZE = re.compile(r"\bAward\b|\bBest (?:Supporting )?Act(?:or|ress)\b|\bnominee\b")
_STAGE_NAME = re.compile(r"^[a-z]+(?:\.|[A-Z])")
_SHORT_LIST = 3
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class CastName:
    """A person of a cast list; `is_voice` and `role` where the list says so."""

    name: str
    role: str | None = None
    is_voice: bool = False


def cast_names(entries: Sequence[str]) -> list[CastName]:
    """The persons of a cast list in billing order, each once.

    Examples
    --------
    >>> [one.name for one in cast_names(["Lon Chaney", "Noah Beery", "Sr.", "and", ".", "[a]"])]
    ['Lon Chaney', 'Noah Beery Sr.']
    >>> cast_names(["the life of", "Kurt Gerron"])
    []
    """
    cleaned: Sequence[str] = [one_line(_FOOTNOTE.sub("", entry)) for entry in entries]
    cleaned = _without_description(_without_crew(cleaned))
    all_voices = any(_VOICES_ALL.match(entry) for entry in cleaned)
    found: dict[str, CastName] = {}
    last = ""
    voice = False
    for entry in cleaned:
        voice = voice or bool(_VOICES_NEXT.match(entry))
        if _SUFFIX.match(entry) and last:
            joined = f"{last} {entry.rstrip('.')}" + ("." if entry[0] in "JS" else "")
            found = {(joined if name == last else name): one for name, one in found.items()}
            found[joined] = CastName(joined, found[joined].role, found[joined].is_voice)
            last = joined
        elif person := _person(entry, is_voice=voice or all_voices):
            last = person.name
            found.setdefault(last, person)
    return list(found.values())


def _person(entry: str, *, is_voice: bool) -> CastName | None:
    role = None
    if said := _IN_BRACKETS.search(entry):
        role = "narrator" if "narrat" in said[1].lower() else None
        entry = entry[: said.start()]
    entry = entry.removeprefix("and ").strip()
    entry = _NUMBERED.sub(r" \1", _SUFFIXED.sub(r" \1.", entry))
    if _is_junk(entry) or (entry[0].islower() and not _STAGE_NAME.match(entry)):
        return None
    return CastName(entry, role, is_voice)


def _is_junk(entry: str) -> bool:
    return (
        not has_letters(entry)
        or entry[0] in "(."
        or len(entry.split()) > _MOST_WORDS
        or (entry.endswith(")") and "(" not in entry)
        or entry.endswith("(")
        or _PRIZE.search(entry) is not None
        or _LINKS.match(entry) is not None
        or _NARRATED.match(entry) is not None
        or _VOICES_NEXT.match(entry) is not None
        or _SUFFIX.match(entry) is not None
    )


def _without_crew(entries: Sequence[str]) -> Sequence[str]:
    """What stands after the last note such as "(screenwriters)": crew is named before it."""
    marks = [index for index, entry in enumerate(entries) if _is_crew_mark(entry)]
    return entries[marks[-1] + 1 :] if marks else entries


def _is_crew_mark(entry: str) -> bool:
    bracketed = ")" in entry or entry.startswith("(") or entry in ("produced", "written")
    return bracketed and _CREW.search(entry) is not None


def _without_description(entries: Sequence[str]) -> Sequence[str]:
    """The list, less what is no cast but says what a documentary is about."""
    for index, entry in enumerate(entries):
        if _is_phrase(entry):
            return [] if index == 0 or len(entries) <= _SHORT_LIST else entries[:index]
    return entries


def _is_phrase(entry: str) -> bool:
    return (
        entry[:1].islower()
        and not _STAGE_NAME.match(entry)
        and not entry.startswith("and ")
        and not (_LINKS.match(entry) or _VOICES_NEXT.match(entry) or _NARRATED.match(entry))
        and not entry.endswith(")")
    )
