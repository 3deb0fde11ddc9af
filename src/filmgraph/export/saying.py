"""What a picture says, in sentences: for the place where one reads, and for the list."""

from typing import Final

from filmgraph.export.lettering import shown
from filmgraph.export.picture import GROUPS, Link, Node, Picture
from filmgraph.names import IRI

__all__ = ["Sayings"]

_MOST: Final = 3


class Sayings:
    """The sentences of a picture.

    Parameters
    ----------
    picture : Picture

    Examples
    --------
    >>> film = Node(IRI("film/alien-1979"), "film", "Alien", year=1979)
    >>> weaver = Node(IRI("person/sigourney-weaver"), "person", "Sigourney Weaver", "Ripley",
    ...               group="with")
    >>> Sayings(Picture("Alien", "1979", film, (weaver,))).of_node(weaver)
    'Alien (1979) has Sigourney Weaver as Ripley.'
    """

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._nodes = {node.iri: node for node in (picture.centre, *picture.nodes)}
        self._outer: dict[IRI, list[Link]] = {}
        self._own: dict[IRI, Link] = {}
        self._threads: list[Link] = []
        for link in picture.links:
            self._file(link)

    def _file(self, link: Link) -> None:
        ends = (link.source, link.target)
        outer = [end for end in ends if self.is_outer(end)]
        if self._picture.centre.iri in ends:
            other = link.target if link.source == self._picture.centre.iri else link.source
            self._own.setdefault(other, link)
        elif outer:
            for end in ends:
                self._outer.setdefault(end, []).append(link)
        else:
            self._threads.append(link)

    def is_outer(self, iri: IRI) -> bool:
        """Whether a node stands outside, behind what links it."""
        group = self._nodes[iri].group
        return bool(group) and GROUPS[group].outer

    def name(self, iri: IRI) -> str:
        """The name of a node, with the year of a film, fit to be shown."""
        node = self._nodes[iri]
        label = shown(node.label)
        return f"{label} ({node.year})" if node.year is not None else label

    def of_link(self, link: Link) -> str:
        """The link as a sentence without its full stop."""
        verb = shown(link.predicate_label)
        return f"{self.name(link.source)} {verb} {self.name(link.target)}"

    def of_node(self, node: Node) -> str:
        """How a node is linked to the centre, or to what it stands behind."""
        links = self._outer.get(node.iri, [])
        if self.is_outer(node.iri):
            return self._some(links)
        first = self.of_own(node)
        return f"{first}. {self._some(links)}" if links else f"{first}."

    def of_own(self, node: Node) -> str:
        """How an inner node is linked to the centre, without the full stop."""
        own = self._own.get(node.iri)
        return self.of_link(own) if own else self._by_group(node)

    def outer_links(self, node: Node) -> list[str]:
        """The sentences under an outer node; none for an inner one."""
        if not self.is_outer(node.iri):
            return []
        return [self.of_link(link) for link in self._outer.get(node.iri, [])]

    def threads(self) -> list[str]:
        """The sentences between inner nodes."""
        return [self.of_link(link) for link in self._threads]

    def _by_group(self, node: Node) -> str:
        group = GROUPS[node.group]
        part = f" as {shown(node.note)}" if group.note_is and node.note.strip() else ""
        return f"{self.name(self._picture.centre.iri)} {group.says} {self.name(node.iri)}{part}"

    def _some(self, links: list[Link]) -> str:
        sentences = [self.of_link(link) for link in links[:_MOST]]
        more = len(links) - len(sentences)
        rest = [f"And {more} more"] if more else []
        return "".join(f"{sentence}. " for sentence in sentences + rest).rstrip()
