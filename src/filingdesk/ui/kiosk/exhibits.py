"""The files in a slot: every page as a picture, and a way to take a file out again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import AttachedFile, MaterialAnswer
from filingdesk.core.pages import edits_of
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.kiosk.papers.drawn import DrawnPage, KeptPages
from filingdesk.ui.kiosk.papers.page_words import PageWords
from filingdesk.ui.kiosk.papers.photo_origin import PhotoOrigin, has_origin
from filingdesk.ui.kiosk.picture import FullPicture, PagePicture
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.text import Hint, Strong

_FEW = 2
"""So many pages are shown side by side and large; more of them smaller."""

_SHOWN = 12
"""So many pages of a file are shown here; the others where they are arranged."""


class AttachedFiles(QWidget):
    """Signals: `removed(str)` with the id of a file; `origin_wanted(str, bool)` with the id of a
    photo, and whether its time and place are kept. A touch on a page shows it large.
    """

    removed = Signal(str)
    origin_wanted = Signal(str, bool)

    def __init__(self, session: Session, said: MaterialAnswer) -> None:
        super().__init__()
        self._session, self._look, self._say = session, session.look, session.words.say
        self._words, self._kept = PageWords(session.words), KeptPages(session)
        self.first_pages: list[PagePicture] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for number, file in enumerate(said.files, 1):
            for part in self._parts(number, file):
                column.addWidget(part)

    def _parts(self, number: int, file: AttachedFile) -> list[QWidget]:
        parts = [self._head(number, file), self._pages(number, file)]
        if file.pages > _SHOWN:
            more = self._say(
                "{count} more pages of this file are attached. You see them all under “Arrange "
                "the pages”.",
                count=file.pages - _SHOWN,
            )
            parts.append(Hint(self._look, more))
        if has_origin(file):
            origin = PhotoOrigin(self._look, self._session.words, number, file)
            origin.wanted.connect(lambda keeps: self.origin_wanted.emit(file.id, keeps))
            parts.append(origin)
        return parts

    def _head(self, number: int, file: AttachedFile) -> QWidget:
        name = self._words.of_file(number, file)
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Strong(self._look, name), 1, Qt.AlignmentFlag.AlignVCenter)
        remove = LinkButton(self._look, self._say("Take it out"), icon="trash-2")
        remove.setAccessibleName(self._say("Take out: {name}", name=name))
        remove.clicked.connect(lambda: self.removed.emit(file.id))
        line.addWidget(remove)
        return head

    def _pages(self, number: int, file: AttachedFile) -> QWidget:
        pages = QWidget()
        grid = QGridLayout(pages)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.NEAR)
        columns = _FEW if file.pages <= _FEW else _FEW + 1
        for place, edit in enumerate(edits_of(file)[:_SHOWN]):
            page = self._kept.page(edit)
            name = self._words.of_page(number, file, place)
            picture = PagePicture(self._look, page, name)
            picture.clicked.connect(lambda _on=False, page=page, name=name: self._show(page, name))
            if not place:
                self.first_pages.append(picture)
            grid.addWidget(picture, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return pages

    def _show(self, page: DrawnPage, name: str) -> None:
        panel = Panel(self._look, room_of(self), name, "", self._say("Close"))
        panel.fill(FullPicture(self._look, page, name))
        panel.open()
