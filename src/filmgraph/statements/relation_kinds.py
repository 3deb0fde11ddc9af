"""Which kind of relation a word for one is of: `pimp of` is exploitation, `sister of` family.

The words are those that sources use between two characters.  What the table does not know, and
what may be of several kinds (`partner of`), is of no kind that is said.
"""

from collections.abc import Iterator
from typing import Final

from filmgraph.names import IRI
from filmgraph.vocabulary import FG

__all__ = ["RELATION_KINDS", "relation_kind"]

RELATION_KINDS: Final[dict[IRI, str]] = {
    FG.family: (
        "adoptive-parent ancestor aunt bride bridegroom brother child cousin daughter descendant "
        "ex-husband ex-spouse ex-wife father foster-child foster-father foster-mother "
        "foster-parent godchild goddaughter godfather godmother godparent godson grandchild "
        "granddaughter grandfather grandmother grandparent grandson great-grandfather "
        "great-grandmother groom half-brother half-sister heir husband in-law married-to mother "
        "nephew niece parent relative sibling sister son spouse stepbrother stepchild stepdaughter "
        "stepfather stepmother stepparent stepsister stepson triplet twin uncle ward widow widower "
        "wife"
    ),
    FG.love: (
        "boyfriend crush date engaged-to ex-boyfriend ex-girlfriend ex-lover fiance fiancee fiancé "
        "fiancée girlfriend in-love-with infatuated-with lover loves mistress paramour "
        "romantic-partner suitor"
    ),
    FG.friendship: "best-friend buddy companion confidant confidante friend pal",
    FG.acquaintance: (
        "acquaintance classmate guest host housemate neighbor neighbour roommate schoolmate"
    ),
    FG.enmity: (
        "adversary archenemy assassin assailant attacker betrayer betrays captor enemy foe hunts "
        "kidnapper killer kills murderer nemesis rapist rival stalker threat-to traitor-to"
    ),
    FG.work: (
        "accomplice accountant agent ally apprentice assistant attorney business-partner butler "
        "chauffeur client co-worker colleague cook coworker customer driver editor employee "
        "ex-colleague ex-partner-in-crime henchman housekeeper lawyer maid manager "
        "partner-in-crime publisher secretary servant teammate works-for works-with"
    ),
    FG.authority: (
        "boss captain chief commander commands director employer jailer king lieutenant "
        "lieutenant-of master officer queen ruler subordinate superior supervisor warden"
    ),
    FG.care: (
        "babysitter bodyguard caretaker coach counselor dentist doctor governess guardian guide "
        "mentor midwife nanny nurse patient physician protector protégé protege protégée "
        "psychiatrist psychologist pupil rescuer student surgeon teacher therapist trainer tutor"
    ),
    FG.exploitation: "blackmailer extortionist loan-shark owner pimp slave slaveholder swindler",
    FG.sameness: "alter-ego double-identity is same-as",
    FG.otherRelation: "landlady landlord tenant",
}
"""Kind: the words of it, those of several words joined by hyphens, without `of` at the end."""

_KIND: Final[dict[str, IRI]] = {
    word: kind for kind, words in RELATION_KINDS.items() for word in words.split()
}
_PLURALS: Final = {"children": "child", "men": "man", "wives": "wife", "henchmen": "henchman"}


def relation_kind(what: str) -> IRI | None:
    """The kind of a relation, or None where its word does not tell.

    Examples
    --------
    >>> relation_kind("pimp of") == FG.exploitation
    True
    >>> relation_kind("younger sisters of") == FG.family
    True
    >>> relation_kind("partner of") is None
    True
    """
    for form in _forms(what):
        if form in _KIND:
            return _KIND[form]
    return None


def _forms(what: str) -> Iterator[str]:
    """The word as it stands, and ever less of it: `former best friend of`, …, `friend`."""
    words = what.casefold().split()
    yield "-".join(words)
    if words and words[-1] == "of":
        words.pop()
    for begin in range(len(words)):
        form = "-".join(words[begin:])
        yield form
        last = words[-1]
        yield from ("-".join([*words[begin:-1], one]) for one in _singulars(last))


def _singulars(word: str) -> Iterator[str]:
    if word in _PLURALS:
        yield _PLURALS[word]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("-in-law") or "-in-law" in word:
        yield "in-law"
