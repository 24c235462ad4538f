"""A person changes their mind: what falls aside is told and kept, and the way leads back."""

import pytest

from filingdesk.core.answers import Difference
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.way import Stage
from tests.ui.kiosk.person import Person

SET_ASIDE = "What you said about these is not needed now"


def go_through(session: Session, **answers: object) -> None:
    """Give these answers on whatever page asks for them, and go on as far as it leads."""
    for question, value in answers.items():
        session.say(question, value)  # type: ignore[arg-type]


def wrong_name(session: Session) -> None:
    session.begin("2026")
    rows = (Difference("名称", "赵宁宁", "赵宁"),)
    go_through(session, trouble="wrong", how=("name",), differences=rows)
    for _ in range(3):
        assert session.go_on(), session.problems
    assert session.page == "place"


def test_answers_that_are_not_needed_any_more_are_told_kept_and_come_back(
    citizen: Person, session: Session
) -> None:
    wrong_name(session)
    for _ in range(3):
        citizen.goes_back()
    citizen.chooses("trouble", "过期了")
    citizen.continues()

    assert session.page == "place"
    assert citizen.sees(SET_ASIDE)
    assert citizen.sees("不对的地方 and 不一致之处")
    citizen.goes_back()
    assert not citizen.sees(SET_ASIDE)
    citizen.chooses("trouble", "写错了")
    citizen.continues()
    assert citizen.chosen("how") == ["名称"]
    assert not citizen.sees(SET_ASIDE)


def test_back_follows_the_way_and_not_the_order_of_visits(
    citizen: Person, session: Session
) -> None:
    wrong_name(session)
    session.go_to("trouble")
    citizen.chooses("trouble", "过期了")
    session.go_to("place")
    citizen.goes_back()
    assert session.page == "trouble"


def test_change_on_the_last_page_leads_back_to_it(at_check: Person, session: Session) -> None:
    session.go_to_question("record_title")
    assert session.page == "record"
    at_check.types("record_title", "警告")
    at_check.continues()

    assert session.page == "check"
    assert session.here.change_from == ""
    assert at_check.sees("警告")


def test_new_questions_come_first_after_a_change(at_check: Person, session: Session) -> None:
    session.go_to_question("trouble")
    at_check.chooses("trouble", "写错了")
    at_check.continues()
    assert session.page == "how"
    at_check.chooses("how", "金额")
    at_check.continues()
    assert session.page == "differences"
    session.say("differences", (Difference("金额", "5000", "500"),))

    at_check.continues()

    assert session.page == "check"


def test_a_question_that_a_change_brings_on_a_page_behind_comes_first_too(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("capacity")
    at_check.chooses("capacity", "代理人")
    at_check.continues()
    assert session.page == "who"
    assert at_check.summary()
    at_check.types("agent_name", "Wang Min")
    at_check.continues()
    assert session.page == "check"


def test_a_change_that_turns_the_advice_shows_the_finding_again(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("deciding_authority")
    at_check.chooses("deciding_authority", "市税务局")
    at_check.continues()
    assert session.page == "finding"
    at_check.continues()
    assert session.page == "check"


def test_a_change_that_ends_the_objection_leads_to_the_repair_page(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("trouble")
    at_check.chooses("trouble", "已经改正了")
    at_check.continues()

    assert session.page == "repair"
    assert at_check.sees("请到窗口办理。")
    at_check.continues()
    assert at_check.sees("Erase everything and finish?")
    at_check.touches("Go on with my filing")
    at_check.goes_back()
    assert session.page == "trouble"


def test_the_place_decides_which_pack_asks(at_check: Person, session: Session) -> None:
    assert session.desk.pack(session.here.answers).id == "cn-elsewhere"
    session.go_to_question("jurisdiction")
    at_check.chooses("jurisdiction", "全国")
    assert session.desk.pack(session.here.answers).id == "cn"
    at_check.continues()
    assert session.page == "check"


def test_the_list_tells_how_far_each_part_is(citizen: Person, session: Session) -> None:
    wrong_name(session)
    stages = [(step.section, step.stage) for step in session.steps()]
    assert stages == [
        ("matter", Stage.COMPLETED),
        ("record", Stage.IN_PROGRESS),
        ("person", Stage.BLOCKED),
        ("check", Stage.BLOCKED),
    ]
    assert citizen.sees("怎么回事")
    assert citizen.sees("Check and sign")


def test_a_part_of_the_list_opens_when_it_is_touched_and_no_sooner(
    citizen: Person, session: Session
) -> None:
    wrong_name(session)
    citizen.touches("怎么回事")
    assert session.page == "trouble"

    person = citizen.finds("申请人")
    assert person is not None
    assert not person.isEnabled()
    session.go_to("applicant")
    assert session.page == "trouble"


@pytest.mark.parametrize("page", ["preview", "sign"])
def test_what_comes_after_the_check_can_be_left_and_found_again(
    at_check: Person, session: Session, page: str
) -> None:
    session.go_on()
    if page == "sign":
        session.go_on()
    assert session.page == page
    assert [step.stage for step in session.steps()][-1] is Stage.IN_PROGRESS

    session.go_to_question("name")
    assert session.page == "applicant"
    session.go_on()

    assert session.page == "check"


def test_a_warning_is_said_once_and_then_goes_on(at_check: Person, session: Session) -> None:
    session.go_to_question("phone")
    at_check.types("phone", "ask my son")
    at_check.continues()
    assert session.page == "applicant"
    assert at_check.sees("Please look again")
    assert "does not look like a telephone number" in at_check.summary()[0]
    assert not at_check.sees("There is a problem")

    at_check.continues()

    assert session.page == "check"


def test_a_warning_about_another_answer_is_another_warning(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("phone")
    at_check.types("phone", "none")
    at_check.continues()
    at_check.types("phone", "nobody")
    at_check.continues()
    assert session.page == "applicant"
