"""What stands around a film: who made it, what it is about, and films that share either."""

from collections import Counter

from filmgraph.export.around import (
    WEIGHTS,
    Found,
    Select,
    counted,
    gather,
    named_films,
    outside,
    rarity,
    text_of,
    values,
)
from filmgraph.export.picture import Link, Node
from filmgraph.names import IRI, kind_of
from filmgraph.values import Entity

__all__ = ["around"]

_CREWS = (
    ("directed-by", "schema:director", 4),
    ("written-by", "fg:writer", 4),
    ("music-by", "schema:musicBy", 2),
)
_THEME_GROUPS = (
    ("choice", "at-its-heart", 8),
    ("major", "is-about", 10),
    ("minor", "touches-on", 10),
    ("suggested", "may-touch-on", 6),
)
_SAYS = {
    "choice": "is at the heart of",
    "major": "is major in",
    "minor": "is minor in",
    "suggested": "may be in",
}
_KINDS = ("person", "theme", "genre")
_YEARS_APART = 3
_CANDIDATES = 200
"""Films that are looked at more closely, of all that share something."""


def around(film: Entity, select: Select) -> tuple[str, list[Found], dict[str, int]]:
    """Subtitle, what is shown, and how many each group leaves out."""
    this = f"<{film.iri}>"
    genres = [
        (IRI(str(row[0])), text_of(row[1]))
        for row in select(
            f"SELECT ?g ?l {{ {this} schema:genre ?g . ?g rdfs:label ?l }} ORDER BY ?l ?g"
        )
    ]
    crews = [(key, size, _crew(this, predicate, key, select)) for key, predicate, size in _CREWS]
    cast = _cast(this, select)
    themes = _themes(this, select)
    taken = {film.iri}
    own, omitted = gather(
        [
            *crews,
            ("with", 13, cast),
            *(
                (key, size, [one for one in themes if one.node.group == key])
                for _, key, size in _THEME_GROUPS
            ),
            ("set-in", 5, _settings(this, select)),
            *([] if len(cast) + len(themes) > 3 else [("genres", 4, _genres(genres))]),
        ],
        taken,
    )
    further, left = gather(_related(film, own, select), taken)
    subtitle = " · ".join(label for _, label in genres) or "film"
    return subtitle, own + further, {**omitted, **left}


def _crew(this: str, predicate: str, key: str, select: Select) -> list[Found]:
    rows = select(f"SELECT ?p ?l {{ {this} {predicate} ?p . ?p rdfs:label ?l }} ORDER BY ?l ?p")
    return [Found(Node(IRI(str(p)), "person", text_of(label), group=key)) for p, label in rows]


def _cast(this: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?p ?l ?c ?billing {{ ?x fg:inFilm {this} ; fg:portrayedBy ?p . ?p rdfs:label ?l .
        OPTIONAL {{ ?x fg:billing ?billing }} OPTIONAL {{ ?x fg:portrays ?k . ?k rdfs:label ?c }} }}
        ORDER BY ?p ?c"""
    )
    people: dict[IRI, tuple[int, str, list[str]]] = {}
    for person, label, character, billing in rows:
        place = billing if isinstance(billing, int) else 99
        known = people.setdefault(IRI(str(person)), (place, text_of(label), []))
        if character is not None and str(character) not in known[2]:
            known[2].append(str(character))
    order = sorted(people, key=lambda iri: (people[iri][0], people[iri][1], iri))
    return [
        Found(
            Node(
                iri, "person", people[iri][1], ", ".join(people[iri][2]), None, "with", 1 / (1 + n)
            )
        )
        for n, iri in enumerate(order)
    ]


def _themes(this: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?t ?l ?w {{ ?u fg:inFilm {this} ; fg:theme ?t ; fg:weight ?weight .
        ?t rdfs:label ?l . BIND(STRAFTER(STR(?weight), "#") AS ?w) }} ORDER BY ?t ?w"""
    )
    counts = counted([IRI(str(row[0])) for row in rows], "?n fg:theme ?x", select)
    groups = {weight: key for weight, key, _ in _THEME_GROUPS}
    found = []
    for theme, label, weight in rows:
        iri, group = IRI(str(theme)), groups[str(weight)]
        rare = rarity(counts[iri], 40_000)
        found.append(Found(Node(iri, "theme", text_of(label), "", None, group, rare)))
    found.sort(key=lambda one: (-one.node.weight, one.node.iri))
    return found


def _settings(this: str, select: Select) -> list[Found]:
    rows = select(
        f"""SELECT ?place ?l {{ {this} fg:setting ?s . ?s fg:place ?place . ?place rdfs:label ?l }}
        ORDER BY ?l ?place"""
    )
    return [Found(Node(IRI(str(p)), "place", text_of(label), group="set-in")) for p, label in rows]


