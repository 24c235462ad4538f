"""The bar at the top of a kiosk page: the name, and the helps always in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button, Face
from filingdesk.ui.widgets.text import Strong
from filingdesk.ui.widgets.typeset import natural_width, typeset


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list that a bar item opens; `on` marks the present one."""

    value: str
    words: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class BarItem:
    """One help in the bar; with options it opens a list, without it acts at once."""

    key: str
    words: str
    icon: str
    options: tuple[Option, ...] = ()


class TopBar(QWidget):
    """Where the words do not fit in one row, first the name gives way, then the icons, and the
    words take two lines in equal columns.

    Signals: `tapped(str)` with the key of a plain item, `picked(str, str)` with key and value.
    """

    accessible_role = QAccessible.Role.ToolBar
    tapped = Signal(str)
    picked = Signal(str, str)

    def __init__(self, look: Look, name: str, items: Sequence[BarItem]) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name = Strong(look, name)
        self._name.setParent(self)
        self._tools = [self._tool(item) for item in items]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tools = max((tool.height() for tool in self._places(width)), default=0)
        return max(self._look.sizes.top_bar, tools + 2 * Space.TIGHT)

    def sizeHint(self) -> QSize:
        return QSize(self._look.sizes.column, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.sizes.top_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        places = self._places(self.width())
        cramped = not self._in_one_row(self.width())
        for tool, place in zip(self._tools, places, strict=True):
            tool.cramp(cramped)
            tool.setGeometry(place)
        self._place_name(min((place.left() for place in places), default=self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.fillRect(self.rect(), QColor(p.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(p.hair))

    def _place_name(self, free: int) -> None:
        hint, left = self._name.sizeHint(), self._look.sizes.margin
        self._name.setVisible(left + hint.width() + Space.CARD <= free)
        self._name.setGeometry(
            left, (self.height() - hint.height()) // 2, hint.width(), hint.height()
        )

    def _in_one_row(self, width: int) -> bool:
        return sum(tool.wish() for tool in self._tools) + 2 * Space.NEAR <= width

    def _places(self, width: int) -> list[QRect]:
        """Where each tool goes; the heights tell how tall the bar must be."""
        if self._in_one_row(width):
            widths = [tool.wish() for tool in self._tools]
        else:
            share = (width - 2 * Space.NEAR) // max(1, len(self._tools))
            widths = [share] * len(self._tools)
        tall = max((tool.needs(w) for tool, w in zip(self._tools, widths, strict=True)), default=0)
        x, y = width - Space.NEAR - sum(widths), (max(self.height(), tall) - tall) // 2
        places = []
        for each in widths:
            places.append(QRect(x, y, each, tall))
            x += each
        return places

    def _tool(self, item: BarItem) -> "Tool":
        tool = Tool(self._look, item)
        tool.setParent(self)
        if item.options:
            tool.clicked.connect(lambda: self._open(item, tool))
        else:
            tool.clicked.connect(lambda: self.tapped.emit(item.key))
        return tool

    def _open(self, item: BarItem, tool: "Tool") -> None:
        menu = QMenu(self)
        menu.setAccessibleName(item.words)
        for option in item.options:
            action = menu.addAction(option.words)
            action.setCheckable(True)
            action.setChecked(option.on)
            action.triggered.connect(
                lambda _on=False, value=option.value: self.picked.emit(item.key, value)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        corner = tool.mapToGlobal(QPoint(tool.width(), tool.height() + Space.HAIR))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))


class Tool(Button):
    """One help in the bar."""

    pad = Space.SNUG

    leading = 1.25

    def __init__(self, look: Look, item: BarItem) -> None:
        super().__init__(look, item.words, icon=item.icon)
        self._item = item

    def face(self) -> Face:
        p = self._look.palette
        return Face(p.mist if self._lit() else "", "", p.ink)

    def cramp(self, cramped: bool) -> None:
        """Give up the icon, so that the words have all the room."""
        self._icon = "" if cramped else self._item.icon

    def wish(self) -> int:
        """The width in pixels that icon and words take in one line."""
        self.ensurePolished()
        words = natural_width(self.text(), self._type())
        return ceil(words) + 2 * self.pad + self._look.sizes.glyph + Space.TIGHT

    def needs(self, width: int) -> int:
        """The height in pixels at `width`, without the icon if it is too narrow for one line."""
        room = width - 2 * self.pad
        words = typeset(self.text(), self._type(), room, self.leading)
        return max(self.least_height(), round(words.height) + 2 * Space.TIGHT)
