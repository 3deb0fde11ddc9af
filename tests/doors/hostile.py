"""Asks a store 200 texts that are out to end the process: `hostile.py STORE SEED`."""

import contextlib
import random
import sys
from pathlib import Path

from filmgraph.doors.sparql import SparqlDoor
from filmgraph.errors import FilmgraphError

MOST = 99_000
COUNT = 200
SLOW = 20_000
"""Length of texts for which the store takes long, but not for ever."""


def wide(start: str, part: str, end: str = "", join: str = "", most: int = MOST) -> str:
    """A text of one part over and over, as long as a query may be."""
    count = (most - len(start) - len(end)) // (len(part) + len(join))
    return start + join.join([part] * count) + end


# Not here: many joined patterns, for which the store plans for hours (decision 0002).
FLAT = (
    wide("SELECT (", "1", " AS ?x) {}", "+", SLOW),
    wide("SELECT (", "1", " AS ?x) {}", "*", SLOW),
    wide("ASK { FILTER(", "!", "true) }"),
    wide("ASK { FILTER(", "true", ") }", "&&"),
    wide("ASK { FILTER(", "true", ") }", "||"),
    wide("ASK { FILTER(1 IN (", "1", ")) }", ","),
    wide("ASK { ?s ", ":a", " ?o }", "|"),
    wide("ASK {", "{} UNION ", "{} }", "", SLOW),
    wide("SELECT (CONCAT(", "'a'", ") AS ?x) {}", ","),
    wide("ASK {", "FILTER(true)", "}"),
    wide("ASK { VALUES ?x {", " 1", "} }"),
    wide("PREFIX a: <urn:a> ", "PREFIX a: <urn:a> ", "ASK {}"),
    wide("BASE <urn:", "../", "> ASK {}"),
    wide("ASK { ?s ?p 1", "0", " }"),
    wide("ASK { ?s ?p 1.5e", "9", " }"),
    wide("ASK { ?s ?p '", "é", "' }"),
    wide("SELECT ", "?a", " {}", " "),
    wide("SELECT * {} ORDER BY", " ?a"),
    "#" * MOST,
)
DEEP = (
    wide("ASK {", "{", "}"),
    wide("SELECT (", "(", "1"),
    wide("ASK { FILTER EXISTS ", "{FILTER EXISTS", "}"),
    wide("ASK { ?s ?p ", "[:a ", "1"),
    wide("ASK { ?s ?p ", "(", "1"),
    wide("ASK { ?s ", "(", ":a"),
    wide("ASK { ?s ", "^", ":a ?o }"),
    wide("ASK { ?s ", "!", "a ?o}"),
    wide("", "<<"),
    wide("", "<<("),
    wide("", "<"),
    wide("", "'"),
    wide("", '"""'),
    wide("", "\\u0022"),
    wide("", "\\u007B"),
)
STRANGE = (
    "ASK { FILTER(REGEX('" + "a" * 30_000 + "!', '^(a+)+$')) }",
    "SELECT (REPLACE('a', '(', '') AS ?x) {}",
    "SELECT (REPLACE('a', 'a{1000}{1000}{1000}', '') AS ?x) {}",
    "SELECT (SUBSTR('abc', -9223372036854775808) AS ?x) {}",
    "SELECT (SUBSTR('äbc', 9223372036854775807, 9223372036854775807) AS ?x) {}",
    "SELECT (9223372036854775807 * 9223372036854775807 AS ?x) {}",
    "SELECT (ABS(-9223372036854775808) AS ?x) {}",
    "SELECT (ROUND(1e400) AS ?x) {}",
    "SELECT (1/0 AS ?x) (1.0/0 AS ?y) (1e0/0 AS ?z) {}",
    "SELECT (STRDT('x', <urn:x>) AS ?x) {}",
    "SELECT ('9999999999-01-01'^^xsd:date AS ?x) {}",
    "SELECT (IRI('::') AS ?x) {}",
    "SELECT (YEAR('x'^^xsd:dateTime) AS ?x) {}",
    "SELECT (STRLANG('x', '-') AS ?x) {}",
    "SELECT (ENCODE_FOR_URI('\ud83d') AS ?x) {}",
    "SELECT * {} LIMIT 99999999999999999999",
    "SELECT * {} OFFSET 18446744073709551615",
    "SELECT * {} LIMIT 18446744073709551615",
    "DESCRIBE <urn:x> <urn:y>",
    "CONSTRUCT {} WHERE {}",
    "CONSTRUCT { _:a ?p [] } WHERE { ?s ?p ?o }",
)
TEXT = (
    "SELECT * { } ( ) [ ] ?s ?p ?o . ; , FILTER EXISTS NOT OPTIONAL UNION MINUS GRAPH BIND AS "
    "VALUES 'x' \" 1 - <urn:a> < > a fg:year / | ^ + HAVING BY GROUP ORDER LIMIT COUNT \u202e # "
    "\\u0041 @en ^^ ASK CONSTRUCT DESCRIBE FROM NAMED IN = && \ud83d"
)
WORDS = TEXT.split()


def main(store: Path, seed: int) -> None:
    """Ask, and say how many were survived."""
    dice = random.Random(seed)
    texts = [*FLAT, *DEEP, *STRANGE]
    while len(texts) < COUNT:
        texts.append(" ".join(dice.choices(WORDS, k=dice.randint(1, 40))))
    door = SparqlDoor(store, ["mine"], "open")
    for text in texts:
        with contextlib.suppress(FilmgraphError):
            door.query(text, limit=5)
    print(f"{len(texts)} survived")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
