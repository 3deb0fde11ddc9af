"""Values written by hand, in the shapes that a graph gives."""

from collections.abc import Callable, Iterable
from typing import Final

from tests.export.picture_samples import HOSTILE

from filmgraph.names import iri, slug
from filmgraph.statements.projection import EDGES
from filmgraph.values import (
    Common,
    Comparison,
    Edge,
    Entity,
    GraphValue,
    Near,
    Neighbourhood,
    Neighbours,
    Path,
    Paths,
    Shared,
    Step,
)


def thing(kind: str, label: str, year: int | None = None) -> Entity:
    """An entity with the IRI that its name gives."""
    return Entity(iri(kind, slug(f"{label} {year}" if year else label)), kind, label, year)


def film(label: str, year: int) -> Entity:
    return thing("film", label, year)


def person(label: str) -> Entity:
    return thing("person", label)


def theme(label: str) -> Entity:
    return thing("theme", label)


def step(start: Entity, predicate: str, end: Entity, text: str = "", weight: str = "") -> Step:
    """A step along an edge; against it where the predicate begins with `^`."""
    kind = EDGES[predicate.removeprefix("^")]
    forward = not predicate.startswith("^")
    ends = (start, end) if forward else (end, start)
    edge = Edge(
        ends[0],
        kind.name,
        ends[1],
        text,
        weight,
        sources=("mine",),
        words=kind.words,
        back=kind.back,
        says=kind.says,
    )
    return Step(edge, forward)


def path(start: Entity, *rest: str | Entity) -> Path:
    """A path: entities with the predicate of each step between."""
    steps, here = [], start
    for predicate, end in zip(rest[::2], rest[1::2], strict=True):
        assert isinstance(predicate, str)
        assert isinstance(end, Entity)
        steps.append(step(here, predicate, end))
        here = end
    return Path(start, tuple(steps))


CAGE: Final = person("Nicolas Cage")
CASABLANCA: Final = film("Casablanca", 1942)
BERGMAN: Final = person("Ingrid Bergman")
ALIEN: Final = film("Alien", 1979)
RUNNER: Final = film("Blade Runner", 1982)
SCOTT: Final = person("Ridley Scott")


def one_path() -> Path:
    """A path of five steps."""
    return path(
        CAGE,
        "ACTED_IN",
        film("The Rock", 1996),
        "^ACTED_IN",
        person("Sean Connery"),
        "ACTED_IN",
        film("Murder on the Orient Express", 1974),
        "^ACTED_IN",
        BERGMAN,
        "ACTED_IN",
        CASABLANCA,
    )


def some_paths() -> Paths:
    """Seven paths of three and of five steps that share entities."""
    of_three = [
        ("Next", 2007, "facing organized pursuit"),
        ("Next", 2007, "law enforcement"),
        ("Face/Off", 1997, "law enforcement"),
        ("Face/Off", 1997, "husband and wife"),
        ("Face/Off", 1997, "romantic love"),
        ("Leaving Las Vegas", 1995, "romantic love"),
    ]
    paths = [
        path(
            CAGE, "ACTED_IN", film(title, year), "HAS_THEME", theme(name), "^HAS_THEME", CASABLANCA
        )
        for title, year, name in of_three
    ]
    return Paths(CAGE, CASABLANCA, (*paths[:4], one_path(), *paths[4:]), truncated=True)


def no_path() -> Paths:
    return Paths(CAGE, CASABLANCA)


def itself() -> Path:
    return Path(CAGE)


def neighbours() -> Neighbours:
    """What a film is linked with, of every weight."""
    steps = (
        step(ALIEN, "^ACTED_IN", person("Sigourney Weaver"), "Ripley"),
        step(ALIEN, "^ACTED_IN", person("Ian Holm"), "Ash"),
        step(ALIEN, "^DIRECTED", SCOTT),
        step(ALIEN, "^PRODUCED", SCOTT),
        step(ALIEN, "HAS_THEME", theme("survival"), weight="choice"),
        step(ALIEN, "HAS_THEME", theme("parasitic being"), weight="major"),
        step(ALIEN, "HAS_THEME", theme("android"), weight="minor"),
        step(ALIEN, "HAS_GENRE", thing("genre", "Horror")),
    )
    return Neighbours(ALIEN, steps, total=12)


def many_neighbours() -> Neighbours:
    """A person of a hundred films."""
    steps = (step(CAGE, "ACTED_IN", film(f"Film number {i}", 1980 + i % 40)) for i in range(100))
    return Neighbours(CAGE, tuple(steps), total=100)


