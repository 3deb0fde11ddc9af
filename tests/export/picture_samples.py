"""Pictures written by hand, in the shapes that a graph gives."""

from filmgraph.export.picture import Link, Node, Picture
from filmgraph.names import IRI, iri, slug


def _iri(kind: str, label: str, year: int | None = None) -> IRI:
    return iri(kind, slug(f"{label} {year}" if year else label))


def node(
    kind: str, label: str, group: str, note: str = "", year: int | None = None, weight: float = 1.0
) -> Node:
    """A node with the IRI that its name gives."""
    return Node(_iri(kind, label, year), kind, label, note, year, group, weight)


def people(group: str, *names: str) -> list[Node]:
    """People, each with a note after a colon."""
    parts = [name.partition(": ") for name in names]
    return [node("person", label, group, note) for label, _, note in parts]


def themes(group: str, *names: str) -> list[Node]:
    return [node("theme", name, group) for name in names]


def films(group: str, *names: str) -> list[Node]:
    """Films, each with its year at the end: the first weighs most."""
    return [
        node("film", name[:-5], group, year=int(name[-4:]), weight=1 / (1 + i))
        for i, name in enumerate(names)
    ]


def _links(
    nodes: list[Node], verb: str, said: str, *, weight: float = 1.0, turned: bool = False
) -> list[Link]:
    """`Ridley Scott: Alien 1979; Legend 1985` one a line; turned, read from right to left."""
    names = {str(n).replace("(", "").replace(")", ""): n.iri for n in nodes}
    links = []
    for line in said.strip().splitlines():
        source, _, targets = line.strip().partition(" = ")
        for target in targets.split("; "):
            ends = (names[target], names[source]) if turned else (names[source], names[target])
            links.append(Link(*ends, verb, weight))
    return links


