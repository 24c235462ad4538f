"""How long a record may or must be shown: from which day, by which rule, to which day."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from filingdesk.core.advice import Advice
from filingdesk.core.display import DisplayFinding, DisplayState
from filingdesk.core.proof import Proof
from filingdesk.ui.kiosk.answer_rows import AnswerRows
from filingdesk.ui.kiosk.counting import Counting
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.taking import ToTake
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.catalogue import alone


def shown_until(page: Page, display: DisplayFinding) -> Iterator[QWidget]:
    """A day is given only where it is verified; nothing at all where there is no rule to tell."""
    if display.state is DisplayState.UNKNOWN:
        return
    session, look, say = page.session, page.look, page.say
    yield Heading(look, say("How long it may be shown"))
    if display.asserted:
        over = display.state is DisplayState.EXPIRED
        shown = display.asserted
        last = (say("Last day") if over else say("Until"), shown.ends_on)
        yield _count(session, shown.rule.start, shown.rule.name, last)
        yield _counting(page, session.desk.proof_shown(session.here, shown))
        yield sources(session, shown.rule.citations)
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


def had_to_be_shown(page: Page, minimum: DisplayFinding) -> Iterator[QWidget]:
    """The least time that is over; nothing where no day of it is verified."""
    shown = minimum.asserted
    if shown is None or minimum.state is not DisplayState.EXPIRED:
        return
    session, look, say = page.session, page.look, page.say
    yield Heading(look, say("How long it had to be shown"))
    yield _count(session, shown.rule.start, shown.rule.name, (say("Last day"), shown.ends_on))
    yield _counting(page, session.desk.proof_shown(session.here, shown))
    yield sources(session, shown.rule.citations)


def wait_until(page: Page, advice: Advice) -> Iterator[QWidget]:
    """When the time is over that must pass first; a day is given only where it is verified."""
    session, look, say = page.session, page.look, page.say
    wait = advice.wait
    if wait is None or wait.ends_on is None:
        yield Body(look, say("The exact day is not verified: please ask at the window."))
        return
    yield Heading(look, say("How long you must wait"))
    yield _count(session, wait.start, wait.name, (say("Last day"), wait.ends_on))
    yield _counting(page, session.desk.proof_awaited(session.here))
    yield sources(session, wait.citations)


def _counting(page: Page, proof: Proof) -> Counting:
    desk, draft, language = page.session.desk, page.session.here, page.session.words.language
    name = f"{draft.id}-shown"
    return Counting(
        page, proof, ToTake(name, lambda: desk.draft_proof_sheet(draft, proof, language))
    )


def _count(session: Session, start: str, rule: str, last: tuple[str, date]) -> SummaryRows:
    """From the answer to `start`, by a rule of that name, to the last day under its label."""
    rows = AnswerRows(session).of([session.interview.kind.questions[start]])
    rows.append(Row("rule", session.words.say("Rule"), alone(session.text(rule))))
    rows.append(Row("last", last[0], session.words.day(last[1])))
    table = SummaryRows(session.look, rows)
    table.change.connect(session.go_to_question)
    return table