def _genres(genres: list[tuple[IRI, str]]) -> list[Found]:
    return [Found(Node(iri, "genre", label, group="genres")) for iri, label in genres]


def _related(film: Entity, own: list[Found], select: Select) -> list[tuple[str, int, list[Found]]]:
    groups = {one.node.iri: one.node.group for one in own}
    nodes = {kind: [one.node for one in own if one.node.kind == kind] for kind in _KINDS}
    reasons = [*_by_people(nodes["person"], select), *_by_themes(nodes["theme"], select)]
    if len(own) < 8:
        reasons += _by_genres(nodes["genre"], film, select)
    # Each side has candidates of its own: themes tie more films than people do.
    totals: dict[str, dict[IRI, float]] = {}
    for score, link in reasons:
        if link.target != film.iri:
            total = totals.setdefault(kind_of(link.source), {})
            total[link.target] = total.get(link.target, 0.0) + score
    best = sorted({iri for total in totals.values() for iri in _best(total)})
    records = counted(best, "?n fg:describes ?x", select)
    scored = [(score * (0.6 + 0.1 * records[link.target]), link) for score, link in reasons]

    def group_of(inner: IRI) -> str:
        kind = groups[inner]
        if kind == "genres":
            return "of-the-kind"
        left = kind in ("directed-by", "written-by", "with", "music-by")
        return "more-by-them" if left else "about-the-same"

    return outside(named_films(best, select), scored, set(groups), group_of)


def _best(total: dict[IRI, float]) -> list[IRI]:
    return sorted(total, key=lambda iri: (-total[iri], iri))[:_CANDIDATES]


def _by_people(people: list[Node], select: Select) -> list[tuple[float, Link]]:
    if not people:
        return []
    rows = select(
        f"""SELECT ?p ?f ?part {{ {values("p", [one.iri for one in people])}
        {{ ?f schema:director ?p BIND("directed" AS ?part) }}
        UNION {{ ?f fg:writer ?p BIND("wrote" AS ?part) }}
        UNION {{ ?p fg:actedIn ?f BIND("acted in" AS ?part) }} }} ORDER BY ?p ?f ?part"""
    )
    degree = Counter(IRI(str(row[0])) for row in rows)
    here = {one.iri: _part_here(one, place) for place, one in enumerate(people)}
    there = {"directed": 1.0, "wrote": 0.8, "acted in": 0.45}
    reasons = []
    for person, film, part in rows:
        who = IRI(str(person))
        score = here[who] * there[str(part)] / (1 + degree[who] / 25) ** 0.5
        reasons.append((score, Link(who, IRI(str(film)), str(part))))
    return reasons


def _part_here(person: Node, place: int) -> float:
    if person.group == "with":
        return 0.45 / (1 + 0.22 * min(place, 14))
    return 1.0 if person.group == "directed-by" else 0.8


def _by_themes(themes: list[Node], select: Select) -> list[tuple[float, Link]]:
    if not themes:
        return []
    rows = select(
        f"""SELECT ?t ?f ?w {{ {values("t", [one.iri for one in themes])}
        ?u fg:theme ?t ; fg:inFilm ?f ; fg:weight ?weight .
        BIND(STRAFTER(STR(?weight), "#") AS ?w) }} ORDER BY ?t ?f ?w"""
    )
    nodes = {one.iri: one for one in themes}
    here = {key: WEIGHTS[weight] for weight, key, _ in _THEME_GROUPS}
    reasons = []
    for theme, film, weight in rows:
        what = IRI(str(theme))
        strength = here[nodes[what].group] * WEIGHTS[str(weight)] / 9
        link = Link(what, IRI(str(film)), _SAYS[str(weight)])
        reasons.append((strength * nodes[what].weight ** 2, link))
    return reasons


def _by_genres(genres: list[Node], film: Entity, select: Select) -> list[tuple[float, Link]]:
    """Films of the same genre and of about the same year: the best a bare film can say."""
    reasons: list[tuple[float, Link]] = []
    if film.year is None:
        return reasons
    for apart in range(_YEARS_APART + 1):
        for year in sorted({film.year - apart, film.year + apart}):
            for genre in genres:
                # One genre and one year at a time: the store finds these at once.
                rows = select(
                    f"SELECT ?f {{ ?f fg:year {year} ; schema:genre <{genre.iri}> }} ORDER BY ?f"
                )
                reasons += [
                    (0.1 / (1 + apart), Link(genre.iri, IRI(str(other)), "is the genre of"))
                    for (other,) in rows
                ]
        if len(reasons) > _CANDIDATES:
            break
    return reasons
