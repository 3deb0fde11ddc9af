"""What must hold whatever the sources say."""

from collections.abc import Sequence
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filmgraph.identity import FilmClaim, Ledger, Naming, PersonMention, identify
from filmgraph.identity.lifetimes import name_key
from filmgraph.names import IRI
from filmgraph.record import ConceptRecord

TITLES = ("Alien", "The Alien", "Aliens", "Alien II", "Alien 2", "Hamlet", "Hamlet 1996", "...")
YEARS = (None, 1900, 1901, 1930, 1975, 1990, 1995, 1996, 1997)
NAMES = ("Ann One", "ANN ONE", "Bo Two", "Bo Two Jr.", "Cy Three", "Ann One 1996")
PAGES = (None, "wikipedia:Alien", "wikipedia:Hamlet_(1996_film)", "imdb:tt1", "imdb:tt2")
IDS = (None, None, None, "imdb:1", "imdb:2", "tmdb:1")
OWN_IDS = (None, None, "imdb", "imdb too", "tmdb")
KEYS = ("1", "2", "3", "4")
SOURCES = ("a", "b", "c")

# The machine may be busy with other things: how long an example takes says nothing.
law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
mentions = st.builds(PersonMention, st.sampled_from(NAMES), st.sampled_from(IDS))


def _owned(name: str, scheme: str | None) -> PersonMention:
    return PersonMention(
        name, None if scheme is None else f"{scheme[:4]}:{name_key(name)} {scheme}"
    )


# Identifiers that no two names share: where they do, data sets contradict each other, and a
# person known before may turn out to be two.
sane_mentions = st.builds(_owned, st.sampled_from(NAMES), st.sampled_from(OWN_IDS))


@st.composite
def film_claims(
    draw: st.DrawFn,
    sources: Sequence[str] = SOURCES,
    who: st.SearchStrategy[PersonMention] = mentions,
) -> FilmClaim:
    people = draw(st.lists(who, max_size=3, unique=True))
    page = draw(st.sampled_from(PAGES))
    cut = draw(st.integers(0, len(people)))
    return FilmClaim(
        source=draw(st.sampled_from(sources)),
        key=draw(st.sampled_from(KEYS)),
        titles=tuple(draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=2))),
        year=draw(st.sampled_from(YEARS)),
        directors=tuple(one.name for one in people[:cut]),
        cast=tuple(one.name for one in people[cut:]),
        pages=() if page is None else (page,),
        people=tuple(people),
        concepts=tuple(("genre", word) for word in draw(st.sets(st.sampled_from(TITLES)))),
    )


def claims(
    sources: Sequence[str] = SOURCES, who: st.SearchStrategy[PersonMention] = mentions
) -> st.SearchStrategy[list[FilmClaim]]:
    one_each = film_claims(sources, who)
    return st.lists(one_each, max_size=7, unique_by=lambda one: (one.source, one.key))


concepts = st.lists(
    st.tuples(
        st.sampled_from(SOURCES),
        st.builds(
            ConceptRecord,
            kind=st.just("genre"),
            name=st.sampled_from(TITLES),
            other_names=st.lists(st.sampled_from(TITLES), max_size=2).map(tuple),
        ),
    ),
    max_size=4,
)


def answers(naming: Naming, asked: Sequence[FilmClaim]) -> dict[tuple[str, ...], str]:
    """All that a naming says of some claims."""
    said: dict[tuple[str, ...], str] = {}
    for one in asked:
        said["film", one.source, one.key] = naming.film(one.source, one.key)
        for who in one.people:
            asked_of = ("person", one.source, one.key, who.name, who.person_id or "")
            said[asked_of] = naming.person(one.source, one.key, who.name, who.person_id)
        for kind, word in one.concepts:
            said[kind, word] = naming.concept(kind, word)
    return said


@law
@given(claims(), concepts, st.randoms(use_true_random=False))
def test_no_order_matters(
    sources: list[FilmClaim], words: list[tuple[str, ConceptRecord]], random: Random
) -> None:
    ledger, other = Ledger(), Ledger()
    one = identify(sources, words, ledger)
    shuffled, words_too = list(sources), list(words)
    random.shuffle(shuffled)
    random.shuffle(words_too)
    two = identify(shuffled, words_too, other)
    assert answers(one, sources) == answers(two, sources)
    assert one.doubts == two.doubts
    assert one.merged == two.merged
    assert list(one.films.items()) == list(two.films.items())
    assert ledger.new_lines() == other.new_lines()


@law
@given(claims(), concepts)
def test_twice_is_once(sources: list[FilmClaim], words: list[tuple[str, ConceptRecord]]) -> None:
    ledger = Ledger()
    once = identify(sources, words, ledger)
    lines = ledger.new_lines()
    twice = identify(sources, words, ledger)
    assert answers(once, sources) == answers(twice, sources)
    assert ledger.new_lines() == lines
    assert once.films == twice.films


@law
@given(claims(("a", "c"), sane_mentions), claims(("b",), sane_mentions), concepts)
def test_a_new_source_leaves_every_iri_found(
    before: list[FilmClaim], more: list[FilmClaim], words: list[tuple[str, ConceptRecord]]
) -> None:
    ledger = Ledger()
    old = answers(identify(before, words, ledger), before)
    naming = identify([*before, *more], words, ledger)
    new = answers(naming, before)
    for asked, iri in old.items():
        assert new[asked] == naming.replaced.get(IRI(iri), iri)


@law
@given(claims())
def test_every_record_is_of_one_film_and_no_two_films_share_a_name(
    sources: list[FilmClaim],
) -> None:
    naming = identify(sources, [], Ledger())
    records = [record for keys in naming.films.values() for record in keys]
    assert sorted(records) == sorted((one.source, one.key) for one in sources)
    assert all(naming.film(*record) == iri for iri, keys in naming.films.items() for record in keys)


@law
@given(claims())
def test_what_is_replaced_is_in_no_answer(sources: list[FilmClaim]) -> None:
    ledger = Ledger()
    for count in range(len(sources) + 1):
        naming = identify(sources[:count], [], ledger)
        said = answers(naming, sources[:count])
        assert not set(naming.replaced) & set(said.values())


@law
@given(claims())
def test_namesakes_with_two_identifiers_are_never_one(sources: list[FilmClaim]) -> None:
    naming = identify(sources, [], Ledger())
    imdb: dict[str, set[str]] = {}
    for one in sources:
        for who in one.people:
            if who.person_id and who.person_id.startswith("imdb"):
                iri = naming.person(one.source, one.key, who.name, who.person_id)
                imdb.setdefault(iri, set()).add(who.person_id)
    assert all(len(ids) == 1 for ids in imdb.values())
