"""Story curves: films scene by scene, with the order of the film and the order of the story.

Source: Story Curves by Nam Wook Kim and others (IEEE VIS 2017), made of screenplays.
Licence: MIT.
Where to get it: the files `*_simple.json` of https://github.com/namwkim/storycurve.

A scene is an event: who speaks in it, where it plays if the screenplay's heading says so cleanly,
and its place in both orders.  What happens in it is not told.  Names that are none (`Voice`,
`Everyone`, `Mcmanijs`) and headings that are no places (`Car Moving`, `Continuous`) are left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from rapidfuzz import fuzz

from filmgraph.errors import SourceError
from filmgraph.intake import Refused, Skipped, files, read_text
from filmgraph.names import fold, has_letters, one_line
from filmgraph.record import (
    Character,
    Event,
    FilmRecord,
    Level,
    Participant,
    Setting,
    Source,
    Telling,
    TellingMode,
    Title,
)
from filmgraph.text.scenes import scene_ids, scene_levels

SOURCE = Source(
    name="story-curves",
    title="Story Curves",
    url="https://github.com/namwkim/storycurve",
    licence="MIT",
)
OPTIONS: dict[str, str] = {}

LARGEST: Final = 16 * 2**20
FILMS: Final = {
    "500_days_of_summer_simple": ("(500) Days of Summer", 2009),
    "annie_hall_simple": ("Annie Hall", 1977),
    "eternal_sunshine_of_the_spotless_mind_simple": (
        "Eternal Sunshine of the Spotless Mind",
        2004,
    ),
    "fight_club_simple": ("Fight Club", 1999),
    "memento_simple": ("Memento", 2000),
    "pulp_fiction_simple": ("Pulp Fiction", 1994),
    "reservoir_dogs_simple": ("Reservoir Dogs", 1992),
    "usual_suspects_simple": ("The Usual Suspects", 1995),
}
"""File: title and year of its film, which the files do not tell."""

# Names that are no character's.
_NOBODY: Final = re.compile(
    r"\b(?:voices?|voice ?over|narrator|announcer|others?|everyone|everybody|both|all|somebody"
    r"|cartoon figure|pov|crowd)\b|(?<=\w)over$|\bon (?:tv|the tv|machine|screen)\b",
    re.IGNORECASE,
)
_AGED: Final = re.compile(r"(?:young|younger|adult|old|older) (\S.*)", re.IGNORECASE)
_WHAT_ONE_IS: Final = """
    man men woman women girl girls boy boys kid kids child children doctor nurse cop officer sheriff
    waiter waitress bartender receptionist clerk driver agent reporter teacher actor actress comic
    comedian mother father mom dad uncle aunt wife husband son daughter friend stranger date patron
    pedestrian gawker manager boss leader coworker employee intern doorman mechanic opponent
    detective technician attendant speaker valet proprietor worker workers monkey monkeys yuppie
    seminarian douche writer psychiatrist conductor blonde redhead flattop baldy tattooist plumber
    sportscaster preacher buddy entourage spirit queen penguin tfm robe sofa phone street line white
    force
