"""Notes and banners tell their kind by icon and words, and are heard as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.banner import Banner
from filingdesk.ui.widgets.buttons import LinkButton, QuietButton
from filingdesk.ui.widgets.note import Kind, Note

from .conftest import Show


def test_a_note_is_heard_with_title_and_words(look: Look, show: Show) -> None:
    note = Note(look, "It has 7 working days.", kind=Kind.GOOD, title="Take it to Tianjin")
    show(note)
    met = QAccessible.queryAccessibleInterface(note)
    assert met.role() == QAccessible.Role.Note
    assert met.text(QAccessible.Text.Name) == "Take it to Tianjin. It has 7 working days."


def test_each_kind_has_its_own_icon() -> None:
    assert len({kind.value for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_kinds_can_be_told_apart_without_colour(look: Look, show: Show, kind: Kind) -> None:
    """The icons differ in shape: compare where each draws, not in which colour."""

    def shape(which: Kind) -> bytes:
        note = Note(look, "words", kind=which)
        show(note)
        image = note.grab().toImage()
        ground = image.pixelColor(12, 30).rgb()
        spots = [
            image.pixelColor(x, y).rgb() != ground for x in range(24, 48) for y in range(16, 48)
        ]
        return bytes(spots)

    others = {shape(other) for other in Kind if other is not kind}
    assert shape(kind) not in others


def test_a_note_can_hold_a_link(look: Look, show: Show, qtbot: QtBot) -> None:
    note, link = Note(look, "One paper is missing."), LinkButton(look, "Add it now")
    note.add(link)
    show(note)
    with qtbot.waitSignal(link.clicked, timeout=500):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_banner_offers_one_thing_to_do(look: Look, show: Show, qtbot: QtBot) -> None:
    banner = Banner(look, "Your last answer could not be saved.", action="Try again")
    show(banner)
    button = banner.findChild(QuietButton)
    assert isinstance(button, QuietButton)
    with qtbot.waitSignal(banner.acted, timeout=500):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    met = QAccessible.queryAccessibleInterface(banner)
    assert met.role() == QAccessible.Role.AlertMessage
    assert met.text(QAccessible.Text.Name) == "Your last answer could not be saved."
