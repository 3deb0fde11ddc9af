"""The timeline loader: what a fan may write, and what is said where it is wrong."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.graphs import graph_folder

from filmgraph.curtain import level_of, visible
from filmgraph.errors import SourceError
from filmgraph.graph import open_graph
from filmgraph.intake import Loader, Refused, find_loader, load, read_records
from filmgraph.intake.timeline import KEYS, read_timeline
from filmgraph.intake.timeline.events import KEYS as EVENT_KEYS
from filmgraph.intake.timeline.story import KEYS as PART_KEYS
from filmgraph.record import Event, FilmRecord, faults

WHOLE = """\
film: The Salt Road (1951)
other titles: [La route du sel]
director: Gus Hall
writer: [Ora Pike, Gus Hall]
composer: Kay Lee
runtime: 98
countries: [France, Italy]
languages: French
genres: [Drama]
released: {France: 1951-10-03, Italy: 1952}
companies: [Pike Films]
distributors: [Hall & Sons]
budget: $1.5 million
box office: {France: "4,000,000 EUR", worldwide: 9 million EUR}
production: {shot on: 35 mm, filming location: [Arles, Aigues-Mortes]}
post-credit scene: {present: yes, what: The dog comes home.}
links: {The film's page: https://example.org/salt}
identifiers: {imdb: tt0000001}
remake of: The Road (1934)
based on: A tale of salt
series: Roads
synopsis: A carter takes a stranger along.
told: in order
characters:
  Anne Roy: {played by: Ann Bell, also called: [Anne], traits: [carter]}
  Luc: {played by: {Dan Dee: , Tim Dee: young}, level: ending}
  the stranger: {played by: Roy West, kind: unnamed}
  the salters: {kind: group, quote: The salters come at dawn.}
relations:
  - {who: Anne, what: sister of, whom: Luc, since: found, level: ending}
settings:
  - {place: Arles, period: 1890s, premise: true}
  - {place: the marsh}
  - {place: the chapel}
  - {period: the flood}
motifs:
  - salt
  - {name: the bell, stands for: [warning, home], level: ending}
themes:
  sibling love: major
  loneliness: {weight: minor, why: She talks to her mule., said of: [Anne]}
events:
  - id: sets-out
    what: Anne sets out with a load
      of salt.
    who: [Anne Roy]
    where: Arles
  - id: remembers
    what: She sees the flood again.
    who: {Anne: witness}
    period: the flood
    told as: flashback
    when: before sets-out
  - id: takes-along
    what: She takes a stranger along.
    who: {Anne Roy: driver, the stranger: passenger}
    where: the marsh
  - id: found
    level: ending
    what: He is her brother.
    who: [Anne Roy, Luc]
    where: the chapel
  - again: sets-out
  - id: bell
    strand: the village
    what: The bell rings.
    when: with takes-along
  - id: arrives
    what: She arrives alone.
    who: Anne Roy
"""


@pytest.fixture(scope="module")
def loader() -> Loader:
    return find_loader("timeline")


@pytest.fixture(scope="module")
def film() -> FilmRecord:
    return good(WHOLE)


def good(text: str) -> FilmRecord:
    timeline = read_timeline(text)
    assert timeline.faults == ()
    assert timeline.record is not None
    assert list(faults(timeline.record)) == []
    return timeline.record


def wrong(text: str) -> list[str]:
    timeline = read_timeline(text)
    assert timeline.record is None
    return [f"{one.line}: {one.message}" for one in timeline.faults]


def event(film: FilmRecord, name: str) -> Event:
    (found,) = (one for one in film.events if one.id == name)
    return found


def events_of(text: str) -> FilmRecord:
    return good(f"film: X (2000)\ncharacters: {{A: {{}}}}\nevents:\n{text}")


def test_a_timeline_brings_its_film(film: FilmRecord) -> None:
    assert (film.key, film.title, film.year) == ("The Salt Road (1951)", "The Salt Road", 1951)
    assert film.runtime_minutes == 98
    assert film.countries == ("France", "Italy")
    assert film.languages == ("French",)
    assert [one.text for one in film.other_titles] == ["La route du sel"]
    assert [(one.date, one.country) for one in film.releases] == [
        ("1951-10-03", "France"),
        ("1952", "Italy"),
    ]
    assert [(one.scheme, one.value) for one in film.identifiers] == [("imdb", "tt0000001")]
    assert [(one.label, one.url) for one in film.links] == [
        ("The film's page", "https://example.org/salt")
    ]
    assert [(one.kind, one.text) for one in film.texts] == [
        ("synopsis", "A carter takes a stranger along.")
    ]


def test_who_made_it_and_who_plays_in_it_are_credited(film: FilmRecord) -> None:
    assert [(one.part, one.person, one.character, one.aspect) for one in film.credits] == [
        ("director", "Gus Hall", None, None),
        ("writer", "Ora Pike", None, None),
        ("writer", "Gus Hall", None, None),
        ("composer", "Kay Lee", None, None),
        ("actor", "Ann Bell", "Anne Roy", None),
        ("actor", "Dan Dee", "Luc", None),
        ("actor", "Tim Dee", "Luc", "young"),
        ("actor", "Roy West", "the stranger", None),
    ]


def test_money_companies_and_what_is_known_of_the_production_are_read(film: FilmRecord) -> None:
    assert [(one.kind, one.amount, one.currency, one.area) for one in film.money] == [
        ("budget", 1_500_000, "USD", None),
        ("box office", 4_000_000, "EUR", "France"),
        ("box office", 9_000_000, "EUR", "worldwide"),
    ]
    assert [(one.name, one.part) for one in film.companies] == [
        ("Pike Films", "production"),
        ("Hall & Sons", "distribution"),
    ]
    assert [(one.aspect, one.value) for one in film.details] == [
        ("shot on", "35 mm"),
        ("filming location", "Arles"),
        ("filming location", "Aigues-Mortes"),
    ]


def test_a_scene_after_the_credits_is_there_or_not_or_told(film: FilmRecord) -> None:
    scene = film.post_credit_scene
    assert scene is not None
    assert (scene.present, scene.what) == (True, "The dog comes home.")
    none = good("film: X (2000)\npost-credit scene: no").post_credit_scene
    assert none is not None
    assert (none.present, none.what) == (False, None)


def test_films_it_is_related_to_have_a_year_where_one_is_written(film: FilmRecord) -> None:
    assert [(one.kind, one.title, one.year) for one in film.film_relations] == [
        ("remake of", "The Road", 1934),
        ("based on", "A tale of salt", None),
        ("in series", "Roads", None),
    ]


def test_the_list_is_the_order_of_the_film(film: FilmRecord) -> None:
    told = {one.index: name.id for name in film.events for one in name.tellings}
    assert [told[index] for index in sorted(told)] == [
        "sets-out",
        "remembers",
        "takes-along",
        "found",
        "sets-out",
        "bell",
        "arrives",
    ]
    assert sorted(told) == list(range(1, 8))


def test_again_is_another_telling_that_repeats(film: FilmRecord) -> None:
    assert [one.mode for one in event(film, "sets-out").tellings] == ["scene", "repeated"]


def test_a_sentence_may_stand_on_several_lines(film: FilmRecord) -> None:
    assert event(film, "sets-out").what == "Anne sets out with a load of salt."


def test_another_name_of_a_character_leads_to_it(film: FilmRecord) -> None:
    assert [(one.character, one.part) for one in event(film, "remembers").who] == [
        ("Anne Roy", "witness")
    ]
    assert film.relations[0].who == "Anne Roy"
    assert film.themes[1].characters == ("Anne Roy",)


def test_an_event_is_where_and_when_a_setting_is(film: FilmRecord) -> None:
    assert event(film, "sets-out").place == "Arles"
    assert (event(film, "remembers").place, event(film, "remembers").period) == (None, "the flood")


def test_in_a_film_told_in_order_a_scene_comes_after_the_scene_before_it_in_its_strand(
    film: FilmRecord,
) -> None:
    assert event(film, "takes-along").after == ("sets-out",)
    assert event(film, "found").after == ("takes-along",)
    assert event(film, "bell").after == ()
    assert event(film, "bell").during == ("takes-along",)


def test_what_is_remembered_takes_its_place_from_its_when(film: FilmRecord) -> None:
    assert event(film, "remembers").after == ()
    assert event(film, "sets-out").after == ("remembers",)


def test_an_order_through_a_hidden_event_is_known_to_those_who_do_not_see_it(
    film: FilmRecord,
) -> None:
    assert event(film, "arrives").after == ("found", "takes-along")
    seen = event(visible(film, "plot"), "arrives")
    assert seen.after == ("takes-along",)


def test_without_told_in_order_nothing_is_said_of_the_order_of_the_story() -> None:
    film = events_of("- {id: a, what: One.}\n- {id: b, what: Two.}\n")
    assert [one.after for one in film.events] == [(), ()]


def test_a_scene_with_a_when_does_not_cut_the_chain_of_the_others() -> None:
    text = """film: X (2000)
told: in order
events:
- {id: a, what: One.}
- {id: b, what: Two., when: before a}
- {id: c, what: Three.}
"""
    film = good(text)
    assert event(film, "a").after == ("b",)
    assert set(event(film, "c").after) == {"a", "b"}


def test_story_orders_are_kept_and_may_be_shared() -> None:
    film = events_of(
        "- {id: a, what: One., story order: 7}\n- {id: b, what: Two., story order: 7}\n"
    )
    assert [one.story_order for one in film.events] == [7, 7]


def test_text_that_other_readers_take_for_numbers_and_truths_stays_text() -> None:
    film = good(
        "film: X (2000)\ncharacters: {No: {}, 1984: {}}\nsettings: [{place: Here, period: 1941}]\n"
        "events: [{id: 007, what: Yes, who: [No, 1984]}]\n"
    )
    assert [one.name for one in film.characters] == ["No", "1984"]
    assert (film.settings[0].period, film.events[0].id, film.events[0].what) == (
        "1941",
        "007",
        "Yes",
    )


def test_levels_are_those_of_the_table_unless_one_is_set(film: FilmRecord) -> None:
    levels = {one.name: level_of(film, one) for one in film.characters}
    assert levels == {
        "Anne Roy": "open",
        "Luc": "ending",
        "the stranger": "plot",
        "the salters": "plot",
    }
    assert [level_of(film, one) for one in film.motifs] == ["plot", "ending"]
    assert level_of(film, event(film, "found")) == "ending"


def test_a_place_where_only_later_things_happen_is_for_later_too(film: FilmRecord) -> None:
    levels = [level_of(film, one) for one in film.settings]
    assert levels == ["open", "plot", "ending", "plot"]


def test_someone_without_a_name_who_is_only_in_later_events_is_for_later_too() -> None:
    film = good(
        "film: X (2000)\n"
        "characters: {the nun: {kind: unnamed}, the cook: {kind: unnamed, level: plot}, Eve: {}}\n"
        "events: [{id: a, what: One., level: ending, who: [the nun, the cook, Eve]}]\n"
    )
    assert [level_of(film, one) for one in film.characters] == ["ending", "plot", "open"]


FAULTS: dict[str, tuple[str, str]] = {
    "an unknown key": ("runtime: 98|runtme: 98", "6: 'runtme' is no key of a timeline. Did you"),
    "a key of an event": (
        "    where: Arles|    were: Arles",
        "47: 'were' is no key of an event. D",
    ),
    "a key twice": (
        "runtime: 98|runtime: 98\nruntime: 99",
        "7: 'runtime' stands here twice; the first is in line 6.",
    ),
    "no year": ("(1951)|", "1: 'The Salt Road' is written as Title (1995), with the year."),
    "no film": ("film: The Salt Road (1951)|", "2: A timeline needs a `film`: its title and year."),
    "a year before film": ("(1951)|(1600)", "1: 'The Salt Road (1600)' is written as Title"),
    "a runtime in words": ("runtime: 98|runtime: long", "6: 'runtime' is 'long'; a whole number"),
    "money without currency": ("$1.5 million|lots", "13: 'budget' is written as 4,000,000 USD or"),
    "a date of no calendar": (
        "1951-10-03|3 October",
        "10: 'released' is '3 October'; it is written",
    ),
    "a link that is none": (
        "https://example|example",
        "17: 'links' is 'example.org/salt'; it is wr",
    ),
    "a bad told": ("told: in order|told: badly", "23: 'told' is 'badly'; in order is expected."),
    "an unknown kind": (
        "kind: group|kind: crowd",
        "28: 'kind' is 'crowd'; named, unnamed or group",
    ),
    "an unknown level": (
        "level: ending\n    what|level: end\n    what",
        "59: 'level' is 'end'; open",
    ),
    "an unknown mode": (
        "told as: flashback|told as: dreamt",
        "52: 'told as' is 'dreamt'; scene, fl",
    ),
    "an unknown weight": (
        "love: major|love: suggested",
        "40: 'weight' is 'suggested'; choice, major",
    ),
    "an unknown aspect": ("young|younger", "26: 'aspect' is 'younger'; body, voice, young or old"),
    "an unknown name": (
        "who: {Anne: witness}|who: {Ane: witness}",
        "50: There is no character 'Ane' under 'characters'. Did you mean: Anne",
    ),
    "an unknown name in a relation": ("whom: Luc|whom: Lux", "30: There is no character 'Lux'"),
    "an unknown name in a theme": (
        "said of: [Anne]|said of: [Bo]",
        "41: There is no character 'Bo'",
    ),
    "an unknown event in a relation": ("since: found|since: fond", "30: There is no event 'fond'."),
    "an unknown event in a when": (
        "before sets-out|before set-out",
        "53: There is no event 'set-ou",
    ),
    "a when without a word": (
        "before sets-out|sets-out",
        "53: `when` is written as before ID, afte",
    ),
    "an unknown place": (
        "    where: Arles|    where: Arle",
        "47: There is no place 'Arle' under 's",
    ),
    "an unknown period": (
        "period: the flood\n    told|period: the fire\n    told",
        "51: There is no setting without a place of the period 'the fire'; there is: the flood.",
    ),
    "an event before itself": (
        "before sets-out|before remembers",
        "53: 'remembers' cannot happen before itself.",
    ),
    "two events of one id": ("id: found|id: bell", "64: There is another event 'bell' in line 58."),
    "no id": ("  - id: found|  - strand: x", "58: An event needs an `id`: a short name"),
    "an id of words": ("id: found|id: she finds", "58: The id 'she finds' is no short name"),
    "no what": ("    what: The bell rings.\n|", "64: An event needs a `what`"),
    "again of nothing": ("again: sets-out|again: leaves", "63: There is no event 'leaves' to tell"),
    "again of a later event": (
        "again: sets-out|again: arrives",
        "63: 'arrives' is first told in li",
    ),
    "a setting twice": (
        "place: the chapel}|place: The Marsh}",
        "34: This setting stands in line 33",
    ),
    "a motif twice": (
        "name: the bell|name: Salt",
        "38: The motif 'Salt' stands in line 37 already.",
    ),
    "two names that differ in too little": (
        "the salters: {|The Stranger: {",
        "28: 'The Stranger' and 'the stranger' differ in too little to be two.",
    ),
    "a name without letters": ("Luc:|'...':", "26: 'characters' is '...', without a letter or di"),
    "a list where a text is expected": (
        "strand: the village|strand: [the village]",
        "65: 'strand' is a list or mapping where a text is expected.",
    ),
    "a text where a list is expected": (
        "motifs:\n  - salt\n  - {name: the bell, stands for: [warning, home], level: ending}|"
        "motifs: salt",
        "36: 'motifs' is a list: each item begins with a hyphen.",
    ),
    "a negative scene with content": (
        "present: yes|present: no",
        "16: A scene that is not there shows nothing.",
    ),
}


@pytest.mark.parametrize(("change", "message"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_line(change: str, message: str) -> None:
    old, new = change.split("|")
    assert WHOLE.count(old) == 1, old
    found = wrong(WHOLE.replace(old, new))
    assert any(one.startswith(message) for one in found), found


def test_a_fault_leads_to_few_others() -> None:
    for old, new in (("(1951)", ""), ("runtime: 98", "runtme: 98"), ("whom: Luc", "whom: Lux")):
        assert len(wrong(WHOLE.replace(old, new))) == 1


def ordered(*events: str) -> str:
    return "film: X (2000)\nevents:\n" + "\n".join(f"- {{what: It., {one}}}" for one in events)


ORDERS: dict[str, tuple[str, str]] = {
    "a circle of two": (
        ordered("id: a, when: after b", "id: b, when: after a"),
        "3: These events come before each other in a circle: a, b, a.",
    ),
    "a circle of three beside others": (
        ordered(
            "id: x",
            "id: a, when: after c",
            "id: b, when: [after a, after x]",
            "id: c, when: after b",
            "id: d, when: after c",
        ),
        "4: These events come before each other in a circle: a, b, c, a.",
    ),
    "a circle that the order of the list closes": (
        "told: in order\n" + ordered("id: a, when: after b", "id: b"),
        "4: These events come before each other in a circle: a, b, a (`told: in order` puts b",
    ),
    "a story order against a when": (
        ordered("id: a, when: before b, story order: 5", "id: b, story order: 3"),
        "4: 'a' happens before 'b', but its story order is 5 against 3.",
    ),
    "a story order against a chain": (
        ordered(
            "id: a, story order: 5", "id: b, when: after a", "id: c, when: after b, story order: 3"
        ),
        "5: 'a' happens before 'c', but its story order is 5 against 3.",
    ),
    "with against a story order": (
        ordered("id: a, story order: 5", "id: b, when: with a, story order: 3"),
        "4: 'b' happens with 'a', but their story orders are 3 and 5.",
    ),
    "with and before": (
        ordered("id: a", "id: b, when: [with a, after a]"),
        "4: 'a' cannot happen both with 'b' and before it.",
    ),
    "with and before through others": (
        ordered("id: a", "id: b, when: after a", "id: c, when: [after b, with a]"),
        "5: 'a' cannot happen both with 'c' and before it.",
    ),
}


@pytest.mark.parametrize(("text", "message"), ORDERS.values(), ids=ORDERS)
def test_orders_that_contradict_each_other_are_told(text: str, message: str) -> None:
    (found,) = wrong(text)
    assert found.startswith(message)


def test_events_of_one_story_order_may_come_before_each_other() -> None:
    good(ordered("id: a, when: before b, story order: 3", "id: b, story order: 3"))


def test_what_happens_with_two_events_may_last_from_one_to_the_other() -> None:
    good(ordered("id: a", "id: long, when: [with a, with b]", "id: b, when: after a"))


NOT_TIMELINES: dict[str, tuple[str, str]] = {
    "nothing but a comment": ("# film", "1: A timeline is written as KEY: VALUE lines"),
    "a text": ("Alien", "1: A timeline is written as KEY: VALUE lines"),
    "a list": ("- film: X (2000)", "1: A timeline needs a `film`: its title and year."),
    "no YAML": ("film: X (2000)\nruntime: [98", "3: This is not YAML: "),
    "a tab": ("film: X (2000)\n\truntime: 98", "2: This is not YAML: "),
    "a control character": ("film: X\x07 (2000)", "1: This is not YAML: "),
    "an anchor": (
        "film: X (2000)\ngenres: &a [b]\ncountries: *a",
        "2: Anchors (&) and aliases (*)",
    ),
    "an alias": ("film: *a", "1: Anchors (&) and aliases (*) are not read; write it out."),
    "a tag": ("film: !!python/object:os.system X", "1: Tags such as 'tag:yaml.org,2002:python"),
    "two films": ("film: X (2000)\n---\nfilm: Y (2000)", "2: A second document begins here"),
    "deep lists": (f"film: {'[' * 30}{']' * 30}", "1: Lists and mappings lie deeper than 20"),
    "deeper lists": ("film: " + "[" * 100_000, "1: "),
    "a key that is a list": (
        "film: X (2000)\n? [a]\n: b",
        "2: A list or mapping stands where a key",
    ),
}


@pytest.mark.parametrize(("text", "message"), NOT_TIMELINES.values(), ids=NOT_TIMELINES)
def test_what_is_no_timeline_is_told(text: str, message: str) -> None:
    assert wrong(text)[-1].startswith(message)


def large(count: int, extra: Callable[[int], str], head: str = "") -> str:
    lines = [f"- {{id: e{n}, what: It., who: [A, B]{extra(n)}}}" for n in range(count)]
    return f"film: X (2000)\n{head}characters: {{A: {{}}, B: {{}}}}\nevents:\n" + "\n".join(lines)


SHAPES: dict[str, tuple[Callable[[int], str], str]] = {
    "a chain": (lambda n: ", level: ending" if n % 3 else "", "told: in order\n"),
    "numbers": (lambda n: f", story order: {20_000 - n}", ""),
    "a hidden hub": (
        lambda n: (
            f", when: {'before' if n < 5_000 else 'after'} e5000"
            if n != 5_000
            else ", level: ending"
        ),
        "",
    ),
    "a circle": (lambda n: f", when: after e{(n + 1) % 10_000}", ""),
    "circles": (lambda n: f", when: after e{n ^ 1}", ""),
    "far pairs": (lambda n: f", when: [with e{n * 7919 % 9_999}, after e{n - 1}]" * (n > 0), ""),
    "dangling": (lambda n: f", when: after x{n}", ""),
}


@pytest.mark.parametrize(("extra", "head"), SHAPES.values(), ids=SHAPES)
def test_ten_thousand_events_are_read_in_seconds(extra: Callable[[int], str], head: str) -> None:
    text = large(10_000, extra, head)
    start = time.process_time()
    timeline = read_timeline(text)
    assert time.process_time() - start < 20  # half a second with the parser in C
    assert timeline.record is None or sum(len(one.after) for one in timeline.record.events) < 30_000


def test_more_events_than_a_record_holds_are_refused() -> None:
    assert wrong(large(20_001, lambda n: ""))[0].startswith("3: There are 20,001 events; at most")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_with_faults_is_one_refused_record_with_the_first_twenty(
    loader: Loader, tmp_path: Path
) -> None:
    path = write(tmp_path, "x.yaml", large(30, lambda n: f", when: after x{n}"))
    (refused,) = loader.read([path], {})
    assert isinstance(refused, Refused)
    assert refused.where == "x.yaml:4"
    assert len(refused.also) == 20
    assert str(refused).splitlines()[-1] == "    x.yaml: There are 10 more faults."


def test_loading_names_every_fault_with_file_and_line(loader: Loader, tmp_path: Path) -> None:
    path = write(tmp_path, "x.yaml", "film: X\nruntme: 1\n")
    with pytest.raises(SourceError, match=r"(?s)x\.yaml:1: 'X' is .*x\.yaml:2: 'runtme' is no key"):
        load(loader, [path], tmp_path)


def test_a_faulty_timeline_harms_no_other(loader: Loader, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "film: X\n")
    write(tmp_path, "b.yaml", WHOLE)
    report = load(loader, [tmp_path], tmp_path / "out.jsonl.gz")
    assert (report.read, report.loaded, report.refused_count) == (2, 1, 1)


def test_a_load_replaces_only_the_films_it_names(loader: Loader, tmp_path: Path) -> None:
    target = tmp_path / "timeline.jsonl.gz"
    one = write(tmp_path, "a.yaml", "film: X (2000)\nruntime: 90\n")
    other = write(tmp_path, "b.yaml", "film: Y (2001)\n")
    load(loader, [one, other], target)
    write(tmp_path, "a.yaml", "film: X (2000)\nruntime: 91\n")
    load(loader, [one], target)
    films = [record for record in read_records(target) if isinstance(record, FilmRecord)]
    assert [(film.key, film.runtime_minutes) for film in films] == [
        ("X (2000)", 91),
        ("Y (2001)", None),
    ]


def test_loading_twice_gives_the_same_bytes(loader: Loader, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WHOLE)
    target = tmp_path / "timeline.jsonl.gz"
    load(loader, [path], target)
    first = target.read_bytes()
    load(loader, [path], target)
    assert target.read_bytes() == first


def test_a_film_in_two_files_is_read_once(loader: Loader, tmp_path: Path) -> None:
    paths = [write(tmp_path, name, WHOLE) for name in ("a.yaml", "b.yaml")]
    _, refused = loader.read(paths, {})
    assert str(refused) == "b.yaml: The Salt Road (1951) was already read from a.yaml."


def test_the_licence_is_what_the_option_says(loader: Loader, tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", WHOLE)
    assert load(loader, [path], tmp_path, options={"licence": "CC0"}).source.licence == "CC0"
    assert load(loader, [path], tmp_path).source.licence is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\xff\xfef\x00", "is UTF-16"),
        (b"film: \xe9", "is not UTF-8"),
        (b"film: \x00", "is binary"),
        (b"#" * (8 * 2**20 + 1), "is larger than 8,388,608 bytes"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    loader: Loader, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    (refused,) = loader.read([tmp_path / "x.yaml"], {})
    assert message in str(refused)


PAGE = """\
The Salt Road (1951)

Synopsis
A carter takes a stranger along the old road.

Plot (spoilers)
Anne sets out at dawn. She meets a man on the marsh. They talk about “salt”. He asks for water.
They rest at a farm. The rain begins. In the end he turns out to be her brother.
"""


def quoting(quote: str, extra: str = "") -> str:
    return f'film: The Salt Road (1951)\n{extra}events:\n- id: a\n  what: It.\n  quote: "{quote}"\n'


def read_one(loader: Loader, path: Path) -> FilmRecord | str:
    (item,) = loader.read([path], {})
    return item if isinstance(item, FilmRecord) else str(item)


@pytest.mark.parametrize(
    ("quote", "part"),
    [
        ("A carter takes a stranger", "synopsis"),
        ("She meets a man on\n  the marsh.", "plot"),
        ("They talk about 'salt'.", "plot"),
        ("he turns out to be her brother", "ending"),
    ],
)
def test_a_quote_has_the_part_of_the_page_it_stands_in(
    loader: Loader, tmp_path: Path, quote: str, part: str
) -> None:
    write(tmp_path, "page.txt", PAGE.replace("“", "'").replace("”", "’"))
    film = read_one(loader, write(tmp_path, "x.yaml", quoting(quote, "page: page.txt\n")))
    assert isinstance(film, FilmRecord), film
    assert [one.part for one in film.events[0].evidence] == [part]


def test_a_quote_must_stand_in_the_page_that_lies_beside(loader: Loader, tmp_path: Path) -> None:
    write(tmp_path, "x.txt", PAGE)
    found = read_one(loader, write(tmp_path, "x.yaml", quoting("She meets a bear.")))
    assert found == "x.yaml:5: The quote 'She meets a bear.' is not in the film's page."


@pytest.mark.parametrize(("quote", "part"), [("She drinks.", "plot"), ("She dies.", "ending")])
def test_a_quote_without_a_page_is_of_the_plot_at_least(
    loader: Loader, tmp_path: Path, quote: str, part: str
) -> None:
    film = read_one(loader, write(tmp_path, "x.yaml", quoting(quote)))
    assert isinstance(film, FilmRecord)
    assert [one.part for one in film.events[0].evidence] == [part]


def test_a_page_that_is_not_there_is_a_fault(loader: Loader, tmp_path: Path) -> None:
    found = read_one(loader, write(tmp_path, "x.yaml", quoting("It.", "page: none.txt\n")))
    assert found == "x.yaml:2: There is no page 'none.txt' beside the timeline."


DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "timelines.md"
EXAMPLE, AGAIN = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


def test_the_example_of_the_document_is_sound() -> None:
    film = good(EXAMPLE)
    assert len(film.events) == 8
    assert good(EXAMPLE + AGAIN).events[0].tellings[1].mode == "repeated"


def test_a_check_of_the_example_prints_what_the_document_says(
    loader: Loader, tmp_path: Path
) -> None:
    path = write(tmp_path, "the-third-man-1949.yaml", EXAMPLE)
    assert f"{load(loader, [path], None)}\n" in DOCUMENT.read_text(encoding="utf-8")


def test_the_faults_of_the_document_are_told_as_it_says(loader: Loader, tmp_path: Path) -> None:
    text = EXAMPLE
    for old, new in (
        ("(1949)", ""),
        ("what: friend of, whom: Harry", "what: friend of, whom: Hary"),
        ("  - id: arrives\n", "  - id: arrives\n    when: after warned\n"),
        ("level: ending\n    what: A light", "level: end\n    what: A light"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (refused,) = loader.read([write(tmp_path, "the-third-man-1949.yaml", text)], {})
    told = str(refused).replace("\n    ", "\n")
    assert f"{told}\n" in DOCUMENT.read_text(encoding="utf-8"), told


def test_every_key_is_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    keys = {*KEYS, *PART_KEYS, *EVENT_KEYS}
    assert [key for key in sorted(keys) if f"`{key}`" not in text and f"`{key}:" not in text] == []


def test_the_example_becomes_a_graph(tmp_path: Path) -> None:
    path = graph_folder(tmp_path / "my.graph", {"timeline": [good(EXAMPLE)]}).path
    assert not open_graph(path).find("the porter")
    assert open_graph(path, level="plot").find("the porter")[0].kind == "character"
