"""What stands around a theme: broader and narrower ones, its films by weight, what goes with it."""

from collections import Counter

from filmgraph.export.around import (
    WEIGHTS,
    Found,
    Select,
    counted,
    films_word,
    gather,
    outside,
    rarity,
    text_of,
    values,
    year_of,
)
from filmgraph.export.picture import Link, Node
from filmgraph.names import IRI
from filmgraph.values import Entity

__all__ = ["around"]

_FILM_GROUPS = (
    ("choice", "heart-of", 10),
    ("major", "major-in", 14),
    ("minor", "minor-in", 8),
    ("suggested", "maybe-in", 6),
)
_ALL_FILMS = 2_000


def around(theme: Entity, select: Select) -> tuple[str, list[Found], dict[str, int]]:
    """Subtitle, what is shown, and how many each group leaves out."""
    this = f"<{theme.iri}>"
    taken = {theme.iri}
    films = _films(this, select)
    own, omitted = gather(
        [
            ("part-of", 5, _themes(f"{this} skos:broader ?t", "part-of", select)),
            ("narrower", 14, _themes(f"?t skos:broader {this}", "narrower", select)),
            ("beside-it", 8, _themes(f"{this} skos:broader/^skos:broader ?t", "beside-it", select)),
            *(
                (key, size, [f for f in films if f.node.group == key])
                for _, key, size in _FILM_GROUPS
            ),
        ],
        taken,
    )
    shown = [one.node.iri for one in own if one.node.kind == "film"]
    further, left = gather(_goes_with(theme.iri, shown, select), taken)
    count = len({one.node.iri for one in films})
    return (
        " · ".join(part for part in ("theme", films_word(count)) if part),
        own + further,
        {**omitted, **left},
    )


def _themes(pattern: str, group: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?t ?l (COUNT(?u) AS ?n) {{ {{ SELECT DISTINCT ?t {{ {pattern} }} }}
        ?t rdfs:label ?l . OPTIONAL {{ ?u fg:theme ?t }} }}
        GROUP BY ?t ?l ORDER BY DESC(?n) ?l ?t"""
    )
    return [
        Found(Node(IRI(str(t)), "theme", text_of(label), films_word(int(str(count))), None, group))
        for t, label, count in rows
    ]


def _films(this: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?f ?l ?y ?w (COUNT(?r) AS ?n) {{ ?u fg:theme {this} ; fg:inFilm ?f ;
        fg:weight ?weight . ?f rdfs:label ?l . OPTIONAL {{ ?f fg:year ?y }}
        OPTIONAL {{ ?r fg:describes ?f }} BIND(STRAFTER(STR(?weight), "#") AS ?w) }}
        GROUP BY ?f ?l ?y ?w ORDER BY DESC(?n) DESC(?y) ?f"""
    )
    keys = {weight: key for weight, key, _ in _FILM_GROUPS}
    return [
        Found(Node(IRI(str(f)), "film", text_of(label), "", year_of(year), keys[str(weight)]))
        for f, label, year, weight, _ in rows
    ]


def _goes_with(theme: IRI, films: list[IRI], select: Select) -> list[tuple[str, int, list[Found]]]:
    if not films:
        return []
    rows = select(
        f"""SELECT ?t ?l ?f ?w {{ {values("f", films)} ?u fg:inFilm ?f ; fg:theme ?t ;
        fg:weight ?weight . ?t rdfs:label ?l . FILTER(?t != <{theme}>)
        BIND(STRAFTER(STR(?weight), "#") AS ?w) }} ORDER BY ?t ?f"""
    )
    together = Counter(IRI(str(row[0])) for row in rows)
    everywhere = counted(sorted(together), "?n fg:theme ?x", select)
    nodes: dict[IRI, Node] = {}
    reasons = []
    for other, label, film, weight in rows:
        iri, of = IRI(str(other)), IRI(str(film))
        count = together[iri]
        nodes[iri] = Node(iri, "theme", text_of(label), f"in {count} of these" if count > 1 else "")
        score = WEIGHTS[str(weight)] / 3 * rarity(everywhere[iri], _ALL_FILMS) * count**2
        reasons.append((score, Link(of, iri, "is also about")))
    return outside(nodes, reasons, set(films), lambda _: "goes-with")
