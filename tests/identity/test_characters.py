"""Which characters of different films are one, why, and from which level on that may be seen."""

from collections.abc import Sequence

import pytest
from tests.identity.samples import short

from filmgraph.curtain import LEVELS, visible
from filmgraph.identity import CharacterIdentity, Ledger, Naming, claim, identify
from filmgraph.names import IRI, iri
from filmgraph.record import Character, Credit, FilmRecord, FilmRelation, Level
from filmgraph.record.parts import FilmRelationKind
from filmgraph.statements.people import identity_triples


def film(
    title: str,
    year: int | None = None,
    *characters: str | Character,
    series: str = "",
    of: tuple[FilmRelationKind, str, int | None] | None = None,
    level: Level | None = None,
    players: Sequence[tuple[str, str]] = (),
) -> FilmRecord:
    """A film: `series` and `of` tie it to others (at `level`), `players` say who plays whom."""
    relations = [FilmRelation(kind="in series", title=series, level=level)] if series else []
    if of is not None:
        relations.append(FilmRelation(kind=of[0], title=of[1], year=of[2], level=level))
    return FilmRecord(
        key=f"{title} {year}",
        title=title,
        year=year,
        characters=tuple(Character(name=c) if isinstance(c, str) else c for c in characters),
        film_relations=tuple(relations),
        credits=tuple(Credit(person=who, part="actor", character=whom) for who, whom in players),
    )


def name(*films: FilmRecord, ledger: Ledger | None = None, withdrawn: Sequence[str] = ()) -> Naming:
    claims = [claim("mine", one) for one in films]
    return identify(claims, [], Ledger() if ledger is None else ledger, withdrawn)


def groups(*films: FilmRecord, withdrawn: Sequence[str] = ()) -> dict[str, list[str]]:
    """Short IRI of each identity: those of its characters, without the word `character`."""
    return {
        short(one.iri): [short(v.character).removeprefix("character/") for v in one.versions]
        for one in name(*films, withdrawn=withdrawn).identities.values()
    }


NO = film("Dr. No", 1962, "James Bond", series="James Bond")
GOLDFINGER = film("Goldfinger", 1964, "James Bond", series="James Bond")
BONDS = {"identity/james-bond": ["dr-no-1962/james-bond", "goldfinger-1964/james-bond"]}


def test_one_name_in_films_of_one_series_is_one_character() -> None:
    assert groups(NO, GOLDFINGER) == BONDS


def test_one_name_in_films_that_have_nothing_to_do_with_each_other_is_two_characters() -> None:
    assert groups(film("A", 1950, "John Smith"), film("B", 1951, "John Smith")) == {}
    apart = film("B", 1951, "John Smith", series="B")
    assert groups(film("A", 1950, "John Smith", series="A"), apart) == {}


@pytest.mark.parametrize("kind", ["remake of", "sequel of", "based on"])
def test_a_film_that_comes_from_another_has_its_characters(kind: FilmRelationKind) -> None:
    first = film("Dune", 1984, "Paul Atreides")
    later = film("Dune", 2021, "Paul Atreides", of=(kind, "Dune", 1984))
    assert list(groups(first, later).values()) == [
        ["dune-1984/paul-atreides", "dune-2021/paul-atreides"]
    ]


def test_films_of_one_work_have_its_characters() -> None:
    work: tuple[FilmRelationKind, str, None] = ("based on", "The Lost World, a novel", None)
    made = groups(
        film("The Lost World", 1925, "Edward Malone", of=work),
        film("Return", 1992, "Edward Malone", of=work),
    )
    assert list(made) == ["identity/edward-malone"]


@pytest.mark.parametrize("work", ["a true story", "True events", "a novel", "the comic book"])
def test_a_kind_of_work_ties_nothing(work: str) -> None:
    of: tuple[FilmRelationKind, str, None] = ("based on", work, None)
    assert groups(film("A", 1950, "John Smith", of=of), film("B", 1951, "John Smith", of=of)) == {}


