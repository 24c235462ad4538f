"""A rule to lay on a window: what is cut off, too small to touch, or has no name."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

SLACK = 1  # pixels: where halves are rounded
AIR = 16  # pixels: what a button has around its words, in the largest letters


def faults(window: QWidget, *, finger: int) -> Iterator[str]:
    """Everything that a person would trip over; `finger` is the least side of a target."""
    if window.minimumSizeHint().width() > window.width():
        yield f"the window wants {window.minimumSizeHint().width()} pixels of {window.width()}"
    for widget in _shown(window):
        yield from _cut(widget)
        yield from _beyond(widget)
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            yield f"{named(widget)} scrolls sideways"
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < finger:
            yield f"{named(widget)} is {widget.width()} x {widget.height()}, too small to touch"
        if _takes_focus(widget) and not _name(widget):
            yield f"{named(widget)} takes the focus and has no name"
    yield from _crossings(window)


def named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else _name(widget)
    return f"{type(widget).__name__} “{words[:40]}”"


def stops(window: QWidget) -> Iterator[QWidget]:
    """Where Tab stops."""
    return (each for each in _shown(window) if _takes_focus(each))


def _shown(window: QWidget) -> Iterator[QWidget]:
    return (each for each in window.findChildren(QWidget) if each.isVisible())


def _cut(widget: QWidget) -> Iterator[str]:
    """Words that need more room than they have."""
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        if widget.hasHeightForWidth():
            needed = widget.heightForWidth(widget.width())
        else:
            needed = widget.minimumSizeHint().height()
            if widget.width() < widget.minimumSizeHint().width() - SLACK:
                yield f"{named(widget)} is too narrow: {widget.width()} pixels"
        if needed > widget.height() + SLACK:
            yield f"{named(widget)} needs {needed} pixels and is {widget.height()} tall"
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        room = widget.contentsRect().width()
        if QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText()) > room:
            yield f"{named(widget)} cuts its placeholder off"


def _beyond(widget: QWidget) -> Iterator[str]:
    """What lies outside what holds it; what scrolls may."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolls(parent) or isinstance(widget, QScrollBar):
        return
    room = QRect(QPoint(), parent.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not room.contains(widget.geometry()):
        yield f"{named(widget)} at {widget.geometry().getRect()} sticks out of {named(parent)}"


def _crossings(window: QWidget) -> Iterator[str]:
    """Words and buttons that lie upon each other."""
    for parent in (window, *_shown(window)):
        parts = [
            each
            for each in parent.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if each.isVisible() and isinstance(each, QLabel | QAbstractButton)
        ]
        for place, one in enumerate(parts):
            for other in parts[place + 1 :]:
                common = one.geometry() & other.geometry()
                if common.width() > AIR and common.height() > AIR:
                    yield f"{named(one)} and {named(other)} lie upon each other"


def _scrolls(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _takes_focus(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.focusProxy() is None and widget.isEnabled()


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractItemView):
        return widget.accessibleName()
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else widget.accessibleName()
