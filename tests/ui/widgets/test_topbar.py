"""The helps in the top bar are always there, in the same order, at every text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.topbar import BarItem, Option, Tool, TopBar

from .conftest import Show

LANGUAGES = (
    Option("zh_CN", "简体中文"),
    Option("zh_TW", "繁體中文"),
    Option("en", "English", on=True),
    Option("es", "Español"),
)
SPANISH = (
    "Tamaño del texto",
    "Contraste",
    "Leer en voz alta",
    "Español",
    "Pedir ayuda al personal",
)
CHINESE = ("文字大小", "对比度", "朗读", "简体中文", "找工作人员")
KEYS = ("size", "contrast", "read", "language", "staff")
ICONS = ("a-large-small", "contrast", "volume-2", "languages", "concierge-bell")


def bar_of(look: Look, words: tuple[str, ...]) -> TopBar:
    items = [
        BarItem(key, each, icon, LANGUAGES if key == "language" else ())
        for key, each, icon in zip(KEYS, words, ICONS, strict=True)
    ]
    return TopBar(look, "Ayuda con el registro de crédito", items)


@pytest.mark.parametrize("width", [1024, 1280, 1920])
@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("words", [SPANISH, CHINESE], ids=["es", "zh_CN"])
def test_every_help_can_be_reached_at_every_size(
    qapp: QApplication, show: Show, words: tuple[str, ...], size: TextSize, width: int
) -> None:
    look = Look(LIGHT, enlarged(KIOSK, size))
    dress(qapp, look, "es")
    bar = bar_of(look, words)
    window = show(bar, width=width)
    assert window.width() == width
    tools = bar.findChildren(Tool)
    assert [tool.text() for tool in tools] == list(words)
    edge = 0
    for tool in tools:
        assert tool.isVisible()
        assert tool.x() >= edge, "in order, and none over another"
        edge = tool.x() + tool.width()
        assert min(tool.width(), tool.height()) >= 44
        assert tool.height() >= tool.needs(tool.width()), "the words are not cut off"
        assert bar.rect().contains(tool.geometry())
    assert bar.height() >= 72


def test_a_language_is_picked_from_a_list_in_its_own_script(look: Look, show: Show) -> None:
    bar = bar_of(look, SPANISH)
    show(bar, width=1280)
    picked: list[tuple[str, str]] = []
    bar.picked.connect(lambda key, value: picked.append((key, value)))
    QTest.mouseClick(bar.findChildren(Tool)[3], Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    lines = menu.actions()
    assert [line.text() for line in lines] == [option.words for option in LANGUAGES]
    assert [line.isChecked() for line in lines] == [False, False, True, False]
    assert all(menu.actionGeometry(line).height() >= 44 for line in lines)
    traditional: QAction = lines[1]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(traditional).center())
    assert picked == [("language", "zh_TW")]


def test_the_list_can_be_walked_and_left_by_keys(look: Look, show: Show) -> None:
    bar = bar_of(look, SPANISH)
    show(bar, width=1280)
    picked: list[tuple[str, str]] = []
    bar.picked.connect(lambda key, value: picked.append((key, value)))
    tool = bar.findChildren(Tool)[3]
    tool.setFocus()
    QTest.keyClick(tool, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert picked == []
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(tool, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert picked == [("language", "zh_CN")]


def test_a_plain_help_acts_at_once(look: Look, show: Show, qtbot: QtBot) -> None:
    bar = bar_of(look, CHINESE)
    show(bar, width=1280)
    with qtbot.waitSignal(bar.tapped, timeout=500) as told:
        QTest.mouseClick(bar.findChildren(Tool)[4], Qt.MouseButton.LeftButton)
    assert told.args == ["staff"]


def test_a_screen_reader_meets_a_tool_bar_of_buttons(look: Look, show: Show) -> None:
    bar = bar_of(look, SPANISH)
    show(bar, width=1280)
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ToolBar
    names = [
        QAccessible.queryAccessibleInterface(tool).text(QAccessible.Text.Name)
        for tool in bar.findChildren(Tool)
    ]
    assert names == list(SPANISH)
