"""Clocks that stop, are extended and follow each other, as a clerk sees and records them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtTest import QSignalSpy

from filingdesk.core.case import Case, Event, EventKind, NextStep
from filingdesk.core.redating import Moved
from filingdesk.core.running import clocks_today
from filingdesk.desk import CaseToday, Desk
from filingdesk.ui.clerk.case_page import CasePage
from filingdesk.ui.clerk.record_form import Happened, RecordForm
from filingdesk.ui.widgets.note import Note
from filingdesk.words.terms import TRIGGERS
from tests.core.china import ACCEPTANCE, DECISION, RECONSIDERATION, china
from tests.store.examples import signed
from tests.ui.clerk.clerk import TODAY, Clerk, days_ago
from tests.ui.clerk.conftest import Seat

K = EventKind
AT = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def found(*happened: Event, moved: tuple[Moved, ...] = ()) -> CaseToday:
    """A case with the clocks of a reconsideration."""
    events = (Event(K.SIGNED, days_ago(40), AT), *happened)
    case = Case("A", "A", "cn", "objection", "赵宁", "处罚", "市政府", events)
    clocks = clocks_today(case, RECONSIDERATION, china(), TODAY)
    return CaseToday(case, clocks, NextStep.WAIT, moved)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk keeps the case: its page asks what came back for it."""
    desk.doors.store.open_case(found().case, b"{}", signed())
    return desk


def event(kind: K, days: int, clock: str = "", until: date | None = None) -> Event:
    return Event(kind, days_ago(days), AT, "", clock, until)


def page(desk: Desk, seat: Seat, shown: CaseToday) -> tuple[Clerk, CasePage]:
    clerk = seat.at(desk)
    made = CasePage(clerk.room.sitting, shown)
    made.setParent(clerk.room)
    made.show()
    return clerk, made


RECEIPT, ACCEPTED = event(K.RECEIPT_NOTED, 35), event(K.ACCEPTED, 30)


def test_silence_is_told_as_what_the_law_makes_of_it(desk: Desk, seat: Seat) -> None:
    clerk, shown = page(desk, seat, found(RECEIPT))
    acceptance, decision = (clerk.reads(shown.clocks[number]) for number in (0, 3))
    assert clerk.says(TRIGGERS[ACCEPTANCE.deemed]) in acceptance  # type: ignore[index]
    assert ACCEPTANCE.name in decision


def test_what_is_suspended_names_no_last_day_as_certain(desk: Desk, seat: Seat) -> None:
    clerk, shown = page(desk, seat, found(RECEIPT, ACCEPTED, event(K.SUSPENDED, 9)))
    told = clerk.reads(shown.clocks[3])
    assert clerk.says("The last day by law is {day}, {away}.").partition("{")[0] not in told
    assert (
        clerk.says("It is suspended. The last day cannot be before {day}.").partition(".")[0]
        in told
    )


def test_an_extension_tells_the_day_before_it(desk: Desk, seat: Seat) -> None:
    extended = event(K.EXTENDED, 2, DECISION.id)
    clerk, shown = page(desk, seat, found(RECEIPT, ACCEPTED, extended))
    words = clerk.says("It was extended; before, the last day was {day}.").partition("{")[0]
    assert words in clerk.reads(shown.clocks[3])


def test_a_moved_day_is_a_note_on_the_case(desk: Desk, seat: Seat) -> None:
    moved = Moved(DECISION, date(2027, 1, 6), date(2027, 1, 7), "cn-2026-00000000")
    redated = event(K.REDATED, 0, DECISION.id, date(2027, 1, 7))
    _, shown = page(desk, seat, found(RECEIPT, redated, moved=(moved,)))
    notes = [each.accessibleName() for each in shown.findChildren(Note)]
    [told] = [each for each in notes if DECISION.name in each]
    assert "6 January 2027" in told
    assert "7 January 2027" in told
    _, unmoved = page(desk, seat, found(RECEIPT))
    assert len(unmoved.findChildren(Note)) == len(notes) - 1


def test_the_form_offers_what_the_clocks_heed(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    form = RecordForm(clerk.room.sitting, found(RECEIPT, ACCEPTED))
    form.setParent(clerk.room)
    offered = [each.value for each in form.kind._choices]
    assert {K.SUSPENDED, K.RESUMED, K.CORRECTION_NOTICE, K.SUPPLEMENTED} <= {*offered}
    assert not {K.SERVED, K.TRANSFERRED, K.SIGNED, K.REDATED, K.STARTED} & {*offered}

    heard = QSignalSpy(form.ready)
    form.kind.set_raw(f"{K.EXTENDED} {DECISION.id}")
    form.day.set_raw(TODAY.isoformat())
    form.record()
    assert heard.at(0)[0] == Happened(K.EXTENDED, TODAY, "", DECISION.id)
