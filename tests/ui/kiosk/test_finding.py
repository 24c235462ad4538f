"""A person hears what was found: plainly, with its reasons one touch away, and no date in doubt."""

from datetime import date

from filingdesk.core.deadline import Why
from filingdesk.ui.interview.why import Why as Reason
from filingdesk.ui.kiosk.counting import Counting
from filingdesk.ui.kiosk.finding import FindingPage
from filingdesk.ui.widgets.rows import SummaryRows
from filingdesk.words.terms import DAY_REASONS
from tests.ui.kiosk.visits import Visit, Visitor

NEVER = "cn-shandong/shandong-under-age"


def opens_every_reason(citizen: Visitor) -> None:
    for each in citizen.page.findChildren(Reason):
        each.button.click()


def test_the_headline_says_when_the_record_should_have_come_down(visit: Visit) -> None:
    citizen = visit("finding")
    assert citizen.heading == "This record should have come down on Thursday, 10 September 2026"
    assert citizen.reads("10 September 2023")
    assert citizen.reads("three-year rule in Article 13")

    citizen.continues()

    assert citizen.session.page == "authority"


def test_the_law_is_one_touch_away_and_not_in_the_way(visit: Visit) -> None:
    citizen = visit("finding", language="zh_CN")
    assert not citizen.reads("停止公示。其他行政处罚信息")
    opens_every_reason(citizen)
    assert citizen.reads("停止公示。其他行政处罚信息")
    assert citizen.reads("《市场监督管理行政处罚信息公示规定》第十三条")


def test_one_reason_is_the_headline_and_several_are_counted(visit: Visit) -> None:
    one = visit("finding", "cn-tianjin/tianjin-not-me")
    assert one.heading == "This record is not about you; it should be taken off your name"
    several = visit("finding", NEVER)
    assert several.heading == "You can file this, and you have 2 reasons"
    grounds = several.desk.advise(several.session.here).grounds
    assert [each.id for each in grounds] == ["under-age", "never-public"]
    assert all(several.reads(several.session.text(each.text)) for each in grounds)


def test_a_date_from_which_it_is_counted_can_be_changed_at_once(visit: Visit) -> None:
    citizen = visit("finding")
    citizen.page.findChildren(SummaryRows)[0].change.emit("published_on")
    assert citizen.session.page == "dates"


def test_an_authority_that_is_late_is_late_and_nobody_is_asked_about_a_later_day(
    visit: Visit,
) -> None:
    citizen = visit("finding", "cn/complaint-silent", today=date(2026, 12, 20))
    say = citizen.session.words.say
    assert citizen.reads("The last day by law was Saturday, 12 December 2026.")
    assert citizen.reads(
        say("Where no answer came, the authority is late. You need not wait any longer.")
    )
    assert citizen.reads("by Wednesday, 10 February 2027")
    asked = say("This day is over. Ask the window whether a later one counts for you.")
    assert not citizen.reads(asked)


class TestPeriod:
    def test_a_repair_in_time_tells_the_time_that_is_over_and_no_other(self, visit: Visit) -> None:
        citizen = visit("finding", "cn/repair-general")
        assert citizen.reads("How long it had to be shown")
        assert citizen.reads(citizen.session.words.day(date(2026, 8, 6)))
        assert not citizen.reads("How long it may be shown")

    def test_a_record_that_may_still_be_shown_has_its_verified_day(self, visit: Visit) -> None:
        citizen = visit("finding", today=date(2025, 1, 10), learned_on="2025-01-09")
        assert citizen.heading == "This record may still be shown until Thursday, 10 September 2026"

    def test_no_day_is_given_while_another_version_would_make_it_earlier(
        self, visit: Visit
    ) -> None:
        citizen = visit(
            "finding",
            today=date(2026, 1, 15),
            learned_on="2026-01-10",
            decided_on="2025-09-01",
            published_on="2025-09-10",
        )
        assert citizen.heading == "This record may still be shown"
        assert citizen.reads("The exact last day is not verified: please ask at the window")
        assert_no_result_is_told(citizen)

    def test_where_the_rules_disagree_the_window_knows(self, visit: Visit) -> None:
        citizen = visit("finding", "cn/check-term")
        assert "We have not verified how long" in citizen.heading
        assert citizen.reads("Not verified: please ask at the window.")
        assert_no_result_is_told(citizen)

    def test_nothing_is_said_of_a_period_without_a_rule(self, visit: Visit) -> None:
        citizen = visit("finding", "cn/omission")
        assert not citizen.reads("How long it may be shown")


