"""Each field of a film record, with the statements it makes: subject, predicate, object, level."""

from filmgraph.record import (
    Character,
    Company,
    Credit,
    Detail,
    Event,
    Evidence,
    FilmRelation,
    Identifier,
    Link,
    Money,
    Motif,
    Participant,
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

__all__ = ["FIELDS"]

ALIEN = "film/alien-1979"
VOICE = "portrayal/alien-1979/sigourney-weaver/voice"
RIPLEY = "character/alien-1979/ripley"
ASH = "character/alien-1979/ash"
CREW = (Character(name="Ripley"), Character(name="Ash"))
QUOTE = (Evidence(quote="It says so."),)

FIELDS: list[tuple[str, dict[str, object], str]] = [
    ("title", {}, f"{ALIEN} | rdfs:label | Alien | open"),
    ("class", {}, f"{ALIEN} | rdf:type | fg:Film | open"),
    ("year", {}, f"{ALIEN} | fg:year | 1979 | open"),
    (
        "record",
        {"url": "https://example.org/a"},
        """record/mine/alien-1979 | rdf:type | fg:FilmRecord | open
        record/mine/alien-1979 | fg:describes | film/alien-1979 | open
        record/mine/alien-1979 | dcterms:source | source/mine | open
        record/mine/alien-1979 | dcterms:identifier | a | open
        record/mine/alien-1979 | schema:url | https://example.org/a | open""",
    ),
    (
        "other titles",
        {"other_titles": (Title(text="Obcy", language="PL"),)},
        f"{ALIEN} | skos:altLabel | Obcy | open",
    ),
    (
        "identifiers",
        {"identifiers": (Identifier(scheme="imdb", value="tt0078748"),)},
        f"{ALIEN} | schema:identifier | imdb:tt0078748 | open",
    ),
    (
        "releases",
        {"releases": (Release(date="1979-05-25", country="Chad"), Release(date="1979-06"))},
        f"""{ALIEN} | schema:datePublished | 1979-05-25 | open
        {ALIEN} | schema:datePublished | 1979-06 | open
        {ALIEN} | fg:release | release/alien-1979/1979-05-25/chad | open
        release/alien-1979/1979-05-25/chad | rdf:type | schema:PublicationEvent | open
        release/alien-1979/1979-05-25/chad | schema:startDate | 1979-05-25 | open
        release/alien-1979/1979-05-25/chad | schema:location | place/chad | open""",
    ),
    ("runtime", {"runtime_minutes": 117}, f"{ALIEN} | fg:runtimeMinutes | 117 | open"),
    ("languages", {"languages": ("English",)}, f"{ALIEN} | schema:inLanguage | English | open"),
    (
        "countries",
        {"countries": ("Chad",)},
        f"""{ALIEN} | schema:countryOfOrigin | place/chad | open
        place/chad | rdf:type | schema:Place | open
        place/chad | rdfs:label | Chad | open""",
    ),
    (
        "genres",
        {"genres": ("horror",)},
        f"""{ALIEN} | schema:genre | genre/horror | open
        genre/horror | rdf:type | fg:Genre | open
        genre/horror | rdfs:label | horror | open""",
    ),
    (
        "companies",
        {"companies": (Company(name="Brandywine"), Company(name="Fox", part="distribution"))},
        f"""{ALIEN} | schema:productionCompany | organization/brandywine | open
        {ALIEN} | fg:distributor | organization/fox | open
        organization/fox | rdf:type | schema:Organization | open
        organization/fox | rdfs:label | Fox | open""",
    ),
    (
        "money",
        {"money": (Money(kind="box office", amount=9, currency="GBP", area="Chad"),)},
        f"""{ALIEN} | fg:boxOffice | money/alien-1979/box-office/9-gbp/chad | open
        money/alien-1979/box-office/9-gbp/chad | rdf:type | schema:MonetaryAmount | open
        money/alien-1979/box-office/9-gbp/chad | schema:value | 9 | open
        money/alien-1979/box-office/9-gbp/chad | schema:currency | GBP | open
        money/alien-1979/box-office/9-gbp/chad | schema:areaServed | Chad | open""",
    ),
    (
        "budget",
        {"money": (Money(kind="budget", amount=9),)},
        f"{ALIEN} | fg:budget | money/alien-1979/budget/9-usd | open",
    ),
    (
        "details",
        {"details": (Detail(aspect="shot on", value="film"),)},
        f"""{ALIEN} | fg:productionDetail | detail/alien-1979/shot-on/d0607f7a | open
        detail/alien-1979/shot-on/d0607f7a | rdf:type | schema:PropertyValue | open
        detail/alien-1979/shot-on/d0607f7a | schema:name | shot on | open
        detail/alien-1979/shot-on/d0607f7a | schema:value | film | open""",
    ),
    (
        "post-credit scene",
        {"post_credit_scene": PostCreditScene(present=True, what="A cat.")},
        f"""{ALIEN} | fg:hasPostCreditScene | true | open
        {ALIEN} | fg:postCreditScene | A cat. | ending""",
    ),
    (
        "no post-credit scene",
        {"post_credit_scene": PostCreditScene(present=False)},
        f"{ALIEN} | fg:hasPostCreditScene | false | open",
    ),
    (
        "portrayal",
        {
            "characters": CREW,
            "credits": (
                Credit(
                    person="Sigourney Weaver",
                    part="actor",
                    role="Ellen Ripley",
                    character="Ripley",
                    aspect="voice",
                    billing=1,
                    person_id=Identifier(scheme="imdb", value="nm0000244"),
                    evidence=QUOTE,
                ),
            ),
        },
        f"""person/sigourney-weaver | rdf:type | schema:Person | open
        person/sigourney-weaver | rdfs:label | Sigourney Weaver | open
        person/sigourney-weaver | schema:identifier | imdb:nm0000244 | open
        person/sigourney-weaver | fg:actedIn | film/alien-1979 | open
        {VOICE} | rdf:type | fg:Portrayal | open
        {VOICE} | fg:inFilm | film/alien-1979 | open
        {VOICE} | fg:portrayedBy | person/sigourney-weaver | open
        {VOICE} | fg:portrays | character/alien-1979/ripley | open
        {VOICE} | fg:creditedAs | Ellen Ripley | open
        {VOICE} | fg:aspect | fg:voice | open
        {VOICE} | fg:billing | 1 | open
        {VOICE} | fg:quote | It says so. | open""",
    ),
    (
        "characters",
        {
            "characters": (
                Character(name="Ripley", aliases=("Ellen",), traits=("officer",), evidence=QUOTE),
            )
        },
        f"""{RIPLEY} | rdf:type | fg:Character | open
        {RIPLEY} | fg:inFilm | {ALIEN} | open
        {RIPLEY} | rdfs:label | Ripley | open
        {RIPLEY} | skos:altLabel | Ellen | open
        {RIPLEY} | fg:characterKind | fg:namedCharacter | open
        {RIPLEY} | fg:trait | officer | plot
        {RIPLEY} | fg:quote | It says so. | open""",
    ),
    (
        "unnamed characters",
        {"characters": (Character(name="the crew", kind="group"),)},
        """character/alien-1979/the-crew | rdf:type | fg:Character | plot
        character/alien-1979/the-crew | fg:characterKind | fg:groupCharacter | plot""",
    ),
    (
        "relations",
        {
            "characters": CREW,
            "events": (Event(id="e", what="They meet.", level="ending"),),
            "relations": (
                Relation(who="Ash", what="foe of", whom="Ripley", since="e", evidence=QUOTE),
            ),
        },
        f"""relation/alien-1979/ash/foe-of/ripley | rdf:type | fg:CharacterRelation | plot
        relation/alien-1979/ash/foe-of/ripley | fg:inFilm | {ALIEN} | plot
        relation/alien-1979/ash/foe-of/ripley | rdfs:label | Ash foe of Ripley | plot
        relation/alien-1979/ash/foe-of/ripley | fg:who | {ASH} | plot
        relation/alien-1979/ash/foe-of/ripley | fg:relation | foe of | plot
        relation/alien-1979/ash/foe-of/ripley | fg:relationKind | fg:enmity | plot
        relation/alien-1979/ash/foe-of/ripley | fg:whom | {RIPLEY} | plot
        relation/alien-1979/ash/foe-of/ripley | fg:since | event/alien-1979/mine/e | ending
        relation/alien-1979/ash/foe-of/ripley | fg:quote | It says so. | plot""",
    ),
    (
        "settings",
        {
            "settings": (
                Setting(place="Nostromo", period="2122", premise=True, evidence=QUOTE),
                Setting(place="LV-426"),
            )
        },
        f"""{ALIEN} | fg:setting | setting/alien-1979/at/nostromo/in/2122 | open
        setting/alien-1979/at/nostromo/in/2122 | rdf:type | fg:Setting | open
        setting/alien-1979/at/nostromo/in/2122 | fg:inFilm | {ALIEN} | open
        setting/alien-1979/at/nostromo/in/2122 | rdfs:label | Nostromo, 2122 | open
        setting/alien-1979/at/nostromo/in/2122 | fg:place | place/nostromo | open
        setting/alien-1979/at/nostromo/in/2122 | fg:period | period/2122 | open
        setting/alien-1979/at/nostromo/in/2122 | fg:quote | It says so. | open
        period/2122 | rdf:type | fg:Period | open
        {ALIEN} | fg:setting | setting/alien-1979/at/lv-426 | plot
        place/lv-426 | rdf:type | schema:Place | plot""",
    ),
    (
        "themes",
        {
            "characters": CREW,
            "themes": (
                ThemeUse(
                    theme="android",
                    weight="choice",
                    motivation="Ash.",
                    characters=("Ash",),
                    evidence=QUOTE,
                ),
            ),
        },
        f"""theme-use/alien-1979/android | rdf:type | fg:ThemeUse | open
        theme-use/alien-1979/android | fg:inFilm | {ALIEN} | open
        theme-use/alien-1979/android | fg:theme | theme/android | open
        theme-use/alien-1979/android | fg:weight | fg:choice | open
        theme-use/alien-1979/android | fg:motivation | Ash. | ending
        theme-use/alien-1979/android | fg:saidOf | {ASH} | plot
        theme-use/alien-1979/android | fg:quote | It says so. | open
        theme/android | rdf:type | fg:Theme | open
        theme/android | rdfs:label | android | open""",
    ),
    (
        "motifs",
        {"motifs": (Motif(name="the cat", symbolises=("home",), evidence=QUOTE),)},
        f"""{ALIEN} | fg:motif | motif/alien-1979/the-cat | plot
        motif/alien-1979/the-cat | rdf:type | fg:Motif | plot
        motif/alien-1979/the-cat | fg:inFilm | {ALIEN} | plot
        motif/alien-1979/the-cat | rdfs:label | the cat | plot
        motif/alien-1979/the-cat | fg:symbolises | home | plot
        motif/alien-1979/the-cat | fg:quote | It says so. | plot""",
    ),
    (
        "events",
        {
            "characters": CREW,
            "events": (
                Event(id="e1", what="They land.", place="LV-426"),
                Event(
                    id="e2",
                    what="Ash fights.",
                    who=(Participant(character="Ash", part="attacker"),),
                    after=("e1",),
                    during=("e1",),
                    story_order=2,
                    level="ending",
                    evidence=QUOTE,
                ),
            ),
        },
        f"""event/alien-1979/mine/e1 | rdf:type | fg:StoryEvent | plot
        event/alien-1979/mine/e1 | fg:where | setting/alien-1979/at/lv-426 | plot
        event/alien-1979/mine/e1 | fg:before | event/alien-1979/mine/e2 | ending
        event/alien-1979/mine/e2 | fg:during | event/alien-1979/mine/e1 | ending
        event/alien-1979/mine/e2 | fg:inFilm | {ALIEN} | ending
        event/alien-1979/mine/e2 | rdfs:label | Ash fights. | ending
        event/alien-1979/mine/e2 | fg:storyOrder | 1 | ending
        event/alien-1979/mine/e2 | fg:quote | It says so. | ending
        event/alien-1979/mine/e2 | fg:participation | participation/alien-1979/mine/e2/ash | ending
        participation/alien-1979/mine/e2/ash | rdf:type | fg:Participation | ending
        participation/alien-1979/mine/e2/ash | fg:participant | {ASH} | ending
        participation/alien-1979/mine/e2/ash | fg:partPlayed | attacker | ending""",
    ),
    (
        "tellings",
        {
            "events": (
                Event(
                    id="e",
                    what="They wake.",
                    level="open",
                    tellings=(Telling(index=3, mode="flashback", strand="crew"),),
                ),
            )
        },
        f"""telling/alien-1979/mine/e | rdf:type | fg:Telling | plot
        telling/alien-1979/mine/e | fg:inFilm | {ALIEN} | plot
        telling/alien-1979/mine/e | fg:tells | event/alien-1979/mine/e | plot
        telling/alien-1979/mine/e | fg:tellingIndex | 1 | plot
        telling/alien-1979/mine/e | fg:tellingMode | fg:flashback | plot
        telling/alien-1979/mine/e | fg:strand | crew | plot""",
    ),
    (
        "structures",
        {
            "structures": (
                Structure(kind="frame"),
                Structure(kind="competing accounts", level="ending"),
            )
        },
        f"""{ALIEN} | fg:plotStructure | fg:frame | plot
        {ALIEN} | fg:plotStructure | fg:competingAccounts | ending""",
    ),
    (
        "film relations",
        {
            "film_relations": (
                FilmRelation(kind="remake of", title="It!", year=1958),
                FilmRelation(kind="sequel of", title="Nothing"),
                FilmRelation(kind="based on", title="A story"),
                FilmRelation(kind="in series", title="Alien"),
            )
        },
        f"""{ALIEN} | fg:remakeOf | It! (1958) | open
        {ALIEN} | fg:sequelOf | Nothing | open
        {ALIEN} | fg:basedOn | A story | open
        {ALIEN} | fg:inSeries | series/alien | open
        series/alien | rdf:type | schema:MovieSeries | open
        series/alien | rdfs:label | Alien | open""",
    ),
    (
        "links",
        {"links": (Link(url="https://example.org/x#y"),)},
        f"{ALIEN} | schema:url | https://example.org/x#y | open",
    ),
    (
        "texts",
        {
            "texts": (
                Text(kind="synopsis", text="S."),
                Text(kind="extract", text="E."),
                Text(kind="plot", text="P."),
            )
        },
        f"""{ALIEN} | schema:abstract | S. | open
        {ALIEN} | fg:extract | E. | plot
        {ALIEN} | fg:plotText | P. | ending""",
    ),
]
