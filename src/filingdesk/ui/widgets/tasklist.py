"""The list of tasks at the left: where one is, what is done, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.column import ColumnLayout
from filingdesk.ui.widgets.task import State, Task
from filingdesk.ui.widgets.task_fold import TaskFold
from filingdesk.ui.widgets.task_row import TaskRow
from filingdesk.ui.widgets.text import Hint

__all__ = ["State", "Task", "TaskList"]


class TaskList(QWidget):
    """`progress` is the line shown when the list is folded ("Step 3 of 7: Your record").

    Signal `opened(str)` with the key of the task.
    """

    accessible_role = QAccessible.Role.Grouping
    opened = Signal(str)

    def __init__(self, look: Look, title: str, tasks: Sequence[Task], progress: str) -> None:
        super().__init__()
        self._look = look
        self._folded = False
        self.setAccessibleName(title)
        self.setMaximumWidth(look.sizes.column)
        column = ColumnLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        self._fold = TaskFold(look, progress, tasks)
        self._fold.clicked.connect(self._toggle)
        self._title = Hint(look, title)
        self._rows = [TaskRow(look, task) for task in tasks]
        column.addWidget(self._fold)
        column.addWidget(self._title)
        for row, task in zip(self._rows, tasks, strict=True):
            row.clicked.connect(lambda _on=False, key=task.key: self.opened.emit(key))
            column.addWidget(row)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Show one line of progress instead of the list; a tap on it opens the list."""
        self._folded = folded
        self._fold.setVisible(folded)
        self._show_rows(not folded)

    def folded(self) -> bool:
        return self._folded

    def sizeHint(self) -> QSize:
        sizes = self._look.sizes
        width = sizes.column if self._folded else sizes.side
        return QSize(width, super().sizeHint().height())

    def _toggle(self) -> None:
        self._show_rows(self._title.isHidden())

    def _show_rows(self, shown: bool) -> None:
        self._fold.open = shown
        self._fold.update()
        for part in (self._title, *self._rows):
            part.setVisible(shown)
