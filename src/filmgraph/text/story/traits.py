"""What someone is, in words: `screenwriter`, `Latvian`, `alcoholism`."""

import re
from collections.abc import Iterator
from typing import Final

from filmgraph.text.story.items import Mention, Reading, Word
from filmgraph.text.story.people import Person
from filmgraph.text.story.person_words import GENERIC, RELATIONAL
from filmgraph.text.words import word_set

__all__ = ["afflictions", "traits_of"]

_ROLES_TOO: Final = word_set(
    "agent assistant attorney bodyguard butler chauffeur client doctor editor governess guest "
    "heir housekeeper landlady landlord lawyer manager nanny nurse physician pimp prisoner "
    "psychiatrist psychologist publisher secretary servant slave student teacher therapist "
    "trainer tutor widow widower"
)
"""Of the words for relations, those that say what someone is by themselves too."""
_JOINED: Final = (["with"], ["from"], ["to"])
_SUFFERS: Final = re.compile(r"(?:struggl|suffer|addicted|diagnosed|afflicted)")
_AFFLICTION: Final = re.compile(
    r"\w+(?:ism|itis|osis|esia|mia|nia|lepsy)|addiction|aids|amnesia|cancer|dementia|depression|"
    r"diabetes|gambling|leukemia|tuberculosis|alzheimer"
)


def afflictions(reading: Reading) -> Iterator[tuple[Mention, str]]:
    """What someone suffers from, with who does.

    Examples
    --------
    >>> from filmgraph.text import Told
    >>> told = Told("Ben suffers from amnesia.", "plot")
    >>> ben = Mention("name", "Ben", subject=True)
    >>> words = [Word(word, word) for word in ("suffers", "from", "amnesia")]
    >>> [what for _, what in afflictions(Reading(told, 1, [ben, *words]))]
    ['amnesia']
    """
    subject: Mention | None = None
    items = reading.items
    for place, item in enumerate(items):
        if isinstance(item, Mention):
            subject = item if item.subject else subject
            continue
        behind = [one.low for one in items[place + 1 : place + 4] if isinstance(one, Word)]
        if subject is None or not _SUFFERS.match(item.low) or behind[:1] not in _JOINED:
            continue
        found = next((word for word in behind[1:] if _AFFLICTION.fullmatch(word)), "")
        if found:
            yield subject, found


def traits_of(person: Person, *, ending: bool = True) -> tuple[str, ...]:
    """The traits of someone, in the order in which they are said.

    Parameters
    ----------
    person : Person
    ending : bool
        Whether also those that only the ending tells.

    Examples
    --------
    >>> from filmgraph.text import Told
    >>> told = Told("Yuri, a Latvian pimp, waits.", "plot")
    >>> yuri = Person(0, "Yuri", "Yuri", "named", nouns={"pimp": told, "Latvian": told})
    >>> traits_of(yuri)
    ('pimp', 'Latvian')
    """
    kept = []
    for noun, told in person.nouns.items():
        if not ending and told.level == "ending":
            continue
        last = noun.rpartition(" ")[2]
        if noun in GENERIC or (last in RELATIONAL - _ROLES_TOO and last == noun):
            continue
        kept.append(noun)
    return tuple(dict.fromkeys(kept))
