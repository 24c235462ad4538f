"""What was read on a paper, beside what was said: the person takes it, or keeps their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.ui.kiosk.panel import Panel
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.overlay import Answer
from filingdesk.ui.widgets.text import Body
from filingdesk.words.catalogue import Words

_TAKE, _USE, _KEEP = "take", "use", "keep"


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """`value` is the answer as it would be kept, beside what was `said`; a person sees `shown` and
    `mine`, and the `line` that it stands in.
    """

    question: str
    label: str
    value: str
    said: str
    shown: str
    mine: str
    line: str


class Suggested(Panel):
    """Nothing is chosen beforehand, but to keep what was said.

    Signal `taken(dict)`: the answers that the person takes, by question.
    """

    taken = Signal(dict)

    def __init__(
        self, look: Look, room: QWidget, words: Words, proposals: Sequence[Proposal]
    ) -> None:
        say = words.say
        super().__init__(
            look,
            room,
            say("What we read on the paper"),
            "",
            say("Change nothing"),
            Answer(_TAKE, say("Take what I chose"), primary=True),
        )
        self._proposals, self._say = tuple(proposals), say
        self.cards = {each.question: self._cards(look, each) for each in proposals}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        advice = say(
            "A machine read this and may be wrong. Please compare each line with the paper, and "
            "choose."
        )
        column.addWidget(Body(look, advice))
        for each in self.cards.values():
            column.addWidget(each)
        self.fill(content)

    def open(self) -> None:
        """The first question has the focus."""
        super().open()
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _cards(self, look: Look, proposal: Proposal) -> ChoiceCards:
        say = self._say
        mine = proposal.mine or say("Not answered yet")
        choices = (
            Choice(_USE, say("Use: {text}", text=proposal.shown)),
            Choice(_KEEP, say("Keep mine: {text}", text=mine)),
        )
        cards = ChoiceCards(
            look,
            proposal.label,
            choices,
            label=proposal.label,
            hint=say("It stands in this line: “{line}”", line=proposal.line),
            columns=2 if look.sizes.factor == 1 else 1,
        )
        cards.set_values((_KEEP,))
        return cards

    def _answer(self, key: str) -> None:
        super()._answer(key)
        if key == _TAKE:
            used = [each for each in self._proposals if _USE in self.cards[each.question].values()]
            self.taken.emit({each.question: each.value for each in used})
