"""The list of cases: search, keys, and the case beside the list or in its place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from filingdesk.core.case import EventKind
from filingdesk.desk import Desk
from filingdesk.ui.clerk.case_model import Column
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.widgets.typeset import natural_width
from tests.ui.clerk.clerk import TIANJIN, TODAY, Clerk, days_ago, keep
from tests.ui.clerk.conftest import Seat

K = EventKind
ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


def shown_columns(clerk: Clerk) -> list[Column]:
    table = clerk.cases().table
    return [column for column in Column if not table.isColumnHidden(column)]


def test_a_name_is_searched_and_found(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", person="钱静")
    keep(desk, "B", person="孙立")
    keep(desk, "C", person="孙立新")
    clerk = seat.at(desk)

    clerk.presses(Qt.Key.Key_F, control=True)
    clerk.types("孙立")
    clerk.waits(lambda: sorted(clerk.listed()) == ["B", "C"])
    assert clerk.says("{count} cases", count=2) in clerk.reads()

    clerk.presses(DOWN, DOWN)
    assert clerk.cases().table.hasFocus()
    clerk.presses(ENTER)
    assert clerk.pane().case() == clerk.listed()[1]

    # Escape: back to the list, which still shows what was searched for.
    clerk.presses(ESCAPE)
    assert clerk.cases().table.hasFocus()
    assert clerk.cases().search.raw() == "孙立"


def test_a_slash_starts_a_search_too_and_replaces_the_last_one(desk: Desk, seat: Seat) -> None:
    keep(desk, "FD-7K3M", person="钱静")
    keep(desk, "FD-9PXA", person="孙立")
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_Slash)
    clerk.types("7K3M")
    clerk.presses(ENTER)
    assert clerk.listed() == ["FD-7K3M"]
    clerk.presses(Qt.Key.Key_Slash)
    clerk.types("孙/")
    clerk.waits(lambda: clerk.says("No case matches.") in clerk.reads())
    clerk.presses(Qt.Key.Key_Backspace)
    clerk.waits(lambda: clerk.listed() == ["FD-9PXA"])


def test_a_case_of_the_agenda_opens_whatever_was_searched_before(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, TODAY), person="钱静")
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_F, control=True)
    clerk.types("nobody")
    clerk.presses(ENTER, Qt.Key.Key_F2, ENTER)
    assert clerk.pane().case() == "A"


def test_the_case_follows_the_arrow_keys(desk: Desk, seat: Seat) -> None:
    for number in range(4):
        keep(desk, f"C{number}", (K.RECEIPT_NOTED, days_ago(number)), person=f"甲{number}")
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_F3)
    assert clerk.cases().is_split()
    first = clerk.listed()[0]
    clerk.waits(lambda: clerk.pane().case() == first)
    clerk.presses(DOWN, DOWN)
    clerk.waits(lambda: clerk.pane().case() == clerk.listed()[2])
    assert clerk.cases().table.hasFocus()


def test_on_a_small_screen_the_case_takes_the_place_of_the_list(desk: Desk, seat: Seat) -> None:
    keep(desk, "A")
    keep(desk, "B")
    clerk = seat.at(desk, 1024, 768)
    clerk.presses(Qt.Key.Key_F3)
    page = clerk.cases()
    assert not page.is_split()
    assert page.table.isVisible()
    assert not page.pane.isVisible()
    clerk.presses(DOWN, ENTER)
    assert page.pane.isVisible()
    assert not page.table.isVisible()
    assert page.pane.case() == clerk.listed()[1]
    clerk.presses(ESCAPE)
    assert page.table.hasFocus()
    clerk.presses(ESCAPE)
    assert isinstance(clerk.room.page, TodayPage)


def test_a_touch_opens_a_case_on_a_small_screen(desk: Desk, seat: Seat) -> None:
    keep(desk, "A")
    clerk = seat.at(desk, 1024, 768)
    clerk.presses(Qt.Key.Key_F3)
    table = clerk.cases().table
    spot = table.visualRect(table.model().index(0, Column.PERSON)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clerk.pane().isVisible()


def test_columns_give_way_but_person_status_and_day_stay(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, days_ago(14)))
    wide = seat.at(desk, 1920, 1080)
    wide.presses(Qt.Key.Key_F3)
    assert shown_columns(wide) == [*Column]
    narrow = seat.at(desk, 1280, 800)
    narrow.presses(Qt.Key.Key_F3)
    assert narrow.cases().is_split()
    assert shown_columns(narrow) == [Column.PERSON, Column.STATUS, Column.NEXT_DAY]


def test_a_name_is_whole_before_more_than_the_status_is_shown(desk: Desk, seat: Seat) -> None:
    name = "武汉示例建筑有限公司"
    keep(desk, "A", (K.RECEIPT_NOTED, days_ago(14)), person=name)
    clerk = seat.at(desk, 1920, 1080)
    clerk.presses(Qt.Key.Key_F3)
    table = clerk.cases().table
    for width in range(500, 1200, 20):
        table.resize(width, 400)
        if {*shown_columns(clerk)} & {Column.REFERENCE, Column.RECORD, Column.AUTHORITY}:
            assert table.columnWidth(Column.PERSON) > natural_width(name, table.font())


def test_a_row_says_everything_to_a_screen_reader(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, days_ago(14)), person="孙立")
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_F3)
    model, role = clerk.cases().model, Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(0, column).data(role) for column in Column]
    assert said[Column.PERSON] == f"{clerk.says('Person')}: 孙立"
    status = clerk.says("Received by the authority")
    assert said[Column.STATUS] == f"{clerk.says('Where it stands')}: {status}"
    late = clerk.says("overdue since {day}", day="12 November 2026")
    assert said[Column.NEXT_DAY].endswith(f": {late}")


def test_forty_cases_by_keyboard(desk: Desk, seat: Seat) -> None:
    """A pile of filings was taken over the road this morning."""
    for number in range(40):
        keep(desk, f"C{number:02}", person=f"甲{number}", place=TIANJIN)
    clerk = seat.at(desk)
    clerk.presses(Qt.Key.Key_F3)
    order = clerk.listed()
    for id in order:
        assert clerk.cases().table.case() == id
        clerk.presses(Qt.Key.Key_R, control=True)
        clerk.presses(ENTER, control=True)
        clerk.waits_for_the_work()
        clerk.presses(DOWN)
    assert clerk.listed() == order, "a row stays where it is while the pile is worked off"
    kept = [desk.case(id).case for id in order]
    assert all(each.day_of(K.HANDED_OVER) == TODAY for each in kept)


def test_words_are_made_only_for_the_rows_that_are_seen(
    desk: Desk, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        keep(desk, f"C{number:03}", (K.RECEIPT_NOTED, days_ago(number % 40)))
    made = []
    away = Sitting.away

    def counted(sitting: Sitting, day: date) -> str:
        made.append(day)
        return away(sitting, day)

    monkeypatch.setattr(Sitting, "away", counted)
    clerk = seat.at(desk)
    assert clerk.today().model.rowCount() > 400
    assert 0 < len(made) < 40
