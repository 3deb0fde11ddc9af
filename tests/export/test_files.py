"""Graphs as files: whole or not at all, fit to be read by others, and read back the same."""

import gzip
import json
import os
import stat
from pathlib import Path

import pytest
import rdflib
from tests.graphs import CONCEPTS, FILMS, canary_film, graph_folder

from filmgraph.curtain import LEVELS
from filmgraph.errors import OptionError, StorageError, UnknownEntity
from filmgraph.export.files import FORMATS
from filmgraph.graph import Graph, open_graph
from filmgraph.intake.store import read_records, read_source
from filmgraph.names import BASE
from filmgraph.record import FilmRecord, Record, decode

ALIEN = "Alien (1979)"


def records_in(path: Path) -> list[Record]:
    return [record for file in sorted(path.glob("*.jsonl.gz")) for record in read_records(file)]


def names_in(path: Path) -> list[str]:
    return sorted(file.name for file in path.iterdir())


def nquads(graph: Graph, path: Path) -> list[str]:
    return sorted(graph.export("nquads", path).read_text("utf-8").splitlines())


# Formats


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # rdflib's own words
@pytest.mark.parametrize(("format_", "parser"), [("turtle", "turtle"), ("jsonld", "json-ld")])
@pytest.mark.parametrize("about", [None, ALIEN])
def test_rdflib_reads_what_is_merged(
    format_: str, parser: str, about: str | None, films_graph: Graph, tmp_path: Path
) -> None:
    path = films_graph.export(format_, tmp_path / "films", about=about)
    read = rdflib.Graph().parse(path, format=parser)
    assert (rdflib.URIRef(BASE + "film/alien-1979"), None, None) in read
    assert ((rdflib.URIRef(BASE + "film/memento-2000"), None, None) in read) == (about is None)
    if about is None:
        assert len(read) == films_graph.manifest.statements_at("open")


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
def test_rdflib_reads_the_sources_graphs(films_graph: Graph, tmp_path: Path) -> None:
    path = films_graph.export("nquads", tmp_path / "films.nq")
    read = rdflib.Dataset().parse(path, format="nquads")
    assert {str(one.identifier) for one in read.graphs()} >= {
        BASE + "graph/mine",
        BASE + "graph/yours",
    }


@pytest.mark.parametrize("level", LEVELS)
def test_n_quads_hold_every_statement_of_the_level(
    level: str, canary_graph: Graph, tmp_path: Path
) -> None:
    graph = canary_graph.lift(level)
    lines = nquads(graph, tmp_path / "films.nq")
    of_sources = (f" <{BASE}graph/mine", f" <{BASE}graph/yours")
    merged = [line for line in lines if not any(source in line[-70:] for source in of_sources)]
    assert len(merged) == graph.manifest.statements_at(graph.level)


def test_a_format_that_is_none_is_refused(films_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="nquads, turtle, jsonld, graphml, gexf, records"):
        films_graph.export("xml", tmp_path / "x")
    with pytest.raises(OptionError, match="records"):
        films_graph.export("turtle", tmp_path / "x", facts=True)


# Records


def test_records_come_back_as_they_were(films_graph: Graph, tmp_path: Path) -> None:
    path = films_graph.lift("ending").export("records", tmp_path / "out")
    assert set(records_in(path)) >= {*FILMS, *CONCEPTS}
    sources = [read_source(file) for file in sorted(path.iterdir())]
    assert [one.name for one in sources] == ["mine", "yours"]


def test_the_records_of_a_graph_make_the_same_graph(canary_graph: Graph, tmp_path: Path) -> None:
    out = canary_graph.export("records", tmp_path / "out")
    sources = {read_source(file).name: list(read_records(file)) for file in sorted(out.iterdir())}
    again = open_graph(graph_folder(tmp_path / "again.graph", sources).path, level="ending")
    assert nquads(again, tmp_path / "again.nq") == nquads(canary_graph, tmp_path / "first.nq")


