"""Words on a page wrap, keep a measure, and are met by a screen reader as what they are."""

import pytest
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication

from filingdesk.core.problem import Problem
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.text import Body, Heading, Hint, Strong, Text, Title
from filingdesk.ui.widgets.typeset import natural_width, typeset
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence

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


@pytest.mark.parametrize(
    "text",
    [
        "Fecha provisional: aún no se han publicado los días festivos de ese año.",
        "Look at the reconsideration decision, the judgment or the department's notice.",
        "期限满了，公共信用信息机构应当把它从网站删除，所以先找公示的平台。",
    ],
)
@pytest.mark.parametrize("least", range(300, 700, 40))
def test_the_last_word_of_a_text_is_not_left_alone_on_a_line(
    look: Look, show: Show, text: str, least: int
) -> None:
    words = Body(look, text)
    show(words, width=800)
    once = natural_width(text, words.font())
    width = min(least, round(once) - 1)  # a line less wide than the text: it must wrap
    plain = -(-once // width)
    set_so = typeset(text, words.font(), width, 1.5)
    last = set_so.layout.lineAt(set_so.lines - 1)
    assert set_so.lines <= plain + 1
    assert last.naturalTextWidth() >= 4 * look.sizes.body


def test_a_chinese_name_among_latin_words_goes_to_the_next_line_whole(
    look: Look, show: Show
) -> None:
    text = "Tianjin Municipal Development and Reform Commission (天津市发展和改革委员会)"
    words = Strong(look, text)
    show(words, width=800)
    for width in range(320, 900, 20):
        layout = typeset(text, words.font(), width, 1.4).layout
        said = layout.text()
        lines = [layout.lineAt(each) for each in range(layout.lineCount())]
        parts = [said[each.textStart() : each.textStart() + each.textLength()] for each in lines]
        bare = [each.replace("\u2060", "") for each in parts]
        assert any("(天津市发展和改革委员会)" in each for each in bare), bare


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


def test_no_line_ends_between_a_number_and_its_unit(qapp: QApplication) -> None:
    told = sentence(Problem("file", "file-too-large", {"most": "20"}), Words("zh_CN"))
    size = Words("zh_CN").megabytes(20)
    font = QFont()
    font.setPixelSize(KIOSK.body)
    for width in range(120, 600, 3):
        layout = typeset(told, font, width, 1.4).layout
        rows = [layout.lineAt(number) for number in range(layout.lineCount())]
        lines = [told[each.textStart() :][: each.textLength()] for each in rows]
        assert any(size in each for each in lines), lines


@pytest.mark.parametrize(
    "words", ["Your filing is kept under {} here.", "由服务台保存，编号{}，之后可以打印。"]
)
def test_the_number_of_a_filing_is_never_parted(look: Look, words: str) -> None:
    number = "FD-BL89-3RCK-N"
    font = QFont(QApplication.font())
    font.setPixelSize(look.sizes.body)
    met = set()
    for width in range(round(natural_width(number, font)) + 8, 600, 10):
        layout = typeset(words.format(number), font, width, 1.5).layout
        rows = [layout.lineAt(place) for place in range(layout.lineCount())]
        parts = [layout.text()[row.textStart() :][: row.textLength()] for row in rows]
        met.add(len(parts))
        assert any(number in each.replace("\u2060", "") for each in parts), parts
    assert len(met) > 1


def test_no_word_is_parted_to_fill_the_last_line(look: Look) -> None:
    words = "terminó sin respuesta el"
    font = QFont(QApplication.font())
    font.setPixelSize(2 * look.sizes.body)
    widest = max(natural_width(each, font) for each in words.split())
    for width in range(round(widest) + 2, round(2 * widest), 4):
        layout = typeset(words, font, width, 1.4).layout
        begins = [layout.lineAt(place).textStart() for place in range(1, layout.lineCount())]
        assert all(words[at - 1] == " " for at in begins), width
