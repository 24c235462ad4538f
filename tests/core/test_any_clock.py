"""A hundred thousand clocks, each counted a second time, one day after the other.

Hypothesis draws a seed; each example counts many cases from it, so that the whole takes seconds.
A case that differs is printed as it is.
"""

from datetime import UTC, date, datetime
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filingdesk.core.case import Case, ClockState, Event, EventKind
from filingdesk.core.clock import Clock, Extension, LastDay, OwedBy, Trigger, Unit
from filingdesk.core.deadline import Deadline, Pause, Prolonged, due
from filingdesk.core.running import clocks_today
from filingdesk.core.workdays import Calendar
from tests.core.china import china, clock
from tests.core.plain_count import DAY, plainly

EXAMPLES = 100
CLOCKS, CASES, ORDERED = 700, 200, 100
"""Of each example: 100 times 1,000."""
DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
FIRST, LAST = date(2003, 10, 1), date(2027, 6, 30)

seeds = st.integers(0, 2**63 - 1)
many = settings(max_examples=EXAMPLES, deadline=None)


@cache
def odd_year() -> Calendar:
    """A year with any days off and any make-up days."""
    chance = Random(2015)
    days = [date(2015, 1, 1) + number * DAY for number in range(365)]
    off = set(chance.sample(days, 60))
    weekend = [day for day in days if day.weekday() > 4 and day not in off]
    return Calendar("xx", 2015, 2015, dict.fromkeys(off, "假"), frozenset(weekend[::3]))


def any_clock(chance: Random, units: tuple[Unit, ...] = tuple(Unit)) -> Clock:
    unit = chance.choice(units)
    most = {Unit.WORKING_DAY: 40, Unit.CALENDAR_DAY: 70, Unit.MONTH: 5, Unit.YEAR: 1}
    extension = None
    if chance.random() < 0.5:
        longer = chance.choice(DAYS if unit in DAYS else units)
        extension = Extension(chance.randint(1, min(20, most[longer])), longer)
    return clock(
        "any",
        chance.randint(1, most[unit]),
        unit,
        owed_by=chance.choice(tuple(OwedBy)),
        last_day=chance.choice(tuple(LastDay)),
        extension=extension,
    )


def any_day(chance: Random, calendar: Calendar) -> date:
    if calendar.region == "xx":
        return date(2014, 11, 1) + chance.randrange(430) * DAY
    return FIRST + chance.randrange((LAST - FIRST).days) * DAY


def any_pauses(chance: Random, event: date) -> tuple[Pause, ...]:
    """Up to three after the event; they may overlap, touch, or come too late."""
    pauses = []
    for _ in range(chance.choice((0, 0, 1, 2, 3))):
        first = event + chance.randint(1, 90) * DAY
        pauses.append(Pause(first, first + chance.randint(0, 25) * DAY))
    return tuple(pauses)


def days_of(pauses: tuple[Pause, ...]) -> set[date]:
    return {
        each.first + number * DAY
        for each in pauses
        for number in range((each.last - each.first).days + 1)
    }


def ends(deadline: Deadline) -> tuple[date, date, date]:
    return deadline.full_on, deadline.due_on, deadline.safe_on


def could_move(clock: Clock) -> bool:
    """Whether holidays could move its end, or the day that an applicant is told as safe."""
    working = clock.unit is Unit.WORKING_DAY or clock.extension is not None
    return working or clock.owed_by is OwedBy.APPLICANT or clock.last_day is LastDay.ROLL_FORWARD


@many
@given(seed=seeds)
def test_every_clock_ends_where_a_walk_ends(seed: int) -> None:
    chance = Random(seed)
    for _ in range(CLOCKS):
        calendar = china() if chance.random() < 0.8 else odd_year()
        tried, event = any_clock(chance), any_day(chance, calendar)
        pauses = any_pauses(chance, event)
        extended = tried.extension is not None and chance.random() < 0.7
        told = event + chance.randint(1, 400) * DAY if chance.random() < 0.3 else None
        until = told if extended and not pauses else None
        prolonged = Prolonged(event, until) if extended else None

        found = due(tried, event, calendar, pauses, prolonged)

        paused = days_of(pauses)
        expected = plainly(tried, event, calendar, paused, extended, until)
        assert ends(found) == expected, (tried, event, pauses, prolonged)
        assert event < found.full_on <= found.due_on
        assert event <= found.safe_on <= found.due_on
        is_outside = (
            min(event, found.due_on).year < calendar.first_year
            or max(event, found.due_on).year > calendar.last_year
        )
        assert found.provisional == (is_outside and could_move(tried))