"""
_UNNAMED: Final = frozenset(_WHAT_ONE_IS.split())
"""Last words of names that say what someone is and not who."""
_TITLE: Final = re.compile(r"(?:mr|mrs|miss|ms|dr|capt|sgt)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\d")
_OFTEN: Final = 8
_ALIKE: Final = 70

# Headings that are no places.
_NO_PLACE: Final = re.compile(
    r"[/\d]| {2}| - |-$|^\W|\b(?:moving|parked|stopped|raining|continuous|day|morning"
    r"|night(?! ?club)|dusk|dawn|flashback|motion|flight|on ground|aerial|split ?screen|vague"
    r"|monologue|skyline|overlooking|behind|in front)\b|^(?:nd|th|st|rd)\b|\b(?:nd|th|rd) floor\b",
    re.IGNORECASE,
)
_ANY_PLACE: Final = frozenset(
    {
        "alley",
        "another wing",
        "building",
        "car",
        "city street",
        "city streets",
        "corridor",
        "field",
        "hallway",
        "highway",
        "house",
        "movie",
        "party",
        "road",
        "room",
        "sidewalk",
        "street",
    }
)
"""Places that any film has."""
_TIMES: Final = {
    time: "by day" if time == "day" else f"at {time}" if time != "morning" else "in the morning"
    for time in ("day", "night", "dusk", "dawn", "sunset", "sunrise", "morning")
}
_MODES: Final[Mapping[str, TellingMode]] = {"flashback": "flashback", "jack's imagination": "dream"}
_TITLED_S: Final = re.compile(r"(?<=['’])S\b|(?<=\d)(?:St|Nd|Rd|Th)\b")


class Heading(msgspec.Struct):
    """What the screenplay writes over a scene."""

    location: str | None = None
    time: str | None = None


class Scene(msgspec.Struct):
    """A scene; both orders count from 0."""

    narrative_order: int
    story_order: int
    characters: list[str] = []
    scene_metadata: Heading = msgspec.field(default_factory=Heading)


class Script(msgspec.Struct):
    """A screenplay in scenes."""

    scenes: list[Scene]
    title: str = ""


class Curve(msgspec.Struct):
    """A file."""

    script_info: Script


def read(
    paths: Sequence[Path], options: Mapping[str, str]
) -> Iterator[FilmRecord | Refused | Skipped]:
    """One film a file; names and places that are none are left out and counted."""
    for path in files(paths, (".json",)):
        try:
            script = read_script(path)
        except SourceError as error:
            yield Refused(path.name, str(error))
            continue
        script.scenes.sort(key=lambda scene: scene.narrative_order)
        people, dropped = characters_of(script.scenes, script.title)
        for name in dropped:
            yield Skipped(f"{path.name}: {name}", "a name that is no character's")
        places = {heading_of(scene): place_of(scene) for scene in script.scenes}
        for heading, place in places.items():
            if heading and place is None:
                yield Skipped(f"{path.name}: {heading}", "a heading that is no place")
        yield film_of(path.stem, script, people)


def read_script(path: Path) -> Script:
    """The screenplay in a file."""
    try:
        script = msgspec.json.decode(read_text(path, LARGEST), type=Curve).script_info
    except (msgspec.MsgspecError, RecursionError) as error:
        raise SourceError(f"This is no story curve: {error}.") from None
    for order in ("narrative_order", "story_order"):
        places = [getattr(scene, order) for scene in script.scenes]
        if sorted(places) != list(range(len(places))):
            raise SourceError(f"The scenes are not counted from 0 by {order}.")
    if not script.scenes:
        raise SourceError("There is no scene.")
    return script


def spelt(name: str) -> str:
    """A name as it is written: `Alvy'S Uncle` is Alvy's uncle; stray ends are cut off."""
    plain = one_line(_TITLED_S.sub(lambda found: found.group().lower(), name)).rstrip(" ,-")
    # The point of `Jr.` and `B.M.` is part of the name.
    ends = plain.endswith(".") and plain.count(".") == 1 and not plain.endswith(("Jr.", "Sr."))
    return plain.rstrip(" .") if ends else plain


