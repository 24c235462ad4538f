"""“Take it to …, because …”: who it is, why, and why not the office that people try first."""

from filingdesk.core.answers import Difference
from filingdesk.ui.interview.why import Why
from tests.ui.kiosk.visits import Visit

NOT_ME = "cn-tianjin/tianjin-not-me"
RENAMED = "cn-tianjin/tianjin-renamed"


def test_the_office_its_part_and_the_reason(visit: Visit) -> None:
    citizen = visit("authority", language="zh_CN")
    say = citizen.session.words.say
    assert citizen.heading == say("Take it to {authority}", authority="天津市市场监督管理委员会")
    assert citizen.reads("谁办案、谁录入、谁负责")
    assert citizen.reads(citizen.session.words.say("It is the organ that made the decision."))
    assert not citizen.reads("第十六条")

    for each in citizen.page.findChildren(Why):
        each.button.click()

    assert citizen.reads("《市场监督管理行政处罚信息公示规定》第十六条")
    citizen.continues()
    assert citizen.session.page == "capacity"


def test_the_offices_that_are_not_the_one_each_with_its_reason(visit: Visit) -> None:
    citizen = visit("authority")
    assert citizen.reads("Why not somewhere else")
    assert citizen.reads("Tianjin Public Credit Centre (天津市公共信用中心)")
    assert citizen.reads("which is not in its hands")
    assert citizen.reads("Tianjin Municipal Development and Reform Commission")


def test_a_name_that_nobody_verified_is_said_to_be_so(visit: Visit) -> None:
    assert visit("authority").reads("We have not been able to confirm")
    verified = visit("authority", NOT_ME, deciding_authority="?", field="?")
    assert not verified.reads("We have not been able to confirm")


def test_an_organ_of_former_days_is_called_by_both_names(visit: Visit) -> None:
    citizen = visit("authority", RENAMED, language="zh_CN")
    assert "天津市生态环境局" in citizen.heading
    former = citizen.session.words.say(
        "{old} is today called {new}. The letter goes to the one that took over its work.",
        old="天津市环境保护局",
        new="天津市生态环境局",
    )
    assert citizen.reads(former)


def test_a_short_name_is_no_former_name(visit: Visit) -> None:
    citizen = visit("authority", RENAMED, deciding_authority="市生态环境局")
    assert "天津市生态环境局" in citizen.heading
    assert not citizen.reads("is today called")
    assert not citizen.reads("Another name today")


def test_a_name_is_said_as_it_was_typed(visit: Visit) -> None:
    citizen = visit("authority", NOT_ME, deciding_authority="某{区}局 {0")
    assert citizen.heading == "Take it to 某{区}局 {0"
    assert citizen.reads("We have not been able to confirm")


def test_where_nobody_knows_who_decided_the_platform_does_and_one_may_still_say(
    visit: Visit,
) -> None:
    citizen = visit("authority", NOT_ME, deciding_authority="?", field="?")
    assert "天津市公共信用中心" in citizen.heading
    assert citizen.reads("It is the office that shows the record.")

    citizen.touches("I know who decided")

    assert citizen.session.page == "decided_by"


def test_who_has_said_who_decided_is_not_asked_again(visit: Visit) -> None:
    citizen = visit("authority", "cn-shandong/shandong-expired")
    assert citizen.reads("It is the office that shows the record.")
    assert citizen.finds("I know who decided") is None


def test_an_answer_that_took_the_ground_away_leads_back_to_what_decides(visit: Visit) -> None:
    rows = (Difference("名称", "甲", "乙"),)
    citizen = visit("authority", trouble="not_sure", differences_seen=rows, penalty_kind="?")
    citizen.session.say("differences_seen", ())
    citizen.session.page_stale.emit()
    assert citizen.heading == "What you told us does not support this filing yet"

    citizen.touches("Change my answers")

    assert citizen.session.page == "trouble"


def test_an_organ_that_an_answer_proposes_says_which_answer(visit: Visit) -> None:
    citizen = visit("authority", "cn-guangdong-huizhou/huizhou-error")
    assert citizen.reads("We name it because of what you said. If that is wrong, change it.")
    assert citizen.finds("I know who decided")
