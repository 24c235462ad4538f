"""A row that continues on the next line when the window is too narrow for it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets side by side, centred on their line; `right` packs the lines to the right."""

    def __init__(self, gap: int, *, right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right = right
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), dry=True)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, dry=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def lines(self, width: int) -> int:
        """How many lines the row takes in `width` pixels."""
        return len(self._broken(width))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _broken(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = -1
        for item in self._shown():
            size = _fitted(item, width)
            if left < size.width():
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self.spacing()
        return lines

    def _place(self, area: QRect, *, dry: bool) -> int:
        y = area.y()
        for line in self._broken(area.width()):
            height = max(size.height() for _, size in line)
            used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            x = area.right() + 1 - used if self._right else area.x()
            for item, size in line:
                if not dry:
                    corner = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(QRect(corner, size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - area.y())


def _fitted(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().boundedTo(item.maximumSize())
    size.setWidth(min(size.width(), width))
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
