"""Why a question is asked: one line that opens into the reason."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.text import Hint


class Why(QWidget):
    """`words` is the line, `reason` what a tap on it opens and closes."""

    def __init__(self, look: Look, words: str, reason: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        self.button = LinkButton(look, words, icon="circle-question-mark")
        self.button.setAccessibleDescription(reason)
        self.reason = Hint(look, reason)
        self.reason.setIndent(0)
        self.reason.hide()
        row = QVBoxLayout()
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.button.clicked.connect(lambda: self.reason.setVisible(self.reason.isHidden()))
