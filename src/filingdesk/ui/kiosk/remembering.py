"""Who came too early: the first day on paper, on a stick, and in this desk's reminders."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType
from filingdesk.ui.kiosk.counting import TakeAway
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.overlay import Answer
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.consent import REMINDER
from filingdesk.words.problems import sentence

_KEEP = "keep"
_KEPT = "reminder"
"""Of which draft this desk keeps a reminder, among what the session keeps."""


def remembering(page: Page, day: date) -> Iterator[QWidget]:
    """A sheet and a calendar file to take away, and a reminder that this desk keeps."""
    session, look, say = page.session, page.look, page.say
    desk, draft, language = session.desk, session.here, session.words.language
    written = session.words.day(day)
    yield Heading(look, say("So that you do not forget the day"))
    text = say(
        "Take a page with you that says from when, and by which rule. On a stick there is also a "
        "file that puts the day into the calendar of your telephone."
    )
    yield Body(look, text)
    sheet = ToTake(
        f"{draft.id}-from",
        lambda: desk.earliest_sheet(draft, language),
        {"ics": lambda: desk.calendar_file(draft, language)},
    )
    yield TakeAway(page, sheet, written)
    yield Remembered(page, day)


class Remembered(QWidget):
    """A button that opens the form; once a reminder is kept, what is kept."""

    def __init__(self, page: Page, day: date) -> None:
        super().__init__()
        self._page, self._day = page, day
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SNUG)
        if page.session.spare.get(_KEPT) == page.session.here.id:
            self._column.addWidget(self._kept())
            return
        text = page.say("This desk can also keep your answers, and a clerk is reminded on the day.")
        self._column.addWidget(Body(page.look, text))
        self.button = QuietButton(page.look, page.say("Remind me"), icon="bell")
        self.button.clicked.connect(self.ask)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self) -> None:
        """Who is reminded, and that they agree."""
        RemindMe(self._page, self._day).open()

    def _kept(self) -> Note:
        page = self._page
        text = page.say(
            "From {day} on your filing can begin here where you stopped. Say your reference "
            "number: {reference}.",
            day=page.session.words.day(self._day),
            reference=page.session.here.id,
        )
        title = page.say("This desk keeps a reminder for you")
        return Note(page.look, text, kind=Kind.GOOD, title=title)


class RemindMe(Panel):
    """Nothing is kept of anybody who has not agreed to that here."""

    def __init__(self, page: Page, day: date) -> None:
        say = page.say
        written = page.session.words.day(day)
        super().__init__(
            page.look,
            room_of(page),
            say("A reminder for {day}", day=written),
            "",
            say("Cancel"),
            Answer(_KEEP, say("Keep the reminder"), primary=True),
        )
        self._page = page
        said = page.session.here.answers
        self.person = TextField(
            page.look,
            say("Name"),
            hint=say("Or any word by which you will know it again."),
            columns=30,
        )
        self.person.set_raw(_said(page, AnswerType.NAME))
        self.contact = TextField(
            page.look,
            say("Telephone number, if a clerk may call you (optional)"),
            typed=Typed.PHONE,
            columns=30,
        )
        self.contact.set_raw(said.text("phone"))
        agree = Choice("yes", say("I agree that this desk keeps my answers until then"))
        self.consent = ChoiceCards(page.look, say("Your agreement"), (agree,), several=True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        for each in (
            *(Body(page.look, say(each)) for each in REMINDER),
            self.person,
            self.contact,
            self.consent,
        ):
            column.addWidget(each)
        self.fill(content)

    def open(self) -> None:
        """The first line has the focus."""
        super().open()
        self.person.setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self, key: str) -> None:
        if key == _KEEP:
            self._keep()
        else:
            super()._answer(key)

    def _keep(self) -> None:
        say = self._page.say
        self.consent.show_error(
            None
            if self.consent.values()
            else say("Please agree first. Without that nothing is kept here.")
        )
        if self.consent.error():
            self.consent.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.consent.error())
            return
        desk, draft = self._page.session.desk, self._page.session.here
        try:
            desk.remind(draft, self.person.raw(), self.contact.raw())
        except UserProblem as refused:
            self._refused(refused.problems)
            return
        self._page.session.spare[_KEPT] = draft.id
        self.dismiss()
        self._page.session.page_stale.emit()

    def _refused(self, problems: Sequence[Problem]) -> None:
        spoken = self._page.session.words
        words = spoken.together([sentence(each, spoken) for each in problems])
        self.person.show_error(words)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)


def _said(page: Page, type: AnswerType) -> str:
    """The first answer of that type, where one was given already."""
    answers, kind = page.session.here.answers, page.session.interview.kind
    asked = (each.id for each in kind.questions.values() if each.type is type)
    return next(filter(None, (answers.text(each) for each in asked)), "")
