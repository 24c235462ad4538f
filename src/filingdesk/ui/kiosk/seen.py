"""Originals that a clerk has seen: the letter says it as a fact, so only a clerk may say it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.overlay import Answer
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.problems import sentence

_CONFIRM = "confirm"


class OriginalsSeen(Panel):
    """Which papers, and the desk's passphrase: one proof for what is ticked, and for nothing else.

    `papers` are names by id, of which `first` is ticked already; `take` gets the ids once the
    passphrase has opened the store's vault. Whoever cancels has said nothing.
    """

    def __init__(
        self,
        page: Page,
        papers: Mapping[str, str],
        first: str,
        take: Callable[[Sequence[str]], None],
    ) -> None:
        say = page.say
        super().__init__(
            page.look,
            room_of(page),
            say("A clerk confirms this here"),
            say(
                "The letter states it as a fact, so only a clerk may say it: with the passphrase "
                "of the desk. If no clerk is here, cancel; nothing is lost."
            ),
            say("Cancel"),
            Answer(_CONFIRM, say("Confirm"), primary=True),
        )
        self._page, self._take = page, take
        self._text.hide()  # the words scroll with the rest: large letters leave little room
        which = say("Which originals have you seen?")
        choices = [Choice(id, name) for id, name in papers.items()]
        self.papers = ChoiceCards(page.look, which, choices, several=True, label=which)
        self.papers.set_values((first,))
        self.secret = TextField(page.look, say("Passphrase"), typed=Typed.SECRET, columns=40)
        self.secret.entered.connect(self._prove)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        column.addWidget(Body(page.look, self._text.text()))
        column.addWidget(self.papers)
        self.add(self.secret, stays=True)
        self.fill(content)

    def open(self) -> None:
        """The paper that was meant has the focus, and is ticked."""
        super().open()
        self.papers.setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self, key: str) -> None:
        if key == _CONFIRM:
            self._prove()
        else:
            super()._answer(key)

    def _prove(self) -> None:
        say, seen, secret = self._page.say, self.papers.values(), self.secret.raw()
        self.papers.show_error(None if seen else say("Please choose at least one answer."))
        if not seen:
            self.papers.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.papers.error())
            return
        prove = self._page.session.desk.doors.prove
        self._page.work(
            say("One moment"), lambda: prove(secret), lambda _: self._proven(seen), self._refused
        )

    def _proven(self, seen: Sequence[str]) -> None:
        self.dismiss()
        self._take(seen)

    def _refused(self, problems: Sequence[Problem]) -> None:
        """The next key replaces what was typed."""
        said = self._page.session.words
        words = said.together([sentence(each, said) for each in problems])
        self.secret.show_error(words)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.box.selectAll()
        announce(self, words)
