"""The rail at the left: the rooms, and below them language, display and lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.icons import icon
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import focus_ring, glyph
from filingdesk.ui.widgets.topbar import Option
from filingdesk.ui.widgets.typeset import Typeset, natural_width, typeset

_LEAST = 96  # pixels
_BAR = 4  # pixels: the mark of the room one is in


@dataclass(frozen=True, slots=True)
class RailItem:
    """One place of the rail. With options it opens a list; `foot` puts it at the lower end."""

    key: str
    words: str
    icon: str
    shortcut: str = ""
    here: bool = False
    foot: bool = False
    options: tuple[Option, ...] = ()


class Rail(QWidget):
    """Where the window is too low for all of it, first the keys give way, then the pictures.

    Signals: `tapped(str)` with the key of a plain item, `picked(str, str)` with key and
    value."""

    accessible_role = QAccessible.Role.ToolBar
    tapped = Signal(str)
    picked = Signal(str, str)

    def __init__(self, look: Look, name: str, items: Sequence[RailItem]) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.TIGHT, 1, Space.TIGHT)
        column.setSpacing(Space.HAIR)
        self.buttons = {item.key: RailButton(look, item) for item in items}
        for item in items:
            if item.foot and not any(each.foot for each in items[: items.index(item)]):
                column.addStretch(1)
            column.addWidget(self.buttons[item.key])
            self._connect(item)
        self.setFixedWidth(max([_LEAST, *(each.wish() for each in self.buttons.values())]) + 1)

    def show_room(self, key: str) -> None:
        """Mark the room that one is in."""
        for name, button in self.buttons.items():
            button.set_here(name == key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.height() - 2 * Space.TIGHT - Space.HAIR * len(self.buttons)
        buttons = self.buttons.values()
        fitting = (
            shown
            for shown in Shown
            if sum(each.needs(self.width() - 1, shown) for each in buttons) <= room
        )
        shown = next(fitting, Shown.WORDS)
        for each in buttons:
            each.show_only(shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.fillRect(self.rect(), QColor(p.mist))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(p.hair))

    def _connect(self, item: RailItem) -> None:
        button = self.buttons[item.key]
        if item.options:
            button.clicked.connect(lambda: self._open(item, button))
        else:
            button.clicked.connect(lambda: self.tapped.emit(item.key))

    def _open(self, item: RailItem, button: "RailButton") -> None:
        menu = QMenu(self)
        menu.setAccessibleName(item.words)
        for option in item.options:
            action = menu.addAction(option.words)
            action.setCheckable(True)
            action.setChecked(option.on)
            if option.on:
                action.setIcon(icon("check", self._look.palette.ink, self._look.sizes.glyph))
            action.triggered.connect(
                lambda _on=False, value=option.value: self.picked.emit(item.key, value)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))


class Shown(Enum):
    """How much of a button there is room for."""

    ALL = "all"
    NO_KEY = "no key"
    WORDS = "words"


class RailButton(Button):
    """A picture with its word below, and the key that does the same."""

    pad = Space.TIGHT

    def __init__(self, look: Look, item: RailItem) -> None:
        super().__init__(look, item.words, icon=item.icon)
        self._shortcut, self._here = item.shortcut, item.here
        self._shown = Shown.ALL
        self.setToolTip(item.shortcut)
        self.setAccessibleDescription(item.shortcut)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_here(self, here: bool) -> None:
        """Whether this is the room that one is in."""
        self._here = here
        self.update()

    def wish(self) -> int:
        """The width in pixels at which no word is broken, within reason."""
        self.ensurePolished()
        words = [*self.text().split(), self._shortcut]
        widest = max(natural_width(each, self._small(bold=True)) for each in words)
        return min(ceil(widest) + 2 * self.pad + _BAR, 2 * _LEAST)

    def show_only(self, shown: Shown) -> None:
        """Give up what there is no room for."""
        if shown is not self._shown:
            self._shown = shown
            self.updateGeometry()
            self.update()

    def needs(self, width: int, shown: Shown) -> int:
        """The height in pixels, the same whether this is the room that one is in or not."""
        self.ensurePolished()
        word, key = self._lines(width, bold=True)
        height = word.height + (key.height if shown is Shown.ALL else 0)
        return self._above(shown) + round(height) + _margin(shown)

    def heightForWidth(self, width: int) -> int:
        return self.needs(width, self._shown)

    def sizeHint(self) -> QSize:
        width = self.wish()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._here:
            painter.fillRect(area, QColor(p.chosen))
            painter.fillRect(QRectF(0, 0, _BAR, area.height()), QColor(p.primary))
        elif self._lit():
            painter.fillRect(area, QColor(p.hair))
        colour = p.primary if self._here else p.ink
        size, top = self._look.sizes.picture, self._above(self._shown)
        if self._shown is not Shown.WORDS:
            at = QPointF((area.width() - size) / 2, _margin(self._shown))
            glyph(painter, self._icon, colour, at, size)
        word, key = self._lines(self.width(), bold=self._here)
        word.draw(painter, QPointF((area.width() - word.width) / 2, top), colour)
        if self._shortcut and self._shown is Shown.ALL:
            at = QPointF((area.width() - key.width) / 2, top + word.height)
            key.draw(painter, at, p.quiet)
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _above(self, shown: Shown) -> int:
        """Pixels above the words."""
        picture = 0 if shown is Shown.WORDS else self._look.sizes.picture + Space.HAIR
        return _margin(shown) + picture

    def _lines(self, width: int, *, bold: bool) -> tuple[Typeset, Typeset]:
        room = width - 2 * self.pad
        word = typeset(self.text(), self._small(bold=bold), room, 1.3, centred=True)
        key = typeset(self._shortcut, self._small(), room, 1.3 if self._shortcut else 0.0)
        return word, key

    def _small(self, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.sizes.hint)
        font.setBold(bold)
        return font


def _margin(shown: Shown) -> int:
    """Pixels above and below what a button shows."""
    return Space.SNUG if shown is Shown.ALL else Space.TIGHT
