"""What can be done with a page, each on a button of its own."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.flow import Flow
from filingdesk.words.catalogue import N_


class Step(StrEnum):
    """One change to the pages."""

    EARLIER = "earlier"
    LATER = "later"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    CUT = "cut"
    LEAVE_OUT = "leave_out"
    PART = "part"
    JOIN = "join"
    PUT_BACK = "put_back"
    UNDO = "undo"


_FACES = {
    Step.EARLIER: (N_("Move earlier"), "arrow-left"),
    Step.LATER: (N_("Move later"), "arrow-right"),
    Step.TURN_LEFT: (N_("Turn left"), "rotate-ccw"),
    Step.TURN_RIGHT: (N_("Turn right"), "rotate-cw"),
    Step.CUT: (N_("Cut to a part"), "crop"),
    Step.LEAVE_OUT: (N_("Leave this page out"), "trash-2"),
    Step.PART: (N_("Begin a new file here"), "scissors"),
    Step.JOIN: (N_("Join with another file"), "plus"),
    Step.PUT_BACK: (N_("Put all pages back"), "refresh-cw"),
    Step.UNDO: (N_("Undo"), "undo-2"),
}
_OF_A_PAGE = (
    *(Step.EARLIER, Step.LATER, Step.TURN_LEFT, Step.TURN_RIGHT),
    *(Step.CUT, Step.LEAVE_OUT, Step.PART),
)


class ArrangingButtons(QWidget):
    """Signal `wanted(str)` with a Step. No button is dead: what cannot be done is told."""

    wanted = Signal(str)

    def __init__(self, look: Look, say: Callable[..., str]) -> None:
        super().__init__()
        self._say = say
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(Space.SNUG)
        self.setLayout(flow)
        self.buttons: dict[Step, QuietButton] = {}
        for step, (words, icon) in _FACES.items():
            button = QuietButton(look, say(words), icon=icon)
            button.clicked.connect(lambda _on=False, step=step: self.wanted.emit(step.value))
            self.buttons[step] = button
        flow.add(*self.buttons.values())

    def name_for(self, page: str) -> None:
        """A screen reader says with each button which page it is about."""
        for step in _OF_A_PAGE:
            button = self.buttons[step]
            button.setAccessibleName(f"{button.text()}: {page}")
