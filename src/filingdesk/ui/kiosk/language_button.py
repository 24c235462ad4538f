"""The button that begins: a language by its own name, with an invitation in it."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.typeset import Typeset, typeset
from filingdesk.words.catalogue import LANGUAGES, Words


class LanguageButton(Button):
    """Wide, two lines, an arrow; `language` is a locale."""

    def __init__(self, look: Look, language: str) -> None:
        super().__init__(look, LANGUAGES[language])
        self._invitation = Words(language).say("Put your record right")
        self.setAccessibleName(f"{LANGUAGES[language]}. {self._invitation}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        name, invitation = self._lines(width)
        return max(self._look.sizes.card, round(name.height + invitation.height) + 2 * Space.NEAR)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column // 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, p = QRectF(self.rect()), self._look.palette
        box(painter, area, self._look.sizes.radius, p.chosen if self._lit() else p.paper, p.primary)
        name, invitation = self._lines(self.width())
        top = (self.height() - name.height - invitation.height) / 2
        name.draw(painter, QPointF(Space.CARD, top), p.ink)
        invitation.draw(painter, QPointF(Space.CARD, top + name.height), p.quiet)
        size = self._look.sizes.glyph
        at = QPointF(self.width() - size - Space.CARD, (self.height() - size) / 2)
        glyph(painter, "arrow-right", p.primary, at, size)
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _lines(self, width: int) -> tuple[Typeset, Typeset]:
        room = width - 2 * Space.CARD - self._look.sizes.glyph - Space.NEAR
        strong, quiet = QFont(self.font()), QFont(self.font())
        strong.setBold(True)
        quiet.setPixelSize(self._look.sizes.hint)
        return typeset(self.text(), strong, room, 1.4), typeset(self._invitation, quiet, room, 1.4)