@pytest.mark.parametrize("word", ["Ripley", "Dr. Ramsey", "The Captain", "Old King"])
def test_what_is_no_full_name_needs_one_player(word: str) -> None:
    def two(*players: str) -> dict[str, list[str]]:
        return groups(
            *(
                film(f"Part {number}", 1990 + number, word, series="Parts", players=[(who, word)])
                for number, who in enumerate(players)
            )
        )

    assert two("Ann One", "Bo Two") == {}
    assert len(two("Ann One", "Ann One")) == 1


def test_one_player_without_a_tie_is_not_enough() -> None:
    made = groups(
        film("A", 1990, "Ann", players=[("Bo Two", "Ann")]),
        film("B", 1991, "Ann", players=[("Bo Two", "Ann")]),
    )
    assert made == {}


def test_another_name_of_the_one_may_be_the_name_of_the_other() -> None:
    obi = Character(name="Ben", aliases=("Obi-Wan Kenobi",))
    made = groups(
        film("Star Wars", 1977, obi, series="Star Wars"),
        film("Episode II", 2002, "Obi-Wan Kenobi", series="Star Wars"),
    )
    assert made == {
        "identity/obi-wan-kenobi": ["episode-ii-2002/obi-wan-kenobi", "star-wars-1977/ben"]
    }


def test_one_other_name_of_two_is_not_enough() -> None:
    made = groups(
        film("A", 2002, Character(name="Peter", aliases=("Spider Man",)), series="S"),
        film("B", 2018, Character(name="Miles", aliases=("Spider Man",)), series="S"),
    )
    assert made == {}


def test_two_characters_of_one_film_are_never_one() -> None:
    both = Character(name="Henry Jekyll", aliases=("Edward Hyde",))
    made = groups(
        film("A", 1931, both, series="Jekyll"),
        film("B", 1941, "Henry Jekyll", "Edward Hyde", series="Jekyll"),
    )
    assert made == {"identity/henry-jekyll": ["a-1931/henry-jekyll", "b-1941/henry-jekyll"]}


def test_unnamed_characters_are_not_taken_as_one() -> None:
    man = Character(name="bus driver", kind="unnamed", level="open")
    assert groups(film("A", 1990, man, series="S"), film("B", 1991, man, series="S")) == {}


def test_two_of_one_name_get_the_year_of_their_first_films() -> None:
    made = groups(
        *(film(f"A{n}", 1950 + n, "John Smith", series="A") for n in range(2)),
        *(film(f"B{n}", 1960 + n, "John Smith", series="B") for n in range(2)),
    )
    assert list(made) == ["identity/john-smith-1950", "identity/john-smith-1960"]


def only(*films: FilmRecord) -> CharacterIdentity:
    (one,) = name(*films).identities.values()
    return one


