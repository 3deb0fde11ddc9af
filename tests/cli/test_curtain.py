"""No command shows, counts or hints at what is behind the curtain.

Two nets: words that name their level must not come through; and a graph in which the hidden parts
were never said must give the very same output, letter by letter.
"""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.graphs import canary_film, load_into

from filmgraph.build.folder import GraphFolder
from filmgraph.curtain import LEVELS, allowed, visible
from filmgraph.export.files import FORMATS
from filmgraph.graph import Graph
from filmgraph.questions import catalogue
from filmgraph.record import Level
from filmgraph.shipped import folder

FILM = "Leaving Las Vegas (1995)"
BELOW: tuple[Level, ...] = ("open", "plot")

# What a question asks for when it is asked about the film of canaries.
NAMED = {
    "film": [FILM, "Alien (1979)"],
    "person": ["plain player", "plain player before ending", "Ridley Scott"],
    "character": ["plain person of a story"],
    "theme": ["plain theme", "survival", "android"],
    "genre": ["drama"],
    "place": ["plain city", "plain town", "United States"],
    "period": ["plain years", "plain season"],
    "source": ["mine"],
    "entity": [
        FILM,
        "plain theme",
        "person/plain-player",
        "setting/leaving-las-vegas-1995/plain-town",
        "event/leaving-las-vegas-1995/mine/open-event",
        "event/leaving-las-vegas-1995/mine/plotcanary-event",
        "event/leaving-las-vegas-1995/mine/endingcanary-event",
    ],
    "text": ["plain person of a story", "director", "cast", "themes", "actor", "Ripley", "motif"],
    "integer": ["2"],
    "year": ["1995"],
}
HIDDEN = ("player", "person of a story", "theme", "city", "years", "series", "pictures", "alias")


def _questions() -> list[tuple[str, ...]]:
    asked = []
    for question in catalogue(folder("queries")).values():
        needed = [one for one in question.parameters.values() if one.required]
        most = max([1, *(len(NAMED[one.kind]) for one in needed)])
        for turn in range(most):
            values = []
            for place, one in enumerate(needed):
                choices = one.choices or NAMED[one.kind]
                values.append(f"{one.name}={choices[(turn + place) % len(choices)]}")
            asked.append(("ask", question.name, *values))
    return asked


