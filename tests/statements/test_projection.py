"""The edges that statements make: each kind of them, their levels, and what is merged."""

import re
from collections.abc import Mapping
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.canary import canary_film
from tests.graphs import Sources, write
from tests.statements.edge_cases import CASES, CREW, MORE, OTHER_FILMS, TWO_EVENTS
from tests.statements.records import films

from filmgraph.curtain import LEVELS, visible
from filmgraph.names import BASE, curie
from filmgraph.record import (
    Character,
    ConceptRecord,
    Credit,
    FilmRecord,
    FilmRelation,
    Level,
    Motif,
    Record,
    Relation,
)
from filmgraph.statements.projection import EDGES, NODE_KINDS, EdgeKind, EdgeSaid, project
from filmgraph.vocabulary import VOCABULARIES

Edge: TypeAlias = tuple[str, str, str]
"""Name of its kind, and the short names of its source and target."""

TERMS = {str(term) for vocabulary in VOCABULARIES for term in vocabulary}
ALIEN = f"<{BASE}film/alien-1979>"
PORTRAYAL = f"<{BASE}portrayal/alien-1979/ann>"
ANN, BEE = f"<{BASE}person/ann>", f"<{BASE}person/bee>"
FG = f"{BASE}ontology#"


def alien(**fields: object) -> FilmRecord:
    return FilmRecord(**({"key": "a", "title": "Alien", "year": 1979} | fields))  # type: ignore[arg-type]


def named(triples: Mapping[str, int]) -> dict[Edge, EdgeSaid]:
    names = tuple(EDGES)
    edges = project(triples).edges.items()
    return {(names[kind], curie(one), curie(other)): said for (kind, one, other), said in edges}


def edges_of(*records: Record) -> dict[Edge, EdgeSaid]:
    """The edges of some records of one source."""
    return merged_edges({"mine": records})


def merged_edges(sources: Sources) -> dict[Edge, EdgeSaid]:
    """The edges of what all sources say together."""
    return {key: edge for one in write(sources).said for key, edge in named(one.merged).items()}


@pytest.mark.parametrize("kind", EDGES.values(), ids=EDGES)
def test_a_kind_of_edge_is_made_of_terms_of_the_vocabulary(kind: EdgeKind) -> None:
    steps = {kind.direct, kind.start, kind.end, kind.text, kind.order} - {""}
    assert {step.removeprefix("^") for step in steps} <= TERMS
    assert bool(kind.direct) != bool(kind.start and kind.end)


@pytest.mark.parametrize("kind", EDGES.values(), ids=EDGES)
def test_a_kind_of_edge_leads_from_and_to_kinds_of_node(kind: EdgeKind) -> None:
    assert kind.ends
    assert {end for ends in kind.ends for end in ends} <= set(NODE_KINDS)


def test_the_names_of_the_kinds_are_words_in_capitals_and_unlike() -> None:
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", name) for name in EDGES)
    assert [kind.name for kind in EDGES.values()] == list(EDGES)
    assert len({name.replace("_", "") for name in EDGES}) == len(EDGES)


def test_every_kind_says_what_stands_between_its_ends_both_ways() -> None:
    assert all(kind.words and kind.back for kind in EDGES.values())


def test_every_kind_of_edge_is_tried_here() -> None:
    assert {*CASES, "BROADER", "VERSION_OF"} == set(EDGES)


@pytest.mark.parametrize("kind", CASES)
def test_a_part_of_a_record_makes_its_kind_of_edge(kind: str) -> None:
    fields, source, target = CASES[kind]
    made = edges_of(alien(**fields), *OTHER_FILMS)
    ends = [one if "/" in one else "film/alien-1979" for one in (source, target)]
    assert (kind, *ends) in made
    assert [one for one in made if one[0] == kind and one[1:] != tuple(ends)] == MORE.get(kind, [])


@pytest.mark.parametrize("kind", ["theme", "genre", "place"])
def test_a_concept_with_a_parent_is_narrower_than_it(kind: str) -> None:
    concept = ConceptRecord(kind=kind, name="one", parents=("other",))  # type: ignore[arg-type]
    assert edges_of(concept) == {
        ("BROADER", f"{kind}/one", f"{kind}/other"): EdgeSaid(0, ("", "", ""), 0)
    }


