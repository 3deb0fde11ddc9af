"""What stands beside a name in a motivation, and tells whether it is someone's."""

from typing import Final

from filmgraph.text.words import CREATURES, PERSONS, TITLES, UNCERTAIN_PERSONS, word_set

__all__ = [
    "AUXILIARIES",
    "DEEDS",
    "KIN",
    "MOODS",
    "OF_TWO",
    "OWNED",
    "PERSON_NOUNS",
    "SURE_DEEDS",
    "THINGS_OF",
    "THING_NOUNS",
    "TOLD_WHOM",
    "WHAT_FOLLOWS",
]

SURE_DEEDS: Final = word_set(
    "accepted admired admitted adored advised advocated apologized argued asked asserted assured "
    "attended avenged befriended begged begrudged believed bemoaned betrayed blamed boasted "
    "bonded bragged cared cheated chided chose coerced comforted commented committed complained "
    "concluded confessed confided confronted confused consented considered consoled contemplated "
    "convinced coped counseled coveted cried dated decided desired despaired despised died dined "
    "disapproved disclosed discovered discussed divorced doubted drank dreamed dreamt encouraged "
    "envied expressed fancied fantasized feared feigned felt feuded fled flirted forgave forgot "
    "grieved harbored hated hesitated ignored imagined impregnated informed insisted insulted "
    "interacted invented joked kidnapped killed kissed knew lamented learned lied liked loathed "
    "longed loved lusted married mentioned mentored misled missed mistook mourned murdered mused "
    "objected offered opined overheard persuaded pined pleaded pondered pretended professed "
    "proposed quarreled questioned quipped quit quoted raped realized recalled recited recognized "
    "reconciled regretted rekindled remarked remembered reminded reminisced repented resented "
    "resigned resolved reunited risked sacrificed said sang scolded seduced slept smiled sobbed "
    "speculated spoke stalked stated stole succumbed suggested suspected swore sympathized talked "
    "teased thanked thought told tricked tried trusted understood urged visited vowed walked "
    "watched wept whispered wished woke wondered worried wrote yearned yelled"
)
"""What only persons did."""

DEEDS: Final = word_set(
    "accused acted agreed ate attacked attempted became began broke brought built came claimed "
    "created dealt demanded denied developed drove escaped experimented explained faced fell flew "
    "followed fought found gave got grew helped hoped hunted intended kept left lived looked lost "
    "made met moved paid planned played plotted promised put ran read refused rescued revealed "
    "saw served set shared shot showed sought spent stayed stood struggled suffered survived "
    "taught threatened threw took traveled treated turned used wanted warned went won worked"
)
"""What persons did, and sometimes a city, a firm or a machine."""

AUXILIARIES: Final = word_set(
    "can could couldn did didn does doesn had hadn has is isn may might must should was wasn "
    "would wouldn"
)
"""Verbs of any subject, and the beginnings of `didn't` and its like."""

KIN: Final = word_set(
    "affection affections alter-ego apartment arm assistant aunt baby bed bedroom birthday body "
    "boss boyfriend brain bride brother brothers child childhood children clone colleague "
    "companion conscience corpse cousin dad daughter daughters employer ex-boyfriend "
    "ex-girlfriend ex-husband ex-wife eyes face family father father-in-law feelings fiance "
    "fiancee fiancé fiancée friend friends funeral girlfriend grandchildren granddaughter "
    "grandfather grandmother grandparents grandson grave hand hands head heart henchman henchmen "
    "husband jealousy kids lap love lover memories memory mentor mind mistress mother "
    "mother-in-law mum neighbor neighbour nephew niece obsession parents partner patient patients "
    "personality rival roommate sanity sibling siblings sidekick sister sisters son sons soul "
    "stepdaughter stepfather stepmother stepson uncle underling underlings widow wife"
)
"""Whom and what a person has: `Ann's wife`, `Ann's mind`."""

MOODS: Final = word_set(
    "able afraid angry annoyed anxious ashamed attracted aware bitter bored brave captivated "
    "comatose compassionate conceited concerned confident confused consumed convinced courteous "
    "cowardly crazy crestfallen cruel cynical delighted depressed desperate determined devastated "
    "disappointed disgusted dismayed distraught distressed disturbed drunk eager ecstatic elated "
    "embarrassed enamored enraged enthralled envious exasperated excited faithful fascinated fond "
    "frightened frustrated furious gay generous grateful grief-stricken guilt-ridden happy "
    "heartbroken heroic homesick homosexual honest hopeful horrified humiliated impatient "
    "impressed incensed infatuated insane insecure intent intrigued jaded jealous kind lonely "
    "lustful married mesmerized miserable mistrustful naive nervous obsessed optimistic outraged "
    "overcome overjoyed overwhelmed paranoid perturbed pessimistic pleased polite pregnant proud "
    "psychic puzzled reluctant remorseful repulsed resentful ruthless sad saddened sadistic "
    "scared selfish shocked shy skeptical smitten startled stubborn stunned suicidal "
    "superstitious surprised suspicious sympathetic telepathic tempted tormented traumatized "
    "troubled unable unaware uncomfortable unfaithful unhappy unwilling upset vain vengeful weary "
    "widowed willing worried wracked"
)
"""What only persons were: `Ann was jealous`."""

