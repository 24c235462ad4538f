"""The cases, and the days to look after: lists as long as the store, read as one looks."""

from collections.abc import Callable, Sequence
from datetime import date

from filingdesk.core.ports import CaseStore, DueDay
from filingdesk.core.problem import UserProblem
from filingdesk.desk.paged import Paged
from filingdesk.desk.today import CaseToday
from filingdesk.desk.urgency import Entry, When, days_of


class CaseList(Paged[CaseToday]):
    """The cases in which a text occurs, the most urgent first. `read` gives them by number."""

    def __init__(
        self, store: CaseStore, search: str, read: Callable[[Sequence[int]], Sequence[CaseToday]]
    ) -> None:
        super().__init__(store.in_order(search), read)
        self._store = store

    def place_of_case(self, id: str) -> int:
        """Where a case stands, or -1."""
        return self.place_of(_number(self._store, id))


class DueList(Paged[Entry]):
    """The days of one urgency, the nearest first. `read` gives cases by number."""

    def __init__(
        self,
        store: CaseStore,
        when: When,
        today: date,
        read: Callable[[Sequence[int]], Sequence[CaseToday]],
    ) -> None:
        super().__init__(store.due_numbers(*days_of(when, today)), self._entries)
        self._store, self._when, self._cases = store, when, read

    def place_of_case(self, id: str) -> int:
        """Where the first day of a case stands, or -1."""
        own = self._store.due_numbers_of(_number(self._store, id))
        places = (self.place_of(each) for each in own)
        return min((place for place in places if place >= 0), default=-1)

    def place_for(self, day: date) -> int:
        """Where a day would stand that comes after all that are the same."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            [(_, found)] = self._store.due(self.numbers[middle : middle + 1])
            if found is not None and found.day > day:
                high = middle
            else:
                low = middle + 1
        return low

    def _entries(self, numbers: Sequence[int]) -> Sequence[Entry]:
        days = self._store.due(numbers)
        own = sorted({case for case, _ in days})
        found = dict(zip(own, self._cases(own), strict=True))
        return [self._entry(found[case], day) for case, day in days]

    def _entry(self, found: CaseToday, day: DueDay | None) -> Entry:
        clock = next((each for each in found.clocks if day and each.clock.id == day.clock), None)
        return Entry(found, self._when, day.day if day and clock else None, clock)


def _number(store: CaseStore, id: str) -> int:
    """The number of a case; one that no case has, where there is none of that id."""
    try:
        return store.number_of(id) if id else 0
    except UserProblem:
        return 0
