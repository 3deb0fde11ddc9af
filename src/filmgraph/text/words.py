"""Words the rules for names need: small closed tables, in lower case unless said otherwise."""

__all__ = [
    "ADJECTIVES",
    "CREATURES",
    "DEMONYMS",
    "FUNCTION_WORDS",
    "NOT_NAMES",
    "PARTICLES",
    "PERSONS",
    "SURE_TITLES",
    "TITLES",
    "UNCERTAIN_PERSONS",
    "WORD_NAMES",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set.

    Examples
    --------
    >>> sorted(word_set("b a a"))
    ['a', 'b']
    """
    return frozenset(text.split())


ADJECTIVES = word_set(
    "adult alcoholic alone ambitious american-born angry anxious aspiring awkward bad bankrupt "
    "beautiful big big-time blind bold brash brave british-born broke brutal careful cautious "
    "certain charming clever clumsy cocky cold confident corrupt crazy cruel cynical dead deadly "
    "deaf dear deranged desperate determined devout down-on-his-luck drunk dying eager eccentric "
    "elegant elite evil ex failed fake fallen false famous fat fearful fellow first-time foolish "
    "former free full-time furious genius gentle gifted good grateful great guilty half-human "
    "handsome hapless happy hard-boiled hardened harried headstrong heartbroken high-school "
    "homeless honest hopeful hot human idealistic ill immortal infamous innocent insane jealous "
    "jobless kind late lazy legendary lethal local lonely lovesick loyal mad married middle-aged "
    "mortal mute mysterious naive nervous new notorious orphaned paranoid part-time pious poor "
    "pregnant psychic psychotic quiet real rebel reckless reclusive restless retired rogue rookie "
    "ruthless sad secret self-made shy sick single small-time smart smug street-smart strong "
    "stubborn stupid sure suspicious talented tall teenage thin timid tired tough true unable "
    "unaware undercover unemployed unwilling vain veteran violent vulgar weak wealthy weary "
    "widowed wise world-weary would-be"
)
"""What may describe someone at the start of a sentence, and is nobody's first name."""

PARTICLES = word_set(
    "al bin d da dal de del della den der di dos du el ibn la le san ten van von y"
)
"""Small words inside a name: `Max von Sydow`."""

TITLES = word_set(
    "adm admiral agent aunt baron baroness brother capt captain chief cmdr col colonel commander "
    "corporal count countess cpl dame deputy det detective doctor dr duchess duke father frau gen "
    "general governor herr insp inspector judge king lady lieutenant lord lt madame maj major "
    "master mayor minister miss monsieur mother mr mrs ms mx officer pastor president prince "
    "princess private prof professor pvt queen rabbi rev reverend senator sergeant señor señora "
    "sgt sheriff sir sister uncle warden"
)
"""Titles, which may begin a name (`Captain Hook`) and are no name alone."""

SURE_TITLES = word_set(
    "capt captain col colonel detective dr inspector lieutenant lt mr mrs ms officer prof "
    "professor sergeant sgt sheriff"
)
"""Titles that only a person's name follows."""

DEMONYMS = word_set(
    "afghan african albanian algerian american arab argentine argentinian armenian asian "
    "australian austrian belgian bolivian bosnian brazilian british bulgarian cambodian canadian "
    "catholic chechen chilean chinese colombian corsican croatian cuban czech danish egyptian "
    "english estonian european finnish french georgian german greek hawaiian hungarian icelandic "
    "indian iranian iraqi irish israeli italian jamaican japanese jewish kenyan korean latvian "
    "lebanese lithuanian mexican mongolian moroccan muslim nazi neapolitan nigerian norwegian "
    "pakistani palestinian persian peruvian polish portuguese protestant prussian romani romanian "
    "russian scottish serbian sicilian slovak soviet spanish swedish swiss syrian taiwanese texan "
    "thai tunisian turkish ukrainian venezuelan vietnamese welsh zulu"
)
"""Adjectives of peoples, which stand before a name and are no part of it."""

FUNCTION_WORDS = word_set(
    "a about above across after afterwards again against all alone along already also although "
    "always amid among an and another any anyone are armed around as aside at away back because "
    "before behind being below beneath beside besides between beyond both but by can cannot could "
    "daily defeated despite did do does down during each early either elderly elsewhere enter "
    "enters even eventually every everyone everything except featuring few finally first "
    "following for former from further goodbye had has have having he hello hence her here hers "
    "herself him himself his how however i if in indeed initially inside instead into introducing "
    "is it its itself joined just last later led like lonely many maybe me meanwhile meet meets "
    "might more moreover most much must my near nearly neither never nevertheless newly next no "
    "nobody none nor not nothing now of off often oh ok okay old older on once one only onto or "
    "other others our out outside over overcome part perhaps plagued please prior raised rather "
    "recently same see seeing set several shall she should since so some somebody someone "
    "something soon starring still such suddenly than thanks that the their them themselves then "
    "there therefore these they this those though three through throughout thus till to together "
    "too toward towards two under unknown unless unlike until up upon upset us very was we well "
    "were what whatever when whenever where whereas wherever whether which while who whoever whom "
    "whose why with within without would yet you young younger your"
)
"""Words that begin a sentence with a capital and are no part of a name."""

NOT_NAMES = word_set(
    "academy africa ai airport america angeles arizona army asia australia avenue award awards "
    "berlin best bible boston boulevard britain broadway california canada chapter chicago china "
    "christ christmas church cia city college company corporation county dad daddy dea december "
    "dna dvd earth east easter england english entertainment episode europe father fbi february "
    "festival film films florida france friday germany god grandfather grandma grandmother "
    "grandpa halloween heaven hell hollywood hospital hotel inc india internet ireland island "
    "italy january japan jesus july kgb lake lapd london ltd mama march mexico mom mommy monday "
    "moscow mother mountain movie movies mum nasa navy nevada north november nypd ocean october "
    "oscar oscars papa paris part pictures police productions river road rome russia saturday "
    "school scotland sea season september series south spain state street studio studios sunday "
    "swat texas thanksgiving thursday tokyo tuesday tv uk university us usa ussr vegas vhs vienna "
    "volume war washington wednesday west world york"
)
"""Words that make a name no person's unless an actor plays it."""

WORD_NAMES = word_set(
    "amber angel april art august autumn bill bob brook buck bud buddy carol cash chance charity "
    "chase chip christian cliff crystal daisy dawn destiny dick dolly drew duke earl eve faith "
    "flower ford fox frank ginger grace grant guy harmony harry hazel heather holly hope hunter "
    "iris ivy jack jade jay jean jewel joy june king lane lily mark marshal mason max may melody "
    "mercy mike miles misty nick olive pat patience pearl penny peter pierce precious prince "
    "queen ray rex rich rip rob rocky rod rose ruby rusty sandy scarlet sky sonny spike star "
    "sterling stone storm sue summer sunny teddy trinity trip violet wade ward will wolf woody "
    "young"
)
"""First names that are words too: at the start of a sentence they may be either."""

UNCERTAIN_PERSONS = word_set(
    "actor actress artist author biographer cinematographer comedian comic composer dictator "
    "director dramatist editor emperor filmmaker historian icon king legend lyricist musician "
    "novelist painter philosopher photographer playwright poet pope president producer queen "
    "rapper screenwriter sculptor singer songwriter star storyteller writer"
)
"""Persons who are as often people of the real world: a name behind them is no sure character."""

PERSONS = word_set(
    "accomplice accountant acquaintance activist adventurer agent ally amnesiac anthropologist "
    "archaeologist architect assassin assistant astronaut astronomer attorney aunt aviator "
    "babysitter baker banker barber baron bartender biologist blacksmith boatman bodyguard boss "
    "bounty-hunter boxer boy boyfriend bride bridegroom brother brother-in-law bully burglar "
    "businessman businesswoman butcher butler caddie captain caretaker carpenter chauffeur chef "
    "chemist child classmate cleaner clergyman clerk client co-worker coach colleague collector "
    "colonel commander companion con-man convict cook cop counselor courtesan cousin cowboy "
    "criminal crook dancer daughter daughter-in-law dealer dentist deputy detective diplomat "
    "divorcee doctor drifter driver drummer drunkard electrician employee employer enemy enforcer "
    "engineer ex-boyfriend ex-convict ex-cop ex-girlfriend ex-husband ex-lover ex-wife executive "
    "farmer father father-in-law fiance fiancee fiancé fiancée fighter firefighter fireman "
    "fisherman foreman friend frontman fugitive gambler gangster gardener girl girlfriend "
    "goddaughter godfather godson governess graduate granddaughter grandfather grandmother "
    "grandson guard guardian guide guitarist gunman gunslinger hacker half-brother half-sister "
    "handyman heir heiress henchman hero heroine hitman hitwoman hostess housekeeper housewife "
    "husband immigrant informant informer inmate innkeeper inspector investigator janitor jeweler "
    "jockey journalist judge kidnapper killer knight landlady landlord lawyer leader librarian "
    "lieutenant lover madam magician maid man manager mechanic mentor mercenary merchant midwife "
    "millionaire miner minister mistress mobster monk mother mother-in-law musher navigator "
    "neighbor neighbour nemesis nephew niece nun nurse officer orphan outlaw owner paralegal "
    "partner partner-in-crime pastor patient pharmacist physician physicist pianist pilot pimp "
    "pirate plumber policeman policewoman politician preacher priest prince princess prisoner "
    "professor programmer prosecutor prostitute protege protégé protégée psychiatrist "
    "psychologist pupil rabbi rancher receptionist recruit reporter rival robber rookie roommate "
    "ruffian sailor salesman saleswoman scientist seamstress secretary senator sergeant servant "
    "sheriff shopkeeper sister sister-in-law slave smuggler sniper socialite soldier son "
    "son-in-law spy stepbrother stepdaughter stepfather stepmother stepsister stepson stockbroker "
    "stranger stripper student subordinate surgeon survivor suspect swordsman tailor teacher "
    "teammate teen teenager terrorist therapist thief thug trainer tutor twin uncle undertaker "
    "vagabond veterinarian victim villager villain violinist waiter waitress warden "
    "warrior widow widower wife witness wizard woman youth"
)
"""What a person may be, in the singular: what stands beside it is a person's name."""

CREATURES = word_set(
    "alien android angel bear being bird cat computer creature dog dragon elephant fish ghost "
    "horse lion monkey mouse pig replicant robot tiger vampire witch zombie"
)
"""What else may bear a name: `a dog named Rex`."""
