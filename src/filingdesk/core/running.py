"""Every clock of a case as it stands today: started by events, stopped, prolonged, followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from filingdesk.core.case import ClockState, EventKind, Outcome, RunningClock, by_day
from filingdesk.core.clock import LEARNED_ON, OwedBy, Trigger
from filingdesk.core.deadline import Pause, Prolonged, due

if TYPE_CHECKING:
    from filingdesk.core.case import Case, Event
    from filingdesk.core.clock import Clock
    from filingdesk.core.deadline import Deadline
    from filingdesk.core.workdays import Calendar

_DAY = timedelta(days=1)

_EVENTS: dict[Trigger, tuple[EventKind, ...]] = {
    Trigger.KNOWN: (EventKind.LEARNED,),
    Trigger.SENT: (EventKind.HANDED_OVER,),
    Trigger.RECEIVED: (EventKind.RECEIPT_NOTED, EventKind.HANDED_OVER),
    Trigger.ACCEPTED: (EventKind.ACCEPTED,),
    Trigger.TRANSFERRED: (EventKind.TRANSFERRED,),
    Trigger.CORRECTION_NOTICE: (EventKind.CORRECTION_NOTICE,),
    Trigger.SUPPLEMENTED: (EventKind.SUPPLEMENTED,),
    Trigger.SUSPENDED: (EventKind.SUSPENDED,),
    Trigger.RESUMED: (EventKind.RESUMED,),
    Trigger.REPLIED: (EventKind.REPLIED, EventKind.REFUSED, EventKind.CORRECTED),
    Trigger.SERVED: (EventKind.SERVED,),
}
"""What tells that a trigger came about, the better evidence first."""

_ANSWERS = (EventKind.REPLIED, EventKind.REFUSED, EventKind.CORRECTED)
_ON_THE_WAY = (
    Trigger.SENT,
    Trigger.RECEIVED,
    Trigger.TRANSFERRED,
    Trigger.ACCEPTED,
    Trigger.SUPPLEMENTED,
)
"""What an answer ends, where an agency owes something since then."""
_OF_THIS_FILING = (Trigger.SENT, Trigger.RECEIVED)
"""A clock that a person's answer starts began before this filing, whose way says nothing of it."""


def clocks_today(
    case: Case, clocks: Iterable[Clock], calendar: Calendar, today: date
) -> tuple[RunningClock, ...]:
    """Every clock of a case as it stands today, in the order given. Raises UserProblem as `due`.

    What starts a clock, the first that there is: an event that names it; else the earliest of its
    own trigger, of a clock whose silence is deemed to be that trigger, and of the silent end of
    the clock that it follows. A clock that would follow itself in a circle does not start.
    """
    reading = _Reading(case, tuple(clocks), calendar, today)
    return tuple(reading.of(each) for each in reading.clocks)


@dataclass(frozen=True, slots=True)
class _Start:
    """The day that starts a clock; an event tells it, or the silence `after` another clock."""

    day: date
    evidence: Event | None = None
    after: RunningClock | None = None