def neighbourhood() -> Neighbourhood:
    """Two films of a person, and what is behind them: two steps and three."""
    android, weaver = theme("android"), person("Sigourney Weaver")
    links = (
        step(SCOTT, "DIRECTED", ALIEN).edge,
        step(SCOTT, "DIRECTED", RUNNER).edge,
        step(ALIEN, "HAS_THEME", android).edge,
        step(RUNNER, "HAS_THEME", android).edge,
        step(weaver, "ACTED_IN", ALIEN).edge,
        step(weaver, "ACTED_IN", film("Avatar", 2009)).edge,
    )
    members = (
        Near(ALIEN, 1, 0.4),
        Near(RUNNER, 1, 0.4),
        Near(android, 2, 0.2),
        Near(weaver, 2, 0.1),
        Near(film("Avatar", 2009), 3, 0.05),
    )
    return Neighbourhood(SCOTT, members, links, {"film": 3}, (thing("genre", "Drama"),))


def common() -> Common:
    """What two films share."""
    shared = [
        Shared(one, 0.5, (step(ALIEN, how, one),), (step(RUNNER, how, one),))
        for how, one in (
            ("^DIRECTED", SCOTT),
            ("HAS_THEME", theme("android")),
            ("HAS_GENRE", thing("genre", "Science Fiction")),
        )
    ]
    return Common(ALIEN, RUNNER, tuple(shared), total=4)


def common_people() -> Common:
    """What two people share: a film, and people behind films."""
    other = person("Michael Douglas")
    rain, street = film("Black Rain", 1989), film("Wall Street", 1987)
    shared = [
        Shared(rain, 0.8, (step(SCOTT, "DIRECTED", rain),), (step(other, "ACTED_IN", rain),)),
        *(
            Shared(
                one,
                0.5,
                (step(SCOTT, "DIRECTED", before), step(before, "^ACTED_IN", one)),
                (step(other, "ACTED_IN", after), step(after, "^ACTED_IN", one)),
            )
            for one, before, after in (
                (person("Ken Takakura"), rain, rain),
                (person("Andy García"), rain, rain),
                (person("Daryl Hannah"), RUNNER, street),
            )
        ),
    ]
    return Common(SCOTT, other, tuple(shared), total=4)


def nothing_common() -> Common:
    return Common(SCOTT, CAGE)


def comparison() -> Comparison:
    """Two films side by side."""
    genre = thing("genre", "Science Fiction")
    return Comparison(
        ALIEN,
        RUNNER,
        (
            (step(ALIEN, "^DIRECTED", SCOTT), step(RUNNER, "^PRODUCED", SCOTT)),
            (step(ALIEN, "HAS_GENRE", genre), step(RUNNER, "HAS_GENRE", genre)),
        ),
        (
            step(ALIEN, "^ACTED_IN", person("Sigourney Weaver"), "Ripley"),
            step(ALIEN, "HAS_THEME", theme("survival"), weight="choice"),
        ),
        tuple(step(RUNNER, "^ACTED_IN", person(f"Player number {i}")) for i in range(50)),
    )


def _hostile_steps(centre: Entity) -> Iterable[Step]:
    for i, label in enumerate(HOSTILE):
        one = Entity(iri("person", str(i)), "person", label)
        two = Entity(iri("theme", str(i)), "theme", label)
        yield step(centre, "^ACTED_IN", one, HOSTILE[-i])
        yield step(centre, "HAS_THEME", two, weight="minor")


def hostile() -> tuple[GraphValue, ...]:
    """Every hostile name in every place of every value."""
    one = Entity(iri("film", "x</script>"), "film", HOSTILE[0], 1)
    other = Entity(iri("film", "y"), "film", HOSTILE[6], 2)
    steps = tuple(_hostile_steps(one))
    back = tuple(_hostile_steps(other))
    pairs = tuple(zip(steps, back, strict=True))
    through = tuple(Path(one, (a, b.reversed())) for a, b in pairs)
    shared = tuple(Shared(a.end, 0.5, (a,), (b,)) for a, b in pairs)
    near = tuple(Near(a.end, 1, 0.1) for a in steps)
    return (
        *through[:3],
        *(Paths(one, other, through[i : i + 5]) for i in range(0, len(through), 5)),
        Neighbours(one, steps, total=len(steps)),
        Neighbourhood(one, near, tuple(a.edge for a in steps)),
        Common(one, other, shared, total=len(shared)),
        Comparison(one, other, pairs[:9], steps[9:20], back[20:]),
    )


SAMPLES: Final[dict[str, Callable[[], GraphValue]]] = {
    "one-path": one_path,
    "some-paths": some_paths,
    "no-path": no_path,
    "itself": itself,
    "neighbours": neighbours,
    "many-neighbours": many_neighbours,
    "neighbourhood": neighbourhood,
    "common": common,
    "common-people": common_people,
    "nothing-common": nothing_common,
    "comparison": comparison,
    **{f"hostile-{i}": lambda i=i: hostile()[i] for i in range(len(hostile()))},  # type: ignore[misc]
}
"""Name: what makes the value."""
