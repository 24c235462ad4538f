"""The cases: search, list, and the case beside it where there is room, else in its place."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filingdesk.desk import CaseToday
from filingdesk.desk.replies import Scanned
from filingdesk.ui.clerk.case_model import CaseModel
from filingdesk.ui.clerk.case_table import CaseTable
from filingdesk.ui.clerk.keys import Key, tipped
from filingdesk.ui.clerk.pane import CasePane
from filingdesk.ui.clerk.record_form import RecordForm
from filingdesk.ui.clerk.recount import Recount
from filingdesk.ui.clerk.scanning import Scanning
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.text import Hint, Title
from filingdesk.ui.widgets.text_field import TextField

PAUSE = 150
"""Milliseconds after the last key before a search, or the case of another row, is shown."""
_LIST_EM = 30
"""Em that the list needs beside a case."""


class CasesPage(QWidget):
    """Signal `left()` when Escape leads out of the list, or out of a case opened from elsewhere."""

    left = Signal()

    def __init__(self, sitting: Sitting, room: QWidget) -> None:
        super().__init__()
        self._sitting = sitting
        self._guest = False
        self._open = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self._settle = QTimer(self, singleShot=True, interval=PAUSE)
        self._settle.timeout.connect(self._follow)
        self.model = CaseModel(sitting)
        self.table = CaseTable(sitting, self.model)
        self.pane = CasePane(sitting, room)
        self.scanning = Scanning(sitting, room, self)
        self.scanning.found.connect(self._scanned)
        self.search = TextField(
            sitting.look,
            sitting.words.say("Search"),
            hint=sitting.words.say("A reference, a person, a document number or an authority"),
        )
        self.search.set_raw(sitting.search)
        self._count = Hint(sitting.look, "")
        self._none = Note(sitting.look, sitting.words.say("No case matches."))
        self._lay_out()
        self._connect()
        self._recount = Recount(sitting)
        self._recount.done.connect(self._load)
        self._list_column.insertWidget(self._list_column.indexOf(self.table), self._recount)
        self._load()

    def open(self, case: str, *, guest: bool = False) -> None:
        """Show a case. A guest comes from another room, and Escape leads back there."""
        if self.model.place_of(case) < 0:
            self.search.set_raw("")
            self._load()
        self._guest, self._open = guest, True
        self.table.choose(case)
        self._follow()
        self._arrange()
        self.pane.take_focus()

    def take_over(self, before: "CasesPage") -> None:
        """Open what stood open on another page, which is thrown away."""
        if before._open and before.pane.case():
            self.open(before.pane.case(), guest=before._guest)
            if isinstance(before.pane.page, RecordForm):
                self.pane.record()

    def take_focus(self) -> None:
        """To the list, or to the search where there is nothing to choose from."""
        target = self.table if self.model.rowCount() else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_search(self) -> None:
        """To the search, what was searched before being replaced by the next key."""
        self._close()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.box.selectAll()

    def open_scan(self) -> None:
        """Open the case of a photo or a scan."""
        self.scanning.begin()

    def chosen(self) -> CasePane | None:
        """The pane, with the case that is chosen in it; None where there is none."""
        if not self.table.case():
            return None
        self._open = True
        self._follow()
        self._arrange()
        if not self.is_split():
            self.pane.take_focus()
        return self.pane

    def is_split(self) -> bool:
        """Whether list and case stand side by side."""
        least = CasePane.wish(self._sitting.look) + _LIST_EM * self._sitting.look.sizes.body
        return self.width() >= least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that nobody sees asks the desk for nothing."""
        super().hideEvent(event)
        self._pause.stop()
        self._settle.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and Down lead from the search into the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        ):
            self._search()
            self.take_focus()
            return True
        return False

    # ---------------------------------------------------------------- inside

    def _lay_out(self) -> None:
        look, say = self._sitting.look, self._sitting.words.say
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._list = QWidget()
        column = self._list_column = QVBoxLayout(self._list)
        margin = look.sizes.margin
        column.setContentsMargins(margin, Space.NEAR, margin, Space.NEAR)
        column.setSpacing(Space.TIGHT)
        column.addWidget(Title(look, say("Cases")))
        column.addWidget(self.search)
        scan = QuietButton(look, say("Open by scan or photo"), icon="qr-code")
        scan.clicked.connect(self.open_scan)
        column.addWidget(tipped(scan, Key.SCAN), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._count)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        row.addWidget(self._list, 1)
        row.addWidget(self.pane)

    def _connect(self) -> None:
        self.search.edited.connect(self._pause.start)
        self.search.box.installEventFilter(self)
        self.table.chosen.connect(lambda _id: self._settle.start())
        self.table.opened.connect(self.open)
        self.table.clicked.connect(self._tapped)
        self.pane.changed.connect(self._changed)
        self.pane.left.connect(self._leave_case)

    def _scanned(self, scanned: Scanned) -> None:
        self.open(scanned.found.case.id)
        if not scanned.is_ours:
            say = self._sitting.words.say
            told = say("The code on this paper was not made for this filing. Compare both.")
            self.pane.warn(told)

    def _search(self) -> None:
        if self._pause.isActive() or self.search.raw() != self._sitting.search:
            self._pause.stop()
            self._load()

    def _load(self) -> None:
        sitting = self._sitting
        sitting.search = self.search.raw()
        found = sitting.desk.cases(sitting.search, waits=False)
        self.model.show(found)
        self.table.choose(sitting.case)
        words = sitting.words
        self._count.setText(
            words.say("1 case")
            if len(found) == 1
            else words.say("{count} cases", count=words.number(len(found)))
        )
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        self._settle.start()

    def _follow(self) -> None:
        """Show the case of the row that is chosen, if somebody can see it."""
        self._settle.stop()
        id = self.table.case()
        self._sitting.case = id or self._sitting.case
        if (self.is_split() or self._open) and id != self.pane.case():
            self.pane.show_case(id)

    def _tapped(self) -> None:
        """Side by side, the row shows its case by being chosen, and the keys stay in the list."""
        if not self.is_split():
            self.open(self.table.case())

    def _changed(self, found: CaseToday) -> None:
        self.model.replace(found)
        if self.is_split() and not self._guest:
            self.take_focus()

    def _leave_case(self) -> None:
        if self._guest:
            self.left.emit()
        else:
            self._close()
            self.take_focus()

    def _close(self) -> None:
        self._guest, self._open = False, False
        self._arrange()

    def _arrange(self) -> None:
        split = self.is_split()
        self._list.setVisible(split or not self._open)
        self.pane.setVisible(split or self._open)
        say = self._sitting.words.say
        back = say("Today") if self._guest else say("All cases")
        self.pane.show_back("" if split else back)
        if split:
            self.pane.setFixedWidth(CasePane.wish(self._sitting.look))
            self._settle.start()
        else:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(16777215)
