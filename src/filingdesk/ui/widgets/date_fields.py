"""A date in three boxes: year, month, day. Whatever is typed is kept, also what is no date."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.text import Text
from filingdesk.ui.widgets.text_field import LineBox, Typed

_WHOLE_DATE = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D?")
PARTS = ("year", "month", "day")


class PartLabel(Text):
    """Year, month or day, above its box."""


class DateFields(Field):
    """`raw()` is "2026-02-30" as typed, months and days padded to two digits, "" when empty.
    A whole date pasted into one box ("2026年9月10日") goes to all three.

    Signals: `edited()`, `entered()` when Enter is pressed in a box.
    """

    accessible_role = QAccessible.Role.Grouping
    entered = Signal()

    def __init__(self, look: Look, label: str, *, say: Callable[..., str], hint: str = "") -> None:
        super().__init__(look, label, hint)
        self.setAccessibleName(label)
        names = (say("Year"), say("Month"), say("Day"))
        row = QWidget()
        flow = Flow(Space.NEAR)
        row.setLayout(flow)
        self.boxes = tuple(LineBox(look, Typed.DIGITS) for _ in PARTS)
        for name, box, digits in zip(names, self.boxes, (4, 2, 2), strict=True):
            box.setFixedWidth(round((digits * 0.62 + 2.8) * look.sizes.body))
            box.textEdited.connect(self._typed)
            box.returnPressed.connect(self.entered)
            flow.add(_under_label(look, name, box))
            self.watch(box, f"{label} {name}".strip())
        self.place(row)

    def raw(self) -> str:
        parts = [_plain(box.text()) for box in self.boxes]
        if not any(parts):
            return ""
        year, month, day = parts
        return f"{year}-{_padded(month)}-{_padded(day)}"

    def set_raw(self, raw: str) -> None:
        parts = [*raw.rsplit("-", 2), "", "", ""]
        for box, part in zip(self.boxes, parts, strict=False):
            box.setText(part)

    def _typed(self, text: str) -> None:
        whole = _WHOLE_DATE.fullmatch(_plain(text))
        if whole:
            self.set_raw("-".join(whole.groups()))
        self.edited.emit()

    def show_error(self, words: str | None, part: str | None = None) -> None:
        """`part` is "year", "month" or "day": the box the focus goes to."""
        super().show_error(words)
        self.lead_focus_to(self.boxes[PARTS.index(part)] if part else self.boxes[0])


def _under_label(look: Look, name: str, box: LineBox) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.HAIR)
    label = PartLabel(look, name)
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(box)
    return cell


def _plain(text: str) -> str:
    """Full-width digits of a Chinese keyboard as plain ones; nothing else is touched."""
    return unicodedata.normalize("NFKC", text).strip()


def _padded(part: str) -> str:
    return part.zfill(2) if part.isdecimal() else part
