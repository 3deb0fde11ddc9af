"""Every term that filmgraph writes or asks for, as a closed set of constants.

`FG.inFilm` is the IRI of `fg:inFilm`.  A misspelt term is an error for mypy and an
`AttributeError` at run time; nothing can be added or changed.  The terms are defined in
`ontology/filmgraph.ttl` and `ontology/schemes.ttl`; a test holds the two equal in both directions.

A class lists the names only: the IRI is the namespace and the name, without the underscore that
ends a name Python keeps for itself.
"""

# ruff: noqa: N815 (the names are those of the terms)

import inspect
from collections.abc import Iterator
from typing import Final, NoReturn

from filmgraph.names import IRI, PREFIXES

__all__ = ["DCTERMS", "FG", "PROV", "RDF", "RDFS", "SCHEMA", "SKOS", "VOCABULARIES", "XSD"]


class _Vocabulary(type):
    """Makes each annotated name of a class the IRI of that name, then closes the class."""

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> None:
        super().__init__(name, bases, body)
        start = PREFIXES[name.lower()]
        for term in inspect.get_annotations(cls):
            type.__setattr__(cls, term, IRI(start + term.removesuffix("_")))

    def __setattr__(cls, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{cls.__name__} is closed: {name} cannot be set.")

    def __delattr__(cls, name: str) -> NoReturn:
        raise AttributeError(f"{cls.__name__} is closed: {name} cannot be taken out.")

    def __iter__(cls) -> Iterator[IRI]:
        return iter(sorted(getattr(cls, term) for term in inspect.get_annotations(cls)))


class FG(metaclass=_Vocabulary):
    """The terms of our own: what no other ontology has.

    Examples
    --------
    >>> FG.inFilm
    'https://w3id.org/filmgraph/ontology#inFilm'
    >>> FG.inFlim
    Traceback (most recent call last):
    AttributeError: type object 'FG' has no attribute 'inFlim'
    """

    # Classes: films and who is in them
    Film: IRI
    Genre: IRI
    Character: IRI
    CharacterIdentity: IRI
    Portrayal: IRI
    CharacterRelation: IRI

    # Classes: the story, and what it is about
    Setting: IRI
    Period: IRI
    Theme: IRI
    ThemeUse: IRI
    Motif: IRI
    StoryEvent: IRI
    Participation: IRI
    Telling: IRI

    # Classes: who says so
    FilmRecord: IRI
    Source: IRI
    Graph: IRI

    # Classes: the concepts of the closed schemes
    Level: IRI
    Weight: IRI
    Aspect: IRI
    CharacterKind: IRI
    TellingMode: IRI
    RelationKind: IRI
    PlotStructure: IRI
    CreditPart: IRI

    # Facts of a film
    year: IRI
    release: IRI
    runtimeMinutes: IRI
    distributor: IRI
    budget: IRI
    boxOffice: IRI
    productionDetail: IRI
    hasPostCreditScene: IRI
    postCreditScene: IRI
    writer: IRI
    cinematographer: IRI
    extract: IRI
    plotText: IRI
    remakeOf: IRI
    sequelOf: IRI
    basedOn: IRI
    inSeries: IRI
    setting: IRI
    motif: IRI
    plotStructure: IRI

    # The one link from a part to its film, and the sentence that says so
    inFilm: IRI
    quote: IRI

    # Portrayals and characters
    portrayedBy: IRI
    portrays: IRI
    creditedAs: IRI
    aspect: IRI
    billing: IRI
    actedIn: IRI
    characterKind: IRI
    trait: IRI
    identity: IRI
    who: IRI
    relation: IRI
    relationKind: IRI
    whom: IRI
    since: IRI

    # Settings, themes and motifs
    place: IRI
    period: IRI
    theme: IRI
    weight: IRI
    motivation: IRI
    saidOf: IRI
    symbolises: IRI

    # Events and their tellings
    participation: IRI
    participant: IRI
    partPlayed: IRI
    where: IRI
    before: IRI
    during: IRI
    storyOrder: IRI
    tells: IRI
    tellingIndex: IRI
    tellingMode: IRI
    strand: IRI

    # Records, graphs and the order of concepts
    describes: IRI
    level: IRI
    includes: IRI
    rank: IRI
    creditProperty: IRI

    # Schemes
    levels: IRI
    weights: IRI
    aspects: IRI
    characterKinds: IRI
    tellingModes: IRI
    relationKinds: IRI
    plotStructures: IRI
    creditParts: IRI

    # Levels
    open: IRI
    plot: IRI
    ending: IRI

    # Weights
    choice: IRI
    major: IRI
    minor: IRI
    suggested: IRI

    # Aspects
    body: IRI
    voice: IRI
    young: IRI
    old: IRI

    # Kinds of character
    namedCharacter: IRI
    unnamedCharacter: IRI
    groupCharacter: IRI

    # Modes of telling
    scene: IRI
    flashback: IRI
    flashforward: IRI
    dream: IRI
    reported: IRI
    repeated: IRI
    backstory: IRI

    # Kinds of relation between characters
    family: IRI
    love: IRI
    friendship: IRI
    acquaintance: IRI
    enmity: IRI
    work: IRI
    authority: IRI
    care: IRI
    exploitation: IRI
    sameness: IRI
    otherRelation: IRI

    # Plot structures
    linear: IRI
    reverse: IRI
    outOfOrder: IRI
    loop: IRI
    frame: IRI
    parallelStrands: IRI
    episodic: IRI
    competingAccounts: IRI

    # Credit parts
    actorCredit: IRI
    directorCredit: IRI
    writerCredit: IRI
    producerCredit: IRI
    composerCredit: IRI
    cinematographerCredit: IRI
    editorCredit: IRI
    contributorCredit: IRI


class SCHEMA(metaclass=_Vocabulary):
    """What filmgraph uses of schema.org."""

    Movie: IRI
    MovieSeries: IRI
    Person: IRI
    Organization: IRI
    Place: IRI
    PerformanceRole: IRI
    PublicationEvent: IRI
    MonetaryAmount: IRI
    PropertyValue: IRI

    abstract: IRI
    areaServed: IRI
    contributor: IRI
    countryOfOrigin: IRI
    currency: IRI
    datePublished: IRI
    director: IRI
    editor: IRI
    genre: IRI
    identifier: IRI
    inLanguage: IRI
    license: IRI
    location: IRI
    musicBy: IRI
    name: IRI
    producer: IRI
    productionCompany: IRI
    startDate: IRI
    url: IRI
    value: IRI


class SKOS(metaclass=_Vocabulary):
    """What filmgraph uses of SKOS."""

    Concept: IRI
    ConceptScheme: IRI
    altLabel: IRI
    broader: IRI
    definition: IRI
    exactMatch: IRI
    inScheme: IRI
    topConceptOf: IRI


class DCTERMS(metaclass=_Vocabulary):
    """What filmgraph uses of the Dublin Core terms."""

    identifier: IRI
    isReplacedBy: IRI
    modified: IRI
    source: IRI


class PROV(metaclass=_Vocabulary):
    """What filmgraph uses of PROV."""

    Entity: IRI


class RDF(metaclass=_Vocabulary):
    """What filmgraph uses of RDF."""

    type: IRI


class RDFS(metaclass=_Vocabulary):
    """What filmgraph uses of RDF Schema."""

    label: IRI


class XSD(metaclass=_Vocabulary):
    """The datatypes of our literals."""

    boolean: IRI
    date: IRI
    decimal: IRI
    gYear: IRI
    gYearMonth: IRI
    integer: IRI
    string: IRI


VOCABULARIES: Final = (FG, SCHEMA, SKOS, DCTERMS, PROV, RDF, RDFS, XSD)
"""Each iterates over its IRIs in sorted order."""
