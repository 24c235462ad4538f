"""Two things side by side, or one below the other, from the top."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget


def beside(left: QWidget, right: QWidget, *, gap: int, shares: tuple[int, int] = (1, 1)) -> QWidget:
    """`shares` of the width go to each; `gap` pixels lie between them."""
    both = QWidget()
    both.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for part, share in zip((left, right), shares, strict=True):
        row.addWidget(Stacked(part), share)
    return both


class Stacked(QWidget):
    """One thing below the other, from the top."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.rows.addWidget(part)
        self.rows.addStretch(1)
