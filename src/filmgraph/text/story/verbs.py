"""Verbs of a story: which tell that something happens, and which that something is so.

The list of states is closed; every other verb that someone does is taken for something that
happens.  Forms are told by their endings and by a table of irregular ones.
"""

import re
from typing import Final

from filmgraph.text.words import word_set

__all__ = [
    "AUXILIARIES",
    "HUMAN",
    "IRREGULAR",
    "MODALS",
    "MOTION",
    "NOT_HERE_VERBS",
    "STATES",
    "STATE_PARTICIPLES",
    "bases",
    "is_participle",
    "is_past",
    "is_singular",
    "is_state",
]

STATES: Final = word_set(
    "abhor accompany admire adore agonize aim appreciate aspire await be bear believe belong "
    "brood care cherish cling comfort compete concern consider consist contain contemplate "
    "continue cope covet crave depend deserve desire despise detest differ dislike distrust dote "
    "doubt dread dream dwell earn embody endure enjoy entail envision envy excel exemplify exist "
    "expect face fancy fascinate favor favour fear feel focus follow grapple grieve guess hate "
    "haunt have hold hope idolise idolize imagine include intend interest involve justify keep "
    "know lack languish lead lean like live loathe long look love mean miss-out mistrust mourn "
    "navigate need obsess occupy owe own pine ponder possess prefer presume prize prosper puzzle "
    "reflect regard regret rely remain remember remind represent resemble resent reside respect "
    "revere seem serve share signify sit sleep sound specialise specialize stand stay strive "
    "struggle study suffer suit support suppose suspect symbolise symbolize teach tend thrive "
    "torment treasure trouble trust understand value want weigh wish wonder work worry worship "
    "yearn"
)
"""Verbs, in their plain form, that say how things are."""

_PHRASES: Final[tuple[tuple[str, re.Pattern[str], bool], ...]] = tuple(
    (base, re.compile(rf" (?:{after})"), state)
    for base, after, state in (
        ("run", r"(?:an?|the|his|her|their) ", True),
        ("carry", r"on\b(?! (?:him|her|them)\b)", True),
        ("come", r"from\b", True),
        ("appear", r"(?:to|as)\b", True),
        ("turn", r"out\b", True),
        ("prove", r"(?:to|\w+ful|\w+al)\b", True),
        ("take", r"\ue000 (?:for|to be)\b", True),
        ("find", r"(?:\S+self|\S+selves)\b", True),
        ("make", r"(?:an?|his|her|their) (?:\w+ )?living\b", True),
        ("go", r"by\b", True),
        ("wear", r"", True),
        ("speak", r"(?:\w+ish|\w+ese|french|german|latin|the language)\b|$|\.", True),
        ("hide", r"(?:his|her|their) (?:true )?(?:feelings|fear|grief|love|pain)\b", True),
        ("look", r"(?:for|at|into|up|away|back|through|after the)\b", False),
        ("stand", r"(?:up|trial|before|by (?:him|her|them))\b", False),
        ("hold", r"\ue000", False),
        (
            "hold",
            r"(?:up|off|out|back|hostage|\S+ (?:hostage|captive|prisoner|at gunpoint))\b",
            False,
        ),
        ("share", r"[^,;]*\bwith\b", False),
        ("lead", r"(?:\S+ ){0,3}(?:to|into|away|through|out)\b", False),
        ("stay", r"(?:behind|with|overnight|the night)\b", False),
        ("sit", r"(?:down|up)\b", False),
        ("keep", r"\ue000", False),
        ("keep", r"(?:an?|the) (?:promise|appointment|secret from)\b", False),
        ("follow", r"\ue000", False),
        ("accompany", r"\ue000", False),
        ("face", r"\ue000", False),
        ("support", r"(?:and|but)\b", False),
        ("serve", r"\ue000|(?:a|the) (?:sentence|term|time)\b", False),
        ("have", r"to (?!be\b)|sex\b|an affair\b", False),
        (
            "have",
            r"\ue000 (?:\w+ )?(?:\w{3,}ed|beaten|brought|cut|hung|put|sent|shot|stolen|taken"
            r"|thrown)\b",
            False,
        ),
        ("live", r"up to\b", False),
        ("remain", r"behind\b", False),
    )
)
"""What a verb means with certain words behind it: whether it is a state then."""

