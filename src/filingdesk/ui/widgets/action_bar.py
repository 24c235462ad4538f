"""The bar at the foot of a page: what to do next at the left, "Saved" at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.column import ColumnLayout
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.mark import Mark
from filingdesk.ui.widgets.text import Hint


class ActionBar(QWidget):
    """`buttons` from the left, the primary one first. `saved` are the words for "Saved": their
    room is kept free, so that no button moves when they appear."""

    def __init__(self, look: Look, *buttons: QWidget, saved: str = "") -> None:
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
        self._words = Hint(look, saved)
        for part in (self._mark, self._words):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(bool(saved))
            part.setSizePolicy(policy)
        self._column = look.sizes.column
        self.tell_saved(False)

    def sizeHint(self) -> QSize:
        return QSize(self._column, super().sizeHint().height())

    def tell_saved(self, is_saved: bool) -> None:
        """Say "Saved", or no longer."""
        is_told = is_saved and bool(self._words.text())
        self._words.setVisible(is_told)
        self._mark.setVisible(is_told)
