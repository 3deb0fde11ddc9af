"""Values that are a sequence of what they hold."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

__all__ = ["Listed"]

_T_co = TypeVar("_T_co", covariant=True)


class Listed(Sequence[_T_co]):
    """A sequence of what one of its fields holds; a slice of it is a tuple."""

    __slots__ = ()

    @property
    @abstractmethod
    def _listed(self) -> tuple[_T_co, ...]:
        """What it is a sequence of."""

    @overload
    def __getitem__(self, index: int) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T_co, ...]: ...
    def __getitem__(self, index: int | slice) -> _T_co | tuple[_T_co, ...]:
        return self._listed[index]

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[_T_co]:
        return iter(self._listed)
