"""A counted date, opened: its days one by one, and its proof on paper or as a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.deadline import Deadline
from filingdesk.ui.clerk.day_count import DayCount, day_lines
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.flow import Flow


class Counted(QWidget):
    """`about` is the name of the period, for who listens.

    Signals, with the ToTake: `print_wanted`, `save_wanted`.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, sitting: Sitting, deadline: Deadline, taken: ToTake, about: str) -> None:
        super().__init__()
        look, say = sitting.look, sitting.words.say
        name = say("How this date was counted")
        self.days = DayCount(look, name, day_lines(sitting.words, deadline))
        self.print = QuietButton(look, say("Print this page"), icon="printer")
        self.print.clicked.connect(lambda: self.print_wanted.emit(taken))
        self.save = QuietButton(look, say("Save this page"), icon="save")
        self.save.clicked.connect(lambda: self.save_wanted.emit(taken))
        ways = Flow(Space.SNUG)
        for each in (self.print, self.save):
            each.setAccessibleDescription(about)
            ways.add(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.TIGHT)
        column.setSpacing(Space.SNUG)
        column.addLayout(ways)  # above the days: there may be ninety
        column.addWidget(self.days)
