"""Where the Wikipedia links of the Theme Ontology are no good gold, judged by eye, with reasons.

The links in `References` say which film of wikipedia-films a film of the Theme Ontology is.
Where the link and filmgraph disagree, one of them is wrong: each such film was looked up by
title, year, cast and director.  In all of them filmgraph is right.
"""

NONE = ""
"""The film is not in wikipedia-films."""

WRONG_LINK = {
    "movie: 984: Prisoner of the Future (1982)": NONE,
    "movie: Escape from the Planet of the Apes (1971)": "Escape_from_the_Planet_of_the_Apes",
    "movie: Hauser's Memory (1970)": NONE,
    "movie: The Astounding She-Monster (1958)": "The_Astounding_She-Monster",
    "movie: The Beast with a Million Eyes (1955)": NONE,
}
"""The link leads to another film, the one above or below in the same file: Tron, Beneath the
Planet of the Apes, No Blade of Grass, The Blob, This Island Earth."""

CUT_LINK = {
    "movie: 20000 Leagues Under the Sea (1916)": "20,000_Leagues_Under_the_Sea_(1916_film)",
    "movie: 20000 Leagues Under the Sea (1954)": "20,000_Leagues_Under_the_Sea_(1954_film)",
    "movie: The Beast from 20000 Fathoms (1953)": "The_Beast_from_20,000_Fathoms",
    "movie: The Phantom from 10000 Leagues (1955)": "The_Phantom_from_10,000_Leagues",
}
"""The link ends at the comma of the number."""

NOT_THE_FILM = {
    "movie: Mad Max (1979)": "Mad_Max_(film)",
    "movie: RoboCop (1987)": "RoboCop_(1987_film)",
    "movie: Star Trek: Nemesis (2002)": "Star_Trek_Nemesis",
    "movie: The Adventures of Robin Hood (1938)": "The_Adventures_of_Robin_Hood_(film)",
    "movie: The Cell (2000)": "The_Cell_(film)",
    "movie: The Day the Earth Stood Still (1951)": "The_Day_the_Earth_Stood_Still_(1951_film)",
    "movie: The Incredible Hulk Returns (1988)": "The_Incredible_Hulk_Returns",
    "movie: The Lost Weekend (1945)": "The_Lost_Weekend_(film)",
    "movie: The Nutty Professor (1963)": "The_Nutty_Professor_(1963_film)",
    "movie: The Wizard of Oz (1939)": "The_Wizard_of_Oz_(1939_film)",
    "movie: Jimmy Neutron: Boy Genius (2001)": "Jimmy_Neutron:_Boy_Genius_(film)",
    "movie: Panic Room (2002)": "Panic_Room_(film)",
    "movie: Saturn 3 (1980)": "Saturn_3_(film)",
    "movie: Phase IV (1974)": "Phase_IV_(1974_film)",
    "movie: Prehistoric Women (1950)": "Prehistoric_Women_(1950_film)",
    "movie: The Black Sleep (1956)": "The_Black_Sleep_(1956_film)",
}
"""The link leads to the series, the novel, or a list of things of that name (or did when
wikipedia-films was made); the film is on a page of its own."""

OTHER_SPELLING = {
    "movie: Atlantis the Lost Continent (1961)": "Atlantis,_the_Lost_Continent",
    "movie: Godzilla King of the Monsters (1956)": "Godzilla,_King_of_the_Monsters!",
    "movie: Have Rocket Will Travel (1959)": "Have_Rocket,_Will_Travel",
    "movie: Honey I Blew Up the Kid (1992)": "Honey,_I_Blew_Up_the_Kid",
    "movie: Honey I Shrunk the Kids (1989)": "Honey,_I_Shrunk_the_Kids",
    "movie: Honey We Shrunk Ourselves (1997)": "Honey,_We_Shrunk_Ourselves",
    "movie: Lawnmower Man 2: Beyond Cyberspace (1996)": ("The_Lawnmower_Man_2:_Beyond_Cyberspace"),
    "movie: Man Made Monster (1941)": "Man_Made_Monster",
    "movie: Monster a Go Go (1965)": "Monster_A_Go-Go",
    "movie: Now You See Him Now You Dont (1972)": "Now_You_See_Him,_Now_You_Don't",
    "movie: Son of Frankenstein (1939)": "The_Son_of_Frankenstein",
    "movie: The Life of Emile Zola (1937)": "The_Life_of_Émile_Zola",
    "movie: The World the Flesh and the Devil (1959)": (
        "The_World,_the_Flesh_and_the_Devil_(1959_film)"
    ),
    "movie: You Can't Take It with You (1938)": "You_Can't_Take_It_With_You_(film)",
    "movie: eXistenZ (1999)": "EXistenZ",
}
"""The page is the same under another spelling."""

OTHER_NOTE = {
    "movie: Boyhood (2014)": "Boyhood_(2014_film)",
    "movie: Creature with the Atom Brain (1955)": "Creature_with_the_Atom_Brain_(1955_film)",
    "movie: Double Indemnity (1944)": "Double_Indemnity",
    "movie: Embryo (1976)": "Embryo_(1976_film)",
    "movie: Firestarter (1984)": "Firestarter_(1984_film)",
    "movie: Impostor (2001)": "Impostor_(2002_film)",
    "movie: Logans Run (1976)": "Logan's_Run_(1976_film)",
    "movie: Moon (2009)": "Moon_(2009_film)",
    "movie: Serenity (2005)": "Serenity_(2005_film)",
    "movie: Swamp Thing (1982)": "Swamp_Thing_(1982_film)",
    "movie: The Dark Knight (2008)": "The_Dark_Knight",
    "movie: The Hidden (1987)": "The_Hidden_(1987_film)",
    "movie: The Mole People (1956)": "The_Mole_People",
    "movie: The Swarm (1978)": "The_Swarm_(1978_film)",
    "movie: The Toxic Avenger (1984)": "The_Toxic_Avenger_(1984_film)",
    "movie: The Ultimate Warrior (1975)": "The_Ultimate_Warrior_(1975_film)",
    "movie: Them! (1954)": "Them!",
}
"""The page was moved: the note in brackets is another."""

OTHER_PAGE = {
    # One production in two versions: Rod Cameron and Cesar Romero in India.
    "movie: The Jungle (1952)": "The_Jungle_(1952_film)",
    # The Theme Ontology's page is of 1920 too; John Barrymore's film is Paramount's.
    "movie: Dr. Jekyll and Mr. Hyde (1920 II)": "Dr._Jekyll_and_Mr._Hyde_(1920_film)",
    # The film of Henry McCarty and Sheldon Lewis, which wikipedia-films lacks.
    "movie: Dr. Jekyll and Mr. Hyde (1920 I)": NONE,
}
"""Judged one by one."""

JUDGED = {
    **WRONG_LINK,
    **CUT_LINK,
    **NOT_THE_FILM,
    **OTHER_SPELLING,
    **OTHER_NOTE,
    **OTHER_PAGE,
}
"""Film of the Theme Ontology -> page of the same film in wikipedia-films."""
