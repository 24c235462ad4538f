"""How a date was counted: one line that opens into a reason for every day, to be taken home."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.deadline import Deadline
from filingdesk.core.problem import Problem
from filingdesk.core.proof import Proof
from filingdesk.ui.kiosk.copies import Copies
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.steps import Telling
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton, QuietButton
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.note import Kind
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Hint
from filingdesk.words.catalogue import Words
from filingdesk.words.counting import day_reason
from filingdesk.words.problems import sentence


class Counting(QWidget):
    """The days are worked out and written when somebody wants to see them."""

    def __init__(self, page: Page, proof: Proof, taken: ToTake) -> None:
        super().__init__()
        self._page, self._proof, self._taken = page, proof, taken
        self._days: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HAIR)
        name = page.say("How this date was counted")
        self.button = LinkButton(page.look, name, icon="calendar-days")
        self.button.setAccessibleDescription(page.text(proof.deadline.clock.name))
        self.button.clicked.connect(self._turn)
        self._column.addWidget(self.button)

    def _turn(self) -> None:
        if self._days is None:
            lines = "\n".join(counted(self._proof.deadline, self._page.session.words))
            self._days = QWidget()
            column = QVBoxLayout(self._days)
            column.setContentsMargins(0, 0, 0, Space.TIGHT)
            column.setSpacing(Space.SNUG)
            about = self._page.text(self._proof.deadline.clock.name)
            column.addWidget(TakeAway(self._page, self._taken, about))  # there may be ninety days
            column.addWidget(Hint(self._page.look, lines))
            self._column.addWidget(self._days)
            announce(self, lines)
        else:
            self._days.setVisible(self._days.isHidden())


class TakeAway(QWidget):
    """Print, or save to a stick; what became of it is told below. `about` is for who listens."""

    def __init__(self, page: Page, taken: ToTake, about: str) -> None:
        super().__init__()
        self._page = page
        self.copies = Copies(page, taken, self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        print_, save = page.say("Print this page"), page.say("Save to a stick")
        self.print = _button(page.look, print_, "printer", about)
        self.print.clicked.connect(self.copies.print)
        self.save = _button(page.look, save, "usb", about)
        self.save.clicked.connect(self.copies.save)
        row = Flow(Space.SNUG)
        row.add(self.print, self.save)
        column.addLayout(row)
        self._telling = Telling(page.look)
        column.addWidget(self._telling)

    def _told(self, words: str, problems: Sequence[Problem]) -> None:
        spoken = self._page.session.words
        said = words or spoken.together([sentence(each, spoken) for each in problems])
        self._telling.tell(said, Kind.WRONG if problems else Kind.GOOD)


def _button(look: Look, words: str, icon: str, about: str) -> QuietButton:
    button = QuietButton(look, words, icon=icon)
    button.setAccessibleDescription(about)
    return button


def counted(deadline: Deadline, words: Words) -> Iterator[str]:
    """One line for each day: its number where it counts, the day, and why."""
    for reason in deadline.reasons:
        why = day_reason(reason, words)
        line = words.say("{day}: {why}", day=words.day(reason.day), why=why)
        yield line if reason.number is None else f"{reason.number}. {line}"
