"""Signing a large filing takes seconds: the window says how far it is, and one may still stop."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from filingdesk.core.case import Case
from filingdesk.core.document import Attachment, Document
from filingdesk.core.ports import Draft
from filingdesk.core.signature import SignedFile
from filingdesk.desk.signing import Step
from filingdesk.ui.kiosk.sign import SignPage
from tests.ui.kiosk.person import settle
from tests.ui.kiosk.test_sign import ON_PAPER, STATED, cases
from tests.ui.kiosk.visits import Visit, Visitor


class Held:
    """A step that takes until it is let go, as with a hundred megabytes."""

    def __init__(self) -> None:
        self._go_on = threading.Event()

    def wait(self) -> None:
        assert self._go_on.wait(20)

    def let_go(self) -> None:
        self._go_on.set()


@pytest.fixture
def held() -> Iterator[Held]:
    slow = Held()
    yield slow
    slow.let_go()


@pytest.fixture
def signer(visit: Visit) -> Visitor:
    return visit("sign")


def begins_to_sign(citizen: Visitor, qtbot: QtBot, words: str) -> None:
    """Until the window says these words."""
    citizen.chooses("truth", STATED)
    citizen.chooses("signature", ON_PAPER)
    citizen.continues()
    qtbot.waitUntil(lambda: citizen.sees(words), timeout=20_000)


def makes_pages_slowly(citizen: Visitor, held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = citizen.desk.doors.renderer
    render = renderer.render

    def slowly(document: Document, attachments: tuple[Attachment, ...] = ()) -> bytes:
        held.wait()
        return render(document, attachments)

    monkeypatch.setattr(renderer, "render", slowly)


def test_who_stops_while_the_pages_are_made_has_signed_nothing_and_lost_nothing(
    signer: Visitor, held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    makes_pages_slowly(signer, held, monkeypatch)
    begins_to_sign(signer, qtbot, "The pages are being made.")
    signer.touches("Stop")
    assert signer.sees("We stop before anything is signed.")
    held.let_go()
    signer.waits()
    assert signer.reads("You stopped. Nothing is signed, and everything is as it was.")
    assert signer.summary() == []
    assert cases(signer) == []
    assert [each.id for each in signer.desk.doors.store.drafts()] == [signer.session.here.id]
    assert signer.chosen("truth") == [STATED]

    signer.continues()
    signer.waits()
    assert len(cases(signer)) == 1


def test_once_a_key_has_signed_the_case_is_kept_and_nobody_is_offered_to_stop(
    signer: Visitor, held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = signer.desk.doors.store
    open_case = store.open_case

    def slowly(case: Case, filing: bytes, signed: SignedFile) -> None:
        held.wait()
        open_case(case, filing, signed)

    monkeypatch.setattr(store, "open_case", slowly)
    begins_to_sign(signer, qtbot, "Your case is being kept.")
    settle()
    assert signer.finds("Stop") is None
    held.let_go()
    signer.waits()
    assert len(cases(signer)) == 1
    assert signer.session.page == "done"


def test_a_step_that_gives_up_leaves_the_draft_as_it_was(signer: Visitor) -> None:
    desk, draft, heard = signer.desk, signer.session.here, list[Step]()

    def give_up(step: Step) -> None:
        heard.append(step)
        if step is Step.CASE:
            raise KeyboardInterrupt

    before: list[Draft] = list(desk.doors.store.drafts())
    assert isinstance(signer.page, SignPage)
    with pytest.raises(KeyboardInterrupt):
        desk.sign(draft, told=give_up)
    assert heard == list(Step)
    assert list(desk.doors.store.drafts()) == before
    assert cases(signer) == []
