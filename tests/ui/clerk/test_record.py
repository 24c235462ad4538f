"""Writing down what happened: nothing wrong gets in, and nothing typed is lost."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from filingdesk.core.case import Case, EventKind, NextStep, Outcome
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.ui.clerk.record_form import RecordForm
from filingdesk.words.problems import PROBLEMS, sentence
from tests.ui.clerk.clerk import TODAY, Clerk, days_ago, keep
from tests.ui.clerk.conftest import Seat

K = EventKind
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def form(clerk: Clerk) -> RecordForm:
    page = clerk.pane().page
    assert isinstance(page, RecordForm)
    return page


def opened(desk: Desk, seat: Seat, case: Case) -> Clerk:
    """A clerk with the form of a case before them."""
    clerk = seat.at(desk)
    clerk.room.open_case(case.id)
    clerk.presses(Qt.Key.Key_R, control=True)
    return clerk


def test_a_day_to_come_is_refused_with_a_sentence(desk: Desk, seat: Seat) -> None:
    clerk = opened(desk, seat, keep(desk, "A", (K.LEARNED, days_ago(9))))
    form(clerk).day.set_raw("2026-11-24")
    form(clerk).note.set_raw("津信异〔2026〕7号")
    clerk.presses(ENTER, control=True)
    clerk.waits(lambda: bool(clerk.problems()))
    told = clerk.says("This day has not come yet. Please give a day up to today.")
    assert clerk.problems() == [f"{clerk.says('There is a problem')}. {told}"]
    assert form(clerk).day.error() == told
    assert form(clerk).note.raw() == "津信异〔2026〕7号"
    assert len(desk.case("A").case.events) == 2


NO_DAY = {
    "": "Please enter the year, the month and the day.",
    "2026-02-30": PROBLEMS["date-not-a-day"],
    "1926-11-20": PROBLEMS["date-too-early"],
    "9999-12-31": PROBLEMS["date-in-future"],
}


def is_told(clerk: Clerk, sentence: str) -> bool:
    return form(clerk).day.error() == clerk.says(sentence)


def test_a_day_that_is_none(desk: Desk, seat: Seat) -> None:
    clerk = opened(desk, seat, keep(desk, "A"))
    for typed, told in NO_DAY.items():
        form(clerk).day.set_raw(typed)
        form(clerk).record()
        clerk.waits(partial(is_told, clerk, told))
        assert form(clerk).day.raw() == typed
        assert len(clerk.problems()) == 1


def test_nothing_chosen(desk: Desk, seat: Seat) -> None:
    """While the desk only waits, nothing is likelier than anything else."""
    case = keep(desk, "A", (K.RECEIPT_NOTED, TODAY))
    assert desk.case("A").next_step is NextStep.WAIT
    clerk = opened(desk, seat, case)
    clerk.presses(ENTER, control=True)
    assert form(clerk).kind.error() == clerk.says("Please choose one answer.")


def test_a_day_before_the_signature_is_asked_about_once(desk: Desk, seat: Seat) -> None:
    clerk = opened(desk, seat, keep(desk, "A", (K.HANDED_OVER, TODAY)))
    form(clerk).day.set_raw(days_ago(365).isoformat())
    clerk.presses(ENTER, control=True)
    assert "Monday, 23 November 2026" in form(clerk).day.error()
    clerk.presses(ENTER, control=True)
    clerk.waits_for_the_work()
    assert desk.case("A").case.day_of(K.RECEIPT_NOTED) == days_ago(365)


def test_the_day_a_person_learned_is_before_the_signature(desk: Desk, seat: Seat) -> None:
    clerk = opened(desk, seat, keep(desk, "A"))
    form(clerk).kind.set_raw(K.LEARNED)
    form(clerk).day.set_raw(days_ago(5).isoformat())
    clerk.presses(ENTER, control=True)
    clerk.waits_for_the_work()
    assert desk.case("A").case.day_of(K.LEARNED) == days_ago(5)


def test_what_was_typed_is_there_when_the_form_is_opened_again(desk: Desk, seat: Seat) -> None:
    clerk = opened(desk, seat, keep(desk, "A"))
    clerk.presses(ENTER, ENTER)
    clerk.types("half a sen")
    clerk.presses(ESCAPE)
    assert len(clerk.notes()) == 1
    clerk.presses(Qt.Key.Key_F2, ENTER)
    clerk.presses(Qt.Key.Key_R, control=True)
    assert form(clerk).note.raw() == "half a sen"
    clerk.room.set_language("es")
    clerk.presses(Qt.Key.Key_R, control=True)
    assert form(clerk).note.raw() == "half a sen"


def test_a_case_from_signature_to_refusal(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    keep(desk, "A", (K.LEARNED, days_ago(9)))
    clerk.presses(Qt.Key.Key_F3)
    for kind in (K.HANDED_OVER, K.RECEIPT_NOTED, K.ACCEPTED, K.REPLIED, K.REFUSED):
        clerk.presses(Qt.Key.Key_R, control=True)
        form(clerk).kind.set_raw(kind)
        clerk.presses(ENTER, control=True)
        clerk.waits_for_the_work()
    found = desk.case("A")
    assert found.case.outcome is Outcome.REFUSED
    assert found.next_step is NextStep.CONSIDER_RECONSIDERATION
    clerk.waits(lambda: clerk.pane().case() == "A")
    assert clerk.says("Outcome") in clerk.reads()
    assert clerk.says("Consider administrative reconsideration in time") in clerk.reads()


def test_who_learned_once_is_not_asked_again(desk: Desk, seat: Seat) -> None:
    known = opened(desk, seat, keep(desk, "A", (K.LEARNED, days_ago(9))))
    assert len(form(known).kind.findChildren(QRadioButton)) == 6
    unknown = opened(desk, seat, keep(desk, "B"))
    assert len(form(unknown).kind.findChildren(QRadioButton)) == 7


def test_it_is_acknowledged_only_when_it_is_stored(
    desk: Desk, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = opened(desk, seat, keep(desk, "A"))

    def full(*_anything: object) -> None:
        raise UserProblem(Problem("store", "disk-full"))

    monkeypatch.setattr(desk.doors.store, "record", full)
    clerk.presses(ENTER, control=True)
    clerk.waits(lambda: bool(clerk.problems()))
    told = sentence(Problem("store", "disk-full"), clerk.room.sitting.words)
    assert clerk.problems()[0].endswith(told)
    assert clerk.notes() == []
    monkeypatch.undo()
    form(clerk).record()
    clerk.waits_for_the_work()
    assert desk.case("A").case.day_of(K.HANDED_OVER) == TODAY
