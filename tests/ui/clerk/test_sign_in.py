"""A clerk signs in: with the passphrase, and with nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from filingdesk.core.problem import Problem
from filingdesk.desk import Desk
from filingdesk.ui.clerk import sign_in
from filingdesk.ui.clerk.sign_in import SignInPage
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.widgets.errors import ErrorSummary
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.ui.conftest import PASSPHRASE

Open = Callable[[Desk], SignInPage]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """The page on the screen, with the keyboard in its field."""

    def show(desk: Desk) -> SignInPage:
        page = SignInPage(desk, Words("en"), Look(LIGHT, CLERK))
        qtbot.addWidget(page)
        page.resize(1024, 768)
        with qtbot.waitActive(page):
            page.show()
        page.setFocus()
        return page

    return show


def test_the_wrong_passphrase_is_told_and_typed_over(
    desk: Desk, opened: Open, qtbot: QtBot
) -> None:
    page = opened(desk)
    box = page.secret.box
    QTest.keyClicks(box, "the lamp on the second desk")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.secret.error()), timeout=5000)
    told = sentence(Problem("store", "passphrase-wrong"), Words("en"))
    assert page.secret.error() == told
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    assert summary.accessibleName().endswith(told)
    assert box.hasFocus()

    with qtbot.waitSignal(page.signed_in, timeout=5000):
        QTest.keyClicks(box, PASSPHRASE)
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == ""


def test_what_is_typed_cannot_be_read(desk: Desk, opened: Open) -> None:
    page = opened(desk)
    QTest.keyClicks(page.secret.box, PASSPHRASE)
    assert PASSPHRASE not in page.secret.box.displayText()


def test_the_first_clerk_of_the_day_opens_the_desk(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    desk.doors.lock()
    page = opened(desk)
    page.secret.set_raw(PASSPHRASE)
    with qtbot.waitSignal(page.signed_in, timeout=5000):
        page.sign_in()
    assert not desk.cases()


def test_escape_leads_back_to_the_citizens(desk: Desk, opened: Open, qtbot: QtBot) -> None:
    page = opened(desk)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.secret.box, Qt.Key.Key_Escape)


def test_nobody_types_and_the_citizens_get_their_kiosk_back(
    desk: Desk, opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in, "QUIET", 50)
    with qtbot.waitSignal(opened(desk).left):
        pass
