"""A day for the calendar of a telephone, as RFC 5545 wants it."""

from datetime import UTC, date, datetime, timedelta, timezone

from icalendar import Calendar

from filingdesk.core.reminder import CalendarEntry
from filingdesk.handoff.ics import calendar_file

ENTRY = CalendarEntry(
    "FD-7K3M-9PXA-C",
    date(2027, 1, 9),
    "从今天起可以提交：信用修复申请书",
    "到市民服务中心问，报上编号；逗号, 分号; 都在。FD-7K3M-9PXA-C " + "很长" * 40,
    datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8))),
)


def test_it_is_a_whole_day_with_an_alarm_in_the_morning() -> None:
    (event,) = Calendar.from_ical(calendar_file(ENTRY)).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 1, 9)
    assert event.decoded("dtend") == date(2027, 1, 10)
    assert event.decoded("dtstamp") == datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    assert str(event["summary"]) == ENTRY.title
    assert str(event["description"]) == ENTRY.text
    assert str(event["uid"]) == "FD-7K3M-9PXA-C@filingdesk"
    assert str(event["class"]) == "PRIVATE"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)


def test_whoever_misses_it_is_told_twice_more_and_then_left_in_peace() -> None:
    (alarm,) = Calendar.from_ical(calendar_file(ENTRY)).walk("VALARM")
    assert (alarm["repeat"], alarm.decoded("duration")) == (2, timedelta(days=7))


def test_its_lines_are_as_short_and_end_as_the_standard_says() -> None:
    lines = calendar_file(ENTRY).split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
