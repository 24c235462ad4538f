"""A long list of which only what is looked at is read: its order stays, whatever happens."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")

SIZE = 64
"""How many are read at a time."""
_PAGES = 32


class Paged(Sequence[T]):
    """The values of `numbers`; `read` gives those of some numbers, in the same order.

    The pages looked at last are remembered.
    """

    def __init__(self, numbers: Sequence[int], read: Callable[[Sequence[int]], Sequence[T]]):
        self.numbers = numbers
        self._read = read
        self._pages: dict[int, list[T]] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        at = range(len(self))[place]
        return self._page(at // SIZE)[at % SIZE]

    def place_of(self, number: int) -> int:
        """Where a number stands, or -1."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return -1

    def replace(self, place: int, value: T) -> None:
        """What has become of a value."""
        self._page(place // SIZE)[place % SIZE] = value

    def _page(self, number: int) -> list[T]:
        page = self._pages.pop(number, None)
        if page is None:
            page = [*self._read(self.numbers[number * SIZE : (number + 1) * SIZE])]
            if len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
        self._pages[number] = page
        return page
