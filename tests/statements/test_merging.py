"""What several sources say of one film, and of what films share."""

import pytest
from tests.canary import canary_film
from tests.graphs import CONCEPTS, FILMS, Sources, write

from filmgraph.identity import Ledger
from filmgraph.names import IRI, iri
from filmgraph.record import (
    Character,
    ConceptRecord,
    Credit,
    Event,
    Evidence,
    FilmRecord,
    Identifier,
    Level,
    Motif,
    Relation,
    Setting,
    Telling,
    ThemeUse,
    Title,
)

ALIEN = "film/alien-1979"


def alien(key: str = "a", **fields: object) -> FilmRecord:
    return FilmRecord(**({"key": key, "title": "Alien", "year": 1979} | fields))  # type: ignore[arg-type]


def motif(level: Level, name: str = "the cat") -> FilmRecord:
    return alien(motifs=(Motif(name=name, level=level),))


def test_a_statement_of_two_levels_stands_once_at_the_lower() -> None:
    written = write({"one": [motif("ending")], "two": [motif("plot")]})
    label = ("motif/alien-1979/the-cat", "rdfs:label", "the cat")
    assert {one[3] for one in written.merged() if one[:3] == label} == {"plot"}
    assert (*label, "ending") in written.of("one")
    assert (*label, "plot") in written.of("two")


def test_the_order_of_the_levels_does_not_matter() -> None:
    written = write({"one": [motif("plot")], "two": [motif("ending")]})
    label = ("motif/alien-1979/the-cat", "rdfs:label", "the cat")
    assert {one[3] for one in written.merged() if one[:3] == label} == {"plot"}


def test_no_quad_is_written_twice() -> None:
    sources: Sources = {
        "one": [canary_film(), *FILMS, *CONCEPTS],
        "two": [canary_film(), *FILMS],
    }
    text = write(sources).text.splitlines()
    assert len(text) == len(set(text))


def test_the_counts_are_those_of_the_graphs() -> None:
    written = write({"one": [canary_film(), *FILMS, *CONCEPTS], "two": [canary_film()]})
    for level in ("open", "plot", "ending"):
        assert written.writer.counts[level] == sum(1 for o in written.merged() if o[3] == level)
    assert written.writer.counts["source two"] == len(written.of("two"))


def test_a_person_credited_at_two_levels_has_one_identifier_at_the_lower() -> None:
    def film(key: str, title: str, level: Level) -> FilmRecord:
        weaver = Credit(
            person="Sigourney Weaver",
            part="actor",
            level=level,
            person_id=Identifier(scheme="imdb", value="nm0000244"),
        )
        return FilmRecord(key=key, title=title, year=1979, credits=(weaver,))

    merged = write({"mine": [film("a", "Alien", "plot"), film("b", "Half-Life", "open")]}).merged()
    found = [one for one in merged if one[2] == "imdb:nm0000244"]
    assert found == [("person/sigourney-weaver", "schema:identifier", "imdb:nm0000244", "open")]


def test_the_title_that_most_sources_give_is_the_label() -> None:
    aka = (Title(text="Alien"),)
    sources = {
        "one": [alien(title="Alien: The Director's Cut", other_titles=aka)],
        "two": [alien()],
        "zoo": [alien()],
    }
    written = write(sources)
    (this,) = {one[0] for one in written.merged() if one[2] == "fg:Film"}
    titles = {one[1:] for one in written.merged() if one[0] == this and "abel" in one[1]}
    assert titles == {
        ("rdfs:label", "Alien", "open"),
        ("skos:altLabel", "Alien", "open"),
        ("skos:altLabel", "Alien: The Director's Cut", "open"),
    }
    assert (this, "rdfs:label", "Alien: The Director's Cut", "open") in written.of("one")


def test_in_a_tie_of_titles_the_first_source_wins() -> None:
    aka = (Title(text="ALIEN"), Title(text="Alien"))
    sources = {
        "one": [alien(title="ALIEN", other_titles=aka)],
        "two": [alien(other_titles=aka)],
    }
    assert (ALIEN, "rdfs:label", "ALIEN", "open") in write(sources).merged()


@pytest.mark.parametrize("years", [(1979, 1980, 1980), (1980, 1980, 1979)])
def test_the_year_that_most_sources_give_is_the_only_one(years: tuple[int, ...]) -> None:
    cast = tuple(Credit(person=name, part="director") for name in ("Ridley Scott",))
    sources = {f"s{number}": [alien(year=year, credits=cast)] for number, year in enumerate(years)}
    written = write(sources)
    assert {one[2] for one in written.merged() if one[1] == "fg:year"} == {"1980"}
    assert any(one[1:3] == ("fg:year", str(years[0])) for one in written.of("s0"))


