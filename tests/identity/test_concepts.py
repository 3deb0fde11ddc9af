"""One IRI for each folded name of a concept."""

from tests.identity.samples import reasons, short

from filmgraph.identity import FilmClaim, Ledger, Naming, identify
from filmgraph.record import ConceptRecord


def named(*concepts: tuple[str, ConceptRecord], ledger: Ledger | None = None) -> Naming:
    return identify([], concepts, Ledger() if ledger is None else ledger)


def theme(name: str, *others: str) -> ConceptRecord:
    return ConceptRecord(kind="theme", name=name, other_names=others)


def test_spellings_of_one_name_are_one_concept() -> None:
    naming = named(("a", theme("time travel")), ("b", theme("Time-Travel")))
    assert short(naming.concept("theme", "time travel")) == "theme/time-travel"
    assert naming.concept("theme", "TIME TRAVEL") == naming.concept("theme", "Time-Travel")


def test_two_spellings_in_one_source_are_noted() -> None:
    naming = named(("a", theme("clash of wills")), ("a", theme("clash of Wills")))
    assert reasons(naming, "theme") == ["taken as one in a: clash of Wills, clash of wills"]


def test_kinds_are_apart() -> None:
    naming = named(("a", theme("western")), ("a", ConceptRecord(kind="genre", name="western")))
    assert short(naming.concept("theme", "western")) == "theme/western"
    assert short(naming.concept("genre", "western")) == "genre/western"


def test_another_name_leads_to_the_concept() -> None:
    naming = named(("a", theme("android", "humanoid robot")))
    assert naming.concept("theme", "humanoid robot") == naming.concept("theme", "android")


def test_another_name_that_is_a_concepts_own_leads_to_that() -> None:
    naming = named(("a", theme("pool", "billiards")), ("a", theme("billiards")))
    assert naming.concept("theme", "billiards") != naming.concept("theme", "pool")
    assert len(naming.doubts) == 1


def test_another_name_of_two_concepts_leads_to_neither() -> None:
    naming = named(("a", theme("pool", "cue sport")), ("a", theme("snooker", "cue sport")))
    assert short(naming.concept("theme", "cue sport")) == "theme/cue-sport"
    assert len(naming.doubts) == 2


def test_a_name_that_becomes_another_name_is_replaced() -> None:
    ledger = Ledger()
    before = named(("a", theme("humanoid robot")), ledger=ledger).concept("theme", "humanoid robot")
    after = named(("b", theme("android", "humanoid robot")), ledger=ledger)
    assert after.concept("theme", "humanoid robot") == before
    ledger = Ledger()
    named(("a", theme("android")), ("c", theme("humanoid robot")), ledger=ledger)
    after = named(("a", theme("android", "humanoid robot")), ledger=ledger)
    assert after.replaced == {before: after.concept("theme", "android")}


def test_long_names_that_begin_alike_are_told_apart() -> None:
    one, other = "very " * 30 + "good", "very " * 30 + "bad"
    naming = named(("a", theme(one)), ("a", theme(other)))
    assert naming.concept("theme", one) != naming.concept("theme", other)


def test_names_of_film_records_are_kept_in_the_ledger() -> None:
    ledger = Ledger()
    claim = FilmClaim("a", "1", ("Alien",), 1979, concepts=(("genre", "Horror"),))
    naming = identify([claim], [], ledger)
    assert ledger.given("genre", "a", "horror") == naming.concept("genre", "horror")


def test_a_name_that_no_record_has_gets_a_readable_iri() -> None:
    naming = named()
    assert short(naming.concept("place", "Las Vegas")) == "place/las-vegas"
