"""The law behind a sentence, one tap away: clause, its own words, and whether it was verified."""

from collections.abc import Iterable

from filingdesk.core.law import Citation
from filingdesk.ui.interview.clause import clauses
from filingdesk.ui.interview.why import Why
from filingdesk.ui.kiosk.session import Session


def sources(session: Session, citations: Iterable[Citation]) -> Why:
    """A line that opens into the clauses, or says that none is known."""
    words = session.words
    return Why(session.look, words.say("Why? The law behind this"), clauses(citations, words))
