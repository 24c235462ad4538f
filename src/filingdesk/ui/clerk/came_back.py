"""What came back for a case, each with its own verdict; and the way to take something in."""

from PySide6.QtCore import Signal

from filingdesk.core.case import Case
from filingdesk.core.reply import KeptReply
from filingdesk.ui.clerk.keys import Key, tipped
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.text import Hint, Strong
from filingdesk.words.terms import REPLY_NAMES


class CameBack(Column):
    """Signals: `receive_wanted()` a file came back; `reply_wanted(str)` with the SHA-256 of one
    that is to be seen."""

    receive_wanted = Signal()
    reply_wanted = Signal(str)

    def __init__(self, sitting: Sitting, case: Case) -> None:
        super().__init__(sitting.look)
        self._sitting = sitting
        look, say = sitting.look, sitting.words.say
        self.add(Strong(look, say("What came back")))
        self.replies = [self._line(each) for each in sitting.desk.replies(case.id)]
        self.receive = LinkButton(look, say("Take in a receipt or a reply"), icon="inbox")
        self.receive.clicked.connect(self.receive_wanted)
        self.add(*self.replies, tipped(self.receive, Key.RECEIVE), gap=Space.TIGHT)
        self.add(Hint(look, say("You can also drop the file here.")))

    def _line(self, reply: KeptReply) -> LinkButton:
        words = self._sitting.words
        day = words.day(reply.day or reply.kept_at.date(), weekday=False)
        parts = (words.say(REPLY_NAMES[reply.kind]), reply.signer, day)
        told = " · ".join(each for each in parts if each)
        button = LinkButton(self._sitting.look, told, icon="file-check")
        button.clicked.connect(lambda: self.reply_wanted.emit(reply.sha256))
        return button