def blade_runner() -> Picture:
    """A film with many statements: 61 nodes."""
    centre = Node(_iri("film", "Blade Runner", 1982), "film", "Blade Runner", year=1982)
    nodes = [
        *people("directed-by", "Ridley Scott"),
        *people("written-by", "David Webb Peoples", "Hampton Fancher", "Philip K. Dick: the novel"),
        *people(
            "with",
            "Harrison Ford: Rick Deckard",
            "Rutger Hauer: Roy Batty",
            "Sean Young: Rachael",
            "Edward James Olmos: Gaff",
            "M. Emmet Walsh: Bryant",
            "Daryl Hannah: Pris",
            "William Sanderson: J.F. Sebastian",
            "Brion James: Leon Kowalski",
            "Joe Turkel: Eldon Tyrell",
            "Joanna Cassidy: Zhora",
            "James Hong: Hannibal Chew",
            "Morgan Paull: Holden",
            "Kevin Thompson: Bear",
        ),
        *themes("at-its-heart", "what it is to be human"),
        *themes(
            "is-about",
            "AI rights",
            "dystopia",
            "corporation interfering in politics",
            "maker and machine",
            "personal identity",
            "human vs. sentient machine",
            "android",
        ),
        *themes(
            "touches-on",
            "overpopulated world",
            "memory implantation technology",
            "slavery",
            "flying car",
            "space colonization",
            "romantic love",
        ),
        node("setting", "Los Angeles, 2019", "set-in"),
        *films(
            "more-by-them",
            "Alien 1979",
            "Gladiator 2000",
            "Prometheus 2012",
            "12 Monkeys 1995",
            "Unforgiven 1992",
            "Blade Runner 2049 2017",
            "Total Recall 1990",
            "Raiders of the Lost Ark 1981",
            "Indiana Jones and the Kingdom of the Crystal Skull 2008",
            "Flesh and Blood 1985",
            "The Blood of Heroes 1989",
            "American Me 1992",
            "The Shining 1980",
        ),
        *films(
            "about-the-same",
            "Ex Machina 2015",
            "A.I. Artificial Intelligence 2001",
            "Short Circuit 2 1988",
            "RoboCop 1987",
            "RoboCop 2 1990",
            "Logan's Run 1976",
            "Star Trek: The Motion Picture 1979",
            "I, Robot 2004",
            "Terminator Salvation 2009",
            "Megaville 1990",
            "Westworld 1973",
            "Star Trek: First Contact 1996",
            "Solo 1996",
        ),
    ]
    links = [
        *_links(nodes, "directed", "Ridley Scott = Alien 1979; Gladiator 2000; Prometheus 2012"),
        *_links(
            nodes,
            "wrote",
            """David Webb Peoples = 12 Monkeys 1995; Unforgiven 1992
            Hampton Fancher = Blade Runner 2049 2017
            Philip K. Dick = Total Recall 1990""",
            weight=0.8,
        ),
        *_links(
            nodes,
            "acted in",
            """Harrison Ford = Raiders of the Lost Ark 1981; Blade Runner 2049 2017
            Harrison Ford = Indiana Jones and the Kingdom of the Crystal Skull 2008
            Rutger Hauer = Flesh and Blood 1985; The Blood of Heroes 1989
            Edward James Olmos = American Me 1992; Blade Runner 2049 2017
            Joe Turkel = The Shining 1980
            Brion James = Flesh and Blood 1985""",
            weight=0.45,
        ),
        *_links(
            nodes,
            "is about",
            """AI rights = Ex Machina 2015; A.I. Artificial Intelligence 2001; Short Circuit 2 1988
            dystopia = RoboCop 1987; RoboCop 2 1990; Logan's Run 1976
            maker and machine = Star Trek: The Motion Picture 1979; Ex Machina 2015; Prometheus 2012
            personal identity = RoboCop 1987; Total Recall 1990; Blade Runner 2049 2017
            human vs. sentient machine = I, Robot 2004; Terminator Salvation 2009
            android = Westworld 1973; Star Trek: First Contact 1996; Solo 1996; Megaville 1990""",
            weight=0.6,
            turned=True,
        ),
        *_links(
            nodes,
            "touches on",
            """Alien 1979 = slavery
            Terminator Salvation 2009 = romantic love
            RoboCop 1987 = slavery; overpopulated world""",
            weight=0.2,
        ),
        Link(nodes[4].iri, _iri("theme", "romantic love"), "plays one who carries", 0.5),
        Link(nodes[5].iri, _iri("theme", "personal identity"), "plays one who carries", 0.5),
        Link(nodes[12].iri, _iri("theme", "maker and machine"), "plays one who carries", 0.5),
    ]
    return Picture(
        "Blade Runner",
        "1982 · action · drama · science fiction",
        centre,
        tuple(nodes),
        tuple(links),
        {"with": 5, "more-by-them": 396, "about-the-same": 844},
        "plot",
    )


def ridley_scott() -> Picture:
    """A person."""
    centre = Node(_iri("person", "Ridley Scott"), "person", "Ridley Scott")
    nodes = [
        *people(
            "worked-with",
            "Russell Crowe: 5 films",
            "Giannina Facio: 3 films",
            "Zeljko Ivanek: 3 films",
            "Michael Fassbender: 3 films",
            "Sigourney Weaver: 3 films",
            "Simon McBurney: 2 films",
            "Guy Pearce: 2 films",
        ),
        *films(
            "directed",
            "Alien 1979",
            "Blade Runner 1982",
            "Legend 1985",
            "Someone to Watch Over Me 1987",
            "Black Rain 1989",
            "Thelma & Louise 1991",
            "1492: Conquest of Paradise 1992",
            "White Squall 1996",
            "G.I. Jane 1997",
            "Gladiator 2000",
            "Prometheus 2012",
            "Exodus: Gods and Kings 2014",
            "The Martian 2015",
            "Alien: Covenant 2017",
        ),
        *themes(
            "themes-that-return", "extraterrestrial being", "facing a ferocious beast", "android"
        ),
    ]
    links = [
        *_links(
            nodes,
            "is about",
            """Alien 1979 = extraterrestrial being; facing a ferocious beast; android
            Blade Runner 1982 = android
            Prometheus 2012 = extraterrestrial being; android
            Gladiator 2000 = facing a ferocious beast""",
        ),
        *_links(
            nodes,
            "acted in",
            """Russell Crowe = Gladiator 2000
            Guy Pearce = Prometheus 2012
            Sigourney Weaver = Alien 1979; 1492: Conquest of Paradise 1992""",
        ),
    ]
    omitted = {"worked-with": 8, "directed": 5, "themes-that-return": 1}
    return Picture(
        "Ridley Scott", "27 films, 1979–2023", centre, tuple(nodes), tuple(links), omitted
    )


