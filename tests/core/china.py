"""China's real calendar, and clocks to try on it."""

from functools import cache
from pathlib import Path

from filingdesk.core.clock import Clock, Extension, LastDay, OwedBy, Trigger, Unit
from filingdesk.core.workdays import Calendar
from filingdesk.packs.calendars import load_calendar

YEARS = Path(__file__).parents[2] / "resources" / "calendars" / "cn"


@cache
def china() -> Calendar:
    """2004 to 2026."""
    return load_calendar(YEARS)


def clock(
    id: str,
    count: int,
    unit: Unit,
    trigger: Trigger = Trigger.RECEIVED,
    owed_by: OwedBy = OwedBy.AGENCY,
    last_day: LastDay = LastDay.ROLL_FORWARD,
    **more: object,
) -> Clock:
    """A verified clock; `more` are the fields that few clocks have."""
    return Clock(id, id, count, unit, trigger, owed_by, last_day, verified=True, **more)  # type: ignore[arg-type]


ACCEPTANCE = clock("acceptance", 5, Unit.WORKING_DAY, deemed=Trigger.ACCEPTED)
"""行政复议法第三十条: five days to examine; in silence it counts as accepted."""
SUPPLEMENT = clock("supplement", 10, Unit.WORKING_DAY, Trigger.CORRECTION_NOTICE, OwedBy.APPLICANT)
"""第三十一条: ten days to hand in what is missing."""
ACCEPTANCE_AFTER = clock(
    "acceptance-after", 5, Unit.WORKING_DAY, Trigger.SUPPLEMENTED, deemed=Trigger.ACCEPTED
)
"""第三十一条第三款: then article 30 applies again."""
DECISION = clock(
    "decision",
    60,
    Unit.CALENDAR_DAY,
    Trigger.ACCEPTED,
    extension=Extension(30, Unit.CALENDAR_DAY),
    suspends=(Trigger.SUSPENDED,),
    resumes=(Trigger.RESUMED,),
)
"""第六十二条, 第三十九条: sixty days, at most thirty more; suspended days do not count."""
SILENCE = clock("silence", 60, Unit.CALENDAR_DAY)
"""实施条例第十六条: sixty days after the request was received, where no other period is set."""
AGAINST_SILENCE = clock(
    "against-silence",
    60,
    Unit.CALENDAR_DAY,
    Trigger.LAPSED,
    OwedBy.APPLICANT,
    follows="silence",
)
RECONSIDERATION = (ACCEPTANCE, SUPPLEMENT, ACCEPTANCE_AFTER, DECISION)