@pytest.mark.parametrize("level", LEVELS)
def test_a_character_of_two_films_is_a_version_of_the_one_that_both_are(level: Level) -> None:
    crew = (Character(name="Ellen Ripley", level=level),)
    sequel = (FilmRelation(kind="sequel of", title="Alien", year=1979),)
    later = FilmRecord(key="b", title="Aliens", characters=crew, film_relations=sequel)
    made = edges_of(alien(characters=crew), later)
    assert {edge: said for edge, said in made.items() if edge[0] == "VERSION_OF"} == {
        ("VERSION_OF", f"character/{film}/ellen-ripley", "identity/ellen-ripley"): EdgeSaid(
            LEVELS.index(level), ("", "", ""), 0
        )
        for film in ("alien-1979", "aliens")
    }


NOT_AT_EVERY_LEVEL = {
    "HAS_GENRE",
    "MADE_IN",  # any record says these in the open
    "SAID_OF",
    "BEFORE",
    "DURING",  # never in the open, for what they are said of is not
}
NOT_BY_THE_CANARY = {
    "WROTE",
    "PRODUCED",
    "COMPOSED",
    "SHOT",
    "EDITED",
    "CONTRIBUTED_TO",  # credits that only differ from DIRECTED by their word
    "REMAKE_OF",
    "SEQUEL_OF",
    "BASED_ON",  # that film is none of the graph
    "BROADER",
    "VERSION_OF",  # that needs two films
}


def test_the_canary_film_makes_every_kind_at_every_level_but_for_those_named_here() -> None:
    found: dict[str, set[int]] = {}
    for (kind, _, _), said in edges_of(canary_film()).items():
        found.setdefault(kind, set()).add(said.rank)
    assert set(EDGES) - set(found) == NOT_BY_THE_CANARY
    assert {kind for kind in found if len(found[kind]) < len(LEVELS)} == NOT_AT_EVERY_LEVEL


@pytest.mark.parametrize("level", LEVELS)
def test_what_is_projected_up_to_a_level_needs_nothing_beyond_it(level: Level) -> None:
    most = LEVELS.index(level)
    (film,) = write({"mine": [canary_film()]}).said
    known = {triple: rank for triple, rank in film.merged.items() if rank <= most}
    assert up_to(most, named(known)) == up_to(most, named(film.merged))
    assert not re.search(r"plotcanary|endingcanary", f"{up_to(0, named(film.merged))}")


def up_to(most: int, edges: Mapping[Edge, EdgeSaid]) -> dict[Edge, EdgeSaid]:
    """What may be seen of some edges: later texts are left out."""
    return {
        edge: said._replace(texts=(*said.texts[: most + 1], *[""] * (2 - most)))  # type: ignore[arg-type]
        for edge, said in edges.items()
        if said.rank <= most
    }


quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(films("a", "Alien"), films("b", "Alien"), st.sampled_from(["open", "plot"]))
@quick
def test_what_two_sources_say_is_projected_as_if_they_knew_no_more(
    one: FilmRecord, two: FilmRecord, level: Level
) -> None:
    whole = merged_edges({"one": [one], "two": [two]})
    seen = merged_edges({"one": [visible(one, level)], "two": [visible(two, level)]})
    most = LEVELS.index(level)
    assert up_to(most, whole) == up_to(most, seen)
    assert all(said.rank <= most for said in seen.values())


@given(films())
@quick
def test_the_order_of_the_statements_does_not_matter(film: FilmRecord) -> None:
    (one,) = write({"mine": [film]}).said
    turned = dict(reversed(list(one.merged.items())))
    assert project(turned).edges == project(one.merged).edges
    assert sorted(project(turned).nodes) == sorted(project(one.merged).nodes)


@given(films())
@quick
def test_the_ends_of_an_edge_are_two_of_kinds_that_it_has(film: FilmRecord) -> None:
    for kind, source, target in edges_of(film):
        assert source != target
        ends = (source.partition("/")[0], target.partition("/")[0])
        assert ends in EDGES[kind].ends


