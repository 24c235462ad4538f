"""The kiosk room: shows the session's page between the top bar and the action bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.ui.kiosk.idle import Idle
from filingdesk.ui.kiosk.names import START
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.topbar import top_bar
from filingdesk.ui.kiosk.whereabouts import Whereabouts, bring_back, whereabouts
from filingdesk.ui.kiosk.wizard import PAGES, kind_of
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.banner import Banner
from filingdesk.ui.widgets.busy import Wait
from filingdesk.ui.widgets.buttons import PrimaryButton
from filingdesk.ui.widgets.guard import taps
from filingdesk.ui.widgets.note import Kind
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.page_frame import PageFrame
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.tasklist import TaskList
from filingdesk.words.problems import sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Kiosk(QWidget):
    """Everything a person can do at any time: back, help, other words, larger words, and go.

    Signal `titled(str)`: what the window is called now.
    """

    accessible_role = QAccessible.Role.Client
    titled = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.page: Page | None = None
        self._actions: ActionBar | None = None
        self._frame: PageFrame | None = None
        self._bar_for: tuple[bool, bool] | None = None
        self._banner = ""
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.idle = Idle(session, self)
        self.idle.gone.connect(self.erase)
        session.page_changed.connect(self.show_page)
        session.page_stale.connect(self.show_again)
        session.language_changed.connect(self._rebuild)
        session.look_changed.connect(self._rebuild)
        session.saved.connect(self._tell_saved)
        session.erase_wanted.connect(self.ask_erase)
        back = QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self)
        back.activated.connect(self._go_back)
        self._rebuild()

    def show_page(self) -> None:
        """Build the page that the session is at, and throw the former one away."""
        session = self.session
        if self._frame is None or self._bar_for != _bar_of(session):
            self._frame_anew()
        page = PAGES[kind_of(session)](session)
        page.tell_set_aside([] if session.problems else session.set_aside)
        page.show_problems(session.problems)
        self.page = page
        self._actions = self._action_bar(page)
        assert self._frame is not None
        tasks = self._task_list()
        self._frame.show_page(page, actions=self._actions, tasks=tasks)
        self._lay_out(self._frame, page, self._actions, tasks)
        self._tell_title(page)
        self._take_focus(page)

    def showEvent(self, event: QShowEvent) -> None:
        """What had the focus before there was a window around it has lost it."""
        super().showEvent(event)
        focus = self.window().focusWidget()
        if self.page is not None and (focus is None or not self.page.isAncestorOf(focus)):
            self._take_focus(self.page)

    def show_again(self) -> None:
        """Build the same page anew; the person finds everything where it was."""
        self._show_anew(whereabouts(self.page) if self.page else None, told=False)

    def _show_anew(self, place: Whereabouts | None, *, told: bool) -> None:
        """What is wrong takes the focus, unless it was `told` before and is being mended."""
        self.show_page()
        if place is None or self.page is None:
            return
        if not self.page.has_problems or (told and place.field):
            bring_back(self.page, place)

    def erase(self) -> None:
        """The person is gone: close what stands open, and forget everything.

        Work that still runs is waited for; what comes of it belongs to nobody.
        """
        self._close_overlays()
        try:
            self.session.erase()
        except UserProblem as refused:
            words = self.session.words
            self._show_banner(
                words.say(
                    "The last filing could not be erased from the disk yet. Please tell the "
                    "staff. {reason}",
                    reason=sentence(refused.problems[0], words),
                )
            )

    def ask_staff(self) -> None:
        """A clerk comes to the kiosk; nothing is lost meanwhile."""
        say = self.session.words.say
        self._ask(
            say("A clerk will come to you"),
            say("Please wait here. Your answers stay on this screen."),
            (Answer("stay", say("Go on with my filing"), primary=True),),
        )

    def ask_erase(self) -> None:
        """Nothing is erased by one careless touch."""
        say = self.session.words.say
        if self.session.case:
            title = say("Finish and clear the screen?")
            text = say(
                "Your filing is signed and kept under {reference}. Nothing of it stays on the "
                "screen.",
                reference=self.session.case.reference,
            )
        else:
            title = say("Erase everything and finish?")
            text = say("What you typed and every picture is erased from this computer.")
        overlay = self._ask(
            title,
            text,
            (
                Answer("stay", say("Go on with my filing"), primary=True),
                Answer("erase", say("Erase and finish")),
            ),
        )
        overlay.answered.connect(lambda key: self.erase() if key == "erase" else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on; only a story keeps its own Enter. Escape does nothing here."""
        if event.key() in _ENTER and self.page and self.page.primary_text:
            if not taps.repeats_key(event):
                taps.typed(event)
                self.page.go_on()
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        """Not from under what must be answered or waited for first."""
        if not any(each.isVisible() for each in self.window().findChildren(Overlay)):
            self.session.go_back()

    def _rebuild(self) -> None:
        place = whereabouts(self.page) if self.page else None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self.session.look, self.session.words.language)
        self._frame_anew()
        self._show_anew(place, told=True)

    def _frame_anew(self) -> None:
        """Bars and frame carry words and sizes: another language or look needs new ones."""
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
        bar = top_bar(self.session)
        bar.tapped.connect(self._help)
        self._bar_for, self._banner = _bar_of(self.session), ""
        self._frame = PageFrame(self.session.look, bar, say=self.session.words.say)
        self._room.addWidget(self._frame)
        if self.session.keeping.refusal:
            self._tell_saved(False)

    def _lay_out(self, frame: PageFrame, *parts: QWidget | None) -> None:
        """Everything has its place before the first stroke is painted: nothing jumps."""
        for each in (frame, *parts):
            if each is not None:
                each.show()
        self._room.activate()
        layout = frame.layout()
        if layout is not None:
            layout.activate()

    def _help(self, key: str) -> None:
        match key:
            case "staff":
                self.ask_staff()
            case "clerk":
                self.session.staff_wanted.emit()
            case _:
                self.ask_erase()

    def _action_bar(self, page: Page) -> ActionBar | None:
        buttons = [*page.more_buttons()]
        if page.primary_text:
            primary = PrimaryButton(self.session.look, page.primary_text)
            primary.clicked.connect(page.go_on)
            buttons.insert(0, primary)
        is_draft = self.session.draft is not None and self.session.case is None
        saved = self.session.words.say("Saved") if is_draft else ""
        return ActionBar(self.session.look, *buttons, saved=saved) if buttons else None

    def _task_list(self) -> TaskList | None:
        if self.session.draft is None:
            return None
        from filingdesk.ui.kiosk.progress import task_list

        return task_list(self.session)

    def _tell_title(self, page: Page) -> None:
        say = self.session.words.say
        error = bool(self.session.problems) and any(each.blocks for each in self.session.problems)
        title = say("Error: {title}", title=page.heading) if error else page.heading
        self.titled.emit(title)

    def _take_focus(self, page: Page) -> None:
        if page.has_problems:
            page.summary.take_focus()
            return
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(page, page.heading)

    def _tell_saved(self, is_saved: bool) -> None:
        if self._frame is None:
            return
        words = self.session.words
        if is_saved:
            self._frame.close_banners()
            self._banner = ""
        elif self.session.keeping.refusal:
            reason = sentence(self.session.keeping.refusal, words)
            self._show_banner(words.say("Not saved. {reason} We keep trying.", reason=reason))
        if self._actions is not None:
            self._actions.tell_saved(is_saved)

    def _show_banner(self, text: str) -> None:
        """Said once, however often the disk is tried again."""
        if text == self._banner:
            return
        assert self._frame is not None
        self._banner = text
        self._frame.close_banners()
        banner = Banner(self.session.look, text, kind=Kind.WRONG)
        self._frame.show_banner(banner)
        banner.speak()

    def _ask(self, title: str, text: str, answers: tuple[Answer, ...]) -> Overlay:
        overlay = Overlay(self.session.look, self, title, text, answers, escape="stay")
        overlay.open()
        return overlay

    def _close_overlays(self) -> None:
        for overlay in reversed(self.window().findChildren(Overlay)):
            if not overlay.isHidden() and not isinstance(overlay, Wait):
                overlay.dismiss()


def _bar_of(session: Session) -> tuple[bool, bool]:
    """What the top bar depends on besides language and look."""
    return session.is_open(), session.page == START
