"""Words on a page wrap, keep a measure, and are met by a screen reader as what they are."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.text import Body, Heading, Hint, Strong, Text, Title

from .conftest import Show

STORY = "我已经缴清罚款，公示期满一年，但是网站上这条记录还在。" * 4


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (Title, QAccessible.Role.Heading),
        (Heading, QAccessible.Role.Heading),
        (Body, QAccessible.Role.StaticText),
        (Strong, QAccessible.Role.StaticText),
        (Hint, QAccessible.Role.StaticText),
    ],
)
def test_a_screen_reader_meets_headings_and_text(
    look: Look, show: Show, kind: type[Text], role: QAccessible.Role
) -> None:
    words = kind(look, "Check your answers")
    show(words)
    met = QAccessible.queryAccessibleInterface(words)
    assert met.role() == role
    assert met.text(QAccessible.Text.Name) == "Check your answers"


def test_changed_words_are_what_a_screen_reader_says(look: Look, show: Show) -> None:
    words = Body(look, "60 seconds")
    show(words)
    words.setText("30 seconds")
    met = QAccessible.queryAccessibleInterface(words)
    assert met.text(QAccessible.Text.Name) == "30 seconds"


def test_a_line_is_never_longer_than_36_chinese_characters(look: Look, show: Show) -> None:
    words = Body(look, STORY)
    show(words, width=1800)
    assert words.sizeHint().width() <= 36 * look.sizes.body
    lines = words.heightForWidth(1800) / round(look.sizes.body * look.sizes.line)
    assert lines >= len(STORY) / 36


def test_a_word_without_end_wraps_too(look: Look, show: Show) -> None:
    """A web address or a number must not push the window wider, nor be cut off."""
    words = Body(look, "https://www.creditchina.gov.cn/xinyongxinxi/" * 5)
    window = show(words, width=300)
    assert window.width() == 300
    assert words.height() > 5 * look.sizes.body


def test_lines_keep_the_distance_that_elderly_readers_need(qapp: QApplication, show: Show) -> None:
    """At least 1.3 times the type size."""
    for size in TextSize:
        look = Look(LIGHT, enlarged(KIOSK, size))
        dress(qapp, look, "zh_CN")
        words = Body(look, "一\n二\n三")
        show(words)
        assert words.heightForWidth(700) / 3 >= 1.3 * look.sizes.body


def test_no_words_take_no_room(look: Look, show: Show) -> None:
    words = Hint(look, "")
    show(words)
    assert words.sizeHint().width() <= 1
