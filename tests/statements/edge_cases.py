"""Each kind of edge, with the fields of a film that make one."""

from filmgraph.record import (
    Character,
    Company,
    Credit,
    Event,
    FilmRecord,
    FilmRelation,
    Motif,
    Participant,
    Relation,
    Setting,
    ThemeUse,
)

__all__ = ["CASES", "CREW", "MORE", "OTHER_FILMS", "TWO_EVENTS"]

CREW = (Character(name="Ripley"), Character(name="Ash"))
TWO_EVENTS = (
    Event(id="a", what="It hatches.", place="the Nostromo", who=(Participant(character="Ash"),)),
    Event(id="b", what="It grows.", after=("a",), during=("a",)),
)
MORE = {
    "APPEARS_IN": [("APPEARS_IN", "character/alien-1979/ripley", "film/alien-1979")],
    "HAPPENS_IN": [("HAPPENS_IN", "event/alien-1979/mine/b", "film/alien-1979")],
}
"""Kind of edge: those that the same fields make besides."""
OTHER_FILMS = (FilmRecord(key="b", title="Other", year=1951),)

CASES: dict[str, tuple[dict[str, object], str, str]] = {
    "ACTED_IN": ({"credits": (Credit(person="Ann", part="actor"),)}, "person/ann", "film"),
    "DIRECTED": ({"credits": (Credit(person="Ann", part="director"),)}, "person/ann", "film"),
    "WROTE": ({"credits": (Credit(person="Ann", part="writer"),)}, "person/ann", "film"),
    "PRODUCED": ({"credits": (Credit(person="Ann", part="producer"),)}, "person/ann", "film"),
    "COMPOSED": ({"credits": (Credit(person="Ann", part="composer"),)}, "person/ann", "film"),
    "SHOT": ({"credits": (Credit(person="Ann", part="cinematographer"),)}, "person/ann", "film"),
    "EDITED": ({"credits": (Credit(person="Ann", part="editor"),)}, "person/ann", "film"),
    "CONTRIBUTED_TO": (
        {"credits": (Credit(person="Ann", part="contributor"),)},
        "person/ann",
        "film",
    ),
    "PORTRAYS": (
        {"characters": CREW, "credits": (Credit(person="Ann", part="actor", character="Ash"),)},
        "person/ann",
        "character/alien-1979/ash",
    ),
    "APPEARS_IN": ({"characters": CREW}, "character/alien-1979/ash", "film"),
    "RELATED_TO": (
        {"characters": CREW, "relations": (Relation(who="Ash", what="foe of", whom="Ripley"),)},
        "character/alien-1979/ash",
        "character/alien-1979/ripley",
    ),
    "HAS_THEME": ({"themes": (ThemeUse(theme="fear", weight="major"),)}, "film", "theme/fear"),
    "SAID_OF": (
        {
            "characters": CREW,
            "themes": (ThemeUse(theme="fear", weight="major", characters=("Ash",)),),
        },
        "theme/fear",
        "character/alien-1979/ash",
    ),
    "HAS_MOTIF": ({"motifs": (Motif(name="cat"),)}, "film", "motif/alien-1979/cat"),
    "HAS_GENRE": ({"genres": ("horror",)}, "film", "genre/horror"),
    "SET_IN": ({"settings": (Setting(place="Nostromo"),)}, "film", "place/nostromo"),
    "SET_DURING": ({"settings": (Setting(period="2122"),)}, "film", "period/2122"),
    "REMAKE_OF": (
        {"film_relations": (FilmRelation(kind="remake of", title="Other", year=1951),)},
        "film",
        "film/other-1951",
    ),
    "SEQUEL_OF": (
        {"film_relations": (FilmRelation(kind="sequel of", title="Other", year=1951),)},
        "film",
        "film/other-1951",
    ),
    "BASED_ON": (
        {"film_relations": (FilmRelation(kind="based on", title="Other", year=1951),)},
        "film",
        "film/other-1951",
    ),
    "IN_SERIES": (
        {"film_relations": (FilmRelation(kind="in series", title="Aliens"),)},
        "film",
        "series/aliens",
    ),
    "MADE_IN": ({"countries": ("Chad",)}, "film", "place/chad"),
    "MADE_BY": ({"companies": (Company(name="Fox"),)}, "film", "organization/fox"),
    "DISTRIBUTED_BY": (
        {"companies": (Company(name="Fox", part="distribution"),)},
        "film",
        "organization/fox",
    ),
    "HAPPENS_IN": ({"events": TWO_EVENTS, "characters": CREW}, "event/alien-1979/mine/a", "film"),
    "TAKES_PART_IN": (
        {"events": TWO_EVENTS, "characters": CREW},
        "character/alien-1979/ash",
        "event/alien-1979/mine/a",
    ),
    "HAPPENS_AT": (
        {"events": TWO_EVENTS, "characters": CREW},
        "event/alien-1979/mine/a",
        "place/the-nostromo",
    ),
    "BEFORE": (
        {"events": TWO_EVENTS, "characters": CREW},
        "event/alien-1979/mine/a",
        "event/alien-1979/mine/b",
    ),
    "DURING": (
        {"events": TWO_EVENTS, "characters": CREW},
        "event/alien-1979/mine/b",
        "event/alien-1979/mine/a",
    ),
}
"""Kind of edge: the fields of a film that make one, its source and its target."""
