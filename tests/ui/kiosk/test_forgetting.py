"""A kiosk serves all day: of those who have left, no page stays in its memory."""

import gc
import weakref
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from filingdesk.core.ports import Draft
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.preview import PreviewPage
from filingdesk.ui.kiosk.sign import SignPage
from filingdesk.ui.kiosk.start import StartPage
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.visits import Visit, Visitor

STATED, ON_PAPER = "I have read the pages, and this is true", "I sign on the printed paper"


def sweeps(citizen: Visitor) -> None:
    """The window is quiet for a while."""
    citizen.waits()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    gc.collect()


def remembered(kind: type) -> int:
    return sum(isinstance(each, kind) for each in gc.get_objects())


def test_who_leaves_at_the_preview_leaves_nothing(visit: Visit) -> None:
    citizen = visit("preview")
    draft, pages = citizen.session.here, list[weakref.ref[Page]]()
    for _ in range(3):
        citizen.waits()
        pages.append(weakref.ref(citizen.at(PreviewPage)))
        citizen.kiosk.ask_erase()
        citizen.touches("Erase and finish")
        sweeps(citizen)
        assert [each() for each in pages] == [None] * len(pages)
        assert remembered(Page) == 1
        assert citizen.at(StartPage) is citizen.page
        citizen.session.resume(replace(draft, page="preview"))
    citizen.waits()


def test_who_has_signed_leaves_nothing(visit: Visit) -> None:
    citizen = visit("sign")
    draft, pages = citizen.session.here, list[weakref.ref[Page]]()
    sweeps(citizen)
    before = remembered(Draft)  # this story's, and what other stories hold for longer
    for _ in range(3):
        pages.append(weakref.ref(citizen.at(SignPage)))
        citizen.chooses("truth", STATED)
        citizen.chooses("signature", ON_PAPER)
        citizen.continues()
        citizen.waits()
        assert citizen.session.page == "done"
        citizen.kiosk.erase()
        sweeps(citizen)
        assert [each() for each in pages] == [None] * len(pages)
        assert remembered(Page) == 1
        assert remembered(Draft) <= before + 1  # the next one's
        next_one = citizen.desk.begin("en", draft.consent)
        citizen.session.resume(replace(draft, id=next_one.id, page="sign"))
