"""Every field of a record, and the statements it makes."""

import pytest
from tests.graphs import write

from filmgraph.record import (
    Character,
    Company,
    ConceptRecord,
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
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Telling,
    Text,
    ThemeUse,
    Title,
)

ALIEN = "film/alien-1979"
VOICE = "portrayal/alien-1979/sigourney-weaver/voice"
RIPLEY = "character/alien-1979/ripley"
ASH = "character/alien-1979/ash"
CREW = (Character(name="Ripley"), Character(name="Ash"))
QUOTE = (Evidence(quote="It says so."),)


def alien(**fields: object) -> FilmRecord:
    return FilmRecord(**({"key": "a", "title": "Alien", "year": 1979} | fields))  # type: ignore[arg-type]


def lines(text: str) -> set[tuple[str, ...]]:
    """Statements as they are written here: subject, predicate, object, level; one a line."""
    return {tuple(part.strip() for part in line.split("|")) for line in text.strip().splitlines()}


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
        event/alien-1979/mine/e2 | fg:storyOrder | 2 | ending
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
        f"""telling/alien-1979/mine/3 | rdf:type | fg:Telling | plot
        telling/alien-1979/mine/3 | fg:inFilm | {ALIEN} | plot
        telling/alien-1979/mine/3 | fg:tells | event/alien-1979/mine/e | plot
        telling/alien-1979/mine/3 | fg:tellingIndex | 3 | plot
        telling/alien-1979/mine/3 | fg:tellingMode | fg:flashback | plot
        telling/alien-1979/mine/3 | fg:strand | crew | plot""",
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


@pytest.mark.parametrize(
    ("fields", "expected"), [one[1:] for one in FIELDS], ids=[one[0] for one in FIELDS]
)
def test_a_field_makes_its_statements(fields: dict[str, object], expected: str) -> None:
    written = write({"mine": [alien(**fields)]})
    assert lines(expected) <= written.merged()
    assert {one for one in lines(expected) if one[0] != "source/mine"} <= written.of("mine")


def test_all_fields_of_a_film_are_tried_here() -> None:
    tried = {name for _, fields, _ in FIELDS for name in fields} | {"key", "title", "year"}
    assert tried == set(FilmRecord.__struct_fields__)


DIRECTOR_TO_CONTRIBUTOR = {
    "director": "schema:director",
    "writer": "fg:writer",
    "producer": "schema:producer",
    "composer": "schema:musicBy",
    "cinematographer": "fg:cinematographer",
    "editor": "schema:editor",
    "contributor": "schema:contributor",
}


@pytest.mark.parametrize(("part", "predicate"), DIRECTOR_TO_CONTRIBUTOR.items())
def test_a_credit_of_the_makers_is_one_link(part: str, predicate: str) -> None:
    credit = Credit(person="Ridley Scott", part=part)  # type: ignore[arg-type]
    written = write({"mine": [alien(credits=(credit,))]})
    assert (ALIEN, predicate, "person/ridley-scott", "open") in written.merged()
    assert not any("portrayal" in one[0] for one in written.merged())


@pytest.mark.parametrize("level", ["open", "plot", "ending"])
def test_a_part_has_the_level_that_its_source_sets(level: Level) -> None:
    film = alien(
        companies=(Company(name="Fox", level=level),), motifs=(Motif(name="m", level=level),)
    )
    merged = write({"mine": [film]}).merged()
    assert (ALIEN, "schema:productionCompany", "organization/fox", level) in merged
    assert ("organization/fox", "rdfs:label", "Fox", level) in merged
    assert ("motif/alien-1979/m", "rdfs:label", "m", level) in merged


def test_a_concept_says_its_parents_names_and_text() -> None:
    android = ConceptRecord(
        kind="theme",
        name="android",
        parents=("robot",),
        other_names=("synthetic",),
        identifiers=(Identifier(scheme="wikidata", value="Q134868"),),
        texts=(Text(kind="definition", text="A made person."),),
        url="https://example.org/android",
    )
    assert write({"mine": [android]}).merged() >= lines(
        """theme/android | rdf:type | fg:Theme | open
        theme/android | rdfs:label | android | open
        theme/android | skos:broader | theme/robot | open
        theme/android | skos:altLabel | synthetic | open
        theme/android | schema:identifier | wikidata:Q134868 | open
        theme/android | skos:definition | A made person. | open
        theme/android | skos:exactMatch | https://example.org/android | open
        theme/robot | rdf:type | fg:Theme | open
        theme/robot | rdfs:label | robot | open"""
    )


def test_a_film_that_is_in_the_graph_is_linked_and_not_named() -> None:
    sequel = FilmRecord(
        key="b",
        title="Aliens",
        year=1986,
        film_relations=(FilmRelation(kind="sequel of", title="Alien", year=1979),),
    )
    merged = write({"mine": [alien(), sequel]}).merged()
    assert ("film/aliens-1986", "fg:sequelOf", ALIEN, "open") in merged
    assert not any(one[2] == "Alien (1979)" for one in merged)


def test_every_source_and_each_of_its_graphs_is_described_in_the_open() -> None:
    assert write({"mine": [alien()]}).merged() >= lines(
        """source/mine | rdf:type | fg:Source | open
        source/mine | rdfs:label | Mine | open
        graph/mine | rdf:type | fg:Graph | open
        graph/mine | dcterms:source | source/mine | open
        graph/mine | fg:level | fg:open | open
        graph/mine/plot | fg:level | fg:plot | open
        graph/mine/ending | fg:level | fg:ending | open"""
    )