@pytest.mark.parametrize("tie", LEVELS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_claim_is_known_from_where_both_characters_and_the_tie_are(
    level: Level, tie: Level
) -> None:
    hidden = Character(name="James Bond", level=level)
    one = only(
        film("A", 1962, "James Bond", series="S", level=tie),
        film("B", 1964, hidden, series="S"),
    )
    rank = max(LEVELS.index(level), LEVELS.index(tie))
    assert [one.rank, *(v.rank for v in one.versions)] == [rank] * 3
    assert [at for _, at in one.reasons] == [rank]


def test_two_that_are_known_to_be_one_do_not_tell_of_the_third() -> None:
    late = Character(name="James Bond", level="ending")
    one = only(NO, GOLDFINGER, film("C", 1960, late, series="James Bond"))
    assert [(short(v.character), v.rank) for v in one.versions] == [
        ("character/c-1960/james-bond", 2),
        ("character/dr-no-1962/james-bond", 0),
        ("character/goldfinger-1964/james-bond", 0),
    ]
    assert [at for text, at in one.reasons if "C (1960)" in text] == [2]


@pytest.mark.parametrize("level", ["open", "plot"])
def test_what_is_hidden_changes_nothing_of_what_may_be_seen(level: Level) -> None:
    films = _films_with_everything()
    whole = _seen(films, LEVELS.index(level))
    assert whole
    assert whole == _seen([visible(one, level) for one in films], LEVELS.index(level))


def _films_with_everything() -> list[FilmRecord]:
    """Twelve films: every mix of levels of two characters, other names, players and ties."""
    films = []
    for number in range(12):
        one, other, tie = LEVELS[number % 3], LEVELS[number // 3 % 3], LEVELS[number % 5 % 3]
        ann = Character(name="Ann One", level=one, aliases=("Bo Two",) if number % 2 else ())
        bo = Character(name="Bo Two" if number % 4 else "Cy", level=other, aliases=("Ann One",))
        films.append(
            film(
                f"Part {number}",
                1990 + number,
                ann,
                bo,
                series=f"Parts {number % 2}",
                of=("sequel of", f"Part {number // 2}", None) if number else None,
                level=tie,
                players=[("Di Three", bo.name)],
            )
        )
    return films


def _seen(films: Sequence[FilmRecord], most: int) -> dict[str, int]:
    return {
        triple: rank
        for one in name(*films).identities.values()
        for triple, rank in identity_triples(one).items()
        if rank <= most
    }


def test_the_reason_can_be_read() -> None:
    later = film("Dune", 2021, "Paul Atreides", of=("remake of", "Dune", 1984))
    ripley = [("Sigourney Weaver", "Ripley")]
    alien = film("Alien", 1979, "Ripley", series="Alien", players=ripley)
    aliens = film("Aliens", 1986, "Ripley", series="Alien", players=ripley)
    said = name(film("Dune", 1984, "Paul Atreides"), later, alien, aliens).identities.values()
    assert [text for one in said for text, _ in one.reasons] == [
        "Paul Atreides is in Dune (1984) and in Dune (2021); "
        "Dune (2021) is a remake of Dune (1984).",
        "Ripley is in Alien (1979) and in Aliens (1986), both times played by Sigourney Weaver; "
        "both are in the series Alien.",
    ]


def test_no_order_matters() -> None:
    films = _films_with_everything()
    assert name(*films).identities == name(*films[::-1]).identities


def test_an_iri_once_given_stays_whoever_joins_and_whatever_comes_first() -> None:
    ledger = Ledger()
    name(NO, GOLDFINGER, ledger=ledger)
    earlier = film("Casino Royale", 1954, "James Bond", series="James Bond")
    other = [film(f"X{n}", 1900 + n, "James Bond", series="X") for n in range(2)]
    naming = name(earlier, NO, GOLDFINGER, *other, ledger=ledger)
    assert {short(one): len(it.versions) for one, it in naming.identities.items()} == {
        "identity/james-bond": 3,
        "identity/james-bond-1900": 2,
    }


def test_two_that_turn_out_to_be_one_keep_the_first_iri() -> None:
    ledger = Ledger()
    films = [film(f"A{n}", 1950 + n, "John Smith", series="A") for n in range(2)]
    more = [film(f"B{n}", 1960 + n, "John Smith", series="B") for n in range(2)]
    name(*films, *more, ledger=ledger)
    bridge = film("A2", 1970, "John Smith", series="A", of=("sequel of", "B0", 1960))
    naming = name(*films, *more, bridge, ledger=ledger)
    assert list(naming.identities) == [iri("identity", "john-smith-1950")]
    assert naming.replaced == {
        iri("identity", "john-smith-1960"): iri("identity", "john-smith-1950")
    }


def test_a_character_that_is_withdrawn_is_nobody_else() -> None:
    third = film("C", 1965, "James Bond", series="James Bond")
    assert groups(NO, GOLDFINGER, third, withdrawn=[iri("character", "c-1965", "james-bond")]) == (
        BONDS
    )


def test_an_identity_that_is_withdrawn_is_none() -> None:
    naming = name(NO, GOLDFINGER, withdrawn=[iri("identity", "james-bond")])
    assert (naming.identities, naming.not_withdrawn) == ({}, ())


def test_what_is_withdrawn_but_was_never_there_is_named() -> None:
    unknown = [IRI(iri("identity", "jim-bond")), iri("character", "dr-no-1962", "jim")]
    assert name(NO, GOLDFINGER, withdrawn=unknown).not_withdrawn == tuple(sorted(unknown))