def portrayal(**more: int | tuple[str, int]) -> dict[str, int]:
    """Statements that Ann acts in Alien, said in the open, and more of it."""
    said = {f"{PORTRAYAL} <{FG}inFilm> {ALIEN}": 0, f"{PORTRAYAL} <{FG}portrayedBy> {ANN}": 0}
    for predicate, (value, rank) in more.items():  # type: ignore[misc]
        said[f"{PORTRAYAL} <{FG}{predicate}> {value}"] = rank
    return said


def the_one(triples: dict[str, int]) -> EdgeSaid:
    (said,) = named(triples).values()
    return said


def test_an_edge_is_seen_when_both_statements_that_make_it_are() -> None:
    triples = portrayal()
    triples[f"{PORTRAYAL} <{FG}inFilm> {ALIEN}"] = 1
    triples[f"{PORTRAYAL} <{FG}portrayedBy> {ANN}"] = 2
    assert the_one(triples).rank == 2


def test_a_text_is_seen_from_its_own_level_on() -> None:
    assert the_one(portrayal(creditedAs=('"Kane"', 1))).texts == ("", "Kane", "Kane")


def test_a_text_is_never_seen_before_its_edge() -> None:
    triples = portrayal(creditedAs=('"Kane"', 0))
    triples[f"{PORTRAYAL} <{FG}portrayedBy> {ANN}"] = 2
    assert the_one(triples).texts == ("", "", "Kane")


def test_two_texts_are_joined_in_alphabetical_order_as_they_come_to_be_seen() -> None:
    triples = portrayal(creditedAs=('"Kane"', 0)) | {f'{PORTRAYAL} <{FG}creditedAs> "Ash"': 2}
    assert the_one(triples).texts == ("Kane", "Kane", "Ash / Kane")


def test_a_text_that_two_nodes_between_give_stands_once() -> None:
    voice = PORTRAYAL.replace("ann>", "ann/voice>")
    triples = portrayal(creditedAs=('"Kane"', 0)) | {f'{PORTRAYAL} <{FG}creditedAs> "Ash"': 0}
    triples |= {triple.replace(PORTRAYAL, voice): rank for triple, rank in triples.items()}
    assert the_one(triples).texts == ("Ash / Kane",) * 3


def test_escapes_in_a_text_are_undone() -> None:
    role = (r'"the \"mother\" \\ \u0007"@en', 0)
    assert the_one(portrayal(creditedAs=role)).texts[0] == 'the "mother" \\ \x07'


INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


@pytest.mark.parametrize(
    ("billing", "order"),
    [("3", 3), ("999999999", 999_999_999), ("9" * 30, 2**31 - 1), ("-3", 0), ("x", 0), ("", 0)],
)
def test_a_billing_is_a_number_that_fits(billing: str, order: int) -> None:
    assert the_one(portrayal(billing=(f'"{billing}"{INTEGER}', 0))).order == order


def test_a_billing_that_is_known_later_than_its_edge_is_not_told() -> None:
    assert the_one(portrayal(billing=(f'"3"{INTEGER}', 1))).order == 0


def test_of_several_billings_the_best_counts() -> None:
    triples = portrayal(billing=(f'"7"{INTEGER}', 0))
    assert the_one(triples | {f'{PORTRAYAL} <{FG}billing> "3"{INTEGER}': 0}).order == 3


def test_a_second_part_that_is_seen_later_does_not_count() -> None:
    voice = PORTRAYAL.replace("ann>", "ann/voice>")
    first = portrayal(billing=(f'"7"{INTEGER}', 0))
    second = portrayal(billing=(f'"2"{INTEGER}', 1))
    later = {triple.replace(PORTRAYAL, voice): 1 for triple in second}
    assert the_one(first | later) == the_one(later | first) == EdgeSaid(0, ("", "", ""), 7)


def test_of_several_weights_the_heaviest_counts() -> None:
    use = f"<{BASE}theme-use/alien-1979/fear>"
    triples = {
        f"{use} <{FG}inFilm> {ALIEN}": 0,
        f"{use} <{FG}theme> <{BASE}theme/fear>": 0,
        f"{use} <{FG}weight> <{FG}minor>": 0,
        f"{use} <{FG}weight> <{FG}choice>": 0,
        f"{use} <{FG}weight> <{FG}heavy>": 0,
    }
    assert EDGES["HAS_THEME"].weights[the_one(triples).order] == "choice"


