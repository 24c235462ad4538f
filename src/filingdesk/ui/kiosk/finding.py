"""What the facts support: the finding, its law, and what nobody is sure of."""

from collections.abc import Callable, Sequence

from filingdesk.core.advice import Advice, Remedy
from filingdesk.core.display import DisplayFinding, DisplayState
from filingdesk.core.pack import Ground, Measure
from filingdesk.core.question import Question
from filingdesk.ui.kiosk.answer_rows import AnswerRows
from filingdesk.ui.kiosk.doubts import doubts
from filingdesk.ui.kiosk.headline import headline, plain
from filingdesk.ui.kiosk.other_filings import further_filing, other_filings
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.remembering import remembering
from filingdesk.ui.kiosk.running import running
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.shown_until import had_to_be_shown, shown_until, wait_until
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.rows import SummaryRows
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.catalogue import alone


class FindingPage(Page):
    """The moment that matters: said plainly first, then the reasons for who wants them."""

    def __init__(self, session: Session) -> None:
        advice = session.desk.advise(session.here)
        said = session.desk.say_in(session.here, advice, session.words)
        super().__init__(session, headline(session, advice, said))
        self.primary_text = self.say("Continue")
        self._deciding: tuple[Question, ...] = ()
        self._ends = advice.remedy is Remedy.WAIT
        if self._ends:
            self._explain_wait(advice)
        elif advice.remedy is Remedy.NONE:
            self._explain_none(advice.display)
        else:
            self._tell_grounds(advice.grounds, said)
            self._tell_minimum(advice)
        further = further_filing(session)
        if further:
            self.add(further, gap=Space.GROUP)
        for part in other_filings(session, advice, said):
            self.add(part, gap=Space.NEAR)
        numbers = {clock.id: number for number, clock in enumerate(advice.clocks, 1)}
        for deadline in advice.deadlines:
            note = running(self, deadline, numbers[deadline.clock.id])
            self.add(note, gap=Space.GROUP)
        self._tell_doubts(doubts(session, advice.uncertain))

    def go_on(self) -> None:
        """Onwards; where nothing supports the filing, to the first answer that decides it."""
        if self._ends:
            self.session.erase_wanted.emit()
        elif self._deciding:
            self.session.go_to_question(self._deciding[0].id)
        else:
            super().go_on()

    def _tell_grounds(self, grounds: Sequence[Ground], said: Callable[[str], str]) -> None:
        self.add(Heading(self.look, self.say("What you can rely on")), gap=Space.CARD)
        for ground in grounds:
            told = plain(ground, said) == self.heading
            note = Note(
                self.look,
                "" if told else said(ground.plain),
                kind=Kind.GOOD if ground.verified else Kind.PLAIN,
                title=alone(self.text(ground.text)),
            )
            note.add(sources(self.session, ground.citations))
            self.add(note, gap=Space.NEAR)

    def _tell_minimum(self, advice: Advice) -> None:
        """Where a filing waits for the least time, that is the time to tell of: it is over."""
        if self.session.interview.kind.wait_for != Measure.MINIMUM:
            self._tell_display(advice.display)
            return
        for number, part in enumerate(had_to_be_shown(self, advice.minimum)):
            self.add(part, gap=Space.TIGHT if number else Space.GROUP)
        if advice.display.state is not DisplayState.UNCERTAIN:
            self._tell_display(advice.display)

    def _tell_display(self, display: DisplayFinding) -> None:
        for number, part in enumerate(shown_until(self, display)):
            self.add(part, gap=Space.TIGHT if number else Space.GROUP)

    def _explain_wait(self, advice: Advice) -> None:
        """From which day, by which rule; there is nothing to sign today."""
        self.primary_text = self.say("Finish and erase")
        for number, part in enumerate(wait_until(self, advice)):
            self.add(part, gap=Space.TIGHT if number else Space.CARD)
        if advice.earliest:
            self.add(*remembering(self, advice.earliest), gap=Space.NEAR)

    def _explain_none(self, display: DisplayFinding) -> None:
        self.primary_text = self.say("Change my answers")
        text = self.say(
            "With these answers we cannot name a reason for this filing. Look at them once more: "
            "if one of them is not right, change it. A clerk can look at the record with you."
        )
        self.add(Note(self.look, text, kind=Kind.CAREFUL), gap=Space.CARD)
        if display.state is DisplayState.RUNNING:
            self._tell_display(display)
        self._deciding = deciding(self.session)
        self.add(Heading(self.look, self.say("The answers that decide it")), gap=Space.GROUP)
        table = SummaryRows(self.look, AnswerRows(self.session).of(self._deciding))
        table.change.connect(self.session.go_to_question)
        self.add(table, gap=Space.TIGHT)

    def _tell_doubts(self, told: Sequence[str]) -> None:
        if not told:
            return
        note = Note(self.look, "", title=self.say("What is not certain"))
        for line in told:
            note.add(Body(self.look, line))
        self.add(note, gap=Space.GROUP)


def deciding(session: Session) -> tuple[Question, ...]:
    """The answers of the way that a ground, or a rule on how long a record is shown, looks at."""
    rules = session.desk.pack(session.here.answers).display_rules
    looked_at = {rule.start for rule in rules}
    looked_at |= {each.question for rule in rules for each in rule.when}
    for ground in session.interview.kind.grounds:
        looked_at |= {each.question for when in ground.supported for each in when}
    asked = session.interview.asked_on_path(session.here.answers)
    return tuple(each for each in asked if each.id in looked_at)
