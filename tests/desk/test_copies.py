"""The letter speaks the authority's language; a copy to read says that it is one."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from filingdesk.core.blocks import OFFICIAL_LANGUAGE_COUNTS
from filingdesk.core.document import Quotation, sentences_of
from filingdesk.core.ports import Draft
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_is_the_same_whatever_the_person_reads(
    desk: Desk, draft: Draft, language: str
) -> None:
    letter = desk.document(replace(draft, language=language))
    assert letter.language == "zh-CN"
    assert letter.watermark == ""
    assert letter == desk.document(draft)


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
    letter, copy = desk.document(draft), desk.document(draft, language)
    assert len(sentences_of(copy)) == len(sentences_of(letter)) + 1
    quoted, quoted_there = (
        [each.text for each in one.blocks if isinstance(each, Quotation)] for one in (letter, copy)
    )
    assert quoted
    assert quoted == quoted_there
    assert [type(each) for each in copy.blocks[1:]] == [type(each) for each in letter.blocks]


def test_what_is_shown_before_signing_is_what_is_signed(desk: Desk, draft: Draft) -> None:
    shown = text_of(desk.preview(draft))
    signed = text_of(desk.signed_pdf(desk.sign(draft).id))
    assert shown == signed
    assert "𠮷野惠" in shown
