"""The order of the events of a plot: as it is told, and as it happened where the text says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from filmgraph.record import TellingMode
from filmgraph.text.story.cues import goes_back, is_meanwhile, returns, speaks_of_flashback
from filmgraph.text.story.events import Happening

__all__ = ["Placing", "in_order"]


@dataclass(slots=True)
class Placing:
    """An event's place in the two orders.

    Attributes
    ----------
    happening : Happening
    mode : str
        How it is told: `scene`, `flashback`, `backstory`.
    after, during : list of int
        The sentences whose events happen before it, or at the same time.
    """

    happening: Happening
    mode: TellingMode = "scene"
    after: list[int] = field(default_factory=list)
    during: list[int] = field(default_factory=list)


def in_order(happenings: Sequence[Happening], texts: Sequence[str]) -> list[Placing]:
    """The events in the order of the telling, with what the text says of the story's order.

    What the next sentence tells happens next; what is told as a flashback or as having been
    happened before; `meanwhile` is at the same time.

    Parameters
    ----------
    happenings : sequence of Happening
    texts : sequence of str
        All sentences of the plot: one that tells no event may begin or end a flashback.

    Examples
    --------
    >>> from filmgraph.text import read_story, Told
    >>> texts = ["Tom kisses Ann.", "Years earlier, Tom leaves Eve.", "Ann weeps."]
    >>> story = read_story([Told(text, "plot") for text in texts])
    >>> [(event.id, event.tellings[0].mode, event.after) for event in story.events]
    [('s1', 'scene', ('s2',)), ('s2', 'flashback', ()), ('s3', 'scene', ('s2',))]
    """
    return _Order(texts).placed(happenings)


class _Order:
    """Follows the story; `now` is what happened last, `present` what is left for a flashback."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.now: Placing | None = None
        self.present: Placing | None = None
        self.waits: list[int] = []

    def placed(self, happenings: Sequence[Happening]) -> list[Placing]:
        found = []
        last = 0
        for one in happenings:
            number = one.reading.number
            between = self.texts[last : number - 1]
            placing = Placing(one)
            self._place(placing, one.reading.told.text, between)
            found.append(placing)
            last = number
        return found

    def _place(self, placing: Placing, text: str, between: Sequence[str]) -> None:
        number = placing.happening.reading.number
        if placing.happening.earlier:
            self._backstory(placing, number)
            return
        if returns(text) or any(map(returns, between)):
            self._return()
        back = goes_back(text) or any(map(speaks_of_flashback, between))
        if back or placing.happening.remembered:
            self._flashback(placing, number)
            return
        if self.now is not None and is_meanwhile(text):
            placing.during.append(self.now.happening.reading.number)
            placing.after += self.now.after
        else:
            if self.now is not None:
                placing.after.append(self.now.happening.reading.number)
            placing.after += [one for one in self.waits if one not in placing.after]
            self.waits = []
        self.now = placing

    def _backstory(self, placing: Placing, number: int) -> None:
        # It is before what comes next; what it comes after is not said.
        placing.mode = "backstory"
        self.waits.append(number)

    def _flashback(self, placing: Placing, number: int) -> None:
        placing.mode = "flashback"
        if self.present is None:
            self.present = self.now
        if self.present is not None:
            self.present.after.append(number)
        self.now = placing

    def _return(self) -> None:
        if self.present is not None and self.now is not None:
            self.waits.append(self.present.happening.reading.number)
        self.present = None
