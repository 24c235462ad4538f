"""Buttons: large, wrapping, fired on release, deaf to a second identical tap."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.guard import Guard
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.typeset import UNBOUNDED, Typeset, narrowest, typeset


@dataclass(frozen=True, slots=True)
class Face:
    """How a button looks at one moment; an empty border or fill is not drawn."""

    fill: str
    border: str
    words: str


class Button(QPushButton):
    """Draws itself from the tokens; `icon` is a name of the icon family, shown before the words.

    Signal `clicked()`: finger lifted inside the button, Space, Enter, or a screen reader's press.
    """

    pad = Space.CARD
    bold = False
    underline = False
    centred = True
    square = False
    narrow = 0
    leading = 1.4

    def __init__(self, look: Look, text: str, *, icon: str = "") -> None:
        super().__init__(text)
        self._look = look
        self._icon = icon
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        Guard(self)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def least_height(self) -> int:
        return self._look.sizes.target

    def face(self) -> Face:
        p = self._look.palette
        return Face(fill=p.mist if self._lit() else p.paper, border=p.line, words=p.ink)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        words = self._words(width - self._besides())
        return max(self.least_height(), round(words.height) + 2 * Space.TIGHT)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        wish = self._at(UNBOUNDED).width + self._besides() + 1
        width = max(self.narrow, self.least_height(), round(wish))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        least = min(narrowest(self._type()) + self._besides(), self.sizeHint().width())
        return QSize(least, self.least_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, face = QRectF(self.rect()), self._shown_face()
        if face.fill or face.border:
            radius = 0 if self.square else self._look.sizes.radius
            box(painter, area, radius, face.fill, face.border)
        self._draw_words(painter, area, face)
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _draw_words(self, painter: QPainter, area: QRectF, face: Face) -> None:
        words = self._words(area.width() - self._besides())
        room = area.width() - self._besides()
        left = self.pad + (max(0.0, (room - words.width) / 2) if self.centred else 0.0)
        middle = area.center().y()
        if self._icon:
            size = self._look.sizes.glyph
            if not self.centred:
                left -= self.pad  # an icon has air of its own: keep the edge of the column
            glyph(painter, self._icon, face.words, QPointF(left, middle - size / 2), size)
            left += size + Space.TIGHT
        words.draw(painter, QPointF(left, middle - words.height / 2), face.words)

    def _shown_face(self) -> Face:
        if self.isEnabled():
            return self.face()
        p = self._look.palette
        return Face(fill=p.mist, border=p.line, words=p.quiet)

    def _besides(self) -> int:
        mark = self._look.sizes.glyph + Space.TIGHT if self._icon else 0
        return 2 * self.pad + mark

    def _words(self, width: float) -> Typeset:
        natural = self._at(UNBOUNDED)
        return natural if natural.width <= width else self._at(width)

    def _at(self, width: float) -> Typeset:
        return typeset(self.text(), self._type(), width, self.leading, centred=self.centred)

    def _type(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self.bold)
        font.setUnderline(self.underline)
        return font

    def _lit(self) -> bool:
        return self.isDown() or self.underMouse()


class PrimaryButton(Button):
    """The thing to do next: one on a page."""

    bold = True
    narrow = 160

    def least_height(self) -> int:
        return self._look.sizes.primary

    def face(self) -> Face:
        p = self._look.palette
        return Face(p.pressed if self.isDown() else p.primary, "", p.on_primary)


class QuietButton(Button):
    """Another thing one can do here."""


class LinkButton(Button):
    """A way to somewhere, in the flow of the text."""

    pad = Space.HAIR
    underline = True
    centred = False

    def face(self) -> Face:
        p = self._look.palette
        return Face(p.mist if self._lit() else "", "", p.primary)


class BackButton(LinkButton):
    """The way back, above the title."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, icon="arrow-left")
