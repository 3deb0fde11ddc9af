"""What stands around anything else: a place, a genre, a character, a series, a company."""

from filmgraph.export.around import (
    Found,
    Select,
    best_described,
    films_word,
    gather,
    named_films,
    text_of,
    values,
    year_of,
)
from filmgraph.export.picture import Link, Node
from filmgraph.names import IRI, curie, kind_of
from filmgraph.values import Entity

__all__ = ["around"]

_FILMS = 24
_CANDIDATES = 200
"""Films that are looked at more closely, of the thousands that a genre has."""
_NOT_MORE = 1_000
"""Films of which each is looked at."""

_SAYS = {
    "schema:genre": "is a genre of",
    "schema:countryOfOrigin": "is a country of",
    "fg:inSeries": "is the series of",
    "schema:productionCompany": "produced",
    "fg:distributor": "distributed",
}
_SETTING = "is where or when it happens in"


def around(thing: Entity, select: Select) -> tuple[str, list[Found], dict[str, int]]:
    """Subtitle, what is shown, and how many each group leaves out."""
    this = f"<{thing.iri}>"
    taken = {thing.iri}
    count, films = (0, []) if thing.kind == "character" else _films(thing.iri, select)
    groups = [
        ("played-by", 4, f"?x fg:portrays {this} ; fg:portrayedBy ?o"),
        ("lies-in", 5, f"{this} skos:broader ?o"),
        ("near-it", 12, f"?o skos:broader {this}"),
        ("appears-in", 1, f"{this} fg:inFilm ?o"),
        ("knows", 10, f"?x fg:who|fg:whom {this} ; fg:who|fg:whom ?o FILTER(?o != {this})"),
        ("carries", 8, f"?u fg:saidOf {this} ; fg:theme ?o"),
    ]
    own, omitted = gather(
        [
            *((key, size, _named(pattern, key, select)) for key, size, pattern in groups),
            ("films", _FILMS, films),
        ],
        taken,
    )
    shown = sum(1 for one in own if one.node.group == "films")
    about = thing.note or films_word(count)
    subtitle = " · ".join(part for part in (thing.kind, about) if part)
    return subtitle, own, {**omitted, "films": count - shown}


def _films(thing: IRI, select: Select) -> tuple[int, list[Found]]:
    """How many films it has, and the best described of them."""
    this = f"<{thing}>"
    parts = [f"{{ ?f {'|'.join(_SAYS)} {this} }}"]
    parts += [f"{{ ?x {each} {this} . ?f fg:setting ?x }}" for each in ("fg:place", "fg:period")]
    its = f"{{ SELECT DISTINCT ?f {{ {' UNION '.join(parts)} }} }}"
    count = int(str(select(f"SELECT (COUNT(?f) AS ?n) {{ {its} }}").rows[0][0]))
    if count <= _NOT_MORE:
        rows = select(f"SELECT ?f {its} ORDER BY ?f").rows
    else:
        rows = select(
            f"""SELECT ?f (COUNT(?u) AS ?n) {{ {its} ?u fg:weight fg:major ; fg:inFilm ?f }}
            GROUP BY ?f ORDER BY DESC(?n) ?f LIMIT {_CANDIDATES}"""
        ).rows
        if len(rows) < _FILMS:
            rows += select(f"SELECT ?f {{ {its} }} ORDER BY ?f LIMIT {_CANDIDATES}").rows
    candidates = list(dict.fromkeys(IRI(str(row[0])) for row in rows))
    best = best_described(candidates, select)[:_FILMS]
    return count, _with_verbs(thing, best, select)


def _with_verbs(thing: IRI, films: list[IRI], select: Select) -> list[Found]:
    if not films:
        return []
    rows = select(f"SELECT ?f ?p {{ {values('f', films)} ?f ?p <{thing}> }} ORDER BY ?f ?p")
    verbs: dict[IRI, str] = {}
    for film, predicate in rows:
        verbs.setdefault(IRI(str(film)), _SAYS.get(curie(str(predicate)), _SETTING))
    found = []
    for iri, node in named_films(films, select).items():
        placed = Node(iri, "film", node.label, "", node.year, "films")
        link = Link(thing, iri, verbs.get(iri, _SETTING))
        found.append(Found(placed, (link,)))
    return found


def _named(pattern: str, group: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT DISTINCT ?o ?l ?y {{ {pattern} . ?o rdfs:label ?l OPTIONAL {{ ?o fg:year ?y }} }}
        ORDER BY ?l ?o"""
    )
    return [
        Found(Node(IRI(str(o)), kind_of(str(o)), text_of(label), "", year_of(year), group))
        for o, label, year in rows
    ]
