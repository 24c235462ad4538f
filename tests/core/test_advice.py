"""What the desk advises: ground, authority with its reason, and what is uncertain."""

from dataclasses import replace
from datetime import date

from filingdesk.core.advice import Advice, Remedy, advise, facts_of
from filingdesk.core.answers import Answers, Difference
from filingdesk.core.display import DisplayState
from filingdesk.core.interview import compile_interview
from filingdesk.core.pack import Ground
from filingdesk.core.question import Condition
from filingdesk.core.route import successor
from filingdesk.core.term import Wait
from tests.core.province import (
    CALENDAR,
    GROUNDS,
    KIND,
    PACK,
    THREE_YEARS,
    TODAY,
    interview,
    old_record,
    when,
)


def advice_on(answers: Answers) -> Advice:
    return advise(PACK, interview(), answers, CALENDAR, TODAY)


def test_a_record_shown_too_long_goes_to_the_platform() -> None:
    advice = advice_on(old_record())
    assert advice.remedy is Remedy.FILING
    assert [each.id for each in advice.grounds] == ["expired"]
    assert advice.display.state is DisplayState.EXPIRED
    assert advice.route is not None
    assert advice.route.name == "信用云山"
    assert advice.deadlines[0].due_on == date(2026, 11, 2)
    assert [each.id for each in advice.materials] == ["identity", "screenshot"]


def test_who_recognised_it_repairs_it_and_the_near_office_is_named() -> None:
    answers = (
        old_record()
        .say("trouble", "wrong")
        .say("differences", (Difference("金额", "5000", "3000"),))
    )
    advice = advice_on(answers)
    assert [each.id for each in advice.grounds] == ["error"]
    assert advice.route is not None
    assert advice.route.name == "云山省市场监督管理局"
    assert [(each.name, each.reason) for each in advice.route.near] == [
        ("信用云山", "平台只转载。")
    ]


def test_an_organ_that_is_gone_leads_to_the_one_that_followed_it() -> None:
    for named in ("old-bureau", "云山省工商局"):
        found = successor(PACK, named, TODAY)
        assert found is not None
        assert found.id == "bureau"
    before = successor(PACK, "old-bureau", date(2017, 1, 1))
    assert before is not None
    assert before.id == "old-bureau"
    answers = old_record().say("trouble", "wrong").say("deciding_authority", "云山省工商局")
    told = {each.code for each in advice_on(answers).uncertain}
    assert "authority-renamed" in told


def test_a_short_name_of_an_organ_that_still_exists_is_no_old_name() -> None:
    for named in ("bureau", "云山省市场监督管理局", "云山省市监局"):
        answers = old_record().say("trouble", "wrong").say("deciding_authority", named)
        advice = advice_on(answers)
        assert advice.route is not None
        assert advice.route.name == "云山省市场监督管理局"
        assert "authority-renamed" not in {each.code for each in advice.uncertain}


def test_a_name_that_no_pack_knows_is_kept_and_called_unverified() -> None:
    answers = old_record().say("trouble", "wrong").say("deciding_authority", "云山县某某局")
    advice = advice_on(answers)
    assert advice.route is not None
    assert advice.route.name == "云山县某某局"
    assert advice.route.authority is None
    assert "authority-not-verified" in {each.code for each in advice.uncertain}


def test_a_right_record_is_for_repair() -> None:
    advice = advice_on(Answers().say("trouble", "right"))
    assert advice.remedy is Remedy.ELSEWHERE
    assert advice.route is None


def test_nothing_said_yet_is_no_ground_and_no_fault() -> None:
    advice = advice_on(Answers())
    assert advice.remedy is Remedy.NONE
    assert advice.deadlines == ()


def test_the_letter_is_said_to_ask_for_a_check_only_where_it_does() -> None:
    hearsay = replace(PACK, display_rules=(replace(THREE_YEARS, verified=False),))
    asks = replace(
        GROUNDS[1],
        id="check",
        supported=((*when("trouble", "old"), Condition(fact="display", equals="uncertain")),),
    )

    def told(*grounds: Ground) -> list[str]:
        way = compile_interview(replace(KIND, grounds=grounds))
        advice = advise(hearsay, way, old_record(), CALENDAR, TODAY)
        return [each.code for each in advice.uncertain if each.where == "display"]

    assert told(*GROUNDS) == ["display-uncertain"]
    assert told(asks) == ["display-uncertain-asked"]
    assert told() == ["display-uncertain"]


def test_what_nobody_verified_is_said() -> None:
    told = {(each.where, each.code) for each in advice_on(old_record()).uncertain}
    assert ("yunshan/reply", "clock-not-verified") in told


def test_a_decision_from_before_a_birth_is_a_mistyped_year_and_makes_nobody_a_minor() -> None:
    """民法典第十七条: 十八周岁以上的自然人为成年人。"""
    nothing = advice_on(Answers())
    born_on_29_february = Answers().say("id_number", "370102198802290010")

    def minor(day: str) -> str:
        said = born_on_29_february.say("decided_on", day)
        return facts_of(said, nothing.display, nothing.minimum)["minor"]

    assert [minor(day) for day in ("1988-02-29", "2006-02-28")] == ["yes", "yes"]
    assert [minor(day) for day in ("2006-03-01", "2008-02-29")] == ["no", "no"]
    assert [minor(day) for day in ("1988-02-28", "1949-10-01", "?")] == ["unknown"] * 3


def test_a_wait_that_ends_with_the_last_day_there_is_has_no_day_after_it() -> None:
    waiting = replace(advice_on(Answers()), wait=Wait("a rule", "decided_on", date.max))
    assert waiting.earliest is None
    assert replace(waiting, wait=Wait(ends_on=date(2026, 2, 28))).earliest == date(2026, 3, 1)
