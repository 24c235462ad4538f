"""Junk in, a clear code out; doubtful things are only warned about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.answers import Answers, Difference, MaterialAnswer, MaterialState
from filingdesk.core.checks import check_answer, check_answers
from filingdesk.core.identifiers import birth_of, citizen_id_fault, credit_code_fault
from filingdesk.core.question import AnswerType, Part, Shape
from tests.core.province import QUESTIONS, TODAY, interview, old_record, question

BY_ID = {each.id: each for each in QUESTIONS}


def codes(id: str, *said: tuple[str, object]) -> list[str]:
    answers = Answers()
    for key, value in said:
        answers = answers.say(key, value)  # type: ignore[arg-type]
    return [each.code for each in check_answer(BY_ID[id], answers, TODAY)]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("11010519491231002X", ""),
        ("11010519491231002x", ""),
        ("440524188001010014", ""),
        ("１１０１０５１９４９１２３１００２Ｘ", ""),
        ("110105 19491231 002X", ""),
        ("810000199001010019", ""),
        ("110105194912310021", "id-number-check"),
        ("510104190002290031", "id-number-date"),
        ("110105209912310023", "id-number-date"),
        ("1101051949123100", "id-number-shape"),
        ("abc", "id-number-shape"),
        ("990105194912310020", "id-number-district"),
    ],
)
def test_citizen_numbers(number: str, fault: str) -> None:
    if fault == "id-number-district":
        number = next(
            number[:-1] + check
            for check in "0123456789X"
            if citizen_id_fault(number[:-1] + check, TODAY) != "id-number-check"
        )
    assert citizen_id_fault(number, TODAY) == fault


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("91350100M000100Y43", ""),
        ("91512081MA62K0260E", ""),
        ("91350100M000100Y4Z", "credit-code-shape"),
        ("91350100M000100Y44", "credit-code-check"),
        ("9135", "credit-code-shape"),
    ],
)
def test_credit_codes(code: str, fault: str) -> None:
    assert credit_code_fault(code) == fault


def test_the_birthday_is_read_from_the_number() -> None:
    born = birth_of("11010519491231002X")
    assert born is not None
    assert born.isoformat() == "1949-12-31"
    assert birth_of("510104190002290031") is None


def test_thirty_february_is_kept_and_named() -> None:
    assert codes("published_on", ("published_on", "2026-02-30")) == ["date-not-a-day"]
    assert codes("published_on", ("published_on", "2026--")) == ["date-not-a-day"]
    assert codes("published_on", ("published_on", "2027-01-01")) == ["date-in-future"]
    assert codes("published_on", ("published_on", "1900-01-01")) == ["date-too-early"]
    assert codes("published_on", ("published_on", "?")) == []
    assert codes("learned_on", ("learned_on", "?")) == ["date-not-a-day"]


def test_what_is_missing_is_missed_unless_it_is_optional() -> None:
    assert codes("name") == ["answer-missing"]
    assert codes("name", ("name", "   ")) == ["answer-missing"]
    assert codes("phone") == []


def test_long_and_broken_text() -> None:
    assert codes("story", ("story", "长" * 40_000)) == ["answer-too-long"]
    assert codes("story", ("story", "a\x00b")) == ["answer-control-characters"]
    assert codes("story", ("story", "two\nlines\tand a tab")) == []
    assert codes("name", ("name", "å¼ ä¸‰")) == ["answer-garbled"]
    assert codes("name", ("name", "José Núñez")) == []


def test_doubtful_things_are_warned_about_and_never_refused() -> None:
    odd = check_answer(BY_ID["phone"], Answers().say("phone", "call my son"), TODAY)
    assert [(each.code, each.blocks) for each in odd] == [("phone-odd", False)]
    email = question("email", AnswerType.EMAIL, Part.APPLICANT)
    told = check_answer(email, Answers().say("email", "nobody"), TODAY)
    assert [(each.code, each.blocks) for each in told] == [("email-odd", False)]


def test_a_passport_is_not_read_as_a_citizen_number() -> None:
    assert codes("id_number", ("id_number", "E12345678"), ("id_type", "passport")) == []
    assert codes("id_number", ("id_number", "E12345678")) == ["id-number-shape"]


def test_rows_and_papers() -> None:
    assert codes("differences", ("differences", (Difference("金额", "", ""),))) == [
        "differences-incomplete"
    ]
    assert codes("differences", ("differences", (Difference("金额", "500", "300"),))) == []
    no_file = MaterialAnswer("identity", MaterialState.ATTACHED)
    assert codes("materials", ("materials", (no_file,))) == ["material-without-file"]


def test_the_whole_way_is_checked_and_nothing_beside_it() -> None:
    answers = old_record().say("differences", (Difference("", "", ""),))
    assert check_answers(interview(), answers, TODAY) == ()


@given(st.text(max_size=300), st.sampled_from(QUESTIONS))
def test_no_text_breaks_a_check(text: str, asked: object) -> None:
    chosen = next(each for each in QUESTIONS if each is asked)
    for problem in check_answer(chosen, Answers().say(chosen.id, text), TODAY):
        assert text.strip() not in problem.facts.values() or text.strip().isdigit()


def test_a_case_number_that_looks_odd_is_asked_about_and_not_refused() -> None:
    number = question("case_number", AnswerType.LINE, Part.RECORD, shape=Shape.COURT_CASE)
    right, odd = (
        check_answer(number, Answers().say("case_number", typed), TODAY)
        for typed in ("（2024）津01执123号", "津01执123号")
    )
    assert right == ()
    assert [(each.code, each.blocks) for each in odd] == [("court-case-odd", False)]
