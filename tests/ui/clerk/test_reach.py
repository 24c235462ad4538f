"""From a case, from the agenda and from a reminder: why this authority, why this day, which law."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from filingdesk.desk import Desk
from filingdesk.ui.clerk.case_page import CasePage
from filingdesk.ui.clerk.counted import Counted
from filingdesk.ui.clerk.opening import Opening
from filingdesk.ui.interview.clause import clauses
from tests.ui.clerk.clerk import Clerk, keep
from tests.ui.clerk.conftest import Seat

pytestmark = pytest.mark.usefixtures("plain_words")


@pytest.fixture
def clerk(desk_with_a_filing: Desk, seat: Seat) -> Clerk:
    """Somebody before the one filing that was really signed."""
    clerk = seat.at(desk_with_a_filing)
    clerk.presses(Qt.Key.Key_Return)
    return clerk


def page(clerk: Clerk) -> CasePage:
    shown = clerk.pane().page
    assert isinstance(shown, CasePage)
    return shown


def opens(opening: Opening) -> QWidget:
    """By the keyboard alone."""
    assert opening.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert opening.isVisible()
    assert opening.accessibleName()
    opening.click()
    assert opening.opened is not None
    assert opening.opened.isVisible()
    return opening.opened


def test_the_authority_has_its_reason_and_its_clause(clerk: Clerk) -> None:
    case = clerk.room.sitting.desk.cases()[0].case
    behind = clerk.room.sitting.desk.behind(case)
    assert behind.reason
    authority, grounds = page(clerk).reasons.openings
    told = clerk.reads(opens(authority).parentWidget())
    assert clerk.room.sitting.text(case, behind.reason) in told
    assert clauses(behind.citations, clerk.room.sitting.words) in told
    said = clerk.reads(opens(grounds).parentWidget())
    for ground in behind.grounds:
        assert clerk.room.sitting.text(case, ground.text) in said
        assert clauses(ground.citations, clerk.room.sitting.words) in said


def test_every_clock_has_its_law_and_every_date_its_count(clerk: Clerk) -> None:
    found = clerk.room.sitting.desk.cases()[0]
    rows = page(clerk).clocks
    assert len(rows) == len(found.clocks) > 0
    for row, clock in zip(rows, found.clocks, strict=True):
        opened = [opens(each) for each in row.openings]
        law = clauses(clock.clock.citations, clerk.room.sitting.words)
        assert law in clerk.reads(row)
        counted = [each for each in opened if isinstance(each, Counted)]
        assert len(counted) == (clock.deadline is not None)
        for each in counted:
            assert clerk.room.sitting.words.day(clock.deadline.due_on) in (  # type: ignore[union-attr]
                each.days.accessibleDescription()
            )


def test_a_case_of_which_nothing_was_kept_says_so(desk: Desk, seat: Seat) -> None:
    keep(desk, "A")
    clerk = seat.at(desk)
    clerk.room.open_case("A")
    for each in page(clerk).reasons.openings:
        assert "We know of no clause that says this." in clerk.reads(opens(each).parentWidget())


def counted(clerk: Clerk) -> Counted:
    """The first date of the case, opened."""
    openings = (each for row in page(clerk).clocks for each in row.openings)
    opened = (opens(each) for each in openings)
    return next(each for each in opened if isinstance(each, Counted))


def test_the_proof_of_a_date_is_saved_beside_the_case(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(clerk.room.sitting.desk.doors, "sticks", lambda: (str(stick),))
    counted(clerk).save.click()
    clerk.waits_for("Where shall the copy go?")
    clerk.chooses("Stick stick")
    clerk.waits(lambda: any("A copy is saved as" in each for each in clerk.notes()))
    reference = clerk.room.sitting.desk.cases()[0].case.reference
    (file,) = stick.iterdir()
    assert file.name.startswith(f"{reference}-date-")
    assert file.read_bytes().startswith(b"%PDF-")


def test_without_a_printer_the_case_says_so(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}")
    counted(clerk).print.click()
    clerk.waits(lambda: any("No printer is connected." in each for each in clerk.notes()))
