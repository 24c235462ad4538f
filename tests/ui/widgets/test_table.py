"""A clerk's list: whole rows, by key and by ear, nothing edited by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.widgets.buttons import PrimaryButton
from filingdesk.ui.widgets.table import dress_table

from .conftest import Show


@pytest.fixture
def cases(qapp: QApplication, show: Show) -> QTableView:
    look = Look(LIGHT, CLERK)
    dress(qapp, look, "zh_CN")
    model = QStandardItemModel(3, 2)
    for row, name in enumerate(("欧阳海燕", "李明", "王芳")):
        model.setItem(row, 0, QStandardItem(name))
        model.setItem(row, 1, QStandardItem("待答复"))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    dress_table(view, look, "案件")
    show(view, PrimaryButton(look, "新建"))
    return view


def test_arrow_keys_choose_whole_rows(cases: QTableView) -> None:
    cases.setFocus()
    cases.selectRow(0)
    QTest.keyClick(cases, Qt.Key.Key_Down)
    rows = {index.row() for index in cases.selectionModel().selectedIndexes()}
    assert rows == {1}
    assert len(cases.selectionModel().selectedIndexes()) == 2


def test_tab_leaves_the_list(cases: QTableView) -> None:
    cases.setFocus()
    QTest.keyClick(cases, Qt.Key.Key_Tab)
    assert not cases.hasFocus()


def test_nothing_is_edited_by_a_double_click(cases: QTableView) -> None:
    spot = cases.visualRect(cases.model().index(0, 0)).center()
    QTest.mouseDClick(cases.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert cases.state() != QTableView.State.EditingState


def test_the_list_has_a_name_for_a_screen_reader(cases: QTableView) -> None:
    met = QAccessible.queryAccessibleInterface(cases)
    assert met.text(QAccessible.Text.Name) == "案件"
    assert met.role() == QAccessible.Role.Table


def test_rows_are_easy_to_hit(cases: QTableView) -> None:
    assert cases.rowHeight(0) >= 32
