"""Before signing, a person reads once more what will be in the filing, and may change it."""

import pytest

from filingdesk.core.answers import AttachedFile, Difference, MaterialAnswer, MaterialState
from filingdesk.core.question import NOT_SURE
from filingdesk.ui.kiosk.check import CheckPage
from filingdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from filingdesk.ui.widgets.rows import SummaryRows
from tests.ui.kiosk.visits import EXPIRED, Visit, Visitor

OMISSION = "cn/omission"


def changes(citizen: Visitor, name: str) -> None:
    """Touch Change beside an answer."""
    buttons = citizen.at(CheckPage).findChildren(LinkButton)
    spoken = citizen.session.words.say("Change: {label}", label=name)
    next(each for each in buttons if each.accessibleName() == spoken).click()


def test_every_answer_of_the_way_stands_there_once(visit: Visit) -> None:
    citizen = visit("check", language="zh_CN")
    answers, interview = citizen.session.here.answers, citizen.session.interview
    for question in interview.asked_on_path(answers):
        said = answers.text(question.id)
        if not question.choices and question.id not in ("jurisdiction", "deciding_authority"):
            assert not said or citizen.reads(said) or answers.day(question.id)
    assert citizen.reads("吕䶮")
    assert citizen.reads("2023年9月10日")
    assert citizen.reads("国家企业信用信息公示系统")


def test_the_rows_stand_in_their_sections_with_what_was_found(visit: Visit) -> None:
    citizen = visit("check")
    assert len(citizen.page.findChildren(SummaryRows)) == 5
    assert citizen.reads("What you rely on")
    assert citizen.reads("Where the letter goes")
    assert citizen.reads("天津市市场监督管理委员会")


def test_an_empty_answer_and_a_doubtful_one_are_told(visit: Visit) -> None:
    citizen = visit("check", decided_on=NOT_SURE, phone="")
    assert citizen.reads("Not provided")
    assert citizen.reads("Not sure")


def test_differences_are_told_line_by_line(visit: Visit) -> None:
    rows = (Difference("缴款情况", "", "已缴清"), Difference("金额", "5000元", "500元"))
    citizen = visit("check", OMISSION, differences=rows)
    assert citizen.reads("缴款情况")
    assert citizen.reads("The record shows: nothing\nTrue is: 已缴清")
    assert citizen.reads("The record shows: 5000元\nTrue is: 500元")


def test_papers_are_told_one_by_one(visit: Visit) -> None:
    papers = (
        MaterialAnswer(
            "identity",
            MaterialState.ATTACHED,
            (AttachedFile("a", 2, "", 1), AttachedFile("b", 1, "", 1)),
        ),
        MaterialAnswer("record-page", MaterialState.DO_NOT_HAVE, (AttachedFile("c", 9, "", 1),)),
    )
    citizen = visit("check", materials=papers)
    assert citizen.reads("I have it here and attach it\nFiles: 2. Pages: 3.")
    assert citizen.reads("I do not have it")
    assert not citizen.reads("Pages: 9")


def test_change_leads_there_and_continue_back_again(visit: Visit) -> None:
    citizen = visit("check")
    changes(citizen, "Telephone")
    assert citizen.session.page == "contact"
    citizen.types("phone", "13911112222")
    citizen.continues()
    assert citizen.session.page == "check"
    assert citizen.reads("13911112222")


def test_a_finding_is_read_again_on_its_own_page(visit: Visit) -> None:
    citizen = visit("check")
    citizen.touches("Read again")
    assert citizen.session.page == "finding"
    citizen.continues()
    assert citizen.session.page == "check"


def test_what_is_odd_is_told_first_and_does_not_stop(visit: Visit) -> None:
    citizen = visit("check", phone="ask my son")
    assert citizen.reads("Telephone: This does not look like a telephone number")
    assert citizen.summary() == []
    citizen.continues()
    assert citizen.session.page == "preview"


def test_what_stands_in_the_way_is_told_at_once_and_leads_there(visit: Visit) -> None:
    citizen = visit("check")
    citizen.session.say("materials", ())
    citizen.session.page_stale.emit()
    assert len(citizen.summary()) == 2
    assert citizen.focus() is citizen.page.summary

    citizen.touches(citizen.summary()[0])

    assert citizen.session.page == "materials"


def test_answers_that_are_kept_aside_are_named_and_not_used(visit: Visit) -> None:
    citizen = visit("check", wrong_how="error")
    assert citizen.reads("These answers are kept aside and will not be used: What is wrong")


@pytest.mark.parametrize("name", [EXPIRED, OMISSION])
def test_the_way_on_is_on_the_screen_without_scrolling(visit: Visit, name: str) -> None:
    citizen = visit("check", name)
    (button,) = citizen.kiosk.findChildren(PrimaryButton)
    assert button.text() == "Show the pages to be signed"
    assert citizen.kiosk.rect().contains(button.mapTo(citizen.kiosk, button.rect().bottomRight()))


def test_an_errand_is_told_by_what_it_is_and_not_by_none_of_these(visit: Visit) -> None:
    citizen = visit("check", "cn/own-record-authorised", language="zh_CN")
    assert citizen.reads("要查信用记录")
    assert not citizen.reads("遇到的情况")
    bank = visit("check", "cn/bank-objection-loan", language="zh_CN")
    assert bank.reads("报告里的记录不对")
    assert not bank.reads("不是这些")


def test_what_happened_is_told_where_it_says_something(visit: Visit) -> None:
    citizen = visit("check", language="zh_CN")
    assert citizen.reads("遇到的情况")
    assert visit("check", "cn/repair-general", language="zh_CN").reads("记录没错，我已经改正了")


def test_what_one_relies_on_begins_with_a_capital(visit: Visit) -> None:
    citizen = visit("check", "cn/data-request-delete")
    for ground in citizen.desk.advise(citizen.session.here).grounds:
        said = citizen.session.text(ground.text)
        assert citizen.reads(said[:1].upper() + said[1:])
