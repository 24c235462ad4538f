"""A note set into the page; its icon and words tell its kind, its colour only repeats it."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Palette, Space
from filingdesk.ui.widgets.paint import box, glyph
from filingdesk.ui.widgets.roles import teach_roles
from filingdesk.ui.widgets.spoken import spoken
from filingdesk.ui.widgets.text import Body, Strong

_STRIPE = 6  # pixels


class Kind(Enum):
    GOOD = "circle-check"
    CAREFUL = "triangle-alert"
    WRONG = "circle-alert"
    PLAIN = "info"


class Note(QWidget):
    """`title` is one strong line, `text` the sentences; further widgets go below with `add`."""

    accessible_role = QAccessible.Role.Note

    def __init__(self, look: Look, text: str, *, kind: Kind = Kind.PLAIN, title: str = "") -> None:
        teach_roles()
        super().__init__()
        self._look, self._kind = look, kind
        self.setAccessibleName(spoken(title, text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        left = Space.CARD + look.sizes.glyph + Space.NEAR
        self._column.setContentsMargins(left, Space.NEAR, Space.CARD, Space.NEAR)
        self._column.setSpacing(Space.HAIR)
        if title:
            self._column.addWidget(Strong(look, title))
        if text:
            self._column.addWidget(Body(look, text))

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, ground = colours_of(self._look.palette, self._kind)
        area = QRectF(self.rect())
        plain = self._look.palette.paper == ground
        box(painter, area, self._look.sizes.radius, ground, colour if plain else "")
        painter.setClipRect(QRectF(0, 0, _STRIPE, area.height()))
        box(painter, area, self._look.sizes.radius, colour)
        painter.setClipping(False)
        size = self._look.sizes.glyph
        lift = (self._look.sizes.body * self._look.sizes.line - size) / 2
        glyph(painter, self._kind.value, colour, QPointF(Space.CARD, Space.NEAR + lift), size)


def colours_of(p: Palette, kind: Kind) -> tuple[str, str]:
    """The colour of a kind and the ground under it."""
    return {
        Kind.GOOD: (p.good, p.good_mist),
        Kind.CAREFUL: (p.careful, p.careful_mist),
        Kind.WRONG: (p.wrong, p.wrong_mist),
        Kind.PLAIN: (p.primary, p.mist),
    }[kind]