HUMAN: Final = word_set(
    "abscond accuse admit advise agree announce answer apologize argue arrest arrive ask assure "
    "beg believe betray blackmail blush brag bribe call challenge cheat choose chuckle claim "
    "comfort confess confide confront convince cook counsel criticize cry dance decide declare "
    "demand deny despise discover divorce doze dream drink eat elope embrace encourage escape "
    "explain faint fantasize fear flatter flee flirt forgive frown gossip grieve grin hate "
    "hesitate hire hope hug impersonate insist interrogate intervene introduce invite joke kidnap "
    "kill kiss kneel know laugh learn lecture lie limp love marry meddle meet mourn murder nod "
    "notice offer order overhear persuade phone plan plead pledge plot pray pretend promise "
    "propose punch quit rape read realise realize recall recognize recruit refuse regret reject "
    "remember reply resign reveal sacrifice say scold scowl scream seduce shout shrug sigh sing "
    "slap smile sneak snore sob sober spy squint stab stare steal strangle stumble suggest "
    "suspect swear tell thank think threaten try undress urge visit vow wait walk wander want "
    "warn weep whisper whistle wince wish wonder work worry write yell"
)
"""What only a person does: the name before it is someone's."""

MOTION: Final = word_set(
    "arrive bring carry chase climb come cross drag drive emigrate escape escort flee fly follow "
    "go head hike hurry journey jump land lead march migrate move race return ride run rush sail "
    "slip sneak stagger swim take travel venture walk wander"
)
"""Verbs of going somewhere: what `to` leads to behind them is a place."""

STATE_PARTICIPLES: Final = word_set(
    "addicted admired alienated allowed armed ashamed associated attached attracted aware based "
    "bored born bound broken called caught committed concerned confined confused connected "
    "convinced dead dedicated delighted desperate destined determined devastated devoted "
    "disappointed disgusted disillusioned divided divorced doomed dressed driven drunk engaged "
    "enraged entitled estranged exhausted expected fascinated feared fed feted filled finished "
    "fond frightened frustrated gifted gone hated haunted heartbroken horrified impressed "
    "infatuated inspired intended interested intrigued involved isolated jaded known lined "
    "located lonely lost loved made married meant mistaken named obliged obsessed overjoyed "
    "overwhelmed performed plagued played pleased populated portrayed possessed prepared relieved "
    "reminded required respected retired said satisfied scared separated set settled shattered "
    "shocked situated sleeping smitten stuck stunned supposed surprised surrounded suspected "
    "terrified tired titled tormented torn trapped treated troubled unaffected unharmed "
    "unimpressed unprepared upset used voiced widowed worried"
)
"""Behind `is`: how someone is, not what is done to someone."""

NOT_HERE_VERBS: Final = word_set(
    "anything building ceiling darling days decades evening everything glasses hours kids king "
    "meeting minutes moments months morning nights nothing others parents ring seconds something "
    "sometimes spring string thing times wedding weekends weeks years"
)
"""Words that end as verbs do and are none."""

AUXILIARIES: Final = word_set("is are was were am be been being has have had having does do did")
MODALS: Final = word_set("can could may might must ought shall should will would cannot")

