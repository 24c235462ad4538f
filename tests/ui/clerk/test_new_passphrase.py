"""A clerk who knew the passphrase leaves, or nobody remembers it: another one takes its place."""

import pytest
from PySide6.QtCore import Qt

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.ui.clerk.new_passphrase import AskNewPassphrase
from filingdesk.ui.clerk.ways import DESK, NEW_PASSPHRASE
from filingdesk.words.problems import sentence
from tests.ui.clerk.clerk import Clerk
from tests.ui.clerk.conftest import Seat
from tests.ui.conftest import PASSPHRASE

pytestmark = pytest.mark.usefixtures("plain_words")

NEW = "four cups on one tray"


def asks(clerk: Clerk) -> AskNewPassphrase:
    assert clerk.room.rail is not None
    clerk.room.rail.picked.emit(DESK, NEW_PASSPHRASE)
    (asking,) = clerk.overlays()
    assert isinstance(asking, AskNewPassphrase)
    return asking


def types(clerk: Clerk, *lines: str) -> None:
    """Line after line, with the keyboard alone."""
    for number, line in enumerate(lines):
        if number:
            clerk.presses(Qt.Key.Key_Tab)
        clerk.types(line)
    clerk.presses(Qt.Key.Key_Return)


def told(clerk: Clerk, code: str, **facts: str) -> str:
    return sentence(Problem("store", code, facts), clerk.room.sitting.words)


def test_the_new_one_opens_the_desk_and_the_old_one_does_not(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    asks(clerk)
    types(clerk, PASSPHRASE, NEW, NEW)
    clerk.waits_for("The passphrase is changed")
    clerk.presses(Qt.Key.Key_Return)
    assert not clerk.overlays()
    desk.doors.prove(NEW)
    with pytest.raises(UserProblem):
        desk.doors.prove(PASSPHRASE)


def test_what_is_asked_first_stands_above(desk: Desk, seat: Seat) -> None:
    asking = asks(seat.at(desk))
    fields = (asking.secret, asking.new, asking.again)
    heights = [each.mapTo(asking, each.rect().topLeft()).y() for each in fields]
    assert heights == sorted(heights)


def test_the_recovery_code_is_proof_enough_and_stays(desk: Desk, seat: Seat) -> None:
    code = desk.doors.renew_code(PASSPHRASE)
    clerk = seat.at(desk)
    asks(clerk)
    types(clerk, code, NEW, NEW)
    clerk.waits_for("The passphrase is changed")
    desk.doors.prove(NEW)
    desk.doors.prove(code)


@pytest.mark.parametrize(
    ("proof", "new", "again", "code", "field"),
    [
        ("the lamp on the second desk", NEW, NEW, "passphrase-wrong", "secret"),
        (PASSPHRASE, "short", "short", "passphrase-too-short", "new"),
        (PASSPHRASE, NEW, "four cups on two trays", "passphrases-differ", "again"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field_and_changes_nothing(
    desk: Desk, seat: Seat, proof: str, new: str, again: str, code: str, field: str
) -> None:
    clerk = seat.at(desk)
    asking = asks(clerk)
    types(clerk, proof, new, again)
    wrong = getattr(asking, field)
    clerk.waits(lambda: bool(wrong.error()))
    assert wrong.error() == told(clerk, code, least="10")
    assert [each.error() for each in (asking.secret, asking.new, asking.again)].count("") == 2
    desk.doors.prove(PASSPHRASE)


def test_another_mistake_does_not_leave_the_first_one_standing(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    asking = asks(clerk)
    types(clerk, PASSPHRASE, NEW, "four cups on two trays")
    assert asking.again.error()
    asking.again.set_raw(NEW)
    asking.secret.set_raw("the lamp on the second desk")
    asking.change()
    clerk.waits(lambda: bool(asking.secret.error()))
    assert not asking.again.error()


def test_who_locks_the_desk_takes_the_question_away(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    asks(clerk)
    clerk.room.lock()
    assert not clerk.overlays()
