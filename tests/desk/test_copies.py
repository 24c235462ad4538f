"""The letter speaks the authority's language; a copy to read says that it is one."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from filingdesk.core.blocks import OFFICIAL_LANGUAGE_COUNTS
from filingdesk.core.document import (
    Block,
    Document,
    NewPage,
    PaperCode,
    Quotation,
    Seals,
    Table,
    Title,
    sentences_of,
)
from filingdesk.core.paper import CHECK
from filingdesk.core.ports import Draft
from filingdesk.core.side_by_side import TITLE
from filingdesk.desk import Desk
from filingdesk.words.catalogue import LANGUAGES, PackWords, Words
from tests.desk.furnished import answers_of, example, no_file

TAGS = {"zh_CN": "zh-CN", "zh_TW": "zh-TW", "en": "en", "es": "es"}


@pytest.fixture
def draft(desk: Desk) -> Draft:
    """Of somebody who reads Spanish."""
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file)
    assert draft.language == "es"
    return draft


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(pages).split())


def parted(document: Document) -> tuple[PaperCode, Document, list[Block]]:
    """The code that stands first, the letter, and the sheet in the person's language."""
    code, *blocks = document.blocks
    assert isinstance(code, PaperCode)
    sheets = (
        place - 1
        for place, each in enumerate(blocks)
        if isinstance(each, Title) and each.text.startswith(TITLE)
    )
    end = next(sheets, len(blocks))
    return code, replace(document, blocks=tuple(blocks[:end])), blocks[end:]


def test_no_number_stands_twice_on_the_sheet(desk: Desk) -> None:
    """Not where the desk sets papers of its own after the letter, each under its own title."""
    objection = answers_of(desk, example("cn/reconsideration-penalty"))
    draft = replace(desk.begin_from(objection, no_file), language="es")
    _, letter, sheet = parted(desk.document(draft))
    assert len([each for each in letter.blocks if isinstance(each, Title)]) > 1
    [table] = [each for each in sheet if isinstance(each, Table)]
    numbers = [row[0].text for row in table.rows]
    assert numbers[0] == "0.1"
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_is_the_same_whatever_the_person_reads(
    desk: Desk, draft: Draft, language: str
) -> None:
    code, letter, sheet = parted(desk.document(replace(draft, language=language)))
    same_code, same_letter, _ = parted(desk.document(draft))
    assert letter.language == "zh-CN"
    assert letter.watermark == ""
    assert letter == same_letter
    assert [each for each in code.rows if each[0] != CHECK] == [
        each for each in same_code.rows if each[0] != CHECK
    ]
    # What the person reads beside it begins a page of its own, and says no other language.
    assert [type(each) for each in sheet[:1]] == ([] if language == "zh_CN" else [NewPage])
    spoken = {each.language for each in sentences_of(replace(letter, blocks=tuple(sheet)))}
    assert spoken <= {"", "zh-CN", TAGS[language]}
    assert (TAGS[language] in spoken) == bool(sheet)


@pytest.mark.parametrize("language", ["zh_TW", "en", "es"])
def test_a_reading_copy_is_marked_as_one(desk: Desk, draft: Draft, language: str) -> None:
    copy = desk.document(draft, language)
    mark = PackWords(Words(language), ("cn-tianjin", "cn")).text(OFFICIAL_LANGUAGE_COUNTS)
    assert copy.language == TAGS[language]
    assert copy.watermark == mark
    assert sentences_of(copy)[0].text == mark
    assert "".join(mark.split()) in text_of(desk.preview(draft, language))


@pytest.mark.parametrize("language", ["zh_TW", "en", "es"])
def test_a_reading_copy_says_no_less_and_translates_no_law(
    desk: Desk, draft: Draft, language: str
) -> None:
    _, letter, _ = parted(desk.document(draft))
    copy = desk.document(draft, language)
    assert len(sentences_of(copy)) == len(sentences_of(letter)) + 1
    quoted, quoted_there = (
        [each.text for each in one.blocks if isinstance(each, Quotation)] for one in (letter, copy)
    )
    assert quoted
    assert quoted == quoted_there
    said = [type(each) for each in letter.blocks if not isinstance(each, Seals)]
    assert [type(each) for each in copy.blocks[1:]] == said


def test_what_is_shown_before_signing_is_what_is_signed(desk: Desk, draft: Draft) -> None:
    shown = text_of(desk.preview(draft))
    signed = text_of(desk.signed_pdf(desk.sign(draft).id))
    assert shown == signed
    assert "𠮷野惠" in shown