def characters_of(
    scenes: Sequence[Scene], title: str
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Each name of the screenplay: the characters it stands for; and the names dropped."""
    counts = Counter(name for scene in scenes for name in scene.characters)
    sound = [name for name in counts if _is_sound(name, title)]
    often: dict[str, str] = {}  # folded without spaces: the spelling that is taken
    for name in sorted(sound, key=lambda name: (name.count(" "), -counts[name], name)):
        often.setdefault(fold(spelt(name)).replace(" ", ""), spelt(name))
    found: dict[str, tuple[str, ...]] = {}
    for name in counts:
        if name not in sound or _is_misspelt(name, counts):
            continue
        found[name] = tuple(_stands_for(spelt(name), often))
    return found, [name for name in counts if not found.get(name)]


def _is_sound(name: str, title: str) -> bool:
    if not has_letters(name) or "   " in name or _NOBODY.search(name):
        return False
    return fold(name) != fold(title) or not title


def _is_misspelt(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a rare name is nearly one that is named again and again."""
    mine = fold(name)
    return any(
        count >= _OFTEN * counts[name]
        and mine.count(" ") == fold(other).count(" ")
        and mine != fold(other)
        and fuzz.ratio(mine, fold(other)) >= _ALIKE
        for other, count in counts.items()
    )


def _stands_for(name: str, often: Mapping[str, str]) -> Iterator[str]:
    """The characters of a name: two where it joins two, the same one at another age."""

    def taken(text: str) -> str | None:
        return often.get(fold(text).replace(" ", ""))

    joined = [taken(part) for part in re.split(r" and ", name, flags=re.IGNORECASE)]
    aged = _AGED.fullmatch(name)
    if len(joined) > 1:
        yield from (one for one in joined if one is not None) if all(joined) else ()
    elif aged is not None and (same := taken(aged.group(1))) is not None:
        yield same
    else:
        yield taken(name) or name


def heading_of(scene: Scene) -> str:
    """The place in the heading as the file has it."""
    return scene.scene_metadata.location or ""


def place_of(scene: Scene) -> str | None:
    """The place in the heading, where it is clean."""
    written = heading_of(scene).strip()
    place = spelt(written)
    if not has_letters(place) or _NO_PLACE.search(written) or place.casefold() in _ANY_PLACE:
        return None
    return place


def film_of(stem: str, script: Script, people: Mapping[str, tuple[str, ...]]) -> FilmRecord:
    """The film of a screenplay."""
    title, year = FILMS.get(stem, (plain_title(script.title) or stem, None))
    who = [sorted_names(scene, people) for scene in script.scenes]
    labels = [label(scene, names) for scene, names in zip(script.scenes, who, strict=True)]
    levels = scene_levels(labels, [scene.story_order for scene in script.scenes])
    ids = scene_ids(levels)
    other = plain_title(script.title)
    return FilmRecord(
        key=stem,
        title=title,
        year=year,
        other_titles=(Title(text=other),) if other and fold(other) != fold(title) else (),
        characters=tuple(
            Character(name=name, kind="unnamed" if is_unnamed(name) else "named", level=level)
            for name, level in first_levels(who, levels)
        ),
        settings=tuple(
            Setting(place=name, level=level)
            for name, level in first_levels(
                [[place] if place else [] for place in map(place_of, script.scenes)], levels
            )
        ),
        events=tuple(
            Event(
                id=ids[place],
                what=labels[place],
                who=tuple(Participant(character=name) for name in who[place]),
                place=place_of(scene),
                level=levels[place],
                story_order=scene.story_order + 1,
                tellings=(Telling(index=place + 1, mode=mode_of(scene)),),
            )
            for place, scene in enumerate(script.scenes)
        ),
    )


def plain_title(title: str) -> str:
    """A title whose article stands before it."""
    start, comma, article = one_line(title).rpartition(", ")
    return f"{article} {start}" if comma and article in ("The", "A", "An") else one_line(title)


def sorted_names(scene: Scene, people: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The characters of a scene, each once, in the order of the file."""
    return list(dict.fromkeys(one for name in scene.characters for one in people.get(name, ())))


def label(scene: Scene, names: Sequence[str]) -> str:
    """Who is where: `Leonard and Natalie, Ferdy's Bar, at night`."""
    *most, last = names or ["a scene"]
    who = f"{', '.join(most)} and {last}" if most else last
    time = _TIMES.get((scene.scene_metadata.time or "").strip(" .").casefold(), "")
    text = ", ".join(filter(None, (who, place_of(scene), time)))
    return text[0].upper() + text[1:]


def mode_of(scene: Scene) -> TellingMode:
    """How the scene is told, where the heading says so."""
    return _MODES.get(spelt(scene.scene_metadata.time or "").casefold(), "scene")


def is_unnamed(name: str) -> bool:
    """Whether a name says what someone is and not who."""
    if _NUMBERED.search(name):
        return True
    return not _TITLE.match(name) and fold(name).split(" ")[-1] in _UNNAMED


def first_levels(
    said: Sequence[Iterable[str]], levels: Sequence[Level]
) -> Iterator[tuple[str, Level]]:
    """Each name, and the level from which on the first scene that has it may be seen."""
    first: dict[str, Level] = {}
    for names, level in zip(said, levels, strict=True):
        for name in names:
            if first.get(name) != "plot":
                first[name] = level
    yield from first.items()
