"""The page facts of a film as statements: titles, dates, money, texts, relations to other films."""

from filmgraph.curtain import default_level, higher
from filmgraph.names import iri, short_hash, slug
from filmgraph.record import FilmRelation
from filmgraph.statements.saying import Saying
from filmgraph.statements.terms import boolean, date, integer, node, text, url
from filmgraph.vocabulary import DCTERMS, FG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["say_facts", "say_relations", "say_texts"]

_RELATIONS = {
    "remake of": FG.remakeOf,
    "sequel of": FG.sequelOf,
    "based on": FG.basedOn,
}
_MONEY = {"budget": FG.budget, "box office": FG.boxOffice}
_TEXTS = {"synopsis": SCHEMA.abstract, "extract": FG.extract, "plot": FG.plotText}
_COMPANIES = {"production": SCHEMA.productionCompany, "distribution": FG.distributor}


def say_facts(said: Saying) -> None:
    """Titles, year, identifiers, genres, countries, money and what else a film page lists."""
    record = said.record
    film = said.subject
    said.say(film, RDF.type, node(FG.Film))
    said.say(film, RDFS.label, text(record.title))
    for title in record.other_titles:
        said.say(film, SKOS.altLabel, text(title.text, title.language))
    if record.year is not None:
        said.say(film, FG.year, integer(record.year))
    for identifier in record.identifiers:
        said.say(film, SCHEMA.identifier, text(f"{identifier.scheme}:{identifier.value}"))
    if record.runtime_minutes is not None:
        said.say(film, FG.runtimeMinutes, integer(record.runtime_minutes))
    for language in record.languages:
        said.say(film, SCHEMA.inLanguage, text(language))
    for country in record.countries:
        said.say(film, SCHEMA.countryOfOrigin, said.concept("place", country, "open"))
    for genre in record.genres:
        said.say(film, SCHEMA.genre, said.concept("genre", genre, "open"))
    for link in record.links:
        said.say(film, SCHEMA.url, url(link.url))
    _say_record(said)
    _say_releases(said)
    _say_business(said)


def _say_record(said: Saying) -> None:
    record = said.record
    this = node(iri("record", said.source, said.local + said.own))
    said.say(this, RDF.type, node(FG.FilmRecord))
    said.say(this, FG.describes, said.subject)
    said.say(this, DCTERMS.source, node(iri("source", said.source)))
    said.say(this, DCTERMS.identifier, text(record.key))
    if record.url is not None:
        said.say(this, SCHEMA.url, url(record.url))


def _say_releases(said: Saying) -> None:
    for release in said.record.releases:
        level = said.level(release)
        said.say(said.subject, SCHEMA.datePublished, date(release.date), level)
        if release.country is None:
            continue
        this = node(said.part("release", release.date, slug(release.country)))
        said.say(said.subject, FG.release, this, level)
        said.say(this, RDF.type, node(SCHEMA.PublicationEvent), level)
        said.say(this, SCHEMA.startDate, date(release.date), level)
        said.say(this, SCHEMA.location, said.concept("place", release.country, level), level)
        said.quote(this, release.evidence, level)


def _say_business(said: Saying) -> None:
    for company in said.record.companies:
        level = said.level(company)
        named = said.concept("organization", company.name, level)
        said.say(said.subject, _COMPANIES[company.part], named, level)
    for money in said.record.money:
        level = said.level(money)
        area = [slug(money.area)] if money.area else []
        parts = (slug(money.kind), f"{money.amount}-{money.currency.lower()}", *area)
        this = node(said.part("money", *parts))
        said.say(said.subject, _MONEY[money.kind], this, level)
        said.say(this, RDF.type, node(SCHEMA.MonetaryAmount), level)
        said.say(this, SCHEMA.value, integer(money.amount), level)
        said.say(this, SCHEMA.currency, text(money.currency), level)
        if money.area is not None:
            said.say_one(this, SCHEMA.areaServed, text(money.area), level)
        said.quote(this, money.evidence, level)
    for detail in said.record.details:
        level = said.level(detail)
        this = node(said.part("detail", slug(detail.aspect), short_hash(detail.value)))
        said.say(said.subject, FG.productionDetail, this, level)
        said.say(this, RDF.type, node(SCHEMA.PropertyValue), level)
        said.say_one(this, SCHEMA.name, text(detail.aspect), level)
        said.say(this, SCHEMA.value, text(detail.value), level)
        said.quote(this, detail.evidence, level)


def say_texts(said: Saying) -> None:
    """Synopsis, extract and plot, and what comes after the credits."""
    for one in said.record.texts:
        if one.kind in _TEXTS:
            value = text(one.text, one.language)
            said.say(said.subject, _TEXTS[one.kind], value, said.level(one))
    scene = said.record.post_credit_scene
    if scene is not None:
        level = said.level(scene)
        said.say(said.subject, FG.hasPostCreditScene, boolean(scene.present), level)
        if scene.what is not None:
            level = higher(level, default_level("post-credit content"))
            said.say(said.subject, FG.postCreditScene, text(scene.what), level)


def say_relations(said: Saying) -> None:
    """Relations to other films, series and works."""
    for relation in said.record.film_relations:
        level = said.level(relation)
        if relation.kind == "in series":
            said.say(
                said.subject, FG.inSeries, said.concept("series", relation.title, level), level
            )
        else:
            said.say(said.subject, _RELATIONS[relation.kind], _other_film(said, relation), level)


def _other_film(said: Saying, relation: FilmRelation) -> str:
    other = said.naming.film_by_title(relation.title, relation.year)
    if other is not None and other != said.film:
        return node(other)
    return text(f"{relation.title} ({relation.year})" if relation.year else relation.title)
