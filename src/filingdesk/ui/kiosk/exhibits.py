"""The files in a slot: every page as a picture, and a way to take a file out again."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import AttachedFile, MaterialAnswer
from filingdesk.core.problem import UserProblem
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.kiosk.picture import FullPicture, PagePicture
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.text import Strong

_FEW = 2
"""So many pages are shown side by side and large; more of them smaller."""


class AttachedFiles(QWidget):
    """Signal `removed(str)` with the id of a file. A touch on a page shows it large."""

    removed = Signal(str)

    def __init__(self, session: Session, said: MaterialAnswer) -> None:
        super().__init__()
        self._session, self._look, self._say = session, session.look, session.words.say
        self.first_pages: list[PagePicture] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for number, file in enumerate(said.files, 1):
            column.addWidget(self._head(number, file))
            column.addWidget(self._pages(number, file))

    def _head(self, number: int, file: AttachedFile) -> QWidget:
        name = self._say("File {number}, pages: {pages}", number=number, pages=file.pages)
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
        drawn = _Pages(self._session, file)
        for place in range(file.pages):
            name = self._say(
                "File {number}, page {page} of {pages}",
                number=number,
                page=place + 1,
                pages=file.pages,
            )
            picture = PagePicture(self._look, partial(drawn.jpeg, place), name)
            picture.clicked.connect(
                lambda _on=False, place=place, name=name: self._enlarge(drawn, place, name)
            )
            if not place:
                self.first_pages.append(picture)
            grid.addWidget(picture, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return pages

    def _enlarge(self, drawn: "_Pages", place: int, name: str) -> None:
        panel = Panel(self._look, room_of(self), name, "", self._say("Close"))
        panel.fill(FullPicture(self._look, drawn.jpeg(place), name))
        panel.open()


class _Pages:
    """The pages of one file, fetched from the store when the first is drawn."""

    def __init__(self, session: Session, file: AttachedFile) -> None:
        self._store, self._draft, self._file = session.desk.doors.store, session.here.id, file
        self._jpegs: tuple[bytes, ...] | None = None

    def jpeg(self, place: int) -> bytes:
        """One page; nothing where the store has lost it: the filing will say so."""
        if self._jpegs is None:
            try:
                self._jpegs = self._store.file(self._draft, self._file.id).pages
            except UserProblem:
                self._jpegs = ()
        return self._jpegs[place] if place < len(self._jpegs) else b""
