"""Words for persons in a story: by gender, by relation, in the plural."""

from typing import Final

from filmgraph.text.words import PERSONS, UNCERTAIN_PERSONS, word_set

__all__ = [
    "CLIENTS_OF",
    "COMPOUND",
    "FEMALE",
    "GENERIC",
    "MALE",
    "NUMBERS",
    "PERSON",
    "PERSONS_PLURAL",
    "PROFESSIONALS",
    "RELATIONAL",
    "TITLE_GENDER",
    "UNIQUE",
    "plural_of",
]

MALE: Final = word_set(
    "actor baron boy boyfriend bridegroom brother brother-in-law businessman butler clergyman "
    "cowboy dad duke ex-boyfriend ex-husband father father-in-law fiance fiancé fireman fisherman "
    "foreman gentleman godfather godson grandfather grandson groom gunman half-brother handyman "
    "henchman hitman husband king landlord lord man monk nephew policeman pope priest prince "
    "salesman son son-in-law stepbrother stepfather stepson swordsman uncle waiter widower wizard"
)
"""What only a man or a boy is."""

FEMALE: Final = word_set(
    "actress aunt ballerina baroness bride businesswoman countess courtesan daughter "
    "daughter-in-law divorcee duchess ex-girlfriend ex-wife fiancee fiancée girl girlfriend "
    "goddaughter godmother governess granddaughter grandmother half-sister heiress heroine "
    "hitwoman hostess housewife lady landlady madam maid maiden mistress mother mother-in-law "
    "niece nun policewoman princess queen saleswoman seamstress sister sister-in-law stepdaughter "
    "stepmother stepsister stewardess waitress widow wife witch woman"
)
"""What only a woman or a girl is."""

GENERIC: Final = word_set("boy child girl guy man nobody person someone stranger teen woman youth")
"""What says nothing of a person but age and gender: no trait."""

TITLE_GENDER: Final[dict[str, str]] = {
    **dict.fromkeys(
        word_set(
            "aunt baroness countess dame duchess frau lady madame miss mother mrs ms princess "
            "queen señora sister"
        ),
        "f",
    ),
    **dict.fromkeys(
        word_set(
            "baron brother count duke father herr king lord monsieur mr prince sir señor uncle"
        ),
        "m",
    ),
}
"""Titles that only women, or only men, have."""

UNIQUE: Final = word_set(
    "bride bridegroom ex-husband ex-wife father fiance fiancee fiancé fiancée grandfather groom "
    "husband mother wife"
)
"""Of these one has one at a time: two names for someone's wife are one woman."""

RELATIONAL: Final = word_set(
    "accomplice acquaintance agent ally apprentice assistant attacker attorney aunt blackmailer "
    "bodyguard boss boyfriend bride bridegroom brother brother-in-law butler captor caretaker "
    "chauffeur child classmate client co-worker colleague commander companion cousin coworker "
    "crush daughter daughter-in-law dentist doctor editor employee employer enemy ex-boyfriend "
    "ex-girlfriend ex-husband ex-lover ex-wife father father-in-law fiance fiancee fiancé fiancée "
    "friend girlfriend goddaughter godfather godmother godson governess granddaughter grandfather "
    "grandmother grandson guardian guest half-brother half-sister heir henchman host housekeeper "
    "housemate husband idol jailer kidnapper killer landlady landlord lawyer lover maid manager "
    "master mentor mistress mother mother-in-law murderer nanny neighbor neighbour nemesis nephew "
    "niece nurse parent partner patient physician pimp predecessor prisoner protector protege "
    "protégé protégée psychiatrist psychologist publisher pupil rapist relative rescuer rival "
    "roommate secretary servant sibling sister sister-in-law slave son son-in-law stalker "
    "stepbrother stepdaughter stepfather stepmother stepsister stepson student subordinate "
    "successor superior supervisor teacher teammate tenant therapist trainer tutor twin uncle "
    "ward widow widower wife"
)
"""What one is to somebody: `her landlady`, `a friend of Ann`."""

PROFESSIONALS: Final = word_set(
    "analyst attorney counselor lawyer psychiatrist psychoanalyst psychologist psychotherapist "
    "shrink therapist"
)
"""Whoever talks to one of them as such is a client: the professional is one's own."""

CLIENTS_OF: Final = word_set("call-girl courtesan escort hooker prostitute")
"""Whoever takes one of them home is a client."""