def _commands() -> list[tuple[str, ...]]:
    commands: list[tuple[str, ...]] = [
        ("find", text) for text in ("plain", "canary", "leaving las vegas", "city", "x")
    ]
    for what in HIDDEN:
        for level in ("plot", "ending"):
            commands += [
                ("find", f"{level}canary {what}"),
                ("show", f"{level}canary {what}"),
                ("ask", "co-stars", f"{level}canary {what}"),
            ]
    shown = [name for names in NAMED.values() for name in names if name not in ("2", "1995")]
    commands += [("show", name) for name in dict.fromkeys(shown)]
    commands += [("show", name, "--format", "json") for name in (FILM, "plain player", "drama")]
    commands += [
        ("show", "event/leaving-las-vegas-1995/mine/endingcanary-event"),
        ("show", "character/leaving-las-vegas-1995/endingcanary-friend"),
        ("status",),
        ("check",),
        ("check", "--doubts"),
        ("sparql", "SELECT * { ?s ?p ?o } ORDER BY ?s ?p STR(?o)"),
        ("sparql", "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p STR(?o)"),
        ("sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        ("sparql", "SELECT * FROM <https://w3id.org/filmgraph/graph/ending> { ?s ?p ?o }"),
    ]
    return commands + _stories() + _traversals() + _questions()


def _stories() -> list[tuple[str, ...]]:
    """Commands about what happens, and who is in it."""
    commands: list[tuple[str, ...]] = []
    for film in (FILM, "Alien (1979)", "Casablanca (1942)"):
        commands += [("timeline", film), ("characters", film)]
        commands += [("timeline", film, "--source", one) for one in ("mine", "yours", "nobody")]
        for format_ in ("json", "csv"):
            commands += [("timeline", film, "--order", "story", "--format", format_)]
            commands += [("characters", film, "--format", format_)]
    return [*commands, ("timeline", "endingcanary player"), ("characters", "plain theme")]


def _traversals() -> list[tuple[str, ...]]:
    """Commands that go from thing to thing."""
    named = [FILM, "Alien (1979)", "Ripley", "drama", "United States"]
    named += [f"plain {what}" for what in ("player", "maker", "theme", "person of a story")]
    named += ["plain player before ending", "event/leaving-las-vegas-1995/mine/open-event"]
    hidden = [f"{level}canary {what}" for level in ("plot", "ending") for what in HIDDEN[:3]]
    hidden.append("event/leaving-las-vegas-1995/mine/endingcanary-event")
    wide = ("--via", "film", "--via", "person", "--via", "theme", "--via", "genre")
    commands: list[tuple[str, ...]] = [("centre",), ("centre", "--kind", "theme", "--exact")]
    for one in (*named, *hidden):
        commands += [("neighbours", one), ("neighbourhood", one), ("distances", one)]
        commands += [("path", one, FILM), ("path", FILM, one, "--limit", "9")]
        commands += [("path", "plain player", "drama", "--avoid", one)]
        commands += [("common", one, "plain player"), ("compare", FILM, one)]
    for one in named:
        commands += [("path", one, other, *wide, "--limit", "9") for other in named if other > one]
        commands += [("path", one, "Ripley", "--max-degree", str(most)) for most in (2, 9, 20)]
        commands += [("neighbours", one, "--limit", "2"), ("neighbours", one, "--format", "json")]
        commands += [("neighbourhood", one, "--limit", "2", "--format", "json")]
        commands += [("neighbourhood", one, "--steps", "4"), ("common", one, FILM, "--limit", "1")]
        commands += [("distances", one, "--kind", kind, *wide) for kind in ("theme", "character")]
    return commands


def _words_above(level: Level) -> re.Pattern[str]:
    hidden = [one for one in LEVELS if one not in allowed(level)]
    return re.compile("|".join(f"{one}canary" for one in hidden), re.IGNORECASE)


def _without_paths(text: str, graph: Path) -> str:
    text = text.replace(str(graph), "GRAPH")
    return re.sub(r"made \S+ by|all \d+ are whole", "…", text)


@pytest.mark.parametrize("level", BELOW)
@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_a_command_gives_what_a_graph_without_the_hidden_parts_gives(
    command: tuple[str, ...],
    level: Level,
    run: Run,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
) -> None:
    full, known = canary_graph.folder.path, known_graphs[level]
    asked = run(*command, "--graph", full, "--spoilers", level)
    expected = run(*command, "--graph", known, "--spoilers", level)
    assert _without_paths(asked.all, full) == _without_paths(expected.all, known)
    assert asked.code == expected.code
    said = _words_above(level).findall(asked.all)
    assert len(said) <= sum(len(_words_above(level).findall(word)) for word in command) * 2


@pytest.mark.parametrize("level", BELOW)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("about", [None, FILM, "plain player", "plain theme"])
def test_an_export_is_that_of_a_graph_without_the_hidden_parts(
    format_: str,
    about: str | None,
    level: Level,
    run: Run,
    tmp_path: Path,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
) -> None:
    written = []
    for name, graph in {"full": canary_graph.folder.path, "known": known_graphs[level]}.items():
        only = ("--about", about) if about else ()
        run("export", format_, "-o", tmp_path / name, *only, "--graph", graph, "--spoilers", level)
        written.append(_content(tmp_path / name))
    assert written[0] == written[1]
    assert not _words_above(level).search(written[0])


def _content(path: Path) -> str:
    if path.is_dir():
        files = sorted(path.iterdir())
        return "".join(
            f"{file.name}\n{gzip.decompress(file.read_bytes()).decode()}" for file in files
        )
    # The order of lines is the store's, which sorts by hashes of what it holds.
    return "\n".join(sorted(path.read_text("utf-8").splitlines())) if path.exists() else ""


@pytest.mark.parametrize("level", BELOW)
@pytest.mark.parametrize(
    "name",
    [
        FILM,
        "plain player",
        "plain maker",
        "plain person of a story",
        "plain theme",
        "drama",
        "plain city",
        "plain town",
        "plain years",
        "plain series",
        "plain pictures",
        "United States",
    ],
)
def test_a_picture_is_that_of_a_graph_without_the_hidden_parts(
    name: str,
    level: Level,
    run: Run,
    tmp_path: Path,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
) -> None:
    drawn = []
    for file, graph in {"full": canary_graph.folder.path, "known": known_graphs[level]}.items():
        ran = run("draw", name, "-o", tmp_path / file, "--graph", graph, "--spoilers", level)
        assert ran.code == 0, ran.err
        drawn.append((tmp_path / file).read_text("utf-8"))
    assert drawn[0] == drawn[1]
    assert not _words_above(level).search(drawn[0])


DRAWN = (
    ("path", "plain player", "Alien (1979)", "--via", "film", "--via", "place", "--limit", "9"),
    ("path", "plain player", FILM, "--limit", "9"),
    ("neighbours", FILM),
    ("neighbourhood", FILM),
    ("common", FILM, "plain player"),
    ("compare", FILM, "Alien (1979)"),
    ("timeline", FILM),
    ("timeline", FILM, "--order", "story"),
    ("timeline", "Alien (1979)"),
)


@pytest.mark.parametrize("level", BELOW)
@pytest.mark.parametrize("command", DRAWN, ids=" ".join)
def test_what_is_drawn_is_that_of_a_graph_without_the_hidden_parts(
    command: tuple[str, ...],
    level: Level,
    run: Run,
    tmp_path: Path,
    canary_graph: Graph,
    known_graphs: Mapping[Level, Path],
) -> None:
    drawn = []
    for file, graph in {"full": canary_graph.folder.path, "known": known_graphs[level]}.items():
        run(*command, "-o", tmp_path / file, "--graph", graph, "--spoilers", level)
        drawn.append((tmp_path / file).read_text("utf-8"))
    assert drawn[0] == drawn[1]
    assert not _words_above(level).search(drawn[0])


def test_what_is_shown_without_a_word_about_spoilers_is_open(run: Run, canary_graph: Graph) -> None:
    path = canary_graph.folder.path
    asked = run("show", FILM, "--graph", path)
    assert asked.out == run("show", FILM, "--graph", path, "--spoilers", "open").out


def test_each_level_shows_its_own_words(run: Run, canary_graph: Graph) -> None:
    path = canary_graph.folder.path
    for level in BELOW:
        more = LEVELS[LEVELS.index(level) + 1]
        shown = run("show", FILM, "--graph", path, "--spoilers", more).out
        assert f"{more}canary" in shown


def test_a_build_counts_what_is_open(run: Run, tmp_path: Path) -> None:
    said = []
    for name, film in {"full": canary_film(), "known": visible(canary_film(), "open")}.items():
        folder_ = GraphFolder.create(tmp_path / name)
        load_into(folder_, {"mine": [film]})
        ran = run("build", "--graph", tmp_path / name)
        said.append(re.sub(r"in [0-9.]+ s", "", ran.out))
    assert said[0] == said[1]


EVENT = "https://w3id.org/filmgraph/event/leaving-las-vegas-1995/mine/endingcanary-twist"
WRONG = f"<{EVENT}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
<https://w3id.org/filmgraph/ontology#StoryEvent> <https://w3id.org/filmgraph/graph/ending> .\n"


@pytest.fixture
def wrong_graph(tmp_path: Path, run: Run) -> Path:
    """A graph of which something hidden does not fit the shapes."""
    path = tmp_path / "wrong.graph"
    load_into(GraphFolder.create(path), {"mine": [canary_film()]})
    (path / "statements").mkdir()
    (path / "statements" / "more.nq.gz").write_bytes(gzip.compress(WRONG.encode()))
    assert run("build", "--graph", path).code == 0
    return path


@pytest.mark.parametrize("level", BELOW)
def test_a_check_does_not_name_what_is_hidden(level: Level, run: Run, wrong_graph: Path) -> None:
    checked = run("check", "--graph", wrong_graph, "--spoilers", level).out
    assert "not all fit" in checked
    assert not re.search(r"canary|event|label", checked, re.IGNORECASE)


def test_a_check_names_what_does_not_fit_where_all_may_be_seen(run: Run, wrong_graph: Path) -> None:
    checked = run("check", "--graph", wrong_graph, "--spoilers", "ending").out
    assert "endingcanary-twist" in checked
