"""Who must deal with it: named by an answer, proposed by one, or by the pack; and who need not."""

from dataclasses import replace

import pytest

from filingdesk.core.advice import Advice, advise
from filingdesk.core.answers import Answers
from filingdesk.core.filing import Act, assemble
from filingdesk.core.interview import compile_interview
from filingdesk.core.pack import Addressee, Authority, Ground, NotThere, Role
from filingdesk.core.question import AnswerType, Choice, Part
from filingdesk.words.catalogue import PackWords, Words
from tests.core.province import (
    CALENDAR,
    GROUNDS,
    KIND,
    OLD_BUREAU,
    PACK,
    PAGES,
    TODAY,
    old_record,
    question,
    when,
)

FOOD = Authority("food", "云山省食品局", frozenset({Role.RECOGNISING}))
WORLD = replace(PACK, authorities=(*PACK.authorities, FOOD))
FIELD = question(
    "field",
    AnswerType.CHOICE,
    Part.RECORD,
    not_sure=True,
    choices=(
        Choice("food", "食品", authority="food"),
        Choice("trade", "工商", authority=OLD_BUREAU.id),
        Choice("other", "其他"),
    ),
)
ASKING = replace(
    KIND,
    pages=tuple(
        replace(each, questions=("deciding_authority", "field", "learned_on"))
        if each.id == "decider"
        else each
        for each in PAGES
    ),
    questions={**KIND.questions, "field": FIELD},
)


def advice_on(answers: Answers, *grounds: Ground) -> Advice:
    way = compile_interview(replace(ASKING, grounds=grounds or GROUNDS))
    return advise(WORLD, way, answers, CALENDAR, TODAY)


def said(field: str, organ: str = "?") -> Answers:
    answers = old_record().say("trouble", "wrong").say("field", field)
    return answers.say("deciding_authority", organ)


def to(*addressees: Addressee, not_there: tuple[NotThere, ...] = ()) -> Ground:
    return replace(GROUNDS[0], addressees=addressees, not_there=not_there)


# ---------------------------------------------------------------- proposed by an answer


def test_who_knows_the_field_is_told_the_organ() -> None:
    route = advice_on(said("food")).route
    assert route is not None
    assert (route.name, route.authority, route.named_by) == (FOOD.name, FOOD, "field")


def test_an_organ_without_a_source_stays_unverified() -> None:
    assert "authority-not-verified" in {each.code for each in advice_on(said("food")).uncertain}


def test_it_is_only_a_proposal() -> None:
    route = advice_on(said("food", "云山省市监局")).route
    assert route is not None
    assert (route.name, route.named_by) == ("云山省市场监督管理局", "deciding_authority")


@pytest.mark.parametrize("field", ["other", "?", ""])
def test_a_field_of_several_organs_proposes_none(field: str) -> None:
    assert advice_on(said(field)).route is None


def test_an_organ_that_is_gone_is_not_proposed() -> None:
    route = advice_on(said("trade")).route
    assert route is not None
    assert route.name == "云山省市场监督管理局"


def test_an_answer_of_a_branch_that_was_left_proposes_nothing() -> None:
    way = replace(ASKING, pages=PAGES, questions=KIND.questions)
    advice = advise(WORLD, compile_interview(way), said("food"), CALENDAR, TODAY)
    assert advice.route is None


def test_the_letter_says_which_answer_names_it() -> None:
    way = compile_interview(replace(ASKING, grounds=GROUNDS))
    words = PackWords(Words("zh_CN"), ())
    filing = assemble(WORLD, way, said("food"), advice_on(said("food")), Act("FD", TODAY), words)
    assert filing.places["authority"].supports == ("field",)


# ---------------------------------------------------------------- named by the pack


def test_a_ground_that_always_goes_to_one_organ_names_it() -> None:
    route = advice_on(said("", ""), to(Addressee(Role.PLATFORM, "它管。", authority="food"))).route
    assert route is not None
    assert (route.name, route.role, route.named_by) == (FOOD.name, Role.PLATFORM, "")


def test_an_id_leads_to_who_took_over() -> None:
    route = advice_on(
        said(""), to(Addressee(Role.PLATFORM, "它管。", authority="old-bureau"))
    ).route
    assert route is not None
    assert route.name == "云山省市场监督管理局"


# ---------------------------------------------------------------- not there


def near(*not_there: NotThere) -> list[str]:
    route = advice_on(
        said("other", "bureau"), to(*GROUNDS[0].addressees, not_there=not_there)
    ).route
    assert route is not None
    return [each.name for each in route.near]


def test_an_office_that_is_not_the_one_may_be_named() -> None:
    assert near(NotThere(Role.RECOGNISING, "它不管。", authority="food")) == [FOOD.name]
    assert near(NotThere(Role.RECOGNISING, "不分别说。")) == []


def test_nobody_is_told_not_to_go_where_they_must_go() -> None:
    assert near(NotThere(Role.PLATFORM, "它不管。", authority="bureau")) == []


def test_it_is_told_only_to_those_whom_it_concerns() -> None:
    here = NotThere(Role.PLATFORM, "它不管。", when=when("field", "other"))
    elsewhere = replace(here, when=when("field", "food"))
    assert near(here) == ["信用云山"]
    assert near(elsewhere) == []
