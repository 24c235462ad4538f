"""Cutting a page: a frame to drag, and a field for each edge."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from filingdesk.core.answers import WHOLE
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.kiosk.papers.crop_frame import Crop, CropFrame
from filingdesk.ui.kiosk.papers.drawn import DrawnPage
from filingdesk.ui.kiosk.papers.edge_field import EdgeField
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.field import ErrorText
from filingdesk.ui.widgets.overlay import Answer
from filingdesk.ui.widgets.roles import announce

_CUT = "cut"
_SHARE = 0.52
"""Of the window's height: so tall is the page, that its edges are seen below it."""


class Cropping(Panel):
    """`cut` gets left, upper, right, lower in thousandths; it tells why it did not cut, if so."""

    def __init__(self, page: Page, drawn: DrawnPage, cut: Callable[[Crop], str]) -> None:
        say, room = page.session.words.say, room_of(page)
        super().__init__(
            page.look,
            room,
            say("Cut to a part"),
            "",
            say("Cancel"),
            Answer(_CUT, say("Cut to this part"), primary=True),
        )
        self._cut = cut
        self.frame = CropFrame(page.look, drawn.whole(), round(room.height() * _SHARE))
        names = (say("Left edge"), say("Upper edge"), say("Right edge"), say("Lower edge"))
        self.edges = [EdgeField(page.look, name) for name in names]
        self.error = ErrorText(page.look, "")
        self.error.hide()
        whole = LinkButton(page.look, say("The whole page"))
        whole.clicked.connect(lambda: self._show(WHOLE))
        self.frame.changed.connect(self._show)
        for edge in self.edges:
            edge.edited.connect(self._typed)
        self.fill(self._content([self.error, *self.edges, whole], page))
        self._show(drawn.edit.crop)

    def open(self) -> None:
        """The first edge has the focus."""
        super().open()
        self.edges[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _content(self, parts: list[QWidget], page: Page) -> QWidget:
        content = QWidget()
        is_wide = page.look.sizes.factor == 1
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way, content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(Space.TIGHT)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column, 1)
        return content

    def _crop(self) -> Crop:
        left, upper, right, lower = (each.thousandths() for each in self.edges)
        return left, upper, right, lower

    def _show(self, crop: Crop) -> None:
        self.frame.show_crop(crop)
        for edge, place in zip(self.edges, crop, strict=True):
            edge.show_thousandths(place)

    def _typed(self) -> None:
        left, upper, right, lower = self._crop()
        if left < right and upper < lower:
            self.frame.show_crop((left, upper, right, lower))

    def _answer(self, key: str) -> None:
        refusal = self._cut(self._crop()) if key == _CUT else ""
        if not refusal:
            super()._answer(key)
            return
        self.error.setText(refusal)
        self.error.show()
        self.edges[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, refusal)
