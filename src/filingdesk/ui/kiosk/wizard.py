"""The table of pages: which class shows what, each imported when it is first shown."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from filingdesk.ui.kiosk.names import (
    DONE,
    INTERRUPTED,
    NOTICE,
    OPENING,
    PREVIEW,
    RECOVERY,
    SETUP,
    SIGN,
    START,
    UNLOCK,
)
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session

Factory = Callable[[Session], Page]


PAPERS = "papers"
"""A page of questions that asks for papers is a page of its own kind."""

ARRANGE = "arrange"
"""It leads to a page for the pages of one paper, and back."""


def _setup(session: Session) -> Page:
    from filingdesk.ui.kiosk.setup import SetupPage

    return SetupPage(session)


def _recovery(session: Session) -> Page:
    from filingdesk.ui.kiosk.setup import RecoveryPage

    return RecoveryPage(session)


def _unlock(session: Session) -> Page:
    from filingdesk.ui.kiosk.unlock import UnlockPage

    return UnlockPage(session)


def _opening(session: Session) -> Page:
    from filingdesk.ui.kiosk.unlock import OpeningPage

    return OpeningPage(session)


def _interrupted(session: Session) -> Page:
    from filingdesk.ui.kiosk.unlock import InterruptedPage

    return InterruptedPage(session)


def _start(session: Session) -> Page:
    from filingdesk.ui.kiosk.start import StartPage

    return StartPage(session)


def _notice(session: Session) -> Page:
    from filingdesk.ui.kiosk.notice import NoticePage

    return NoticePage(session)


def _questions(session: Session) -> Page:
    from filingdesk.ui.kiosk.questions import QuestionsPage

    return QuestionsPage(session)


def _papers(session: Session) -> Page:
    from filingdesk.ui.kiosk.materials import MaterialsPage

    return MaterialsPage(session)


def _arrange(session: Session) -> Page:
    from filingdesk.ui.kiosk.papers.arrange import ArrangePage

    return ArrangePage(session)


def _finding(session: Session) -> Page:
    from filingdesk.ui.kiosk.finding import FindingPage

    return FindingPage(session)


def _authority(session: Session) -> Page:
    from filingdesk.ui.kiosk.authority import AuthorityPage

    return AuthorityPage(session)


def _elsewhere(session: Session) -> Page:
    from filingdesk.ui.kiosk.elsewhere import ElsewherePage

    return ElsewherePage(session)


def _check(session: Session) -> Page:
    from filingdesk.ui.kiosk.check import CheckPage

    return CheckPage(session)


def _preview(session: Session) -> Page:
    from filingdesk.ui.kiosk.preview import PreviewPage

    return PreviewPage(session)


def _sign(session: Session) -> Page:
    from filingdesk.ui.kiosk.sign import SignPage

    return SignPage(session)


def _done(session: Session) -> Page:
    from filingdesk.ui.kiosk.done import DonePage

    return DonePage(session)


PAGES: Mapping[str, Factory] = MappingProxyType(
    {
        SETUP: _setup,
        RECOVERY: _recovery,
        UNLOCK: _unlock,
        OPENING: _opening,
        INTERRUPTED: _interrupted,
        START: _start,
        NOTICE: _notice,
        "questions": _questions,
        PAPERS: _papers,
        ARRANGE: _arrange,
        "finding": _finding,
        "authority": _authority,
        "elsewhere": _elsewhere,
        "check": _check,
        PREVIEW: _preview,
        SIGN: _sign,
        DONE: _done,
    }
)
"""Every page there is, those of an interview by what they show (`core.pack.Shows`).

Imported late, so that the window opens at once.
"""


def kind_of(session: Session) -> str:
    """What the page that is to be shown is, as PAGES names it."""
    if session.draft is None:
        return session.page
    if session.arranging is not None:
        return ARRANGE
    page = session.interview.pages.get(session.page)
    if page is None:
        return session.page
    from filingdesk.core.question import AnswerType

    questions = session.interview.kind.questions
    if any(questions[id].type is AnswerType.MATERIALS for id in page.questions):
        return PAPERS
    return page.shows.value
