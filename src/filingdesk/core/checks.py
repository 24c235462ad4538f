"""Whether an answer can stand: every problem of a page, told when the person goes on."""

import re
import unicodedata
from datetime import date

from filingdesk.core.answers import Answers, MaterialAnswer, MaterialState, day_of
from filingdesk.core.identifiers import (
    EXAMPLE_OF_A_CASE,
    card_fault,
    credit_code_fault,
    is_court_case,
    is_phone,
)
from filingdesk.core.interview import Interview
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, AnswerType, Question, Shape

EARLIEST = date(1949, 10, 1)
_WARNINGS = frozenset(
    {
        "id-number-district",
        "id-number-legacy",
        "residence-permit-odd",
        "travel-permit-odd",
        "passport-odd",
        "phone-odd",
        "email-odd",
        "court-case-odd",
        "answer-garbled",
    }
)
_HIDDEN = ("Cc", "Cs")
"""Control characters, and halves of characters that no file can hold."""
# UTF-8 read as Windows-1252: two or three characters where there was one. «José» is none of that.
_TRAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_GARBLED = re.compile(f"\ufffd|[\u00c2\u00c3]{_TRAIL}|[\u00e4-\u00e9]{_TRAIL}{{2}}|锟斤拷|烫烫")


def check_page(
    interview: Interview, page: str, answers: Answers, today: date
) -> tuple[Problem, ...]:
    """What must be mended (or is only worth a second look) on one page."""
    return tuple(
        problem
        for question in interview.asked(page, answers)
        for problem in check_answer(question, answers, today)
    )


def check_answers(interview: Interview, answers: Answers, today: date) -> tuple[Problem, ...]:
    """The same for every page of the way."""
    return tuple(
        problem
        for page in interview.path(answers)
        for problem in check_page(interview, page.id, answers, today)
    )


def check_answer(question: Question, answers: Answers, today: date) -> tuple[Problem, ...]:
    """The problems of one answer; none for an optional question left open."""
    if not answers.values.get(question.id):
        return () if question.optional else (Problem(question.id, "answer-missing"),)
    if question.not_sure and answers.text(question.id) == NOT_SURE:
        return ()
    codes = _codes(question, answers, today)
    return tuple(
        Problem(question.id, code, _facts(question, answers), blocks=code not in _WARNINGS)
        for code in codes
    )


def _codes(question: Question, answers: Answers, today: date) -> list[str]:
    match question.type:
        case AnswerType.CHOICE | AnswerType.CHOICES:
            offered = {choice.id for choice in question.choices}
            return [] if set(answers.chosen(question.id)) <= offered else ["choice-unknown"]
        case AnswerType.DATE:
            return _date_codes(question, answers, today)
        case AnswerType.DIFFERENCES:
            return _difference_codes(question, answers)
        case AnswerType.MATERIALS:
            return _material_codes(answers.materials(question.id))
        case _:
            return _text_codes(question, answers, today)


def _date_codes(question: Question, answers: Answers, today: date) -> list[str]:
    day = answers.day(question.id)
    if day is None:
        return ["date-not-a-day"]
    if day < EARLIEST:
        return ["date-too-early"]
    return ["date-in-future"] if question.past and day > today else []


def _difference_codes(question: Question, answers: Answers) -> list[str]:
    rows = answers.differences(question.id)
    codes: list[str] = []
    if not rows or any(not row.true.strip() and not row.shown.strip() for row in rows):
        codes.append("differences-incomplete")
    for row in rows:
        for text in (row.field, row.shown, row.true):
            codes.extend(_shape_codes(text, question.most))
    return list(dict.fromkeys(codes))


def bring_fault(said: MaterialAnswer, today: date) -> str:
    """What is wrong with the day by which a paper will be brought; naming none is right."""
    if said.state is not MaterialState.WILL_BRING or not said.by.strip():
        return ""
    day = day_of(said.by.strip())
    if day is None:
        return "date-not-a-day"
    return "date-is-over" if day < today else ""


def _material_codes(said: tuple[MaterialAnswer, ...]) -> list[str]:
    empty = any(each.state is MaterialState.ATTACHED and not each.files for each in said)
    return ["material-without-file"] if empty else []


def _text_codes(question: Question, answers: Answers, today: date) -> list[str]:
    text = answers.text(question.id)
    if text in ("", NOT_SURE):
        return [] if question.optional else ["answer-missing"]
    codes = _shape_codes(text, question.most)
    match question.type:
        case AnswerType.ID_NUMBER:
            codes.append(card_fault(_card(question, answers), text, today))
        case AnswerType.CREDIT_CODE:
            codes.append(credit_code_fault(text))
        case AnswerType.PHONE if not is_phone(text):
            codes.append("phone-odd")
        case AnswerType.EMAIL if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
            codes.append("email-odd")
        case _ if question.shape is Shape.COURT_CASE and not is_court_case(text):
            codes.append("court-case-odd")
        case _:
            pass
    return [code for code in codes if code]


def _card(question: Question, answers: Answers) -> str:
    """`agent_id_number` is read under `agent_id_type`; without a type it is a citizen ID."""
    return answers.text(question.id.replace("number", "type")) or "id_card"


def _shape_codes(text: str, most: int) -> list[str]:
    codes = []
    if len(text) > most:
        codes.append("answer-too-long")
    if any(unicodedata.category(each) in _HIDDEN and each not in "\n\r\t" for each in text):
        codes.append("answer-control-characters")
    if _GARBLED.search(text):
        codes.append("answer-garbled")
    return codes


def _facts(question: Question, answers: Answers) -> dict[str, str]:
    value = answers.values.get(question.id, "")
    length = len(value.strip()) if isinstance(value, str) else 0
    return {"most": str(question.most), "length": str(length), "example": EXAMPLE_OF_A_CASE}
