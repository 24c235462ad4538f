"""A paper with the code was lost: a clerk makes a new one at the desk, and the old one is void."""

import pytest
from PySide6.QtCore import Qt

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.ui.clerk.new_code import AskNewCode, ShowNewCode
from filingdesk.ui.clerk.ways import DESK, NEW_CODE
from filingdesk.ui.widgets.code_card import CodeCard
from filingdesk.words.problems import sentence
from tests.ui.clerk.clerk import Clerk
from tests.ui.clerk.conftest import Seat
from tests.ui.conftest import PASSPHRASE

pytestmark = pytest.mark.usefixtures("plain_words")


def asks(clerk: Clerk) -> AskNewCode:
    assert clerk.room.rail is not None
    clerk.room.rail.picked.emit(DESK, NEW_CODE)
    (asking,) = clerk.overlays()
    assert isinstance(asking, AskNewCode)
    return asking


def shown(clerk: Clerk) -> ShowNewCode:
    clerk.waits(lambda: any(isinstance(each, ShowNewCode) for each in clerk.overlays()))
    (showing,) = clerk.overlays()
    assert isinstance(showing, ShowNewCode)
    return showing


def test_the_new_code_is_shown_once_and_opens_the_desk(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    before = desk.doors.renew_code(PASSPHRASE)
    asks(clerk)
    clerk.types(PASSPHRASE)
    clerk.presses(Qt.Key.Key_Return)
    showing = shown(clerk)
    code = showing.code
    assert code in clerk.reads(showing)
    assert showing.findChild(CodeCard) is not None

    clerk.presses(Qt.Key.Key_Escape)
    assert clerk.overlays() == [showing]
    clerk.chooses("I have written the code down")
    assert not clerk.overlays()
    assert code not in clerk.reads()

    desk.doors.prove(code)
    with pytest.raises(UserProblem):
        desk.doors.prove(before)


def test_a_wrong_passphrase_changes_nothing(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    before = desk.doors.renew_code(PASSPHRASE)
    asking = asks(clerk)
    clerk.types("the lamp on the second desk")
    clerk.presses(Qt.Key.Key_Return)
    clerk.waits(lambda: bool(asking.secret.error()))
    told = sentence(Problem("store", "passphrase-wrong"), clerk.room.sitting.words)
    assert asking.secret.error() == told
    clerk.presses(Qt.Key.Key_Escape)
    assert not clerk.overlays()
    desk.doors.prove(before)


def test_who_locks_the_desk_takes_the_question_away(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    asks(clerk)
    clerk.room.lock()
    assert not clerk.overlays()