def love_triangle() -> Picture:
    """A theme."""
    centre = Node(_iri("theme", "love triangle"), "theme", "love triangle")
    nodes = [
        *themes("part-of", "romantic relationship"),
        *themes("narrower", "choosing between lovers", "two brothers and one woman"),
        *themes("beside-it", "boyfriend and girlfriend", "engaged couple", "old flames"),
        *people("told-by", "Billy Wilder: 3 films", "Alfred Hitchcock: 2 films"),
        *films("heart-of", "The Rules of the Game 1939", "Casablanca 1942", "Vertigo 1958"),
        *films("major-in", "Double Indemnity 1944", "The Apartment 1960"),
        *films("minor-in", "The Searchers 1956", "Barry Lyndon 1975", "Stardust 2007"),
        *themes("goes-with", "unrequited love", "infatuation", "extramarital affair"),
    ]
    links = _links(
        nodes,
        "is about",
        """Casablanca 1942 = unrequited love; extramarital affair
        Vertigo 1958 = infatuation
        The Apartment 1960 = extramarital affair""",
    )
    return Picture(
        "love triangle", "90 films", centre, tuple(nodes), tuple(links), {"minor-in": 19}
    )


def tiny() -> Picture:
    """Two nodes."""
    centre = Node(_iri("film", "Flowers", 1932), "film", "Flowers", year=1932)
    return Picture("Flowers", "1932", centre, tuple(people("directed-by", "Burt Gillett")))


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<a href='javascript:alert(1)'>href=</a>",
    "\u202eright to left\u2066 turned",
    "very " * 100,
    "W" * 500,
    "   ",
    "🎬🦄👩\u200d👩\u200d👧 film 🎬",
    "]]><!-- --><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028line\u2029break\x00\ud800",
    "\\u003cscript\\u003e \\'; alert(1); //",
    "الجزيرة המסעדה",
    "七人の侍と隠し砦の三悪人の物語が続く長い長い題名の映画",
    "Zalg\u0336\u0337\u0338o " * 9,
    "__proto__",
)
"""Names that would break a page that trusts them."""


def hostile() -> Picture:
    """Every hostile name in every place."""
    centre = Node(iri("film", "x</script>"), "film", HOSTILE[0], year=1)
    groups = (
        "directed-by",
        "with",
        "at-its-heart",
        "touches-on",
        "set-in",
        "more-by-them",
        "about-the-same",
    )
    kinds = ("person", "person", "theme", "theme", "setting", "film", "film")
    nodes = [
        Node(
            iri(kind, group, str(i)),
            kind,
            name,
            HOSTILE[-i],
            2001 if kind == "film" else None,
            group,
        )
        for group, kind in zip(groups, kinds, strict=True)
        for i, name in enumerate(HOSTILE)
    ]
    size = len(HOSTILE)
    links = [Link(nodes[i].iri, nodes[5 * size + i].iri, HOSTILE[i]) for i in range(size)] + [
        Link(nodes[2 * size + i].iri, nodes[6 * size + i].iri, HOSTILE[i]) for i in range(size)
    ]
    return Picture(HOSTILE[0], HOSTILE[1], centre, tuple(nodes), tuple(links), {"with": 3})


SAMPLES = {
    "blade-runner": blade_runner,
    "ridley-scott": ridley_scott,
    "love-triangle": love_triangle,
    "tiny": tiny,
    "hostile": hostile,
}
"""Name: what makes the picture."""
