"""What a filing says and carries, as read by programs that are not ours."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from filingdesk import resources
from filingdesk.core.answers import Answers
from filingdesk.core.document import (
    Title,
)
from filingdesk.core.question import AnswerType
from filingdesk.desk import Desk
from tests.conformance.conftest import Judge, Signed
from tests.conformance.filed import ONE_OF_A_KIND
from tests.desk.furnished import answers_of, example, name_of

Sign = Callable[[Path], Signed]

each_objection = pytest.mark.parametrize("objection", ONE_OF_A_KIND, ids=name_of)
LISTED = (AnswerType.DIFFERENCES, AnswerType.MATERIALS)
TYPED = (
    AnswerType.LINE,
    AnswerType.STORY,
    AnswerType.NAME,
    AnswerType.ID_NUMBER,
    AnswerType.CREDIT_CODE,
    AnswerType.PHONE,
    AnswerType.EMAIL,
)


def bare(text: str) -> str:
    """A text without any white space."""
    return "".join(text.split())


def read(judge: Judge, pdf: Path) -> str:
    """What poppler reads on all pages, their feet and the white space left out."""
    sheets = judge("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]
    return "".join(
        bare(sheet).rpartition(f"—{number}—")[0] for number, sheet in enumerate(sheets, start=1)
    )


def filing_json(judge: Judge, pdf: Path, folder: Path) -> bytes:
    judge("pdfdetach", "-saveall", "-o", folder, pdf)
    return (folder / "filing.json").read_bytes()


@each_objection
def test_nothing_that_was_typed_is_missing_on_the_paper(
    objection: Path, signed: Sign, judge: Judge, desk: Desk
) -> None:
    file = answers_of(desk, objection)
    interview = desk.interview(desk.draft_of(file))
    typed = [
        bare(file.answers.text(question.id))
        for question in interview.asked_on_path(file.answers)
        if question.type in TYPED and file.answers.text(question.id) != "?"
    ]
    typed += [
        bare(cell)
        for row in file.answers.differences("differences")
        for cell in (row.field, row.shown, row.true)
    ]
    text = read(judge, signed(objection).pdf)
    assert any(typed)
    assert [each for each in typed if each not in text] == []


@pytest.mark.parametrize(
    ("name", "objection"),
    [("吕䶮", "cn-tianjin/tianjin-expired"), ("𠮷野惠", "cn-tianjin/tianjin-wrong")],
)
def test_a_rare_name_is_printed_and_read_back(
    name: str, objection: str, signed: Sign, judge: Judge, tmp_path: Path
) -> None:
    pdf = signed(example(objection)).pdf
    text = read(judge, pdf)
    assert name in text
    assert "〓" not in text
    assert name in filing_json(judge, pdf, tmp_path).decode()


@each_objection
def test_the_data_travel_in_the_pdf_and_fit_their_schema(
    objection: Path, signed: Sign, judge: Judge, tmp_path: Path, desk: Desk
) -> None:
    content = filing_json(judge, signed(objection).pdf, tmp_path)
    schema = json.loads((resources.schema() / "filing-2.json").read_text("utf-8"))
    data = json.loads(content)
    Draft202012Validator(schema).validate(data)
    file = answers_of(desk, objection)
    assert [each["id"] for each in data["grounds"]] == file.expect["grounds"]
    assert data["made_on"] == "2026-11-22"
    assert data["jurisdiction"] == file.jurisdiction
    assert {each["question"] for each in data["said"]} == set(_asked(desk, file.answers, objection))


def _asked(desk: Desk, answers: Answers, objection: Path) -> list[str]:
    """Every question of the way that was answered, "not sure" aside."""
    interview = desk.interview(desk.draft_of(answers_of(desk, objection)))
    return [
        each.id
        for each in interview.asked_on_path(answers)
        if answers.chosen(each.id) not in ((), ("?",)) and each.type not in LISTED
    ]


@each_objection
def test_the_letter_is_in_the_language_of_the_authority(
    objection: Path, signed: Sign, judge: Judge
) -> None:
    """Whatever language the person reads: some of the examples are Spanish and English."""
    filed = signed(objection)
    assert filed.document.language == "zh-CN"
    assert filed.document.watermark == ""
    text = read(judge, filed.pdf)
    title = next(each for each in filed.document.blocks if isinstance(each, Title))
    assert title.text in text
    assert {unicodedata.name(each).split()[0] for each in title.text} == {"CJK"}
    first = judge("pdftotext", "-raw", "-l", "1", "-enc", "UTF-8", filed.pdf, "-")
    assert "仅供阅读" not in first


@each_objection
def test_no_claim_stands_without_an_answer_that_supports_it(
    objection: Path, signed: Sign, desk: Desk
) -> None:
    """Rows, claims and requests: the words that are always the same claim nothing of the person."""
    draft = desk.draft_of(answers_of(desk, objection))
    filing = desk.assemble(draft)
    rows = [one for each in filing.rows for one in (each.field, each.shown, each.true, each.asked)]
    claims = [one for each in filing.claims.values() for one in each]
    counted = {each.id for each in desk.interview(draft).asked_on_path(draft.answers)}
    assert claims or rows
    for sentence in (*rows, *claims, *filing.requests):
        assert sentence.supports, sentence.text
        assert counted.issuperset(sentence.supports)
