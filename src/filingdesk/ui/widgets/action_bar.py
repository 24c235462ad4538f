"""The bar at the foot of a page: what to do next at the left, "Saved" at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.column import ColumnLayout
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.mark import Mark
from filingdesk.ui.widgets.text import Hint


class ActionBar(QWidget):
    """`buttons` from the left, the primary one first."""

    def __init__(self, look: Look, *buttons: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.sizes.action_bar)
        self.setMaximumWidth(look.sizes.column)
        row = ColumnLayout(self, QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        row.setSpacing(Space.NEAR)
        flow = Flow(Space.NEAR)
        flow.add(*buttons)
        row.addLayout(flow, 1)
        self._mark = Mark("check", look.palette.good, look.sizes.glyph)
        self._words = Hint(look, "")
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = look.sizes.column
        self.tell_saved("")

    def sizeHint(self) -> QSize:
        return QSize(self._column, super().sizeHint().height())

    def tell_saved(self, words: str) -> None:
        """Say "Saved" in these words; an empty string says nothing."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._mark.setVisible(bool(words))
