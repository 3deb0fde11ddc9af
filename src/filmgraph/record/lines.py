"""Records as JSON lines, and the JSON Schema of one."""

from typing import Any

import msgspec

from filmgraph.errors import RecordError
from filmgraph.record.faults import faults
from filmgraph.record.films import ConceptRecord, FilmRecord, Record, Source
from filmgraph.record.parts import FORMAT

__all__ = ["decode", "decode_source", "encode", "json_schema"]

_encoder = msgspec.json.Encoder()
_record_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_source_decoder: msgspec.json.Decoder[Source] = msgspec.json.Decoder(Source)


def encode(record: Record | Source) -> bytes:
    """One JSON line (without its end): fields in the order of the class, defaults left out.

    Examples
    --------
    >>> encode(Source(name="mine", title="My films"))
    b'{"record":"source","name":"mine","title":"My films"}'
    """
    return _encoder.encode(record)


def decode(line: bytes | str, *, trusted: bool = False) -> Record:
    """A film or concept record from one JSON line.

    Parameters
    ----------
    line : bytes or str
    trusted : bool
        Whether the line was decoded before, so that `faults` need not look again.

    Raises
    ------
    RecordError
        If the line is not JSON, a field is unknown, missing or of the wrong type, or `faults`
        finds something.

    Examples
    --------
    >>> decode('{"record":"film","key":"a","title":"Alien","yaer":1979}')
    Traceback (most recent call last):
    filmgraph.errors.RecordError: Object contains unknown field `yaer`.
    """
    try:
        record = _record_decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(_sentence(error)) from None
    if not trusted:
        for fault in faults(record):
            raise RecordError(fault)
    return record


def decode_source(line: bytes | str) -> Source:
    """The source that heads a file of records.

    Raises
    ------
    RecordError
        If the line is not a source, or its format is newer than this filmgraph reads.

    Examples
    --------
    >>> decode_source('{"record":"source","name":"mine","title":"My films"}').title
    'My films'
    """
    try:
        source = _source_decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(f"The first line must be a source: {_sentence(error)}") from None
    if source.format > FORMAT:
        raise RecordError(
            f"The records are of format {source.format}; this filmgraph reads up to {FORMAT}.",
            hint="Install a newer filmgraph.",
        )
    return source


def _sentence(error: Exception) -> str:
    text = str(error).rstrip(".")
    return f"{text}."


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of a file of records.

    Examples
    --------
    >>> json_schema()["title"]
    'filmgraph record'
    """
    (schema,), components = msgspec.json.schema_components(
        [Source | FilmRecord | ConceptRecord], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/filmgraph/record.schema.json",
        "title": "filmgraph record",
        "description": f"One line of a file of film records, format {FORMAT}.",
        **schema,
        "$defs": components,
    }
