"""The timelines that come with filmgraph: sound, shipped as written, behind the curtain."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.graphs import Quad, graph_folder, write

from filmgraph.curtain import LEVELS, allowed, level_of, visible
from filmgraph.graph import Graph, open_graph
from filmgraph.intake import find_loader
from filmgraph.intake.store import read_records, read_source
from filmgraph.intake.timeline import read_timeline
from filmgraph.record import FilmRecord, Level
from filmgraph.shipped import folder

DEMO = folder("loaders") / "demo"
FILES = sorted((DEMO / "timelines").glob("*.yaml"))
SHIPPED = {
    record.key: record
    for record in read_records(DEMO / "timeline.jsonl.gz")
    if isinstance(record, FilmRecord)
}
PLOT_KINDS = {
    "fg:StoryEvent",
    "fg:Telling",
    "fg:Participation",
    "fg:CharacterRelation",
    "fg:Motif",
}


@pytest.fixture(scope="module", params=FILES, ids=lambda path: str(path.stem))
def written(request: pytest.FixtureRequest) -> FilmRecord:
    path: Path = request.param
    timeline = read_timeline(path.read_text(encoding="utf-8"))
    assert timeline.faults == ()
    assert timeline.record is not None
    return timeline.record


def test_what_is_shipped_is_what_is_written() -> None:
    loader = find_loader("timeline")
    records = {
        record.key: record
        for record in loader.read([DEMO / "timelines"], {})
        if isinstance(record, FilmRecord)
    }
    again = "filmgraph load timeline loaders/demo/timelines, as docs/shipped-facts.md says"
    assert records == SHIPPED, f"Make loaders/demo/timeline.jsonl.gz anew: {again}"


def test_there_are_at_least_twelve_and_they_are_ours() -> None:
    assert len(FILES) == len(SHIPPED) >= 12
    assert read_source(DEMO / "timeline.jsonl.gz").licence == "MIT"


def test_each_has_events_settings_motifs_and_levels(written: FilmRecord) -> None:
    assert 15 <= len(written.events) <= 40
    assert written.settings
    assert written.motifs
    assert written.themes
    assert written.relations
    levels = Counter(level_of(written, event) for event in written.events)
    assert levels["plot"] >= 10
    assert levels["ending"] >= 5


def test_the_order_of_the_story_is_given(written: FilmRecord) -> None:
    ordered = [one for one in written.events if one.story_order is not None or one.after]
    assert len(ordered) >= 0.8 * len(written.events)


def test_everyone_named_takes_part_in_something(written: FilmRecord) -> None:
    busy = {who.character for event in written.events for who in event.who}
    assert {one.name for one in written.characters} == busy


def test_no_sentence_of_the_plot_names_someone_of_the_ending(written: FilmRecord) -> None:
    hidden = [one.name for one in written.characters if level_of(written, one) == "ending"]
    seen = visible(written, "plot")
    texts = [one.what for one in seen.events]
    texts += [text for one in seen.motifs for text in (one.name, *one.symbolises)]
    found = [(name, text) for name in hidden for text in texts if name in text]
    assert found == []


def test_no_sentence_is_a_paragraph(written: FilmRecord) -> None:
    assert [one.what for one in written.events if len(one.what) > 160] == []


def quads_of(film: FilmRecord) -> set[Quad]:
    return set(write({"timeline": [film]}).quads)


def test_nothing_of_the_story_is_open(written: FilmRecord) -> None:
    seen = {one for one in quads_of(written) if one.level == "open"}
    assert not {one.object for one in seen if one.predicate == "rdf:type"} & PLOT_KINDS
    parts = {one for quad in seen for one in (quad.subject, quad.object)}
    story = re.compile(r"^(event|telling|participation|relation|motif)/")
    assert [part for part in parts if story.match(part)] == []
    texts = {one.object for one in seen}
    assert not texts & {event.what for event in written.events}
    later = {one.name for one in written.characters if level_of(written, one) != "open"}
    assert not texts & later


def test_nothing_of_the_ending_is_in_the_plot(written: FilmRecord) -> None:
    seen = {one for one in quads_of(written) if one.level != "ending"}
    hidden = [event for event in written.events if level_of(written, event) == "ending"]
    names = {f"/{event.id}" for event in hidden}
    parts = {one for quad in seen for one in (quad.subject, quad.object)}
    assert not {event.what for event in hidden} & parts
    told = [part for part in parts if re.match(r"(event|telling|participation)/", part)]
    assert [part for part in told if any(f"{part}/".count(f"{name}/") for name in names)] == []


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_seen_is_as_if_there_were_no_more(written: FilmRecord, level: Level) -> None:
    """Also in every number: none counts what is hidden."""
    seen = {one for one in quads_of(written) if one.level in allowed(level)}
    assert seen == quads_of(visible(written, level))


def test_the_numbers_of_the_plot_have_no_gaps(written: FilmRecord) -> None:
    seen = [one for one in quads_of(written) if one.level != "ending" and not one.source]
    for predicate in ("fg:tellingIndex", "fg:storyOrder"):
        numbers = sorted({float(one.object) for one in seen if one.predicate == predicate})
        assert numbers == [float(number) for number in range(1, len(numbers) + 1)]


@pytest.fixture(scope="module")
def story_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("timelines") / "timelines.graph"
    return graph_folder(path, {"timeline": list(SHIPPED.values())}).path


def count(graph: Graph, what: str) -> int:
    (row,) = graph.sparql(f"SELECT (COUNT(*) AS ?n) {{ ?this a {what} }}").rows
    return int(str(row[0]))


def test_a_graph_counts_no_event_before_the_curtain_is_lifted(story_graph: Path) -> None:
    counts = {
        level: {kind: count(open_graph(story_graph, level=level), kind) for kind in PLOT_KINDS}
        for level in LEVELS
    }
    expected = {
        level: sum(
            level_of(film, event) in allowed(level)
            for film in SHIPPED.values()
            for event in film.events
        )
        for level in LEVELS
    }
    assert counts["open"] == dict.fromkeys(PLOT_KINDS, 0)
    assert {level: found["fg:StoryEvent"] for level, found in counts.items()} == expected


def test_no_search_finds_a_character_of_the_ending_too_early(story_graph: Path) -> None:
    levels: dict[str, set[Level]] = {}
    for film in SHIPPED.values():
        for one in film.characters:
            levels.setdefault(one.name, set()).add(level_of(film, one))
    hidden = {name for name, said in levels.items() if said == {"ending"}}
    assert "Judy Barton" in hidden
    for level in ("open", "plot"):
        graph = open_graph(story_graph, level=level)
        found = {entity.label for name in hidden for entity in graph.find(name)}
        assert not found & hidden


def test_the_demo_shows_no_event_before_the_curtain_is_lifted(demo_graph_folder: Path) -> None:
    graphs = {level: open_graph(demo_graph_folder, level=level) for level in LEVELS}
    shown = {level: count(graph, "fg:StoryEvent") for level, graph in graphs.items()}
    total = sum(len(film.events) for film in SHIPPED.values())
    assert shown["open"] == 0
    assert 0 < shown["plot"] < shown["ending"]
    assert shown["ending"] >= total


def test_each_film_of_a_timeline_is_the_film_that_others_tell_of(demo_graph_folder: Path) -> None:
    graph = open_graph(demo_graph_folder)
    asked = "SELECT DISTINCT ?graph {{ GRAPH ?graph {{ <{}> rdfs:label ?title }} }}"
    sources = {key: len(graph.sparql(asked.format(graph.film(key).iri))) for key in SHIPPED}
    # No list of American films and no theme tells of this one.
    assert [key for key, count in sources.items() if count < 2] == ["Run Lola Run (1998)"]
