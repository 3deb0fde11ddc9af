"""Credits, portrayals, characters, who they are in other films, and relations as statements."""

from unicodedata import normalize

from filmgraph.curtain import default_level, higher, portrayal_level, since_level
from filmgraph.identity import CharacterIdentity
from filmgraph.names import IRI, slug
from filmgraph.record import Credit, Relation
from filmgraph.statements.relation_kinds import relation_kind
from filmgraph.statements.saying import Mention, Saying, rank
from filmgraph.statements.terms import integer, node, text
from filmgraph.vocabulary import FG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["identity_triples", "say_characters", "say_credits"]

_PARTS: dict[str, IRI] = {
    "director": SCHEMA.director,
    "writer": FG.writer,
    "producer": SCHEMA.producer,
    "composer": SCHEMA.musicBy,
    "cinematographer": FG.cinematographer,
    "editor": SCHEMA.editor,
    "contributor": SCHEMA.contributor,
}
_ASPECTS: dict[str, IRI] = {
    "body": FG.body,
    "voice": FG.voice,
    "young": FG.young,
    "old": FG.old,
}
_CHARACTER_KINDS: dict[str, IRI] = {
    "named": FG.namedCharacter,
    "unnamed": FG.unnamedCharacter,
    "group": FG.groupCharacter,
}


def say_credits(said: Saying) -> None:
    """Who made the film, and who plays in it."""
    for credit in said.record.credits:
        level = said.level(credit)
        identifier = _identifier(credit)
        person = said.naming.person(said.source, said.record.key, credit.person, identifier)
        prominence = 0 if credit.part == "director" else (credit.billing or 50)
        said.mentions.append(
            Mention(person, "person", credit.person, rank(level), prominence, identifier or "")
        )
        if credit.part == "actor":
            _say_portrayal(said, credit, person)
        else:
            said.say(said.subject, _PARTS[credit.part], node(person), level)


def _identifier(credit: Credit) -> str | None:
    key = credit.person_id
    return f"{key.scheme}:{normalize('NFC', key.value)}" if key is not None else None


def _say_portrayal(said: Saying, credit: Credit, person: IRI) -> None:
    # One portrayal for a film, a person and an aspect: a second source that adds the character
    # adds to the node that the first one made, and the node's name gives no character away.
    level = said.level(credit)
    aspect = [credit.aspect] if credit.aspect else []
    this = node(said.part("portrayal", person.rpartition("/")[2], *aspect))
    said.begin(this, FG.Portrayal, level)
    said.say(this, FG.portrayedBy, node(person), level)
    said.say(node(person), FG.actedIn, said.subject, level)
    if credit.billing is not None:
        said.say_one(this, FG.billing, integer(credit.billing), level)
    if credit.aspect is not None:
        said.say(this, FG.aspect, node(_ASPECTS[credit.aspect]), level)
    level = portrayal_level(said.record, credit)
    if credit.character is not None:
        said.say(this, FG.portrays, said.character(credit.character), level)
    if credit.role is not None:
        # The text of the credits mostly is the character's name.
        said.say(this, FG.creditedAs, text(credit.role), level)
    said.quote(this, credit.evidence, level)


def say_characters(said: Saying) -> None:
    """The characters, their traits and the relations between them."""
    for character in said.record.characters:
        level = said.level(character)
        this = said.character(character.name)
        said.begin(this, FG.Character, level, label=character.name)
        said.say(this, FG.characterKind, node(_CHARACTER_KINDS[character.kind]), level)
        for alias in character.aliases:
            said.say(this, SKOS.altLabel, text(alias), level)
        for trait in character.traits:
            said.say(this, FG.trait, text(trait), higher(level, default_level("trait")))
        said.quote(this, character.evidence, level)
        named = said.part("character", slug(character.name))
        said.mentions.append(Mention(named, "character", character.name, rank(level)))
    for relation in said.record.relations:
        _say_relation(said, relation)


def _say_relation(said: Saying, relation: Relation) -> None:
    level = said.level(relation)
    parts = (slug(relation.who), slug(relation.what), slug(relation.whom))
    this = node(said.part("relation", *parts))
    label = f"{relation.who} {relation.what} {relation.whom}"
    said.begin(this, FG.CharacterRelation, level, label=label)
    said.say(this, FG.who, said.character(relation.who), level)
    said.say_one(this, FG.relation, text(relation.what), level)
    said.say(this, FG.whom, said.character(relation.whom), level)
    kind = relation_kind(relation.what)
    if kind is not None:
        said.say(this, FG.relationKind, node(kind), level)
    since = since_level(said.record, relation)
    if relation.since is not None and since is not None:
        event = node(said.own_part("event", relation.since))
        said.say(this, FG.since, event, since)
    said.quote(this, relation.evidence, level)


def identity_triples(one: CharacterIdentity) -> dict[str, int]:
    """That characters of several films are one, with the sentences that say why, and the ranks.

    No source says so: it is concluded from what they say, so it stands in no source's graph.
    """
    this = node(one.iri)
    triples = {
        f"{this} <{RDF.type}> {node(FG.CharacterIdentity)}": one.rank,
        f"{this} <{RDFS.label}> {text(one.label)}": one.rank,
    }
    for version in one.versions:
        triples[f"{node(version.character)} <{FG.identity}> {this}"] = version.rank
        for name, known in version.names:
            also, rank = f"{this} <{SKOS.altLabel}> {text(name)}", max(version.rank, known)
            if name != one.label:
                triples[also] = min(rank, triples.get(also, rank))
    for reason, number in one.reasons:
        said = f"{this} <{FG.quote}> {text(reason)}"
        triples[said] = min(number, triples.get(said, number))
    return triples
