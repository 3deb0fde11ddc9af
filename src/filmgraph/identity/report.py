"""How well records of two sources are matched, against a gold mapping."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from filmgraph.identity.naming import Naming

__all__ = ["Agreement", "measure"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a naming says of the records of one source that a gold mapping judges.

    Attributes
    ----------
    right : tuple of str
        Keys put together with a record that the mapping names.
    wrong : tuple of str
        Keys put together with a record that it does not name.
    missed : tuple of str
        Keys that it gives a match and that got none of those; a wrong one may be missed too.
    """

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of the matches that are right; 1 if there are none."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the matches to be found that were found; 1 if there are none."""
        wanted = len(self.right) + len(self.missed)
        return len(self.right) / wanted if wanted else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.4f}, recall {self.recall:.4f} "
            f"({len(self.right)} right, {len(self.wrong)} wrong, {len(self.missed)} missed)"
        )


def measure(
    naming: Naming, source: str, other: str, gold: Mapping[str, Collection[str]]
) -> Agreement:
    """Compare a naming with a gold mapping.

    Parameters
    ----------
    naming : Naming
    source, other : str
        The two sources.
    gold : mapping of str to collection of str
        Key in `source` -> keys in `other` that are the same film, any of which is right; an empty
        collection says that there is none.  Keys that are not in the mapping are not judged.

    Examples
    --------
    >>> from filmgraph.identity import FilmClaim, Ledger, identify
    >>> claims = [FilmClaim("one", "a", ("Alien",), 1979), FilmClaim("two", "b", ("Alien",), 1979)]
    >>> print(measure(identify(claims, [], Ledger()), "one", "two", {"a": {"b"}}))
    precision 1.0000, recall 1.0000 (1 right, 0 wrong, 0 missed)
    """
    right, wrong, missed = [], [], []
    for key, wanted in sorted(gold.items()):
        records = naming.films[naming.film(source, key)]
        found = {k for s, k in records if s == other}
        hit = not found.isdisjoint(wanted)
        if hit:
            right.append(key)
        elif found:
            wrong.append(key)
        if wanted and not hit:
            missed.append(key)
    return Agreement(tuple(right), tuple(wrong), tuple(missed))
