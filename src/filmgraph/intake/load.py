"""Loading: a loader's items, judged one by one, into a file of records, with a report."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec.structs import replace
from rapidfuzz import process

from filmgraph.errors import FilmgraphError, InputError, OptionError, RecordError, SourceError
from filmgraph.intake.items import Loader, Refused, Skipped
from filmgraph.intake.reading import as_of
from filmgraph.intake.registry import check_source
from filmgraph.intake.store import RecordName, name_of, read_lines, read_source, write_lines
from filmgraph.intake.tree import Trees
from filmgraph.options import LIMITS
from filmgraph.record import ConceptRecord, FilmRecord, Record, Source, decode, encode

__all__ = ["EXAMPLES", "LoadReport", "load", "source_of"]

EXAMPLES = 20
"""How many refused records a report shows."""
_STEP = 1_000

_QUOTED = re.compile(r"(?<!\w)('|\"|`).*?\1(?!\w)|\d[\d,]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    `read == loaded + refused_count`: every record is either loaded or refused, and said so.

    Attributes
    ----------
    source : Source
    read, loaded : int
        Records (films and concepts) that the loader gave, and those that were written.
    refused : tuple of (str, int)
        Kind of reason and how often, the most frequent first.
    examples : tuple of Refused
        The first twenty.
    skipped : tuple of (str, int)
        What the source holds and the loader leaves out on purpose; not counted as read.
    notes : tuple of str
        What is worth knowing and harms no record.
    """

    source: Source
    read: int
    loaded: int
    refused: tuple[tuple[str, int], ...] = ()
    examples: tuple[Refused, ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def refused_count(self) -> int:
        """How many records were refused."""
        return sum(count for _, count in self.refused)

    def __str__(self) -> str:
        rows = [
            f"{self.source.title} ({self.source.name}): {self.read:,} read, "
            f"{self.loaded:,} loaded, {self.refused_count:,} refused"
        ]
        rows += [f"  refused {count:,}: {reason}" for reason, count in self.refused]
        rows += [f"    {example}" for example in self.examples]
        if self.refused_count > len(self.examples):
            rows.append(f"    (the first {len(self.examples)} of {self.refused_count:,})")
        rows += [f"  left out {count:,}: {reason}" for reason, count in self.skipped]
        rows += [f"  note: {note}" for note in self.notes]
        return "\n".join(rows)


@dataclass(slots=True)
class _Intake:
    """The records of one load while they come in."""

    strict: bool
    lines: dict[RecordName, bytes] = field(default_factory=dict)
    trees: Trees = field(default_factory=Trees)
    refused: Counter[str] = field(default_factory=Counter)
    examples: list[Refused] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    read: int = 0

    def take(self, item: object) -> None:
        """Judge one item."""
        if isinstance(item, Skipped):
            self.skipped[item.reason] += 1
        elif isinstance(item, Refused):
            self.refuse(item)
        elif isinstance(item, FilmRecord | ConceptRecord):
            self._record(item)
        else:
            reason = f"The loader gave a {type(item).__name__}, not a record."
            self.refuse(Refused(repr(item)[:100], reason))

    def _record(self, record: Record) -> None:
        name = name_of(record)
        try:
            # Records made in Python were never checked: reading them back is.
            line = encode(record)
            record = decode(line)
        except (RecordError, TypeError, UnicodeEncodeError, RecursionError) as error:
            reason = _sayable(str(error))
            self.refuse(Refused(_sayable(name[2]), reason))
            return
        if len(line) > LIMITS.line_bytes:
            reason = f"The record has {len(line):,} bytes; at most {LIMITS.line_bytes:,} are read."
            self.refuse(Refused(name[2], reason))
            return
        known = self.lines.get(name)
        if known == line:
            self.skipped["said twice in the same words"] += 1
        elif known is not None:
            self.refuse(Refused(name[2], "There is another record of the same key before it."))
        else:
            self.read += 1
            self.lines[name] = line
            if isinstance(record, ConceptRecord):
                self.trees.add(record)
            else:
                self.trees.use(record)

    def refuse(self, refused: Refused) -> None:
        """Count a bad record, or stop at it."""
        if self.strict:
            raise InputError(str(refused), hint="Nothing was loaded.")
        self.read += 1
        self.refused[_kind_of_reason(refused.reason)] += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(refused)

    def open_circles(self) -> None:
        """Drop what makes a concept its own ancestor; the concept itself stays."""
        for concept, parent in self.trees.open_circles():
            self.refuse(Refused(concept.name, f"Its parent {parent!r} is also below it."))
            kept = tuple(one for one in concept.parents if one != parent)
            changed = self.trees.replace(concept, replace(concept, parents=kept))
            self.lines[name_of(changed)] = encode(changed)


def _kind_of_reason(reason: str) -> str:
    return _QUOTED.sub("…", reason)


def _sayable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def source_of(
    loader: Loader, paths: Sequence[Path], options: Mapping[str, str] | None = None
) -> Source:
    """The source that a load will write, with the date of its files.

    Raises
    ------
    InputError
        If the files do not say which source they are, or its name is taken.
    """
    source = loader.source
    if loader.source_of is not None:
        source = loader.source_of(paths, options or {})
    check_source(source)
    return source if source.as_of else replace(source, as_of=as_of(paths))


def load(
    loader: Loader,
    paths: Sequence[Path],
    target: Path | None,
    *,
    options: Mapping[str, str] | None = None,
    strict: bool = False,
    progress: Callable[[int], None] | None = None,
) -> LoadReport:
    """Load a source's files into a file of records.

    The old file stays whole until the new one is; a load that fails changes nothing.

    Parameters
    ----------
    loader : Loader
    paths : sequence of Path
        The source's files, or folders that hold them.
    target : Path or None
        The file of records to write, or a folder, in which it becomes `<source>.jsonl.gz`.  With
        None nothing is written: the report says what a load would find.
    options : mapping, optional
        The loader's options.
    strict : bool
        Whether the first bad record ends the load.
    progress : callable, optional
        Called with the number of items read, now and then.

    Returns
    -------
    LoadReport

    Raises
    ------
    InputError
        If the files cannot be read, an option is unknown, nothing was read at all, or (with
        `strict`) a record is bad.
    StorageError
        If the disk does not take the records.
    """
    given = dict(options or {})
    _check_options(loader, given)
    source = source_of(loader, paths, given)
    intake = _Intake(strict)
    for count, item in enumerate(_items(loader, paths, given), start=1):
        intake.take(item)
        if progress is not None and count % _STEP == 0:
            progress(count)
    loaded = len(intake.lines)
    if not loaded:
        raise _nothing(source, intake)
    intake.open_circles()
    notes = tuple(intake.trees.notes())
    if target is not None:
        path = target / f"{source.name}.jsonl.gz" if target.is_dir() else target
        if loader.replaces == "films":
            source = _keep_the_rest(path, source, intake.lines)
        write_lines(path, source, (intake.lines[name] for name in sorted(intake.lines)))
    return LoadReport(
        source=source,
        read=intake.read,
        loaded=loaded,
        refused=tuple(_by_count(intake.refused)),
        examples=tuple(intake.examples),
        skipped=tuple(_by_count(intake.skipped)),
        notes=notes,
    )


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _check_options(loader: Loader, given: Mapping[str, str]) -> None:
    for name in given:
        if name not in loader.options:
            near = process.extract(name, list(loader.options), limit=5, score_cutoff=60)
            known = ", ".join(loader.options) or "none"
            raise OptionError(
                f"The loader {loader.name!r} has no option {name!r}; it has: {known}.",
                candidates=[match[0] for match in near],
            )


def _items(loader: Loader, paths: Sequence[Path], options: Mapping[str, str]) -> Iterator[object]:
    """The loader's items; whatever breaks in it becomes an error that says where."""
    try:
        yield from loader.read(paths, options)
    except FilmgraphError:
        raise
    except (Exception, SystemExit) as error:
        raise SourceError(
            f"The loader {loader.name!r} broke: {type(error).__name__}: {error}{_place(error)}.",
            hint="Nothing was loaded; what was there before is untouched.",
        ) from error


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"


def _nothing(source: Source, intake: _Intake) -> SourceError:
    first = f" The first of {intake.read:,} refused: {intake.examples[0]}" if intake.read else ""
    return SourceError(
        f"No film was read for the source {source.name!r}.{first}",
        hint="What was loaded before is untouched.",
    )


class _Named(msgspec.Struct):
    """As much of a line as names its record."""

    record: str
    key: str = ""
    kind: str = ""
    name: str = ""


def _keep_the_rest(path: Path, source: Source, new: dict[RecordName, bytes]) -> Source:
    """Add what the file holds beside the new records; the newest date is the source's."""
    if not path.exists():
        return source
    decoder = msgspec.json.Decoder(_Named)
    before = read_source(path)
    for line in read_lines(path):
        named = decoder.decode(line)
        film = named.record == "film"
        new.setdefault((0, "", named.key) if film else (1, named.kind, named.name), line)
    dates = [date for date in (before.as_of, source.as_of) if date is not None]
    return replace(source, as_of=max(dates, default=None))