@many
@given(seed=seeds)
def test_later_is_never_earlier_and_nothing_shortens(seed: int) -> None:
    """Monotone in the event; a pause, a longer pause and an extension give no day before."""
    chance = Random(seed)
    for _ in range(ORDERED):
        tried, event = any_clock(chance), any_day(chance, china())
        pauses = any_pauses(chance, event + 30 * DAY)
        later = event + chance.randint(0, 30) * DAY
        prolonged = Prolonged(event)
        at = (tried, event, later, pauses)

        plain = due(tried, event, china())
        with_pause = due(tried, event, china(), pauses)
        longer = due(tried, event, china(), pauses, prolonged)
        assert plain.due_on <= with_pause.due_on <= longer.due_on, at
        assert plain.safe_on <= with_pause.safe_on <= longer.safe_on, at
        assert with_pause.due_on <= due(tried, later, china(), pauses).due_on, at
        assert longer.due_on <= due(tried, later, china(), pauses, prolonged).due_on, at
        for until in (event, plain.due_on, event + chance.randint(1, 400) * DAY):
            named = due(tried, event, china(), pauses, Prolonged(event, until))
            assert with_pause.due_on <= named.due_on <= longer.due_on, (at, until)


# ------------------------------------------------------------------ a whole case, day by day

K = EventKind
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def any_events(chance: Random, received: date) -> list[Event]:
    """What may happen after the receipt, on days in their order."""
    events = [Event(K.SIGNED, received, NOON), Event(K.RECEIPT_NOTED, received, NOON)]
    if chance.random() < 0.4:
        events.append(Event(K.ACCEPTED, received + chance.randint(0, 20) * DAY, NOON))
    day = received + chance.randint(0, 20) * DAY
    for number in range(chance.choice((0, 1, 2, 3, 4))):
        kind = K.RESUMED if number % 2 else K.SUSPENDED
        day += chance.randint(1, 20) * DAY
        events.append(Event(kind, day, NOON))
    if chance.random() < 0.3:
        events.append(Event(K.EXTENDED, day, NOON, clock="decision"))
    if chance.random() < 0.3:
        answered = received + chance.randint(1, 120) * DAY
        events.append(Event(chance.choice((K.REPLIED, K.REFUSED)), answered, NOON))
    return events


def day_of(events: list[Event], *kinds: EventKind) -> date | None:
    return min((each.day for each in events if each.kind in kinds), default=None)


def acceptance_walked(
    tried: Clock, events: list[Event], received: date, today: date
) -> date | None:
    """The day that starts the second clock, met by going from day to day; None for none."""
    accepted = day_of(events, K.ACCEPTED)
    over = day_of(events, K.ACCEPTED, K.REPLIED, K.REFUSED)
    last = plainly(tried, received, china())[1]
    day = received
    while day <= max(today, accepted or today):
        if day == accepted:
            return day
        if day == last and today > last and (over is None or over > last):
            return day
        day += DAY
    return None


def suspended_days(events: list[Event], today: date) -> set[date]:
    """Every day from a stop to where it goes on, both included; tomorrow, while it does not."""
    turns = {each.day: each.kind for each in events if each.kind in (K.SUSPENDED, K.RESUMED)}
    if not turns:
        return set()
    days, stands, day = set(), False, min(turns)
    last = max(*turns, today + DAY)
    while day <= last:
        turn = turns.get(day)
        if stands or turn is K.SUSPENDED:
            days.add(day)
        stands = turn is K.SUSPENDED or (stands and turn is not K.RESUMED)
        day += DAY
    if max(turns) <= today and turns[max(turns)] is K.SUSPENDED:
        days.add(today + DAY)
    return days


@many
@given(seed=seeds)
def test_every_case_runs_as_it_does_from_day_to_day(seed: int) -> None:
    chance = Random(seed)
    for _ in range(CASES):
        first = clock("first", chance.randint(1, 10), chance.choice(DAYS), deemed=Trigger.ACCEPTED)
        second = clock(
            "decision",
            chance.randint(5, 60),
            chance.choice(DAYS),
            Trigger.ACCEPTED,
            extension=Extension(chance.randint(1, 30), chance.choice(DAYS)),
            suspends=(Trigger.SUSPENDED,),
            resumes=(Trigger.RESUMED,),
        )
        received = any_day(chance, china())
        events = any_events(chance, received)
        today = max(each.day for each in events) + chance.randint(0, 60) * DAY
        case = Case("1", "1", "cn", "any", "", "", "", tuple(events))

        _, found = clocks_today(case, (first, second), china(), today)

        start = acceptance_walked(first, events, received, today)
        at = (first, second, events, today)
        if start is None:
            assert found.state is ClockState.NOT_STARTED, at
            continue
        assert found.deadline is not None, at
        extended = day_of(events, K.EXTENDED) is not None
        paused = suspended_days(events, today)
        expected = plainly(second, start, china(), paused, extended)
        assert (found.deadline.event, *ends(found.deadline)) == (start, *expected), at
        assert found.state is state_walked(events, today, *expected), at


def state_walked(
    events: list[Event], today: date, full: date, last: date, _safe: date
) -> ClockState:
    if day_of(events, K.REPLIED, K.REFUSED) is not None:
        return ClockState.STOPPED
    turns = [each for each in events if each.kind in (K.SUSPENDED, K.RESUMED)]
    if turns and turns[-1].kind is K.SUSPENDED and today < full:
        return ClockState.SUSPENDED
    return ClockState.RUNNING if today <= last else ClockState.OVERDUE
