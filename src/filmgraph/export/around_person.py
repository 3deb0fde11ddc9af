"""What stands around a person: their films by part, who they work with, themes that return."""

from collections import Counter

from filmgraph.export.around import (
    WEIGHTS,
    Found,
    Select,
    best_described,
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

_GROUPS = {
    "directed": "directed",
    "wrote": "wrote",
    "acted in": "acted-in",
    "helped": "helped-make",
}
_SIZES = {"directed": 14, "wrote": 6, "acted-in": 16, "helped-make": 4}
_TIES = 40
_RETURNS = 2
"""In how many films a theme must stand to be one that returns."""
_MOST_FILMS = 500
"""Films of a person that are looked through: no query may be longer."""


def around(person: Entity, select: Select) -> tuple[str, list[Found], dict[str, int]]:
    """Subtitle, what is shown, and how many each group leaves out."""
    films, parts = _films(person, select)
    taken = {person.iri}
    groups = [(key, _SIZES[key], _by_year(films[key], _SIZES[key])) for key in _SIZES if films[key]]
    own, omitted = gather(groups, taken)
    shown = [one.node.iri for one in own]
    everything = list(dict.fromkeys(one.node.iri for each in films.values() for one in each))
    with_, left = gather(
        [("worked-with", 16, _worked_with(person, everything, shown, select))], taken
    )
    themes = _themes(everything, shown, select)
    further, cut = gather(themes, taken)
    subtitle = " · ".join(
        part for part in (_span(films), ", ".join(parts), films_word(len(everything))) if part
    )
    return subtitle, with_ + own + further, {**omitted, **left, **cut}


def _span(films: dict[str, list[Found]]) -> str:
    years = [one.node.year for each in films.values() for one in each if one.node.year is not None]
    if not years:
        return ""
    first, last = min(years), max(years)
    return f"{first}–{last}" if first != last else str(first)


def _films(person: Entity, select: Select) -> tuple[dict[str, list[Found]], list[str]]:
    this = f"<{person.iri}>"
    rows = select(
        f"""SELECT ?f ?l ?y ?part ?c {{
        {{ ?f schema:director {this} BIND("directed" AS ?part) }}
        UNION {{ ?f fg:writer {this} BIND("wrote" AS ?part) }}
        UNION {{ ?f schema:producer|schema:musicBy|fg:cinematographer|schema:editor
                    |schema:contributor {this} BIND("helped" AS ?part) }}
        UNION {{ ?x fg:portrayedBy {this} ; fg:inFilm ?f BIND("acted in" AS ?part)
                 OPTIONAL {{ ?x fg:portrays ?k . ?k rdfs:label ?c }} }}
        ?f rdfs:label ?l . OPTIONAL {{ ?f fg:year ?y }} }} ORDER BY ?y ?f ?part ?c"""
    )
    films: dict[str, list[Found]] = {key: [] for key in _SIZES}
    parts = Counter(_GROUPS[str(row[3])] for row in rows)
    for film, label, year, part, character in rows:
        key = _GROUPS[str(part)]
        node = Node(IRI(str(film)), "film", text_of(label), text_of(character), year_of(year), key)
        films[key].append(Found(node))
    known = sorted({IRI(str(row[0])) for row in rows})
    order = {iri: place for place, iri in enumerate(best_described(known, select))}
    for each in films.values():
        each.sort(key=lambda one: order[one.node.iri])
    nouns = {"directed": "director", "wrote": "writer", "acted-in": "actor"}
    return films, [nouns[key] for key, _ in parts.most_common() if key in nouns]


def _by_year(films: list[Found], size: int) -> list[Found]:
    """The best described films, shown by year; behind them those that find no room."""
    return sorted(films[:size], key=lambda one: (one.node.year or 0, one.node.iri)) + films[size:]


def _worked_with(person: Entity, films: list[IRI], shown: list[IRI], select: Select) -> list[Found]:
    if not films:
        return []
    rows = select(
        f"""SELECT ?p ?l ?f {{ {values("f", films[:_MOST_FILMS])}
        {{ ?p fg:actedIn ?f }} UNION {{ ?f schema:director ?p }} UNION {{ ?f fg:writer ?p }}
        ?p rdfs:label ?l FILTER(?p != <{person.iri}>) }} ORDER BY ?p ?f"""
    )
    together: dict[IRI, set[IRI]] = {}
    labels: dict[IRI, str] = {}
    for other, label, film in rows:
        together.setdefault(IRI(str(other)), set()).add(IRI(str(film)))
        labels[IRI(str(other))] = text_of(label)
    order = sorted(together, key=lambda iri: (-len(together[iri]), labels[iri], iri))
    found = []
    for place, iri in enumerate(order):
        count = len(together[iri])
        note = f"{count} films" if count > 1 else ""
        ties = sorted(together[iri] & set(shown))[:6] if place < 8 else []
        links = tuple(Link(iri, film, "was there for", 0.5) for film in ties)
        found.append(
            Found(Node(iri, "person", labels[iri], note, None, "worked-with", count), links)
        )
    return found


def _themes(
    films: list[IRI], shown: list[IRI], select: Select
) -> list[tuple[str, int, list[Found]]]:
    if not films:
        return []
    rows = select(
        f"""SELECT ?t ?l ?f ?w {{ {values("f", films[:_MOST_FILMS])} ?u fg:inFilm ?f ; fg:theme ?t ;
        fg:weight ?weight . ?t rdfs:label ?l . BIND(STRAFTER(STR(?weight), "#") AS ?w) }}
        ORDER BY ?t ?f"""
    )
    counts = Counter(IRI(str(row[0])) for row in rows)
    nodes: dict[IRI, Node] = {}
    reasons = []
    for theme, label, film, weight in rows:
        iri, of = IRI(str(theme)), IRI(str(film))
        count = counts[iri]
        if count < _RETURNS:
            continue
        nodes[iri] = Node(iri, "theme", text_of(label), f"in {count} of these films")
        score = WEIGHTS[str(weight)] / 3 * rarity(count, _TIES) * count**2
        reasons.append((score, Link(of, iri, "is about")))
    return outside(nodes, reasons, set(shown), lambda _: "themes-that-return")
