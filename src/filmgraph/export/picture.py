"""What a still picture of a part of the graph is made of: nodes, links, and groups of nodes.

A `Picture` is ranked by whoever makes it; the layout (`lens.py`) only cuts what finds no room, and
says how much.  `GROUPS` is the one table of the groups: on which side of the centre each stands,
the words over it, and how it is said in a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from filmgraph.errors import InputError
from filmgraph.names import IRI
from filmgraph.record import Level

__all__ = [
    "CENTRE_GROUPS",
    "GROUPS",
    "LEVEL_WORDS",
    "Group",
    "Link",
    "Node",
    "Picture",
    "Side",
]

Side: TypeAlias = Literal["left", "right"]

LEVEL_WORDS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        "open": "Shown: what anyone may know (open)",
        "plot": "Shown: also what happens, not how it ends (plot)",
        "ending": "Shown: everything, the ending too (ending)",
    }
)
"""Each level of the curtain as a picture says it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that stand under one head.

    Attributes
    ----------
    key : str
        Its name in `Node.group` and `Picture.omitted`.
    head : str
        The words over it, which say how its nodes are linked to the centre.
    side : str
        `left` (people) or `right` (content) of the centre.
    outer : bool
        Whether it holds what the centre's own statements lead to.
    says : str
        The verb between the centre and a node: `Blade Runner (1982) is about dystopia`.
        Of an outer group, the verb of a link that brings none.
    nouns : tuple of str
        One and many of its nodes: `film`, `films`.
    strength : int
        3 strong, 2 plain, 1 slight: how bold the link to the centre is drawn.
    note_is : str
        Kind of thing that the second line names: `character`, or `""`.
    """

    key: str
    head: str
    side: Side
    outer: bool
    says: str
    nouns: tuple[str, str]
    strength: int = 2
    note_is: str = ""

    def more(self, count: int) -> str:
        """How many more there are: `12 more films`.

        Examples
        --------
        >>> GROUPS["with"].more(1)
        '1 more person'
        """
        return f"{count} more {self.nouns[count != 1]}"


_FILM: Final = ("film", "films")
_PERSON: Final = ("person", "people")
_THEME: Final = ("theme", "themes")
_PLACE: Final = ("place", "places")
_THING: Final = ("thing", "things")
_CHARACTER: Final = ("character", "characters")


def _table(*groups: Group) -> Mapping[str, Group]:
    return MappingProxyType({group.key: group for group in groups})


_FILM_GROUPS: Final = _table(
    Group("directed-by", "directed by", "left", False, "was directed by", _PERSON),
    Group("written-by", "written by", "left", False, "was written by", _PERSON),
    Group("with", "with", "left", False, "has", _PERSON, note_is="character"),
    Group("music-by", "music by", "left", False, "has music by", _PERSON),
    Group("made-by", "made by", "left", False, "was made by", _THING),
    Group("at-its-heart", "at its heart", "right", False, "has at its heart", _THEME, 3),
    Group("is-about", "is about", "right", False, "is about", _THEME),
    Group("touches-on", "touches on", "right", False, "touches on", _THEME, 1),
    Group("may-touch-on", "may touch on", "right", False, "may touch on", _THEME, 1),
    Group("set-in", "set in", "right", False, "is set in", _PLACE),
    Group("genres", "has the genre", "right", False, "has the genre", ("genre", "genres")),
    Group("tied-to", "tied to", "right", False, "is tied to", _FILM),
    Group("more-by-them", "more by these people", "left", True, "shares a person with", _FILM),
    Group("about-the-same", "films about the same", "right", True, "shares a theme with", _FILM),
    Group("of-the-kind", "films of the same kind", "right", True, "shares a genre with", _FILM),
)
_PERSON_GROUPS: Final = _table(
    Group("worked-with", "worked with", "left", False, "worked with", _PERSON),
    Group("directed", "directed", "right", False, "directed", _FILM),
    Group("wrote", "wrote", "right", False, "wrote", _FILM),
    Group("acted-in", "acted in", "right", False, "acted in", _FILM, note_is="character"),
    Group("helped-make", "helped to make", "right", False, "helped to make", _FILM),
    Group("themes-that-return", "themes that return", "right", True, "is about", _THEME),
)
_THEME_GROUPS: Final = _table(
    Group("part-of", "part of", "left", False, "is part of", _THEME),
    Group("narrower", "narrower", "left", False, "holds", _THEME),
    Group("beside-it", "beside it", "left", False, "stands beside", _THEME),
    Group("told-by", "comes back with", "left", False, "comes back with", _PERSON),
    Group("heart-of", "at the heart of", "right", False, "is at the heart of", _FILM, 3),
    Group("major-in", "major in", "right", False, "is major in", _FILM),
    Group("minor-in", "minor in", "right", False, "is minor in", _FILM, 1),
    Group("maybe-in", "maybe in", "right", False, "is maybe in", _FILM, 1),
    Group("goes-with", "goes together with", "right", True, "goes together with", _THEME),
)
_OTHER_GROUPS: Final = _table(
    Group("played-by", "played by", "left", False, "is played by", _PERSON),
    Group("lies-in", "lies in", "left", False, "lies in", _PLACE),
    Group("near-it", "within it", "left", False, "holds", _PLACE),
    Group("people", "people", "left", False, "has to do with", _PERSON),
    Group("appears-in", "appears in", "right", False, "appears in", _FILM),
    Group("carries", "carries", "right", False, "carries", _THEME),
    Group("knows", "knows", "right", False, "knows", _CHARACTER),
    Group("films", "films", "right", False, "is part of", _FILM),
    Group("their-themes", "themes of these films", "right", True, "is about", _THEME),
    Group("further", "leads on to", "right", True, "leads on to", _THING),
)

GROUPS: Final[Mapping[str, Group]] = MappingProxyType(
    {**_FILM_GROUPS, **_PERSON_GROUPS, **_THEME_GROUPS, **_OTHER_GROUPS}
)
"""Every group, in the order they stand in from top to bottom."""

CENTRE_GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"film": tuple(_FILM_GROUPS), "person": tuple(_PERSON_GROUPS), "theme": tuple(_THEME_GROUPS)}
)
"""Kind of the centre: the groups around it; other kinds use any."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in a picture.

    Attributes
    ----------
    iri : IRI
    kind : str
        `film`, `person`, `character`, `theme`, `genre`, `place`, …
    label : str
        Its human name, without the year.
    note : str
        The second line: the character someone plays, `also wrote it`, `3 films`.
    year : int, optional
        Of a film.
    group : str
        A key of `GROUPS`; empty for the centre.
    weight : float
        How much it matters within its group; the least are cut first.
    """

    iri: IRI
    kind: str
    label: str
    note: str = ""
    year: int | None = None
    group: str = ""
    weight: float = 1.0

    def __str__(self) -> str:
        return f"{self.label} ({self.year})" if self.year is not None else self.label


@dataclass(frozen=True, slots=True)
class Link:
    """A statement between two nodes, read from source to target.

    Attributes
    ----------
    source, target : IRI
    predicate_label : str
        The verb between them: `directed`.
    weight : float
        The strongest link of an outer node says behind whom it stands.
    """

    source: IRI
    target: IRI
    predicate_label: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A small, ranked part of the graph around one entity.

    Attributes
    ----------
    title, subtitle : str
        What is written in the middle: the name, and one line of facts.
    centre : Node
        What it is a picture of; not among `nodes`.
    nodes : tuple of Node
        In each group the most important first.
    links : tuple of Link
        From the centre to an inner node only where the words of its group do not do; between
        inner and outer nodes; between inner nodes of the two sides (threads).
    omitted : mapping of str to int
        Key of a group: how many more there are that `nodes` leaves out.
    level : str
        Level of the curtain of all that is in it.

    Raises
    ------
    InputError
        If a node stands twice, a group is unknown, or a link leads to nothing.

    Examples
    --------
    >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
    >>> scott = Node(IRI("person/ridley-scott"), "person", "Ridley Scott", group="directed-by")
    >>> Picture("Alien", "1979", film, (scott,)).nodes[0].label
    'Ridley Scott'
    """

    title: str
    subtitle: str
    centre: Node
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    omitted: Mapping[str, int] = field(default_factory=dict)
    level: Level = "open"

    def __post_init__(self) -> None:
        known = {self.centre.iri}
        for node in self.nodes:
            if node.iri in known:
                raise InputError(f"{node.iri} stands twice in the picture; it may stand once.")
            known.add(node.iri)
        unknown = {node.group for node in self.nodes} | set(self.omitted)
        for key in sorted(unknown - set(GROUPS)):
            raise InputError(f"A picture has no group {key!r}.", candidates=GROUPS)
        for link in self.links:
            for end in (link.source, link.target):
                if end not in known:
                    raise InputError(f"A link leads to {end}, which is not in the picture.")

    def in_group(self, key: str) -> tuple[Node, ...]:
        """The nodes of a group, most important first."""
        return tuple(node for node in self.nodes if node.group == key)

    def words(self, link: Link) -> str:
        """The link as a sentence.

        Examples
        --------
        >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
        >>> scott = Node(IRI("person/ridley-scott"), "person", "Ridley Scott", group="directed-by")
        >>> link = Link(film.iri, scott.iri, "was directed by")
        >>> Picture("Alien", "1979", film, (scott,), (link,)).words(link)
        'Alien (1979) was directed by Ridley Scott'
        """
        names = {node.iri: str(node) for node in (self.centre, *self.nodes)}
        return f"{names[link.source]} {link.predicate_label} {names[link.target]}"
