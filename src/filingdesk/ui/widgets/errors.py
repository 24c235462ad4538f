"""The list of what has to be mended, at the top of the page; every entry jumps to its field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Face, LinkButton
from filingdesk.ui.widgets.paint import box, focus_ring
from filingdesk.ui.widgets.roles import announce, teach_roles
from filingdesk.ui.widgets.spoken import spoken
from filingdesk.ui.widgets.text import Heading


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence, identical to the one beside the field it leads to."""

    words: str
    field: QWidget


class ErrorLink(LinkButton):
    """One entry of the summary."""

    bold = True

    def face(self) -> Face:
        p = self._look.palette
        return Face(p.mist if self._lit() else "", "", p.wrong)


class ErrorSummary(QWidget):
    """`title` is "There is a problem". Call `take_focus()` once it is on the screen."""

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, look: Look, title: str, entries: Sequence[Entry]) -> None:
        teach_roles()
        super().__init__()
        self._look = look
        self._spoken = spoken(title, *(entry.words for entry in entries))
        self.setAccessibleName(self._spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.CARD, Space.NEAR, Space.CARD, Space.NEAR)
        column.setSpacing(Space.HAIR)
        column.addWidget(Heading(look, title))
        for entry in entries:
            link = ErrorLink(look, entry.words)
            link.clicked.connect(lambda _on=False, field=entry.field: _jump(field))
            column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)

    def take_focus(self) -> None:
        """Move the focus here and have a screen reader read title and entries."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, area = self._look.palette, QRectF(self.rect())
        box(painter, area, self._look.sizes.radius, p.paper, p.wrong, 4)
        if self.hasFocus():
            focus_ring(painter, area, self._look)


def _jump(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
