"""The staff's pages: open the desk, and decide about a filing that was interrupted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.names import INTERRUPTED, START
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.text import Body
from filingdesk.ui.widgets.text_field import TextField, Typed

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a field


class _ProofPage(Page):
    """A page where a passphrase may be asked for; it is forgotten when the page is built anew."""

    secret: TextField | None = None

    def ask_secret(self, hint: str = "") -> None:
        """Put the field for it on the page."""
        self.secret = TextField(
            self.look, self.say("Passphrase"), hint=hint, typed=Typed.SECRET, columns=40
        )
        self.fields[PASSPHRASE] = self.secret
        self.add(self.secret)

    def first_focus(self) -> QWidget:
        return self.secret or self.title

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Whatever the desk says about its keys belongs to this field."""
        super().show_problems([Problem(PASSPHRASE, each.code, each.facts) for each in problems])

    def typed(self) -> str:
        """The passphrase as it stands in the field."""
        return self.secret.raw() if self.secret else ""


class UnlockPage(_ProofPage):
    """The start of the day."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(session, say("Open this desk"))
        self.primary_text = say("Open")
        self.ask_secret(say("The recovery code opens it too."))

    def go_on(self) -> None:
        session, secret = self.session, self.typed()
        unlock = session.desk.doors.unlock
        self.work(self.say("Opening …"), lambda: unlock(secret), lambda _: after_unlock(session))


class OpeningPage(Page):
    """For the moment in which the desk opens by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.words.say("One moment, please"))


class InterruptedPage(_ProofPage):
    """A power cut left a filing behind. Only the staff may show it again."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(
            session,
            say("A filing was interrupted"),
            intro=say(
                "It is kept on this desk, encrypted. Continue it only if the person is still "
                "here; the next person must not see it."
            ),
        )
        self.primary_text = say("Continue it")
        draft = session.interrupted
        if draft and draft.saved_at:
            moment = session.words.moment(draft.saved_at)
            self.add(Body(self.look, say("Last saved: {moment}", moment=moment)))
        if session.is_unproven:
            self.ask_secret()

    def more_buttons(self) -> Sequence[QWidget]:
        erase = QuietButton(self.look, self.say("Erase it"), icon="eraser")
        erase.clicked.connect(self._erase)
        return (erase,)

    def go_on(self) -> None:
        secret, prove = self.typed(), self.session.desk.doors.prove
        if self.session.is_unproven:
            self.work(self.say("Opening …"), lambda: prove(secret), lambda _: self._resume())
        else:
            self._resume()

    def _resume(self) -> None:
        if self.session.interrupted is not None:
            self.session.resume(self.session.interrupted)

    def _erase(self) -> None:
        if self.session.interrupted is not None:
            self.session.desk.erase(self.session.interrupted)
        after_unlock(self.session)


def after_unlock(session: Session) -> None:
    """To the start page, unless a filing was left behind."""
    session.interrupted = session.desk.interrupted()
    session.show(INTERRUPTED if session.interrupted else START)