def test_in_a_tie_of_years_that_of_the_iri_wins() -> None:
    cast = (Credit(person="Ridley Scott", part="director"),)
    ledger = Ledger()
    ledger.give("film", "two", "a", IRI(iri("film", "alien-1979")))
    sources = {"one": [alien(year=1980, credits=cast)], "two": [alien(credits=cast)]}
    merged = write(sources, ledger).merged()
    assert {one[2] for one in merged if one[1] == "fg:year"} == {"1979"}


def test_the_runtime_that_most_sources_give_is_the_only_one() -> None:
    minutes = {"one": 124, "two": 117, "zoo": 117}
    written = write({name: [alien(runtime_minutes=m)] for name, m in minutes.items()})
    assert {one[2] for one in written.merged() if one[1] == "fg:runtimeMinutes"} == {"117"}
    assert any(one[1:3] == ("fg:runtimeMinutes", "124") for one in written.of("one"))


def test_a_part_that_is_spelt_in_two_ways_has_one_label() -> None:
    sources = {
        "one": [motif("plot", "The Cat")],
        "two": [
            motif("plot"),
        ],
        "zoo": [motif("plot")],
    }
    merged = write(sources).merged()
    this = "motif/alien-1979/the-cat"
    assert {one[1:] for one in merged if one[0] == this and "abel" in one[1]} == {
        ("rdfs:label", "the cat", "plot"),
        ("skos:altLabel", "The Cat", "plot"),
    }


def test_the_label_of_a_part_is_the_one_that_may_be_seen_first() -> None:
    later = {"two": [motif("ending", "THE CAT")], "zoo": [motif("ending", "THE CAT")]}
    merged = write({"one": [motif("plot")], **later}).merged()
    this = "motif/alien-1979/the-cat"
    assert {one[1:] for one in merged if one[0] == this and "abel" in one[1]} == {
        ("rdfs:label", "the cat", "plot"),
        ("skos:altLabel", "THE CAT", "ending"),
    }


def test_a_relation_told_in_two_spellings_has_one_word_for_it() -> None:
    def told(what: str) -> FilmRecord:
        who = (Character(name="Ash"), Character(name="Ripley"))
        relation = Relation(who="Ash", what=what, whom="Ripley")
        return alien(characters=who, relations=(relation,))

    merged = write({"one": [told("foe of")], "two": [told("Foe of")]}).merged()
    assert {one[2] for one in merged if one[1] == "fg:relation"} == {"foe of"}


def shared(merged: set[tuple[str, str, str, Level]], subject: str) -> set[tuple[str, str, Level]]:
    return {(one[1], one[2], one[3]) for one in merged if one[0] == subject}


def theme(key: str, name: str, level: Level) -> FilmRecord:
    return FilmRecord(
        key=key, title=key, themes=(ThemeUse(theme=name, weight="major", level=level),)
    )


def test_a_shared_entity_has_the_label_that_is_used_most() -> None:
    films = [theme("a", "Time travel", "open"), *(theme(k, "time travel", "open") for k in "bc")]
    assert shared(write({"mine": films}).merged(), "theme/time-travel") == {
        ("rdf:type", "fg:Theme", "open"),
        ("rdfs:label", "time travel", "open"),
        ("skos:altLabel", "Time travel", "open"),
    }


def test_the_name_of_a_concepts_own_record_stands_above_all_others() -> None:
    films = [theme(key, "Time travel", "open") for key in "abc"]
    own = ConceptRecord(kind="theme", name="time travel")
    assert ("rdfs:label", "time travel", "open") in shared(
        write({"mine": [*films, own]}).merged(), "theme/time-travel"
    )


def test_a_shared_entity_is_known_from_the_lowest_level_that_names_it() -> None:
    written = write({"mine": [theme("a", "twins", "ending"), theme("b", "twins", "plot")]})
    assert {level for *_, level in shared(written.merged(), "theme/twins")} == {"plot"}


def test_a_spelling_that_is_only_used_later_does_not_show_before() -> None:
    films = [theme("a", "twins", "open"), *(theme(k, "Twins", "ending") for k in "bcd")]
    found = shared(write({"mine": films}).merged(), "theme/twins")
    assert ("rdfs:label", "twins", "open") in found
    assert not any(value == "Twins" and level == "open" for _, value, level in found)


def test_each_source_names_a_shared_entity_at_its_own_level() -> None:
    written = write({"one": [theme("a", "twins", "open")], "two": [theme("b", "Twins", "plot")]})
    assert ("rdfs:label", "twins", "open") in shared(written.of("one"), "theme/twins")
    assert ("rdfs:label", "Twins", "plot") in shared(written.of("two"), "theme/twins")


