"""The film record: the one structure for all that a source may say of a film.

Every loader yields these values and nothing else; whoever can write them as JSON lines needs no
loader.  A file of records begins with a `Source`, then come `FilmRecord`s and `ConceptRecord`s in
any order, one JSON object a line, told apart by the field `record`.

Rules for all parts:

- a field that is not known is absent, never an empty stand-in;
- `level` says what a viewer may know (`open`, `plot`, `ending`); where it is absent, the curtain's
  table for that kind of part decides;
- `evidence` holds the sentences that say so, as the source wrote them;
- an unknown field is an error that names the field.
"""

from filmgraph.record.faults import faults
from filmgraph.record.films import ConceptRecord, FilmRecord, Record, Source
from filmgraph.record.lines import decode, decode_source, encode, json_schema
from filmgraph.record.parts import (
    FIRST_YEAR,
    FORMAT,
    LAST_YEAR,
    MAX_TEXT,
    Aspect,
    Character,
    CharacterKind,
    Company,
    ConceptKind,
    Credit,
    CreditPart,
    Detail,
    Event,
    Evidence,
    FilmRelation,
    Identifier,
    Level,
    Link,
    Money,
    Motif,
    Participant,
    PlotStructure,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Structure,
    Telling,
    TellingMode,
    Text,
    TextKind,
    ThemeUse,
    Title,
    Weight,
)

__all__ = [
    "FIRST_YEAR",
    "FORMAT",
    "LAST_YEAR",
    "MAX_TEXT",
    "Aspect",
    "Character",
    "CharacterKind",
    "Company",
    "ConceptKind",
    "ConceptRecord",
    "Credit",
    "CreditPart",
    "Detail",
    "Event",
    "Evidence",
    "FilmRecord",
    "FilmRelation",
    "Identifier",
    "Level",
    "Link",
    "Money",
    "Motif",
    "Participant",
    "PlotStructure",
    "PostCreditScene",
    "Record",
    "Relation",
    "Release",
    "Setting",
    "Source",
    "Structure",
    "Telling",
    "TellingMode",
    "Text",
    "TextKind",
    "ThemeUse",
    "Title",
    "Weight",
    "decode",
    "decode_source",
    "encode",
    "faults",
    "json_schema",
]
