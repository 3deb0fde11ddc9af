"""What stands around anything else: a place, a genre, a character, a series, a company."""

from filmgraph.export.around import Found, Select, gather, text_of, year_of
from filmgraph.export.picture import Node
from filmgraph.names import IRI, kind_of
from filmgraph.values import Entity

__all__ = ["around"]

_FILMS = 24


def around(thing: Entity, select: Select) -> tuple[str, list[Found], dict[str, int]]:
    """Subtitle, what is shown, and how many each group leaves out."""
    this = f"<{thing.iri}>"
    taken = {thing.iri}
    films = _films(this, select)
    own, omitted = gather(
        [
            (
                "played-by",
                4,
                _named(f"?x fg:portrays {this} ; fg:portrayedBy ?o", "played-by", select),
            ),
            ("lies-in", 5, _named(f"{this} skos:broader ?o", "lies-in", select)),
            ("near-it", 12, _named(f"?o skos:broader {this}", "near-it", select)),
            ("appears-in", 1, _named(f"{this} fg:inFilm ?o", "appears-in", select)),
            ("carries", 8, _named(f"?u fg:saidOf {this} ; fg:theme ?o", "carries", select)),
            ("films", _FILMS, films),
        ],
        taken,
    )
    count = len({one.node.iri for one in films})
    about = thing.note or (f"{count} film{'s' if count != 1 else ''}" if count else "")
    return " · ".join(part for part in (thing.kind, about) if part), own, omitted


def _films(this: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?f ?l ?y (COUNT(?r) AS ?n) {{
        {{ SELECT DISTINCT ?f {{
            {{ ?f schema:genre|schema:countryOfOrigin|fg:inSeries {this} }}
            UNION {{ ?f schema:productionCompany|fg:distributor {this} }}
            UNION {{ ?f fg:setting/(fg:place|fg:period) {this} }} }} }}
        ?f rdfs:label ?l . OPTIONAL {{ ?f fg:year ?y }} OPTIONAL {{ ?r fg:describes ?f }} }}
        GROUP BY ?f ?l ?y ORDER BY DESC(?n) ?y ?f LIMIT 5000"""
    )
    return [
        Found(Node(IRI(str(film)), "film", text_of(label), "", year_of(year), "films"))
        for film, label, year, _ in rows
    ]


def _named(pattern: str, group: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT DISTINCT ?o ?l ?y {{ {pattern} . ?o rdfs:label ?l OPTIONAL {{ ?o fg:year ?y }} }}
        ORDER BY ?l ?o"""
    )
    return [
        Found(Node(IRI(str(o)), kind_of(str(o)), text_of(label), "", year_of(year), group))
        for o, label, year in rows
    ]
