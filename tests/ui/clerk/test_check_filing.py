"""A clerk checks a filing that somebody brought, and takes in what an agency sent back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from filingdesk.core.case import EventKind, Status
from filingdesk.core.signature import Capacity, field_name
from filingdesk.core.verdict import Mark
from filingdesk.desk import Desk
from filingdesk.ui.clerk.check_filing import CheckPage
from filingdesk.ui.clerk.verdict_page import PointLine, VerdictPage
from filingdesk.ui.widgets.buttons import Button
from filingdesk.words.problems import PROBLEMS
from filingdesk.words.verdict import OVERALL
from tests.sign.making import letter
from tests.stories.agency import NAME, signed_by_agency
from tests.ui.clerk.clerk import Clerk
from tests.ui.clerk.conftest import Seat


@pytest.fixture
def clerk(desk_with_a_filing: Desk, seat: Seat) -> Clerk:
    return seat.at(desk_with_a_filing)


@pytest.fixture
def filing(desk_with_a_filing: Desk, tmp_path: Path) -> Path:
    [found] = desk_with_a_filing.cases()
    file = tmp_path / "filing.pdf"
    file.write_bytes(desk_with_a_filing.signed_pdf(found.case.id))
    return file


def drop(widget: QWidget, file: Path) -> None:
    """A hand lets a file go over a widget."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enters = QDragEnterEvent(QPoint(9, 9), copy, carried, left, none)
    QApplication.sendEvent(widget, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, carried, left, none))


def check_page(clerk: Clerk) -> CheckPage:
    clerk.presses(Qt.Key.Key_F4)
    assert isinstance(clerk.room.page, CheckPage)
    return clerk.room.page


def test_a_filing_is_dropped_and_told_point_by_point(clerk: Clerk, filing: Path) -> None:
    page = check_page(clerk)
    drop(page, filing)
    clerk.waits(lambda: isinstance(page.page, VerdictPage))
    assert clerk.says(OVERALL[Mark.GOOD]) in clerk.reads(page)
    lines = [each.accessibleName() for each in page.findChildren(PointLine)]
    assert lines
    assert all(line.startswith(f"{clerk.says('Good')}: ") for line in lines[:1])
    assert clerk.focus().accessibleName() == clerk.says("Check another file")


def test_the_data_are_saved_into_a_folder_of_their_own(
    clerk: Clerk, filing: Path, tmp_path: Path
) -> None:
    page = check_page(clerk)
    page.check(filing)
    clerk.waits(lambda: page.verdict is not None)
    for _ in range(2):
        page.save_in(str(tmp_path))
        clerk.waits_for_the_work()
    assert page.verdict is not None
    assert page.verdict.payload is not None
    reference = page.verdict.payload.reference
    for folder in (tmp_path / reference, tmp_path / f"{reference}-2"):
        names = {each.name for each in folder.iterdir()}
        assert {"filing.json", "filing.csv"} <= names


def test_a_file_that_is_no_pdf_is_told_and_the_page_stays(clerk: Clerk, tmp_path: Path) -> None:
    junk = tmp_path / "junk.pdf"
    junk.write_bytes(b"nothing")
    page = check_page(clerk)
    page.check(junk)
    told = clerk.says("This file cannot be read as a PDF. Please choose another one.")
    clerk.waits(lambda: told in clerk.reads(page))
    assert page.verdict is None


def test_escape_leads_back_to_today(clerk: Clerk) -> None:
    check_page(clerk)
    clerk.presses(Qt.Key.Key_Escape)
    assert clerk.today()


def test_a_receipt_is_dropped_on_its_case_and_written_down_when_asked(
    clerk: Clerk, desk_with_a_filing: Desk, filing: Path, tmp_path: Path
) -> None:
    desk = desk_with_a_filing
    [found] = desk.cases()
    returned = tmp_path / "returned.pdf"
    returned.write_bytes(signed_by_agency(filing.read_bytes(), field_name(Capacity.AGENCY_RECEIPT)))
    clerk.room.open_case(found.case.id)
    drop(clerk.pane(), returned)
    clerk.waits_for("This is our own file, with the agency's receipt in it.")
    day = clerk.room.sitting.words.day(signed_day(desk, found.case.id, returned), weekday=False)
    clerk.chooses(clerk.says("Write down: {event}, {day}", event="Receipt noted", day=day))
    clerk.waits(lambda: desk.case(found.case.id).case.status is Status.RECEIVED)
    clerk.waits_for_the_work()
    [kept] = desk.replies(found.case.id)
    clerk.pane().see_reply(kept.sha256)
    clerk.waits(lambda: isinstance(clerk.pane().page, VerdictPage))
    assert NAME in clerk.reads(clerk.pane())
    [event] = [
        each
        for each in desk.case(found.case.id).case.events
        if each.kind is EventKind.RECEIPT_NOTED
    ]
    assert event.note == NAME


def test_our_own_file_without_a_receipt_is_not_offered_to_be_kept(
    clerk: Clerk, desk_with_a_filing: Desk, filing: Path
) -> None:
    [found] = desk_with_a_filing.cases()
    clerk.room.open_case(found.case.id)
    drop(clerk.pane(), filing)
    clerk.waits_for(PROBLEMS["reply-not-signed"])
    [question] = clerk.overlays()
    assert [each.text() for each in question.findChildren(Button)] == [clerk.says("Close")]
    clerk.chooses("Close")
    assert not clerk.overlays()
    assert not desk_with_a_filing.replies(found.case.id)


def signed_day(desk: Desk, case: str, file: Path) -> date:
    day = desk.look_at_reply(case, file.read_bytes()).day
    assert day is not None
    return day


def test_a_scan_opens_its_case(clerk: Clerk, desk_with_a_filing: Desk, filing: Path) -> None:
    [found] = desk_with_a_filing.cases()
    page = clerk.room.show_cases()
    page.scanning.find(filing)
    clerk.waits(lambda: clerk.pane().case() == found.case.id)


def test_a_paper_without_a_code_opens_nothing(clerk: Clerk, tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(letter())
    page = clerk.room.show_cases()
    page.scanning.find(other)
    clerk.waits_for("No case was opened")


def test_larger_words_keep_what_was_found(clerk: Clerk, filing: Path) -> None:
    page = check_page(clerk)
    drop(page, filing)
    clerk.waits(lambda: isinstance(page.page, VerdictPage))
    clerk.room.set_display("LARGE")
    now = clerk.room.page
    assert isinstance(now, CheckPage)
    assert isinstance(now.page, VerdictPage)