class _Reading:
    """A case being read on one day: events by kind, and what was found out so far."""

    __slots__ = ("calendar", "case", "clocks", "events", "known", "today")

    def __init__(
        self, case: Case, clocks: tuple[Clock, ...], calendar: Calendar, today: date
    ) -> None:
        self.case, self.clocks, self.calendar, self.today = case, clocks, calendar, today
        self.known: dict[str, RunningClock] = {}
        self.events: dict[EventKind, list[Event]] = {}
        for event in case.events:
            self.events.setdefault(event.kind, []).append(event)

    def of(self, clock: Clock) -> RunningClock:
        found = self.known.get(clock.id)
        if found is None:
            self.known[clock.id] = RunningClock(clock, ClockState.NOT_STARTED)
            found = self.known[clock.id] = self._running(clock)
        return found

    def _running(self, clock: Clock) -> RunningClock:
        if not clock.verified:
            return RunningClock(clock, ClockState.NOT_VERIFIED)
        start = self._start(clock)
        if start is None:
            return RunningClock(clock, ClockState.NOT_STARTED)
        pauses, stopped_on = self._pauses(clock) if clock.suspends else ((), None)
        prolonged = self._prolonged(clock) if clock.extension else None
        deadline = due(clock, start.day, self.calendar, pauses, prolonged)
        if start.after and clock.owed_by is OwedBy.APPLICANT:
            deadline = self._as_if_earlier(deadline, start.after)
        ended = self._ended(clock, start)
        state = self._state(clock, deadline, ended, stopped_on)
        return RunningClock(clock, state, deadline, start.evidence, start.after, ended)

    # ---------------------------------------------------------------- what starts it

    def _start(self, clock: Clock) -> _Start | None:
        named = [each for each in self.events.get(EventKind.STARTED, ()) if each.clock == clock.id]
        if named:  # a mistake is mended by a new entry
            latest = max(named, key=lambda each: each.recorded_at)
            return _Start(latest.day, latest)
        before = self._followed(clock)
        starts = [] if self._is_elsewhere(clock, before) else self._own(clock)
        silent = [self.of(each) for each in self.clocks if each.deemed is clock.trigger]
        for each in (*silent, before):
            if each is not None and each.lapsed_on is not None:
                starts.append(_Start(each.lapsed_on, after=each))
        return min(starts, key=lambda each: each.day) if starts else None

    def _followed(self, clock: Clock) -> RunningClock | None:
        if not clock.follows:
            return None
        followed = (each for each in self.clocks if each.id == clock.follows)
        return next((self.of(each) for each in followed), None)

    def _is_elsewhere(self, clock: Clock, before: RunningClock | None) -> bool:
        """Whether the events of this filing do not start it, although they bear the same name."""
        if clock.start and clock.trigger in _OF_THIS_FILING:
            return True
        if clock.trigger is Trigger.KNOWN and clock.start not in ("", LEARNED_ON):
            return True
        return before is not None and before.clock.trigger is clock.trigger

    def _own(self, clock: Clock) -> list[_Start]:
        for kind in _EVENTS.get(clock.trigger, ()):
            if kind in self.events:
                first = min(self.events[kind], key=by_day)
                return [_Start(first.day, first)]
        return []

    # ---------------------------------------------------------------- what moves its end

    def _prolonged(self, clock: Clock) -> Prolonged | None:
        """The longest of what was told; a notice that names no day means the longest there is."""
        told = [each for each in self.events.get(EventKind.EXTENDED, ()) if each.clock == clock.id]
        if not told:
            return None
        longest = max(told, key=lambda each: each.until or date.max)
        return Prolonged(longest.day, longest.until)

    def _pauses(self, clock: Clock) -> tuple[tuple[Pause, ...], date | None]:
        """The pauses until today, and since when a pause lasts that has no end yet."""
        stops, goes = kinds_of(clock.suspends), kinds_of(clock.resumes)
        turns = sorted(
            (
                event
                for kind in {*stops, *goes}
                for event in self.events.get(kind, ())
                if event.clock in ("", clock.id)
            ),
            key=by_day,
        )
        pauses, since = [], None
        for event in turns:
            if since is None and event.kind in stops:
                since = event.day
            elif since is not None and event.kind in goes:
                pauses.extend(_pause(clock, since, event.day))
                since = None
        if since is not None:
            pauses.extend(_pause(clock, since, self.today + _DAY))
        return tuple(pauses), since

    def _as_if_earlier(self, deadline: Deadline, after: RunningClock) -> Deadline:
        """Whether silence begins on the last day or on the one it moved to is not settled: the
        safe day is counted from the earlier.
        """
        if after.deadline is None or after.deadline.full_on >= deadline.event:
            return deadline
        told = (deadline.pauses, deadline.prolonged)
        early = due(deadline.clock, after.deadline.full_on, self.calendar, *told)
        return replace(deadline, safe_on=min(deadline.safe_on, early.safe_on))

    # ---------------------------------------------------------------- what ends it

    def _ended(self, clock: Clock, start: _Start) -> Event | None:
        ends = [e for kind in _ending(clock) for e in self.events.get(kind, ())]
        for kind in kinds_of(clock.ended_by):
            ends += [each for each in self.events.get(kind, ()) if each.day >= start.day]
        corrected = self.events.get(EventKind.CORRECTED)
        if corrected and not ends and self.case.outcome is Outcome.CORRECTED:
            ends = corrected
        return min(ends, key=by_day, default=None)

    def _state(
        self, clock: Clock, deadline: Deadline, ended: Event | None, stopped_on: date | None
    ) -> ClockState:
        if ended is not None:
            return ClockState.STOPPED
        if stopped_on is not None and stopped_on <= self.today < deadline.full_on:
            return ClockState.SUSPENDED
        if self.today <= deadline.due_on:
            return ClockState.RUNNING
        return ClockState.OVERDUE if clock.deemed is None else ClockState.DEEMED


def _ending(clock: Clock) -> tuple[EventKind, ...]:
    """The events that always end a clock, without its pack saying so."""
    if clock.owed_by is OwedBy.APPLICANT:
        asked = clock.trigger is Trigger.CORRECTION_NOTICE
        return (EventKind.SUPPLEMENTED,) if asked else ()
    kinds = _ANSWERS if clock.trigger in _ON_THE_WAY else (EventKind.CORRECTED,)
    if clock.deemed is not None:
        kinds = (*kinds, *_EVENTS.get(clock.deemed, ()))
    # 行政复议法第三十一条: 行政复议机关收到补正材料后，依照本法第三十条的规定处理。
    asks = {clock.trigger, *clock.suspends} & {Trigger.SUPPLEMENTED, Trigger.CORRECTION_NOTICE}
    if clock.deemed is Trigger.ACCEPTED and not asks:
        kinds = (*kinds, EventKind.CORRECTION_NOTICE)
    return kinds


def heeded(clocks: Iterable[Clock]) -> frozenset[EventKind]:
    """The events that start, stop, continue or end any of these clocks."""
    kinds: set[EventKind] = set()
    for clock in clocks:
        named = (clock.trigger, *clock.suspends, *clock.resumes, *clock.ended_by)
        kinds |= {*kinds_of(named), *_ending(clock)}
    return frozenset(kinds)


def kinds_of(triggers: Iterable[Trigger]) -> tuple[EventKind, ...]:
    """The events that tell of any of these triggers."""
    return tuple(kind for trigger in triggers for kind in _EVENTS.get(trigger, ()))


def _pause(clock: Clock, stopped: date, continued: date) -> list[Pause]:
    """Whether the days on which a clock is stopped and continued count is not settled: an agency
    is not held to them, and an applicant does not rely on them.
    """
    if clock.owed_by is OwedBy.AGENCY:
        first, last = stopped, continued
    else:
        first, last = stopped + _DAY, continued - _DAY
    return [Pause(first, last)] if first <= last else []
