"""IRIs, CURIEs and folded names: how things are named."""

import hashlib
import re
import unicodedata
from typing import NewType

__all__ = [
    "BASE",
    "IRI",
    "ONTOLOGY",
    "PREFIXES",
    "VOCABULARIES",
    "curie",
    "expand",
    "fold",
    "graph_iri",
    "has_letters",
    "iri",
    "kind_of",
    "one_line",
    "short_hash",
    "slug",
]

IRI = NewType("IRI", str)
"""The full name of an entity, a term or a graph."""

BASE = "https://w3id.org/filmgraph/"
ONTOLOGY = BASE + "ontology#"

VOCABULARIES: dict[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "fg": ONTOLOGY,
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix of each vocabulary of which we use terms: its namespace."""

_ENTITY_KINDS = ("film", "person", "character", "theme", "genre", "place", "source", "graph")

PREFIXES: dict[str, str] = {
    **VOCABULARIES,
    **{kind: f"{BASE}{kind}/" for kind in _ENTITY_KINDS},
}
"""Prefixes every query and every export may use: `fg:inFilm`, `film:blade-runner-1982`."""

_NOT_SLUG = re.compile(r"[^\w]+|_+")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_LIGATURES = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
_HASH_LENGTH = 8
_SLUG_LENGTH = 120


def one_line(text: str) -> str:
    """The text with all runs of white space made one space, without control characters.

    Examples
    --------
    >>> one_line("  Blade\\n Runner\\x00 ")
    'Blade Runner'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs") or c.isspace())
    return _SPACES.sub(" ", kept).strip()


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and punctuation; words parted by one space.

    Two names with the same fold are spelt the same for filmgraph.

    Examples
    --------
    >>> fold("Renée  ZELLWEGER, Jr.")
    'renee zellweger jr'
    >>> fold("七人の侍"), fold("हिन्दी!")
    ('七人の侍', 'हिन्दी')
    """
    if not text.isascii():
        text = text.casefold().translate(_LIGATURES)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not _latin_mark(c))
        text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower())
        return " ".join("".join(c if _of_word(c) else " " for c in text).split())
    return _NOT_SLUG.sub(" ", _APOSTROPHES.sub("", text.lower())).strip()


def _of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _latin_mark(character: str) -> bool:
    # Marks of other scripts (Devanagari vowels, Hebrew points, kana voicing) carry meaning.
    return "\u0300" <= character <= "\u036f"


def slug(text: str) -> str:
    """The readable last part of an IRI; a short hash where a name has no letter or digit.

    Examples
    --------
    >>> slug("Amélie (2001)")
    'amelie-2001'
    >>> slug("???")
    'xa03b221c'
    """
    folded = fold(text).replace(" ", "-")
    if not folded:
        return "x" + short_hash(text)
    if len(folded) > _SLUG_LENGTH:
        return f"{folded[:_SLUG_LENGTH].strip('-')}-{short_hash(folded)}"
    return folded


def short_hash(text: str) -> str:
    """Eight hexadecimal digits of the text's SHA-256.

    Examples
    --------
    >>> short_hash("Alien")
    '72e4646b'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def has_letters(text: str) -> bool:
    """Whether a name has at least one letter or digit of any script.

    Examples
    --------
    >>> has_letters("[a]"), has_letters("...")
    (True, False)
    """
    return any(c.isalnum() for c in text)


def iri(kind: str, *parts: str) -> IRI:
    """The IRI of an entity from its kind and its slugs.

    Examples
    --------
    >>> iri("character", "leaving-las-vegas-1995", "sera")
    'https://w3id.org/filmgraph/character/leaving-las-vegas-1995/sera'
    """
    return IRI(BASE + "/".join((kind, *parts)))


def graph_iri(source: str | None = None, level: str = "open") -> IRI:
    """The IRI of a named graph: of a level, or of what a source said at a level.

    Examples
    --------
    >>> graph_iri(level="plot")
    'https://w3id.org/filmgraph/graph/plot'
    >>> graph_iri("theme-ontology", "ending")
    'https://w3id.org/filmgraph/graph/theme-ontology/ending'
    """
    parts = [part for part in (source, level) if part and not (source and part == "open")]
    return iri("graph", *parts)


def kind_of(full: str) -> str:
    """The kind that an entity's IRI says it is: `film`, `person`, …; `''` for other IRIs.

    Examples
    --------
    >>> kind_of("https://w3id.org/filmgraph/film/alien-1979")
    'film'
    >>> kind_of("https://schema.org/Movie")
    ''
    """
    if not full.startswith(BASE) or full.startswith(ONTOLOGY):
        return ""
    return full[len(BASE) :].partition("/")[0]


def curie(full: str) -> str:
    """The short name of an IRI, or the IRI itself where no prefix fits.

    Examples
    --------
    >>> curie("https://w3id.org/filmgraph/ontology#Film")
    'fg:Film'
    >>> curie("https://w3id.org/filmgraph/film/alien-1979")
    'film/alien-1979'
    """
    if full.startswith(BASE) and not full.startswith(ONTOLOGY):
        return full[len(BASE) :] or full
    for prefix, start in PREFIXES.items():
        if full.startswith(start) and len(full) > len(start):
            return f"{prefix}:{full[len(start) :]}"
    return full


def expand(short: str) -> IRI:
    """The IRI of a CURIE; an IRI stays what it is.

    Examples
    --------
    >>> expand("film/alien-1979")
    'https://w3id.org/filmgraph/film/alien-1979'
    >>> expand("schema:director"), expand("film:alien-1979")
    ('https://schema.org/director', 'https://w3id.org/filmgraph/film/alien-1979')
    """
    if short.startswith(("http://", "https://", "urn:")):
        return IRI(short)
    prefix, colon, rest = short.partition(":")
    if colon and prefix in PREFIXES:
        return IRI(PREFIXES[prefix] + rest)
    return IRI(BASE + short)
