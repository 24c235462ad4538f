"""The days off have a name in every language."""

from datetime import date

from filingdesk import resources
from filingdesk.core.deadline import Clock, OwedBy, Trigger, Unit, due
from filingdesk.packs.calendars import load_calendar
from filingdesk.words.catalogue import Words
from filingdesk.words.counting import HOLIDAYS, day_reason

CALENDAR = load_calendar(resources.calendars() / "cn")
WEEK = Clock("c", "c", 3, Unit.WORKING_DAY, Trigger.RECEIVED, OwedBy.AGENCY, verified=True)


def test_every_holiday_of_the_notices_has_words() -> None:
    assert set(CALENDAR.holidays.values()) <= HOLIDAYS.keys()


def test_a_day_off_is_named() -> None:
    reasons = due(WEEK, date(2026, 4, 30), CALENDAR).reasons
    assert "Labour Day" in day_reason(reasons[1], Words("en"))
    assert "(" not in day_reason(reasons[0], Words("en"))
