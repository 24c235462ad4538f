"""The clerk's room: a rail with the ways, and beside it today, the cases or one case."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from filingdesk.desk import Desk
from filingdesk.ui.clerk import display
from filingdesk.ui.clerk.cases import CasesPage
from filingdesk.ui.clerk.check_filing import CheckPage
from filingdesk.ui.clerk.idle import Idle, Patience
from filingdesk.ui.clerk.keys import Key, table
from filingdesk.ui.clerk.new_code import AskNewCode
from filingdesk.ui.clerk.new_passphrase import AskNewPassphrase
from filingdesk.ui.clerk.pane import CasePane
from filingdesk.ui.clerk.rail import Rail
from filingdesk.ui.clerk.reminder_page import ReminderPage
from filingdesk.ui.clerk.settings import SettingsPage
from filingdesk.ui.clerk.sign_in import SignInPage
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.clerk.ways import (
    CASES,
    CHECK,
    CLOSE,
    DESK,
    DISPLAY,
    KIOSK,
    LANGUAGE,
    LOCK,
    NEW,
    NEW_CODE,
    NEW_PASSPHRASE,
    SETTINGS,
    TODAY,
    ways,
)
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.words.catalogue import Words

_Page = TodayPage | CasesPage | CheckPage | ReminderPage | SettingsPage


class ClerkRoom(QWidget):
    """For a clerk who has signed in, on an open desk. Dresses the application in its own look.

    Locked, by the clerk or because nobody is there, it shows the sign-in and nothing of any case.
    Signals: `left()` to the citizens' pages; there too, to begin one: `new_filing()`, or that of a
    reminder, `reminded(str)`; `closed()` the program is to be closed; `language_changed(str)` with
    the locale that was picked; `locked()` and `entered()` when the clerk is gone, and back.
    """

    accessible_role = QAccessible.Role.Client
    left = Signal()
    new_filing = Signal()
    reminded = Signal(str)
    closed = Signal()
    language_changed = Signal(str)
    locked = Signal()
    entered = Signal()

    def __init__(
        self,
        desk: Desk,
        language: str,
        *,
        look: Look | None = None,
        patience: Patience | None = None,
    ) -> None:
        super().__init__()
        self.sitting = Sitting(desk, Words(language), look or Look(LIGHT, CLERK))
        self.page: _Page | SignInPage | None = None
        self.rail: Rail | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.idle = Idle(self.sitting, self, patience or Patience())
        self.idle.gone.connect(self.lock)
        for key, deed in self._deeds().items():
            self._bind(key, deed)
        self.enter()

    def enter(self) -> None:
        """The clerk is there: put up the rail, and show what is due."""
        self._clear()
        self._furnish()
        self.show_today()
        self.idle.start()
        self.entered.emit()

    # ---------------------------------------------------------------- the rooms

    def show_today(self) -> None:
        """What is due, read anew."""
        page = TodayPage(self.sitting)
        page.opened.connect(self.open_case)
        page.reminded.connect(self.open_reminder)
        page.outdated.connect(self.show_today)
        self._show(page, TODAY)
        page.take_focus()

    def show_cases(self) -> CasesPage:
        """The list, read anew, with what was searched for."""
        page = CasesPage(self.sitting, self)
        page.left.connect(self.show_today)
        self._show(page, CASES)
        page.take_focus()
        return page

    def show_check(self) -> CheckPage:
        """Where a filing from anywhere is checked."""
        page = CheckPage(self.sitting, self)
        page.left.connect(self.show_today)
        self._show(page, CHECK)
        page.take_focus()
        return page

    def show_settings(self) -> None:
        """How this desk signs: as it is kept, or as it was typed."""
        self._throw_page_away()  # what is typed there is found again
        page = SettingsPage(self.sitting, self)
        page.left.connect(self.show_today)
        self._show(page, DESK)
        page.take_focus()

    def open_case(self, id: str) -> None:
        """A case from the agenda; Escape leads back there."""
        self.sitting.case = id
        self.show_cases().open(id, guest=True)

    def open_reminder(self, id: str) -> None:
        """A reminder from the agenda; Escape leads back there."""
        page = ReminderPage(self.sitting, self.sitting.desk.reminder(id), self)
        page.left.connect(self.show_today)
        page.started.connect(self.reminded)
        self._show(page, TODAY)
        page.take_focus()

    def tell_busy(self) -> None:
        """Somebody's filing is open on the citizens' pages: another one must wait."""
        say = self.sitting.words.say
        there = Answer("there", say("To the citizens' pages"), primary=True)
        overlay = Overlay(
            self.sitting.look,
            self,
            say("Another filing is still open"),
            say("Finish it or erase it on the citizens' pages first. The reminder stays here."),
            (there, Answer("stay", say("Cancel"))),
            escape="stay",
        )
        overlay.answered.connect(lambda key: self.left.emit() if key == there.key else None)
        overlay.open()

    def lock(self) -> None:
        """Throw every widget away, and forget what was typed; only the sign-in is left."""
        self.idle.stop()
        for overlay in self.findChildren(Overlay):
            overlay.dismiss()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._clear()
        self.sitting.forget()
        sitting = self.sitting
        page = SignInPage(sitting.desk, sitting.words, sitting.look)
        page.signed_in.connect(self.enter)
        page.left.connect(self.left)
        self._put(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.locked.emit()

    # ---------------------------------------------------------------- how it looks and speaks

    def set_language(self, language: str) -> None:
        """Say everything in another language."""
        self.sitting.speak(Words(language))
        self._rebuild()
        self.language_changed.emit(language)

    def set_display(self, option: str) -> None:
        """Another text size or another palette."""
        self.sitting.look = display.changed(self.sitting.look, option)
        self._rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        surface = self.window().windowHandle()
        if surface is not None:
            self.idle.watch(surface)
        if not event.spontaneous() and isinstance(self.page, _Page):
            self.page.take_focus()

    # ---------------------------------------------------------------- inside

    def _deeds(self) -> dict[Key, Callable[[], object]]:
        return {
            Key.HELP: self._tell_keys,
            Key.TODAY: self.show_today,
            Key.CASES: self.show_cases,
            Key.CHECK: self.show_check,
            Key.SCAN: self._open_scan,
            Key.SEARCH: self._search,
            Key.SLASH: self._search,
            Key.NEW: self.new_filing.emit,
            Key.RECORD: lambda: self._with_case(CasePane.record),
            Key.PAGES: lambda: self._with_case(CasePane.see_pages),
            Key.PRINT: lambda: self._with_case(CasePane.print),
            Key.SAVE: lambda: self._with_case(CasePane.save),
            Key.RECEIVE: lambda: self._with_case(CasePane.receive),
            Key.SETTINGS: self.show_settings,
            Key.LOCK: self.lock,
        }

    def _bind(self, key: Key, deed: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key.value), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: None if self._is_covered() else deed())

    def _is_covered(self) -> bool:
        """Whether something must be answered or waited for first."""
        locked = isinstance(self.page, SignInPage)
        return locked or any(each.isVisible() for each in self.findChildren(Overlay))

    def _search(self) -> None:
        page = self.page if isinstance(self.page, CasesPage) else self.show_cases()
        page.start_search()

    def _open_scan(self) -> None:
        page = self.page if isinstance(self.page, CasesPage) else self.show_cases()
        page.open_scan()

    def _with_case(self, deed: Callable[[CasePane], None]) -> None:
        if isinstance(self.page, TodayPage):
            case = self.page.case()
            if not case:
                return
            self.open_case(case)
        if not isinstance(self.page, CasesPage):
            return
        pane = self.page.chosen()
        if pane is not None:
            deed(pane)

    def _tell_keys(self) -> None:
        words = self.sitting.words
        close = Answer("close", words.say("Close"), primary=True)
        Overlay(
            self.sitting.look,
            self,
            words.say("All keys"),
            table(words),
            (close,),
            escape=close.key,
        ).open()

    def _show(self, page: _Page, room: str) -> None:
        self._put(page)
        assert self.rail is not None
        self.rail.show_room(room)

    def _put(self, page: _Page | SignInPage) -> None:
        self._throw_page_away()
        self.page = page
        self._row.addWidget(page, 1)
        page.show()
        self._row.activate()

    def _throw_page_away(self) -> None:
        if self.page is not None:
            if isinstance(self.page, TodayPage):
                self.sitting.case = self.page.case() or self.sitting.case
            elif isinstance(self.page, SettingsPage):
                self.sitting.settings = self.page.unkept()
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    def _clear(self) -> None:
        self._throw_page_away()
        if self.rail is not None:
            self.rail.hide()
            self.rail.deleteLater()
            self.rail = None

    def _furnish(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self.sitting.look, self.sitting.words.language)
        self.rail = Rail(self.sitting.look, self.sitting.words.say("Rooms"), ways(self.sitting))
        self.rail.tapped.connect(self._go)
        self.rail.picked.connect(self._pick)
        self._row.addWidget(self.rail)

    def _rebuild(self) -> None:
        before = self.page
        reminder = self.page.reminder.id if isinstance(self.page, ReminderPage) else ""
        self._clear()
        self._furnish()
        if reminder:
            self.open_reminder(reminder)
        elif isinstance(before, CasesPage):
            self.show_cases().take_over(before)
        elif isinstance(before, CheckPage):
            self.show_check().take_over(before)
        elif isinstance(before, SettingsPage):
            self.show_settings()
        else:
            self.show_today()

    def _go(self, key: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            TODAY: self.show_today,
            CASES: self.show_cases,
            NEW: self.new_filing.emit,
            CHECK: self.show_check,
        }
        deeds[key]()

    def _pick(self, key: str, value: str) -> None:
        match key:
            case _ if key == LANGUAGE:
                self.set_language(value)
            case _ if key == DISPLAY:
                self.set_display(value)
            case _:
                self._deeds_of_menus()[value]()

    def _deeds_of_menus(self) -> Mapping[str, Callable[[], object]]:
        """What is picked under the desk, and to leave it."""
        return {
            SETTINGS: self.show_settings,
            NEW_PASSPHRASE: lambda: AskNewPassphrase(self.sitting, self).open(),
            NEW_CODE: lambda: AskNewCode(self.sitting, self).open(),
            LOCK: self.lock,
            KIOSK: self.left.emit,
            CLOSE: self.closed.emit,
        }
