"""Programs that are not ours judge every filing: signature, text, data, fonts and syntax."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from filingdesk import resources
from filingdesk.core.answers import Answers
from filingdesk.core.document import (
    Document,
    Fields,
    Heading,
    Quotation,
    Table,
    Title,
    sentences_of,
)
from filingdesk.core.question import AnswerType
from filingdesk.desk import Desk
from tests.conformance.conftest import Judge, Signed
from tests.desk.furnished import FILINGS, answers_of, example, name_of

Sign = Callable[[Path], Signed]

each_objection = pytest.mark.parametrize("objection", FILINGS, ids=name_of)
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


def parts(document: Document) -> list[str]:
    """Everything that a document says, piece by piece."""
    said = [each.text for each in sentences_of(document)]
    for block in document.blocks:
        match block:
            case Title(text):
                said.append(text)
            case Heading(number, text):
                said.append(number + text)
            case Quotation(source, text):
                said += [source, text]
            case Fields(rows):
                said += [label for label, _ in rows]
            case Table(head):
                said += head
            case _:
                pass
    return [bare(each) for each in said if bare(each)]


def filing_json(judge: Judge, pdf: Path, folder: Path) -> bytes:
    judge("pdfdetach", "-saveall", "-o", folder, pdf)
    return (folder / "filing.json").read_bytes()


def test_there_are_objections_to_judge() -> None:
    assert {"cn-tianjin/tianjin-expired", "cn-tianjin/tianjin-wrong"} <= set(map(name_of, FILINGS))


@each_objection
def test_poppler_finds_one_valid_signature_over_the_whole_file(
    objection: Path, signed: Sign, judge: Judge, certificate: Path
) -> None:
    pdf = signed(objection).pdf
    told = judge("pdfsig", pdf)
    assert told.count("Signature is Valid.") == 1
    assert told.count("Total document signed") == 1
    assert told.count("Signature Type: ETSI.CAdES.detached") == 1
    assert "invalid" not in told.lower()


@each_objection
def test_a_changed_byte_is_seen(
    objection: Path, signed: Sign, judge: Judge, tmp_path: Path
) -> None:
    content = bytearray(signed(objection).pdf.read_bytes())
    place = content.index(b"stream\n") + 40
    content[place] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content)
    assert "Signature is Valid." not in judge("pdfsig", changed)


@each_objection
def test_every_sentence_comes_back_as_text(objection: Path, signed: Sign, judge: Judge) -> None:
    filed = signed(objection)
    text = read(judge, filed.pdf)
    said = parts(filed.document)
    assert len(said) > 20
    assert [each for each in said if each not in text] == []


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
    schema = json.loads((resources.schema() / "filing-1.json").read_text("utf-8"))
    data = json.loads(content)
    Draft202012Validator(schema).validate(data)
    file = answers_of(desk, objection)
    assert [each["id"] for each in data["grounds"]] == file.expect["grounds"]
    assert data["made_on"] == "2026-11-22"
    assert data["jurisdiction"] == file.jurisdiction
    assert said_in(data) == set(_asked(desk, file.answers, objection))


def said_in(data: dict[str, dict[str, object]]) -> set[str]:
    return {
        id for part in ("matter", "record", "applicant", "agent", "reasons") for id in data[part]
    }


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
    assert "仅供阅读" not in text


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


@each_objection
def test_qpdf_finds_no_fault(objection: Path, signed: Sign, judge: Judge) -> None:
    assert "No syntax or stream encoding errors found" in judge(
        "qpdf", "--check", signed(objection).pdf
    )


@each_objection
def test_every_font_is_embedded(objection: Path, signed: Sign, judge: Judge) -> None:
    rows = judge("pdffonts", signed(objection).pdf).splitlines()[2:]
    embedded = [re.split(r"\s+", row.strip())[-5] for row in rows]
    assert embedded
    assert set(embedded) == {"yes"}


def test_openssl_finds_the_seal_good(
    signed: Sign, certificate: Path, judge: Judge, tmp_path: Path
) -> None:
    """What an agency does that trusts no PDF program: CMS over the bytes (ISO 32000, 12.8)."""
    content = signed(example("cn-tianjin/tianjin-expired")).pdf.read_bytes()
    found = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", content)
    assert len(found) == 1
    first, length, second, rest = map(int, found[0])
    hexadecimal = content[length + 1 : second - 1]
    cms, covered = tmp_path / "cms.der", tmp_path / "covered"
    cms.write_bytes(bytes.fromhex(hexadecimal.decode()))
    covered.write_bytes(content[first:length] + content[second : second + rest])
    verify = ("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", cms)
    against = ("-content", covered, "-CAfile", certificate, "-purpose", "any")
    judge(*verify, *against, "-out", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == covered.read_bytes()
    covered.write_bytes(covered.read_bytes()[:-1])
    with pytest.raises(subprocess.CalledProcessError):
        judge(*verify, *against, "-out", tmp_path / "out")
