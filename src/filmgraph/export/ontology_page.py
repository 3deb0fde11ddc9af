"""The reference page of the ontology, made from its Turtle."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filmgraph.names import ONTOLOGY, curie

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["ontology_page"]

_NOTE: Final = "<!-- Written by `make docs` from ontology/*.ttl; edit there. -->"
_MATCHES: Final = {
    "subClassOf": "is a kind of",
    "subPropertyOf": "is a kind of",
    "closeMatch": "is close to",
    "broadMatch": "is narrower than",
    "narrowMatch": "is wider than",
}
_TERM: Final = re.compile(r"\b(?:dcterms|fg|owl|prov|rdfs?|schema|skos|xsd):\w+(?:[+*](?!\w))?")
_INTRODUCTION: Final = """# The ontology

These are the words in which filmgraph says what it knows: the classes and properties of every
statement in the graph, in SPARQL, in exports and in the JSON-LD context. Terms of our own begin
with `fg:` (`https://w3id.org/filmgraph/ontology#`); where schema.org, SKOS, DCMI terms or PROV
have a word that fits, it is used. The ontology itself is free of rights (CC0).

## How a graph is built

A **film** stands in the middle. Facts of one value hang on it directly: its title is its
`rdfs:label`, then `fg:year`, `schema:director`, `schema:genre`. What takes more than two to say
is a thing of its own, with an IRI and never a blank node: a **portrayal** (person, character,
film, in which aspect), a **theme use** (film, theme, weight, of whom it is said), a **relation**
between characters, a **setting** (place and period as this film uses them), a **story event**, a
**telling**. Each of these points at its film by one property, `fg:inFilm`, so the way between a
film and any of its parts is always the same step.

A **character** belongs to one film. That James Bond of one film is James Bond of another is a
claim of its own, a `fg:CharacterIdentity`, that can be withdrawn without touching either. Links
to other data sets are `skos:exactMatch` and `schema:identifier`, never `owl:sameAs`: a wrong link
must not merge two people.

## Two orders

A story has the order in which things happen, a film the order in which it tells them. Events are
put before one another by `fg:before`, a partial order: what nobody knows is not invented.
Tellings are numbered by `fg:tellingIndex`, a total order. An event that is shown twice has two
tellings, and one that is only inferred has none. `fg:tellingMode` says how it is told,
`fg:plotStructure` how the two orders go together.

Numbers are for sorting: what may be seen first is numbered 1, 2, 3, and what may be seen later
lies between, as 2.1. So no gap tells that something is hidden, and the order is the same at every
level.

## Levels: what a viewer may know

No other ontology has words for spoilers, so these are ours. Every statement has one of three
**levels**. `fg:open` is what one may know before seeing the film: credits, genres, the premise,
its main themes. `fg:plot` is what happens in it. `fg:ending` is how it turns out, and everything
that tells this, such as the reason why an annotator names a theme. Each level includes the one
before it (`fg:includes`), and a viewer at one level sees that level and all it includes.

A statement that is made at several levels has the lowest: what one source tells freely is free.
What is made *of* statements (a path, a count, an order, a reason) has the highest level of those
it used. The level is not written on the statement but is that of the graph that holds it. The
default graph holds what is open, `<graph/plot>` and `<graph/ending>` the rest. Each source has
graphs of its own that repeat what it says and are described by `fg:Graph`; this is one theme of
one film:

```trig
@base <https://w3id.org/filmgraph/> .

<theme-use/leaving-las-vegas-1995/alcohol-abuse> a fg:ThemeUse ;
    fg:inFilm <film/leaving-las-vegas-1995> ;
    fg:theme <theme/alcohol-abuse> ;
    fg:weight fg:choice .

<graph/ending> {
    <theme-use/leaving-las-vegas-1995/alcohol-abuse> fg:motivation "…" .
}

<graph/demo/ending> a fg:Graph ; dcterms:source <source/demo> ; fg:level fg:ending .
<graph/demo/ending> {
    <theme-use/leaving-las-vegas-1995/alcohol-abuse> fg:motivation "…" .
}
```

