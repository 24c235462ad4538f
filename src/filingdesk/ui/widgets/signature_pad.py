"""A field to sign in with a finger, a pen or the mouse; strokes are kept as vectors."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.signature_sheet import Dot, SignatureSheet
from filingdesk.ui.widgets.text import Hint

_STRAY = 0.02  # of the pad's width or height


class SignaturePad(QWidget):
    """Signal `changed()` after every stroke and after Clear."""

    changed = Signal()

    def __init__(self, look: Look, name: str, *, say: Callable[..., str], hint: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self._sheet = SignatureSheet(look)
        self._sheet.setAccessibleName(name)
        self._sheet.setAccessibleDescription(hint)
        self._sheet.changed.connect(self._tell)
        self._clear = QuietButton(look, say("Clear"), icon="eraser")
        self._clear.clicked.connect(self.clear)
        below = QHBoxLayout()
        below.addWidget(self._clear)
        below.addWidget(Hint(look, hint), 1, Qt.AlignmentFlag.AlignVCenter)
        below.setSpacing(Space.NEAR)
        column.addWidget(self._sheet)
        column.addLayout(below)

    def strokes(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """The strokes as points (x, y), shares of width and height from the upper left."""
        return tuple(tuple((dot.x, dot.y) for dot in stroke) for stroke in self._sheet.strokes)

    def dots(self) -> tuple[tuple[Dot, ...], ...]:
        """The strokes with time and pressure."""
        return tuple(tuple(stroke) for stroke in self._sheet.strokes)

    def aspect(self) -> float:
        """Width of the pad divided by its height: what a stroke's shares are shares of."""
        return self._sheet.width() / max(1, self._sheet.height())

    def set_strokes(self, strokes: tuple[tuple[tuple[float, float], ...], ...]) -> None:
        """Show what was signed before; silent."""
        self._sheet.strokes = [[Dot(x, y, 0.0, 0.5) for x, y in stroke] for stroke in strokes]
        self._sheet.update()

    def is_empty(self) -> bool:
        """True also for a stray touch: a signature is larger than a fiftieth of the pad."""
        dots = [dot for stroke in self._sheet.strokes for dot in stroke]
        wide = max((dot.x for dot in dots), default=0) - min((dot.x for dot in dots), default=0)
        tall = max((dot.y for dot in dots), default=0) - min((dot.y for dot in dots), default=0)
        return max(wide, tall) < _STRAY

    def clear(self) -> None:
        self._sheet.strokes = []
        self._sheet.update()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
