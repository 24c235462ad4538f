"""A person signs: what they state, by hand, once, and never without having been asked."""

import json
import threading
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from filingdesk.core.case import Case
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.render.hand import PAD
from filingdesk.ui.kiosk.sign import SignPage
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.ui.widgets.buttons import PrimaryButton
from filingdesk.ui.widgets.signature_sheet import SignatureSheet
from tests.ui.kiosk.person import LEFT, settle
from tests.ui.kiosk.visits import Visit, Visitor

STATED = "I have read the pages, and this is true"
ON_PAPER, ON_SCREEN = "I sign on the printed paper", "I sign here, on the screen"
STROKES = ((0.1, 0.5), (0.3, 0.2), (0.5, 0.7), (0.9, 0.4))


def writes(citizen: Visitor) -> None:
    """Draw a line on the pad with the mouse."""
    settle()
    sheet = citizen.at(SignPage).pad.findChild(SignatureSheet)
    assert isinstance(sheet, SignatureSheet)
    spots = [QPoint(round(x * sheet.width()), round(y * sheet.height())) for x, y in STROKES]
    QTest.mousePress(sheet, LEFT, Qt.KeyboardModifier.NoModifier, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(sheet, spot)
    QTest.mouseRelease(sheet, LEFT, Qt.KeyboardModifier.NoModifier, spots[-1])


def signs_on_paper(citizen: Visitor) -> None:
    citizen.chooses("truth", STATED)
    citizen.chooses("signature", ON_PAPER)
    citizen.continues()
    citizen.waits()


def cases(citizen: Visitor) -> list[str]:
    return [each.case.reference for each in citizen.desk.cases()]


def test_the_statement_stands_there_in_full_and_the_button_says_what_happens(
    visit: Visit,
) -> None:
    citizen = visit("sign", language="zh_CN")
    assert citizen.reads(citizen.session.interview.kind.truth.text)
    name = "天津市市场监督管理委员会"
    say = citizen.session.words.say
    assert citizen.finds(say("Sign the filing for {authority}", authority=name))
    assert citizen.reads(citizen.desk.doors.centre())


def test_who_signs_what_is_told_apart(visit: Visit) -> None:
    citizen = visit("sign")
    assert citizen.reads("You sign for what the letter says, by hand.")
    assert citizen.reads("is not the citizen's own signature")


def test_without_statement_and_signature_nothing_is_signed(visit: Visit) -> None:
    citizen = visit("sign")
    citizen.continues()
    assert len(citizen.summary()) == 2
    assert citizen.summary()[0] == citizen.field("truth").error()
    assert citizen.summary()[1] == citizen.field("signature").error()
    assert citizen.focus() is citizen.page.summary
    assert cases(citizen) == []

    citizen.touches(citizen.summary()[0])
    assert citizen.field("truth").isAncestorOf(citizen.focus())


def test_a_signature_on_the_screen_goes_onto_the_page(visit: Visit) -> None:
    citizen = visit("sign")
    drawn_before = citizen.desk.preview(citizen.session.here)
    citizen.chooses("truth", STATED)
    writes(citizen)
    citizen.continues()
    citizen.waits()
    assert citizen.session.page == "done"
    case = citizen.session.case
    assert case is not None
    assert json.loads(citizen.desk.doors.store.filing(case.id))["strokes"]
    signed = citizen.desk.signed_pdf(case.id)
    assert curves(signed) > curves(drawn_before)


def curves(pdf: bytes) -> int:
    """How many curves its pages draw."""
    found = 0
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            operators = (str(each.operator) for each in pikepdf.parse_content_stream(page))
            found += sum(each == "c" for each in operators)
    return found


def test_the_pad_has_the_shape_of_the_paper_at_every_size(visit: Visit) -> None:
    citizen = visit("sign")
    for size in TextSize:
        citizen.session.set_text_size(size)
        settle()
        assert citizen.at(SignPage).pad.aspect() == pytest.approx(PAD[0] / PAD[1], rel=0.01)


def test_who_signs_on_paper_needs_no_pad(visit: Visit) -> None:
    citizen = visit("sign")
    assert citizen.at(SignPage).pad.isVisible()
    writes(citizen)
    citizen.chooses("signature", ON_PAPER)
    assert not citizen.at(SignPage).pad.isVisible()
    assert citizen.reads("sign on the line by hand before you hand them over")
    citizen.chooses("truth", STATED)
    citizen.continues()
    citizen.waits()
    case = citizen.session.case
    assert case is not None
    assert not json.loads(citizen.desk.doors.store.filing(case.id))["strokes"]


class TestKept:
    def test_a_problem_a_language_and_a_step_back_cost_no_stroke(self, visit: Visit) -> None:
        citizen = visit("sign")
        writes(citizen)
        strokes = citizen.at(SignPage).pad.strokes()
        citizen.continues()
        assert citizen.at(SignPage).pad.strokes() == strokes
        assert len(citizen.summary()) == 1
        citizen.chooses("truth", STATED)
        citizen.session.set_language("es")
        citizen.session.set_text_size(TextSize.LARGE)
        citizen.session.set_language("en")
        citizen.goes_back()
        citizen.waits()
        citizen.continues()
        assert citizen.at(SignPage).pad.strokes() == strokes
        assert citizen.chosen("truth") == [STATED]

    def test_other_pages_need_another_signature(self, visit: Visit) -> None:
        citizen = visit("sign")
        citizen.chooses("truth", STATED)
        writes(citizen)
        citizen.session.say("phone", "13911112222")
        citizen.session.page_stale.emit()
        assert citizen.at(SignPage).pad.is_empty()
        assert citizen.chosen("truth") == []
        assert citizen.chosen("signature") == [ON_SCREEN]

    def test_a_stroke_never_reaches_the_disk_before_it_is_signed(self, visit: Visit) -> None:
        citizen = visit("sign")
        writes(citizen)
        citizen.session.keeping.now()
        (draft,) = citizen.desk.doors.store.drafts()
        assert "signing" not in draft.answers.values
        assert citizen.session.spare["signing"]
        citizen.chooses("truth", STATED)
        citizen.continues()
        citizen.waits()
        assert citizen.session.spare == {"signed": "screen"}


def test_after_signing_there_is_no_way_back(visit: Visit) -> None:
    citizen = visit("sign")
    signs_on_paper(citizen)
    assert citizen.session.page == "done"
    assert citizen.page.back is None
    citizen.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    citizen.session.go_back()
    citizen.session.go_to("sign")
    citizen.session.go_to_question("name")
    assert citizen.session.page == "done"
    assert citizen.desk.doors.store.drafts() == ()


def test_two_taps_are_one_filing(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    citizen = visit("sign")
    calls: list[str] = []
    sign = citizen.desk.sign

    def counted(*arguments: object, **named: object) -> Case:
        calls.append(threading.current_thread().name)
        return sign(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(citizen.desk, "sign", counted)
    citizen.chooses("truth", STATED)
    citizen.chooses("signature", ON_PAPER)
    settle()
    (button,) = citizen.kiosk.findChildren(PrimaryButton)
    for _ in range(3):
        QTest.mouseClick(button, LEFT)
    citizen.page.go_on()
    citizen.waits()
    assert len(calls) == 1
    assert calls != [threading.main_thread().name]
    assert len(cases(citizen)) == 1


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("sign")
    writes(citizen)
    strokes = citizen.at(SignPage).pad.strokes()
    citizen.chooses("truth", STATED)

    def full(*_: object) -> None:
        raise UserProblem(Problem("store", "disk-full"))

    with monkeypatch.context() as broken:
        broken.setattr(citizen.desk.doors.store, "open_case", full)
        citizen.continues()
        citizen.waits()
    assert citizen.session.page == "sign"
    assert "The disk is full" in citizen.summary()[0]
    assert citizen.at(SignPage).pad.strokes() == strokes
    assert citizen.chosen("truth") == [STATED]
    assert cases(citizen) == []

    citizen.continues()
    citizen.waits()

    assert citizen.session.page == "done"
    assert len(cases(citizen)) == 1


def test_after_a_fault_that_nobody_foresaw_one_may_sign_again(
    visit: Visit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = visit("sign")

    def breaks(*_: object, **__: object) -> bytes:
        raise RuntimeError("the renderer broke")

    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr(citizen.desk.doors.renderer, "render", breaks)
        signs_on_paper(citizen)
    assert [str(fault) for _, fault, _ in caught] == ["the renderer broke"]
    assert citizen.session.page == "sign"

    citizen.continues()
    citizen.waits()

    assert citizen.session.page == "done"


def test_what_is_filed_already_is_shown_as_filed(visit: Visit) -> None:
    citizen = visit("sign")
    draft = citizen.session.here
    case = citizen.desk.sign(draft)
    signs_on_paper(citizen)
    assert citizen.session.page == "done"
    assert citizen.session.case == case
    assert len(cases(citizen)) == 1


def test_an_answer_that_cannot_stand_is_told_and_leads_to_its_question(visit: Visit) -> None:
    citizen = visit("sign")
    citizen.session.say("name", "")
    signs_on_paper(citizen)
    assert citizen.summary() == ["Name: Please fill this in."]
    citizen.touches(citizen.summary()[0])
    assert citizen.session.page == "applicant"
