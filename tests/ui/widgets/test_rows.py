"""A person checks the answers, and changes one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Body, Strong

from .conftest import Show

ROWS = (
    Row("name", "Name", "Ouyang Haiyan", "Change", "Change your name"),
    Row("story", "What happened", "I paid the fine. " * 12, "Change"),
    Row("centre", "Centre", "Tianjin"),
)


def links(rows: SummaryRows) -> list[LinkButton]:
    return [link for link in rows.findChildren(LinkButton) if link.isVisible()]


def test_change_leads_to_the_answer(look: Look, show: Show) -> None:
    rows = SummaryRows(look, ROWS)
    show(rows)
    asked: list[str] = []
    rows.change.connect(asked.append)
    for link in links(rows):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == ["name", "story"], "what cannot be changed has no button"


def test_a_screen_reader_hears_what_is_changed(look: Look, show: Show) -> None:
    rows = SummaryRows(look, ROWS)
    show(rows)
    names = [
        QAccessible.queryAccessibleInterface(link).text(QAccessible.Text.Name)
        for link in links(rows)
    ]
    assert names == ["Change your name", "Change What happened"]


def test_a_value_without_a_button_has_the_room_of_the_button_too(look: Look, show: Show) -> None:
    rows = SummaryRows(look, ROWS)
    show(rows, width=760, height=1000)
    QApplication.processEvents()
    name, _, centre = rows.findChildren(Body)
    assert centre.x() == name.x(), "the values line up"
    assert centre.geometry().right() > name.geometry().right()
    assert centre.geometry().right() < rows.width()


@pytest.mark.parametrize(
    ("width", "size", "beside"), [(760, TextSize.NORMAL, True), (760, TextSize.ELDERLY, False)]
)
def test_value_stands_beside_its_name_or_below_where_it_is_narrow(
    qapp: QApplication, show: Show, width: int, size: TextSize, beside: bool
) -> None:
    look = Look(LIGHT, enlarged(KIOSK, size))
    dress(qapp, look, "en")
    rows = SummaryRows(look, ROWS)
    window = show(rows, width=width, height=1000)
    QApplication.processEvents()
    assert window.width() == width
    name, value = rows.findChildren(Strong)[0], rows.findChildren(Body)[0]
    here, there = (part.mapTo(window, QPoint(0, 0)) for part in (name, value))
    assert (there.x() > here.x()) is beside
    assert (there.y() > here.y()) is not beside
    long = rows.findChildren(Body)[1]
    assert long.height() >= long.heightForWidth(long.width())
