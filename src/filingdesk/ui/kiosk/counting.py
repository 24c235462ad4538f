"""How a time limit was counted: one line that opens into a reason for every day."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.deadline import Deadline
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Hint
from filingdesk.words.catalogue import Words
from filingdesk.words.counting import day_reason


class Counting(QWidget):
    """The days are worked out and written when somebody wants to see them."""

    def __init__(self, look: Look, words: Words, deadline: Deadline) -> None:
        super().__init__()
        self._look, self._words, self._deadline = look, words, deadline
        self._days: Hint | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HAIR)
        self.button = LinkButton(look, words.say("How was this counted?"), icon="calendar-days")
        self.button.clicked.connect(self._turn)
        self._column.addWidget(self.button)

    def _turn(self) -> None:
        if self._days is None:
            self._days = Hint(self._look, "\n".join(counted(self._deadline, self._words)))
            self._column.addWidget(self._days)
            announce(self, self._days.text())
        else:
            self._days.setVisible(self._days.isHidden())


def counted(deadline: Deadline, words: Words) -> Iterator[str]:
    """One line for each day: its number where it counts, the day, and why."""
    for reason in deadline.reasons:
        why = day_reason(reason, words)
        line = words.say("{day}: {why}", day=words.day(reason.day), why=why)
        yield line if reason.number is None else f"{reason.number}. {line}"
