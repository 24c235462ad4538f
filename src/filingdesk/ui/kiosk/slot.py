"""One paper: what is said of it, its pictures, and what it means to do without."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.pack import Material
from filingdesk.ui.kiosk.exhibits import AttachedFiles
from filingdesk.ui.kiosk.papers.keeping_originals import KeepingOriginals
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.paint import focus_ring
from filingdesk.ui.widgets.text import Hint
from filingdesk.words.terms import MATERIAL_STATES

_UNTIL_LAID_OUT = 50
"""Milliseconds: a picture has its place when the layouts around it have theirs."""


class Slot(ChoiceCards):
    """What hangs on the choice is told below the cards, at once and in its place.

    Signals: `chosen(str)` with the state, `file_wanted()`, `files_dropped(list)` with their paths,
    `file_removed(str)` with its id, `arranging_wanted()`, `reading_wanted()`,
    `originals_wanted(bool)`, `origin_wanted(str, bool)` with a photo's id, `day_said(str)`.
    """

    file_wanted = Signal()
    files_dropped = Signal(list)
    file_removed = Signal(str)
    arranging_wanted = Signal()
    reading_wanted = Signal()
    originals_wanted = Signal(bool)
    origin_wanted = Signal(str, bool)
    day_said = Signal(str)

    def __init__(self, session: Session, material: Material, said: MaterialAnswer | None) -> None:
        say = session.words.say
        name = session.text(material.text)
        super().__init__(
            session.look,
            name,
            [Choice(state.value, say(words)) for state, words in MATERIAL_STATES.items()],
            label=name if material.required else say("{question} (optional)", question=name),
            hint=session.text(material.example),
            columns=2 if session.look.sizes.factor == 1 else 1,
        )
        self._session, self._material, self._say = session, material, say
        self._attached: AttachedFiles | None = None
        self.day: DateFields | None = None
        self._is_under_files = False
        self.setAcceptDrops(session.may_browse)
        self._below = QWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = QVBoxLayout(self._below)
        self._rows.setContentsMargins(0, Space.SNUG, 0, 0)
        self._rows.setSpacing(Space.SNUG)
        self.place(self._below, gap=0)
        self.tell(said)

    def tell(self, said: MaterialAnswer | None) -> None:
        """Show what was said; what is below the cards is built anew."""
        self.set_values((said.state.value,) if said else ())
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._attached, self.day = None, None
        parts = self._parts(said)
        for part in parts:
            self._rows.addWidget(part)
        self._below.setVisible(bool(parts))

    def look_at(self, file: int) -> None:
        """Give the focus to the first picture of a file, counted from 0, once it has its place."""
        pages = self._attached.first_pages if self._attached is not None else []
        if file < len(pages):
            newest = pages[file]
            timer = QTimer(newest, singleShot=True)
            timer.timeout.connect(lambda: newest.setFocus() if newest.isVisible() else None)
            timer.start(_UNTIL_LAID_OUT)

    def _parts(self, said: MaterialAnswer | None) -> list[QWidget]:
        parts: list[QWidget] = []
        if said and said.state is MaterialState.ATTACHED:
            parts += self._files(said)
        elif said and said.state is not MaterialState.CLERK_SAW:
            parts += self._consequence(said)
        law = sources(self._session, self._material.citations)
        return [*parts, law] if law else parts

    def _files(self, said: MaterialAnswer) -> list[QWidget]:
        parts: list[QWidget] = [self._buttons(said)]
        if self._session.may_browse:
            parts.append(Hint(self.look, self._say("You can also drop files here.")))
        if not said.files:
            return parts
        self._attached = AttachedFiles(self._session, said)
        self._attached.removed.connect(self.file_removed)
        self._attached.origin_wanted.connect(self.origin_wanted)
        originals = KeepingOriginals(self.look, self._say, self.accessibleName(), said)
        originals.wanted.connect(self.originals_wanted)
        return [self._attached, *parts, originals]

    def _buttons(self, said: MaterialAnswer) -> QWidget:
        """What can be done with the files; with none yet there is one thing to do."""
        words = self._say("Add more files") if said.files else self._say("Choose files")
        buttons = [self._button(words, "paperclip", self.file_wanted)]
        if said.files:
            words = self._say("Arrange the pages")
            buttons.append(self._button(words, "list-checks", self.arranging_wanted))
        if said.files and self._session.desk.can_read(said.material):
            words = self._say("Read the paper for me")
            buttons.append(self._button(words, "scan-line", self.reading_wanted))
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(Space.NEAR)
        row.setLayout(flow)
        flow.add(*buttons)
        return row

    def _button(self, words: str, icon: str, wanted: SignalInstance) -> QuietButton:
        button = QuietButton(self.look, words, icon=icon)
        button.setAccessibleName(f"{words}: {self.accessibleName()}")
        button.clicked.connect(wanted)
        return button

    def _consequence(self, said: MaterialAnswer) -> list[QWidget]:
        sentences = [self._session.text(self._material.consequence)]
        parts: list[QWidget] = []
        if said.state is MaterialState.WILL_BRING:
            sentences.insert(0, self._say("Bring it when you hand the letter over."))
            parts.append(self._day(said.by))
        text = "\n".join(each for each in sentences if each)
        kind = Kind.CAREFUL if self._material.required else Kind.PLAIN
        return [*([Note(self.look, text, kind=kind)] if text else []), *parts]

    def _day(self, by: str) -> QWidget:
        label = self._say("By which day will you bring it? (optional)")
        hint = self._say("The letter names this day, so that the authority waits for the paper.")
        self.day = DateFields(self.look, label, say=self._say, hint=hint)
        self.day.set_raw(by)
        day = self.day
        day.edited.connect(lambda: self.day_said.emit(day.raw()))
        return day

    # ---------------------------------------------------------------- at a clerk's desk

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped; the button does the same."""
        if _paths(event.mimeData().urls()):
            event.acceptProposedAction()
            self._lie_under_files(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._lie_under_files(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Taken once the drag is over: reading them may take a while."""
        self._lie_under_files(False)
        event.acceptProposedAction()
        paths = _paths(event.mimeData().urls())
        QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_under_files:
            focus_ring(QPainter(self), QRectF(self.rect()), self.look)

    def _lie_under_files(self, is_under: bool) -> None:
        self._is_under_files = is_under
        self.update()


def _paths(urls: Sequence[QUrl]) -> list[Path]:
    return [Path(each.toLocalFile()) for each in urls if each.isLocalFile()]
