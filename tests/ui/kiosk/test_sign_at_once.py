"""On the smallest screen one sees at once what is signed, where, and with which button."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from filingdesk import resources
from filingdesk.ui.kiosk.sign import SignPage
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.ui.widgets.buttons import PrimaryButton
from filingdesk.ui.widgets.page_scroll import PageScroll
from filingdesk.ui.widgets.signature_sheet import SignatureSheet
from filingdesk.words.catalogue import LANGUAGES
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit, Visitor

Translations = Callable[[], Path]
REAL: Translations = resources.translations


@pytest.fixture(params=LANGUAGES)
def signer(
    request: pytest.FixtureRequest, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> Visitor:
    """Somebody who has come to the last page, and reads it as it is translated."""
    monkeypatch.setattr(resources, "translations", REAL)
    return visit("sign", language=request.param)


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def test_statement_pad_and_button_are_seen_together(signer: Visitor) -> None:
    kiosk, page = signer.kiosk, signer.at(SignPage)
    (scroll,) = kiosk.findChildren(PageScroll)
    seen = place(scroll.viewport(), kiosk)
    (sheet,) = page.pad.findChildren(SignatureSheet)
    for part in (page.title, page.truth, sheet):
        assert seen.contains(place(part, kiosk)), part
    truth = page.text(signer.session.interview.kind.truth.text)
    (statement,) = (each for each in page.findChildren(QLabel) if each.text() == truth)
    assert seen.contains(place(statement, kiosk))
    (button,) = kiosk.findChildren(PrimaryButton)
    assert place(button, kiosk).top() >= seen.bottom()
    assert kiosk.rect().contains(place(button, kiosk))


def test_every_target_is_as_large_as_a_finger_needs(signer: Visitor) -> None:
    page = signer.at(SignPage)
    targets = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert len(targets) >= 4
    assert min(each.height() for each in targets) >= 44
    (sheet,) = page.pad.findChildren(SignatureSheet)
    assert sheet.width() >= 450


def test_larger_words_leave_the_pad_the_whole_width(signer: Visitor) -> None:
    signer.session.set_text_size(TextSize.LARGE)
    settle()
    page = signer.at(SignPage)
    (sheet,) = page.pad.findChildren(SignatureSheet)
    assert sheet.width() > 0.9 * min(page.width(), sheet.maximumWidth())


def test_no_button_moves_when_it_is_saved(signer: Visitor) -> None:
    (button,) = signer.kiosk.findChildren(PrimaryButton)
    signer.session.keeping.stop()
    signer.session.saved.emit(False)
    settle()
    before = place(button, signer.kiosk)
    signer.session.saved.emit(True)
    settle()
    saved = signer.session.words.say("Saved")
    assert signer.sees(saved)
    assert place(button, signer.kiosk) == before
