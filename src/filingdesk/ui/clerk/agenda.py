"""What is due and when: the clocks of all cases, and who came too early, in groups by urgency."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from filingdesk.core.reminder import Reminder
from filingdesk.desk import Desk
from filingdesk.desk.lists import DueList
from filingdesk.desk.urgency import Entry, When, recalled


@dataclass(frozen=True, slots=True)
class Recall:
    """Somebody who came too early: `day` is the first on which they can file."""

    reminder: Reminder
    when: When

    @property
    def day(self) -> date:
        """The first on which it can be filed; see `recalled` for what comes after it."""
        return self.reminder.day


class Due(Sequence[Entry | Recall]):
    """What is equally urgent, the nearest day first; of one day, the cases before the reminders.

    Cases are read as one looks: see `DueList`.
    """

    def __init__(self, cases: DueList | None, recalls: Sequence[Recall]) -> None:
        self._cases = cases
        self._recalls = recalls
        places = ((cases.place_for(each.day) if cases else 0) for each in recalls)
        self._places = [place + before for before, place in enumerate(places)]

    def __len__(self) -> int:
        return len(self._cases or ()) + len(self._recalls)

    @overload
    def __getitem__(self, place: int) -> Entry | Recall: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Entry | Recall, ...]: ...

    def __getitem__(self, place: int | slice) -> Entry | Recall | tuple[Entry | Recall, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        at = range(len(self))[place]
        before = bisect_left(self._places, at)
        if before < len(self._places) and self._places[before] == at:
            return self._recalls[before]
        assert self._cases is not None
        return self._cases[at - before]

    def place_of(self, id: str) -> int:
        """Where the first day of a case stands, or a reminder, by its id; or -1."""
        for place, recall in zip(self._places, self._recalls, strict=True):
            if recall.reminder.id == id:
                return place
        found = self._cases.place_of_case(id) if self._cases else -1
        for place in self._places:
            found += 0 <= place <= found
        return found


def agenda(desk: Desk, today: date, reminders: Iterable[Reminder] = ()) -> Mapping[When, Due]:
    """Every clock that runs or has run out, every open case without one, and every reminder.

    The most urgent first; no group is empty.
    """
    cases = desk.agenda(waits=False)
    recalls = [Recall(each, recalled(each.day, today)) for each in reminders]
    recalls.sort(key=lambda each: (each.day, each.reminder.id))
    groups = {
        when: Due(cases.get(when), [each for each in recalls if each.when is when]) for when in When
    }
    return {when: found for when, found in groups.items() if found}
