"""Today: what is overdue, what is due today, what comes next."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from filingdesk.desk.urgency import Entry
from filingdesk.ui.clerk.agenda import Recall, agenda
from filingdesk.ui.clerk.agenda_face import AgendaFace
from filingdesk.ui.clerk.agenda_model import ROW, AgendaModel, Line, longest_day
from filingdesk.ui.clerk.recount import Recount
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.text import Hint, Title

_LONG = 1000
"""Lines that are laid out in one go."""


class TodayPage(QWidget):
    """Signals `opened(str)` with the id of a case, `reminded(str)` with that of a reminder: Enter,
    or a click on its line; `outdated()` when its days have been counted anew."""

    opened = Signal(str)
    reminded = Signal(str)
    outdated = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        say, look = sitting.words.say, sitting.look
        groups = agenda(sitting.desk, sitting.today, sitting.desk.reminders())
        column = QVBoxLayout(self)
        margin = look.sizes.margin
        column.setContentsMargins(margin, Space.NEAR, margin, Space.NEAR)
        column.setSpacing(Space.TIGHT)
        day = sitting.words.day(sitting.today)
        column.addWidget(Title(look, say("Today is {day}", day=day)))
        self.recount = Recount(sitting)
        self.recount.done.connect(self.outdated)
        column.addWidget(self.recount)
        self.model = AgendaModel(sitting, groups)
        self.list = AgendaList(sitting, self.model)
        self.list.opened.connect(self.opened)
        self.list.reminded.connect(self.reminded)
        if groups:
            column.addWidget(self.list, 1)
            column.addWidget(
                Hint(look, say("Enter opens the case, with its days and its law. F1: all keys."))
            )
        else:
            words = say("There is nothing to look after. A filing appears here when it is signed.")
            column.addWidget(Note(look, words, kind=Kind.GOOD))
            column.addStretch(1)

    def take_focus(self) -> None:
        """To the list, which has a line chosen."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def case(self) -> str:
        """The id of the case whose line is chosen; empty without one."""
        return self.list.case_at(self.list.currentIndex())


class AgendaList(QListView):
    """The lines of the agenda; headings are passed over by the keyboard."""

    opened = Signal(str)
    reminded = Signal(str)

    def __init__(self, sitting: Sitting, model: AgendaModel) -> None:
        super().__init__()
        self.setAccessibleName(sitting.words.say("What is due"))
        if model.rowCount() > _LONG:  # what is in sight at once, the rest while nobody waits
            self.setLayoutMode(QListView.LayoutMode.Batched)
            self.setBatchSize(_LONG)
        self.setModel(model)
        self._face = AgendaFace(sitting.look, longest_day(sitting))
        self.setItemDelegate(self._face)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = model
        self._choose(model.place_of(sitting.case))
        self.clicked.connect(self._open)

    def case_at(self, index: QModelIndex) -> str:
        """The id of the case in a row; empty for a heading or a reminder."""
        entry = self._entry_at(index)
        return entry.found.case.id if isinstance(entry, Entry) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Home:  # Qt would go to the heading, and stay
            self._choose(self._model.place_of(""))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._face.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))

    def _open(self, index: QModelIndex) -> None:
        entry = self._entry_at(index)
        if isinstance(entry, Recall):
            self.reminded.emit(entry.reminder.id)
        elif entry is not None:
            self.opened.emit(entry.found.case.id)

    def _entry_at(self, index: QModelIndex) -> Entry | Recall | None:
        row = index.data(ROW) if index.isValid() else None
        return row.entry if isinstance(row, Line) else None
