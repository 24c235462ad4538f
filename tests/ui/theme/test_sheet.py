"""The style sheet reaches every widget, in the right face and size."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.sheet import dress, style_sheet
from filingdesk.ui.theme.tokens import (
    CLERK,
    DARK,
    HIGH_CONTRAST,
    KIOSK,
    LIGHT,
    Look,
    TextSize,
    enlarged,
)
from filingdesk.ui.widgets.text import Body, Title


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh_CN", "Noto Sans CJK SC"),
        ("zh_TW", "Noto Sans CJK TC"),
        ("en", "Noto Sans CJK SC"),
        ("es", "Noto Sans CJK SC"),
    ],
)
def test_each_language_is_set_in_the_glyphs_its_readers_write(
    qapp: QApplication, qtbot: QtBot, language: str, family: str
) -> None:
    dress(qapp, Look(LIGHT, KIOSK), language)
    label = QLabel("骨")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == family


def test_large_text_reaches_plain_qt_widgets_and_ours(qapp: QApplication, qtbot: QtBot) -> None:
    sizes = enlarged(KIOSK, TextSize.LARGE)
    look = Look(LIGHT, sizes)
    dress(qapp, look, "en")
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    parts = [QLineEdit(), QComboBox(), Body(look, "words"), Title(look, "words")]
    for part in parts:
        column.addWidget(part)
        part.ensurePolished()
    assert [part.font().pixelSize() for part in parts] == [sizes.body] * 3 + [sizes.title]


def test_changing_the_contrast_changes_the_ground_and_the_words(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, Look(LIGHT, KIOSK), "en")
    label = QLabel("words")
    qtbot.addWidget(label)
    label.ensurePolished()
    dress(qapp, Look(HIGH_CONTRAST, KIOSK), "en")
    assert label.palette().color(label.foregroundRole()) == QColor("#FFFFFF")
    assert qapp.palette().window().color() == QColor("#000000")


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda each: each.name)
@pytest.mark.parametrize("sizes", [KIOSK, CLERK], ids=["kiosk", "clerk"])
def test_qt_understands_every_rule(
    qapp: QApplication, palette: object, sizes: object, recwarn: pytest.WarningsRecorder
) -> None:
    """Qt warns "Could not parse application stylesheet", which fails a test here."""
    look = Look(palette, sizes)  # type: ignore[arg-type]
    qapp.setStyleSheet(style_sheet(look, "zh_CN"))
    label = QLabel("words")
    label.ensurePolished()


def test_controls_on_a_kiosk_are_as_tall_as_a_finger_needs(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, Look(LIGHT, KIOSK), "en")
    for control in (QLineEdit(), QComboBox()):
        qtbot.addWidget(control)
        assert control.sizeHint().height() >= 44


def test_no_place_is_left_unfilled() -> None:
    assert not re.search(r"\$\w", style_sheet(Look(DARK, CLERK), "es"))
