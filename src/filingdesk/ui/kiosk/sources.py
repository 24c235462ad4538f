"""The law behind a sentence, one tap away: clause, its own words, and whether it was verified."""

from collections.abc import Iterable

from filingdesk.core.law import Citation
from filingdesk.ui.interview.clause import clause
from filingdesk.ui.interview.why import Why
from filingdesk.ui.kiosk.session import Session


def sources(session: Session, citations: Iterable[Citation]) -> Why | None:
    """A line that opens into the clauses; None where there is none to show."""
    say = session.words.say
    told = [clause(each, session.words) for each in citations]
    return Why(session.look, say("Why? The law behind this"), "\n\n".join(told)) if told else None
