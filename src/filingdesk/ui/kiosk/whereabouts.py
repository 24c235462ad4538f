"""Where a person was on a page, so that building it anew moves nothing under their hands."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.theme.tokens import Space


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The stop of the focus within a field, the cursor within its text, whether any of the stop
    was seen, and the scrolled pixels."""

    field: str = ""
    stop: int = 0
    cursor: int = 0
    in_sight: bool = False
    scrolled: int = 0


def whereabouts(page: Page) -> Whereabouts:
    """Where the person is now."""
    scrolled = _scrolled(page)
    focus = page.focusWidget()
    for id, field in page.fields.items():
        if focus is not None and field.isAncestorOf(focus):
            seen = not focus.visibleRegion().isEmpty()
            return Whereabouts(id, _stops(field).index(focus), _cursor(focus), seen, scrolled)
    return Whereabouts(scrolled=scrolled)


def bring_back(page: Page, place: Whereabouts) -> bool:
    """Put the person there again; False where the field is gone and the focus goes elsewhere."""
    area = _area(page)
    if area is not None:
        area.verticalScrollBar().setValue(place.scrolled)
    field = page.fields.get(place.field)
    stops = _stops(field) if field else []
    if place.stop >= len(stops):
        return False
    stop = stops[place.stop]
    stop.setFocus(Qt.FocusReason.OtherFocusReason)
    _move_cursor(stop, place.cursor)
    if area is not None and place.in_sight:  # in larger letters it stands further down
        area.ensureWidgetVisible(stop, 0, Space.GROUP)
    return True


def _stops(field: QWidget) -> list[QWidget]:
    """Also those that Tab passes over for now: of the cards in a group, Qt lets it reach one."""
    none = Qt.FocusPolicy.NoFocus
    return [each for each in field.findChildren(QWidget) if each.focusPolicy() != none]


def _cursor(focus: QWidget) -> int:
    match focus:
        case QLineEdit():
            return focus.cursorPosition()
        case QPlainTextEdit():
            return focus.textCursor().position()
    return 0


def _move_cursor(stop: QWidget, to: int) -> None:
    match stop:
        case QLineEdit():
            stop.setCursorPosition(to)
        case QPlainTextEdit():
            cursor = stop.textCursor()
            last = stop.document().characterCount() - 1  # as Qt counts: a rare character is two
            cursor.setPosition(min(to, last))
            stop.setTextCursor(cursor)


def _scrolled(page: Page) -> int:
    area = _area(page)
    return area.verticalScrollBar().value() if area else 0


def _area(page: QWidget) -> QScrollArea | None:
    above = page.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
