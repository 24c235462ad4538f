"""The first start of a desk: its name, its passphrase, and the recovery code on paper."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.names import RECOVERY, START
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.code_card import CodeCard
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.text_field import TextField, Typed

CENTRE, PASSPHRASE, AGAIN = "centre", "passphrase", "again"
WRITTEN = "written"


class SetupPage(Page):
    """Asks what only the centre can say. The name survives a change of language; secrets do not.

    What is wrong is told on the page as it stands, so that nothing has to be typed again.
    """

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(
            session,
            say("Set up this desk"),
            intro=say(
                "This is done once. Everything the desk keeps is encrypted, and only the "
                "passphrase opens it."
            ),
        )
        self.primary_text = say("Set up")
        self.centre = TextField(
            self.look,
            say("Name of the service centre"),
            hint=say("It stands in the seal under every letter."),
        )
        self.centre.set_raw(session.spare.get(CENTRE, ""))
        self.centre.edited.connect(self._remember)
        self.passphrase = TextField(
            self.look,
            say("Passphrase"),
            hint=say("At least 10 characters. A sentence is easy to remember and hard to guess."),
            typed=Typed.SECRET,
        )
        self.again = TextField(self.look, say("The passphrase once more"), typed=Typed.SECRET)
        self.fields |= {CENTRE: self.centre, PASSPHRASE: self.passphrase, AGAIN: self.again}
        self.add(self.centre, self.passphrase, self.again, gap=Space.GROUP)

    def first_focus(self) -> QWidget:
        return self.centre

    def go_on(self) -> None:
        centre, passphrase = self.centre.raw().strip(), self.passphrase.raw()
        problems = []
        if not centre:
            problems.append(Problem(CENTRE, "centre-missing"))
        if passphrase != self.again.raw():
            problems.append(Problem(AGAIN, "passphrases-differ"))
        if problems:
            self._refuse(problems)
            return
        create, title = self.session.desk.doors.create, self.say("Setting up …")
        self.work(title, lambda: create(passphrase, centre), self._keep_code, self._refuse)

    def _refuse(self, problems: Sequence[Problem]) -> None:
        """What the desk says about its keys or its disk stands at the passphrase."""
        for field in self.fields.values():
            field.show_error(None)
        told = [each if each.where in self.fields else _at_passphrase(each) for each in problems]
        self.show_problems(told)
        self.summary.take_focus()

    def _keep_code(self, code: str) -> None:
        self.session.recovery_code = code
        self.session.show(RECOVERY)

    def _remember(self) -> None:
        self.session.spare[CENTRE] = self.centre.raw()


def _at_passphrase(problem: Problem) -> Problem:
    return replace(problem, where=PASSPHRASE)


class RecoveryPage(Page):
    """Shown this once; nobody goes on who has not said that it is on paper."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(
            session,
            say("Write down the recovery code"),
            intro=say("It opens the desk when the passphrase is forgotten. It is not shown again."),
        )
        self.primary_text = say("Continue")
        self.add(CodeCard(self.look, session.recovery_code), gap=Space.GROUP)
        text = say(
            "Keep the paper in the safe, away from this computer. Without the passphrase and "
            "without this code, nobody can ever read what the desk keeps."
        )
        self.add(Note(self.look, text, kind=Kind.CAREFUL))
        self.written = ChoiceCards(
            self.look,
            say("Is the code on paper?"),
            (Choice("yes", say("I have written the code down")),),
            several=True,
        )
        self.fields[WRITTEN] = self.written
        self.add(self.written)

    def go_on(self) -> None:
        if not self.written.values():
            self.session.tell(Problem(WRITTEN, "code-not-written"))
            return
        self.session.recovery_code = ""
        self.session.show(START)
