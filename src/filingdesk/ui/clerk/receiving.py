"""What an agency sent back: looked at, shown to the clerk, and kept once the clerk says so."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from filingdesk.core.case import Case
from filingdesk.core.reply import Reply
from filingdesk.ui.clerk.dropping import ask_file, read_untrusted
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.words.reply import reply_sentence
from filingdesk.words.terms import EVENTS
from filingdesk.words.verdict import overall_sentence

_RECORD, _KEEP, _CANCEL = "record", "keep", "cancel"


class Receiving(QObject):
    """Signals: `received(object, str)` with the CaseToday and what was done, `failed(object)` the
    fault that stood in the way. Nothing is kept before the clerk has answered."""

    received = Signal(object, str)
    failed = Signal(object)

    def __init__(self, sitting: Sitting, room: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._room = sitting, room
        self._busy = Busy(sitting.look, room, sitting.words.say("The file is being checked"))
        self._busy.setParent(self)

    def begin(self, case: Case) -> None:
        """Ask for the file."""
        title = self._sitting.words.say("Which file did the agency send back?")
        ask_file(self._room, title, lambda path: self.take(case, path))

    def take(self, case: Case, path: Path) -> None:
        """Look at a file."""
        desk = self._sitting.desk
        self._busy.run(
            lambda: desk.look_at_reply(case.id, read_untrusted(path)),
            lambda reply: self._ask(case, reply),
            self.failed.emit,
        )

    def _ask(self, case: Case, reply: Reply) -> None:
        words = self._sitting.words
        title, told = reply_sentence(reply, words), []
        if reply.verdict is not None:
            told.append(words.say("{verdict}.", verdict=overall_sentence(reply.verdict, words)))
        if reply.signer:
            told.append(words.say("Signed by {signer}.", signer=reply.signer))
        if reply.day:
            told.append(words.say("The day of its signature is {day}.", day=words.day(reply.day)))
        text, answers = words.together(told), self._answers(reply)
        overlay = Overlay(self._sitting.look, self._room, title, text, answers, escape=_CANCEL)
        overlay.answered.connect(lambda key: self._answered(case, reply, key))
        overlay.open()

    def _answers(self, reply: Reply) -> list[Answer]:
        words = self._sitting.words
        if reply.refusal:
            return [Answer(_CANCEL, words.say("Close"), primary=True)]
        answers = [
            Answer(_KEEP, words.say("Only keep the file")),
            Answer(_CANCEL, words.say("Cancel")),
        ]
        if reply.event and reply.day:
            event = words.say(EVENTS[reply.event])
            day = words.day(reply.day, weekday=False)
            does = words.say("Write down: {event}, {day}", event=event, day=day)
            answers.insert(0, Answer(_RECORD, does, primary=True))
        return answers

    def _answered(self, case: Case, reply: Reply, key: str) -> None:
        if key == _CANCEL:
            return
        self._keep(case, reply, reply.day if key == _RECORD else None)

    def _keep(self, case: Case, reply: Reply, day: date | None) -> None:
        desk, words = self._sitting.desk, self._sitting.words
        told = words.say("The file is kept with the case.")
        if day is not None and reply.event is not None:
            event = words.say(EVENTS[reply.event])
            told = words.say("Recorded: {event}, {day}.", event=event, day=words.day(day))
        self._busy.run(
            lambda: desk.take_reply(case.id, reply, day),
            lambda found: self.received.emit(found, told),
            self.failed.emit,
        )