What is behind the curtain is not part of the data that a query sees, so a query is written the
same for every level. This one asks which themes weigh most in which films:

```sparql
SELECT ?title ?theme WHERE {
  ?use fg:inFilm ?film ; fg:theme/rdfs:label ?theme ; fg:weight fg:choice .
  ?film rdfs:label ?title .
}
ORDER BY ?title ?theme
LIMIT 5
```

What must hold in a sound graph is written as SHACL in `ontology/shapes.ttl` and checked by every
build. Examples below are Turtle with the usual prefixes and the base
`https://w3id.org/filmgraph/`.
"""


def ontology_page(folder: Path) -> str:
    """The reference page as Markdown: an introduction, then every term.

    Parameters
    ----------
    folder : Path
        Where `filmgraph.ttl`, `schemes.ttl` and `alignments.ttl` are.

    Examples
    --------
    >>> from filmgraph.shipped import folder
    >>> page = ontology_page(folder("ontology"))
    >>> "### `fg:Portrayal`" in page
    True
    """
    # rdflib takes most of a second to import, and few programs write this page.
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for name in ("filmgraph", "schemes"):
        graph.parse(folder / f"{name}.ttl", format="turtle")
    alignments = Graph(bind_namespaces="none").parse(folder / "alignments.ttl", format="turtle")
    blocks = [_NOTE, _INTRODUCTION.rstrip(), *_Page(graph).blocks(), *_alignments(alignments)]
    return "\n\n".join(blocks) + "\n"


class _Page:
    """The blocks of the reference, in the order of the Turtle where that has one."""

    def __init__(self, graph: "Graph") -> None:
        from rdflib.namespace import OWL, RDF, RDFS, SKOS

        self.graph = graph
        self.owl, self.rdf, self.rdfs, self.skos = OWL, RDF, RDFS, SKOS
        terms = sorted({str(one) for one in graph.subjects(RDFS.isDefinedBy)})
        self.ours = [term for term in terms if term.startswith(ONTOLOGY)]
        self.reused = [term for term in terms if not term.startswith(ONTOLOGY)]
        self.classes = self.of_type(OWL.Class)
        self.properties = [term for term in self.ours if self.values(term, RDFS.domain)]
        self.schemes = self.of_type(SKOS.ConceptScheme)
        self.anchors = _anchors([*self.classes, *self.properties, *self.schemes])

    def blocks(self) -> Iterator[str]:
        yield "## Classes"
        for term in self.classes:
            yield from self.class_blocks(term)
        yield "## Properties"
        for term in self.properties:
            yield from self.term_blocks(term, self.bounds(term))
        yield "## Closed schemes"
        yield "A value that is not in its scheme is an error, which the check of a build finds."
        for term in self.schemes:
            yield from self.scheme_blocks(term)
        yield "## Reused terms"
        rows = [
            (f"`{curie(term)}`", self.prose(term, self.skos.scopeNote), self.example(term))
            for term in self.reused
        ]
        yield _table(("term", "how filmgraph uses it", "example"), rows)

    def class_blocks(self, term: str) -> Iterator[str]:
        lines = []
        wider = self.values(term, self.rdfs.subClassOf)
        if wider:
            lines.append(f"Kind of {_list(wider)}.")
        for what, end in (("Properties", self.rdfs.domain), ("Value of", self.rdfs.range)):
            found = [one for one in self.properties if term in self.union(one, end)]
            if found:
                links = (f"[`{curie(one)}`](#{self.anchors[one]})" for one in found)
                lines.append(f"{what}: {', '.join(links)}.")
        yield from self.term_blocks(term, "  \n".join(lines))

    def scheme_blocks(self, term: str) -> Iterator[str]:
        from rdflib import URIRef

        yield f"### `{curie(term)}`"
        yield self.prose(term, self.skos.definition)
        members = sorted(
            (str(one) for one in self.graph.subjects(self.skos.inScheme, URIRef(term))),
            key=lambda one: (-int(self.text(one, URIRef(ONTOLOGY + "rank")) or 0), one),
        )
        rows = []
        for one in members:
            meaning = self.prose(one, self.skos.definition, self.skos.scopeNote)
            rows.append((f"`{curie(one)}`", self.text(one, self.rdfs.label), meaning))
        yield _table(("concept", "label", "meaning"), rows)

    def term_blocks(self, term: str, more: str) -> Iterator[str]:
        yield f"### `{curie(term)}`"
        yield self.prose(term, self.skos.definition, self.skos.scopeNote)
        if more:
            yield more
        yield f"```turtle\n{self.text(term, self.skos.example)}\n```"

    def bounds(self, term: str) -> str:
        kinds = set(self.values(term, self.rdf.type))
        nature = {
            str(self.owl.TransitiveProperty): "transitive",
            str(self.owl.SymmetricProperty): "symmetric",
            str(self.owl.FunctionalProperty): "one value at most",
        }
        marks = [word for kind, word in nature.items() if kind in kinds]
        said = f"From {_list(self.union(term, self.rdfs.domain))} to "
        said += _list(self.union(term, self.rdfs.range))
        return f"{said}{'; ' if marks else ''}{', '.join(marks)}."

    def of_type(self, kind: "Node") -> list[str]:
        return [term for term in self.ours if str(kind) in self.values(term, self.rdf.type)]

    def union(self, term: str, predicate: "Node") -> list[str]:
        """The classes of a domain or range, whether one or a union."""
        from rdflib import URIRef

        found: list[str] = []
        for bound in self.graph.objects(URIRef(term), predicate):
            head = self.graph.value(bound, self.owl.unionOf)
            members = [bound] if head is None else self.graph.items(head)
            found += [str(member) for member in members]
        return found

    def values(self, term: str, predicate: "Node") -> list[str]:
        from rdflib import URIRef

        return sorted(str(one) for one in self.graph.objects(URIRef(term), predicate))

    def text(self, term: str, predicate: "Node") -> str:
        return next(iter(self.values(term, predicate)), "")

    def prose(self, term: str, *predicates: "Node") -> str:
        """Texts one after the other, with the terms that they name as code."""
        parts = (self.text(term, predicate) for predicate in predicates)
        return _TERM.sub(r"`\g<0>`", " ".join(part for part in parts if part))

    def example(self, term: str) -> str:
        return f"`{' '.join(self.text(term, self.skos.example).split())}`"


def _alignments(graph: "Graph") -> Iterator[str]:
    from rdflib.namespace import OWL

    rows = []
    for subject, predicate, value in graph:
        how = _MATCHES.get(str(predicate).rpartition("#")[2])
        if how is not None:
            inverse = graph.value(subject, OWL.inverseOf)
            name = f"`{curie(str(subject))}`"
            if inverse is not None:
                name = f"inverse of `{curie(str(inverse))}`"
            rows.append((name, how, f"`{_foreign(graph, str(value))}`"))
    yield "## Alignments"
    yield "How our terms stand to those of others. The levels have no counterpart elsewhere."
    yield _table(("our term", "", "their term"), sorted(rows))


def _foreign(graph: "Graph", term: str) -> str:
    """The CURIE of a term of others, by the prefixes of the file."""
    fits = [(str(start), prefix) for prefix, start in graph.namespaces() if term.startswith(start)]
    start, prefix = max(fits)
    return f"{prefix}:{term.removeprefix(start)}"


def _anchors(terms: Iterable[str]) -> dict[str, str]:
    """Term: the anchor of its heading, as the usual viewers of Markdown make it.

    Case does not count in an anchor, so that of `fg:theme` has a number: `fg:Theme` has it already.
    """
    anchors: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for term in terms:
        anchor = curie(term).replace(":", "").lower()
        anchors[term] = f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor
        seen[anchor] += 1
    return anchors


def _list(terms: Sequence[str]) -> str:
    return ", ".join(f"`{curie(term)}`" for term in terms)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
