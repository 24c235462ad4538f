"""A clerk with a keyboard, and the cases of a morning; all people are made up."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.core.case import Case, Event, EventKind
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.desk import Desk
from filingdesk.ui.clerk.agenda_model import ROW, Group, Line
from filingdesk.ui.clerk.cases import CasesPage
from filingdesk.ui.clerk.pane import CasePane
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.widgets.errors import ErrorSummary
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.overlay import Overlay
from filingdesk.ui.widgets.text import Text

TODAY = date(2026, 11, 23)
SHANDONG, TIANJIN = "cn-shandong", "cn-tianjin"
PDF = b"%PDF-1.7 signed"
_BEIJING = timezone(timedelta(hours=8))
Happened = tuple[EventKind, date]


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def keep(
    desk: Desk,
    reference: str,
    *happened: Happened,
    person: str = "赵宁",
    title: str = "行政处罚信息",
    place: str = SHANDONG,
) -> Case:
    """A case with a history, kept in the desk's store."""
    signed_on = min((day for _, day in happened), default=TODAY)
    events = ((EventKind.SIGNED, signed_on), *happened)
    at = datetime(2026, 11, 23, 9, 30, tzinfo=_BEIJING)
    case = Case(
        id=reference,
        reference=reference,
        jurisdiction=place,
        kind="objection",
        person=person,
        title=title,
        authority="山东省公共信用信息中心",
        events=tuple(Event(kind, day, at) for kind, day in events),
    )
    signed = SignedFile(PDF, "cd" * 32, "CN=市民服务中心", Capacity.CENTRE_SEAL, at)
    desk.doors.store.open_case(case, b"{}", signed)
    return case


class Clerk:
    """What a clerk does and sees in the room."""

    def __init__(self, room: ClerkRoom, qtbot: QtBot) -> None:
        self.room = room
        self._qtbot = qtbot

    # ---------------------------------------------------------------- does

    def presses(
        self,
        *keys: Qt.Key,
        control: bool = False,
    ) -> None:
        """One key after the other, wherever the focus is."""
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier(0)
        for key in keys:
            QTest.keyClick(self.focus(), key, modifier)

    def types(self, text: str) -> None:
        """Text into the field that has the focus; Chinese as an input method writes it."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
            return
        written = QInputMethodEvent()
        written.setCommitString(text)
        QApplication.sendEvent(self.focus(), written)

    def waits(self, until: Callable[[], bool]) -> None:
        """Until something can be seen, five seconds at most."""
        self._qtbot.waitUntil(until, timeout=5000)

    def waits_for_the_work(self) -> None:
        """Until nothing covers the room any more."""
        self.waits(lambda: not self.overlays())

    def waits_for(self, question: str) -> None:
        """Until the room is covered by this question."""
        said = self.says(question)
        self.waits(lambda: said in [each.accessibleName() for each in self.overlays()])

    # ---------------------------------------------------------------- sees

    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        found = self.room.window().focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def today(self) -> TodayPage:
        assert isinstance(self.room.page, TodayPage)
        return self.room.page

    def cases(self) -> CasesPage:
        assert isinstance(self.room.page, CasesPage)
        return self.room.page

    def pane(self) -> CasePane:
        return self.cases().pane

    def agenda(self) -> list[str]:
        """The agenda from top to bottom: headings as they stand, lines by their person."""
        model = self.today().model
        rows = [model.index(number).data(ROW) for number in range(model.rowCount())]
        return [row.title if isinstance(row, Group) else row.person for row in rows]

    def lines(self) -> list[Line]:
        """The lines of the agenda without its headings."""
        model = self.today().model
        rows = [model.index(number).data(ROW) for number in range(model.rowCount())]
        return [row for row in rows if isinstance(row, Line)]

    def listed(self) -> list[str]:
        """The references in the list, from top to bottom."""
        model = self.cases().model
        return [model.id_at(row) for row in range(model.rowCount())]

    def reads(self, widget: QWidget | None = None) -> str:
        """All words of a widget, or of the room, that can be seen."""
        texts = (widget or self.room).findChildren(Text)
        return "\n".join(each.text() for each in texts if each.isVisible())

    def says(self, message: str, **places: object) -> str:
        """A sentence of the program, as the room says it."""
        return self.room.sitting.words.say(message, **places)

    def notes(self) -> list[str]:
        """What the notes of the pane say."""
        notes = self.pane().findChildren(Note)
        return [each.accessibleName() for each in notes if each.isVisible()]

    def problems(self) -> list[str]:
        """What the error summary says."""
        found = self.room.findChildren(ErrorSummary)
        return [each.accessibleName() for each in found if each.isVisible()]

    def overlays(self) -> list[Overlay]:
        """What covers the room."""
        return [each for each in self.room.findChildren(Overlay) if each.isVisible()]

    def chooses(self, words: str) -> None:
        """The button of an overlay."""
        overlay = self.overlays()[-1]
        buttons = overlay.findChildren(QWidget)
        button = next(each for each in buttons if each.accessibleName() == words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
