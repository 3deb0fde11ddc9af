"""What a query may be: no call of other servers, no update, not too long, not too deep."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.graphs import FILMS

from filmgraph.build.folder import GraphFolder
from filmgraph.doors.deep_stack import on_deep_stack
from filmgraph.doors.sparql import SparqlDoor
from filmgraph.doors.sparql_guard import guard
from filmgraph.errors import QueryError, QueryRefused, QuerySyntaxError
from filmgraph.options import LIMITS

HOSTILE = Path(__file__).with_name("hostile.py")

CALLS = {
    "plain": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "small letters": "SELECT * { service <URL> { ?s ?p ?o } }",
    "mixed letters": "SELECT * { SeRvIcE <URL> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "without a space": "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
    "a variable": "SELECT * { BIND(<URL> AS ?url) SERVICE ?url { ?s ?p ?o } }",
    "a variable at once": "SELECT * { BIND(<URL> AS ?url) SERVICE?url{ ?s ?p ?o } }",
    "a prefix": "PREFIX x: <URL> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "a prefix at once": "PREFIX x: <URL> SELECT * { SERVICEx:y{ ?s ?p ?o } }",
    "the empty prefix": "PREFIX : <URL> SELECT * { SERVICE:y{ ?s ?p ?o } }",
    "after a number": "SELECT * { ?s ?p 1SERVICE <URL> { ?a ?b ?c } }",
    "after true": "SELECT * { ?s ?p trueSERVICE <URL> { ?a ?b ?c } }",
    "after a comment": "SELECT * { # 'comment\n SERVICE # <\n <URL> { ?s ?p ?o } }",
    "in a comparison": "SELECT * { ?s ?p ?a, ?b FILTER(?a<?b)SERVICE#>\n<URL>{ ?x ?y ?z } }",
    "between quotes": "SELECT * { FILTER(?a<'>')SERVICE <URL> { ?x ?y ?z } FILTER(?b='x') }",
    "after a long string": "SELECT * { ?s ?p '''it''s ' ''' . SERVICE <URL> { ?a ?b ?c } }",
    "after an escaped quote": r"SELECT * { ?s ?p 'a\'' . SERVICE <URL> { ?a ?b ?c } FILTER('') }",
    "after an IRI with a sign": "SELECT * { ?s <http://example.org/#'> ?o SERVICE <URL> {} }",
    "in EXISTS": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "in a sub-SELECT": "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "in a CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "escaped": "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "long escape": "SELECT * { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    "escaped in the middle": "SELECT * { SER\\u0056ICE <URL> { ?s ?p ?o } }",
    "behind an escaped quote": 'SELECT * { ?s ?p "a\\u0022" . SERVICE <URL> { ?a ?b ?c } #" \n }',
    "in strange letters": "SELECT * { \u017fERVICE <URL> { ?s ?p ?o } }",
}


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server, and what it was asked."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    heard.append(connection.recv(1000))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/", heard
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize("text", CALLS.values(), ids=CALLS)
def test_no_query_calls_another_server(
    door: SparqlDoor, server: tuple[str, list[bytes]], text: str
) -> None:
    url, heard = server
    with pytest.raises(QueryError):
        door.query(text.replace("URL", url))
    assert heard == []


@pytest.mark.parametrize("text", CALLS.values(), ids=CALLS)
def test_the_guard_alone_stops_the_call(text: str) -> None:
    with pytest.raises(QueryRefused):
        guard(text.replace("URL", "http://127.0.0.1/"))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s rdfs:label 'SERVICE <http://example.org/> {' }",
        'SELECT * { ?s rdfs:label """a "SERVICE" of {{{ """ }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/> {}",
        "SELECT ?service $SERVICE { ?service ?p $SERVICE }",
        "SELECT * { <https://example.org/service/x#service> ?p ?o }",
        "SELECT * { ?s fg:service-of ?o }",
        "SELECT * { ?s ?p 'x'@service }",
        "SELECT * { <https://example.org/it's_(film)> ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
        "SELECT * { ?s ?p ?o FILTER(?o<3&&?o>1) }",
        r"SELECT * { ?s ?p 'Am\u00e9lie' }",
    ],
)
def test_the_word_is_no_call_where_it_is_a_name_or_text(door: SparqlDoor, text: str) -> None:
    assert door.query(text).columns


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "LOAD <http://127.0.0.1/>",
        "CREATE GRAPH <urn:g>",
        "SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }",
        "",
        "SELECT",
        "🎬",
    ],
)
def test_what_is_no_query_is_a_syntax_error(door: SparqlDoor, text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        door.query(text)


def test_a_syntax_error_fits_on_a_screen(door: SparqlDoor) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        door.query("SELECT * { ?s ?p ?o FILTER(?o = ) }" + " " * 1000)
    assert len(str(caught.value)) < 500


def test_a_query_may_be_as_long_as_the_limit_and_no_longer(door: SparqlDoor) -> None:
    text = "ASK { }".ljust(LIMITS.query_length)
    assert door.query(text).rows == ((True,),)
    with pytest.raises(QueryRefused, match="100,001 characters; at most 100,000"):
        door.query(text + " ")


@pytest.mark.parametrize("opening", ["{", "(", "["])
def test_brackets_open_at_once_are_limited(opening: str) -> None:
    guard(opening * LIMITS.query_depth)
    with pytest.raises(QueryRefused, match=r"nests 21 deep; at most 20"):
        guard(opening * (LIMITS.query_depth + 1))


def test_brackets_of_all_kinds_count_together() -> None:
    with pytest.raises(QueryRefused, match="deep"):
        guard("{([" * 7)


def test_brackets_that_are_closed_do_not_count() -> None:
    guard("{ () [] }" * 500)


def test_closing_brackets_do_not_make_room() -> None:
    with pytest.raises(QueryRefused, match="deep"):
        guard("}" * 500 + "{" * 21)


def test_brackets_in_text_do_not_count() -> None:
    guard("SELECT * { ?s ?p '" + "{" * 500 + "' } # " + "(" * 500)


def test_brackets_cannot_hide_between_a_sign_and_a_sign() -> None:
    with pytest.raises(QueryRefused):
        guard("SELECT * { FILTER(?a<" + "(" * 500 + "?b" + ")" * 500 + ">?c) }")


@pytest.mark.parametrize("text", ["a\x00b", "\x00"])
def test_a_null_character_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match="null"):
        guard(text)


def test_a_long_flat_query_is_answered(door: SparqlDoor) -> None:
    text = "SELECT (" + "+".join("1" * 10_000) + " AS ?sum) { }"
    assert door.query(text).rows == ((10_000,),)


def test_a_long_flat_query_is_answered_on_a_small_stack(door: SparqlDoor) -> None:
    text = "SELECT (" + "+".join("1" * 5_000) + " AS ?sum) { }"
    answers = []
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: answers.append(door.query(text).rows))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert answers == [((5_000,),)]


def test_an_error_on_the_deep_stack_reaches_the_caller(door: SparqlDoor) -> None:
    with pytest.raises(QuerySyntaxError):
        door.query("SELECT nonsense" + " " * 1000)


def test_the_deep_stack_leaves_the_stack_of_other_threads_alone() -> None:
    before = threading.stack_size()
    on_deep_stack("x" * 1000, lambda: None)
    assert threading.stack_size() == before


def test_where_no_thread_has_room_the_stack_is_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = threading.Thread.start

    def refuse_once(thread: threading.Thread) -> None:
        started.append(threading.stack_size())
        if len(started) < 3:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse_once)
    assert on_deep_stack("x" * 1000, lambda: 7) == 7
    assert started == [LIMITS.query_stack, LIMITS.query_stack // 2, LIMITS.query_stack // 4]


def test_where_the_stack_would_be_too_small_the_query_is_refused(
    door: SparqlDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run on it, this text would end the process."""
    text = f"ASK {{ FILTER({'!' * 50_000}1) }}"
    start = threading.Thread.start

    def little_room(thread: threading.Thread) -> None:
        size = threading.stack_size()  # which sets it back, too
        if size > 128 * 2**20:
            raise RuntimeError("can't start new thread")
        threading.stack_size(size)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", little_room)
    with pytest.raises(QueryRefused, match="needs 166 MB of memory"):
        door.query(text)
    shorter = text.replace("!" * 50_000, "!" * 20_000)
    assert door.query(shorter).columns == ("answer",)


def test_many_threads_ask_at_once(door: SparqlDoor) -> None:
    text = "SELECT ?film { ?film a fg:Film }".ljust(300)
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.append(len(door.query(text)))) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [len(FILMS)] * 20


def test_two_hundred_hostile_texts_do_not_end_the_process(film_folder: GraphFolder) -> None:
    rdf = film_folder.current_build() / "rdf"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(HOSTILE), str(rdf), "7"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert (done.returncode, done.stdout.strip()) == (0, "200 survived")


def test_a_row_limit_of_the_caller_stands_and_says_so(door: SparqlDoor) -> None:
    answer = door.query("SELECT ?s { ?s ?p ?o }", limit=3)
    assert (len(answer), answer.truncated, answer.limit) == (3, True, 3)


def test_no_row_limit_is_too_large(door: SparqlDoor) -> None:
    answer = door.query("SELECT ?s { ?s a fg:Film }", limit=10**30)
    assert (len(answer), answer.truncated) == (len(FILMS), False)


def test_an_answer_that_is_whole_is_not_truncated(door: SparqlDoor) -> None:
    answer = door.query("SELECT ?film { ?film a fg:Film }", limit=len(FILMS))
    assert (len(answer), answer.truncated) == (len(FILMS), False)


def test_the_rows_of_an_answer_are_limited_unless_the_caller_says(
    door: SparqlDoor,
) -> None:
    text = "SELECT ?a ?b { ?a ?p ?o . ?b ?q ?r }"
    assert (len(door.query(text)), door.query(text).truncated) == (LIMITS.answer_rows, True)
    assert len(door.query(text, limit=LIMITS.answer_rows + 1)) == LIMITS.answer_rows + 1


def test_a_store_that_is_not_there_is_damage(tmp_path: Path) -> None:
    from filmgraph.errors import DamagedGraph

    with pytest.raises(DamagedGraph, match="cannot be read"):
        SparqlDoor(tmp_path / "rdf", ["mine"])
