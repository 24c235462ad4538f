"""Strokes that several widgets share: boxes with round corners and the focus ring."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from filingdesk.ui.theme.icons import picture
from filingdesk.ui.theme.tokens import Look

_INNER = 2  # pixels of ink inside the ring


def box(
    painter: QPainter, area: QRectF, radius: float, fill: str, border: str = "", width: float = 2
) -> None:
    """A filled box; its border lies inside `area`."""
    inset = width / 2 if border else 0
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    inner = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def focus_ring(painter: QPainter, area: QRectF, look: Look) -> None:
    """An amber ring with ink inside, so that it shows on any ground."""
    ring, radius = look.sizes.ring, look.sizes.radius
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _outline(painter, area, ring + _INNER / 2, radius, look.palette.on_focus, _INNER)
    _outline(painter, area, ring / 2, radius, look.palette.focus, ring)


def glyph(painter: QPainter, name: str, colour: str, at: QPointF, size: int) -> None:
    """An icon with its upper left corner at `at`."""
    painter.drawImage(at, picture(name, colour, size, painter.device().devicePixelRatioF()))


def _outline(
    painter: QPainter, area: QRectF, inset: float, radius: float, colour: str, width: float
) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, max(radius - inset, 1), max(radius - inset, 1))
