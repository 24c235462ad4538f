"""The task list tells where one is, and leads where one may go."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.task_fold import TaskFold
from filingdesk.ui.widgets.task_row import TaskRow
from filingdesk.ui.widgets.tasklist import State, Task, TaskList

from .conftest import Show

TASKS = (
    Task("what", "What happened", "Completed", State.COMPLETED),
    Task("record", "The record", "In progress", State.IN_PROGRESS, here=True),
    Task("papers", "Your papers", "Not yet started", State.NOT_STARTED),
    Task("sign", "Sign", "Cannot start yet", State.BLOCKED),
)


@pytest.fixture
def tasks(look: Look, show: Show) -> TaskList:
    shown = TaskList(look, "Your tasks", TASKS, "Step 2 of 4: The record")
    show(shown, width=320)
    return shown


def rows(tasks: TaskList) -> list[TaskRow]:
    return tasks.findChildren(TaskRow)


def test_the_whole_row_leads_to_its_task(tasks: TaskList) -> None:
    opened: list[str] = []
    tasks.opened.connect(opened.append)
    first = rows(tasks)[0]
    edge = QPoint(first.width() - 2, 2)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=edge)
    QTest.keyClick(rows(tasks)[2], Qt.Key.Key_Return)
    assert opened == ["what", "papers"]


def test_a_task_that_cannot_start_does_not_open_and_says_why(tasks: TaskList) -> None:
    opened: list[str] = []
    tasks.opened.connect(opened.append)
    blocked = rows(tasks)[3]
    QTest.mouseClick(blocked, Qt.MouseButton.LeftButton)
    assert opened == []
    met = QAccessible.queryAccessibleInterface(blocked)
    assert met.text(QAccessible.Text.Description) == "Cannot start yet"
    assert met.state().disabled


def test_a_screen_reader_hears_task_and_status(tasks: TaskList) -> None:
    heard = [QAccessible.queryAccessibleInterface(row) for row in rows(tasks)]
    assert [each.text(QAccessible.Text.Name) for each in heard] == [task.title for task in TASKS]
    assert [each.text(QAccessible.Text.Description) for each in heard] == [
        task.status for task in TASKS
    ]


def test_each_state_has_its_own_icon() -> None:
    assert len({state.value for state in State}) == len(State)


def test_rows_are_as_tall_as_a_finger_needs(tasks: TaskList) -> None:
    assert min(row.height() for row in rows(tasks)) >= 44


def test_folded_it_is_one_line_that_opens(tasks: TaskList) -> None:
    tasks.fold(True)
    fold = tasks.findChild(TaskFold)
    assert isinstance(fold, TaskFold)
    assert fold.isVisible()
    assert not any(row.isVisible() for row in rows(tasks))
    assert fold.height() >= 44
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert all(row.isVisible() for row in rows(tasks))
    met = QAccessible.queryAccessibleInterface(fold)
    assert met.text(QAccessible.Text.Name) == "Step 2 of 4: The record"
    tasks.fold(False)
    assert not fold.isVisible()
    assert all(row.isVisible() for row in rows(tasks))
