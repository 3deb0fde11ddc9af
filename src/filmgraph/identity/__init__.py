"""Identity: which records, people, themes and places are one, and what each is called for ever.

- `claim` takes from a film record what tells films apart;
- `identify` decides, with the `Ledger` of IRIs given before, and answers with a `Naming`;
- a doubtful match is no match: both stay, and a `Doubt` says why;
- characters of several films are one where name and films say so: a `CharacterIdentity`.
"""

from filmgraph.identity.characters import CharacterIdentity
from filmgraph.identity.claims import Doubt, FilmClaim, PersonMention, claim
from filmgraph.identity.ledger import Ledger
from filmgraph.identity.naming import Naming, identify

__all__ = [
    "CharacterIdentity",
    "Doubt",
    "FilmClaim",
    "Ledger",
    "Naming",
    "PersonMention",
    "claim",
    "identify",
]
