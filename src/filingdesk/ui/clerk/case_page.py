"""One case: who and what, what comes next, its deadlines, and what happened so far."""

from PySide6.QtCore import Signal

from filingdesk.core.case import Case, EventKind, NextStep
from filingdesk.core.problem import Problem
from filingdesk.core.signature import Capacity
from filingdesk.desk import CaseToday
from filingdesk.desk.countersigning import SIGNATURE
from filingdesk.ui.clerk.came_back import CameBack
from filingdesk.ui.clerk.clock_row import ClockRow
from filingdesk.ui.clerk.history import History
from filingdesk.ui.clerk.reasons import Reasons
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import BackButton, LinkButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Strong, Title
from filingdesk.words.counting import moved_lines
from filingdesk.words.problems import sentence
from filingdesk.words.terms import NEXT_STEPS, OUTCOMES, STATUSES

_KINDS = {NextStep.ASK_FOR_ANSWER: Kind.WRONG, NextStep.NOTHING: Kind.GOOD}


class CasePage(Column):
    """A picture of the case as it is stored; built anew when something was recorded.

    `back` are the words on the way out of the case. Signals: `left()` when it is taken;
    `witness_wanted()` a clerk signs as well; `stamps_wanted()` what signatures lack is added.
    `receive_wanted()` a file came back; `reply_wanted(str)` one that is kept is to be seen;
    `print_wanted(object)`, `save_wanted(object)` with the ToTake of a date's proof.
    """

    left = Signal()
    witness_wanted = Signal()
    stamps_wanted = Signal()
    receive_wanted = Signal()
    reply_wanted = Signal(str)
    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, sitting: Sitting, found: CaseToday, *, back: str = "") -> None:
        super().__init__(sitting.look)
        self._sitting, self._found = sitting, found
        look, say, case = sitting.look, sitting.words.say, found.case
        if back:
            button = BackButton(look, back)
            button.clicked.connect(self.left)
            self.add(button)
        self.add(Title(look, case.person or case.reference))
        step = say(NEXT_STEPS[found.next_step])
        kind = _KINDS.get(found.next_step, Kind.PLAIN)
        self.add(Note(look, step, kind=kind, title=say("What comes next")), gap=Space.NEAR)
        warnings = (
            sentence(each, sitting.words) for each in found.warnings if each.where != SIGNATURE
        )
        for words in (*warnings, *moved_lines(found.moved, sitting.wording(case))):
            self.add(Note(look, words, kind=Kind.CAREFUL), gap=Space.NEAR)
        for each in found.warnings:
            if each.where == SIGNATURE:
                self.add(self._stamps_lacking(each), gap=Space.NEAR)
        self.add(SummaryRows(look, self._facts()), gap=Space.TIGHT)
        self.reasons = Reasons(sitting, case)
        self.add(self.reasons, gap=Space.TIGHT)
        if found.clocks:
            self.add(Strong(look, say("Deadlines")))
        rows = enumerate(found.clocks, 1)
        self.clocks = [ClockRow(sitting, case, clock, number) for number, clock in rows]
        for row in self.clocks:
            row.print_wanted.connect(self.print_wanted)
            row.save_wanted.connect(self.save_wanted)
        self.add(*self.clocks, gap=Space.NEAR)
        self.add(Strong(look, say("What happened so far")))
        self.add(History(sitting, case), gap=Space.NEAR)
        self.came_back = CameBack(sitting, case)
        self.came_back.receive_wanted.connect(self.receive_wanted)
        self.came_back.reply_wanted.connect(self.reply_wanted)
        self.add(self.came_back)
        if not _is_attested(case):
            sign = LinkButton(look, say("Sign as witness"), icon="signature")
            sign.clicked.connect(self.witness_wanted)
            self.add(sign, gap=Space.NEAR)

    def _stamps_lacking(self, warning: Problem) -> Note:
        words, look = self._sitting.words, self._sitting.look
        note = Note(look, sentence(warning, words), kind=Kind.CAREFUL)
        add = LinkButton(look, words.say("Add time stamps"), icon="stamp")
        add.clicked.connect(self.stamps_wanted)
        note.add(add)
        return note

    def _facts(self) -> list[Row]:
        say, case = self._sitting.words.say, self._found.case
        values = [
            (say("Reference"), case.reference),
            (say("Record"), case.title),
            (say("Authority"), self._sitting.text(case, case.authority)),
            (say("Where it stands"), say(STATUSES[case.status])),
        ]
        if case.outcome:
            values.append((say("Outcome"), say(OUTCOMES[case.outcome])))
        return [Row(name, name, value) for name, value in values if value]


def _is_attested(case: Case) -> bool:
    """Whether a clerk has signed as witness: there is one place for that."""
    notes = (each.note for each in case.events if each.kind is EventKind.COUNTERSIGNED)
    return any(each.startswith(f"{Capacity.CLERK_ATTESTATION} ") for each in notes)
