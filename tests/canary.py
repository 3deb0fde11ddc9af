"""A film that says at each level, in every kind of part, a word that names the level.

So a leak can be seen anywhere.
"""

from filmgraph.curtain import LEVELS
from filmgraph.record import (
    Character,
    Company,
    Credit,
    Detail,
    Event,
    Evidence,
    FilmRecord,
    FilmRelation,
    Identifier,
    Level,
    Link,
    Money,
    Motif,
    Participant,
    PlotStructure,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Structure,
    Telling,
    Text,
    ThemeUse,
    Title,
)

__all__ = ["canary_film"]

_STRUCTURES: dict[Level, PlotStructure] = {
    "open": "frame",
    "plot": "parallel strands",
    "ending": "reverse",
}
"""Words of a closed list hold no canary: each level has one of its own."""


def canary_film(key: str = "leaving", canary: str = "canary") -> FilmRecord:
    """A film of which every kind of part is said at each level.

    All text of level `plot` holds the word `plotcanary…`, all of level `ending` the word
    `endingcanary…`; what is open holds neither.
    """

    def word(level: Level, what: str) -> str:
        return f"{level}{canary} {what}" if level != "open" else f"plain {what}"

    def quotes(level: Level, what: str) -> tuple[Evidence, ...]:
        return (Evidence(quote=f"{word(level, what)} is a quote"),)

    at = {level: _parts_at(level, word, quotes) for level in LEVELS}
    return FilmRecord(
        key=key,
        title="Leaving Las Vegas",
        year=1995,
        url="https://example.org/leaving-las-vegas",
        other_titles=(Title(text="Adiós a Las Vegas", language="es"),),
        identifiers=(Identifier(scheme="imdb", value="tt0113627"),),
        runtime_minutes=111,
        languages=("English",),
        countries=("United States",),
        genres=("drama",),
        links=(Link(url="https://example.org/about"),),
        post_credit_scene=PostCreditScene(
            present=True, what=word("ending", "scene"), evidence=quotes("ending", "scene")
        ),
        **{  # type: ignore[arg-type]
            name: tuple(part for level in LEVELS for part in at[level].get(name, ()))
            for name in at["open"]
        },
    )


def _parts_at(level: Level, word, quotes) -> dict[str, tuple[object, ...]]:  # type: ignore[no-untyped-def]
    who, other = word(level, "person of a story"), word(level, "friend")
    later: Level = "plot" if level == "open" else "ending"
    return {
        "releases": (Release(date="1996-02-09", country=word(level, "land"), level=level),),
        "companies": (
            Company(name=word(level, "pictures"), level=level),
            Company(name=word(level, "releasing"), part="distribution", level=level),
        ),
        "money": (
            Money(kind="budget", amount=4, area=word(level, "area"), level=level),
            Money(kind="box office", amount=32, area=word(level, "area"), level=level),
        ),
        "details": (
            Detail(aspect=word(level, "aspect"), value=word(level, "camera"), level=level),
        ),
        "credits": (
            Credit(
                person=word(level, "player"),
                part="actor",
                role=word(level, "role"),
                character=who,
                billing=3,
                level=level,
                evidence=quotes(level, "credit"),
                person_id=Identifier(scheme="own", value=word(level, "number")),
            ),
            Credit(person=word(level, "maker"), part="director", level=level),
            # Who plays is known before whom they play.
            Credit(
                person=f"plain player before {level}",
                part="actor",
                role=word(level, "role"),
                character=who,
                evidence=quotes(level, "portrayal"),
            ),
        ),
        "characters": (
            Character(
                name=who,
                aliases=(word(level, "alias"),),
                traits=(word("plot" if level == "open" else level, "trait"),),
                level=level,
                evidence=(
                    *quotes(level, "character"),
                    Evidence(quote=word("ending", "last words"), part="ending"),
                ),
            ),
            Character(name=other, kind="unnamed", level=level),
        ),
        "relations": (
            Relation(
                who=who,
                what=word(level, "friend of"),
                whom=other,
                since=f"{later}{'canary'}-event",
                level=level,
                evidence=quotes(level, "relation"),
            ),
        ),
        "settings": (
            Setting(
                place=word(level, "city"),
                period=word(level, "years"),
                level=level,
                evidence=quotes(level, "setting"),
            ),
            # A place that is known before its time is.
            Setting(place="plain town", period=word(level, "season"), level=level),
        ),
        "themes": (
            ThemeUse(
                theme=word(level, "theme"),
                weight="major",
                motivation=word("ending", "motivation"),
                characters=(who,),
                level=level,
                evidence=quotes(level, "theme use"),
            ),
        ),
        "motifs": (
            Motif(
                name=word(level, "motif"),
                symbolises=(word(level, "meaning"),),
                level=level,
                evidence=quotes(level, "motif"),
            ),
        ),
        "events": _events_at(level, word, quotes, who),
        "structures": (Structure(kind=_STRUCTURES[level], level=level),),
        "film_relations": (
            FilmRelation(kind="based on", title=word(level, "novel"), level=level),
            FilmRelation(kind="in series", title=word(level, "series"), level=level),
        ),
        "texts": (
            Text(kind="synopsis", text=word(level, "synopsis"), level=level),
            Text(kind="extract", text=word(level, "extract"), level=level),
            Text(kind="plot", text=word(level, "plot"), level=level),
        ),
    }


def _events_at(level: Level, word, quotes, who: str) -> tuple[Event, ...]:  # type: ignore[no-untyped-def]
    name = "open-event" if level == "open" else f"{level}canary-event"
    return (
        Event(
            id=name,
            what=word(level, "event"),
            who=(Participant(character=who, part=word(level, "part")),),
            place="plain town",
            after=() if level == "open" else ("open-event",),
            during=() if level != "ending" else ("plotcanary-event",),
            tellings=(
                Telling(
                    index=LEVELS.index(level) + 1,
                    mode="dream",
                    strand=word("plot" if level == "open" else level, "strand"),
                ),
            ),
            level=level,
            evidence=quotes(level, "event"),
        ),
    )
