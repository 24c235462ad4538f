"""How long a record may or must be shown: from which day, by which rule, to which day."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from filingdesk.core.advice import Advice
from filingdesk.core.display import DisplayFinding, DisplayState, RuleResult
from filingdesk.ui.kiosk.answer_rows import AnswerRows
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.catalogue import alone


def shown_until(session: Session, display: DisplayFinding) -> Iterator[QWidget]:
    """A day is given only where it is verified; nothing at all where there is no rule to tell."""
    if display.state is DisplayState.UNKNOWN:
        return
    look, say = session.look, session.words.say
    yield Heading(look, say("How long it may be shown"))
    if display.asserted:
        over = display.state is DisplayState.EXPIRED
        yield _count(session, display.asserted, say("Last day") if over else say("Until"))
        law = sources(session, display.asserted.rule.citations)
        if law:
            yield law
    elif display.state is DisplayState.RUNNING:
        yield Body(
            look,
            say(
                "It may still be shown. The exact last day is not verified: please ask at the "
                "window."
            ),
        )
    else:
        yield Body(look, say("Not verified: please ask at the window."))


def wait_until(session: Session, advice: Advice) -> Iterator[QWidget]:
    """When the time is over that must pass first; a day is given only where it is verified."""
    look, say = session.look, session.words.say
    sure = advice.wait.asserted if advice.wait else None
    if sure is None:
        yield Body(look, say("The exact day is not verified: please ask at the window."))
        return
    yield Heading(look, say("How long you must wait"))
    yield _count(session, sure, say("Last day"))
    law = sources(session, sure.rule.citations)
    if law:
        yield law


def _count(session: Session, shown: RuleResult, last: str) -> SummaryRows:
    start = session.interview.kind.questions[shown.rule.start]
    rows = AnswerRows(session).of([start])
    rows.append(Row("rule", session.words.say("Rule"), alone(session.text(shown.rule.name))))
    rows.append(Row("last", last, session.words.day(shown.ends_on)))
    table = SummaryRows(session.look, rows)
    table.change.connect(session.go_to_question)
    return table