def test_exporting_twice_gives_the_same_bytes(canary_graph: Graph, tmp_path: Path) -> None:
    for format_ in FORMATS:
        paths = [canary_graph.export(format_, tmp_path / f"{format_}-{n}") for n in (1, 2)]
        first, second = (
            [file.read_bytes() for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
            for path in paths
        )
        assert first == second


def test_records_about_a_film_are_those_of_its_sources(films_graph: Graph, tmp_path: Path) -> None:
    both = films_graph.export("records", tmp_path / "both", about=ALIEN)
    assert [file.name for file in sorted(both.iterdir())] == ["mine.jsonl.gz", "yours.jsonl.gz"]
    assert {getattr(one, "key", "") for one in records_in(both)} == {"alien"}
    one = films_graph.export("records", tmp_path / "one", about="Casablanca (1942)")
    assert [file.name for file in one.iterdir()] == ["mine.jsonl.gz"]


def test_records_about_something_else_are_refused(films_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="Ridley Scott is a person"):
        films_graph.export("records", tmp_path / "out", about="Ridley Scott")
    assert list(tmp_path.iterdir()) == []


def test_facts_hold_no_prose(tmp_path: Path) -> None:
    graph = open_graph(graph_folder(tmp_path / "g", {"mine": [canary_film()]}).path, level="ending")
    path = graph.export("records", tmp_path / "facts", facts=True)
    (film,) = records_in(path)
    assert isinstance(film, FilmRecord)
    assert film.credits
    text = gzip.decompress((path / "mine.jsonl.gz").read_bytes()).decode()
    for word in ("quote", "motivation", "synopsis", "extract", "event", "last words", "about"):
        assert word not in text
    decode(text.splitlines()[1])


# About one thing


def test_what_is_about_a_film_has_its_parts_and_names_what_they_name(
    films_graph: Graph, tmp_path: Path
) -> None:
    text = films_graph.export("turtle", tmp_path / "alien.ttl", about=ALIEN).read_text("utf-8")
    read = rdflib.Graph().parse(data=text, format="turtle")
    label = rdflib.RDFS.label

    def said_of(name: str) -> set[rdflib.term.Node]:
        return set(read.predicates(rdflib.URIRef(BASE + name), None))

    assert len(said_of("portrayal/alien-1979/ian-holm")) > 3
    assert said_of("person/ridley-scott") == {label, rdflib.RDF.type}
    assert said_of("film/blade-runner-1982") == set()


@pytest.mark.parametrize("about", ["Ridley Scott", "android", "drama", "Casablanca", "Ripley"])
def test_any_entity_can_be_exported(about: str, films_graph: Graph, tmp_path: Path) -> None:
    kind = "place" if about == "Casablanca" else None
    entity = films_graph.entity(about, kind)
    path = films_graph.export("turtle", tmp_path / "x.ttl", about=entity)
    assert (rdflib.URIRef(entity.iri), None, None) in rdflib.Graph().parse(path)


def test_what_is_hidden_cannot_be_exported(canary_graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UnknownEntity):
        canary_graph.lift("plot").export("turtle", tmp_path / "x", about="endingcanary player")


# Whole or not at all


def test_a_file_that_was_there_stays_where_writing_fails(
    films_graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "films.ttl"
    path.write_text("before")
    monkeypatch.setattr("filmgraph.doors.sparql.ox.serialize", full)
    with pytest.raises(StorageError, match="No space left"):
        films_graph.export("turtle", path)
    assert path.read_text() == "before"
    assert names_in(tmp_path) == ["films.ttl"]


def test_records_that_were_there_stay_where_writing_fails(
    films_graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = films_graph.export("records", tmp_path / "out")
    before = {file.name: file.read_bytes() for file in path.iterdir()}
    written: list[Path] = []

    def second_fails(target: Path, *_: object) -> None:
        if written:
            raise StorageError("The disk is full.")
        written.append(target)
        target.write_bytes(b"new")

    monkeypatch.setattr("filmgraph.export.files.write_records", second_fails)
    with pytest.raises(StorageError):
        films_graph.export("records", path)
    assert {file.name: file.read_bytes() for file in path.iterdir()} == before
    with pytest.raises(StorageError):
        films_graph.export("records", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert names_in(tmp_path) == ["out"]


def test_records_are_written_again_into_their_folder(films_graph: Graph, tmp_path: Path) -> None:
    path = films_graph.export("records", tmp_path / "out")
    films_graph.export("records", path, about="Casablanca (1942)")
    assert [file.name for file in path.iterdir()] == ["mine.jsonl.gz"]


def test_records_are_not_written_over_those_that_a_graph_is_made_of(tmp_path: Path) -> None:
    """At a lower level they hold less: a graph would be poorer after the next build."""
    folder = graph_folder(tmp_path / "films.graph")
    before = folder.record_files()[0].read_bytes()
    with pytest.raises(OptionError, match="that a graph is made of"):
        open_graph(folder.path).export("records", folder.path / "records")
    assert folder.record_files()[0].read_bytes() == before


def test_other_peoples_files_stay_where_records_are_written(
    films_graph: Graph, tmp_path: Path
) -> None:
    (tmp_path / "precious.jsonl.gz").write_bytes(gzip.compress(b"{}"))
    films_graph.export("records", tmp_path)
    assert names_in(tmp_path) == ["mine.jsonl.gz", "precious.jsonl.gz", "yours.jsonl.gz"]


def test_records_are_written_into_an_empty_folder(
    films_graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    films_graph.export("records", ".")
    assert names_in(tmp_path) == ["mine.jsonl.gz", "yours.jsonl.gz"]


def test_a_pipe_stays_a_pipe(films_graph: Graph, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    films_graph.export("jsonld", pipe, about="Memento (2000)")
    content = b""
    while read := os.read(reader, 1 << 16):
        content += read
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert json.loads(content)


def test_a_link_becomes_the_file_it_should_be(films_graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "real.ttl").write_text("before")
    (tmp_path / "link.ttl").symlink_to(tmp_path / "real.ttl")
    films_graph.export("nquads", tmp_path / "link.ttl")
    assert "person/ridley-scott" in (tmp_path / "link.ttl").read_text("utf-8")
