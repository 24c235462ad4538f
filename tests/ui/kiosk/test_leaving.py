"""At the end, and when nobody is there any more, nothing of the person stays."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from filingdesk.ui.kiosk.appearance import Contrast
from filingdesk.ui.kiosk.patience import Patience
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.start import StartPage
from filingdesk.ui.theme.tokens import TextSize
from tests.ui.kiosk.person import Person, settle

SECRET = "Zhao Ning's own words"


def write_something(citizen: Person, session: Session) -> None:
    session.say("story", SECRET)
    session.go_to_question("story")
    settle()


def nothing_stays(citizen: Person, session: Session) -> None:
    settle()
    assert session.draft is None
    assert isinstance(citizen.page, StartPage)
    assert session.desk.doors.store.drafts() == ()
    assert QGuiApplication.clipboard().text() == ""
    boxes = [each.text() for each in citizen.kiosk.findChildren(QLineEdit)]
    stories = [each.toPlainText() for each in citizen.kiosk.findChildren(QPlainTextEdit)]
    assert SECRET not in [*boxes, *stories]
    assert not session.spare
    assert session.words.language == "en"
    assert (session.text_size, session.contrast) == (TextSize.NORMAL, Contrast.LIGHT)
    assert session.is_fresh()


def test_finish_and_erase_asks_first_and_then_forgets_everything(
    at_check: Person, session: Session
) -> None:
    write_something(at_check, session)
    session.set_language("es")
    session.set_text_size(TextSize.LARGE)
    session.set_contrast(Contrast.HIGH)
    QGuiApplication.clipboard().setText(SECRET)
    session.keeping.now()

    say = session.words.say

    at_check.kiosk.ask_erase()
    at_check.touches(say("Go on with my filing"))
    assert at_check.typed("story") == [SECRET]
    at_check.kiosk.ask_erase()
    at_check.touches(say("Erase and finish"))

    nothing_stays(at_check, session)


def test_escape_erases_nothing(at_check: Person, session: Session) -> None:
    write_something(at_check, session)
    at_check.presses(Qt.Key.Key_Escape)
    assert at_check.typed("story") == [SECRET]
    at_check.kiosk.ask_erase()
    at_check.presses(Qt.Key.Key_Escape)
    assert at_check.overlay() is None
    assert at_check.typed("story") == [SECRET]


def test_a_clerk_can_be_asked_on_every_page(citizen: Person, session: Session) -> None:
    citizen.touches("Ask staff")
    assert citizen.sees("A clerk will come to you")
    citizen.touches("Go on with my filing")
    session.begin("2026")
    citizen.touches("Ask staff")
    assert citizen.sees("Your answers stay on this screen")


class TestIdle:
    @pytest.fixture
    def impatient(self, at_check: Person, session: Session) -> Person:
        """A moment of quiet, and three short seconds to answer."""
        write_something(at_check, session)
        at_check.kiosk.idle._tick.setInterval(200)
        session.patience = Patience(quiet=0.3, countdown=3)
        session.active.emit()
        return at_check

    def test_the_question_hides_the_page_and_counts_down(
        self, impatient: Person, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        beeps: list[str] = []
        monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
        qtbot.waitUntil(lambda: impatient.overlay() is not None, timeout=3000)
        overlay = impatient.overlay()
        assert overlay is not None
        assert impatient.sees("Are you still there?")
        assert impatient.sees("In 3 seconds they are erased")
        assert overlay.geometry() == impatient.kiosk.rect()
        assert beeps == ["beep"]
        qtbot.waitUntil(lambda: impatient.sees("In 2 seconds"), timeout=2000)

    def test_one_touch_goes_on_with_everything_in_its_place(
        self, impatient: Person, session: Session, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: impatient.overlay() is not None, timeout=3000)
        impatient.presses(Qt.Key.Key_Space)
        assert impatient.overlay() is None
        assert impatient.typed("story") == [SECRET]

    def test_without_an_answer_everything_is_erased(
        self, impatient: Person, session: Session, qtbot: QtBot
    ) -> None:
        QGuiApplication.clipboard().setText(SECRET)
        with qtbot.waitSignal(session.ended, timeout=8000):
            pass
        nothing_stays(impatient, session)
        assert impatient.overlay() is None

    def test_it_comes_over_whatever_is_open_and_only_once(
        self, impatient: Person, session: Session, qtbot: QtBot
    ) -> None:
        impatient.kiosk.ask_staff()
        with qtbot.waitSignal(session.ended, timeout=8000):
            qtbot.waitUntil(lambda: impatient.kiosk.idle.warning is not None, timeout=3000)
            warning = impatient.kiosk.idle.warning
            impatient.kiosk.idle._ask()
            assert impatient.kiosk.idle.warning is warning
        nothing_stays(impatient, session)

    def test_who_moves_is_there(self, impatient: Person, session: Session, qtbot: QtBot) -> None:
        surface = impatient.kiosk.windowHandle()
        impatient.kiosk.idle.watch(surface)
        for _ in range(8):
            qtbot.wait(60)
            at = QPointF(5, 5)
            none = Qt.KeyboardModifier.NoModifier
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                at,
                at,
                Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton,
                none,
            )
            QApplication.sendEvent(surface, move)
        assert impatient.overlay() is None

    def test_a_start_page_that_nobody_touched_stays_as_it_is(
        self, citizen: Person, session: Session, qtbot: QtBot
    ) -> None:
        session.patience = Patience(quiet=0.1, countdown=1)
        session.active.emit()
        qtbot.wait(200)
        assert citizen.overlay() is None
        session.set_language("es")
        session.active.emit()
        with qtbot.waitSignal(session.ended, timeout=3000):
            pass
        assert session.words.language == "en"
