"""Film records as JSON lines, plain or compressed with gzip: the door for every source.

Whoever can write film records needs no loader of their own: docs/film-record.md describes them
field by field, `filmgraph schema` prints their JSON Schema.  The first line of a file says which
source it is; files of the same source are read as one.  Files without that line take the
source's name from the option `source`.

Licence: that of the source, as its first line states it.
Where to get it: you write it, or `records/` of any graph folder holds it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from filmgraph.errors import OptionError, RecordError, SourceError
from filmgraph.intake import Item, Refused, files, lines
from filmgraph.record import Source, decode, decode_source

SOURCE = Source(name="records", title="Film records")
OPTIONS = {
    "source": "Name of the source, for files whose first line does not say it (my-films).",
    "title": "Title of the source, for such files (My films).",
    "licence": "Licence of the source, for such files (CC0).",
}

_SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


class _Tag(msgspec.Struct):
    """As much of a line as says what it is."""

    record: str = ""


_tag_decoder = msgspec.json.Decoder(_Tag)


def source_of(paths: Sequence[Path], options: Mapping[str, str]) -> Source:
    """The source that the files' first lines name, or the options."""
    heads = {file: _head(file) for file in files(paths, _SUFFIXES)}
    sources = [head for head in heads.values() if head is not None]
    bare = [file for file, head in heads.items() if head is None]
    if bare:
        sources.append(_from_options(bare[0], options, sources))
    first = sources[0]
    for file, head in heads.items():
        if head is not None and head.name != first.name:
            raise SourceError(
                f"'{file}' is of the source {head.name!r}, another file of {first.name!r}.",
                hint="Load each source by itself.",
            )
    dates = [source.as_of for source in sources if source.as_of is not None]
    return msgspec.structs.replace(first, as_of=max(dates, default=None))


def _head(file: Path) -> Source | None:
    for _, line in lines(file):
        if isinstance(line, Refused):
            return None
        if line.startswith(b"["):
            raise SourceError(
                f"'{file}' is one JSON array; one JSON object a line is expected.",
                hint="jq -c '.[]' makes lines of an array.",
            )
        if not _is_source(line):
            return None
        try:
            return decode_source(line)
        except RecordError as error:
            raise SourceError(f"'{file}': {error.message}", hint=error.hint) from None
    return None


def _is_source(line: bytes) -> bool:
    try:
        return _tag_decoder.decode(line).record == "source"
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def _from_options(file: Path, options: Mapping[str, str], others: Sequence[Source]) -> Source:
    name = options.get("source") or next((source.name for source in others), "")
    if not name:
        raise SourceError(
            f"The first line of '{file}' does not say which source it is.",
            hint='Put {"record":"source","name":"my-films","title":"My films"} there, '
            "or give the option source=my-films.",
        )
    source = {"record": "source", "name": name, "title": options.get("title") or name}
    if options.get("licence"):
        source["licence"] = options["licence"]
    try:
        return decode_source(msgspec.json.encode(source))
    except RecordError:
        raise OptionError(
            f"The source cannot be named {name!r}; lower-case letters, digits and hyphens are "
            "expected, as in my-films."
        ) from None


def read(paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[Item]:
    """The records of all files; a bad line harms only itself."""
    for file in files(paths, _SUFFIXES):
        for number, line in lines(file):
            if isinstance(line, Refused):
                yield line
                continue
            try:
                yield decode(line)
            except RecordError as error:
                # Heads stand within a file where several were put one after another.
                if not _is_source(line):
                    yield Refused(f"{file.name}:{number}", error.message)