def test_two_people_of_one_node_between_make_two_edges() -> None:
    assert set(named(portrayal(portrayedBy=(BEE, 1)) | portrayal())) == {
        ("ACTED_IN", "person/ann", "film/alien-1979"),
        ("ACTED_IN", "person/bee", "film/alien-1979"),
    }


def test_an_edge_from_an_entity_to_itself_is_none() -> None:
    assert named({f"{ALIEN} <{FG}remakeOf> {ALIEN}": 0}) == {}
    same = (Relation(who="Ash", what="is", whom="Ash"),)
    assert "RELATED_TO" not in {
        kind for kind, *_ in edges_of(alien(characters=CREW, relations=same))
    }


@pytest.mark.parametrize(
    "value", [f'"{BASE}film/other-1951"', f'"{BASE}film/x"@en', f"<{BASE}theme/x>"]
)
def test_a_value_that_is_no_entity_of_the_kind_makes_no_edge(value: str) -> None:
    assert named({f"{ALIEN} <{FG}basedOn> {value}": 0}) == {}


def test_a_work_whose_title_is_an_iri_of_a_film_is_no_film() -> None:
    odd = (FilmRelation(kind="based on", title=f"{BASE}film/other-1951"),)
    assert edges_of(alien(film_relations=odd), *OTHER_FILMS) == {}


def test_someone_who_directs_and_acts_has_two_edges() -> None:
    both = (Credit(person="Ann", part="director"), Credit(person="Ann", part="actor", billing=2))
    made = edges_of(alien(credits=both))
    assert {kind: said.order for (kind, *_), said in made.items()} == {"DIRECTED": 0, "ACTED_IN": 2}


def test_body_and_voice_of_one_person_are_one_edge() -> None:
    parts = (
        Credit(person="Ann", part="actor", role="Ash", aspect="body", billing=4),
        Credit(person="Ann", part="actor", role="Mother", aspect="voice", billing=2),
        Credit(person="Ann", part="actor", role="Mother", aspect="young", level="ending"),
    )
    edge = ("ACTED_IN", "person/ann", "film/alien-1979")
    assert edges_of(alien(credits=parts)) == {edge: EdgeSaid(0, ("Ash / Mother",) * 3, 2)}


def test_two_sources_that_say_one_edge_at_two_levels_make_it_at_the_lower() -> None:
    def film(level: Level, role: str, billing: int) -> FilmRecord:
        ann = Credit(person="Ann", part="actor", role=role, billing=billing, level=level)
        return alien(credits=(ann,))

    made = merged_edges({"one": [film("plot", "Ash", 1)], "two": [film("open", "Kane", 5)]})
    assert [*made.values()] == [EdgeSaid(0, ("Kane", "Ash / Kane", "Ash / Kane"), 5)]


def test_two_relations_of_the_same_two_are_one_edge_that_says_both_in_time() -> None:
    relations = (
        Relation(who="Ash", what="colleague of", whom="Ripley", level="open"),
        Relation(who="Ash", what="betrayer of", whom="Ripley", level="ending"),
    )
    made = edges_of(alien(characters=CREW, relations=relations))
    (texts,) = [said.texts for (kind, *_), said in made.items() if kind == "RELATED_TO"]
    assert texts == ("colleague of", "colleague of", "betrayer of / colleague of")


def test_motifs_and_events_are_nodes_with_their_labels() -> None:
    motif = (Motif(name="cat"),)
    (film,) = write({"mine": [alien(motifs=motif, events=TWO_EVENTS, characters=CREW)]}).said
    assert [(curie(iri), *more) for iri, *more in project(film.merged).nodes] == [
        ("motif/alien-1979/cat", "motif", "cat", 1),
        ("event/alien-1979/mine/a", "event", "It hatches.", 1),
        ("event/alien-1979/mine/b", "event", "It grows.", 1),
    ]


def test_nothing_makes_nothing() -> None:
    assert (project({}).edges, project({}).nodes) == ({}, [])