OWNED: Final = word_set(
    "atmosphere author axis board capital capitol captain cargo ceo cities citizens civilization "
    "climate computer computers core crew crust culture decks defenses destruction director "
    "ecology economy ecosystem employees ending engines environment future government "
    "gravitational gravity headquarters history hold hull inhabitants leadership main military "
    "moon moons natives natural oceans opening orbit passengers past people peoples plot "
    "population premise protagonist protagonists residents rotation skies sky society "
    "stockholders story streets surface theme title weather workers"
)
"""What places, ships, firms and films have: `the Aurora's crew`."""

OF_TWO: Final = word_set(
    "affair aunt bonding boyfriend brother brother-in-law couple cousin daughter daughter-in-law "
    "father father-in-law flames friend friends friendship girlfriend granddaughter grandfather "
    "grandmother grandson husband infatuation love lovers marriage matrimonial mentor mistress "
    "mother mother-in-law nephew niece pet protégé protégée rival rivalry romance sibling "
    "siblings sister sister-in-law son son-in-law stepdaughter stepfather stepmother stepson "
    "twins uncle wife"
)
"""Words in the names of themes that are said of two persons: `father and son`."""

_MORE_PERSONS = word_set(
    "ace adolescent adversary agents alter-ego anchor anchorman antagonist anti-hero antihero ape "
    "archeologist arms-dealer arsonist astronauts astrophysicist athlete autist ballerina barfly "
    "billionaire biochemist bookkeeper botanist broker brothers buddies buddy bureaucrat "
    "cameraman captive castaway celebrity cellmate ceo champion charlatan chieftain chimp "
    "chimpanzee classmates cleric colleagues commandant commander-in-chief comrade comrades "
    "conman contestant cosmonaut couple creation creator crewman crewmate crewmates crewmember "
    "crewmen crony cryptologist cyborg cynic dad daredevil daughters debutante deity demigod "
    "demon detectives disciple doctors droid drone drunk dwarf ego egomaniac emissary enemies "
    "entomologist entrepreneur environmentalist ethnologist evangelist ex-boxer ex-marine "
    "ex-soldier executioner expert explorer fanatic farmhand fiend financier flatmate flatmates "
    "foe freak freelancer friends frontiersman geek geneticist genius gentleman geologist "
    "geophysicist girl-friend goddess golem gorilla graverobber guru handler handmaid helper "
    "henchwoman hermit hippie hitchhiker homosexual hooligan hostage housemate humanoid hunchback "
    "hunter husband-to-be hustler hybrid hypnotist ichthyologist idealist industrialist infant "
    "intern inventor kid kids kingpin lackey lad ladies-man landowner lesbian linguist loner "
    "lookalike lothario lovers lunatic mammoth man-child maniac marine marksman marshal "
    "mastermind mate mathematician matriarch medic medium megalomaniac member mermaid "
    "metallurgist microbiologist minion misanthrope misfit mom monster motorcyclist mum mutant "
    "mystic nanny nerd neurologist neurosurgeon newlywed newlyweds newsman newspaperman nomad "
    "oceanographer oddball officers oligarch operative orangutan orderly outcast pal "
    "paleontologist paranoiac parapsychologist partners pathologist patriarch peasant performer "
    "pet philanderer pilots playboy playmate playmates poacher prankster predecessor presenter "
    "presidential-hopeful prodigy proprietor proprietress protagonist psychic psychopath "
    "psychotherapist punk puppet racer racist radical raider ranger rebel recluse regulator "
    "replica researcher revolutionary rogue roommates roughneck royalty ruler runaway saboteur "
    "sadist salesperson samurai scavenger schoolboy schoolgirl schoolmates schoolteacher "
    "scientists seismologist semi-android sentry shaman shepherd siblings sidekick sisters "
    "skipper slacker sleuth small-timer snob sociologist sons sorcerer sorceress spaceman "
    "spacewoman specialist spouse spouses squire staffer statesman stewardess stowaway stuntman "
    "subject suitor superhero superhuman superintendent superior supermodel superspy supervillain "
    "supervisor sweetheart swindler sycophant taxi-driver technician teenagers teens telepath "
    "toddler tomboy torturer tourist trapper traveler traveller treasure-hunter truckdriver "
    "trucker twins tycoon tyrant usurper valet veteran vigilante viking virologist vizier "
    "volcanologist volunteer warlord weakling werewolf whistleblower womanizer worker youngster "
    "zealot zoologist"
)

PERSON_NOUNS: Final = PERSONS | CREATURES | UNCERTAIN_PERSONS | TITLES | _MORE_PERSONS
"""What someone with a name may be: a person, a creature, a machine."""