def assert_no_result_is_told(citizen: Visitor) -> None:
    results = citizen.desk.advise(citizen.session.here).display.results
    assert results
    words = citizen.session.words
    assert not any(citizen.reads(words.day(each.ends_on, weekday=False)) for each in results)


class TestClock:
    def test_the_laws_day_and_that_it_is_provisional(self, visit: Visit) -> None:
        citizen = visit("finding")
        assert citizen.reads("The last day by law is Tuesday, 19 January 2027.")
        assert citizen.reads("Provisional: the holidays of that year are not published yet.")
        assert citizen.reads("do not wait for its result")

    def test_the_safe_day_where_the_law_moves_the_last_one(self, visit: Visit) -> None:
        citizen = visit("finding", today=date(2026, 7, 10), learned_on="2026-07-01")
        assert citizen.reads("The last day by law is Monday, 31 August 2026.")
        assert citizen.reads("To be safe, act by Friday, 28 August 2026.")
        assert not citizen.reads("Provisional")

    def test_a_day_that_is_over_is_not_called_the_last_one(self, visit: Visit) -> None:
        citizen = visit("finding", learned_on="2026-01-20")
        assert citizen.reads("The last day by law was Monday, 23 March 2026.")
        assert citizen.reads("Ask the window whether a later one counts for you")
        assert not citizen.reads("To be safe")

    def test_every_day_of_the_count_is_told_when_somebody_asks(self, visit: Visit) -> None:
        citizen = visit("finding", today=date(2026, 7, 10), learned_on="2026-07-01")
        (deadline,) = citizen.desk.advise(citizen.session.here).deadlines
        counting = citizen.page.findChildren(Counting)[-1]
        assert citizen.texts(counting) == []

        counting.button.click()

        (days,) = citizen.texts(counting)
        lines = days.split("\n")
        assert len(lines) == len(deadline.reasons)
        assert lines[0] == "Wednesday, 1 July 2026: the day it starts is not counted"
        assert lines[1] == "1. Thursday, 2 July 2026: calendar day"
        assert lines[60] == "60. Sunday, 30 August 2026: last day"
        assert DAY_REASONS[Why.ROLLED_FORWARD] in lines[61]
        assert lines[-1].startswith("Friday, 28 August 2026: safe day")
        counting.button.click()
        assert citizen.texts(counting) == []


def test_what_is_not_certain_has_a_name(visit: Visit) -> None:
    citizen = visit("finding", "cn-tianjin/tianjin-not-me", decided_on="?")
    assert citizen.reads("Tianjin: the department's time to deal with the objection: not verified")
    assert citizen.reads("Date of the decision: You were not sure of this date.")


class TestNoGround:
    def nothing_wrong(self, visit: Visit) -> Visitor:
        return visit("finding", trouble="not_sure", hidden_how="", penalty_kind="?")

    def test_it_is_explained_and_leads_to_the_answers_that_decide(self, visit: Visit) -> None:
        citizen = self.nothing_wrong(visit)
        assert citizen.heading == "What you told us does not support this filing yet"
        assert citizen.reads("we cannot name a reason for this filing")
        assert citizen.reads("Kind of penalty")
        assert not citizen.reads("Telephone")

        citizen.touches("Change my answers")

        assert citizen.session.page == "trouble"

    def test_nothing_leads_on(self, visit: Visit) -> None:
        citizen = self.nothing_wrong(visit)
        assert not citizen.session.go_on()
        assert citizen.session.page == "finding"
        assert "does not yet show that the record is wrong" in citizen.summary()[0]

    def test_each_answer_can_be_changed_from_its_row(self, visit: Visit) -> None:
        citizen = self.nothing_wrong(visit)
        rows = citizen.at(FindingPage).findChildren(SummaryRows)[-1]
        rows.change.emit("penalty_kind")
        assert citizen.session.page == "penalty_kind"


def test_a_term_that_is_over_is_told_with_its_clause_and_holds_nobody(visit: Visit) -> None:
    late = visit("finding", "cn/reconsideration-penalty", learned_on="2026-01-20")
    assert late.reads("The time for this ended on Monday, 23 March 2026")
    assert late.reads("第二十条")
    assert late.page.primary_text == "Continue"
