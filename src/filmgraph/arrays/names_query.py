"""Which names are looked at for a text: tantivy queries with constant scores.

Every part has a constant score and the names stand in the index in the order of their degree, so
the first k of a query are defined without anything that a hidden name could change.  Queries are
built part by part, never parsed: no character of a text has a meaning.
"""

from collections.abc import Sequence

from tantivy import Occur, Query, Schema, SchemaBuilder

from filmgraph.arrays.names_rank import SHORT_WORD
from filmgraph.arrays.names_text import Wanted
from filmgraph.record import Level

__all__ = ["loose", "name_schema", "near", "one_of", "seen_term"]

_WORD_FOR_ONE_ERROR = 3
_WORD_FOR_TWO_ERRORS = 5
_PREFIX_WITH_ERROR = 4
_JOINED_PREFIX = 6
_WHOLE = 64.0  # more than all words of a text together


def name_schema() -> Schema:
    """The fields of the name index; none is stored, what is shown stands in `names_files`.

    Examples
    --------
    >>> type(name_schema()).__name__
    'Schema'
    """
    builder = SchemaBuilder()
    for name in ("words", "joined", "iri", "seen"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def seen_term(level: Level, kind: str | None) -> str:
    """The term that every name of that kind has which may be seen at that level.

    Examples
    --------
    >>> seen_term("plot", None), seen_term("open", "film")
    ('plot', 'open/film')
    """
    return level if kind is None else f"{level}/{kind}"


def one_of(schema: Schema, field: str, term: str, seen: str) -> Query:
    """Names with exactly that term, among those that may be seen."""
    return _all([Query.term_query(schema, "seen", seen), Query.term_query(schema, field, term)])


def near(schema: Schema, text: Wanted, seen: str, errors: int) -> Query:
    """Names at most so many errors (1 or 2) from the text, and names with all of its words.

    Long words may have two errors where the text may; the last word may be unfinished.
    """
    parts = [_scored(_fuzzy(schema, "joined", text.joined, errors), _WHOLE)]
    parts.append(_all(_words(schema, text, errors)))
    if errors > 1 and len(text.joined) >= _JOINED_PREFIX:
        parts.append(_scored(_fuzzy(schema, "joined", text.joined, 1, prefix=True), _WHOLE / 2))
    return _filtered(schema, seen, Query.boolean_query([_should(part) for part in parts]))


def loose(schema: Schema, text: Wanted, seen: str) -> Query:
    """Names with all words of the text but one, each with as many errors as `near` allows."""
    words = [_should(word) for word in _words(schema, text, 2)]
    enough = max(1, len(words) - 1)
    return _filtered(schema, seen, Query.boolean_query(words, minimum_number_should_match=enough))


def _words(schema: Schema, text: Wanted, errors: int) -> list[Query]:
    last = len(text.words) - 1
    return [_word(schema, word, i == last, errors) for i, word in enumerate(text.words)]


def _word(schema: Schema, word: str, unfinished: bool, most: int) -> Query:
    """One word: itself (best), with errors by its length, and as a beginning where unfinished."""
    parts = [_scored(Query.term_query(schema, "words", word), 1.0)]
    errors = _errors(word, most)
    if errors:
        parts.append(_scored(_fuzzy(schema, "words", word, errors), 1.0))
    if not unfinished and len(word) >= SHORT_WORD and not word.isdigit():
        parts.append(_scored(_fuzzy(schema, "words", word, 0, prefix=True), 1.0))
    if unfinished:
        prefix_errors = 1 if errors and len(word) >= _PREFIX_WITH_ERROR else 0
        parts.append(_scored(_fuzzy(schema, "words", word, prefix_errors, prefix=True), 1.0))
    return Query.boolean_query([_should(part) for part in parts])


def _errors(word: str, most: int) -> int:
    if len(word) < _WORD_FOR_ONE_ERROR or word.isdigit():
        return 0
    return min(most, 2 if len(word) >= _WORD_FOR_TWO_ERRORS else 1)


def _fuzzy(schema: Schema, field: str, text: str, errors: int, prefix: bool = False) -> Query:
    return Query.fuzzy_term_query(schema, field, text, errors, True, prefix)


def _scored(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)


def _should(query: Query) -> tuple[Occur, Query]:
    return Occur.Should, query


def _all(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _filtered(schema: Schema, seen: str, query: Query) -> Query:
    return _all([_scored(Query.term_query(schema, "seen", seen), 0.0), query])