@pytest.mark.parametrize("hidden", ["one", "zwei"], ids=["said first", "said last"])
def test_what_is_said_behind_the_curtain_has_no_voice_before_it(hidden: str) -> None:
    """Two sources differ in the open; a third must not tip the scales from behind."""

    def billed(place: int, level: Level | None = None) -> FilmRecord:
        actor = Credit(person="Ian Holm", part="actor", billing=place, level=level)
        return alien(credits=(actor, Credit(person="Ridley Scott", part="director")))

    open_ = [billed(5), billed(7)]
    seen = write({"two": [open_[0]], "two-b": [open_[1]]})
    whole = write({hidden: [billed(7, "ending")], "two": [open_[0]], "two-b": [open_[1]]})
    for written in (seen, whole):
        assert {one[2:] for one in written.merged() if one[1] == "fg:billing"} == {("5", "open")}


def test_another_name_of_a_concept_leads_to_it() -> None:
    own = ConceptRecord(kind="theme", name="android", other_names=("synthetic",))
    merged = write({"mine": [own, theme("a", "synthetic", "open")]}).merged()
    assert ("theme-use/a/android", "fg:theme", "theme/android", "open") in merged
    assert not any(one[0] == "theme/synthetic" for one in merged)


def test_what_two_sources_say_of_a_concept_is_joined() -> None:
    one = ConceptRecord(kind="genre", name="western", parents=("adventure",))
    two = ConceptRecord(kind="genre", name="Western", parents=("drama",))
    merged = write({"one": [one], "two": [two]}).merged()
    broader = {found[2] for found in merged if found[1] == "skos:broader"}
    assert broader == {"genre/adventure", "genre/drama"}


def test_a_name_that_was_replaced_is_as_hidden_as_what_stands_for_it() -> None:
    ledger = Ledger()
    for name in ("doubles", "gone"):
        ledger.give("theme", "mine", name, IRI(iri("theme", name)))
    ledger.replace(IRI(iri("theme", "doubles")), IRI(iri("theme", "twins")))
    ledger.replace(IRI(iri("theme", "gone")), IRI(iri("theme", "nowhere")))
    ledger.give("theme", "mine", "twins", IRI(iri("theme", "twins")))
    merged = write({"mine": [theme("a", "twins", "ending")]}, ledger).merged()
    replaced = [one for one in merged if one[1] == "dcterms:isReplacedBy"]
    assert replaced == [("theme/doubles", "dcterms:isReplacedBy", "theme/twins", "ending")]


@pytest.mark.parametrize(("level", "seen"), [(None, "open"), ("ending", "ending")])
def test_a_name_that_was_replaced_is_as_hidden_as_the_name_it_is_made_of(
    level: Level | None, seen: Level
) -> None:
    def credited(key: str, who: str, number: str, level: Level | None = None) -> FilmRecord:
        number_ = Identifier(scheme="own", value=number)
        actor = Credit(person=who, part="actor", person_id=number_, level=level)
        return FilmRecord(key=key, title=f"Film {key}", credits=(actor,))

    ledger = Ledger()
    known = credited("a", "Ann Bee", "1")
    write({"mine": [known, credited("b", "The Killer", "2", level)]}, ledger)
    merged = write({"mine": [known, credited("b", "The Killer", "1", level)]}, ledger).merged()
    replaced = {one for one in merged if one[1] == "dcterms:isReplacedBy"}
    assert replaced == {("person/the-killer", "dcterms:isReplacedBy", "person/ann-bee", seen)}


def test_events_of_two_records_of_one_source_stay_two() -> None:
    page = (Identifier(scheme="wikipedia", value="Alien"),)
    told = [
        alien(
            key,
            identifiers=page,
            events=(Event(id="e1", what=f"What {key} tells.", tellings=(Telling(index=1),)),),
        )
        for key in "ab"
    ]
    merged = write({"mine": told}).merged()
    events = {one[0] for one in merged if one[2] == "fg:StoryEvent"}
    assert len(events) == 2
    assert len({one[0] for one in merged if one[2] == "fg:Telling"}) == 2


def test_an_event_does_not_tell_the_time_of_a_setting_that_is_for_later() -> None:
    film = alien(
        settings=(
            Setting(place="New York", period="after the war", level="ending"),
            Setting(place="New York", period="today"),
        ),
        events=(Event(id="e", what="They walk.", place="New York"),),
    )
    where = [one for one in write({"mine": [film]}).merged() if one[1] == "fg:where"]
    assert [(one[2], one[3]) for one in where] == [
        ("setting/alien-1979/at/new-york/in/today", "plot")
    ]


def test_the_words_of_the_ending_do_not_back_an_open_statement_in_the_open() -> None:
    told = (Evidence(quote="Ash is a robot.", part="ending"), Evidence(quote="Ash", part="cast"))
    film = alien(characters=(Character(name="Ash", evidence=told),))
    merged = write({"mine": [film]}).merged()
    assert {one[2:] for one in merged if one[1] == "fg:quote"} == {
        ("Ash is a robot.", "ending"),
        ("Ash", "open"),
    }
