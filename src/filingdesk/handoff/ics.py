"""A day for somebody's own calendar, as a file that telephones and mail programs take in."""

from datetime import UTC, timedelta

from filingdesk.core.reminder import CalendarEntry

_PRODUCT = "-//filingdesk//filingdesk//EN"
_AT_NINE = timedelta(hours=9)
"""After the day has begun: when people look at what is to be done."""

_AGAIN = 2
_WEEK = timedelta(days=7)


# RFC 5545, 3.6.1: a VEVENT whose DTSTART is a DATE takes the whole day.
def calendar_file(entry: CalendarEntry) -> bytes:
    """The day with an alarm at nine in the morning, as iCalendar (RFC 5545).

    It rings again a week and two weeks later, and then no more.
    """
    # A seventh of a second to import, for a file that few people want.
    from icalendar import Alarm, Calendar, Event

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _AT_NINE)
    alarm.add("repeat", _AGAIN)  # 3.8.6.2: and then with a duration
    alarm.add("duration", _WEEK)
    event = Event()
    event.add("uid", f"{entry.id}@filingdesk")
    event.add("dtstamp", entry.made_at.astimezone(UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
