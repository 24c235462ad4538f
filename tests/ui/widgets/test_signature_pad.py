"""A person signs with a finger, a pen or the mouse, and may begin again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.signature_pad import SignaturePad
from filingdesk.ui.widgets.signature_sheet import SignatureSheet

from .conftest import Show

PATH = [QPoint(100, 100), QPoint(200, 60), QPoint(300, 120), QPoint(380, 90)]


@pytest.fixture
def pad(look: Look, show: Show, say: Callable[..., str]) -> SignaturePad:
    pad = SignaturePad(look, "Your signature", say=say, hint="Use a finger or a pen.")
    show(pad)
    return pad


def sheet_of(pad: SignaturePad) -> SignatureSheet:
    sheet = pad.findChild(SignatureSheet)
    assert isinstance(sheet, SignatureSheet)
    return sheet


def draw_with_mouse(pad: SignaturePad, path: list[QPoint]) -> None:
    sheet, left = sheet_of(pad), Qt.MouseButton.LeftButton
    QTest.mousePress(sheet, left, Qt.KeyboardModifier.NoModifier, path[0])
    for spot in path[1:]:
        QTest.mouseMove(sheet, spot)
    QTest.mouseRelease(sheet, left, Qt.KeyboardModifier.NoModifier, path[-1])


def test_a_mouse_leaves_one_stroke_in_shares_of_the_pad(pad: SignaturePad) -> None:
    sheet = sheet_of(pad)
    draw_with_mouse(pad, PATH)
    (stroke,) = pad.strokes()
    assert stroke[0] == pytest.approx((100 / sheet.width(), 100 / sheet.height()))
    assert stroke[-1] == pytest.approx((380 / sheet.width(), 90 / sheet.height()))
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in stroke)
    assert not pad.is_empty()
    assert pad.aspect() == pytest.approx(sheet.width() / sheet.height())


def test_a_finger_leaves_strokes_with_time(pad: SignaturePad) -> None:
    sheet = sheet_of(pad)
    finger = QTest.createTouchDevice()
    for start in (0, 120):
        shift = QPoint(start, 20)
        QTest.touchEvent(sheet, finger).press(0, PATH[0] + shift, sheet)
        for spot in PATH[1:]:
            QTest.qWait(2)
            QTest.touchEvent(sheet, finger).move(0, spot + shift, sheet)
        QTest.touchEvent(sheet, finger).release(0, PATH[-1] + shift, sheet)
    assert [len(stroke) for stroke in pad.strokes()] == [4, 4]
    times = [dot.at for stroke in pad.dots() for dot in stroke]
    assert times == sorted(times)
    assert times[0] < times[-1]


def test_a_pen_tells_how_hard_it_is_pressed(pad: SignaturePad) -> None:
    sheet, device = sheet_of(pad), QPointingDevice.primaryPointingDevice()
    kinds = [QTabletEvent.Type.TabletPress, QTabletEvent.Type.TabletMove]
    for kind, spot, force in zip(kinds, PATH, (0.3, 0.8), strict=False):
        event = QTabletEvent(
            kind,
            device,
            QPointF(spot),
            QPointF(sheet.mapToGlobal(spot)),
            force,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )
        QApplication.sendEvent(sheet, event)
    assert [dot.pressure for dot in pad.dots()[0]] == pytest.approx([0.3, 0.8], abs=1e-6)


def test_a_line_beyond_the_edge_stays_on_the_pad(pad: SignaturePad) -> None:
    draw_with_mouse(pad, [QPoint(100, 100), QPoint(5000, -400)])
    assert pad.strokes()[0][-1] == (1.0, 0.0)


def test_clear_begins_again(pad: SignaturePad) -> None:
    told: list[bool] = []
    pad.changed.connect(lambda: told.append(pad.is_empty()))
    draw_with_mouse(pad, PATH)
    clear = pad.findChild(QuietButton)
    assert isinstance(clear, QuietButton)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert told == [False, True]
    assert pad.strokes() == ()


def test_a_stray_touch_is_no_signature(pad: SignaturePad) -> None:
    draw_with_mouse(pad, [QPoint(100, 100), QPoint(102, 101)])
    assert pad.is_empty()


def test_a_former_signature_is_shown_in_silence(pad: SignaturePad) -> None:
    told: list[str] = []
    pad.changed.connect(lambda: told.append("changed"))
    before = sheet_of(pad).grab().toImage()
    strokes = (((0.1, 0.2), (0.5, 0.6), (0.9, 0.3)),)
    pad.set_strokes(strokes)
    assert pad.strokes() == strokes
    assert told == []
    assert sheet_of(pad).grab().toImage() != before


def test_a_screen_reader_is_told_what_the_field_is_for(pad: SignaturePad) -> None:
    met = QAccessible.queryAccessibleInterface(sheet_of(pad))
    assert met.role() == QAccessible.Role.Canvas
    assert met.text(QAccessible.Text.Name) == "Your signature"
    assert met.text(QAccessible.Text.Description) == "Use a finger or a pen."
