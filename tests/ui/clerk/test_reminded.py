"""Who came too early stands in the agenda; on the day the filing begins where it stopped."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from filingdesk.core.pack import Shows
from filingdesk.desk import Desk
from filingdesk.ui.clerk.agenda_model import ROW, Group
from filingdesk.ui.clerk.counted import Counted
from filingdesk.ui.clerk.reminder_page import ReminderPage
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.options import WindowOptions
from filingdesk.ui.widgets.overlay import Overlay
from filingdesk.ui.window import MainWindow
from tests.desk.furnished import answers_of, example
from tests.ui.clerk.clerk import Clerk, keep
from tests.ui.clerk.conftest import Seat

pytestmark = pytest.mark.usefixtures("plain_words")
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def remind(desk: Desk, person: str = "小冯") -> str:
    draft = desk.draft_of(answers_of(desk, example("cn/repair-early")))
    return desk.remind(replace(draft, consent="2026-01"), person, "027-00000000").id


@pytest.fixture
def clerk(desk: Desk, seat: Seat) -> Clerk:
    """A morning with nothing but one reminder."""
    remind(desk)
    return seat.at(desk)


def shown(clerk: Clerk) -> ReminderPage:
    page = clerk.room.page
    assert isinstance(page, ReminderPage)
    return page


def test_it_stands_in_the_agenda_before_its_day(clerk: Clerk) -> None:
    (line,) = clerk.lines()
    assert (line.person, line.title) == ("小冯", "行政处罚决定书")
    assert line.day == "Saturday, 9 January 2027"
    assert line.step == "Wait until that day"
    assert "Reminder" in line.clock


@pytest.mark.parametrize(
    ("day", "group", "step"),
    [
        (date(2027, 1, 9), "Today", "The filing can be started"),
        (date(2027, 1, 10), "Overdue", "Not filed since then"),
        (date(2027, 2, 8), "Overdue", "Not filed since then"),
        (date(2027, 2, 9), "Over", "Not filed since then"),
        (date(2028, 1, 9), "Over", "Not filed since then"),
    ],
)
def test_it_presses_for_a_month_from_its_day_and_then_stands_last(
    desk: Desk, seat: Seat, day: date, group: str, step: str
) -> None:
    remind(desk)
    object.__setattr__(desk.doors.time, "day", day)
    clerk = seat.at(desk)
    head = clerk.today().model.index(0).data(ROW)
    assert isinstance(head, Group)
    assert head.title.startswith(group)
    (line,) = clerk.lines()
    assert line.day == "Saturday, 9 January 2027"
    assert line.step.startswith(step)


def test_enter_opens_it_and_escape_leads_back_to_its_line(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", person="赵宁")
    id = remind(desk)
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Home)
    while clerk.today().list.currentIndex().data(ROW).person != "小冯":
        clerk.presses(Qt.Key.Key_Down)
    clerk.presses(ENTER)
    assert shown(clerk).reminder.id == id
    assert clerk.focus() is shown(clerk).start
    told = clerk.reads()
    assert all(each in told for each in ("小冯", "027-00000000", id, "It is still too early"))
    clerk.presses(ESCAPE)
    assert isinstance(clerk.room.page, TodayPage)


def test_its_day_has_its_count_and_its_law(clerk: Clerk) -> None:
    clerk.presses(ENTER)
    days, law = shown(clerk).openings
    days.click()
    assert isinstance(days.opened, Counted)
    assert "Friday, 8 January 2027" in days.opened.days.accessibleDescription()
    law.click()
    assert law.opened is not None
    assert clerk.reads(law.place)


def test_the_page_of_the_day_is_saved_and_goes_into_a_calendar(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(clerk.room.sitting.desk.doors, "sticks", lambda: (str(stick),))
    clerk.presses(ENTER)
    shown(clerk).openings[0].click()
    counted = shown(clerk).openings[0].opened
    assert isinstance(counted, Counted)
    counted.save.click()
    clerk.waits_for("Where shall the copy go?")
    clerk.chooses("Stick stick")
    clerk.waits(lambda: "A copy is saved as" in clerk.reads())
    id = shown(clerk).reminder.id
    calendar, pages = sorted(each.name for each in stick.iterdir())
    assert (calendar, pages) == (f"{id}-from.ics", f"{id}-from.pdf")


def test_it_is_erased_only_after_a_second_thought(clerk: Clerk) -> None:
    clerk.presses(ENTER)
    shown(clerk).ask_dismiss()
    clerk.presses(ESCAPE)
    assert len(clerk.room.sitting.desk.reminders()) == 1
    shown(clerk).ask_dismiss()
    clerk.chooses("Erase the reminder")
    assert clerk.room.sitting.desk.reminders() == ()
    assert isinstance(clerk.room.page, TodayPage)


def test_another_language_keeps_the_page(clerk: Clerk) -> None:
    clerk.presses(ENTER)
    id = shown(clerk).reminder.id
    clerk.room.set_language("es")
    assert shown(clerk).reminder.id == id


def test_keys_of_a_case_do_nothing_here(clerk: Clerk) -> None:
    clerk.presses(ENTER)
    clerk.presses(Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_R, control=True)
    assert shown(clerk)
    assert clerk.overlays() == []


class TestStart:
    @pytest.fixture
    def window(self, desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
        window = MainWindow(desk.doors, WindowOptions(language="en"))
        qtbot.addWidget(window)
        window.session.show("start")
        window.show()
        yield window
        window.session.keeping.stop()

    def opened(self, window: MainWindow, id: str) -> ReminderPage:
        window.show_clerk()
        room = window.staff
        assert isinstance(room, ClerkRoom)
        room.open_reminder(id)
        assert isinstance(room.page, ReminderPage)
        return room.page

    def test_the_filing_begins_where_it_stopped(self, desk: Desk, window: MainWindow) -> None:
        id = remind(desk)
        self.opened(window, id).start.click()
        session = window.session
        assert window.rooms.currentWidget() is window.kiosk
        assert session.here.id == id
        assert session.interview.pages[session.page].shows is Shows.FINDING
        assert session.here.answers.text("record_title") == "行政处罚决定书"
        assert [each.id for each in desk.reminders()] == [id]

    def test_never_over_a_filing_that_is_open(self, desk: Desk, window: MainWindow) -> None:
        id = remind(desk)
        window.session.begin("2026-01")
        other = window.session.here.id
        page = self.opened(window, id)
        page.start.click()
        assert window.session.here.id == other
        assert window.staff is not None
        told = [each.accessibleName() for each in window.staff.findChildren(Overlay)]
        assert told == ["Another filing is still open"]