_TABLE = (
    "arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|"
    "bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|"
    "break broke broken|bring brought brought|build built built|burn burnt burnt|buy bought bought|"
    "catch caught caught|choose chose chosen|come came come|creep crept crept|cut cut cut|"
    "deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|"
    "eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|"
    "find found found|flee fled fled|fly flew flown|forbid forbade forbidden|"
    "forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|"
    "give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|"
    "hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|"
    "lay laid laid|lead led led|leap leapt leapt|learn learnt learnt|leave left left|"
    "lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|"
    "mean meant meant|meet met met|overhear overheard overheard|overcome overcame overcome|"
    "pay paid paid|put put put|quit quit quit|read read read|ride rode ridden|ring rang rung|"
    "rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|"
    "send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|"
    "shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|"
    "slide slid slid|speak spoke spoken|spend spent spent|spring sprang sprung|stand stood stood|"
    "steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|sweep swept swept|"
    "swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|"
    "tell told told|think thought thought|throw threw thrown|understand understood understood|"
    "wake woke woken|wear wore worn|weep wept wept|win won won|withdraw withdrew withdrawn|"
    "write wrote written"
)
IRREGULAR: Final[dict[str, tuple[str, str]]] = {
    base: (past, participle)
    for base, past, participle in (row.split() for row in _TABLE.split("|"))
}
"""Plain form: the past and the participle."""

_PAST: Final = {past: base for base, (past, _) in sorted(IRREGULAR.items())}
_PARTICIPLE: Final = {participle: base for base, (_, participle) in sorted(IRREGULAR.items())}
_NOT_VERBS: Final = word_set(
    "across afterwards always as besides does downstairs has hers his indoors is its less "
    "nevertheless news ours outdoors overseas perhaps plus series sometimes suspicious theirs "
    "this thus times towards unless upstairs us various versus was whereas yes yours"
)
_NOT_PAST: Final = word_set(
    "hundred indeed instead kindred naked need red sacred seed speed wicked"
)
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1\Z")


def is_singular(word: str) -> bool:
    """Whether a word may be what someone does, in the present: `walks`.

    Examples
    --------
    >>> is_singular("walks"), is_singular("kiss"), is_singular("his")
    (True, False, False)
    """
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us", "ous"))
        and len(word) > 3
        and word not in _NOT_VERBS
    )


def is_past(word: str) -> bool:
    """Whether a word may be what someone did: `walked`, `went`.

    Examples
    --------
    >>> is_past("walked"), is_past("went"), is_past("walks"), is_past("red")
    (True, True, False, False)
    """
    if word in _PAST:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST


def is_participle(word: str) -> bool:
    """Whether a word may be what was done to someone: `arrested`, `taken`.

    Examples
    --------
    >>> is_participle("arrested"), is_participle("taken"), is_participle("took")
    (True, True, False)
    """
    if word in _PARTICIPLE:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST


def bases(word: str) -> tuple[str, ...]:
    """The plain forms that a verb's form may have.

    Examples
    --------
    >>> bases("carries"), bases("loved"), bases("stopped"), bases("went")
    (('carry', 'carrie'), ('lov', 'love'), ('stopp', 'stoppe', 'stop'), ('go',))
    """
    known = [table[word] for table in (_PAST, _PARTICIPLE) if word in table]
    if known:
        return tuple(dict.fromkeys(known))
    if word.endswith(("ies", "ied")):
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        return (word[:-1],)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            single = (stem[:-1],) if _DOUBLED.search(stem) else ()
            return (stem, stem + "e", *single)
    return (word,)


def is_state(word: str, follows: str = "") -> bool:
    """Whether a verb says how things are, with the words that follow it.

    Parameters
    ----------
    word : str
        A form of a verb, in lower case.
    follows : str
        What stands behind it, with a space before it; a person is the sign U+E000.

    Examples
    --------
    >>> is_state("loves"), is_state("kisses"), is_state("runs", " a shop"), is_state("runs", " off")
    (True, False, True, False)
    """
    plain = bases(word)
    if "for a living" in follows:
        return True
    for base, after, state in _PHRASES:
        if base in plain and after.match(follows):
            return state
    return any(base in STATES for base in plain)
