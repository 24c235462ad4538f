"""Every clock of a hundred thousand open cases, as of one day, with the clocks that Shandong has.

Beside it, in turn and in one process, the least that any way of doing it costs: making the values
that come out, with every date ready. The cases began on the days of two years; one in three was
accepted, one in ten suspended and resumed.
"""

import gc
import resource
import statistics
import time
from datetime import UTC, date, datetime, timedelta

from filingdesk.app import furnish
from filingdesk.core.case import Case, Event, EventKind, RunningClock
from filingdesk.core.clock import Clock, Extension, OwedBy, Trigger, Unit
from filingdesk.core.running import clocks_today

CASES, ROUNDS = 100_000, 3
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def main() -> None:
    """Print seconds for all cases, and the ratio to making the values alone."""
    shelf = furnish().doors.shelf
    calendar = shelf.calendar()
    clocks = (*shelf.pack("cn-shandong").kinds["objection"].clocks, *later_clocks())
    cases = [case(number) for number in range(CASES)]
    ready = clocks_today(cases[0], clocks, calendar, TODAY)
    least, whole = [], []
    for _ in range(ROUNDS):
        gc.collect()
        begun = time.perf_counter()
        for _ in cases:
            copied(ready)
        least.append(time.perf_counter() - begun)
        gc.collect()
        begun, dated = time.perf_counter(), 0
        for each in cases:
            found = clocks_today(each, clocks, calendar, TODAY)
            dated += sum(one.deadline is not None for one in found)
        whole.append(time.perf_counter() - begun)
    taken, made = statistics.median(whole), statistics.median(least)
    print(f"{CASES:,} cases, {len(clocks)} clocks each, {dated:,} of them dated")
    print(f"the values alone   {made:.2f} s")
    print(f"clocks of one day  {taken:.2f} s (goal: at most 5 s), {taken / made:.1f} times as long")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory        {peak:.0f} MB")


def copied(ready: tuple[RunningClock, ...]) -> tuple[RunningClock, ...]:
    """The same values, made anew."""
    return tuple(
        RunningClock(each.clock, each.state, each.deadline, each.evidence, each.after, each.ended)
        for each in ready
    )


def later_clocks() -> tuple[Clock, ...]:
    """What reconsideration adds: silence that counts, a period that is stopped and extended."""
    more = Extension(30, Unit.CALENDAR_DAY)
    return (
        Clock("x/examination", "", 5, Unit.WORKING_DAY, Trigger.RECEIVED, OwedBy.AGENCY,
              verified=True, deemed=Trigger.ACCEPTED),
        Clock("x/decision", "", 60, Unit.CALENDAR_DAY, Trigger.ACCEPTED, OwedBy.AGENCY,
              verified=True, extension=more,
              suspends=(Trigger.SUSPENDED,), resumes=(Trigger.RESUMED,)),
    )  # fmt: skip


def case(number: int) -> Case:
    """One that began on some day of the last two years."""
    day = TODAY - (number % 730) * DAY
    events = [
        Event(EventKind.LEARNED, day - 9 * DAY, NOW),
        Event(EventKind.SIGNED, day, NOW),
        Event(EventKind.HANDED_OVER, day, NOW),
        Event(EventKind.RECEIPT_NOTED, day, NOW),
    ]
    if number % 3 == 0:
        events.append(Event(EventKind.ACCEPTED, day + 3 * DAY, NOW))
    if number % 10 == 0:
        events.append(Event(EventKind.SUSPENDED, day + 20 * DAY, NOW))
        events.append(Event(EventKind.RESUMED, day + 30 * DAY, NOW))
    name = f"FD-{number}"
    return Case(name, name, "cn-shandong", "objection", "", "", "", tuple(events))


if __name__ == "__main__":
    main()
