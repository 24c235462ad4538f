"""A clerk's morning: what is overdue, the receipt that is written down, the pages once more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from filingdesk.core.case import ClockState, EventKind
from filingdesk.desk import Desk
from filingdesk.ui.clerk.cases import CasesPage
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.widgets.pdf_pages import PdfPages
from tests.ui.clerk.clerk import TIANJIN, TODAY, days_ago, keep
from tests.ui.clerk.conftest import Seat

K = EventKind
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
HOME, DOWN = Qt.Key.Key_Home, Qt.Key.Key_Down


def test_an_overdue_answer_its_receipt_and_its_pages(desk_with_a_filing: Desk, seat: Seat) -> None:
    desk = desk_with_a_filing
    filing = desk.cases()[0].case
    desk.record(filing.id, K.HANDED_OVER, TODAY)
    keep(desk, "WAITING", (K.RECEIPT_NOTED, TODAY), person="钱静")
    keep(desk, "LATE", (K.HANDED_OVER, days_ago(14)), person="孙立")
    clerk = seat.at(desk)

    # What is overdue stands first, and in words.
    assert clerk.agenda()[:2] == [clerk.says("Overdue"), "孙立"]
    line = clerk.lines()[0]
    assert (line.day, line.away) == ("Thursday, 12 November 2026", "11 days ago")
    step = clerk.says("Write down the receipt number")
    assert line.step == step
    assert "孙立. 行政处罚信息. " in line.spoken()

    # Enter opens the case; it says why, and what comes next.
    clerk.presses(ENTER)
    overdue = "Overdue: the last day was {day}, {away}."
    assert clerk.says(overdue, day=line.day, away=line.away) in clerk.reads()
    next_step = f"{clerk.says('What comes next')}. {step}"
    assert clerk.notes() == [next_step]

    # The receipt came late: the authority has it since Friday, and the clock starts there.
    clerk.presses(Qt.Key.Key_R, control=True)
    card = clerk.focus()
    assert isinstance(card, QRadioButton)
    receipt = clerk.says("Receipt noted")
    assert card.text() == receipt
    clerk.presses(ENTER)
    clerk.presses(TAB, TAB)
    clerk.types("20")
    clerk.presses(ENTER)
    clerk.types("鲁信异〔2026〕7号")
    clerk.presses(ENTER)
    clerk.waits_for_the_work()
    recorded = "Recorded: {event}, {day}."
    assert clerk.says(recorded, event=receipt, day="Friday, 20 November 2026") in clerk.notes()
    kept = desk.case("LATE")
    assert kept.case.events[-1].note == "鲁信异〔2026〕7号"
    assert [each.state for each in kept.clocks][1:] == [ClockState.RUNNING] * 2
    assert "Wednesday, 25 November 2026, in 2 days" in clerk.reads()
    assert "“鲁信异〔2026〕7号”" in clerk.reads()

    # Escape leads back to the agenda, where nothing is overdue any more.
    clerk.presses(ESCAPE)
    assert clerk.agenda()[0] == clerk.says("The next 7 days")

    # The signed pages, as they were signed.
    clerk.room.open_case(filing.id)
    clerk.presses(Qt.Key.Key_D, control=True)
    clerk.waits(lambda: bool(clerk.room.findChildren(PdfPages)))
    sheets = clerk.pane().findChildren(PdfPages)[0].sheets
    assert "青岛示例建材有限公司" in sheets[0].accessibleDescription()
    clerk.presses(ESCAPE)
    assert clerk.notes() == [next_step]


def test_nothing_is_due(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    assert clerk.says("Today is {day}", day="Monday, 23 November 2026") in clerk.reads()
    nothing = "There is nothing to look after. A filing appears here when it is signed."
    assert clerk.says(nothing) in clerk.reads()
    clerk.room.setFocus()
    clerk.presses(Qt.Key.Key_R, control=True)
    clerk.presses(Qt.Key.Key_F3)
    assert isinstance(clerk.room.page, CasesPage)
    assert clerk.says("No case matches.") in clerk.reads()
    clerk.presses(Qt.Key.Key_P, control=True)
    assert clerk.overlays() == []


def test_arrow_keys_pass_over_the_headings(desk: Desk, seat: Seat) -> None:
    keep(desk, "LATE", (K.RECEIPT_NOTED, days_ago(7)), person="孙立")
    keep(desk, "UNDATED", person="李青", place=TIANJIN)
    clerk = seat.at(desk)
    soon, undated = clerk.says("The next 7 days"), clerk.says("Without a day")
    assert clerk.agenda() == [clerk.says("Overdue"), "孙立", soon, "孙立", undated, "李青"]
    walked = []
    for key in (HOME, DOWN, DOWN, DOWN, HOME):
        clerk.presses(key)
        walked.append(clerk.today().list.currentIndex().row())
    assert walked == [1, 3, 5, 5, 1]
    clerk.presses(Qt.Key.Key_End, ENTER)
    assert clerk.pane().case() == "UNDATED"


def test_coming_back_to_the_agenda_finds_the_same_line(desk: Desk, seat: Seat) -> None:
    for number in range(9):
        keep(desk, f"C{number}", (K.RECEIPT_NOTED, TODAY))
    clerk = seat.at(desk)
    clerk.presses(DOWN, DOWN, DOWN)
    chosen = clerk.today().case()
    clerk.presses(ENTER, ESCAPE)
    assert isinstance(clerk.room.page, TodayPage)
    assert clerk.today().case() == chosen == "C3"


def test_a_line_says_why_the_day_is_not_the_last_by_law(desk: Desk, seat: Seat) -> None:
    # Sixty days from 30 September end on a Sunday: the safe day comes first.
    keep(desk, "A", (K.LEARNED, days_ago(54)), place=TIANJIN)
    clerk = seat.at(desk)
    line = clerk.lines()[0]
    assert line.day == "Friday, 27 November 2026"
    assert line.law == clerk.says("by law {day}", day="Monday, 30 November 2026")
