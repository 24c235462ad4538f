"""A card with more words than the screen has room for: all of them can be reached by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.ui.kiosk.papers.picking_files import PickingFiles
from filingdesk.ui.kiosk.picking import Pick, Picking
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.cards import Choice
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.secret_card import SecretCard
from filingdesk.ui.widgets.tall import Tall
from tests.long.rule import faults

LOOK = Look(LIGHT, enlarged(KIOSK, TextSize.ELDERLY))
LONG = "Nothing of what stands here may be cut off, however large the letters are. " * 12


def shown(qtbot: QtBot, look: Look = LOOK) -> QWidget:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, look, "en")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


def opened(window: QWidget, overlay: Overlay, qtbot: QtBot) -> Tall:
    overlay.open()
    qtbot.wait(20)
    assert not [*faults(window, finger=44)]
    return overlay.findChildren(Tall)[0]


def test_long_words_scroll_by_keys_and_the_buttons_stay(qtbot: QtBot) -> None:
    window = shown(qtbot)
    overlay = Overlay(LOOK, window, "Title", LONG, (Answer("a", "Close"),), escape="a")
    bar = opened(window, overlay, qtbot).verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(40):
        QTest.keyClick(overlay, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    QTest.keyClick(overlay, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum()


def test_few_words_do_not_scroll(qtbot: QtBot) -> None:
    window = shown(qtbot)
    overlay = Overlay(LOOK, window, "Title", "A few words.", (Answer("a", "Close"),), escape="a")
    assert opened(window, overlay, qtbot).verticalScrollBar().maximum() == 0


def test_a_list_with_a_long_name_does_not_scroll_where_there_is_room(qtbot: QtBot) -> None:
    look = Look(LIGHT, KIOSK)
    window = shown(qtbot, look)
    names = ("notes.txt", "File 2, pages: 1 · IMG_20261123_093012.HEIC")
    picks = [Pick(each, each) for each in names]
    picking = Picking(look, window, "Title", "A few words.", picks, leave="Close")
    assert opened(window, picking, qtbot).verticalScrollBar().maximum() == 0


def test_a_long_list_opens_with_the_words_above_it(qtbot: QtBot) -> None:
    look = Look(LIGHT, KIOSK)
    window = shown(qtbot, look)
    files = [Choice(f"{number}.jpg", f"{number}.jpg", "1 MB") for number in range(9)]
    picking = PickingFiles(
        look, window, "Which?", LONG[:76], files, words=("Attach", "Cancel"), nothing="Nothing."
    )
    bar = opened(window, picking, qtbot).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_the_pin_is_never_scrolled_away(qtbot: QtBot) -> None:
    window = shown(qtbot)
    facts = [(f"Fact {number}", "of a key") for number in range(9)]
    card = SecretCard(
        LOOK, window, "Sign", LONG, "PIN", answers=("Sign", "Cancel"), facts=facts, warning=LONG
    )
    tall = opened(window, card, qtbot)
    assert card.secret.box.hasFocus()
    assert not tall.isAncestorOf(card.secret)
    assert card.secret.isVisible()