THING_NOUNS: Final = word_set(
    "aircraft airplane airship album area aria army asteroid ballad band bar base battle "
    "battleship book brand cafe car carrier cartel cavern chemical church city city-state "
    "civilization clan class club coast colony comet comic community company compound "
    "conglomerate constellation continent corporation cosmodrome country county craft cruise "
    "cruiser cult desert destroyer device dimension disco disease district drama drug dynasty "
    "element empire episode era establishment estate facility federation festival film firm fleet "
    "freighter galaxy game gang gas hospital hotel house ideology island isle kingdom laboratory "
    "lake language liner liquid magazine mall megacorporation megalopolis metal metropolis "
    "mineral mission moon mothership mount mountain movement movie musical nation nebula "
    "newspaper nightclub novel oasis opera operating-system operation organisation organization "
    "outfit outpost paper penitentiary philosophy plane planet planetoid play poem prison program "
    "programme project province pub race region religion republic resort restaurant river rocket "
    "rocketship saga satellite school sect sector segment sequel series serum settlement ship "
    "short show shuttle society software song space-ship spacecraft spaceship species star-system "
    "stars starship state station story street sub submarine subplot substance suburb "
    "supercontinent supertanker system tabloid tanker tavern territory theory town township train "
    "tribe trilogy tugboat tv universe university vessel vignette village virus volcano war "
    "warship weapon website world yacht zone"
)
"""What is no person, and stands before its name: `the ship Aurora`."""

THINGS_OF: Final = word_set(
    "battle bureau church citizens city coast continent count country day days denizens duchess "
    "duke earl emperor empire house inhabitants invasion island king kingdom land leader lord "
    "moon nation natives people planet prince princess queen republic ruins ruler state streets "
    "suburb surface town university village world"
)
"""What stands with `of` before a place: `the ruins of York`."""

WHAT_FOLLOWS: Final = word_set(
    "accent age agents airplane airspace alien aliens ambassador android androids area army art "
    "artifact artifacts astronaut astronauts attack attacks authorities authority award bar base "
    "beer bomb book border bounty-hunters boy boys building bullet campus canyon car cartoon "
    "casino character cigarette citizens city civilization clan club coast coastline colonists "
    "colony comic comics commander commanders commune company compound computer conflict "
    "consulate corporation cosmonaut cosmonauts costume crew cuisine cult cultists culture custom "
    "customs dance desert device dictator disease doll drone drones drug effect embargo embassy "
    "empire employee employees equation era executive executives facility film fleet food force "
    "forces forest franchise game gang gangs gangster gangsters gas girl girls god goddess gods "
    "government governments gun hat headquarters helicopter hideout hospital hotel inhabitants "
    "inscriptions invaders invasion island jet jungle king lab laboratory language leader leaders "
    "legend lifestyle machine machines mafia magazine man mask medal megacorporation member "
    "members men military minister missile missiles mission mob mobster mobsters mountains movie "
    "music myth mythology native natives news newspaper nightclub novel ocean officer officers "
    "official officials operative operatives outfit paradox people peoples period period-style "
    "philosophy pistol plane planet player police president prince princess principle prison "
    "prize professor program project pyramid queen race rebellion rebels regime region religion "
    "reporter reporters representative residents resistance restaurant revolt revolution rifle "
    "river robot robots rocket ruins satellite school scientist scientists sea sect segment "
    "senator sequel series serum servant servants ship ships shore show shuttle skyline slave "
    "slaves society soldiers song songs space spacecraft spaceship spaceships species spies spy "
    "station stormtroopers story student students style subplot suit summit supercomputer symbol "
    "syndrome system team teams technology telescope temple temples tensions test theory town "
    "tradition traditions train treasure tribe tribes tribesmen troops truck underground universe "
    "university uprising vessel vignette village virus war warrior warriors wars way weapon "
    "weapons whiskey wine woman women"
)
"""What an adjective made of a name stands before: `the Angvian women`."""

TOLD_WHOM: Final = word_set(
    "accused advised arrested asked assaulted befriended begged begging betray betrayed betraying "
    "blackmail blackmailed blackmailing blamed bullied coerced comforted comforting confronted "
    "consoled consoling convince convinced convincing courted courting dated dating defended "
    "dismissed divorce divorced divorcing dump dumped embraced encouraged exploited fired forgave "
    "forgive forgiving harassed hated healed helped helping hired hiring hugged impregnate "
    "impregnated impregnating infatuated informed interrogate interrogated interviewed invited "
    "kidnap kidnapped kidnapping kill killed killing kiss kissed kissing love loved loves loving "
    "manipulated married marries marry marrying mentored mocked mourn mourned murder murdered "
    "murdering nursed persuade persuaded poisoned promised pursued raised raising rape raped "
    "raping rebuffed reminded resented revive revived scolded sedated seduce seduced seducing "
    "shoot shot slapped stabbed strangled suspecting taught tease teased tell telling thanked "
    "told tortured torturing tricked trusted urge urged urging warned wed woo wooed wooing"
)
"""What is done to persons: the name behind it is someone's."""
