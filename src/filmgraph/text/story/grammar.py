"""Small words that join a sentence, and how a clause begins."""

from typing import Final

from filmgraph.text.words import FUNCTION_WORDS, word_set

__all__ = [
    "ADVERBS",
    "BELIEFS",
    "CLAUSE_OPENERS",
    "COMPLEMENT",
    "CONDITION",
    "CONJUNCTIONS",
    "COPULAS",
    "DETERMINERS",
    "NEGATIONS",
    "NOMINATIVE",
    "NO_VERBS",
    "OBJECTIVE",
    "OBJECT_FOLLOWERS",
    "POSSESSIVE",
    "PREPOSITIONS",
    "PRONOUN_GENDER",
    "REASON",
    "RELATIVE",
    "STOPS",
    "TEMPORAL",
    "is_adverb",
]

NOMINATIVE: Final = word_set("he she they")
OBJECTIVE: Final = word_set("him them himself herself themselves")
POSSESSIVE: Final = word_set("his their")
"""`her` may be either."""

NO_VERBS: Final = FUNCTION_WORDS - word_set(
    "defeated enter enters joined meet meets overcome raised set upset"
)
"""Small words that are no verbs."""

PRONOUN_GENDER: Final[dict[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "p"),
}
"""Pronoun: man, woman, or several."""

DETERMINERS: Final = word_set(
    "a an another any both each every few his its many my no our several some that the their "
    "these this those your"
)
PREPOSITIONS: Final = word_set(
    "aboard about above across against along alongside amid among around at atop behind below "
    "beneath beside besides between beyond by concerning despite down during except for from in "
    "inside into like near of off on onto opposite out outside over past through throughout to "
    "toward towards under underneath until up upon via with within without"
)
CONJUNCTIONS: Final = word_set("and but nor or so then yet")
TEMPORAL: Final = word_set("after as before once until when whenever while")
REASON: Final = word_set("although because if lest since though unless whereas")
COMPLEMENT: Final = word_set("how that what whether which whom why whose where")
CONDITION: Final = word_set("if unless should")
RELATIVE: Final = word_set("who that which")
CLAUSE_OPENERS: Final = TEMPORAL | REASON | COMPLEMENT
COPULAS: Final = word_set("is was are were be been being become becomes became remains remained")
NEGATIONS: Final = word_set("never no nobody none nor not nothing without barely hardly neither")
STOPS: Final = frozenset(';:—–()[]“”"…')

BELIEFS: Final = word_set(
    "accuse assume believe claim convince delude dream expect fantasize fear hallucinate hope "
    "imagine lie mistake pose presume pretend say suspect think wish wonder worry"
)
"""What follows them need not be so."""

OBJECT_FOLLOWERS: Final = word_set(
    "alive alone apart around away back down forever free home in off on out over there through "
    "together too unconscious up"
)
"""Behind `her`: it is she, and nothing of hers."""

ADVERBS: Final = word_set(
    "again all almost also always anyway away back both even ever first forever here however "
    "instead just later meanwhile more much never next not now often once only otherwise perhaps "
    "quite rather seldom sometimes soon still straight then there thereafter thereby therefore "
    "thus together too twice very well yet"
)
_NOT_ADVERBS: Final = word_set(
    "ally anomaly apply assembly belly billy bully emily family fly folly holly italy july kelly "
    "lily molly monopoly only rally rely reply sally supply"
)


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb.

    Examples
    --------
    >>> is_adverb("secretly"), is_adverb("soon"), is_adverb("family")
    (True, True, False)
    """
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