PERSON: Final = (
    PERSONS
    | UNCERTAIN_PERSONS
    | RELATIONAL
    | MALE
    | FEMALE
    | word_set(
        "addict adjuster admirer adviser aide alcoholic analyst anchor animator announcer "
        "antiquarian archer aristocrat astrologer athlete auctioneer bandit banker barista "
        "barmaid beekeeper beggar bellboy billionaire blackmailer bookkeeper bookseller boss "
        "boyfriend bricklayer broker builder busboy bystander cadet cameraman candidate cardinal "
        "casanova cashier celebrity cellist chairman champion cheerleader chieftain choreographer "
        "citizen clown columnist commissioner competitor compositor con-artist concierge "
        "conductor congressman conman connoisseur conspirator constable contractor convict "
        "coroner correspondent counterfeiter countess courier crew-member critic croupier "
        "cryptographer curator customer dancer dean debutante defector delinquent director "
        "dissident diver doorman drunk duchess economist editor educator emissary engraver "
        "entertainer entrepreneur envoy escort executioner explorer faith-healer fashion-designer "
        "fencer ferryman film-maker firefighter forger fortune-teller fraudster gangster "
        "geneticist geologist ghostwriter girl gladiator glazier governor gravedigger grocer "
        "guardsman guerrilla gunfighter hairdresser hermit highwayman historian homemaker hooker "
        "hotelier hunter huntress hustler hypnotist illusionist impostor industrialist inheritor "
        "insurer intern interpreter interrogator interviewer inventor investor jailer jester "
        "juror kingpin lad landowner lecturer legionnaire lifeguard linguist linguistics loner "
        "lumberjack magistrate magnate maiden major manicurist marine masseuse mathematician "
        "mayor medic medium messenger meteorologist milkman miller millionairess missionary model "
        "moneylender mortician mountaineer mugger mystic nanny neurologist neurosurgeon newcomer "
        "newscaster newsman newspaperman nobleman novice nursemaid onlooker operative operator "
        "opponent orderly organist outsider owner paramedic parolee passenger passer-by passerby "
        "peasant peddler performer philanthropist physiotherapist pickpocket pioneer playboy "
        "plumber poacher policeman porter postman potter preacher prisoner probationer prodigy "
        "producer promoter prospector psychic psychoanalyst publicist puppeteer quarterback racer "
        "racketeer radical ranger realtor rebel refugee relative renter researcher resident "
        "restaurateur rider robber ruler runaway saboteur saloon-keeper scholar schoolboy "
        "schoolgirl schoolmaster schoolmistress schoolteacher scoundrel scout screenwriter "
        "sculptor seductress shepherd shoemaker shopgirl showgirl showman shrink sibling skater "
        "skier socialist sorcerer sorceress specialist spectator speculator spinster sportswriter "
        "squatter stage-manager stagehand steward stewardess stowaway strategist streetwalker "
        "stuntman suitor superhero superintendent superior supervisor swimmer swindler tailor "
        "technician telepath teller tenant theologian toddler torturer tourist trader traitor "
        "tramp translator trapeze-artist traveler traveller trickster truck-driver trucker "
        "trumpeter tycoon typist usher valet vendor ventriloquist vicar virologist visitor "
        "volunteer voyeur wanderer warlord warrior watchman weatherman weaver whistleblower witch "
        "woodcutter worker wrestler yakuza zookeeper"
    )
)
"""What a person may be, in the singular."""

_IRREGULAR: Final[dict[str, str]] = {
    "child": "children",
    "person": "people",
    "thief": "thieves",
    "wife": "wives",
    "housewife": "housewives",
    "ex-wife": "ex-wives",
}


def plural_of(noun: str) -> str:
    """The plural of a noun for a person.

    Examples
    --------
    >>> [plural_of(noun) for noun in ("student", "policewoman", "spy", "witness", "wife")]
    ['students', 'policewomen', 'spies', 'witnesses', 'wives']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in ("human", "shaman"):
        return noun[:-2] + "en"
    if noun.endswith("-in-law"):
        return plural_of(noun.removesuffix("-in-law")) + "-in-law"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


PERSONS_PLURAL: Final[dict[str, str]] = {plural_of(noun): noun for noun in sorted(PERSON)}
"""Plural: its singular."""

NUMBERS: Final = word_set("two three four five six seven eight nine ten twelve several some")
"""What may stand before a plural and makes a group."""

COMPOUND: Final = word_set(
    "army art bank bar bounty cab car cattle chess circus claims club college con construction "
    "crime elevator estate factory farm fashion film fitness football gossip government gym "
    "high-school hospital hotel house insurance jazz jewel land law magazine math mission movie "
    "music navy news newspaper night opera personnel piano plantation police prison private radio "
    "railroad real-estate restaurant school science sea secret security serial ship shop star "
    "street subway swimming taxi tennis theater theatre travel truck tv university war wedding"
)
"""Nouns that stand before a word for a person and say what kind: `a college student`."""
