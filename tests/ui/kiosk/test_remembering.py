"""Too early: the day goes home with the person, and this desk can remember it."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from filingdesk.ui.kiosk.counting import TakeAway
from filingdesk.ui.kiosk.names import START
from filingdesk.ui.kiosk.remembering import Remembered, RemindMe
from tests.ui.kiosk.test_done import Printers
from tests.ui.kiosk.visits import Visit, Visitor

EARLY = "cn/repair-early"


@pytest.fixture
def citizen(visit: Visit) -> Visitor:
    return visit("finding", EARLY)


def take(citizen: Visitor) -> TakeAway:
    """The ways to take the day home, below the count of it."""
    return citizen.page.findChildren(TakeAway)[-1]


def form(citizen: Visitor) -> RemindMe:
    citizen.touches("Remind me")
    (panel,) = citizen.kiosk.findChildren(RemindMe)
    return panel


def test_the_page_says_the_day_its_rule_and_its_law(citizen: Visitor) -> None:
    assert citizen.heading == "You can ask for this from Saturday, 9 January 2027"
    assert citizen.reads("How long you must wait")
    assert citizen.reads("So that you do not forget the day")


def test_the_stick_has_a_page_and_a_file_for_the_calendar(
    citizen: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(citizen.desk.doors, "sticks", lambda: (str(stick),))
    take(citizen).save.click()
    citizen.waits()
    id = citizen.session.here.id
    assert sorted(each.name for each in stick.iterdir()) == [f"{id}-from.ics", f"{id}-from.pdf"]
    (event,) = Calendar.from_ical((stick / f"{id}-from.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 1, 9)
    assert citizen.reads(f"{id}-from.pdf and {id}-from.ics")


def test_the_page_is_printed(citizen: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    printers = Printers(citizen, monkeypatch, "Hall")
    take(citizen).print.click()
    citizen.waits()
    ((_, title, pdf),) = printers.printed
    assert title == f"{citizen.session.here.id}-from"
    assert pdf.startswith(b"%PDF-")


class TestReminder:
    def test_nothing_is_kept_without_agreement(self, citizen: Visitor) -> None:
        panel = form(citizen)
        assert panel.person.raw() == "武汉示例建筑有限公司" or panel.person.raw() == ""
        panel.person.set_raw("小冯")
        citizen.touches("Keep the reminder")
        assert panel.isVisible()
        assert panel.consent.error()
        assert citizen.desk.reminders() == ()

    def test_a_name_is_asked_for_and_what_was_typed_stays(self, citizen: Visitor) -> None:
        panel = form(citizen)
        panel.person.set_raw(" ")
        panel.contact.set_raw("123")
        panel.consent.set_values(("yes",))
        citizen.touches("Keep the reminder")
        assert panel.person.error()
        assert citizen.focus() is panel.person.box
        assert panel.contact.raw() == "123"
        assert citizen.desk.reminders() == ()

    def test_it_is_kept_told_and_outlives_the_person_at_the_kiosk(self, citizen: Visitor) -> None:
        panel = form(citizen)
        panel.person.set_raw("小冯")
        panel.contact.set_raw("027-00000000")
        panel.consent.set_values(("yes",))
        citizen.touches("Keep the reminder")
        id = citizen.session.here.id
        assert citizen.reads("This desk keeps a reminder for you")
        assert citizen.reads(id)
        assert citizen.finds("Remind me") is None
        citizen.session.set_language("es")
        citizen.session.set_language("en")
        assert citizen.reads("This desk keeps a reminder for you")

        citizen.session.erase()
        assert citizen.session.page == START
        assert citizen.desk.doors.store.drafts() == ()
        (kept,) = citizen.desk.reminders()
        assert (kept.id, kept.person, kept.contact) == (id, "小冯", "027-00000000")

    def test_escape_keeps_nothing_and_gives_the_focus_back(self, citizen: Visitor) -> None:
        citizen.page.findChildren(Remembered)[0].button.setFocus()
        citizen.presses(Qt.Key.Key_Return)
        panel = citizen.kiosk.findChildren(RemindMe)[0]
        assert citizen.focus() is panel.person.box
        citizen.presses(Qt.Key.Key_Escape)
        assert not panel.isVisible()
        assert citizen.desk.reminders() == ()

    def test_nobody_else_is_told_of_it(self, citizen: Visitor) -> None:
        panel = form(citizen)
        panel.person.set_raw("小冯")
        panel.consent.set_values(("yes",))
        citizen.touches("Keep the reminder")
        citizen.session.erase()
        assert citizen.session.spare == {}
