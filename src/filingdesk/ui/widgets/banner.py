"""A strip below the top bar for what concerns the whole work: "Your answers could not be saved"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.mark import Mark
from filingdesk.ui.widgets.note import Kind, colours_of
from filingdesk.ui.widgets.roles import announce, teach_roles
from filingdesk.ui.widgets.text import Body


class Banner(QWidget):
    """Icon, words and at most one button. Signal `acted()` when the button is pressed."""

    accessible_role = QAccessible.Role.AlertMessage
    acted = Signal()

    def __init__(
        self, look: Look, text: str, *, kind: Kind = Kind.CAREFUL, action: str = ""
    ) -> None:
        teach_roles()
        super().__init__()
        self._colour, self._ground = colours_of(look.palette, kind)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.sizes.margin, Space.SNUG, look.sizes.margin, Space.SNUG)
        row.setSpacing(Space.NEAR)
        row.addWidget(Mark(kind.value, self._colour, look.sizes.glyph))
        row.addWidget(Body(look, text), 1)
        if action:
            button = QuietButton(look, action)
            button.clicked.connect(self.acted)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def speak(self) -> None:
        """Have a screen reader read it now."""
        announce(self, self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._ground))
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(self._colour))
